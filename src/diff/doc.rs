//! One side of a comparison: a tape, and its digests once they are needed.
//!
//! In: a tape, the rules and what is rewritten. Out: digests in full and without internal keys. Nothing can fail.

use std::cell::OnceCell;

use super::options::Rules;
use crate::model::digest::{Lens, Rewrite, digests};
use crate::wire::tape::Tape;

/// One side's value. Digests are made when first needed: most changes are found without.
pub(crate) struct Doc<'t> {
    pub(crate) tape: &'t Tape<'t>,
    /// Where the tape's bytes start in the state's text; `None` for text from inside a string.
    pub(crate) base: Option<u32>,
    rewrite: Option<&'t dyn Rewrite>,
    show_internal: bool,
    full: OnceCell<Vec<u128>>,
    visible: OnceCell<Vec<u128>>,
}

impl<'t> Doc<'t> {
    pub(crate) fn new(tape: &'t Tape<'t>, base: Option<u32>, rules: &Rules, rewrite: Option<&'t dyn Rewrite>) -> Self {
        Self { tape, base, rewrite, show_internal: rules.show_internal, full: OnceCell::new(), visible: OnceCell::new() }
    }

    /// Whether texts are rewritten before they are compared.
    pub(crate) fn rewrites(&self) -> bool {
        self.rewrite.is_some()
    }

    /// Digests in full.
    pub(crate) fn full(&self) -> &[u128] {
        let lens = Lens { skip_internal: false, specials: true, rewrite: self.rewrite };
        self.full.get_or_init(|| digests(self.tape, lens))
    }

    /// Digests without internal keys, for aligning.
    pub(crate) fn visible(&self) -> &[u128] {
        if self.show_internal {
            return self.full();
        }
        let lens = Lens { skip_internal: true, specials: true, rewrite: self.rewrite };
        self.visible.get_or_init(|| digests(self.tape, lens))
    }
}
