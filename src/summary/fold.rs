//! From events to what happened, one event at a time.
//!
//! In: events in order. Out: [`LogSummary`], at any moment; more events may follow. Each event costs constant time beside what it holds:
//! rows are found by their URN, and only a step that changes something has its properties read, once. Nothing of a state is kept but
//! what is reported. After `end()` the log counts as over, until another event comes: a follow that was broken off may go on. A cancel
//! event, a summary event, or a final status that the client knows, says once for all that the update is over.
//! Nothing can fail. Rules: pulumi-semantics sections 6 and 7.

use std::collections::BTreeMap;

use super::event::{Event, Payload, Step};
use super::op;
use super::report::{LogProblem, LogResult, LogSummary};
use crate::model::update::OpType;

mod answer;
mod counts;
mod cut;
mod differences;
mod links;
mod messages;
mod page;
mod policies;
mod progress;
mod reasons;
mod rows;
mod stack_outputs;
mod standing;
mod timing;
mod values;
mod words;

pub use page::{ResourceUpdateFilter, ResourceUpdatePage};

use counts::Counts;
use messages::Messages;
use policies::Policies;
use progress::Told;
use rows::{Finished, Moment, RowId, Rows, Stage};
use stack_outputs::StackOutputs;
use values::Values;
use words::{Unknown, Words};

/// Problems that are kept.
const MAX_PROBLEMS: usize = 100;
/// Configuration keys that are kept.
const MAX_CONFIGURATION: usize = 10_000;

/// What is known of an update so far.
#[derive(Debug, Default)]
pub(crate) struct Fold {
    events: u64,
    kinds: Words,
    unknown: Unknown,
    first_time: Option<i64>,
    last_time: Option<i64>,
    rows: Rows,
    counts: Counts,
    values: Values,
    messages: Messages,
    policies: Policies,
    told: Told,
    outputs: StackOutputs,
    configuration: BTreeMap<String, String>,
    problems: Vec<LogProblem>,
    problem_count: u64,
    status: Option<LogResult>,
    /// A step was planned, not done.
    planning: bool,
    cancelled: bool,
    ended: bool,
}

impl Fold {
    /// Takes in the next event.
    pub(crate) fn event(&mut self, event: &Event<'_>) {
        self.events += 1;
        self.ended = false;
        let kind = if event.kind.is_empty() { "unknown" } else { &*event.kind };
        match event.payload {
            Payload::Unknown => self.kinds.add(kind),
            _ => self.kinds.add_known(kind),
        }
        let now = Moment { number: self.events, time: event.timestamp.unwrap_or(0) };
        if now.time != 0 {
            self.first_time = Some(self.first_time.map_or(now.time, |first| first.min(now.time)));
            self.last_time = Some(self.last_time.map_or(now.time, |last| last.max(now.time)));
        }
        match &event.payload {
            Payload::ResourcePre(step) => self.begun(step, now),
            Payload::ResOutputs(step) => self.finished(step, now),
            Payload::ResOpFailed(step) => self.failed(step, now),
            Payload::Diagnostic(diagnostic) => {
                self.unknown.severity(&diagnostic.severity);
                self.unknown.colors(&diagnostic.message);
                if diagnostic.ephemeral {
                    self.messages.ephemeral += 1;
                    return;
                }
                self.messages.add(diagnostic, now);
                if !diagnostic.urn.is_empty() {
                    let row = self.rows.about(&diagnostic.urn);
                    rows::count(&mut self.rows.get_mut(row).more().severities, &diagnostic.severity);
                }
            }
            Payload::Prelude { config } => {
                for (key, value) in config {
                    if self.configuration.len() < MAX_CONFIGURATION || self.configuration.contains_key(&**key) {
                        self.configuration.insert(key.to_string(), cut::text(value, cut::MAX_MESSAGE));
                    }
                }
            }
            Payload::Summary(summary) => {
                self.counts.summary_event(summary);
                summary.policy_packs.iter().for_each(|(name, version)| self.policies.ran(name, version));
                summary.resource_changes.iter().for_each(|(op, _)| self.unknown.op(&OpType::from(&**op)));
            }
            Payload::Policy(policy) => {
                self.unknown.enforcement_level(&policy.enforcement_level);
                self.unknown.colors(&policy.message);
                self.policies.violation(policy);
                if !policy.resource_urn.is_empty() {
                    let row = self.rows.about(&policy.resource_urn);
                    rows::count(&mut self.rows.get_mut(row).more().enforcement, &policy.enforcement_level);
                }
            }
            Payload::PolicyRemediation(remediation) => self.policies.remediation(remediation),
            Payload::PolicyAnalyzeSummary(summary)
            | Payload::PolicyRemediateSummary(summary)
            | Payload::PolicyAnalyzeStackSummary(summary) => self.policies.summary(summary),
            Payload::PolicyLoad => {}
            Payload::Stdout { message, .. } => {
                self.unknown.colors(message);
                self.told.stdout(message);
            }
            Payload::StartDebugging { config } => self.told.debugging(*config),
            Payload::Progress(progress) => self.told.progress(progress),
            Payload::Error { error } => self.told.error(error),
            Payload::Cancel => self.cancelled = true,
            Payload::Unknown => self.unknown.kinds.add(kind),
        }
    }

    fn begun(&mut self, step: &Step<'_>, now: Moment) {
        self.planning |= step.planning;
        self.unknown.op(&step.op);
        let id = self.rows.of_step(step);
        let row = self.rows.get_mut(id);
        row.begin(step, now);
        let counts = self.counts.begun(step, row);
        if let Some(step) = row.steps.last_mut() {
            step.counted = counts;
        }
        if row.root && !self.outputs.told {
            self.outputs = StackOutputs::announced(step);
        }
        if op::is_change(&step.op) && step.op != OpType::Refresh {
            self.compare(id, step, false);
            links::take(&mut self.rows, &mut self.values, id, step);
        }
    }

    fn finished(&mut self, step: &Step<'_>, now: Moment) {
        let id = self.rows.of_step(step);
        let row = self.rows.get_mut(id);
        let (finished, at) = row.finish(step, Stage::Done, now);
        if self.counts.ended(step, row) {
            row.steps[at].counted = true;
        }
        if row.root {
            self.outputs = StackOutputs::of(step);
        }
        if !op::is_change(&step.op) {
            return;
        }
        match finished {
            Finished::Refresh => self.compare(id, step, true),
            Finished::Unannounced => {
                self.unknown.op(&step.op);
                self.compare(id, step, false);
            }
            Finished::Step => {}
        }
        links::give(&mut self.values, id, step);
    }

    fn failed(&mut self, step: &Step<'_>, now: Moment) {
        let id = self.rows.of_step(step);
        let row = self.rows.get_mut(id);
        let (_, at) = row.finish(step, Stage::Failed, now);
        row.steps[at].counted = false;
        self.counts.failed(step, row);
    }

    /// Reads how the properties differ, once for each operation, and why a replacement is one.
    fn compare(&mut self, id: RowId, step: &Step<'_>, refresh: bool) {
        let replaces = op::is_replacement(&step.op);
        let known = self.rows.get(id).more.as_ref();
        let again = replaces && known.is_some_and(|more| more.changes_replace);
        if again || step.old.is_none() || step.new.is_none() {
            return;
        }
        let (changes, omitted) = differences::of_step(step, refresh);
        let reasons = if replaces { reasons::of(step, id, &changes, &self.values, &self.rows) } else { Vec::new() };
        if changes.is_empty() && !replaces {
            return;
        }
        if replaces && !reasons.iter().any(reasons::Reason::follows) {
            self.rows.replaced(id);
        }
        let more = self.rows.get_mut(id).more();
        (more.changes, more.changes_omitted) = (changes, omitted);
        more.changes_replace = replaces;
        more.reasons = reasons;
    }

    /// A piece of the log was passed over.
    pub(crate) fn problem(&mut self, problem: LogProblem) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// No more events will come, as far as is known.
    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    /// A status of the update that is known from elsewhere; of several the last. An empty one takes it back.
    pub(crate) fn set_status(&mut self, status: &str) {
        self.status = (!status.is_empty()).then(|| counts::word_of(status));
    }

    /// How many events there were.
    pub(crate) fn events(&self) -> u64 {
        self.events
    }

    /// How many there were of each kind.
    pub(crate) fn kinds(&self) -> &BTreeMap<Box<str>, u64> {
        self.kinds.counts()
    }

    /// Whether the log is that of a preview, as far as it tells: the summary event says, until then the steps do.
    pub(crate) fn is_preview(&self) -> bool {
        self.counts.said().map_or(self.planning, |said| said.is_preview)
    }

    /// Whether the update is over.
    fn over(&self) -> bool {
        let known = matches!(self.status, Some(LogResult::Succeeded | LogResult::Failed | LogResult::Canceled));
        self.ended || self.cancelled || known || self.counts.said().is_some()
    }

    /// What happened so far.
    pub(crate) fn summary(&self) -> LogSummary {
        answer::whole(self)
    }

    /// What happened so far, without its long lists.
    pub(crate) fn overview(&self) -> LogSummary {
        answer::overview(self)
    }

    /// Some of the resources.
    pub(crate) fn resources(&self, filter: &ResourceUpdateFilter, offset: usize, limit: usize) -> ResourceUpdatePage {
        page::page(self, filter, offset, limit)
    }
}
