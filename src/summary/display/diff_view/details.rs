//! What a step changes.
//!
//! In: a step and its indentation. Out: the properties of what is new or goes, or how the properties of what changes differ. Rules:
//! pulumi-semantics sections 4.3 and 4.4.

use std::collections::BTreeSet;

use crate::model::update::OpType;
use crate::summary::display::object_text::{Pen, diff_with_hidden};
use crate::summary::event::{State, Step};
use crate::summary::property::{DetailedDiff, ObjectDiff, PropertyPath, Value};

/// Writes the properties of a step.
pub(super) fn push(step: &Step<'_>, indent: usize, refresh: bool, truncate: bool, out: &mut String) {
    // Where nothing is done, nothing has changed, even if the properties look like it.
    if step.op == OpType::Same {
        return;
    }
    let pen = Pen::new(&step.op, indent, truncate);
    if let Some(detailed) = DetailedDiff::read(step, refresh) {
        return match detailed.translate() {
            (Some(diff), hidden) => differences(pen, &diff, &hidden, None, out),
            (None, hidden) if !hidden.is_empty() => differences(pen, &ObjectDiff::default(), &hidden, None, out),
            (None, _) => {
                let inputs = Value::object(step.old.as_ref().and_then(|old| old.inputs));
                Pen::new(&OpType::Same, indent, truncate).marked(true).object(&inputs, out);
            }
        };
    }
    match (&step.old, &step.new) {
        (None, None) => {}
        (None, Some(new)) => {
            let outputs = Value::object(new.outputs);
            let properties = if outputs.is_empty() { Value::object(new.inputs) } else { outputs };
            pen.object(&properties, out);
        }
        (Some(old), None) => pen.object(&Value::object(old.inputs), out),
        (Some(old), Some(new)) => changes(step, old, new, pen, out),
    }
}

fn changes(step: &Step<'_>, old: &State<'_>, new: &State<'_>, pen: Pen<'_>, out: &mut String) {
    let outputs = Value::object(new.outputs);
    let by_outputs = !outputs.is_empty() && !matches!(step.op, OpType::Import | OpType::ImportReplacement);
    let (before, after) =
        if by_outputs { (Value::object(old.outputs), outputs) } else { (Value::object(old.inputs), Value::object(new.inputs)) };
    let include: Option<BTreeSet<&str>> =
        step.diffs.as_ref().filter(|_| !by_outputs).map(|keys| keys.iter().map(|key| &**key).collect());
    match diff_with_hidden(&before, &after, &new.hide_diffs) {
        (Some(diff), hidden) => differences(pen, &diff, &hidden, include.as_ref(), out),
        (None, _) => pen.as_same().marked(true).object(&after, out),
    }
}

fn differences(pen: Pen<'_>, diff: &ObjectDiff<'_>, hidden: &[PropertyPath], include: Option<&BTreeSet<&str>>, out: &mut String) {
    let pen = pen.marked(true);
    pen.hidden_paths(hidden, out);
    pen.object_diff(diff, include, out);
}
