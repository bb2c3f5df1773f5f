//! No error and no notice ever holds a token, whatever a server, a proxy or the platform does with it.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/server.rs"]
mod server;

use common::config;
use proptest::prelude::*;
use serde_json::json;
use server::{Reply, Server, once, told};
use stackscope::error::Error;
use stackscope::http::{Method, Redactor, Request};
use stackscope::page::{Follow, FollowOptions, Plan, Style, Walk};

/// Tokens of every kind that a header may carry; ordinary words are none.
fn tokens() -> impl Strategy<Value = String> {
    prop_oneof!["[!-~]{12,50}", "pul-[0-9a-f]{40}", "[A-Za-z0-9+/]{20,60}=", "ey[A-Za-z0-9_-]{20}\\.[A-Za-z0-9_-]{30}"]
}

/// What a server may put around a token.
fn around() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,30}",
        prop::sample::select(vec!["token ", "Authorization: token ", "=", "\"", "[secret]", "[sec", "<b>", "x", "pul-", "\n"])
            .prop_map(str::to_owned),
        // Up to where a text is cut.
        prop::sample::select(vec![200usize, 585, 595, 600, 16_370, 16_384]).prop_map(|len| "a ".repeat(len / 2)),
    ]
}

/// An answer that says `text` in one place.
fn replies(text: &str) -> Vec<Reply> {
    let mut replies = vec![
        Reply::Broken(text.to_owned()),
        Reply::json(503, "{}").with("X-Pulumi-Request-Id", text).with("X-Pulumi-Warning", text),
        Reply::json(200, r#"{"status":"succeeded"}"#).with("X-Pulumi-Warning", text).with("X-Pulumi-Request-Id", text),
        // Not what was asked for: a key of that name, and a value.
        Reply::json(200, json!({"a": {text: 7}, "githubLogin": [text], "status": {text: text}})),
        Reply::json(
            200,
            json!({"organizations": [{text: {"githubLogin": text}}], "githubLogin": {text: text}, "status": [text]}),
        ),
        Reply::json(200, json!(text)),
        Reply::of(200, "text/plain", text),
        Reply::of(500, "text/plain", text),
        Reply::of(500, "", text),
    ];
    for status in [301, 400, 401, 403, 404, 409, 429, 500] {
        replies.push(Reply::json(
            status,
            json!({"code": text, "message": text, "documentationUrl": format!("https://docs.example/{text}")}),
        ));
        replies.push(Reply::json(status, json!({"error": text})));
        replies.push(Reply::json(status, json!({"error": "x", "error_description": text})));
        let field = json!({"resource": text, "attribute": text, "errorType": text, "customMessage": text});
        replies.push(Reply::json(status, json!({"errors": [field, text]})));
    }
    for page in [
        format!("<title>{text}</title>"),
        format!("<h1>{text}</h1>"),
        format!("<body>{text}"),
        format!("<p>{text}</p>"),
        format!("<{text}"),
    ] {
        replies.push(Reply::of(200, "text/html", &page));
        replies.push(Reply::of(502, "text/html", &page));
    }
    replies
}

fn everything_told(error: &Error) -> String {
    let exchange = error.exchange().map(|exchange| serde_json::to_value(exchange).unwrap());
    // Values as they are, and not only as JSON and Debug escape them.
    let mut texts = vec![error.to_string(), format!("{error:?}"), error.message().to_owned()];
    texts.extend([error.remedy(), error.json_path()].into_iter().flatten().map(str::to_owned));
    let mut values: Vec<_> = exchange.into_iter().collect();
    while let Some(value) = values.pop() {
        match value {
            serde_json::Value::String(text) => texts.push(text),
            serde_json::Value::Array(items) => values.extend(items),
            serde_json::Value::Object(fields) => values.extend(fields.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    texts.join("\n")
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn nothing_told_holds_the_token(token in tokens(), before in around(), after in around()) {
        prop_assume!(!token.contains("[secret") && !token.contains("secret]"));
        let text = format!("{before}{token}{after}");
        for reply in replies(&text) {
            let mut server = Server::new(|_| reply.clone());
            server.token = Some(token.clone());
            let client = once();
            let request = Request::raw(Method::Get, "/api/user?q=x").unwrap();
            let mut errors = Vec::new();
            errors.extend(told(pollster::block_on(client.send(&server, &request, None))).err());
            let call = stackscope::endpoint::user::get().unwrap();
            errors.extend(told(pollster::block_on(call.send(&client, &server, None))).err());
            for style in [Style::token(), Style::Guess] {
                let fields: &[&str] = if style == Style::Guess { &[] } else { &["things"] };
                let mut walk = Walk::new(Plan::new(request.clone(), style, fields), None, 3).unwrap();
                errors.extend(told(pollster::block_on(walk.next(&client, &server, None))).err());
            }
            let mut follow = Follow::new(request.clone(), request.clone(), FollowOptions::default(), None).unwrap();
            errors.extend(told(pollster::block_on(follow.next(&client, &server, None))).err());
            for error in errors {
                prop_assert!(!everything_told(&error).contains(&token), "{reply:?}\n{error:?}");
            }
            for notice in server.notices.borrow().iter() {
                prop_assert!(!notice.contains(&token), "{reply:?}\n{notice}");
            }
        }
    }

    #[test]
    fn the_callers_own_requests_are_masked_too(token in "[A-Za-z0-9-]{12,40}") {
        let mut server = Server::new(|_| Reply::json(404, "{}"));
        server.token = Some(token.clone());
        let request = Request::raw(Method::Get, &format!("/api/{token}/x?{token}=1&y={token}")).unwrap();
        let error = told(pollster::block_on(once().send(&server, &request, None))).unwrap_err();
        prop_assert!(!everything_told(&error).contains(&token), "{error:?}");
        prop_assert!(!server.notices.borrow().concat().contains(&token), "{:?}", server.notices);
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn masking_twice_is_masking_once(
        tokens in prop::collection::vec(tokens(), 0..4),
        pieces in prop::collection::vec((around(), any::<prop::sample::Index>()), 0..5),
    ) {
        prop_assume!(tokens.iter().all(|token| !token.contains(['[', ']'])));
        let mut redactor = Redactor::default();
        tokens.iter().for_each(|token| redactor.learn(token));
        let mut text = String::new();
        for (piece, index) in pieces {
            text.push_str(&piece);
            if !tokens.is_empty() {
                text.push_str(index.get::<String>(&tokens));
            }
        }
        let once = redactor.mask(&text);
        prop_assert_eq!(redactor.mask(&once), once.clone());
        prop_assert!(tokens.iter().all(|token| !once.contains(token.as_str())));
        prop_assert!(tokens.iter().all(|token| redactor.mask(&token.to_ascii_uppercase()) == "[secret]"));
    }

    #[test]
    fn ordinary_words_are_left_alone(token in tokens(), words in prop::collection::vec("[a-zé]{1,11}", 0..12)) {
        let mut redactor = Redactor::default();
        redactor.learn(&token);
        let text = words.join(" ");
        prop_assert_eq!(redactor.mask(&text), text);
    }
}

#[test]
fn a_token_that_no_header_may_have_is_refused_in_silence() {
    for token in ["", "  ", "pul-0123456789\nX-Evil: 1", "pul-0123456789\u{e9}"] {
        let mut server = Server::new(|_| Reply::json(200, "{}"));
        server.token = Some(token.to_owned());
        let error = told(pollster::block_on(once().send(&server, &Request::new(Method::Get, "/api/user"), None))).unwrap_err();
        assert_eq!((error.code().as_str(), server.count()), ("validation", 0));
        assert!(!everything_told(&error).contains("0123"), "{error:?}");
    }
}

#[test]
fn a_token_is_sent_trimmed_and_masked_either_way() {
    let mut server = Server::new(|_| Reply::json(401, json!({"message": "no user for s3cr3t-token"})));
    server.token = Some(" s3cr3t-token\n".to_owned());
    let error = told(pollster::block_on(once().send(&server, &Request::new(Method::Get, "/api/user"), None))).unwrap_err();
    assert_eq!(error.message(), "GET /api/user: no user for [secret]");
    assert!(server.notices.borrow()[0].contains(r#"("Authorization", "token [secret]")"#));
}
