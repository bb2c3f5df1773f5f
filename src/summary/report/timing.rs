//! What happened when, in the shape of the answer.
//!
//! In: nothing. Out: entries of the timeline, of the critical path, and of what took longest. Nothing can fail.

use serde::Serialize;

use crate::model::update::OpType;

/// Something that happened at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TimelineEntry {
    /// When.
    pub time: i64,
    /// URN of the resource.
    pub urn: String,
    /// The step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// What happened to the step.
    pub phase: TimelinePhase,
}

/// A step begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimelinePhase {
    /// It begins.
    Begin,
    /// It has ended well.
    Done,
    /// It has failed.
    Failed,
}

/// A step on the critical path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CriticalStep {
    /// URN of the resource.
    pub urn: String,
    /// The step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// When it began.
    pub start_time: i64,
    /// When it ended; of a running step the time of the last event.
    pub end_time: i64,
    /// Why it waited for the step before it; absent of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub after: Option<WaitReason>,
}

/// Why a step could not begin earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum WaitReason {
    /// The step before is the parent's (of a deletion: the child's).
    Parent,
    /// An input holds a value or id of the resource before, or it is the provider.
    Dependency,
    /// The step before is one of the same resource.
    Step,
}

/// A resource and how long it took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SlowResource {
    /// URN.
    pub urn: String,
    /// Seconds from the beginning of its first step to the end of its last.
    pub duration_seconds: i64,
}
