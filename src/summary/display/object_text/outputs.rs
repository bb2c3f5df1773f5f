//! The outputs of a step.
//!
//! In: a step that has its outputs. Out: those that differ from the outputs before, or, of a new resource, from its inputs; empty where
//! there is nothing to show. Rules: pulumi-semantics sections 4.4 and 4.5.

use super::{Pen, diff_with_hidden, says_something, stack_preview, width};
use crate::model::update::OpType;
use crate::model::urn::{STACK_TYPE, Urn};
use crate::model::value::is_internal;
use crate::summary::event::Step;
use crate::summary::property::{Object, ObjectDiff, Value, diff_objects_hiding, diff_values};

/// The outputs of a step as indented lines. `planning` is set in a preview, `refresh` where the outputs come from a refresh, `show_sames`
/// shows those that stay, `full` those that are long.
pub(crate) fn outputs(step: &Step<'_>, indent: usize, planning: bool, refresh: bool, show_sames: bool, full: bool) -> String {
    let mut out = String::new();
    let is_stack = Urn::parse(&step.urn).is_some_and(|urn| urn.qualified_type == STACK_TYPE);
    // The outputs of a preview are complete only where they were read, but those of a stack are of interest in any case.
    let was_read =
        matches!(step.op, OpType::Read | OpType::ReadReplacement | OpType::Import | OpType::ImportReplacement) || refresh;
    if planning && !was_read && !is_stack {
        return out;
    }
    if step.old.as_ref().is_some_and(|old| !old.init_errors.is_empty()) {
        return out;
    }
    let show_sames = show_sames || (!planning && is_stack);
    let new = step.new.as_ref().filter(|new| new.outputs.is_some());
    let inputs = Value::object(new.and_then(|new| new.inputs));
    let outputs = Value::object(new.and_then(|new| new.outputs));
    let before = step.old.as_ref().map(|old| Value::object(old.outputs));
    let hide = step.res().map_or(&[][..], |res| &res.hide_diffs);
    let mut hidden = Vec::new();
    let mut diff = before.as_ref().and_then(|before| {
        let (diff, paths) = diff_with_hidden(before, &outputs, hide);
        hidden = paths;
        diff
    });
    let preview_of_stack = planning && is_stack;
    if let Some(diff) = diff.as_mut().filter(|_| preview_of_stack) {
        stack_preview::prune(diff);
    }
    if before.is_some() && diff.is_none() && !show_sames {
        return out;
    }
    let mut pen = Pen::new(&step.op, indent, !full);
    pen.hidden_paths(&hidden, &mut out);
    pen.stack_preview = preview_of_stack && diff.is_some();
    let as_input = |key: &str| {
        let Some(input) = inputs.get(key).filter(|_| !refresh) else { return false };
        let pair = |value: Option<&Value>| value.map(|value| (key.to_owned(), value.clone())).into_iter().collect::<Object>();
        if hide.is_empty() {
            return diff_values(outputs.get(key).unwrap_or(&Value::Null), input).is_none();
        }
        diff_objects_hiding(&pair(outputs.get(key)), &pair(Some(input)), hide).0.is_none()
    };
    match &diff {
        Some(diff) => shown_diff(pen, diff, show_sames, as_input, &mut out),
        None => {
            let align = width(outputs.keys().map(String::as_str));
            for (key, value) in &outputs {
                if !is_internal(key.as_bytes()) && says_something(value) && !as_input(key) {
                    pen.property(key, value, align, &mut out);
                }
            }
        }
    }
    out
}

fn shown_diff(pen: Pen<'_>, diff: &ObjectDiff<'_>, show_sames: bool, as_input: impl Fn(&str) -> bool, out: &mut String) {
    let keys = super::diffs::keys(diff);
    let align = width(keys.iter().copied());
    for key in keys {
        let stays = diff.sames.contains_key(key);
        if !as_input(key) && (show_sames || !stays) {
            pen.property_diff(key, align, diff, out);
        }
    }
}
