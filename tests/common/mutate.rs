//! Edits at random: a state and a list of edits give another state of the same envelope.

use proptest::prelude::*;
use proptest::sample::Index;

use super::generate;
use super::json::J;
use super::states::SIGNATURE;

#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Another value somewhere inside a record.
    Replace(Index, Index, J),
    /// A member or an element less.
    Remove(Index, Index),
    /// A member or an element more.
    Insert(Index, Index, &'static str, J),
    /// Two neighbours of some list change places.
    Swap(Index, Index),
    DropRecord(Index),
    MoveRecord(Index, Index),
    AddRecord(Index, J),
    /// Another physical id; the old object stays behind, marked.
    ReplaceRecord(Index, bool),
    /// Another URN, with or without an alias.
    RenameRecord(Index, bool),
    /// A change around the resources.
    Around(Index, J),
}

pub(crate) fn edits() -> BoxedStrategy<Vec<Edit>> {
    let any_index = any::<Index>;
    let edit = prop_oneof![
        4 => (any_index(), any_index(), generate::value()).prop_map(|(a, b, value)| Edit::Replace(a, b, value)),
        2 => (any_index(), any_index()).prop_map(|(a, b)| Edit::Remove(a, b)),
        2 => (any_index(), any_index(), prop::sample::select(vec!["a", "zz", "__x", "__proto__"]), generate::value()).prop_map(|(a, b, key, value)| Edit::Insert(a, b, key, value)),
        1 => (any_index(), any_index()).prop_map(|(a, b)| Edit::Swap(a, b)),
        1 => any_index().prop_map(Edit::DropRecord),
        2 => (any_index(), any_index()).prop_map(|(a, b)| Edit::MoveRecord(a, b)),
        1 => (any_index(), generate::resource("fresh".into())).prop_map(|(a, record)| Edit::AddRecord(a, record)),
        1 => (any_index(), any::<bool>()).prop_map(|(a, kept)| Edit::ReplaceRecord(a, kept)),
        1 => (any_index(), any::<bool>()).prop_map(|(a, alias)| Edit::RenameRecord(a, alias)),
        1 => (any_index(), generate::value()).prop_map(|(a, value)| Edit::Around(a, value)),
    ];
    proptest::collection::vec(edit, 0..6).boxed()
}

/// Two states, the second made from the first.
pub(crate) fn pair() -> BoxedStrategy<(J, J)> {
    (generate::state(), edits())
        .prop_map(|(old, edits)| {
            let mut new = old.clone();
            edits.iter().for_each(|edit| apply(&mut new, edit));
            (old, new)
        })
        .boxed()
}

/// Two states that need not have anything to do with each other, perhaps not even the envelope.
pub(crate) fn strangers() -> BoxedStrategy<(J, J)> {
    (generate::state(), generate::state()).boxed()
}

/// The object that holds `resources`.
pub(crate) fn body(state: &mut J) -> &mut J {
    if state.get("deployment").is_some() {
        return state.get_mut("deployment").expect("there");
    }
    if state.get("checkpoint").is_some() {
        return state.get_mut("checkpoint").and_then(|checkpoint| checkpoint.get_mut("latest")).expect("a deployment");
    }
    if state.get("latest").is_some() { state.get_mut("latest").expect("there") } else { state }
}

pub(crate) fn records(state: &mut J) -> &mut Vec<J> {
    match body(state).get_mut("resources") {
        Some(J::List(records)) => records,
        _ => panic!("no list of resources"),
    }
}

/// The record in an element, which may be wrapped.
pub(crate) fn record(element: &mut J) -> &mut J {
    if element.get("resource").is_some() { element.get_mut("resource").expect("there") } else { element }
}

pub(crate) fn apply(state: &mut J, edit: &Edit) {
    if let Edit::Around(at, value) = edit {
        return around(state, at, value);
    }
    let wrapped = state.get("resources").is_some();
    let records = records(state);
    match edit {
        Edit::AddRecord(at, record) => {
            let element = if wrapped { J::object([("resource", record.clone())]) } else { record.clone() };
            records.insert(at.index(records.len() + 1), element);
        }
        _ if records.is_empty() => {}
        Edit::DropRecord(at) => {
            records.remove(at.index(records.len()));
        }
        Edit::MoveRecord(from, to) => {
            let element = records.remove(from.index(records.len()));
            records.insert(to.index(records.len() + 1), element);
        }
        Edit::ReplaceRecord(at, kept) => {
            let place = at.index(records.len());
            let mut older = records[place].clone();
            record(&mut records[place]).set("id", J::text("another"));
            if *kept {
                record(&mut older).set("delete", J::raw("true"));
                records.insert(place + 1, older);
            }
        }
        Edit::RenameRecord(at, alias) => {
            let place = at.index(records.len());
            let record = record(&mut records[place]);
            let old = record.get("urn").cloned().expect("a urn");
            record.set("urn", J::text(&generate::urn(generate::TYPES[1], "renamed")));
            if *alias {
                record.set("aliases", J::List(vec![old]));
            }
        }
        Edit::Replace(at, place, _) | Edit::Remove(at, place) | Edit::Insert(at, place, ..) | Edit::Swap(at, place) => {
            let chosen = at.index(records.len());
            inside(record(&mut records[chosen]), place, edit);
        }
        Edit::Around(..) => {}
    }
}

fn around(state: &mut J, at: &Index, value: &J) {
    if state.get("resources").is_some() {
        return state.set("extra", value.clone());
    }
    match at.index(5) {
        0 => state.set("extra", value.clone()),
        1 => body(state).set("metadata", value.clone()),
        2 => {
            body(state).remove("pending_operations");
        }
        3 => body(state)
            .set("pending_operations", J::List(vec![J::object([("type", J::text("creating")), ("resource", value.clone())])])),
        _ => {
            let manifest = body(state).get_mut("manifest");
            manifest.into_iter().for_each(|manifest| manifest.set("time", J::text("2026-05-05T05:05:05Z")));
        }
    }
}

/// Changes one place in a record; what tells the record apart stays.
fn inside(record: &mut J, place: &Index, edit: &Edit) {
    let mut places = Vec::new();
    if let J::Object(members) = record {
        for (at, (key, value)) in members.iter().enumerate() {
            if !matches!(key.as_str(), "urn" | "type" | "custom" | "id" | "delete") {
                collect(value, vec![at], &mut places);
            }
        }
    }
    if places.is_empty() {
        return;
    }
    let chosen = &places[place.index(places.len())];
    let node = chosen.iter().fold(record, |node, &at| match node {
        J::Object(members) => &mut members[at].1,
        J::List(items) => &mut items[at],
        J::Raw(_) => unreachable!("paths end at leaves"),
    });
    match (edit, node) {
        (Edit::Replace(_, _, value), node) => *node = value.clone(),
        // Half of a secret would be no secret any more.
        (_, node) if node.get(SIGNATURE).is_some() => {}
        (Edit::Remove(..), J::Object(members)) if !members.is_empty() => {
            members.remove(place.index(members.len()));
        }
        (Edit::Remove(..), J::List(items)) if !items.is_empty() => {
            items.remove(place.index(items.len()));
        }
        (Edit::Insert(_, _, key, value), node @ J::Object(_)) => node.set(key, value.clone()),
        (Edit::Insert(_, _, _, value), J::List(items)) => items.insert(place.index(items.len() + 1), value.clone()),
        (Edit::Swap(..), J::List(items)) if items.len() > 1 => items.swap(0, 1),
        _ => {}
    }
}

fn collect(node: &J, path: Vec<usize>, places: &mut Vec<Vec<usize>>) {
    let children: Vec<&J> = match node {
        J::Raw(_) => Vec::new(),
        J::List(items) => items.iter().collect(),
        J::Object(_) if node.get(SIGNATURE).is_some() => Vec::new(),
        J::Object(members) => members.iter().map(|(_, value)| value).collect(),
    };
    for (at, child) in children.into_iter().enumerate() {
        let mut below = path.clone();
        below.push(at);
        collect(child, below, places);
    }
    places.push(path);
}
