//! Policy issues: violations that were found, and the grid request that selects them.
//!
//! In: answer of List Policy Issues, arguments of callers. Out: [`PolicyIssueList`], [`PolicyIssuesRequest`]. Fails where an issue has
//! no id.

use std::collections::BTreeMap;

use super::open::{Json, List, listed, model, words};
use super::policy::PolicyGroupMode;
use super::user_info::UserInfo;

words! {
    /// What an issue was found on.
    pub enum IssueEntityType {
        /// A stack.
        Stack = "stack",
        /// An account.
        InsightsAccount = "insights-account",
    }

    /// How bad a violation is; the empty word where the policy doesn't say.
    pub enum PolicySeverity {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
        /// Critical.
        Critical = "critical",
    }

    /// Where an issue stands.
    pub enum PolicyIssueStatus {
        /// Open.
        Open = "open",
        /// Being worked on.
        InProgress = "in_progress",
        /// As it should be.
        ByDesign = "by_design",
        /// Gone.
        Fixed = "fixed",
        /// Left alone.
        Ignored = "ignored",
    }

    /// How pressing an issue is, most pressing first.
    pub enum PolicyIssuePriority {
        /// First.
        P0 = "p0",
        /// Second.
        P1 = "p1",
        /// Third.
        P2 = "p2",
        /// Fourth.
        P3 = "p3",
        /// Last.
        P4 = "p4",
    }
}

model! {
    /// A violation that was found.
    pub struct PolicyIssue {
        /// Id.
        pub id: String,
        /// What it was found on.
        pub entity_type: Option<IssueEntityType>,
        /// Project of the stack, or the parent of the account.
        pub entity_project: Option<String>,
        /// Name of the stack or account.
        pub entity_id: Option<String>,
        /// Version of the stack.
        pub stack_version: Option<i64>,
        /// Version of the resource.
        pub resource_version: Option<i64>,
        /// Name of the policy pack.
        pub policy_pack: Option<String>,
        /// Version of the policy pack, as its author named it.
        pub policy_pack_tag: Option<String>,
        /// Name of the policy.
        pub policy_name: Option<String>,
        /// URN of the resource.
        #[serde(rename = "resourceURN", alias = "resourceUrn")]
        pub resource_urn: Option<String>,
        /// Provider of the resource.
        pub resource_provider: Option<String>,
        /// Type of the resource.
        pub resource_type: Option<String>,
        /// Name of the resource.
        pub resource_name: Option<String>,
        /// What is wrong.
        pub message: Option<String>,
        /// When it was first seen (ISO 8601).
        pub observed_at: Option<String>,
        /// When it last changed (ISO 8601).
        pub last_modified: Option<String>,
        /// Enforcement level: `advisory`, `mandatory` and the like.
        pub level: Option<String>,
        /// How bad it is.
        pub severity: Option<PolicySeverity>,
        /// Where it stands.
        pub status: Option<PolicyIssueStatus>,
        /// What the policy does about violations.
        pub kind: Option<PolicyGroupMode>,
        /// How pressing it is.
        pub priority: Option<PolicyIssuePriority>,
        /// Who looks after it.
        pub assigned_to: Option<UserInfo>,
        /// Name of the policy group.
        pub policy_group_name: Option<String>,
        /// What the policy group does about violations.
        pub policy_group_type: Option<PolicyGroupMode>,
    }

    /// A page of policy issues (List Policy Issues).
    #[serde(remote = "Self")]
    pub struct PolicyIssueList {
        /// The issues.
        pub policy_issues: List<PolicyIssue>,
        /// Rows of groups, where the request asked for groups: values by column.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, unknown>[]"))]
        pub group_data: List<BTreeMap<String, Json>>,
        /// How many rows there are in all.
        pub row_count: Option<i64>,
    }

    /// A column of the grid.
    pub struct GridColumn {
        /// Id.
        pub id: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// Field that it shows.
        pub field: Option<String>,
        /// How groups sum it up.
        pub agg_func: Option<String>,
    }

    /// A condition on a column.
    pub struct GridFilter {
        /// Id of the column.
        pub col_id: Option<String>,
        /// Kind of value: `text`, `number` and the like.
        pub filter_type: Option<String>,
        /// Comparison: `equals`, `contains` and the like.
        #[serde(rename = "type")]
        pub type_: Option<String>,
        /// What to compare with.
        pub filter: Option<Json>,
        /// Conditions to combine.
        pub conditions: Option<Vec<GridFilter>>,
    }

    /// Conditions on the rows.
    pub struct GridFilterModel {
        /// How they combine: `AND` or `OR`.
        #[serde(rename = "type")]
        pub type_: Option<String>,
        /// The conditions.
        pub conditions: List<GridFilter>,
    }

    /// A column to sort by.
    pub struct GridSort {
        /// Id of the column.
        pub col_id: String,
        /// Direction: `asc` or `desc`.
        pub sort: String,
    }

    /// Body of List Policy Issues: which rows of the grid to return. Lists that are left out are sent empty.
    pub struct PolicyIssuesRequest {
        /// First row, from 0.
        pub start_row: Option<i64>,
        /// Row to stop before.
        pub end_row: Option<i64>,
        /// Columns to group by.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub row_group_cols: List<GridColumn>,
        /// Columns that groups sum up.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub value_cols: List<GridColumn>,
        /// Values of the group whose rows to return, outermost first.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub group_keys: List<String>,
        /// Conditions on the rows.
        pub filter_model: Option<GridFilterModel>,
        /// What to sort by.
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub sort_model: List<GridSort>,
    }
}

listed!(PolicyIssueList.policy_issues);
