//! One resource in the progress view.
//!
//! In: the steps and messages of one URN, in order. Out: the line that says where it stands, at any moment. Nothing can fail; what a row
//! keeps grows with its messages alone. Rules: `pkg/backend/display/rows.go` of Pulumi (pulumi-semantics section 7).

use super::super::color::{BOLD, MAGENTA, RED, RESET, YELLOW, closed};
use super::super::names::{escaped, type_name};
use super::super::{op, totals};
use crate::model::update::OpType;
use crate::model::urn::{STACK_TYPE, Urn};
use crate::summary::event::{Diagnostic, Step};
use crate::summary::property::info_diff;

/// Bytes of a message, and of a difference, that a line repeats at most; Pulumi repeats it all.
const REPEATED: usize = 16 << 10;
/// Ops that are told apart for one resource: more than there are.
const OPS: usize = 64;

/// A message that is shown again at the end.
pub(super) struct Message {
    /// Which stream of the program it came by; 0 for the engine's own.
    pub(super) stream: i64,
    pub(super) prefix: String,
    pub(super) text: String,
}

impl Message {
    pub(super) fn full(&self) -> String {
        format!("{}{}", self.prefix, self.text)
    }
}

/// What is known of one resource.
pub(super) struct Row {
    /// Empty while the stack's own resource has not been named.
    pub(super) urn: Box<str>,
    op: OpType,
    custom: bool,
    /// The real resource stays when the engine deletes it.
    retained: bool,
    diff: Option<String>,
    /// Difference of the last `replace` that is done.
    replace_diff: Option<String>,
    /// Ops whose outputs have been seen; of an import, what it found to differ.
    outputs: Vec<(OpType, Option<String>)>,
    failed: bool,
    last: Option<String>,
    pub(super) messages: Vec<Message>,
    pub(super) errors: u64,
    warnings: u64,
    infos: u64,
    /// A line has been printed for it.
    pub(super) shown: bool,
}

/// What a line depends on besides the row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment<'v> {
    /// No more events come.
    pub(super) ended: bool,
    /// Words of a preview.
    pub(super) preview: bool,
    /// URNs in place of names.
    pub(super) urns: bool,
    /// URN that stands for a stack that is not named.
    pub(super) stack: &'v str,
}

impl Row {
    pub(super) fn new(urn: &str) -> Self {
        Self {
            urn: urn.into(),
            op: OpType::Same,
            custom: false,
            retained: false,
            diff: None,
            replace_diff: None,
            outputs: Vec::new(),
            failed: false,
            last: None,
            messages: Vec::new(),
            errors: 0,
            warnings: 0,
            infos: 0,
            shown: false,
        }
    }

    /// The op of its last step.
    pub(super) fn op(&self) -> &OpType {
        &self.op
    }

    /// A step begins.
    pub(super) fn begin(&mut self, step: &Step<'_>) {
        self.op = step.op.clone();
        self.custom = step.res().is_some_and(|state| state.custom);
        self.retained = step.old.as_ref().is_some_and(|old| old.retain_on_delete);
        self.diff = difference(step);
    }

    /// A step has its outputs.
    pub(super) fn finish(&mut self, step: &Step<'_>) {
        self.begin(step);
        if self.op == OpType::Replace {
            self.replace_diff = self.diff.clone();
        }
        let import = matches!(self.op, OpType::Import | OpType::ImportReplacement);
        let diff = self.diff.clone().filter(|_| import);
        if let Some(found) = self.outputs.iter_mut().find(|(op, _)| *op == self.op) {
            found.1 = diff;
        } else if self.outputs.len() < OPS {
            self.outputs.push((self.op.clone(), diff));
        }
    }

    /// A step failed.
    pub(super) fn fail(&mut self) {
        self.failed = true;
    }

    /// A message about it, with the text that is shown.
    pub(super) fn hear(&mut self, diagnostic: &Diagnostic<'_>, shown: &str) {
        self.mention(shown);
        if diagnostic.ephemeral {
            return;
        }
        match &*diagnostic.severity {
            "error" => self.errors += 1,
            "warning" => self.warnings += 1,
            _ => self.infos += 1,
        }
        self.messages.push(Message {
            stream: diagnostic.stream_id,
            prefix: diagnostic.prefix.clone().into_owned(),
            text: diagnostic.message.clone().into_owned(),
        });
    }

    /// A passing word, shown until the next.
    pub(super) fn mention(&mut self, word: &str) {
        // A difference may stand before it, and only the first line of both is shown.
        let end = word.find('\n').map_or(word.len(), |end| end + 1);
        self.last = Some(cut(&word[..end], REPEATED));
    }

    /// The line, without its line break.
    pub(super) fn line(&self, moment: Moment<'_>) -> String {
        let done = self.is_done(moment);
        let (kind, name) = self.label(moment);
        let mark = op::prefix(&self.op, done);
        format!(" {mark}{RESET} {kind} {name} {} {}", self.status(done, moment), self.info(moment))
    }

    /// Its type and its name.
    pub(super) fn label(&self, moment: Moment<'_>) -> (String, String) {
        let urn = if self.urn.is_empty() { moment.stack } else { &self.urn };
        let Some(parts) = Urn::parse(urn) else { return (String::new(), escaped(urn).into_owned()) };
        let name = if moment.urns { urn } else { parts.name };
        (type_name(parts.resource_type()).into_owned(), escaped(name).into_owned())
    }

    /// Whether no more is awaited. The stack itself is done at the very end.
    pub(super) fn is_done(&self, moment: Moment<'_>) -> bool {
        self.failed || moment.ended || (!self.is_named_stack() && self.has_outputs(&self.op))
    }

    /// Whether it is the stack's own resource, as far as its URN tells.
    fn is_named_stack(&self) -> bool {
        Urn::parse(&self.urn).is_some_and(|urn| urn.qualified_type == STACK_TYPE)
    }

    /// Whether it is the row of the stack, named or not.
    pub(super) fn is_stack(&self) -> bool {
        self.urn.is_empty() || self.is_named_stack()
    }

    fn has_outputs(&self, op: &OpType) -> bool {
        self.outputs.iter().any(|(seen, _)| seen == op)
    }

    fn status(&self, done: bool, moment: Moment<'_>) -> String {
        let op = &self.op;
        let color = op::color(op);
        let failed = self.failed || self.errors > 0;
        let status = match () {
            () if !done && self.is_named_stack() && *op == OpType::Same => "running".to_owned(),
            () if !done && moment.preview => format!("{}{}{RESET}", color_running(op), op::planning(op)),
            () if !done => format!("{}{}{RESET}", color_running(op), op::running(op)),
            () if !failed && self.is_interrupted() => format!("{YELLOW}{} (interrupted){RESET}", op::running(op)),
            () if moment.preview => format!("{color}{}{RESET}", op::planned(op)),
            () if failed => format!("{RED}**{}**{RESET}", op::failed(op)),
            () => format!("{color}{}{RESET}", op::done(op)),
        };
        let goes = matches!(op, OpType::Delete | OpType::Replace | OpType::CreateReplacement | OpType::DeleteReplaced);
        if self.retained && goes { status + "[retain]" } else { status }
    }

    /// The log ended while a provider was at work on it.
    fn is_interrupted(&self) -> bool {
        self.custom && !matches!(self.op, OpType::Same | OpType::RemovePendingReplace) && !self.has_outputs(&self.op)
    }

    fn info(&self, moment: Moment<'_>) -> String {
        let mut parts: Vec<String> = self.shown_diff().map(ToOwned::to_owned).into_iter().collect();
        if moment.ended {
            let counts = [(self.errors, RED, "error"), (self.warnings, YELLOW, "warning"), (self.infos, MAGENTA, "message")];
            parts.extend(
                counts
                    .iter()
                    .filter(|(count, ..)| *count > 0)
                    .map(|(count, color, word)| format!("{count} {color}{}{RESET}", totals::plural(*count as i64, word))),
            );
        } else {
            parts.extend(self.last.clone());
        }
        let mut info = parts.join("; ");
        if let Some(end) = info.find('\n') {
            info.truncate(end);
        }
        info
    }

    /// The parts of a replacement show what the replacement as a whole is about, an import what it found.
    fn shown_diff(&self) -> Option<&str> {
        match self.op {
            OpType::CreateReplacement | OpType::DeleteReplaced if self.has_outputs(&OpType::Replace) => {
                self.replace_diff.as_deref()
            }
            OpType::Import | OpType::ImportReplacement => {
                let found = self.outputs.iter().find(|(op, _)| *op == self.op);
                found.map_or(self.diff.as_deref(), |(_, diff)| diff.as_deref())
            }
            _ => self.diff.as_deref(),
        }
    }
}

fn color_running(op: &OpType) -> String {
    format!("{}{}", BOLD, op::color(op))
}

/// `[diff: +a-b~c]` in colours.
fn difference(step: &Step<'_>) -> Option<String> {
    let keys = info_diff(step, false)?;
    let mut out = String::from("[diff: ");
    for (op, keys) in [(OpType::Create, keys.adds), (OpType::Delete, keys.deletes), (OpType::Update, keys.updates)] {
        if !keys.is_empty() {
            out += &format!("{}{}{RESET}", op::prefix(&op, true).trim_end(), keys.join(","));
        }
    }
    out += RESET;
    Some(cut(&out, REPEATED) + "]")
}

/// A text with no more than so many bytes, and a mark where it was cut.
pub(super) fn cut(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = (0..=bytes).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    format!("{}…{RESET}", closed(&text[..end]))
}
