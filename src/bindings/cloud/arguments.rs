//! Names and bodies as JavaScript passes them.
//!
//! In: values of any kind. Out: what the endpoints take. Fails with `validation` and the name of the argument.

use js_sys::{Date, JSON, Object};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::options::{form, is_absent};
use crate::bindings::error::set;
use crate::bindings::load::get;
use crate::error::{Error, ErrorCode, Result};
use crate::http::{StackName, expectation};

/// What has webhooks.
pub(super) enum Target {
    Organization(String),
    Stack(StackName),
}

/// A text that stands in the path.
pub(super) fn name(value: &JsValue, argument: &str) -> Result<String> {
    match value.as_string() {
        Some(text) if !text.is_empty() => Ok(text),
        // Versions are numbers.
        None => match value.as_f64() {
            Some(number) if number.fract() == 0.0 && number.abs() < 9e15 => Ok(format!("{number:.0}")),
            _ => Err(wrong(argument, "a text")),
        },
        _ => Err(wrong(argument, "a text")),
    }
}

/// A stack's full name, as a text or as its parts.
pub(super) fn stack(value: &JsValue) -> Result<StackName> {
    if let Some(text) = value.as_string() {
        return StackName::parse(&text);
    }
    let part = |name: &str| get(value, name).as_string().filter(|part| !part.is_empty());
    match (part("organization"), part("project"), part("stack")) {
        (Some(organization), Some(project), Some(stack)) => Ok(StackName { organization, project, stack }),
        _ => Err(wrong("stack", "`organization/project/stack`, or an object with these three")),
    }
}

/// An organisation or a stack.
pub(super) fn target(value: &JsValue) -> Result<Target> {
    match value.as_string() {
        Some(text) if !text.is_empty() && !text.contains('/') => Ok(Target::Organization(text)),
        _ => stack(value).map(Target::Stack),
    }
}

/// A request body.
pub(super) fn body<B: DeserializeOwned>(value: &JsValue, argument: &str) -> Result<B> {
    let unwritable = |_| Error::new(ErrorCode::Validation, format!("`{argument}` cannot be written as JSON"));
    let json = JSON::stringify(value).map_err(unwritable)?.as_string();
    let json = json.ok_or_else(|| wrong(argument, "an object"))?;
    serde_json::from_slice(json.as_bytes()).map_err(|error| {
        let expectation = expectation(&error);
        let expected = expectation.strip_prefix("expected ").map(form);
        match expected.as_deref() {
            Some("an object") => wrong(argument, "an object"),
            Some(form) => misformed(argument, &format!("expected {form}")),
            None => misformed(argument, &expectation),
        }
    })
}

/// A moment in unix seconds.
pub(super) fn seconds(value: &JsValue, argument: &str) -> Result<i64> {
    let wrong = || wrong(argument, "a Date, unix seconds, or an ISO 8601 text");
    if let Some(seconds) = value.as_f64() {
        // Milliseconds, as JavaScript counts them, would be taken for a year far away.
        return if seconds.abs() < 1e11 { Ok(seconds as i64) } else { Err(wrong()) };
    }
    let date = match value.dyn_ref::<Date>() {
        Some(date) => date.clone(),
        None if value.as_string().is_some() => Date::new(value),
        None => return Err(wrong()),
    };
    let milliseconds = date.get_time();
    if milliseconds.is_nan() { Err(wrong()) } else { Ok((milliseconds / 1000.0).floor() as i64) }
}

/// The options, with those of `names` that are moments as unix seconds.
pub(super) fn moments(options: &JsValue, names: &[&str]) -> Result<JsValue> {
    let given: Vec<_> = names.iter().map(|name| (*name, get(options, name))).filter(|(_, moment)| !is_absent(moment)).collect();
    if given.is_empty() {
        return Ok(options.clone());
    }
    let options = Object::assign(&Object::new(), options.unchecked_ref());
    for (name, moment) in given {
        set(&options, name, (seconds(&moment, name)? as f64).into());
    }
    Ok(options.into())
}

fn misformed(argument: &str, what: &str) -> Error {
    Error::new(ErrorCode::Validation, format!("`{argument}` is not of the right form: {what}"))
        .hint("see the declarations of the package")
}

fn wrong(argument: &str, form: &str) -> Error {
    Error::new(ErrorCode::Validation, format!("`{argument}` must be {form}")).hint("see the declarations of the package")
}
