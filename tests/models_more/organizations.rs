//! Policies, environments, users, and what a server can do.

use serde_json::json;

use stackscope::model::audit::AuditLogEventTypeList;
use stackscope::model::environment::{EnvironmentList, OpenEnvironmentResponse};
use stackscope::model::policy::{
    PolicyCompliance, PolicyComplianceRequest, PolicyGroupList, PolicyResultsMetadata, StackPolicyPacks,
};
use stackscope::model::policy_issue::{PolicyIssueList, PolicyIssuesRequest};
use stackscope::model::search::ParsedSearchQuery;
use stackscope::model::server::{Capabilities, CapabilityName};
use stackscope::model::user::{DefaultOrganization, MemberTeams, User};

use crate::{bears_null, read, somebody, whole, write};

#[test]
fn policies() {
    let packs: StackPolicyPacks = whole(json!({
        "requiredPolicies": [{
            "name": "aws", "version": 3, "versionTag": "1.2.0", "displayName": "AWS", "packLocation": "https://example.com/p",
            "config": { "no-public": { "enforcementLevel": "mandatory" } }, "environments": ["policies/aws"], "exceptions": {}
        }]
    }));
    assert_eq!(packs.required_policies[0].version_tag.as_deref(), Some("1.2.0"));
    assert!(read::<StackPolicyPacks>(&json!({})).required_policies.is_empty());
    whole::<PolicyGroupList>(json!({
        "policyGroups": [{ "name": "default", "isOrgDefault": true, "numStacks": 4, "numAccounts": 0, "entityType": "stacks",
                           "mode": "audit", "numEnabledPolicyPacks": 1 }]
    }));
    whole::<PolicyComplianceRequest>(json!({ "entity": "severity", "size": 20, "continuationToken": "t" }));
    whole::<PolicyCompliance>(json!({
        "columns": ["aws", "k8s"], "rows": [{ "entityName": "shop/dev", "scores": [100, -1] }], "continuationToken": "t"
    }));
    whole::<PolicyResultsMetadata>(json!({
        "policyTotalCount": 12, "policyWithIssuesCount": 2, "resourcesTotalCount": 400, "resourcesWithIssuesCount": 7
    }));
}

#[test]
fn policy_issues() {
    let issue = json!({
        "id": "i-1", "entityType": "stack", "entityProject": "shop", "entityId": "dev", "stackVersion": 12, "resourceVersion": 1,
        "policyPack": "aws", "policyPackTag": "1.2.0", "policyName": "no-public", "resourceURN": "urn:pulumi:dev::shop::t:i:T::n",
        "resourceProvider": "aws", "resourceType": "t:i:T", "resourceName": "n", "message": "public", "level": "mandatory",
        "observedAt": "2026-05-01T10:00:00Z", "lastModified": "2026-05-01T10:00:00Z", "severity": "", "status": "in_progress",
        "kind": "preventative", "priority": "p0", "assignedTo": somebody(), "policyGroupName": "default", "policyGroupType": "audit"
    });
    let list: PolicyIssueList =
        whole(json!({ "policyIssues": [issue], "groupData": [{ "severity": "high", "count": 3 }], "rowCount": 1 }));
    assert_eq!(list.policy_issues[0].severity.as_ref().unwrap().as_str(), "");
    bears_null::<PolicyIssueList>(&json!({ "policyIssues": 0, "groupData": 0, "rowCount": 0 }), &[]);

    whole::<PolicyIssuesRequest>(json!({
        "startRow": 0, "endRow": 100, "rowGroupCols": [{ "id": "severity", "displayName": "Severity", "field": "severity" }],
        "valueCols": [{ "id": "n", "displayName": "Issues", "aggFunc": "count" }], "groupKeys": ["high"],
        "filterModel": { "type": "AND", "conditions": [
            { "colId": "status", "filterType": "text", "type": "equals", "filter": "open" },
            { "type": "OR", "conditions": [{ "colId": "stackVersion", "filterType": "number", "type": "greaterThan", "filter": 3 }] }
        ] },
        "sortModel": [{ "colId": "observedAt", "sort": "desc" }]
    }));
    let sent = write(&read::<PolicyIssuesRequest>(&json!({ "endRow": 10 })));
    assert_eq!(sent, json!({ "endRow": 10, "rowGroupCols": [], "valueCols": [], "groupKeys": [], "sortModel": [] }));
}

#[test]
fn environments() {
    let environment = json!({
        "id": "e-1", "organization": "acme", "project": "aws", "name": "dev", "created": "2026-01-01T00:00:00Z",
        "modified": "2026-01-02T00:00:00Z", "deletedAt": "2026-01-03T00:00:00Z", "ownedBy": somebody(), "tags": { "team": "ops" },
        "links": { "self": "https://example.com/e" }, "settings": { "deletionProtected": true },
        "referrerMetadata": { "environmentReferrerCount": 0, "stackReferrerCount": 0, "insightsAccountReferrerCount": 0 }
    });
    whole::<EnvironmentList>(json!({ "environments": [environment], "nextToken": "t" }));
    bears_null::<stackscope::model::environment::OrgEnvironment>(&environment, &["name"]);
    whole::<EnvironmentList>(json!({ "environments": [], "nextToken": "" }));
    whole::<OpenEnvironmentResponse>(json!({
        "id": "session", "diagnostics": [{
            "summary": "unknown property", "path": "values.x", "severity": "error",
            "range": { "environment": "dev", "begin": { "line": 1, "column": 2, "byte": 1 }, "end": { "line": 1, "column": 3, "byte": 2 } }
        }]
    }));
}

#[test]
fn users() {
    let user: User = whole(json!({
        "id": "u-1", "githubLogin": "ada", "name": "Ada", "email": "ada@example.com", "avatarUrl": "https://example.com/ada.png",
        "organizations": [{ "name": "Acme", "githubLogin": "acme", "avatarUrl": "", "role": "admin" }],
        "potentialOrganizations": [], "identities": ["github.com", "SAML", "example.com"], "siteAdmin": false, "registryAdmin": false,
        "tokenInfo": { "name": "ci", "organization": "acme", "team": "" }, "hasMFA": true, "isOrgManaged": false,
        "isManagedByMultiOrg": false, "isAgent": false
    }));
    assert_eq!(user.organizations[0].github_login, "acme");
    let seen = json!({ "githubLogin": "dev-user", "name": "dev-user", "organizations": [{ "githubLogin": "dev-org", "name": "dev-org" }] });
    whole::<User>(seen.clone());
    bears_null::<User>(&seen, &["githubLogin"]);

    let cloud: DefaultOrganization =
        read(&json!({ "GitHubLogin": "acme", "Messages": [{ "severity": "info", "message": "Welcome" }] }));
    assert_eq!(write(&cloud), json!({ "githubLogin": "acme", "messages": [{ "severity": "info", "message": "Welcome" }] }));
    whole::<DefaultOrganization>(json!({ "githubLogin": "dev-org" }));
    assert!(read::<DefaultOrganization>(&json!({ "GitHubLogin": "", "Messages": null })).messages.is_none());

    whole::<MemberTeams>(json!({ "teams": ["ops", "dev"] }));
    assert!(read::<MemberTeams>(&json!({})).teams.is_empty());
}

#[test]
fn servers() {
    let seen: Capabilities = whole(json!({ "capabilities": [
        { "capability": "batch-encrypt" }, { "capability": "deployment-schema-version", "version": 3 },
        { "capability": "journaling-v1", "version": 1 }, { "capability": "tea-v1" },
        { "capability": "api-version", "configuration": { "minVersion": 1, "maxVersion": 9, "defaultVersion": 8 } }
    ] }));
    assert_eq!(seen.capabilities[2].capability, CapabilityName::Journaling);
    assert_eq!(seen.capabilities[3].capability, CapabilityName::Other("tea-v1".into()));
    assert!(read::<Capabilities>(&json!({ "capabilities": null })).capabilities.is_empty());

    whole::<AuditLogEventTypeList>(json!({ "eventTypes": [{
        "event": "stack.update", "displayName": "Stack Update Started", "description": "d", "requiresOrgAdmin": false,
        "requiresStackAdmin": false, "authenticationFailure": false, "deprecated": true, "replacedBy": "stack.updated"
    }] }));
    whole::<ParsedSearchQuery>(json!({ "query": "type:aws:s3/bucket:Bucket" }));
}
