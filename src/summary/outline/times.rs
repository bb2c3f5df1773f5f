//! What took time, and what the end waited for.
//!
//! In: [`LogSummary`]. Out: the slowest resources, and the critical path, where each step waited for the one before it. Nothing of a preview, which does nothing. Nothing can fail.

use std::collections::{HashMap, HashSet};

use super::super::report::{CriticalStep, LogSummary, RowStatus, SlowResource};
use super::label;
use crate::model::update::OpType;

/// A step on the critical path.
pub(in crate::summary) struct PathStep<'a> {
    /// The type, where another resource on the path has the same name.
    pub(in crate::summary) kind: Option<String>,
    pub(in crate::summary) name: &'a str,
    /// `create`, `delete`, where the resource is on the path more than once; that the step never ended.
    pub(in crate::summary) remarks: Vec<String>,
    pub(in crate::summary) seconds: i64,
}

/// Why the update took as long as it did: the steps that the end waited for, as far as they took time. Empty where they tell no more
/// than the time of one step.
pub(in crate::summary) fn critical_path(summary: &LogSummary) -> Vec<PathStep<'_>> {
    let seconds = |step: &CriticalStep| step.end_time.saturating_sub(step.start_time);
    let steps: Vec<&CriticalStep> = summary.critical_path.iter().filter(|step| seconds(step) > 0).collect();
    if summary.is_preview || steps.len() < 2 {
        return Vec::new();
    }
    let mut times: HashMap<&str, u32> = HashMap::new();
    let mut names: HashMap<&str, HashSet<&str>> = HashMap::new();
    for step in &steps {
        *times.entry(&step.urn).or_default() += 1;
        names.entry(label(&step.urn).1).or_default().insert(&step.urn);
    }
    let last = steps.len() - 1;
    let path = steps.iter().enumerate().map(|(at, step)| {
        let (kind, name) = label(&step.urn);
        let mut remarks = Vec::new();
        if times.get(step.urn.as_str()).is_some_and(|times| *times > 1) {
            remarks.push(word(&step.op).to_owned());
        }
        if at == last {
            remarks.extend(unfinished(summary, &step.urn).map(str::to_owned));
        }
        let is_shared = names.get(name).is_some_and(|urns| urns.len() > 1) && !kind.is_empty();
        PathStep { kind: is_shared.then(|| kind.into_owned()), name, remarks, seconds: seconds(step) }
    });
    path.collect()
}

/// What a step does, whichever part of a replacement it is.
fn word(op: &OpType) -> &str {
    match op {
        OpType::CreateReplacement => "create",
        OpType::DeleteReplaced => "delete",
        OpType::ReadReplacement => "read",
        OpType::ImportReplacement => "import",
        op => op.as_str(),
    }
}

fn unfinished(summary: &LogSummary, urn: &str) -> Option<&'static str> {
    match summary.resources.iter().find(|row| row.urn == urn)?.status {
        RowStatus::Interrupted => Some("interrupted"),
        RowStatus::Running => Some("so far"),
        RowStatus::Failed => Some("failed"),
        _ => None,
    }
}

/// The resources that took longest; none where there is nothing to compare.
pub(in crate::summary) fn slowest(summary: &LogSummary) -> Vec<&SlowResource> {
    let slow: Vec<_> = summary.slowest.iter().filter(|row| row.duration_seconds > 0).collect();
    if summary.is_preview || slow.len() < 2 { Vec::new() } else { slow }
}
