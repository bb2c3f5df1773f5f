//! Pages by number: from 1, from 0, or not at all.
//!
//! Pulumi Cloud counts from 1 (0 means everything) and says `total`. Of the compatible servers one counts from 0 and one ignores
//! `page`; neither says `total`. A server that says no total is asked for page 0 once: if that
//! holds other items than page 1, it counts from 0.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::RawPage;

/// As many pages in a row without anything new end a list: the server gives the same whatever page it is asked for. One such page may
/// also come from a list that has grown since the last.
const STALE: u32 = 2;

/// Whether another page follows page `number` (from `base`), of which `size` items were asked for. `stale` counts the pages in a row,
/// up to this one, that held nothing new.
pub(super) fn goes_on(page: &RawPage, number: u64, base: u64, size: u32, stale: u32) -> bool {
    let size = page.number("itemsPerPage").filter(|size| *size > 0).unwrap_or(u64::from(size));
    let count = page.count as u64;
    // More than asked for: the server gives everything whatever the page.
    if count == 0 || count > size || stale >= STALE {
        return false;
    }
    match page.number("total") {
        Some(total) => number.saturating_add(1).saturating_sub(base).saturating_mul(size) < total,
        None => count == size,
    }
}

/// Whether page 0 must be asked for to learn how the server counts.
pub(super) fn is_in_doubt(page: &RawPage, number: u64, size: u32) -> bool {
    number == 1 && page.count <= size as usize && !page.rest.contains_key("total") && !page.rest.contains_key("itemsPerPage")
}

/// Whether the server counts from 0, by its pages 0 and 1: they have nothing in common. `identify` tells items apart.
pub(super) fn counts_from_zero(zero: &RawPage, one: &RawPage, identify: impl Fn(&RawValue) -> u64) -> bool {
    let first: HashSet<u64> = one.items.iter().map(|item| identify(item)).collect();
    !zero.items.is_empty() && !zero.items.iter().any(|item| first.contains(&identify(item)))
}
