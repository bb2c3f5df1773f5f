//! A summary for people, on one screen.
//!
//! In: [`LogSummary`]. Out: text for a terminal, 80 columns wide as far as names allow: how the update ended, the counts, errors, what
//! went wrong, replacements and deletions before the rest, policies, outputs, times. Lists are cut unless all is asked for. What
//! comes from the log cannot act on the terminal. Nothing can fail.

mod page;
mod sections;

use super::outline;
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
/// log.write(br#"{"sequence":1,"timestamp":5,"summaryEvent":{"durationSeconds":4,"resourceChanges":{"create":2,"same":1},"result":"succeeded"}}"#)?;
/// log.end()?;
/// assert_eq!(to_text(&log.summary(), &SummaryTextOptions::default()), "Update succeeded in 4s\n  + 2 created  1 unchanged\n");
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub fn to_text(summary: &LogSummary, options: &SummaryTextOptions) -> String {
    let mut page = Page::new(options);
    head(summary, &mut page);
    sections::errors(summary, &mut page);
    sections::rows(summary, &mut page);
    sections::policies(summary, &mut page);
    sections::outputs(summary, &mut page);
    sections::warnings(summary, &mut page);
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
    let mut parts: Vec<(String, &str)> = outline::changes(summary)
        .into_iter()
        .map(|(op, count)| {
            let words = outline::verb(op, summary);
            (format!("{} {count} {}", outline::sign(op).trim_end(), cut(&words, 60)), sections::style(op))
        })
        .collect();
    if parts.is_empty() {
        parts.push(("no changes".to_owned(), Paint::BOLD));
    }
    if summary.unchanged > 0 {
        parts.push((format!("{} unchanged", summary.unchanged), Paint::DIM));
    }
    let errored = outline::errored(summary);
    if errored > 0 {
        parts.push((format!("{errored} errored"), Paint::RED));
    }
    page.flow("  ", "  ", &parts);
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
