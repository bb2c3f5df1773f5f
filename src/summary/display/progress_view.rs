//! The progress view, as it is printed where there is no terminal.
//!
//! In: events in order. Out: a line for each news about a resource, and at the end the resources that are still under way, the messages,
//! policies, outputs and totals. Nothing can fail. An event costs what it holds, however many resources there are; what is kept grows with
//! the resources and the messages. Rules: `pkg/backend/display/progress.go` of Pulumi (pulumi-semantics section 7).

use std::collections::HashSet;

use super::color::{BRIGHT_BLUE, ColorMode, HEADLINE, MAGENTA, RED, RESET, UNDERLINE, closed, untagged};
use super::totals::Totals;
use super::{DisplayOptions, View, object_text};
use crate::model::update::OpType;
use crate::summary::event::{Diagnostic, Event, Payload, Progress, Step};

mod ending;
mod policies;
mod row;
mod rows;

use policies::Policies;
use row::Row;
use rows::Rows;

/// How many downloads and kinds of events without a name are remembered, so that each is told once.
const REMEMBERED: usize = 10_000;
/// Bytes of long lines that are printed whole; those that follow are cut. A message is repeated with each news about its resource.
const LONG_LINES: usize = 64 << 20;
const LONG: usize = 1 << 10;

pub(super) struct ProgressView {
    options: DisplayOptions,
    preview: bool,
    begun: bool,
    rows: Rows,
    policies: Policies,
    loading_policies: bool,
    /// What the section about outputs says, as of the stack's last step.
    outputs: String,
    summary: Option<Summary>,
    told: HashSet<Box<str>>,
    long_lines: usize,
}

/// What is kept of the summary event.
struct Summary {
    totals: Totals,
    packs: Vec<(String, String)>,
}

impl ProgressView {
    pub(super) fn new(options: &DisplayOptions, preview: bool) -> Self {
        Self {
            options: options.clone(),
            preview,
            begun: false,
            rows: Rows::new(options),
            policies: Policies::default(),
            loading_policies: false,
            outputs: String::new(),
            summary: None,
            told: HashSet::new(),
            long_lines: 0,
        }
    }

    /// The address of the update, before anything else.
    fn begin(&mut self, out: &mut String) {
        if !std::mem::replace(&mut self.begun, true)
            && let Some(link) = &self.options.permalink
        {
            *out += &format!("{HEADLINE}View Live: {UNDERLINE}{BRIGHT_BLUE}{link}{RESET}\n\n");
        }
    }

    fn configuration(&self, config: &[(impl AsRef<str>, impl AsRef<str>)], out: &mut String) {
        let mut text = String::new();
        if self.options.show_config {
            text += &format!("{RESET}Configuration:{RESET}\n");
            let mut config: Vec<_> = config.iter().map(|(key, value)| (key.as_ref(), value.as_ref())).collect();
            config.sort_unstable();
            for (key, value) in config {
                text += &format!("    {key}: {value}\n");
            }
        }
        self.say(&text, out);
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic<'_>, out: &mut String) {
        let shown = format!("{}{}", diagnostic.prefix, diagnostic.message);
        let shown = shown.trim_end();
        if diagnostic.severity == "debug" || shown.is_empty() {
            return;
        }
        let row = self.rows.at(&diagnostic.urn);
        self.rows.get(row).hear(diagnostic, shown);
        self.line(row, out);
    }

    fn before(&mut self, step: &Step<'_>, out: &mut String) {
        if self.is_quiet_read(step, out) {
            return;
        }
        let row = self.rows.at(&step.urn);
        self.rows.get(row).begin(step);
        self.stack_outputs(row, step);
        if self.is_shown(row, step) {
            self.line(row, out);
        }
    }

    fn after(&mut self, step: &Step<'_>, out: &mut String) {
        if self.is_quiet_read(step, out) {
            return;
        }
        let row = self.rows.at(&step.urn);
        // Printed again, the line would say what it said before: in a preview, of a component, of a resource that stays as it is. What
        // a refresh found is news.
        let refreshed = *self.rows.get(row).op() == OpType::Refresh;
        let news = refreshed || (!self.preview && step.res().is_none_or(|state| state.custom && step.op != OpType::Same));
        self.rows.get(row).finish(step);
        self.stack_outputs(row, step);
        if news && self.is_shown(row, step) {
            self.line(row, out);
        }
    }

    fn failed(&mut self, step: &Step<'_>, out: &mut String) {
        if self.is_quiet_read(step, out) {
            return;
        }
        let known = self.rows.knows(&step.urn);
        let row = self.rows.at(&step.urn);
        if !known {
            self.rows.get(row).begin(step);
        }
        self.rows.get(row).fail();
        self.line(row, out);
    }

    /// A read is no step of a resource unless it is asked for: it becomes a passing word at the stack.
    fn is_quiet_read(&mut self, step: &Step<'_>, out: &mut String) -> bool {
        if self.options.show_reads {
            return false;
        }
        match step.op {
            OpType::Read => {
                let (kind, name) = Row::new(&step.urn).label(self.rows.moment(false, self.preview));
                self.rows.learn(&step.urn);
                let row = self.rows.at("");
                self.rows.get(row).mention(&format!("read {kind} {name}"));
                self.line(row, out);
                true
            }
            OpType::Discard | OpType::ReadReplacement => true,
            _ => false,
        }
    }

    /// A resource that stays as it is shows only when asked for, when its protection changes, or where it is the stack itself.
    fn is_shown(&self, row: usize, step: &Step<'_>) -> bool {
        let protection = || match (&step.old, &step.new) {
            (Some(old), Some(new)) => old.protect != new.protect,
            _ => false,
        };
        step.op != OpType::Same || self.options.show_sames || self.rows.is_root(row) || protection()
    }

    fn stack_outputs(&mut self, row: usize, step: &Step<'_>) {
        if self.rows.is_root(row) {
            let DisplayOptions { show_sames, show_full_output, .. } = self.options;
            self.outputs = object_text::outputs(step, 1, self.preview, false, show_sames, show_full_output);
        }
    }

    fn policy(&mut self, urn: &str, out: &mut String) {
        let row = self.rows.at(urn);
        self.line(row, out);
    }

    fn line(&mut self, row: usize, out: &mut String) {
        self.rows.get(row).shown = true;
        let mut line = self.rows.line(row, self.rows.moment(false, self.preview));
        if line.len() > LONG {
            self.long_lines += line.len();
            if self.long_lines > LONG_LINES {
                line = row::cut(&line, LONG);
            }
        }
        self.say(&line, out);
    }

    /// Writes what is printed at once, with a line break.
    fn say(&self, text: &str, out: &mut String) {
        out.push_str(if self.options.color == ColorMode::Raw { text } else { closed(text) });
        out.push('\n');
    }

    /// The first word of a download or an installation, and the word that it is done with.
    fn download(&mut self, progress: &Progress<'_>, out: &mut String) {
        let name = format!("{} {}", progress.kind, progress.id);
        if self.options.suppress_progress || progress.done || !self.tell(&name) {
            return;
        }
        let message = if progress.message.is_empty() { &name } else { &*progress.message };
        self.say(message.trim_end(), out);
    }

    /// Whether something is said for the first time.
    fn tell(&mut self, name: &str) -> bool {
        self.told.len() < REMEMBERED && self.told.insert(name.into())
    }
}

impl View for ProgressView {
    fn event(&mut self, event: &Event<'_>, out: &mut String) {
        self.begin(out);
        match &event.payload {
            Payload::Prelude { config } => self.configuration(config, out),
            Payload::Stdout { message, .. } => self.say(message, out),
            Payload::Diagnostic(diagnostic) => self.diagnostic(diagnostic, out),
            Payload::ResourcePre(step) => self.before(step, out),
            Payload::ResOutputs(step) => self.after(step, out),
            Payload::ResOpFailed(step) => self.failed(step, out),
            Payload::Summary(summary) => {
                let packs = summary.policy_packs.iter().map(|(name, version)| (name.to_string(), version.to_string()));
                self.summary = Some(Summary { totals: Totals::of(summary), packs: packs.collect() });
            }
            Payload::PolicyLoad => {
                if !std::mem::replace(&mut self.loading_policies, true) {
                    *out += &format!("{MAGENTA}Loading policy packs...{RESET}\n\n");
                }
            }
            Payload::Policy(policy) => {
                self.policies.violation(policy);
                self.policy(&policy.resource_urn, out);
            }
            Payload::PolicyRemediation(remediation) => {
                self.policies.remediation(remediation);
                self.policy(&remediation.resource_urn, out);
            }
            Payload::Progress(progress) => self.download(progress, out),
            Payload::StartDebugging { .. } => *out += "Waiting for debugger to attach...\n",
            Payload::Error { error } => self.say(&format!("{RED}error: {RESET}{}", error.trim_end()), out),
            Payload::Cancel
            | Payload::PolicyAnalyzeSummary(_)
            | Payload::PolicyRemediateSummary(_)
            | Payload::PolicyAnalyzeStackSummary(_) => {}
            Payload::Unknown => {
                if !event.kind.is_empty() && self.tell(&event.kind) {
                    self.say(&format!("? {}", untagged(&event.kind)), out);
                }
            }
        }
    }

    fn end(&mut self, out: &mut String) {
        self.begin(out);
        self.ending(out);
    }
}
