//! Tells the caller what happens during calls: hooks, and a log for debugging. Neither ever sees a token.

use js_sys::{Function, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::options::is_absent;
use crate::bindings::error::{fault, set};
use crate::bindings::load::get;
use crate::error::ErrorCode;
use crate::http::Notice;

/// The caller's functions.
pub(super) struct Hooks {
    on_request: Option<Function>,
    on_response: Option<Function>,
    on_retry: Option<Function>,
    on_warning: Option<Function>,
    debug: Option<Function>,
}

impl Hooks {
    pub(super) fn new(options: &JsValue) -> Result<Self, JsValue> {
        let hook = |name: &str| match get(options, name) {
            absent if is_absent(&absent) => Ok(None),
            given => given.dyn_into::<Function>().map(Some).map_err(|_| {
                fault(ErrorCode::Validation, &format!("`{name}` must be a function"), "leave it out where it is not needed")
            }),
        };
        let console = || get(&get(&js_sys::global(), "console"), "debug").dyn_into().ok();
        let debug = match get(options, "debug").as_bool() {
            Some(wanted) => wanted.then(console).flatten(),
            None => hook("debug")?,
        };
        Ok(Self {
            on_request: hook("onRequest")?,
            on_response: hook("onResponse")?,
            on_retry: hook("onRetry")?,
            on_warning: hook("onWarning")?,
            debug,
        })
    }

    pub(super) fn tell(&self, notice: Notice<'_>) -> Result<(), JsValue> {
        if let Some(debug) = &self.debug {
            debug.call1(&JsValue::UNDEFINED, &line(&notice).into())?;
        }
        let (hook, told) = match notice {
            Notice::Request { method, target, headers, bytes, attempt } => {
                let shown = Object::new();
                for (name, value) in headers {
                    set(&shown, name, value.as_str().into());
                }
                let about = about(method, target, attempt);
                set(&about, "headers", shown.into());
                set(&about, "bytes", (bytes as f64).into());
                (&self.on_request, about.into())
            }
            Notice::Response { method, target, status, request_id, bytes, duration_ms, attempt } => {
                let about = about(method, target, attempt);
                set(&about, "status", f64::from(status).into());
                if let Some(id) = request_id {
                    set(&about, "requestId", id.into());
                }
                set(&about, "bytes", (bytes as f64).into());
                set(&about, "durationMs", duration_ms.into());
                (&self.on_response, about.into())
            }
            Notice::Retry { method, target, code, status, delay_ms, attempt } => {
                let about = about(method, target, attempt);
                set(&about, "code", code.into());
                if let Some(status) = status {
                    set(&about, "status", f64::from(status).into());
                }
                set(&about, "delayMs", (delay_ms as f64).into());
                (&self.on_retry, about.into())
            }
            Notice::Warning { message } => (&self.on_warning, JsValue::from(message)),
        };
        match hook {
            Some(hook) => hook.call1(&JsValue::UNDEFINED, &told).map(drop),
            None => Ok(()),
        }
    }
}

fn about(method: &str, target: &str, attempt: u32) -> Object {
    let about = Object::new();
    set(&about, "method", method.into());
    set(&about, "path", target.into());
    set(&about, "attempt", f64::from(attempt).into());
    about
}

fn line(notice: &Notice<'_>) -> String {
    match notice {
        Notice::Request { method, target, headers, bytes, attempt } => {
            let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            format!("stackscope > {method} {target} (attempt {attempt}, {bytes} bytes) {}", headers.join("; "))
        }
        Notice::Response { method, target, status, request_id, bytes, duration_ms, .. } => {
            let id = request_id.map_or(String::new(), |id| format!(", request {id}"));
            format!("stackscope < {status} {method} {target} ({bytes} bytes, {duration_ms:.0} ms{id})")
        }
        Notice::Retry { method, target, code, delay_ms, attempt, .. } => {
            format!("stackscope ! {method} {target}: {code}; attempt {} in {delay_ms} ms", attempt + 1)
        }
        Notice::Warning { message } => format!("stackscope ! warning of the server: {message}"),
    }
}
