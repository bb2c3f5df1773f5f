//! Rows that changed in the same way.
//!
//! In: the rows. Out: a group number in each row, and [`Group`]s. Nothing can fail. Two rows are of one group where their kinds
//! and the places and kinds of their property changes agree, list positions aside; creations and deletions where their types do.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::StateDiff;
use super::change::{ChangeKind, PropertyKind, Row};
use super::path::generalised;
use crate::checkpoint::{Facet, ranked};

/// Resources that changed in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Group {
    /// The number that the rows carry.
    pub group: u32,
    /// What happened to them.
    pub kind: ChangeKind,
    /// How many they are.
    pub count: usize,
    /// Their types.
    pub types: Vec<Facet>,
    /// What changed in each of them.
    pub properties: Vec<Shape>,
    /// URNs of the first three.
    pub sample: Vec<String>,
}

/// Place and kind of a property change, list positions written as `[*]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Shape {
    /// Path pattern.
    pub path: String,
    /// What happened there.
    pub kind: PropertyKind,
}

/// A page of groups, largest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct GroupPage {
    /// The groups from `offset` on.
    pub rows: Vec<Group>,
    /// How many groups there are in all.
    pub total: usize,
    /// Position of the first group of the page.
    pub offset: usize,
}

/// Numbers the rows by group, in the order in which groups first appear.
pub(crate) fn assign(rows: &mut [Row], type_of: impl Fn(&Row) -> String) {
    let mut numbers: HashMap<(ChangeKind, bool, String, Vec<Shape>), u32> = HashMap::new();
    for row in rows {
        let shapes = shapes(row);
        let kind = if shapes.is_empty() { type_of(row) } else { String::new() };
        let next = numbers.len() as u32;
        row.group = *numbers.entry((row.kind, row.pending_delete, kind, shapes)).or_insert(next);
    }
}

fn shapes(row: &Row) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = row.props.iter().map(|prop| Shape { path: generalised(&prop.path), kind: prop.kind }).collect();
    shapes.sort();
    shapes.dedup();
    shapes
}

pub(crate) fn page(diff: &StateDiff, offset: usize, limit: usize) -> GroupPage {
    let mut members: BTreeMap<u32, Vec<&Row>> = BTreeMap::new();
    for row in &diff.rows {
        members.entry(row.group).or_default().push(row);
    }
    let mut groups: Vec<(u32, Vec<&Row>)> = members.into_iter().collect();
    groups.sort_by_key(|(group, rows)| (std::cmp::Reverse(rows.len()), *group));
    let total = groups.len();
    let rows = groups
        .into_iter()
        .skip(offset)
        .take(limit)
        .map(|(group, rows)| {
            let mut types: BTreeMap<String, usize> = BTreeMap::new();
            for row in &rows {
                *types.entry(diff.type_of(row)).or_default() += 1;
            }
            Group {
                group,
                kind: rows[0].kind,
                count: rows.len(),
                types: ranked(types),
                properties: shapes(rows[0]),
                sample: rows.iter().take(3).map(|row| diff.urn_of(row)).collect(),
            }
        })
        .collect();
    GroupPage { rows, total, offset }
}
