//! One engine event, borrowed from its text.
//!
//! In: the JSON text of one event. Out: [`Event`]: number, time, and a payload whose property values are still text. Fails with the
//! scanner's errors where the text is no JSON, and with `wrong_shape` where it is no object. A kind that is not known, and a known one
//! whose payload is no object, becomes [`Payload::Unknown`]; a field of another type than expected reads as absent.
//! Fields: `sdk/go/common/apitype/events.go` (pulumi-semantics section 6.1).

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::error::{Error, ErrorCode, Result};
use crate::model::update::OpType;
use crate::wire::shallow::{Kind, Scratch, Shallow};

mod fields;
mod policy;
mod step;

use fields::Fields;
pub(crate) use policy::{Policy, PolicyRemediation, PolicySummary};
pub(crate) use step::{State, Step, is_default_provider, is_stack};

/// Containers around the deepest member that is looked at: `resourcePreEvent.metadata.old.inputs`.
const DEPTH: usize = 4;

/// The fields that Pulumi's events have their payload in.
const KINDS: [&str; 17] = [
    "resourcePreEvent",
    "resOutputsEvent",
    "diagnosticEvent",
    "progressEvent",
    "resOpFailedEvent",
    "policyEvent",
    "policyRemediationEvent",
    "policyLoadEvent",
    "policyAnalyzeSummaryEvent",
    "policyRemediateSummaryEvent",
    "policyAnalyzeStackSummaryEvent",
    "stdoutEvent",
    "preludeEvent",
    "summaryEvent",
    "cancelEvent",
    "startDebuggingEvent",
    "errorEvent",
];

/// The JSON text of a value.
pub(crate) type Raw<'a> = &'a str;

/// An engine event. Its `sequence` is not read: some writers put 0 everywhere, and the order of a log is that of its events; nor is the
/// `color` of a message, which says what its writer would have done with the tags.
#[derive(Debug, Clone)]
pub(crate) struct Event<'a> {
    /// Unix seconds; 0 where the writer has no clock.
    pub(crate) timestamp: Option<i64>,
    /// Name of the field with the payload, such as `resourcePreEvent`; of an event without one its `type`, or empty.
    pub(crate) kind: Cow<'a, str>,
    pub(crate) payload: Payload<'a>,
}

/// What an event says.
#[derive(Debug, Clone)]
pub(crate) enum Payload<'a> {
    /// The stream ends; says nothing about a cancellation.
    Cancel,
    Stdout {
        message: Cow<'a, str>,
    },
    Diagnostic(Diagnostic<'a>),
    Prelude {
        config: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    },
    Summary(Box<SummaryEvent<'a>>),
    ResourcePre(Box<Step<'a>>),
    ResOutputs(Box<Step<'a>>),
    ResOpFailed(Box<Step<'a>>),
    Policy(Box<Policy<'a>>),
    PolicyRemediation(Box<PolicyRemediation<'a>>),
    PolicyLoad,
    PolicyAnalyzeSummary(Box<PolicySummary<'a>>),
    PolicyRemediateSummary(Box<PolicySummary<'a>>),
    PolicyAnalyzeStackSummary(Box<PolicySummary<'a>>),
    StartDebugging {
        config: Option<Raw<'a>>,
    },
    Progress(Progress<'a>),
    Error {
        error: Cow<'a, str>,
    },
    /// A kind that this version has no name for, or one whose payload is no object.
    Unknown,
}

/// A message about the update or one resource.
#[derive(Debug, Clone, Default)]
pub(crate) struct Diagnostic<'a> {
    /// Empty where it is about the update.
    pub(crate) urn: Cow<'a, str>,
    pub(crate) prefix: Cow<'a, str>,
    pub(crate) message: Cow<'a, str>,
    /// `debug`, `info`, `info#err`, `warning`, `error`, or a word not known yet.
    pub(crate) severity: Cow<'a, str>,
    pub(crate) stream_id: i64,
    /// For the moment, not for the record.
    pub(crate) ephemeral: bool,
}

/// The end of an update.
#[derive(Debug, Clone)]
pub(crate) struct SummaryEvent<'a> {
    pub(crate) maybe_corrupt: bool,
    /// Seconds; a fraction only where the log is a digest.
    pub(crate) duration_seconds: f64,
    /// Resources per op, in the order of the log.
    pub(crate) resource_changes: Vec<(Cow<'a, str>, i64)>,
    /// Version by name of pack.
    pub(crate) policy_packs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    pub(crate) is_preview: bool,
    /// The log is a digest of an update: its steps need not add up to its counts.
    pub(crate) digest: bool,
    /// `succeeded`, `failed`, `canceled`; empty in old logs.
    pub(crate) result: Cow<'a, str>,
}

/// How far a download or installation is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress<'a> {
    pub(crate) kind: Cow<'a, str>,
    pub(crate) id: Cow<'a, str>,
    pub(crate) message: Cow<'a, str>,
    pub(crate) completed: i64,
    pub(crate) total: i64,
    pub(crate) done: bool,
}

impl<'a> Event<'a> {
    /// Reads one event. The scratch space is the caller's, to be used again.
    ///
    /// Texts that carry an encoded secret come out masked.
    pub(crate) fn parse(text: &'a str, scratch: &mut Scratch) -> Result<Self> {
        Self::of(Shallow::read(text, DEPTH, scratch)?, false)
    }

    /// As [`Event::parse`], for a reader that does nothing with the values of a resource that stays as it is: of those only strings and brackets
    /// are checked, which is most of the work.
    pub(crate) fn outline(text: &'a str, scratch: &mut Scratch) -> Result<Self> {
        let mut stays = false;
        let (shallow, skimmed) = Shallow::skim(text, DEPTH, scratch, |key, value| {
            stays |= key.starts_with(b"\"op\"") && value.starts_with(b"\"same\"");
            stays && key.starts_with(b"\"old\"")
        })?;
        let event = Self::of(shallow, true)?;
        if !skimmed || event.leaves_as_is() {
            return Ok(event);
        }
        Self::parse(text, scratch)
    }

    /// Whether the event is a step that changes no value.
    fn leaves_as_is(&self) -> bool {
        let (Payload::ResourcePre(step) | Payload::ResOutputs(step)) = &self.payload else { return false };
        let unchanged = || match (&step.old, &step.new) {
            (Some(old), Some(new)) => old.inputs == new.inputs && old.outputs == new.outputs,
            _ => false,
        };
        match step.op {
            OpType::Same => step.new.is_some() && !is_stack(&step.urn),
            OpType::Refresh => step.detailed_diff.is_none() && unchanged(),
            _ => false,
        }
    }

    fn of(shallow: Shallow<'a, '_>, sparing: bool) -> Result<Self> {
        if shallow.kind(Shallow::ROOT) != Kind::Object {
            return Err(no_object());
        }
        let root = Fields::new(shallow, Shallow::ROOT);
        let (mut timestamp, mut named, mut found) = (None, None, None);
        for (key, value) in root.iter() {
            match &*key {
                "timestamp" => timestamp = root.int_at(value),
                "type" => named = root.text_at(value),
                name if name.ends_with("Event") && !root.is_null(value) => {
                    let standing = (KINDS.contains(&name), root.at(value).is_object(), Reverse(key));
                    if found.as_ref().is_none_or(|(best, _)| *best <= standing) {
                        found = Some((standing, value));
                    }
                }
                _ => {}
            }
        }
        let (kind, payload) = match found {
            Some(((_, _, Reverse(kind)), value)) => {
                let payload = payload(&kind, root.at(value), sparing).unwrap_or(Payload::Unknown);
                (kind, payload)
            }
            None => {
                // A server may leave an empty payload out.
                let kind = named.unwrap_or_default();
                let payload = match &*kind {
                    "cancelEvent" => Payload::Cancel,
                    "policyLoadEvent" => Payload::PolicyLoad,
                    _ => Payload::Unknown,
                };
                (kind, payload)
            }
        };
        Ok(Self { timestamp, kind, payload })
    }

    /// Whether it is an event at all: it has a payload, or says its kind. The type of a resource is no kind.
    pub(crate) fn is_one(&self) -> bool {
        !self.kind.is_empty() && !self.kind.contains(':')
    }

    /// The step that the event is about, if it is about one.
    #[cfg(test)]
    pub(crate) fn step(&self) -> Option<&Step<'a>> {
        match &self.payload {
            Payload::ResourcePre(step) | Payload::ResOutputs(step) | Payload::ResOpFailed(step) => Some(step),
            _ => None,
        }
    }
}

fn no_object() -> Error {
    Error::new(ErrorCode::WrongShape, "an engine event is a JSON object").at(0)
}

fn payload<'a>(kind: &str, fields: Fields<'a, '_>, sparing: bool) -> Option<Payload<'a>> {
    if !fields.is_object() {
        return None;
    }
    Some(match kind {
        "cancelEvent" => Payload::Cancel,
        "stdoutEvent" => Payload::Stdout { message: fields.text("message") },
        "diagnosticEvent" => Payload::Diagnostic(diagnostic(fields)),
        "preludeEvent" => Payload::Prelude { config: fields.texts("config") },
        "summaryEvent" => Payload::Summary(Box::new(summary(fields))),
        "resourcePreEvent" => Payload::ResourcePre(Box::new(Step::read(fields, sparing)?)),
        "resOutputsEvent" => Payload::ResOutputs(Box::new(Step::read(fields, sparing)?)),
        "resOpFailedEvent" => Payload::ResOpFailed(Box::new(Step::read(fields, sparing)?)),
        "policyEvent" => Payload::Policy(Box::new(Policy::read(fields))),
        "policyRemediationEvent" => Payload::PolicyRemediation(Box::new(PolicyRemediation::read(fields))),
        "policyLoadEvent" => Payload::PolicyLoad,
        "policyAnalyzeSummaryEvent" => Payload::PolicyAnalyzeSummary(Box::new(PolicySummary::read(fields))),
        "policyRemediateSummaryEvent" => Payload::PolicyRemediateSummary(Box::new(PolicySummary::read(fields))),
        "policyAnalyzeStackSummaryEvent" => Payload::PolicyAnalyzeStackSummary(Box::new(PolicySummary::read(fields))),
        "startDebuggingEvent" => Payload::StartDebugging { config: fields.raw("config") },
        "progressEvent" => Payload::Progress(progress(fields)),
        "errorEvent" => Payload::Error { error: fields.text("error") },
        _ => return None,
    })
}

fn diagnostic<'a>(fields: Fields<'a, '_>) -> Diagnostic<'a> {
    let mut read = Diagnostic::default();
    for (key, node) in fields.iter() {
        let text = || fields.text_at(node).unwrap_or_default();
        match &*key {
            "urn" => read.urn = text(),
            "prefix" => read.prefix = text(),
            "message" => read.message = text(),
            "severity" => read.severity = text(),
            "streamID" => read.stream_id = fields.int_at(node).unwrap_or(0),
            "ephemeral" => read.ephemeral = fields.raw_at(node) == "true",
            _ => {}
        }
    }
    read
}

fn summary<'a>(fields: Fields<'a, '_>) -> SummaryEvent<'a> {
    SummaryEvent {
        maybe_corrupt: fields.flag("maybeCorrupt"),
        duration_seconds: fields.number("durationSeconds").unwrap_or(0.0),
        resource_changes: fields.ints("resourceChanges"),
        policy_packs: if fields.get("PolicyPacks").is_some() { fields.texts("PolicyPacks") } else { fields.texts("policyPacks") },
        is_preview: fields.flag("isPreview"),
        digest: fields.flag("digest"),
        result: fields.text("result"),
    }
}

fn progress<'a>(fields: Fields<'a, '_>) -> Progress<'a> {
    let mut read = Progress::default();
    for (key, node) in fields.iter() {
        let text = || fields.text_at(node).unwrap_or_default();
        let int = || fields.int_at(node).unwrap_or(0);
        match &*key {
            "type" => read.kind = text(),
            "id" => read.id = text(),
            "message" => read.message = text(),
            "received" | "completed" => read.completed = int(),
            "total" => read.total = int(),
            "done" => read.done = fields.raw_at(node) == "true",
            _ => {}
        }
    }
    read
}
