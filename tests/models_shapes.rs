//! The shapes that servers disagree on: each reads, and nothing is lost.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/models.rs"]
mod models;

use models::{assert_same, decode, keeps, of, payload, read, refuses, seeds};
use serde_json::{Value, json, to_value};
use stackscope::model::api_error::{ApiErrorBody, ApiErrorCode, ApiErrorType};
use stackscope::model::audit::AuditLogList;
use stackscope::model::member::{MemberList, OrganizationRole};
use stackscope::model::open::List;
use stackscope::model::search::{ResourcePending, ResourceResult, ResourceSearchResult};
use stackscope::model::stack::{
    CreateStackRequest, CreateStackResponse, RenameStackRequest, RenameStackResponse, Stack, StackList, StackSummary,
};
use stackscope::model::team::{CreateTeamRequest, StackPermission, Team, TeamKind, UpdateTeamRequest};
use stackscope::model::token::CreateAccessTokenRequest;
use stackscope::model::update::{OpType, UpdateInfo, UpdateKind, UpdateList, UpdateResult, UpdateStatus, UpdateStatusResponse};
use stackscope::model::usage::Granularity;
use stackscope::model::user_info::UserInfo;
use stackscope::model::webhook::{
    Webhook, WebhookDelivery, WebhookDeliveryList, WebhookFilter, WebhookKind, WebhookList, WebhookResponse,
};

#[test]
fn a_last_update_is_a_number_an_object_null_or_absent() {
    let stacks: StackList = decode("stacks.list.self-hosted");
    let row = &stacks.stacks[0];
    assert_eq!(row.last_update, Some(1_709_827_200));
    let detail = row.last_update_detail.as_ref().unwrap();
    assert_eq!((detail.kind.clone(), detail.status.as_deref()), (Some(UpdateKind::Update), Some("succeeded")));
    assert_eq!((row.version, row.active_update.as_deref()), (Some(3), Some("")));

    let mut expected = payload("stacks.list.self-hosted");
    let row = expected["stacks"][0].as_object_mut().unwrap();
    let detail = row.insert("lastUpdate".to_owned(), json!(1_709_827_200)).unwrap();
    row.insert("lastUpdateDetail".to_owned(), detail);
    assert_same(&to_value(&stacks).unwrap(), &expected);
    assert_eq!(of::<StackList>(expected), stacks);

    let row = |last_update: Value| json!({"orgName": "o", "projectName": "p", "stackName": "s", "lastUpdate": last_update});
    assert_eq!(of::<StackSummary>(row(Value::Null)).last_update, None);
    assert_eq!(of::<StackSummary>(json!({"orgName": "o", "projectName": "p", "stackName": "s"})).last_update, None);
    assert_eq!(of::<StackSummary>(row(json!({}))).last_update, None);
    assert!(refuses::<StackSummary>(row(json!("today"))).contains("expected i64"));
    assert!(refuses::<StackSummary>(json!({"orgName": "o", "projectName": "p"})).contains("missing field `stackName`"));
    assert!(refuses::<StackSummary>(json!(["o", "p", "s"])).contains("expected a map"));
}

#[test]
fn rows_of_self_hosted_servers_keep_what_has_no_name() {
    let row = json!({
        "id": "07274b13", "projectId": "a8ee1206", "tenantId": "dev-org", "orgName": "dev-org", "projectName": "alpha",
        "stackName": "dev", "tags": {"tags": {"a": 1}, "n": 1, "none": null}, "activeUpdateId": null, "lastUpdate": 1_795_313_919,
        "resourceCount": null, "createdAt": "2026-11-22T02:18:39.400Z", "big": 12_345_678_901_234_567_890_u64, "half": 0.5
    });
    let model = keeps::<StackSummary>(row);
    assert_eq!(model.unknown.0["tenantId"], "dev-org");
    keeps::<Stack>(json!({"orgName": "o", "projectName": "p", "stackName": "s", "tags": null, "activeUpdate": "", "version": 0}));
}

#[test]
fn a_list_may_come_bare_wrapped_or_not_at_all() {
    let bare: WebhookList = decode("webhooks.list.organization");
    assert_eq!(bare.webhooks.len(), 2);
    assert_same(&to_value(&bare.webhooks).unwrap(), &payload("webhooks.list.organization"));
    assert_eq!(of::<WebhookList>(json!({"webhooks": payload("webhooks.list.organization")})), bare);

    let stack: WebhookList = decode("webhooks.list.stack");
    assert_same(&to_value(&stack.webhooks).unwrap(), &payload("webhooks.list.stack"));
    let filters = stack.webhooks[1].filters.as_ref().unwrap();
    assert_eq!((filters.len(), &filters[4]), (5, &WebhookFilter::DeploymentFailed));

    let deliveries: WebhookDeliveryList = decode("webhooks.deliveries");
    assert_same(&to_value(&deliveries.deliveries).unwrap(), &payload("webhooks.deliveries"));
    assert_eq!(deliveries.deliveries[0].kind, Some(WebhookKind::Ping));
    assert_eq!(of::<WebhookDeliveryList>(json!({"deliveries": payload("webhooks.deliveries")})), deliveries);

    for none in [json!([]), json!({}), Value::Null, json!({"webhooks": null}), json!({"webhooks": []})] {
        assert_eq!(of::<WebhookList>(none), WebhookList::default());
    }
    assert!(refuses::<WebhookList>(json!("no")).contains("expected a list or an object with `webhooks`"));

    let updates = payload("updates.list");
    assert_eq!(of::<UpdateList>(updates["updates"].clone()).updates, of::<UpdateList>(updates).updates);
    let empty: MemberList = of(json!({"members": null, "continuationToken": null}));
    assert_eq!(to_value(empty).unwrap(), json!({"members": []}));
    assert_eq!(of::<AuditLogList>(json!({"entries": [], "total": 0})).total, Some(0));
    let entries = json!({"entries": payload("auditLogs.list")["auditLogEvents"]});
    assert_eq!(of::<AuditLogList>(entries).audit_log_events, decode::<AuditLogList>("auditLogs.list").audit_log_events);
    assert_eq!(of::<List<i64>>(Value::Null), List(vec![]));
}

#[test]
fn webhooks_of_self_hosted_servers_read_too() {
    let webhook: WebhookResponse = of(json!({
        "id": "a0651a85", "name": "h1", "url": "http://192.0.2.1:9/hook", "events": ["update.failed"], "active": true,
        "createdBy": "dev-user", "secret": "98d8f2a5"
    }));
    assert_eq!(webhook.payload_url.as_deref(), Some("http://192.0.2.1:9/hook"));
    assert_eq!(webhook.unknown.0["events"], json!(["update.failed"]));
    assert_eq!(webhook.secret.as_ref().unwrap().expose(), "98d8f2a5");
    assert!(!format!("{webhook:?}").contains("98d8f2a5"));

    let delivery: WebhookDelivery = of(json!({
        "id": "bbce5879", "event": "webhook.ping", "responseStatus": null, "success": false, "attempt": 1, "error": "unreachable",
        "duration": 30, "createdAt": "2026-11-22T02:23:23.394Z"
    }));
    assert_eq!((delivery.response_code, delivery.duration), (None, Some(30)));
    assert_eq!(delivery.kind, Some(WebhookKind::Other("webhook.ping".to_owned())));
}

#[test]
fn an_update_reads_the_same_from_either_shape() {
    let service: UpdateList = decode("updates.list");
    assert_eq!((service.items_per_page, service.total), (Some(10), Some(95)));
    let update = &service.updates[0];
    assert_eq!((&update.info.kind, update.info.result.clone()), (&UpdateKind::Update, Some(UpdateResult::Succeeded)));
    assert_eq!(update.info.resource_changes.as_ref().unwrap()[&OpType::Create], 2);
    assert_eq!(update.requested_by.as_ref().unwrap().github_login, "user1");
    let packs = update.policy_packs.as_ref().unwrap();
    assert_eq!((packs.len(), packs[0].version_tag.as_deref()), (6, Some("0.1.20201015-2")));

    let cli: UpdateList = decode("updates.list.cli");
    let update = &cli.updates[0];
    assert_eq!((&update.info.kind, update.version, update.update_id.clone()), (&UpdateKind::Update, Some(1), None));
    assert_eq!(update.info.resource_count, Some(1));
    let row = payload("updates.list.cli")["updates"][0].clone();
    assert_same(&to_value(update).unwrap(), &json!({"info": row, "version": 1}));
}

#[test]
fn a_flat_row_loses_nothing() {
    let row = json!({
        "updateID": "938cd018", "kind": "Prefresh", "startTime": 0, "endTime": 0, "version": 5, "message": "", "result": "",
        "environment": {}, "config": {"a:b": {"string": "v", "secret": true, "object": false}}, "resourceChanges": {},
        "requestedBy": {"githubLogin": "user1"}, "extra": [1.5, {"x": null}]
    });
    let update: UpdateInfo = of(row.clone());
    assert!(update.info.kind.is_preview());
    assert_eq!(update.info.result, Some(UpdateResult::Other(String::new())));
    assert_eq!(update.info.unknown.0["extra"], json!([1.5, {"x": null}]));

    let mut info = row.as_object().unwrap().clone();
    let id = info.remove("updateID").unwrap();
    let by = info.remove("requestedBy").unwrap();
    let expected = json!({"info": info, "updateID": id, "requestedBy": by, "version": 5});
    let back = to_value(&update).unwrap();
    assert_same(&back, &expected);
    assert_eq!(of::<UpdateInfo>(back), update);

    let mut null_info = row;
    null_info["info"] = Value::Null;
    assert_eq!(of::<UpdateInfo>(null_info), update);
    assert!(refuses::<UpdateInfo>(json!({"version": 1})).contains("missing field `info`"));
    assert_eq!(of::<UpdateInfo>(json!({"kind": "update", "updateId": "1"})).update_id.as_deref(), Some("1"));
}

#[test]
fn words_of_all_servers_become_those_of_pulumi_cloud() {
    let status = |word: &str| of::<UpdateStatusResponse>(json!({"status": word, "events": null, "continuationToken": null}));
    for (word, meant) in [("not-started", "not started"), ("in-progress", "running"), ("canceled", "cancelled")] {
        assert_eq!(status(word).status, status(meant).status);
        assert_eq!(to_value(status(word)).unwrap(), json!({"status": meant, "events": []}));
    }
    assert!(status("succeeded").status.is_final() && !status("in-progress").status.is_final());
    assert_eq!(status("weird").status, UpdateStatus::Other("weird".to_owned()));
    keeps::<UpdateStatusResponse>(json!({
        "status": "weird", "kind": "update", "startTime": 1,
        "events": [{"index": "0", "kind": "stderr", "fields": {"text": "x", "n": 1}}], "continuationToken": "1"
    }));

    for word in ["Pupdate", "Prefresh", "Pdestroy", "Pimport", "Prename", "preview"] {
        assert!(UpdateKind::from(word).is_preview() && UpdateKind::from(word).as_str() == word, "{word}");
    }
    for word in ["update", "refresh", "destroy", "import", "rename", "resource-import"] {
        assert!(!UpdateKind::from(word).is_preview() && !matches!(UpdateKind::from(word), UpdateKind::Other(_)), "{word}");
    }
    keeps::<MemberList>(json!({"members": [{"role": "viewer", "user": {"githubLogin": "u", "name": null}}], "total": 1}));
    assert_eq!(OrganizationRole::from("billing-manager"), OrganizationRole::BillingManager);
    assert_eq!(Granularity::from("hourly").as_str(), "hourly");
    assert_eq!(of::<UserInfo>(json!({"GitHubLogin": "dev-user"})).github_login, "dev-user");
}

#[test]
fn requests_say_what_servers_demand() {
    let renamed = |value: Value| to_value(of::<RenameStackRequest>(value)).unwrap();
    assert_eq!(renamed(json!({"newName": "staging"})), json!({"newName": "staging", "newProject": ""}));
    assert_eq!(renamed(json!({"newProject": "web"})), json!({"newName": "", "newProject": "web"}));
    let documented = payload("stacks.rename.self-hosted.request");
    assert_eq!(renamed(documented)["newName"], "org/new-project/staging");
    assert_eq!(of::<RenameStackResponse>(json!({"updateID": "1"})), of(json!({"updateId": "1"})));

    let created = |value: Value| to_value(of::<CreateTeamRequest>(value)).unwrap();
    assert_eq!(created(json!({"name": "core"})), json!({"name": "core", "displayName": "core", "description": ""}));
    assert_eq!(created(json!({"githubTeamID": 7})), json!({"githubTeamID": 7}));

    let token: CreateAccessTokenRequest = decode("tokens.create.request");
    assert_eq!(to_value(token).unwrap(), json!({"description": "{description}", "expires": 0}));
    let with_state = json!({"stackName": "dev", "state": serde_json::from_str::<Value>(&read(&seeds().join("export.json"))).unwrap(),
        "config": {"environment": "web/dev"}, "teams": ["core"], "tags": {"a": "b"}});
    keeps::<CreateStackRequest>(with_state);
    keeps::<CreateStackResponse>(json!({"messages": [{"message": "m", "severity": "warning"}, {"message": "n"}]}));
    assert!(refuses::<Webhook>(json!({"displayName": "d", "payloadUrl": "u"})).contains("missing field `active`"));
}

#[test]
fn permissions_are_numbers_with_names() {
    let grant: UpdateTeamRequest = decode("teams.grantStackAccess.request");
    assert_eq!(grant.add_stack_permission.unwrap().permission, StackPermission::READ);
    let team = keeps::<Team>(json!({
        "kind": "scim", "name": "t", "members": [{"githubLogin": "u", "name": "U", "role": "admin"}], "userRole": "none", "roleIds": ["r"],
        "stacks": [{"projectName": "p", "stackName": "s", "permission": 105, "permissionSetName": "custom"}],
        "environments": [{"projectName": "p", "envName": "e", "permission": "open", "maxOpenDuration": "1h"}],
        "accounts": [{"accountName": "a", "permission": 3}]
    }));
    assert_eq!((team.kind, team.stacks.unwrap()[0].permission), (Some(TeamKind::Scim), StackPermission(105)));
}

#[test]
fn searches_read_in_either_spelling() {
    let found: ResourceSearchResult = decode("search.resources");
    assert_eq!((found.total, &found.resources[0].pending), (Some(10_000), &Some(ResourcePending::Creating)));
    assert_eq!(found.aggregations.as_ref().unwrap()[""].others, Some(0));
    let mut expected = payload("search.resources");
    expected["aggregations"] = json!({"": expected["aggregations"]});
    let back = to_value(&found).unwrap();
    assert_same(&back, &expected);
    assert_eq!(of::<ResourceSearchResult>(back), found);

    let by_facet = keeps::<ResourceSearchResult>(json!({
        "total": null, "resources": [], "pagination": {"previous": null, "next": null, "cursor": "c"},
        "aggregations": {"package": {"others": null, "results": [{"name": "aws", "count": 1, "aggregations": {"type": {"results": []}}}]},
            "results": {"others": 2}}
    }));
    assert_eq!(by_facet.aggregations.unwrap()["package"].results.as_ref().unwrap()[0].count, Some(1));
    assert_eq!(by_facet.pagination.unwrap().cursor.as_deref(), Some("c"));
    for empty in [json!({}), json!({"total": null, "resources": null, "aggregations": null, "pagination": null})] {
        assert_eq!(of::<ResourceSearchResult>(empty), ResourceSearchResult::default());
    }

    for (parent, provider) in [("parent.urn", "provider.urn"), ("parent_urn", "provider_urn"), ("parentUrn", "providerUrn")] {
        let resource: ResourceResult = of(json!({parent: "a", provider: "b", "managed": "discovered"}));
        assert_eq!((resource.parent_urn.as_deref(), resource.provider_urn.as_deref()), (Some("a"), Some("b")));
        assert_eq!(to_value(resource).unwrap(), json!({"parent.urn": "a", "provider.urn": "b", "managed": "discovered"}));
    }
    let both = keeps::<ResourceResult>(json!({"parent.urn": "a", "parent_urn": "b"}));
    assert_eq!((both.parent_urn.as_deref(), &both.unknown.0["parent_urn"]), (Some("a"), &json!("b")));
    let nulls: serde_json::Map<_, _> =
        payload("search.resources.resource").as_object().unwrap().keys().map(|k| (k.clone(), Value::Null)).collect();
    assert_eq!(of::<ResourceResult>(Value::Object(nulls)), ResourceResult::default());
}

#[test]
fn refusals_of_every_server_read() {
    let body = keeps::<ApiErrorBody>(json!({
        "code": 400, "message": "Bad Request", "documentationUrl": "d",
        "errors": [{"resource": "stack", "attribute": "name", "errorType": "already_exists", "customMessage": "taken"}]
    }));
    assert_eq!(body.code, Some(ApiErrorCode::Number(400)));
    assert_eq!(body.errors.as_ref().unwrap()[0].error_type, Some(ApiErrorType::AlreadyExists));

    let word = keeps::<ApiErrorBody>(json!({"code": "stack_not_found"}));
    assert_eq!(
        (word.code.clone(), word.summary()),
        (Some(ApiErrorCode::Word("stack_not_found".to_owned())), Some("stack_not_found"))
    );
    let limited = keeps::<ApiErrorBody>(json!({"error": "Too many requests"}));
    assert_eq!(limited.summary(), Some("Too many requests"));
    let grant = keeps::<ApiErrorBody>(json!({"error": "unsupported_grant_type", "error_description": "Unsupported grant_type"}));
    assert_eq!(grant.summary(), Some("Unsupported grant_type"));
    keeps::<ApiErrorBody>(json!({"code": 503, "error": "transient_conflict", "message": "try again", "sqlState": "40001"}));

    let odd: ApiErrorBody =
        of(json!({"code": {"a": 1}, "message": {"text": "no"}, "errors": ["one", {"errorType": 7}, 2], "error": null}));
    assert_eq!((odd.message.as_deref(), odd.code), (Some(r#"{"text":"no"}"#), Some(ApiErrorCode::Word(r#"{"a":1}"#.to_owned()))));
    assert_eq!(odd.errors.unwrap()[0].custom_message.as_deref(), Some("one"));
    assert_eq!(of::<ApiErrorBody>(json!({"message": null, "errors": null, "code": null})), ApiErrorBody::default());
    assert_eq!(of::<ApiErrorBody>(json!({})).summary(), None);
}
