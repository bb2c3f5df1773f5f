//! What happened to one resource, in the shape of the answer.
//!
//! In: nothing. Out: [`ResourceUpdate`] and what it holds. Nothing can fail.

use std::collections::BTreeMap;

use serde::Serialize;

use super::outcome::OpCounts;
use crate::model::json_text::Json;
use crate::model::update::OpType;

/// Where a resource, or one step of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum RowStatus {
    /// Known by a message or a policy; no step has begun, and the update is not over.
    Pending,
    /// A step has begun.
    Running,
    /// All steps have ended well, and of a replacement none is missing; or the update is over and there was no step.
    Done,
    /// A step failed, or an error was reported.
    Failed,
    /// The log ended while a step was under way, or before the last part of a replacement.
    Interrupted,
}

impl RowStatus {
    /// The word in results, such as `done`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Interrupted => "interrupted",
        }
    }
}

/// What happened to one resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceUpdate {
    /// URN.
    pub urn: String,
    /// Type token.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// Last part of the URN.
    pub name: String,
    /// URN of the parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub parent: Option<String>,
    /// Provider reference, `urn::id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub provider: Option<String>,
    /// Physical id after the update; of a deletion the one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    /// Managed by a provider; false for components, and where no step tells.
    pub custom: bool,
    /// What was done: the last step that changes something, a replacement with all its steps being one `replace`; of a refresh, what it
    /// found. `same` too where `steps` is empty: the resource is only spoken of, by a message or a policy, and nothing is known to be
    /// done to it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// How it counts in `changes`, where that is not once under `op`: one that was imported and then updated as `{"import":1,"update":1}`,
    /// one that stays while two copies left over from earlier updates are deleted as `{"same":1,"delete":2}`, one whose step failed, or
    /// that is read, as `{}`. The sum over all resources is what the steps add up to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "ResourceChanges"))]
    pub counts: Option<OpCounts>,
    /// Every step, in order.
    pub steps: Vec<StepRow>,
    /// Further steps: of one resource 100 are kept, the last one among them.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub steps_omitted: u64,
    /// A provider that the engine made for itself; listed only where something went wrong with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub internal: bool,
    /// Where it stands.
    pub status: RowStatus,
    /// When its first step began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub start_time: Option<i64>,
    /// When its last step ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub end_time: Option<i64>,
    /// Seconds between the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub duration_seconds: Option<i64>,
    /// Paths of the properties that differ.
    pub diff: Vec<String>,
    /// How each of them differs.
    pub property_diff: Vec<ResourcePropertyChange>,
    /// Further properties that differ: 1,000 are kept, of those that force a replacement the first.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub property_diff_omitted: u64,
    /// Why it is replaced, where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub replace_reasons: Vec<ReplaceReason>,
    /// Messages of each severity, ephemeral ones left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub diagnostics: BTreeMap<String, u64>,
    /// Violations of policies of each enforcement level.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub policies: BTreeMap<String, u64>,
    /// `protect` after the update, where it is set.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub protect: bool,
    /// The provider keeps the real resource when the engine deletes it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub retain_on_delete: bool,
}

/// One step of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StepRow {
    /// What the step does.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// Of a refresh: what it found, such as `update` or `delete`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "OpType"))]
    pub found: Option<OpType>,
    /// Where it stands.
    pub status: RowStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub start_time: Option<i64>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub end_time: Option<i64>,
}

/// How a property of a resource differs, as the provider or a comparison of the two states says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourcePropertyChange {
    /// Where, in Pulumi's own syntax: `tags.env`, `rules[2].port`.
    pub path: String,
    /// `add`, `delete` or `update`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"add\" | \"delete\" | \"update\""))]
    pub kind: &'static str,
    /// The change makes the resource be replaced.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub replace: bool,
    /// The old value, secrets masked; cut where it is huge; absent in an addition, and where the log does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub before: Option<Json>,
    /// The new value, secrets masked; cut where it is huge; absent in a deletion, and where the log does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub after: Option<Json>,
    /// The program asked for the values to be hidden (`hideDiffs`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub hidden: bool,
    /// `before` or `after` is not whole: of a value 16 KiB of JSON are kept. It stays of its kind: of a string there is a piece, around the
    /// first difference where there is one, with `…` where it is cut; of a list or an object those items that differ, as many as fit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub truncated: bool,
    /// The value is a secret on at least one side, and masked on both.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub secret: bool,
}

/// Why a resource is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReplaceReason {
    /// The property that forces it; absent where the log names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub property: Option<String>,
    /// The resource whose own change made the property change, where the log tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub caused_by: Option<String>,
    /// In words for people, to be read behind "because": `name changes`, `its provider becomes west`; only `for a reason that the log does
    /// not tell` stands by itself.
    pub because: String,
}

pub(super) fn is_zero(count: &u64) -> bool {
    *count == 0
}
