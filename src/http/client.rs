//! Sends requests, again where that helps, and turns answers into results.
//!
//! In: a [`Request`] and a [`Transport`]. Out: a [`Response`] with a 2xx status. Fails with a [`Failure`] whose error names the
//! method, the path, the number of attempts and what the server said. At most so many requests are under way at a time; a call
//! that waits for its next try holds no place.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use async_lock::Semaphore;

use super::base::base;
use super::content::{content, masked};
use super::fault::{LONGEST, fault, path, presentable, request_id};
use super::retry::is_transient;
use super::{Failure, Notice, Outgoing, Redactor, Request, Response, RetryPolicy, SendError, Transport};
use crate::error::{Error, ErrorCode, Result};

/// Where the API is and how it is spoken to.
#[derive(Debug, Clone)]
pub struct ClientOptions {
    /// The server, such as `https://api.pulumi.com`; without `/api`.
    pub base_url: String,
    /// `Accept`, for everything that asks for nothing else.
    pub accept: String,
    /// `X-Pulumi-Source`, where it is to be sent.
    pub source: Option<String>,
    /// Most requests under way at a time.
    pub max_concurrency: usize,
    /// How to retry.
    pub retry: RetryPolicy,
    /// Send the token to a server without TLS although it isn't this machine.
    pub allow_insecure: bool,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            base_url: "https://api.pulumi.com".to_owned(),
            accept: "application/vnd.pulumi+8".to_owned(),
            source: None,
            max_concurrency: 8,
            retry: RetryPolicy::default(),
            allow_insecure: false,
        }
    }
}

/// What became of one try: an answer, or an error that may be worth another try.
type Attempted<F> = Result<Response, (Error, Option<F>)>;

/// A client of one server.
pub struct Client {
    options: ClientOptions,
    gate: Arc<Semaphore>,
    redactor: RefCell<Redactor>,
}

impl Client {
    /// Checks the options.
    ///
    /// Fails with `validation` where the base URL is not `http` or `https`, carries a user, a query or a fragment, or would send the
    /// token without TLS to another machine.
    pub fn new(mut options: ClientOptions) -> Result<Self> {
        options.base_url = base(&options.base_url, options.allow_insecure)?;
        let gate = Arc::new(Semaphore::new(options.max_concurrency.max(1)));
        Ok(Self { options, gate, redactor: RefCell::default() })
    }

    /// What the client was made with.
    pub fn options(&self) -> &ClientOptions {
        &self.options
    }

    /// Masks secrets in a text that is going to be shown.
    pub fn mask(&self, text: &str) -> String {
        self.redactor.borrow().mask(text)
    }

    /// From now on `secret` is masked in everything this client says.
    pub fn learn(&self, secret: &str) {
        self.redactor.borrow_mut().learn(secret);
    }

    /// Sends a request until it succeeds or cannot. `retry` replaces the client's own policy.
    pub async fn send<T: Transport>(
        &self,
        transport: &T,
        request: &Request,
        retry: Option<&RetryPolicy>,
    ) -> Result<Response, Failure<T::Foreign>> {
        self.send_checked(transport, request, retry, |_| Ok(())).await
    }

    /// The same; an answer that `check` refuses as cut off counts as a failed try.
    async fn send_checked<T: Transport>(
        &self,
        transport: &T,
        request: &Request,
        retry: Option<&RetryPolicy>,
        check: impl Fn(&Response) -> Result<()>,
    ) -> Result<Response, Failure<T::Foreign>> {
        let policy = retry.unwrap_or(&self.options.retry);
        let mut attempt = 1;
        loop {
            let (mut error, cause) = match self.attempt(transport, request, policy, attempt).await? {
                Ok(response) => match check(&response) {
                    Ok(()) => return Ok(response),
                    Err(error) => (self.about(error, request, Some(&response)), None),
                },
                Err(failed) => failed,
            };
            error.exchange_mut().attempts = attempt;
            let asked = error.exchange().and_then(|exchange| exchange.retry_after_ms);
            let delay = policy.delay(request.method, attempt, asked, is_transient(&error), transport.random());
            // A try that could not begin in time would only hide why this one failed.
            let in_time = |delay: &u64| transport.remaining_ms().is_none_or(|left| left > *delay as f64);
            let Some(delay_ms) = delay.filter(in_time) else {
                return Err(Failure::Error(final_code(error), cause));
            };
            transport
                .notice(Notice::Retry {
                    method: request.method.as_str(),
                    target: &self.shown(request),
                    code: error.code().as_str(),
                    status: error.status(),
                    delay_ms,
                    attempt,
                })
                .map_err(Failure::Foreign)?;
            transport.pause(delay_ms).await.map_err(Failure::Foreign)?;
            attempt += 1;
        }
    }

    /// The same, read by `read` once a try.
    pub(crate) async fn ask<T: Transport, R>(
        &self,
        transport: &T,
        request: &Request,
        retry: Option<&RetryPolicy>,
        read: impl Fn(&Response) -> Result<R>,
    ) -> Result<R, Failure<T::Foreign>> {
        let found = Cell::new(None);
        let check = |response: &Response| read(response).map(|value| found.set(Some(value)));
        self.send_checked(transport, request, retry, check).await?;
        Ok(found.into_inner().expect("what was not refused has been read"))
    }

    /// Adds the request to an error of its answer, in the message too, and takes out of it what nobody may see.
    pub(crate) fn about(&self, error: Error, request: &Request, response: Option<&Response>) -> Error {
        let redactor = self.redactor.borrow();
        let mut error = presentable(error, request, &redactor);
        let exchange = error.exchange_mut();
        exchange.method = request.method.as_str().to_owned();
        exchange.path = path(request, &redactor);
        exchange.attempts = exchange.attempts.max(1);
        exchange.request_id = response.and_then(|response| request_id(response, &redactor));
        error
    }

    /// Path and names of the query parameters: their values may be secret.
    fn shown(&self, request: &Request) -> String {
        let mut shown = request.path.clone();
        for (index, (name, _)) in request.query.iter().enumerate() {
            shown.push(if index == 0 { '?' } else { '&' });
            shown.push_str(name);
            shown.push_str("=…");
        }
        self.mask(&shown)
    }

    async fn attempt<T: Transport>(
        &self,
        transport: &T,
        request: &Request,
        policy: &RetryPolicy,
        attempt: u32,
    ) -> Result<Attempted<T::Foreign>, Failure<T::Foreign>> {
        let place = transport.within(self.gate.acquire()).await;
        let _place = match place {
            Ok(place) => place,
            Err(lost) => return self.lost(request, lost),
        };
        let token = match transport.within(transport.token()).await {
            Ok(token) => token.map_err(Failure::Foreign)?,
            Err(lost) => return self.lost(request, lost),
        };
        if let Some(token) = &token {
            self.learn(token);
        }
        if transport.remaining_ms().is_some_and(|left| left <= 0.0) {
            return self.lost(request, SendError::Timeout);
        }
        let (headers, body) =
            content(request, &self.options, token.as_deref()).map_err(|error| self.about(error, request, None))?;
        let masked = masked(&headers);
        let bytes = body.as_ref().map_or(0, |body| body.len());
        let target = &*self.shown(request);
        let method = request.method.as_str();
        transport.notice(Notice::Request { method, target, headers: &masked, bytes, attempt }).map_err(Failure::Foreign)?;
        let outgoing = Outgoing {
            method,
            url: format!("{}{}", self.options.base_url, request.target()),
            headers,
            body,
            timeout_ms: self.time_for(transport, request, policy),
        };
        let started = transport.now_ms();
        let mut response = match transport.send(outgoing).await {
            Ok(response) => response,
            Err(lost) => return self.lost(request, lost),
        };
        let request_id = request_id(&response, &self.redactor.borrow());
        transport
            .notice(Notice::Response {
                method,
                target,
                status: response.status,
                request_id: request_id.as_deref(),
                bytes: response.body.len(),
                duration_ms: transport.now_ms() - started,
                attempt,
            })
            .map_err(Failure::Foreign)?;
        for warning in response.warnings() {
            let message = self.redactor.borrow().quote(warning, LONGEST);
            transport.notice(Notice::Warning { message: &message }).map_err(Failure::Foreign)?;
        }
        match response.inflate() {
            Ok(()) if response.is_success() => return Ok(Ok(response)),
            Err(error) if response.is_success() => return Ok(Err((self.about(error, request, Some(&response)), None))),
            // A failure is one whatever became of its body.
            _ => {}
        }
        Ok(Err((fault(request, &response, &self.redactor.borrow(), transport.now_ms()), None)))
    }

    /// What it means that no answer came.
    fn lost<F>(&self, request: &Request, lost: SendError<F>) -> Result<Attempted<F>, Failure<F>> {
        let (error, cause) = match lost {
            SendError::Foreign(thrown) => return Err(Failure::Foreign(thrown)),
            SendError::Timeout => {
                let error = Error::new(ErrorCode::Timeout, "no answer in time");
                (error.hint("raise the timeout, or try again later"), None)
            }
            SendError::Network { message, cause } => {
                let error = Error::new(ErrorCode::Network, message);
                let hint =
                    "check the base URL and the network; in a browser the server must also allow this page's origin (CORS)";
                (error.hint(hint), cause)
            }
        };
        Ok(Err((self.about(error, request, None), cause)))
    }

    fn time_for<T: Transport>(&self, transport: &T, request: &Request, policy: &RetryPolicy) -> u64 {
        let own = policy.attempt_timeout_ms.saturating_mul(if request.large { 5 } else { 1 });
        transport.remaining_ms().map_or(own, |left| own.min(left.ceil().max(1.0) as u64))
    }
}

/// A cut-off body has been retried under its own code; the caller knows it as a broken connection.
fn final_code(error: Error) -> Error {
    if error.code() == ErrorCode::Truncated { error.recode(ErrorCode::Network) } else { error }
}
