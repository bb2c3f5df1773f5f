//! What an item must be, for servers that ignore the filters that they are sent.
//!
//! In: an item as JSON. Out: whether it is what was asked for. An item that does not say is taken: the server is trusted where nothing
//! speaks against it.

use std::borrow::Cow;

use serde_json::Value;
use serde_json::value::RawValue;

use super::Plan;

/// One filter, as a row shows whether it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A field holds this name, in any case.
    Name {
        /// Field of the item.
        field: &'static str,
        /// The name.
        name: String,
    },
    /// A field that is an object holds this entry.
    Entry {
        /// Field of the item.
        field: &'static str,
        /// Name of the entry.
        name: String,
        /// Its value; `None` is any.
        value: Option<String>,
    },
}

impl Plan {
    /// Whether an item meets all conditions. One that cannot be read is somebody else's to refuse.
    pub(super) fn takes(&self, item: &RawValue) -> bool {
        match serde_json::from_str(item.get()) {
            Ok(item) => self.conditions.iter().all(|condition| condition.holds(&item)),
            Err(_) => true,
        }
    }
}

impl Condition {
    /// Whether an item is what was asked for, or does not say.
    fn holds(&self, item: &Value) -> bool {
        match self {
            Self::Name { field, name } => match item.get(field).and_then(Value::as_str) {
                Some(found) => found.to_lowercase() == name.to_lowercase(),
                None => true,
            },
            Self::Entry { field, name, value } => match item.get(field).and_then(Value::as_object) {
                Some(entries) => match (entries.get(name), value) {
                    (Some(found), Some(value)) => spelled(found) == value.as_str(),
                    (found, None) => found.is_some(),
                    (None, Some(_)) => false,
                },
                None => true,
            },
        }
    }
}

/// A value as a filter names it: one server lets other values than texts through.
fn spelled(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| value.to_string().into(), Cow::from)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Condition;

    fn entry(value: Option<&str>) -> Condition {
        Condition::Entry { field: "tags", name: "a/b".to_owned(), value: value.map(str::to_owned) }
    }

    #[test]
    fn names_are_compared_in_any_case() {
        let condition = Condition::Name { field: "orgName", name: "Acmé".to_owned() };
        for (row, holds) in [
            (json!({"orgName": "acmÉ"}), true),
            (json!({"orgName": "acme"}), false),
            (json!({"orgName": ""}), false),
            (json!({"orgName": null}), true),
            (json!({"other": "x"}), true),
            (json!(7), true),
        ] {
            assert_eq!(condition.holds(&row), holds, "{row}");
        }
    }

    #[test]
    fn tags_are_compared_as_they_are() {
        let rows = [
            (json!({"tags": {"a/b": "v"}}), true, true),
            (json!({"tags": {"a/b": "V"}}), true, false),
            (json!({"tags": {"a/b": 5}}), true, false),
            (json!({"tags": {"A/b": "v"}}), false, false),
            (json!({"tags": {}}), false, false),
            (json!({"tags": null}), true, true),
            (json!({}), true, true),
        ];
        for (row, named, valued) in rows {
            assert_eq!((entry(None).holds(&row), entry(Some("v")).holds(&row)), (named, valued), "{row}");
        }
        assert!(entry(Some("5")).holds(&json!({"tags": {"a/b": 5}})));
        assert!(entry(Some("v")).holds(&Value::Null));
    }
}
