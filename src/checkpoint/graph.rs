//! Who refers to whom.
//!
//! In: a checkpoint and a URN. Out: rows of parents and children, and relations in both directions with their kinds.
//! Nothing can fail: an unknown URN has no relations, a reference to a missing resource has no row.

use std::collections::HashSet;

use serde::Serialize;

use super::rows::{self, ResourceRow};
use super::{Checkpoint, flag};
use crate::model::record as fields;
use crate::model::urn::split_provider;
use crate::wire::tape::{Kind, Tape};

/// How one resource refers to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Relation {
    /// The other resource.
    pub urn: String,
    /// Of `parent`, `provider`, `dependency`, `property`, `deletedWith`, `replaceWith`, `viewOf` those that hold.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub kinds: Vec<&'static str>,
    /// Input properties through which the dependency came (`propertyDependencies`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub properties: Vec<String>,
    /// The other resource's row, absent where the state has no such resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub row: Option<ResourceRow>,
}

/// One reference that a record makes.
pub(super) struct Reference {
    pub(super) urn: String,
    pub(super) kind: &'static str,
    pub(super) property: Option<String>,
    /// Path in the record.
    pub(super) path: String,
}

/// Every reference of a record, in field order.
pub(super) fn references(tape: &Tape<'_>) -> Vec<Reference> {
    let mut out = Vec::new();
    let mut push = |urn: Option<String>, kind, property: Option<String>, path: String| {
        if let Some(urn) = urn.filter(|urn| !urn.is_empty()) {
            out.push(Reference { urn, kind, property, path });
        }
    };
    for (key, value) in tape.members(Tape::ROOT) {
        let name = tape.text(key).unwrap_or_default();
        match name.as_str() {
            "parent" | "deletedWith" | "viewOf" => {
                let kind = match name.as_str() {
                    "parent" => "parent",
                    "viewOf" => "viewOf",
                    _ => "deletedWith",
                };
                push(tape.text(value), kind, None, name);
            }
            "provider" => push(tape.text(value), "provider", None, name),
            "dependencies" | "replaceWith" => {
                let kind = if name == "dependencies" { "dependency" } else { "replaceWith" };
                for (at, item) in tape.items(value).enumerate() {
                    push(tape.text(item), kind, None, format!("{name}[{at}]"));
                }
            }
            "propertyDependencies" => {
                for (property, list) in tape.members(value).filter(|&(_, list)| tape.kind(list) == Kind::List) {
                    let mut path = name.clone();
                    fields::push_key(&tape.string(property), &mut path);
                    let property = tape.text(property).unwrap_or_default();
                    for (at, item) in tape.items(list).enumerate() {
                        push(tape.text(item), "property", Some(property.clone()), format!("{path}[{at}]"));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// The URN that a reference names: a provider reference carries an id behind it.
pub(super) fn target(reference: &Reference) -> &str {
    match reference.kind {
        "provider" => split_provider(&reference.urn).map_or(reference.urn.as_str(), |(urn, _)| urn),
        _ => &reference.urn,
    }
}

pub(super) fn parents(state: &Checkpoint, urn: &str) -> Vec<ResourceRow> {
    let mut seen = HashSet::new();
    let mut rows: Vec<ResourceRow> = Vec::new();
    let mut next = state.live_by_urn(urn.as_bytes());
    while let Some(at) = next.filter(|&at| seen.insert(at)) {
        let entry = state.entry(at as usize);
        next = state.live_by_urn(&state.field(entry.parent));
        rows.push(rows::row(state, at as usize));
    }
    rows.drain(..rows.len().min(1));
    rows
}

pub(super) fn children(state: &Checkpoint, urn: &str) -> Vec<ResourceRow> {
    let is_child = |&at: &usize| !urn.is_empty() && *state.field(state.entry(at).parent) == *urn.as_bytes();
    (0..state.len()).filter(is_child).map(|at| rows::row(state, at)).collect()
}

pub(super) fn dependencies(state: &Checkpoint, urn: &str) -> Vec<Relation> {
    let Some(at) = state.live_by_urn(urn.as_bytes()) else { return Vec::new() };
    let mut relations: Vec<Relation> = Vec::new();
    for reference in record(state, at as usize).iter().flat_map(references) {
        let urn = target(&reference);
        let position = relations.iter().position(|relation| relation.urn == urn).unwrap_or_else(|| {
            let row = state.live_by_urn(urn.as_bytes()).map(|at| rows::row(state, at as usize));
            relations.push(Relation { urn: urn.to_owned(), kinds: Vec::new(), properties: Vec::new(), row });
            relations.len() - 1
        });
        note(&mut relations[position], &reference);
    }
    relations
}

pub(super) fn dependents(state: &Checkpoint, urn: &str) -> Vec<Relation> {
    let mut relations = Vec::new();
    for at in 0..state.len() {
        let entry = state.entry(at);
        if entry.has(flag::DELETE) || !may_name(state.slice(entry.record), urn) {
            continue;
        }
        let mut relation = Relation { urn: String::new(), kinds: Vec::new(), properties: Vec::new(), row: None };
        for reference in record(state, at).iter().flat_map(references).filter(|reference| target(reference) == urn) {
            note(&mut relation, &reference);
        }
        if !relation.kinds.is_empty() {
            let row = rows::row(state, at);
            relation.urn.clone_from(&row.urn);
            relation.row = Some(row);
            relations.push(relation);
        }
    }
    relations
}

/// Whether a record's text can hold the URN: it is spelled there, or one of the two needs escapes and only parsing tells.
fn may_name(record: &[u8], urn: &str) -> bool {
    memchr::memmem::find(record, urn.as_bytes()).is_some()
        || urn.contains(|c: char| c.is_control() || c == '"' || c == '\\')
        || memchr::memchr(b'\\', record).is_some()
}

fn note(relation: &mut Relation, reference: &Reference) {
    if !relation.kinds.contains(&reference.kind) {
        relation.kinds.push(reference.kind);
    }
    if let Some(property) = &reference.property
        && !relation.properties.contains(property)
    {
        relation.properties.push(property.clone());
    }
}

pub(super) fn record(state: &Checkpoint, at: usize) -> Option<Tape<'_>> {
    Tape::parse(state.slice(state.entry(at).record))
}
