//! What policy packs said, in the shape of the answer.
//!
//! In: nothing. Out: violations, packs and remediations. Nothing can fail.

use std::collections::BTreeMap;

use super::resource::ResourcePropertyChange;
use serde::Serialize;

/// A policy that was violated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyViolation {
    /// Name of the policy.
    pub policy: String,
    /// Name of its pack.
    pub pack: String,
    /// Version of the pack, or its tag.
    pub pack_version: String,
    /// `mandatory`, `advisory`, `remediate`, `disabled`, or a word not known yet.
    pub enforcement_level: String,
    /// `low`, `medium`, `high` or `critical`, where given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub severity: Option<String>,
    /// URN of the resource; absent where the policy is about the stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub urn: Option<String>,
    /// The text without colours.
    pub message: String,
}

/// A policy pack that ran.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyPackRow {
    /// Name.
    pub name: String,
    /// Version, or its tag.
    pub version: String,
    /// Path, of a pack that lies on the machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub path: Option<String>,
    /// Violations of each enforcement level.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub violations: BTreeMap<String, u64>,
    /// Resources that it mended.
    pub remediations: u64,
    /// Times that a policy was passed, where the log tells.
    pub passed: u64,
    /// Times that a policy was failed, where the log tells.
    pub failed: u64,
}

/// A resource that a policy mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RemediationRow {
    /// Name of the policy.
    pub policy: String,
    /// Name of its pack.
    pub pack: String,
    /// Version of the pack, or its tag.
    pub pack_version: String,
    /// URN of the resource.
    pub urn: String,
    /// What it changed.
    pub changes: Vec<ResourcePropertyChange>,
}
