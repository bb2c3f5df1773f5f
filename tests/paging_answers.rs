//! Lists of servers that answer oddly: with nothing, with refusals of what is only a guess, with rows that nobody asked for.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/server.rs"]
mod server;

use serde_json::{Value, json};
use server::{Asked, Reply, Server, client, told};
use stackscope::endpoint::stacks::{self, ListStacks};
use stackscope::error::{Error, ErrorCode};
use stackscope::http::{Method, Request, RetryPolicy};
use stackscope::page::{Follow, FollowOptions, Plan, RawPage, Style, Walk};

fn plan(style: Style) -> Plan {
    let field: &[&str] = if style == Style::Events { &["events"] } else { &["things"] };
    Plan::new(Request::raw(Method::Get, "/api/things").unwrap(), style, field)
}

fn next(walk: &mut Walk, server: &Server<'_>) -> Result<Option<RawPage>, Error> {
    told(pollster::block_on(walk.next(&client(RetryPolicy::default()), server, None)))
}

/// All items of a walk, as JSON.
fn all(mut walk: Walk, server: &Server<'_>) -> Result<Vec<Value>, Error> {
    let mut items = Vec::new();
    while let Some(page) = next(&mut walk, server)? {
        items.extend(page.items.iter().map(|item| serde_json::from_str::<Value>(item.get()).unwrap()));
    }
    Ok(items)
}

#[test]
fn a_page_that_holds_nothing_is_no_end_of_the_list() {
    for (reply, code, requests) in [
        (Reply::json(200, ""), ErrorCode::Network, 4),
        (Reply::json(200, " \n"), ErrorCode::Network, 4),
        (Reply::json(204, ""), ErrorCode::Decode, 1),
        (Reply::json(200, "null"), ErrorCode::Decode, 1),
        (Reply::json(200, "{}"), ErrorCode::Decode, 1),
    ] {
        let is_ill = std::cell::Cell::new(true);
        let server = Server::new(|asked| match asked.get("continuationToken") {
            None => Reply::json(200, json!({"things": [1], "continuationToken": "b"})),
            Some(_) if is_ill.get() => reply.clone(),
            Some(_) => Reply::json(200, json!({"things": [2]})),
        });
        let mut walk = Walk::new(plan(Style::token()), None, 9).unwrap();
        assert_eq!(next(&mut walk, &server).unwrap().unwrap().items.len(), 1);
        let error = next(&mut walk, &server).unwrap_err();
        assert_eq!((error.code(), server.count()), (code, 1 + requests), "{reply:?}");
        assert!(error.message().starts_with("GET /api/things: "), "{error}");
        is_ill.set(false);
        let token = error.exchange().unwrap().resume_token.as_deref().expect("a way on");
        let rest = Walk::new(plan(Style::token()), Some(token), 9).unwrap();
        assert_eq!(all(rest, &server).unwrap(), [json!(2)]);
        assert_eq!(all(walk, &server).unwrap(), [json!(2)]);
    }
}

#[test]
fn a_list_may_be_empty_but_not_absent() {
    for (status, body, outcome) in [
        (204, "", Ok(0)),
        (200, r#"{"things":[]}"#, Ok(0)),
        (200, r#"{"things":null}"#, Ok(0)),
        (200, "", Err(ErrorCode::Network)),
        (200, "null", Err(ErrorCode::Decode)),
    ] {
        let server = Server::new(|_| Reply::json(status, body));
        let read = all(Walk::new(plan(Style::token()), None, 9).unwrap(), &server);
        assert_eq!(read.map(|items| items.len()).map_err(|error| error.code()), outcome, "{status} {body}");
    }
}

#[test]
fn a_number_as_token_leads_on_and_an_object_does_not_end_the_list() {
    let server = Server::new(|asked| match asked.get("continuationToken") {
        None => Reply::json(200, r#"{"things":[1],"continuationToken":5}"#),
        Some(token) => {
            assert_eq!(token, "5");
            Reply::json(200, r#"{"things":[2],"continuationToken":null}"#)
        }
    });
    assert_eq!(all(Walk::new(plan(Style::token()), None, 9).unwrap(), &server).unwrap(), [json!(1), json!(2)]);
    let server = Server::new(|_| Reply::json(200, r#"{"things":[1],"continuationToken":{"next":5}}"#));
    let error = all(Walk::new(plan(Style::token()), None, 9).unwrap(), &server).unwrap_err();
    assert_eq!((error.code(), error.json_path()), (ErrorCode::Decode, Some("continuationToken")));
}

/// A server that counts from 1, and answers page 0 so.
fn from_one(zero: &Reply) -> impl FnMut(&Asked) -> Reply + use<> {
    let zero = zero.clone();
    move |asked| match asked.number("page").unwrap() {
        0 => zero.clone(),
        1 => Reply::json(200, json!({"things": [1, 2]})),
        _ => Reply::json(200, json!({"things": [3]})),
    }
}

#[test]
fn a_server_that_refuses_page_zero_counts_from_one() {
    for (status, most) in [(400, 3), (403, 3), (404, 3), (500, 6), (501, 6)] {
        let server = Server::new(from_one(&Reply::json(status, r#"{"message":"no"}"#)));
        let walk = Walk::new(plan(Style::Numbered { size: 2, detect: true }), None, 9).unwrap();
        assert_eq!(all(walk, &server).unwrap().len(), 3, "{status}");
        assert!(server.count() <= most, "{status}: {}", server.count());
    }
    let nothing = Server::new(from_one(&Reply::json(204, "")));
    let walk = Walk::new(plan(Style::Numbered { size: 2, detect: true }), None, 9).unwrap();
    assert_eq!(all(walk, &nothing).unwrap().len(), 3);
}

#[test]
fn what_says_nothing_of_page_zero_is_an_error_that_leaves_the_list_at_its_beginning() {
    for reply in [
        Reply::Broken("reset".to_owned()),
        Reply::Late,
        Reply::json(401, "{}"),
        Reply::json(429, "{}"),
        Reply::json(503, "{}"),
        Reply::of(200, "text/html", "<title>Sign in</title>"),
    ] {
        let server = Server::new(from_one(&reply));
        let walk = Walk::new(plan(Style::Numbered { size: 2, detect: true }), None, 9).unwrap();
        let token = all(walk, &server).unwrap_err().exchange().unwrap().resume_token.clone();
        assert!(server.count() <= 5, "{reply:?}");
        let server = Server::new(from_one(&Reply::json(400, "{}")));
        let walk = Walk::new(plan(Style::Numbered { size: 2, detect: true }), token.as_deref(), 9).unwrap();
        assert_eq!(all(walk, &server).unwrap().len(), 3, "{reply:?}");
    }
}

#[test]
fn a_log_whose_server_refuses_the_guess_is_the_log_it_gave() {
    for status in [400, 404, 500, 501] {
        let server = || {
            Server::new(move |asked| match asked.get("continuationToken") {
                Some("-1") => Reply::json(status, "{}"),
                Some(_) => panic!("no such token was given"),
                None if asked.path.ends_with("/status") => Reply::json(200, r#"{"status":"failed"}"#),
                None => Reply::json(200, r#"{"events":[{"sequence":1},{"sequence":2}]}"#),
            })
        };
        assert_eq!(all(Walk::new(plan(Style::Events), None, 9).unwrap(), &server()).unwrap().len(), 2, "{status}");
        let request = |path: &str| Request::raw(Method::Get, path).unwrap();
        let options = FollowOptions::default();
        let mut follow = Follow::new(request("/api/things"), request("/api/status"), options, None).unwrap();
        let page = told(pollster::block_on(follow.next(&client(RetryPolicy::default()), &server(), None))).unwrap().unwrap();
        assert_eq!(page.page.items.len(), 2, "{status}");
    }
}

/// A server that ignores all filters and gives so many of these rows at a time.
fn unfiltered(size: usize) -> impl FnMut(&Asked) -> Reply {
    let row = |org: &str, project: &str, stack: &str, tags: Value| json!({"orgName": org, "projectName": project, "stackName": stack, "tags": tags});
    let rows = [
        row("acme", "web", "a", json!({"tier": "gold"})),
        row("other", "web", "b", json!({"tier": "gold"})),
        row("Acme", "api", "c", json!({"tier": "Gold"})),
        row("acme", "Web", "d", json!({})),
        json!({"orgName": "acme", "projectName": "web", "stackName": "e"}),
        row("other", "api", "f", json!({"tier": "gold"})),
        row("ACME", "WEB", "g", json!({"tier": "gold", "x": 1})),
    ];
    move |asked| {
        let from = asked.number("continuationToken").unwrap_or(0);
        let to = rows.len().min(from + size);
        let next = (to < rows.len()).then(|| to.to_string());
        Reply::json(200, json!({"stacks": rows[from..to], "continuationToken": next, "total": rows.len()}))
    }
}

/// The names of the stacks that a query gives, page by page, in a walk that stops and goes on behind each.
fn listed(query: &ListStacks, size: usize) -> String {
    let plan = stacks::list(query).unwrap().plan;
    let server = Server::new(unfiltered(size));
    let mut names = String::new();
    let mut resume: Option<String> = None;
    loop {
        let mut walk = Walk::new(plan.clone(), resume.as_deref(), 20).unwrap();
        let Some(page) = next(&mut walk, &server).unwrap() else { break };
        if let Some(first) = page.items.first() {
            let row: Value = serde_json::from_str(first.get()).unwrap();
            names.push_str(row["stackName"].as_str().unwrap());
        }
        resume = walk.resume_token(&page, 1.min(page.items.len()));
        if resume.is_none() {
            break;
        }
    }
    let whole = all(Walk::new(plan.clone(), None, 20).unwrap(), &server).unwrap();
    assert_eq!(whole.iter().map(|row| row["stackName"].as_str().unwrap()).collect::<String>(), names);
    names
}

#[test]
fn rows_that_were_not_asked_for_are_dropped() {
    let text = |text: &str| Some(text.to_owned());
    let tag =
        |value: Option<&str>| ListStacks { tag_name: text("tier"), tag_value: value.map(str::to_owned), ..ListStacks::default() };
    for size in 1..9 {
        for (query, names) in [
            (ListStacks::default(), "abcdefg"),
            (ListStacks { organization: text("acme"), ..ListStacks::default() }, "acdeg"),
            (ListStacks { project: text("web"), organization: text("acme"), ..ListStacks::default() }, "adeg"),
            (ListStacks { project: text("we"), ..ListStacks::default() }, ""),
            (ListStacks { project: text(""), ..ListStacks::default() }, "abcdefg"),
            (tag(None), "abcefg"),
            (tag(Some("gold")), "abefg"),
            (tag(Some("Gold")), "ce"),
        ] {
            assert_eq!(listed(&query, size), names, "{query:?} by {size}");
        }
    }
}

#[test]
fn rows_that_are_dropped_are_still_the_servers() {
    let plan = stacks::list(&ListStacks { project: Some("api".to_owned()), ..ListStacks::default() }).unwrap().plan;
    let server = Server::new(unfiltered(3));
    let mut walk = Walk::new(plan, None, 9).unwrap();
    while next(&mut walk, &server).unwrap().is_some() {}
    assert_eq!((walk.total(), walk.is_truncated()), (Some(7), false));
}
