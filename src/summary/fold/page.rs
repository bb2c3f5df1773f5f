//! Some of the resources of a log.
//!
//! In: which of them. Out: their rows, built only for those asked for, and how many fit. Nothing can fail.

use serde::{Deserialize, Serialize};

use super::Fold;
use super::answer;
use crate::summary::report::ResourceUpdate;

/// Which resources to list; every field that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceUpdateFilter {
    /// Ops, of which one must be the resource's.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub op: Vec<String>,
    /// Where it stands: `pending`, `running`, `done`, `failed`, `interrupted`; one of them must be the resource's.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub status: Vec<String>,
    /// Text that stands in the URN; letter case does not matter.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub text: String,
}

/// Some resources of a log, in order of first mention.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceUpdatePage {
    /// How many fit in all.
    pub total: usize,
    /// Those asked for.
    pub rows: Vec<ResourceUpdate>,
}

pub(super) fn page(fold: &Fold, filter: &ResourceUpdateFilter, offset: usize, limit: usize) -> ResourceUpdatePage {
    let needle = filter.text.to_lowercase();
    let over = fold.over();
    let (mut total, mut rows) = (0, Vec::new());
    for (_, row) in answer::shown(fold) {
        let fits = (filter.op.is_empty() || filter.op.iter().any(|op| op == answer::op(row).as_str()))
            && (filter.status.is_empty()
                || filter.status.iter().any(|status| status == answer::status(fold, row, over).as_str()))
            && (needle.is_empty() || row.urn.to_lowercase().contains(&needle));
        if fits {
            if total >= offset && rows.len() < limit {
                rows.push(answer::resource(fold, row, over));
            }
            total += 1;
        }
    }
    ResourceUpdatePage { total, rows }
}
