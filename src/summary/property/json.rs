//! Property values as JSON text for reports, secrets masked.
//!
//! In: a value. Out: compact JSON in Pulumi's own encoding, so that whoever shows it knows an asset from a map; a secret is the text
//! `[secret]`, keys with `__` are left out at every level (pulumi-semantics section 3), and what is huge is cut ([`cut`]). Nothing can
//! fail.

use super::value::signature::{ARCHIVE, ASSET, BYTES, FLOAT, RESOURCE};
use super::value::{ArchiveSource, AssetSource, Value};
use crate::model::json_text::Json;
use crate::model::value::{MASK, SIGNATURE, UNKNOWN};
use crate::summary::event::Raw;
use crate::wire::text::push_json;

mod cut;

pub(super) use cut::pair;

/// What stands for values that are nested deeper than values are kept.
const DEEP: &str = "[nested too deep]";

/// The value as JSON.
pub(crate) fn json(value: &Value) -> Json {
    let mut out = String::new();
    push(value, &mut out);
    Json(out)
}

/// A value's JSON text, every secret masked, and whether it is cut.
pub(crate) fn masked(text: Raw<'_>) -> (Json, bool) {
    cut::single(&Value::parse(text))
}

/// What stands for a secret.
pub(crate) fn mask() -> Json {
    Json(format!("\"{MASK}\""))
}

fn push(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) if number.is_json() => out.push_str(number.spelled()),
        Value::Number(number) => {
            encoded(FLOAT, &[("value", &format!("{:016x}", number.value().to_bits()))], out);
            out.push('}');
        }
        Value::String(text) => text_value(text, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => object(members.iter().filter(|(key, _)| !is_internal(key)), out),
        Value::Asset(asset) => {
            let (name, source) = match &asset.source {
                AssetSource::Text(text) => ("text", text.as_str()),
                AssetSource::Path(path) => ("path", path.as_str()),
                AssetSource::Uri(uri) => ("uri", uri.as_str()),
                AssetSource::Untold => ("", ""),
            };
            encoded(ASSET, &[("hash", &asset.hash), (name, source)], out);
            out.push('}');
        }
        Value::Archive(archive) => {
            let (name, source) = match &archive.source {
                ArchiveSource::Path(path) => ("path", path.as_str()),
                ArchiveSource::Uri(uri) => ("uri", uri.as_str()),
                ArchiveSource::Assets(_) | ArchiveSource::Untold => ("", ""),
            };
            encoded(ARCHIVE, &[("hash", &archive.hash), (name, source)], out);
            if let ArchiveSource::Assets(assets) = &archive.source {
                out.push_str(",\"assets\":");
                object(assets.iter(), out);
            }
            out.push('}');
        }
        Value::Secret(_) => text_value(MASK, out),
        Value::Resource(reference) => {
            encoded(RESOURCE, &[("urn", &reference.urn), ("packageVersion", &reference.package_version)], out);
            if !reference.id.is_null() {
                out.push_str(",\"id\":");
                push(&reference.id, out);
            }
            out.push('}');
        }
        Value::Unknown => text_value(UNKNOWN, out),
        Value::Bytes(base64) => {
            encoded(BYTES, &[("value", base64)], out);
            out.push('}');
        }
        Value::Deep(_) => text_value(DEEP, out),
    }
}

fn text_value(text: &str, out: &mut String) {
    push_json(text.as_bytes(), out);
}

/// Keys that are Pulumi's own, such as `__defaults`.
fn is_internal(key: &str) -> bool {
    key.starts_with("__")
}

fn object<'v>(members: impl Iterator<Item = (&'v String, &'v Value)>, out: &mut String) {
    out.push('{');
    for (at, (key, value)) in members.enumerate() {
        if at > 0 {
            out.push(',');
        }
        text_value(key, out);
        out.push(':');
        push(value, out);
    }
    out.push('}');
}

/// The beginning of an encoded value: its signature, and its texts as far as they have a name.
fn encoded(signature: &str, texts: &[(&str, &str)], out: &mut String) {
    out.push('{');
    text_value(SIGNATURE, out);
    out.push(':');
    text_value(signature, out);
    for (name, text) in texts.iter().filter(|(name, _)| !name.is_empty()) {
        out.push(',');
        text_value(name, out);
        out.push(':');
        text_value(text, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were_but_for_secrets() {
        let texts = [
            r#"{"a":[1.10,true,null,"x\ny",{}],"b":12345678901234567890}"#,
            r#""04da6b54-80e4-46f7-96ec-b56ff0331ba9""#,
            r#"{"4dabf18193072939515e22adb298388d":"c44067f5952c0a294b673a41bacd8c17","hash":"1","text":"a"}"#,
            r#"{"4dabf18193072939515e22adb298388d":"0def7320c3a5731c473e5ecbe6d01bc7","hash":"1","assets":{}}"#,
            r#"{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e","urn":"u","packageVersion":"1","id":"i"}"#,
            r#"{"4dabf18193072939515e22adb298388d":"8ad145fe-0d11-4827-bfd7-1abcbf086f5c","value":"7ff0000000000000"}"#,
            r#"{"4dabf18193072939515e22adb298388d":"803fd3297a5875dc03ca845dda5d2a98","value":"/w=="}"#,
        ];
        for text in texts {
            assert_eq!(json(&Value::parse(text)).as_str(), text);
        }
        let secret = r#"[{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"p\""}]"#;
        assert_eq!(json(&Value::parse(secret)).as_str(), r#"["[secret]"]"#);
        let internal = r#"{"a":[{"__defaults":["b"],"b":1}],"__x":1}"#;
        assert_eq!(json(&Value::parse(internal)).as_str(), r#"{"a":[{"b":1}]}"#);
        let nested = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
        assert!(json(&Value::parse(&nested)).as_str().contains(DEEP));
    }
}
