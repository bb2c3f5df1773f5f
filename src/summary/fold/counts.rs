//! How many resources each op touched, and how the update ended.
//!
//! In: steps as they come, and the summary event. Out: counts by Pulumi's rule, and [`LogResult`]. The rule gives what the engine's own
//! summary event says in all but two of 1,594 recorded logs (pulumi-semantics section 7): providers that the engine made for itself are
//! passed over; an announced step counts under its op where it is logical and neither a refresh nor a read, and no longer where it
//! fails; what a refresh found counts where its op was not announced.

use crate::model::update::OpType;
use crate::summary::event::{Step, SummaryEvent};
use crate::summary::op;
use crate::summary::report::{ChangesFrom, LogResult, OpCounts};

use super::rows::Row;

/// Different ops that are counted; the engine knows seventeen.
const MAX_OPS: usize = 1000;

/// Counts so far.
#[derive(Debug, Default)]
pub(super) struct Counts {
    steps: Vec<(OpType, i64)>,
    /// Steps that failed.
    pub(super) errored: u64,
    summary: Option<Said>,
}

/// What the summary event said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) changes: Vec<(OpType, i64)>,
    pub(super) seconds: f64,
    pub(super) maybe_corrupt: bool,
    pub(super) is_preview: bool,
    pub(super) digest: bool,
    result: Box<str>,
}

/// How far an update has come that has no result yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'s> {
    pub(super) failed: bool,
    /// No more events are to come.
    pub(super) ended: bool,
    /// A provider still works on a resource.
    pub(super) pending: bool,
    /// The engine itself failed.
    pub(super) broken: bool,
    /// What the client knows.
    pub(super) status: Option<&'s LogResult>,
}

impl Counts {
    /// A step begins. Says whether it counts.
    pub(super) fn begun(&mut self, step: &Step<'_>, row: &Row) -> bool {
        let counts = counts(step, row);
        if counts {
            self.add(&step.op, 1);
        }
        counts
    }

    /// A step ended well; `row` knows the ops that were announced. Says whether it counts only now.
    pub(super) fn ended(&mut self, step: &Step<'_>, row: &Row) -> bool {
        let counts = !row.internal && step.op != OpType::Refresh && row.found_by_refresh(&step.op);
        if counts {
            self.add(&step.op, 1);
        }
        counts
    }

    pub(super) fn failed(&mut self, step: &Step<'_>, row: &Row) {
        self.errored += 1;
        if counts(step, row) {
            self.add(&step.op, -1);
        }
    }

    fn add(&mut self, op: &OpType, more: i64) {
        if let Some((_, count)) = self.steps.iter_mut().find(|(known, _)| known == op) {
            *count = count.saturating_add(more);
        } else if self.steps.len() < MAX_OPS {
            self.steps.push((op.clone(), more));
        }
    }

    pub(super) fn summary_event(&mut self, event: &SummaryEvent<'_>) {
        let changes = event.resource_changes.iter().take(MAX_OPS);
        self.summary = Some(Said {
            changes: changes.map(|(op, count)| (OpType::from(&**op), *count)).collect(),
            seconds: event.duration_seconds,
            maybe_corrupt: event.maybe_corrupt,
            is_preview: event.is_preview,
            digest: event.digest,
            result: event.result.as_ref().into(),
        });
    }

    pub(super) fn said(&self) -> Option<&Said> {
        self.summary.as_ref()
    }

    /// The counts, where they come from, and what the steps add up to where that differs.
    pub(super) fn report(&self) -> (OpCounts, ChangesFrom, Option<OpCounts>) {
        let steps = tidy(&self.steps);
        match &self.summary {
            // A digest without totals.
            Some(said) if said.digest && said.changes.is_empty() => (steps, ChangesFrom::Steps, None),
            Some(said) => {
                let told = tidy(&said.changes);
                let differs = !said.digest && told != steps;
                (told, ChangesFrom::Summary, differs.then_some(steps))
            }
            None => (steps, ChangesFrom::Steps, None),
        }
    }

    /// How the update ended, or stands.
    pub(super) fn result(&self, standing: Standing<'_>) -> LogResult {
        let said = self.summary.as_ref().map(|said| &*said.result);
        match (said, standing) {
            (Some(word), _) if !word.is_empty() => word_of(word),
            (_, Standing { failed: true, .. }) => LogResult::Failed,
            (Some(_), _) => LogResult::Succeeded,
            (_, Standing { status: Some(status), .. }) => status.clone(),
            (_, Standing { ended: false, .. }) => LogResult::Running,
            (_, Standing { broken: true, .. }) => LogResult::Failed,
            (_, Standing { pending: true, .. }) => LogResult::Interrupted,
            _ => LogResult::Unknown,
        }
    }
}

/// A word for how an update stands, in the spellings of the engine and of servers.
pub(super) fn word_of(word: &str) -> LogResult {
    match word {
        "succeeded" => LogResult::Succeeded,
        "failed" => LogResult::Failed,
        "canceled" | "cancelled" => LogResult::Canceled,
        "running" | "in-progress" | "in progress" | "not started" | "not-started" | "requested" => LogResult::Running,
        other => LogResult::Other(other.to_owned()),
    }
}

fn counts(step: &Step<'_>, row: &Row) -> bool {
    step.logical && !row.internal && !matches!(step.op, OpType::Refresh | OpType::Read)
}

/// In the order of reports, without zeros.
pub(super) fn tidy(counts: &[(OpType, i64)]) -> OpCounts {
    let mut kept: Vec<_> = counts.iter().filter(|(_, count)| *count != 0).cloned().collect();
    kept.sort_by(|(a, _), (b, _)| (op::rank(a), a.as_str()).cmp(&(op::rank(b), b.as_str())));
    OpCounts(kept)
}
