//! The text report, for a terminal.

use std::fmt::Write;

use serde::Deserialize;

use super::super::change::{Change, ChangeKind as Kind, PropertyChange, PropertyKind};
use super::{counts, glyph, notes, property_glyph, remarks, sections, value_of};
use crate::diff::StateDiff;
use crate::model::print::{Paint, cut, tame};
use crate::model::render::Numbers;

/// How much of a diff to print, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TextOptions {
    /// ANSI colours.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub color: bool,
    /// Most rows; the rest is counted. Default: all.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_rows: Option<u32>,
    /// Most property changes of one row; the rest is counted. Default: all.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_properties: Option<u32>,
}

/// Longest value on one line, in characters; longer ones are cut.
const VALUE: usize = 150;
/// Widest column of paths.
const COLUMN: usize = 60;

pub(super) fn render(diff: &StateDiff, options: &TextOptions) -> String {
    let paint = Paint(options.color);
    let overview = diff.overview_as(Numbers::Spelled);
    let mut out = String::new();
    let most = options.max_rows.map_or(usize::MAX, |most| most as usize);
    for row in diff.rows.iter().take(most) {
        push_row(&diff.change(row, Numbers::Spelled), options, &mut out);
    }
    if diff.rows.len() > most {
        let _ = writeln!(out, "  … {} more resources", diff.rows.len() - most);
    }
    for (name, changes) in sections(&overview) {
        let _ = writeln!(out, "{}", paint.on(Paint::BOLD, &format!("{name}:")));
        push_properties(changes, options, &mut out);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    let parts: Vec<String> = counts(&overview)
        .into_iter()
        .map(|(kind, count)| paint.on(style(kind), &format!("{} {count} {}", glyph(kind).trim_end(), kind.as_str())))
        .collect();
    let same = format!("{} same", overview.summary.same);
    if parts.is_empty() {
        let what = if overview.differs { "no resource changes" } else { "no differences" };
        let _ = writeln!(out, "{}, {same}", paint.on(Paint::BOLD, what));
    } else {
        let _ = writeln!(out, "{}  {same}", parts.join("  "));
    }
    for note in notes(&overview) {
        let _ = writeln!(out, "{}", paint.on(Paint::DIM, &tame(&note)));
    }
    out
}

fn style(kind: Kind) -> &'static str {
    match kind {
        Kind::Create => Paint::GREEN,
        Kind::Delete => Paint::RED,
        Kind::Update => Paint::YELLOW,
        Kind::Replace => Paint::MAGENTA,
        Kind::Move => Paint::CYAN,
    }
}

fn push_row(change: &Change, options: &TextOptions, out: &mut String) {
    let paint = Paint(options.color);
    let head = format!("{} {}", glyph(change.kind), tame(&change.resource_type));
    let _ = write!(out, "{}  {}", paint.on(style(change.kind), &head), paint.on(Paint::BOLD, &tame(&change.name)));
    for remark in remarks(change) {
        let _ = write!(out, "  {}", paint.on(Paint::DIM, &format!("({})", tame(&remark))));
    }
    out.push('\n');
    push_properties(&change.properties, options, out);
}

fn push_properties(changes: &[PropertyChange], options: &TextOptions, out: &mut String) {
    let most = options.max_properties.map_or(usize::MAX, |most| most as usize);
    let shown: Vec<&PropertyChange> = changes.iter().take(most).collect();
    let paths: Vec<String> = shown.iter().map(|change| tame(&change.path)).collect();
    let width = paths.iter().map(|path| path.chars().count()).filter(|&len| len <= COLUMN).max().unwrap_or_default();
    for (change, path) in shown.iter().zip(&paths) {
        push_property(change, path, width, options, out);
    }
    if changes.len() > most {
        let _ = writeln!(out, "    … {} more properties", changes.len() - most);
    }
}

fn push_property(change: &PropertyChange, path: &str, width: usize, options: &TextOptions, out: &mut String) {
    let paint = Paint(options.color);
    let color = match change.kind {
        PropertyKind::Add => Paint::GREEN,
        PropertyKind::Delete => Paint::RED,
        PropertyKind::Update | PropertyKind::Ciphertext => Paint::YELLOW,
    };
    let _ = write!(out, "    {} {path:<width$}  ", paint.on(color, property_glyph(change.kind)));
    let value = |json: &Option<super::super::Json>| cut(&value_of(change, json.as_ref()), VALUE);
    let mut text = match change.kind {
        PropertyKind::Add => value(&change.after),
        PropertyKind::Delete => value(&change.before),
        PropertyKind::Ciphertext => "[secret] => [secret] (ciphertext differs)".to_owned(),
        PropertyKind::Update if !change.lines.is_empty() => "(text)".to_owned(),
        PropertyKind::Update => format!("{} => {}", value(&change.before), value(&change.after)),
    };
    for remark in property_remarks(change) {
        text.push_str(&paint.on(Paint::DIM, &format!(" ({remark})")));
    }
    let _ = writeln!(out, "{}", text.trim_end());
    for line in &change.lines {
        let (sign, style) = match line.kind {
            "add" => ("+", Paint::GREEN),
            "delete" => ("-", Paint::RED),
            _ => (" ", Paint::DIM),
        };
        let body = if line.kind == "skip" { format!("… {} unchanged", line.text) } else { cut(&line.text, VALUE) };
        let _ = writeln!(out, "        {}", paint.on(style, format!("{sign} {body}").trim_end()));
    }
}

/// What a property change says besides its values.
pub(super) fn property_remarks(change: &PropertyChange) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(inside) = &change.inside {
        remarks.push(match inside.format {
            super::super::TextFormat::Json => "in JSON".to_owned(),
            super::super::TextFormat::Yaml => "in YAML".to_owned(),
        });
    }
    if change.moved {
        remarks.push("follows a move".to_owned());
    }
    match change.fallback {
        Some(super::super::Fallback::List) => remarks.push("list compared coarsely".to_owned()),
        Some(super::super::Fallback::Text) => remarks.push("text compared coarsely".to_owned()),
        Some(super::super::Fallback::Depth) => remarks.push("too deep to be looked into".to_owned()),
        None => {}
    }
    remarks
}
