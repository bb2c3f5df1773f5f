//! Remarks on the whole log, each with what follows from it.
//!
//! In: [`LogSummary`]. Out: sentences: what may be wrong with the state, what does not fit together, what could not be read. Nothing
//! can fail.

use super::super::op::is_change;
use super::super::report::{LogResult, LogSummary, OpCounts, RowStatus};
use super::{is_empty, is_root};
use crate::model::print::plural;
use crate::model::update::OpType;

pub(in crate::summary) fn warnings(summary: &LogSummary) -> Vec<String> {
    let mut lines = Vec::new();
    if is_empty(summary) {
        lines.push("There is no engine event in the input: it is empty, or no event log.".to_owned());
    }
    if summary.maybe_corrupt {
        lines.push("The state may be corrupt, says the engine: check it before the next update.".to_owned());
    }
    if summary.result == LogResult::Running && !summary.debugging.is_empty() {
        lines.push("The program waits, or has waited, for a debugger to attach.".to_owned());
    }
    let open = summary.resources.iter().filter(|row| row.status == RowStatus::Interrupted && !is_root(row)).count() as u64;
    let lacks_ends = summary.result == LogResult::Succeeded && !summary.is_preview && open > 0;
    if lacks_ends {
        let (have, them) = if open == 1 { ("has", "it") } else { ("have", "them") };
        lines.push(format!(
            "The update succeeded, says the engine, but {} {have} no end in the log: events are missing, so check {them}.",
            plural(open, "resource")
        ));
    }
    if !lacks_ends && let Some(steps) = &summary.recomputed {
        let differences = differences(steps, &summary.changes);
        if !differences.is_empty() {
            lines.push(format!(
                "The lists may be wrong: the counts are the engine's, and the steps in the log do not match them ({}). Events may be missing or \
                 stand in the log twice.",
                differences.join(", ")
            ));
        }
    }
    lines.extend(unknown(summary));
    if let Some(problem) = summary.problems.first() {
        let count = summary.problem_count.max(1);
        let (are, were, first) =
            if count == 1 { ("is no engine event", "was", "") } else { ("are no engine events", "were", "first ") };
        lines.push(format!(
            "{} of the input {are} and {were} passed over ({first}line {}: {}).",
            plural(count, "piece"),
            problem.line,
            problem.message
        ));
    }
    lines
}

/// `create: 3 in the log, not 1`. What changes nothing is not in the lists.
fn differences(steps: &OpCounts, engine: &OpCounts) -> Vec<String> {
    let ops: Vec<&OpType> = steps.0.iter().chain(&engine.0).map(|(op, _)| op).filter(|op| is_change(op)).collect();
    let mut lines: Vec<String> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (found, said) = (steps.get(op), engine.get(op));
        if found != said && !ops[..at].contains(op) && lines.len() < 8 {
            lines.push(format!("{}: {found} in the log, not {said}", op.as_str()));
        }
    }
    lines
}

fn unknown(summary: &LogSummary) -> Option<String> {
    let unknown = &summary.unknown;
    let words = [
        ("event", &unknown.kinds),
        ("op", &unknown.ops),
        ("severity", &unknown.severities),
        ("enforcement level", &unknown.enforcement_levels),
    ];
    let mut parts = Vec::new();
    for (what, words) in words.into_iter().filter(|(_, words)| !words.is_empty()) {
        let list: Vec<&str> = words.keys().take(5).map(String::as_str).collect();
        let more = if words.len() > list.len() { ", …" } else { "" };
        let what = plural(words.len() as u64, what);
        let what = what.split_once(' ').map_or(what.as_str(), |(_, what)| what);
        parts.push(format!("the {what} {}{more}", list.join(", ")));
    }
    (!parts.is_empty()).then(|| format!("Unknown to this version: {}", parts.join("; ")))
}
