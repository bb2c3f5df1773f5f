//! What a preview says of a stack's outputs.
//!
//! In: the difference of the outputs of a stack. Out: the same without what only says that a resource's properties are not known yet.
//! Programs put whole resources into outputs; these carry a mark, which is not shown either.

use super::says_something;
use super::values::RESOURCE_MARK;
use crate::summary::property::{ObjectDiff, Value, ValueDiff};

/// Takes out what is not known yet.
pub(super) fn prune(diff: &mut ObjectDiff<'_>) {
    let is_resource = diff.adds.remove(RESOURCE_MARK).is_some();
    if is_resource {
        diff.adds.retain(|_, value| !matches!(value, Value::Unknown));
    }
    diff.updates.retain(|_, change| {
        let unknown = matches!(change.new, Value::Unknown);
        if is_resource && unknown && !says_something(change.old) {
            return false;
        }
        prune_value(change);
        let no_change = change.object.as_ref().is_none_or(|object| object.is_empty()) && change.old == change.new;
        !no_change && !unknown
    });
}

fn prune_value(change: &mut ValueDiff<'_>) {
    if let Some(array) = &mut change.array {
        array.updates.values_mut().for_each(prune_value);
    } else if let Some(object) = &mut change.object {
        prune(object);
    }
}
