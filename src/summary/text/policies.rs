//! What policies said.
//!
//! In: violations by policy. Out: lines on a [`Page`]: what stops the update, and elsewhere the rest and what was mended.

use super::super::outline::{self, Policies, Violated};
use super::super::report::{LogSummary, PolicyViolation};
use super::page::Page;
use super::sections::{NAME, label, list};
use crate::model::print::{Paint, cut, plural};

/// Most policies, and most resources of one, unless all is asked for.
const POLICIES: usize = 8;
const CASES: usize = 5;
/// Longest first line of a message behind a resource.
const LINE: usize = 120;

pub(super) fn mandatory(policies: &Policies<'_>, page: &mut Page) {
    if !policies.mandatory.is_empty() {
        page.heading("Violations of mandatory policies", policies.mandatory_cases());
        violations(&policies.mandatory, false, page);
    }
}

pub(super) fn others(summary: &LogSummary, policies: &Policies<'_>, page: &mut Page) {
    if !policies.others.is_empty() {
        let shown = policies.levels.iter().take(5);
        let counts: Vec<String> = shown.map(|(level, count)| format!("{count} {}", page.short(level, NAME))).collect();
        page.heading(&format!("Policy violations: {}", counts.join(", ")), 0);
        violations(&policies.others, true, page);
    } else if policies.mandatory.is_empty() && !summary.policy_packs.is_empty() {
        page.heading("Policies", 0);
        page.line(&format!("  {}, no violations", plural(summary.policy_packs.len() as u64, "policy pack")));
    }
    if summary.policies_omitted > 0 {
        page.line("");
        page.line(&format!("… and {}", plural(summary.policies_omitted, "more violation")));
    }
    if policies.remedies.is_empty() {
        return;
    }
    page.heading("Mended by policies", policies.remedies.iter().map(|remedy| remedy.rows.len()).sum());
    let shown = page.most(POLICIES, policies.remedies.len());
    for remedy in &policies.remedies[..shown] {
        let pack = page.short(&remedy.pack, NAME);
        page.line(&format!("  {} ({pack})", page.paint.on(Paint::BOLD, &page.short(remedy.policy, NAME))));
        let rows = page.most(CASES, remedy.rows.len());
        for row in &remedy.rows[..rows] {
            let properties: Vec<_> = row.changes.iter().map(|change| (outline::mark(change), change.path.as_str())).collect();
            let (kind, name) = outline::label(&row.urn);
            let width = 7 + kind.chars().count() + name.chars().count();
            let properties = list(&properties, Page::room(width).max(30), 0, page);
            page.line(&format!("    {}  {properties}", label(&row.urn, page)));
        }
        page.more("    ", remedy.rows.len() - rows);
    }
    page.more("  ", policies.remedies.len() - shown);
    page.more("  ", summary.remediations_omitted as usize);
}

fn violations(groups: &[Violated<'_>], names_level: bool, page: &mut Page) {
    let shown = page.most(POLICIES, groups.len());
    for group in &groups[..shown] {
        let level = page.paint.on(Paint::YELLOW, &page.short(group.level, NAME));
        let level = if names_level { format!("{level} ") } else { String::new() };
        let severity = group.severity.map_or_else(String::new, |severity| format!(", severity {}", page.short(severity, NAME)));
        let style = if names_level { Paint::BOLD } else { Paint::RED };
        let policy = page.paint.on(style, &page.short(group.policy, NAME));
        let pack = page.short(&group.pack, NAME);
        page.line(&format!("  {level}{policy} ({pack}){severity}"));
        let message = group.message();
        let cases = page.most(CASES, group.cases.len());
        for case in &group.cases[..cases] {
            push_case(case, message.is_some(), page);
        }
        page.more("    ", group.cases.len() - cases);
        if let Some(message) = message {
            page.message("    ", message, "");
        }
    }
    page.more("  ", groups.len() - shown);
}

/// The resource, and the message where it is not the same for all.
fn push_case(case: &PolicyViolation, message_follows: bool, page: &mut Page) {
    let label = case.urn.as_ref().map(|urn| label(urn, page));
    let line = (!message_follows).then(|| cut(case.message.trim().lines().next().unwrap_or_default(), LINE));
    let parts: Vec<String> = label.into_iter().chain(line).collect();
    if !parts.is_empty() {
        page.line(&format!("    {}", parts.join(": ")));
    }
}
