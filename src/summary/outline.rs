//! What a person wants to know of an update, in the order in which they want it.
//!
//! In: [`LogSummary`]. Out: its rows in groups (what went wrong, replacements, deletions, the rest that changed), its messages by
//! weight, and shorter lists of the rest; [`wording`] has the words. Both printers, text and Markdown, show them. The texts are not
//! tame yet. Nothing can fail.

mod wording;

use std::collections::BTreeMap;

use super::op::{is_change, is_replacement};
use super::report::{LogResult, LogSummary, ResourceUpdate, RowStatus, SlowResource};
use crate::model::Urn;
use crate::model::update::OpType;
use crate::model::urn::STACK_TYPE;

pub(super) use wording::*;

/// A message and the resource that it is about.
pub(super) struct Message<'a> {
    pub(super) severity: &'a str,
    pub(super) urn: Option<&'a str>,
    pub(super) text: &'a str,
}

/// Messages by weight.
#[derive(Default)]
pub(super) struct Messages<'a> {
    /// The engine's own errors, then those of resources, then those of the stack, which often only say that there were some.
    pub(super) errors: Vec<Message<'a>>,
    /// Warnings, and whatever has a severity that is not known.
    pub(super) warnings: Vec<Message<'a>>,
    /// What the program wrote to its standard error, where the update did not succeed.
    pub(super) output: Vec<Message<'a>>,
}

pub(super) fn messages(summary: &LogSummary) -> Messages<'_> {
    let engine = |text| Message { severity: "error", urn: None, text };
    let mut all = Messages { errors: summary.errors.iter().map(String::as_str).map(engine).collect(), ..Messages::default() };
    let mut stack = Vec::new();
    for row in &summary.diagnostics {
        let message = Message { severity: &row.severity, urn: row.urn.as_deref(), text: &row.message };
        match message.severity {
            "error" if message.urn.is_none_or(is_stack) => stack.push(message),
            "error" => all.errors.push(message),
            "info#err" if summary.result != LogResult::Succeeded => all.output.push(message),
            "info" | "info#err" | "debug" => {}
            _ => all.warnings.push(message),
        }
    }
    all.errors.append(&mut stack);
    all
}

/// Rows that are told about together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Failed,
    Interrupted,
    Running,
    Replaced,
    Deleted,
    Imported,
    Created,
    Updated,
    /// Ops that are not known, and rare ones.
    Other,
}

impl Kind {
    const ORDER: [Self; 9] = [
        Self::Failed,
        Self::Interrupted,
        Self::Running,
        Self::Replaced,
        Self::Deleted,
        Self::Imported,
        Self::Created,
        Self::Updated,
        Self::Other,
    ];

    /// The heading of the group.
    pub(super) fn title(self, is_preview: bool) -> &'static str {
        match (self, is_preview) {
            (Self::Failed, _) => "Failed",
            (Self::Interrupted, _) => "Interrupted",
            (Self::Running, _) => "Still running",
            (Self::Replaced, false) => "Replaced",
            (Self::Replaced, true) => "To be replaced",
            (Self::Deleted, false) => "Deleted",
            (Self::Deleted, true) => "To be deleted",
            (Self::Imported, false) => "Imported",
            (Self::Imported, true) => "To be imported",
            (Self::Created, false) => "Created",
            (Self::Created, true) => "To be created",
            (Self::Updated, false) => "Updated",
            (Self::Updated, true) => "To be updated",
            (Self::Other, _) => "Other steps",
        }
    }

    /// Whether the rows are not where they should be.
    pub(super) fn is_unfinished(self) -> bool {
        matches!(self, Self::Failed | Self::Interrupted | Self::Running)
    }
}

/// The rows that say something, in groups; no group is empty.
pub(super) fn groups(summary: &LogSummary) -> Vec<(Kind, Vec<&ResourceUpdate>)> {
    let mut groups: Vec<(Kind, Vec<&ResourceUpdate>)> = Kind::ORDER.iter().map(|&kind| (kind, Vec::new())).collect();
    for row in &summary.resources {
        if let Some(kind) = kind_of(row, summary.is_preview) {
            groups[kind as usize].1.push(row);
        }
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

fn kind_of(row: &ResourceUpdate, is_preview: bool) -> Option<Kind> {
    let op = effect(row);
    // The stack has errors where any of its resources has, and runs as long as the update.
    let is_stack = row.resource_type == STACK_TYPE;
    match row.status {
        // No step was begun: the error itself says all there is.
        RowStatus::Failed if row.steps.is_empty() => return None,
        RowStatus::Failed if !is_stack || row.steps.iter().any(|step| step.status == RowStatus::Failed) => {
            return Some(Kind::Failed);
        }
        RowStatus::Interrupted if !is_stack && !is_preview => return Some(Kind::Interrupted),
        RowStatus::Running if !is_stack && !is_preview && *op != OpType::Same => return Some(Kind::Running),
        RowStatus::Running | RowStatus::Interrupted if is_stack && !is_preview => return None,
        RowStatus::Pending => return None,
        _ => {}
    }
    match op {
        op if !is_change(op) => None,
        op if is_replacement(op) => Some(Kind::Replaced),
        OpType::Delete => Some(Kind::Deleted),
        OpType::Import => Some(Kind::Imported),
        OpType::Create => Some(Kind::Created),
        OpType::Update => Some(Kind::Updated),
        _ => Some(Kind::Other),
    }
}

/// What came of a row: of a refresh what it found, which may be nothing.
fn effect(row: &ResourceUpdate) -> &OpType {
    match (&row.op, row.steps.last().and_then(|step| step.found.as_ref())) {
        (OpType::Refresh, Some(found)) => found,
        (OpType::Refresh, None) if row.diff.is_empty() => &OpType::Same,
        (OpType::Refresh, None) => &OpType::Update,
        (op, _) => op,
    }
}

/// The counts of changes, in Pulumi's order.
pub(super) fn changes(summary: &LogSummary) -> Vec<(&OpType, i64)> {
    let counts = summary.changes.0.iter().map(|(op, count)| (op, *count));
    counts.filter(|(op, count)| *count != 0 && is_change(op)).collect()
}

/// Why the update took as long as it did: the steps that the end waited for, as far as they took time. Empty of a preview, which
/// does nothing, and where it tells no more than the time of one step.
pub(super) fn critical_path(summary: &LogSummary) -> Vec<(&str, i64)> {
    let steps = summary.critical_path.iter().map(|step| (step.urn.as_str(), step.end_time.saturating_sub(step.start_time)));
    let steps: Vec<_> = steps.filter(|(_, seconds)| *seconds > 0).collect();
    if summary.is_preview || steps.len() < 2 { Vec::new() } else { steps }
}

/// The resources that took longest; none where there is nothing to compare.
pub(super) fn slowest(summary: &LogSummary) -> Vec<&SlowResource> {
    let slow: Vec<_> = summary.slowest.iter().filter(|row| row.duration_seconds > 0).collect();
    if summary.is_preview || slow.len() < 2 { Vec::new() } else { slow }
}

pub(super) fn is_stack(urn: &str) -> bool {
    Urn::parse(urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE)
}

/// Violations of each enforcement level, the most binding first.
pub(super) fn enforcement_levels(summary: &LogSummary) -> Vec<(&str, u64)> {
    let (mut levels, mut places) = (Vec::new(), BTreeMap::new());
    for violation in &summary.policies {
        let level = violation.enforcement_level.as_str();
        let at = *places.entry(level).or_insert_with(|| {
            levels.push((level, 0));
            levels.len() - 1
        });
        levels[at].1 += 1;
    }
    levels
}

/// How many resources each policy mended.
pub(super) fn remediations(summary: &LogSummary) -> Vec<(&str, u64)> {
    let mut counts = BTreeMap::new();
    for row in &summary.remediations {
        *counts.entry(row.policy.as_str()).or_default() += 1;
    }
    counts.into_iter().collect()
}
