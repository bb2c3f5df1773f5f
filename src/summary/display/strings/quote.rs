//! Quoting and shortening.
//!
//! In: bytes that are mostly UTF-8. Out: text between quotes as Go's `strconv.Quote` writes it, and texts cut to their first lines.
//! Nothing can fail: bytes that are no UTF-8 are written as `\xNN`. Rules: pulumi-semantics section 4.5.

use std::borrow::Cow;
use std::fmt::Write;

const MAX_LINES: usize = 3;
const MAX_LINE_BYTES: usize = 150;

/// The text between quotes.
pub(crate) fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    push_escaped(bytes, &mut out);
    out.push('"');
    out
}

/// The text as it stands between quotes, without them.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(text.as_bytes(), &mut out);
    out
}

/// The text with what cannot be seen written as escapes; quotes, backslashes and spaces of every kind stay.
pub(crate) fn graphic(text: &str) -> Cow<'_, str> {
    let stays = |letter: char| matches!(letter, '"' | '\\') || is_printable(letter) || is_space(letter);
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    text.chars().for_each(|letter| if stays(letter) { out.push(letter) } else { push_letter(letter, &mut out) });
    Cow::Owned(out)
}

/// Spaces that leave room: Unicode's category Zs.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn push_escaped(bytes: &[u8], out: &mut String) {
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|letter| push_letter(letter, out));
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
}

fn push_letter(letter: char, out: &mut String) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        ' '..='~' => out.push(letter),
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        _ if is_printable(letter) => out.push(letter),
        _ => {
            let code = letter as u32;
            let _ = match code {
                0..0x20 | 0x7f => write!(out, "\\x{code:02x}"),
                0x80..0x10000 => write!(out, "\\u{code:04x}"),
                _ => write!(out, "\\U{code:08x}"),
            };
        }
    }
}

/// Letters, marks, numbers, punctuation and symbols. The standard library keeps that list for its own escapes; behind another letter it
/// leaves marks alone.
fn is_printable(letter: char) -> bool {
    let mut buffer = *b"x\0\0\0\0";
    let length = letter.encode_utf8(&mut buffer[1..]).len();
    std::str::from_utf8(&buffer[..=length]).is_ok_and(|pair| pair.escape_debug().nth(1) == Some(letter))
}

/// The first lines of a text, each cut to so many bytes. The cut may fall within a character, as Pulumi's does.
pub(crate) fn shorten(text: &str) -> Cow<'_, [u8]> {
    let long_line = |line: &str| line.len() > MAX_LINE_BYTES;
    let more_lines = text.split('\n').nth(MAX_LINES).is_some();
    if !more_lines && !text.split('\n').any(long_line) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(MAX_LINES * (MAX_LINE_BYTES + 4) + 4);
    for (at, line) in text.split('\n').take(MAX_LINES).enumerate() {
        if at > 0 {
            out.push(b'\n');
        }
        out.extend_from_slice(&line.as_bytes()[..line.len().min(MAX_LINE_BYTES)]);
        if long_line(line) {
            out.extend_from_slice(b"...");
        }
    }
    if more_lines {
        out.extend_from_slice(b"\n...");
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go_does() {
        for (text, wanted) in [
            ("a\"b\\c\n\t\r\x07\x0b", r#""a\"b\\c\n\t\r\a\v""#),
            ("\x01\x7f\u{85}\u{200b}\u{e000}", r#""\x01\x7f\u0085\u200b\ue000""#),
            ("zürich 🔒 e\u{301} \u{301}", "\"zürich 🔒 e\u{301} \u{301}\""),
            ("\u{a0}\u{3000}\u{f0000}", r#""\u00a0\u3000\U000f0000""#),
        ] {
            assert_eq!(quote(text.as_bytes()), wanted);
        }
        assert_eq!(quote(b"a\xe2\x82"), r#""a\xe2\x82""#);
    }

    #[test]
    fn shortens_lines_and_their_number() {
        assert_eq!(&*shorten("a\nb\nc"), b"a\nb\nc");
        assert_eq!(&*shorten("a\nb\nc\nd"), b"a\nb\nc\n...");
        let long = "x".repeat(151);
        assert_eq!(&*shorten(&long), format!("{}...", "x".repeat(150)).as_bytes());
        assert_eq!(&*shorten(&format!("a\nb\nc\n{long}")), b"a\nb\nc\n...");
        assert_eq!(quote(&shorten(&format!("{}€", "x".repeat(149)))).len(), 2 + 149 + 4 + 3);
    }
}
