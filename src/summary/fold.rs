//! From events to what happened, one event at a time.
//!
//! In: events in order. Out: [`UpdateSummary`], at any moment.

use super::event::Event;
use super::report::{LogProblem, UpdateSummary};

/// What is known of an update so far.
#[derive(Debug, Default)]
pub(crate) struct Fold {}

impl Fold {
    /// Takes in the next event.
    pub(crate) fn event(&mut self, _: &Event<'_>) {}

    /// A piece of the log was passed over.
    pub(crate) fn problem(&mut self, _: LogProblem) {}

    /// No more events will come.
    pub(crate) fn end(&mut self) {}

    /// A status of the update that is known from elsewhere.
    pub(crate) fn set_status(&mut self, _: &str) {}

    /// Whether the log is that of a preview, as far as it tells.
    pub(crate) fn is_preview(&self) -> bool {
        false
    }

    /// What happened so far.
    pub(crate) fn summary(&self) -> UpdateSummary {
        unreachable!("not yet")
    }
}
