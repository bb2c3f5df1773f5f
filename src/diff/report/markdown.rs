//! The Markdown report, for a pull request.

use std::fmt::Write;

use serde::Deserialize;

use super::super::change::{Change, ChangeKind, PropertyChange, PropertyKind, Row};
use super::text::property_remarks;
use super::{counts, glyph, notes, remarks, sections};
use crate::diff::StateDiff;
use crate::model::print::{code, cut, fenced, inline, inline_within};
use crate::model::render::Numbers;

/// How long the Markdown may be, and its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct MarkdownOptions {
    /// Most bytes of UTF-8, at least 1,000. Default 60,000: a comment on GitHub may have 65,536 characters.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_bytes: Option<u32>,
    /// Heading. Default `State diff`.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
}

const MAX_BYTES: usize = 60_000;
/// Longest value, in characters; longer ones are cut.
const VALUE: usize = 200;
/// Longest heading, in bytes as escaped.
const TITLE: usize = 200;
/// Most property changes of one row.
const PROPERTIES: usize = 100;
/// Room kept for the line that counts what was left out.
const RESERVE: usize = 200;
/// Room kept for naming a section around the resources.
const SECTION: usize = 100;

pub(super) fn render(diff: &StateDiff, options: &MarkdownOptions) -> String {
    let limit = options.max_bytes.map_or(MAX_BYTES, |bytes| (bytes as usize).max(1000)) - RESERVE;
    let overview = diff.overview_as(Numbers::Spelled);
    let title = inline_within(options.title.as_deref().unwrap_or("State diff"), TITLE);
    let mut out = format!("### {title}\n\n");
    let counts = counts(&overview);
    if counts.is_empty() {
        let what = if overview.differs { "No resource changes" } else { "No differences" };
        let _ = writeln!(out, "{what}, {} same.", overview.summary.same);
    } else {
        let heads: Vec<&str> = counts.iter().map(|(kind, _)| kind.as_str()).collect();
        let numbers: Vec<String> = counts.iter().map(|(_, count)| count.to_string()).collect();
        let rule = "|--:".repeat(heads.len() + 1);
        let _ =
            writeln!(out, "| {} | same |\n{rule}|\n| {} | {} |", heads.join(" | "), numbers.join(" | "), overview.summary.same);
    }
    for note in notes(&overview) {
        let line = format!("\n_{}_\n", inline(&note));
        push_bounded(&mut out, &line, limit);
    }
    let mut rows: Vec<&Row> = diff.rows.iter().collect();
    rows.sort_by_key(|row| weight(row.kind));
    let sections = sections(&overview);
    // Room for naming each section, whatever the rows take.
    let rows_limit = limit.saturating_sub(sections.len() * SECTION);
    let mut left_out = 0;
    for (at, row) in rows.iter().enumerate() {
        if !push_row(&mut out, &diff.change(row, Numbers::Spelled), rows_limit) {
            left_out = rows.len() - at;
            break;
        }
    }
    for (name, changes) in sections {
        let head = format!("<b>{name}</b>");
        push_shrunk(&mut out, &head, &[], changes, limit);
    }
    if left_out > 0 {
        let _ = writeln!(out, "\n_… and {left_out} more changed resources, left out to keep this short._");
    }
    out
}

/// What a reviewer must not miss comes first.
fn weight(kind: ChangeKind) -> usize {
    let order = [ChangeKind::Delete, ChangeKind::Replace, ChangeKind::Create, ChangeKind::Move, ChangeKind::Update];
    order.iter().position(|&one| one == kind).unwrap_or_default()
}

/// Appends the block where it fits.
fn push_bounded(out: &mut String, block: &str, limit: usize) -> bool {
    let fits = out.len() + block.len() <= limit;
    if fits {
        out.push_str(block);
    }
    fits
}

/// Appends a row, with as many of its property changes as fit; false where not even its head does.
fn push_row(out: &mut String, change: &Change, limit: usize) -> bool {
    let head = format!(
        "<code>{}</code> {} <code>{}</code> <b>{}</b>",
        glyph(change.kind).trim_end(),
        change.kind.as_str(),
        inline(&change.resource_type),
        inline(&change.name)
    );
    push_shrunk(out, &head, &remarks(change), &change.properties, limit)
}

/// Appends a fold with all its changes, or half of them, or a quarter, and at last none but their number.
fn push_shrunk(out: &mut String, head: &str, remarks: &[String], changes: &[PropertyChange], limit: usize) -> bool {
    let mut most = changes.len().min(PROPERTIES);
    while most > 0 {
        if push_bounded(out, &fold(head, remarks, changes, most), limit) {
            return true;
        }
        most /= 2;
    }
    push_bounded(out, &fold(head, remarks, changes, 0), limit)
}

fn fold(head: &str, remarks: &[String], changes: &[PropertyChange], most: usize) -> String {
    let remarks: String = remarks.iter().map(|remark| format!(" ({})", inline(remark))).collect();
    if changes.is_empty() {
        return format!("\n{head}{remarks}\n");
    }
    if most == 0 {
        return format!("\n{head}{remarks}: {} changes, left out to keep this short\n", changes.len());
    }
    let mut out = format!("\n<details><summary>{head}{remarks}</summary>\n\n");
    out.push_str("| | property | before | after |\n|---|---|---|---|\n");
    for change in changes.iter().take(most) {
        let sign = if change.kind == PropertyKind::Ciphertext { "~ (ciphertext)" } else { super::property_glyph(change.kind) };
        let side = |json: &Option<super::super::Json>| match json {
            Some(_) => value(&super::value_of(change, json.as_ref())),
            None => String::new(),
        };
        let remarks: String = property_remarks(change).iter().map(|remark| format!(" ({remark})")).collect();
        let (before, after) = if change.lines.is_empty() {
            (side(&change.before), side(&change.after))
        } else {
            (String::new(), "see below".to_owned())
        };
        let _ = writeln!(out, "| {sign} | {}{remarks} | {before} | {after} |", value(&change.path));
    }
    if changes.len() > most {
        let _ = writeln!(out, "\n… {} more properties", changes.len() - most);
    }
    for change in changes.iter().take(most).filter(|change| !change.lines.is_empty()) {
        let _ = writeln!(out, "\n{}\n\n{}", value(&change.path), text_diff(change));
    }
    out.push_str("\n</details>\n");
    out
}

/// Line changes as a fenced block, whose fence is longer than any in the text.
fn text_diff(change: &PropertyChange) -> String {
    let lines: Vec<String> = change
        .lines
        .iter()
        .map(|line| match line.kind {
            "add" => format!("+{}", cut(&line.text, VALUE)),
            "delete" => format!("-{}", cut(&line.text, VALUE)),
            "skip" => format!("@@ {} unchanged @@", line.text),
            _ => format!(" {}", cut(&line.text, VALUE)),
        })
        .collect();
    fenced("diff", &lines)
}

fn value(text: &str) -> String {
    code(&cut(text, VALUE))
}
