//! Integrity: is this a state that Pulumi can work with?
//!
//! In: a checkpoint. Out: [`CheckReport`]: findings with code, severity, place and repair. Nothing can fail.
//! Rules: `snapshot/integrity.go` (pulumi-semantics 1.3). Order matters: a record may only refer to earlier ones.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::graph::{self, Reference};
use super::{Checkpoint, Entry, body, flag, skeleton};
use crate::model::{Urn, urn};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Severity {
    /// Pulumi refuses the state or works wrongly with it.
    Error,
    /// Odd, but Pulumi works with it.
    Warning,
}

/// One thing that is wrong with a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    /// Stable code, such as `missing_parent`.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// The resource that has it; absent where the state as a whole has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub urn: Option<String>,
    /// Path of the offending field, in the record or in the deployment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub path: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub repair: String,
}

/// All findings, in the order of the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CheckReport {
    /// Empty where nothing is wrong.
    pub findings: Vec<Finding>,
}

impl CheckReport {
    /// Whether some finding is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

const REPAIR: &str = "run `pulumi state repair`, which reorders the state and drops dangling references";

pub(super) fn check(state: &Checkpoint) -> CheckReport {
    let mut checker = Checker { state, seen: HashMap::new(), findings: Vec::new() };
    checker.manifest();
    for at in 0..state.len() {
        checker.record(at);
    }
    checker.pending_operations();
    CheckReport { findings: checker.findings }
}

struct Checker<'s> {
    state: &'s Checkpoint,
    /// Records passed so far, by URN: whether one of them was live, and their ids.
    seen: HashMap<String, Passed>,
    findings: Vec<Finding>,
}

#[derive(Default)]
struct Passed {
    live: bool,
    ids: Vec<String>,
    provider: bool,
}

impl Checker<'_> {
    fn add(&mut self, severity: Severity, code: &str, urn: Option<&str>, path: Option<&str>, message: String, repair: &str) {
        self.findings.push(Finding {
            code: code.to_owned(),
            severity,
            urn: urn.map(str::to_owned),
            path: path.map(str::to_owned),
            message,
            repair: repair.to_owned(),
        });
    }

    fn manifest(&mut self) {
        let Some(manifest) = self.state.summary().manifest else { return };
        let right = if manifest.version.is_empty() { String::new() } else { hex(&Sha256::digest(manifest.version.as_bytes())) };
        if manifest.magic != right {
            let repair =
                "harmless if the state was edited or anonymised by hand; `pulumi stack export` and `import` write it anew";
            let message = format!("the manifest's magic is not the SHA-256 of its version `{}`", manifest.version);
            self.add(Severity::Warning, "wrong_magic", None, Some("manifest.magic"), message, repair);
        }
    }

    fn record(&mut self, at: usize) {
        let entry = *self.state.entry(at);
        let urn = self.state.shown(entry.urn).into_owned();
        self.identity(&entry, &urn);
        if let Some(tape) = graph::record(self.state, at) {
            for reference in graph::references(&tape) {
                self.reference(&urn, &entry, &reference);
            }
        }
        let passed = self.seen.entry(urn).or_default();
        passed.live |= !entry.has(flag::DELETE);
        passed.ids.push(self.state.shown(entry.id).into_owned());
        passed.provider |= urn::is_provider(&self.state.type_of(&entry));
    }

    fn identity(&mut self, entry: &Entry, urn: &str) {
        use Severity::Error;
        match Urn::parse(urn) {
            None => {
                let repair = "restore the state from an earlier version, or correct the URN in an export and import it";
                self.add(
                    Error,
                    "bad_urn",
                    Some(urn),
                    Some("urn"),
                    "the URN is not of the form `urn:pulumi:stack::project::type::name`".into(),
                    repair,
                );
            }
            Some(parts) => self.qualified_type(entry, urn, &parts),
        }
        if entry.kind.is_absent() {
            let repair = "add the type, which is the last part of the URN's qualified type, in an export and import it";
            self.add(Error, "no_type", Some(urn), Some("type"), "the resource has no type".into(), repair);
        }
        if !entry.has(flag::DELETE) && self.seen.get(urn).is_some_and(|passed| passed.live) {
            let repair = "remove one of the two with `pulumi state delete`, or rename one in an export and import it";
            self.add(Error, "duplicate_urn", Some(urn), Some("urn"), "two live resources have this URN".into(), repair);
        }
        if !entry.has(flag::CUSTOM) && entry.id.end > entry.id.start {
            let repair = "remove the id, or set `custom` to true, in an export and import it";
            self.add(Error, "component_with_id", Some(urn), Some("id"), "a component has a physical id".into(), repair);
        }
    }

    fn qualified_type(&mut self, entry: &Entry, urn: &str, parts: &Urn<'_>) {
        let parent = self.state.shown(entry.parent);
        let Some(parent) = Urn::parse(&parent) else { return };
        let kind = parts.resource_type();
        let right =
            if parent.qualified_type == urn::STACK_TYPE { kind.to_owned() } else { format!("{}${kind}", parent.qualified_type) };
        if parts.qualified_type != right {
            let message = format!("the URN's qualified type does not follow from the parent: expected `{right}`");
            let repair = "nothing to do where the resource was moved by hand; otherwise run `pulumi refresh`";
            self.add(Severity::Warning, "parent_type_mismatch", Some(urn), Some("parent"), message, repair);
        }
    }

    fn reference(&mut self, urn: &str, entry: &Entry, reference: &Reference) {
        let (missing, later, what) = match reference.kind {
            "parent" => ("missing_parent", "later_parent", "parent"),
            "provider" => return self.provider(urn, entry, reference),
            "dependency" => ("missing_dependency", "later_dependency", "dependency"),
            "property" => ("missing_property_dependency", "later_property_dependency", "property dependency"),
            "deletedWith" => ("missing_deleted_with", "later_deleted_with", "`deletedWith`"),
            "replaceWith" => ("missing_replace_with", "later_replace_with", "`replaceWith`"),
            _ => ("missing_view_of", "later_view_of", "`viewOf`"),
        };
        if self.seen.contains_key(&reference.urn) {
            return;
        }
        let (code, message) = if self.state.live_by_urn(reference.urn.as_bytes()).is_some() {
            (later, format!("the {what} `{}` stands later in the state", reference.urn))
        } else {
            (missing, format!("the {what} `{}` is not in the state", reference.urn))
        };
        self.add(Severity::Error, code, Some(urn), Some(&reference.path), message, REPAIR);
    }

    fn provider(&mut self, urn: &str, entry: &Entry, reference: &Reference) {
        if entry.has(flag::PENDING_REPLACEMENT) {
            return;
        }
        let text = &reference.urn;
        let Some((provider, id)) = urn::split_provider(text) else {
            let message = format!("the provider reference `{text}` is not of the form `urn::id`");
            self.add(Severity::Error, "bad_provider", Some(urn), Some("provider"), message, REPAIR);
            return;
        };
        let (code, message) = match self.seen.get(provider) {
            Some(passed) if !passed.provider => ("not_a_provider", format!("`{provider}` is not a provider resource")),
            Some(passed) if passed.ids.iter().any(|known| known == id) => return,
            _ => match self.state.all_by_urn(provider.as_bytes()).as_slice() {
                [] => ("missing_provider", format!("the provider `{provider}` is not in the state")),
                all if all.iter().any(|&at| *self.state.shown(self.state.entry(at as usize).id) == *id) => {
                    ("later_provider", format!("the provider `{provider}` stands later in the state"))
                }
                _ => ("missing_provider", format!("the provider `{provider}` is in the state, but not with the id `{id}`")),
            },
        };
        self.add(Severity::Error, code, Some(urn), Some("provider"), message, REPAIR);
    }

    fn pending_operations(&mut self) {
        let Some(tape) = skeleton(self.state.own(), self.state.list()) else { return };
        let list = body(&tape, self.state.kind()).and_then(|body| tape.get(body, "pending_operations"));
        for (at, operation) in list.into_iter().flat_map(|list| tape.items(list)).enumerate() {
            let kind = tape.get_text(operation, "type").unwrap_or_default();
            let urn = tape.get(operation, "resource").and_then(|resource| tape.get_text(resource, "urn"));
            let message = format!("an operation was interrupted: {}", if kind.is_empty() { "of unknown type" } else { &kind });
            let repair = "look whether the resource exists, then run `pulumi refresh`, which asks what to do";
            let path = format!("pending_operations[{at}]");
            self.add(Severity::Warning, "pending_operation", urn.as_deref(), Some(&path), message, repair);
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
