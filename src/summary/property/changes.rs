//! What a step changes, path by path, for a report.
//!
//! In: a step with the resource before and after. Out: its changes down to single values, with the values as JSON, masked, and whether they
//! make the resource be replaced. Nothing can fail. Which values are compared is Pulumi's rule (pulumi-semantics sections 4.3 and 4.4): those
//! that the provider's detailed difference names; else, of a refresh, the outputs; else the inputs, as far as `diffs` names them.

use std::collections::{BTreeMap, BTreeSet};

use super::detailed::{DetailedDiff, DetailedKind, below};
use super::leaves::Leaves;
use super::object::{ObjectDiff, diff_objects, diff_objects_telling};
use super::path::{PathStep, PropertyPath};
use super::path_set::PathSet;
use super::value::{Object, Value};
use crate::model::update::OpType;
use crate::summary::event::{Raw, Step};
use crate::summary::op::is_change;
use crate::summary::report::ResourcePropertyChange;

/// The changed properties of a step, in order of their paths; none of a creation, a deletion, or a step that changes nothing. `refresh` where
/// the step is what a refresh came to.
pub(crate) fn changes(step: &Step<'_>, refresh: bool) -> Vec<ResourcePropertyChange> {
    let (Some(_), Some(new)) = (&step.old, &step.new) else { return Vec::new() };
    if !is_change(&step.op) || matches!(step.op, OpType::Create | OpType::Delete | OpType::DeleteReplaced) {
        return Vec::new();
    }
    let refresh = refresh || step.op == OpType::Refresh;
    if let Some(detailed) = DetailedDiff::read(step, refresh) {
        return described(&detailed, step);
    }
    let Some(compared) = Compared::of(step, refresh) else { return Vec::new() };
    let (diff, hidden) = diff_objects_telling(&compared.old, &compared.new, &new.hide_diffs);
    let diff = diff.map(|diff| if compared.restricted { restrict(diff, step) } else { diff });
    let mut leaves = Leaves::new(PathSet::parse(&step.keys));
    leaves.add(diff.as_ref());
    for path in hidden.places() {
        let kind = compared.kind(&path);
        leaves.hide(path, kind);
    }
    leaves.finish()
}

fn described(detailed: &DetailedDiff, step: &Step<'_>) -> Vec<ResourcePropertyChange> {
    let (diff, hidden) = detailed.translate_telling();
    let replacing: PathSet = detailed.entries.iter().filter(|entry| entry.replace).map(|entry| entry.path.clone()).collect();
    let mut leaves = Leaves::new(if replacing.top().is_empty() { PathSet::parse(&step.keys) } else { replacing });
    leaves.add(diff.as_ref());
    let kinds: BTreeMap<_, _> = detailed.entries.iter().map(|entry| (&entry.path, entry.kind)).collect();
    for path in hidden.places() {
        let kind = kinds.get(&path).copied().unwrap_or(DetailedKind::Update);
        leaves.hide(path, kind);
    }
    leaves.finish()
}

/// How two maps of values differ, path by path; an absent one is empty.
pub(crate) fn changes_between(before: Option<Raw<'_>>, after: Option<Raw<'_>>) -> Vec<ResourcePropertyChange> {
    let (before, after) = (Value::object(before), Value::object(after));
    let mut leaves = Leaves::new(PathSet::default());
    leaves.add(diff_objects(&before, &after).as_ref());
    leaves.finish()
}

/// The values of a step that are compared where the provider did not describe the difference.
struct Compared {
    old: Object,
    new: Object,
    /// Only keys that `diffs` names count.
    restricted: bool,
}

impl Compared {
    /// Nothing where the texts are the same.
    fn of(step: &Step<'_>, refresh: bool) -> Option<Self> {
        let (old, new) = (step.old.as_ref()?, step.new.as_ref()?);
        let outputs = refresh && new.outputs.is_some_and(|text| text.len() > "{}".len());
        let (before, after) = if outputs { (old.outputs, new.outputs) } else { (old.inputs, new.inputs) };
        (before != after).then(|| Self { old: Value::object(before), new: Value::object(after), restricted: !outputs })
    }

    fn kind(&self, path: &PropertyPath) -> DetailedKind {
        let Some((PathStep::Key(first), rest)) = path.0.split_first() else { return DetailedKind::Update };
        let there = |values: &Object| {
            let mut at = values.get(first);
            for step in rest {
                at = at.map(|value| below(value, step));
            }
            at.is_some_and(|value| !value.is_null())
        };
        match (there(&self.old), there(&self.new)) {
            (false, true) => DetailedKind::Add,
            (true, false) => DetailedKind::Delete,
            _ => DetailedKind::Update,
        }
    }
}

/// The keys that `diffs` names, of which some providers give paths; an empty list is none.
fn restrict<'v>(mut diff: ObjectDiff<'v>, step: &Step<'_>) -> ObjectDiff<'v> {
    let Some(named) = step.diffs.as_ref().filter(|named| !named.is_empty()) else { return diff };
    let named: BTreeSet<String> = named
        .iter()
        .flat_map(|path| [PropertyPath::parse_or_key(path).first_key().map(str::to_owned), Some(path.as_ref().to_owned())])
        .flatten()
        .collect();
    diff.adds.retain(|key, _| named.contains(key.as_ref()));
    diff.deletes.retain(|key, _| named.contains(key.as_ref()));
    diff.updates.retain(|key, _| named.contains(key.as_ref()));
    diff
}
