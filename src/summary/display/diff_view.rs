//! The diff view: what `pulumi up --diff` writes to its standard output.
//!
//! In: events in order. Out: for each step a header, its id, URN and provider, and what it changes; then its outputs; at the end the totals.
//! Nothing can fail: an op that is not known goes by its name, an event of a kind that is not known is a line with that name.
//! Diagnostics are not here: Pulumi writes them to its standard error. Reads are always shown: `--show-reads` is for the progress view.
//! Rules: pulumi-semantics sections 4.4, 5 and 6; what they leave open is as in Pulumi's recorded output.

use std::borrow::Cow;
use std::collections::HashMap;

use super::color::RESET;
use super::object_text::{indentation, outputs};
use super::{DisplayOptions, View, op};
use crate::model::update::OpType;
use crate::model::urn::{STACK_TYPE, Urn};
use crate::summary::event::{Event, Payload, State, Step};

mod details;
mod header;
mod policy;
mod totals;

/// Parents that are looked for above a resource.
const MAX_PARENTS: usize = 64;

/// Prints a log as the diff view.
pub(super) struct DiffView {
    options: DisplayOptions,
    seen: HashMap<Box<str>, Seen>,
    failed: u64,
}

/// What is remembered of a resource.
struct Seen {
    parent: Box<str>,
    shown: bool,
    refresh: bool,
}

impl DiffView {
    pub(super) fn new(options: &DisplayOptions, _: bool) -> Self {
        Self { options: options.clone(), seen: HashMap::new(), failed: 0 }
    }

    fn shows(&self, step: &Step<'_>) -> bool {
        if is_stack(step) {
            return true;
        }
        if step.op == OpType::Same {
            let protect = |state: Option<&_>| state.is_some_and(|state: &State<'_>| state.protect);
            let both = step.old.is_some() && step.new.is_some();
            return self.options.show_sames || (both && protect(step.old.as_ref()) != protect(step.new.as_ref()));
        }
        step.logical || self.options.show_replacement_steps
    }

    /// How many of its parents are shown.
    fn indent(&self, step: &Step<'_>) -> usize {
        let mut parent = step.res().map_or("", |res| &*res.parent);
        let mut indent = 0;
        for _ in 0..MAX_PARENTS {
            let Some(seen) = self.seen.get(parent).filter(|_| !parent.is_empty()) else { break };
            indent += usize::from(seen.shown);
            parent = &seen.parent;
        }
        indent
    }

    fn planning(&self, step: &Step<'_>) -> bool {
        self.options.preview.unwrap_or(step.planning)
    }

    /// The whole of a step.
    fn step(&self, step: &Step<'_>, refresh: bool, out: &mut String) {
        let indent = self.indent(step);
        header::push(step, indent, out);
        details::push(step, indent + 1, refresh, !self.options.show_full_output, out);
        out.push_str(RESET);
    }

    fn began(&mut self, step: &Step<'_>, out: &mut String) {
        let shown = self.shows(step);
        let parent = step.res().map_or("", |res| &*res.parent).into();
        self.seen.insert((*step.urn).into(), Seen { parent, shown, refresh: step.op == OpType::Refresh });
        // What a refresh or an import finds is known only with the outputs.
        if shown && !matches!(step.op, OpType::Refresh | OpType::Import) {
            self.step(step, false, out);
        }
    }

    fn ended(&self, step: &Step<'_>, out: &mut String) {
        if !self.shows(step) {
            return;
        }
        let refresh = self.seen.get(&*step.urn).is_some_and(|seen| seen.refresh);
        if step.op == OpType::Import || (refresh && step.op == OpType::Update) {
            return self.step(step, refresh, out);
        }
        let indent = self.indent(step);
        let options = &self.options;
        let text = outputs(step, indent + 1, self.planning(step), refresh, options.show_sames, options.show_full_output);
        // A refresh that an update does for itself is shown where it has something to say.
        if refresh && (step.op != OpType::Refresh || !text.is_empty() || is_stack(step)) {
            header::push(step, indent, out);
        }
        if !text.is_empty() {
            out.push_str(&format!("{}{}--outputs:--{RESET}\n{text}", op::color(&step.op), indentation(indent + 1, None)));
        }
    }
}

impl View for DiffView {
    fn event(&mut self, event: &Event<'_>, out: &mut String) {
        match &event.payload {
            Payload::Prelude { config } if self.options.show_config => configuration(config, out),
            Payload::ResourcePre(step) => self.began(step, out),
            Payload::ResOutputs(step) => self.ended(step, out),
            Payload::ResOpFailed(_) => self.failed += 1,
            Payload::Summary(summary) => totals::push(summary, self.failed, out),
            Payload::Stdout { message, .. } => out.push_str(message),
            Payload::Policy(policy) => policy::violation(policy, out),
            Payload::PolicyRemediation(remediation) => policy::remediation(remediation, out),
            Payload::Unknown => {
                let kind = if event.kind.is_empty() { "event" } else { &*event.kind };
                out.push_str(&format!("? {kind}\n"));
            }
            Payload::Prelude { .. }
            | Payload::Diagnostic(_)
            | Payload::Cancel
            | Payload::PolicyLoad
            | Payload::PolicyAnalyzeSummary(_)
            | Payload::PolicyRemediateSummary(_)
            | Payload::PolicyAnalyzeStackSummary(_)
            | Payload::StartDebugging { .. }
            | Payload::Progress(_)
            | Payload::Error { .. } => {}
        }
    }

    fn end(&mut self, _: &mut String) {}
}

fn is_stack(step: &Step<'_>) -> bool {
    Urn::parse(&step.urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE)
}

fn configuration(config: &[(Cow<'_, str>, Cow<'_, str>)], out: &mut String) {
    out.push_str(&format!("{RESET}Configuration:{RESET}\n"));
    let mut config: Vec<_> = config.iter().collect();
    config.sort();
    config.iter().for_each(|(key, value)| out.push_str(&format!("    {key}: {value}\n")));
}
