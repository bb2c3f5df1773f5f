//! Findings as text and as Markdown.
//!
//! In: a [`CheckReport`]. Out: text for a terminal, Markdown for a pull request. Nothing can fail.

use std::fmt::Write;

use super::{CheckReport, Severity};

/// Colours for a terminal, or none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    pub(crate) const BOLD: &'static str = "1";
    pub(crate) const DIM: &'static str = "2";
    pub(crate) const RED: &'static str = "31";
    pub(crate) const GREEN: &'static str = "32";
    pub(crate) const YELLOW: &'static str = "33";
    pub(crate) const MAGENTA: &'static str = "35";
    pub(crate) const CYAN: &'static str = "36";

    pub(crate) fn on(self, style: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Text that cannot act on a terminal: control characters become escapes.
pub(crate) fn tame(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let shown: Box<dyn Iterator<Item = char>> =
                if c.is_control() || bidi { Box::new(c.escape_default()) } else { Box::new(std::iter::once(c)) };
            shown
        })
        .collect()
}

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
            let urn = finding.urn.as_deref().map_or_else(String::new, |urn| format!("`{}`", cell(urn)));
            let _ = writeln!(
                out,
                "| {severity} | `{}` | {urn} | {} | {} |",
                finding.code,
                cell(&finding.message),
                cell(&finding.repair)
            );
        }
        out
    }

    fn totals(&self) -> String {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let warnings = self.findings.len() - errors;
        let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        if self.findings.is_empty() {
            "no findings".to_owned()
        } else {
            format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
        }
    }
}

fn cell(text: &str) -> String {
    tame(text).replace('|', "\\|").replace('<', "&lt;")
}
