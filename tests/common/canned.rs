//! Endpoints without a network: what a request is made of, and what a call or a list makes of prepared answers.
//!
//! In: requests, calls, lists, answers in order. Out: requests as text or as [`Sent`], decoded answers. An answer too few is a network
//! error.
#![allow(dead_code, reason = "each test file uses some of it")]

#[path = "server.rs"]
pub(crate) mod server;

use pollster::block_on;
use serde_json::Value;
use stackscope::endpoint::{Call, Listing};
use stackscope::error::{Error, Result};
use stackscope::http::{Body, Client, Request, Response, RetryPolicy, StackName};
use stackscope::page::{DEFAULT_MAX_PAGES, Walk};

use server::{Reply, Server, client, told};

/// A name that no path may hold as it is.
pub(crate) const AWKWARD: &str = "a b/c";
/// The same in a path.
pub(crate) const ENCODED: &str = "a%20b%2Fc";

pub(crate) fn stack() -> StackName {
    StackName { organization: "acme".to_owned(), project: "wéb".to_owned(), stack: AWKWARD.to_owned() }
}

/// A server that gives its answers in order, and a client of it.
pub(crate) struct Canned {
    pub(crate) client: Client,
    pub(crate) server: Server<'static>,
}

impl Canned {
    pub(crate) fn new(answers: impl IntoIterator<Item = Response>) -> Self {
        let mut answers = answers.into_iter().collect::<Vec<_>>().into_iter();
        let next = move |_: &_| answers.next().map_or_else(|| Reply::Broken("nothing prepared".to_owned()), Reply::Answer);
        Self { client: client(RetryPolicy::default()), server: Server::new(next) }
    }

    /// What was sent, as `GET /api/…`, with the body behind it.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.server.asked.borrow().iter().map(|asked| asked.line.clone()).collect()
    }

    pub(crate) fn call<T>(&self, call: Result<Call<T>>) -> Result<T> {
        told(block_on(call?.send(&self.client, &self.server, None)))
    }

    /// All items of a list, decoded.
    pub(crate) fn list<T: serde::de::DeserializeOwned>(&self, listing: Result<Listing<T>>) -> Result<Vec<T>> {
        let listing = listing?;
        let mut walk = Walk::new(listing.plan.clone(), None, DEFAULT_MAX_PAGES)?;
        let mut items = Vec::new();
        while let Some(page) = told(block_on(walk.next(&self.client, &self.server, None)))? {
            for item in &page.items {
                items.push(listing.read(item.get())?);
            }
        }
        Ok(items)
    }
}

/// What a call makes of one answer.
pub(crate) fn answered<T>(call: Result<Call<T>>, status: u16, body: &str) -> Result<T> {
    Canned::new([answer(status, body)]).call(call)
}

pub(crate) fn error<T>(failed: Result<T>) -> Error {
    failed.err().expect("this must fail")
}

pub(crate) fn answer(status: u16, body: impl AsRef<[u8]>) -> Response {
    Response { status, headers: vec![("Content-Type".to_owned(), "application/json".to_owned())], body: body.as_ref().to_vec() }
}

/// `METHOD /path?query body` of a request before it is sent, with `gzip:` before a body that is going to be compressed.
pub(crate) fn line(request: &Request) -> String {
    let text = |json: &[u8]| String::from_utf8(json.to_vec()).expect("bodies are text");
    let body = match &request.body {
        Body::None => String::new(),
        Body::Json(json) => format!(" {}", text(json)),
        Body::Gzip(json) => format!(" gzip:{}", text(json)),
    };
    format!("{} {}{body}", request.method.as_str(), request.target())
}

/// Each request beside the line that it must be.
#[track_caller]
pub(crate) fn assert_lines<const N: usize>(table: [(Request, &str); N]) {
    for (request, expected) in table {
        assert_eq!(line(&request), expected);
    }
}

/// Method and target of a request, and the JSON of its body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sent {
    pub(crate) line: String,
    pub(crate) body: Option<Value>,
}

pub(crate) fn json(body: Value) -> Response {
    answer(200, body.to_string())
}

/// A request as it is built: method and target, and the JSON of its body.
pub(crate) fn built(request: &Request) -> Sent {
    let body = match &request.body {
        Body::None => None,
        Body::Json(text) | Body::Gzip(text) => Some(serde_json::from_slice(text).expect("the body is JSON")),
    };
    Sent { line: format!("{} {}", request.method.as_str(), request.target()), body }
}

pub(crate) fn call<T>(call: Result<Call<T>>) -> Sent {
    built(&call.expect("the names can stand in a path").request)
}

pub(crate) fn list<T>(listing: Result<Listing<T>>) -> Sent {
    built(&listing.expect("the names can stand in a path").plan.first())
}

/// The pattern of a sent line: its path with every parameter as `{}`, to find the endpoint that it belongs to.
pub(crate) fn fits(sent: &Sent, method: &str, path: &str) -> bool {
    let line = sent.line.split_once(' ').expect("a method and a target");
    let target: Vec<&str> = line.1.split('?').next().unwrap_or_default().split('/').collect();
    let pattern: Vec<&str> = path.split('/').collect();
    line.0 == method
        && target.len() == pattern.len()
        && target.iter().zip(pattern).all(|(is, must)| must.starts_with('{') || *is == must)
}
