//! What a resource's steps come to: its op, how it counts, and whether it is done.
//!
//! In: steps of a row, in order. Out: one op, counts, and whether something is still to come. Nothing can fail.
//! The op is that of the last step that changes something; a replacement stays one whatever its parts, but for a deletion after it; an original
//! that goes makes it one only while nothing else is known. What
//! becomes of a copy that an earlier update left over is not what happens to the resource, unless nothing else does.
//! A replacement whose replacement is created first has its parts in the order create-replacement, replace, delete-replaced; the other
//! kind delete-replaced, replace, create-replacement. One under a new URN leaves the old URN its delete-replaced alone.

use crate::model::update::OpType;
use crate::summary::op;
use crate::summary::report::OpCounts;

use super::counts::tidy;
use super::rows::{Row, Stage, StepState};

/// How much an op says: a step takes the place of one that says as much or less.
fn weight(op: &OpType) -> u8 {
    match op {
        OpType::Same | OpType::Refresh | OpType::RemovePendingReplace => 0,
        OpType::Read | OpType::Discard => 1,
        _ => 2,
    }
}

/// Whether a step shows that the resource is replaced; that an original goes can be left over from an earlier update.
fn makes(op: &OpType) -> bool {
    matches!(op, OpType::Replace | OpType::CreateReplacement | OpType::ImportReplacement | OpType::ReadReplacement)
}

/// Whether a step of a resource that a provider manages has begun and not ended.
pub(super) fn open(row: &Row, step: &StepState) -> bool {
    row.custom && step.stage == Stage::Running && !matches!(step.op, OpType::Same | OpType::RemovePendingReplace)
}

impl Row {
    /// Takes in the op of a step, or what a refresh found; `copy` where that is about a copy left over.
    pub(super) fn take_op(&mut self, op: &OpType, copy: bool) {
        let part = op::is_replacement(op) && *op != OpType::RemovePendingReplace;
        let op = if part { &OpType::Replace } else { op };
        let stays = self.op.as_ref().is_some_and(|known| {
            if copy != self.of_copy {
                return copy;
            }
            match known {
                OpType::Replace => *op != OpType::Delete && self.steps.iter().any(|step| makes(&step.op)),
                known => *op != OpType::Delete && weight(known) > weight(op),
            }
        });
        if !stays {
            (self.op, self.of_copy) = (Some(op.clone()), copy);
        }
    }

    /// How the row counts, where that is not once under its op.
    pub(super) fn counts(&self) -> Option<OpCounts> {
        let mut counts: Vec<(OpType, i64)> = Vec::new();
        for step in self.steps.iter().filter(|step| step.counted) {
            let op = step.found.as_ref().unwrap_or(&step.op);
            match counts.iter_mut().find(|(known, _)| known == op) {
                Some((_, count)) => *count += 1,
                None => counts.push((op.clone(), 1)),
            }
        }
        let once = matches!(&counts[..], [(op, 1)] if Some(op) == self.op.as_ref());
        (!once).then(|| tidy(&counts))
    }

    pub(super) fn errors(&self) -> u64 {
        let severities = self.more.as_ref().map_or(&[][..], |more| &more.severities);
        severities.iter().find(|(word, _)| &**word == "error").map_or(0, |(_, count)| *count)
    }

    /// Whether a step failed, or an error was reported.
    pub(super) fn failed(&self) -> bool {
        self.steps.iter().any(|step| step.stage == Stage::Failed) || self.errors() > 0
    }

    /// Whether a provider still works on a step. Steps of components have no end of their own.
    pub(super) fn pending(&self) -> bool {
        self.steps.iter().any(|step| open(self, step))
    }

    /// Whether parts of a replacement are still to come. Once the engine has `summed` up, an original that it did not delete is none.
    pub(super) fn replacing(&self, summed: bool) -> bool {
        if self.op != Some(OpType::Replace) || self.steps_omitted > 0 {
            return false;
        }
        let removes = |op: &OpType| matches!(op, OpType::DeleteReplaced | OpType::DiscardReplaced);
        let made = self.steps.iter().any(|step| step.op != OpType::Replace && makes(&step.op));
        let replace = self.steps.iter().rfind(|step| step.op == OpType::Replace);
        let first = self.steps.iter().find(|step| op::is_replacement(&step.op));
        match (made, replace) {
            (false, None) => !summed && !self.renamed,
            (true, Some(replace)) if replace.stage != Stage::Running => {
                let created_first = first.is_some_and(|step| step.op == OpType::CreateReplacement);
                !summed && created_first && !self.renamed && !self.steps.iter().any(|step| removes(&step.op))
            }
            _ => true,
        }
    }
}
