//! Models of the endpoints beyond stacks, updates, teams and search: payloads as documented, and as one server was seen to send
//! them, read and come back whole.
#![cfg(not(target_arch = "wasm32"))]

mod deployments;
mod organizations;
mod settings;
mod stacks;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

fn read<T: DeserializeOwned>(payload: &Value) -> T {
    serde_json::from_str(&payload.to_string()).unwrap_or_else(|error| panic!("{error} in {payload}"))
}

fn write(model: &impl Serialize) -> Value {
    serde_json::to_value(model).expect("a model is JSON")
}

/// Adds a field that no version knows to every object, except to maps, whose keys are the user's own.
fn with_news(value: &mut Value, maps: &[&str]) {
    match value {
        Value::Object(fields) => {
            for (_, field) in fields.iter_mut().filter(|(key, _)| !maps.contains(&key.as_str())) {
                with_news(field, maps);
            }
            fields.insert("news".into(), json!({ "of": [1, 2.5, null, "tomorrow"], "at": 12345678901_i64 }));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| with_news(item, maps)),
        _ => {}
    }
}

const MAPS: [&str; 10] = [
    "environment",
    "config",
    "outputs",
    "inputs",
    "tags",
    "environmentVariables",
    "resourceChanges",
    "plaintexts",
    "configuration",
    "exceptions",
];

/// The payload comes back as it went in, and so it does with fields and words from the future.
fn whole<T: DeserializeOwned + Serialize + std::fmt::Debug + PartialEq>(payload: Value) -> T {
    let model: T = read(&payload);
    assert_eq!(write(&model), payload);
    let mut future = payload.clone();
    with_news(&mut future, &MAPS);
    assert_eq!(write(&read::<T>(&future)), future);
    assert_eq!(read::<T>(&write(&model)), model);
    model
}

/// With every value `null` except those that identify the thing, nothing fails.
fn bears_null<T: DeserializeOwned + Serialize>(payload: &Value, identity: &[&str]) {
    let mut fields = payload.as_object().expect("an object").clone();
    for (key, field) in &mut fields {
        if !identity.contains(&key.as_str()) {
            *field = Value::Null;
        }
    }
    let bare: Map<String, Value> = fields
        .iter()
        .filter(|(key, _)| identity.contains(&key.as_str()))
        .map(|(key, field)| (key.clone(), field.clone()))
        .collect();
    assert_eq!(write(&read::<T>(&Value::Object(fields))), write(&read::<T>(&Value::Object(bare))));
}

fn somebody() -> Value {
    json!({ "name": "Ada", "githubLogin": "ada", "avatarUrl": "https://example.com/ada.png" })
}

fn update() -> Value {
    json!({
        "info": {
            "kind": "update", "startTime": 1700000000, "message": "more buckets", "environment": { "exec.kind": "auto.local" },
            "config": { "aws:region": { "string": "eu-west-1", "secret": false, "object": false } },
            "result": "succeeded", "endTime": 1700000060, "version": 12, "resourceChanges": { "create": 2, "same": 40 }
        },
        "updateID": "5a7b6c5d-0000-4000-8000-000000000012", "version": 12, "latestVersion": 14, "requestedBy": somebody()
    })
}
