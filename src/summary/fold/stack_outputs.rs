//! Outputs of the stack, and how they changed.
//!
//! In: the step of the stack's own resource when it ends. Out: the outputs with every secret masked, and how they differ from those
//! before. Only the last such step counts. Rule: the Outputs section shows what the root stack's outputs event holds (pulumi-semantics
//! section 4.4).

use std::collections::BTreeMap;

use crate::model::json_text::Json;
use crate::model::value::{MASK, text_holds_secret};
use crate::summary::event::Step;
use crate::summary::report::ResourcePropertyChange;
use crate::wire::shallow::{Scratch, Shallow};

use super::differences;

/// Outputs as last heard of.
#[derive(Debug, Default)]
pub(super) struct StackOutputs {
    pub(super) values: BTreeMap<String, Json>,
    pub(super) changes: Vec<ResourcePropertyChange>,
}

impl StackOutputs {
    /// What the end of a step of the stack says.
    pub(super) fn of(step: &Step<'_>) -> Self {
        let old = step.old.as_ref().and_then(|old| old.outputs);
        let new = step.new.as_ref().and_then(|new| new.outputs);
        let mut values = BTreeMap::new();
        let mut scratch = Scratch::default();
        if let Some(text) = new
            && let Ok(shallow) = Shallow::read(text, 1, &mut scratch)
        {
            for (key, value) in shallow.members(Shallow::ROOT) {
                let key = shallow.string(key).unwrap_or_default();
                let key = if text_holds_secret(key.as_bytes()) { MASK.to_owned() } else { key.into_owned() };
                values.insert(key, differences::masked(shallow.raw(value)));
            }
        }
        Self { values, changes: differences::between(old, new) }
    }
}
