//! Endpoints without a network: what a request is made of, and what a call makes of an answer.
//!
//! In: requests, calls, answers. Out: a request on one line, decoded answers, and [`Canned`], a server that gives its answers in order.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::cell::RefCell;
use std::collections::VecDeque;

use stackscope::endpoint::Call;
use stackscope::error::{Error, Result};
use stackscope::http::{
    Body, Client, ClientOptions, Failure, Notice, Outgoing, Request, Response, SendError, StackName, Transport,
};

/// A name that no path may hold as it is.
pub(crate) const AWKWARD: &str = "a b/c";
/// The same in a path.
pub(crate) const ENCODED: &str = "a%20b%2Fc";

pub(crate) fn stack() -> StackName {
    StackName { organization: "acme".to_owned(), project: "wéb".to_owned(), stack: "a b/c".to_owned() }
}

/// `METHOD /path?query body`, with `gzip:` before a body that is sent compressed.
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

/// Sends a call to a server that gives this answer.
pub(crate) fn answer<T>(call: Result<Call<T>>, status: u16, body: &str) -> Result<T> {
    let canned = Canned::new([(status, body)]);
    match pollster::block_on(call?.send(&canned.client(), &canned, None)) {
        Ok(value) => Ok(value),
        Err(Failure::Error(error, _)) => Err(error),
        Err(Failure::Foreign(never)) => match never {},
    }
}

pub(crate) fn error<T>(failed: Result<T>) -> Error {
    failed.err().expect("this must fail")
}

/// What can't happen.
#[derive(Debug)]
pub(crate) enum Never {}

/// A server that gives its answers in order and notes what it was asked.
pub(crate) struct Canned {
    answers: RefCell<VecDeque<(u16, String)>>,
    pub(crate) seen: RefCell<Vec<String>>,
}

impl Canned {
    pub(crate) fn new<const N: usize>(answers: [(u16, &str); N]) -> Self {
        let answers = answers.map(|(status, body)| (status, body.to_owned()));
        Self { answers: RefCell::new(answers.into()), seen: RefCell::default() }
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(ClientOptions { base_url: "https://pulumi.example".to_owned(), ..ClientOptions::default() })
            .expect("good options")
    }
}

impl Transport for Canned {
    type Foreign = Never;

    async fn send(&self, request: Outgoing) -> Result<Response, SendError<Never>> {
        let body = request.body.map(|body| format!(" {}", String::from_utf8_lossy(&body))).unwrap_or_default();
        let target = request.url.trim_start_matches("https://pulumi.example");
        self.seen.borrow_mut().push(format!("{} {target}{body}", request.method));
        let (status, body) = self.answers.borrow_mut().pop_front().expect("one request too many");
        let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
        Ok(Response { status, headers, body: body.into_bytes() })
    }

    fn remaining_ms(&self) -> Option<f64> {
        None
    }

    async fn pause(&self, _: u64) -> Result<(), Never> {
        Ok(())
    }

    async fn token(&self) -> Result<Option<String>, Never> {
        Ok(None)
    }

    fn notice(&self, _: Notice<'_>) -> Result<(), Never> {
        Ok(())
    }

    fn now_ms(&self) -> f64 {
        0.0
    }

    fn random(&self) -> f64 {
        0.0
    }
}
