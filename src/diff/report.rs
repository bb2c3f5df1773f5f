//! A diff for people and for scripts: text, Markdown, JSON.
//!
//! In: a [`StateDiff`]. Out: text, always masked. Nothing can fail.

mod json;
mod markdown;
mod text;

pub use self::markdown::MarkdownOptions;
pub use self::text::TextOptions;

use super::change::{Change, ChangeKind as Kind, PropertyChange, PropertyKind};
use super::{DiffOverview, StateDiff};
use crate::model::Urn;
use crate::model::print::{plural, shown};
use crate::wire::tape::Tape;

/// Sign of a kind, as Pulumi's CLI writes them.
fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::Create => "+ ",
        Kind::Delete => "- ",
        Kind::Update => "~ ",
        Kind::Replace => "+-",
        Kind::Move => "→ ",
    }
}

fn property_glyph(kind: PropertyKind) -> &'static str {
    match kind {
        PropertyKind::Add => "+",
        PropertyKind::Delete => "-",
        PropertyKind::Update | PropertyKind::Ciphertext => "~",
    }
}

/// What a row says besides its properties.
fn remarks(change: &Change) -> Vec<String> {
    let mut remarks = Vec::new();
    if change.pending_delete {
        remarks.push(match change.kind {
            Kind::Replace => "the old object still awaits deletion".to_owned(),
            Kind::Create => "stands as `delete: true`".to_owned(),
            _ if change.properties.is_empty() => "was awaiting deletion".to_owned(),
            _ => "awaits deletion".to_owned(),
        });
    }
    if let Some(old) = &change.old_urn
        && change.kind == Kind::Move
    {
        let name =
            |urn: &str| Urn::parse(urn).map_or_else(|| urn.to_owned(), |urn| format!("{} {}", urn.resource_type(), urn.name));
        let reason = match change.reason {
            Some(super::MoveReason::Alias) => "by alias",
            Some(super::MoveReason::Children) => "by its children",
            _ => "same type, id and provider",
        };
        remarks.push(format!("was {} ({reason})", name(old)));
    }
    remarks
}

/// A value of a property change. An operation that was interrupted is told by what it did to which resource.
fn value_of(change: &PropertyChange, value: Option<&super::Json>) -> String {
    let Some(json) = value else { return String::new() };
    if change.path.starts_with("pending_operations[")
        && let Some(tape) = Tape::parse(json.as_str().as_bytes())
        && let Some(urn) = tape.get(Tape::ROOT, "resource").and_then(|resource| tape.get_text(resource, "urn"))
    {
        return format!("{} {urn}", tape.get_text(Tape::ROOT, "type").unwrap_or_default());
    }
    shown(json.as_str()).into_owned()
}

/// Sections of an overview that are not empty, with a heading.
fn sections(overview: &DiffOverview) -> Vec<(&'static str, &[PropertyChange])> {
    let state = &overview.state;
    let all: [(&'static str, &[PropertyChange]); 6] = [
        ("stack outputs", &state.stack_outputs),
        ("pending operations", &state.pending_operations),
        ("manifest", &state.manifest),
        ("secrets provider", &state.secrets_provider),
        ("metadata", &state.metadata),
        ("other", &state.other),
    ];
    all.into_iter().filter(|(_, changes)| !changes.is_empty()).collect()
}

/// What the counts do not say: renames, hidden and ignored differences, reached bounds.
fn notes(overview: &DiffOverview) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(rename) = &overview.rename {
        for (what, names) in [("stack", &rename.stack), ("project", &rename.project)] {
            if names[0] != names[1] {
                notes.push(format!("{what} renamed: {} => {}", names[0], names[1]));
            }
        }
    }
    if overview.hidden.properties > 0 {
        notes.push(format!("{} (`__…`) differ and are hidden", plural(overview.hidden.properties as u64, "internal property")));
    }
    if overview.ignored.properties + overview.ignored.resources > 0 {
        notes.push(format!(
            "left out by rules: {}",
            plural(overview.ignored.properties.max(overview.ignored.resources) as u64, "change")
        ));
    }
    if overview.state.reordered > 0 {
        notes.push(format!("{} at another place of the list", plural(overview.state.reordered as u64, "resource")));
    }
    if overview.fallbacks > 0 {
        notes.push(format!("{} compared coarsely: the bound on work was reached", plural(overview.fallbacks as u64, "change")));
    }
    notes
}

/// `1 create, 2 update`; empty where nothing changed.
fn counts(overview: &DiffOverview) -> Vec<(Kind, usize)> {
    let summary = &overview.summary;
    let all = [
        (Kind::Create, summary.create),
        (Kind::Delete, summary.delete),
        (Kind::Update, summary.update),
        (Kind::Replace, summary.replace),
        (Kind::Move, summary.moved),
    ];
    all.into_iter().filter(|&(_, count)| count > 0).collect()
}

impl StateDiff {
    /// Text for a terminal: a block a row, then what changed besides the resources, then the counts.
    pub fn to_text(&self, options: &TextOptions) -> String {
        text::render(self, options)
    }

    /// Markdown for a pull request, never longer than `max_bytes`: a table of counts, then a fold a resource.
    pub fn to_markdown(&self, options: &MarkdownOptions) -> String {
        markdown::render(self, options)
    }

    /// JSON for scripts: everything of the overview, the groups, and all rows under `changes`, a row a line.
    ///
    /// Numbers keep their digits. Scripts may rely on `summary`, `changes[].urn`, `type`, `name`, `kind` and
    /// `properties[].path`, `kind`, `before`, `after`.
    pub fn to_json(&self) -> String {
        json::render(self)
    }
}
