//! A server that is a function, and a clock that only it and the client's own delays move.
//!
//! In: a function from a request to a reply. Out: a [`Transport`], with everything that went over it and every notice written down.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::cell::{Cell, RefCell};
use std::convert::Infallible;

use percent_encoding::percent_decode_str;
use stackscope::error::Error;
use stackscope::http::{Client, ClientOptions, Failure, Notice, Outgoing, Response, RetryPolicy, SendError, Transport};

pub(crate) const BASE: &str = "https://pulumi.example";

/// One request as the server sees it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    /// Method, target and body, as they are sent.
    pub(crate) line: String,
    pub(crate) timeout_ms: u64,
}

impl Asked {
    fn read(request: &Outgoing) -> Self {
        let target = request.url.strip_prefix(BASE).expect("requests go to the client's own server");
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let decode = |part: &str| percent_decode_str(part).decode_utf8().expect("encoded UTF-8").into_owned();
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let query =
            pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(name, value)| (decode(name), decode(value)));
        let body = request.body.as_ref().map(|body| format!(" {}", String::from_utf8_lossy(body))).unwrap_or_default();
        Self {
            method: request.method,
            path: path.to_owned(),
            query: query.collect(),
            line: format!("{} {target}{body}", request.method),
            timeout_ms: request.timeout_ms,
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.query.iter().filter(|(other, _)| other == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} is asked for twice: {self:?}");
        value
    }

    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }
}

/// What a server does.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// It answers.
    Answer(Response),
    /// The connection breaks, with these words of the platform's.
    Broken(String),
    /// No answer comes in time.
    Late,
}

impl Reply {
    pub(crate) fn json(status: u16, body: impl ToString) -> Self {
        Self::of(status, "application/json", body)
    }

    pub(crate) fn of(status: u16, kind: &str, body: impl ToString) -> Self {
        let headers = vec![("Content-Type".to_owned(), kind.to_owned())];
        Self::Answer(Response { status, headers, body: body.to_string().into_bytes() })
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        if let Self::Answer(response) = &mut self {
            response.headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// The same, cut off in its middle.
    pub(crate) fn cut(mut self) -> Self {
        if let Self::Answer(response) = &mut self {
            response.body.truncate(response.body.len() / 2);
        }
        self
    }
}

type Answer<'f> = Box<dyn FnMut(&Asked) -> Reply + 'f>;

/// The server and everything around the client.
pub(crate) struct Server<'f> {
    answer: RefCell<Answer<'f>>,
    pub(crate) token: Option<String>,
    /// When the call must be over.
    pub(crate) deadline_ms: Option<f64>,
    /// How long an answer takes.
    pub(crate) answer_ms: f64,
    pub(crate) random: f64,
    pub(crate) clock_ms: Cell<f64>,
    pub(crate) asked: RefCell<Vec<Asked>>,
    pub(crate) pauses_ms: RefCell<Vec<u64>>,
    pub(crate) notices: RefCell<Vec<String>>,
}

impl<'f> Server<'f> {
    pub(crate) fn new(answer: impl FnMut(&Asked) -> Reply + 'f) -> Self {
        Self {
            answer: RefCell::new(Box::new(answer)),
            token: None,
            deadline_ms: None,
            answer_ms: 0.0,
            random: 0.5,
            clock_ms: Cell::new(0.0),
            asked: RefCell::default(),
            pauses_ms: RefCell::default(),
            notices: RefCell::default(),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.asked.borrow().len()
    }
}

impl Transport for Server<'_> {
    type Foreign = Infallible;

    async fn send(&self, request: Outgoing) -> Result<Response, SendError<Infallible>> {
        let asked = Asked::read(&request);
        let reply = (self.answer.borrow_mut())(&asked);
        self.asked.borrow_mut().push(asked);
        let limit = request.timeout_ms as f64;
        if self.answer_ms > limit || matches!(reply, Reply::Late) {
            self.clock_ms.set(self.clock_ms.get() + limit);
            return Err(SendError::Timeout);
        }
        self.clock_ms.set(self.clock_ms.get() + self.answer_ms);
        match reply {
            Reply::Answer(response) => Ok(response),
            Reply::Broken(message) => Err(SendError::Network { message, cause: None }),
            Reply::Late => unreachable!("said above"),
        }
    }

    fn remaining_ms(&self) -> Option<f64> {
        Some(self.deadline_ms? - self.clock_ms.get())
    }

    async fn pause(&self, milliseconds: u64) -> Result<(), Infallible> {
        self.pauses_ms.borrow_mut().push(milliseconds);
        self.clock_ms.set(self.clock_ms.get() + milliseconds as f64);
        Ok(())
    }

    async fn token(&self) -> Result<Option<String>, Infallible> {
        Ok(self.token.clone())
    }

    fn notice(&self, notice: Notice<'_>) -> Result<(), Infallible> {
        self.notices.borrow_mut().push(format!("{notice:?}"));
        Ok(())
    }

    fn now_ms(&self) -> f64 {
        self.clock_ms.get()
    }

    fn random(&self) -> f64 {
        self.random
    }
}

pub(crate) fn client(retry: RetryPolicy) -> Client {
    Client::new(ClientOptions { base_url: BASE.to_owned(), retry, ..ClientOptions::default() }).expect("good options")
}

/// A client that tries everything once.
pub(crate) fn once() -> Client {
    client(RetryPolicy { attempts: 1, ..RetryPolicy::default() })
}

/// The error; the platform throws nothing here.
pub(crate) fn told<T>(outcome: Result<T, Failure<Infallible>>) -> Result<T, Error> {
    outcome.map_err(|failure| match failure {
        Failure::Error(error, _) => error,
        Failure::Foreign(never) => match never {},
    })
}
