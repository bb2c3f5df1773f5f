//! One row, message, violation or output as Markdown, in its short and its longer forms.
//!
//! In: what the summary says of it. Out: a block that is closed in itself: a point of a list, a row of a table, or a fold with a fence.
//! Nothing can fail.

use std::fmt::Write;

use super::super::outline::{self, Kind};
use super::super::report::{PolicyViolation, ResourcePropertyChange, ResourceUpdate};
use crate::model::print::{code, cut, excerpt, fenced, inline, inline_within, plural};

/// Longest type and name, in characters.
const NAME: usize = 120;
/// Longest path of a property, in short and as it is shown in a fence.
const PATH: usize = 60;
const FULL_PATH: usize = 300;
/// Longest value of a property.
const VALUE: usize = 200;
/// Most properties and reasons in the short form of a row, and in its longest.
const FEW: usize = 3;
const MANY: usize = 100;
/// Longest first line of a message, and longest message in full.
const LINE: usize = 200;
const MESSAGE: usize = 6_000;

/// Type and name.
pub(super) fn label(urn: &str) -> String {
    let (kind, name) = outline::label(urn);
    let name = format!("<b>{}</b>", inline(&cut(name, NAME)));
    if kind.is_empty() { name } else { format!("{} {name}", code(&cut(&kind, NAME))) }
}

fn head(row: &ResourceUpdate, kind: Kind) -> String {
    let mut out = format!("{} {}", code(outline::sign(&row.op).trim()), label(&row.urn));
    if kind.is_unfinished() {
        let _ = write!(out, " {}", inline(&cut(&outline::state(row, kind), NAME)));
    }
    if let Some(remark) = outline::remark(row) {
        let _ = write!(out, " ({remark})");
    }
    out
}

fn because(row: &ResourceUpdate, at: usize) -> String {
    inline(&cut(&outline::because(&row.replace_reasons[at]), 2 * LINE))
}

/// `<code>~</code> … (<code>~tags</code>, 3 more), because …`
fn line(row: &ResourceUpdate, kind: Kind) -> String {
    let mut out = head(row, kind);
    let properties = outline::properties(row);
    let total = properties.len() + row.property_diff_omitted as usize;
    let mut shown: Vec<String> =
        properties.iter().take(FEW).map(|(mark, path)| code(&format!("{mark}{}", cut(path, PATH)))).collect();
    if total > shown.len() && !shown.is_empty() {
        shown.push(format!("{} more", total - shown.len()));
    }
    if !shown.is_empty() {
        let _ = write!(out, " ({})", shown.join(", "));
    }
    if !row.replace_reasons.is_empty() {
        let _ = write!(out, ", {}", because(row, 0));
        if row.replace_reasons.len() > 1 {
            let _ = write!(out, " and for {}", plural(row.replace_reasons.len() as u64 - 1, "more reason"));
        }
    }
    out
}

/// A point of a list.
pub(super) fn row(row: &ResourceUpdate, kind: Kind) -> String {
    format!("- {}\n", line(row, kind))
}

/// A fold with reasons and properties: fewer of them at each level.
pub(super) fn row_in_full(row: &ResourceUpdate, kind: Kind, level: u32) -> Option<String> {
    let count = row.property_diff.len();
    let most = count.min(MANY).checked_shr(level).unwrap_or(0);
    if most == 0 {
        return None;
    }
    let mut out = format!("\n<details><summary>{}</summary>\n\n", line(row, kind));
    let reasons = row.replace_reasons.len();
    for at in 1..reasons.min(MANY.checked_shr(level).unwrap_or(0)) {
        let _ = writeln!(out, "- {}", because(row, at));
    }
    if reasons > 1 {
        out.push('\n');
    }
    let mut changes: Vec<&ResourcePropertyChange> = row.property_diff.iter().collect();
    changes.sort_by_key(|change| !change.replace);
    let lines: Vec<String> = changes.into_iter().take(most).flat_map(property).collect();
    out.push_str(&fenced("diff", &lines));
    let more = (count - most) as u64 + row.property_diff_omitted;
    if more > 0 {
        let _ = write!(out, "\n\n… and {}", plural(more, "more property"));
    }
    out.push_str("\n\n</details>\n\n");
    Some(out)
}

/// `- path: before`, `+ path: after`.
fn property(change: &ResourcePropertyChange) -> Vec<String> {
    let path = cut(&change.path, FULL_PATH);
    let (before, after) = outline::sides(change, VALUE);
    let mut lines = match (outline::mark(change), before, after) {
        (_, before @ Some(_), after @ Some(_)) if !change.hidden => [("-", before), ("+", after)]
            .into_iter()
            .map(|(sign, side)| format!("{sign} {path}: {}", cut(&side.unwrap_or_default(), VALUE)))
            .collect(),
        (mark, before, after) => {
            // Forges colour `!` as a change, and have no colour for `~`.
            let sign = if mark == '~' { '!' } else { mark };
            match before.or(after) {
                Some(side) => vec![format!("{sign} {path}: {}", cut(&side, VALUE))],
                None => vec![format!("{sign} {path}")],
            }
        }
    };
    if change.replace
        && let Some(last) = lines.last_mut()
    {
        last.push_str("  # forces replacement");
    }
    lines
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

/// What was violated, and by what.
pub(super) fn violation(violation: &PolicyViolation) -> String {
    let pack = outline::pack(&violation.pack, &violation.pack_version);
    let mut out = format!(
        "<b>{}</b> {} ({})",
        inline(&cut(&violation.enforcement_level, NAME)),
        code(&cut(&violation.policy, NAME)),
        inline(&cut(&pack, NAME))
    );
    if let Some(severity) = &violation.severity {
        let _ = write!(out, ", severity {}", inline(&cut(severity, NAME)));
    }
    if let Some(urn) = &violation.urn {
        let _ = write!(out, ", {}", label(urn));
    }
    out
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
