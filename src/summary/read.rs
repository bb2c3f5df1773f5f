//! From the bytes of a log to its events.
//!
//! In: bytes in parts of any size, cut anywhere, in every form in which Pulumi and its API write events (pulumi-semantics section 6.3):
//! one object on each line, objects one after the other however they are laid out, a JSON list of them, the API's pages, and the two
//! digests of a whole update; all of these plain, gzipped or as zstd. Out: each event with its text and place, the same whatever the cuts.
//!
//! What cannot be read is passed over and reported with its place, and reading goes on at the next line that begins an object. In strict
//! mode it ends the reading, with `not_json`, `truncated`, `invalid_utf8`, `too_deep`, `wrong_shape`, `decompress` or `unreadable` (an
//! event larger than [`MAX_BYTES`]), and the reader fails with the same error ever after. No message quotes the log.
//!
//! Inside: `wire::decompress::stream` (bytes to text) → [`frames`] (text to whole values; [`follow`] finds a value's end, [`noise`] names
//! what is none) → [`shape`] (values to events; [`digest`] makes events of digests).

use super::LogProblem;
use super::event::Event;
use crate::error::{Error, ErrorCode, Result};
use crate::wire::MAX_BYTES;
use crate::wire::decompress::stream::Unpacker;

mod digest;
mod follow;
mod frames;
mod noise;
mod shape;
#[cfg(test)]
mod tests;

use frames::Frames;
use shape::{Outlet, Scratches};

/// One event, its text, and where it stands.
#[cfg_attr(not(test), allow(dead_code, reason = "nobody asks yet where a sound event stands"))]
pub(crate) struct Found<'t> {
    /// JSON text of the event.
    pub(crate) text: &'t str,
    /// The same, read.
    pub(crate) event: &'t Event<'t>,
    /// Byte from 0, after decompression.
    pub(crate) offset: u64,
    /// Line from 1.
    pub(crate) line: u64,
}

/// Takes in what the reader finds.
pub(crate) trait Taker {
    /// An event. An error says that it is none; the reader passes it over, or fails with it where it is strict.
    fn event(&mut self, found: Found<'_>) -> Result<()>;
    /// A piece that was passed over.
    fn problem(&mut self, problem: LogProblem);
    /// Whether the texts of events go anywhere. Where they don't, the values of resources that stay as they are need not be sound.
    fn keeps_texts(&self) -> bool;
}

/// A place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    offset: u64,
    line: u64,
}

/// Reads a log part by part.
pub(crate) struct Reader {
    strict: bool,
    unpacker: Unpacker,
    frames: Frames,
    scratches: Scratches,
    failed: Option<Error>,
}

impl Reader {
    pub(crate) fn new(strict: bool) -> Self {
        Self::with_limit(strict, MAX_BYTES)
    }

    /// With a limit for the bytes of one value.
    fn with_limit(strict: bool, limit: usize) -> Self {
        Self { strict, unpacker: Unpacker::default(), frames: Frames::new(limit), scratches: Scratches::default(), failed: None }
    }

    /// Takes the next bytes.
    pub(crate) fn push(&mut self, bytes: &[u8], taker: &mut dyn Taker) -> Result<()> {
        self.run(taker, |unpacker, frames, outlet| unpacker.push(bytes, &mut |text| frames.push(text, outlet)))
    }

    /// No more bytes come: what was begun is a problem, since whole values are given out as soon as they end. Should more bytes come all
    /// the same, they are read as another stream, whose places go on from here.
    pub(crate) fn finish(&mut self, taker: &mut dyn Taker) -> Result<()> {
        self.run(taker, |unpacker, frames, outlet| unpacker.finish(&mut |text| frames.push(text, outlet)))?;
        self.run(taker, |_, frames, outlet| frames.finish(outlet))
    }

    fn run(
        &mut self,
        taker: &mut dyn Taker,
        step: impl FnOnce(&mut Unpacker, &mut Frames, &mut Outlet<'_>) -> Result<()>,
    ) -> Result<()> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let mut outlet = Outlet::new(self.strict, taker, &mut self.scratches);
        let mut outcome = step(&mut self.unpacker, &mut self.frames, &mut outlet);
        if let Err(error) = &outcome
            && error.code() == ErrorCode::Decompress
            && !self.strict
        {
            let Place { offset, line } = self.frames.here();
            let stored = error.offset().unwrap_or_default();
            let message = format!("{}, at byte {stored} as stored; the rest is not read", error.message());
            taker.problem(LogProblem { line, offset, message });
            outcome = Ok(());
        }
        self.failed = outcome.as_ref().err().cloned();
        outcome
    }
}

/// The events of a JSON text that holds several: a page, a list, or a digest. `None` where it is none of these.
pub(crate) fn events_of(text: &str) -> Option<Vec<Box<str>>> {
    struct Texts(Vec<Box<str>>);
    impl Taker for Texts {
        fn event(&mut self, found: Found<'_>) -> Result<()> {
            self.0.push(found.text.into());
            Ok(())
        }

        fn problem(&mut self, _: LogProblem) {}

        fn keeps_texts(&self) -> bool {
            true
        }
    }
    let (mut reader, mut texts) = (Reader::new(true), Texts(Vec::new()));
    reader.push(text.as_bytes(), &mut texts).and_then(|()| reader.finish(&mut texts)).ok()?;
    Some(texts.0)
}
