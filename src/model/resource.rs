//! Resources of a stack as the API lists them, which is not quite as a state records them.
//!
//! In: answers of the resource endpoints of a stack. Out: [`StackResources`], [`ResourceCount`]. Fails where a resource has no URN or
//! no type.

use std::collections::BTreeMap;

use super::open::{Json, List, listed, model};

model! {
    /// How many resources a stack has (Get Stack Resource Count).
    pub struct ResourceCount {
        /// The count.
        pub resource_count: i64,
        /// Version of the stack that it holds for.
        pub version: Option<i64>,
    }

    /// Resources of a stack (Get Current Stack Resources, Get Stack Resources For Version).
    #[serde(remote = "Self")]
    pub struct StackResources {
        /// The resources.
        pub resources: List<ResourceInfo>,
        /// Region of the default provider.
        pub region: Option<String>,
        /// Version of the stack that they belong to.
        pub version: Option<i64>,
    }

    /// One resource in a list.
    pub struct ResourceInfo {
        /// The resource.
        pub resource: Resource,
    }

    /// A resource of a stack.
    pub struct Resource {
        /// Physical id; absent for components.
        pub id: Option<String>,
        /// Type token.
        #[serde(rename = "type")]
        pub type_: String,
        /// URN.
        pub urn: String,
        /// Whether a provider manages it; false for components.
        pub custom: Option<bool>,
        /// Whether it awaits deletion.
        pub delete: Option<bool>,
        /// URNs that it depends on.
        pub dependencies: Option<Vec<String>>,
        /// URN of its parent.
        pub parent: Option<String>,
        /// Whether it is protected from deletion.
        pub protect: Option<bool>,
        /// Whether it is read, not managed.
        pub external: Option<bool>,
        /// Whether deleting it leaves the real thing.
        pub retain_on_delete: Option<bool>,
        /// Outputs that are secret besides those of the provider.
        pub additional_secret_outputs: Option<Vec<String>>,
        /// URNs that it had before.
        pub aliases: Option<Vec<String>>,
        /// URN of the resource whose deletion takes it along.
        pub deleted_with: Option<String>,
        /// Errors of its initialisation.
        pub init_errors: Option<Vec<String>>,
        /// Inputs; secrets are encoded objects.
        pub inputs: Option<BTreeMap<String, Json>>,
        /// Outputs; secrets are encoded objects.
        pub outputs: Option<BTreeMap<String, Json>>,
        /// Inputs of its provider.
        pub provider_inputs: Option<BTreeMap<String, Json>>,
    }
}

listed!(StackResources.resources);
