//! A summary as a comment on a pull request.
//!
//! In: [`LogSummary`]. Out: Markdown for GitHub, GitLab and the like, never longer than it may be: how the update ended, the counts,
//! errors, what went wrong, replacements and deletions before the rest, policies, outputs, times. What comes from the log stays in its
//! place: it opens no tag, closes no fence, mentions nobody and is no link. Nothing can fail.

mod fit;
mod items;
mod sections;

use super::outline;
use super::report::LogSummary;
use crate::model::print::{code, cut, inline, inline_within};
use fit::{fit, whole};

/// How long the Markdown may be, and what stands at its top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownOptions {
    /// The heading. Otherwise it says what kind of update it is and how it ended.
    pub title: Option<String>,
    /// Address of the update, by http or https; any other is left out.
    pub link: Option<String>,
    /// Most bytes of UTF-8, and so most characters: 65,536, as many as a comment on GitHub may have.
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
/// Most columns of the table of counts.
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
/// log.write(br#"{"sequence":1,"timestamp":5,"summaryEvent":{"durationSeconds":4,"resourceChanges":{"create":2,"same":1},"result":"succeeded"}}"#)?;
/// log.end()?;
/// let markdown = to_markdown(&log.summary(), &MarkdownOptions { marker: Some("prod".into()), ..MarkdownOptions::default() });
/// assert!(markdown.starts_with("<!-- stackscope: prod -->\n### Update succeeded in 4s\n"));
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub fn to_markdown(summary: &LogSummary, options: &MarkdownOptions) -> String {
    let most = options.max_bytes;
    let out = head(summary, options);
    let sections = sections::all(summary);
    if let Some(text) = whole(&sections, most - out.len()) {
        return out + &text;
    }
    let Some(room) = (most - out.len()).checked_sub(NOTE) else { return out };
    let short = fit(&sections, room);
    out + &short.text + &short.note()
}

/// What stands above the sections, as much of it as there is room for.
fn head(summary: &LogSummary, options: &MarkdownOptions) -> String {
    let mut out = String::new();
    let mut push = |block: &str| {
        if out.len() + block.len() <= options.max_bytes {
            out.push_str(block);
        }
    };
    if let Some(marker) = &options.marker {
        push(&format!("{}\n", marker_comment(marker)));
    }
    let mut result = inline(&cut(&outline::headline(summary), 60));
    if let Some(took) = outline::took(summary) {
        result.push_str(&format!(" {took}"));
    }
    match &options.title {
        Some(title) => push(&format!("### {}\n\n**{result}**\n", inline_within(title, TITLE))),
        None => push(&format!("### {result}\n")),
    }
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
    push(&counts(summary));
    for warning in outline::warnings(summary) {
        push(&format!("\n> {}\n", inline_within(&warning, 1_000)));
    }
    out
}

fn counts(summary: &LogSummary) -> String {
    let word = |op: &crate::model::update::OpType| {
        format!("{} {}", code(outline::sign(op).trim()), inline(&cut(&outline::verb(op, summary), 60)))
    };
    let changes = outline::changes(summary);
    let mut cells: Vec<(String, String)> = changes.iter().take(COUNTS).map(|(op, count)| (word(op), count.to_string())).collect();
    let errored = outline::errored(summary);
    if cells.is_empty() && errored == 0 {
        return format!("\nNo changes, {} unchanged.\n", summary.unchanged);
    }
    cells.push(("unchanged".to_owned(), summary.unchanged.to_string()));
    if errored > 0 {
        cells.push(("errored".to_owned(), errored.to_string()));
    }
    let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let heads = row(cells.iter().map(|(head, _)| head.as_str()).collect());
    let numbers = row(cells.iter().map(|(_, number)| number.as_str()).collect());
    format!("\n{heads}{}|\n{numbers}", "|--:".repeat(cells.len()))
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
