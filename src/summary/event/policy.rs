//! What policy packs say about an update.
//!
//! In: payloads of policy events. Out: violations, remediations, and the policies that were passed and failed. Nothing can fail.

use std::borrow::Cow;

use super::Raw;
use super::fields::Fields;

/// A violation.
#[derive(Debug, Clone)]
pub(crate) struct Policy<'a> {
    /// Empty where the policy is about the stack.
    pub(crate) resource_urn: Cow<'a, str>,
    pub(crate) message: Cow<'a, str>,
    pub(crate) name: Cow<'a, str>,
    pub(crate) pack: Cow<'a, str>,
    pub(crate) pack_version: Cow<'a, str>,
    pub(crate) pack_version_tag: Cow<'a, str>,
    /// `advisory`, `mandatory`, `remediate`, `disabled`, or a word not known yet.
    pub(crate) enforcement_level: Cow<'a, str>,
    /// `low`, `medium`, `high`, `critical`, or empty.
    pub(crate) severity: Cow<'a, str>,
}

/// A resource that a policy mended.
#[derive(Debug, Clone)]
pub(crate) struct PolicyRemediation<'a> {
    pub(crate) resource_urn: Cow<'a, str>,
    pub(crate) name: Cow<'a, str>,
    pub(crate) pack: Cow<'a, str>,
    pub(crate) pack_version: Cow<'a, str>,
    pub(crate) pack_version_tag: Cow<'a, str>,
    pub(crate) before: Option<Raw<'a>>,
    pub(crate) after: Option<Raw<'a>>,
}

/// The policies of a pack that something passed and failed.
#[derive(Debug, Clone)]
pub(crate) struct PolicySummary<'a> {
    pub(crate) pack: Cow<'a, str>,
    pub(crate) pack_version: Cow<'a, str>,
    pub(crate) pack_version_tag: Cow<'a, str>,
    pub(crate) passed: Vec<Cow<'a, str>>,
    pub(crate) failed: Vec<Cow<'a, str>>,
}

impl<'a> Policy<'a> {
    pub(super) fn read(fields: Fields<'a, '_>) -> Self {
        Self {
            resource_urn: fields.text("resourceUrn"),
            message: fields.text("message"),
            name: fields.text("policyName"),
            pack: fields.text("policyPackName"),
            pack_version: fields.text("policyPackVersion"),
            pack_version_tag: fields.text("policyPackVersionTag"),
            enforcement_level: fields.text("enforcementLevel"),
            severity: fields.text("severity"),
        }
    }
}

impl<'a> PolicyRemediation<'a> {
    pub(super) fn read(fields: Fields<'a, '_>) -> Self {
        Self {
            resource_urn: fields.text("resourceUrn"),
            name: fields.text("policyName"),
            pack: fields.text("policyPackName"),
            pack_version: fields.text("policyPackVersion"),
            pack_version_tag: fields.text("policyPackVersionTag"),
            before: fields.raw("before"),
            after: fields.raw("after"),
        }
    }
}

impl<'a> PolicySummary<'a> {
    pub(super) fn read(fields: Fields<'a, '_>) -> Self {
        Self {
            pack: fields.text("policyPackName"),
            pack_version: fields.text("policyPackVersion"),
            pack_version_tag: fields.text("policyPackVersionTag"),
            passed: fields.list("passed").unwrap_or_default(),
            failed: fields.list("failed").unwrap_or_default(),
        }
    }
}
