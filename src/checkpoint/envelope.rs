//! What stands around the resources: which envelope, which version, and the deployment's other fields.
//!
//! In: the JSON text and where its list of resources stands. Out: [`Envelope`]. Fails with `wrong_shape` or
//! `unsupported_version` and the path. Sources: pulumi-semantics 1.1 and 1.2, and the REST page for `resources/latest`.

use serde::Serialize;

use super::text::Span;
use crate::error::{Error, ErrorCode, Result};
use crate::wire::tape::{Kind, NodeId, Tape};

/// How a state was packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum EnvelopeKind {
    /// `{version, features, deployment}`: the API's export and `pulumi stack export`.
    Export,
    /// `{version, features, checkpoint: {latest}}`: the files of self-managed backends.
    Backend,
    /// `{latest}` without a version: files of the first Pulumi releases.
    Unversioned,
    /// `{resources: [{resource}]}`: the API's `resources/latest` and `resources/{version}`.
    Resources,
}

/// Something odd that does not stop a state from being read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Warning {
    /// Stable code: `unknown_feature`, `features_without_version_4`, `no_type`.
    pub code: String,
    /// What is odd.
    pub message: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub path: Option<String>,
}

/// Newest state version that Pulumi writes; 0 stands for unversioned files.
pub(crate) const NEWEST_VERSION: u32 = 4;

const FEATURES: [&str; 9] = [
    "refreshBeforeUpdate",
    "views",
    "hooks",
    "taint",
    "replaceWith",
    "snippets",
    "snippets-prototype",
    "extensionParameterization",
    "byteString",
];

#[derive(Debug, Clone)]
pub(crate) struct Envelope {
    pub(crate) kind: EnvelopeKind,
    pub(crate) version: u32,
    pub(crate) features: Vec<String>,
    pub(crate) warnings: Vec<Warning>,
    /// `organization/project/stack` or less, as a self-managed backend wrote it.
    pub(crate) stack_name: Option<String>,
    pub(crate) pending_operations: usize,
}

/// The text as a tape in which the resources are one unread node.
pub(crate) fn skeleton(bytes: &[u8], list: Option<Span>) -> Option<Tape<'_>> {
    Tape::parse_with_hole(bytes, list.map(|span| (span.start, span.end)))
}

/// The node that holds `manifest`, `resources` and their siblings; `None` where the stack was never deployed.
pub(crate) fn body(tape: &Tape<'_>, kind: EnvelopeKind) -> Option<NodeId> {
    let node = match kind {
        EnvelopeKind::Export => tape.get(Tape::ROOT, "deployment"),
        EnvelopeKind::Backend => tape.get(tape.get(Tape::ROOT, "checkpoint")?, "latest"),
        EnvelopeKind::Unversioned => tape.get(Tape::ROOT, "latest"),
        EnvelopeKind::Resources => Some(Tape::ROOT),
    };
    node.filter(|&node| tape.kind(node) == Kind::Object)
}

pub(crate) fn read(bytes: &[u8], list: Option<Span>) -> Result<Envelope> {
    let tape = skeleton(bytes, list).ok_or_else(|| Error::new(ErrorCode::NotJson, "the state cannot be read"))?;
    if tape.kind(Tape::ROOT) != Kind::Object {
        return Err(not_a_state("a state is an object"));
    }
    let has = |key: &str| tape.get(Tape::ROOT, key).is_some();
    let kind = if has("deployment") {
        EnvelopeKind::Export
    } else if has("checkpoint") {
        EnvelopeKind::Backend
    } else if has("latest") || (!has("resources") && (has("stack") || has("target"))) {
        EnvelopeKind::Unversioned
    } else if has("resources") && !has("aggregations") && !has("pagination") {
        EnvelopeKind::Resources
    } else {
        return Err(not_a_state("none of `deployment`, `checkpoint`, `latest` and `resources` is there"));
    };
    check_objects(&tape, kind)?;
    let version = if kind == EnvelopeKind::Resources { 0 } else { version(&tape)? };
    let mut warnings = Vec::new();
    let features = features(&tape, version, &mut warnings)?;
    let holder = if kind == EnvelopeKind::Backend { tape.get(Tape::ROOT, "checkpoint") } else { Some(Tape::ROOT) };
    let stack_name = holder
        .and_then(|holder| tape.get_text(holder, "stack").or_else(|| tape.get_text(holder, "target")))
        .filter(|name| !name.is_empty());
    let pending_operations = match body(&tape, kind).and_then(|body| tape.get(body, "pending_operations")) {
        Some(list) if !matches!(tape.kind(list), Kind::List | Kind::Null) => {
            let holder = match kind {
                EnvelopeKind::Export => "deployment.",
                EnvelopeKind::Backend => "checkpoint.latest.",
                EnvelopeKind::Unversioned => "latest.",
                EnvelopeKind::Resources => "",
            };
            return Err(Error::new(ErrorCode::WrongShape, "`pending_operations` must be a list")
                .at(tape.range(list).start)
                .path(format!("{holder}pending_operations")));
        }
        Some(list) => tape.items(list).count(),
        None => 0,
    };
    Ok(Envelope { kind, version, features, warnings, stack_name, pending_operations })
}

fn not_a_state(why: &str) -> Error {
    Error::new(ErrorCode::WrongShape, format!("this is not a Pulumi state: {why}"))
        .at(0)
        .hint("give a file from `pulumi stack export`, a self-managed backend or the API's export")
}

fn check_objects(tape: &Tape<'_>, kind: EnvelopeKind) -> Result<()> {
    let objects: &[&[&str]] = match kind {
        EnvelopeKind::Export => &[&["deployment"]],
        EnvelopeKind::Backend => &[&["checkpoint"], &["checkpoint", "latest"]],
        EnvelopeKind::Unversioned => &[&["latest"]],
        EnvelopeKind::Resources => &[],
    };
    for path in objects {
        let node = path.iter().try_fold(Tape::ROOT, |node, key| tape.get(node, key));
        if let Some(node) = node.filter(|&node| !matches!(tape.kind(node), Kind::Object | Kind::Null)) {
            let path = path.join(".");
            return Err(Error::new(ErrorCode::WrongShape, format!("`{path}` must be an object"))
                .at(tape.range(node).start)
                .path(path));
        }
    }
    Ok(())
}

fn version(tape: &Tape<'_>) -> Result<u32> {
    let Some(node) = tape.get(Tape::ROOT, "version").filter(|&node| tape.kind(node) != Kind::Null) else {
        return Ok(0);
    };
    let at = tape.range(node).start;
    let spelled = std::str::from_utf8(tape.raw(node)).unwrap_or_default();
    let whole = spelled.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    if tape.kind(node) != Kind::Number || !whole {
        return Err(Error::new(ErrorCode::WrongShape, "`version` must be a whole number").at(at).path("version"));
    }
    spelled.parse().ok().filter(|&version| version <= NEWEST_VERSION).ok_or_else(|| {
        let number: String = spelled.chars().take(24).collect();
        Error::new(ErrorCode::UnsupportedVersion, format!("state version {number} is not known (0 to {NEWEST_VERSION} are)"))
            .at(at)
            .path("version")
            .hint("a newer stackscope may read it")
    })
}

fn features(tape: &Tape<'_>, version: u32, warnings: &mut Vec<Warning>) -> Result<Vec<String>> {
    let Some(node) = tape.get(Tape::ROOT, "features") else { return Ok(Vec::new()) };
    if !matches!(tape.kind(node), Kind::List | Kind::Null) {
        let at = tape.range(node).start;
        return Err(Error::new(ErrorCode::WrongShape, "`features` must be a list").at(at).path("features"));
    }
    let features: Vec<String> = tape.items(node).filter_map(|item| tape.text(item)).collect();
    if version < 4 && !features.is_empty() {
        warnings.push(Warning {
            code: "features_without_version_4".into(),
            message: format!("features are only honoured from version 4 on, this is version {version}"),
            path: Some("features".into()),
        });
    }
    for (at, feature) in features.iter().enumerate().filter(|(_, feature)| !FEATURES.contains(&feature.as_str())) {
        warnings.push(Warning {
            code: "unknown_feature".into(),
            message: format!("feature `{feature}` is not known here: what it adds is shown, but not explained"),
            path: Some(format!("features[{at}]")),
        });
    }
    Ok(features)
}
