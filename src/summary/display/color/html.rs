//! Colour tags as HTML.
//!
//! In: a tagged text. Out: HTML in which every letter of the text is escaped, and every `<span>` is closed; spans are never nested.
//! Control characters and the escape sequences of a terminal are left out. Nothing can fail.

use std::fmt::Write;

use super::{Directive, Piece, pieces, terminal};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Style {
    bold: bool,
    underline: bool,
    foreground: Option<u8>,
    background: Option<u8>,
}

impl Style {
    fn put_on(&mut self, directive: Directive) {
        match directive {
            Directive::Reset => *self = Self::default(),
            Directive::Bold => self.bold = true,
            Directive::Underline => self.underline = true,
            Directive::Foreground(number) => self.foreground = Some(number),
            Directive::Background(number) => self.background = Some(number),
        }
    }

    fn classes(self) -> String {
        let mut out = String::new();
        let mut add = |class: &str, number: Option<u8>| {
            let gap = if out.is_empty() { "" } else { " " };
            let _ = match number {
                Some(number) => write!(out, "{gap}pulumi-{class}-{number}"),
                None => write!(out, "{gap}pulumi-{class}"),
            };
        };
        if self.bold {
            add("bold", None);
        }
        if self.underline {
            add("underline", None);
        }
        if self.foreground.is_some() {
            add("fg", self.foreground);
        }
        if self.background.is_some() {
            add("bg", self.background);
        }
        out
    }
}

/// Puts spans in the place of tags.
pub(super) fn paint(tagged: &str) -> String {
    let mut out = String::with_capacity(tagged.len() + tagged.len() / 4);
    let (mut wanted, mut open) = (Style::default(), Style::default());
    for piece in pieces(tagged) {
        match piece {
            Piece::Tag(tag) => {
                if let Some(directive) = Directive::parse(tag) {
                    wanted.put_on(directive);
                }
            }
            Piece::Text(text) => {
                if wanted != open {
                    change(&mut out, open, wanted);
                    open = wanted;
                }
                escape(&terminal::stripped(text), &mut out);
            }
        }
    }
    change(&mut out, open, Style::default());
    out
}

fn change(out: &mut String, from: Style, to: Style) {
    if from != Style::default() {
        out.push_str("</span>");
    }
    if to != Style::default() {
        let _ = write!(out, "<span class=\"{}\">", to.classes());
    }
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::paint;

    #[test]
    fn spans_are_closed_and_never_nested() {
        assert_eq!(
            paint("<{%fg 1%}>a<{%bold%}><{%underline%}>b<{%bg 4%}>"),
            "<span class=\"pulumi-fg-1\">a</span><span class=\"pulumi-bold pulumi-underline pulumi-fg-1\">b</span>"
        );
        assert_eq!(paint("<{%bold%}><{%reset%}>a<{%fg 2"), "a");
    }

    #[test]
    fn data_is_escaped() {
        assert_eq!(
            paint("<img src='x' onerror=\"a&b\">\u{1b}[1m\u{0}"),
            "&lt;img src=&#39;x&#39; onerror=&quot;a&amp;b&quot;&gt;"
        );
    }
}
