//! The sections of the comment, the weightiest first.
//!
//! In: [`LogSummary`]. Out: [`Section`]s for [`super::fit`]; those without items leave no trace.

use super::super::outline::{self, Kind, Message};
use super::super::report::LogSummary;
use super::fit::Section;
use super::items;
use crate::model::print::{code, cut, inline, plural};

/// A list with more items than this is folded, where nobody needs to see it at once.
const OPEN: usize = 25;
/// Most steps of the critical path.
const PATH: usize = 12;
const NAME: usize = 80;

pub(super) fn all(summary: &LogSummary) -> Vec<Section<'_>> {
    let messages = outline::messages(summary);
    let mut all = vec![self::messages("Errors", "error", true, messages.errors)];
    let mut policies = Some(policies(summary));
    for (kind, rows) in outline::groups(summary) {
        if kind as usize > Kind::Deleted as usize {
            all.extend(policies.take().into_iter().flatten());
        }
        all.push(self::rows(kind, rows, summary.is_preview));
    }
    all.extend(policies.into_iter().flatten());
    all.push(outputs(summary));
    all.push(self::messages("Output of the program", "message", false, messages.output));
    all.push(self::messages("Warnings", "warning", false, messages.warnings));
    all.push(slowest(summary));
    all
}

/// Opens and closes a section, which may be folded.
fn frame(title: &str, count: usize, is_folded: bool) -> (String, &'static str) {
    if is_folded {
        (format!("\n<details><summary>{title} ({count})</summary>\n\n"), "\n</details>\n")
    } else {
        (format!("\n#### {title} ({count})\n\n"), "")
    }
}

fn messages<'a>(title: &str, unit: &'static str, vital: bool, messages: Vec<Message<'a>>) -> Section<'a> {
    let (open, close) = frame(title, messages.len(), !vital);
    let heads: Vec<String> = messages
        .iter()
        .map(|message| {
            let about = message.urn.map(items::label);
            let known = matches!(message.severity, "error" | "warning" | "info#err");
            let word = (!known).then(|| inline(&cut(message.severity, NAME)));
            about.into_iter().chain(word).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let texts: Vec<&str> = messages.iter().map(|message| message.text).collect();
    let count = messages.len();
    let (short_heads, short_texts) = (heads.clone(), texts.clone());
    Section {
        open,
        close,
        unit,
        count,
        vital,
        short: Box::new(move |at| items::message(&short_heads[at], short_texts[at])),
        has_long: Box::new(|_| true),
        long: Box::new(move |at, level| items::message_in_full(&heads[at], texts[at], level)),
    }
}

fn rows<'a>(kind: Kind, rows: Vec<&'a super::super::report::ResourceUpdate>, is_preview: bool) -> Section<'a> {
    let vital = kind.is_unfinished() || matches!(kind, Kind::Replaced | Kind::Deleted);
    let (open, close) = frame(kind.title(is_preview), rows.len(), !vital && rows.len() > OPEN);
    let (count, short, some) = (rows.len(), rows.clone(), rows.clone());
    Section {
        open,
        close,
        unit: "resource",
        count,
        vital,
        short: Box::new(move |at| items::row(short[at], kind)),
        has_long: Box::new(move |at| !some[at].property_diff.is_empty()),
        long: Box::new(move |at, level| items::row_in_full(rows[at], kind, level)),
    }
}

fn policies(summary: &LogSummary) -> Vec<Section<'_>> {
    let violations = &summary.policies;
    let levels: Vec<String> = outline::enforcement_levels(summary)
        .into_iter()
        .take(5)
        .map(|(level, count)| format!("{count} {}", inline(&cut(level, NAME))))
        .collect();
    let mut packs: Vec<String> =
        summary.policy_packs.iter().take(PATH).map(|pack| code(&cut(&outline::pack(&pack.name, &pack.version), NAME))).collect();
    if summary.policy_packs.len() > packs.len() {
        packs.push(format!("{} more", summary.policy_packs.len() - packs.len()));
    }
    let ran = if packs.is_empty() { String::new() } else { format!("Policy packs: {}\n\n", packs.join(", ")) };
    let violated = Section {
        open: format!("\n#### Policy violations: {}\n\n{ran}", levels.join(", ")),
        close: "",
        unit: "violation",
        count: violations.len(),
        vital: true,
        short: Box::new(|at| items::message(&items::violation(&violations[at]), &violations[at].message)),
        has_long: Box::new(|_| true),
        long: Box::new(|at, level| items::message_in_full(&items::violation(&violations[at]), &violations[at].message, level)),
    };
    let mended = outline::remediations(summary);
    let (open, close) = frame("Mended by policies", mended.len(), false);
    let remediations = Section {
        open,
        close,
        unit: "policy",
        count: mended.len(),
        vital: false,
        short: Box::new(move |at| format!("- {} mended {}\n", code(&cut(mended[at].0, NAME)), plural(mended[at].1, "resource"))),
        has_long: Box::new(|_| false),
        long: Box::new(|_, _| None),
    };
    let well = Section {
        open: String::new(),
        close: "",
        unit: "",
        count: usize::from(violations.is_empty() && !ran.is_empty()),
        vital: false,
        short: Box::new(move |_| format!("\n{}No violations.\n", ran.replace("\n\n", ". "))),
        has_long: Box::new(|_| false),
        long: Box::new(|_, _| None),
    };
    vec![violated, well, remediations]
}

fn outputs(summary: &LogSummary) -> Section<'_> {
    let changes = &summary.output_changes;
    let (open, close) = frame("Outputs", changes.len(), changes.len() > OPEN);
    Section {
        open: format!("{open}| | output | before | after |\n|---|---|---|---|\n"),
        close,
        unit: "output",
        count: changes.len(),
        vital: false,
        short: Box::new(|at| items::output(&changes[at])),
        has_long: Box::new(|_| false),
        long: Box::new(|_, _| None),
    }
}

fn slowest(summary: &LogSummary) -> Section<'_> {
    let slow = outline::slowest(summary);
    let mut open = "\n<details><summary>Slowest</summary>\n\n".to_owned();
    let path = outline::critical_path(summary);
    if !path.is_empty() {
        let skipped = path.len().saturating_sub(PATH);
        let start = (skipped > 0).then(|| format!("… {}", plural(skipped as u64, "step")));
        let steps = path[skipped..]
            .iter()
            .map(|(urn, seconds)| format!("{} {}", code(&cut(outline::label(urn).1, NAME)), outline::seconds(*seconds)));
        let steps: Vec<String> = start.into_iter().chain(steps).collect();
        open.push_str(&format!("Critical path: {}\n\n", steps.join(" → ")));
    }
    open.push_str("| time | resource |\n|--:|---|\n");
    Section {
        open,
        close: "\n</details>\n",
        unit: "resource",
        count: slow.len(),
        vital: false,
        short: Box::new(move |at| {
            format!("| {} | {} |\n", outline::seconds(slow[at].duration_seconds), items::label(&slow[at].urn))
        }),
        has_long: Box::new(|_| false),
        long: Box::new(|_, _| None),
    }
}
