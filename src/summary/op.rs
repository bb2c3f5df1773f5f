//! Step ops: what a step does to a resource, and which ops belong together.
//!
//! In: [`OpType`]. Out: its place in reports and its class. Rules: `pkg/resource/deploy/step.go` and `pkg/display` of Pulumi
//! (pulumi-semantics section 5). An unknown op counts as a change and stands behind the known ones.

use crate::model::update::OpType;

/// The ops in the order in which Pulumi's totals name them.
pub(crate) const ORDER: [OpType; 15] = [
    OpType::Same,
    OpType::Create,
    OpType::Update,
    OpType::Delete,
    OpType::Replace,
    OpType::CreateReplacement,
    OpType::DeleteReplaced,
    OpType::Read,
    OpType::ReadReplacement,
    OpType::Refresh,
    OpType::Discard,
    OpType::DiscardReplaced,
    OpType::RemovePendingReplace,
    OpType::Import,
    OpType::ImportReplacement,
];

/// Place in the order of reports; unknown ops come last.
pub(crate) fn rank(op: &OpType) -> usize {
    ORDER.iter().position(|known| known == op).unwrap_or(ORDER.len())
}

/// Whether the step changes something: all but `same`, `read`, `discard` and `read-replacement`.
pub(crate) fn is_change(op: &OpType) -> bool {
    !matches!(op, OpType::Same | OpType::Read | OpType::Discard | OpType::ReadReplacement)
}

/// Whether the step is part of a replacement.
pub(crate) fn is_replacement(op: &OpType) -> bool {
    matches!(
        op,
        OpType::Replace
            | OpType::CreateReplacement
            | OpType::DeleteReplaced
            | OpType::ReadReplacement
            | OpType::DiscardReplaced
            | OpType::RemovePendingReplace
            | OpType::ImportReplacement
    )
}
