//! What the progress view prints when no more events come.
//!
//! In: the rows, policies, outputs and totals that were gathered. Out: the lines of resources that are still under way, and the sections
//! `Diagnostics`, `Policies`, `Outputs`, `Resources` and `Duration`. Nothing can fail.
//! Rules: `processEndSteps` of Pulumi's progress view (pulumi-semantics section 7).

use std::collections::BTreeMap;

use super::super::color::{BRIGHT_BLUE, HEADLINE, RESET, untagged};
use super::ProgressView;
use super::row::{Message, Moment, Row};

impl ProgressView {
    pub(super) fn ending(&mut self, out: &mut String) {
        let (before, after) = (self.rows.moment(false, self.preview), self.rows.moment(true, self.preview));
        let rows = self.rows.sorted();
        for row in rows.iter().filter(|row| !row.is_done(before) && (row.shown || row.is_stack())) {
            self.say(&row.line(after), out);
        }
        self.diagnostics(&rows, after, out);
        let errored = rows.iter().filter(|row| row.errors > 0).count() as u64;
        let packs = self.summary.iter().flat_map(|summary| &summary.packs);
        let mut policies = String::new();
        let fatal = self.policies.print(packs.map(|(name, version)| (&**name, &**version)), self.rows.stack(), &mut policies);
        policies.lines().for_each(|line| self.say(line, out));
        if !self.outputs.is_empty() {
            *out += &format!("{HEADLINE}Outputs:{RESET}\n");
            self.say(&self.outputs, out);
        }
        if let Some(summary) = self.summary.as_ref().filter(|_| !fatal) {
            summary.totals.push(errored, out);
            out.push('\n');
        }
    }

    fn diagnostics(&self, rows: &[&Row], moment: Moment<'_>, out: &mut String) {
        let mut any = false;
        for row in rows {
            let mut streams: BTreeMap<i64, Vec<&Message>> = BTreeMap::new();
            for message in &row.messages {
                streams.entry(message.stream).or_default().push(message);
            }
            let mut named = false;
            for (stream, messages) in streams {
                let texts =
                    if stream == 0 { messages.iter().map(|message| message.full()).collect() } else { vec![joined(&messages)] };
                let mut wrote = false;
                for text in &texts {
                    let lines = shown_lines(text);
                    if lines.is_empty() {
                        continue;
                    }
                    if !std::mem::replace(&mut any, true) {
                        *out += &format!("{HEADLINE}Diagnostics:{RESET}\n");
                    }
                    if !std::mem::replace(&mut named, true) {
                        let (kind, name) = row.label(moment);
                        *out += &format!("  {BRIGHT_BLUE}{kind} ({name}):{RESET}\n");
                    }
                    for line in lines {
                        self.say(&format!("    {}", line.trim_end()), out);
                    }
                    wrote = true;
                }
                if wrote {
                    out.push('\n');
                }
            }
        }
    }
}

/// Messages of one stream of the program are parts of one text.
fn joined(messages: &[&Message]) -> String {
    let mut text = messages.first().map(|first| first.prefix.clone()).unwrap_or_default();
    text.extend(messages.iter().map(|message| &*message.text));
    text
}

/// The lines of a message, without blank ones at its end.
fn shown_lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.trim_end().split('\n').collect();
    while lines.last().is_some_and(|line| untagged(line).trim().is_empty()) {
        lines.pop();
    }
    lines
}
