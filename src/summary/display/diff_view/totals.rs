//! The totals, and the policy packs that ran.
//!
//! In: the summary event and the number of steps that failed. Out: the block that both views share; in this view the packs stand before
//! the duration, ordered by name.

use crate::summary::display::color::{BRIGHT_BLUE, HEADLINE, RESET, UNDERLINE};
use crate::summary::display::totals;
use crate::summary::event::SummaryEvent;

/// Writes the totals.
pub(super) fn push(summary: &SummaryEvent<'_>, failed: u64, out: &mut String) {
    let mut block = String::new();
    totals::push(summary, failed, &mut block);
    let duration = block.find(&format!("\n{HEADLINE}Duration:")).unwrap_or(block.len());
    out.push_str(&block[..duration]);
    packs(summary, out);
    out.push_str(&block[duration..]);
}

fn packs(summary: &SummaryEvent<'_>, out: &mut String) {
    if summary.policy_packs.is_empty() {
        return;
    }
    let heading = |text: &str| format!("{UNDERLINE}{BRIGHT_BLUE}{text}{RESET}");
    let names = summary.policy_packs.iter().map(|(name, _)| name.chars().count());
    let width = names.max().unwrap_or(0).max("Name".len()) + 2;
    out.push_str(&format!("\n{HEADLINE}Policy Packs run:{RESET}\n"));
    out.push_str(&format!("    {}{}{}\n", heading("Name"), " ".repeat(width - "Name".len()), heading("Version")));
    let mut packs: Vec<_> = summary.policy_packs.iter().collect();
    packs.sort();
    packs.iter().for_each(|(name, version)| out.push_str(&format!("    {name:<width$}{version}\n")));
}
