//! Differences between values.
//!
//! In: a difference and a pen. Out: the parts that come, go and change, each with its mark, between those that stay. Values that say nothing
//! are left out on either side of a change.

use std::collections::BTreeSet;

use super::{Pen, Title, is_primitive, says_something, width};
use crate::model::update::OpType;
use crate::summary::property::{ArrayDiff, ObjectDiff, PropertyPath, Value, ValueDiff};

/// The keys of a difference, in order.
pub(super) fn keys<'d>(diff: &'d ObjectDiff<'_>) -> Vec<&'d str> {
    let values = [&diff.adds, &diff.deletes, &diff.sames];
    let mut keys: Vec<&str> =
        values.into_iter().flat_map(|map| map.keys()).chain(diff.updates.keys()).map(|key| &**key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Pen<'_> {
    /// Names of paths that are not to be shown.
    pub(crate) fn hidden_paths(self, paths: &[PropertyPath], out: &mut String) {
        let pen = self.op(&OpType::Update).marked(true);
        let texts: BTreeSet<String> = paths.iter().map(PropertyPath::text).collect();
        texts.iter().for_each(|path| pen.begin(&format!("{path} (hidden)\n"), out));
    }

    /// How two maps differ; where `include` is given, only those keys.
    pub(crate) fn object_diff(self, diff: &ObjectDiff<'_>, include: Option<&BTreeSet<&str>>, out: &mut String) {
        let mut keys = keys(diff);
        if let Some(include) = include {
            keys.retain(|key| include.contains(key));
        }
        let align = width(keys.iter().copied());
        keys.iter().for_each(|key| self.property_diff(key, align, diff, out));
    }

    /// How one key differs.
    pub(super) fn property_diff(self, key: &str, align: usize, diff: &ObjectDiff<'_>, out: &mut String) {
        let title = Title::Key(key, align);
        if let Some(value) = diff.adds.get(key) {
            self.add(value, title, out);
        } else if let Some(value) = diff.deletes.get(key) {
            self.delete(value, title, out);
        } else if let Some(change) = diff.updates.get(key) {
            self.value_diff(title, change, out);
        } else if let Some(value) = diff.sames.get(key).filter(|value| !self.summary && says_something(value)) {
            self.op(&OpType::Same).marked(false).property(key, value, align, out);
        }
    }

    pub(super) fn add(self, value: &Value, title: Title<'_>, out: &mut String) {
        self.whole(&OpType::Create, value, title, out);
    }

    pub(super) fn delete(self, value: &Value, title: Title<'_>, out: &mut String) {
        Pen { stack_preview: false, ..self }.whole(&OpType::Delete, value, title, out);
    }

    fn whole(self, op: &OpType, value: &Value, title: Title<'_>, out: &mut String) {
        let pen = self.op(op).marked(true);
        pen.title(title, out);
        pen.value(value, out);
    }

    /// How two values differ.
    pub(super) fn value_diff(self, title: Title<'_>, diff: &ValueDiff<'_>, out: &mut String) {
        let pen = self.op(&OpType::Update).marked(true);
        if let Some(array) = &diff.array {
            pen.title(title, out);
            pen.put("[\n", out);
            pen.array_diff(array, out);
            pen.begin_unmarked("]\n", out);
        } else if let Some(object) = &diff.object {
            pen.title(title, out);
            pen.put("{\n", out);
            pen.deeper(1).object_diff(object, None, out);
            pen.begin_unmarked("}\n", out);
        } else {
            pen.leaf_diff(title, diff, out);
        }
    }

    fn array_diff(self, diff: &ArrayDiff<'_>, out: &mut String) {
        let values = [&diff.adds, &diff.deletes, &diff.sames];
        let indices: BTreeSet<usize> =
            values.into_iter().flat_map(|map| map.keys()).chain(diff.updates.keys()).copied().collect();
        let pen = self.deeper(2);
        for index in indices {
            let title = Title::Index(index);
            if let Some(value) = diff.adds.get(&index) {
                pen.add(value, title, out);
            } else if let Some(value) = diff.deletes.get(&index) {
                pen.delete(value, title, out);
            } else if let Some(change) = diff.updates.get(&index) {
                pen.value_diff(title, change, out);
            } else if let Some(value) = diff.sames.get(&index).filter(|_| !self.summary) {
                let pen = pen.op(&OpType::Same).marked(false);
                pen.title(title, out);
                pen.value(value, out);
            }
        }
    }

    fn leaf_diff(self, title: Title<'_>, diff: &ValueDiff<'_>, out: &mut String) {
        let (old, new) = (diff.old, diff.new);
        let (old_says, new_says) = (says_something(old), says_something(new));
        if old_says && new_says {
            match (old, new) {
                (Value::Archive(old), Value::Archive(new)) => return self.archive_diff(title, old, new, out),
                (Value::String(old), Value::String(new)) => {
                    self.title(title, out);
                    return self.text_diff(old, new, out);
                }
                _ if is_primitive(old) && is_primitive(new) => {
                    self.title(title, out);
                    self.op(&OpType::Delete).primitive(old, out);
                    self.put(" => ", out);
                    self.op(&OpType::Create).primitive(new, out);
                    return self.put("\n", out);
                }
                _ => {}
            }
        }
        if old_says {
            self.delete(old, title, out);
        }
        if new_says {
            self.add(new, title, out);
        }
    }
}
