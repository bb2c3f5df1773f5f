//! What a person wants to know of an update, in the order in which they want it.
//!
//! In: [`LogSummary`]. Out: its rows in groups (what went wrong, replacements, deletions, the rest that changed), its messages by
//! weight, and the words for both; as both printers, text and Markdown, show them. The texts are not tame yet. Nothing can fail.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::display::op as words;
use super::display::totals::duration;
use super::op::{is_change, is_replacement};
use super::report::{LogResult, LogSummary, ReplaceReason, ResourcePropertyChange, ResourceUpdate, RowStatus};
use crate::model::Urn;
use crate::model::print::{plural, shown};
use crate::model::update::OpType;
use crate::model::urn::STACK_TYPE;

/// A message and the resource that it is about.
pub(super) struct Message<'a> {
    pub(super) severity: &'a str,
    pub(super) urn: Option<&'a str>,
    pub(super) text: &'a str,
}

/// Messages by weight.
#[derive(Default)]
pub(super) struct Messages<'a> {
    /// The engine's own errors, then those of resources, then those of the stack, which often only say that there were some.
    pub(super) errors: Vec<Message<'a>>,
    /// Warnings, and whatever has a severity that is not known.
    pub(super) warnings: Vec<Message<'a>>,
    /// What the program wrote to its standard error, where the update did not succeed.
    pub(super) output: Vec<Message<'a>>,
}

pub(super) fn messages(summary: &LogSummary) -> Messages<'_> {
    let engine = |text| Message { severity: "error", urn: None, text };
    let mut all = Messages { errors: summary.errors.iter().map(String::as_str).map(engine).collect(), ..Messages::default() };
    let mut stack = Vec::new();
    for row in &summary.diagnostics {
        let message = Message { severity: &row.severity, urn: row.urn.as_deref(), text: &row.message };
        match message.severity {
            "error" if message.urn.is_none_or(is_stack) => stack.push(message),
            "error" => all.errors.push(message),
            "info#err" if summary.result != LogResult::Succeeded => all.output.push(message),
            "info" | "info#err" | "debug" => {}
            _ => all.warnings.push(message),
        }
    }
    all.errors.append(&mut stack);
    all
}

/// Rows that are told about together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Failed,
    Interrupted,
    Running,
    Replaced,
    Deleted,
    Imported,
    Created,
    Updated,
    /// Ops that are not known, and rare ones.
    Other,
}

impl Kind {
    const ORDER: [Self; 9] = [
        Self::Failed,
        Self::Interrupted,
        Self::Running,
        Self::Replaced,
        Self::Deleted,
        Self::Imported,
        Self::Created,
        Self::Updated,
        Self::Other,
    ];

    /// The heading of the group.
    pub(super) fn title(self, is_preview: bool) -> &'static str {
        match (self, is_preview) {
            (Self::Failed, _) => "Failed",
            (Self::Interrupted, _) => "Interrupted",
            (Self::Running, _) => "Still running",
            (Self::Replaced, false) => "Replaced",
            (Self::Replaced, true) => "To be replaced",
            (Self::Deleted, false) => "Deleted",
            (Self::Deleted, true) => "To be deleted",
            (Self::Imported, false) => "Imported",
            (Self::Imported, true) => "To be imported",
            (Self::Created, false) => "Created",
            (Self::Created, true) => "To be created",
            (Self::Updated, false) => "Updated",
            (Self::Updated, true) => "To be updated",
            (Self::Other, _) => "Other steps",
        }
    }

    /// Whether the rows are not where they should be.
    pub(super) fn is_unfinished(self) -> bool {
        matches!(self, Self::Failed | Self::Interrupted | Self::Running)
    }
}

/// The rows that say something, in groups; no group is empty.
pub(super) fn groups(summary: &LogSummary) -> Vec<(Kind, Vec<&ResourceUpdate>)> {
    let mut groups: Vec<(Kind, Vec<&ResourceUpdate>)> = Kind::ORDER.iter().map(|&kind| (kind, Vec::new())).collect();
    for row in &summary.resources {
        if let Some(kind) = kind_of(row) {
            groups[kind as usize].1.push(row);
        }
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

fn kind_of(row: &ResourceUpdate) -> Option<Kind> {
    let op = effect(row);
    // The stack fails where any of its resources does, and runs as long as the update.
    let counts = is_change(op) || row.resource_type != STACK_TYPE;
    match row.status {
        RowStatus::Failed if counts => return Some(Kind::Failed),
        RowStatus::Interrupted if counts => return Some(Kind::Interrupted),
        RowStatus::Running if counts && *op != OpType::Same => return Some(Kind::Running),
        RowStatus::Pending => return None,
        _ => {}
    }
    match op {
        op if !is_change(op) => None,
        op if is_replacement(op) => Some(Kind::Replaced),
        OpType::Delete => Some(Kind::Deleted),
        OpType::Import => Some(Kind::Imported),
        OpType::Create => Some(Kind::Created),
        OpType::Update => Some(Kind::Updated),
        _ => Some(Kind::Other),
    }
}

/// What came of a row: of a refresh what it found, which may be nothing.
fn effect(row: &ResourceUpdate) -> &OpType {
    match (&row.op, row.steps.last().and_then(|step| step.found.as_ref())) {
        (OpType::Refresh, Some(found)) => found,
        (OpType::Refresh, None) if row.diff.is_empty() => &OpType::Same,
        (OpType::Refresh, None) => &OpType::Update,
        (op, _) => op,
    }
}

/// What to say of a row that is not where it should be: `creating failed`.
pub(super) fn state(row: &ResourceUpdate, kind: Kind) -> String {
    let step = row.steps.iter().rev().find(|step| step.status == row.status);
    let op = step.map_or(&row.op, |step| &step.op);
    match kind {
        Kind::Failed => words::failed(op).into_owned(),
        Kind::Interrupted => format!("{} was interrupted", words::running(op)),
        Kind::Running => words::running(op).to_owned(),
        _ => String::new(),
    }
}

/// Pulumi's mark of an op: two letters.
pub(super) fn sign(op: &OpType) -> &'static str {
    words::mark(op)
}

/// `3 created`; in a preview `3 to create`.
pub(super) fn count(op: &OpType, count: i64, is_preview: bool) -> String {
    if is_preview { format!("{count} to {}", op.as_str()) } else { format!("{count} {}", words::past(op)) }
}

/// The counts of changes, in Pulumi's order.
pub(super) fn changes(summary: &LogSummary) -> Vec<(&OpType, i64)> {
    let counts = summary.changes.0.iter().map(|(op, count)| (op, *count));
    counts.filter(|(op, count)| *count != 0 && is_change(op)).collect()
}

/// `Update failed`.
pub(super) fn headline(summary: &LogSummary) -> String {
    let what = if summary.is_preview { "Preview" } else { "Update" };
    match &summary.result {
        LogResult::Running => format!("{what} is running"),
        LogResult::Canceled => format!("{what} was canceled"),
        LogResult::Interrupted => format!("{what} was interrupted"),
        LogResult::Unknown => format!("{what} ended without a result"),
        LogResult::Succeeded | LogResult::Failed => format!("{what} {}", summary.result.as_str()),
        LogResult::Other(word) => format!("{what}: {word}"),
    }
}

/// `in 1m12s`; nothing where the log has no clock.
pub(super) fn took(summary: &LogSummary) -> Option<String> {
    let seconds = summary.duration_seconds.filter(|seconds| *seconds > 0.0)?;
    let word = if summary.result == LogResult::Running { "for" } else { "in" };
    Some(format!("{word} {}", duration(seconds)))
}

pub(super) fn seconds(seconds: i64) -> String {
    duration(seconds as f64)
}

/// Project and stack, as the first resource names them.
pub(super) fn stack(summary: &LogSummary) -> Option<(&str, &str)> {
    let urn = Urn::parse(&summary.resources.first()?.urn)?;
    Some((urn.project, urn.stack))
}

/// Remarks on the whole log: what may be wrong with the state, and what could not be read.
pub(super) fn warnings(summary: &LogSummary) -> Vec<String> {
    let mut lines = Vec::new();
    if summary.maybe_corrupt {
        lines.push("The state may be corrupt, says the engine: check it before the next update.".to_owned());
    }
    if let Some(problem) = summary.problems.first() {
        let more = summary.problem_count.saturating_sub(1);
        let more = if more > 0 { format!("; {more} more") } else { String::new() };
        lines.push(format!(
            "{} of the log could not be read and was passed over: line {}, byte {}: {}{more}",
            plural(summary.problem_count.max(1), "piece"),
            problem.line,
            problem.offset,
            problem.message
        ));
    }
    if let Some(steps) = &summary.recomputed {
        let counts: Vec<String> = steps.0.iter().map(|(op, number)| count(op, *number, summary.is_preview)).collect();
        lines.push(format!("The steps in the log add up to something else: {}.", counts.join(", ")));
    }
    let unknown = &summary.unknown;
    let words = [
        ("event", &unknown.kinds),
        ("op", &unknown.ops),
        ("severity", &unknown.severities),
        ("enforcement level", &unknown.enforcement_levels),
    ];
    for (what, words) in words.into_iter().filter(|(_, words)| !words.is_empty()) {
        let list: Vec<&str> = words.keys().take(5).map(String::as_str).collect();
        let more = if words.len() > list.len() { ", …" } else { "" };
        lines.push(format!("Not known to this version: {} {}{more}", plural(words.len() as u64, what), list.join(", ")));
    }
    lines
}

/// Type and name of a resource: Pulumi's short form of the type.
pub(super) fn label(urn: &str) -> (Cow<'_, str>, &str) {
    match Urn::parse(urn) {
        Some(urn) => (short_type(urn.resource_type()), urn.name),
        None => ("".into(), urn),
    }
}

/// `aws:s3/bucket:Bucket` as `aws:s3:Bucket`, where the module only repeats the name.
pub(super) fn short_type(token: &str) -> Cow<'_, str> {
    let mut parts = token.split(':');
    let (Some(package), Some(module), Some(name), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return token.into();
    };
    let Some((module, file)) = module.rsplit_once('/') else { return token.into() };
    let mut letters = name.chars();
    let repeats = letters.next().is_some_and(|first| {
        file.strip_prefix(|letter: char| first.to_lowercase().eq([letter])).is_some_and(|rest| rest == letters.as_str())
    });
    if repeats { format!("{package}:{module}:{name}").into() } else { token.into() }
}

pub(super) fn is_stack(urn: &str) -> bool {
    Urn::parse(urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE)
}

/// `~`, `+` or `-`.
pub(super) fn mark(change: &ResourcePropertyChange) -> char {
    match change.kind {
        "add" => '+',
        "delete" => '-',
        _ => '~',
    }
}

/// The properties of a row that differ, marked, what forces a replacement first; how they differ need not be known.
pub(super) fn properties(row: &ResourceUpdate) -> Vec<(char, &str)> {
    if row.property_diff.is_empty() {
        return row.diff.iter().map(|path| ('~', path.as_str())).collect();
    }
    let mut all: Vec<&ResourcePropertyChange> = row.property_diff.iter().collect();
    all.sort_by_key(|change| !change.replace);
    all.into_iter().map(|change| (mark(change), change.path.as_str())).collect()
}

/// `because its provider is replaced (provider; aws:s3:Bucket logs)`; in brackets what the words do not say already.
pub(super) fn because(reason: &ReplaceReason) -> String {
    let mut text = if reason.because.starts_with("because") { String::new() } else { "because ".to_owned() };
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

/// Violations of each enforcement level, the most binding first.
pub(super) fn enforcement_levels(summary: &LogSummary) -> Vec<(&str, u64)> {
    let (mut levels, mut places) = (Vec::new(), BTreeMap::new());
    for violation in &summary.policies {
        let level = violation.enforcement_level.as_str();
        let at = *places.entry(level).or_insert_with(|| {
            levels.push((level, 0));
            levels.len() - 1
        });
        levels[at].1 += 1;
    }
    levels
}

/// Name and version of a policy pack.
pub(super) fn pack(name: &str, version: &str) -> String {
    if version.is_empty() { name.to_owned() } else { format!("{name} v{}", version.strip_prefix('v').unwrap_or(version)) }
}

/// How many resources each policy mended.
pub(super) fn remediations(summary: &LogSummary) -> Vec<(&str, u64)> {
    let mut counts = BTreeMap::new();
    for row in &summary.remediations {
        *counts.entry(row.policy.as_str()).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The two sides of a change of a property; absent where there is none, or where the log does not tell.
pub(super) fn sides(change: &ResourcePropertyChange, most: usize) -> (Option<String>, Option<String>) {
    let side = |json: &Option<crate::model::json_text::Json>| json.as_ref().map(|json| shown(json.as_str()).into_owned());
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
    fn types_are_short_where_nothing_is_lost() {
        for (token, wanted) in [
            ("aws:s3/bucket:Bucket", "aws:s3:Bucket"),
            ("aws:s3/bucketV2:BucketV2", "aws:s3:BucketV2"),
            ("aws:s3/other:Bucket", "aws:s3/other:Bucket"),
            ("aws:s3:Bucket", "aws:s3:Bucket"),
            ("a:b/c:d:e", "a:b/c:d:e"),
            ("a:b/:", "a:b/:"),
            ("", ""),
        ] {
            assert_eq!(short_type(token), wanted);
        }
    }

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
