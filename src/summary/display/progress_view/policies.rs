//! The section about policies at the end of the progress view.
//!
//! In: violations and remediations as they come, and the packs that ran. Out: a heading for each pack with what its policies said, the
//! most binding first. Nothing can fail; what is kept grows with the violations, remediations are only counted.
//! Rules: `printPolicies` of Pulumi's progress view (pulumi-semantics section 7).

use std::collections::{BTreeMap, BTreeSet};

use super::super::color::{HEADLINE, MAGENTA, RED, RESET, YELLOW};
use super::super::names::escaped;
use super::super::totals::plural;
use crate::model::urn::Urn;
use crate::summary::event::{Policy, PolicyRemediation};

/// What policies said.
#[derive(Default)]
pub(super) struct Policies {
    packs: BTreeMap<String, Pack>,
}

#[derive(Default)]
struct Pack {
    /// Folders that it was run from.
    local: BTreeSet<String>,
    /// It came from Pulumi Cloud.
    cloud: bool,
    violations: Vec<Violation>,
    /// How many resources each policy mended.
    mended: BTreeMap<String, i64>,
}

struct Violation {
    level: String,
    severity: String,
    policy: String,
    urn: String,
    message: String,
}

impl Policies {
    pub(super) fn violation(&mut self, policy: &Policy<'_>) {
        self.pack(&policy.pack, &policy.pack_version).violations.push(Violation {
            level: policy.enforcement_level.clone().into_owned(),
            severity: policy.severity.clone().into_owned(),
            policy: policy.name.clone().into_owned(),
            urn: policy.resource_urn.clone().into_owned(),
            message: policy.message.clone().into_owned(),
        });
    }

    pub(super) fn remediation(&mut self, remediation: &PolicyRemediation<'_>) {
        let pack = self.pack(&remediation.pack, &remediation.pack_version);
        *pack.mended.entry(remediation.name.clone().into_owned()).or_default() += 1;
    }

    fn pack(&mut self, name: &str, version: &str) -> &mut Pack {
        self.packs.entry(format!("{name}@v{version}")).or_default()
    }

    /// Writes the section, where the update ran packs; `stack` is the URN of the stack. True where a mandatory policy is violated.
    pub(super) fn print<'p>(&mut self, ran: impl Iterator<Item = (&'p str, &'p str)>, stack: &str, out: &mut String) -> bool {
        let mut any = false;
        for (name, version) in ran {
            any = true;
            // A pack of the local disk: `name|local|folder`.
            match name.split_once("|local|") {
                Some((name, folder)) => drop(self.pack(name, version).local.insert(folder.to_owned())),
                None => self.pack(name, version).cloud = true,
            }
        }
        if !any {
            return false;
        }
        *out += &format!("{}Policies:{RESET}\n", HEADLINE);
        for (heading, pack) in &mut self.packs {
            pack.print(heading, stack, out);
        }
        out.push('\n');
        self.packs.values().any(Pack::is_fatal)
    }
}

impl Pack {
    fn is_fatal(&self) -> bool {
        self.violations.iter().any(|violation| violation.level == "mandatory")
    }

    fn print(&mut self, heading: &str, stack: &str, out: &mut String) {
        let mark = match () {
            () if self.is_fatal() => "❌",
            () if !self.violations.is_empty() => "⚠️",
            () => "✅",
        };
        let folders: Vec<&str> = self.local.iter().map(String::as_str).collect();
        let place = match (folders.is_empty(), self.cloud) {
            (true, _) => String::new(),
            (false, true) => format!(" (local: {}) + (cloud)", folders.join("; ")),
            (false, false) => format!(" (local: {})", folders.join("; ")),
        };
        *out += &format!("    {mark} {MAGENTA}{heading}{RESET}{place}\n");
        for (policy, count) in &self.mended {
            *out += &format!("        - {MAGENTA}[remediate]  {policy}{RESET}  ({count} {})\n", plural(*count, "resource"));
        }
        self.violations.sort_by(|a, b| a.place().cmp(&b.place()));
        for violation in &self.violations {
            violation.print(stack, out);
        }
    }
}

impl Violation {
    fn place(&self) -> (usize, usize, &str, &str) {
        let place = |words: &[&str], word: &str| words.iter().position(|known| *known == word).unwrap_or(words.len());
        (
            place(&["remediate", "mandatory", "advisory", "disabled"], &self.level),
            place(&["critical", "high", "medium", "low"], &self.severity),
            &self.policy,
            &self.urn,
        )
    }

    fn print(&self, stack: &str, out: &mut String) {
        let color = if self.level == "mandatory" { RED } else { YELLOW };
        let severity = if self.severity.is_empty() { String::new() } else { format!(" [severity: {}]", self.severity) };
        let urn = if self.urn.is_empty() { stack } else { &self.urn };
        let place = Urn::parse(urn)
            .map_or_else(|| escaped(urn).into_owned(), |urn| format!("{}: {}", urn.resource_type(), escaped(urn.name)));
        *out += &format!("        - {color}[{}]{severity}  {}{RESET}  ({place})\n", self.level, self.policy);
        for line in self.message.trim_end_matches('\n').split('\n') {
            *out += &format!("          {line}\n");
        }
    }
}
