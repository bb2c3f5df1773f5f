//! A summary as a comment on a pull request.
//!
//! In: [`LogSummary`]. Out: Markdown for GitHub, GitLab and the like, no longer than it may be: how the update ended, the counts,
//! policies that stopped it, errors, what went wrong, replacements and deletions before the rest, other policies, outputs, messages,
//! times. What comes from the log stays in its place: it opens no tag, closes no fence, mentions nobody and is no link. Nothing can fail.

mod fit;
mod items;
mod properties;
mod sections;
mod spans;

use super::outline;
use super::report::LogSummary;
use crate::model::print::{cut, inline, inline_within};
use fit::{fit, whole};
use spans::code;

/// How long the Markdown may be, and what stands at its top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownOptions {
    /// The heading. Otherwise it says what kind of update it is and how it ended.
    pub title: Option<String>,
    /// Address of the update, by http or https; any other is left out.
    pub link: Option<String>,
    /// Most bytes of UTF-8, and so most characters: 65,536, as many as a comment on GitHub may have. The marker and the heading stand
    /// also where they are longer.
    pub max_bytes: usize,
    /// A word for an HTML comment at the top, see [`marker_comment`].
    pub marker: Option<String>,
}

impl Default for MarkdownOptions {
    fn default() -> Self {
        Self { title: None, link: None, max_bytes: 65_536, marker: None }
    }
}

/// Room for the line that says what was left out.
const NOTE: usize = 128;
/// Longest heading, in bytes as escaped.
const TITLE: usize = 400;
/// Longest address.
const LINK: usize = 2_000;
/// Most counts below the heading.
const COUNTS: usize = 20;

/// The comment by which a script finds its own Markdown again: `<!-- stackscope: prod -->`. Letters, digits and `._/:@ ` stay, all
/// else becomes `-`.
///
/// ```
/// assert_eq!(stackscope::summary::marker_comment("acme/web/prod"), "<!-- stackscope: acme/web/prod -->");
/// assert_eq!(stackscope::summary::marker_comment("a --> b"), "<!-- stackscope: a - b -->");
/// ```
pub fn marker_comment(marker: &str) -> String {
    let mut word = String::new();
    for letter in marker.chars().take(200) {
        let letter = if letter.is_alphanumeric() || "._/:@ ".contains(letter) { letter } else { '-' };
        if letter != '-' || !word.ends_with('-') {
            word.push(letter);
        }
    }
    format!("<!-- stackscope: {} -->", word.trim_matches([' ', '-']))
}

/// The summary as Markdown.
///
/// ```
/// use stackscope::summary::{EventLog, MarkdownOptions, to_markdown};
///
/// let mut log = EventLog::default();
/// log.write(br#"{"timestamp":5,"summaryEvent":{"durationSeconds":4,"resourceChanges":{},"result":"succeeded"}}"#)?;
/// log.end()?;
/// let markdown = to_markdown(&log.summary(), &MarkdownOptions { marker: Some("prod".into()), ..MarkdownOptions::default() });
/// assert!(markdown.starts_with("<!-- stackscope: prod -->\n### Update succeeded in 4s\n"));
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub fn to_markdown(summary: &LogSummary, options: &MarkdownOptions) -> String {
    let out = head(summary, options);
    let Some(room) = options.max_bytes.checked_sub(out.len()) else { return out };
    let sections = if outline::is_empty(summary) { Vec::new() } else { sections::all(summary) };
    if let Some(text) = whole(&sections, room) {
        return out + &text;
    }
    let Some(room) = room.checked_sub(NOTE) else { return out };
    let short = fit(&sections, room);
    out + &short.text + &short.note()
}

/// What stands above the sections: the marker and the heading, and as much of the rest as there is room for.
fn head(summary: &LogSummary, options: &MarkdownOptions) -> String {
    let mut out = options.marker.as_ref().map_or_else(String::new, |marker| format!("{}\n", marker_comment(marker)));
    let mut result = inline(&cut(&outline::headline(summary), 60));
    if let Some(took) = outline::took(summary) {
        result.push_str(&format!(" {took}"));
    }
    match &options.title {
        Some(title) => out.push_str(&format!("### {}\n\n**{result}**\n", inline_within(title, TITLE))),
        None => out.push_str(&format!("### {result}\n")),
    }
    let mut push = |block: &str| {
        if out.len() + block.len() <= options.max_bytes {
            out.push_str(block);
        }
    };
    let mut line = Vec::new();
    if let Some((project, stack)) = outline::stack(summary) {
        line.push(code(&cut(&format!("{project}/{stack}"), 200)));
    }
    if let Some(link) = options.link.as_deref().and_then(address) {
        line.push(format!("[View the update]({link})"));
    }
    if !line.is_empty() {
        push(&format!("\n{}\n", line.join(" · ")));
    }
    if !outline::is_empty(summary) {
        push(&counts(summary));
    }
    for warning in outline::warnings(summary) {
        push(&format!("\n> {}\n", inline_within(&warning, 1_000)));
    }
    out
}

/// `` `+` 2 created · 4 unchanged ``
fn counts(summary: &LogSummary) -> String {
    let counts = outline::counts(summary);
    let mut parts: Vec<String> = counts
        .iter()
        .take(COUNTS)
        .map(|count| {
            let text = inline(&cut(&count.text, 60));
            if count.sign.is_empty() { text } else { format!("{} {text}", code(count.sign)) }
        })
        .collect();
    if counts.len() > parts.len() {
        parts.push("…".to_owned());
    }
    if let Some((last, extent)) = parts.last_mut().zip(outline::extent(summary)) {
        last.push_str(if counts.len() > 1 { ", " } else { " " });
        last.push_str(extent);
    }
    format!("\n{}\n", parts.join(" · "))
}

/// An address that can stand in a link; none by another scheme than http and https.
fn address(link: &str) -> Option<String> {
    let scheme = link.split_once("://")?.0;
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let mut out = String::with_capacity(link.len());
    for byte in link.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte as char),
            _ if b":/?#@!$&;=%+,-._~".contains(&byte) => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    (out.len() <= LINK).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(address("https://h/a(b)?c=%20 ]<x>").as_deref(), Some("https://h/a%28b%29?c=%20%20%5D%3Cx%3E"));
        for bad in
            ["javascript:alert(1)", "//h", "data:text/html,x", "h", "", " https://h", &format!("https://{}", "x".repeat(3000))]
        {
            assert_eq!(address(bad), None, "{bad}");
        }
    }
}
