//! When things happened: timeline, slowest resources, and the chain of steps that the end of the update waited for.
//!
//! In: rows with the times of their steps. Out: lists for the report; empty where the log has no clock. The clock ticks in whole
//! seconds, so what came first is told by the order of events. The chain is followed backwards from the step that ended last: of the
//! steps that are joined with it and ended before it began, the one that ended last; where none is, the chain begins there. Joined are
//! an earlier step of the same resource, the nearest parent that a provider manages (of a deletion the children), the provider, and
//! resources whose id or output the step took in (of a deletion those that took in its own). Components only group: they are in no
//! chain.

use std::collections::HashMap;

use crate::model::update::OpType;
use crate::model::urn::split_provider;
use crate::summary::report::{CriticalStep, SlowResource, TimelineEntry, TimelinePhase, WaitReason};

use super::rows::{Row, RowId, Rows, Stage, StepState};

/// Resources among the slowest.
const SLOWEST: usize = 10;
/// Steps that the chain may have.
const MAX_CHAIN: usize = 10_000;

/// Steps of resources that stay as they are take no part.
fn does_something(step: &StepState) -> bool {
    step.op != OpType::Same
}

/// Beginnings and ends of steps, in order of time.
pub(super) fn timeline(rows: &Rows) -> Vec<TimelineEntry> {
    let mut moments = Vec::new();
    for (_, row) in rows.listed() {
        for step in row.steps.iter().filter(|step| does_something(step)) {
            let mut moment = |time: i64, number: u64, phase| {
                if time != 0 {
                    let entry = TimelineEntry { time, urn: row.urn.to_string(), op: step.op.clone(), phase };
                    moments.push((time, number, entry));
                }
            };
            moment(step.begin, step.began_at, TimelinePhase::Begin);
            match step.stage {
                Stage::Running => {}
                Stage::Done => moment(step.end, step.ended_at, TimelinePhase::Done),
                Stage::Failed => moment(step.end, step.ended_at, TimelinePhase::Failed),
            }
        }
    }
    moments.sort_by_key(|&(time, number, _)| (time, number));
    moments.into_iter().map(|(_, _, entry)| entry).collect()
}

/// Time from the beginning of a row's first step to the end of its last.
pub(super) fn span(row: &Row) -> (Option<i64>, Option<i64>) {
    let known = |time: i64| Some(time).filter(|&time| time != 0);
    let start = row.steps.iter().filter_map(|step| known(step.begin)).min();
    let over = row.steps.iter().all(|step| step.stage != Stage::Running);
    let end = row.steps.iter().filter_map(|step| known(step.end)).max().filter(|_| over);
    (start, end)
}

/// Resources that took longest; those that took no whole second are not listed.
pub(super) fn slowest(rows: &Rows) -> Vec<SlowResource> {
    let took = |row: &Row| match span(row) {
        (Some(start), Some(end)) if row.custom && row.steps.iter().any(does_something) => end.saturating_sub(start),
        _ => 0,
    };
    let mut found: Vec<(i64, RowId)> =
        rows.listed().map(|(id, row)| (took(row), id)).filter(|&(seconds, _)| seconds > 0).collect();
    // Ties keep the order of the log.
    found.sort_by_key(|&(seconds, _)| std::cmp::Reverse(seconds));
    found.truncate(SLOWEST);
    found.iter().map(|&(seconds, id)| SlowResource { urn: rows.get(id).urn.to_string(), duration_seconds: seconds }).collect()
}

/// A step by its row and place there.
type Place = (RowId, usize);

struct Chain<'r> {
    rows: &'r Rows,
    children: HashMap<RowId, Vec<RowId>>,
}

/// The chain of steps that the end of the update waited for. `now` is the time of the last event.
pub(super) fn critical_path(rows: &Rows, now: i64) -> Vec<CriticalStep> {
    let mut chain = Chain { rows, children: HashMap::new() };
    let mut last: Option<(i64, u64, Place)> = None;
    for (id, row) in rows.listed().filter(|(_, row)| row.custom) {
        for (at, step) in row.steps.iter().enumerate().filter(|(_, step)| step.begin != 0 && does_something(step)) {
            let (end, ended_at) = ended(step, now);
            if last.is_none_or(|(time, number, _)| (end, ended_at) > (time, number)) {
                last = Some((end, ended_at, (id, at)));
            }
        }
        if row.steps.iter().any(deletes)
            && let Some(parent) = row.parent
        {
            chain.children.entry(parent).or_default().push(id);
        }
    }
    let Some((_, _, mut place)) = last else { return Vec::new() };
    let mut path = Vec::new();
    loop {
        let before = chain.before(place);
        let step = chain.step(place);
        path.push(CriticalStep {
            urn: rows.get(place.0).urn.to_string(),
            op: step.op.clone(),
            start_time: step.begin,
            end_time: ended(step, now).0,
            after: before.map(|(_, reason)| reason),
        });
        match before {
            Some((earlier, _)) if path.len() < MAX_CHAIN => place = earlier,
            Some(_) | None => break,
        }
    }
    path.reverse();
    if let Some(first) = path.first_mut() {
        first.after = None;
    }
    path
}

/// Time of a step's end and number of the event; of a running one now.
fn ended(step: &StepState, now: i64) -> (i64, u64) {
    if step.stage == Stage::Running { (now, u64::MAX) } else { (step.end, step.ended_at) }
}

fn deletes(step: &StepState) -> bool {
    matches!(step.op, OpType::Delete | OpType::DeleteReplaced | OpType::Discard | OpType::DiscardReplaced)
}

impl Chain<'_> {
    fn step(&self, (row, at): Place) -> &StepState {
        &self.rows.get(row).steps[at]
    }

    /// The step that this one waited for, and why.
    fn before(&self, place: Place) -> Option<(Place, WaitReason)> {
        let (id, at) = place;
        let row = self.rows.get(id);
        let step = &row.steps[at];
        let mut best: Option<(u64, Place, WaitReason)> = None;
        let mut offer = |candidate: RowId, reason: WaitReason| {
            let offered = self.rows.get(candidate);
            if !offered.custom {
                return;
            }
            for (other, earlier) in offered.steps.iter().enumerate() {
                let fits = earlier.stage != Stage::Running
                    && earlier.begin != 0
                    && earlier.ended_at < step.began_at
                    && does_something(earlier)
                    && (candidate, other) != place;
                if fits && best.is_none_or(|(number, _, _)| earlier.ended_at > number) {
                    best = Some((earlier.ended_at, (candidate, other), reason));
                }
            }
        };
        offer(id, WaitReason::Step);
        if let Some(more) = &row.more {
            more.waits.iter().for_each(|&wait| offer(wait, WaitReason::Dependency));
        }
        if deletes(step) {
            self.children.get(&id).into_iter().flatten().for_each(|&child| offer(child, WaitReason::Parent));
        } else {
            if let Some(parent) = self.manager(row) {
                offer(parent, WaitReason::Parent);
            }
            let provider = row.provider.as_deref().and_then(split_provider).and_then(|(urn, _)| self.rows.find(urn));
            if let Some(provider) = provider {
                offer(provider, WaitReason::Dependency);
            }
        }
        best.map(|(_, place, reason)| (place, reason))
    }

    /// The nearest parent that a provider manages.
    fn manager(&self, row: &Row) -> Option<RowId> {
        let mut parent = row.parent;
        // A log can claim that resources are each other's parents.
        for _ in 0..100 {
            let id = parent?;
            let row = self.rows.get(id);
            if row.custom {
                return Some(id);
            }
            parent = row.parent;
        }
        None
    }
}
