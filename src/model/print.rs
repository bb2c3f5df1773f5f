//! What all reports share: text that can act neither on a terminal nor on a page.
//!
//! In: text and JSON from a state or a log, hostile or not. Out: the same for people: control and direction characters as escapes,
//! Markdown and HTML as entities, code fences that hold, values as Pulumi's command line shows them. Nothing can fail.

use std::borrow::Cow;

use super::value::{MASK, Special, UNKNOWN, special};
use crate::wire::tape::{Kind, Tape};
use crate::wire::text::display;

/// Colours for a terminal, or none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    pub(crate) const BOLD: &'static str = "1";
    pub(crate) const DIM: &'static str = "2";
    pub(crate) const RED: &'static str = "31";
    pub(crate) const GREEN: &'static str = "32";
    pub(crate) const YELLOW: &'static str = "33";
    pub(crate) const MAGENTA: &'static str = "35";
    pub(crate) const CYAN: &'static str = "36";

    /// No style leaves the text as it is.
    pub(crate) fn on(self, style: &str, text: &str) -> String {
        if self.0 && !style.is_empty() { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Whether a character acts in place of being shown: controls, directions of writing, line and paragraph separators.
fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Text on one line that cannot act on a terminal: characters that act become escapes.
pub(crate) fn tame(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if acts(letter) { out.extend(letter.escape_default()) } else { out.push(letter) }
    }
    out
}

/// The first lines of a message, each tame and of at most `width` characters, at most `chars` in all; and how many lines are left out.
/// Tabs become four spaces, blank lines at the end are dropped. A single line is never left out for want of lines.
pub(crate) fn excerpt(text: &str, lines: usize, width: usize, chars: usize) -> (Vec<String>, usize) {
    let text = text.trim_end();
    let count = text.lines().count();
    let most = if count <= lines.saturating_add(1) { count } else { lines };
    let (mut shown, mut left) = (Vec::new(), chars);
    for line in text.lines().take(most) {
        if left == 0 {
            break;
        }
        let line = cut(&first(line.trim_end(), width.min(left) + 1).replace('\t', "    "), width.min(left));
        left = left.saturating_sub(line.chars().count() + 1);
        shown.push(line);
    }
    let more = count - shown.len();
    (shown, more)
}

/// Tame text of at most so many characters and `…`.
pub(crate) fn cut(text: &str, most: usize) -> String {
    // No more is tamed than can be shown: every character becomes at least one.
    let text = tame(first(text, most + 1));
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// The first characters of a text.
pub(crate) fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// `1 resource`, `2 resources`.
pub(crate) fn plural(count: u64, word: &str) -> String {
    match word.strip_suffix('y') {
        _ if count == 1 => format!("1 {word}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {word}s"),
    }
}

/// Follows what would name a person, an issue or an address even where it is spelled as an entity: a space of no width.
const GAP: &str = "&#8203;";

/// Tame text that Markdown and HTML leave alone; a name in it mentions nobody, and an address is no link.
pub(crate) fn inline(text: &str) -> String {
    let text = tame(text);
    text.char_indices().map(|(at, _)| entity(&text, at, GAP)).collect()
}

/// The same, of at most so many bytes; what is cut ends in `…`.
pub(crate) fn inline_within(text: &str, bytes: usize) -> String {
    let text = tame(first(text, bytes + 1));
    let mut out = String::new();
    for (at, letter) in text.char_indices() {
        let piece = entity(&text, at, GAP);
        let last = at + letter.len_utf8() == text.len();
        if out.len() + piece.len() + if last { 0 } else { '…'.len_utf8() } > bytes {
            out.push('…');
            break;
        }
        out.push_str(&piece);
    }
    out
}

/// Tame text as code, in a line or in the cell of a table. Mentions and references are not looked for in code.
pub(crate) fn code(text: &str) -> String {
    let text = tame(text);
    let inside: String = text.char_indices().map(|(at, _)| entity(&text, at, "")).collect();
    format!("<code>{inside}</code>")
}

/// The character at a place, as an entity where Markdown or HTML would act on it.
fn entity<'a>(text: &'a str, at: usize, gap: &str) -> Cow<'a, str> {
    let rest = &text[at..];
    let letter = &rest[..rest.chars().next().map_or(0, char::len_utf8)];
    match letter {
        "&" => "&amp;".into(),
        "<" => "&lt;".into(),
        ">" => "&gt;".into(),
        "|" | "*" | "`" | "[" | "]" | "_" | "\\" | "~" | "$" => format!("&#{};", letter.as_bytes()[0]).into(),
        "@" | "#" => format!("&#{};{gap}", letter.as_bytes()[0]).into(),
        ":" if rest.starts_with("://") => format!("&#58;{gap}").into(),
        "." if text[..at].ends_with(['w', 'W']) => format!("&#46;{gap}").into(),
        _ => letter.into(),
    }
}

/// Lines in a fence that is longer than any run of its kind in them. They must be tame.
pub(crate) fn fenced(language: &str, lines: &[String]) -> String {
    let runs = lines.iter().flat_map(|line| line.split(|letter| letter != '`').map(str::len));
    let fence = "`".repeat(runs.max().unwrap_or_default().max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", lines.join("\n"))
}

/// A JSON value as Pulumi's CLI shows it: `[unknown]`, `asset(file:1a2b3c4)`, otherwise JSON. It is not tame yet.
pub(crate) fn shown(json: &str) -> Cow<'_, str> {
    let Some(tape) = Tape::parse(json.as_bytes()) else { return json.into() };
    if tape.kind(Tape::ROOT) == Kind::String {
        return match &*tape.string(Tape::ROOT) {
            text if text == UNKNOWN.as_bytes() => "[unknown]".into(),
            text if text == MASK.as_bytes() => MASK.into(),
            _ => json.into(),
        };
    }
    asset(&tape).map_or(json.into(), Into::into)
}

fn asset(tape: &Tape<'_>) -> Option<String> {
    let (word, sources) = match special(tape, Tape::ROOT)? {
        Special::Asset => ("asset", [("text", "text"), ("path", "file"), ("uri", "uri")]),
        Special::Archive => ("archive", [("assets", "assets"), ("path", "file"), ("uri", "uri")]),
        Special::Secret | Special::Resource => return None,
    };
    let source = sources.iter().find(|(key, _)| tape.get(Tape::ROOT, key).is_some()).map_or("unknown", |(_, name)| name);
    let hash = tape.get(Tape::ROOT, "hash").map(|node| display(&tape.string(node)).into_owned()).unwrap_or_default();
    let short: String = hash.chars().take(7).collect();
    Some(format!("{word}({source}:{short})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts() {
        assert_eq!(tame("a\u{1b}[31m\u{202e}\u{200f}\u{9b}é\n"), "a\\u{1b}[31m\\u{202e}\\u{200f}\\u{9b}é\\n");
        assert_eq!(
            excerpt("one\t.\r\n\ntwo\u{7}\n \n\n", 9, 99, 999),
            (vec!["one    .".into(), "".into(), "two\\u{7}".into()], 0)
        );
        assert_eq!(inline("@a #1 <b> \\_ http://x"), "&#64;&#8203;a &#35;&#8203;1 &lt;b&gt; &#92;&#95; http&#58;&#8203;//x");
        assert_eq!(code("`|`www.x"), "<code>&#96;&#124;&#96;www&#46;x</code>");
        assert_eq!(fenced("", &["a ```` b".to_owned()]), "`````\na ```` b\n`````");
    }

    #[test]
    fn texts_are_cut_by_characters() {
        assert_eq!((cut("äöü", 3).as_str(), cut("äöüß", 3).as_str(), cut("\n\n", 3).as_str()), ("äöü", "äöü…", "\\n\\…"));
        assert_eq!(
            (plural(1, "policy"), plural(2, "policy"), plural(0, "row")),
            ("1 policy".into(), "2 policies".into(), "0 rows".into())
        );
    }

    #[test]
    fn messages_are_cut_by_lines_and_characters() {
        let shown = |lines, width, chars| {
            let (shown, more) = excerpt("one\ntwo\nthree\nfour", lines, width, chars);
            (shown.join("|"), more)
        };
        assert_eq!(shown(2, 9, 99), ("one|two".into(), 2));
        assert_eq!(shown(3, 9, 99), ("one|two|three|four".into(), 0));
        assert_eq!(shown(9, 2, 99), ("on…|tw…|th…|fo…".into(), 0));
        assert_eq!(shown(9, 9, 6), ("one|tw…".into(), 2));
        assert_eq!(excerpt("", 9, 9, 9), (vec![], 0));
    }

    #[test]
    fn values_as_pulumi_shows_them() {
        assert_eq!(shown("\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""), "[unknown]");
        assert_eq!(shown("\"[secret]\""), "[secret]");
        assert_eq!(shown("{\"a\":1}"), "{\"a\":1}");
        assert_eq!(shown("not json"), "not json");
    }
}
