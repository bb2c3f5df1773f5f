//! What the client needs of the platform it runs on.
//!
//! In: an [`Outgoing`] request. Out: a [`Response`], or a [`SendError`]. Time, randomness, tokens and the callers' hooks come in
//! here too, so that the client itself can be tested without any of them.

use std::sync::Arc;

use super::Response;
use crate::error::Error;

/// A request as it goes over the wire. Its headers hold the token: it is for the transport alone.
#[derive(Clone)]
pub struct Outgoing {
    /// Method.
    pub method: &'static str,
    /// Absolute address.
    pub url: String,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Option<Arc<[u8]>>,
    /// How long this attempt may take, body included, in milliseconds.
    pub timeout_ms: u64,
}

/// Why no answer came.
#[derive(Debug)]
pub enum SendError<F> {
    /// The connection failed, or the body broke off.
    Network {
        /// The platform's words.
        message: String,
        /// The platform's error.
        cause: Option<F>,
    },
    /// The attempt's time is over.
    Timeout,
    /// Something that is not ours to interpret: the reason of an abort, an error of the caller's own transport.
    Foreign(F),
}

/// Why a call failed.
#[derive(Debug)]
pub enum Failure<F> {
    /// An error of this crate, with the platform's own error where one caused it.
    Error(Error, Option<F>),
    /// What the platform or the caller's code threw; it passes through unchanged.
    Foreign(F),
}

impl<F> From<Error> for Failure<F> {
    fn from(error: Error) -> Self {
        Self::Error(error, None)
    }
}

/// What happens during a call, for hooks and logs. Holds neither token nor query values.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice<'a> {
    /// A request is about to be sent.
    Request {
        /// Method.
        method: &'a str,
        /// Path, with the names of its query parameters.
        target: &'a str,
        /// Headers, the token masked.
        headers: &'a [(&'static str, String)],
        /// Bytes of its body.
        bytes: usize,
        /// 1 for the first try.
        attempt: u32,
    },
    /// An answer came.
    Response {
        /// Method.
        method: &'a str,
        /// Path, with the names of its query parameters.
        target: &'a str,
        /// HTTP status.
        status: u16,
        /// The server's name for the request.
        request_id: Option<&'a str>,
        /// Bytes of its body.
        bytes: usize,
        /// From sending to the last byte, in milliseconds.
        duration_ms: f64,
        /// 1 for the first try.
        attempt: u32,
    },
    /// The request will be sent again.
    Retry {
        /// Method.
        method: &'a str,
        /// Path, with the names of its query parameters.
        target: &'a str,
        /// Why: the stable code of the error.
        code: &'a str,
        /// HTTP status, where there was an answer.
        status: Option<u16>,
        /// After this many milliseconds.
        delay_ms: u64,
        /// The try that failed, 1 for the first.
        attempt: u32,
    },
    /// The server wants the user to know something (`X-Pulumi-Warning`).
    Warning {
        /// The server's words, secrets masked.
        message: &'a str,
    },
}

/// The platform.
#[allow(async_fn_in_trait)]
pub trait Transport {
    /// What the platform throws.
    type Foreign;

    /// Sends one request and reads the whole answer.
    async fn send(&self, request: Outgoing) -> Result<Response, SendError<Self::Foreign>>;

    /// Waits for something of our own, unless the caller aborts or the call's time is over.
    async fn within<W: Future>(&self, work: W) -> Result<W::Output, SendError<Self::Foreign>> {
        Ok(work.await)
    }

    /// What is left of the time that the whole call may take, in milliseconds; `None` where it has no end.
    fn remaining_ms(&self) -> Option<f64>;

    /// Waits, unless the caller aborts.
    async fn pause(&self, milliseconds: u64) -> Result<(), Self::Foreign>;

    /// The access token for the next attempt.
    async fn token(&self) -> Result<Option<String>, Self::Foreign>;

    /// Tells the caller's hooks.
    fn notice(&self, notice: Notice<'_>) -> Result<(), Self::Foreign>;

    /// Unix time in milliseconds.
    fn now_ms(&self) -> f64;

    /// A number from 0 to 1, for the jitter of retries.
    fn random(&self) -> f64;
}
