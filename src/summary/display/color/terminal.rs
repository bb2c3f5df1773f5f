//! Escape sequences of a terminal: put in the place of colour tags, and taken out of texts.
//!
//! In: a tagged text, or one that a program wrote for a terminal. Out: the text with sequences, or without. Nothing can fail.
//! Sequences are those of ECMA-48; one without its end reaches to the end of its line.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Directive, Piece, pieces};

/// Puts sequences in the place of tags.
pub(super) fn paint(tagged: &str) -> String {
    let mut out = String::with_capacity(tagged.len());
    for piece in pieces(tagged) {
        let tag = match piece {
            Piece::Text(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Tag(tag) => Directive::parse(tag),
        };
        match tag {
            Some(Directive::Reset) => out.push_str("\u{1b}[0m"),
            Some(Directive::Bold) => out.push_str("\u{1b}[1m"),
            Some(Directive::Underline) => out.push_str("\u{1b}[4m"),
            Some(Directive::Foreground(number)) => drop(write!(out, "\u{1b}[38;5;{number}m")),
            Some(Directive::Background(number)) => drop(write!(out, "\u{1b}[48;5;{number}m")),
            None => {}
        }
    }
    out
}

/// Takes sequences out.
pub(super) fn stripped(text: &str) -> Cow<'_, str> {
    const STARTS: [char; 4] = ['\u{1b}', '\u{9b}', '\u{9d}', '\u{90}'];
    let Some(first) = text.find(STARTS) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while !rest.is_empty() {
        rest = behind_sequence(rest);
        let (kept, behind) = rest.split_at(rest.find(STARTS).unwrap_or(rest.len()));
        out.push_str(kept);
        rest = behind;
    }
    Cow::Owned(out)
}

/// What follows the sequence that a text begins with.
fn behind_sequence(text: &str) -> &str {
    let mut letters = text.chars();
    match letters.next() {
        Some('\u{1b}') => match letters.next() {
            Some('[') => behind_control(letters.as_str()),
            Some(']' | 'P' | 'X' | '^' | '_') => behind_string(letters.as_str()),
            // Two letters, or some between them: `ESC ( B`.
            Some(' '..='/') => {
                let rest = letters.as_str().trim_start_matches(|letter| matches!(letter, ' '..='/'));
                rest.strip_prefix(|letter| matches!(letter, '0'..='~')).unwrap_or(rest)
            }
            Some('0'..='~') => letters.as_str(),
            _ => &text[1..],
        },
        Some('\u{9b}') => behind_control(letters.as_str()),
        _ => behind_string(letters.as_str()),
    }
}

fn behind_control(text: &str) -> &str {
    let rest = text.trim_start_matches(|letter| matches!(letter, ' '..='?'));
    rest.strip_prefix(|letter| matches!(letter, '@'..='~')).unwrap_or(rest)
}

/// Behind the end of a string such as a window's title: BEL, `ESC \`, or, where it has none, its line.
fn behind_string(text: &str) -> &str {
    let end = text.find(['\u{7}', '\u{1b}', '\u{9c}', '\n', '\r']).unwrap_or(text.len());
    let rest = &text[end..];
    rest.strip_prefix("\u{1b}\\").or_else(|| rest.strip_prefix(['\u{7}', '\u{9c}'])).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_every_kind_of_sequence_out() {
        for (text, wanted) in [
            ("a\u{1b}[1;31mb\u{1b}[Kc", "abc"),
            ("\u{1b}]0;title\u{7}a\u{1b}]8;;http://x\u{1b}\\b", "ab"),
            ("\u{1b}(Ba\u{1b}cb", "ab"),
            ("\u{9b}1ma", "a"),
            ("\u{1b}]never ends\na", "\na"),
            ("a\u{1b}", "a"),
            ("\u{1b}[", ""),
            ("\u{1b}\u{1b}[1mä", "ä"),
            ("\u{1b}ä", "ä"),
        ] {
            assert_eq!(stripped(text), wanted, "{text:?}");
        }
    }
}
