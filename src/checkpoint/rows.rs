//! Resources as pages of rows.
//!
//! In: a checkpoint, a filter, an offset and a limit. Out: rows with the fields that lists need, without parsing any record.
//! Nothing can fail: a filter that fits nothing gives an empty page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Checkpoint, Entry, flag};
use crate::model::{Urn, glob, urn};

/// One resource as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceRow {
    /// Position in the state, from 0.
    pub index: usize,
    /// The resource's URN.
    pub urn: String,
    /// Type token, such as `aws:s3/bucket:Bucket`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Package of the type.
    pub package: String,
    /// The last part of the URN.
    pub name: String,
    /// Physical id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    /// Whether a provider manages it; false for components.
    pub custom: bool,
    /// URN of the parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub parent: Option<String>,
    /// Provider reference, `urn::id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub provider: Option<String>,
    /// Of `custom`, `component`, `provider`, `delete`, `external`, `protect`, `retainOnDelete`, `pendingReplacement`, `taint`,
    /// `initErrors` those that hold.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub flags: Vec<&'static str>,
}

/// Which resources to list; every field that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceFilter {
    /// Type token; `*` stands for any run of characters.
    #[serde(rename = "type")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub kind: Option<String>,
    /// Package of the type.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub package: Option<String>,
    /// Resource name; `*` stands for any run of characters.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<String>,
    /// URN of the parent.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub parent: Option<String>,
    /// Provider reference, or the provider's URN.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub provider: Option<String>,
    /// Flags that must all hold; see [`ResourceRow::flags`].
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub flags: Vec<String>,
    /// Text that stands in the URN or the id; letter case does not matter.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub text: Option<String>,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourcePage {
    /// The rows from `offset` on.
    pub rows: Vec<ResourceRow>,
    /// How many rows fit the filter in all.
    pub total: usize,
    /// Position of the first row among those that fit.
    pub offset: usize,
}

/// A value and how many resources have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Facet {
    /// The value.
    pub value: String,
    /// How many have it.
    pub count: usize,
}

/// The values that a [`ResourceFilter`] can take, most frequent first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Facets {
    /// Type tokens.
    pub types: Vec<Facet>,
    /// Packages.
    pub packages: Vec<Facet>,
    /// URNs of providers.
    pub providers: Vec<Facet>,
    /// Flags.
    pub flags: Vec<Facet>,
}

pub(super) fn row(state: &Checkpoint, index: usize) -> ResourceRow {
    let entry = state.entry(index);
    let text = |span: super::Span| (!span.is_absent()).then(|| state.shown(span).into_owned()).filter(|text| !text.is_empty());
    let urn = state.shown(entry.urn).into_owned();
    let kind = state.type_of(entry).into_owned();
    ResourceRow {
        index,
        name: Urn::parse(&urn).map_or_else(|| urn.clone(), |urn| urn.name.to_owned()),
        package: urn::package_of(&kind).to_owned(),
        flags: flags(entry, &kind),
        id: text(entry.id),
        custom: entry.has(flag::CUSTOM),
        parent: text(entry.parent),
        provider: text(entry.provider),
        urn,
        kind,
    }
}

pub(super) fn flags(entry: &Entry, kind: &str) -> Vec<&'static str> {
    let custom = entry.has(flag::CUSTOM);
    let all = [
        ("custom", custom),
        ("component", !custom),
        ("provider", urn::is_provider(kind)),
        ("delete", entry.has(flag::DELETE)),
        ("external", entry.has(flag::EXTERNAL)),
        ("protect", entry.has(flag::PROTECT)),
        ("retainOnDelete", entry.has(flag::RETAIN)),
        ("pendingReplacement", entry.has(flag::PENDING_REPLACEMENT)),
        ("taint", entry.has(flag::TAINT)),
        ("initErrors", entry.has(flag::INIT_ERRORS)),
    ];
    all.into_iter().filter(|&(_, holds)| holds).map(|(name, _)| name).collect()
}

pub(super) fn page(state: &Checkpoint, filter: &ResourceFilter, offset: usize, limit: usize) -> ResourcePage {
    let needle = filter.text.as_deref().map(str::to_lowercase).filter(|text| !text.is_empty());
    let fitting = |&index: &usize| fits(state, state.entry(index), filter, needle.as_deref());
    if *filter == ResourceFilter::default() {
        let end = offset.saturating_add(limit).min(state.len());
        let rows = (offset.min(end)..end).map(|index| row(state, index)).collect();
        return ResourcePage { rows, total: state.len(), offset };
    }
    let all: Vec<usize> = (0..state.len()).filter(fitting).collect();
    let rows = all.iter().skip(offset).take(limit).map(|&index| row(state, index)).collect();
    ResourcePage { rows, total: all.len(), offset }
}

fn fits(state: &Checkpoint, entry: &Entry, filter: &ResourceFilter, needle: Option<&str>) -> bool {
    let kind = state.type_of(entry);
    if filter.kind.as_ref().is_some_and(|pattern| !glob::matches(pattern, &kind))
        || filter.package.as_ref().is_some_and(|package| urn::package_of(&kind) != package)
        || filter.parent.as_ref().is_some_and(|parent| *state.shown(entry.parent) != **parent)
    {
        return false;
    }
    if !filter.flags.is_empty() {
        let flags = flags(entry, &kind);
        if !filter.flags.iter().all(|flag| flags.contains(&flag.as_str())) {
            return false;
        }
    }
    if let Some(wanted) = &filter.provider {
        let provider = state.shown(entry.provider);
        let urn = urn::split_provider(&provider).map(|(urn, _)| urn);
        if *provider != **wanted && urn != Some(wanted.as_str()) {
            return false;
        }
    }
    let urn = state.shown(entry.urn);
    if let Some(pattern) = &filter.name
        && !Urn::parse(&urn).is_some_and(|urn| glob::matches(pattern, urn.name))
    {
        return false;
    }
    needle.is_none_or(|needle| urn.to_lowercase().contains(needle) || state.shown(entry.id).to_lowercase().contains(needle))
}

pub(super) fn facets(state: &Checkpoint) -> Facets {
    let mut counts: [BTreeMap<String, usize>; 4] = Default::default();
    let mut count = |group: usize, value: &str| match counts[group].get_mut(value) {
        Some(count) => *count += 1,
        None => {
            counts[group].insert(value.to_owned(), 1);
        }
    };
    for entry in state.entries() {
        let kind = state.type_of(entry);
        count(0, &kind);
        count(1, urn::package_of(&kind));
        if let Some((provider, _)) = urn::split_provider(&state.shown(entry.provider)) {
            count(2, provider);
        }
        for flag in flags(entry, &kind) {
            count(3, flag);
        }
    }
    let [types, packages, providers, flags] = counts.map(ranked);
    Facets { types, packages, providers, flags }
}

/// Counted values, most frequent first, then by name.
pub(crate) fn ranked(counts: BTreeMap<String, usize>) -> Vec<Facet> {
    let mut facets: Vec<Facet> = counts.into_iter().map(|(value, count)| Facet { value, count }).collect();
    facets.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    facets
}
