//! Engine event logs: what an update did.
//!
//! In: the bytes of a log, or events as they are polled. Out: [`EventLog`], which folds each event into [`LogSummary`], keeps the
//! events as long as there is room, and prints them as Pulumi's own command line does. Fails with the reader's errors in strict mode;
//! otherwise what cannot be read is passed over and reported. Nothing that is fed to a log makes it panic.
//!
//! Inside, one way: [`read`] (bytes to event texts) → [`event`] (texts to borrowed events) → [`property`] (values and how they differ) →
//! [`fold`] (events to a [`report`]) and [`display`] (events to Pulumi's own text); [`text`] and [`markdown`] print what [`outline`]
//! makes of a report.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::error::{Error, ErrorCode, Result};
use crate::wire::shallow::Scratch;

mod display;
pub(crate) mod event;
mod fold;
mod markdown;
pub(crate) mod op;
mod outline;
mod property;
mod read;
mod report;
mod text;

pub use display::{ColorMode, DisplayOptions, ViewKind};
pub use fold::{ResourceUpdateFilter, ResourceUpdatePage};
pub use markdown::{MarkdownOptions, marker_comment, to_markdown};
pub use report::*;
pub use text::{SummaryTextOptions, to_text};

use event::Event;
use fold::Fold;
use read::{Found, Reader, Taker};

/// Bytes of event texts that a log keeps unless told otherwise.
pub const DEFAULT_KEEP_BYTES: usize = 64 << 20;

/// How a log is read and kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogOptions {
    /// Fail at the first piece that is no event, in place of passing it over.
    pub strict: bool,
    /// Bytes of event texts that are kept for [`EventLog::print`] and [`EventLog::events_json`]; a log that grows past it keeps none. Where
    /// none are kept and reading is not strict, the values of resources that stay as they are need not be sound: nobody sees them, and most of
    /// the work is saved.
    pub keep_bytes: usize,
}

impl Default for LogOptions {
    fn default() -> Self {
        Self { strict: false, keep_bytes: DEFAULT_KEEP_BYTES }
    }
}

/// The events of one update, in the order in which they came.
///
/// ```
/// use stackscope::summary::EventLog;
///
/// let mut log = EventLog::default();
/// log.write(b"{\"sequence\":0,\"timestamp\":1700000000,\"preludeEvent\":{\"config\":{}}}\n{\"sequence\":1,\"timest")?;
/// log.write(b"amp\":1700000004,\"summaryEvent\":{\"durationSeconds\":4,\"resourceChanges\":{\"create\":2},\"result\":\"succeeded\"}}\n")?;
/// log.end()?;
/// assert_eq!(log.len(), 2);
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub struct EventLog {
    reader: Reader,
    inner: Inner,
}

/// Everything but the reader, which borrows it while it reads.
struct Inner {
    fold: Fold,
    scratch: Scratch,
    kept: Option<Vec<Box<str>>>,
    kept_bytes: usize,
    keep_bytes: usize,
}

impl Default for EventLog {
    fn default() -> Self {
        Self::new(LogOptions::default())
    }
}

impl EventLog {
    /// A log without events.
    pub fn new(options: LogOptions) -> Self {
        Self {
            reader: Reader::new(options.strict),
            inner: Inner {
                fold: Fold::default(),
                scratch: Scratch::default(),
                kept: (options.keep_bytes > 0).then(Vec::new),
                kept_bytes: 0,
                keep_bytes: options.keep_bytes,
            },
        }
    }

    /// Takes the next bytes of a log, in any of its forms, compressed or not, cut anywhere.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.reader.push(bytes, &mut self.inner)
    }

    /// No more will come: what was begun is read as far as it goes, and what is still under way counts as interrupted. Should more come all
    /// the same, the update runs again.
    pub fn end(&mut self) -> Result<()> {
        let outcome = self.reader.finish(&mut self.inner);
        self.inner.fold.end();
        outcome
    }

    /// Takes events in: all of them, or, where one is no object, none. A page of the API or a digest is taken for the events that it holds; an
    /// object that is none of these counts as an event of the kind `unknown`.
    pub fn extend<'a>(&mut self, events: impl IntoIterator<Item = &'a str>) -> Result<()> {
        let mut texts: Vec<Cow<'a, str>> = Vec::new();
        for text in events {
            let event = Event::parse(text, &mut self.inner.scratch);
            let event = event.map_err(|_| Error::new(ErrorCode::Decode, "an engine event is a JSON object"))?;
            match (!event.is_one()).then(|| read::events_of(text)).flatten() {
                Some(inner) => texts.extend(inner.into_iter().map(|text| Cow::Owned(text.into()))),
                None => texts.push(Cow::Borrowed(text)),
            }
        }
        for text in texts {
            let event = Event::parse(&text, &mut self.inner.scratch)?;
            self.inner.fold.event(&event);
            self.inner.keep(&text);
        }
        Ok(())
    }

    /// A status of the update that is known from elsewhere, such as `failed`; it wins over `running`, `interrupted` and `unknown`. A word that is
    /// not known is the result as it is, and does not end the update; an empty one takes the status back.
    pub fn set_status(&mut self, status: &str) {
        self.inner.fold.set_status(status);
    }

    /// What the update did, so far.
    pub fn summary(&self) -> LogSummary {
        self.inner.fold.summary()
    }

    /// [`EventLog::summary`] without resources, timeline, critical path and slowest, and of every other list the first hundred. Cheap
    /// enough to be asked for again and again while an update of thousands of resources runs.
    pub fn overview(&self) -> LogSummary {
        self.inner.fold.overview()
    }

    /// Resources that fit, from `offset` (from 0), at most `limit`.
    pub fn resources(&self, filter: &ResourceUpdateFilter, offset: usize, limit: usize) -> ResourceUpdatePage {
        self.inner.fold.resources(filter, offset, limit)
    }

    /// The log as Pulumi's own command line prints it. Fails with `validation` where the log outgrew [`LogOptions::keep_bytes`].
    pub fn print(&self, kind: ViewKind, options: &DisplayOptions) -> Result<String> {
        let mut view = display::view(kind, options, self.inner.fold.is_preview());
        let (mut scratch, mut piece, mut out) = (Scratch::default(), String::new(), String::new());
        // Each piece is coloured by itself: a tag without an end spoils no more than its own.
        for text in self.kept()? {
            view.event(&Event::parse(text, &mut scratch)?, &mut piece);
            out.push_str(&display::color::paint(&piece, options.color));
            piece.clear();
        }
        view.end(&mut piece);
        out.push_str(&display::color::paint(&piece, options.color));
        Ok(out)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.inner.fold.events() as usize
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.inner.fold.events() == 0
    }

    /// How many events there are of each kind, such as `resourcePreEvent`.
    pub fn kinds(&self) -> &BTreeMap<Box<str>, u64> {
        self.inner.fold.kinds()
    }

    /// Whether the texts of all events are still there.
    pub fn keeps_events(&self) -> bool {
        self.inner.kept.is_some()
    }

    /// Events from `offset` (from 0), at most `limit`, as the text of a JSON array. Fails with `validation` where the log outgrew
    /// [`LogOptions::keep_bytes`].
    pub fn events_json(&self, offset: usize, limit: usize) -> Result<String> {
        let kept = self.kept()?;
        let from = offset.min(kept.len());
        let to = from.saturating_add(limit).min(kept.len());
        Ok(format!("[{}]", kept[from..to].join(",")))
    }

    /// All events, one on each line. Fails with `validation` where the log outgrew [`LogOptions::keep_bytes`].
    pub fn to_ndjson(&self) -> Result<String> {
        let kept = self.kept()?;
        let mut out = String::with_capacity(kept.iter().map(|event| event.len() + 1).sum());
        for event in kept {
            out.extend(event.chars().map(|letter| if letter == '\n' || letter == '\r' { ' ' } else { letter }));
            out.push('\n');
        }
        Ok(out)
    }

    fn kept(&self) -> Result<&[Box<str>]> {
        self.inner.kept.as_deref().ok_or_else(|| {
            Error::new(
                ErrorCode::Validation,
                format!("the log outgrew the {} bytes of events that it keeps", self.inner.keep_bytes),
            )
            .hint("make the log with a larger keepBytes")
        })
    }
}

impl Inner {
    fn keep(&mut self, text: &str) {
        let Some(kept) = &mut self.kept else { return };
        self.kept_bytes += text.len();
        if self.kept_bytes > self.keep_bytes {
            self.kept = None;
        } else {
            kept.push(text.into());
        }
    }
}

impl Taker for Inner {
    fn event(&mut self, found: Found<'_>) -> Result<()> {
        self.fold.event(found.event);
        self.keep(found.text);
        Ok(())
    }

    fn problem(&mut self, problem: LogProblem) {
        self.fold.problem(problem);
    }

    fn keeps_texts(&self) -> bool {
        self.kept.is_some()
    }
}
