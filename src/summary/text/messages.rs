//! Errors, warnings, and what the program wrote.
//!
//! In: messages by weight. Out: lines on a [`Page`]; a section without content leaves no trace.

use super::super::outline::{self, Message, Messages};
use super::super::report::LogSummary;
use super::page::Page;
use super::sections::{NAME, label};
use crate::model::print::{Paint, plural};

/// Most messages of a section, unless all is asked for; of what the program wrote there are fewer, as the end matters least.
const MESSAGES: usize = 6;
const OUTPUT: usize = 3;

pub(super) fn errors(messages: &Messages<'_>, page: &mut Page) {
    section("Errors", &messages.errors, MESSAGES, Paint::RED, page);
}

pub(super) fn others(summary: &LogSummary, messages: &Messages<'_>, page: &mut Page) {
    section("Warnings", &messages.warnings, MESSAGES, Paint::YELLOW, page);
    section("Error output of the program", &messages.error_output, MESSAGES, "", page);
    section(outline::output_title(&messages.output), &messages.output, OUTPUT, "", page);
    if summary.stdout_lines > 0 {
        if messages.output.is_empty() {
            page.heading("Output of the program", 0);
        }
        let lines = plural(summary.stdout_lines, "line");
        page.line(&format!("  {}", page.paint.on(Paint::DIM, &format!("{lines} on standard output, not shown here"))));
    }
    if summary.diagnostics_omitted > 0 {
        page.line("");
        page.line(&format!("… and {}", plural(summary.diagnostics_omitted, "more message")));
    }
}

fn section(title: &str, messages: &[Message<'_>], most: usize, style: &str, page: &mut Page) {
    if messages.is_empty() {
        return;
    }
    page.heading(title, messages.len());
    let shown = page.most(most, messages.len());
    let mut about = None;
    for message in &messages[..shown] {
        if message.urn.is_some() && message.urn != about {
            let label = message.urn.map_or_else(String::new, |urn| label(urn, page));
            page.line(&format!("  {label}"));
        }
        about = message.urn;
        let indent = if about.is_some() { "    " } else { "  " };
        if !matches!(message.severity, "error" | "warning" | "info" | "info#err") {
            page.line(&format!("{indent}{}:", page.short(message.severity, NAME)));
        }
        page.message(indent, message.text, style);
    }
    page.more("  ", messages.len() - shown);
}
