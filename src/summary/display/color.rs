//! Colour tags, and what becomes of them.
//!
//! In: text with tags such as `<{%fg 2%}>`, as the engine and the views write it. Out: the text without them, or with a terminal's
//! escape sequences or HTML in their place. Nothing can fail: a directive that is not known is left out, and after a tag without an end
//! the rest of the text is, as Pulumi does it. Rules: `sdk/go/common/diag/colors` of Pulumi (pulumi-semantics section 6.4).

use std::borrow::Cow;

mod html;
mod terminal;

/// What becomes of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColorMode {
    /// They are dropped.
    #[default]
    Never,
    /// Tags stay as the engine writes them: `<{%fg 2%}>`.
    Raw,
    /// Escape sequences of a terminal.
    Always,
    /// `<span>` elements with the classes `pulumi-bold`, `pulumi-underline`, `pulumi-fg-N` and `pulumi-bg-N`, N being the number of a
    /// terminal's colour; everything else is escaped for HTML.
    Html,
}

const OPEN: &str = "<{%";
const CLOSE: &str = "%}>";

pub(crate) const RESET: &str = "<{%reset%}>";
pub(crate) const BOLD: &str = "<{%bold%}>";
pub(crate) const MAGENTA: &str = "<{%fg 5%}>";
pub(crate) const UNDERLINE: &str = "<{%underline%}>";
pub(crate) const RED: &str = "<{%fg 1%}>";
pub(crate) const GREEN: &str = "<{%fg 2%}>";
pub(crate) const YELLOW: &str = "<{%fg 3%}>";
pub(crate) const BRIGHT_RED: &str = "<{%fg 9%}>";
pub(crate) const BRIGHT_GREEN: &str = "<{%fg 10%}>";
pub(crate) const BRIGHT_BLUE: &str = "<{%fg 12%}>";
pub(crate) const BRIGHT_MAGENTA: &str = "<{%fg 13%}>";
pub(crate) const BRIGHT_CYAN: &str = "<{%fg 14%}>";
/// What stands before the name of a section.
pub(crate) const HEADLINE: &str = "<{%fg 13%}><{%bold%}>";

/// What a directive asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Directive {
    Reset,
    Bold,
    Underline,
    Foreground(u8),
    Background(u8),
}

impl Directive {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "reset" => return Some(Self::Reset),
            "bold" => return Some(Self::Bold),
            "underline" => return Some(Self::Underline),
            _ => {}
        }
        let (ground, number) = text.split_once(' ')?;
        let number = number.bytes().all(|digit| digit.is_ascii_digit()).then(|| number.parse().ok())??;
        match ground {
            "fg" => Some(Self::Foreground(number)),
            "bg" => Some(Self::Background(number)),
            _ => None,
        }
    }
}

/// A stretch of a tagged text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Text(&'t str),
    /// What stands between `<{%` and `%}>`.
    Tag(&'t str),
}

fn pieces(mut rest: &str) -> impl Iterator<Item = Piece<'_>> {
    std::iter::from_fn(move || {
        if let Some(tag) = rest.strip_prefix(OPEN) {
            let (tag, behind) = tag.split_once(CLOSE)?;
            rest = behind;
            return Some(Piece::Tag(tag));
        }
        let (text, behind) = rest.split_at(rest.find(OPEN).unwrap_or(rest.len()));
        rest = behind;
        (!text.is_empty()).then_some(Piece::Text(text))
    })
}

/// Turns the tags of a text into what is wanted.
pub(crate) fn paint(tagged: &str, mode: ColorMode) -> String {
    match mode {
        ColorMode::Raw => tagged.to_owned(),
        ColorMode::Never => plain(tagged).into_owned(),
        ColorMode::Always => terminal::paint(tagged),
        ColorMode::Html => html::paint(tagged),
    }
}

/// The text up to a tag without an end, if it has one: what is printed by itself cannot swallow what comes behind it.
pub(crate) fn closed(tagged: &str) -> &str {
    let mut rest = tagged;
    while let Some(start) = rest.find(OPEN) {
        let Some((_, behind)) = rest[start..].split_once(CLOSE) else { return &tagged[..tagged.len() - rest.len() + start] };
        rest = behind;
    }
    tagged
}

/// The text without its tags.
pub(crate) fn untagged(tagged: &str) -> Cow<'_, str> {
    if !tagged.contains(OPEN) {
        return Cow::Borrowed(tagged);
    }
    Cow::Owned(pieces(tagged).filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None }).collect())
}

/// The text without its tags and without the escape sequences of a terminal.
pub(crate) fn plain(tagged: &str) -> Cow<'_, str> {
    match untagged(tagged) {
        Cow::Borrowed(text) => terminal::stripped(text),
        Cow::Owned(text) => Cow::Owned(terminal::stripped(&text).into_owned()),
    }
}

/// What the tags of a text ask for that this version has no name for.
pub(crate) fn unknown_directives(tagged: &str) -> impl Iterator<Item = &str> {
    pieces(tagged).filter_map(|piece| match piece {
        Piece::Tag(tag) if Directive::parse(tag).is_none() => Some(tag),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGGED: &str = "<{%fg 13%}><{%bold%}>a < b<{%reset%}> & <{%blink%}>c";

    #[test]
    fn every_mode() {
        assert_eq!(paint(TAGGED, ColorMode::Raw), TAGGED);
        assert_eq!(paint(TAGGED, ColorMode::Never), "a < b & c");
        assert_eq!(paint(TAGGED, ColorMode::Always), "\u{1b}[38;5;13m\u{1b}[1ma < b\u{1b}[0m & c");
        assert_eq!(paint(TAGGED, ColorMode::Html), "<span class=\"pulumi-bold pulumi-fg-13\">a &lt; b</span> &amp; c");
    }

    #[test]
    fn tags_without_an_end() {
        for (tagged, text) in [("a<{%fg 1", "a"), ("a<{%b<{%reset%}>c", "ac"), ("<{%", ""), ("<{ %}>", "<{ %}>")] {
            assert_eq!(paint(tagged, ColorMode::Never), text, "{tagged}");
            assert_eq!(paint(closed(tagged), ColorMode::Never), text, "{tagged}");
        }
        assert_eq!(paint("a<{%fg 1", ColorMode::Raw), "a<{%fg 1");
        assert_eq!((closed(TAGGED), closed("a<{%b%}>c<{%<{%")), (TAGGED, "a<{%b%}>c"));
    }

    #[test]
    fn directives_that_are_not_known() {
        let unknown: Vec<_> =
            unknown_directives("<{%fg 300%}><{%fg 12%}><{%fg +1%}><{%bg 4%}><{%italic%}><{%%}><{%fg%}>").collect();
        assert_eq!(unknown, ["fg 300", "fg +1", "italic", "", "fg"]);
    }

    #[test]
    fn without_tags_and_sequences() {
        assert_eq!(plain("<{%bold%}>a\u{1b}[1;31mb\u{1b}[K<{%reset%}>c"), "abc");
        assert!(matches!(plain("nothing to do"), Cow::Borrowed(_)));
    }
}
