//! Values that stand inside strings.
//!
//! In: the text of a string. Out: the list or map that it holds as JSON or YAML, and which of the two. Nothing where it holds neither: a
//! text is read as YAML only where it has several lines, so that `foo: bar` stays a text. Rules: pulumi-semantics section 4.5.

use crate::summary::property::Value;
use crate::wire::yaml;

/// How a string spells its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    Json,
    Yaml,
}

impl Notation {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

/// The list or map in a text.
pub(crate) fn decode(text: &str) -> Option<(Value, Notation)> {
    let text = text.trim();
    if text.starts_with(['{', '[']) {
        let value = Value::parse(text);
        if is_container(&value) {
            return Some((value, Notation::Json));
        }
    }
    if !text.contains(['\r', '\n']) {
        return None;
    }
    let value = Value::parse(&yaml::to_json(text)?);
    is_container(&value).then_some((value, Notation::Yaml))
}

fn is_container(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lists_and_maps_and_yaml_of_several_lines() {
        let notation = |text| decode(text).map(|(_, notation)| notation.name());
        assert_eq!(notation(" {\"a\":1}\n"), Some("json"));
        assert_eq!(notation("[1]"), Some("json"));
        assert_eq!(notation("a: 1\nb: 2"), Some("yaml"));
        assert_eq!(notation("[a,\n b]"), Some("yaml"));
        for text in ["", "1", "\"x\"", "null", "a: 1", "-", "{\"a\":1", "{a: 1}", "two\nlines", "{\"a\":1} x"] {
            assert_eq!(notation(text), None, "{text}");
        }
    }
}
