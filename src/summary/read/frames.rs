//! The text of a log, part by part, cut into whole values.
//!
//! In: decompressed bytes. Out: each value that stands by itself or in a list, to the [`Outlet`], and a problem for each piece that is none.
//! A line that lies whole in a part and holds one event is given on as it is, without being looked at here; anything else is followed
//! to its end, and only what a part cuts is kept until the rest comes. Fails with the outlet's errors, so only in strict mode.
//!
//! Behind damage, reading starts again at the first line that begins an object and is indented no further than the damaged one: at one
//! inside what was followed, where there is one, so that a line that was cut off costs itself only. Bytes read again are bounded by a
//! multiple of the log.

use super::Place;
use super::follow::{Fault, Fed, Follower};
use super::shape::{Outlet, Trouble};
use crate::error::{ErrorCode, Result};

mod damage;
mod ends;
mod list;

use ends::LineEnds;
use list::Listing;

const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];
/// Space for a cut value that is kept for the next one.
const KEEP: usize = 1 << 20;
/// Longest line that is read in outline, and so held until it is whole.
const LONGEST: usize = 16 << 20;

/// Where reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a value.
    Between,
    /// In a value. A doubtful one may be a part of something damaged: it counts only if it is an event, and is no problem if not.
    Value { doubtful: bool },
    /// In a line that begins a value and was cut: it is read in outline, once it is whole.
    Line,
    /// Behind damage, up to the end of the line or of the value.
    Passing,
    /// In a piece that begins no value, up to the end of the line. A silent one belongs to a problem that was reported; one that comes `behind`
    /// a problem does so too if it only closes brackets.
    Noise { silent: bool, behind: bool },
}

pub(super) struct Frames {
    state: State,
    follower: Follower,
    /// The value or noise so far, from earlier parts.
    held: Vec<u8>,
    start: Place,
    here: Place,
    /// Blanks so far in this line, while it holds nothing else.
    column: Option<usize>,
    /// Bytes of a byte order mark so far.
    mark: usize,
    /// Lists that are open around the values.
    lists: usize,
    listing: Listing,
    /// Whether the open lists gave an event.
    fruitful: bool,
    /// Since a problem without an event: how far the piece was indented.
    lost: Option<usize>,
    /// Whether the problem was a value.
    damaged: bool,
    /// Line of the last problem, if nothing sound came since.
    troubled: Option<u64>,
    /// The line that is not one event by itself.
    mixed: Option<u64>,
    read_again: u64,
    /// Most bytes of one value.
    limit: usize,
    /// Bytes to be taken before those that come, the next last, and how many of each are done.
    again: Vec<(Vec<u8>, usize)>,
}

impl Frames {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            state: State::Between,
            follower: Follower::default(),
            held: Vec::new(),
            start: Place { offset: 0, line: 1 },
            here: Place { offset: 0, line: 1 },
            column: Some(0),
            mark: 0,
            lists: 0,
            listing: Listing::Anything,
            fruitful: false,
            lost: None,
            damaged: false,
            troubled: None,
            mixed: None,
            read_again: 0,
            limit,
            again: Vec::new(),
        }
    }

    /// Where the next byte stands.
    pub(super) fn here(&self) -> Place {
        self.here
    }

    /// Takes the next bytes.
    pub(super) fn push(&mut self, part: &[u8], out: &mut Outlet<'_>) -> Result<()> {
        let mut at = self.take(part, out)?;
        loop {
            while let Some((bytes, done)) = self.again.pop() {
                let depth = self.again.len();
                let done = done + self.take(&bytes[done..], out)?;
                if done < bytes.len() {
                    self.again.insert(depth, (bytes, done));
                }
            }
            if at == part.len() {
                return Ok(());
            }
            at += self.take(&part[at..], out)?;
        }
    }

    /// No more bytes come.
    pub(super) fn finish(&mut self, out: &mut Outlet<'_>) -> Result<()> {
        let mut open = true;
        loop {
            if self.mark > 0 {
                self.begin_noise();
            }
            match self.state {
                State::Between => break,
                State::Passing => self.state = State::Between,
                State::Noise { .. } => self.end_noise(out)?,
                State::Line => {
                    self.end_line(out)?;
                    self.push(&[], out)?;
                }
                State::Value { .. } => {
                    open = false;
                    let fault = Fault { code: ErrorCode::Truncated, message: "the log ends in the middle of an event" };
                    self.damaged(&[], fault, out)?;
                    self.push(&[], out)?;
                }
            }
        }
        if self.lists > 0 && open && self.listing != Listing::Anything {
            let fault = Fault { code: ErrorCode::Truncated, message: "the log ends in the middle of a list" };
            self.report(fault, self.here, out)?;
        }
        *self = Self { here: self.here, read_again: self.read_again, ..Self::new(self.limit) };
        Ok(())
    }

    /// Takes bytes up to the end, or to a place behind which `again` comes first. Gives how many.
    fn take(&mut self, part: &[u8], out: &mut Outlet<'_>) -> Result<usize> {
        let (mut at, mut ends, queued) = (0, LineEnds::new(part), self.again.len());
        while at < part.len() && self.again.len() == queued {
            at = match self.state {
                State::Between => self.between(part, at, &mut ends, out)?,
                State::Value { doubtful } => at + self.value(&part[at..], doubtful, out)?,
                State::Line => self.line(part, at, &mut ends, out)?,
                State::Noise { .. } => self.noise(part, at, &mut ends, out)?,
                State::Passing => {
                    let (passed, end) = self.follower.pass(&part[at..]);
                    self.here.offset += passed as u64;
                    if end {
                        self.state = State::Between;
                    }
                    at + passed
                }
            };
        }
        Ok(at)
    }

    fn between(&mut self, part: &[u8], at: usize, ends: &mut LineEnds<'_>, out: &mut Outlet<'_>) -> Result<usize> {
        let byte = part[at];
        if self.mark > 0 || byte == MARK[0] {
            if self.column.is_some() && byte == MARK[self.mark] {
                self.mark = (self.mark + 1) % MARK.len();
                return Ok(self.step(at));
            }
            self.begin_noise();
            return Ok(at);
        }
        match byte {
            b'\n' => {
                self.here.line += 1;
                self.column = Some(0);
                self.here.offset += 1;
                return Ok(at + 1);
            }
            b' ' | b'\t' | b'\r' => {
                self.column = self.column.map(|column| column + 1);
                self.here.offset += 1;
                return Ok(at + 1);
            }
            b'[' => return self.open_list(at, out),
            b'{' if self.lists == 0 => {}
            _ if self.lists == 0 => {
                self.begin_noise();
                return Ok(at);
            }
            b',' | b']' => return self.separator(byte, at, out),
            b'{' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => self.expect_value(out)?,
            _ => {
                self.begin_noise();
                return Ok(at);
            }
        }
        let doubtful = self.lost.zip(self.column).is_some_and(|(indent, column)| column > indent);
        if byte == b'{' && !doubtful && self.mixed != Some(self.here.line) {
            let outline = self.lists == 0 && out.outlines();
            match ends.after(at) {
                Some(end) if end - at <= self.limit => {
                    let line = element(&part[at..end], self.lists > 0);
                    if let Some(sound) = out.line(line, self.here, outline && end - at <= LONGEST)? {
                        self.here.offset += line.len() as u64;
                        self.told(sound);
                        return Ok(at + line.len());
                    }
                }
                None if outline => {
                    (self.state, self.start) = (State::Line, self.here);
                    return Ok(at);
                }
                _ => {}
            }
            self.mixed = Some(self.here.line);
        }
        self.state = State::Value { doubtful };
        self.start = self.here;
        self.follower.begin(self.column.unwrap_or(0));
        self.column = None;
        Ok(at)
    }

    /// More of a line that was cut.
    fn line(&mut self, part: &[u8], at: usize, ends: &mut LineEnds<'_>, out: &mut Outlet<'_>) -> Result<usize> {
        let end = ends.after(at);
        let piece = &part[at..end.unwrap_or(part.len())];
        if self.held.len() + piece.len() > LONGEST.min(self.limit) || self.held.try_reserve(piece.len()).is_err() {
            self.follow_line();
            return Ok(at);
        }
        self.held.extend_from_slice(piece);
        self.here.offset += piece.len() as u64;
        if end.is_some() {
            self.end_line(out)?;
        }
        Ok(at + piece.len())
    }

    /// The line is whole.
    fn end_line(&mut self, out: &mut Outlet<'_>) -> Result<()> {
        match out.line(element(&self.held, false), self.start, true)? {
            Some(sound) => {
                self.state = State::Between;
                self.release();
                self.told(sound);
            }
            None => self.follow_line(),
        }
        Ok(())
    }

    /// The line is not one event: it is gone through from its start.
    fn follow_line(&mut self) {
        (self.state, self.here, self.mixed) = (State::Between, self.start, Some(self.start.line));
        self.again.push((std::mem::take(&mut self.held), 0));
    }

    /// Behind one byte that is part of the line.
    fn step(&mut self, at: usize) -> usize {
        self.here.offset += 1;
        at + 1
    }

    fn value(&mut self, rest: &[u8], doubtful: bool, out: &mut Outlet<'_>) -> Result<usize> {
        let fed = self.follower.feed(rest);
        let used = match fed {
            Fed::More => rest.len(),
            Fed::Done(used) | Fed::Bad(used, _) => used,
        };
        self.here.offset += used as u64;
        self.here.line = self.start.line + self.follower.lines();
        if let Fed::Bad(_, fault) = fed {
            self.damaged(&rest[..used], fault, out)?;
            return Ok(used);
        }
        if !self.room(used, fed == Fed::More) {
            self.held = Vec::new();
            self.state = State::Between;
            self.column = None;
            if fed == Fed::More {
                self.state = State::Passing;
                (self.lost, self.damaged) = (Some(self.follower.indent()), true);
            }
            let fault = Fault { code: ErrorCode::Unreadable, message: "an event is too large to be kept in memory" };
            self.report(fault, self.start, out)?;
            return Ok(used);
        }
        if fed == Fed::More {
            self.held.extend_from_slice(rest);
            return Ok(used);
        }
        self.state = State::Between;
        let sound = if self.held.is_empty() {
            out.value(&rest[..used], self.start, doubtful)?
        } else {
            self.held.extend_from_slice(&rest[..used]);
            let sound = out.value(&self.held, self.start, doubtful)?;
            self.release();
            sound
        };
        self.told(sound);
        Ok(used)
    }

    /// Whether the value may grow by so many bytes, and there is memory for it where it must be held.
    fn room(&mut self, more: usize, hold: bool) -> bool {
        let held = self.held.len();
        let needed = if hold || held > 0 { more } else { 0 };
        held.saturating_add(more) <= self.limit && self.held.try_reserve(needed).is_ok()
    }

    /// A value has been given out.
    fn told(&mut self, sound: bool) {
        self.column = None;
        if sound {
            (self.lost, self.troubled, self.fruitful, self.damaged) = (None, None, true, false);
        } else {
            self.troubled = Some(self.here.line);
        }
    }

    fn report(&mut self, fault: Fault, place: Place, out: &mut Outlet<'_>) -> Result<()> {
        self.troubled = Some(self.here.line);
        out.report(Trouble { fault, place, exact: place.offset })
    }

    fn release(&mut self) {
        self.held.clear();
        self.held.shrink_to(KEEP);
    }
}

/// The one value of a line, so far as it is one: without blanks behind it, and in a list without the comma.
fn element(line: &[u8], listed: bool) -> &[u8] {
    fn trim(mut line: &[u8]) -> &[u8] {
        while let [rest @ .., b' ' | b'\t' | b'\r'] = line {
            line = rest;
        }
        line
    }
    match trim(line) {
        [rest @ .., b','] if listed => trim(rest),
        line => line,
    }
}
