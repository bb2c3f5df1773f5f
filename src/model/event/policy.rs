//! Events of policies.
//!
//! In: the payloads of events about policies. Out: one model for each. Nothing is demanded of them: fails only where a field has
//! another type than documented.

use std::collections::BTreeMap;

use crate::model::open::{Json, model};

model! {
    /// A policy was violated.
    pub struct PolicyEvent {
        /// URN of the resource; absent where the stack as a whole is meant.
        pub resource_urn: Option<String>,
        /// The text, with colour tags as `<{%reset%}>`.
        pub message: Option<String>,
        /// What to do with the colour tags.
        pub color: Option<String>,
        /// Policy.
        pub policy_name: Option<String>,
        /// Policy pack.
        pub policy_pack_name: Option<String>,
        /// Version of the pack.
        pub policy_pack_version: Option<String>,
        /// Version of the pack, as its author named it.
        pub policy_pack_version_tag: Option<String>,
        /// What a violation leads to: `advisory`, `warning`, `mandatory`, `remediate`, `none`.
        pub enforcement_level: Option<String>,
        /// How bad it is: `low`, `medium`, `high`, `critical`.
        pub severity: Option<String>,
        /// Exceptions that let it pass.
        pub exceptions: Option<Vec<PolicyEventException>>,
    }

    /// An exception from a policy.
    pub struct PolicyEventException {
        /// Id.
        pub id: Option<String>,
        /// Why.
        pub reason: Option<String>,
    }

    /// A policy mended a resource.
    pub struct PolicyRemediationEvent {
        /// URN of the resource.
        pub resource_urn: Option<String>,
        /// What to do with colour tags.
        pub color: Option<String>,
        /// Policy.
        pub policy_name: Option<String>,
        /// Policy pack.
        pub policy_pack_name: Option<String>,
        /// Version of the pack.
        pub policy_pack_version: Option<String>,
        /// Version of the pack, as its author named it.
        pub policy_pack_version_tag: Option<String>,
        /// Properties before.
        pub before: Option<BTreeMap<String, Json>>,
        /// Properties afterwards.
        pub after: Option<BTreeMap<String, Json>>,
    }

    /// Policies are loaded.
    pub struct PolicyLoadEvent {}

    /// Policies of a pack that a resource passed and failed.
    pub struct PolicyAnalyzeSummaryEvent {
        /// URN of the resource.
        pub resource_urn: Option<String>,
        /// Policy pack.
        pub policy_pack_name: Option<String>,
        /// Version of the pack.
        pub policy_pack_version: Option<String>,
        /// Version of the pack, as its author named it.
        pub policy_pack_version_tag: Option<String>,
        /// Policies passed.
        pub passed: Option<Vec<String>>,
        /// Policies failed.
        pub failed: Option<Vec<String>>,
    }

    /// Policies of a pack that mended a resource, and those that did not.
    pub struct PolicyRemediateSummaryEvent {
        /// URN of the resource.
        pub resource_urn: Option<String>,
        /// Policy pack.
        pub policy_pack_name: Option<String>,
        /// Version of the pack.
        pub policy_pack_version: Option<String>,
        /// Version of the pack, as its author named it.
        pub policy_pack_version_tag: Option<String>,
        /// Policies passed.
        pub passed: Option<Vec<String>>,
        /// Policies failed.
        pub failed: Option<Vec<String>>,
    }

    /// Policies of a pack that the stack passed and failed.
    pub struct PolicyAnalyzeStackSummaryEvent {
        /// Policy pack.
        pub policy_pack_name: Option<String>,
        /// Version of the pack.
        pub policy_pack_version: Option<String>,
        /// Version of the pack, as its author named it.
        pub policy_pack_version_tag: Option<String>,
        /// Policies passed.
        pub passed: Option<Vec<String>>,
        /// Policies failed.
        pub failed: Option<Vec<String>>,
    }
}
