//! Pieces that are no values: damaged ones, and noise between them.
//!
//! In: a value that cannot be one any more, or a byte that begins none. Out: one problem for the piece, and the place where reading goes on.
//! What follows a problem and is a part of the same piece is passed over in silence: more of the line, and lines that are indented or only
//! close brackets.

use super::super::Place;
use super::super::follow::Fault;
use super::super::noise;
use super::super::shape::{Outlet, Trouble};
use super::list::Listing;
use super::{Frames, LineEnds, MARK, State};
use crate::error::Result;

impl Frames {
    /// The value that was followed is none. `more` is what came of it in this part.
    pub(super) fn damaged(&mut self, more: &[u8], fault: Fault, out: &mut Outlet<'_>) -> Result<()> {
        let State::Value { doubtful } = self.state else { return Ok(()) };
        self.state = State::Passing;
        self.damaged = true;
        self.lost = Some(if doubtful { self.lost.unwrap_or(0) } else { self.follower.indent() });
        self.listing = Listing::Anything;
        let restart = self.follower.restart().filter(|restart| {
            let length = (self.held.len() + more.len() - restart.at) as u64;
            self.read_again + length <= (1 << 20) + 8 * self.here.offset
        });
        let end = self.here;
        if let Some(restart) = restart {
            self.held.extend_from_slice(more);
            let bytes = self.held.split_off(restart.at);
            self.read_again += bytes.len() as u64;
            self.here = Place { offset: self.start.offset + restart.at as u64, line: self.start.line + restart.lines };
            self.state = State::Between;
            self.column = Some(0);
            self.mixed = None;
            self.again.push((bytes, 0));
        }
        self.release();
        if doubtful {
            return Ok(());
        }
        self.troubled = Some(end.line);
        out.report(Trouble { fault, place: self.start, exact: end.offset })
    }

    pub(super) fn begin_noise(&mut self) {
        let begun = std::mem::take(&mut self.mark);
        self.start = Place { offset: self.here.offset - begun as u64, line: self.here.line };
        self.held.clear();
        self.held.extend_from_slice(&MARK[..begun]);
        let indented = self.column.is_some_and(|column| column > 0);
        let silent = self.troubled == Some(self.here.line) || self.lost.is_some() && indented;
        self.state = State::Noise { silent, behind: self.lost.is_some() };
        self.lost = self.lost.or(Some(self.column.unwrap_or(0)));
        self.column = None;
        if self.lists > 0 {
            self.listing = Listing::Anything;
            if !self.fruitful && !self.damaged {
                // No list of events, but words in brackets.
                self.lists = 0;
            }
        }
    }

    pub(super) fn noise(&mut self, part: &[u8], at: usize, ends: &mut LineEnds<'_>, out: &mut Outlet<'_>) -> Result<usize> {
        let end = ends.after(at);
        let to = end.unwrap_or(part.len());
        let room = (noise::SAMPLE + 1).saturating_sub(self.held.len()).min(to - at);
        self.held.extend_from_slice(&part[at..at + room]);
        self.here.offset += (to - at) as u64;
        if end.is_some() {
            self.end_noise(out)?;
        }
        Ok(to)
    }

    pub(super) fn end_noise(&mut self, out: &mut Outlet<'_>) -> Result<()> {
        let State::Noise { silent, behind } = self.state else { return Ok(()) };
        self.state = State::Between;
        let cut = self.held.len() > noise::SAMPLE;
        let closing = behind && self.held.iter().all(|byte| matches!(byte, b'}' | b']' | b',' | b' ' | b'\r'));
        let fault = noise::fault(&self.held[..self.held.len().min(noise::SAMPLE)], cut);
        self.release();
        if silent || closing { Ok(()) } else { self.report(fault, self.start, out) }
    }
}
