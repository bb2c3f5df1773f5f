//! Steps of the engine: one operation on one resource, before and after.
//!
//! In: the payloads of events about resources. Out: [`StepEventMetadata`] and the events that hold it. Fails where a step lacks its
//! operation, URN or type.

use std::collections::BTreeMap;

use crate::model::open::{Json, model, words};
use crate::model::update::OpType;

words! {
    /// How one property differs.
    pub enum DiffKind {
        /// New.
        Add = "add",
        /// New, and so the resource must be replaced.
        AddReplace = "add-replace",
        /// Gone.
        Delete = "delete",
        /// Gone, and so the resource must be replaced.
        DeleteReplace = "delete-replace",
        /// Another value.
        Update = "update",
        /// Another value, and so the resource must be replaced.
        UpdateReplace = "update-replace",
    }
}

model! {
    /// A step begins.
    pub struct ResourcePreEvent {
        /// The step.
        pub metadata: StepEventMetadata,
        /// Whether the update is being planned, not carried out.
        pub planning: Option<bool>,
    }

    /// A step has ended well.
    pub struct ResOutputsEvent {
        /// The step.
        pub metadata: StepEventMetadata,
        /// Whether the update is being planned, not carried out.
        pub planning: Option<bool>,
    }

    /// A step has failed.
    pub struct ResOpFailedEvent {
        /// The step.
        pub metadata: StepEventMetadata,
        /// Status that the provider left the resource in.
        pub status: Option<i64>,
        /// Steps so far.
        pub steps: Option<i64>,
        /// Whether something waited for the resource.
        pub awaited: Option<bool>,
    }

    /// One operation on one resource.
    pub struct StepEventMetadata {
        /// The operation.
        pub op: OpType,
        /// URN.
        pub urn: String,
        /// Type.
        #[serde(rename = "type")]
        pub type_: String,
        /// The resource before; absent where it is new.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "StepEventState | null"))]
        pub old: Option<StepEventState>,
        /// The resource afterwards; absent where it goes.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "StepEventState | null"))]
        pub new: Option<StepEventState>,
        /// Properties that make it be replaced.
        pub keys: Option<Vec<String>>,
        /// Properties that differ.
        pub diffs: Option<Vec<String>>,
        /// How each property differs, by path; absent where it was not computed, empty where nothing does.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, PropertyDiff> | null"))]
        pub detailed_diff: Option<BTreeMap<String, PropertyDiff>>,
        /// Whether the program asked for the step; false for parts of a replacement.
        pub logical: Option<bool>,
        /// Reference to the provider that carries it out; empty where none does.
        pub provider: Option<String>,
    }

    /// How one property differs.
    pub struct PropertyDiff {
        /// How.
        pub diff_kind: DiffKind,
        /// Whether inputs were compared, not the state.
        pub input_diff: Option<bool>,
    }

    /// A resource before or after a step.
    pub struct StepEventState {
        /// Type.
        #[serde(rename = "type")]
        pub type_: String,
        /// URN.
        pub urn: String,
        /// Whether a provider manages it; absent for components.
        pub custom: Option<bool>,
        /// Whether it awaits deletion.
        pub delete: Option<bool>,
        /// Physical id; empty where there is none yet.
        pub id: Option<String>,
        /// URN of its parent; empty where there is none.
        pub parent: Option<String>,
        /// Whether it is protected from deletion.
        pub protect: Option<bool>,
        /// Whether it is marked for replacement.
        pub taint: Option<bool>,
        /// Whether it is read, not managed.
        pub external: Option<bool>,
        /// Whether deleting it leaves the real thing.
        pub retain_on_delete: Option<bool>,
        /// Inputs, without secrets.
        pub inputs: Option<BTreeMap<String, Json>>,
        /// Outputs, without secrets.
        pub outputs: Option<BTreeMap<String, Json>>,
        /// Reference to its provider.
        pub provider: Option<String>,
        /// Errors of its initialisation.
        pub init_errors: Option<Vec<String>>,
        /// Paths of properties whose differences are not to be shown.
        pub hide_diffs: Option<Vec<String>>,
    }
}
