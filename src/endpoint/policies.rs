//! Policies: those that hold for a stack, and how an organisation complies.
//!
//! In: names, query models and bodies. Out: calls. Issues and compliance are read by POST, since what they are asked is a body; a
//! POST is not retried unless the caller says so.

use super::{Call, Endpoint, query};
use crate::error::Result;
use crate::http::{Method, StackName};
use crate::model::policy::{
    PolicyCompliance, PolicyComplianceRequest, PolicyGroupList, PolicyGroupMode, PolicyResultsMetadata, StackPolicyPacks,
};
use crate::model::policy_issue::{PolicyIssueList, PolicyIssuesRequest};

const PACKS: Endpoint = Endpoint::new(
    "policies.packs",
    "Get Stack Policy Packs",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/policypacks",
);
const GROUPS: Endpoint = Endpoint::new(
    "policies.groups",
    "Get Stack Policy Groups",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/policygroups",
);
const ISSUES: Endpoint =
    Endpoint::new("policies.issues", "List Policy Issues", Method::Post, "/api/orgs/{organization}/policyresults/issues");
const COMPLIANCE: Endpoint = Endpoint::new(
    "policies.compliance",
    "Get Policy Compliance Results",
    Method::Post,
    "/api/orgs/{organization}/policyresults/compliance",
);
const METADATA: Endpoint = Endpoint::new(
    "policies.metadata",
    "Get Policy Results Metadata",
    Method::Get,
    "/api/orgs/{organization}/policyresults/metadata",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[PACKS, GROUPS, ISSUES, COMPLIANCE, METADATA];

query! {
    /// Which policy packs of a stack.
    pub struct ListPolicyPacks {
        /// Only those of groups with this mode.
        pub mode: Option<PolicyGroupMode>,
    }

    /// Which policy issues.
    pub struct ListPolicyIssues {
        /// Whether to return closed issues instead of open ones.
        pub closed: Option<bool>,
    }
}

/// The policy packs that updates of a stack have to pass.
pub fn packs(stack: &StackName, query: &ListPolicyPacks) -> Result<Call<StackPolicyPacks>> {
    Ok(Call::json(PACKS.on(stack, &[])?.with_query(query)))
}

/// The policy groups that hold for a stack.
pub fn groups(stack: &StackName) -> Result<Call<PolicyGroupList>> {
    Ok(Call::json(GROUPS.on(stack, &[])?))
}

/// The rows of policy issues that `body` selects. `validation` where its conditions cannot be understood.
pub fn issues(organization: &str, body: &PolicyIssuesRequest, query: &ListPolicyIssues) -> Result<Call<PolicyIssueList>> {
    Ok(Call::json(ISSUES.fill(&[organization])?.with_query(query).with_json(body)?))
}

/// How stacks, accounts or severities score, by policy pack. The table goes on with the answer's `continuationToken` in `body`.
pub fn compliance(organization: &str, body: &PolicyComplianceRequest) -> Result<Call<PolicyCompliance>> {
    Ok(Call::json(COMPLIANCE.fill(&[organization])?.with_json(body)?))
}

/// How an organisation complies, in four numbers.
pub fn metadata(organization: &str) -> Result<Call<PolicyResultsMetadata>> {
    Ok(Call::json(METADATA.fill(&[organization])?))
}
