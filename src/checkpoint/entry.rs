//! One record of the index: byte ranges of what identifies it, and its boolean facts.

use super::text::Span;

/// One resource record: where it stands, and the raw text of the fields that tell it apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    /// The whole element of the list, which in a `resources/latest` answer wraps the record.
    pub(crate) element: Span,
    pub(crate) record: Span,
    pub(crate) urn: Span,
    pub(crate) id: Span,
    pub(crate) kind: Span,
    pub(crate) parent: Span,
    pub(crate) provider: Span,
    pub(crate) flags: u16,
}

/// Boolean facts of a record, as bits of [`Entry::flags`].
pub(crate) mod flag {
    pub(crate) const CUSTOM: u16 = 1;
    pub(crate) const DELETE: u16 = 2;
    pub(crate) const EXTERNAL: u16 = 4;
    pub(crate) const PROTECT: u16 = 8;
    pub(crate) const RETAIN: u16 = 16;
    pub(crate) const PENDING_REPLACEMENT: u16 = 32;
    pub(crate) const TAINT: u16 = 64;
    pub(crate) const INIT_ERRORS: u16 = 128;
}

impl Entry {
    pub(crate) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    pub(crate) fn shifted(&self, by: u32) -> Self {
        self.map(|span| span.shifted(by))
    }

    pub(crate) fn map(&self, f: impl Fn(Span) -> Span) -> Self {
        Self {
            element: f(self.element),
            record: f(self.record),
            urn: f(self.urn),
            id: f(self.id),
            kind: f(self.kind),
            parent: f(self.parent),
            provider: f(self.provider),
            flags: self.flags,
        }
    }
}
