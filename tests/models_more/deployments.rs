//! Deployments, their logs, their schedules, and drift.

use serde_json::{Value, json};

use stackscope::model::deployment::{
    CreateDeploymentRequest, CreateDeploymentResponse, Deployment, DeploymentList, DeploymentLogs, JobStatus, PulumiOperation,
};
use stackscope::model::drift::{DriftRun, DriftRunList, StackDriftStatus};
use stackscope::model::schedule::{
    CreateScheduledDeploymentRequest, CreateScheduledDriftDeploymentRequest, CreateScheduledTtlDeploymentRequest,
    ScheduledAction, ScheduledActionHistory, ScheduledActionKind, ScheduledActionList,
};

use crate::settings::settings;
use crate::{bears_null, read, somebody, whole, write};

fn job() -> Value {
    json!({
        "status": "succeeded", "started": "2026-05-01T10:00:00Z", "lastUpdated": "2026-05-01T10:02:00Z",
        "steps": [
            { "name": "get-source", "status": "succeeded", "started": "2026-05-01T10:00:01Z", "lastUpdated": "2026-05-01T10:00:09Z" },
            { "name": "pulumi-update", "status": "not-started" }
        ]
    })
}

pub(crate) fn deployment() -> Value {
    json!({
        "id": "d-1", "created": "2026-05-01 09:59:58.000", "modified": "2026-05-01 10:02:00.000", "status": "succeeded", "version": 7,
        "latestVersion": 9, "requestedBy": somebody(), "jobs": [job()], "initiator": "console", "pulumiOperation": "update",
        "configuration": {
            "environmentVariables": [
                { "name": "REGION", "value": "eu-west-1", "secret": false }, { "name": "TOKEN", "secret": true }
            ],
            "source": { "git": { "repoURL": "https://example.com/acme/shop.git", "branch": "main", "repoDir": "infra", "commit": "abc" },
                        "template": { "sourceUrl": "registry://templates/source/acme/shop" } }
        }
    })
}

fn schedule() -> Value {
    json!({
        "id": "s-1", "orgID": "o-1", "scheduleCron": "0 */4 * * *", "nextExecution": "2026-05-01 12:00:00.000", "paused": false,
        "kind": "deployment", "created": "2026-04-01 00:00:00.000", "modified": "2026-04-01 00:00:00.000",
        "lastExecuted": "2026-05-01 08:00:00.000",
        "definition": {
            "programID": "p-1",
            "request": { "operation": "detect-drift", "inheritSettings": true,
                         "operationContext": { "options": { "remediateIfDriftDetected": true } } }
        }
    })
}

#[test]
fn deployments() {
    let one: Deployment = whole(deployment());
    assert_eq!((one.status.clone(), one.pulumi_operation.clone()), (JobStatus::Succeeded, Some(PulumiOperation::Update)));
    assert!(one.status.is_final() && !JobStatus::Accepted.is_final());
    bears_null::<Deployment>(&deployment(), &["id", "status"]);

    let list: DeploymentList = whole(json!({
        "deployments": [{
            "id": "d-1", "created": "c", "modified": "m", "status": "running", "version": 7, "requestedBy": somebody(),
            "projectName": "shop", "stackName": "dev", "paused": false, "pulumiOperation": "destroy",
            "updates": [{
                "id": "u", "updateID": "5a7b", "version": 12, "startTime": 1700000000, "endTime": 0, "result": "in-progress",
                "kind": "destroy", "message": "", "environment": { "git.head": "abc" }
            }],
            "jobs": [job()], "initiator": "schedule", "agentPool": { "id": "pool-1", "name": "ours" }
        }],
        "itemsPerPage": 10, "total": 1
    }));
    assert_eq!(read::<DeploymentList>(&json!([write(&list.deployments[0])])).deployments, list.deployments);
    assert_eq!(read::<Deployment>(&json!({ "id": "d", "status": "asleep" })).status, JobStatus::Other("asleep".into()));

    whole::<CreateDeploymentResponse>(json!({ "id": "d-2", "consoleUrl": "https://example.com/d-2", "version": 8 }));
    let request: CreateDeploymentRequest = whole(json!({
        "operation": "update", "inheritSettings": false, "agentPoolID": null, "executorContext": { "executorImage": "acme/runner:1" },
        "sourceContext": settings()["sourceContext"], "gitHub": settings()["gitHub"], "vcs": settings()["vcs"],
        "operationContext": settings()["operationContext"], "cacheOptions": { "enable": false }, "tag": "t"
    }));
    assert_eq!(request.agent_pool_id, Some(None));
    assert_eq!(write(&CreateDeploymentRequest::default()), json!({}));
}

#[test]
fn logs_of_a_deployment_in_both_shapes() {
    let all: DeploymentLogs = whole(json!({
        "lines": [{ "header": "Get source" }, { "timestamp": "2026-05-01T10:00:01Z", "line": "Cloning" }], "nextToken": "abc"
    }));
    assert_eq!(all.lines[0].header.as_deref(), Some("Get source"));
    let step: DeploymentLogs = whole(json!({
        "__type": "DeploymentLogsStep", "name": "get-source", "nextOffset": 100,
        "lines": [{ "timestamp": "2026-05-01T10:00:01Z", "line": "Cloning" }]
    }));
    assert_eq!((step.name.as_deref(), step.next_offset), (Some("get-source"), Some(100)));
    for end in [json!({}), json!({ "lines": null, "nextToken": null })] {
        assert!(read::<DeploymentLogs>(&end).lines.is_empty());
    }
}

#[test]
fn schedules() {
    let one: ScheduledAction = whole(schedule());
    assert_eq!(one.kind, Some(ScheduledActionKind::Deployment));
    assert_eq!(one.definition.unwrap().request.unwrap().operation, Some(PulumiOperation::DetectDrift));
    bears_null::<ScheduledAction>(&schedule(), &["id"]);
    whole::<ScheduledAction>(json!({
        "id": "s-2", "kind": "environment_rotation", "definition": { "environmentPath": "p/e", "environmentID": "e-1" }
    }));
    whole::<ScheduledActionList>(json!({ "schedules": [schedule()] }));
    whole::<ScheduledActionHistory>(json!({
        "scheduleHistoryEvents": [{ "id": "h", "scheduledActionID": "s-1", "executed": "2026-05-01", "version": 7, "result": "ok" }]
    }));
    whole::<CreateScheduledDeploymentRequest>(
        json!({ "scheduleOnce": "2026-06-01T00:00:00Z", "request": { "operation": "destroy" } }),
    );
    whole::<CreateScheduledDriftDeploymentRequest>(json!({ "scheduleCron": "0 0 * * 0", "autoRemediate": true }));
    whole::<CreateScheduledTtlDeploymentRequest>(json!({ "timestamp": "2026-06-01T00:00:00Z", "deleteAfterDestroy": true }));
}

#[test]
fn drift() {
    whole::<StackDriftStatus>(json!({ "driftDetected": true, "latestDriftRun": "r-1", "runInProgress": false }));
    let run = json!({
        "id": "r-1", "driftDetected": true, "created": "2026-05-01T10:00:00Z", "status": "succeeded", "deploymentId": "d-1",
        "deploymentVersion": 7,
        "detectUpdate": { "updateId": "u-1", "resourceChanges": { "update": 1, "same": 3 }, "modified": "m", "status": "succeeded" },
        "remediateUpdate": { "updateId": "u-2", "modified": "m", "status": "running" }
    });
    whole::<DriftRun>(run.clone());
    bears_null::<DriftRun>(&run, &["id", "status"]);
    whole::<DriftRunList>(json!({ "driftRuns": [run], "itemsPerPage": 10, "total": 1 }));
}
