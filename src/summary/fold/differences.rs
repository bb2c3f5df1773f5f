//! Values and differences for the report, masked and cut.
//!
//! In: steps and values as JSON text. Out: what is kept of them. Nothing can fail.

use super::cut;
use crate::model::json_text::Json;
use crate::summary::event::{Raw, Step};
use crate::summary::property;
use crate::summary::report::ResourcePropertyChange;

/// How the properties of a step's resource differ, and how many more do; of the outcome of a refresh as `refresh` says.
pub(super) fn of_step(step: &Step<'_>, refresh: bool) -> (Vec<ResourcePropertyChange>, u64) {
    cut::changes(property::changes(step, refresh))
}

/// How two objects differ.
pub(super) fn between(before: Option<Raw<'_>>, after: Option<Raw<'_>>) -> Vec<ResourcePropertyChange> {
    cut::changes(property::changes_between(before, after)).0
}

/// A value, masked, and whether it is cut.
pub(super) fn masked(raw: Raw<'_>) -> (Json, bool) {
    property::masked(raw)
}
