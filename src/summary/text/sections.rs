//! The sections of the page, one function for each.
//!
//! In: [`LogSummary`]. Out: lines on a [`Page`]; a section without content leaves no trace.

use super::super::outline::{self, Row};
use super::super::report::LogSummary;
use super::page::Page;
use crate::model::print::{Paint, cut, plural};
use crate::model::update::OpType;

/// Most of each list, unless all is asked for.
const ROWS: usize = 8;
const OUTPUTS: usize = 8;
const REASONS: usize = 3;
const SLOWEST: usize = 5;
const PATH: usize = 5;
/// Longest type, name and path of a property in short.
const TYPE: usize = 40;
pub(super) const NAME: usize = 40;
const PROPERTY: usize = 40;
/// Longest value in short.
const VALUE: usize = 60;

/// The colour of an op.
pub(super) fn style(op: &OpType) -> &'static str {
    match op {
        OpType::Create | OpType::CreateReplacement | OpType::Import => Paint::GREEN,
        OpType::Update | OpType::Refresh => Paint::YELLOW,
        OpType::Delete | OpType::DeleteReplaced | OpType::Discard | OpType::DiscardReplaced => Paint::RED,
        OpType::Replace | OpType::ReadReplacement | OpType::ImportReplacement => Paint::MAGENTA,
        OpType::Read => Paint::CYAN,
        _ => Paint::BOLD,
    }
}

/// Type and name.
pub(super) fn label(urn: &str, page: &Page) -> String {
    let (kind, name) = outline::label(urn);
    let (kind, name) = (page.short(&kind, TYPE), page.short(name, NAME));
    let name = page.paint.on(Paint::BOLD, &name);
    if kind.is_empty() { name } else { format!("{kind} {name}") }
}

pub(super) fn rows(summary: &LogSummary, page: &mut Page) {
    for (kind, rows) in outline::groups(summary) {
        page.heading(kind.title(summary.is_preview), rows.len());
        let shown = page.most(ROWS, rows.len());
        for row in &rows[..shown] {
            push_row(row, &outline::state(row.update, kind, summary.is_preview), summary.is_preview, page);
        }
        page.more("  ", rows.len() - shown);
    }
}

fn push_row(shown: &Row<'_>, state: &str, is_preview: bool, page: &mut Page) {
    let row = shown.update;
    let (kind, name) = outline::label(&row.urn);
    let (kind, mut name) = (page.short(&kind, TYPE), page.short(name, NAME));
    if let Some(was) = shown.former() {
        name = format!("{name} (was {})", page.short(&was, NAME));
    }
    let mark = page.paint.on(style(&row.op), outline::sign(&row.op));
    let mut width = 5 + kind.chars().count() + 1 + name.chars().count();
    let mut line = format!("  {mark} {kind} {}", page.paint.on(Paint::BOLD, &name));
    let state = Some(cut(state, NAME)).filter(|state| !state.is_empty());
    for remark in state.into_iter().chain(outline::remark(row, is_preview).map(|remark| cut(&remark, 2 * NAME))) {
        line.push_str(&format!("  {}", page.paint.on(Paint::DIM, &remark)));
        width += 2 + remark.chars().count();
    }
    let properties = outline::properties(row);
    let room = Page::room(width + 2);
    let beside = list(&properties, room, row.property_diff_omitted, page);
    let below = if beside.is_empty() { list(&properties, Page::room(5), row.property_diff_omitted, page) } else { String::new() };
    if !beside.is_empty() {
        line.push_str(&format!("  {beside}"));
    }
    page.line(&line);
    if !below.is_empty() {
        page.line(&format!("     {below}"));
    }
    let reasons = page.most(REASONS, row.replace_reasons.len());
    for reason in &row.replace_reasons[..reasons] {
        page.wrapped("     ", &outline::because(reason), Paint::DIM);
    }
    page.more("     ", row.replace_reasons.len() - reasons);
}

/// `[~tags.env, +acl, 3 more]`, no wider than there is room; empty where not even the first fits.
pub(super) fn list(properties: &[(char, &str)], room: usize, omitted: u64, page: &Page) -> String {
    let total = properties.len() + omitted as usize;
    let mut out = String::new();
    for (at, (mark, path)) in properties.iter().enumerate() {
        let piece = format!("{}{mark}{}", if at > 0 { ", " } else { "" }, page.short(path, PROPERTY));
        let rest = if at + 1 < total { format!(", {} more", total - at - 1).len() } else { 0 };
        if !page.all && 2 + out.chars().count() + piece.chars().count() + rest > room {
            if at == 0 {
                return String::new();
            }
            return format!("[{out}, {} more]", total - at);
        }
        out.push_str(&piece);
    }
    match omitted {
        _ if out.is_empty() => String::new(),
        0 => format!("[{out}]"),
        more => format!("[{out}, {more} more]"),
    }
}

pub(super) fn outputs(summary: &LogSummary, page: &mut Page) {
    let changes = &summary.output_changes;
    if changes.is_empty() {
        return;
    }
    page.heading("Outputs", changes.len());
    let shown = page.most(OUTPUTS, changes.len());
    let most = if page.all { 4_000 } else { VALUE };
    for change in &changes[..shown] {
        let (sign, style) = match outline::mark(change) {
            '+' => ("+", Paint::GREEN),
            '-' => ("-", Paint::RED),
            _ => ("~", Paint::YELLOW),
        };
        let (before, after) = outline::sides(change, most);
        let sides: Vec<String> = [before, after].into_iter().flatten().map(|side| cut(&side, most)).collect();
        let path = page.short(&change.path, PROPERTY);
        let head = format!("  {} {path}", page.paint.on(style, sign));
        let width = 4 + path.chars().count() + 2 + sides.iter().map(|side| side.chars().count() + 4).sum::<usize>();
        if Page::room(width) > 0 || sides.len() < 2 {
            page.line(&format!("{head}  {}", sides.join(" => ")));
        } else {
            page.line(&head);
            page.line(&format!("      {}", sides[0]));
            page.line(&format!("      => {}", sides[1]));
        }
    }
    page.more("  ", changes.len() - shown);
}

pub(super) fn times(summary: &LogSummary, page: &mut Page) {
    let slow = outline::slowest(summary);
    if !slow.is_empty() {
        page.heading("Slowest", 0);
        let shown = if page.all { slow.len() } else { slow.len().min(SLOWEST) };
        let times: Vec<String> = slow[..shown].iter().map(|row| outline::seconds(row.duration_seconds)).collect();
        let width = times.iter().map(String::len).max().unwrap_or_default();
        for (row, time) in slow.iter().zip(&times) {
            let label = label(&row.urn, page);
            page.line(&format!("  {time:>width$}  {label}"));
        }
    }
    let path = outline::critical_path(summary);
    if !path.is_empty() {
        page.heading("Critical path: each waited for the one before", 0);
        let skip = if page.all { 0 } else { path.len().saturating_sub(PATH) };
        let mut pieces: Vec<(String, &str)> = Vec::new();
        if skip > 0 {
            pieces.push((format!("… {}", plural(skip as u64, "step")), Paint::DIM));
        }
        for step in &path[skip..] {
            let kind = step.kind.as_ref().map_or_else(String::new, |kind| format!("{} ", page.short(kind, TYPE)));
            let remarks =
                if step.remarks.is_empty() { String::new() } else { format!(" ({})", cut(&step.remarks.join(", "), NAME)) };
            pieces.push((format!("{kind}{}{remarks} {}", page.short(step.name, NAME), outline::seconds(step.seconds)), ""));
        }
        page.flow("  ", " → ", &pieces);
    }
}
