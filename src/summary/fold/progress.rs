//! Everything else that a log tells: downloads, debugging, errors of the engine, output of the program.
//!
//! In: events. Out: what is reported of them. A download is kept as last heard of; of what comes one by one there is a most.

use std::collections::HashMap;

use crate::model::json_text::Json;
use crate::summary::display::color;
use crate::summary::event::{Progress, Raw};
use crate::summary::report::ProgressRow;

use super::{cut, differences};

/// Downloads, debugging events and errors that are kept, each.
const MAX_ROWS: usize = 1000;

/// What was told so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) progress: Vec<ProgressRow>,
    places: HashMap<(Box<str>, Box<str>), usize>,
    pub(super) debugging: Vec<Json>,
    pub(super) errors: Vec<String>,
    pub(super) stdout_lines: u64,
    /// The program's last line has no end yet.
    mid_line: bool,
}

impl Told {
    pub(super) fn progress(&mut self, event: &Progress<'_>) {
        let key = (event.kind.as_ref().into(), event.id.as_ref().into());
        let at = match self.places.get(&key) {
            Some(&at) => at,
            None if self.progress.len() == MAX_ROWS => return,
            None => {
                self.places.insert(key, self.progress.len());
                self.progress.push(ProgressRow {
                    kind: event.kind.to_string(),
                    id: event.id.to_string(),
                    message: String::new(),
                    completed: 0,
                    total: 0,
                    done: false,
                });
                self.progress.len() - 1
            }
        };
        let row = &mut self.progress[at];
        let message = color::plain(&event.message);
        if row.message != message {
            row.message = cut::text(&message, cut::MAX_MESSAGE);
        }
        (row.completed, row.total, row.done) = (event.completed, event.total, event.done);
    }

    pub(super) fn debugging(&mut self, config: Option<Raw<'_>>) {
        if self.debugging.len() < MAX_ROWS {
            self.debugging.push(config.map_or_else(|| Json("{}".to_owned()), |raw| differences::masked(raw).0));
        }
    }

    pub(super) fn error(&mut self, error: &str) {
        if self.errors.len() < MAX_ROWS {
            self.errors.push(cut::text(&color::plain(error), cut::MAX_MESSAGE));
        }
    }

    pub(super) fn stdout(&mut self, message: &str) {
        if message.is_empty() {
            return;
        }
        let ends = message.bytes().filter(|&byte| byte == b'\n').count() as u64;
        let open = !message.ends_with('\n');
        // A line counts once, when it begins.
        self.stdout_lines += ends + u64::from(open) - u64::from(self.mid_line && (ends > 0 || open));
        self.mid_line = open;
    }
}
