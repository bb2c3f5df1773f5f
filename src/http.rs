//! HTTP as the API of Pulumi Cloud uses it, without a network.
//!
//! In: a [`Request`]. Out: a [`Response`] with a 2xx status, by way of a [`Transport`] that the caller gives. Here is what lies
//! between: headers, tokens, retries, the meaning of a failure, and the masking of secrets. Fails with a [`Failure`]: an error of
//! this crate, or what the transport's own platform threw.

mod base;
mod client;
mod content;
mod decode;
mod fault;
mod locate;
mod redact;
mod request;
mod response;
mod retry;
mod transport;
mod web_page;

pub use client::{Client, ClientOptions};
pub use redact::Redactor;
pub use request::{Body, Method, Request, StackName};
pub use response::Response;
pub use retry::{RetryPolicy, retry_after_ms};
pub use transport::{Failure, Notice, Outgoing, SendError, Transport};

#[cfg_attr(not(target_arch = "wasm32"), allow(unused_imports, reason = "bodies from JavaScript fail in the same words"))]
pub(crate) use decode::expectation;
#[cfg(target_arch = "wasm32")]
pub(crate) use decode::in_its_place;
pub(crate) use decode::{decode_error, html_in_its_place};
pub(crate) use request::pairs;
