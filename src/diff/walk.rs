//! Property changes between two values.
//!
//! In: two tapes with digests, the rules, and a starting path. Out: a list of [`Prop`]s in a settled order that does not
//! depend on the order of keys. Nothing can fail; reached bounds are noted in the changes. Iterative: the depth of a value
//! costs memory, never stack.

use super::align::{self, How, Side};
use super::change::{Fallback, Prop, PropertyKind, Value};
use super::doc::Doc;
use super::embedded;
use super::options::Rules;
use super::path::{PathId, Paths, Pattern};
use crate::model::digest::{Lens, digest};
use crate::model::render::{self, Numbers};
use crate::model::value::{Special, is_internal, special};
use crate::wire::tape::{Kind, NodeId, Tape};
use crate::wire::{number, simd};

/// How often a value's bytes may be compared, on average, before its digests are made.
const REPEATS: usize = 32;
/// What a digest costs, in comparisons of its bytes.
const DIGEST: usize = 8;
/// Steps from the record's field down to which a value with very many changes is looked into.
const DEEP: u32 = 1000;

/// Collects the changes of one pair of values.
pub(crate) struct Walk<'w> {
    pub(crate) old: &'w Doc<'w>,
    pub(crate) new: &'w Doc<'w>,
    pub(crate) rules: &'w Rules,
    pub(crate) ignored_paths: Vec<&'w Pattern>,
    pub(crate) paths: Paths,
    pub(crate) out: Vec<Prop>,
    /// Internal keys that differ and are not shown.
    pub(crate) hidden: usize,
    /// Changes that a rule left out.
    pub(crate) ignored: usize,
    /// Work still allowed over the whole diff.
    pub(crate) budget: &'w mut u64,
    /// How deep in strings inside strings.
    pub(crate) level: usize,
    /// Bytes compared so far as they stand: nested parts are compared again and again, and past a bound digests are cheaper.
    compared: usize,
    todo: Vec<Todo>,
}

enum Todo {
    Both(NodeId, NodeId, PathId, PathId, Option<Fallback>),
    Old(NodeId, PathId, Option<Fallback>),
    New(NodeId, PathId, Option<Fallback>),
}

impl<'w> Walk<'w> {
    pub(crate) fn new(
        old: &'w Doc<'w>,
        new: &'w Doc<'w>,
        rules: &'w Rules,
        ignored_paths: Vec<&'w Pattern>,
        budget: &'w mut u64,
    ) -> Self {
        Self {
            old,
            new,
            rules,
            ignored_paths,
            paths: Paths::new(),
            out: Vec::new(),
            hidden: 0,
            ignored: 0,
            budget,
            level: 0,
            compared: 0,
            todo: Vec::new(),
        }
    }

    /// Compares two nodes; their changes are added to `out`.
    pub(crate) fn compare(&mut self, old: NodeId, new: NodeId, path: PathId) {
        self.compare_at(old, new, path, path);
    }

    /// As [`Walk::compare`], for values that stand at different places.
    pub(crate) fn compare_at(&mut self, old: NodeId, new: NodeId, old_path: PathId, new_path: PathId) {
        self.todo.push(Todo::Both(old, new, old_path, new_path, None));
        self.drain();
    }

    /// Adds a value that only the old side has.
    pub(crate) fn removed(&mut self, old: NodeId, path: PathId, secret: bool) {
        self.leaf(path, path, PropertyKind::Delete, Some(old), None, secret, None);
    }

    /// Adds a value that only the new side has.
    pub(crate) fn added(&mut self, new: NodeId, path: PathId, secret: bool) {
        self.leaf(path, path, PropertyKind::Add, None, Some(new), secret, None);
    }

    /// Adds two values that differ, without looking inside.
    pub(crate) fn differs(&mut self, old: NodeId, new: NodeId, path: PathId, secret: bool) {
        let kind = self.kind_of_difference(old, new);
        self.leaf(path, path, kind, Some(old), Some(new), secret, None);
    }

    fn drain(&mut self) {
        while let Some(todo) = self.todo.pop() {
            match todo {
                Todo::Both(old, new, old_path, new_path, fallback) => self.both(old, new, old_path, new_path, fallback),
                Todo::Old(node, path, fallback) => self.leaf(path, path, PropertyKind::Delete, Some(node), None, false, fallback),
                Todo::New(node, path, fallback) => self.leaf(path, path, PropertyKind::Add, None, Some(node), false, fallback),
            }
        }
    }

    /// Whether so much has been compared again and again that digests of everything are cheaper from here on.
    fn is_spent(&self) -> bool {
        self.compared > REPEATS * (self.old.tape.bytes().len() + self.new.tape.bytes().len())
    }

    /// Whether the values are the same; false may also mean that only a look inside can tell.
    pub(crate) fn surely_same(&mut self, old: NodeId, new: NodeId) -> bool {
        let (ours, theirs) = (self.old.tape.raw(old), self.new.tape.raw(new));
        if self.is_spent() {
            return self.same(old, new);
        }
        if ours.len() == theirs.len() {
            self.compared += ours.len();
            if simd::equal(ours, theirs) {
                return true;
            }
        }
        let scalar = !matches!(self.old.tape.kind(old), Kind::Object | Kind::List);
        scalar && self.same(old, new)
    }

    /// Whether the values are the same.
    pub(crate) fn same(&mut self, old: NodeId, new: NodeId) -> bool {
        let (ours, theirs) = (self.old.tape, self.new.tape);
        if ours.kind(old) != theirs.kind(new) {
            return false;
        }
        let rewritten = self.old.rewrites() || self.new.rewrites();
        match ours.kind(old) {
            Kind::String if !rewritten => ours.string(old) == theirs.string(new),
            Kind::Bool | Kind::Null => ours.raw(old) == theirs.raw(new),
            Kind::Number => number::same(ours.raw(old), theirs.raw(new)),
            _ if rewritten || self.is_spent() => self.old.full()[old] == self.new.full()[new],
            _ => {
                // A digest costs as much as some comparisons of bytes.
                self.compared += DIGEST * (ours.raw(old).len() + theirs.raw(new).len());
                let lens = Lens { skip_internal: false, specials: true, rewrite: None };
                digest(ours, old, lens) == digest(theirs, new, lens)
            }
        }
    }

    fn both(&mut self, old: NodeId, new: NodeId, old_path: PathId, new_path: PathId, fallback: Option<Fallback>) {
        if self.surely_same(old, new) {
            return;
        }
        let specials = (special(self.old.tape, old), special(self.new.tape, new));
        match (self.old.tape.kind(old), self.new.tape.kind(new)) {
            _ if specials != (None, None) && self.same(old, new) => {}
            _ if specials != (None, None) => {
                let secret = specials.0 == Some(Special::Secret) || specials.1 == Some(Special::Secret);
                let kind = self.kind_of_difference(old, new);
                self.leaf(old_path, new_path, kind, Some(old), Some(new), secret, fallback);
            }
            (Kind::Object | Kind::List, _) if self.out.len() as u32 > DEEP && self.paths.depth(new_path) > DEEP => {
                // Each path is as long as its place is deep: the sum of them has to end.
                self.leaf(old_path, new_path, PropertyKind::Update, Some(old), Some(new), false, Some(Fallback::Depth));
            }
            (Kind::Object, Kind::Object) => self.objects(old, new, old_path, new_path, fallback),
            (Kind::List, Kind::List) => self.lists(old, new, old_path, new_path),
            (Kind::String, Kind::String) => {
                if !embedded::compare(self, old, new, old_path, new_path) {
                    self.leaf(old_path, new_path, PropertyKind::Update, Some(old), Some(new), false, fallback);
                }
            }
            _ => self.leaf(old_path, new_path, PropertyKind::Update, Some(old), Some(new), false, fallback),
        }
    }

    /// Two ciphertexts, or a ciphertext and a plaintext, do not tell whether the value changed.
    fn kind_of_difference(&self, old: NodeId, new: NodeId) -> PropertyKind {
        let secret = |tape: &Tape<'_>, node| special(tape, node) == Some(Special::Secret);
        if !secret(self.old.tape, old) || !secret(self.new.tape, new) {
            return PropertyKind::Update;
        }
        match (self.old.tape.get(old, "plaintext"), self.new.tape.get(new, "plaintext")) {
            (Some(_), Some(_)) => PropertyKind::Update,
            _ => PropertyKind::Ciphertext,
        }
    }

    fn objects(&mut self, old: NodeId, new: NodeId, old_path: PathId, new_path: PathId, fallback: Option<Fallback>) {
        let ours = members(self.old.tape, old);
        let theirs = members(self.new.tape, new);
        let mut steps = Vec::new();
        let (mut a, mut b) = (ours.iter().peekable(), theirs.iter().peekable());
        loop {
            let order = match (a.peek(), b.peek()) {
                (None, None) => break,
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some((x, _)), Some((y, _))) => x.cmp(y),
            };
            let left = if order.is_le() { a.next() } else { None };
            let right = if order.is_ge() { b.next() } else { None };
            let Some((key, _)) = left.or(right) else { break };
            let (left, right) = (left.map(|&(_, node)| node), right.map(|&(_, node)| node));
            if !self.rules.show_internal && is_internal(key) {
                let same = matches!((left, right), (Some(l), Some(r)) if self.same(l, r));
                self.hidden += usize::from(!same);
                continue;
            }
            match (left, right) {
                (Some(l), Some(r)) if self.surely_same(l, r) => {}
                (Some(l), Some(r)) => {
                    let (old_path, new_path) = self.child_paths(old_path, new_path, key);
                    steps.push(Todo::Both(l, r, old_path, new_path, fallback));
                }
                (Some(l), None) => steps.push(Todo::Old(l, self.paths.key(old_path, key), fallback)),
                (None, Some(r)) => steps.push(Todo::New(r, self.paths.key(new_path, key), fallback)),
                (None, None) => {}
            }
        }
        self.todo.extend(steps.into_iter().rev());
    }

    fn child_paths(&mut self, old_path: PathId, new_path: PathId, key: &[u8]) -> (PathId, PathId) {
        let new = self.paths.key(new_path, key);
        (if old_path == new_path { new } else { self.paths.key(old_path, key) }, new)
    }

    fn lists(&mut self, old: NodeId, new: NodeId, old_path: PathId, new_path: PathId) {
        let mut ours: Vec<NodeId> = self.old.tape.items(old).collect();
        let mut theirs: Vec<NodeId> = self.new.tape.items(new).collect();
        let head = self.agreeing(ours.iter().zip(&theirs));
        ours.drain(..head);
        theirs.drain(..head);
        let tail = self.agreeing(ours.iter().rev().zip(theirs.iter().rev()));
        ours.truncate(ours.len() - tail);
        theirs.truncate(theirs.len() - tail);
        let (steps, coarse) = self.align(&ours, &theirs, new_path);
        let fallback = coarse.then_some(Fallback::List);
        let mut todo = Vec::new();
        for step in steps {
            match step {
                align::Step::Both(i, j) if self.surely_same(ours[i], theirs[j]) => {}
                align::Step::Both(i, j) => {
                    let new = self.paths.index(new_path, head + j);
                    let old = if old_path == new_path && i == j { new } else { self.paths.index(old_path, head + i) };
                    todo.push(Todo::Both(ours[i], theirs[j], old, new, fallback));
                }
                align::Step::Old(i) => todo.push(Todo::Old(ours[i], self.paths.index(old_path, head + i), fallback)),
                align::Step::New(j) => todo.push(Todo::New(theirs[j], self.paths.index(new_path, head + j), fallback)),
            }
        }
        self.todo.extend(todo.into_iter().rev());
    }

    fn agreeing<'n>(&mut self, pairs: impl Iterator<Item = (&'n NodeId, &'n NodeId)>) -> usize {
        let mut count = 0;
        for (&old, &new) in pairs {
            if !self.surely_same(old, new) && !self.same(old, new) {
                break;
            }
            count += 1;
        }
        count
    }

    /// Aligns what is left of two lists between equal ends.
    fn align(&mut self, ours: &[NodeId], theirs: &[NodeId], path: PathId) -> (Vec<align::Step>, bool) {
        if let ([_], [_]) = (ours, theirs) {
            return (vec![align::Step::Both(0, 0)], false);
        }
        if ours.is_empty() || theirs.is_empty() {
            let steps = (0..ours.len()).map(align::Step::Old).chain((0..theirs.len()).map(align::Step::New));
            return (steps.collect(), false);
        }
        let (mut key, mut unordered) = (None, self.rules.unordered_everywhere());
        if self.rules.has_list_rules() {
            let steps = self.paths.steps(path);
            key = self.rules.list_key(&steps);
            unordered |= self.rules.is_unordered(&steps);
        }
        let limit = self.rules.work_limit.min(*self.budget);
        let (steps, coarse) = align::align(
            Side { tape: self.old.tape, items: ours, digests: self.old.visible() },
            Side { tape: self.new.tape, items: theirs, digests: self.new.visible() },
            &How { key, unordered, limit },
        );
        *self.budget = self.budget.saturating_sub(if coarse { limit } else { (ours.len() + theirs.len()) as u64 });
        (steps, coarse)
    }

    #[allow(clippy::too_many_arguments)]
    fn leaf(
        &mut self,
        old_path: PathId,
        new_path: PathId,
        kind: PropertyKind,
        before: Option<NodeId>,
        after: Option<NodeId>,
        secret: bool,
        fallback: Option<Fallback>,
    ) {
        let path = if kind == PropertyKind::Delete { old_path } else { new_path };
        if self.is_ignored(old_path) || (old_path != new_path && self.is_ignored(new_path)) {
            self.ignored += 1;
            return;
        }
        let secret = secret
            || [(self.old, before), (self.new, after)]
                .iter()
                .any(|(doc, node)| node.is_some_and(|node| special(doc.tape, node) == Some(Special::Secret)));
        self.out.push(Prop {
            path: self.paths.text(path).into(),
            kind,
            before: before.map(|node| value(self.old, node, secret)),
            after: after.map(|node| value(self.new, node, secret)),
            secret,
            moved: false,
            inside: None,
            fallback,
        });
    }

    fn is_ignored(&self, path: PathId) -> bool {
        if self.ignored_paths.is_empty() {
            return false;
        }
        let steps = self.paths.steps(path);
        self.ignored_paths.iter().any(|pattern| pattern.covers(&steps))
    }
}

/// Members of an object by key; of a repeated key the last.
fn members<'t>(tape: &Tape<'t>, node: NodeId) -> Vec<(std::borrow::Cow<'t, [u8]>, NodeId)> {
    let mut members: Vec<_> = tape.members(node).map(|(key, value)| (tape.string(key), value)).collect();
    members.sort_by(|a, b| a.0.cmp(&b.0));
    members.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    members
}

fn value(doc: &Doc<'_>, node: NodeId, secret: bool) -> Value {
    if secret {
        return Value::Own(format!("\"{}\"", crate::model::value::MASK).into());
    }
    match doc.base {
        Some(base) => {
            let range = doc.tape.range(node);
            Value::Span(base + range.start as u32, base + range.end as u32)
        }
        None => {
            let mut out = String::new();
            render::push_value(doc.tape, node, &[], Numbers::Spelled, &mut out);
            Value::Own(out.into())
        }
    }
}
