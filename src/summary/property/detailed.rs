//! The difference that a provider described by paths.
//!
//! In: a step with a `detailedDiff`. Out: [`DetailedDiff`]: its entries, the values that they speak of, and the [`ObjectDiff`] that Pulumi
//! shows for them. Nothing can fail: text that is no path is one key, an unknown kind counts as an update, and a value that is not there is
//! null. Work: linear in the entries and, for each level of nesting, in the values. Rules: `pkg/engine/detailedDiff.go` of Pulumi
//! (pulumi-semantics section 4.3).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::hidden::Hidden;
use super::object::{ObjectDiff, ValueDiff, diff_values_at};
use super::path::{PathStep, PropertyPath};
use super::path_set::{PathSet, PathsHere};
use super::value::{Object, Value};
use crate::summary::event::{Raw, Step};
use crate::wire::tape::Tape;

static NULL: Value = Value::Null;
static UNKNOWN: Value = Value::Unknown;

/// How a property differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DetailedKind {
    Add,
    Delete,
    /// Also what a word that this version has no name for is taken as.
    Update,
}

/// What a provider says of one path.
#[derive(Debug, Clone)]
pub(crate) struct DetailedEntry {
    pub(crate) path: PropertyPath,
    pub(crate) kind: DetailedKind,
    /// The difference makes the resource be replaced.
    pub(crate) replace: bool,
    /// Inputs were compared, not the state with inputs.
    pub(crate) input_diff: bool,
}

/// The entries of a detailed difference, in order of their texts, and the values that they speak of.
#[derive(Debug)]
pub(crate) struct DetailedDiff {
    pub(crate) entries: Vec<DetailedEntry>,
    /// Sides of the entries that compare inputs.
    inputs: (Value, Value),
    /// Sides of the others; the new one may stand in `inputs`.
    outputs: (Value, Option<Value>),
    hide: PathSet,
}

impl DetailedDiff {
    /// Reads a step's `detailedDiff`; nothing where it has none (`null` is not `{}`). A refresh compares the old with the new outputs; other
    /// steps compare the old outputs with the new inputs.
    pub(crate) fn read(step: &Step<'_>, refresh: bool) -> Option<Self> {
        let entries = entries(step.detailed_diff?);
        let inputs = entries.iter().any(|entry| entry.input_diff);
        let outputs = entries.iter().any(|entry| !entry.input_diff);
        let named: HashSet<&str> = entries.iter().filter_map(|entry| entry.path.first_key()).collect();
        let values = |wanted: bool, text: Option<Raw<'_>>| {
            Value::Object(if wanted { Value::members(text, |key| named.contains(key)) } else { Object::new() })
        };
        let (old, new) = (step.old.as_ref(), step.new.as_ref());
        Some(Self {
            inputs: (
                values(inputs, old.and_then(|state| state.inputs)),
                values(inputs || !refresh, new.and_then(|state| state.inputs)),
            ),
            outputs: (
                values(outputs, old.and_then(|state| state.outputs)),
                refresh.then(|| values(outputs, new.and_then(|state| state.outputs))),
            ),
            hide: step.res().map(|state| PathSet::parse(&state.hide_diffs)).unwrap_or_default(),
            entries,
        })
    }

    /// The old and the new values that an entry speaks of.
    pub(crate) fn sides(&self, entry: &DetailedEntry) -> (&Value, &Value) {
        match (entry.input_diff, &self.outputs.1) {
            (true, _) => (&self.inputs.0, &self.inputs.1),
            (false, Some(outputs)) => (&self.outputs.0, outputs),
            (false, None) => (&self.outputs.0, &self.inputs.1),
        }
    }

    /// The difference as Pulumi shows it, or nothing where no entry is left of it, and the hidden paths that an entry concerns, in order.
    pub(crate) fn translate(&self) -> (Option<ObjectDiff<'_>>, Vec<PropertyPath>) {
        let (diff, hidden) = self.translate_telling();
        (diff, hidden.paths())
    }

    /// As [`DetailedDiff::translate`], with the hidden places.
    pub(super) fn translate_telling(&self) -> (Option<ObjectDiff<'_>>, Hidden) {
        let mut root = ValueDiff::whole(&NULL, &NULL);
        let mut hidden = Hidden::default();
        // Many spellings may name one place; its values are compared once.
        let mut compared = HashSet::new();
        for entry in &self.entries {
            let steps = &entry.path.0;
            if let Some((covered, path)) = self.hide.covered(steps) {
                hidden.add(&steps[..covered], None, path);
            } else if entry.kind != DetailedKind::Update || compared.insert((steps, entry.input_diff)) {
                let (old, new) = self.sides(entry);
                let mut place = Placing { entry, hidden: &mut hidden };
                place.add(0, &mut root, old, new, self.hide.top());
            }
        }
        (root.object.filter(|diff| !diff.is_empty()), hidden)
    }
}

fn entries(text: Raw<'_>) -> Vec<DetailedEntry> {
    let Some(tape) = Tape::parse(text.as_bytes()) else { return Vec::new() };
    let by_path: BTreeMap<String, DetailedEntry> = tape
        .members(Tape::ROOT)
        .map(|(key, value)| {
            let text = tape.text(key).unwrap_or_default();
            let word = tape.get_text(value, "diffKind").or_else(|| tape.get_text(value, "kind")).unwrap_or_default();
            let kind = match word.strip_suffix("-replace").unwrap_or(&word) {
                "add" => DetailedKind::Add,
                "delete" => DetailedKind::Delete,
                _ => DetailedKind::Update,
            };
            let entry = DetailedEntry {
                path: PropertyPath::parse_or_key(&text),
                kind,
                replace: word.ends_with("-replace"),
                input_diff: tape.get(value, "inputDiff").is_some_and(|flag| tape.is_true(flag)),
            };
            (text, entry)
        })
        .collect();
    by_path.into_values().collect()
}

/// What stands one step below a value. Nobody knows what lies inside a secret or an unknown value: it stands for all below it.
pub(super) fn below<'v>(value: &'v Value, step: &PathStep) -> &'v Value {
    match (value, step) {
        (Value::Array(items), PathStep::Index(index)) => {
            usize::try_from(*index).ok().and_then(|index| items.get(index)).unwrap_or(&NULL)
        }
        (Value::Object(members), PathStep::Key(key)) => members.get(key).unwrap_or(&NULL),
        (Value::Secret(_) | Value::Unknown | Value::Deep(_), _) => value,
        _ => &NULL,
    }
}

/// Puts one entry into a difference.
struct Placing<'e, 'h> {
    entry: &'e DetailedEntry,
    hidden: &'h mut Hidden,
}

/// What becomes of the place that one step leads to.
enum Placed<'v> {
    Add(&'v Value),
    Delete(&'v Value),
    Update(ValueDiff<'v>),
    /// The entry lies further down.
    Below,
    /// All that differs is hidden.
    Nothing,
}

impl Placing<'_, '_> {
    fn add<'v>(&mut self, at: usize, parent: &mut ValueDiff<'v>, old: &'v Value, new: &'v Value, hide: PathsHere<'_>) {
        let steps = &self.entry.path.0;
        let Some(step) = steps.get(at) else { return };
        let (old, new) = (below(old, step), below(new, step));
        let hide = hide.under(|| step.clone());
        let placed = if at + 1 == steps.len() { self.leaf(old, new, &hide) } else { between(old, new) };
        match step {
            PathStep::Key(key) => {
                let object = parent.object.get_or_insert_default();
                let key: Cow<'v, str> = Cow::Owned(key.clone());
                match placed {
                    Placed::Add(value) => drop(object.adds.insert(key, value)),
                    Placed::Delete(value) => drop(object.deletes.insert(key, value)),
                    Placed::Update(diff) => drop(object.updates.insert(key, diff)),
                    Placed::Below => {
                        let inner = object.updates.entry(key.clone()).or_insert_with(|| ValueDiff::whole(old, new));
                        self.add(at + 1, inner, old, new, hide);
                        if inner.is_hollow() {
                            object.updates.remove(&key);
                        }
                    }
                    Placed::Nothing => {}
                }
            }
            PathStep::Index(index) => {
                let array = parent.array.get_or_insert_default();
                let Ok(index) = usize::try_from(*index) else { return };
                match placed {
                    Placed::Add(value) => drop(array.adds.insert(index, value)),
                    Placed::Delete(value) => drop(array.deletes.insert(index, value)),
                    Placed::Update(diff) => drop(array.updates.insert(index, diff)),
                    Placed::Below => {
                        let inner = array.updates.entry(index).or_insert_with(|| ValueDiff::whole(old, new));
                        self.add(at + 1, inner, old, new, hide);
                        if inner.is_hollow() {
                            array.updates.remove(&index);
                        }
                    }
                    Placed::Nothing => {}
                }
            }
        }
    }

    /// The end of the path: the kind is the entry's. A value that is not there is one that nobody knows.
    fn leaf<'v>(&mut self, old: &'v Value, new: &'v Value, hide: &PathsHere<'_>) -> Placed<'v> {
        let told = |value: &'v Value| if value.is_null() { &UNKNOWN } else { value };
        match self.entry.kind {
            DetailedKind::Add => Placed::Add(told(new)),
            DetailedKind::Delete => Placed::Delete(told(old)),
            DetailedKind::Update => {
                let before = self.hidden.count();
                match diff_values_at(old, new, &self.entry.path.0, hide, self.hidden) {
                    Some(diff) => Placed::Update(diff),
                    None if self.hidden.count() > before => Placed::Nothing,
                    None => Placed::Update(ValueDiff::whole(old, new)),
                }
            }
        }
    }
}

/// A place on the way: where only one side has a value, that whole value is new or gone, whatever the entry says.
fn between<'v>(old: &'v Value, new: &'v Value) -> Placed<'v> {
    match (old.is_null(), new.is_null()) {
        (true, false) => Placed::Add(new),
        (false, true) => Placed::Delete(old),
        _ => Placed::Below,
    }
}

#[cfg(test)]
mod tests;
