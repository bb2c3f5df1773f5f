//! One row, message, violation or output as Markdown, in its short and its longer forms.
//!
//! In: what the summary says of it. Out: a block that is closed in itself: a point of a list, a row of a table, or a fold with a fence.
//! Nothing can fail.

use std::fmt::Write;

use super::super::outline::{self, Kind, Remedy, Row, Violated};
use super::super::report::{ResourcePropertyChange, ResourceUpdate};
use super::properties;
use super::spans::{bold, code, folded};
use crate::model::print::{cut, excerpt, fenced, inline, inline_within, plural};

/// Longest type and name, in characters.
const NAME: usize = 120;
/// Longest path of a property in a line, and longest value of an output.
const PATH: usize = 60;
const VALUE: usize = 200;
/// Most lines of one property.
const LINES: usize = 60;
/// Most resources of one policy.
const CASES: usize = 20;
/// Most properties and reasons in the short form of a row, and in its longest.
const FEW: usize = 3;
const MANY: usize = 100;
/// Longest first line of a message, and longest message in full.
const LINE: usize = 200;
const MESSAGE: usize = 6_000;

/// Type and name.
pub(super) fn label(urn: &str) -> String {
    let (kind, name) = outline::label(urn);
    let name = bold(&cut(name, NAME));
    if kind.is_empty() { name } else { format!("{} {name}", code(&cut(&kind, NAME))) }
}

/// How pieces of a row look: as a point of a list, or in the line of a fold, which is no Markdown.
struct Spans {
    code: fn(&str) -> String,
    bold: fn(&str) -> String,
    text: fn(&str) -> String,
}

const POINT: Spans = Spans { code, bold, text: inline };
const FOLD: Spans = Spans { code: folded, bold: |text| format!("<b>{}</b>", folded(text)), text: folded };

fn because(row: &ResourceUpdate, at: usize) -> String {
    cut(&outline::because(&row.replace_reasons[at]), 2 * LINE)
}

/// `` `~` `aws:s3:Bucket` **logs** (`~tags`, 3 more), because … ``
fn line(shown: &Row<'_>, kind: Kind, is_preview: bool, spans: &Spans) -> String {
    let row = shown.update;
    let (token, name) = outline::label(&row.urn);
    let mut out = (spans.code)(outline::sign(&row.op).trim());
    if !token.is_empty() {
        let _ = write!(out, " {}", (spans.code)(&cut(&token, NAME)));
    }
    let _ = write!(out, " {}", (spans.bold)(&cut(name, NAME)));
    if let Some(was) = shown.former() {
        let _ = write!(out, " (was {})", (spans.text)(&cut(&was, NAME)));
    }
    if kind.is_unfinished() {
        let _ = write!(out, " {}", (spans.text)(&cut(&outline::state(row, kind, is_preview), NAME)));
    }
    if let Some(remark) = outline::remark(row, is_preview) {
        let _ = write!(out, " ({})", (spans.text)(&cut(&remark, NAME)));
    }
    let properties = outline::properties(row);
    let total = properties.len() + row.property_diff_omitted as usize;
    let mut shown: Vec<String> =
        properties.iter().take(FEW).map(|(mark, path)| (spans.code)(&format!("{mark}{}", cut(path, PATH)))).collect();
    if total > shown.len() && !shown.is_empty() {
        shown.push(format!("{} more", total - shown.len()));
    }
    if !shown.is_empty() {
        let _ = write!(out, " ({})", shown.join(", "));
    }
    if !row.replace_reasons.is_empty() {
        let _ = write!(out, ", {}", (spans.text)(&because(row, 0)));
        if row.replace_reasons.len() > 1 {
            let _ = write!(out, " and for {}", plural(row.replace_reasons.len() as u64 - 1, "more reason"));
        }
    }
    out
}

/// A point of a list.
pub(super) fn row(row: &Row<'_>, kind: Kind, is_preview: bool) -> String {
    format!("- {}\n", line(row, kind, is_preview, &POINT))
}

/// A fold with reasons and properties: fewer of them at each level.
pub(super) fn row_in_full(row: &Row<'_>, kind: Kind, is_preview: bool, level: u32) -> Option<String> {
    let update = row.update;
    let count = update.property_diff.len();
    let most = count.min(MANY).checked_shr(level).unwrap_or(0);
    if most == 0 {
        return None;
    }
    let mut out = format!("\n<details><summary>{}</summary>\n\n", line(row, kind, is_preview, &FOLD));
    let reasons = update.replace_reasons.len();
    for at in 1..reasons.min(MANY.checked_shr(level).unwrap_or(0)) {
        let _ = writeln!(out, "- {}", inline(&because(update, at)));
    }
    if reasons > 1 {
        out.push('\n');
    }
    let mut changes: Vec<&ResourcePropertyChange> = update.property_diff.iter().collect();
    changes.sort_by_key(|change| !change.replace);
    let each = (LINES >> level.min(8)).max(4);
    let lines: Vec<String> = changes.into_iter().take(most).flat_map(|change| properties::lines(change, each)).collect();
    out.push_str(&fenced("diff", &lines));
    let more = (count - most) as u64 + update.property_diff_omitted;
    if more > 0 {
        let _ = write!(out, "\n\n… and {}", plural(more, "more property"));
    }
    out.push_str("\n\n</details>\n\n");
    Some(out)
}

/// A message as a point of a list, by its first line.
pub(super) fn message(head: &str, text: &str) -> String {
    let line = inline_within(text.trim().lines().next().unwrap_or_default().trim(), 2 * LINE);
    let gap = if head.is_empty() || line.is_empty() { "" } else { ": " };
    format!("- {head}{gap}{line}\n")
}

/// A message in a fence: less of it at each level.
pub(super) fn message_in_full(head: &str, text: &str, level: u32) -> Option<String> {
    let most = MESSAGE.checked_shr(level).filter(|most| *most >= LINE)?;
    let (mut lines, more) = excerpt(text, usize::MAX, most / 2, most);
    if more > 0 {
        lines.push(format!("… {}", plural(more as u64, "more line")));
    }
    let head = if head.is_empty() { String::new() } else { format!("\n{head}\n") };
    Some(format!("{head}\n{}\n\n", fenced("", &lines)))
}

/// `` **mandatory** `no-public-read` (rules v1), severity high: **logs**, **data** ``
fn violated(violated: &Violated<'_>, most: usize) -> String {
    let mut out = format!(
        "{} {} ({})",
        bold(&cut(violated.level, NAME)),
        code(&cut(violated.policy, NAME)),
        inline(&cut(&violated.pack, NAME))
    );
    if let Some(severity) = violated.severity {
        let _ = write!(out, ", severity {}", inline(&cut(severity, NAME)));
    }
    let urns: Vec<&str> = violated.cases.iter().filter_map(|case| case.urn.as_deref()).collect();
    let mut labels: Vec<String> = urns.iter().take(most).map(|urn| label(urn)).collect();
    if urns.len() > labels.len() {
        labels.push(format!("{} more", urns.len() - labels.len()));
    }
    if !labels.is_empty() {
        let _ = write!(out, ", {}", labels.join(", "));
    }
    out
}

/// A policy that was violated, as a point of a list.
pub(super) fn violation(group: &Violated<'_>) -> String {
    let text = group.message().unwrap_or_default();
    message(&violated(group, FEW), text)
}

/// With its message in a fence, or with one message for each resource: less of it at each level.
pub(super) fn violation_in_full(group: &Violated<'_>, level: u32) -> Option<String> {
    if let Some(text) = group.message() {
        return message_in_full(&violated(group, CASES >> level.min(3)), text, level);
    }
    let most = CASES.checked_shr(level).filter(|most| *most > 1)?;
    let mut out = format!("\n{}\n\n", violated(group, 0).trim_end_matches(&format!(", {} more", group.cases.len())));
    for case in group.cases.iter().take(most) {
        out.push_str(&message(&case.urn.as_deref().map_or_else(String::new, label), &case.message));
    }
    if group.cases.len() > most {
        let _ = writeln!(out, "- … {} more", group.cases.len() - most);
    }
    out.push('\n');
    Some(out)
}

/// What a policy mended, resource by resource: fewer of them at each level, and in the short form only how many.
pub(super) fn remedy(remedy: &Remedy<'_>) -> String {
    let head = format!("{} ({})", code(&cut(remedy.policy, NAME)), inline(&cut(&remedy.pack, NAME)));
    match remedy.rows.as_slice() {
        [row] => format!("- {head} mended {}\n", label(&row.urn)),
        rows => format!("- {head} mended {}\n", plural(rows.len() as u64, "resource")),
    }
}

pub(super) fn remedy_in_full(remedy: &Remedy<'_>, level: u32) -> Option<String> {
    let most = CASES.checked_shr(level).filter(|most| *most > 0)?;
    let head = format!("{} ({})", code(&cut(remedy.policy, NAME)), inline(&cut(&remedy.pack, NAME)));
    let mut out = format!("\n{head} mended {}:\n\n", plural(remedy.rows.len() as u64, "resource"));
    for row in remedy.rows.iter().take(most) {
        let _ = writeln!(out, "{}\n", label(&row.urn));
        let lines: Vec<String> = row.changes.iter().take(FEW * 3).flat_map(|change| properties::lines(change, 8)).collect();
        if !lines.is_empty() {
            let _ = writeln!(out, "{}\n", fenced("diff", &lines));
        }
    }
    if remedy.rows.len() > most {
        let _ = writeln!(out, "… and {} more\n", remedy.rows.len() - most);
    }
    Some(out)
}

/// A row of the table of outputs.
pub(super) fn output(change: &ResourcePropertyChange) -> String {
    let (before, after) = outline::sides(change, VALUE);
    let side = |side: Option<String>| side.map_or_else(String::new, |side| code(&cut(&side, VALUE)));
    format!(
        "| {} | {} | {} | {} |\n",
        code(&outline::mark(change).to_string()),
        code(&cut(&change.path, NAME)),
        side(before),
        side(after)
    )
}
