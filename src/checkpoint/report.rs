//! Findings as text and as Markdown.
//!
//! In: a [`CheckReport`]. Out: text for a terminal, Markdown for a pull request. Nothing can fail.

use std::fmt::Write;

use super::{CheckReport, Severity};
use crate::model::print::{Paint, code, inline, plural, tame};

impl CheckReport {
    /// One block a finding: severity, code, message, place, repair.
    pub fn to_text(&self, color: bool) -> String {
        let paint = Paint(color);
        let mut out = String::new();
        for finding in &self.findings {
            let (style, word) = match finding.severity {
                Severity::Error => (Paint::RED, "error"),
                Severity::Warning => (Paint::YELLOW, "warning"),
            };
            let head = paint.on(style, &format!("{word}[{}]", finding.code));
            let _ = writeln!(out, "{head} {}", tame(&finding.message));
            for (label, place) in [("urn", &finding.urn), ("at", &finding.path)] {
                if let Some(place) = place {
                    let _ = writeln!(out, "  {} {}", paint.on(Paint::DIM, &format!("{label:<6}")), tame(place));
                }
            }
            let _ = writeln!(out, "  {} {}", paint.on(Paint::DIM, "repair"), finding.repair);
        }
        let _ = writeln!(out, "{}", self.totals());
        out
    }

    /// A table of findings.
    pub fn to_markdown(&self) -> String {
        let mut out = format!("**State check:** {}\n", self.totals());
        if !self.findings.is_empty() {
            out.push_str("\n| severity | code | resource | message | repair |\n|---|---|---|---|---|\n");
        }
        for finding in &self.findings {
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            let urn = finding.urn.as_deref().map_or_else(String::new, code);
            let _ =
                writeln!(out, "| {severity} | `{}` | {urn} | {} | {} |", finding.code, inline(&finding.message), finding.repair);
        }
        out
    }

    fn totals(&self) -> String {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let warnings = self.findings.len() - errors;
        if self.findings.is_empty() {
            "no findings".to_owned()
        } else {
            format!("{}, {}", plural(errors as u64, "error"), plural(warnings as u64, "warning"))
        }
    }
}
