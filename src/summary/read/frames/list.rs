//! Lists around the values of a log: brackets and commas.
//!
//! In: one byte that stands between two values, in a list or before one. Out: what may come next. What stands where it should not is a
//! problem, once for each list; from then on its punctuation does not matter.

use super::super::Place;
use super::super::follow::Fault;
use super::super::shape::Outlet;
use super::Frames;
use crate::error::{ErrorCode, Result};

/// Lists around a value: a page in a list of pages has two.
const MOST_LISTS: usize = 64;

/// What may come in the innermost list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listing {
    ValueOrClose,
    Value,
    CommaOrClose,
    /// Something was wrong in the list, and was reported: its punctuation does not matter any more.
    Anything,
}

impl Frames {
    pub(super) fn open_list(&mut self, at: usize, out: &mut Outlet<'_>) -> Result<usize> {
        if self.lists == 0 {
            self.fruitful = false;
            self.listing = Listing::ValueOrClose;
        } else {
            self.expect_value(out)?;
        }
        if self.lists == MOST_LISTS {
            let fault = Fault { code: ErrorCode::TooDeep, message: "lists nest too deep for an event log" };
            let start = self.here.offset.saturating_sub(MOST_LISTS as u64);
            self.report(fault, Place { offset: start, ..self.here }, out)?;
            self.lists = 0;
            self.begin_noise();
            return Ok(at);
        }
        self.lists += 1;
        self.expect(Listing::ValueOrClose);
        self.column = None;
        Ok(self.step(at))
    }

    pub(super) fn separator(&mut self, byte: u8, at: usize, out: &mut Outlet<'_>) -> Result<usize> {
        let wrong = match (byte, self.listing) {
            (b',', Listing::ValueOrClose | Listing::Value) => Some("this is no JSON: a value was expected before `,`"),
            (b']', Listing::Value) => Some("this is no JSON: a value was expected before `]`"),
            _ => None,
        };
        if let Some(message) = wrong {
            self.report(Fault { code: ErrorCode::NotJson, message }, self.here, out)?;
            self.listing = Listing::Anything;
        }
        if byte == b',' {
            self.expect(Listing::Value);
        } else {
            self.lists -= 1;
            self.expect(Listing::CommaOrClose);
        }
        self.column = None;
        Ok(self.step(at))
    }

    /// A value or list begins in a list.
    pub(super) fn expect_value(&mut self, out: &mut Outlet<'_>) -> Result<()> {
        if self.listing == Listing::CommaOrClose {
            let fault = Fault { code: ErrorCode::NotJson, message: "this is no JSON: `,` or `]` was expected" };
            self.report(fault, self.here, out)?;
            self.listing = Listing::Anything;
        }
        self.expect(Listing::CommaOrClose);
        Ok(())
    }

    fn expect(&mut self, next: Listing) {
        if self.listing != Listing::Anything {
            self.listing = next;
        }
    }
}
