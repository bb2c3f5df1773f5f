//! How the steps of different resources hang together.
//!
//! In: a step of a resource that changes. Out: what it gives to others, and which earlier rows it took something from. Steps that change
//! nothing cost nothing here. What a resource gives is its id, and those outputs that came with the change and that it was not itself given as inputs.

use crate::model::update::OpType;
use crate::summary::event::Step;

use super::rows::{RowId, Rows};
use super::values::{self, Source, Values};

/// Rows that one row is known to wait for.
const MAX_WAITS: usize = 64;

/// A step begins: whose values did it wait for?
pub(super) fn take(rows: &mut Rows, values: &mut Values, id: RowId, step: &Step<'_>) {
    let mut waits = Vec::new();
    match (&step.old, &step.new) {
        (Some(old), None) => {
            // What is deleted waits for those that used it.
            waits.extend((!old.id.is_empty()).then(|| values.user(values::mark(&old.id))).flatten());
            waits.extend(values::whole(old.outputs).into_iter().filter_map(|mark| values.user(mark)));
            values.use_up(id, values::all_pieces(old.inputs));
        }
        (_, Some(new)) => {
            let Some(inputs) = new.inputs else { return };
            let sources = values::all_pieces(Some(inputs)).into_iter().filter_map(|mark| values.source(mark));
            waits.extend(sources.map(|source| match source {
                Source::Id(row) | Source::Output(row) => row,
            }));
            if inputs.contains("urn:pulumi:") {
                values::strings(inputs, |text| waits.extend(rows.find(text)));
            }
        }
        (None, None) => return,
    }
    if replaces(&step.op)
        && let Some(old) = &step.old
    {
        values.give_id(id, &old.id);
    }
    waits.retain(|&row| row != id);
    waits.sort_unstable();
    waits.dedup();
    if waits.is_empty() {
        return;
    }
    let known = &mut rows.get_mut(id).more().waits;
    for row in waits {
        if known.len() < MAX_WAITS && !known.contains(&row) {
            known.push(row);
        }
    }
}

/// A step ends: what does it give?
pub(super) fn give(values: &mut Values, id: RowId, step: &Step<'_>) {
    let Some(new) = &step.new else { return };
    values.give_id(id, &new.id);
    let before = step.old.as_ref().and_then(|old| old.outputs);
    let (gone, come) = values::differing(before, new.outputs);
    for (marks, inputs) in [(gone, step.old.as_ref().and_then(|old| old.inputs)), (come, new.inputs)] {
        if marks.is_empty() {
            continue;
        }
        let mut taken = values::whole(inputs);
        taken.sort_unstable();
        values.give_outputs(id, marks.into_iter().filter(|mark| taken.binary_search(mark).is_err()));
    }
}

fn replaces(op: &OpType) -> bool {
    matches!(op, OpType::Replace | OpType::CreateReplacement | OpType::DeleteReplaced | OpType::ImportReplacement)
}
