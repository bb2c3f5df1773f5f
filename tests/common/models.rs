//! Models of the API through JSON and back.
//!
//! In: payloads by name, or values. Out: models, and the assertion that writing one gives what was read. Panics where it doesn't.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value};

pub(crate) fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/seeds")
}

pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn payload(name: &str) -> Value {
    serde_json::from_str(&read(&seeds().join(format!("api/{name}.json")))).expect(name)
}

/// Reads the text itself, as the client does, not a value made of it.
pub(crate) fn decode<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_str(&read(&seeds().join(format!("api/{name}.json")))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The value without the fields that are `null`, which say the same as absent ones.
pub(crate) fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

#[track_caller]
pub(crate) fn assert_same(actual: &Value, expected: &Value) {
    assert_eq!(without_nulls(actual), without_nulls(expected));
}

#[track_caller]
pub(crate) fn round_trip<T: DeserializeOwned + Serialize>(name: &str) {
    let model: T = decode(name);
    assert_same(&to_value(&model).expect(name), &payload(name));
}

pub(crate) fn of<T: DeserializeOwned>(value: Value) -> T {
    let text = value.to_string();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[track_caller]
pub(crate) fn keeps<T: DeserializeOwned + Serialize>(value: Value) -> T {
    let model: T = of(value.clone());
    assert_same(&to_value(&model).unwrap(), &value);
    model
}

#[track_caller]
pub(crate) fn refuses<T: DeserializeOwned + Debug>(value: Value) -> String {
    serde_json::from_str::<T>(&value.to_string()).expect_err("this is not one").to_string()
}
