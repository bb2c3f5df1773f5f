//! What happened on a stack, what it holds, and how it comes back.

use serde_json::json;

use stackscope::model::activity::{ActivityList, UpdateSummary, UpdateTimeline};
use stackscope::model::outputs::{ImportStackResponse, StackOutputs, StackResource, StackTeamList};
use stackscope::model::restore::{DeletedStackList, RestoreDeletedStackRequest};

use crate::deployments::deployment;
use crate::{bears_null, read, update, whole, write};

#[test]
fn activity_and_timelines() {
    let mut with_updates = deployment();
    with_updates["updates"] = json!([update()]);
    let list: ActivityList =
        whole(json!({ "activity": [{ "update": update() }, { "deployment": with_updates }], "itemsPerPage": 10, "total": 2 }));
    assert_eq!(list.activity[1].deployment.as_ref().unwrap().updates.as_ref().unwrap().len(), 1);

    whole::<UpdateSummary>(json!({ "result": "failed", "startTime": 1700000000, "endTime": 1700000060, "resourceCount": 42 }));
    let timeline: UpdateTimeline = whole(json!({
        "update": update(), "collatedUpdateEvents": [update()], "previews": [],
        "collatedPullRequest": {
            "title": "More buckets", "number": 12, "repoSlug": "acme/shop", "createdAt": 1699990000, "closedAt": 1699999999,
            "wasMerged": true, "sourceRef": "buckets", "targetRef": "main", "mergeCommitSHA": "abc"
        }
    }));
    assert_eq!(timeline.update.version, Some(12));
    bears_null::<UpdateTimeline>(
        &json!({ "update": update(), "collatedUpdateEvents": 0, "collatedPullRequest": 0 }),
        &["update"],
    );
    assert!(read::<ActivityList>(&json!({ "activity": null, "total": null })).activity.is_empty());
}

#[test]
fn what_a_stack_holds() {
    let outputs: StackOutputs = whole(json!({
        "outputs": { "url": "https://example.com", "ports": [80, 443] }, "unknown": false, "state": "ready",
        "secretsProviders": { "type": "service", "state": { "url": "https://example.com", "owner": "acme" } }
    }));
    assert_eq!((outputs.is_unknown, outputs.unknown.0.len()), (Some(false), 0));
    assert_eq!(write(&read::<StackOutputs>(&json!({ "outputs": null, "unknown": true }))), json!({ "unknown": true }));

    let resource: StackResource = whole(json!({
        "resource": { "resource": {
            "id": "b-1", "type": "aws:s3/bucket:Bucket", "urn": "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b", "custom": true,
            "delete": false, "dependencies": [], "outputs": { "arn": null }
        } },
        "region": "eu-west-1", "version": 12
    }));
    assert_eq!(resource.resource.resource.id.as_deref(), Some("b-1"));

    whole::<StackTeamList>(json!({
        "projectName": "shop",
        "teams": [{ "name": "ops", "displayName": "Ops", "description": "", "permission": 102, "isMember": true }]
    }));
    assert_eq!(whole::<ImportStackResponse>(json!({ "updateId": "u-1" })).update_id, "u-1");
    assert_eq!(read::<ImportStackResponse>(&json!({ "updateID": "u-2" })).update_id, "u-2");
    assert!(serde_json::from_value::<ImportStackResponse>(json!({})).is_err());
}

#[test]
fn deleted_stacks() {
    let stack = json!({
        "id": "x", "programId": "p-1", "projectName": "shop", "stackName": "old", "version": 3, "deletedAt": 1700000000,
        "lastUpdate": { "result": "succeeded", "startTime": 1699990000, "endTime": 1699990060, "resourceCount": 0 }
    });
    whole::<DeletedStackList>(json!({ "deletedStacks": [stack] }));
    bears_null::<stackscope::model::restore::DeletedStack>(&stack, &["programId", "projectName", "stackName"]);
    whole::<RestoreDeletedStackRequest>(json!({ "stackName": "old" }));
}
