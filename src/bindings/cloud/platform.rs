//! The client's transport: fetch, as the runtime or the caller gives it.
//!
//! In: an outgoing request. Out: an answer with its whole body. gloo-net builds the request for the runtime's own fetch; a fetch of
//! the caller's is called with an address and plain options, which every implementation understands. An answer is taken for what it
//! can do, not for its class: one of another realm, or a minimal double, will do.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use gloo_net::http::{Headers, RequestBuilder};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, JSON, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::client::Shared;
use crate::bindings::error::{fault, set};
use crate::bindings::load::{get, method, unless_aborted, view};
use crate::error::ErrorCode;
use crate::http::{Notice, Outgoing, Response, SendError, Transport};

/// What one call brings along: its signal and its time.
pub(super) struct Platform {
    pub(super) shared: Rc<Shared>,
    /// The caller's AbortSignal, or `undefined`.
    pub(super) signal: JsValue,
    /// When the call must be over, in unix milliseconds.
    pub(super) deadline: Option<f64>,
}

impl Transport for Platform {
    type Foreign = JsValue;

    async fn send(&self, request: Outgoing) -> Result<Response, SendError<JsValue>> {
        self.check_signal().map_err(SendError::Foreign)?;
        let attempt = Attempt::start(&self.signal, request.timeout_ms).map_err(SendError::Foreign)?;
        let outcome = self.exchange(&request, &attempt).await;
        outcome.map_err(|thrown| self.judge(thrown, &attempt))
    }

    async fn pause(&self, milliseconds: u64) -> Result<(), JsValue> {
        self.check_signal()?;
        let sleep = TimeoutFuture::new(u32::try_from(milliseconds).unwrap_or(u32::MAX).min(i32::MAX as u32));
        // Whichever comes first, the timer goes with the other: one that is left would keep Node alive.
        let attempt = Attempt::start(&self.signal, u64::MAX)?;
        unless_over(sleep, &attempt.signal()).await.map_err(|_| get(&self.signal, "reason"))
    }

    async fn token(&self) -> Result<Option<String>, JsValue> {
        let mut token = self.shared.token.clone();
        if let Some(function) = token.dyn_ref::<Function>() {
            let promise = Promise::resolve(&function.call0(&JsValue::UNDEFINED)?);
            token = unless_aborted(&promise, &self.signal).await?;
        }
        if token.is_undefined() || token.is_null() {
            return Ok(None);
        }
        token.as_string().map(Some).ok_or_else(|| {
            fault(
                ErrorCode::Validation,
                "`token` must be a text, or a function that gives one",
                "for example process.env.PULUMI_ACCESS_TOKEN",
            )
        })
    }

    async fn within<W: Future>(&self, work: W) -> Result<W::Output, SendError<JsValue>> {
        self.check_signal().map_err(SendError::Foreign)?;
        let left = self.remaining_ms().map_or(u64::MAX, |left| left.max(0.0) as u64);
        let attempt = Attempt::start(&self.signal, left).map_err(SendError::Foreign)?;
        unless_over(work, &attempt.signal()).await.map_err(|thrown| self.judge(thrown, &attempt))
    }

    fn notice(&self, notice: Notice<'_>) -> Result<(), JsValue> {
        self.shared.hooks.tell(notice)
    }

    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    fn remaining_ms(&self) -> Option<f64> {
        Some(self.deadline? - js_sys::Date::now())
    }
}

/// One attempt: an abort signal of its own, fed by the caller's signal and a timer.
struct Attempt {
    controller: web_sys::AbortController,
    timed_out: Rc<Cell<bool>>,
    _timer: Option<Timeout>,
    /// Ends the listening on the caller's signal.
    release: Option<(JsValue, Function, JsValue)>,
}

impl Attempt {
    fn start(signal: &JsValue, timeout_ms: u64) -> Result<Self, JsValue> {
        let controller = web_sys::AbortController::new()?;
        let timed_out = Rc::new(Cell::new(false));
        // Timers cannot be longer; what has no end needs none.
        let timer = u32::try_from(timeout_ms).ok().filter(|time| *time <= i32::MAX as u32).map(|time| {
            let (controller, timed_out) = (controller.clone(), timed_out.clone());
            Timeout::new(time, move || {
                timed_out.set(true);
                controller.abort();
            })
        });
        let mut release = None;
        if let (Some(listen), Some(unlisten)) = (method(signal, "addEventListener"), method(signal, "removeEventListener")) {
            let (controller, source) = (controller.clone(), signal.clone());
            let forward = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
                controller.abort_with_reason(&get(&source, "reason"));
            })
            .into_js_value();
            listen.call2(signal, &"abort".into(), &forward)?;
            release = Some((signal.clone(), unlisten, forward));
        }
        Ok(Self { controller, timed_out, _timer: timer, release })
    }

    fn signal(&self) -> JsValue {
        self.controller.signal().into()
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if let Some((signal, unlisten, forward)) = self.release.take() {
            let _ = unlisten.call2(&signal, &"abort".into(), &forward);
        }
    }
}

impl Platform {
    fn check_signal(&self) -> Result<(), JsValue> {
        if get(&self.signal, "aborted").is_truthy() { Err(get(&self.signal, "reason")) } else { Ok(()) }
    }

    async fn exchange(&self, request: &Outgoing, attempt: &Attempt) -> Result<Response, JsValue> {
        let promise = match &self.shared.fetch {
            Some(fetch) => fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init(request, attempt))?,
            None => {
                let fetch = method(&js_sys::global(), "fetch")
                    .ok_or_else(|| fault(ErrorCode::Unsupported, "this runtime has no fetch", "pass one as `fetch`"))?;
                fetch.call1(&JsValue::UNDEFINED, &built(request, attempt)?)?
            }
        };
        let answer = unless_aborted(&Promise::resolve(&promise), &attempt.signal()).await?;
        let Some(status) = get(&answer, "status").as_f64().filter(|status| (100.0..1000.0).contains(status)) else {
            return Err(fault(
                ErrorCode::Decode,
                "`fetch` gave something that is no Response",
                "it needs status, headers and a body",
            ));
        };
        let headers = headers(&get(&answer, "headers"));
        let body = if request.method == "HEAD" { Vec::new() } else { body(&answer, &attempt.signal()).await? };
        Ok(Response { status: status as u16, headers, body })
    }

    /// What a throw means: an abort of the caller's, the end of the time, a broken connection, or none of our business.
    fn judge(&self, thrown: JsValue, attempt: &Attempt) -> SendError<JsValue> {
        if attempt.timed_out.get() {
            return SendError::Timeout;
        }
        if get(&self.signal, "aborted").is_truthy() {
            return SendError::Foreign(get(&self.signal, "reason"));
        }
        if self.shared.fetch.is_some() && !is_network(&thrown) {
            return SendError::Foreign(thrown);
        }
        if get(&thrown, "name").as_string().as_deref() == Some("StackscopeError") {
            return SendError::Foreign(thrown);
        }
        SendError::Network { message: words(&thrown), cause: Some(thrown) }
    }
}

/// What the work gives, or the signal's reason where that comes first; then the work is dropped.
async fn unless_over<W: Future>(work: W, signal: &JsValue) -> Result<W::Output, JsValue> {
    let never = Promise::new(&mut |_, _| {});
    let mut over = pin!(unless_aborted(&never, signal));
    let mut work = pin!(work);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => over.as_mut().poll(context).map(|thrown| Err(thrown.err().unwrap_or_default())),
    })
    .await
}

/// A request of the runtime's own.
fn built(request: &Outgoing, attempt: &Attempt) -> Result<JsValue, JsValue> {
    let verb =
        request.method.parse().map_err(|_| fault(ErrorCode::Validation, "the method cannot be sent", "use GET or POST"))?;
    let mut builder = RequestBuilder::new(&request.url)
        .method(verb)
        .abort_signal(Some(&attempt.controller.signal()))
        .cache(web_sys::RequestCache::NoStore);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let made = match &request.body {
        Some(body) => builder.body(Uint8Array::from(&**body)),
        None => builder.build(),
    };
    let made = made
        .map_err(|error| fault(ErrorCode::Validation, &format!("the request cannot be built: {error}"), "check the base URL"))?;
    Ok(web_sys::Request::from(made).into())
}

/// The options of a request for a fetch of the caller's.
fn init(request: &Outgoing, attempt: &Attempt) -> JsValue {
    let headers = Object::new();
    for (name, value) in &request.headers {
        set(&headers, name, value.as_str().into());
    }
    let init = Object::new();
    set(&init, "method", request.method.into());
    set(&init, "headers", headers.into());
    set(&init, "signal", attempt.signal());
    set(&init, "cache", "no-store".into());
    if let Some(body) = &request.body {
        set(&init, "body", Uint8Array::from(&**body).into());
    }
    init.into()
}

/// Headers of whatever kind: the platform's, a Map, or a plain object.
fn headers(given: &JsValue) -> Vec<(String, String)> {
    if let Some(headers) = given.dyn_ref::<web_sys::Headers>() {
        return Headers::from_raw(headers.clone()).entries().collect();
    }
    if let Some(entries) = method(given, "entries")
        && let Ok(iterator) = entries.call0(given)
        && let Ok(Some(iterator)) = js_sys::try_iter(&iterator)
    {
        return iterator.flatten().filter_map(|pair| entry(&pair)).collect();
    }
    if let Some(read) = method(given, "get") {
        const KNOWN: [&str; 5] = ["content-type", "retry-after", "x-pulumi-request-id", "x-pulumi-warning", "content-encoding"];
        let one = |name: &str| Some((name.to_owned(), read.call1(given, &name.into()).ok()?.as_string()?));
        return KNOWN.into_iter().filter_map(one).collect();
    }
    match given.dyn_ref::<Object>() {
        Some(plain) => Object::entries(plain).iter().filter_map(|pair| entry(&pair)).collect(),
        None => Vec::new(),
    }
}

fn entry(pair: &JsValue) -> Option<(String, String)> {
    let pair = pair.dyn_ref::<Array>()?;
    Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
}

/// The whole body, by whichever way the answer offers.
async fn body(answer: &JsValue, signal: &JsValue) -> Result<Vec<u8>, JsValue> {
    for reader in ["arrayBuffer", "bytes", "text", "json"] {
        let Some(read) = method(answer, reader) else { continue };
        let value = unless_aborted(&Promise::resolve(&read.call0(answer)?), signal).await?;
        if let Some(bytes) = view(&value) {
            return Ok(bytes.to_vec());
        }
        if let Some(text) = value.as_string().filter(|_| reader == "text") {
            return Ok(text.into_bytes());
        }
        if reader == "json" {
            return Ok(JSON::stringify(&value).ok().and_then(|text| text.as_string()).unwrap_or_default().into_bytes());
        }
    }
    Ok(Vec::new())
}

/// Whether a throw of the caller's fetch says that the connection failed, in the ways that known implementations say it.
fn is_network(thrown: &JsValue) -> bool {
    let text = |value: &JsValue, name: &str| get(value, name).as_string().unwrap_or_default();
    let system = |value: &JsValue| {
        let code = text(value, "code");
        code.starts_with("UND_ERR")
            || (code.len() > 2 && code.starts_with('E') && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
    };
    matches!(text(thrown, "name").as_str(), "TypeError" | "FetchError" | "NetworkError")
        || system(thrown)
        || system(&get(thrown, "cause"))
}

/// What a throw says, with the cause that Node hides behind "fetch failed".
fn words(thrown: &JsValue) -> String {
    let message = get(thrown, "message").as_string().unwrap_or_else(|| "the connection failed".to_owned());
    let cause = get(thrown, "cause");
    let detail = get(&cause, "message").as_string().filter(|text| !text.is_empty()).or_else(|| get(&cause, "code").as_string());
    match detail {
        Some(detail) => format!("{message} ({detail})"),
        None => message,
    }
}
