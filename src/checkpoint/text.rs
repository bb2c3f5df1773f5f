//! The text of a state: bytes of its own, and runs of resources that it shares with another version.
//!
//! In: what [`super::Intake`] has taken in. Out: any range of the original text. Nothing can fail. In the own bytes `{}`
//! stands in the place of a run, so that they are JSON by themselves.

use std::borrow::Cow;
use std::sync::Arc;

use super::State;

/// A byte range of a text: of its own bytes, or (with [`Span::BASE`] set in both ends) of the base's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) const BASE: u32 = 1 << 31;

    /// Whether there is nothing: no text starts with its end.
    pub(crate) fn is_absent(self) -> bool {
        self.end == 0
    }

    pub(crate) fn shifted(self, by: u32) -> Self {
        if self.is_absent() { self } else { Self { start: self.start.wrapping_add(by), end: self.end.wrapping_add(by) } }
    }

    pub(crate) fn in_base(self) -> Self {
        if self.is_absent() { self } else { Self { start: self.start | Self::BASE, end: self.end | Self::BASE } }
    }
}

/// Resources that stand in the base, in place of [`STAND_IN`] in the own text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) at: u32,
    /// Positions among the base's resources, the second one past the last.
    pub(crate) first: u32,
    pub(crate) past: u32,
    /// Byte range in the base's own text.
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Run {
    /// Bytes of the original text that are not in the own text.
    fn missing(&self) -> usize {
        (self.end - self.start) as usize - STAND_IN.len()
    }
}

/// What stands for a run. An object, so that nothing can grow together with it.
pub(crate) const STAND_IN: &[u8] = b"{}";

/// A state's text.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) own: Vec<u8>,
    pub(crate) runs: Vec<Run>,
    /// Has no base itself.
    pub(crate) base: Option<Arc<State>>,
}

impl Text {
    pub(crate) fn slice(&self, span: Span) -> &[u8] {
        let range = (span.start & !Span::BASE) as usize..(span.end & !Span::BASE) as usize;
        match &self.base {
            Some(base) if span.start & Span::BASE != 0 => &base.text.own[range],
            _ => &self.own[range],
        }
    }

    /// A range of the own text with the runs in their places.
    pub(crate) fn expand(&self, range: std::ops::Range<usize>) -> Cow<'_, [u8]> {
        let Some(base) = &self.base else { return Cow::Borrowed(&self.own[range]) };
        let inside: Vec<&Run> = self.runs.iter().filter(|run| range.contains(&(run.at as usize))).collect();
        if inside.is_empty() {
            return Cow::Borrowed(&self.own[range]);
        }
        let mut out = Vec::with_capacity(range.len() + inside.iter().map(|run| run.missing()).sum::<usize>());
        let mut at = range.start;
        for run in inside {
            out.extend_from_slice(&self.own[at..run.at as usize]);
            out.extend_from_slice(&base.text.own[run.start as usize..run.end as usize]);
            at = run.at as usize + STAND_IN.len();
        }
        out.extend_from_slice(&self.own[at..range.end]);
        Cow::Owned(out)
    }

    /// Bytes of the original text.
    pub(crate) fn len(&self) -> usize {
        self.own.len() + self.runs.iter().map(Run::missing).sum::<usize>()
    }
}
