//! Messages of an update.
//!
//! In: diagnostics. Out: those that are for the record, without colours, and their counts. Of each severity the first [`MAX_ROWS`] are
//! kept and the others counted, so that neither a chatty program nor a chatty provider fills the memory, and no error is lost to chatter.

use crate::summary::display::color;
use crate::summary::event::Diagnostic;
use crate::summary::report::DiagnosticRow;

use super::cut;
use super::rows::{Moment, count};

/// Messages of one severity that are kept.
const MAX_ROWS: u64 = 10_000;
/// Bytes of messages that are kept.
const MAX_BYTES: usize = 64 << 20;

/// Messages so far.
#[derive(Debug, Default)]
pub(super) struct Messages {
    pub(super) rows: Vec<DiagnosticRow>,
    bytes: usize,
    pub(super) omitted: u64,
    pub(super) ephemeral: u64,
    /// Messages of each severity.
    pub(super) counts: Vec<(Box<str>, u64)>,
    /// Those of them that are about no resource: they are the stack's.
    pub(super) of_update: Vec<(Box<str>, u64)>,
}

impl Messages {
    /// Takes a message in that is not ephemeral.
    pub(super) fn add(&mut self, diagnostic: &Diagnostic<'_>, now: Moment) {
        count(&mut self.counts, &diagnostic.severity);
        if diagnostic.urn.is_empty() {
            count(&mut self.of_update, &diagnostic.severity);
        }
        let severity = self.counts.iter().find(|(word, _)| **word == *diagnostic.severity).or(self.counts.last());
        if severity.is_some_and(|(_, count)| *count > MAX_ROWS) || self.bytes > MAX_BYTES {
            self.omitted += 1;
            return;
        }
        let message = cut::text(&color::plain(&diagnostic.message), cut::MAX_MESSAGE);
        let prefix = cut::text(&color::plain(&diagnostic.prefix), cut::MAX_MESSAGE);
        self.bytes += message.len() + prefix.len() + diagnostic.urn.len();
        self.rows.push(DiagnosticRow {
            severity: diagnostic.severity.to_string(),
            urn: Some(diagnostic.urn.to_string()).filter(|urn| !urn.is_empty()),
            message,
            prefix: Some(prefix).filter(|prefix| !prefix.is_empty()),
            time: Some(now.time).filter(|&time| time != 0),
        });
    }

    /// Whether there is an error, about a resource or the update.
    pub(super) fn any_error(&self) -> bool {
        self.counts.iter().any(|(word, _)| &**word == "error")
    }
}
