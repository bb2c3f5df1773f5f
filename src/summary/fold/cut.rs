//! How much of one thing is kept.
//!
//! In: texts of any size, and any number of changes. Out: the same, cut where they are huge: a text with a mark that says how much there
//! was. Nothing can fail.

use crate::summary::report::ResourcePropertyChange;

/// Bytes of a message that are kept.
pub(super) const MAX_MESSAGE: usize = 64 << 10;
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

/// The changes, those that force a replacement first where there are too many, and how many were left out.
pub(super) fn changes(mut changes: Vec<ResourcePropertyChange>) -> (Vec<ResourcePropertyChange>, u64) {
    let omitted = changes.len().saturating_sub(MAX_CHANGES);
    if omitted > 0 {
        changes.sort_by_key(|change| !change.replace);
        changes.truncate(MAX_CHANGES);
    }
    changes.shrink_to_fit();
    (changes, omitted as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_huge_is_cut_and_says_so() {
        assert_eq!(text("abc", 2), "ab … [cut: 3 bytes in all]");
    }
}
