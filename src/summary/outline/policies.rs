//! What policies said, policy by policy.
//!
//! In: [`LogSummary`]. Out: violations grouped by policy, those that stop an update apart from the others, and what policies mended. What
//! a policy that is switched off would have said is no violation. Nothing can fail.

use std::collections::HashMap;

use super::super::report::{LogSummary, PolicyViolation, RemediationRow};
use super::pack;

/// A policy that was violated, and each time it was.
pub(in crate::summary) struct Violated<'a> {
    pub(in crate::summary) level: &'a str,
    pub(in crate::summary) policy: &'a str,
    /// Name and version of its pack.
    pub(in crate::summary) pack: String,
    pub(in crate::summary) severity: Option<&'a str>,
    pub(in crate::summary) cases: Vec<&'a PolicyViolation>,
}

impl<'a> Violated<'a> {
    /// The message, where it is the same each time.
    pub(in crate::summary) fn message(&self) -> Option<&'a str> {
        let first = self.cases.first()?;
        self.cases.iter().all(|case| case.message == first.message).then_some(first.message.as_str())
    }
}

/// A policy that mended resources.
pub(in crate::summary) struct Remedy<'a> {
    pub(in crate::summary) policy: &'a str,
    pub(in crate::summary) pack: String,
    pub(in crate::summary) rows: Vec<&'a RemediationRow>,
}

#[derive(Default)]
pub(in crate::summary) struct Policies<'a> {
    pub(in crate::summary) mandatory: Vec<Violated<'a>>,
    pub(in crate::summary) others: Vec<Violated<'a>>,
    /// How many of the others there are of each level.
    pub(in crate::summary) levels: Vec<(&'a str, u64)>,
    pub(in crate::summary) remedies: Vec<Remedy<'a>>,
}

impl Policies<'_> {
    pub(in crate::summary) fn mandatory_cases(&self) -> usize {
        self.mandatory.iter().map(|violated| violated.cases.len()).sum()
    }
}

pub(in crate::summary) fn policies(summary: &LogSummary) -> Policies<'_> {
    let mut all = Policies::default();
    let mut groups: Vec<Violated<'_>> = Vec::new();
    let (mut places, mut levels) = (HashMap::new(), HashMap::new());
    for violation in summary.policies.iter().filter(|violation| violation.enforcement_level != "disabled") {
        let level = violation.enforcement_level.as_str();
        let severity = violation.severity.as_deref();
        let at =
            *places.entry((level, &violation.policy, &violation.pack, &violation.pack_version, severity)).or_insert_with(|| {
                groups.push(Violated {
                    level,
                    policy: &violation.policy,
                    pack: pack(&violation.pack, &violation.pack_version),
                    severity,
                    cases: Vec::new(),
                });
                groups.len() - 1
            });
        groups[at].cases.push(violation);
        if level != "mandatory" {
            let at = *levels.entry(level).or_insert_with(|| {
                all.levels.push((level, 0));
                all.levels.len() - 1
            });
            all.levels[at].1 += 1;
        }
    }
    (all.mandatory, all.others) = groups.into_iter().partition(|violated| violated.level == "mandatory");
    let mut places = HashMap::new();
    for row in &summary.remediations {
        let at = *places.entry((&row.policy, &row.pack, &row.pack_version)).or_insert_with(|| {
            all.remedies.push(Remedy { policy: &row.policy, pack: pack(&row.pack, &row.pack_version), rows: Vec::new() });
            all.remedies.len() - 1
        });
        all.remedies[at].rows.push(row);
    }
    all
}
