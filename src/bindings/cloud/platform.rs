//! The client's transport: fetch, as the runtime or the caller gives it.
//!
//! In: an outgoing request. Out: an answer with its whole body. gloo-net builds the request for the runtime's own fetch; a fetch of
//! the caller's is called with an address and plain options, which every implementation understands. An answer is taken for what it
//! can do, not for its class: one of another realm, or a minimal double, will do.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Headers, RequestBuilder};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::client::Shared;
use crate::bindings::error::{fault, set};
use crate::bindings::load::{get, method, view};
use crate::bindings::signal::{self, Listening, on_abort, unless_aborted};
use crate::error::ErrorCode;
use crate::http::{Notice, Outgoing, Response, SendError, Transport};

/// What one call brings along: its signal and its time.
pub(super) struct Platform {
    pub(super) shared: Rc<Shared>,
    /// The caller's AbortSignal, or `undefined`.
    pub(super) signal: JsValue,
    /// When the call must be over, in unix milliseconds.
    pub(super) deadline: Cell<Option<f64>>,
    /// How long each request may take from one wait to the next, for what waits of its own accord.
    pub(super) renewed_ms: Option<f64>,
}

impl Transport for Platform {
    type Foreign = JsValue;

    async fn send(&self, request: Outgoing) -> Result<Response, SendError<JsValue>> {
        signal::check(&self.signal).map_err(SendError::Foreign)?;
        let attempt = Attempt::start(&self.signal, request.timeout_ms).map_err(SendError::Foreign)?;
        let outcome = self.exchange(&request, &attempt).await;
        outcome.map_err(|thrown| self.judge(thrown, &attempt))
    }

    async fn pause(&self, milliseconds: u64) -> Result<(), JsValue> {
        signal::check(&self.signal)?;
        let sleep = TimeoutFuture::new(u32::try_from(milliseconds).unwrap_or(u32::MAX).min(i32::MAX as u32));
        // Whichever comes first, the timer goes with it: one that is left would keep Node alive.
        unless_aborted(sleep, &self.signal).await?;
        self.renew();
        Ok(())
    }

    async fn token(&self) -> Result<Option<String>, JsValue> {
        let mut token = self.shared.token.clone();
        if let Some(function) = token.dyn_ref::<Function>() {
            let promise = Promise::resolve(&function.call0(&JsValue::UNDEFINED)?);
            token = JsFuture::from(promise).await?;
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
        signal::check(&self.signal).map_err(SendError::Foreign)?;
        let left = self.remaining_ms().map_or(u64::MAX, |left| left.max(0.0) as u64);
        let attempt = Attempt::start(&self.signal, left).map_err(SendError::Foreign)?;
        unless_aborted(work, &attempt.signal()).await.map_err(|thrown| self.judge(thrown, &attempt))
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
        Some(self.deadline.get()? - js_sys::Date::now())
    }
}

/// One attempt: an abort signal of its own, fed by the caller's signal and a timer.
struct Attempt {
    controller: web_sys::AbortController,
    timed_out: Rc<Cell<bool>>,
    _timer: Option<Timeout>,
    _listening: Option<Listening>,
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
        let forward = controller.clone();
        let listening = on_abort(signal, move |reason| forward.abort_with_reason(reason));
        Ok(Self { controller, timed_out, _timer: timer, _listening: listening })
    }

    fn signal(&self) -> JsValue {
        self.controller.signal().into()
    }
}

impl Platform {
    /// Whether a throw holds none of the client's secrets where consoles would print them.
    fn may_be_shown(&self, thrown: &JsValue) -> bool {
        let cause = get(thrown, "cause");
        let texts = [thrown, &cause].map(|value| [get(value, "message"), get(value, "stack")]);
        texts.iter().flatten().filter_map(|text| text.as_string()).all(|text| self.shared.client.mask(&text) == text)
    }

    /// Following an update waits for as long as that takes; only its requests have an end.
    fn renew(&self) {
        if let Some(time) = self.renewed_ms {
            self.deadline.set(Some(js_sys::Date::now() + time));
        }
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
        let answer = unless_aborted(JsFuture::from(Promise::resolve(&promise)), &attempt.signal()).await??;
        let is_elsewhere = get(&answer, "redirected").is_truthy()
            && get(&answer, "url").as_string().is_some_and(|url| origin(&url) != origin(&request.url));
        if is_elsewhere || get(&answer, "type").as_string().as_deref() == Some("opaqueredirect") {
            // What stands there is not this server's; the client says what a redirect means.
            return Ok(Response { status: 302, headers: Vec::new(), body: Vec::new() });
        }
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
        let message = words(&thrown);
        SendError::Network { message, cause: Some(thrown).filter(|thrown| self.may_be_shown(thrown)) }
    }
}

/// A request of the runtime's own.
fn built(request: &Outgoing, attempt: &Attempt) -> Result<JsValue, JsValue> {
    let verb =
        request.method.parse().map_err(|_| fault(ErrorCode::Validation, "the method cannot be sent", "use GET or POST"))?;
    let mut builder = RequestBuilder::new(&request.url)
        .method(verb)
        .abort_signal(Some(&attempt.controller.signal()))
        .cache(web_sys::RequestCache::NoStore)
        .redirect(if is_safe(request) { web_sys::RequestRedirect::Follow } else { web_sys::RequestRedirect::Manual });
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
    set(&init, "redirect", if is_safe(request) { "follow" } else { "manual" }.into());
    if let Some(body) = &request.body {
        set(&init, "body", Uint8Array::from(&**body).into());
    }
    init.into()
}

/// A redirect may turn what changes something into a read that looks like success.
fn is_safe(request: &Outgoing) -> bool {
    matches!(request.method, "GET" | "HEAD")
}

/// Scheme, host and port of an address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    url[host..].find('/').map_or(url, |end| &url[..host + end])
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
    let names = Reflect::own_keys(given).unwrap_or_default();
    names
        .iter()
        .filter_map(|name| name.as_string())
        .filter_map(|name| Some((get(given, &name).as_string()?, name)))
        .map(|(value, name)| (name, value))
        .collect()
}

fn entry(pair: &JsValue) -> Option<(String, String)> {
    let pair = pair.dyn_ref::<Array>()?;
    Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
}

/// The whole body, by whichever way the answer offers.
async fn body(answer: &JsValue, signal: &JsValue) -> Result<Vec<u8>, JsValue> {
    for reader in ["arrayBuffer", "bytes", "text", "json"] {
        let Some(read) = method(answer, reader) else { continue };
        let value = unless_aborted(JsFuture::from(Promise::resolve(&read.call0(answer)?)), signal).await??;
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
