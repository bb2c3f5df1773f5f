//! Which resource a value comes from.
//!
//! In: what resources that change give out (ids, outputs), and strings found in what other resources take in. Out: the resource that
//! gave a string, in constant time for each. Only digests of strings are kept, and of outputs no more than [`MAX_VALUES`]: past it, ids
//! alone. A value that two resources give, and one that a resource was itself given as an input, says nothing about where it comes from.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::value::{MASK, UNKNOWN};
use crate::wire::shallow::{Scratch, Shallow};
use crate::wire::tape::{Kind, Tape};

use super::rows::RowId;

/// Output values that are kept; ids are always kept.
const MAX_VALUES: usize = 1 << 18;
/// Strings that are looked at in one text, and pieces of one string.
const MAX_STRINGS: usize = 256;
const MAX_PIECES: usize = 32;
/// Texts past this size are not looked at.
const MAX_TEXT: usize = 4 << 20;

/// A digest of a string.
pub(super) type Mark = u64;

/// How sure it is that a value comes from a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// It is the resource's id.
    Id(RowId),
    /// It is one of its outputs, and no input of it.
    Output(RowId),
}

/// Values by who gives them.
#[derive(Debug, Default)]
pub(super) struct Values {
    ids: HashMap<Mark, RowId>,
    /// `None` where several give it.
    outputs: HashMap<Mark, Option<RowId>>,
    /// Values that resources took in which are deleted, and the last of these resources.
    used: HashMap<Mark, RowId>,
}

impl Values {
    /// A resource has an id; of several with the same id the first one has it, since the others were given it.
    pub(super) fn give_id(&mut self, row: RowId, id: &str) {
        if says_something(id) {
            self.ids.entry(mark(id)).or_insert(row);
        }
    }

    /// A resource gives out values.
    pub(super) fn give_outputs(&mut self, row: RowId, marks: impl IntoIterator<Item = Mark>) {
        for mark in marks {
            if self.outputs.len() >= MAX_VALUES {
                return;
            }
            match self.outputs.entry(mark) {
                Entry::Vacant(entry) => drop(entry.insert(Some(row))),
                Entry::Occupied(mut entry) if *entry.get() != Some(row) => drop(entry.insert(None)),
                Entry::Occupied(_) => {}
            }
        }
    }

    /// A resource that is deleted took in values.
    pub(super) fn use_up(&mut self, row: RowId, marks: impl IntoIterator<Item = Mark>) {
        for mark in marks {
            if self.used.len() >= MAX_VALUES {
                return;
            }
            self.used.insert(mark, row);
        }
    }

    /// Who gives a value.
    pub(super) fn source(&self, mark: Mark) -> Option<Source> {
        let id = self.ids.get(&mark).map(|&row| Source::Id(row));
        id.or_else(|| self.outputs.get(&mark).copied().flatten().map(Source::Output))
    }

    /// The last deleted resource that took the value in.
    pub(super) fn user(&self, mark: Mark) -> Option<RowId> {
        self.used.get(&mark).copied()
    }
}

/// The digest of a string.
pub(super) fn mark(text: &str) -> Mark {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Whether a string is particular enough to point to a resource.
fn says_something(text: &str) -> bool {
    (3..=2048).contains(&text.len()) && text != MASK && text != UNKNOWN && text != "true" && text != "false"
}

/// Strings of a JSON text, in order.
pub(super) fn strings(json: &str, mut each: impl FnMut(&str)) {
    if json.len() > MAX_TEXT {
        return;
    }
    let Some(tape) = Tape::parse(json.as_bytes()) else { return };
    let strings = (0..tape.len()).filter(|&node| tape.kind(node) == Kind::String);
    for text in strings.take(MAX_STRINGS).filter_map(|node| tape.text(node)) {
        each(&text);
    }
}

/// Digests of the whole strings of a JSON text.
pub(super) fn whole(json: Option<&str>) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(json) = json {
        strings(json, |text| {
            if says_something(text) {
                marks.push(mark(text));
            }
        });
    }
    marks
}

/// Digests of the whole strings that only the one and only the other of two objects has. Members that are spelled alike are not read.
pub(super) fn differing(before: Option<&str>, after: Option<&str>) -> (Vec<Mark>, Vec<Mark>) {
    if before == after {
        return (Vec::new(), Vec::new());
    }
    let (Some(before), Some(after)) = (before, after) else { return (distinct(whole(before)), distinct(whole(after))) };
    let (mut ours, mut theirs) = (Scratch::default(), Scratch::default());
    let (Ok(old), Ok(new)) = (Shallow::read(before, 1, &mut ours), Shallow::read(after, 1, &mut theirs)) else {
        return (Vec::new(), Vec::new());
    };
    let members = |shallow: Shallow<'_, '_>| -> Vec<(usize, usize)> { shallow.members(Shallow::ROOT).collect() };
    let same: HashSet<(&str, &str)> = members(old).into_iter().map(|(key, value)| (old.raw(key), old.raw(value))).collect();
    let (mut gone, mut come, mut kept) = (Vec::new(), Vec::new(), HashSet::new());
    for (key, value) in members(new) {
        let member = (new.raw(key), new.raw(value));
        if same.contains(&member) {
            kept.insert(member);
        } else {
            come.extend(whole(Some(member.1)));
        }
    }
    same.iter().filter(|member| !kept.contains(*member)).for_each(|member| gone.extend(whole(Some(member.1))));
    let (gone, come) = (distinct(gone), distinct(come));
    let only = |marks: &[Mark], others: &[Mark]| {
        let kept = marks.iter().copied().filter(|mark| others.binary_search(mark).is_err());
        kept.collect::<Vec<_>>()
    };
    (only(&gone, &come), only(&come, &gone))
}

fn distinct(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// Digests of a string and of its pieces: `arn:aws:s3:::logs/*` holds the id `logs`.
pub(super) fn pieces(text: &str, marks: &mut Vec<Mark>) {
    if says_something(text) {
        marks.push(mark(text));
    }
    let between = |letter: char| letter.is_whitespace() || r#""',;:/\|()[]{}<>=*?&#@"#.contains(letter);
    for piece in text.split(between).filter(|piece| piece.len() < text.len() && piece.len() >= 5).take(MAX_PIECES) {
        if says_something(piece) {
            marks.push(mark(piece));
        }
    }
}

/// Digests of the strings of a JSON text and of their pieces, without repeats.
pub(super) fn all_pieces(json: Option<&str>) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(json) = json {
        strings(json, |text| pieces(text, &mut marks));
    }
    distinct(marks)
}
