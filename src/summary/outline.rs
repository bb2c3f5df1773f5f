//! What a person wants to know of an update, in the order in which they want it.
//!
//! In: [`LogSummary`]. Out: its rows in groups (what went wrong, replacements, deletions, the rest that changed), its messages and
//! violations by weight, its times, and the [`wording`] of all that. Both printers, text and Markdown, show them in the same order. The
//! texts are not tame yet. Nothing can fail.

mod counts;
mod messages;
mod policies;
mod times;
mod warnings;
mod wording;

use std::collections::HashMap;

use super::op::{is_change, is_replacement};
use super::report::{LogSummary, ResourceUpdate, RowStatus};
use crate::model::Urn;
use crate::model::update::OpType;
use crate::model::urn::STACK_TYPE;

pub(super) use counts::{Look, counts, extent};
pub(super) use messages::{Message, Messages, messages, output_title};
pub(super) use policies::{Policies, Remedy, Violated, policies};
pub(super) use times::{critical_path, slowest};
pub(super) use warnings::warnings;
pub(super) use wording::*;

/// Rows that are told about together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The group of an op that changes something.
    fn of(op: &OpType) -> Self {
        match op {
            op if is_replacement(op) => Self::Replaced,
            OpType::Delete => Self::Deleted,
            OpType::Import => Self::Imported,
            OpType::Create => Self::Created,
            OpType::Update => Self::Updated,
            _ => Self::Other,
        }
    }
}

/// A resource in a group.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) update: &'a ResourceUpdate,
    /// What it was, where its replacement gave it another name or type.
    was: Option<&'a ResourceUpdate>,
}

impl Row<'_> {
    /// The name that it had, with the type where that is another too.
    pub(super) fn former(&self) -> Option<String> {
        let was = self.was?;
        let (kind, name) = label(&was.urn);
        Some(if was.resource_type == self.update.resource_type { name.to_owned() } else { format!("{kind} {name}") })
    }
}

/// The rows that say something, in groups; no group is empty.
pub(super) fn groups(summary: &LogSummary) -> Vec<(Kind, Vec<Row<'_>>)> {
    let mut groups: Vec<(Kind, Vec<Row<'_>>)> = Kind::ORDER.iter().map(|&kind| (kind, Vec::new())).collect();
    let renames = renames(summary);
    let failure_is_told = messages::any_error(summary) || summary.resources.iter().any(|row| !is_root(row) && failed(row));
    for update in &summary.resources {
        let Some(kind) = kind_of(update, summary.is_preview, failure_is_told) else { continue };
        match renames.get(update.urn.as_str()) {
            Some(Renamed::To) if kind == Kind::Replaced => {}
            Some(Renamed::From(was)) => groups[kind as usize].1.push(Row { update, was: Some(was) }),
            _ => groups[kind as usize].1.push(Row { update, was: None }),
        }
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

fn is_root(row: &ResourceUpdate) -> bool {
    row.resource_type == STACK_TYPE
}

/// No step was begun where there are none: the error itself says all there is.
fn failed(row: &ResourceUpdate) -> bool {
    row.status == RowStatus::Failed && !row.steps.is_empty()
}

fn kind_of(row: &ResourceUpdate, is_preview: bool, failure_is_told: bool) -> Option<Kind> {
    let op = effect(row);
    let is_stack = is_root(row);
    match row.status {
        // The stack has errors where any of its resources has.
        RowStatus::Failed if !is_stack || !failure_is_told => return failed(row).then_some(Kind::Failed),
        RowStatus::Interrupted if !is_stack && !is_preview => return Some(Kind::Interrupted),
        RowStatus::Running if !is_stack && !is_preview && *op != OpType::Same => return Some(Kind::Running),
        // It runs as long as the update.
        RowStatus::Running | RowStatus::Interrupted if is_stack && !is_preview => return None,
        RowStatus::Pending => return None,
        _ => {}
    }
    is_change(op).then(|| Kind::of(op))
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

enum Renamed<'a> {
    /// It takes the place of this one.
    From(&'a ResourceUpdate),
    /// Another takes its place.
    To,
}

/// Replacements under another name, by URN: an alias made it another resource, so that the two halves have rows of their own. They are
/// joined where there is one such half on each side, in the whole update or among the resources of a type.
fn renames(summary: &LogSummary) -> HashMap<&str, Renamed<'_>> {
    let is_heir = |row: &&ResourceUpdate| {
        is_replacement(&row.op) && !row.steps.is_empty() && !row.steps.iter().any(|step| step.op == OpType::DeleteReplaced)
    };
    let originals: Vec<&ResourceUpdate> = summary.resources.iter().filter(|row| is_original(row)).collect();
    let heirs: Vec<&ResourceUpdate> = summary.resources.iter().filter(is_heir).collect();
    let mut halves: HashMap<&str, [Vec<&ResourceUpdate>; 2]> = HashMap::new();
    if originals.len() == 1 && heirs.len() == 1 {
        halves.insert("", [originals, heirs]);
    } else {
        for (side, rows) in [originals, heirs].into_iter().enumerate() {
            for row in rows {
                halves.entry(&row.resource_type).or_default()[side].push(row);
            }
        }
    }
    let mut renames = HashMap::new();
    for [originals, heirs] in halves.values() {
        if let ([original], [heir]) = (originals.as_slice(), heirs.as_slice()) {
            renames.insert(heir.urn.as_str(), Renamed::From(original));
            renames.insert(original.urn.as_str(), Renamed::To);
        }
    }
    renames
}

/// Whether all that happened to it is that it went, as another took its place.
fn is_original(row: &ResourceUpdate) -> bool {
    !row.steps.is_empty() && row.steps.iter().all(|step| step.op == OpType::DeleteReplaced)
}

pub(super) fn is_stack(urn: &str) -> bool {
    Urn::parse(urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE)
}
