//! How much changed, for the line below the headline.
//!
//! In: [`LogSummary`]. Out: counts with their words, in the order of the groups of rows. While an update is not over, or its log breaks
//! off, the engine has not counted yet: then the rows that are done are counted, and apart from them those that are not. Nothing can
//! fail.

use super::super::op::is_change;
use super::super::report::{ChangesFrom, LogResult, LogSummary};
use super::{Kind, effect, errored, groups, sign, verb};
use crate::model::update::OpType;

/// What a count is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::summary) enum Look<'a> {
    Op(&'a OpType),
    Nothing,
    Unchanged,
    Unfinished,
    Errored,
}

pub(in crate::summary) struct Count<'a> {
    pub(in crate::summary) look: Look<'a>,
    /// `+`, `+-`; empty where it is about no op.
    pub(in crate::summary) sign: &'static str,
    /// `2 created`.
    pub(in crate::summary) text: String,
}

pub(in crate::summary) fn counts(summary: &LogSummary) -> Vec<Count<'_>> {
    let mut ops: Vec<(Kind, &OpType, i64)> = Vec::new();
    let mut all = Vec::new();
    let mut unfinished = Vec::new();
    if is_open(summary) && !summary.is_preview && !summary.resources.is_empty() {
        for (kind, rows) in groups(summary) {
            match kind {
                // Counted as errored.
                Kind::Failed => {}
                Kind::Interrupted => unfinished.push(format!("{} interrupted", rows.len())),
                Kind::Running => unfinished.push(format!("{} still running", rows.len())),
                _ => {
                    for row in rows {
                        let op = if kind == Kind::Replaced { &OpType::Replace } else { effect(row.update) };
                        match ops.iter_mut().find(|(_, known, _)| *known == op) {
                            Some((_, _, count)) => *count += 1,
                            None => ops.push((kind, op, 1)),
                        }
                    }
                }
            }
        }
    } else {
        let counts = summary.changes.0.iter().map(|(op, count)| (Kind::of(op), op, *count));
        ops.extend(counts.filter(|(_, op, count)| *count != 0 && is_change(op)));
        ops.sort_by_key(|(kind, _, _)| *kind);
    }
    if ops.is_empty() && unfinished.is_empty() {
        all.push(Count { look: Look::Nothing, sign: "", text: "no changes".to_owned() });
    }
    for (_, op, count) in ops {
        all.push(Count { look: Look::Op(op), sign: sign(op).trim(), text: format!("{count} {}", verb(op, summary)) });
    }
    all.extend(unfinished.into_iter().map(|text| Count { look: Look::Unfinished, sign: "", text }));
    if summary.unchanged > 0 {
        all.push(Count { look: Look::Unchanged, sign: "", text: format!("{} unchanged", summary.unchanged) });
    }
    let errored = errored(summary);
    if errored > 0 {
        all.push(Count { look: Look::Errored, sign: "", text: format!("{errored} errored") });
    }
    all
}

/// Whether more may have happened than the log tells.
fn is_open(summary: &LogSummary) -> bool {
    summary.changes_from == ChangesFrom::Steps
        && matches!(summary.result, LogResult::Running | LogResult::Interrupted | LogResult::Unknown)
}

/// How far the counts reach, where that is not to the end.
pub(in crate::summary) fn extent(summary: &LogSummary) -> Option<&'static str> {
    match summary.result {
        LogResult::Running => Some("so far"),
        _ if is_open(summary) => Some("as far as the log goes"),
        _ => None,
    }
}
