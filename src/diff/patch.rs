//! An RFC 6902 patch between two state files.
//!
//! In: two checkpoints. Out: the operations as JSON text; applied in order to the old file's JSON they give the new one's, save
//! for the order of keys and the spelling of equal values. Fails with `secret_in_patch` where the text would hold a secret's
//! plaintext. Resources are told apart as the diff does, so that an inserted resource is one `add`.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

use super::align::{self, How, Side, Step};
use super::myers;
use crate::checkpoint::{Checkpoint, Span, flag, skeleton};
use crate::error::{Error, ErrorCode, Result};
use crate::model::digest::{Lens, digests, plain_digest};
use crate::model::value::{Special, holds_plaintext, special};
use crate::wire::simd;
use crate::wire::tape::{Kind, NodeId, Tape};
use crate::wire::text;

pub(crate) fn json_patch(old: &Checkpoint, new: &Checkpoint, allow_plaintext: bool) -> Result<String> {
    let mut writer = Writer { out: String::from("["), allow_plaintext };
    let broken = || Error::new(ErrorCode::NotJson, "the state cannot be read again");
    let ours = skeleton(old.own(), old.list()).ok_or_else(broken)?;
    let theirs = skeleton(new.own(), new.list()).ok_or_else(broken)?;
    let mut lists = Lists { old, new, joined: false };
    values(&mut writer, &ours, &theirs, (Tape::ROOT, Tape::ROOT), "", Some(&mut lists))?;
    if lists.joined {
        resources(&mut writer, old, new, &list_pointer(&ours, old.list()))?;
    }
    writer.out.push_str(if writer.out.len() > 1 { "\n]" } else { "]" });
    Ok(writer.out)
}

/// Levels of nesting below which a change is written as one.
const DEEP: usize = 1000;

struct Writer {
    out: String,
    allow_plaintext: bool,
}

impl Writer {
    fn operation(&mut self, op: &str, path: &str, more: Option<(&str, &[u8])>) -> Result<()> {
        if let Some(("value", value)) = more
            && !self.allow_plaintext
            && holds_plaintext(value)
        {
            return Err(Error::new(ErrorCode::SecretInPatch, "the patch would hold a secret's plaintext")
                .path(path)
                .hint("export the states without `--show-secrets`, or ask for plaintext explicitly"));
        }
        self.out.push_str(if self.out.len() > 1 { ",\n" } else { "\n" });
        self.out.push_str(&format!("{{\"op\":\"{op}\",\"path\":"));
        self.out.push_str(path_json(path).as_str());
        if let Some((name, value)) = more {
            self.out.push_str(&format!(",\"{name}\":"));
            self.out.push_str(&String::from_utf8_lossy(value));
        }
        self.out.push('}');
        Ok(())
    }
}

/// A pointer is kept as the content of a JSON string, so that lone surrogates in keys survive.
fn path_json(path: &str) -> String {
    format!("\"{path}\"")
}

fn child(path: &str, key: &[u8]) -> String {
    let mut escaped = Vec::with_capacity(key.len());
    for &byte in key {
        match byte {
            b'~' => escaped.extend_from_slice(b"~0"),
            b'/' => escaped.extend_from_slice(b"~1"),
            other => escaped.push(other),
        }
    }
    let mut json = String::new();
    text::push_json(&escaped, &mut json);
    format!("{path}/{}", &json[1..json.len() - 1])
}

/// The two lists of resources, which the skeletons leave out.
struct Lists<'l> {
    old: &'l Checkpoint,
    new: &'l Checkpoint,
    /// Both stand at the same place, and are to be compared by resource.
    joined: bool,
}

impl Lists<'_> {
    fn is_hole(list: Option<Span>, tape: &Tape<'_>, node: NodeId) -> bool {
        list.is_some_and(|list| tape.kind(node) == Kind::Null && tape.range(node).start == list.start as usize)
    }
}

/// The text of a node of the new side, the list of resources included.
fn source<'t>(lists: Option<&Lists<'t>>, tape: &Tape<'t>, node: NodeId) -> Cow<'t, [u8]> {
    let Some(new) = lists.map(|lists| lists.new) else { return Cow::Borrowed(tape.raw(node)) };
    match new.list() {
        Some(list) if Lists::is_hole(Some(list), tape, node) => new.expand(list.start as usize..list.end as usize),
        _ => new.expand(tape.range(node)),
    }
}

fn values(
    writer: &mut Writer,
    old: &Tape<'_>,
    new: &Tape<'_>,
    roots: (NodeId, NodeId),
    path: &str,
    mut lists: Option<&mut Lists<'_>>,
) -> Result<()> {
    let (ours, theirs) = (digests(old, Lens::default()), digests(new, Lens::default()));
    let mut todo = vec![(roots.0, roots.1, path.to_owned(), 0)];
    while let Some((a, b, path, depth)) = todo.pop() {
        let spans = lists.as_ref().map_or((None, None), |lists| (lists.old.list(), lists.new.list()));
        let holes = (Lists::is_hole(spans.0, old, a), Lists::is_hole(spans.1, new, b));
        if let (true, true, Some(lists)) = (holes.0, holes.1, lists.as_deref_mut()) {
            lists.joined = true;
            continue;
        }
        // A part that holds a list of resources has a digest that leaves it out.
        let around =
            |span: Option<Span>, range: std::ops::Range<usize>| span.is_some_and(|span| range.contains(&(span.start as usize)));
        let holds_list = around(spans.0, old.range(a)) || around(spans.1, new.range(b)) || holes.0 || holes.1;
        if ours[a] == theirs[b] && !holds_list {
            continue;
        }
        match (old.kind(a), new.kind(b)) {
            // Each pointer is as long as its place is deep: the sum of them has to end.
            _ if depth > DEEP => writer.operation("replace", &path, Some(("value", &source(lists.as_deref(), new, b))))?,
            (Kind::Object, Kind::Object) if is_walkable(old, a) && is_walkable(new, b) => {
                let after: HashMap<Vec<u8>, NodeId> =
                    new.members(b).map(|(key, value)| (new.string(key).into_owned(), value)).collect();
                let before: HashMap<Vec<u8>, NodeId> =
                    old.members(a).map(|(key, value)| (old.string(key).into_owned(), value)).collect();
                for (key, value) in old.members(a) {
                    let key = old.string(key);
                    match after.get(&*key) {
                        Some(&other) => todo.push((value, other, child(&path, &key), depth + 1)),
                        None => writer.operation("remove", &child(&path, &key), None)?,
                    }
                }
                for (key, value) in new.members(b) {
                    let key = new.string(key);
                    if !before.contains_key(&*key) {
                        writer.operation("add", &child(&path, &key), Some(("value", &source(lists.as_deref(), new, value))))?;
                    }
                }
            }
            (Kind::List, Kind::List) => {
                let (x, y): (Vec<_>, Vec<_>) = (old.items(a).collect(), new.items(b).collect());
                let how = How { key: None, unordered: false, limit: 2_000_000 };
                let sides = (Side { tape: old, items: &x, digests: &ours }, Side { tape: new, items: &y, digests: &theirs });
                let (steps, _) = align::align(sides.0, sides.1, &how);
                for step in steps.iter().rev() {
                    if let Step::Old(at) = step {
                        writer.operation("remove", &format!("{path}/{at}"), None)?;
                    }
                }
                for step in steps {
                    match step {
                        Step::New(at) => writer.operation("add", &format!("{path}/{at}"), Some(("value", new.raw(y[at]))))?,
                        Step::Both(i, j) => todo.push((x[i], y[j], format!("{path}/{j}"), depth + 1)),
                        Step::Old(_) => {}
                    }
                }
            }
            _ => writer.operation("replace", &path, Some(("value", &source(lists.as_deref(), new, b))))?,
        }
    }
    Ok(())
}

/// Secrets change as a whole, and so do objects that repeat a key, which a pointer cannot tell apart.
fn is_walkable(tape: &Tape<'_>, node: NodeId) -> bool {
    if special(tape, node) == Some(Special::Secret) {
        return false;
    }
    let mut keys: Vec<_> = tape.members(node).map(|(key, _)| tape.string(key)).collect();
    keys.sort();
    keys.windows(2).all(|two| two[0] != two[1])
}

fn list_pointer(tape: &Tape<'_>, list: Option<Span>) -> String {
    let hole = (0..tape.len()).find(|&node| tape.kind(node) != Kind::Key && Lists::is_hole(list, tape, node));
    let mut path: Vec<Vec<u8>> = Vec::new();
    let mut at = hole;
    while let Some(node) = at.filter(|&node| node > 0) {
        path.push(tape.string(node - 1).into_owned());
        at = tape.parent(node);
    }
    path.iter().rev().fold(String::new(), |pointer, key| child(&pointer, key))
}

/// Records of both states that are one: by URN, mark and id, then by URN and mark.
pub(crate) fn partners(old: &Checkpoint, new: &Checkpoint) -> Vec<Option<usize>> {
    let mut taken = vec![false; old.len()];
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    for with_id in [true, false] {
        let key = |state: &Checkpoint, at: usize| {
            let entry = state.entry(at);
            let id = with_id.then(|| state.field(entry.id).into_owned());
            (state.field(entry.urn).into_owned(), entry.has(flag::DELETE), id)
        };
        let mut queues: HashMap<_, VecDeque<usize>> = HashMap::new();
        for at in (0..old.len()).filter(|&at| !taken[at]) {
            queues.entry(key(old, at)).or_default().push_back(at);
        }
        for (at, slot) in found.iter_mut().enumerate().filter(|(_, slot)| slot.is_none()) {
            if let Some(partner) = queues.get_mut(&key(new, at)).and_then(VecDeque::pop_front) {
                taken[partner] = true;
                *slot = Some(partner);
            }
        }
    }
    found
}

fn resources(writer: &mut Writer, old: &Checkpoint, new: &Checkpoint, pointer: &str) -> Result<()> {
    let partner = partners(old, new);
    let mut kept = vec![false; old.len()];
    partner.iter().flatten().for_each(|&at| kept[at] = true);
    for at in (0..old.len()).rev().filter(|&at| !kept[at]) {
        writer.operation("remove", &format!("{pointer}/{at}"), None)?;
    }
    reorder(writer, &partner, &kept, pointer)?;
    for (at, partner) in partner.iter().enumerate() {
        let element = new.slice(new.entry(at).element);
        match *partner {
            None => writer.operation("add", &format!("{pointer}/{at}"), Some(("value", element)))?,
            Some(old_at) => {
                let before = old.slice(old.entry(old_at).element);
                if simd::equal(before, element) {
                    continue;
                }
                let (Some(ours), Some(theirs)) = (Tape::parse(before), Tape::parse(element)) else { continue };
                // Everything before this place is as in the new list by now, so that the pointer holds.
                values(writer, &ours, &theirs, (Tape::ROOT, Tape::ROOT), &format!("{pointer}/{at}"), None)?;
            }
        }
    }
    Ok(())
}

/// Brings the kept elements into the new order by `move` operations.
fn reorder(writer: &mut Writer, partner: &[Option<usize>], kept: &[bool], pointer: &str) -> Result<()> {
    let wanted: Vec<usize> = partner.iter().flatten().copied().collect();
    let pairs: Vec<(usize, usize)> = wanted.iter().copied().enumerate().collect();
    let steady: Vec<usize> = myers::rising(&pairs).into_iter().map(|(_, old)| old).collect();
    if steady.len() == wanted.len() {
        return Ok(());
    }
    let mut is_steady = vec![false; kept.len()];
    steady.iter().for_each(|&old| is_steady[old] = true);
    let mut order: Vec<usize> = (0..kept.len()).filter(|&at| kept[at]).collect();
    let place = |order: &[usize], old: usize| order.iter().position(|&at| at == old).unwrap_or_default();
    for (at, &old) in wanted.iter().enumerate() {
        if is_steady[old] {
            continue;
        }
        let from = place(&order, old);
        order.remove(from);
        // Right behind the element that precedes it in the new order, which stands rightly already.
        let to = if at == 0 { 0 } else { place(&order, wanted[at - 1]) + 1 };
        order.insert(to, old);
        if from != to {
            writer.operation(
                "move",
                &format!("{pointer}/{to}"),
                Some(("from", path_json(&format!("{pointer}/{from}")).as_bytes())),
            )?;
        }
    }
    Ok(())
}

/// Whether two texts are the same JSON value.
pub(crate) fn same_value(a: &[u8], b: &[u8]) -> bool {
    simd::equal(a, b) || plain_digest(a) == plain_digest(b)
}
