//! The example payloads of the REST documentation, through the models and back.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/models.rs"]
mod models;

use std::collections::BTreeSet;

use models::{assert_same, decode, keeps, payload, read, round_trip, seeds};
use serde_json::{Value, json, to_value};
use stackscope::model::audit::AuditLogList;
use stackscope::model::member::{AddOrganizationMemberRequest, MemberList, UpdateOrganizationMemberRequest};
use stackscope::model::open::Tags;
use stackscope::model::refs::ListReferences;
use stackscope::model::resource::{ResourceCount, StackResources};
use stackscope::model::search::{Aggregation, AggregationBucket, ResourceResult, ResourceSearchPagination};
use stackscope::model::stack::{CreateStackRequest, CreateStackResponse, Stack, StackList, StackMetadata, TransferStackRequest};
use stackscope::model::tag::StackTag;
use stackscope::model::team::{CreateTeamRequest, StackPermission, Team, TeamList, UpdateTeamRequest};
use stackscope::model::token::{CreatedAccessToken, TokenList};
use stackscope::model::update::{UpdateKind, UpdateList, UpdateStatusResponse};
use stackscope::model::usage::ResourceSummary;
use stackscope::model::webhook::{Webhook, WebhookDelivery, WebhookFormat, WebhookResponse};

type RoundTrip = fn(&str);

/// A payload, and what reads it and writes it back.
const SAME: &[(&str, RoundTrip)] = &[
    ("auditLogs.list", round_trip::<AuditLogList>),
    ("members.add.request", round_trip::<AddOrganizationMemberRequest>),
    ("members.list", round_trip::<MemberList>),
    ("members.update.request", round_trip::<UpdateOrganizationMemberRequest>),
    ("search.resources.aggregationResult", round_trip::<AggregationBucket>),
    ("search.resources.aggregations", round_trip::<Aggregation>),
    ("search.resources.pagination", round_trip::<ResourceSearchPagination>),
    ("search.resources.resource", round_trip::<ResourceResult>),
    ("stacks.create.request", round_trip::<CreateStackRequest>),
    ("stacks.create.self-hosted", round_trip::<CreateStackResponse>),
    ("stacks.create.self-hosted.request", round_trip::<CreateStackRequest>),
    ("stacks.downstreamReferences", round_trip::<ListReferences>),
    ("stacks.get", round_trip::<Stack>),
    ("stacks.get.self-hosted", round_trip::<Stack>),
    ("stacks.list", round_trip::<StackList>),
    ("stacks.metadata", round_trip::<StackMetadata>),
    ("stacks.resourceCount", round_trip::<ResourceCount>),
    ("stacks.resources.version", round_trip::<StackResources>),
    ("stacks.transfer.request", round_trip::<TransferStackRequest>),
    ("tags.replace.self-hosted.request", round_trip::<Tags>),
    ("tags.set.request", round_trip::<StackTag>),
    ("teams.create", round_trip::<Team>),
    ("teams.create.request", round_trip::<CreateTeamRequest>),
    ("teams.grantStackAccess.request", round_trip::<UpdateTeamRequest>),
    ("teams.list", round_trip::<TeamList>),
    ("teams.removeStackAccess.request", round_trip::<UpdateTeamRequest>),
    ("teams.updateMembership.request", round_trip::<UpdateTeamRequest>),
    ("tokens.create", round_trip::<CreatedAccessToken>),
    ("tokens.list", round_trip::<TokenList>),
    ("updates.list", round_trip::<UpdateList>),
    ("updates.previews", round_trip::<UpdateList>),
    ("updates.previews.brief", round_trip::<UpdateList>),
    ("updates.status", round_trip::<UpdateStatusResponse>),
    ("usage.resourceSummary.daily", round_trip::<ResourceSummary>),
    ("usage.resourceSummary.hourly", round_trip::<ResourceSummary>),
    ("usage.resourceSummary.monthly", round_trip::<ResourceSummary>),
    ("usage.resourceSummary.weekly", round_trip::<ResourceSummary>),
    ("usage.resourceSummary.yearly", round_trip::<ResourceSummary>),
    ("webhooks.create.filters", round_trip::<WebhookResponse>),
    ("webhooks.create.filters.request", round_trip::<Webhook>),
    ("webhooks.create.organization", round_trip::<WebhookResponse>),
    ("webhooks.create.organization.request", round_trip::<Webhook>),
    ("webhooks.create.slack", round_trip::<WebhookResponse>),
    ("webhooks.create.slack.request", round_trip::<Webhook>),
    ("webhooks.get.organization", round_trip::<WebhookResponse>),
    ("webhooks.get.stack", round_trip::<WebhookResponse>),
    ("webhooks.ping", round_trip::<WebhookDelivery>),
];

/// Payloads that come back in another shape, or are no model as a whole: tests of their own read them.
const OTHERWISE: &[&str] = &[
    "search.resources",
    "stacks.list.self-hosted",
    "stacks.rename.self-hosted.request",
    "tokens.create.request",
    "updates.events",
    "updates.events.brief",
    "updates.list.cli",
    "webhooks.deliveries",
    "webhooks.list.organization",
    "webhooks.list.stack",
];

#[test]
fn every_payload_reads_and_writes_back() {
    for (name, round_trip) in SAME {
        round_trip(name);
    }
    let latest = read(&seeds().join("resources-latest.json"));
    let model: StackResources = serde_json::from_str(&latest).unwrap();
    assert_same(&to_value(&model).unwrap(), &serde_json::from_str(&latest).unwrap());
}

#[test]
fn no_payload_is_left_out() {
    let files = std::fs::read_dir(seeds().join("api")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|file| Some(file.strip_suffix(".json")?.to_owned())).collect();
    let read: BTreeSet<String> = SAME.iter().map(|(name, _)| name).chain(OTHERWISE).map(|name| (*name).to_owned()).collect();
    assert_eq!(files, read);
}

#[test]
fn stacks_say_who_they_are_and_when_they_changed() {
    let stacks: StackList = decode("stacks.list");
    assert_eq!((stacks.stacks.len(), stacks.continuation_token.as_deref()), (2, Some("5-")));
    assert_eq!((stacks.stacks[0].stack_name.as_str(), stacks.stacks[0].last_update), ("dev", Some(1_612_481_387)));

    let stack: Stack = decode("stacks.get");
    let operation = stack.current_operation.unwrap();
    assert_eq!((operation.kind, operation.started), (UpdateKind::Update, Some(1_615_872_156)));
    assert_eq!(stack.tags.unwrap()["pulumi:runtime"], "nodejs");

    let metadata: StackMetadata = decode("stacks.metadata");
    assert_eq!(metadata.user_permission, Some(StackPermission::ADMIN));
}

#[test]
fn a_ping_carries_json_as_text() {
    let delivery: WebhookDelivery = decode("webhooks.ping");
    let sent: Value = serde_json::from_str(delivery.payload.as_deref().unwrap()).unwrap();
    assert_eq!(sent["timestamp"].as_i64(), delivery.timestamp);
    assert_eq!(delivery.request_headers.unwrap().lines().count(), 3);
}

#[test]
fn usage_has_the_parts_of_the_date_that_its_granularity_has() {
    let row = |granularity: &str| decode::<ResourceSummary>(&format!("usage.resourceSummary.{granularity}")).summary[0].clone();
    assert_eq!((row("hourly").hour, row("daily").day, row("daily").hour), (Some(20), Some(30), None));
    assert_eq!((row("weekly").week_number, row("weekly").month), (Some(31), None));
    assert_eq!((row("monthly").month, row("yearly").month, row("yearly").resources), (Some(6), None, 24_380));
    keeps::<ResourceSummary>(
        json!({"summary": [{"year": 2026, "resources": 1, "resourceHours": 9, "tags": {"a": "b"}}], "tagKeys": ["a"]}),
    );
}

#[test]
fn secrets_are_not_printed() {
    let token: CreatedAccessToken = decode("tokens.create");
    let value = payload("tokens.create")["tokenValue"].as_str().unwrap().to_owned();
    assert_eq!(token.token_value.expose(), value);
    assert!(!format!("{token:?}").contains(&value) && format!("{token:?}").contains("[secret]"));
    let webhook: Webhook = decode("webhooks.create.organization.request");
    assert!(!format!("{webhook:?}").contains("mysecret"));
    assert_eq!(webhook.format.unwrap_or(WebhookFormat::Raw), WebhookFormat::Raw);
}

#[test]
fn csv_samples_have_the_documented_columns() {
    let audit = read(&seeds().join("api/auditLogs.export.csv"));
    assert!(audit.starts_with(
        "Timestamp,Name,Login,Event,Description,SourceIP,RequireOrgAdmin,RequireStackAdmin,AuthenticationFailure\n"
    ));
    assert_eq!(audit.lines().count(), 5);
    assert_eq!(read(&seeds().join("api/search.exportResources.csv")).trim_end().split(',').count(), 16);
}
