//! Pages by number: from 1, from 0, or not at all.
//!
//! Pulumi Cloud counts from 1 (0 means everything) and says `total`. Of the compatible servers one counts from 0 and one ignores
//! `page`; neither says `total` (rest-api: contradiction 6, dialects). A server that says no total is asked for page 0 once: if that
//! begins with other items than page 1, it counts from 0.

use super::{Cursor, RawPage};

/// What the pages read so far tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There is another page.
    Next,
    /// That was all.
    End,
}

/// Whether another page follows page `number` (from `base`), of which `size` items were asked for.
pub(super) fn verdict(page: &RawPage, number: u64, base: u64, size: u32) -> Verdict {
    let size = page.number("itemsPerPage").filter(|size| *size > 0).unwrap_or(u64::from(size));
    let count = page.count as u64;
    // More than asked for: the server gives everything whatever the page. Nothing new: it gives the same page again.
    if count == 0 || count > size || page.items.is_empty() {
        return Verdict::End;
    }
    match page.number("total") {
        Some(total) if (number - base + 1) * size >= total => Verdict::End,
        Some(_) => Verdict::Next,
        None if count < size => Verdict::End,
        None => Verdict::Next,
    }
}

/// Whether page 0 must be asked for to learn how the server counts.
pub(super) fn is_in_doubt(page: &RawPage, number: u64, size: u32) -> bool {
    number == 1 && page.count <= size as usize && !page.rest.contains_key("total") && !page.rest.contains_key("itemsPerPage")
}

/// Whether the server counts from 0, by its pages 0 and 1.
pub(super) fn counts_from_zero(zero: &RawPage, one: &RawPage) -> bool {
    match (zero.items.first(), one.items.first()) {
        (Some(zero), Some(one)) => zero.get() != one.get(),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

pub(super) fn cursor(number: u64) -> Cursor {
    Cursor::Page(number)
}
