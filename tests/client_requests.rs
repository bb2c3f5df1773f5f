//! What holds for every request: names stay what they are, and nothing in them leads elsewhere.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/server.rs"]
mod server;

use common::config;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use server::{Reply, Server, once, told};
use stackscope::http::{Method, Request, StackName};

fn decoded(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8().unwrap().into_owned()
}

/// Names of every kind, and pieces that mean something in an address.
fn names() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ".", "..", "/", "\\", "%", "%2e", "%2F", "?", "#", ":", "@", " ", "\t", "\n", "ü", "\u{0}", "a",
    ]);
    prop_oneof![".{0,12}", prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())]
}

/// What any address must be: a path of this server, in characters that stay what they are.
fn is_at_home(target: &str) -> bool {
    let path = target.split('?').next().unwrap();
    let steps = path
        .split('/')
        .any(|segment| matches!(String::from_utf8_lossy(&percent_decode_str(segment).collect::<Vec<u8>>()).as_ref(), "." | ".."));
    path.starts_with('/')
        && !path.starts_with("//")
        && !steps
        && !target.contains(|letter: char| letter.is_control() || letter.is_whitespace() || matches!(letter, '\\' | '#'))
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn a_name_is_one_segment(first in names(), second in names()) {
        let template = "/api/orgs/{organization}/teams/{team}/x";
        match Request::fill(Method::Get, template, &[&first, &second]) {
            Ok(request) => {
                let target = request.target();
                let segments: Vec<&str> = target.split('/').collect();
                prop_assert_eq!(segments.len(), 7);
                prop_assert_eq!((decoded(segments[3]), decoded(segments[5])), (first, second));
                prop_assert!(is_at_home(&target) && target.is_ascii());
            }
            Err(_) => prop_assert!([first, second].iter().any(|name| matches!(name.as_str(), "" | "." | ".."))),
        }
    }

    #[test]
    fn a_query_says_what_was_asked(pairs in prop::collection::vec((names(), names()), 0..5)) {
        let mut request = Request::new(Method::Get, "/api/user");
        request.query = pairs.clone();
        let target = request.target();
        prop_assert!(is_at_home(&target) && target.is_ascii());
        // What was written is read again, also by `raw`, which drops only what has neither name nor value.
        let again = Request::raw(Method::Get, &target).unwrap();
        prop_assert_eq!(again.query, pairs);
        prop_assert_eq!(again.path, "/api/user");
    }

    #[test]
    fn a_path_of_the_callers_own_stays_on_the_server(
        target in prop_oneof![names(), names().prop_map(|name| format!("/{name}")), names().prop_map(|name| format!("/api/{name}?{name}"))],
    ) {
        if let Ok(request) = Request::raw(Method::Get, &target) {
            prop_assert!(is_at_home(&request.target()), "{target:?} became {:?}", request.target());
            let server = Server::new(|_| Reply::json(200, "{}"));
            // The server refuses requests that are not for it.
            told(pollster::block_on(once().send(&server, &request, None))).unwrap();
            prop_assert_eq!(server.count(), 1);
        }
    }

    #[test]
    fn a_stack_name_is_three_names(parts in prop::collection::vec(names(), 1..5)) {
        let text = parts.join("/");
        let segments: Vec<&str> = text.split('/').collect();
        match StackName::parse(&text) {
            Ok(name) => {
                prop_assert_eq!(segments.len(), 3);
                prop_assert_eq!(name.to_string(), text);
                prop_assert_eq!(StackName::parse(&name.to_string()).unwrap(), name);
            }
            Err(_) => prop_assert!(segments.len() != 3 || segments.iter().any(|segment| segment.trim().is_empty())),
        }
    }
}

#[test]
fn what_leads_elsewhere_is_refused() {
    for target in [
        "",
        "api/user",
        "//evil.example/api",
        "https://evil.example/api",
        "/\\evil.example",
        "/api/../x",
        "/api/./x",
        "/api/%2e%2E/x",
        "/api/.%2e",
        "/..",
        "/api/a b",
        "/api/user#x",
        "/api/\u{0}",
        "/api/\u{a0}x",
    ] {
        assert!(Request::raw(Method::Get, target).is_err(), "{target}");
    }
    for target in ["/api/user", " /api/user ", "/api/a..b", "/api/...", "/api/%2f%2f", "/api/x?next=//evil.example/..", "/"] {
        assert!(Request::raw(Method::Get, target).is_ok(), "{target}");
    }
}

#[test]
fn methods_are_read_in_any_case() {
    for method in [Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete] {
        assert_eq!(Method::parse(&method.as_str().to_ascii_lowercase()).unwrap(), method);
    }
    for name in ["", "TRACE", "CONNECT", "GET ", "GET\r\nX: y"] {
        assert!(Method::parse(name).is_err(), "{name}");
    }
}
