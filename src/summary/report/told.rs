//! What a log says besides its steps, in the shape of the answer.
//!
//! In: nothing. Out: messages, downloads, words that are not known, pieces that could not be read. Nothing can fail.

use std::collections::BTreeMap;

use serde::Serialize;

/// A message for the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiagnosticRow {
    /// `error`, `warning`, `info`, `info#err`, `debug`, or a word not known yet.
    pub severity: String,
    /// URN of the resource; absent where the message is about the update.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub urn: Option<String>,
    /// The text without colours; lines end as the program wrote them.
    pub message: String,
    /// What Pulumi prints before the message, where it has a prefix.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub prefix: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub time: Option<i64>,
}

/// A download or installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ProgressRow {
    /// `plugin-download`, `plugin-install`, … or a word not known yet.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which one of them.
    pub id: String,
    /// What is shown.
    pub message: String,
    /// How much is done; bytes in a download.
    pub completed: i64,
    /// How much there is; 0 where it is not known.
    pub total: i64,
    /// Whether it is over.
    pub done: bool,
}

/// Words of a log that this version has no name for, each with its count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UnknownWords {
    /// Kinds of events.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub kinds: BTreeMap<String, u64>,
    /// Ops.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub ops: BTreeMap<String, u64>,
    /// Severities of messages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub severities: BTreeMap<String, u64>,
    /// Enforcement levels of policies.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub enforcement_levels: BTreeMap<String, u64>,
    /// Colour directives, such as `fg 99`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub colors: BTreeMap<String, u64>,
}

/// A piece of the log that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LogProblem {
    /// Line, from 1.
    pub line: u64,
    /// Byte, from 0, after decompression.
    pub offset: u64,
    /// What is wrong; never quotes the log.
    pub message: String,
}
