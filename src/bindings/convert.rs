//! Options in, results out.
//!
//! Small results cross by serde-wasm-bindgen; rows and values of a state cross once as JSON text, which keeps keys such as
//! `__proto__` ordinary data.

use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::error::{fault, thrown};
use crate::error::{Error, ErrorCode};

/// Reads an options object; `undefined` and `null` are the default. A field that is not known is an error, not a surprise.
pub(super) fn options<T: DeserializeOwned + Default>(value: JsValue, known: &[&str]) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    check_fields(&value, known)?;
    serde_wasm_bindgen::from_value(plain_copy(&value, 0)?).map_err(|error| {
        fault(
            ErrorCode::Validation,
            &format!("the options are not of the right form: {error}"),
            "see the declarations of the package",
        )
    })
}

/// The object with its fields as plain data. What a getter throws passes through here, where nothing is half done.
fn plain_copy(value: &JsValue, depth: usize) -> Result<JsValue, JsValue> {
    const DEEPEST: usize = 3;
    let is_plain = || {
        let parent = Object::get_prototype_of(value);
        parent.is_null() || Object::get_prototype_of(&parent).is_null()
    };
    if !value.is_object() || Array::is_array(value) || depth == DEEPEST || !is_plain() {
        return Ok(value.clone());
    }
    let copy = Object::new();
    for key in own_names(value) {
        let key = JsValue::from(key);
        Reflect::set(&copy, &key, &plain_copy(&Reflect::get(value, &key)?, depth + 1)?)?;
    }
    Ok(copy.into())
}

/// Checks the names of an object's fields.
pub(super) fn check_fields(value: &JsValue, known: &[&str]) -> Result<(), JsValue> {
    if !value.is_object() || Array::is_array(value) || value.is_function() {
        return Err(fault(ErrorCode::Validation, "options must be an object", "see the declarations of the package"));
    }
    for key in own_names(value) {
        if !known.contains(&key.as_str()) {
            let message = format!("there is no option `{key}`");
            return Err(fault(ErrorCode::Validation, &message, &format!("known are: {}", known.join(", "))));
        }
    }
    Ok(())
}

/// The names of an object's own fields.
pub(super) fn own_names(object: &JsValue) -> Vec<String> {
    // Both that a proxy refuses and symbols are left out.
    let keys = Reflect::own_keys(object).unwrap_or_default();
    keys.iter().filter_map(|key| key.as_string()).collect()
}

/// A small result as a plain object.
pub(super) fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(value)?)
}

/// A result that holds values of a state, by one JSON text.
pub(super) fn by_json<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value)
        .map_err(|error| thrown(Error::new(ErrorCode::NotJson, format!("a result cannot be written: {error}"))))?;
    JSON::parse(&text)
}

/// JSON text as a value.
pub(super) fn parsed(json: &str) -> Result<JsValue, JsValue> {
    JSON::parse(json)
}
