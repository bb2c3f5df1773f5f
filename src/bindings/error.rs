//! Errors as JavaScript throws them.
//!
//! In: an [`Error`]. Out: an instance of the package's error class, or, before it is known, an `Error` with the same fields.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{Error, ErrorCode};

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
    let details = Object::new();
    set(&details, "code", error.code().as_str().into());
    if let Some(offset) = error.offset() {
        set(&details, "offset", (offset as f64).into());
    }
    if let Some(path) = error.json_path() {
        set(&details, "path", path.into());
    }
    if let Some(status) = error.status() {
        set(&details, "status", f64::from(status).into());
    }
    if let Some(hint) = error.remedy() {
        set(&details, "hint", hint.into());
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

/// An error made here.
pub(super) fn fault(code: ErrorCode, message: &str, hint: &str) -> JsValue {
    thrown(Error::new(code, message).hint(hint))
}

pub(super) fn set(object: &Object, name: &str, value: JsValue) {
    // Only fails on frozen or exotic objects, and these are our own.
    let _ = Reflect::set(object, &name.into(), &value);
}
