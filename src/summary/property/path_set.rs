//! Sets of property paths, such as those whose differences are not to be shown.
//!
//! In: paths. Out: [`PathSet`], which is followed down step by step ([`PathsHere`]), so that a walk over values pays for the paths that it
//! is on and for no others. Nothing can fail; text that is no path is left out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::path::{PathStep, PropertyPath};

/// Paths by their steps; `*` stands for any one step.
#[derive(Debug, Default)]
pub(crate) struct PathSet {
    /// The path that ends here.
    ends: Option<PropertyPath>,
    any: Option<Box<PathSet>>,
    next: BTreeMap<PathStep, PathSet>,
}

/// The paths of a set that lead through one place.
#[derive(Debug, Clone, Default)]
pub(crate) struct PathsHere<'t>(Vec<&'t PathSet>);

impl PathSet {
    /// Paths by their texts.
    pub(crate) fn parse(paths: &[Cow<'_, str>]) -> Self {
        paths.iter().filter_map(|path| PropertyPath::parse(path)).collect()
    }

    /// The place at the top.
    pub(crate) fn top(&self) -> PathsHere<'_> {
        PathsHere(if self.any.is_none() && self.next.is_empty() { Vec::new() } else { vec![self] })
    }

    /// How many steps of a path lead to a place that the set covers, and the path of the set; nothing where it covers none of them.
    pub(crate) fn covered(&self, steps: &[PathStep]) -> Option<(usize, &PropertyPath)> {
        let mut here = self.top();
        for (at, step) in steps.iter().enumerate() {
            here = here.under(|| step.clone());
            if let Some(path) = here.covering() {
                return Some((at + 1, path));
            }
        }
        None
    }
}

impl FromIterator<PropertyPath> for PathSet {
    fn from_iter<I: IntoIterator<Item = PropertyPath>>(paths: I) -> Self {
        let mut root = Self::default();
        for path in paths.into_iter().filter(|path| !path.0.is_empty()) {
            let mut at = &mut root;
            for step in &path.0 {
                at = match step {
                    PathStep::Key(key) if key == "*" => at.any.get_or_insert_default(),
                    step => at.next.entry(step.clone()).or_default(),
                };
            }
            at.ends = Some(path);
        }
        root
    }
}

impl<'t> PathsHere<'t> {
    pub(crate) fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether no path of the set leads here or further down.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a path of the set ends here.
    pub(crate) fn covers(&self) -> bool {
        self.covering().is_some()
    }

    /// The path of the set that ends here.
    pub(crate) fn covering(&self) -> Option<&'t PropertyPath> {
        self.0.iter().find_map(|set| set.ends.as_ref())
    }

    /// One step down.
    pub(crate) fn under(&self, step: impl FnOnce() -> PathStep) -> Self {
        if self.0.is_empty() {
            return Self::none();
        }
        let step = step();
        Self(self.0.iter().flat_map(|set| set.any.as_deref().into_iter().chain(set.next.get(&step))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covered_places() {
        let covered = |pattern: &str, path: &str| {
            let set = PathSet::parse(&[pattern.into()]);
            set.covered(&PropertyPath::parse(path).unwrap().0).map(|(steps, path)| {
                assert_eq!(path, &PropertyPath::parse(pattern).unwrap());
                steps
            })
        };
        for (pattern, path, steps) in [
            ("a", "a", 1),
            ("a", "a.b", 1),
            ("a[*].b", "a[1].b.c", 3),
            ("*", "a", 1),
            ("a[\"*\"]", "a.x", 2),
            ("a.b", "a[\"b\"]", 2),
        ] {
            assert_eq!(covered(pattern, path), Some(steps), "{pattern} {path}");
        }
        for (pattern, path) in [("a.b", "a"), ("a", "ab"), ("a[1]", "a[2]"), ("a[1]", "a[\"1\"]"), ("a[1]", "a[*]")] {
            assert_eq!(covered(pattern, path), None, "{pattern} {path}");
        }
        assert!(PathSet::parse(&["".into(), "e[".into()]).top().is_empty());
    }
}
