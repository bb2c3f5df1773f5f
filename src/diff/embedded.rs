//! Strings that hold JSON or YAML, compared by what they hold.
//!
//! In: two different strings. Out: changes with paths that go on inside the string, or nothing where the strings are not both
//! structured, or differ in spelling alone. Nothing can fail. Which strings count: pulumi-semantics 4.5: JSON where the whole
//! trimmed text is an object or list, YAML where several lines hold one mapping or sequence.

use std::borrow::Cow;

use super::change::TextFormat as Format;
use super::doc::Doc;
use super::path::{PathId, Paths, Step};
use super::walk::Walk;
use crate::wire::tape::{NodeId, Tape};
use crate::wire::{scan, yaml};

/// Strings inside strings inside strings: further down, text is text.
const MAX_LEVEL: usize = 3;
/// Longest text that is read as YAML.
const MAX_YAML: usize = 1 << 20;

/// True where the changes inside the two strings have been added to the walk.
pub(crate) fn compare(walk: &mut Walk<'_>, old: NodeId, new: NodeId, old_path: PathId, new_path: PathId) -> bool {
    if walk.level >= MAX_LEVEL {
        return false;
    }
    let (ours, theirs) = (walk.old.tape.string(old), walk.new.tape.string(new));
    let Some((ours, _)) = structured(&ours) else { return false };
    let Some((theirs, format)) = structured(&theirs) else { return false };
    let (Some(ours), Some(theirs)) = (Tape::parse(&ours), Tape::parse(&theirs)) else { return false };
    if ours.kind(Tape::ROOT) != theirs.kind(Tape::ROOT) {
        return false;
    }
    let (old, new) = (Doc::new(&ours, None, walk.rules, None), Doc::new(&theirs, None, walk.rules, None));
    let ignored_paths = walk.ignored_paths.clone();
    let mut inner = Walk::new(&old, &new, walk.rules, ignored_paths, walk.budget);
    if inner.same(Tape::ROOT, Tape::ROOT) {
        return false;
    }
    inner.level = walk.level + 1;
    let start_new = copy(&walk.paths, new_path, &mut inner.paths);
    let start_old = if old_path == new_path { start_new } else { copy(&walk.paths, old_path, &mut inner.paths) };
    inner.compare_at(Tape::ROOT, Tape::ROOT, start_old, start_new);
    let outer: Box<str> = walk.paths.text(new_path).into();
    walk.hidden += inner.hidden;
    walk.ignored += inner.ignored;
    for mut change in inner.out {
        change.inside.get_or_insert_with(|| (outer.clone(), format));
        walk.out.push(change);
    }
    true
}

fn copy(from: &Paths, path: PathId, to: &mut Paths) -> PathId {
    from.steps(path).into_iter().fold(Paths::ROOT, |at, step| match step {
        Step::Key(key) => to.key(at, key),
        Step::Index(index) => to.index(at, *index),
    })
}

/// The string's content as JSON text.
fn structured(content: &[u8]) -> Option<(Cow<'_, [u8]>, Format)> {
    let trimmed = content.trim_ascii();
    if matches!((trimmed.first()?, trimmed.last()?), (b'{', b'}') | (b'[', b']')) && scan::validate(trimmed).is_ok() {
        return Some((Cow::Borrowed(trimmed), Format::Json));
    }
    if content.len() <= MAX_YAML && memchr::memchr(b'\n', trimmed).is_some() {
        let text = std::str::from_utf8(content).ok()?;
        return Some((Cow::Owned(yaml::to_json(text)?.into_bytes()), Format::Yaml));
    }
    None
}
