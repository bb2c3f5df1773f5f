//! The words of a summary: how an update ended, what a step did, why a resource is replaced, how a value differs.
//!
//! In: parts of a [`LogSummary`]. Out: phrases, not tame yet. Nothing can fail.

use std::borrow::Cow;

use super::super::display::names::type_name;
use super::super::display::op as words;
use super::super::display::totals::duration;
use super::super::op::{is_change, is_replacement};
use super::super::report::{LogResult, LogSummary, ReplaceReason, ResourcePropertyChange, ResourceUpdate};
use super::Kind;
use crate::model::Urn;
use crate::model::json_text::Json;
use crate::model::print::shown;
use crate::model::update::OpType;
use crate::model::urn::STACK_TYPE;

/// What to say of a row that is not where it should be: `creating failed`.
pub(in crate::summary) fn state(row: &ResourceUpdate, kind: Kind, is_preview: bool) -> String {
    let step = row.steps.iter().rev().find(|step| step.status == row.status);
    let op = step.map_or(&row.op, |step| &step.op);
    match kind {
        Kind::Failed if is_preview => "failed in the preview".to_owned(),
        Kind::Failed if row.resource_type == STACK_TYPE => "failed".to_owned(),
        Kind::Failed => words::failed(op).into_owned(),
        Kind::Interrupted => format!("interrupted while {}", words::running(op)).trim_end_matches(" while ").to_owned(),
        Kind::Running => words::running(op).to_owned(),
        _ => String::new(),
    }
}

/// Pulumi's mark of an op: two letters.
pub(in crate::summary) fn sign(op: &OpType) -> &'static str {
    words::mark(op)
}

/// What was done, to be read behind a count: `created`; in a preview `to create`.
pub(in crate::summary) fn verb(op: &OpType, summary: &LogSummary) -> String {
    if summary.is_preview { format!("to {}", op.as_str()) } else { words::past(op).to_owned() }
}

/// How many failed: steps, or where none did, resources with errors.
pub(in crate::summary) fn errored(summary: &LogSummary) -> u64 {
    if summary.errored > 0 { summary.errored } else { summary.errored_resources }
}

/// `Update failed`.
pub(in crate::summary) fn headline(summary: &LogSummary) -> String {
    let what = if summary.is_preview { "Preview" } else { "Update" };
    if is_empty(summary) {
        return "No engine events".to_owned();
    }
    match &summary.result {
        LogResult::Running => format!("{what} is running"),
        LogResult::Canceled => format!("{what} was canceled"),
        LogResult::Interrupted => format!("{what} was interrupted"),
        LogResult::Unknown => format!("{what} ended without a result"),
        LogResult::Succeeded | LogResult::Failed => format!("{what} {}", summary.result.as_str()),
        LogResult::Other(word) => format!("{what}: {word}"),
    }
}

/// Whether there is nothing to tell: the input holds no event, and the update is not one that has just begun.
pub(in crate::summary) fn is_empty(summary: &LogSummary) -> bool {
    summary.events == 0 && matches!(summary.result, LogResult::Unknown)
}

/// `in 1m12s`; nothing where the log has no clock.
pub(in crate::summary) fn took(summary: &LogSummary) -> Option<String> {
    let seconds = summary.duration_seconds.filter(|seconds| *seconds > 0.0)?;
    let word = if summary.result == LogResult::Running { "for" } else { "in" };
    Some(format!("{word} {}", duration(seconds)))
}

pub(in crate::summary) fn seconds(seconds: i64) -> String {
    duration(seconds as f64)
}

/// Project and stack, as the first resource names them.
pub(in crate::summary) fn stack(summary: &LogSummary) -> Option<(&str, &str)> {
    let urn = Urn::parse(&summary.resources.first()?.urn)?;
    Some((urn.project, urn.stack))
}

/// What a reader may take for granted to be otherwise: `also updated, the real resource is kept`.
pub(in crate::summary) fn remark(row: &ResourceUpdate, is_preview: bool) -> Option<String> {
    let mut remarks = more_steps(row, is_preview);
    if row.retain_on_delete && matches!(row.op, OpType::Delete | OpType::Replace) {
        remarks.push("the real resource is kept".to_owned());
    } else if super::is_original(row) {
        remarks.push("replaced under another name".to_owned());
    }
    (!remarks.is_empty()).then(|| remarks.join(", "))
}

/// Steps that count as changes of their own besides the one that the row is listed for: `2 times`, where old copies go as well.
fn more_steps(row: &ResourceUpdate, is_preview: bool) -> Vec<String> {
    let only_refreshed = row.steps.iter().all(|step| step.op == OpType::Refresh);
    let ops = row.steps.iter().filter_map(|step| if only_refreshed { step.found.as_ref() } else { Some(&step.op) });
    let mut counts: Vec<(&OpType, u64)> = Vec::new();
    for op in ops.filter(|op| is_change(op) && !is_replacement(op) && **op != OpType::Refresh) {
        match counts.iter().position(|(known, _)| *known == op) {
            Some(at) => counts[at].1 += 1,
            None if counts.len() < 5 => counts.push((op, 1)),
            None => {}
        }
    }
    let listed = super::effect(row);
    let remarks = counts.into_iter().filter_map(|(op, count)| match (op == listed, count) {
        (true, 1) => None,
        (true, count) => Some(format!("{count} times")),
        (false, _) if is_preview => Some(format!("also to {}", op.as_str())),
        (false, _) => Some(format!("also {}", words::past(op))),
    });
    remarks.collect()
}

/// Type and name of a resource: Pulumi's short form of the type.
pub(in crate::summary) fn label(urn: &str) -> (Cow<'_, str>, &str) {
    match Urn::parse(urn) {
        Some(urn) => (type_name(urn.resource_type()), urn.name),
        None => ("".into(), urn),
    }
}

/// `~`, `+` or `-`.
pub(in crate::summary) fn mark(change: &ResourcePropertyChange) -> char {
    match change.kind {
        "add" => '+',
        "delete" => '-',
        _ => '~',
    }
}

/// The properties of a row that differ, marked, what forces a replacement first; how they differ need not be known.
pub(in crate::summary) fn properties(row: &ResourceUpdate) -> Vec<(char, &str)> {
    if row.property_diff.is_empty() {
        return row.diff.iter().map(|path| ('~', path.as_str())).collect();
    }
    let mut all: Vec<&ResourcePropertyChange> = row.property_diff.iter().collect();
    all.sort_by_key(|change| !change.replace);
    all.into_iter().map(|change| (mark(change), change.path.as_str())).collect()
}

/// `because its provider is replaced (provider; aws:s3:Bucket logs)`; in brackets what the words do not say already.
pub(in crate::summary) fn because(reason: &ReplaceReason) -> String {
    let is_whole = ["because", "for a reason"].iter().any(|start| reason.because.starts_with(start));
    let mut text = if is_whole { String::new() } else { "because ".to_owned() };
    text.push_str(&reason.because);
    let mut more: Vec<String> = reason.property.iter().filter(|property| !reason.because.contains(*property)).cloned().collect();
    if let Some(urn) = &reason.caused_by {
        let (kind, name) = label(urn);
        if !reason.because.contains(name) {
            more.push(format!("{kind} {name}"));
        }
    }
    if !more.is_empty() {
        text.push_str(&format!(" ({})", more.join("; ")));
    }
    text
}

/// Name and version of a policy pack.
pub(in crate::summary) fn pack(name: &str, version: &str) -> String {
    if version.is_empty() { name.to_owned() } else { format!("{name} v{}", version.strip_prefix('v').unwrap_or(version)) }
}

/// The two sides of a change of a property; absent where there is none, or where the log does not tell.
pub(in crate::summary) fn sides(change: &ResourcePropertyChange, most: usize) -> (Option<String>, Option<String>) {
    let side = |json: &Option<Json>| json.as_ref().map(|json| shown(json.as_str()).into_owned());
    match (side(&change.before), side(&change.after)) {
        _ if change.hidden => (None, Some("(hidden)".to_owned())),
        (Some(before), Some(after)) => {
            let skip = common(&before, &after, most);
            let tail = |text: String| if skip > 0 { format!("…{}", &text[skip..]) } else { text };
            (Some(tail(before)), Some(tail(after)))
        }
        sides => sides,
    }
}

/// Bytes at the beginning that two long texts share, and that would hide where they differ; a few are kept for context.
fn common(before: &str, after: &str, most: usize) -> usize {
    const CONTEXT: usize = 20;
    let fits = |text: &str| text.char_indices().nth(most).is_none();
    if fits(before) && fits(after) {
        return 0;
    }
    let same: Vec<usize> =
        before.char_indices().zip(after.chars()).take_while(|((_, a), b)| a == b).map(|((at, _), _)| at).collect();
    if same.len() < most / 2 { 0 } else { same[same.len() - CONTEXT.min(same.len())] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shown_where_they_differ() {
        let (before, after) = (format!("{}x", "é".repeat(500)), format!("{}yz", "é".repeat(500)));
        let skip = common(&before, &after, 100);
        assert_eq!((&before[skip..], &after[skip..]), (&*format!("{}x", "é".repeat(20)), &*format!("{}yz", "é".repeat(20))));
        assert_eq!((common("abc", "abd", 100), common("", &after, 100), common(&before, &before, 0)), (0, 0, 2 * (501 - 20)));
    }

    #[test]
    fn reasons_are_not_said_twice() {
        let cause = "urn:pulumi:s::p::a:b/c:C::net";
        let reason = |because: &str| ReplaceReason {
            property: Some("subnet".to_owned()),
            caused_by: Some(cause.to_owned()),
            because: because.to_owned(),
        };
        assert_eq!(because(&reason("subnet changes with net")), "because subnet changes with net");
        assert_eq!(because(&reason("because of its input")), "because of its input (subnet; a:b:C net)");
    }
}
