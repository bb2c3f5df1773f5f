//! Policies that hold for a stack, and how an organisation complies with its policies.
//!
//! In: answers of the policy endpoints of a stack and of compliance, arguments of callers. Out: [`StackPolicyPacks`],
//! [`PolicyGroupList`], [`PolicyCompliance`], [`PolicyResultsMetadata`]. Fails where a pack or a group has no name.

use std::collections::BTreeMap;

use super::open::{Json, List, listed, model, words};

words! {
    /// What a policy group does about violations.
    pub enum PolicyGroupMode {
        /// Reports them.
        Audit = "audit",
        /// Stops updates.
        Preventative = "preventative",
    }

    /// What a policy group holds for.
    pub enum PolicyEntityType {
        /// Stacks.
        Stacks = "stacks",
        /// Accounts.
        Accounts = "accounts",
    }

    /// What the rows of a compliance table stand for.
    pub enum PolicyComplianceEntityType {
        /// Stacks.
        Stack = "stack",
        /// Accounts.
        Account = "account",
        /// Severities.
        Severity = "severity",
    }
}

model! {
    /// A policy pack that updates of a stack have to pass.
    pub struct RequiredPolicy {
        /// Name.
        pub name: String,
        /// Version, counted by the server.
        pub version: Option<i64>,
        /// Version, as its author named it.
        pub version_tag: Option<String>,
        /// Name for display.
        pub display_name: Option<String>,
        /// Where to get it.
        pub pack_location: Option<String>,
        /// Configuration by policy.
        pub config: Option<BTreeMap<String, Json>>,
        /// Environments that it reads.
        pub environments: Option<Vec<String>>,
        /// Exceptions by policy.
        pub exceptions: Option<BTreeMap<String, Json>>,
    }

    /// Policy packs that updates of a stack have to pass (Get Stack Policy Packs).
    #[serde(remote = "Self")]
    pub struct StackPolicyPacks {
        /// The packs.
        pub required_policies: List<RequiredPolicy>,
    }

    /// A policy group.
    pub struct PolicyGroup {
        /// Name.
        pub name: String,
        /// Whether it holds for whatever is in no other group.
        pub is_org_default: Option<bool>,
        /// How many stacks it holds for.
        pub num_stacks: Option<i64>,
        /// How many accounts it holds for.
        pub num_accounts: Option<i64>,
        /// What it holds for.
        pub entity_type: Option<PolicyEntityType>,
        /// What it does about violations.
        pub mode: Option<PolicyGroupMode>,
        /// How many of its policy packs are enabled.
        pub num_enabled_policy_packs: Option<i64>,
    }

    /// Policy groups that hold for a stack (Get Stack Policy Groups).
    #[serde(remote = "Self")]
    pub struct PolicyGroupList {
        /// The groups.
        pub policy_groups: List<PolicyGroup>,
    }

    /// Body of Get Policy Compliance Results.
    pub struct PolicyComplianceRequest {
        /// What the rows stand for.
        pub entity: PolicyComplianceEntityType,
        /// Where to go on.
        pub continuation_token: Option<String>,
        /// How many rows to return.
        pub size: Option<i64>,
    }

    /// One row of a compliance table.
    pub struct PolicyComplianceResult {
        /// Name of the stack, account or severity.
        pub entity_name: String,
        /// Scores, one for each column; -1 where the pack doesn't apply.
        pub scores: List<i64>,
    }

    /// A compliance table (Get Policy Compliance Results).
    pub struct PolicyCompliance {
        /// Names of the policy packs, one for each score.
        pub columns: List<String>,
        /// The rows.
        pub rows: List<PolicyComplianceResult>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
    }

    /// How an organisation complies, in four numbers (Get Policy Results Metadata).
    pub struct PolicyResultsMetadata {
        /// Policies.
        pub policy_total_count: Option<i64>,
        /// Policies with issues.
        pub policy_with_issues_count: Option<i64>,
        /// Resources under policies.
        pub resources_total_count: Option<i64>,
        /// Resources with issues.
        pub resources_with_issues_count: Option<i64>,
    }
}

listed!(StackPolicyPacks.required_policies);
listed!(PolicyGroupList.policy_groups);
