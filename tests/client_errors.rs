//! What each failed answer of a known server means, and that no answer, however odd, does more than fail.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/server.rs"]
mod server;

use common::config;
use proptest::prelude::*;
use server::{Reply, Server, once, told};
use stackscope::error::{Error, ErrorCode};
use stackscope::http::{Method, Request, Response};
use stackscope::page::{Plan, Style, Walk};

const PATH: &str = "/api/stacks/acme/web/prod";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=UTF-8";
const HTML: &str = "text/html";

fn fails(method: Method, reply: &Reply) -> Error {
    let server = Server::new(|_| reply.clone());
    let outcome = told(pollster::block_on(once().send(&server, &Request::new(method, PATH), None)));
    outcome.expect_err("this must fail")
}

#[test]
fn each_answer_has_its_meaning() {
    use ErrorCode::*;
    let get = Method::Get;
    let table: &[(Method, u16, &str, &str, ErrorCode)] = &[
        // Who asks, and may they?
        (get, 401, JSON, r#"{"code":401,"message":"Unauthorized: No credentials provided or are invalid."}"#, Unauthorized),
        (get, 401, JSON, r#"{"code":401,"message":"Missing Authorization header"}"#, Unauthorized),
        (get, 401, JSON, r#"{"code":401,"message":"please log in: token released"}"#, Unauthorized),
        (get, 401, "", "", Unauthorized),
        (get, 401, HTML, "<title>Log in</title>", Unauthorized),
        (get, 401, JSON, r#"{"code":401,"message":"Update lease has expired"}"#, LeaseExpired),
        (get, 401, JSON, r#"{"code":401,"message":"Missing update-token Authorization"}"#, LeaseExpired),
        (get, 401, JSON, r#"{"code":401,"message":"Invalid update token format"}"#, LeaseExpired),
        (get, 401, JSON, r#"{"code":401,"message":"Invalid or expired update token"}"#, LeaseExpired),
        (get, 403, JSON, r#"{"code":"lease_url_mismatch","message":"Lease token does not match URL stack"}"#, LeaseExpired),
        (get, 403, JSON, r#"{"code":403,"message":"Caller view-user lacks required role: admin"}"#, Forbidden),
        (get, 403, HTML, "<h1>Forbidden</h1>", Forbidden),
        (get, 407, HTML, "<title>Proxy Authentication Required</title>", Forbidden),
        (get, 402, JSON, r#"{"code":402,"message":"Organization needs another plan"}"#, PlanRequired),
        // What is there?
        (get, 404, JSON, r#"{"code":404,"message":"Stack not found: acme/web/prod"}"#, NotFound),
        (get, 404, JSON, r#"{"code":"stack_not_found"}"#, NotFound),
        (get, 404, JSON, r#""not found""#, NotFound),
        (get, 404, JSON, "", NotFound),
        (get, 410, TEXT, "Gone", NotFound),
        (get, 404, TEXT, "404 Not Found", Unsupported),
        (get, 404, TEXT, "404 page not found\n", Unsupported),
        (get, 404, HTML, "<html><title>404</title>", Unsupported),
        (get, 404, "", "", Unsupported),
        (Method::Head, 404, "", "", NotFound),
        (Method::Head, 404, JSON, "", NotFound),
        (Method::Head, 404, TEXT, "", Unsupported),
        (get, 405, TEXT, "Method Not Allowed", Unsupported),
        (get, 501, JSON, "{}", Unsupported),
        (Method::Post, 400, JSON, r#"{"code":"invalid_kind","message":"Unsupported kind"}"#, Unsupported),
        // What is wrong with the request?
        (get, 400, JSON, r#"{"code":400,"message":"Invalid continuation token"}"#, Validation),
        (Method::Post, 400, JSON, r#"{"code":"invalid_request","message":"Body is not valid JSON"}"#, Validation),
        (
            Method::Post,
            400,
            JSON,
            r#"{"error":"unsupported_grant_type","error_description":"Unsupported grant_type"}"#,
            Validation,
        ),
        (Method::Post, 422, JSON, r#"{"code":422,"message":"validation failed"}"#, Validation),
        (get, 418, "", "", Validation),
        (get, 406, "", "", NotAcceptable),
        (get, 426, "", "", NotAcceptable),
        (
            get,
            415,
            JSON,
            r#"{"code":415,"message":"Missing required Accept header: application/vnd.pulumi+8 (or newer)"}"#,
            NotAcceptable,
        ),
        (Method::Post, 413, JSON, r#"{"code":413,"message":"Compressed payload too large"}"#, PayloadTooLarge),
        (get, 431, "", "", PayloadTooLarge),
        // What stands in its way?
        (
            Method::Post,
            409,
            JSON,
            r#"{"code":409,"message":"Another update is already in progress for this stack. Run `pulumi cancel` to cancel it first."}"#,
            UpdateInProgress,
        ),
        (Method::Post, 409, JSON, r#"{"code":409,"message":"Another update is currently in progress."}"#, UpdateInProgress),
        (Method::Post, 409, JSON, r#"{"code":409,"message":"Cannot import while stack has active update"}"#, UpdateInProgress),
        (Method::Post, 409, JSON, r#"{"code":409,"message":"Stack already exists: o/p/s"}"#, Conflict),
        (
            Method::Post,
            409,
            JSON,
            r#"{"code":409,"message":"Update u1 is in status \"running\", expected \"not started\""}"#,
            Conflict,
        ),
        (Method::Post, 409, JSON, r#"{"code":409,"message":"Conflict: The update is not in progress."}"#, Conflict),
        (Method::Post, 412, "", "", Conflict),
        (Method::Put, 423, "", "", Conflict),
        (get, 408, "", "", Timeout),
        (get, 429, JSON, r#"{"error":"Too many requests"}"#, RateLimited),
        // What is wrong with the server?
        (get, 500, JSON, r#"{"code":500,"message":"Internal server error"}"#, Server),
        (get, 500, HTML, "<!doctype html><title>Error</title>", Server),
        (get, 502, HTML, "<html>", Server),
        (get, 503, JSON, r#"{"code":503,"error":"transient_conflict","message":"try again"}"#, Server),
        (get, 504, "", "", Server),
        (get, 599, "", "", Server),
        (get, 301, "", "", Decode),
        (get, 304, "", "", Decode),
    ];
    for (method, status, kind, body, code) in table {
        let error = fails(*method, &Reply::of(*status, kind, body));
        assert_eq!(error.code(), *code, "{method:?} {status} {kind} {body}: {error}");
        assert_eq!(error.status(), Some(*status));
        let exchange = error.exchange().unwrap();
        assert_eq!((exchange.method.as_str(), exchange.path.as_str(), exchange.attempts), (method.as_str(), PATH, 1));
        assert!(error.message().starts_with(&format!("{} {PATH}: ", method.as_str())), "{error}");
    }
}

#[test]
fn the_servers_words_are_passed_on() {
    let said = |status: u16, kind: &str, body: &str| {
        fails(Method::Get, &Reply::of(status, kind, body)).message().replace(&format!("GET {PATH}: "), "")
    };
    assert_eq!(said(400, JSON, r#"{"code":400,"message":"no\n such\tpage"}"#), "no  such page");
    assert_eq!(said(400, JSON, r#"{"error":"bad","error_description":"worse"}"#), "worse");
    assert_eq!(said(429, JSON, r#"{"error":"Too many requests"}"#), "Too many requests");
    assert_eq!(said(404, JSON, r#"{"code":"stack_not_found"}"#), "stack_not_found");
    assert_eq!(said(404, JSON, r#"{"message":"","error":" "}"#), "status 404");
    assert_eq!(said(404, TEXT, "404 Not Found"), "404 Not Found");
    assert_eq!(said(502, HTML, "<title>Bad Gateway</title>"), "an HTML page: Bad Gateway");
    assert_eq!(said(500, JSON, "[1]"), "status 500");
}

#[test]
fn what_else_a_server_says_is_kept() {
    let body = r#"{"code":400,"message":"bad","documentationUrl":"https://docs.example/x","errors":[
        {"resource":"stack","attribute":"name","errorType":"invalid"},{"resource":"tag","errorType":"custom","customMessage":"too\nlong"},"so","",7]}"#;
    let reply = Reply::of(400, JSON, body).with("X-Pulumi-Request-Id", "r-1").with("Retry-After", "2");
    let error = fails(Method::Get, &reply);
    let exchange = error.exchange().unwrap();
    assert_eq!(exchange.documentation_url.as_deref(), Some("https://docs.example/x"));
    assert_eq!((exchange.request_id.as_deref(), exchange.retry_after_ms), (Some("r-1"), Some(2_000)));
    assert_eq!(exchange.errors[0].attribute.as_deref(), Some("name"));
    assert_eq!(exchange.errors[1].custom_message.as_deref(), Some("too long"));
    assert_eq!(exchange.errors[2].custom_message.as_deref(), Some("so"));
    let link = Reply::json(400, r#"{"documentationUrl":"javascript:alert(1)"}"#);
    assert_eq!(fails(Method::Get, &link).exchange().unwrap().documentation_url, None);
}

#[test]
fn what_is_not_the_apis_own_404_may_be_a_wrong_address() {
    let hint =
        |status: u16, kind: &str, body: &str| fails(Method::Get, &Reply::of(status, kind, body)).remedy().map(str::to_owned);
    for body in ["", "404 page not found"] {
        assert_eq!(hint(404, TEXT, body).as_deref(), Some("this server does not have this endpoint; check the base URL"));
    }
    assert_eq!(hint(405, TEXT, "").as_deref(), Some("this server does not have this endpoint"));
    assert!(!hint(404, JSON, "{}").unwrap().contains("URL"));
    assert!(hint(407, TEXT, "").unwrap().contains("proxy"));
}

#[test]
fn messages_and_paths_are_bounded() {
    let long = "x".repeat(100_000);
    let told = |reply: Reply| {
        let server = Server::new(|_| reply.clone());
        let request = Request::new(Method::Get, format!("/api/stacks/{long}"));
        let error = told(pollster::block_on(once().send(&server, &request, None))).unwrap_err();
        let path = error.exchange().unwrap().path.clone();
        assert_eq!(path, format!("{} …", &request.path[..500]));
        error.message().strip_prefix(&format!("GET {path}: ")).unwrap().to_owned()
    };
    let cut = format!("{} …", &long[..600]);
    assert_eq!(told(Reply::of(404, TEXT, format!("{long} and so on\nnext"))), cut);
    assert_eq!(told(Reply::of(404, TEXT, long.repeat(50))), cut);
    assert_eq!(told(Reply::json(400, serde_json::json!({ "message": long }))), cut);
    assert_eq!(told(Reply::of(502, HTML, format!("<title>{long}</title>"))), format!("an HTML page: {} …", &long[..586]));
    assert_eq!(told(Reply::Broken(long.clone())), cut);
    assert_eq!(told(Reply::Late), "no answer in time");
}

#[test]
fn an_answer_of_another_form_is_named_by_its_request_and_place() {
    let told = |body: &str| {
        let server = Server::new(|_| Reply::json(200, body));
        let call = stackscope::endpoint::user::get().unwrap();
        told(pollster::block_on(call.send(&once(), &server, None))).unwrap_err()
    };
    const LED: &str = "GET /api/user: the answer is not what the API documents: ";
    for (body, words, path) in [
        ("5", "expected an object", None),
        ("null", "expected an object", None),
        (r#"{"githubLogin":5}"#, "expected a string", Some("githubLogin")),
        (r#"{"githubLogin":"a","organizations":7}"#, "expected a list", Some("organizations")),
        (r#"{"githubLogin":"a","organizations":[{"name":"x"}]}"#, "the field `githubLogin` is missing", Some("organizations[0]")),
    ] {
        let error = told(body);
        assert_eq!((error.message(), error.json_path()), (format!("{LED}{words}").as_str(), path), "{body}");
        let exchange = error.exchange().unwrap();
        assert_eq!((error.status(), exchange.method.as_str(), exchange.path.as_str()), (Some(200), "GET", "/api/user"));
    }
    assert_eq!(told(r#"{"githubLo"#).message(), "GET /api/user: the answer ends in the middle of a value");
}

#[test]
fn a_token_that_cannot_be_sent_names_the_request_too() {
    let mut server = Server::new(|_| Reply::json(200, "{}"));
    server.token = Some("two words".to_owned());
    let error = told(pollster::block_on(once().send(&server, &Request::new(Method::Get, PATH), None))).unwrap_err();
    assert_eq!((error.code(), error.exchange().unwrap().path.as_str(), server.count()), (ErrorCode::Validation, PATH, 0));
    assert!(error.message().starts_with(&format!("GET {PATH}: the access token ")), "{error}");
}

#[test]
fn a_failure_is_one_whatever_became_of_its_body() {
    let response = Response { status: 503, headers: Vec::new(), body: b"\x1f\x8b\x08 not gzip".to_vec() };
    assert_eq!(fails(Method::Get, &Reply::Answer(response.clone())).code(), ErrorCode::Server);
    let good = Reply::Answer(Response { status: 200, ..response });
    assert_eq!(fails(Method::Get, &good).code(), ErrorCode::Decompress);
}

/// Bodies of every kind: bytes, text, and JSON of the forms that are looked into.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let text = prop_oneof![".{0,80}", "[\\x00-\\x20<>a-z/]{0,60}", (0..3_000usize).prop_map(|len| "é\n".repeat(len))];
    let json = (text.clone(), text.clone(), 0..60usize).prop_map(|(one, other, count)| {
        let field = serde_json::json!({"resource": one, "errorType": other, "customMessage": one});
        serde_json::json!({"message": one, "code": other, "documentationUrl": format!("https://{other}"), "errors": vec![field; count]}).to_string()
    });
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        text.clone().prop_map(String::into_bytes),
        json.prop_map(String::into_bytes),
        text.clone().prop_map(|text| format!("<html><title>{text}").into_bytes()),
        text.prop_map(|text| serde_json::json!([{ text.as_str(): text }, text]).to_string().into_bytes()),
        (0..200usize).prop_map(|depth| "[".repeat(depth).into_bytes()),
    ]
}

fn is_presentable(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.contains(|letter: char| letter.is_control() || letter == '\u{202e}')
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn no_answer_does_more_than_fail(
        status in prop_oneof![100..1000u16, prop::sample::select(vec![200, 401, 404, 409, 503])],
        kind in prop_oneof![prop::sample::select(vec![JSON, TEXT, HTML, ""]).prop_map(str::to_owned), ".{0,20}"],
        id in ".{0,400}",
        body in bodies(),
    ) {
        let headers = vec![("content-type".to_owned(), kind), ("X-Pulumi-Request-Id".to_owned(), id.clone()), ("x-pulumi-warning".to_owned(), id)];
        let reply = Reply::Answer(Response { status, headers, body });
        let server = Server::new(|_| reply.clone());
        let client = once();
        let plain = told(pollster::block_on(client.send(&server, &Request::new(Method::Get, PATH), None))).map(drop);
        let call = stackscope::endpoint::user::get().unwrap();
        let called = told(pollster::block_on(call.send(&client, &server, None))).map(drop);
        let mut walk = Walk::new(Plan::new(Request::new(Method::Get, PATH), Style::Guess, &[]), None, 3).unwrap();
        let walked = told(pollster::block_on(walk.next(&client, &server, None))).map(drop);
        for error in [plain, called, walked].into_iter().filter_map(Result::err) {
            prop_assert!(is_presentable(error.message(), 700), "{error:?}");
            prop_assert!(is_presentable(&error.to_string(), 2_000), "{error:?}");
            prop_assert!(error.json_path().is_none_or(|path| is_presentable(path, 700)), "{error:?}");
            let exchange = error.exchange().unwrap();
            prop_assert!(exchange.errors.len() <= 50);
            let said = [&exchange.server_message, &exchange.request_id, &exchange.documentation_url];
            for text in said.into_iter().flatten() {
                prop_assert!(is_presentable(text, 700), "{error:?}");
            }
            for field in &exchange.errors {
                let text = format!("{}{}{}", field.resource, field.error_type, field.custom_message.as_deref().unwrap_or_default());
                prop_assert!(is_presentable(&text, 1_200), "{error:?}");
            }
        }
    }
}
