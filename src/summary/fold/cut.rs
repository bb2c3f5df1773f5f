//! How much of one thing is kept.
//!
//! In: texts and values of any size. Out: the same, cut where they are huge, with a mark that says how much there was. Nothing can fail.

use crate::model::json_text::Json;
use crate::summary::report::ResourcePropertyChange;
use crate::wire::text;

/// Bytes of a message that are kept.
pub(super) const MAX_MESSAGE: usize = 64 << 10;
/// Bytes of the JSON text of one value of a property that are kept.
const MAX_VALUE: usize = 16 << 10;
/// Changed properties of one resource that are kept.
const MAX_CHANGES: usize = 1000;

/// The text, or its beginning and how long it was.
pub(super) fn text(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    format!("{} … [cut: {} bytes in all]", &text[..end], text.len())
}

/// The value, or, of a huge one, a string with the beginning of its JSON text.
pub(super) fn value(value: Json) -> Json {
    if value.0.len() <= MAX_VALUE {
        return value;
    }
    let mut cut = String::with_capacity(MAX_VALUE + MAX_VALUE / 4);
    text::push_json(text(&value.0, MAX_VALUE).as_bytes(), &mut cut);
    Json(cut)
}

/// The changes, those that force a replacement first where there are too many, and how many were left out.
pub(super) fn changes(mut changes: Vec<ResourcePropertyChange>) -> (Vec<ResourcePropertyChange>, u64) {
    let omitted = changes.len().saturating_sub(MAX_CHANGES);
    if omitted > 0 {
        changes.sort_by_key(|change| !change.replace);
        changes.truncate(MAX_CHANGES);
    }
    for change in &mut changes {
        change.before = change.before.take().map(value);
        change.after = change.after.take().map(value);
    }
    changes.shrink_to_fit();
    (changes, omitted as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_huge_is_cut_and_says_so() {
        let long = "é".repeat(20_000);
        let kept = value(Json(format!("\"{long}\"")));
        let shown: String = serde_json::from_str(kept.as_str()).unwrap();
        assert!(shown.starts_with("\"éé") && shown.ends_with(" … [cut: 40002 bytes in all]"));
        assert_eq!(value(Json("[1]".to_owned())).as_str(), "[1]");
        assert_eq!(text("abc", 2), "ab … [cut: 3 bytes in all]");
    }
}
