//! The totals at the end of both views.
//!
//! In: the summary event, and how many errors there were: the diff view counts steps that failed, the progress view rows with an error.
//! Out: the block `Resources:`, and of an update `Duration:`. Nothing can fail. Rules: `renderSummaryEvent` of Pulumi
//! (pulumi-semantics sections 5 and 7); an op that is not known is counted behind the known ones.

use std::fmt::Write;

use super::color::{BOLD, HEADLINE, RED, RESET};
use super::op;
use crate::model::update::OpType;
use crate::summary::event::SummaryEvent;
use crate::summary::op::{is_change, rank};

/// What the block is made of.
pub(crate) struct Totals {
    changes: Vec<(OpType, i64)>,
    is_preview: bool,
    seconds: f64,
}

/// Writes the block, which ends with a line break.
pub(crate) fn push(summary: &SummaryEvent<'_>, errored: u64, out: &mut String) {
    Totals::of(summary).push(errored, out);
}

impl Totals {
    pub(crate) fn of(summary: &SummaryEvent<'_>) -> Self {
        let mut changes: Vec<(OpType, i64)> =
            summary.resource_changes.iter().map(|(op, count)| (OpType::from(&**op), *count)).collect();
        changes.sort_by_key(|(op, _)| rank(op));
        Self { changes, is_preview: summary.is_preview, seconds: summary.duration_seconds }
    }

    /// Writes the block, which ends with a line break.
    pub(crate) fn push(&self, errored: u64, out: &mut String) {
        let _ = writeln!(out, "{HEADLINE}Resources:{RESET}");
        let (mut kinds, mut changes, mut unchanged) = (0, 0_i64, 0);
        for (op, count) in &self.changes {
            if *op == OpType::Same {
                unchanged = *count;
            }
            if !is_change(op) || *count <= 0 {
                continue;
            }
            kinds += 1;
            changes = changes.saturating_add(*count);
            let (to, words) = if self.is_preview { ("to ", op.as_str()) } else { ("", op::past(op)) };
            let _ = writeln!(out, "    {}{count} {to}{words}{RESET}", op::prefix(op, true));
        }
        let total = (kinds >= 2).then(|| format!("{BOLD}{changes} {}{RESET}", plural(changes, "change")));
        let same = (unchanged != 0).then(|| format!("{unchanged} unchanged"));
        let line: Vec<String> = total.into_iter().chain(same).collect();
        if !line.is_empty() {
            let _ = writeln!(out, "    {}", line.join(". "));
        }
        if errored > 0 {
            let _ = writeln!(out, "    {RED}{errored} errored{RESET}");
        }
        if !self.is_preview {
            let _ = writeln!(out, "\n{HEADLINE}Duration:{RESET} {}", duration(self.seconds));
        }
    }
}

/// One `error`, two `errors`.
pub(crate) fn plural(count: i64, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// Whole seconds, rounded up, as Go writes a duration: `8m22s`.
pub(crate) fn duration(seconds: f64) -> String {
    let whole = seconds.ceil() as i64;
    let (sign, whole) = (if whole < 0 { "-" } else { "" }, whole.unsigned_abs());
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 {
        format!("{sign}{hours}h{minutes}m{seconds}s")
    } else if minutes > 0 {
        format!("{sign}{minutes}m{seconds}s")
    } else {
        format!("{sign}{seconds}s")
    }
}

#[cfg(test)]
mod tests {
    use super::super::color::{ColorMode, paint};
    use super::*;

    fn text(changes: &[(&str, i64)], is_preview: bool, errored: u64) -> String {
        let mut changes: Vec<_> = changes.iter().map(|&(op, count)| (OpType::from(op), count)).collect();
        changes.sort_by_key(|(op, _)| rank(op));
        let mut out = String::new();
        Totals { changes, is_preview, seconds: 0.2 }.push(errored, &mut out);
        paint(&out, ColorMode::Never)
    }

    #[test]
    fn counts_in_the_order_of_ops() {
        let changes = [("warp", 1), ("same", 6), ("delete", 1), ("create", 3), ("read", 4)];
        assert_eq!(
            text(&changes, false, 2),
            "Resources:\n    + 3 created\n    - 1 deleted\n    ? 1 warp\n    5 changes. 6 unchanged\n    2 errored\n\nDuration: 1s\n"
        );
        assert_eq!(
            text(&changes[1..4], true, 0),
            "Resources:\n    + 3 to create\n    - 1 to delete\n    4 changes. 6 unchanged\n"
        );
        assert_eq!(text(&[("update", -1)], true, 0), "Resources:\n");
    }

    #[test]
    fn durations() {
        for (seconds, wanted) in [(0.0, "0s"), (0.1, "1s"), (60.0, "1m0s"), (501.2, "8m22s"), (3600.0, "1h0m0s"), (-1.5, "-1s")] {
            assert_eq!(duration(seconds), wanted);
        }
        assert!(duration(f64::MAX).ends_with('s'));
    }
}
