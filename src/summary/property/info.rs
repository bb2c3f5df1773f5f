//! Which properties the `diff` column of the progress view names.
//!
//! In: a step. Out: the top-level keys that are new, gone and different, each list sorted; nothing where there is no difference to name.
//! Nothing can fail. Rules: `pkg/backend/display/rows.go` of Pulumi (pulumi-semantics section 4.4).

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::detailed::DetailedDiff;
use super::object::{ObjectDiff, diff_objects};
use super::value::Value;
use crate::model::update::OpType;
use crate::summary::event::{State, Step};

/// The keys that `[diff: +a,b-c~d]` names. All three lists may be empty: then Pulumi prints `diff: ` and nothing behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct InfoDiff {
    pub(crate) adds: Vec<String>,
    pub(crate) deletes: Vec<String>,
    pub(crate) updates: Vec<String>,
}

/// The keys to name for a step; `refresh` where the update as a whole is a refresh, which compares outputs.
pub(crate) fn info_diff(step: &Step<'_>, refresh: bool) -> Option<InfoDiff> {
    let (old, new) = (step.old.as_ref()?, step.new.as_ref()?);
    // A resource that stays as it is may have other settings, but its properties count as the same.
    let mut keys = if step.op == OpType::Same { None } else { differing(step, refresh) };
    let settings = settings(old, new);
    if !settings.is_empty() {
        keys.get_or_insert_default().updates.extend(settings.iter().map(|&key| key.to_owned()));
    }
    let mut info = keys?;
    info.updates.sort();
    info.updates.dedup();
    // An empty list of differences is no list: the writer leaves it out.
    if let Some(named) = step.diffs.as_ref().filter(|named| !named.is_empty()) {
        let named: BTreeSet<&str> = named.iter().map(AsRef::as_ref).collect();
        for keys in [&mut info.adds, &mut info.deletes, &mut info.updates] {
            keys.retain(|key| named.contains(key.as_str()));
        }
    }
    Some(info)
}

/// What differs at the top, whatever the step says of it.
pub(super) fn differing<'s>(step: &Step<'s>, refresh: bool) -> Option<InfoDiff> {
    if let Some(detailed) = DetailedDiff::read(step, refresh) {
        return detailed.translate().0.as_ref().map(keys);
    }
    let side = |state: &State<'s>| if refresh { state.outputs } else { state.inputs };
    let (old, new) = (step.old.as_ref().and_then(side), step.new.as_ref().and_then(side));
    if old == new {
        return None;
    }
    let (old, new) = (Value::object(old), Value::object(new));
    diff_objects(&old, &new).as_ref().map(keys)
}

fn keys(diff: &ObjectDiff<'_>) -> InfoDiff {
    let owned = |key: &Cow<'_, str>| key.as_ref().to_owned();
    InfoDiff {
        adds: diff.adds.keys().map(owned).collect(),
        deletes: diff.deletes.keys().map(owned).collect(),
        updates: diff.updates.keys().map(owned).collect(),
    }
}

fn settings(old: &State<'_>, new: &State<'_>) -> Vec<&'static str> {
    let mut changed = Vec::new();
    if old.provider != new.provider {
        changed.push("provider");
    }
    if old.protect != new.protect {
        changed.push("protect");
    }
    if old.taint != new.taint {
        changed.push("taint");
    }
    changed
}
