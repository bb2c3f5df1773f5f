//! One step of a digest, as the payload of resource events.
//!
//! In: the JSON text of a step of `preview --json`, or of a resource of `--output json`. Out: [`Step`], or nothing where it has no op and URN.
//! Values are passed on as spelled.

use std::fmt::Write;

use super::super::shape::Members;
use crate::model::update::OpType;
use crate::wire::shallow::{Kind, Scratch, Shallow};

pub(super) struct Step {
    /// `metadata`, without its closing bracket.
    metadata: String,
    planning: bool,
    failed: bool,
}

impl Step {
    pub(super) fn read(raw: &str, preview: bool, planning: bool, scratch: &mut Scratch) -> Option<Self> {
        let shallow = Shallow::read(raw, 4, scratch).ok()?;
        if shallow.kind(Shallow::ROOT) != Kind::Object {
            return None;
        }
        let members = Members::new(shallow, Shallow::ROOT);
        let urn = members.raw("urn").filter(|raw| raw.starts_with('"'))?;
        let op_text = members.raw("op").filter(|raw| raw.starts_with('"'))?;
        let op = members.get("op").and_then(|node| shallow.string(node))?.into_owned();
        let logical = logical(&op);
        let mut out = format!("{{\"op\":{op_text},\"urn\":{urn},\"logical\":{logical}");
        if preview {
            push_step(&mut out, &members)
        } else {
            push_resource(&mut out, &members, urn, &op)
        }
        let failed = !preview && (members.raw("failed") == Some("true") || members.raw("status") == Some("\"failed\""));
        Some(Self { metadata: out, planning, failed })
    }

    /// Name of the event that ends the step.
    pub(super) fn outcome(&self) -> &'static str {
        if self.failed { "resOpFailedEvent" } else { "resOutputsEvent" }
    }

    pub(super) fn push(&self, out: &mut String, name: &str) {
        let _ = write!(out, "\"{name}\":{{\"metadata\":{}}}", self.metadata);
        if self.planning {
            out.push_str(",\"planning\":true");
        }
        out.push('}');
    }
}

/// Whether a step counts by itself, and is no part of a replacement.
fn logical(op: &str) -> bool {
    use OpType::{CreateReplacement, DeleteReplaced, DiscardReplaced, ImportReplacement, ReadReplacement, RemovePendingReplace};
    let parts = [CreateReplacement, DeleteReplaced, DiscardReplaced, ImportReplacement, ReadReplacement, RemovePendingReplace];
    !parts.contains(&OpType::from(op))
}

/// The fields of a step of `preview --json`.
fn push_step(out: &mut String, members: &Members<'_, '_>) {
    let renamed = [
        ("provider", "provider"),
        ("oldState", "old"),
        ("newState", "new"),
        ("replaceReasons", "keys"),
        ("diffReasons", "diffs"),
    ];
    for (name, as_event) in renamed {
        if let Some(value) = members.raw(name) {
            let _ = write!(out, ",\"{as_event}\":{value}");
        }
    }
    let shallow = members.shallow;
    let Some(paths) = members.get("detailedDiff").filter(|&node| shallow.kind(node) == Kind::Object) else { return };
    out.push_str(",\"detailedDiff\":{");
    for (at, (path, change)) in shallow.members(paths).enumerate() {
        let _ = write!(out, "{}{}:{{", if at > 0 { "," } else { "" }, shallow.raw(path));
        for (at, (key, value)) in shallow.members(change).enumerate() {
            let key = if shallow.raw(key) == "\"kind\"" { "\"diffKind\"" } else { shallow.raw(key) };
            let _ = write!(out, "{}{key}:{}", if at > 0 { "," } else { "" }, shallow.raw(value));
        }
        out.push('}');
    }
    out.push('}');
}

/// The fields of a resource of `--output json`: its state is known by little more than type and parent.
fn push_resource(out: &mut String, members: &Members<'_, '_>, urn: &str, op: &str) {
    let gone = matches!(OpType::from(op), OpType::Delete | OpType::DeleteReplaced | OpType::Discard | OpType::DiscardReplaced);
    let mut state = format!("{{\"urn\":{urn}");
    for name in ["type", "parent", "custom", "provider", "id"] {
        if let Some(value) = members.raw(name) {
            let _ = write!(state, ",\"{name}\":{value}");
        }
    }
    let _ = write!(out, ",\"{}\":{state}}}", if gone { "old" } else { "new" });
    if let Some(kind) = members.raw("type") {
        let _ = write!(out, ",\"type\":{kind}");
    }
}
