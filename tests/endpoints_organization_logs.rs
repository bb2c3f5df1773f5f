//! Audit logs and search: what is sent, and how answers are read.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/canned.rs"]
mod canned;
#[path = "common/models.rs"]
mod models;

use std::io::Write;

use canned::{Canned, answer, call, json, list};
use flate2::Compression;
use flate2::write::GzEncoder;
use models::{read, seeds};
use serde_json::json;
use stackscope::endpoint::audit_logs::{self, ExportAuditLogs, ExportAuditLogsV2, ListAuditLogs, ListAuditLogsV2};
use stackscope::endpoint::search::{self, ExportResources, ParseQuery, SearchResources};
use stackscope::endpoint::{TimeFormat, all};
use stackscope::error::ErrorCode;
use stackscope::model::audit::AuditLogExportFormat;
use stackscope::model::search::ResourceSearchField;

const NOW: i64 = 1_615_872_240;

#[test]
fn the_upper_bound_of_the_first_version_is_called_before() {
    let query = ListAuditLogs {
        before: Some(1_600_000_000),
        end_time: Some(1_500_000_000),
        user_filter: Some("a b&c".to_owned()),
        event_filter: Some("stack.update".to_owned()),
        ..ListAuditLogs::default()
    };
    assert_eq!(
        list(audit_logs::list("ü/x", &query, NOW)).line,
        "GET /api/orgs/%C3%BC%2Fx/auditlogs?startTime=1600000000&endTime=1500000000&userFilter=a%20b%26c&eventFilter=stack.update"
    );
    let query = ExportAuditLogs { format: Some(AuditLogExportFormat::Cef), ..ExportAuditLogs::default() };
    assert_eq!(
        call(audit_logs::export("acme", &query, NOW)).line,
        "GET /api/orgs/acme/auditlogs/export?startTime=1615872240&format=cef"
    );
}

#[test]
fn now_stands_in_for_before_unless_a_page_is_named() {
    let bare = ListAuditLogs::default();
    assert_eq!(list(audit_logs::list("acme", &bare, NOW)).line, "GET /api/orgs/acme/auditlogs?startTime=1615872240");
    let token = ListAuditLogs { continuation_token: Some("1618167069".to_owned()), ..bare };
    assert_eq!(list(audit_logs::list("acme", &token, NOW)).line, "GET /api/orgs/acme/auditlogs?continuationToken=1618167069");
}

#[test]
fn the_second_version_has_bounds_on_both_sides() {
    let query = ListAuditLogsV2 { start_time: Some(1), end_time: Some(2), ..ListAuditLogsV2::default() };
    assert_eq!(list(audit_logs::list_v2("acme", &query)).line, "GET /api/orgs/acme/auditlogs/v2?startTime=1&endTime=2");
    assert_eq!(list(audit_logs::list_v2("acme", &ListAuditLogsV2::default())).line, "GET /api/orgs/acme/auditlogs/v2");
    let query = ExportAuditLogsV2 { end_time: Some(2), format: Some(AuditLogExportFormat::Csv), ..ExportAuditLogsV2::default() };
    assert_eq!(call(audit_logs::export_v2("acme", &query)).line, "GET /api/orgs/acme/auditlogs/v2/export?endTime=2&format=csv");
    assert_eq!(call(audit_logs::event_types("acme")).line, "GET /api/orgs/acme/auditlogs/event-types");
}

#[test]
fn moments_can_be_sent_as_iso() {
    let query = ListAuditLogs { time_format: Some(TimeFormat::Iso), ..ListAuditLogs::default() };
    assert_eq!(
        list(audit_logs::list("acme", &query, NOW)).line,
        "GET /api/orgs/acme/auditlogs?startTime=2021-03-16T05%3A24%3A00Z"
    );
    for (seconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (1_735_689_599, "2024-12-31T23:59:59Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] {
        assert_eq!(TimeFormat::Iso.write(seconds).unwrap(), text);
    }
    for outside in [i64::MIN, -62_167_219_201, 253_402_300_800, i64::MAX] {
        assert_eq!(TimeFormat::Iso.write(outside).unwrap_err().code(), ErrorCode::Validation);
    }
}

#[test]
fn audit_events_are_read_page_by_page_under_either_name() {
    let mut first: serde_json::Value = serde_json::from_str(&read(&seeds().join("api/auditLogs.list.json"))).unwrap();
    first["continuationToken"] = json!("next page");
    let count = first["auditLogEvents"].as_array().unwrap().len();
    let server = Canned::new([json(first), json(json!({ "auditLogEvents": null, "continuationToken": null }))]);
    let events = server.list(audit_logs::list("acme", &ListAuditLogs::default(), NOW)).unwrap();
    assert_eq!(events.len(), count);
    assert!(events.iter().all(|event| event.timestamp.is_some()));
    assert_eq!(server.lines()[1], "GET /api/orgs/acme/auditlogs?continuationToken=next%20page");

    let server = Canned::new([json(json!({ "entries": [{ "event": "stack.update" }], "total": 1 }))]);
    assert_eq!(server.list(audit_logs::list("acme", &ListAuditLogs::default(), NOW)).unwrap().len(), 1);
}

#[test]
fn an_export_comes_compressed_or_not() {
    let text = read(&seeds().join("api/auditLogs.export.csv"));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    let server = Canned::new([answer(200, gzip.finish().unwrap()), answer(200, &text), answer(200, "")]);
    for expected in [&text, &text, ""] {
        assert_eq!(server.call(audit_logs::export("acme", &ExportAuditLogs::default(), NOW)).unwrap(), expected);
    }
}

#[test]
fn event_types_are_read() {
    let server = Canned::new([json(
        json!({ "eventTypes": [{ "event": "stack.update", "displayName": "Stack Updated", "deprecated": false }] }),
    )]);
    let types = server.call(audit_logs::event_types("acme")).unwrap().event_types;
    assert_eq!((types[0].event.as_str(), types[0].deprecated), ("stack.update", Some(false)));
}

#[test]
fn searches_send_what_is_asked() {
    let query = SearchResources {
        query: Some("type:aws:s3/bucket:Bucket project:\"a b\"".to_owned()),
        sort: Some(vec![ResourceSearchField::Modified, ResourceSearchField::ParentUrn, "category".into()]),
        asc: Some(false),
        size: Some(25),
        facet: Some(vec![ResourceSearchField::Package]),
        group_by: Some("stack".to_owned()),
        properties: Some(true),
        ..SearchResources::default()
    };
    let parameters = "asc=false&facet=package&groupBy=stack&properties=true\
        &query=type%3Aaws%3As3%2Fbucket%3ABucket%20project%3A%22a%20b%22&size=25&sort=modified&sort=parent.urn&sort=category";
    assert_eq!(list(search::resources("acme", &query)).line, format!("GET /api/orgs/acme/search/resources?{parameters}"));
    assert_eq!(list(search::resources_v2("acme", &query)).line, format!("GET /api/orgs/acme/search/resourcesv2?{parameters}"));
    let query = ExportResources { asc: Some(true), query: Some("ü".to_owned()), ..ExportResources::default() };
    assert_eq!(
        call(search::export_resources("acme", &query)).line,
        "GET /api/orgs/acme/search/resources/export?asc=true&query=%C3%BC"
    );
    let words = ParseQuery { query: Some("buckets?".to_owned()) };
    assert_eq!(call(search::parse("a b", &words)).line, "GET /api/orgs/a%20b/search/resources/parse?query=buckets%3F");
}

#[test]
fn a_search_begins_at_the_place_that_a_page_named() {
    for (given, sent) in [
        ("abc==", "continue=abc%3D%3D"),
        ("https://elsewhere.example/api/orgs/acme/search/resources?size=2&continue=a%2Fb", "continue=a%2Fb"),
        ("?other=1", "continue=%3Fother%3D1"),
    ] {
        let query = SearchResources { continue_: Some(given.to_owned()), ..SearchResources::default() };
        assert_eq!(list(search::resources("acme", &query)).line, format!("GET /api/orgs/acme/search/resources?{sent}"));
    }
}

#[test]
fn a_search_goes_on_where_a_page_says() {
    let row =
        |name: &str| json!({ "project": "web", "stack": "prod", "urn": name, "id": name, "delete": false, "parent_urn": "p" });
    let next = json!({ "next": "/api/orgs/acme/search/resources?page=2&size=2" });
    let server = Canned::new([
        json(json!({ "total": 3, "resources": [row("a"), row("b")], "pagination": next })),
        json(json!({ "total": 3, "resources": [row("b"), row("c")], "pagination": { "next": null, "cursor": "bookmark" } })),
    ]);
    let query = SearchResources { size: Some(2), sort: Some(vec![ResourceSearchField::Name]), ..SearchResources::default() };
    let found = server.list(search::resources("acme", &query)).unwrap();
    let names: Vec<_> = found.iter().filter_map(|resource| resource.urn.as_deref()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(found[0].parent_urn.as_deref(), Some("p"));
    assert_eq!(server.lines()[1], "GET /api/orgs/acme/search/resources?sort=name&page=2&size=2");

    let sample = read(&seeds().join("api/search.resources.json"));
    let sample = Canned::new([answer(200, sample), json(json!({ "resources": null, "pagination": null }))]);
    assert_eq!(sample.list(search::resources_v2("acme", &SearchResources::default())).unwrap().len(), 1);
}

#[test]
fn a_query_that_is_refused_is_not_sent_again() {
    for (status, code) in [(400, ErrorCode::Validation), (422, ErrorCode::Validation), (402, ErrorCode::PlanRequired)] {
        let server = Canned::new([answer(status, json!({ "code": status, "message": "no" }).to_string())]);
        let error = server.list(search::resources_v2("acme", &SearchResources::default())).unwrap_err();
        assert_eq!((error.code(), server.lines().len()), (code, 1), "{status}");
    }
    let csv = read(&seeds().join("api/search.exportResources.csv"));
    let server = Canned::new([answer(500, "{}"), answer(200, &csv)]);
    assert_eq!(server.call(search::export_resources("acme", &ExportResources::default())).unwrap(), csv);
    assert_eq!(server.lines().len(), 2);
}

#[test]
fn plain_words_become_a_query() {
    let server = Canned::new([json(json!({ "query": "type:bucket" }))]);
    let words = ParseQuery { query: Some("buckets".to_owned()) };
    assert_eq!(server.call(search::parse("acme", &words)).unwrap().query, "type:bucket");
}

#[test]
fn names_that_cannot_stand_in_a_path_are_refused() {
    for name in ["", ".", ".."] {
        assert_eq!(audit_logs::event_types(name).unwrap_err().code(), ErrorCode::Validation);
        assert_eq!(search::resources(name, &SearchResources::default()).unwrap_err().code(), ErrorCode::Validation);
    }
}

#[test]
fn the_table_has_every_function() {
    let named = |family: &str| {
        all().filter(|endpoint| endpoint.function.starts_with(family)).map(|endpoint| endpoint.function).collect::<Vec<_>>()
    };
    assert_eq!(
        named("auditLogs."),
        ["auditLogs.list", "auditLogs.export", "auditLogs.listV2", "auditLogs.exportV2", "auditLogs.eventTypes"]
    );
    assert_eq!(named("search."), ["search.resources", "search.resourcesV2", "search.exportResources", "search.parse"]);
}
