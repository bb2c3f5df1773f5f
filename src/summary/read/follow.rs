//! Where a JSON value ends, told part by part.
//!
//! In: bytes of one value, as they come; each is looked at once. Out: whether it goes on, has ended, or cannot be JSON any more. The
//! follower takes everything that the scanner takes and some more (spelling of numbers, escapes): whole values are scanned anyway.
//! It also notes the first line that begins like an event of its own, where reading can start again if the value turns out to be damaged.

use crate::error::ErrorCode;
use crate::wire::MAX_DEPTH;

/// What the bytes so far are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fed {
    /// The value goes on.
    More,
    /// The value ends before this byte.
    Done(usize),
    /// The byte here cannot stand here.
    Bad(usize, Fault),
}

/// Why a value is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: ErrorCode,
    pub(super) message: &'static str,
}

/// A line inside a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LineStart {
    /// Bytes from the start of the value.
    pub(super) at: usize,
    /// Lines from the start of the value.
    pub(super) lines: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Expect {
    #[default]
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    Colon,
    CommaOrClose,
}

const BREAKS_OFF: Fault = Fault { code: ErrorCode::Truncated, message: "an event breaks off in the middle" };
const TOO_DEEP: Fault = Fault { code: ErrorCode::TooDeep, message: "objects and lists nest too deep for an engine event" };

#[derive(Debug, Default)]
pub(super) struct Follower {
    expect: Expect,
    /// Of each open container, whether it is an object.
    open: Vec<bool>,
    string: bool,
    escape: bool,
    /// Inside a number or word.
    bare: bool,
    /// Bytes so far.
    len: usize,
    line: LineStart,
    /// Blanks since the last line feed, while nothing else came.
    column: Option<usize>,
    indent: usize,
    restart: Option<LineStart>,
}

impl Follower {
    /// A value begins, in a line that is indented so far.
    pub(super) fn begin(&mut self, indent: usize) {
        let mut open = std::mem::take(&mut self.open);
        open.clear();
        *self = Self { open, indent, ..Self::default() };
    }

    pub(super) fn indent(&self) -> usize {
        self.indent
    }

    /// Line feeds so far.
    pub(super) fn lines(&self) -> u64 {
        self.line.lines
    }

    /// The first line behind the value's own that begins with `{`, and no further to the right.
    pub(super) fn restart(&self) -> Option<LineStart> {
        self.restart
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) -> Fed {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if self.string {
                match self.in_string(bytes, at) {
                    Ok(next) => at = next,
                    Err(at) => return Fed::Bad(at, BREAKS_OFF),
                }
                if !self.string && self.open.is_empty() {
                    return Fed::Done(at);
                }
                continue;
            }
            if self.bare {
                if matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'+' | b'-' | b'.') {
                    at += 1;
                    continue;
                }
                self.bare = false;
                if self.open.is_empty() {
                    return Fed::Done(at);
                }
            }
            match byte {
                b'\n' => {
                    self.line = LineStart { at: self.len + at + 1, lines: self.line.lines + 1 };
                    self.column = Some(0);
                }
                b' ' | b'\t' | b'\r' => self.column = self.column.map(|column| column + 1),
                _ => {
                    let begins_object = byte == b'{' && self.column.take().is_some_and(|column| column <= self.indent);
                    self.column = None;
                    if begins_object && self.restart.is_none() {
                        self.restart = Some(self.line);
                    }
                    match self.mark(byte) {
                        Ok(true) => return Fed::Done(at + 1),
                        Ok(false) => {}
                        Err(_) if begins_object => return Fed::Bad(at, BREAKS_OFF),
                        Err(fault) => return Fed::Bad(at, fault),
                    }
                }
            }
            at += 1;
        }
        self.len += bytes.len();
        Fed::More
    }

    /// Goes on behind damage: to the end of the line, or to the bracket that closes the value. Gives the bytes passed, and whether that
    /// is the end.
    pub(super) fn pass(&mut self, bytes: &[u8]) -> (usize, bool) {
        self.bare = false;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b'\n' {
                return (at, true);
            }
            if self.string {
                match self.in_string(bytes, at) {
                    Ok(next) => at = next,
                    Err(at) => return (at, true),
                }
                continue;
            }
            match byte {
                b'"' => self.string = true,
                b'{' | b'[' => self.open.push(true),
                b'}' | b']' => {
                    self.open.pop();
                    if self.open.is_empty() {
                        return (at + 1, true);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        (at, false)
    }

    /// Up to the end of the string or of the bytes; `Err` at a line feed.
    fn in_string(&mut self, bytes: &[u8], mut at: usize) -> Result<usize, usize> {
        if std::mem::take(&mut self.escape) {
            if bytes[at] == b'\n' {
                return Err(at);
            }
            at += 1;
        }
        let Some(found) = memchr::memchr3(b'"', b'\\', b'\n', &bytes[at..]) else { return Ok(bytes.len()) };
        at += found;
        match bytes[at] {
            b'"' => self.string = false,
            b'\\' => self.escape = true,
            _ => return Err(at),
        }
        Ok(at + 1)
    }

    /// One byte that is no blank, outside of strings. Whether it ends the value.
    fn mark(&mut self, byte: u8) -> Result<bool, Fault> {
        match (self.expect, byte) {
            (Expect::Value | Expect::ValueOrClose, b'{' | b'[') => {
                if self.open.len() >= MAX_DEPTH {
                    return Err(TOO_DEEP);
                }
                let object = byte == b'{';
                self.open.push(object);
                self.expect = if object { Expect::KeyOrClose } else { Expect::ValueOrClose };
            }
            (Expect::Value | Expect::ValueOrClose, b'"') => {
                self.string = true;
                self.expect = Expect::CommaOrClose;
            }
            (Expect::Value | Expect::ValueOrClose, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.bare = true;
                self.expect = Expect::CommaOrClose;
            }
            (Expect::Key | Expect::KeyOrClose, b'"') => {
                self.string = true;
                self.expect = Expect::Colon;
            }
            (Expect::Colon, b':') => self.expect = Expect::Value,
            (Expect::CommaOrClose, b',') => self.expect = if self.inside_object() { Expect::Key } else { Expect::Value },
            (Expect::CommaOrClose | Expect::KeyOrClose, b'}') if self.inside_object() => return Ok(self.close()),
            (Expect::CommaOrClose | Expect::ValueOrClose, b']') if !self.inside_object() => return Ok(self.close()),
            _ => return Err(Fault { code: ErrorCode::NotJson, message: self.wanted() }),
        }
        Ok(false)
    }

    fn inside_object(&self) -> bool {
        self.open.last() == Some(&true)
    }

    fn close(&mut self) -> bool {
        self.open.pop();
        self.expect = Expect::CommaOrClose;
        self.open.is_empty()
    }

    fn wanted(&self) -> &'static str {
        match self.expect {
            Expect::Value => "this is no JSON: a value was expected",
            Expect::ValueOrClose => "this is no JSON: a value or `]` was expected",
            Expect::Key => "this is no JSON: a key was expected",
            Expect::KeyOrClose => "this is no JSON: a key or `}` was expected",
            Expect::Colon => "this is no JSON: `:` was expected",
            Expect::CommaOrClose if self.inside_object() => "this is no JSON: `,` or `}` was expected",
            Expect::CommaOrClose => "this is no JSON: `,` or `]` was expected",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(text: &str, step: usize) -> (Fed, usize) {
        let mut follower = Follower::default();
        follower.begin(0);
        let mut before = 0;
        for part in text.as_bytes().chunks(step) {
            match follower.feed(part) {
                Fed::More => before += part.len(),
                end => return (end, before),
            }
        }
        (Fed::More, before)
    }

    #[test]
    fn values_end_where_they_end() {
        let deep = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        for (text, len) in [
            (r#"{"a":[1,{"b":"}]\""},null],"c":-1.5e3} {"#, 38),
            ("{}{}", 2),
            ("[\n]x", 3),
            ("\"a\\\\\"b", 5),
            ("12,", 2),
            ("true]", 4),
            (&deep, deep.len()),
        ] {
            for step in [1, 3, text.len()] {
                let (end, before) = followed(text, step);
                let Fed::Done(at) = end else { panic!("{end:?}") };
                assert_eq!(before + at, len);
            }
        }
    }

    #[test]
    fn damage_is_seen_where_it_is() {
        let deep = "[".repeat(MAX_DEPTH + 1);
        for (text, at, code) in [
            ("{\"a\":\n{\"b\":1}\n{", 14, ErrorCode::Truncated),
            ("{\"a\":{\n{", 7, ErrorCode::Truncated),
            ("{\"a\":\"b\n", 7, ErrorCode::Truncated),
            ("{\"a\" 1}", 5, ErrorCode::NotJson),
            ("{]", 1, ErrorCode::NotJson),
            ("{\"a\":[}", 6, ErrorCode::NotJson),
            ("{\"a\":\0}", 5, ErrorCode::NotJson),
            (&deep, MAX_DEPTH, ErrorCode::TooDeep),
        ] {
            for step in [1, 4, text.len()] {
                let (end, before) = followed(text, step);
                let Fed::Bad(found, fault) = end else { panic!("{end:?}") };
                assert_eq!((before + found, fault.code), (at, code));
            }
        }
    }

    #[test]
    fn reading_can_start_again_at_a_line_that_begins_an_object() {
        let mut follower = Follower::default();
        follower.begin(2);
        assert_eq!(follower.feed(b"{\"a\":[\n    {},\n  {"), Fed::More);
        assert_eq!(follower.restart(), Some(LineStart { at: 15, lines: 2 }));
        follower.begin(2);
        assert_eq!(follower.restart(), None);
    }
}
