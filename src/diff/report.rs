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
use crate::checkpoint::tame;
use crate::model::Urn;
use crate::model::value::UNKNOWN;
use crate::wire::tape::{Kind as NodeKind, Tape};
use crate::wire::text::display;

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

/// A JSON value as Pulumi's CLI shows it: `[unknown]`, `asset(file:1a2b3c4)`, otherwise JSON.
fn shown(json: &str) -> String {
    let Some(tape) = Tape::parse(json.as_bytes()) else { return json.to_owned() };
    if tape.kind(Tape::ROOT) == NodeKind::String && *tape.string(Tape::ROOT) == *UNKNOWN.as_bytes() {
        return "[unknown]".to_owned();
    }
    if json == "\"[secret]\"" {
        return "[secret]".to_owned();
    }
    asset(&tape).unwrap_or_else(|| json.to_owned())
}

fn asset(tape: &Tape<'_>) -> Option<String> {
    use crate::model::value::{Special, special};
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

/// A value of a property change. An operation that was interrupted is told by what it did to which resource.
fn value_of(change: &PropertyChange, value: Option<&super::Json>) -> String {
    let Some(json) = value else { return String::new() };
    if change.path.starts_with("pending_operations[")
        && let Some(tape) = Tape::parse(json.as_str().as_bytes())
        && let Some(urn) = tape.get(Tape::ROOT, "resource").and_then(|resource| tape.get_text(resource, "urn"))
    {
        return format!("{} {urn}", tape.get_text(Tape::ROOT, "type").unwrap_or_default());
    }
    shown(json.as_str())
}

/// Text that cannot act on a terminal, of at most so many characters.
fn cut(text: &str, most: usize) -> String {
    let text = tame(text);
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
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
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    if let Some(rename) = &overview.rename {
        for (what, names) in [("stack", &rename.stack), ("project", &rename.project)] {
            if names[0] != names[1] {
                notes.push(format!("{what} renamed: {} => {}", names[0], names[1]));
            }
        }
    }
    if overview.hidden.properties > 0 {
        let properties = if overview.hidden.properties == 1 { "property" } else { "properties" };
        notes.push(format!("{} internal {properties} (`__…`) differ and are hidden", overview.hidden.properties));
    }
    if overview.ignored.properties + overview.ignored.resources > 0 {
        notes.push(format!(
            "left out by rules: {}",
            plural(overview.ignored.properties.max(overview.ignored.resources), "change")
        ));
    }
    if overview.state.reordered > 0 {
        notes.push(format!("{} at another place of the list", plural(overview.state.reordered, "resource")));
    }
    if overview.fallbacks > 0 {
        notes.push(format!("{} compared coarsely: the bound on work was reached", plural(overview.fallbacks, "change")));
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
