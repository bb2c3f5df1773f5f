//! How two maps of property values differ.
//!
//! In: two maps. Out: [`ObjectDiff`], which borrows from both, or nothing where they are equal. Lists are compared index by index, a null
//! is the same as nothing, and keys that begin with `__` do not count at any level. Paths that a program asked to hide are taken out and
//! listed. Nothing can fail; the work is linear in the values. Rules: `sdk/go/common/resource/properties_diff.go` of Pulumi
//! (pulumi-semantics section 4.1).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::hidden::Hidden;
use super::path::{PathStep, PropertyPath};
use super::path_set::{PathSet, PathsHere};
use super::value::{Object, Value};
use crate::model::value::is_internal;

/// How two maps differ.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ObjectDiff<'v> {
    pub(crate) adds: BTreeMap<Cow<'v, str>, &'v Value>,
    pub(crate) deletes: BTreeMap<Cow<'v, str>, &'v Value>,
    pub(crate) sames: BTreeMap<Cow<'v, str>, &'v Value>,
    pub(crate) updates: BTreeMap<Cow<'v, str>, ValueDiff<'v>>,
}

/// How two lists differ, index by index.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ArrayDiff<'v> {
    pub(crate) adds: BTreeMap<usize, &'v Value>,
    pub(crate) deletes: BTreeMap<usize, &'v Value>,
    pub(crate) sames: BTreeMap<usize, &'v Value>,
    pub(crate) updates: BTreeMap<usize, ValueDiff<'v>>,
}

/// Two values that differ; of two lists or two maps also how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ValueDiff<'v> {
    pub(crate) old: &'v Value,
    pub(crate) new: &'v Value,
    pub(crate) array: Option<Box<ArrayDiff<'v>>>,
    pub(crate) object: Option<ObjectDiff<'v>>,
}

impl ObjectDiff<'_> {
    /// Whether nothing differs.
    pub(crate) fn is_empty(&self) -> bool {
        self.adds.is_empty() && self.deletes.is_empty() && self.updates.is_empty()
    }
}

impl ArrayDiff<'_> {
    /// Whether nothing differs.
    pub(crate) fn is_empty(&self) -> bool {
        self.adds.is_empty() && self.deletes.is_empty() && self.updates.is_empty()
    }
}

impl<'v> ValueDiff<'v> {
    /// Two values as a whole.
    pub(crate) fn whole(old: &'v Value, new: &'v Value) -> Self {
        Self { old, new, array: None, object: None }
    }

    /// Whether it goes into the values and finds nothing there.
    pub(super) fn is_hollow(&self) -> bool {
        (self.array.is_some() || self.object.is_some())
            && self.array.as_ref().is_none_or(|diff| diff.is_empty())
            && self.object.as_ref().is_none_or(ObjectDiff::is_empty)
    }
}

/// How two maps differ; nothing where they are equal.
pub(crate) fn diff_objects<'v>(old: &'v Object, new: &'v Object) -> Option<ObjectDiff<'v>> {
    Walk::default().objects(old, new, PathsHere::none())
}

/// As [`diff_values`], at a place that hidden paths may lead through; hidden ones are added to the list.
pub(super) fn diff_values_at<'v>(
    old: &'v Value,
    new: &'v Value,
    path: &[PathStep],
    hide: &PathsHere<'_>,
    hidden: &mut Hidden,
) -> Option<ValueDiff<'v>> {
    let mut walk = Walk { path: path.to_vec(), hidden: std::mem::take(hidden) };
    let diff = walk.values(old, new, hide.clone());
    *hidden = walk.hidden;
    diff
}

/// How two values differ; nothing where they are equal.
pub(crate) fn diff_values<'v>(old: &'v Value, new: &'v Value) -> Option<ValueDiff<'v>> {
    Walk::default().values(old, new, PathsHere::none())
}

/// As [`diff_objects`], without what lies under the hidden paths; with those of them, in order, under which something was left out.
pub(crate) fn diff_objects_hiding<'v>(
    old: &'v Object,
    new: &'v Object,
    hide: &[Cow<'_, str>],
) -> (Option<ObjectDiff<'v>>, Vec<PropertyPath>) {
    let (diff, hidden) = diff_objects_telling(old, new, hide);
    (diff, hidden.paths())
}

/// As [`diff_objects_hiding`], with the hidden places.
pub(super) fn diff_objects_telling<'v>(
    old: &'v Object,
    new: &'v Object,
    hide: &[Cow<'_, str>],
) -> (Option<ObjectDiff<'v>>, Hidden) {
    let hidden = PathSet::parse(hide);
    let mut walk = Walk::default();
    let diff = walk.objects(old, new, hidden.top());
    (diff, walk.hidden)
}

/// What the comparison of two members or elements says.
enum Step<'v> {
    Same,
    Differs(ValueDiff<'v>),
    /// All that differs is hidden.
    Hidden,
}

#[derive(Default)]
struct Walk {
    /// Where the walk stands; only kept below paths that lead to hidden ones.
    path: Vec<PathStep>,
    hidden: Hidden,
}

impl Walk {
    fn objects<'v>(&mut self, old: &'v Object, new: &'v Object, hide: PathsHere<'_>) -> Option<ObjectDiff<'v>> {
        let mut diff = ObjectDiff::default();
        for (key, before) in old.iter().filter(|(key, _)| !is_internal(key.as_bytes())) {
            let name = Cow::Borrowed(key.as_str());
            let hide = hide.under(|| PathStep::Key(key.clone()));
            match new.get(key) {
                Some(after) => match self.step(|| PathStep::Key(key.clone()), before, after, &hide) {
                    Step::Same => drop(diff.sames.insert(name, before)),
                    Step::Hidden => {}
                    Step::Differs(_) if before.is_null() => drop(diff.adds.insert(name, after)),
                    Step::Differs(_) if after.is_null() => drop(diff.deletes.insert(name, before)),
                    Step::Differs(change) => drop(diff.updates.insert(name, change)),
                },
                None if before.is_null() => {}
                None => match hide.covering() {
                    Some(path) => self.hide(PathStep::Key(key.clone()), path),
                    None => drop(diff.deletes.insert(name, before)),
                },
            }
        }
        for (key, after) in new.iter().filter(|(key, after)| !is_internal(key.as_bytes()) && !after.is_null()) {
            if old.contains_key(key) {
                continue;
            }
            match hide.under(|| PathStep::Key(key.clone())).covering() {
                Some(path) => self.hide(PathStep::Key(key.clone()), path),
                None => drop(diff.adds.insert(Cow::Borrowed(key), after)),
            }
        }
        (!diff.is_empty()).then_some(diff)
    }

    fn arrays<'v>(&mut self, old: &'v [Value], new: &'v [Value], hide: PathsHere<'_>) -> Option<ArrayDiff<'v>> {
        let mut diff = ArrayDiff::default();
        for (index, (before, after)) in old.iter().zip(new).enumerate() {
            let step = || PathStep::Index(index as i64);
            match self.step(step, before, after, &hide.under(step)) {
                Step::Differs(change) => drop(diff.updates.insert(index, change)),
                Step::Same => drop(diff.sames.insert(index, before)),
                Step::Hidden => {}
            }
        }
        let shared = old.len().min(new.len());
        for (values, tail) in [(&mut diff.deletes, old), (&mut diff.adds, new)] {
            for (index, value) in tail.iter().enumerate().skip(shared) {
                match hide.under(|| PathStep::Index(index as i64)).covering() {
                    Some(path) => self.hide(PathStep::Index(index as i64), path),
                    None => drop(values.insert(index, value)),
                }
            }
        }
        (!diff.is_empty()).then_some(diff)
    }

    /// Two values one step further down.
    fn step<'v>(&mut self, step: impl FnOnce() -> PathStep, old: &'v Value, new: &'v Value, hide: &PathsHere<'_>) -> Step<'v> {
        if hide.is_empty() {
            return self.values(old, new, PathsHere::none()).map_or(Step::Same, Step::Differs);
        }
        let before = self.hidden.count();
        let diff = if let Some(path) = hide.covering() {
            if self.values(old, new, PathsHere::none()).is_some() {
                self.hide(step(), path);
            }
            None
        } else {
            self.path.push(step());
            let diff = self.values(old, new, hide.clone());
            self.path.pop();
            diff
        };
        match diff {
            Some(diff) => Step::Differs(diff),
            None if self.hidden.count() > before => Step::Hidden,
            None => Step::Same,
        }
    }

    fn values<'v>(&mut self, old: &'v Value, new: &'v Value, hide: PathsHere<'_>) -> Option<ValueDiff<'v>> {
        let mut diff = ValueDiff::whole(old, new);
        match (old, new) {
            (Value::Array(before), Value::Array(after)) => diff.array = Some(Box::new(self.arrays(before, after, hide)?)),
            (Value::Object(before), Value::Object(after)) => diff.object = Some(self.objects(before, after, hide)?),
            _ if old == new => return None,
            _ => {}
        }
        Some(diff)
    }

    fn hide(&mut self, last: PathStep, path: &PropertyPath) {
        self.hidden.add(&self.path, Some(last), path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str, hide: &[&str]) -> String {
        let (old, new) = (Value::object(Some(old)), Value::object(Some(new)));
        let hide: Vec<_> = hide.iter().map(|path| Cow::Borrowed(*path)).collect();
        let (diff, hidden) = diff_objects_hiding(&old, &new, &hide);
        let mut out = diff.map_or(String::new(), |diff| object(&diff));
        for path in hidden {
            out.push_str(&format!(" ?{}", path.text()));
        }
        out
    }

    fn object(diff: &ObjectDiff<'_>) -> String {
        let (adds, deletes) = (diff.adds.keys().map(|key| format!("+{key}")), diff.deletes.keys().map(|key| format!("-{key}")));
        let updates = diff.updates.iter().map(|(key, change)| format!("~{key}{}", value(change)));
        let sames = diff.sames.keys().map(|key| format!("={key}"));
        format!("{{{}}}", adds.chain(deletes).chain(updates).chain(sames).collect::<Vec<_>>().join(" "))
    }

    fn value(diff: &ValueDiff<'_>) -> String {
        if let Some(inner) = &diff.object {
            return object(inner);
        }
        let Some(inner) = &diff.array else { return String::new() };
        let (adds, deletes) = (inner.adds.keys().map(|key| format!("+{key}")), inner.deletes.keys().map(|key| format!("-{key}")));
        let updates = inner.updates.iter().map(|(key, change)| format!("~{key}{}", value(change)));
        let sames = inner.sames.keys().map(|key| format!("={key}"));
        format!("[{}]", adds.chain(deletes).chain(updates).chain(sames).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn by_pulumis_rules() {
        let secret = r#"{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"}"#;
        let unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";
        let (wrapped, computed) = (format!(r#"{{"a":{secret}}}"#), format!(r#"{{"a":{unknown}}}"#));
        let cases = [
            ("equal maps", r#"{"a":1,"b":[1,{"c":2}]}"#, r#"{"b":[1,{"c":2}],"a":1.0}"#, ""),
            ("no value on either side", "{}", r#"{"a":null}"#, ""),
            ("null is nothing", r#"{"a":null,"b":null}"#, r#"{"b":null}"#, ""),
            ("a null that is on both sides stays", r#"{"a":null,"b":1}"#, r#"{"a":null,"b":2}"#, "{~b =a}"),
            ("from null", r#"{"a":null}"#, r#"{"a":1}"#, "{+a}"),
            ("to null", r#"{"a":1}"#, r#"{"a":null}"#, "{-a}"),
            ("gone and new", r#"{"a":1}"#, r#"{"b":1}"#, "{+b -a}"),
            ("booleans", r#"{"a":true}"#, r#"{"a":false}"#, "{~a}"),
            ("strings", r#"{"a":"x","b":"y"}"#, r#"{"a":"x","b":"Y"}"#, "{~b =a}"),
            ("another kind", r#"{"a":[1]}"#, r#"{"a":{"b":1}}"#, "{~a}"),
            ("a text that looks like a number", r#"{"a":1}"#, r#"{"a":"1"}"#, "{~a}"),
            ("lists by index", r#"{"a":[1,2,3]}"#, r#"{"a":[0,1,2,3]}"#, "{~a[+3 ~0 ~1 ~2]}"),
            ("a shorter list", r#"{"a":[1,2,3]}"#, r#"{"a":[1,5]}"#, "{~a[-2 ~1 =0]}"),
            ("null in a list is a value", r#"{"a":[null]}"#, r#"{"a":[1]}"#, "{~a[~0]}"),
            ("nested maps", r#"{"a":{"b":{"c":1},"d":2}}"#, r#"{"a":{"b":{"c":2},"d":2}}"#, "{~a{~b{~c} =d}}"),
            ("from an empty list", r#"{"a":[]}"#, r#"{"a":[1]}"#, "{~a[+0]}"),
            ("an empty list is a value", "{}", r#"{"a":[]}"#, "{+a}"),
            ("internal keys at the top", r#"{"__defaults":[1],"a":1}"#, r#"{"__defaults":[2],"a":1}"#, ""),
            ("internal keys below", r#"{"a":{"__x":1,"y":1}}"#, r#"{"a":{"__x":2,"__z":3,"y":1}}"#, ""),
            ("secrets", &wrapped, &wrapped, ""),
            ("a secret and a plain value", &wrapped, r#"{"a":"[secret]"}"#, "{~a}"),
            ("unknown", &computed, &computed, ""),
            ("unknown and known", &computed, r#"{"a":"x"}"#, "{~a}"),
        ];
        for (what, old, new, expected) in cases {
            assert_eq!(shown(old, new, &[]), expected, "{what}");
        }
    }

    #[test]
    fn hidden_paths_are_listed_where_something_differs() {
        let (old, new) = (r#"{"a":[1,2],"b":{"k":1,"l":1},"c":1,"d":1}"#, r#"{"a":[1,3,4],"b":{"k":2,"l":2},"c":2,"e":1}"#);
        assert_eq!(shown(old, new, &["a", "b.k", "d", "e", "f"]), "{~b{~l} ~c} ?a ?b.k ?d ?e");
        assert_eq!(shown(old, new, &["*"]), " ?[\"*\"]");
        assert_eq!(shown(old, new, &["a[*]", "b[\"*\"]", "c", "d", "e"]), " ?a[\"*\"] ?b[\"*\"] ?c ?d ?e");
        assert_eq!(shown(old, old, &["a"]), "");
    }
}
