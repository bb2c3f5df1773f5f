//! What a whole value is: an event, a page of them, a digest of an update, or something else.
//!
//! In: the bytes of one JSON value and its place. Out: its events, to the taker. Each event is read once, here. Anything that is no event
//! is a problem, in strict mode an error: `wrong_shape` where it is JSON. An event has a field whose name ends in `Event`, or a `type`, as the
//! API gives to an event without a payload; a `type` with a colon is a resource's.

use super::digest;
use super::follow::Fault;
use super::{Found, Place, Taker};
use crate::error::{Error, ErrorCode, Result};
use crate::summary::LogProblem;
use crate::summary::event::Event;
use crate::wire::shallow::{Kind, Scratch, Shallow};

/// A piece that is no event.
pub(super) struct Trouble {
    pub(super) fault: Fault,
    /// Where the piece begins.
    pub(super) place: Place,
    /// Where it is wrong.
    pub(super) exact: u64,
}

/// Space that is used again for each value.
#[derive(Default)]
pub(super) struct Scratches {
    event: Scratch,
    value: Scratch,
}

/// Gives events and problems to the taker.
pub(super) struct Outlet<'r> {
    giver: Giver<'r>,
    scratch: &'r mut Scratch,
}

/// The part of an outlet that is needed while a value is taken apart.
pub(super) struct Giver<'r> {
    strict: bool,
    taker: &'r mut dyn Taker,
    scratch: &'r mut Scratch,
}

const NOT_UTF8: Fault = Fault { code: ErrorCode::InvalidUtf8, message: "this is not UTF-8" };
pub(super) const NO_EVENT: Fault = Fault { code: ErrorCode::WrongShape, message: "this object is no engine event" };
const NO_OBJECT: Fault = Fault { code: ErrorCode::WrongShape, message: "this value is no engine event" };
const A_STATE: Fault =
    Fault { code: ErrorCode::WrongShape, message: "this looks like a state, not an event log: use diff or check" };

impl<'r> Outlet<'r> {
    pub(super) fn new(strict: bool, taker: &'r mut dyn Taker, scratches: &'r mut Scratches) -> Self {
        let Scratches { event, value } = scratches;
        Self { giver: Giver { strict, taker, scratch: event }, scratch: value }
    }

    /// Whether events may be read in outline: nobody wants their texts, nor to hear of all that is not sound.
    pub(super) fn outlines(&self) -> bool {
        !self.giver.strict && !self.giver.taker.keeps_texts()
    }

    /// A line that begins an object. Nothing where it is not one JSON value; else whether it gave what it should.
    pub(super) fn line(&mut self, line: &[u8], place: Place, outline: bool) -> Result<Option<bool>> {
        let Ok(text) = simdutf8::basic::from_utf8(line) else { return Ok(None) };
        let event = if outline { Event::outline(text, self.giver.scratch) } else { Event::parse(text, self.giver.scratch) };
        let Ok(event) = event else { return Ok(None) };
        if event.is_one() { self.giver.give(text, &event, place) } else { self.other(text, place) }.map(Some)
    }

    /// A value that was followed to its end. Whether it gave what it should. A doubtful one is taken if it is an event beyond doubt; else it
    /// is no problem.
    pub(super) fn value(&mut self, bytes: &[u8], place: Place, doubtful: bool) -> Result<bool> {
        let text = match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) if doubtful => return Ok(false),
            Err(error) => {
                let exact = place.offset + error.valid_up_to() as u64;
                return self.report(Trouble { fault: NOT_UTF8, place, exact }).map(|()| false);
            }
        };
        if !text.starts_with('{') {
            return if doubtful { Ok(false) } else { self.giver.refuse(NO_OBJECT, place) };
        }
        match Event::parse(text, self.giver.scratch) {
            Ok(event) if doubtful && !event.kind.ends_with("Event") => Ok(false),
            Ok(event) if event.is_one() => self.giver.give(text, &event, place),
            Ok(_) => self.other(text, place),
            Err(_) if doubtful => Ok(false),
            Err(error) => {
                let exact = place.offset + error.offset().unwrap_or(0);
                let code = error.code();
                self.giver.fail(code, format!("this is no JSON: {}", error.message()), place, exact).map(|()| false)
            }
        }
    }

    pub(super) fn report(&mut self, trouble: Trouble) -> Result<()> {
        self.giver.report(trouble)
    }

    /// An object that is no event by itself.
    fn other(&mut self, text: &str, place: Place) -> Result<bool> {
        let shallow = Shallow::read(text, 2, self.scratch)?;
        let members = Members::new(shallow, Shallow::ROOT);
        if let Some(list) = members.get("events").filter(|&node| shallow.kind(node) == Kind::List || shallow.raw(node) == "null")
        {
            return page(shallow, list, text, place, &mut self.giver);
        }
        if members.has(&["deployment", "checkpoint", "manifest", "latest"]) {
            return self.giver.refuse(A_STATE, place);
        }
        if let Some(digest) = digest::Digest::of(&members) {
            return digest.give(text, place, &mut self.giver);
        }
        let fault = if members.has(&["resources"]) { A_STATE } else { NO_EVENT };
        self.giver.refuse(fault, place)
    }
}

/// The events of a page. A page gave what it should even where it is empty.
fn page(shallow: Shallow<'_, '_>, list: usize, text: &str, place: Place, giver: &mut Giver<'_>) -> Result<bool> {
    let mut places = Places::new(text, place);
    let mut sound = true;
    for item in shallow.items(list) {
        let raw = shallow.raw(item);
        let place = places.of(raw);
        sound = match Event::parse(raw, giver.scratch) {
            Ok(event) if event.is_one() => giver.give(raw, &event, place)?,
            Ok(_) => giver.refuse(NO_EVENT, place)?,
            Err(_) => giver.refuse(NO_OBJECT, place)?,
        } && sound;
    }
    Ok(sound)
}

impl Giver<'_> {
    fn give(&mut self, text: &str, event: &Event<'_>, place: Place) -> Result<bool> {
        match self.taker.event(Found { text, event, offset: place.offset, line: place.line }) {
            Ok(()) => Ok(true),
            Err(error) => {
                let exact = place.offset + error.offset().unwrap_or(0);
                self.fail(error.code(), error.message().to_owned(), place, exact).map(|()| false)
            }
        }
    }

    /// An event that stands for a part of a digest.
    pub(super) fn made(&mut self, text: &str, place: Place) -> Result<()> {
        match Event::parse(text, self.scratch) {
            Ok(event) => self.give(text, &event, place).map(|_| ()),
            Err(error) => self.fail(error.code(), error.message().to_owned(), place, place.offset),
        }
    }

    pub(super) fn refuse(&mut self, fault: Fault, place: Place) -> Result<bool> {
        self.report(Trouble { fault, place, exact: place.offset }).map(|()| false)
    }

    fn report(&mut self, Trouble { fault, place, exact }: Trouble) -> Result<()> {
        self.fail(fault.code, fault.message.to_owned(), place, exact)
    }

    fn fail(&mut self, code: ErrorCode, message: String, place: Place, exact: u64) -> Result<()> {
        if !self.strict {
            self.taker.problem(LogProblem { line: place.line, offset: place.offset, message });
            return Ok(());
        }
        let error = Error::new(code, format!("line {}: {message}", place.line)).at(usize::try_from(exact).unwrap_or(usize::MAX));
        Err(match code {
            ErrorCode::Truncated => {
                error.hint("the log is cut off: fetch it again, or read it without strict to see what is there")
            }
            _ => error.hint("read the log without strict to pass over what is no event"),
        })
    }
}

/// The members of one object by name.
pub(super) struct Members<'a, 's> {
    pub(super) shallow: Shallow<'a, 's>,
    node: usize,
}

impl<'a, 's> Members<'a, 's> {
    pub(super) fn new(shallow: Shallow<'a, 's>, node: usize) -> Self {
        Self { shallow, node }
    }

    /// Names and values, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (std::borrow::Cow<'a, str>, usize)> + use<'a, 's> {
        let shallow = self.shallow;
        shallow.members(self.node).filter_map(move |(key, value)| Some((shallow.string(key)?, value)))
    }

    /// The value under a name; of a repeated name the last.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.iter().filter(|(key, _)| key == name).last().map(|(_, value)| value)
    }

    /// The value under a name as JSON text; nothing for `null`.
    pub(super) fn raw(&self, name: &str) -> Option<&'a str> {
        self.get(name).map(|node| self.shallow.raw(node)).filter(|raw| *raw != "null")
    }

    /// Whether one of the names is there, with a value that is not `null`.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.raw(name).is_some())
    }
}

/// Places of the parts of a value, asked for in their order.
pub(super) struct Places<'t> {
    text: &'t str,
    start: Place,
    at: usize,
    line: u64,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, start: Place) -> Self {
        Self { text, start, at: 0, line: start.line }
    }

    /// Where a slice of the text stands.
    pub(super) fn of(&mut self, slice: &str) -> Place {
        let at = (slice.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if let Some(between) = self.text.as_bytes().get(self.at..at) {
            self.line += memchr::memchr_iter(b'\n', between).count() as u64;
            self.at = at;
        }
        Place { offset: self.start.offset + self.at as u64, line: self.line }
    }
}
