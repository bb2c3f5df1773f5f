//! Rows of a diff, by page and filter.
//!
//! In: a diff, a filter, an offset and a limit. Out: [`ChangePage`]. A malformed path pattern fails with `validation`; a filter
//! that fits nothing gives an empty page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::StateDiff;
use super::change::{Change, ChangeKind, Prop, PropertyChange, Row, Value};
use super::path::Pattern;
use super::text;
use crate::checkpoint::{Checkpoint, Facet, Span, ranked};
use crate::error::Result;
use crate::model::render::{self, Numbers};
use crate::model::{Urn, glob, urn};
use crate::wire::tape::Tape;

/// One kind or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Kinds {
    /// Rows of this kind.
    One(ChangeKind),
    /// Rows of any of these kinds.
    Any(Vec<ChangeKind>),
}

/// Which rows to list; every field that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChangeFilter {
    /// What happened.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub kind: Option<Kinds>,
    /// Type token; `*` stands for any run of characters.
    #[serde(rename = "type")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub resource_type: Option<String>,
    /// Package of the type.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub package: Option<String>,
    /// Text that stands in a URN, an id or the path of a change; letter case does not matter.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub text: Option<String>,
    /// Path pattern that covers at least one of the row's property changes.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub path: Option<String>,
    /// Number of a group.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub group: Option<u32>,
    /// Rows with, or without, an outstanding deletion.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub pending_delete: Option<bool>,
}

/// A page of changed resources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChangePage {
    /// The rows from `offset` on.
    pub rows: Vec<Change>,
    /// How many rows fit the filter in all.
    pub total: usize,
    /// Position of the first row among those that fit.
    pub offset: usize,
}

/// The values that a [`ChangeFilter`] can take, most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ChangeFacets {
    /// Kinds.
    pub kinds: Vec<Facet>,
    /// Type tokens.
    pub types: Vec<Facet>,
    /// Packages.
    pub packages: Vec<Facet>,
}

impl StateDiff {
    pub(crate) fn page(&self, filter: &ChangeFilter, offset: usize, limit: usize, numbers: Numbers) -> Result<ChangePage> {
        let filter = Filter::new(filter)?;
        let fitting: Vec<&Row> = self.rows.iter().filter(|row| filter.fits(self, row)).collect();
        let rows = fitting.iter().skip(offset).take(limit).map(|row| self.change(row, numbers)).collect();
        Ok(ChangePage { rows, total: fitting.len(), offset })
    }

    pub(crate) fn change_facets(&self) -> ChangeFacets {
        let mut counts: [BTreeMap<String, usize>; 3] = Default::default();
        for row in &self.rows {
            let kind = self.type_of(row);
            *counts[0].entry(row.kind.as_str().to_owned()).or_default() += 1;
            *counts[2].entry(urn::package_of(&kind).to_owned()).or_default() += 1;
            *counts[1].entry(kind).or_default() += 1;
        }
        let [kinds, types, packages] = counts.map(ranked);
        ChangeFacets { kinds, types, packages }
    }

    pub(crate) fn change(&self, row: &Row, numbers: Numbers) -> Change {
        let urn = self.urn_of(row);
        let old_urn = row.old.map(|at| self.old.shown(self.old.entry(at as usize).urn).into_owned());
        let old_id = row.old.map(|at| self.old.shown(self.old.entry(at as usize).id).into_owned());
        let id = row.new.map(|at| self.new.shown(self.new.entry(at as usize).id).into_owned());
        let shown_id = id.or_else(|| old_id.clone()).filter(|id| !id.is_empty());
        Change {
            resource_type: self.type_of(row),
            name: Urn::parse(&urn).map_or_else(|| urn.clone(), |urn| urn.name.to_owned()),
            kind: row.kind,
            pending_delete: row.pending_delete,
            reason: row.reason,
            old_id: old_id.filter(|old| !old.is_empty() && Some(old) != shown_id.as_ref()),
            id: shown_id,
            custom: self.entry_of(row).1.has(crate::checkpoint::flag::CUSTOM),
            group: row.group,
            properties: row.props.iter().map(|prop| self.property(prop, numbers)).collect(),
            old_urn: old_urn.filter(|old| *old != urn),
            urn,
        }
    }

    pub(crate) fn property(&self, prop: &Prop, numbers: Numbers) -> PropertyChange {
        let before = prop.before.as_ref().map(|value| json(&self.old, value, numbers));
        let after = prop.after.as_ref().map(|value| json(&self.new, value, numbers));
        let (lines, coarse) = match (&before, &after) {
            (Some(before), Some(after)) if !prop.secret => text::lines(before, after, self.rules.work_limit),
            _ => (Vec::new(), false),
        };
        PropertyChange {
            path: prop.path.to_string(),
            kind: prop.kind,
            before: before.map(super::Json),
            after: after.map(super::Json),
            secret: prop.secret,
            moved: prop.moved,
            inside: prop.inside.as_ref().map(|(path, format)| super::Inside { path: path.to_string(), format: *format }),
            lines,
            fallback: prop.fallback.or(coarse.then_some(super::Fallback::Text)),
        }
    }

    pub(crate) fn urn_of(&self, row: &Row) -> String {
        let (state, entry) = self.entry_of(row);
        state.shown(entry.urn).into_owned()
    }

    pub(crate) fn type_of(&self, row: &Row) -> String {
        let (state, entry) = self.entry_of(row);
        state.type_of(entry).into_owned()
    }

    /// The new record, of a deletion the old one.
    fn entry_of(&self, row: &Row) -> (&Checkpoint, &crate::checkpoint::Entry) {
        match (row.new, row.old) {
            (Some(new), _) => (&self.new, self.new.entry(new as usize)),
            (None, Some(old)) => (&self.old, self.old.entry(old as usize)),
            (None, None) => unreachable!("a row stands for a record of at least one side"),
        }
    }
}

fn json(state: &Checkpoint, value: &Value, numbers: Numbers) -> String {
    let text: &[u8] = match value {
        Value::Span(start, end) => state.slice(Span { start: *start, end: *end }),
        Value::Own(text) => text.as_bytes(),
    };
    let mut out = String::new();
    match Tape::parse(text) {
        Some(tape) => {
            let mut masked = render::declared_secrets(&tape, Tape::ROOT);
            if let Some(resource) = tape.get(Tape::ROOT, "resource") {
                masked.extend(render::declared_secrets(&tape, resource));
            }
            render::push_value(&tape, Tape::ROOT, &masked, numbers, &mut out);
        }
        None => out.push_str("null"),
    }
    out
}

struct Filter<'f> {
    filter: &'f ChangeFilter,
    needle: Option<String>,
    path: Option<Pattern>,
}

impl<'f> Filter<'f> {
    fn new(filter: &'f ChangeFilter) -> Result<Self> {
        let needle = filter.text.as_deref().map(str::to_lowercase).filter(|text| !text.is_empty());
        Ok(Self { filter, needle, path: filter.path.as_deref().map(Pattern::parse).transpose()? })
    }

    fn fits(&self, diff: &StateDiff, row: &Row) -> bool {
        let kind = match &self.filter.kind {
            None => true,
            Some(Kinds::One(kind)) => row.kind == *kind,
            Some(Kinds::Any(kinds)) => kinds.contains(&row.kind),
        };
        kind && self.filter.group.is_none_or(|group| row.group == group)
            && self.filter.pending_delete.is_none_or(|pending| row.pending_delete == pending)
            && self.filter.resource_type.as_ref().is_none_or(|pattern| glob::matches(pattern, &diff.type_of(row)))
            && self.filter.package.as_ref().is_none_or(|package| urn::package_of(&diff.type_of(row)) == package)
            && self.path.as_ref().is_none_or(|pattern| row.props.iter().any(|prop| pattern.covers_text(&prop.path)))
            && self.needle.as_ref().is_none_or(|needle| holds(diff, row, needle))
    }
}

fn holds(diff: &StateDiff, row: &Row, needle: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(needle);
    let sides = [(row.old, &diff.old), (row.new, &diff.new)];
    sides
        .into_iter()
        .filter_map(|(at, state)| Some((state, state.entry(at? as usize))))
        .any(|(state, entry)| has(&state.shown(entry.urn)) || has(&state.shown(entry.id)))
        || row.props.iter().any(|prop| has(&prop.path))
}
