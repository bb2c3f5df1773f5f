//! Outputs of the stack, and how they changed.
//!
//! In: the step of the stack's own resource when it ends. Out: the outputs with every secret masked, and how they differ from those
//! before. Only the last such step counts; until one ends, or where none does, the announcement does, where it names outputs. Rule: the Outputs section shows what the root stack's outputs event holds (pulumi-semantics
//! section 4.4).

use std::collections::BTreeMap;

use crate::model::json_text::Json;
use crate::model::value::{MASK, SIGNATURE, text_holds_secret};
use crate::summary::event::Step;
use crate::summary::report::ResourcePropertyChange;
use crate::wire::shallow::{Scratch, Shallow};

use super::differences;

/// Outputs as last heard of.
#[derive(Debug, Default)]
pub(super) struct StackOutputs {
    pub(super) values: BTreeMap<String, Json>,
    pub(super) changes: Vec<ResourcePropertyChange>,
    /// Names of those that were cut.
    pub(super) truncated: Vec<String>,
    /// A step of the stack has ended.
    pub(super) told: bool,
}

impl StackOutputs {
    /// What the announcement of a step of the stack says: nothing where it comes before the outputs are known.
    pub(super) fn announced(step: &Step<'_>) -> Self {
        let outputs = step.new.as_ref().and_then(|new| new.outputs);
        let known = outputs.is_some_and(|text| text.bytes().any(|byte| byte == b'"'));
        if known { Self { told: false, ..Self::of(step) } } else { Self::default() }
    }

    /// What the end of a step of the stack says.
    pub(super) fn of(step: &Step<'_>) -> Self {
        let old = step.old.as_ref().and_then(|old| old.outputs);
        let new = step.new.as_ref().and_then(|new| new.outputs);
        let (mut values, mut truncated) = (BTreeMap::new(), Vec::new());
        let mut scratch = Scratch::default();
        if let Some(text) = new
            && let Ok(shallow) = Shallow::read(text, 1, &mut scratch)
        {
            // Of outputs that are one secret as a whole, none is told.
            let is_secret =
                shallow.members(Shallow::ROOT).any(|(key, _)| shallow.string(key).is_some_and(|key| key == SIGNATURE));
            for (key, value) in shallow.members(Shallow::ROOT).filter(|_| !is_secret) {
                let key = shallow.string(key).unwrap_or_default();
                let key = if text_holds_secret(key.as_bytes()) { MASK.to_owned() } else { key.into_owned() };
                if key.starts_with("__") {
                    continue;
                }
                let (value, cut) = differences::masked(shallow.raw(value));
                truncated.extend(cut.then(|| key.clone()));
                values.insert(key, value);
            }
        }
        Self { values, changes: differences::between(old, new), truncated, told: true }
    }
}
