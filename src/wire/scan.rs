//! A validating scan over a whole JSON text, 64 bytes at a time.
//!
//! In: the text and a [`Sink`]. Out: the sink hears of the members of shallow containers, with byte positions; everything
//! deeper is checked and passed over. The bit-mask method is that of simdjson: quotes, backslashes and brackets become
//! masks, a prefix xor tells strings apart, and only structural positions are looked at one by one.
//! Fails with `not_json`, `truncated`, `invalid_utf8` or `too_deep` and the byte offset, or with the sink's own error.

use super::{MAX_DEPTH, number, simd, text};
use crate::error::{Error, ErrorCode, Result};

mod skim;

/// What stands at a position. Depth counts the containers around it: the members of the root have depth 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Object,
    List,
    Close,
    Key,
    Scalar,
}

/// What the scanner does after a [`Token::Object`] or [`Token::List`].
pub(crate) enum Step {
    Into,
    /// The value here is known to be well formed: go on after so many bytes.
    Over(usize),
    /// Nobody will look into this value: find its end by its strings and brackets alone. What stands between them is not checked.
    Skim,
}

/// Who is told of shallow tokens.
pub(crate) trait Sink {
    /// Tokens at greater depth than this are not reported. Asked again after each token.
    fn limit(&self) -> usize;
    /// One token; `Close` is reported with the depth of the container's own opening.
    fn token(&mut self, token: Token, at: usize, depth: usize) -> Result<Step>;
}

/// Checks that the bytes are exactly one JSON value.
pub(crate) fn validate(bytes: &[u8]) -> Result<()> {
    struct Deaf;
    impl Sink for Deaf {
        fn limit(&self) -> usize {
            0
        }
        fn token(&mut self, _: Token, _: usize, _: usize) -> Result<Step> {
            Ok(Step::Into)
        }
    }
    scan(bytes, &mut Deaf)
}

/// Checks that the bytes are exactly one JSON value, and tells the sink of its shallow tokens.
pub(crate) fn scan(bytes: &[u8], sink: &mut impl Sink) -> Result<()> {
    let not_text = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some((ErrorCode::InvalidUtf8, "the input is UTF-16, not UTF-8")),
        [_, 0, ..] | [0, ..] => Some((ErrorCode::NotJson, "the input is UTF-16 or binary")),
        _ => None,
    };
    if let Some((code, message)) = not_text {
        return Err(Error::new(code, message).at(0).hint("some shells write UTF-16 on `>`: save the file as UTF-8"));
    }
    let mut scanner = Scanner::new(bytes);
    let outcome = scanner.run(sink);
    scanner.flush_utf8()?;
    outcome
}

/// Bytes between two calls of the hot function: engines compile it better only from one call to the next.
const STRIDE: usize = 32 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    Colon,
    CommaOrClose,
    Nothing,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    inside: u64,
    escape: u64,
    scalar: u64,
    expect: Expect,
    object: bool,
    stack: Vec<bool>,
    high: Option<(usize, usize)>,
    /// Containers that are open in a value that is skimmed, itself included.
    skimmed: u32,
}

impl<'a> Scanner<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            inside: 0,
            escape: 0,
            scalar: 0,
            expect: Expect::Value,
            object: false,
            stack: Vec::with_capacity(64),
            high: None,
            skimmed: 0,
        }
    }

    fn run(&mut self, sink: &mut impl Sink) -> Result<()> {
        while self.at < self.bytes.len() {
            let stop = (self.at + STRIDE).min(self.bytes.len());
            self.stride(stop, sink)?;
        }
        if self.inside != 0 {
            return Err(self.cut_off("inside a string"));
        }
        match self.expect {
            Expect::Nothing => Ok(()),
            Expect::Value if self.stack.is_empty() => {
                Err(Error::new(ErrorCode::NotJson, "the input is empty").at(0).hint("give a state file that holds JSON"))
            }
            _ => Err(self.cut_off("before its last closing bracket")),
        }
    }

    #[inline(never)]
    fn stride(&mut self, stop: usize, sink: &mut impl Sink) -> Result<()> {
        while self.at < stop {
            if self.skimmed > 0 {
                self.skim_blocks()?;
            }
            let start = self.at;
            let mut padded = [b' '; 64];
            let block: &[u8; 64] = match self.bytes.get(start..start + 64) {
                Some(block) => block.try_into().expect("64 bytes"),
                None => {
                    let rest = &self.bytes[start..];
                    padded[..rest.len()].copy_from_slice(rest);
                    &padded
                }
            };
            let masks = simd::masks(block);
            if masks.high {
                self.note_high(start)?;
            }
            let escaped = self.escaped(masks.backslash);
            let quote = masks.quote & !escaped;
            let inside = simd::prefix_xor(quote) ^ self.inside;
            self.inside = ((inside as i64) >> 63) as u64;
            let wrong = masks.control & (inside | !masks.line);
            let unchecked = escaped & inside & !masks.quote & !masks.backslash;
            let loose = !(masks.op | masks.blank | inside | quote);
            let follows = loose << 1 | self.scalar;
            self.scalar = loose >> 63;
            let mut marks = masks.op & !inside | quote & inside | loose & !follows;
            if (wrong | unchecked) != 0 {
                self.check_strings(start, wrong, unchecked, inside)?;
            }
            self.at = start + 64;
            if self.skimmed > 0 {
                marks &= self.skim(block, inside, u64::MAX);
            }
            while marks != 0 {
                let bit = marks.trailing_zeros();
                let at = start + bit as usize;
                marks &= marks - 1;
                let next = self.mark(at, sink)?;
                if self.skimmed > 0 {
                    marks &= self.skim(block, inside, (u64::MAX << bit) << 1);
                    continue;
                }
                if let Some(next) = next {
                    self.at = next;
                    self.forget_high_from(at);
                    (self.inside, self.escape, self.scalar) = (0, 0, 0);
                    break;
                }
            }
        }
        self.at = self.at.min(self.bytes.len());
        Ok(())
    }

    /// Which bytes are preceded by an odd run of backslashes.
    #[inline(always)]
    fn escaped(&mut self, backslash: u64) -> u64 {
        const ODD: u64 = 0xaaaa_aaaa_aaaa_aaaa;
        let carried = self.escape;
        if backslash == 0 {
            self.escape = 0;
            return carried;
        }
        let starts = backslash & !carried;
        let series = (starts << 1 | ODD).wrapping_sub(starts) ^ ODD;
        self.escape = (series & backslash) >> 63;
        series ^ (backslash | carried)
    }

    /// One structural byte. `Some` where the scan goes on elsewhere.
    #[inline(always)]
    fn mark(&mut self, at: usize, sink: &mut impl Sink) -> Result<Option<usize>> {
        let byte = self.bytes[at];
        let depth = self.stack.len();
        match (self.expect, byte) {
            (Expect::Value | Expect::ValueOrClose, b'{' | b'[') => {
                let object = byte == b'{';
                let mut skims = false;
                if depth <= sink.limit() {
                    match sink.token(if object { Token::Object } else { Token::List }, at, depth)? {
                        Step::Into => {}
                        Step::Skim => skims = true,
                        Step::Over(len) => {
                            self.after_value();
                            return Ok(Some(at + len));
                        }
                    }
                }
                if depth >= MAX_DEPTH {
                    return Err(Error::new(ErrorCode::TooDeep, format!("objects and lists nest deeper than {MAX_DEPTH} levels"))
                        .at(at)
                        .hint("no Pulumi state nests so deep: check where this file comes from"));
                }
                self.stack.push(self.object);
                self.object = object;
                self.expect = if object { Expect::KeyOrClose } else { Expect::ValueOrClose };
                if skims {
                    self.skimmed = 1;
                    self.expect = Expect::CommaOrClose;
                }
            }
            (Expect::Value | Expect::ValueOrClose, b'"') => {
                if depth <= sink.limit() {
                    sink.token(Token::Scalar, at, depth)?;
                }
                self.after_value();
            }
            (Expect::Key | Expect::KeyOrClose, b'"') => {
                if depth <= sink.limit() {
                    sink.token(Token::Key, at, depth)?;
                }
                self.expect = Expect::Colon;
            }
            (Expect::Colon, b':') => self.expect = Expect::Value,
            (Expect::CommaOrClose, b',') => self.expect = if self.object { Expect::Key } else { Expect::Value },
            (Expect::CommaOrClose | Expect::KeyOrClose, b'}') if self.object => self.close(at, sink)?,
            (Expect::CommaOrClose | Expect::ValueOrClose, b']') if !self.object && depth > 0 => self.close(at, sink)?,
            (Expect::Value | Expect::ValueOrClose, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.plain(at)?;
                if depth <= sink.limit() {
                    sink.token(Token::Scalar, at, depth)?;
                }
                self.after_value();
            }
            _ => return Err(self.unexpected(at)),
        }
        Ok(None)
    }

    fn after_value(&mut self) {
        self.expect = if self.stack.is_empty() { Expect::Nothing } else { Expect::CommaOrClose };
    }

    fn close(&mut self, at: usize, sink: &mut impl Sink) -> Result<()> {
        self.object = self.stack.pop().unwrap_or(false);
        self.after_value();
        if self.stack.len() <= sink.limit() {
            sink.token(Token::Close, at, self.stack.len())?;
        }
        Ok(())
    }

    /// A number, `true`, `false` or `null`, up to something that may follow one.
    fn plain(&self, at: usize) -> Result<()> {
        let rest = &self.bytes[at..];
        let end = match rest[0] {
            b't' => self.word(at, b"true")?,
            b'f' => self.word(at, b"false")?,
            b'n' => self.word(at, b"null")?,
            _ => match number::end(self.bytes, at) {
                Some(end) => end,
                None if number_runs_out(rest) => return Err(self.cut_off("inside a number")),
                None => return Err(self.unexpected(at)),
            },
        };
        match self.bytes.get(end) {
            None | Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b'}' | b']' | b':' | b'"' | b'{' | b'[') => Ok(()),
            Some(_) => Err(self.unexpected(end)),
        }
    }

    fn word(&self, at: usize, word: &[u8]) -> Result<usize> {
        let rest = &self.bytes[at..];
        if rest.starts_with(word) {
            Ok(at + word.len())
        } else if word.starts_with(rest) {
            Err(self.cut_off("inside a word"))
        } else {
            Err(self.unexpected(at))
        }
    }

    #[cold]
    fn check_strings(&self, start: usize, wrong: u64, unchecked: u64, inside: u64) -> Result<()> {
        if wrong != 0 {
            let bit = wrong.trailing_zeros();
            let place = if inside >> bit & 1 == 1 {
                "a string holds an unescaped control character"
            } else {
                "a control character stands"
            };
            let what = if inside >> bit & 1 == 1 { place.to_owned() } else { format!("{place} between the values") };
            return Err(Error::new(ErrorCode::NotJson, what).at(start + bit as usize));
        }
        let mut bits = unchecked;
        while bits != 0 {
            let at = start + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            match self.bytes.get(at) {
                Some(b'n' | b't' | b'r' | b'/' | b'b' | b'f') => {}
                Some(b'u') if text::hex4(self.bytes, at + 1).is_some() => {}
                Some(b'u') if self.bytes.len() < at + 5 => return Err(self.cut_off("inside a string")),
                None => return Err(self.cut_off("inside a string")),
                Some(_) => {
                    return Err(Error::new(ErrorCode::NotJson, "a string holds an escape that JSON does not know").at(at - 1));
                }
            }
        }
        Ok(())
    }

    fn note_high(&mut self, start: usize) -> Result<()> {
        let end = (start + 64).min(self.bytes.len());
        match &mut self.high {
            Some((_, to)) if *to >= start => *to = end,
            _ => {
                self.flush_utf8()?;
                self.high = Some((start, end));
            }
        }
        Ok(())
    }

    /// The scan jumps from `at`: what lies behind is known to be sound, and the run of blocks must not end inside it.
    fn forget_high_from(&mut self, at: usize) {
        self.high = self.high.map(|(from, to)| (from, to.min(at))).filter(|(from, to)| from < to);
    }

    /// Checks the last run of blocks that hold bytes above 127.
    fn flush_utf8(&mut self) -> Result<()> {
        let Some((from, to)) = self.high.take() else { return Ok(()) };
        match simdutf8::compat::from_utf8(&self.bytes[from..to]) {
            Ok(_) => Ok(()),
            Err(error) if to == self.bytes.len() && error.error_len().is_none() => Err(self.cut_off("inside a character")),
            Err(error) => Err(Error::new(ErrorCode::InvalidUtf8, "the input is not UTF-8")
                .at(from + error.valid_up_to())
                .hint("save the file as UTF-8; a state written by Pulumi always is")),
        }
    }

    #[cold]
    fn cut_off(&self, place: &str) -> Error {
        Error::new(ErrorCode::Truncated, format!("the input ends {place}"))
            .at(self.bytes.len())
            .hint("the file is cut off: fetch or export it again")
    }

    #[cold]
    fn unexpected(&self, at: usize) -> Error {
        let wanted = match self.expect {
            Expect::Value => "a value",
            Expect::ValueOrClose => "a value or `]`",
            Expect::Key => "a key",
            Expect::KeyOrClose => "a key or `}`",
            Expect::Colon => "`:`",
            Expect::CommaOrClose if self.object => "`,` or `}`",
            Expect::CommaOrClose => "`,` or `]`",
            Expect::Nothing => "the end of the input",
        };
        let error = Error::new(ErrorCode::NotJson, format!("expected {wanted}")).at(at);
        match self.bytes {
            [b'<', ..] => error.hint("the file looks like HTML, perhaps an error page saved in place of a state"),
            _ => error.hint("the file is not valid JSON from here on"),
        }
    }
}

fn number_runs_out(rest: &[u8]) -> bool {
    rest.iter().all(|b| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
}

#[cfg(test)]
mod tests;
