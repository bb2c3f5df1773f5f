//! A difference as a list of changed values, each with its path.
//!
//! In: differences of maps. Out: the changes of a report, in order of their paths, values as JSON with secrets masked. Lists and maps that
//! differ are gone into; what is new or gone is one change, however much it holds. Nothing can fail. Paths repeat what they share, so the
//! list has a bound: what is nested so that its paths would exceed it is one change too.

use super::detailed::DetailedKind;
use super::json::{mask, pair};
use super::object::{ArrayDiff, ObjectDiff, ValueDiff};
use super::path::{PathStep, PropertyPath, text};
use super::path_set::{PathSet, PathsHere};
use super::value::Value;
use crate::summary::report::ResourcePropertyChange;

/// Bytes of paths below the top that the changes of one step may come to.
const PATH_BYTES: usize = 1 << 20;

/// The changes so far.
pub(super) struct Leaves {
    replacing: PathSet,
    found: Vec<(PropertyPath, ResourcePropertyChange)>,
}

/// Where the listing stands.
struct Place<'l> {
    steps: Vec<PathStep>,
    /// Bytes of paths that are left; nothing below a place whose whole contents fit.
    room: Option<usize>,
    found: &'l mut Vec<(PropertyPath, ResourcePropertyChange)>,
}

/// The paths that make the resource be replaced, as seen from one place.
#[derive(Clone)]
struct Replacing<'t> {
    here: PathsHere<'t>,
    /// The place lies below one of them.
    covered: bool,
}

impl Replacing<'_> {
    fn under(&self, step: &PathStep) -> Self {
        let here = self.here.under(|| step.clone());
        Self { covered: self.covered || here.covers(), here }
    }
}

impl Leaves {
    /// A list whose changes at, below and above the given paths make the resource be replaced.
    pub(super) fn new(replacing: PathSet) -> Self {
        Self { replacing, found: Vec::new() }
    }

    pub(super) fn add(&mut self, diff: Option<&ObjectDiff<'_>>) {
        let Some(diff) = diff else { return };
        let replacing = Replacing { here: self.replacing.top(), covered: false };
        Place { steps: Vec::new(), room: Some(PATH_BYTES), found: &mut self.found }.object(diff, &replacing);
    }

    /// A change whose values are not to be shown.
    pub(super) fn hide(&mut self, path: PropertyPath, kind: DetailedKind) {
        let mut replacing = Replacing { here: self.replacing.top(), covered: false };
        for step in &path.0 {
            replacing = replacing.under(step);
        }
        let change = ResourcePropertyChange {
            path: path.text(),
            kind: word(kind),
            replace: replacing.covered || !replacing.here.is_empty(),
            before: None,
            after: None,
            hidden: true,
            truncated: false,
            secret: false,
        };
        self.found.push((path, change));
    }

    pub(super) fn finish(mut self) -> Vec<ResourcePropertyChange> {
        self.found.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.found.into_iter().map(|(_, change)| change).collect()
    }
}

fn word(kind: DetailedKind) -> &'static str {
    match kind {
        DetailedKind::Add => "add",
        DetailedKind::Delete => "delete",
        DetailedKind::Update => "update",
    }
}

impl Place<'_> {
    fn object(&mut self, diff: &ObjectDiff<'_>, replacing: &Replacing<'_>) {
        let key = |key: &str| PathStep::Key(key.to_owned());
        for (name, value) in &diff.deletes {
            self.leaf(key(name), Some(value), None, replacing);
        }
        for (name, value) in &diff.adds {
            self.leaf(key(name), None, Some(value), replacing);
        }
        for (name, change) in &diff.updates {
            self.update(key(name), change, replacing);
        }
    }

    fn array(&mut self, diff: &ArrayDiff<'_>, replacing: &Replacing<'_>) {
        let index = |index: usize| PathStep::Index(index as i64);
        for (at, value) in &diff.deletes {
            self.leaf(index(*at), Some(value), None, replacing);
        }
        for (at, value) in &diff.adds {
            self.leaf(index(*at), None, Some(value), replacing);
        }
        for (at, change) in &diff.updates {
            self.update(index(*at), change, replacing);
        }
    }

    fn update(&mut self, step: PathStep, change: &ValueDiff<'_>, replacing: &Replacing<'_>) {
        if change.array.is_none() && change.object.is_none() {
            return self.leaf(step, Some(change.old), Some(change.new), replacing);
        }
        let mut left = None;
        if let Some(room) = self.room {
            left = room.checked_sub(cost(change, self.steps.iter().chain([&step]).map(PathStep::weight).sum()));
            if left.is_none() {
                return self.leaf(step, Some(change.old), Some(change.new), replacing);
            }
            self.room = None;
        }
        let replacing = replacing.under(&step);
        self.steps.push(step);
        if let Some(array) = &change.array {
            self.array(array, &replacing);
        }
        if let Some(object) = &change.object {
            self.object(object, &replacing);
        }
        self.steps.pop();
        self.room = left;
    }

    fn leaf(&mut self, step: PathStep, before: Option<&Value>, after: Option<&Value>, replacing: &Replacing<'_>) {
        let replacing = replacing.under(&step);
        self.steps.push(step);
        let holds = |value: Option<&Value>| value.is_some_and(Value::holds_secret);
        let secret = holds(before) || holds(after);
        let kind = match (before, after) {
            (None, _) => DetailedKind::Add,
            (_, None) => DetailedKind::Delete,
            _ => DetailedKind::Update,
        };
        // Of an update both sides are masked whole: what is secret on one side may stand open on the other.
        let there = |value: Option<&'_ Value>| value.is_some_and(|value| !value.is_null());
        let (before, after, truncated) = if secret && kind == DetailedKind::Update {
            (there(before).then(mask), there(after).then(mask), false)
        } else {
            pair(before.filter(|value| !value.is_null()), after.filter(|value| !value.is_null()))
        };
        let change = ResourcePropertyChange {
            path: text(&self.steps),
            kind: word(kind),
            replace: replacing.covered || !replacing.here.is_empty(),
            before,
            after,
            hidden: false,
            truncated,
            secret,
        };
        self.found.push((PropertyPath(self.steps.clone()), change));
        self.steps.pop();
    }
}

/// Bytes of the paths below a value, whose own path has `prefix`.
fn cost(change: &ValueDiff<'_>, prefix: usize) -> usize {
    let mut total = 0_usize;
    let mut below = |length: usize, change: Option<&ValueDiff<'_>>| match change {
        Some(change) if change.array.is_some() || change.object.is_some() => {
            total = total.saturating_add(cost(change, prefix + length))
        }
        _ => total = total.saturating_add(prefix + length),
    };
    if let Some(array) = &change.array {
        let indices = array.adds.len() + array.deletes.len();
        (0..indices).for_each(|_| below(8, None));
        array.updates.values().for_each(|change| below(8, Some(change)));
    }
    if let Some(object) = &change.object {
        object.adds.keys().chain(object.deletes.keys()).for_each(|key| below(key.len() + 4, None));
        object.updates.iter().for_each(|(key, change)| below(key.len() + 4, Some(change)));
    }
    total
}

#[cfg(test)]
mod tests {
    use super::super::object::diff_objects;
    use super::*;

    fn listed(old: &str, new: &str, keys: &[&str]) -> Vec<String> {
        let (old, new) = (Value::object(Some(old)), Value::object(Some(new)));
        let keys: Vec<_> = keys.iter().map(|key| (*key).into()).collect();
        let mut leaves = Leaves::new(PathSet::parse(&keys));
        leaves.add(diff_objects(&old, &new).as_ref());
        let shown = |side: Option<crate::model::json_text::Json>| side.map_or("-".to_owned(), |json| json.as_str().to_owned());
        leaves
            .finish()
            .into_iter()
            .map(|change| {
                let marks = [if change.replace { "!" } else { "" }, if change.secret { "?" } else { "" }].concat();
                format!("{} {}{marks} {} {}", change.path, change.kind, shown(change.before), shown(change.after))
            })
            .collect()
    }

    #[test]
    fn down_to_values_in_order_of_paths() {
        let (old, new) = (
            r#"{"b":{"x":[1,{"y":"old"},3]},"gone":{"deep":[1]},"a":1,"list":[0,1,2,3,4,5,6,7,8,9,10]}"#,
            r#"{"b":{"x":[1,{"y":"new"}]},"new":[{}],"a":"1","list":[0,1,5,3,4,5,6,7,8,9,11]}"#,
        );
        let expected = [
            r#"a update 1 "1""#,
            r#"b.x[1].y update! "old" "new""#,
            "b.x[2] delete! 3 -",
            r#"gone delete {"deep":[1]} -"#,
            "list[2] update 2 5",
            "list[10] update 10 11",
            "new add! - [{}]",
        ];
        assert_eq!(listed(old, new, &["b", "new[0]"]), expected);
    }

    #[test]
    fn a_secret_on_one_side_is_masked_on_both() {
        let secret = r#"{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"}"#;
        let list = listed(
            &format!(r#"{{"a":{secret},"b":[{secret}],"c":{{"d":{secret},"e":1}}}}"#),
            r#"{"a":"open","b":{"x":"open"}}"#,
            &[],
        );
        let expected =
            [r#"a update? "[secret]" "[secret]""#, r#"b update? "[secret]" "[secret]""#, r#"c delete? {"d":"[secret]","e":1} -"#];
        assert_eq!(list, expected);
    }

    #[test]
    fn long_paths_have_a_bound() {
        let deep = |value: usize| {
            let key = "k".repeat(1000);
            let leaves: Vec<_> = (0..5000).map(|at| (at + value).to_string()).collect();
            format!("{}[{}]{}", format!("{{\"{key}\":").repeat(150), leaves.join(","), "}".repeat(150))
        };
        let list = listed(&deep(0), &deep(1), &[]);
        assert_eq!(list.len(), 1, "one change in place of 5,000 with 150 KB of path each");
    }
}
