//! The rows of a diff, as kept and as given out.
//!
//! In: nothing. Out: the types of a result. [`Prop`] and [`Row`] point into the two texts; [`PropertyChange`] and [`Change`]
//! carry their values as JSON, secrets masked.

use serde::{Deserialize, Serialize};

use super::pair::MoveReason;
pub use crate::model::json_text::Json;

/// What happened to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ChangeKind {
    /// Only in the new state.
    Create,
    /// Only in the old state, or marked for deletion in the new.
    Delete,
    /// Same URN, same physical id, something else differs.
    Update,
    /// Same URN, another physical id.
    Replace,
    /// Another URN, known to be the same resource.
    Move,
}

impl ChangeKind {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Create, Self::Delete, Self::Update, Self::Replace, Self::Move];

    /// The kind's name, such as `create`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Delete => "delete",
            Self::Update => "update",
            Self::Replace => "replace",
            Self::Move => "move",
        }
    }
}

/// What happened to a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum PropertyKind {
    /// Only in the new state.
    Add,
    /// Only in the old state.
    Delete,
    /// In both, with different values.
    Update,
    /// A secret in both, with different ciphertexts: a new value, or the same value encrypted again.
    Ciphertext,
}

impl PropertyKind {
    /// The kind's name, such as `add`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Delete => "delete",
            Self::Update => "update",
            Self::Ciphertext => "ciphertext",
        }
    }
}

/// How the text was read that a change was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TextFormat {
    /// A string that holds a JSON object or list.
    Json,
    /// A string of several lines that holds a YAML mapping or sequence.
    Yaml,
}

/// Where a bound on work made the result coarser than it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Fallback {
    /// The list around the change was too long or too different to be aligned in full.
    List,
    /// The text was too long or too different for all its common lines to be found.
    Text,
    /// The value nests so deeply, with so many changes, that it is shown as one.
    Depth,
}

/// A value of one of the two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Byte range in the text of the state.
    Span(u32, u32),
    /// JSON text, masked already.
    Own(Box<str>),
}

/// One property change as kept.
#[derive(Debug, Clone)]
pub(crate) struct Prop {
    pub(crate) path: Box<str>,
    pub(crate) kind: PropertyKind,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
    pub(crate) secret: bool,
    pub(crate) moved: bool,
    pub(crate) inside: Option<(Box<str>, TextFormat)>,
    pub(crate) fallback: Option<Fallback>,
}

/// One row as kept.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) kind: ChangeKind,
    pub(crate) old: Option<u32>,
    pub(crate) new: Option<u32>,
    pub(crate) pending_delete: bool,
    pub(crate) reason: Option<MoveReason>,
    pub(crate) group: u32,
    pub(crate) props: Vec<Prop>,
}

/// One line of a text diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TextLine {
    /// `same`, `add`, `delete`, or `skip` for unchanged lines left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"same\" | \"add\" | \"delete\" | \"skip\""))]
    pub kind: &'static str,
    /// The line without its line break; of `skip` how many lines are left out.
    pub text: String,
}

/// A change of one property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PropertyChange {
    /// Where, from the record's field on: `inputs.tags.env`, `outputs.rules[2].port`. Indices are those of the new list, in a
    /// deletion those of the old.
    pub path: String,
    /// What happened.
    pub kind: PropertyKind,
    /// The old value, secrets masked; absent in an addition.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub before: Option<Json>,
    /// The new value, secrets masked; absent in a deletion.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub after: Option<Json>,
    /// The value is a secret on at least one side, and masked on both.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub secret: bool,
    /// A reference that follows a resource which moved.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub moved: bool,
    /// The change was found inside a string that holds JSON or YAML.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub inside: Option<Inside>,
    /// For texts of several lines: the lines that changed, with two unchanged ones around them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub lines: Vec<TextLine>,
    /// A bound on work was reached here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub fallback: Option<Fallback>,
}

/// The string in which a change was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Inside {
    /// Path of the string.
    pub path: String,
    /// What it holds.
    pub format: TextFormat,
}

/// A changed resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Change {
    /// URN in the new state; of a deletion in the old.
    pub urn: String,
    /// URN in the old state, where it was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub old_urn: Option<String>,
    /// Type token.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The last part of the URN.
    pub name: String,
    /// What happened.
    pub kind: ChangeKind,
    /// The old object stands, or stood, as `delete: true`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub pending_delete: bool,
    /// Of a move: why the two are the same resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub reason: Option<MoveReason>,
    /// Physical id in the new state; of a deletion in the old.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    /// Physical id in the old state, where it was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub old_id: Option<String>,
    /// Whether a provider manages it; false for components.
    pub custom: bool,
    /// Rows with the same number changed in the same way; see [`Group`](super::Group).
    pub group: u32,
    /// What changed in it. Creations and deletions list none.
    pub properties: Vec<PropertyChange>,
}
