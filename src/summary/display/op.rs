//! Ops in words and colours.
//!
//! In: [`OpType`]. Out: its mark, its colour, and what Pulumi calls it while it runs, when it is done and when it failed. An op that is
//! not known has the mark `? `, no colour, and its own name for every word. Rules: pulumi-semantics section 5.

use std::borrow::Cow;

use super::color::{BOLD, BRIGHT_CYAN, BRIGHT_GREEN, BRIGHT_MAGENTA, BRIGHT_RED, GREEN, RED, RESET, YELLOW};
use crate::model::update::OpType;

/// The mark before a resource: two letters.
pub(crate) fn mark(op: &OpType) -> &'static str {
    match op {
        OpType::Same => "  ",
        OpType::Create => "+ ",
        OpType::Update | OpType::Refresh | OpType::RemovePendingReplace => "~ ",
        OpType::Delete => "- ",
        OpType::Replace => "+-",
        OpType::CreateReplacement => "++",
        OpType::DeleteReplaced => "--",
        OpType::Read => "> ",
        OpType::ReadReplacement => ">>",
        OpType::Discard => "< ",
        OpType::DiscardReplaced => "<<",
        OpType::Import => "= ",
        OpType::ImportReplacement => "=>",
        _ => "? ",
    }
}

/// The tag of its colour.
pub(crate) fn color(op: &OpType) -> &'static str {
    match op {
        OpType::Create | OpType::Import => GREEN,
        OpType::Update | OpType::Refresh => YELLOW,
        OpType::Delete | OpType::Discard | OpType::DiscardReplaced => RED,
        OpType::Replace | OpType::ReadReplacement | OpType::ImportReplacement => BRIGHT_MAGENTA,
        OpType::CreateReplacement => BRIGHT_GREEN,
        OpType::DeleteReplaced => BRIGHT_RED,
        OpType::Read => BRIGHT_CYAN,
        _ => RESET,
    }
}

/// Colour and mark; bold while the step runs.
pub(crate) fn prefix(op: &OpType, done: bool) -> String {
    let bold = if done { "" } else { BOLD };
    format!("{bold}{}{}", color(op), mark(op))
}

/// While it runs: `creating`.
pub(crate) fn running(op: &OpType) -> &str {
    match op {
        OpType::Same | OpType::RemovePendingReplace => "",
        OpType::Create => "creating",
        OpType::Update => "updating",
        OpType::Delete => "deleting",
        OpType::Replace => "replacing",
        OpType::CreateReplacement => "creating replacement",
        OpType::DeleteReplaced => "deleting original",
        OpType::Read => "reading",
        OpType::ReadReplacement => "reading for replacement",
        OpType::Refresh => "refreshing",
        OpType::Discard => "discarding",
        OpType::DiscardReplaced => "discarding original",
        OpType::Import => "importing",
        OpType::ImportReplacement => "importing replacement",
        other => other.as_str(),
    }
}

/// Once it is done: `created`.
pub(crate) fn done(op: &OpType) -> &str {
    match op {
        OpType::Same | OpType::RemovePendingReplace => "",
        OpType::Create => "created",
        OpType::Update => "updated",
        OpType::Delete => "deleted",
        OpType::Replace => "replaced",
        OpType::CreateReplacement => "created replacement",
        OpType::DeleteReplaced => "deleted original",
        OpType::Read => "read",
        OpType::ReadReplacement => "read for replacement",
        OpType::Refresh => "refresh",
        OpType::Discard => "discarded",
        OpType::DiscardReplaced => "discarded original",
        OpType::Import => "imported",
        OpType::ImportReplacement => "imported replacement",
        other => other.as_str(),
    }
}

/// When it failed: `creating failed`.
pub(crate) fn failed(op: &OpType) -> Cow<'static, str> {
    Cow::Borrowed(match op {
        OpType::Same | OpType::RemovePendingReplace => "failed",
        OpType::Create | OpType::CreateReplacement => "creating failed",
        OpType::Update => "updating failed",
        OpType::Delete | OpType::DeleteReplaced => "deleting failed",
        OpType::Replace => "replacing failed",
        OpType::Read | OpType::ReadReplacement => "reading failed",
        OpType::Refresh => "refreshing failed",
        OpType::Discard | OpType::DiscardReplaced => "discarding failed",
        OpType::Import | OpType::ImportReplacement => "importing failed",
        other => return Cow::Owned(format!("{} failed", other.as_str())),
    })
}

/// While a preview runs: `create`.
pub(crate) fn planning(op: &OpType) -> &str {
    match op {
        OpType::Same | OpType::RemovePendingReplace => "",
        OpType::CreateReplacement => "create replacement",
        OpType::DeleteReplaced => "delete original",
        OpType::ReadReplacement => "read for replacement",
        OpType::Refresh => "refreshing",
        OpType::DiscardReplaced => "discard original",
        OpType::ImportReplacement => "import replacement",
        other => other.as_str(),
    }
}

/// When a preview is done: `create`; the parts of a replacement are all `replace`.
pub(crate) fn planned(op: &OpType) -> &str {
    match op {
        OpType::Same | OpType::RemovePendingReplace => "",
        OpType::CreateReplacement | OpType::DeleteReplaced | OpType::ReadReplacement | OpType::DiscardReplaced => "replace",
        OpType::ImportReplacement => "import",
        other => other.as_str(),
    }
}

/// In totals: `created`.
pub(crate) fn past(op: &OpType) -> &str {
    match op {
        OpType::Same => "samed",
        OpType::CreateReplacement => "create-replacementd",
        OpType::DeleteReplaced => "deleted",
        OpType::ReadReplacement => "read-replacementd",
        OpType::Refresh => "refreshed",
        OpType::DiscardReplaced => "discarded",
        OpType::ImportReplacement => "imported",
        OpType::RemovePendingReplace => "remove-pending-replace",
        other => done(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_op_that_is_not_known_goes_by_its_name() {
        let op = OpType::from("teleport");
        assert_eq!((mark(&op), color(&op), running(&op), done(&op)), ("? ", RESET, "teleport", "teleport"));
        assert_eq!(
            (&*failed(&op), planning(&op), planned(&op), past(&op)),
            ("teleport failed", "teleport", "teleport", "teleport")
        );
    }

    #[test]
    fn marks_are_bold_while_the_step_runs() {
        assert_eq!(prefix(&OpType::Create, false), "<{%bold%}><{%fg 2%}>+ ");
        assert_eq!(prefix(&OpType::Same, true), "<{%reset%}>  ");
    }
}
