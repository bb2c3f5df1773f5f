//! Huge values, cut.
//!
//! In: a value, or two that differ. Out: their JSON text, and whether it is cut. A value stays of its kind: of a string a piece is kept,
//! of a list and of an object as many items as fit; of two values what makes them differ, so that they never become equal. Nothing can fail.

use super::super::value::{Archive, ArchiveSource, Asset, AssetSource, Object, Value};
use super::{is_internal, json};
use crate::model::json_text::Json;

/// Bytes of the JSON text of one value that are kept.
const MAX_VALUE: usize = 16 << 10;
/// Bytes of a string that are kept before the first difference.
const LEAD: usize = 200;

/// A value by itself.
pub(super) fn single(value: &Value) -> (Json, bool) {
    let whole = json(value);
    if whole.0.len() <= MAX_VALUE { (whole, false) } else { (json(&cut(value, None, &mut { MAX_VALUE })), true) }
}

/// The sides of a change.
pub(in crate::summary::property) fn pair(before: Option<&Value>, after: Option<&Value>) -> (Option<Json>, Option<Json>, bool) {
    let (old, new) = (before.map(json), after.map(json));
    if [&old, &new].into_iter().flatten().all(|text| text.0.len() <= MAX_VALUE) {
        return (old, new, false);
    }
    let side = |value: Option<&Value>, other| value.map(|value| json(&cut(value, other, &mut { MAX_VALUE })));
    (side(before, after), side(after, before), true)
}

/// What is kept of a value beside another; `room` is how many bytes.
fn cut(value: &Value, other: Option<&Value>, room: &mut usize) -> Value {
    match (value, other) {
        (Value::String(text), Some(Value::String(other))) => Value::String(piece(text, Some(other), room)),
        (Value::String(text), _) => Value::String(piece(text, None, room)),
        (Value::Array(items), other) => {
            let others = if let Some(Value::Array(others)) = other { &others[..] } else { &[] };
            let mut kept = Vec::new();
            for (at, item) in items.iter().enumerate().filter(|&(at, item)| others.get(at) != Some(item)) {
                if *room == 0 {
                    break;
                }
                kept.push(cut(item, others.get(at), room));
            }
            Value::Array(kept)
        }
        (Value::Object(members), Some(Value::Object(others))) => Value::Object(object(members, Some(others), room, true)),
        (Value::Object(members), _) => Value::Object(object(members, None, room, true)),
        (Value::Asset(asset), other) => Value::Asset(Box::new(Asset {
            hash: asset.hash.clone(),
            source: match (&asset.source, other) {
                (AssetSource::Text(text), Some(Value::Asset(other))) => {
                    let other = if let AssetSource::Text(other) = &other.source { Some(&**other) } else { None };
                    AssetSource::Text(piece(text, other, room))
                }
                (AssetSource::Text(text), _) => AssetSource::Text(piece(text, None, room)),
                (source, _) => source.clone(),
            },
        })),
        (Value::Archive(archive), other) => Value::Archive(Box::new(Archive {
            hash: archive.hash.clone(),
            source: match (&archive.source, other) {
                (ArchiveSource::Assets(assets), Some(Value::Archive(other))) => {
                    let others = if let ArchiveSource::Assets(others) = &other.source { Some(others) } else { None };
                    ArchiveSource::Assets(object(assets, others, room, false))
                }
                (ArchiveSource::Assets(assets), _) => ArchiveSource::Assets(object(assets, None, room, false)),
                (source, _) => source.clone(),
            },
        })),
        (Value::Bytes(base64), _) if base64.len() > *room => {
            let same = if let Some(Value::Bytes(other)) = other { common(base64, other) } else { 0 };
            // Four letters are three bytes; the text is ASCII where it is base64 at all.
            let start = base64.floor_char(same / 4 * 4);
            let end = base64.floor_char(start + (*room).max(8) / 4 * 4);
            *room = 0;
            Value::Bytes(base64[start..end].to_owned())
        }
        (other, _) => {
            *room = room.saturating_sub(8);
            other.clone()
        }
    }
}

/// Members; of properties those that are Pulumi's own are left out.
fn object(members: &Object, others: Option<&Object>, room: &mut usize, properties: bool) -> Object {
    let other = |key: &String| others.and_then(|others| others.get(key));
    let hidden = |key: &str| properties && is_internal(key);
    let mut kept = Object::new();
    for (key, value) in members.iter().filter(|(key, value)| !hidden(key) && other(key) != Some(*value)) {
        if *room == 0 {
            break;
        }
        let name = piece(key, None, room);
        kept.insert(name, cut(value, other(key), room));
    }
    kept
}

/// A piece of a text: its beginning, or what stands about the place where it begins to differ from another.
fn piece(text: &str, other: Option<&str>, room: &mut usize) -> String {
    let most = (*room).max(64);
    *room = room.saturating_sub(text.len() + 4);
    if text.len() <= most {
        return text.to_owned();
    }
    let differs = other.map_or(0, |other| common(text, other));
    let start = text.floor_char(differs.saturating_sub(LEAD.min(most / 4)));
    let end = text.floor_char(start + most);
    let mark = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{}{}", mark(start > 0), &text[start..end], mark(end < text.len()))
}

/// Bytes that two texts begin with.
fn common(text: &str, other: &str) -> usize {
    text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// The place itself, or the beginning of the letter that it is in.
trait FloorChar {
    fn floor_char(&self, at: usize) -> usize;
}

impl FloorChar for str {
    fn floor_char(&self, at: usize) -> usize {
        (0..=at.min(self.len())).rev().find(|&at| self.is_char_boundary(at)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(before: &str, after: &str) -> (String, String) {
        let (before, after) = (Value::parse(before), Value::parse(after));
        let (before, after, is_cut) = pair(Some(&before), Some(&after));
        let (before, after) = (before.unwrap().0, after.unwrap().0);
        assert!(is_cut && before != after && before.len() < 20_000 && after.len() < 20_000, "{before} {after}");
        (before, after)
    }

    #[test]
    fn strings_are_cut_about_the_first_difference() {
        let long = "é".repeat(100_000);
        let (before, after) = sides(&format!("\"{long}a\""), &format!("\"{long}b\""));
        assert!(before.starts_with("\"…éé") && before.ends_with("éa\""), "{before}");
        assert!(after.ends_with("éb\""), "{after}");
        let (before, after) = sides(&format!("\"{long}\""), &format!("\"{long}é\""));
        assert_eq!(after.len(), before.len() + 2);
        let (before, after) = sides("\"short\"", &format!("\"{long}\""));
        assert!(before == "\"short\"" && after.starts_with("\"éé") && after.ends_with("é…\""));
        let alone = single(&Value::parse(&format!("\"{long}\"")));
        assert!(alone.1 && alone.0.as_str().ends_with("é…\""));
        assert!(!single(&Value::parse("[1]")).1);
    }

    #[test]
    fn lists_and_objects_stay_what_they_are() {
        let list = |last: &str| format!("[{}\"{last}\"]", r#"{"a":"same"},"#.repeat(5000));
        assert_eq!(sides(&list("x"), &list("y")), (r#"["x"]"#.to_owned(), r#"["y"]"#.to_owned()));
        let object = |last: &str| {
            let members: Vec<_> = (0..5000).map(|at| format!("\"k{at}\":[1]")).collect();
            format!(r#"{{{},"z":{{"deep":"{last}"}}}}"#, members.join(","))
        };
        assert_eq!(sides(&object("x"), &object("y")).1, r#"{"z":{"deep":"y"}}"#);
        let (before, after) = sides(&list("x"), "[]");
        assert!(before.starts_with(r#"[{"a":"same"},"#) && after == "[]");
    }
}
