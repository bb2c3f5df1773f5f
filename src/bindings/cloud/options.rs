//! Options of the client and of its calls, and their declarations.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Object;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::client::Shared;
use super::platform::Platform;
use crate::bindings::convert::{check_fields, own_names};
use crate::bindings::error::{fault, set};
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
    pub(super) timeout_ms: Option<f64>,
    pub(super) retry: Option<RetryPolicy>,
}

impl CallOptions {
    /// The transport of a call that begins now.
    pub(super) fn platform(&self, shared: &Rc<Shared>, signal: Option<&JsValue>) -> Platform {
        Platform {
            shared: shared.clone(),
            signal: signal.unwrap_or(&self.signal).clone(),
            deadline: Cell::new(self.timeout_ms.map(|timeout| js_sys::Date::now() + timeout)),
            renewed_ms: None,
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
    let max_pages = number(options, "maxPages", 1.0)?.map(|pages| pages.min(f64::from(u32::MAX)) as u32);
    Ok((query, call(shared, options)?, ListOptions { resume, max_pages }))
}

fn parameters<Q: DeserializeOwned + Default>(options: &JsValue, more: &[&str]) -> Result<Q, JsValue> {
    if is_absent(options) {
        return Ok(Q::default());
    }
    let known: Vec<&str> = field_names::<Q>().iter().chain(more).copied().collect();
    check_fields(options, &known)?;
    let given = Object::new();
    for name in own_names(options) {
        let value = get(options, &name);
        // `null` is what forms and JSON have for nothing.
        if !value.is_null() && !more.contains(&name.as_str()) {
            set(&given, &name, value);
        }
    }
    serde_wasm_bindgen::from_value(given.clone().into()).map_err(|error| wrong_option::<Q>(&given, &error.to_string()))
}

/// Which option is wrong: the one that is refused alone.
fn wrong_option<Q: DeserializeOwned>(given: &Object, message: &str) -> JsValue {
    for name in own_names(given) {
        let alone = Object::new();
        set(&alone, &name, get(given, &name));
        if let Err(error) = serde_wasm_bindgen::from_value::<Q>(alone.into()) {
            return fault(
                ErrorCode::Validation,
                &format!("`{name}` must be {}", form(&error.to_string())),
                "see the declarations of the package",
            );
        }
    }
    fault(ErrorCode::Validation, &format!("the options must be {}", form(message)), "see the declarations of the package")
}

/// What serde expected, in words for callers in JavaScript.
pub(super) fn form(message: &str) -> String {
    let expected = message.rsplit_once("expected ").map_or(message, |(_, expected)| expected);
    match expected.split(" at line").next().unwrap_or_default().trim() {
        "i8" | "i16" | "i32" | "i64" | "isize" | "an integer" => "a whole number".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0".to_owned(),
        "a string" | "string" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        object if object.starts_with("struct ") => "an object".to_owned(),
        other => other.to_owned(),
    }
}

fn call(shared: &Shared, options: &JsValue) -> Result<CallOptions, JsValue> {
    let signal = get(options, "signal");
    if !is_absent(&signal) && get(&signal, "aborted").as_bool().is_none() {
        return Err(fault(ErrorCode::Validation, "`signal` must be an AbortSignal", "pass `controller.signal`"));
    }
    let timeout_ms = number(options, "timeoutMs", 1.0)?.or(shared.timeout_ms);
    Ok(CallOptions { signal, timeout_ms, retry: retry(&get(options, "retry"), shared.client.options().retry.clone())? })
}

/// A number that an option may be, from `least` on.
pub(super) fn number(options: &JsValue, name: &str, least: f64) -> Result<Option<f64>, JsValue> {
    let given = get(options, name);
    if is_absent(&given) {
        return Ok(None);
    }
    match given.as_f64() {
        Some(number) if number >= least => Ok(Some(number)),
        _ => {
            let message = format!("`{name}` must be a number from {least}");
            Err(fault(ErrorCode::Validation, &message, "leave it out for the default"))
        }
    }
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
    for (name, least, slot) in [
        ("baseMs", 0.0, &mut policy.base_ms),
        ("capMs", 0.0, &mut policy.cap_ms),
        ("maxRetryAfterMs", 0.0, &mut policy.max_retry_after_ms),
        ("attemptTimeoutMs", 1.0, &mut policy.attempt_timeout_ms),
    ] {
        if let Some(given) = number(given, name, least)? {
            *slot = given as u64;
        }
    }
    if let Some(attempts) = number(given, "attempts", 1.0)? {
        policy.attempts = attempts as u32;
    }
    let also = get(given, "unsafeMethods");
    if !is_absent(&also) {
        let wrong = || fault(ErrorCode::Validation, "`unsafeMethods` must be true or false", "the default is false");
        policy.unsafe_methods = also.as_bool().ok_or_else(wrong)?;
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
    options.min_ms = number(given, "minMs", 1.0)?.map_or(options.min_ms, |least| least as u64);
    options.max_ms = number(given, "maxMs", 1.0)?.map_or(options.max_ms, |most| most as u64).max(options.min_ms);
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
    signal?: AbortSignal | undefined;
    /**
     * How long the call may take, all attempts included, in milliseconds. Default: the client's. Of a list it bounds each page, of an
     * update that is followed each request.
     */
    timeoutMs?: number | undefined;
    /** How to retry this call: what differs from the client's policy, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false | undefined;
}

/** How a list is read. */
export interface ListOptions extends CallOptions {
    /** Continues a list where another process left it: the `resumeToken` of a list or of an error. */
    resume?: string | undefined;
    /** Most pages to read; one more is an error with code `page_cap`. Default 1,000. */
    maxPages?: number | undefined;
}

/** How an update that is running is followed; times in milliseconds. */
export interface FollowOptions {
    /** First delay after a page without events; it grows by half from one empty page to the next. Default 500. */
    minMs?: number | undefined;
    /** Longest delay. Default 5,000. */
    maxMs?: number | undefined;
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
    requestId?: string | undefined;
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
    status?: number | undefined;
    delayMs: number;
}

/** How a client is made. */
export interface PulumiCloudOptions {
    /** Access token, or a function that gives one for each attempt. Left out where the server needs none. */
    token?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
    /** The server. Default `https://api.pulumi.com`; `""` in a browser is the page's own origin. */
    baseUrl?: string | undefined;
    /** Version of the API in `Accept: application/vnd.pulumi+N`. Default 8. */
    apiVersion?: number | undefined;
    /** `Accept` as a whole, in place of `apiVersion`. */
    accept?: string | undefined;
    /** `X-Pulumi-Source`: names the caller to the server. Default: not sent, so that browsers' preflights stay simple. */
    source?: string | undefined;
    /** What sends requests. Default: the runtime's `fetch`. It is called with an address and options. */
    fetch?: ((url: string, init: { method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal: AbortSignal; cache: "no-store"; redirect: "follow" | "manual" }) => Promise<Response>) | undefined;
    /** How to retry, where it differs from the default, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false | undefined;
    /** How long a call may take, all attempts included, in milliseconds. Default: no bound but that of each attempt. */
    timeoutMs?: number | undefined;
    /** Most requests under way at a time. Default 8. */
    maxConcurrency?: number | undefined;
    /** Send the token without TLS to a server that isn't this machine. */
    allowInsecure?: boolean | undefined;
    onRequest?: ((request: RequestInfo) => void) | undefined;
    onResponse?: ((response: ResponseInfo) => void) | undefined;
    onRetry?: ((retry: RetryInfo) => void) | undefined;
    /** The server's warnings for the user (`X-Pulumi-Warning`). */
    onWarning?: ((message: string) => void) | undefined;
    /** Log each request and answer: `true` for console.debug, or a function that takes lines. Tokens are masked. */
    debug?: boolean | ((line: string) => void) | undefined;
}
"#;
