//! Options of the client and of its calls, and their declarations.

use std::rc::Rc;

use js_sys::Object;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::client::Shared;
use super::platform::Platform;
use crate::bindings::convert::check_fields;
use crate::bindings::error::fault;
use crate::bindings::load::get;
use crate::error::ErrorCode;
use crate::http::RetryPolicy;
use crate::page::FollowOptions;

/// What any call may bring along.
const CALL: [&str; 3] = ["signal", "timeoutMs", "retry"];
/// What a list may bring along besides.
const LIST: [&str; 2] = ["resume", "maxPages"];

/// How one call is to be made.
#[derive(Clone)]
pub(super) struct CallOptions {
    pub(super) signal: JsValue,
    timeout_ms: Option<f64>,
    pub(super) retry: Option<RetryPolicy>,
}

impl CallOptions {
    /// The transport of a call that begins now.
    pub(super) fn platform(&self, shared: &Rc<Shared>, signal: Option<&JsValue>) -> Platform {
        Platform {
            shared: shared.clone(),
            signal: signal.unwrap_or(&self.signal).clone(),
            deadline: self.timeout_ms.map(|timeout| js_sys::Date::now() + timeout),
        }
    }
}

/// How a list is to be read.
pub(super) struct ListOptions {
    pub(super) resume: Option<String>,
    pub(super) max_pages: Option<u32>,
}

/// Tells the options of a call from the parameters of its endpoint.
pub(super) fn split<Q: DeserializeOwned + Default>(shared: &Shared, options: &JsValue) -> Result<(Q, CallOptions), JsValue> {
    let query = parameters::<Q>(options, &CALL)?;
    Ok((query, call(shared, options)?))
}

/// The same for lists.
pub(super) fn split_list<Q: DeserializeOwned + Default>(
    shared: &Shared,
    options: &JsValue,
) -> Result<(Q, CallOptions, ListOptions), JsValue> {
    split_with::<Q>(shared, options, &LIST)
}

/// The same for the events of an update, which can be followed.
pub(super) fn split_events<Q: DeserializeOwned + Default>(
    shared: &Shared,
    options: &JsValue,
) -> Result<(Q, CallOptions, ListOptions), JsValue> {
    split_with::<Q>(shared, options, &[&LIST[..], &["follow"]].concat())
}

fn split_with<Q: DeserializeOwned + Default>(
    shared: &Shared,
    options: &JsValue,
    more: &[&str],
) -> Result<(Q, CallOptions, ListOptions), JsValue> {
    let query = parameters::<Q>(options, &[&CALL[..], more].concat())?;
    let resume = get(options, "resume");
    let resume = if is_absent(&resume) { None } else { Some(text(&resume, "resume")?) };
    let max_pages = match get(options, "maxPages") {
        absent if is_absent(&absent) => None,
        given => match given.as_f64() {
            Some(pages) if pages >= 1.0 => Some(pages.min(f64::from(u32::MAX)) as u32),
            _ => return Err(fault(ErrorCode::Validation, "`maxPages` must be a number from 1", "leave it out for the default")),
        },
    };
    Ok((query, call(shared, options)?, ListOptions { resume, max_pages }))
}

fn parameters<Q: DeserializeOwned + Default>(options: &JsValue, more: &[&str]) -> Result<Q, JsValue> {
    if is_absent(options) {
        return Ok(Q::default());
    }
    let known: Vec<&str> = field_names::<Q>().iter().chain(more).copied().collect();
    check_fields(options, &known)?;
    // `null` is what forms and JSON have for nothing.
    let given = Object::assign(&Object::new(), options.unchecked_ref());
    for name in Object::keys(&given).iter() {
        if js_sys::Reflect::get(&given, &name).is_ok_and(|value| value.is_null()) {
            let _ = js_sys::Reflect::delete_property(&given, &name);
        }
    }
    serde_wasm_bindgen::from_value(given.into()).map_err(|error| {
        let message = format!("the options are not of the right form: {error}");
        fault(ErrorCode::Validation, &message, "see the declarations of the package")
    })
}

fn call(shared: &Shared, options: &JsValue) -> Result<CallOptions, JsValue> {
    let signal = get(options, "signal");
    let timeout = get(options, "timeoutMs");
    let timeout_ms = match timeout.as_f64() {
        Some(timeout) if timeout > 0.0 => Some(timeout),
        None if is_absent(&timeout) => shared.timeout_ms,
        _ => return Err(fault(ErrorCode::Validation, "`timeoutMs` must be a number above 0", "leave it out for no bound")),
    };
    Ok(CallOptions { signal, timeout_ms, retry: retry(&get(options, "retry"), shared.client.options().retry.clone())? })
}

/// A policy: `false` for no retries, or what differs from `base`.
pub(super) fn retry(given: &JsValue, base: RetryPolicy) -> Result<Option<RetryPolicy>, JsValue> {
    if is_absent(given) {
        return Ok(None);
    }
    if given.as_bool() == Some(false) {
        return Ok(Some(RetryPolicy { attempts: 1, ..base }));
    }
    check_fields(given, &field_names::<RetryPolicy>())?;
    let mut policy = base;
    let number = |name: &str| get(given, name).as_f64().filter(|number| *number >= 0.0);
    for (name, slot) in [
        ("baseMs", &mut policy.base_ms),
        ("capMs", &mut policy.cap_ms),
        ("maxRetryAfterMs", &mut policy.max_retry_after_ms),
        ("attemptTimeoutMs", &mut policy.attempt_timeout_ms),
    ] {
        if let Some(given) = number(name) {
            *slot = given as u64;
        }
    }
    if let Some(attempts) = number("attempts") {
        policy.attempts = (attempts as u32).max(1);
    }
    if let Some(also) = get(given, "unsafeMethods").as_bool() {
        policy.unsafe_methods = also;
    }
    Ok(Some(policy))
}

/// How an update is to be followed; `None` where it is not.
pub(super) fn follow(given: &JsValue) -> Result<Option<FollowOptions>, JsValue> {
    if !given.is_truthy() {
        return Ok(None);
    }
    let mut options = FollowOptions::default();
    if given.as_bool() == Some(true) {
        return Ok(Some(options));
    }
    check_fields(given, &["minMs", "maxMs"])?;
    let number = |name: &str| get(given, name).as_f64().filter(|number| *number >= 1.0).map(|number| number as u64);
    options.min_ms = number("minMs").unwrap_or(options.min_ms);
    options.max_ms = number("maxMs").unwrap_or(options.max_ms).max(options.min_ms);
    Ok(Some(options))
}

pub(super) fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A text, or an error that says which argument has to be one.
pub(super) fn text(value: &JsValue, name: &str) -> Result<String, JsValue> {
    value
        .as_string()
        .ok_or_else(|| fault(ErrorCode::Validation, &format!("`{name}` must be a text"), "see the declarations of the package"))
}

/// The names of a struct's fields, as serde knows them.
fn field_names<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut names = Vec::new();
    let _ = T::deserialize(names::Names(&mut names));
    names
}

mod names {
    use serde::de::{Deserializer, Visitor, value::Error};
    use serde::forward_to_deserialize_any;

    /// A deserializer without data: it notes which fields it is asked for.
    pub(super) struct Names<'a>(pub(super) &'a mut Vec<&'static str>);

    impl<'de> Deserializer<'de> for Names<'_> {
        type Error = Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(serde::de::Error::custom("there is no data"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            self.0.extend(fields);
            Err(serde::de::Error::custom("there is no data"))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
            seq tuple tuple_struct map enum identifier ignored_any
        }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A stack: `organization/project/stack`, or its parts. */
export type StackRef = string | { organization: string; project: string; stack: string };

/** What has webhooks: an organisation (`"acme"`), or a stack (`"acme/web/prod"`). */
export type WebhookTarget = StackRef;

/** A moment: a Date, unix seconds, or an ISO 8601 text. */
export type Moment = Date | number | string;

/** How one call is made. */
export interface CallOptions {
    /** Ends the call; it rejects with the signal's reason. */
    signal?: AbortSignal;
    /** How long the call may take, all attempts included, in milliseconds. Default: the client's. */
    timeoutMs?: number;
    /** How to retry this call: what differs from the client's policy, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false;
}

/** How a list is read. */
export interface ListOptions extends CallOptions {
    /** Continues a list where another process left it: the `resumeToken` of a list or of an error. */
    resume?: string;
    /** Most pages to read; one more is an error with code `page_cap`. Default 1,000. */
    maxPages?: number;
}

/** How an update that is running is followed; times in milliseconds. */
export interface FollowOptions {
    /** First delay after a page without events; it grows by half from one empty page to the next. Default 500. */
    minMs?: number;
    /** Longest delay. Default 5,000. */
    maxMs?: number;
}

/** A request, as hooks see it: no token, no query values. */
export interface RequestInfo {
    method: string;
    /** Path with the names of its query parameters. */
    path: string;
    /** 1 for the first try. */
    attempt: number;
    /** Headers, the token masked. */
    headers: Record<string, string>;
    /** Bytes of the body. */
    bytes: number;
}

/** An answer, as hooks see it. */
export interface ResponseInfo {
    method: string;
    path: string;
    attempt: number;
    status: number;
    requestId?: string;
    bytes: number;
    durationMs: number;
}

/** A retry, as hooks see it. */
export interface RetryInfo {
    method: string;
    path: string;
    /** The try that failed, 1 for the first. */
    attempt: number;
    code: ErrorCode;
    status?: number;
    delayMs: number;
}

/** How a client is made. */
export interface PulumiCloudOptions {
    /** Access token, or a function that gives one for each attempt. Left out where the server needs none. */
    token?: string | (() => string | undefined | Promise<string | undefined>);
    /** The server. Default `https://api.pulumi.com`; `""` in a browser is the page's own origin. */
    baseUrl?: string;
    /** Version of the API in `Accept: application/vnd.pulumi+N`. Default 8. */
    apiVersion?: number;
    /** `Accept` as a whole, in place of `apiVersion`. */
    accept?: string;
    /** `X-Pulumi-Source`: names the caller to the server. Default: not sent, so that browsers' preflights stay simple. */
    source?: string;
    /** What sends requests. Default: the runtime's `fetch`. It is called with an address and options. */
    fetch?: (url: string, init: { method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal: AbortSignal; cache: "no-store" }) => Promise<Response>;
    /** How to retry, where it differs from the default, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false;
    /** How long a call may take, all attempts included, in milliseconds. Default: no bound but that of each attempt. */
    timeoutMs?: number;
    /** Most requests under way at a time. Default 8. */
    maxConcurrency?: number;
    /** Send the token without TLS to a server that isn't this machine. */
    allowInsecure?: boolean;
    onRequest?: (request: RequestInfo) => void;
    onResponse?: (response: ResponseInfo) => void;
    onRetry?: (retry: RetryInfo) => void;
    /** The server's warnings for the user (`X-Pulumi-Warning`). */
    onWarning?: (message: string) => void;
    /** Log each request and answer: `true` for console.debug, or a function that takes lines. Tokens are masked. */
    debug?: boolean | ((line: string) => void);
}
"#;
