//! Property values of a resource, as Pulumi means them.
//!
//! In: the JSON text of a value or of a map of values, as events carry it. Out: [`Value`], a tree at most [`MAX_NESTING`] levels deep, so
//! that every walk over it may recurse; what lies deeper is kept as a digest. The contents of secrets are dropped on the way. Nothing can
//! fail: text that is no JSON reads as null. Rules: `sdk/go/common/resource` of Pulumi (pulumi-semantics section 2); an object with an
//! unknown signature is an ordinary object.

use std::collections::BTreeMap;

use crate::model::digest::{Lens, digest};
use crate::model::value::{self, MASK, SIGNATURE, Special, special, text_holds_secret};
use crate::summary::event::Raw;
use crate::wire::tape::{Kind, NodeId, Tape};

use super::number::Number;

/// Levels of values that are kept as they are.
pub(crate) const MAX_NESTING: usize = 200;

/// What marks the encoded values.
pub(super) mod signature {
    pub(crate) use crate::model::value::{ARCHIVE, ASSET, RESOURCE};

    pub(crate) const FLOAT: &str = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";
    pub(crate) const BYTES: &str = "803fd3297a5875dc03ca845dda5d2a98";
}

/// Values by key.
pub(crate) type Object = BTreeMap<String, Value>;

/// One property value.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Value>),
    Object(Object),
    Asset(Box<Asset>),
    Archive(Box<Archive>),
    /// A secret, or a string with an encoded secret in it; the contents are gone.
    Secret(Secret),
    Resource(Box<ResourceRef>),
    /// Not known before the update is carried out; Pulumi calls it computed.
    Unknown,
    /// Bytes that are no text, in base64.
    Bytes(String),
    /// A digest of what lies deeper than [`MAX_NESTING`].
    Deep(u128),
}

/// What is known of a secret: nothing, so that two secrets are equal; of a masked string whether it is the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Secret(Option<u128>);

/// A file or text.
#[derive(Debug, Clone)]
pub(crate) struct Asset {
    /// SHA-256 in hexadecimal; empty where it is not told.
    pub(crate) hash: String,
    pub(crate) source: AssetSource,
}

/// Where an asset's contents are.
#[derive(Debug, Clone)]
pub(crate) enum AssetSource {
    Text(String),
    Path(String),
    Uri(String),
    Untold,
}

/// A collection of assets.
#[derive(Debug, Clone)]
pub(crate) struct Archive {
    /// SHA-256 in hexadecimal; empty where it is not told.
    pub(crate) hash: String,
    pub(crate) source: ArchiveSource,
}

/// Where an archive's contents are.
#[derive(Debug, Clone)]
pub(crate) enum ArchiveSource {
    /// Assets and archives by name.
    Assets(Object),
    Path(String),
    Uri(String),
    Untold,
}

/// A reference to a resource.
#[derive(Debug, Clone)]
pub(crate) struct ResourceRef {
    pub(crate) urn: String,
    /// A string, unknown, or null where it has none.
    pub(crate) id: Value,
    pub(crate) package_version: String,
}

impl Value {
    /// Reads the JSON text of a value.
    pub(crate) fn parse(text: Raw<'_>) -> Self {
        match Tape::parse(text.as_bytes()) {
            Some(tape) => read(&tape, Tape::ROOT, 0),
            None => Self::Null,
        }
    }

    /// Reads the JSON text of a map of values; empty where there is none.
    pub(crate) fn object(text: Option<Raw<'_>>) -> Object {
        Self::members(text, |_| true)
    }

    /// As [`Value::object`], only with the members whose names are wanted. A map that is a secret as a whole has none.
    pub(crate) fn members(text: Option<Raw<'_>>, wanted: impl Fn(&str) -> bool) -> Object {
        let Some(tape) = text.and_then(|text| Tape::parse(text.as_bytes())) else { return Object::new() };
        if special(&tape, Tape::ROOT) == Some(Special::Secret) {
            return Object::new();
        }
        let named = tape.members(Tape::ROOT).map(|(key, value)| (tape.text(key).unwrap_or_default(), value));
        named.filter(|(key, _)| wanted(key)).map(|(key, value)| (key, read(&tape, value, 1))).collect()
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether a secret stands anywhere in it.
    pub(crate) fn holds_secret(&self) -> bool {
        match self {
            Self::Secret(_) => true,
            Self::Array(items) => items.iter().any(Self::holds_secret),
            Self::Object(members) => members.values().any(Self::holds_secret),
            Self::Archive(archive) => match &archive.source {
                ArchiveSource::Assets(assets) => assets.values().any(Self::holds_secret),
                _ => false,
            },
            _ => false,
        }
    }
}

/// Equal as Pulumi compares: numbers as floats, null as absent, assets and archives by hash, references by URN and id.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) | (Self::Unknown, Self::Unknown) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a.value() == b.value(),
            (Self::String(a), Self::String(b)) | (Self::Bytes(a), Self::Bytes(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => {
                let told = |map: &Object| map.values().filter(|value| !value.is_null()).count();
                told(a) == told(b) && a.iter().all(|(key, value)| value.is_null() || b.get(key) == Some(value))
            }
            (Self::Asset(a), Self::Asset(b)) => match (&a.source, &b.source) {
                (AssetSource::Text(a_text), AssetSource::Text(b_text)) if a.hash.is_empty() && b.hash.is_empty() => {
                    a_text == b_text
                }
                _ => !a.hash.is_empty() && a.hash == b.hash,
            },
            (Self::Archive(a), Self::Archive(b)) => !a.hash.is_empty() && a.hash == b.hash,
            (Self::Secret(a), Self::Secret(b)) => a == b,
            (Self::Resource(a), Self::Resource(b)) => a.urn == b.urn && a.id == b.id,
            (Self::Deep(a), Self::Deep(b)) => a == b,
            _ => false,
        }
    }
}

fn read(tape: &Tape<'_>, node: NodeId, depth: usize) -> Value {
    let kind = tape.kind(node);
    if depth >= MAX_NESTING && matches!(kind, Kind::Object | Kind::List) {
        return Value::Deep(digest(tape, node, Lens::default()));
    }
    match kind {
        Kind::Object => match special(tape, node) {
            Some(Special::Secret) => Value::Secret(Secret(None)),
            Some(Special::Asset) => Value::Asset(Box::new(asset(tape, node))),
            Some(Special::Archive) => Value::Archive(Box::new(archive(tape, node, depth))),
            Some(Special::Resource) => Value::Resource(Box::new(reference(tape, node))),
            None => encoded(tape, node).unwrap_or_else(|| Value::Object(members(tape, node, depth))),
        },
        Kind::List => Value::Array(tape.items(node).map(|item| read(tape, item, depth + 1)).collect()),
        Kind::String => string(tape, node),
        Kind::Number => Value::Number(Number::parse(&String::from_utf8_lossy(tape.raw(node)))),
        Kind::Bool => Value::Bool(tape.is_true(node)),
        Kind::Key | Kind::Null => Value::Null,
    }
}

fn members(tape: &Tape<'_>, node: NodeId, depth: usize) -> Object {
    tape.members(node).map(|(key, value)| (tape.text(key).unwrap_or_default(), read(tape, value, depth + 1))).collect()
}

fn string(tape: &Tape<'_>, node: NodeId) -> Value {
    let bytes = tape.string(node);
    if *bytes == *value::UNKNOWN.as_bytes() {
        return Value::Unknown;
    }
    if text_holds_secret(&bytes) {
        return Value::Secret(Secret(Some(digest(tape, node, Lens::default()))));
    }
    Value::String(tape.text(node).unwrap_or_default())
}

/// A field of an asset or archive, masked where it carries a secret.
fn field(tape: &Tape<'_>, node: NodeId, name: &str) -> Option<String> {
    let found = tape.get(node, name)?;
    if text_holds_secret(&tape.string(found)) { Some(MASK.to_owned()) } else { tape.text(found) }
}

fn asset(tape: &Tape<'_>, node: NodeId) -> Asset {
    let source = if let Some(text) = field(tape, node, "text") {
        AssetSource::Text(text)
    } else if let Some(path) = field(tape, node, "path") {
        AssetSource::Path(path)
    } else {
        field(tape, node, "uri").map_or(AssetSource::Untold, AssetSource::Uri)
    };
    Asset { hash: field(tape, node, "hash").unwrap_or_default(), source }
}

fn archive(tape: &Tape<'_>, node: NodeId, depth: usize) -> Archive {
    let source = if let Some(assets) = tape.get(node, "assets").filter(|&assets| tape.kind(assets) == Kind::Object) {
        ArchiveSource::Assets(members(tape, assets, depth + 1))
    } else if let Some(path) = field(tape, node, "path") {
        ArchiveSource::Path(path)
    } else {
        field(tape, node, "uri").map_or(ArchiveSource::Untold, ArchiveSource::Uri)
    };
    Archive { hash: field(tape, node, "hash").unwrap_or_default(), source }
}

fn reference(tape: &Tape<'_>, node: NodeId) -> ResourceRef {
    let id = match tape.get(node, "id") {
        // Old versions wrote the value's own structure.
        Some(id) if tape.kind(id) == Kind::Object => tape.get(id, "V"),
        id => id,
    };
    let id = id.filter(|&id| tape.kind(id) == Kind::String).map_or(Value::Null, |id| string(tape, id));
    let text = |name| field(tape, node, name).unwrap_or_default();
    ResourceRef { urn: text("urn"), id, package_version: text("packageVersion") }
}

/// Floats that JSON has no spelling for, and bytes.
fn encoded(tape: &Tape<'_>, node: NodeId) -> Option<Value> {
    let mark = tape.string(tape.get(node, SIGNATURE)?);
    let value = tape.get_text(node, "value")?;
    if *mark == *signature::FLOAT.as_bytes() {
        let bits = u64::from_str_radix(&value, 16).ok()?;
        return Some(Value::Number(Number::from_bits(bits)));
    }
    (*mark == *signature::BYTES.as_bytes() && !text_holds_secret(value.as_bytes())).then_some(Value::Bytes(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = r#"{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"}"#;

    fn same(a: &str, b: &str) -> bool {
        Value::parse(a) == Value::parse(b)
    }

    fn object(signature: &str, rest: &str) -> String {
        format!(r#"{{"{SIGNATURE}":"{signature}",{rest}}}"#)
    }

    #[test]
    fn plain_values_compare_by_what_they_mean() {
        for (a, b) in
            [("1", "1.0"), ("[1,{\"a\":null}]", "[1,{}]"), ("\"a\"", "\"\\u0061\""), ("9007199254740993", "9007199254740992")]
        {
            assert!(same(a, b), "{a} {b}");
        }
        for (a, b) in
            [("1", "\"1\""), ("null", "false"), ("[1]", "[1,2]"), ("{\"a\":1}", "{\"a\":null,\"b\":1}"), ("\"\"", "null")]
        {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn secrets_are_equal_and_hold_nothing() {
        let other = SECRET.replace("[secret]", "v1:ciphertext");
        assert!(same(SECRET, &other));
        assert!(!same(SECRET, "\"[secret]\""));
        let inside = serde_json::to_string(&other).unwrap();
        let value = Value::parse(&inside);
        assert!(value.holds_secret() && !format!("{value:?}").contains("ciphertext"));
        assert!(!same(&inside, &inside.replace("v1", "v2")), "a masked string still differs");
        assert!(Value::parse(&format!("[{{\"a\":{SECRET}}}]")).holds_secret());
    }

    #[test]
    fn assets_by_hash_and_references_by_urn_and_id() {
        let asset = |rest| object(signature::ASSET, rest);
        assert!(same(&asset(r#""hash":"1","text":"a""#), &asset(r#""hash":"1","path":"b""#)));
        assert!(!same(&asset(r#""hash":"1","text":"a""#), &asset(r#""hash":"2","text":"a""#)));
        assert!(!same(&asset(r#""path":"a""#), &asset(r#""path":"a""#)), "files without a hash are taken as different");
        let archive = Value::parse(&object(signature::ARCHIVE, &format!(r#""hash":"1","assets":{{"x":{SECRET}}}"#)));
        assert!(archive.holds_secret());
        let reference = |rest| object(signature::RESOURCE, rest);
        assert!(same(&reference(r#""urn":"u","id":"1","packageVersion":"1""#), &reference(r#""urn":"u","id":{"V":"1"}"#)));
        assert!(!same(&reference(r#""urn":"u","id":"1""#), &reference(r#""urn":"u""#)));
    }

    #[test]
    fn other_encodings() {
        assert!(matches!(Value::parse("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""), Value::Unknown));
        let nan = object(signature::FLOAT, r#""value":"7ff8000000000001""#);
        assert!(matches!(Value::parse(&nan), Value::Number(number) if number.value().is_nan()));
        assert!(!same(&nan, &nan), "not a number is unequal to itself");
        assert!(matches!(Value::parse(&object(signature::BYTES, r#""value":"/w==""#)), Value::Bytes(text) if text == "/w=="));
        assert!(matches!(Value::parse(&object("someday", r#""value":1"#)), Value::Object(members) if members.len() == 2));
        assert!(matches!(Value::parse("{\"a\":"), Value::Null));
    }

    #[test]
    fn deep_values_are_cut_and_still_compared() {
        let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(same(&deep("1"), &deep("1.0")));
        assert!(!same(&deep("1"), &deep("2")));
    }
}
