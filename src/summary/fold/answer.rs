//! The answer, from what is known so far.
//!
//! In: the fold. Out: [`LogSummary`], whole or without its long lists, and the rows of single resources. Rules for the status of a row:
//! pulumi-semantics section 7. A component has no end of its own, and is done when the update is over.

use std::collections::{BTreeMap, BTreeSet};

use super::Fold;
use super::counts::Standing;
use super::reasons;
use super::rows::{Row, RowId, Stage, StepState};
use super::standing;
use super::timing;
use crate::model::update::OpType;
use crate::model::urn::Urn;
use crate::summary::op;
use crate::summary::report::{DiagnosticRow, LogSummary, ResourceUpdate, RowStatus, StepRow};

/// Rows of each list in an overview.
const OVERVIEW_ROWS: usize = 100;

/// Everything.
pub(super) fn whole(fold: &Fold) -> LogSummary {
    let over = fold.over();
    let clock = fold.last_time;
    LogSummary {
        resources: shown(fold).map(|(_, row)| resource(fold, row, over)).collect(),
        timeline: timing::timeline(&fold.rows),
        critical_path: clock.map_or_else(Vec::new, |now| timing::critical_path(&fold.rows, now)),
        slowest: timing::slowest(&fold.rows),
        diagnostics: fold.messages.rows.clone(),
        diagnostics_omitted: fold.messages.omitted,
        ..figures(fold, usize::MAX)
    }
}

/// Everything but the lists of resources and steps; of the messages the first errors, and of the other lists what comes first.
pub(super) fn overview(fold: &Fold) -> LogSummary {
    let errors = fold.messages.rows.iter().filter(|row| row.severity == "error");
    let diagnostics: Vec<DiagnosticRow> = errors.take(OVERVIEW_ROWS).cloned().collect();
    let omitted = fold.messages.omitted + (fold.messages.rows.len() - diagnostics.len()) as u64;
    LogSummary { diagnostics, diagnostics_omitted: omitted, ..figures(fold, OVERVIEW_ROWS) }
}

/// Everything but the longest lists; of the others at most so many rows.
fn figures(fold: &Fold, most: usize) -> LogSummary {
    let policies = fold.policies.violations(most);
    let remediations: Vec<_> = fold.policies.remediations.iter().take(most).cloned().collect();
    let (changes, changes_from, recomputed) = fold.counts.report();
    let of_update = fold.messages.of_update.iter().any(|(word, _)| &**word == "error");
    let root_failed = fold.rows.root.is_some_and(|root| fold.rows.get(root).errors() > 0);
    let rows_with_errors = fold.rows.listed().filter(|(_, row)| row.errors() > 0).count() as u64;
    let said = fold.counts.said();
    let clock = fold.first_time.zip(fold.last_time);
    let duration = said.map(|said| said.seconds).filter(|&seconds| seconds > 0.0);
    LogSummary {
        result: fold.counts.result(Standing {
            failed: fold.counts.errored > 0 || fold.messages.any_error(),
            ended: fold.ended || fold.cancelled,
            pending: fold.rows.listed().any(|(_, row)| row.pending() || row.custom && row.replacing(false)),
            broken: !fold.told.errors.is_empty(),
            status: fold.status.as_ref(),
        }),
        is_preview: fold.is_preview(),
        total_changes: changes
            .0
            .iter()
            .filter(|(op, _)| op::is_change(op))
            .fold(0, |sum: i64, (_, count)| sum.saturating_add(*count)),
        unchanged: changes.get(&OpType::Same),
        changes,
        changes_from,
        recomputed,
        errored: fold.counts.errored,
        errored_resources: rows_with_errors + u64::from(of_update && !root_failed),
        start_time: fold.first_time,
        end_time: fold.last_time,
        duration_seconds: duration.or(clock.map(|(first, last)| last.saturating_sub(first) as f64)),
        time_resolution_seconds: 1,
        maybe_corrupt: said.is_some_and(|said| said.maybe_corrupt),
        events: fold.events,
        kinds: fold.kinds.report(),
        configuration: fold.configuration.iter().take(most).map(|(key, value)| (key.clone(), value.clone())).collect(),
        resources: Vec::new(),
        diagnostics: Vec::new(),
        diagnostic_counts: counted(&fold.messages.counts),
        diagnostics_omitted: 0,
        ephemeral: fold.messages.ephemeral,
        policies_omitted: fold.policies.violation_count.saturating_sub(policies.len() as u64),
        policies,
        policy_packs: fold.policies.packs(),
        remediations_omitted: fold.policies.remediation_count.saturating_sub(remediations.len() as u64),
        remediations,
        outputs: fold.outputs.values.iter().take(most).map(|(key, value)| (key.clone(), value.clone())).collect(),
        output_changes: fold.outputs.changes.iter().take(most).cloned().collect(),
        outputs_truncated: fold.outputs.truncated.clone(),
        timeline: Vec::new(),
        critical_path: Vec::new(),
        slowest: Vec::new(),
        progress: fold.told.progress.iter().take(most).cloned().collect(),
        debugging: fold.told.debugging.iter().take(most).cloned().collect(),
        errors: fold.told.errors.iter().take(most).cloned().collect(),
        stdout_lines: fold.told.stdout_lines,
        unknown: fold.unknown.report(),
        problems: fold.problems.clone(),
        problem_count: fold.problem_count,
    }
}

fn counted(words: &[(Box<str>, u64)]) -> BTreeMap<String, u64> {
    words.iter().map(|(word, count)| (word.to_string(), *count)).collect()
}

/// Rows that are reported: those that events are about, save providers that the engine made for itself and that did well.
pub(super) fn shown(fold: &Fold) -> impl Iterator<Item = (RowId, &Row)> {
    fold.rows.listed().filter(|(_, row)| {
        let says = row.more.as_ref().is_some_and(|more| !more.severities.is_empty() || !more.enforcement.is_empty());
        says || row.failed() || !row.internal
    })
}

/// What was done to a resource; of one that is only spoken of nothing.
pub(super) fn op(row: &Row) -> OpType {
    row.op.clone().unwrap_or(OpType::Same)
}

/// Where a row stands.
pub(super) fn status(fold: &Fold, row: &Row, over: bool) -> RowStatus {
    let of_update = row.root && fold.messages.of_update.iter().any(|(word, _)| &**word == "error");
    if row.failed() || of_update {
        return RowStatus::Failed;
    }
    match row.steps.last() {
        None if over => RowStatus::Done,
        None => RowStatus::Pending,
        Some(_) if over => {
            if row.pending() || row.custom && replacing(fold, row) {
                RowStatus::Interrupted
            } else {
                RowStatus::Done
            }
        }
        Some(step) if step.stage == Stage::Running || row.root || replacing(fold, row) => RowStatus::Running,
        Some(_) => RowStatus::Done,
    }
}

/// Whether parts of a replacement are still to come; a digest does not name them.
fn replacing(fold: &Fold, row: &Row) -> bool {
    let said = fold.counts.said();
    !said.is_some_and(|said| said.digest) && row.replacing(said.is_some())
}

fn step_status(row: &Row, step: &StepState, last: bool, over: bool) -> RowStatus {
    match step.stage {
        Stage::Done => RowStatus::Done,
        Stage::Failed => RowStatus::Failed,
        Stage::Running if !over => RowStatus::Running,
        Stage::Running if row.failed() && last => RowStatus::Failed,
        Stage::Running if standing::open(row, step) => RowStatus::Interrupted,
        Stage::Running => RowStatus::Done,
    }
}

/// One resource.
pub(super) fn resource(fold: &Fold, row: &Row, over: bool) -> ResourceUpdate {
    let time = |time: i64| Some(time).filter(|&time| time != 0);
    let (start_time, end_time) = timing::span(row);
    let last = row.steps.len().saturating_sub(1);
    let steps = row.steps.iter().enumerate().map(|(at, step)| StepRow {
        op: step.op.clone(),
        found: step.found.clone(),
        status: step_status(row, step, at == last, over),
        start_time: time(step.begin),
        end_time: time(step.end),
    });
    let more = row.more.as_deref();
    let mut diagnostics = more.map_or_else(BTreeMap::new, |more| counted(&more.severities));
    if row.root && fold.rows.root.is_some_and(|root| std::ptr::eq(fold.rows.get(root), row)) {
        // What is about no resource is the stack's.
        for (word, count) in &fold.messages.of_update {
            *diagnostics.entry(word.to_string()).or_insert(0) += count;
        }
    }
    let mut changes = more.map_or(&[][..], |more| &more.changes);
    if row.root && changes.is_empty() && row.op == Some(OpType::Update) {
        changes = &fold.outputs.changes;
    }
    let mut paths = BTreeSet::new();
    ResourceUpdate {
        urn: row.urn.to_string(),
        resource_type: row.type_token().to_owned(),
        name: Urn::parse(&row.urn).map_or_else(|| row.urn.to_string(), |urn| urn.name.to_owned()),
        parent: row.parent.map(|parent| fold.rows.get(parent).urn.to_string()),
        provider: row.provider.as_deref().map(str::to_owned),
        id: row.id.as_deref().map(str::to_owned),
        custom: row.custom,
        op: op(row),
        counts: row.counts(),
        steps: steps.collect(),
        steps_omitted: row.steps_omitted,
        internal: row.internal,
        status: status(fold, row, over),
        start_time,
        end_time,
        duration_seconds: start_time.zip(end_time).map(|(start, end)| end.saturating_sub(start).max(0)),
        diff: changes.iter().map(|change| change.path.clone()).filter(|path| paths.insert(path.clone())).collect(),
        property_diff: changes.to_vec(),
        property_diff_omitted: more.map_or(0, |more| more.changes_omitted),
        replace_reasons: more.map_or_else(Vec::new, |more| reasons::report(&more.reasons, &fold.rows)),
        diagnostics,
        policies: more.map_or_else(BTreeMap::new, |more| counted(&more.enforcement)),
        protect: row.protect,
        retain_on_delete: row.retain,
    }
}
