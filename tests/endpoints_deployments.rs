//! Deployments, schedules, drift, policies and environments: what is sent, and how answers are read.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/canned.rs"]
mod canned;

use canned::{Canned, Sent, answer, call, fits, json, list};
use serde_json::{Value, json};
use stackscope::endpoint::deployments::{self, ListDeployments, ReadDeploymentLogs, ReadStepLogs};
use stackscope::endpoint::drift::{self, ListDriftRuns};
use stackscope::endpoint::environments::{self, ListEnvironments, OpenEnvironment, ReadOpenEnvironment};
use stackscope::endpoint::policies::{self, ListPolicyIssues, ListPolicyPacks};
use stackscope::endpoint::{all, schedules};
use stackscope::error::ErrorCode;
use stackscope::http::StackName;

fn stack() -> StackName {
    StackName { organization: "acme".to_owned(), project: "a b".to_owned(), stack: "ü".to_owned() }
}

fn body<B: serde::de::DeserializeOwned>(value: Value) -> B {
    serde_json::from_value(value).expect("the body is of the right form")
}

/// What each function sends: request, target, body. `S` is the path of the stack, `O` that of the organisation.
fn table() -> Vec<(Sent, &'static str, Option<Value>)> {
    let stack = &stack();
    let page = || ListDeployments { asc: Some(true), sort: Some("created".to_owned()), page: Some(2), page_size: Some(10) };
    let cron = || json!({ "scheduleCron": "0 4 * * *", "request": { "operation": "refresh", "agentPoolID": null } });
    let look = || json!({ "scheduleCron": "0 4 * * *", "autoRemediate": true });
    let end = || json!({ "timestamp": "2030-01-01T00:00:00Z", "deleteAfterDestroy": false });
    let patch = || json!({ "sourceContext": null, "operationContext": { "environmentVariables": { "A": { "secret": "s" } } } });
    let settings = || json!({ "tag": "t", "cacheOptions": { "enable": true } });
    let step = ReadStepLogs { job: Some(0), step: Some(3), offset: Some(100), count: Some(50) };
    let tail = ReadDeploymentLogs { count: Some(499), continuation_token: Some("t=".to_owned()) };
    let runs = ListDriftRuns { page: Some(1), page_size: Some(100) };
    let issues = json!({ "startRow": 0, "endRow": 10, "rowGroupCols": [], "valueCols": [], "groupKeys": [], "sortModel": [] });
    let score = json!({ "entity": "severity", "size": 5 });
    let envs = ListEnvironments { max_results: Some(5), role_id: Some("r/1".to_owned()), continuation_token: None };
    let open = OpenEnvironment { duration: Some("2h45m".to_owned()) };
    let property = ReadOpenEnvironment { property: Some("aws.creds[\"a b\"]".to_owned()) };
    vec![
        (list(deployments::list(stack, &page())), "GET S/deployments?asc=true&sort=created&page=2&pageSize=10", None),
        (
            list(deployments::list_for_organization("a/c", &page())),
            "GET O/deployments?asc=true&sort=created&page=2&pageSize=10",
            None,
        ),
        (
            call(deployments::create(stack, &body(json!({ "operation": "update" })))),
            "POST S/deployments",
            Some(json!({ "operation": "update" })),
        ),
        (call(deployments::get(stack, "d/1")), "GET S/deployments/d%2F1", None),
        (list(deployments::logs(stack, "d", &tail)), "GET S/deployments/d/logs?continuationToken=t%3D&count=499", None),
        (call(deployments::step_logs(stack, "d", &step)), "GET S/deployments/d/logs?count=50&job=0&offset=100&step=3", None),
        (call(deployments::updates(stack, "d")), "GET S/deployments/d/updates", None),
        (call(deployments::cancel(stack, "d")), "POST S/deployments/d/cancel", None),
        (call(deployments::settings(stack)), "GET S/deployments/settings", None),
        (call(deployments::update_settings(stack, &body(patch()))), "POST S/deployments/settings", Some(patch())),
        (call(deployments::replace_settings(stack, &body(settings()))), "PUT S/deployments/settings", Some(settings())),
        (call(deployments::delete_settings(stack)), "DELETE S/deployments/settings", None),
        (call(schedules::list(stack)), "GET S/deployments/schedules", None),
        (call(schedules::create(stack, &body(cron()))), "POST S/deployments/schedules", Some(cron())),
        (call(schedules::create_drift(stack, &body(look()))), "POST S/deployments/drift/schedules", Some(look())),
        (call(schedules::create_ttl(stack, &body(end()))), "POST S/deployments/ttl/schedules", Some(end())),
        (call(schedules::get(stack, "s 1")), "GET S/deployments/schedules/s%201", None),
        (call(schedules::delete(stack, "s")), "DELETE S/deployments/schedules/s", None),
        (call(schedules::update(stack, "s", &body(cron()))), "POST S/deployments/schedules/s", Some(cron())),
        (call(schedules::update_drift(stack, "s", &body(look()))), "POST S/deployments/drift/schedules/s", Some(look())),
        (call(schedules::update_ttl(stack, "s", &body(end()))), "POST S/deployments/ttl/schedules/s", Some(end())),
        (call(schedules::pause(stack, "s")), "POST S/deployments/schedules/s/pause", None),
        (call(schedules::resume(stack, "s")), "POST S/deployments/schedules/s/resume", None),
        (call(schedules::history(stack, "s")), "GET S/deployments/schedules/s/history", None),
        (call(drift::status(stack)), "GET S/drift/status", None),
        (list(drift::runs(stack, &runs)), "GET S/drift/runs?page=1&pageSize=100", None),
        (call(drift::run(stack, "r")), "GET S/drift/runs/r", None),
        (call(policies::packs(stack, &ListPolicyPacks { mode: Some("audit".into()) })), "GET S/policypacks?mode=audit", None),
        (call(policies::groups(stack)), "GET S/policygroups", None),
        (
            call(policies::issues("a/c", &body(issues.clone()), &ListPolicyIssues { closed: Some(true) })),
            "POST O/policyresults/issues?closed=true",
            Some(issues),
        ),
        (call(policies::compliance("a/c", &body(score.clone()))), "POST O/policyresults/compliance", Some(score)),
        (call(policies::metadata("a/c")), "GET O/policyresults/metadata", None),
        (list(environments::list("a/c", &envs)), "GET /api/esc/environments/a%2Fc?maxResults=5&roleID=r%2F1", None),
        (
            call(environments::open("a/c", "p", "e+1", &open)),
            "POST /api/esc/environments/a%2Fc/p/e%2B1/open?duration=2h45m",
            None,
        ),
        (
            call(environments::read_open("a/c", "p", "e", "id:1", &property)),
            "GET /api/esc/environments/a%2Fc/p/e/open/id%3A1?property=aws.creds%5B%22a%20b%22%5D",
            None,
        ),
    ]
}

#[test]
fn requests_are_what_the_api_documents() {
    for (sent, line, body) in table() {
        let line = line.replacen(" S/", " /api/stacks/acme/a%20b/%C3%BC/", 1).replacen(" O/", " /api/orgs/a%2Fc/", 1);
        assert_eq!(sent, Sent { line, body });
    }
}

#[test]
fn every_endpoint_of_these_families_is_in_the_table() {
    let rows = table();
    let families = ["deployments.", "schedules.", "drift.", "policies.", "environments."];
    let ours: Vec<_> = all().filter(|endpoint| families.iter().any(|family| endpoint.function.starts_with(family))).collect();
    assert_eq!(ours.len(), rows.len());
    for endpoint in ours {
        assert!(rows.iter().any(|(sent, ..)| fits(sent, endpoint.method.as_str(), endpoint.path)), "{}", endpoint.function);
    }
}

#[test]
fn nothing_is_sent_for_names_that_cannot_stand_in_a_path() {
    assert_eq!(deployments::get(&stack(), "").unwrap_err().code(), ErrorCode::Validation);
    assert_eq!(schedules::delete(&stack(), "..").unwrap_err().code(), ErrorCode::Validation);
    assert_eq!(environments::open("acme", ".", "e", &OpenEnvironment::default()).unwrap_err().code(), ErrorCode::Validation);
}

#[test]
fn deployments_are_read_page_by_page() {
    let row = |id: usize| json!({ "id": id.to_string(), "status": "running", "version": id });
    let rows = |range: std::ops::Range<usize>| range.map(row).collect::<Vec<_>>();
    let server = Canned::new([
        json(json!({ "deployments": rows(0..50), "itemsPerPage": 50, "total": 51 })),
        json(json!({ "deployments": rows(49..51), "itemsPerPage": 50, "total": 51 })),
    ]);
    let found = server.list(deployments::list(&stack(), &ListDeployments::default())).unwrap();
    assert_eq!(found.len(), 51);
    assert!(server.lines()[0].ends_with("/deployments?page=1&pageSize=50"));
    assert!(server.lines()[1].ends_with("/deployments?page=2&pageSize=50"));
}

#[test]
fn drift_runs_are_read_page_by_page() {
    let run = |id: &str| json!({ "id": id, "status": "succeeded", "driftDetected": true });
    let page = |ids: &[&str]| {
        json(json!({ "driftRuns": ids.iter().map(|id| run(id)).collect::<Vec<_>>(), "itemsPerPage": 2, "total": 3 }))
    };
    let server = Canned::new([page(&["a", "b"]), page(&["c"])]);
    let query = ListDriftRuns { page_size: Some(2), ..ListDriftRuns::default() };
    let runs = server.list(drift::runs(&stack(), &query)).unwrap();
    assert_eq!(runs.iter().map(|run| run.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);

    let server = Canned::new([json(json!({ "driftDetected": true, "runInProgress": false }))]);
    assert_eq!(server.call(drift::status(&stack())).unwrap().drift_detected, Some(true));
    let server = Canned::new([json(run("a"))]);
    assert_eq!(server.call(drift::run(&stack(), "a")).unwrap().id, "a");
}

#[test]
fn logs_are_followed_by_the_next_token() {
    let server = Canned::new([
        json(json!({ "__type": "DeploymentLogs", "lines": [{ "header": "Setup" }, { "line": "a\n" }], "nextToken": "n/1" })),
        json(json!({ "lines": [{ "line": "b\n" }], "nextToken": "" })),
    ]);
    let lines = server.list(deployments::logs(&stack(), "d", &ReadDeploymentLogs::default())).unwrap();
    assert_eq!(lines.len(), 3);
    assert!(server.lines()[1].ends_with("/logs?continuationToken=n%2F1"));
}

#[test]
fn the_log_of_a_step_says_where_it_goes_on() {
    let server = Canned::new([json(json!({ "name": "Setup", "lines": [{ "line": "a" }], "nextOffset": 1 }))]);
    let query = ReadStepLogs { job: Some(0), step: Some(0), ..ReadStepLogs::default() };
    let part = server.call(deployments::step_logs(&stack(), "d", &query)).unwrap();
    assert_eq!((part.name.as_deref(), part.next_offset, part.lines.len()), (Some("Setup"), Some(1), 1));

    let error = deployments::step_logs(&stack(), "d", &ReadStepLogs { job: Some(0), ..ReadStepLogs::default() }).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Validation);
}

#[test]
fn answers_without_a_body_are_taken() {
    let server = Canned::new([answer(204, ""), answer(200, "true"), answer(200, "")]);
    server.call(deployments::cancel(&stack(), "d")).unwrap();
    server.call(deployments::delete_settings(&stack())).unwrap();
    assert_eq!(server.call(deployments::update_settings(&stack(), &body(json!({})))).unwrap(), None);
}

#[test]
fn started_deployments_and_their_updates_are_read() {
    let server = Canned::new([
        answer(202, json!({ "id": "d", "consoleUrl": "https://app.example/d", "version": 4 }).to_string()),
        answer(200, "null"),
        json(json!([{ "info": { "kind": "update" }, "updateID": "u", "version": 3 }])),
        json(json!({ "id": "d", "status": "failed", "jobs": null })),
    ]);
    assert_eq!(server.call(deployments::create(&stack(), &body(json!({ "operation": "update" })))).unwrap().version, Some(4));
    assert_eq!(server.call(deployments::updates(&stack(), "d")).unwrap().len(), 0);
    assert_eq!(server.call(deployments::updates(&stack(), "d")).unwrap().len(), 1);
    assert!(server.call(deployments::get(&stack(), "d")).unwrap().status.is_final());
}

#[test]
fn schedules_are_read() {
    let schedule = json!({ "id": "s", "scheduleCron": "0 4 * * *", "paused": false, "kind": "deployment" });
    let server = Canned::new([
        json(json!({ "schedules": [schedule.clone()] })),
        json(json!({ "schedules": null })),
        json(schedule),
        json(json!({ "scheduleHistoryEvents": [{ "id": "h", "version": 1, "result": "ok" }] })),
    ]);
    assert_eq!(server.call(schedules::list(&stack())).unwrap().schedules.len(), 1);
    assert_eq!(server.call(schedules::list(&stack())).unwrap().schedules.len(), 0);
    assert_eq!(server.call(schedules::get(&stack(), "s")).unwrap().paused, Some(false));
    assert_eq!(server.call(schedules::history(&stack(), "s")).unwrap().schedule_history_events.len(), 1);
}

#[test]
fn policies_are_read_and_posts_are_not_repeated() {
    let server = Canned::new([
        json(json!({ "requiredPolicies": [{ "name": "aws", "version": 1 }] })),
        json(json!({ "policyGroups": [{ "name": "default", "mode": "preventative" }] })),
        json(json!({ "policyIssues": [{ "id": "i", "severity": "high" }], "rowCount": 1 })),
        json(json!({ "columns": ["aws"], "rows": [{ "entityName": "prod", "scores": [-1] }], "continuationToken": "t" })),
        json(json!({ "policyTotalCount": 3 })),
        answer(503, "{}"),
    ]);
    assert_eq!(server.call(policies::packs(&stack(), &ListPolicyPacks::default())).unwrap().required_policies.len(), 1);
    assert_eq!(server.call(policies::groups(&stack())).unwrap().policy_groups.len(), 1);
    let issues = || policies::issues("acme", &body(json!({})), &ListPolicyIssues::default());
    assert_eq!(server.call(issues()).unwrap().row_count, Some(1));
    assert_eq!(server.call(policies::compliance("acme", &body(json!({ "entity": "stack" })))).unwrap().rows[0].scores[0], -1);
    assert_eq!(server.call(policies::metadata("acme")).unwrap().policy_total_count, Some(3));
    assert_eq!(server.call(issues()).unwrap_err().code(), ErrorCode::Server);
    assert_eq!(server.lines().len(), 6);
}

#[test]
fn environments_are_listed_opened_and_read() {
    let server = Canned::new([
        json(json!({ "environments": [{ "project": "p", "name": "a" }], "nextToken": "n" })),
        json(json!({ "environments": [{ "project": "p", "name": "a" }, { "project": "q", "name": "a" }] })),
        json(json!({ "id": "session", "diagnostics": [{ "summary": "odd" }] })),
        json(json!({ "properties": { "k": { "value": null } } })),
    ]);
    let found = server.list(environments::list("acme", &ListEnvironments::default())).unwrap();
    assert_eq!(found.len(), 2);
    assert!(server.lines()[1].ends_with("/acme?continuationToken=n"));
    let session = server.call(environments::open("acme", "p", "a", &OpenEnvironment::default())).unwrap();
    assert_eq!(session.id, "session");
    let values = server.call(environments::read_open("acme", "p", "a", &session.id, &ReadOpenEnvironment::default())).unwrap();
    assert_eq!(values["properties"]["k"]["value"], Value::Null);
}
