//! A transport that gives prepared answers and notes what was sent.
//!
//! In: answers, in order. Out: [`Sent`] requests. An answer too few is a network error.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::convert::Infallible;

use pollster::block_on;
use serde_json::Value;
use stackscope::endpoint::{Call, Listing};
use stackscope::error::{Error, Result};
use stackscope::http::{Client, ClientOptions, Failure, Notice, Outgoing, Request, Response, SendError, Transport};
use stackscope::page::{DEFAULT_MAX_PAGES, Walk};

/// Method and target of a request, and the JSON of its body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sent {
    pub(crate) line: String,
    pub(crate) body: Option<Value>,
}

pub(crate) struct Canned {
    client: Client,
    answers: RefCell<VecDeque<Response>>,
    sent: RefCell<Vec<Sent>>,
}

impl Canned {
    pub(crate) fn new(answers: impl IntoIterator<Item = Response>) -> Self {
        let client = Client::new(ClientOptions { base_url: "http://127.0.0.1".to_owned(), ..ClientOptions::default() });
        Self {
            client: client.expect("the options are right"),
            answers: RefCell::new(answers.into_iter().collect()),
            sent: RefCell::default(),
        }
    }

    /// What was sent, as `GET /api/…`.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.sent.borrow().iter().map(|sent| sent.line.clone()).collect()
    }

    pub(crate) fn call<T>(&self, call: Result<Call<T>>) -> Result<T> {
        block_on(call?.send(&self.client, self, None)).map_err(own)
    }

    /// All items of a list, decoded.
    pub(crate) fn list<T: serde::de::DeserializeOwned>(&self, listing: Result<Listing<T>>) -> Result<Vec<T>> {
        let listing = listing?;
        let mut walk = Walk::new(listing.plan.clone(), None, DEFAULT_MAX_PAGES)?;
        let mut items = Vec::new();
        while let Some(page) = block_on(walk.next(&self.client, self, None)).map_err(own)? {
            for item in &page.items {
                items.push(listing.read(item.get())?);
            }
        }
        Ok(items)
    }
}

fn own(failure: Failure<Infallible>) -> Error {
    match failure {
        Failure::Error(error, _) => error,
        Failure::Foreign(never) => match never {},
    }
}

impl Transport for Canned {
    type Foreign = Infallible;

    async fn send(&self, request: Outgoing) -> Result<Response, SendError<Infallible>> {
        let target = request.url.strip_prefix("http://127.0.0.1").unwrap_or(&request.url);
        let body = request.body.as_ref().map(|body| serde_json::from_slice(body).expect("the body is JSON"));
        self.sent.borrow_mut().push(Sent { line: format!("{} {target}", request.method), body });
        let answer = self.answers.borrow_mut().pop_front();
        answer.ok_or_else(|| SendError::Network { message: "nothing prepared".to_owned(), cause: None })
    }

    fn remaining_ms(&self) -> Option<f64> {
        None
    }

    async fn pause(&self, _: u64) -> Result<(), Infallible> {
        Ok(())
    }

    async fn token(&self) -> Result<Option<String>, Infallible> {
        Ok(Some("pul-of-a-test".to_owned()))
    }

    fn notice(&self, _: Notice<'_>) -> Result<(), Infallible> {
        Ok(())
    }

    fn now_ms(&self) -> f64 {
        0.0
    }

    fn random(&self) -> f64 {
        0.0
    }
}

pub(crate) fn answer(status: u16, body: impl AsRef<[u8]>) -> Response {
    Response { status, headers: Vec::new(), body: body.as_ref().to_vec() }
}

pub(crate) fn json(body: Value) -> Response {
    answer(200, body.to_string())
}

/// A request as it is built: method and target, and the JSON of its body.
pub(crate) fn built(request: &Request) -> Sent {
    let body = match &request.body {
        stackscope::http::Body::None => None,
        stackscope::http::Body::Json(text) | stackscope::http::Body::Gzip(text) => {
            Some(serde_json::from_slice(text).expect("the body is JSON"))
        }
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
