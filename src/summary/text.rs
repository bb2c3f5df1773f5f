//! A summary for people, on one screen.
//!
//! In: [`LogSummary`]. Out: text for a terminal, 80 columns wide as far as names allow: how the update ended, the counts, policies that
//! stopped it, errors, what went wrong, replacements and deletions before the rest, other policies, outputs, messages, times. Lists
//! are cut unless all is asked for. What comes from the log cannot act on the terminal. Nothing can fail.

mod messages;
mod page;
mod policies;
mod sections;

use super::outline::{self, Look};
use super::report::{LogResult, LogSummary};
use crate::model::print::{Paint, cut};
use page::Page;

/// How much of a summary to print, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SummaryTextOptions {
    /// ANSI colours.
    pub color: bool,
    /// Lists in full, and long messages to their end.
    pub all: bool,
}

/// The summary as text.
///
/// ```
/// use stackscope::summary::{EventLog, SummaryTextOptions, to_text};
///
/// let mut log = EventLog::default();
/// log.write(br#"
///     {"timestamp":1,"diagnosticEvent":{"message":"no credentials\n","severity":"error"}}
///     {"timestamp":5,"summaryEvent":{"durationSeconds":4,"resourceChanges":{},"result":"failed"}}"#)?;
/// log.end()?;
/// let text = to_text(&log.summary(), &SummaryTextOptions::default());
/// assert_eq!(text, "Update failed in 4s\n  no changes  1 errored\n\nErrors (1)\n  no credentials\n");
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub fn to_text(summary: &LogSummary, options: &SummaryTextOptions) -> String {
    let mut page = Page::new(options);
    head(summary, &mut page);
    if outline::is_empty(summary) {
        return page.out;
    }
    let told = outline::messages(summary);
    let policies = outline::policies(summary);
    policies::mandatory(&policies, &mut page);
    messages::errors(&told, &mut page);
    sections::rows(summary, &mut page);
    policies::others(summary, &policies, &mut page);
    sections::outputs(summary, &mut page);
    messages::others(summary, &told, &mut page);
    sections::times(summary, &mut page);
    page.out
}

fn head(summary: &LogSummary, page: &mut Page) {
    let style = match summary.result {
        LogResult::Succeeded => Paint::GREEN,
        LogResult::Failed => Paint::RED,
        LogResult::Running => Paint::CYAN,
        _ => Paint::YELLOW,
    };
    let mut line = page.paint.on(style, &cut(&outline::headline(summary), 60));
    if let Some(part) = outline::took(summary) {
        line.push_str(&format!(" {part}"));
    }
    if let Some((project, stack)) = outline::stack(summary) {
        let name = page.short(&format!("{project}/{stack}"), 40);
        line.push_str(&page.paint.on(Paint::DIM, &format!("  {name}")));
    }
    page.line(&line);
    if !outline::is_empty(summary) {
        counts(summary, page);
    }
    for warning in outline::warnings(summary) {
        page.wrapped("  ", &warning, Paint::YELLOW);
    }
    if summary.result == LogResult::Running {
        for row in summary.progress.iter().filter(|row| !row.done).take(5) {
            let share = if row.total > 0 {
                format!("{}% ", (row.completed.max(0) as f64 / row.total as f64 * 100.0) as u64)
            } else {
                String::new()
            };
            page.wrapped("  ", &format!("{share}{}", page.short(&row.message, 200)), Paint::CYAN);
        }
    }
}

fn counts(summary: &LogSummary, page: &mut Page) {
    let counts = outline::counts(summary);
    let mut parts: Vec<(String, &str)> = counts
        .iter()
        .map(|count| {
            let text = cut(&count.text, 60);
            let text = if count.sign.is_empty() { text } else { format!("{} {text}", count.sign) };
            let style = match count.look {
                Look::Op(op) => sections::style(op),
                Look::Nothing => Paint::BOLD,
                Look::Unchanged => Paint::DIM,
                Look::Unfinished => Paint::YELLOW,
                Look::Errored => Paint::RED,
            };
            (text, style)
        })
        .collect();
    match (parts.as_mut_slice(), outline::extent(summary)) {
        (_, None) => {}
        ([(only, _)], Some(extent)) => *only = format!("{only} {extent}"),
        (_, Some(extent)) => parts.push((format!("({extent})"), Paint::DIM)),
    }
    page.flow("  ", "  ", &parts);
}
