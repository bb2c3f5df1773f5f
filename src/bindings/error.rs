//! Errors as JavaScript throws them.
//!
//! In: an [`Error`]. Out: an instance of the package's error class, or, before it is known, an `Error` with the same fields.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{Error, ErrorCode, Exchange};
use crate::http::Failure;

thread_local! {
    static CLASS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Tells which class errors are to be of. Called once by the package's entries.
#[allow(unreachable_pub)]
#[wasm_bindgen(js_name = "setErrorClass", skip_typescript)]
pub fn set_error_class(class: Function) {
    CLASS.with(|slot| slot.replace(Some(class)));
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "/** Tells which class errors are to be of: called as `new cls(message, { code, offset, path, hint })`. */
export function setErrorClass(cls: new (message: string, details: any) => Error): void;
";

/// The error as a value to throw.
pub(super) fn thrown(error: Error) -> JsValue {
    thrown_with(error, None)
}

fn thrown_with(error: Error, cause: Option<JsValue>) -> JsValue {
    let details = Object::new();
    set(&details, "code", error.code().as_str().into());
    if let Some(offset) = error.offset() {
        set(&details, "offset", (offset as f64).into());
    }
    let path = match error.exchange() {
        // Where a request failed, `path` is its path, and the place in the answer has a name of its own.
        Some(_) => "jsonPath",
        None => "path",
    };
    if let Some(place) = error.json_path() {
        set(&details, path, place.into());
    }
    if let Some(exchange) = error.exchange() {
        tell_exchange(&details, exchange);
    }
    if let Some(status) = error.status() {
        set(&details, "status", f64::from(status).into());
    }
    if let Some(hint) = error.remedy() {
        set(&details, "hint", hint.into());
    }
    if let Some(cause) = cause {
        set(&details, "cause", cause);
    }
    let message = JsValue::from(error.message());
    let made = CLASS.with(|class| {
        let class = class.borrow();
        Reflect::construct(class.as_ref()?, &Array::of2(&message, &details)).ok()
    });
    made.unwrap_or_else(|| {
        let plain = js_sys::Error::new(error.message());
        plain.set_name("StackscopeError");
        Object::assign(plain.as_ref(), &details).into()
    })
}

fn tell_exchange(details: &Object, exchange: &Exchange) {
    let text = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            set(details, name, value.as_str().into());
        }
    };
    set(details, "method", exchange.method.as_str().into());
    set(details, "path", exchange.path.as_str().into());
    set(details, "attempts", f64::from(exchange.attempts).into());
    text("serverMessage", &exchange.server_message);
    text("documentationUrl", &exchange.documentation_url);
    text("requestId", &exchange.request_id);
    text("resumeToken", &exchange.resume_token);
    if let Some(wait) = exchange.retry_after_ms {
        set(details, "retryAfterMs", (wait as f64).into());
    }
    if !exchange.errors.is_empty()
        && let Ok(errors) = serde_wasm_bindgen::to_value(&exchange.errors)
    {
        set(details, "errors", errors);
    }
}

/// The error of a call as a value to throw: what the platform threw itself stays what it was.
pub(super) fn thrown_failure(failure: Failure<JsValue>) -> JsValue {
    match failure {
        Failure::Foreign(thrown) => thrown,
        Failure::Error(error, cause) => thrown_with(error, cause),
    }
}

/// An error made here.
pub(super) fn fault(code: ErrorCode, message: &str, hint: &str) -> JsValue {
    thrown(Error::new(code, message).hint(hint))
}

pub(super) fn set(object: &Object, name: &str, value: JsValue) {
    // Only fails on frozen or exotic objects, and these are our own.
    let _ = Reflect::set(object, &name.into(), &value);
}
