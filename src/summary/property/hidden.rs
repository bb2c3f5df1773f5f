//! What was left out of a difference because a program asked for it.
//!
//! In: places, each with the path that hides it. Out: the places, as far as there is room for them, and each hiding path once. Nothing can
//! fail.

use std::collections::{BTreeSet, HashSet};

use super::path::{PathStep, PropertyPath};

/// Bytes of places that are remembered: they repeat what their paths share.
const ROOM: usize = 1 << 20;

/// What was left out so far.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    count: usize,
    bytes: usize,
    places: Vec<PropertyPath>,
    paths: BTreeSet<PropertyPath>,
    /// Where the paths stand in their set, so that none is compared or copied twice.
    known: HashSet<*const PropertyPath>,
}

impl Hidden {
    /// How many places were left out.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Leaves out the place at `above` and `last`.
    pub(super) fn add(&mut self, above: &[PathStep], last: Option<PathStep>, path: &PropertyPath) {
        self.count += 1;
        self.bytes = self.bytes.saturating_add(above.iter().chain(&last).map(PathStep::weight).sum());
        if self.bytes <= ROOM {
            self.places.push(PropertyPath(above.iter().cloned().chain(last).collect()));
        }
        if self.known.insert(std::ptr::from_ref(path)) {
            self.paths.insert(path.clone());
        }
    }

    /// The places, in order.
    pub(super) fn places(self) -> BTreeSet<PropertyPath> {
        self.places.into_iter().collect()
    }

    /// The paths that hide something, in order.
    pub(super) fn paths(self) -> Vec<PropertyPath> {
        self.paths.into_iter().collect()
    }
}
