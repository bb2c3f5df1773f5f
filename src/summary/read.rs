//! From the bytes of a log to the texts of its events.
//!
//! In: bytes in parts of any size. Out: each event's JSON text with its place.

use super::LogProblem;
use crate::error::Result;

/// One event's text, and where it stands.
pub(crate) struct Found<'t> {
    /// JSON text of one event.
    pub(crate) text: &'t str,
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
}

/// Reads a log part by part.
pub(crate) struct Reader {
    strict: bool,
    rest: Vec<u8>,
    offset: u64,
    line: u64,
}

impl Reader {
    pub(crate) fn new(strict: bool) -> Self {
        Self { strict, rest: Vec::new(), offset: 0, line: 1 }
    }

    /// Takes the next bytes.
    pub(crate) fn push(&mut self, bytes: &[u8], taker: &mut dyn Taker) -> Result<()> {
        self.rest.extend_from_slice(bytes);
        while let Some(end) = memchr::memchr(b'\n', &self.rest) {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            self.take(&line, taker)?;
        }
        Ok(())
    }

    /// No more bytes come.
    pub(crate) fn finish(&mut self, taker: &mut dyn Taker) -> Result<()> {
        let line = std::mem::take(&mut self.rest);
        self.take(&line, taker)
    }

    fn take(&mut self, line: &[u8], taker: &mut dyn Taker) -> Result<()> {
        let text = String::from_utf8_lossy(line);
        if !text.trim().is_empty() {
            let found = Found { text: text.trim(), offset: self.offset, line: self.line };
            if let Err(error) = taker.event(found) {
                if self.strict {
                    return Err(error);
                }
                taker.problem(LogProblem { line: self.line, offset: self.offset, message: error.message().to_owned() });
            }
        }
        self.offset += line.len() as u64;
        self.line += 1;
        Ok(())
    }
}
