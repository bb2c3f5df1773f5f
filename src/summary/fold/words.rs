//! Words of a log, counted.
//!
//! In: words one by one. Out: how often each came. A log can hold any number of different words; past [`MAX_WORDS`] they count under `…`.

use std::collections::BTreeMap;

use crate::model::update::OpType;
use crate::summary::display::color;
use crate::summary::report::UnknownWords;

/// Different words that are kept.
const MAX_WORDS: usize = 1000;

/// Words with their counts.
#[derive(Debug, Default, Clone)]
pub(super) struct Words(BTreeMap<Box<str>, u64>);

impl Words {
    pub(super) fn add(&mut self, word: &str) {
        if let Some(count) = self.0.get_mut(word) {
            *count += 1;
        } else if self.0.len() < MAX_WORDS {
            self.0.insert(word.into(), 1);
        } else {
            *self.0.entry("…".into()).or_insert(0) += 1;
        }
    }

    /// A word that has a place whatever others there are.
    pub(super) fn add_known(&mut self, word: &str) {
        match self.0.get_mut(word) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(word.into(), 1)),
        }
    }

    pub(super) fn counts(&self) -> &BTreeMap<Box<str>, u64> {
        &self.0
    }

    pub(super) fn report(&self) -> BTreeMap<String, u64> {
        self.0.iter().map(|(word, count)| (word.to_string(), *count)).collect()
    }
}

fn is_severity(word: &str) -> bool {
    matches!(word, "debug" | "info" | "info#err" | "warning" | "error")
}

fn is_enforcement_level(word: &str) -> bool {
    matches!(word, "advisory" | "mandatory" | "remediate" | "disabled")
}

/// Whether a severity or enforcement level is known.
pub(super) fn is_known(word: &str) -> bool {
    is_severity(word) || is_enforcement_level(word)
}

/// Words that this version has no name for.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    pub(super) kinds: Words,
    ops: Words,
    severities: Words,
    enforcement_levels: Words,
    colors: Words,
}

impl Unknown {
    pub(super) fn op(&mut self, op: &OpType) {
        if let OpType::Other(word) = op {
            self.ops.add(word);
        }
    }

    pub(super) fn severity(&mut self, word: &str) {
        if !is_severity(word) {
            self.severities.add(word);
        }
    }

    pub(super) fn enforcement_level(&mut self, word: &str) {
        if !is_enforcement_level(word) {
            self.enforcement_levels.add(word);
        }
    }

    /// Colour directives of a text.
    pub(super) fn colors(&mut self, text: &str) {
        for word in color::unknown_directives(text) {
            self.colors.add(word);
        }
    }

    pub(super) fn report(&self) -> UnknownWords {
        UnknownWords {
            kinds: self.kinds.report(),
            ops: self.ops.report(),
            severities: self.severities.report(),
            enforcement_levels: self.enforcement_levels.report(),
            colors: self.colors.report(),
        }
    }
}
