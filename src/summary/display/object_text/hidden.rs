//! Differences of a resource that hides some of its properties.
//!
//! In: two maps and the paths that the program asked to hide. Out: how the maps differ elsewhere, and the paths that hide something. As
//! Pulumi asks about paths before it compares, a path is told also where both sides are equal there. Text that is no path hides nothing.

use std::borrow::Cow;

use crate::summary::property::{Object, ObjectDiff, PathStep, PropertyPath, Value, diff_objects_hiding};

/// Values that are looked at for the paths of one resource.
const WORK: usize = 100_000;

/// How two maps differ, and the paths to name as hidden. A difference of hidden properties only is an empty one.
pub(crate) fn diff_with_hidden<'v>(
    old: &'v Object,
    new: &'v Object,
    hide: &[Cow<'_, str>],
) -> (Option<ObjectDiff<'v>>, Vec<PropertyPath>) {
    let (diff, mut hidden) = diff_objects_hiding(old, new, hide);
    let mut work = WORK;
    for path in hide.iter().filter_map(|path| PropertyPath::parse(path)) {
        if !hidden.contains(&path) && both_have(old, new, &path.0, &mut work) {
            hidden.push(path);
        }
    }
    if hidden.is_empty() { (diff, hidden) } else { (Some(diff.unwrap_or_default()), hidden) }
}

fn both_have(old: &Object, new: &Object, steps: &[PathStep], work: &mut usize) -> bool {
    let Some((PathStep::Key(key), rest)) = steps.split_first() else { return false };
    if key != "*" {
        return old.get(key).zip(new.get(key)).is_some_and(|(old, new)| both_lead(old, new, rest, work));
    }
    old.iter().any(|(key, old)| new.get(key).is_some_and(|new| both_lead(old, new, rest, work)))
}

fn both_lead(old: &Value, new: &Value, steps: &[PathStep], work: &mut usize) -> bool {
    *work = work.saturating_sub(1);
    let Some((step, rest)) = steps.split_first() else { return true };
    match (old, new, step) {
        _ if *work == 0 => false,
        (Value::Object(old), Value::Object(new), _) => both_have(old, new, steps, work),
        (Value::Array(old), Value::Array(new), PathStep::Index(index)) => {
            let at = usize::try_from(*index).unwrap_or(usize::MAX);
            old.get(at).zip(new.get(at)).is_some_and(|(old, new)| both_lead(old, new, rest, work))
        }
        (Value::Array(old), Value::Array(new), PathStep::Key(key)) if key == "*" => {
            old.iter().zip(new).any(|(old, new)| both_lead(old, new, rest, work))
        }
        _ => false,
    }
}
