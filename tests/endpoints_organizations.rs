//! Members, teams, tokens, usage, the caller and the server: what is sent, and what answers are read as.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/canned.rs"]
mod canned;
#[path = "common/models.rs"]
mod models;

use canned::{AWKWARD, ENCODED, answered, assert_lines, error, line};
use models::{of, payload};
use serde_json::{Value, json};
use stackscope::endpoint::members::{self, ListMembers};
use stackscope::endpoint::tokens::{self, ListTokens, TokenReason};
use stackscope::endpoint::usage::{self, SummarizeResources};
use stackscope::endpoint::{all, server, teams, user};
use stackscope::error::ErrorCode;
use stackscope::model::member::{OrganizationMemberKind, OrganizationRole};
use stackscope::model::token::{AccessTokenFilter, AccessTokenSortField, CreateAccessTokenRequest, SortDirection};
use stackscope::model::usage::Granularity;

#[test]
fn members_are_asked_for_by_name() {
    let add = of(payload("members.add.request"));
    let update = of(payload("members.update.request"));
    let suspended = ListMembers { kind: Some(OrganizationMemberKind::Frontend), include_suspended: Some(true) };
    let role = payload("members.add.request")["role"].clone();
    assert_lines([
        (members::list("acme", &ListMembers::default()).unwrap().plan.request, "GET /api/orgs/acme/members?type=backend"),
        (
            members::list(AWKWARD, &suspended).unwrap().plan.request,
            "GET /api/orgs/a%20b%2Fc/members?includeSuspended=true&type=frontend",
        ),
        (members::remove("acme", "ü").unwrap().request, "DELETE /api/orgs/acme/members/%C3%BC"),
        (members::teams("acme", AWKWARD).unwrap().request, "GET /api/orgs/acme/members/a%20b%2Fc/teams"),
    ]);
    let sent = line(&members::add("acme", AWKWARD, &add).unwrap().request);
    assert_eq!(sent, format!("POST /api/orgs/acme/members/{ENCODED} {}", json!({ "role": role })));
    let sent = line(&members::update("acme", AWKWARD, &update).unwrap().request);
    assert_eq!(sent, format!("PATCH /api/orgs/acme/members/{ENCODED} {}", payload("members.update.request")));
}

#[test]
fn a_new_member_comes_back_or_nothing_does() {
    let body = of(json!({"role": "admin"}));
    let member = payload("members.list")["members"][0].to_string();
    let added = answered(members::add("acme", "ada", &body), 200, &member).unwrap().expect("a member");
    assert_eq!(added.role, of::<OrganizationRole>(payload("members.list")["members"][0]["role"].clone()));
    assert_eq!(answered(members::add("acme", "ada", &body), 204, "").unwrap(), None);
    assert_eq!(
        error(answered(members::add("acme", "ada", &body), 409, r#"{"code":409,"message":"is a member"}"#)).code(),
        ErrorCode::Conflict
    );
    answered(members::remove("acme", "ada"), 200, "").unwrap();
    let teams = answered(members::teams("acme", "ada"), 200, r#"{"teams":["ops"]}"#).unwrap();
    assert_eq!(teams.teams.0, ["ops"]);
}

#[test]
fn each_change_of_a_team_has_its_body() {
    let team = "/api/orgs/acme/teams/a%20b%2Fc";
    let membership = payload("teams.updateMembership.request");
    let grant = payload("teams.grantStackAccess.request");
    let remove = payload("teams.removeStackAccess.request");
    let lines = [
        (teams::update("acme", AWKWARD, &of(json!({"newDescription": "d"}))).unwrap(), json!({"newDescription": "d"})),
        (teams::update_membership("acme", AWKWARD, &of(membership.clone())).unwrap(), membership),
        (teams::grant_stack_access("acme", AWKWARD, &of(grant["addStackPermission"].clone())).unwrap(), grant),
        (teams::remove_stack_access("acme", AWKWARD, &of(remove["removeStack"].clone())).unwrap(), remove),
    ];
    for (call, body) in lines {
        let sent = line(&call.request);
        let json = sent.strip_prefix(&format!("PATCH {team} ")).expect(&sent);
        assert_eq!(of::<Value>(serde_json::from_str(json).unwrap()), body);
    }
    assert_lines([
        (teams::list("acme").unwrap().plan.request, "GET /api/orgs/acme/teams"),
        (teams::get("acme", AWKWARD).unwrap().request, "GET /api/orgs/acme/teams/a%20b%2Fc"),
        (teams::delete("acme", "ü").unwrap().request, "DELETE /api/orgs/acme/teams/%C3%BC"),
        (
            teams::create("acme", "pulumi", &of(json!({"name": "ops"}))).unwrap().request,
            r#"POST /api/orgs/acme/teams/pulumi {"name":"ops","displayName":"ops","description":""}"#,
        ),
        (
            teams::create("acme", "github", &of(json!({"githubTeamID": 7}))).unwrap().request,
            r#"POST /api/orgs/acme/teams/github {"githubTeamID":7}"#,
        ),
    ]);
    let made = answered(teams::create("acme", "pulumi", &of(json!({"name": "ops"}))), 201, &payload("teams.create").to_string());
    assert_eq!(made.unwrap().name, payload("teams.create")["name"].as_str().unwrap());
}

#[test]
fn tokens_are_the_callers_an_organizations_or_a_teams() {
    let body = CreateAccessTokenRequest { description: "d".to_owned(), ..CreateAccessTokenRequest::default() };
    let named = CreateAccessTokenRequest { name: Some("n".to_owned()), ..body.clone() };
    let (none, reason) = (TokenReason::default(), TokenReason { reason: Some("so & so".to_owned()) });
    let everything = ListTokens {
        filter: Some(AccessTokenFilter::All),
        max_results: Some(2),
        search: Some("x y".to_owned()),
        sort_by: Some(AccessTokenSortField::LastUsed),
        sort_direction: Some(SortDirection::Descending),
    };
    assert_lines([
        (tokens::list(&ListTokens::default()).unwrap().plan.request, "GET /api/user/tokens"),
        (
            tokens::list(&everything).unwrap().plan.request,
            "GET /api/user/tokens?filter=all&maxResults=2&search=x%20y&sortBy=lastUsed&sortDirection=desc",
        ),
        (tokens::create(&body, &none).unwrap().request, r#"POST /api/user/tokens {"description":"d","expires":0}"#),
        (
            tokens::create(&body, &reason).unwrap().request,
            r#"POST /api/user/tokens?reason=so%20%26%20so {"description":"d","expires":0}"#,
        ),
        (tokens::delete(AWKWARD).unwrap().request, "DELETE /api/user/tokens/a%20b%2Fc"),
        (tokens::list_for_organization("ü", &ListTokens::default()).unwrap().plan.request, "GET /api/orgs/%C3%BC/tokens"),
        (
            tokens::create_for_organization("acme", &named, &none).unwrap().request,
            r#"POST /api/orgs/acme/tokens {"description":"d","expires":0,"name":"n","admin":false}"#,
        ),
        (tokens::delete_for_organization("acme", AWKWARD).unwrap().request, "DELETE /api/orgs/acme/tokens/a%20b%2Fc"),
        (
            tokens::list_for_team("acme", AWKWARD, &ListTokens::default()).unwrap().plan.request,
            "GET /api/orgs/acme/teams/a%20b%2Fc/tokens",
        ),
        (
            tokens::create_for_team("acme", AWKWARD, &named, &reason).unwrap().request,
            r#"POST /api/orgs/acme/teams/a%20b%2Fc/tokens?reason=so%20%26%20so {"description":"d","expires":0,"name":"n"}"#,
        ),
        (tokens::delete_for_team("acme", AWKWARD, "t", &none).unwrap().request, "DELETE /api/orgs/acme/teams/a%20b%2Fc/tokens/t"),
    ]);
    let made = answered(tokens::create(&body, &none), 200, &payload("tokens.create").to_string()).unwrap();
    assert_eq!(made.token_value.expose(), payload("tokens.create")["tokenValue"].as_str().unwrap());
    assert!(!format!("{made:?}").contains(made.token_value.expose()));
}

fn span(granularity: &str, days: Option<u32>, start: Option<i64>) -> SummarizeResources {
    SummarizeResources { granularity: Some(Granularity::from(granularity)), lookback_days: days, lookback_start: start }
}

#[test]
fn a_span_of_time_is_given_one_way() {
    assert_lines([
        (
            usage::resource_summary(AWKWARD, &span("hourly", Some(2), None)).unwrap().request,
            "GET /api/orgs/a%20b%2Fc/resources/summary?granularity=hourly&lookbackDays=2",
        ),
        (
            usage::resource_summary("acme", &span("hourly", None, Some(1_700_000_000))).unwrap().request,
            "GET /api/orgs/acme/resources/summary?granularity=hourly&lookbackStart=1700000000",
        ),
        // A granularity of the future is the server's to judge.
        (
            usage::resource_summary("acme", &span("quarterly", Some(730), None)).unwrap().request,
            "GET /api/orgs/acme/resources/summary?granularity=quarterly&lookbackDays=730",
        ),
    ]);
    let missing = SummarizeResources { lookback_days: Some(1), ..SummarizeResources::default() };
    let wrong = [
        span("daily", None, None),
        span("daily", Some(1), Some(1)),
        span("daily", Some(0), None),
        span("hourly", Some(3), None),
        missing,
    ];
    for query in wrong {
        let refused = error(usage::resource_summary("acme", &query));
        assert_eq!(refused.code(), ErrorCode::Validation, "{query:?}");
        assert!(refused.remedy().is_some(), "{query:?}");
    }
}

#[test]
fn a_summary_of_nothing_has_no_rows() {
    let query = span("daily", Some(2), None);
    assert!(answered(usage::resource_summary("acme", &query), 204, "").unwrap().summary.is_empty());
    let text = payload("usage.resourceSummary.daily").to_string();
    let rows = payload("usage.resourceSummary.daily")["summary"].as_array().unwrap().len();
    assert_eq!(answered(usage::resource_summary("acme", &query), 200, &text).unwrap().summary.len(), rows);
}

#[test]
fn the_caller_and_the_server_tell_about_themselves() {
    assert_lines([
        (user::get().unwrap().request, "GET /api/user"),
        (user::default_organization().unwrap().request, "GET /api/user/organizations/default"),
        (server::capabilities().unwrap().request, "GET /api/capabilities"),
        (server::openapi().unwrap().request, "GET /api/openapi/pulumi-spec.json"),
    ]);
    assert_eq!(answered(user::get(), 200, r#"{"githubLogin":"ada"}"#).unwrap().github_login, "ada");
    let organization = answered(user::default_organization(), 200, r#"{"GitHubLogin":"acme","Messages":null}"#).unwrap();
    assert_eq!(organization.github_login.as_deref(), Some("acme"));
    let able = answered(server::capabilities(), 200, r#"{"capabilities":[{"capability":"batch-encrypt"},{"capability":"new"}]}"#)
        .unwrap();
    assert_eq!(able.capabilities.len(), 2);
    // Order and spelling are the server's.
    let document = r#"{"paths": {"/b": {}, "/a": 1e2}, "openapi": "3.0.3"}"#;
    assert_eq!(answered(server::openapi(), 200, document).unwrap().get(), document);
}

#[test]
fn names_that_cannot_stand_in_a_path_are_refused() {
    let codes = [
        error(members::remove("acme", "")).code(),
        error(teams::get("..", "t")).code(),
        error(tokens::delete(".")).code(),
        error(usage::resource_summary("", &span("daily", Some(1), None))).code(),
    ];
    assert_eq!(codes, [ErrorCode::Validation; 4]);
}

#[test]
fn the_table_has_them() {
    for function in [
        "members.update",
        "teams.grantStackAccess",
        "tokens.deleteForTeam",
        "usage.resourceSummary",
        "user.get",
        "server.openapi",
    ] {
        assert!(all().any(|endpoint| endpoint.function == function), "{function}");
    }
}
