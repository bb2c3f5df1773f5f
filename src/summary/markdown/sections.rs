//! The sections of the comment, the weightiest first.
//!
//! In: [`LogSummary`]. Out: [`Section`]s for [`super::fit`]; those without items leave no trace.

use std::rc::Rc;

use super::super::outline::{self, Kind, Message, Policies, Remedy, Row, Violated};
use super::super::report::LogSummary;
use super::fit::Section;
use super::items;
use super::spans::{bold, code};
use crate::model::print::{cut, inline, plural};

/// A list with more items than this is folded, where nobody needs to see it at once.
const OPEN: usize = 25;
/// Most steps of the critical path.
const PATH: usize = 12;
const NAME: usize = 80;

pub(super) fn all(summary: &LogSummary) -> Vec<Section<'_>> {
    let messages = outline::messages(summary);
    let policies = outline::policies(summary);
    let cases = policies.mandatory_cases();
    let levels: Vec<String> =
        policies.levels.iter().take(5).map(|(level, count)| format!("{count} {}", inline(&cut(level, NAME)))).collect();
    let well = well(summary, &policies);
    let mut all = vec![
        violations(format!("Violations of mandatory policies ({cases})"), policies.mandatory),
        self::messages("Errors", "error", true, messages.errors),
    ];
    for (kind, rows) in outline::groups(summary) {
        all.push(self::rows(kind, rows, summary.is_preview));
    }
    all.push(violations(format!("Policy violations: {}", levels.join(", ")), policies.others));
    all.push(single("Policies", more(summary.policies_omitted, "more violation")));
    all.push(well);
    all.push(remedies(policies.remedies));
    all.push(single("Policies", more(summary.remediations_omitted, "more remedy")));
    all.push(outputs(summary));
    all.push(self::messages("Warnings", "warning", false, messages.warnings));
    all.push(self::messages("Error output of the program", "message", false, messages.error_output));
    all.push(self::messages(outline::output_title(&messages.output), "message", false, messages.output));
    all.push(single("Messages", more(summary.diagnostics_omitted, "more message")));
    all.push(stdout(summary));
    all.push(slowest(summary));
    all.push(critical_path(summary));
    all
}

/// What the summary does not hold.
fn more(count: u64, what: &str) -> Option<String> {
    (count > 0).then(|| format!("… and {}", plural(count, what)))
}

/// A section of one item that says all in one line.
fn single<'a>(title: &str, text: Option<String>) -> Section<'a> {
    Section {
        title: title.to_owned(),
        open: String::new(),
        close: "",
        unit: "line",
        count: usize::from(text.is_some()),
        vital: false,
        short: Box::new(move |_| format!("\n{}\n", text.as_deref().unwrap_or_default())),
        has_long: Box::new(|_| false),
        long: Box::new(|_, _| None),
    }
}

/// Opens and closes a section, which may be folded.
fn frame(title: &str, is_folded: bool) -> (String, &'static str) {
    if is_folded {
        (format!("\n<details><summary>{title}</summary>\n\n"), "\n</details>\n")
    } else {
        (format!("\n#### {title}\n\n"), "")
    }
}

fn messages<'a>(title: &str, unit: &'static str, vital: bool, messages: Vec<Message<'a>>) -> Section<'a> {
    let title = format!("{title} ({})", messages.len());
    let (open, close) = frame(&title, !vital);
    let heads: Vec<String> = messages
        .iter()
        .map(|message| {
            let about = message.urn.map(items::label);
            let known = matches!(message.severity, "error" | "warning" | "info" | "info#err");
            let word = (!known).then(|| inline(&cut(message.severity, NAME)));
            about.into_iter().chain(word).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let texts: Vec<&str> = messages.iter().map(|message| message.text).collect();
    let count = messages.len();
    let (short_heads, short_texts) = (heads.clone(), texts.clone());
    Section {
        title,
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

fn rows(kind: Kind, rows: Vec<Row<'_>>, is_preview: bool) -> Section<'_> {
    let vital = kind.is_unfinished() || matches!(kind, Kind::Replaced | Kind::Deleted);
    let title = format!("{} ({})", kind.title(is_preview), rows.len());
    let (open, close) = frame(&title, !vital && rows.len() > OPEN);
    let (count, short, some) = (rows.len(), rows.clone(), rows.clone());
    Section {
        title,
        open,
        close,
        unit: "resource",
        count,
        vital,
        short: Box::new(move |at| items::row(&short[at], kind, is_preview)),
        has_long: Box::new(move |at| !some[at].update.property_diff.is_empty()),
        long: Box::new(move |at, level| items::row_in_full(&rows[at], kind, is_preview, level)),
    }
}

fn violations<'a>(title: String, groups: Vec<Violated<'a>>) -> Section<'a> {
    let (open, close) = frame(&title, false);
    let groups = Rc::new(groups);
    let short = Rc::clone(&groups);
    Section {
        title,
        open,
        close,
        unit: "policy",
        count: groups.len(),
        vital: true,
        short: Box::new(move |at| items::violation(&short[at])),
        has_long: Box::new(|_| true),
        long: Box::new(move |at, level| items::violation_in_full(&groups[at], level)),
    }
}

/// That policies ran and all is well.
fn well<'a>(summary: &LogSummary, policies: &Policies<'_>) -> Section<'a> {
    let is_well = policies.mandatory.is_empty() && policies.others.is_empty() && !summary.policy_packs.is_empty();
    let mut packs: Vec<String> =
        summary.policy_packs.iter().take(PATH).map(|pack| code(&cut(&outline::pack(&pack.name, &pack.version), NAME))).collect();
    if summary.policy_packs.len() > packs.len() {
        packs.push(format!("{} more", summary.policy_packs.len() - packs.len()));
    }
    single("Policies", is_well.then(|| format!("Policy packs: {}. No violations.", packs.join(", "))))
}

fn remedies(remedies: Vec<Remedy<'_>>) -> Section<'_> {
    let title = format!("Mended by policies ({})", remedies.iter().map(|remedy| remedy.rows.len()).sum::<usize>());
    let (open, close) = frame(&title, true);
    let remedies = Rc::new(remedies);
    let short = Rc::clone(&remedies);
    Section {
        title,
        open,
        close,
        unit: "policy",
        count: remedies.len(),
        vital: false,
        short: Box::new(move |at| items::remedy(&short[at])),
        has_long: Box::new(|_| true),
        long: Box::new(move |at, level| items::remedy_in_full(&remedies[at], level)),
    }
}

fn outputs(summary: &LogSummary) -> Section<'_> {
    let changes = &summary.output_changes;
    let title = format!("Outputs ({})", changes.len());
    let (open, close) = frame(&title, changes.len() > OPEN);
    Section {
        title,
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

/// Lines that the summary does not hold.
fn stdout<'a>(summary: &LogSummary) -> Section<'a> {
    let lines = (summary.stdout_lines > 0).then(|| plural(summary.stdout_lines, "line"));
    single("Standard output", lines.map(|lines| format!("The program wrote {lines} to its standard output.")))
}

fn slowest(summary: &LogSummary) -> Section<'_> {
    let slow = outline::slowest(summary);
    let (open, close) = frame("Slowest", true);
    Section {
        title: "Slowest".to_owned(),
        open: format!("{open}| time | resource |\n|--:|---|\n"),
        close,
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

fn critical_path(summary: &LogSummary) -> Section<'_> {
    let path = outline::critical_path(summary);
    let skipped = path.len().saturating_sub(PATH);
    let start = (skipped > 0).then(|| format!("… {}", plural(skipped as u64, "step")));
    let steps = path[skipped..].iter().map(|step| {
        let kind = step.kind.as_ref().map_or_else(String::new, |kind| format!("{} ", code(&cut(kind, NAME))));
        let remarks =
            if step.remarks.is_empty() { String::new() } else { format!(" ({})", inline(&cut(&step.remarks.join(", "), NAME))) };
        format!("{kind}{}{remarks} {}", bold(&cut(step.name, NAME)), outline::seconds(step.seconds))
    });
    let steps: Vec<String> = start.into_iter().chain(steps).collect();
    let text = format!("Critical path, where each step waited for the one before: {}", steps.join(" → "));
    single("Critical path", (!path.is_empty()).then_some(text))
}
