//! What policy packs said.
//!
//! In: policy events, and the packs that the summary event names. Out: violations in Pulumi's order, remediations, and a row for each
//! pack. A pack that lies on the machine is named `name|local|path` in events. A version that one event leaves out is taken from another.
//! Order: enforcement, severity, policy, resource (pulumi-semantics section 7).

use std::collections::BTreeMap;

use crate::summary::display::color;
use crate::summary::event::{Policy, PolicyRemediation, PolicySummary};
use crate::summary::report::{PolicyPackRow, PolicyViolation, RemediationRow};

use super::{cut, differences};

/// Packs, violations and remediations that are kept, each.
const MAX_PACKS: usize = 1000;
const MAX_ROWS: usize = 100_000;

/// What packs said so far.
#[derive(Debug, Default)]
pub(super) struct Policies {
    violations: Vec<PolicyViolation>,
    pub(super) violation_count: u64,
    pub(super) remediations: Vec<RemediationRow>,
    pub(super) remediation_count: u64,
    packs: Vec<PolicyPackRow>,
}

/// Name and path of a pack.
fn named(pack: &str) -> (&str, Option<&str>) {
    match pack.split_once("|local|") {
        Some((name, path)) => (name, Some(path)),
        None => (pack, None),
    }
}

/// The tag where the version is not said.
fn version<'v>(version: &'v str, tag: &'v str) -> &'v str {
    if version.is_empty() { tag } else { version }
}

impl Policies {
    /// A violation.
    pub(super) fn violation(&mut self, event: &Policy<'_>) {
        let version = version(&event.pack_version, &event.pack_version_tag);
        if let Some(pack) = self.pack(&event.pack, version) {
            *pack.violations.entry(event.enforcement_level.to_string()).or_insert(0) += 1;
        }
        self.violation_count += 1;
        if self.violations.len() < MAX_ROWS {
            self.violations.push(PolicyViolation {
                policy: event.name.to_string(),
                pack: named(&event.pack).0.to_owned(),
                pack_version: version.to_owned(),
                enforcement_level: event.enforcement_level.to_string(),
                severity: Some(event.severity.to_string()).filter(|severity| !severity.is_empty()),
                urn: Some(event.resource_urn.to_string()).filter(|urn| !urn.is_empty()),
                message: cut::text(&color::plain(&event.message), cut::MAX_MESSAGE),
            });
        }
    }

    /// A resource was mended.
    pub(super) fn remediation(&mut self, event: &PolicyRemediation<'_>) {
        let version = version(&event.pack_version, &event.pack_version_tag);
        if let Some(pack) = self.pack(&event.pack, version) {
            pack.remediations += 1;
        }
        self.remediation_count += 1;
        if self.remediations.len() < MAX_ROWS {
            self.remediations.push(RemediationRow {
                policy: event.name.to_string(),
                pack: named(&event.pack).0.to_owned(),
                pack_version: version.to_owned(),
                urn: event.resource_urn.to_string(),
                changes: differences::between(event.before, event.after),
            });
        }
    }

    /// What a pack passed and failed.
    pub(super) fn summary(&mut self, event: &PolicySummary<'_>) {
        if let Some(pack) = self.pack(&event.pack, version(&event.pack_version, &event.pack_version_tag)) {
            pack.passed += event.passed.len() as u64;
            pack.failed += event.failed.len() as u64;
        }
    }

    /// A pack that the summary event names.
    pub(super) fn ran(&mut self, name: &str, version: &str) {
        self.pack(name, version);
    }

    /// The row of a pack, made where there is none.
    fn pack(&mut self, pack: &str, version: &str) -> Option<&mut PolicyPackRow> {
        let (name, path) = named(pack);
        let fits = |row: &PolicyPackRow| {
            row.name == name
                && row.path.as_deref() == path
                && (row.version == version || row.version.is_empty() || version.is_empty())
        };
        let at = match self.packs.iter().position(fits) {
            Some(at) => at,
            None if self.packs.len() == MAX_PACKS => return None,
            None => {
                self.packs.push(PolicyPackRow {
                    name: name.to_owned(),
                    version: String::new(),
                    path: path.map(str::to_owned),
                    violations: BTreeMap::new(),
                    remediations: 0,
                    passed: 0,
                    failed: 0,
                });
                self.packs.len() - 1
            }
        };
        let row = &mut self.packs[at];
        if row.version.is_empty() {
            version.clone_into(&mut row.version);
        }
        Some(row)
    }

    /// Violations, the most binding first, at most so many.
    pub(super) fn violations(&self, most: usize) -> Vec<PolicyViolation> {
        let mut sorted: Vec<_> = self.violations.iter().collect();
        sorted.sort_by(|a, b| key(a).cmp(&key(b)));
        sorted.into_iter().take(most).cloned().collect()
    }

    /// Packs by name.
    pub(super) fn packs(&self) -> Vec<PolicyPackRow> {
        let mut sorted = self.packs.clone();
        sorted.sort_by(|a, b| (&a.name, &a.version, &a.path).cmp(&(&b.name, &b.version, &b.path)));
        sorted
    }
}

fn key(violation: &PolicyViolation) -> (usize, usize, &str, Option<&str>) {
    let place = |words: &[&str], word: &str| words.iter().position(|known| *known == word).unwrap_or(words.len());
    (
        place(&["remediate", "mandatory", "advisory", "disabled"], &violation.enforcement_level),
        place(&["critical", "high", "medium", "low"], violation.severity.as_deref().unwrap_or_default()),
        &violation.policy,
        violation.urn.as_deref(),
    )
}
