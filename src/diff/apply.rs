//! From one state to the other.
//!
//! In: the two states of a diff, and the state to change. Out: a new checkpoint. Fails with `conflict` where the state to
//! change is not as the diff found it at a changed place; elsewhere it keeps what is its own. Records are taken over as they
//! are spelled, ciphertexts included.

use std::cell::Cell;
use std::collections::HashMap;

use super::patch::{partners, same_value};
use crate::checkpoint::{Checkpoint, EnvelopeKind, Span, skeleton};
use crate::error::{Error, ErrorCode, Result};
use crate::model::digest::{Lens, digests};
use crate::wire::tape::{Kind, NodeId, Tape};

/// Does to `target` what leads from `from` to `to`.
pub(crate) fn transplant(from: &Checkpoint, to: &Checkpoint, target: &Checkpoint) -> Result<Checkpoint> {
    let wrapped = |state: &Checkpoint| state.kind() == EnvelopeKind::Resources;
    if !target.is_empty()
        && (wrapped(to) != wrapped(target) || wrapped(from) != wrapped(to))
        && !same_value(&from.bytes(), &target.bytes())
    {
        return Err(conflict("the states are packed differently".into()));
    }
    let elements = elements(from, to, target)?;
    let text = around(from, to, target, &list_text(target, &elements), elements.is_empty())?;
    Checkpoint::parse(text)
}

fn conflict(message: String) -> Error {
    Error::new(ErrorCode::Conflict, message).hint("apply the diff to the state that it was made from, or make a new diff")
}

fn element(state: &Checkpoint, at: usize) -> &[u8] {
    state.slice(state.entry(at).element)
}

/// The elements of the new list, in order.
fn elements<'s>(from: &'s Checkpoint, to: &'s Checkpoint, target: &'s Checkpoint) -> Result<Vec<&'s [u8]>> {
    let from_of_to = partners(from, to);
    let from_of_target = partners(from, target);
    let mut target_of_from: HashMap<usize, usize> = HashMap::new();
    let mut own: Vec<usize> = Vec::new();
    for (at, partner) in from_of_target.iter().enumerate() {
        match partner {
            Some(partner) => {
                target_of_from.insert(*partner, at);
            }
            None => own.push(at),
        }
    }
    let differs = |urn: &str| conflict(format!("the resource `{urn}` is not as the diff found it"));
    // The elements to come, each with its place in the target, behind which the target's own additions stay.
    let mut placed: Vec<(Option<usize>, &[u8])> = Vec::new();
    for (at, partner) in from_of_to.iter().enumerate() {
        let urn = to.shown(to.entry(at).urn).into_owned();
        let new = element(to, at);
        match *partner {
            Some(before) => {
                let changed = !same_value(element(from, before), new);
                match target_of_from.get(&before) {
                    None if changed => return Err(conflict(format!("the resource `{urn}` is not in the state"))),
                    None => {}
                    Some(&here) => {
                        let current = element(target, here);
                        if changed && !same_value(current, element(from, before)) && !same_value(current, new) {
                            return Err(differs(&urn));
                        }
                        placed.push((Some(here), if changed { new } else { current }));
                    }
                }
            }
            None => {
                let there = own.iter().position(|&here| same_identity(target, here, to, at));
                match there {
                    Some(position) => {
                        let here = own.remove(position);
                        if !same_value(element(target, here), new) {
                            return Err(conflict(format!("the resource `{urn}` is in the state already, and different")));
                        }
                        placed.push((Some(here), new));
                    }
                    None => placed.push((None, new)),
                }
            }
        }
    }
    let kept: std::collections::HashSet<usize> = from_of_to.iter().flatten().copied().collect();
    for (gone, &here) in target_of_from.iter().filter(|(gone, _)| !kept.contains(gone)) {
        if !same_value(element(from, *gone), element(target, here)) {
            return Err(differs(&from.shown(from.entry(*gone).urn)));
        }
    }
    Ok(with_own(target, placed, &own))
}

fn same_identity(a: &Checkpoint, at: usize, b: &Checkpoint, bt: usize) -> bool {
    use crate::checkpoint::flag::DELETE;
    let (x, y) = (a.entry(at), b.entry(bt));
    a.field(x.urn) == b.field(y.urn) && x.has(DELETE) == y.has(DELETE) && (!x.has(DELETE) || a.field(x.id) == b.field(y.id))
}

/// Adds the target's own elements, each behind the one that it follows there.
fn with_own<'s>(target: &'s Checkpoint, placed: Vec<(Option<usize>, &'s [u8])>, own: &[usize]) -> Vec<&'s [u8]> {
    if own.is_empty() {
        return placed.into_iter().map(|(_, text)| text).collect();
    }
    let standing: std::collections::HashSet<usize> = placed.iter().filter_map(|(here, _)| *here).collect();
    let mut behind: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for &at in own {
        let anchor = (0..at).rev().find(|before| standing.contains(before));
        behind.entry(anchor).or_default().push(at);
    }
    let mut out: Vec<&[u8]> = Vec::new();
    let push_own = |anchor: Option<usize>, out: &mut Vec<&'s [u8]>| {
        out.extend(behind.get(&anchor).into_iter().flatten().map(|&at| element(target, at)));
    };
    push_own(None, &mut out);
    for (here, text) in placed {
        out.push(text);
        if here.is_some() {
            push_own(here, &mut out);
        }
    }
    out
}

/// The list with its brackets, spaced as the target's.
fn list_text(target: &Checkpoint, elements: &[&[u8]]) -> Vec<u8> {
    if elements.is_empty() {
        return b"[]".to_vec();
    }
    let inside = target.list().map_or(&b""[..], |list| &target.own()[list.start as usize + 1..list.end as usize - 1]);
    let lead = &inside[..inside.len() - inside.trim_ascii_start().len()];
    let tail = &inside[inside.trim_ascii_end().len()..];
    let between = [b",", lead].concat();
    [b"[".as_slice(), lead, &elements.join(between.as_slice()), tail, b"]"].concat()
}

/// The new list of resources, and whether it has found its place.
struct Slot<'l> {
    text: &'l [u8],
    placed: Cell<bool>,
}

/// One state's text around its resources.
struct Frame<'f> {
    tape: Tape<'f>,
    digests: Vec<u128>,
    list: Option<Span>,
}

impl<'f> Frame<'f> {
    fn new(state: &'f Checkpoint) -> Result<Self> {
        let tape = skeleton(state.own(), state.list())
            .ok_or_else(|| Error::new(ErrorCode::NotJson, "the state cannot be read again"))?;
        Ok(Self { digests: digests(&tape, Lens::default()), tape, list: state.list() })
    }

    /// The node's text, with `list` in place of the resources.
    fn push(&self, node: NodeId, list: &Slot<'_>, out: &mut Vec<u8>) {
        let mut range = self.tape.range(node);
        if let Some(hole) = self.list
            && range.start <= hole.start as usize
            && (range.end >= hole.end as usize || range.start == hole.start as usize)
        {
            range.end = range.end.max(hole.end as usize);
            out.extend_from_slice(&self.tape.bytes()[range.start..hole.start as usize]);
            out.extend_from_slice(list.text);
            list.placed.set(true);
            range.start = hole.end as usize;
        }
        out.extend_from_slice(&self.tape.bytes()[range]);
    }
}

fn around(from: &Checkpoint, to: &Checkpoint, target: &Checkpoint, list: &[u8], empty: bool) -> Result<Vec<u8>> {
    let (from, to, target) = (Frame::new(from)?, Frame::new(to)?, Frame::new(target)?);
    let mut out = Vec::with_capacity(target.tape.bytes().len().max(list.len()) + 1024);
    let roots = [Tape::ROOT; 3];
    let list = Slot { text: list, placed: Cell::new(false) };
    merge(&from, &to, &target, roots, "", &list, &mut out)?;
    if !empty && !list.placed.get() {
        return Err(conflict("the state has no list of resources to put them into".into()));
    }
    Ok(out)
}

/// Deepest field around the resources that is merged member by member.
const MERGE_DEPTH: usize = 6;

fn merge(
    from: &Frame<'_>,
    to: &Frame<'_>,
    target: &Frame<'_>,
    nodes: [NodeId; 3],
    path: &str,
    list: &Slot<'_>,
    out: &mut Vec<u8>,
) -> Result<()> {
    let [f, t, g] = nodes;
    if from.digests[f] == to.digests[t] {
        target.push(g, list, out);
        return Ok(());
    }
    if from.digests[f] == target.digests[g] || to.digests[t] == target.digests[g] {
        to.push(t, list, out);
        return Ok(());
    }
    let objects =
        [(&from.tape, f), (&to.tape, t), (&target.tape, g)].into_iter().all(|(tape, node)| tape.kind(node) == Kind::Object);
    if !objects || path.matches('.').count() >= MERGE_DEPTH {
        return Err(conflict(format!("`{path}` is not as the diff found it")));
    }
    out.push(b'{');
    let mut first = true;
    let begin = |raw_key: &[u8], out: &mut Vec<u8>, first: &mut bool| {
        if !std::mem::take(first) {
            out.push(b',');
        }
        out.extend_from_slice(raw_key);
        out.push(b':');
    };
    for (key, here) in target.tape.members(g) {
        let bytes = target.tape.string(key);
        let name = target.tape.text(key).unwrap_or_default();
        match (from.tape.find(f, &bytes), to.tape.find(t, &bytes)) {
            (Some(before), Some(after)) => {
                begin(target.tape.raw(key), out, &mut first);
                let path = if path.is_empty() { name } else { format!("{path}.{name}") };
                merge(from, to, target, [before, after, here], &path, list, out)?;
            }
            (Some(before), None) if from.digests[before] == target.digests[here] => {}
            (None, Some(after)) if to.digests[after] == target.digests[here] => {
                begin(target.tape.raw(key), out, &mut first);
                target.push(here, list, out);
            }
            (None, None) => {
                begin(target.tape.raw(key), out, &mut first);
                target.push(here, list, out);
            }
            _ => return Err(conflict(format!("`{path}.{name}` is not as the diff found it"))),
        }
    }
    for (key, after) in to.tape.members(t) {
        let bytes = to.tape.string(key);
        let name = to.tape.text(key).unwrap_or_default();
        if target.tape.find(g, &bytes).is_some() {
            continue;
        }
        match from.tape.find(f, &bytes) {
            None => {
                begin(to.tape.raw(key), out, &mut first);
                to.push(after, list, out);
            }
            Some(before) if from.digests[before] == to.digests[after] => {}
            Some(_) => return Err(conflict(format!("`{path}.{name}` is not in the state"))),
        }
    }
    out.push(b'}');
    Ok(())
}
