//! Tags, webhooks, configuration and encrypted values: what is sent, and what answers are read as.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/canned.rs"]
mod canned;
#[path = "common/models.rs"]
mod models;

use canned::server::told;
use canned::{AWKWARD, Canned, answer, answered, assert_lines, error, line, stack};
use models::{of, payload};
use serde_json::{Value, json};
use stackscope::endpoint::webhooks::{self, Owner};
use stackscope::endpoint::{all, config, secrets, tags};
use stackscope::error::{Error, ErrorCode};
use stackscope::http::RetryPolicy;
use stackscope::model::open::Tags;
use stackscope::model::tag::StackTag;
use stackscope::model::webhook::Webhook;

const STACK: &str = "/api/stacks/acme/w%C3%A9b/a%20b%2Fc";

fn tag(name: &str) -> StackTag {
    of(json!({"name": name, "value": "v"}))
}

#[test]
fn tags_are_asked_for_by_stack_and_name() {
    let tags_of: Tags = of(json!({"owner": "ops", "pulumi:project": "web"}));
    let built = [
        (tags::get(&stack()).unwrap().request, format!("GET {STACK}")),
        (tags::add(&stack(), &tag("a:b")).unwrap().request, format!(r#"POST {STACK}/tags {{"name":"a:b","value":"v"}}"#)),
        (
            tags::update(&stack(), "a:b", &tag("a:b")).unwrap().request,
            format!(r#"PATCH {STACK}/tags/a%3Ab {{"name":"a:b","value":"v"}}"#),
        ),
        // The bare map: `{tags: …}` would set one tag called "tags".
        (
            tags::replace(&stack(), &tags_of).unwrap().request,
            format!(r#"PATCH {STACK}/tags {{"owner":"ops","pulumi:project":"web"}}"#),
        ),
        (tags::delete(&stack(), AWKWARD).unwrap().request, format!("DELETE {STACK}/tags/a%20b%2Fc")),
    ];
    for (request, expected) in built {
        assert_eq!(line(&request), expected);
    }
    assert_eq!(error(tags::delete(&stack(), "")).code(), ErrorCode::Validation);
}

#[test]
fn tags_are_read_off_the_stack() {
    let whole = answered(tags::get(&stack()), 200, &payload("stacks.get").to_string()).unwrap();
    assert_eq!(json!(whole), payload("stacks.get")["tags"]);
    for bare in [
        json!({"orgName": "o", "projectName": "p", "stackName": "s"}),
        json!({"orgName": "o", "projectName": "p", "stackName": "s", "tags": null}),
    ] {
        assert_eq!(answered(tags::get(&stack()), 200, &bare.to_string()).unwrap(), Tags::new());
    }
}

fn set(canned: &Canned, name: &str) -> Result<(), Error> {
    let never = RetryPolicy { attempts: 1, ..RetryPolicy::default() };
    told(pollster::block_on(tags::set(&canned.client, &canned.server, Some(&never), &stack(), &tag(name))))
}

#[test]
fn setting_a_tag_adds_it_or_changes_the_one_that_exists() {
    let add = format!(r#"POST {STACK}/tags {{"name":"a:b","value":"v"}}"#);
    let change = format!(r#"PATCH {STACK}/tags/a%3Ab {{"name":"a:b","value":"v"}}"#);

    let fresh = Canned::new([answer(204, "")]);
    set(&fresh, "a:b").unwrap();
    assert_eq!(fresh.lines().join("\n"), add);

    let told =
        r#"{"code":400,"message":"Bad Request","errors":[{"resource":"tag","attribute":"name","errorType":"already_exists"}]}"#;
    let said = r#"{"code":400,"message":"Bad Request: Tag already exists."}"#;
    for refusal in [told, said] {
        let there = Canned::new([answer(400, refusal), answer(204, "")]);
        set(&there, "a:b").unwrap();
        assert_eq!(there.lines(), [add.clone(), change.clone()]);
    }
}

#[test]
fn setting_a_tag_changes_nothing_on_other_refusals() {
    for (status, body, code) in [
        (400, r#"{"code":400,"message":"Bad Request: invalid tag name"}"#, ErrorCode::Validation),
        (404, r#"{"code":404,"message":"Not Found: no stack; one that already exists is needed"}"#, ErrorCode::NotFound),
        (500, r#"{"code":500,"message":"already exists"}"#, ErrorCode::Server),
    ] {
        let canned = Canned::new([answer(status, body)]);
        assert_eq!(error(set(&canned, "a")).code(), code);
        assert_eq!(canned.lines().len(), 1);
    }
    let built_in = Canned::new([
        answer(400, r#"{"code":400,"message":"tag already exists"}"#),
        answer(400, r#"{"code":400,"message":"built-in tags"}"#),
    ]);
    assert!(error(set(&built_in, "vcs:kind")).message().contains("built-in"));
    // A name that the second request could not carry is found before the first is sent.
    let unsent = Canned::new([]);
    assert_eq!(error(set(&unsent, "..")).code(), ErrorCode::Validation);
    assert!(unsent.lines().is_empty());
}

#[test]
fn webhooks_belong_to_an_organization_or_a_stack() {
    let ours = Owner::Organization(AWKWARD);
    let name = stack();
    let theirs = Owner::Stack(&name);
    assert_lines([
        (webhooks::list(ours).unwrap().request, "GET /api/orgs/a%20b%2Fc/hooks"),
        (webhooks::list(theirs).unwrap().request, "GET /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks"),
        (webhooks::get(ours, "ü").unwrap().request, "GET /api/orgs/a%20b%2Fc/hooks/%C3%BC"),
        (webhooks::get(theirs, "h").unwrap().request, "GET /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks/h"),
        (webhooks::delete(ours, "h").unwrap().request, "DELETE /api/orgs/a%20b%2Fc/hooks/h"),
        (webhooks::delete(theirs, "h").unwrap().request, "DELETE /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks/h"),
        (webhooks::ping(ours, "h").unwrap().request, "POST /api/orgs/a%20b%2Fc/hooks/h/ping"),
        (webhooks::ping(theirs, "h").unwrap().request, "POST /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks/h/ping"),
        (webhooks::deliveries(ours, "h").unwrap().request, "GET /api/orgs/a%20b%2Fc/hooks/h/deliveries"),
        (webhooks::deliveries(theirs, "h").unwrap().request, "GET /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks/h/deliveries"),
        (webhooks::redeliver(ours, "h", "e/1").unwrap().request, "POST /api/orgs/a%20b%2Fc/hooks/h/deliveries/e%2F1/redeliver"),
        (
            webhooks::redeliver(theirs, "h", "e").unwrap().request,
            "POST /api/stacks/acme/w%C3%A9b/a%20b%2Fc/hooks/h/deliveries/e/redeliver",
        ),
    ]);
}

#[test]
fn a_webhook_carries_the_names_of_its_owner() {
    let webhook: Webhook =
        of(json!({"displayName": "d", "payloadUrl": "https://hook.example", "active": true, "secret": "hush"}));
    let name = stack();
    let sent = |request: &stackscope::http::Request| -> (String, Value) {
        let sent = line(request);
        let (head, body) = sent.split_once(" {").expect("a body");
        (head.to_owned(), serde_json::from_str(&format!("{{{body}")).unwrap())
    };
    let given = json!({"displayName": "d", "payloadUrl": "https://hook.example", "active": true, "secret": "hush"});
    let with = |more: Value| -> Value {
        given
            .as_object()
            .unwrap()
            .clone()
            .into_iter()
            .chain(more.as_object().unwrap().clone())
            .collect::<serde_json::Map<_, _>>()
            .into()
    };

    let request = webhooks::create(Owner::Organization("acme"), &webhook).unwrap().request;
    assert_eq!(sent(&request), ("POST /api/orgs/acme/hooks".to_owned(), with(json!({"organizationName": "acme"}))));
    let request = webhooks::update(Owner::Organization("acme"), "h", &webhook).unwrap().request;
    assert_eq!(sent(&request), ("PATCH /api/orgs/acme/hooks/h".to_owned(), with(json!({"organizationName": "acme"}))));

    let names = json!({"organizationName": "acme", "projectName": "wéb", "stackName": "a b/c"});
    let request = webhooks::create(Owner::Stack(&name), &webhook).unwrap().request;
    assert_eq!(sent(&request), (format!("POST {STACK}/hooks"), with(names.clone())));
    let request = webhooks::update(Owner::Stack(&name), "h", &webhook).unwrap().request;
    assert_eq!(sent(&request), (format!("PATCH {STACK}/hooks/h"), with(names)));

    // What the caller says stands, wrong or not: the server compares it with the path.
    let other = Webhook { organization_name: Some("other".to_owned()), ..webhook };
    let request = webhooks::create(Owner::Organization("acme"), &other).unwrap().request;
    assert_eq!(sent(&request).1["organizationName"], "other");
}

#[test]
fn lists_of_webhooks_come_bare_or_wrapped() {
    let owner = Owner::Organization("acme");
    let bare = payload("webhooks.list.organization");
    let count = bare.as_array().unwrap().len();
    let wrapped = json!({ "webhooks": bare });
    for body in [&bare, &wrapped] {
        assert_eq!(answered(webhooks::list(owner), 200, &body.to_string()).unwrap().len(), count);
    }
    let bare = payload("webhooks.deliveries");
    let count = bare.as_array().unwrap().len();
    let wrapped = json!({ "deliveries": bare });
    for body in [&bare, &wrapped] {
        assert_eq!(answered(webhooks::deliveries(owner, "h"), 200, &body.to_string()).unwrap().len(), count);
    }
    let id = answered(webhooks::ping(owner, "h"), 200, &payload("webhooks.ping").to_string()).unwrap().id;
    assert_eq!(id, payload("webhooks.ping")["id"].as_str().unwrap());
    let made = answered(webhooks::create(owner, &Webhook::default()), 201, &payload("webhooks.create.organization").to_string())
        .unwrap();
    assert_eq!(made.name, payload("webhooks.create.organization")["name"].as_str().unwrap());
}

#[test]
fn configuration_lives_under_its_stack() {
    let built = [
        (config::get(&stack()).unwrap().request, format!("GET {STACK}/config")),
        (
            config::update(&stack(), &of(json!({"environment": "web/prod"}))).unwrap().request,
            format!(r#"PUT {STACK}/config {{"environment":"web/prod"}}"#),
        ),
        (config::delete(&stack()).unwrap().request, format!("DELETE {STACK}/config")),
    ];
    for (request, expected) in built {
        assert_eq!(line(&request), expected);
    }
    let found = answered(config::get(&stack()), 200, r#"{"environment":"web/prod"}"#).unwrap();
    assert_eq!(found.environment.as_deref(), Some("web/prod"));
}

#[test]
fn values_are_encrypted_one_by_one_or_many_at_a_time() {
    let built = [
        (
            secrets::encrypt(&stack(), &of(json!({"plaintext": "aHVzaA=="}))).unwrap().request,
            r#"encrypt {"plaintext":"aHVzaA=="}"#,
        ),
        (
            secrets::decrypt(&stack(), &of(json!({"ciphertext": "Y2lwaGVy"}))).unwrap().request,
            r#"decrypt {"ciphertext":"Y2lwaGVy"}"#,
        ),
        (
            secrets::batch_encrypt(&stack(), &of(json!({"plaintexts": ["aHVzaA=="]}))).unwrap().request,
            r#"batch-encrypt gzip:{"plaintexts":["aHVzaA=="]}"#,
        ),
        (
            secrets::batch_decrypt(&stack(), &of(json!({"ciphertexts": ["Y2lwaGVy"]}))).unwrap().request,
            r#"batch-decrypt gzip:{"ciphertexts":["Y2lwaGVy"]}"#,
        ),
    ];
    for (request, rest) in built {
        assert_eq!(line(&request), format!("POST {STACK}/{rest}"));
    }
    let opened =
        answered(secrets::decrypt(&stack(), &of(json!({"ciphertext": "Y2lwaGVy"}))), 200, r#"{"plaintext":"aHVzaA=="}"#).unwrap();
    assert_eq!(opened.plaintext.expose(), "aHVzaA==");
    let many = of(json!({"ciphertexts": ["Y2lwaGVy"]}));
    let opened = answered(secrets::batch_decrypt(&stack(), &many), 200, r#"{"plaintexts":{"Y2lwaGVy":"aHVzaA=="}}"#).unwrap();
    assert_eq!(opened.plaintexts["Y2lwaGVy"].expose(), "aHVzaA==");
    assert!(!format!("{opened:?}").contains("aHVzaA=="));
}

#[test]
fn the_table_has_both_forms_of_a_function() {
    let paths =
        |function: &str| all().filter(|endpoint| endpoint.function == function).map(|endpoint| endpoint.path).collect::<Vec<_>>();
    assert_eq!(paths("webhooks.list"), ["/api/orgs/{organization}/hooks", "/api/stacks/{organization}/{project}/{stack}/hooks"]);
    assert_eq!(paths("tags.set").len(), 2);
    for function in ["tags.get", "config.delete", "secrets.batchDecrypt"] {
        assert_eq!(paths(function).len(), 1, "{function}");
    }
}
