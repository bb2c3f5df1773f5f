//! Messages by weight.
//!
//! In: [`LogSummary`]. Out: errors, warnings and what the program wrote. The stack's error that an update failed is left out where
//! anything tells why. Nothing can fail.

use super::super::report::{LogResult, LogSummary};
use super::is_stack;

/// A message and the resource that it is about.
#[derive(Clone, Copy)]
pub(in crate::summary) struct Message<'a> {
    pub(in crate::summary) severity: &'a str,
    pub(in crate::summary) urn: Option<&'a str>,
    pub(in crate::summary) text: &'a str,
}

#[derive(Default)]
pub(in crate::summary) struct Messages<'a> {
    /// The engine's own errors, then those of resources, then those of the stack.
    pub(in crate::summary) errors: Vec<Message<'a>>,
    /// Warnings, and whatever has a severity that is not known.
    pub(in crate::summary) warnings: Vec<Message<'a>>,
    /// What the program wrote to its standard error, where the update did not succeed.
    pub(in crate::summary) error_output: Vec<Message<'a>>,
    /// What else it wrote, and remarks of providers.
    pub(in crate::summary) output: Vec<Message<'a>>,
}

pub(in crate::summary) fn messages(summary: &LogSummary) -> Messages<'_> {
    let engine = |text| Message { severity: "error", urn: None, text };
    let mut all = Messages { errors: summary.errors.iter().map(String::as_str).map(engine).collect(), ..Messages::default() };
    let (mut of_stack, mut hollow) = (Vec::new(), Vec::new());
    for row in &summary.diagnostics {
        let message = Message { severity: &row.severity, urn: row.urn.as_deref(), text: &row.message };
        match message.severity {
            "error" if message.urn.is_some_and(|urn| !is_stack(urn)) => all.errors.push(message),
            "error" if says_nothing(message.text) => hollow.push(message),
            "error" => of_stack.push(message),
            "info#err" if summary.result != LogResult::Succeeded => all.error_output.push(message),
            "info" | "info#err" => all.output.push(message),
            "debug" => {}
            _ => all.warnings.push(message),
        }
    }
    all.errors.append(&mut of_stack);
    if all.errors.is_empty() && !summary.policies.iter().any(|violation| violation.enforcement_level == "mandatory") {
        all.errors = hollow;
    }
    all
}

/// `update failed`, which the headline says.
fn says_nothing(text: &str) -> bool {
    matches!(
        text.trim(),
        "update failed" | "preview failed" | "destroy failed" | "refresh failed" | "import failed" | "resource import failed"
    )
}

pub(super) fn any_error(summary: &LogSummary) -> bool {
    !summary.errors.is_empty() || summary.diagnostics.iter().any(|row| row.severity == "error")
}

/// The heading of the output.
pub(in crate::summary) fn output_title(output: &[Message<'_>]) -> &'static str {
    if output.iter().all(|message| message.urn.is_none_or(is_stack)) { "Output of the program" } else { "Output and remarks" }
}
