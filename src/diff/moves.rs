//! Resources that kept their object but not their URN.
//!
//! In: the records that found no partner by URN. Out: partners with the reason. Nothing can fail: where two candidates are
//! equally good, the records stay a deletion and a creation.

use std::collections::{HashMap, HashSet};

use super::pair::{MoveReason, Partners};
use crate::checkpoint::{Checkpoint, Entry, flag};
use crate::model::urn::split_provider;
use crate::wire::tape::Tape;

pub(crate) fn find(partners: &mut Partners<'_>) {
    let (old, new) = (partners.old_state, partners.new_state);
    let free_old: Vec<u32> = partners.free_old().filter(|&at| !old.entry(at as usize).has(flag::DELETE)).collect();
    let free_new: Vec<u32> = partners.free_new().filter(|&at| !new.entry(at as usize).has(flag::DELETE)).collect();
    if free_old.is_empty() || free_new.is_empty() {
        return;
    }
    by_alias(partners, &free_old, &free_new);
    by_identity(partners, &free_old, &free_new);
    while by_children(partners, &free_old, &free_new) {}
}

fn by_alias(partners: &mut Partners<'_>, free_old: &[u32], free_new: &[u32]) {
    let by_urn: HashMap<Vec<u8>, u32> = free_old.iter().map(|&at| (partners.old_urn(at as usize).into_owned(), at)).collect();
    for &at in free_new {
        let state = partners.new_state;
        let record = state.slice(state.entry(at as usize).record);
        if memchr::memmem::find(record, b"\"aliases\"").is_none() {
            continue;
        }
        let Some(tape) = Tape::parse(record) else { continue };
        let Some(aliases) = tape.get(Tape::ROOT, "aliases") else { continue };
        let found = tape.items(aliases).find_map(|alias| by_urn.get(&*partners.names.urn(tape.string(alias))).copied());
        if let Some(found) = found.filter(|&found| partners.of_old[found as usize].is_none()) {
            partners.join(found, at);
            partners.reasons.push((at, MoveReason::Alias));
        }
    }
}

/// In the order of the state, so that a provider that moved is known before the resources that it manages.
fn by_identity(partners: &mut Partners<'_>, free_old: &[u32], free_new: &[u32]) {
    let mut candidates: HashMap<(String, Vec<u8>), Vec<u32>> = HashMap::new();
    for &at in free_old.iter().filter(|&&at| partners.of_old[at as usize].is_none()) {
        if let Some(key) = object(partners.old_state, partners.old_state.entry(at as usize)) {
            candidates.entry(key).or_default().push(at);
        }
    }
    let mut rivals: HashMap<(String, Vec<u8>), usize> = HashMap::new();
    let free: Vec<u32> = free_new.iter().copied().filter(|&at| partners.of_new[at as usize].is_none()).collect();
    for &at in &free {
        if let Some(key) = object(partners.new_state, partners.new_state.entry(at as usize)) {
            *rivals.entry(key).or_default() += 1;
        }
    }
    for at in free {
        let Some(key) = object(partners.new_state, partners.new_state.entry(at as usize)) else { continue };
        let Some([only]) = candidates.get(&key).map(Vec::as_slice) else { continue };
        if rivals[&key] == 1 && same_provider(partners, *only, at) {
            partners.join(*only, at);
            partners.reasons.push((at, MoveReason::Identity));
        }
    }
}

/// Type and physical id of a resource that has one.
fn object(state: &Checkpoint, entry: &Entry) -> Option<(String, Vec<u8>)> {
    let id = state.field(entry.id);
    (entry.has(flag::CUSTOM) && !id.is_empty()).then(|| (state.type_of(entry).into_owned(), id.into_owned()))
}

fn same_provider(partners: &Partners<'_>, old: u32, new: u32) -> bool {
    let ours = partners.old_state.field(partners.old_state.entry(old as usize).provider);
    let theirs = partners.new_state.field(partners.new_state.entry(new as usize).provider);
    let mapped = partners.names.urn(ours.clone());
    if mapped == theirs {
        return true;
    }
    // The provider itself may have moved; or it was replaced under its URN.
    let urn = |text: &[u8]| std::str::from_utf8(text).ok().and_then(split_provider).map(|(urn, _)| urn.to_owned());
    let (Some(ours), Some(theirs)) = (urn(&ours), urn(&theirs)) else { return false };
    let partner = partners.new_state.live_by_urn(theirs.as_bytes()).and_then(|at| partners.of_new[at as usize]);
    partner.is_some_and(|at| *partners.old_state.field(partners.old_state.entry(at as usize).urn) == *ours.as_bytes())
}

/// One round; true where it found something, which may tell of a component further up.
fn by_children(partners: &mut Partners<'_>, free_old: &[u32], free_new: &[u32]) -> bool {
    let (old, new) = (partners.old_state, partners.new_state);
    let component = |state: &Checkpoint, at: u32| !state.entry(at as usize).has(flag::CUSTOM);
    let gone: HashMap<Vec<u8>, u32> = free_old
        .iter()
        .filter(|&&at| partners.of_old[at as usize].is_none() && component(old, at))
        .map(|&at| (old.field(old.entry(at as usize).urn).into_owned(), at))
        .collect();
    let come: HashMap<Vec<u8>, u32> = free_new
        .iter()
        .filter(|&&at| partners.of_new[at as usize].is_none() && component(new, at))
        .map(|&at| (new.field(new.entry(at as usize).urn).into_owned(), at))
        .collect();
    if gone.is_empty() || come.is_empty() {
        return false;
    }
    let mut votes: HashMap<(u32, u32), usize> = HashMap::new();
    for (at, partner) in partners.of_new.iter().enumerate() {
        // Records with the same bytes have the same parent.
        let Some(partner) = partner.filter(|_| !partners.identical[at]) else { continue };
        let from = gone.get(&*old.field(old.entry(partner as usize).parent));
        let to = come.get(&*new.field(new.entry(at).parent));
        if let (Some(&from), Some(&to)) = (from, to)
            && old.type_of(old.entry(from as usize)) == new.type_of(new.entry(to as usize))
        {
            *votes.entry((from, to)).or_default() += 1;
        }
    }
    let mut ranked: Vec<((u32, u32), usize)> = votes.into_iter().collect();
    ranked.sort_by_key(|&((from, to), count)| (std::cmp::Reverse(count), from, to));
    let (mut used_old, mut used_new) = (HashSet::new(), HashSet::new());
    let mut found = false;
    for ((from, to), _) in ranked {
        if used_old.insert(from) & used_new.insert(to) {
            partners.join(from, to);
            partners.reasons.push((to, MoveReason::Children));
            found = true;
        }
    }
    found
}
