//! JSON strings: from the raw bytes between the quotes to comparable bytes, and back.
//!
//! In: the bytes between two quotes, already known to be well formed. Out: UTF-8, save that an escaped lone surrogate
//! (`"\ud800"`, legal JSON and no Unicode) becomes its three generalised UTF-8 bytes, so that nothing is lost and different
//! spellings of one string compare equal. Nothing can fail.

use std::borrow::Cow;

/// The string's bytes with escapes resolved.
pub(crate) fn unescape(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(first) = memchr::memchr(b'\\', raw) else {
        return Cow::Borrowed(raw);
    };
    let mut out = Vec::with_capacity(raw.len());
    out.extend_from_slice(&raw[..first]);
    let mut at = first;
    while at < raw.len() {
        if raw[at] != b'\\' {
            let stop = memchr::memchr(b'\\', &raw[at..]).map_or(raw.len(), |n| at + n);
            out.extend_from_slice(&raw[at..stop]);
            at = stop;
            continue;
        }
        let Some(&letter) = raw.get(at + 1) else { break };
        at += 2;
        match letter {
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            b'r' => out.push(b'\r'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'u' => {
                let mut unit = hex4(raw, at).unwrap_or(0xfffd);
                at += 4;
                if (0xd800..0xdc00).contains(&unit)
                    && raw.get(at) == Some(&b'\\')
                    && raw.get(at + 1) == Some(&b'u')
                    && let Some(low) = hex4(raw, at + 2).filter(|low| (0xdc00..0xe000).contains(low))
                {
                    unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                    at += 6;
                }
                push_code(&mut out, unit);
            }
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// Four hex digits at `at`.
pub(crate) fn hex4(raw: &[u8], at: usize) -> Option<u32> {
    raw.get(at..at + 4)?.iter().try_fold(0, |value, &digit| Some(value << 4 | (digit as char).to_digit(16)?))
}

fn push_code(out: &mut Vec<u8>, code: u32) {
    match char::from_u32(code) {
        Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => out.extend_from_slice(&[0xe0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]),
    }
}

/// Text for people: valid UTF-8, a lone surrogate shown as its escape.
pub(crate) fn display(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(bytes.len() + 8);
    for piece in pieces(bytes) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Surrogate(code) => out.push_str(&format!("\\u{code:04x}")),
        }
    }
    Cow::Owned(out)
}

/// Appends the bytes as a JSON string, quotes included.
pub(crate) fn push_json(bytes: &[u8], out: &mut String) {
    out.push('"');
    for piece in pieces(bytes) {
        match piece {
            Piece::Text(text) => push_escaped(text, out),
            Piece::Surrogate(code) => out.push_str(&format!("\\u{code:04x}")),
        }
    }
    out.push('"');
}

fn push_escaped(text: &str, out: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            8 => "\\b",
            12 => "\\f",
            0..0x20 => "",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        if escape.is_empty() {
            out.push_str(&format!("\\u{byte:04x}"));
        } else {
            out.push_str(escape);
        }
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

enum Piece<'a> {
    Text(&'a str),
    Surrogate(u32),
}

fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let valid = match std::str::from_utf8(rest) {
            Ok(text) => {
                rest = &[];
                return Some(Piece::Text(text));
            }
            Err(error) => error.valid_up_to(),
        };
        if valid > 0 {
            let (text, tail) = rest.split_at(valid);
            rest = tail;
            return Some(Piece::Text(std::str::from_utf8(text).unwrap_or_default()));
        }
        let code = match rest {
            [a, b, c, ..] => u32::from(a & 0x0f) << 12 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f),
            _ => 0xfffd,
        };
        rest = &rest[rest.len().min(3)..];
        Some(Piece::Surrogate(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_resolve_and_return() {
        let cases: [(&str, &str); 5] = [
            (r"plain", "plain"),
            (r#"a\"b\\c\/d"#, "a\"b\\c/d"),
            (r"\u0041\n\t\b\f\r", "A\n\t\u{8}\u{c}\r"),
            (r"\ud83d\ude00", "😀"),
            (r"é", "é"),
        ];
        for (raw, meant) in cases {
            let bytes = unescape(raw.as_bytes());
            assert_eq!(display(&bytes), meant);
            let mut json = String::new();
            push_json(&bytes, &mut json);
            assert_eq!(unescape(&json.as_bytes()[1..json.len() - 1]), bytes);
        }
    }

    #[test]
    fn lone_surrogates_survive() {
        for raw in [r"\ud800", r"x\udc00y", r"\ud800\ud800", r"\ud800\u0041"] {
            let bytes = unescape(raw.as_bytes());
            let mut json = String::new();
            push_json(&bytes, &mut json);
            assert_eq!(unescape(&json.as_bytes()[1..json.len() - 1]), bytes, "{raw}");
        }
        assert_ne!(unescape(br"\ud800"), unescape(br"\ud801"));
        assert_eq!(display(&unescape(br"\ud800")), r"\ud800");
    }
}
