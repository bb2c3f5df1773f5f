//! What is in a state, in one small object.
//!
//! In: a checkpoint. Out: [`CheckpointSummary`]. Nothing can fail: what a state does not say is absent.

use std::collections::HashSet;

use serde::Serialize;

use super::{Checkpoint, EnvelopeKind, Warning, body, flag, skeleton};
use crate::model::{Urn, urn};
use crate::wire::Compression;
use crate::wire::tape::{NodeId, Tape};

/// What a state is and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CheckpointSummary {
    /// How the state was packed.
    pub envelope: EnvelopeKind,
    /// State version as written, 0 where there is none.
    pub version: u32,
    /// Features of version 4 that the state uses.
    pub features: Vec<String>,
    /// Organisation, where a self-managed backend's file names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub organization: Option<String>,
    /// Stack name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub stack: Option<String>,
    /// Project name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub project: Option<String>,
    /// How the bytes were compressed.
    pub compression: Compression,
    /// Bytes of JSON text, after decompression.
    pub bytes: usize,
    /// How many of what.
    pub counts: Counts,
    /// When and by which Pulumi the state was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub manifest: Option<Manifest>,
    /// Type of the secrets provider, such as `service` or `passphrase`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub secrets_provider: Option<String>,
    /// Odd things that did not stop the state from being read.
    pub warnings: Vec<Warning>,
}

/// How many resources of which sort a state holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Counts {
    /// All records.
    pub resources: usize,
    /// Records that are not marked `delete: true`.
    pub live: usize,
    /// Records marked `delete: true`.
    pub pending_delete: usize,
    /// Managed by a provider.
    pub custom: usize,
    /// Not managed by a provider: components and the stack itself.
    pub components: usize,
    /// Provider resources.
    pub providers: usize,
    /// Read, not managed.
    pub external: usize,
    /// With `protect`.
    pub protected: usize,
    /// With `pendingReplacement`.
    pub pending_replacement: usize,
    /// With `retainOnDelete`.
    pub retain_on_delete: usize,
    /// With `initErrors`.
    pub init_errors: usize,
    /// With `taint`.
    pub tainted: usize,
    /// Operations under way when the state was written.
    pub pending_operations: usize,
    /// Different types.
    pub types: usize,
    /// Different packages.
    pub packages: usize,
}

/// The deployment's manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Manifest {
    /// When the state was written, RFC 3339.
    pub time: String,
    /// SHA-256 of `version` in hex, or empty.
    pub magic: String,
    /// Version of the Pulumi engine.
    pub version: String,
    /// Plugins that were loaded.
    pub plugins: Vec<Plugin>,
}

/// A plugin of the manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Plugin {
    /// Name, such as `aws`.
    pub name: String,
    /// `resource`, `language`, `analyzer`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Version of the plugin.
    pub version: String,
}

pub(super) fn summarise(state: &Checkpoint) -> CheckpointSummary {
    let envelope = &state.state.envelope;
    let tape = skeleton(state.own(), state.list());
    let body = tape.as_ref().and_then(|tape| Some((tape, body(tape, envelope.kind)?)));
    let secrets_provider = body.and_then(|(tape, body)| tape.get_text(tape.get(body, "secrets_providers")?, "type"));
    let (organization, project, stack) = names(state);
    CheckpointSummary {
        envelope: envelope.kind,
        version: envelope.version,
        features: envelope.features.clone(),
        organization,
        stack,
        project,
        compression: state.state.compression,
        bytes: state.text_len(),
        counts: counts(state),
        manifest: body.and_then(|(tape, body)| manifest(tape, body, envelope.kind)),
        secrets_provider: secrets_provider.filter(|kind| !kind.is_empty()),
        warnings: envelope.warnings.clone(),
    }
}

/// Organisation, project and stack: from the URNs, else from the name that a self-managed backend wrote.
fn names(state: &Checkpoint) -> (Option<String>, Option<String>, Option<String>) {
    let written = state.state.envelope.stack_name.clone();
    let mut parts = written.as_deref().unwrap_or_default().rsplit('/').map(str::to_owned);
    let (stack, project, organization) = (parts.next(), parts.next(), parts.next());
    match identity(state) {
        Some((own_stack, own_project)) => (organization, Some(own_project), Some(own_stack)),
        None => (organization, project, stack.filter(|stack| !stack.is_empty())),
    }
}

/// Stack and project of the state's URNs: those of the stack's own record, else of the first record.
pub(crate) fn identity(state: &Checkpoint) -> Option<(String, String)> {
    let entry = state.stack_entry().or_else(|| state.entries().first())?;
    let urn = state.shown(entry.urn);
    let urn = Urn::parse(&urn)?;
    Some((urn.stack.to_owned(), urn.project.to_owned()))
}

fn counts(state: &Checkpoint) -> Counts {
    let mut types = HashSet::new();
    let mut counts =
        Counts { resources: state.len(), pending_operations: state.state.envelope.pending_operations, ..Counts::default() };
    for entry in state.entries() {
        let kind = state.type_of(entry);
        let deleted = entry.has(flag::DELETE);
        let custom = entry.has(flag::CUSTOM);
        let bump = |count: &mut usize, holds: bool| *count += usize::from(holds);
        bump(&mut counts.live, !deleted);
        bump(&mut counts.pending_delete, deleted);
        bump(&mut counts.custom, custom);
        bump(&mut counts.components, !custom);
        bump(&mut counts.providers, urn::is_provider(&kind));
        bump(&mut counts.external, entry.has(flag::EXTERNAL));
        bump(&mut counts.protected, entry.has(flag::PROTECT));
        bump(&mut counts.pending_replacement, entry.has(flag::PENDING_REPLACEMENT));
        bump(&mut counts.retain_on_delete, entry.has(flag::RETAIN));
        bump(&mut counts.init_errors, entry.has(flag::INIT_ERRORS));
        bump(&mut counts.tainted, entry.has(flag::TAINT));
        types.insert(kind);
    }
    counts.types = types.len();
    counts.packages = types.iter().map(|kind| urn::package_of(kind)).collect::<HashSet<_>>().len();
    counts
}

fn manifest(tape: &Tape<'_>, body: NodeId, kind: EnvelopeKind) -> Option<Manifest> {
    let Some(node) = tape.get(body, "manifest") else {
        // The first releases kept the time beside the resources.
        let time = tape.get_text(body, "time").filter(|_| kind != EnvelopeKind::Resources)?;
        return Some(Manifest { time, ..Manifest::default() });
    };
    let text = |node, key| tape.get_text(node, key).unwrap_or_default();
    let plugins = tape.get(node, "plugins").map(|list| {
        tape.items(list)
            .map(|plugin| Plugin { name: text(plugin, "name"), kind: text(plugin, "type"), version: text(plugin, "version") })
            .collect()
    });
    Some(Manifest {
        time: text(node, "time"),
        magic: text(node, "magic"),
        version: text(node, "version"),
        plugins: plugins.unwrap_or_default(),
    })
}
