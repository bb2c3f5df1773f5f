//! What an update did: the shape of the answer.
//!
//! In: nothing. Out: [`LogSummary`] and what it holds, as scripts and the page get it. Times are unix seconds, durations seconds;
//! the clock of an event log ticks in whole seconds. Values of properties are masked where they are secret.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::json_text::Json;
use crate::model::update::OpType;

/// How an update ended, or that it has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogResult {
    /// The engine said so, or its summary event came without a result and nothing failed.
    Succeeded,
    /// The engine said so, or a step failed, or an error was reported.
    Failed,
    /// The engine said so.
    Canceled,
    /// More events may come.
    Running,
    /// The log ends while the step of a resource that a provider manages is under way.
    Interrupted,
    /// The log ends without saying how the update did.
    Unknown,
    /// A word that this version has no name for.
    Other(String),
}

impl LogResult {
    /// The word in results, such as `succeeded`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Running => "running",
            Self::Interrupted => "interrupted",
            Self::Unknown => "unknown",
            Self::Other(word) => word,
        }
    }
}

impl Serialize for LogResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Where the counts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ChangesFrom {
    /// The engine's summary event.
    Summary,
    /// The steps, counted by Pulumi's rule.
    Steps,
}

/// Where a resource, or one step of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum RowStatus {
    /// Known as a parent or by a message; no step has begun.
    Pending,
    /// A step has begun.
    Running,
    /// All steps have ended well.
    Done,
    /// A step failed, or an error was reported.
    Failed,
    /// The log ended while a step was under way.
    Interrupted,
}

impl RowStatus {
    /// The word in results, such as `done`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Interrupted => "interrupted",
        }
    }
}

/// Resources per op, in the order in which Pulumi's totals name the ops.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpCounts(pub Vec<(OpType, i64)>);

impl OpCounts {
    /// The count of an op; 0 where there is none.
    pub fn get(&self, op: &OpType) -> i64 {
        self.0.iter().find(|(known, _)| known == op).map_or(0, |(_, count)| *count)
    }
}

impl Serialize for OpCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(op, count)| (op.as_str(), count)))
    }
}

/// What an update did.
///
/// As JSON it has these fields and more; scripts may rely on them:
///
/// ```
/// use stackscope::summary::EventLog;
///
/// let urn = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs";
/// let step = |time: i64, kind: &str| {
///     format!(r#"{{"timestamp":{time},"{kind}":{{"metadata":{{"op":"create","urn":"{urn}","logical":true,"new":{{"custom":true}}}}}}}}"#)
/// };
/// let mut log = EventLog::default();
/// log.extend([
///     step(100, "resourcePreEvent").as_str(),
///     &step(103, "resOutputsEvent"),
///     r#"{"timestamp":104,"summaryEvent":{"durationSeconds":4,"resourceChanges":{"create":1,"same":1},"result":"succeeded"}}"#,
/// ])?;
/// let summary = serde_json::to_value(log.summary()).unwrap();
/// for (field, value) in [
///     ("result", r#""succeeded""#),
///     ("isPreview", "false"),
///     ("changes", r#"{"create":1,"same":1}"#),
///     ("changesFrom", r#""summary""#),
///     ("recomputed", r#"{"create":1}"#),
///     ("totalChanges", "1"),
///     ("unchanged", "1"),
///     ("errored", "0"),
///     ("durationSeconds", "4"),
///     ("diagnostics", "[]"),
///     ("policies", "[]"),
///     ("outputs", "{}"),
/// ] {
///     assert_eq!(summary[field].to_string(), value, "{field}");
/// }
/// let row = &summary["resources"][0];
/// assert_eq!((&row["urn"], &row["type"], &row["name"]), (&urn.into(), &"aws:s3/bucket:Bucket".into(), &"logs".into()));
/// assert_eq!((&row["op"], &row["status"], &row["diff"]), (&"create".into(), &"done".into(), &serde_json::json!([])));
/// assert_eq!((&row["startTime"], &row["endTime"], &row["durationSeconds"]), (&100.into(), &103.into(), &3.into()));
/// # Ok::<(), stackscope::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LogSummary {
    /// How it ended, or `running`.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"succeeded\" | \"failed\" | \"canceled\" | \"running\" | \"interrupted\" | \"unknown\" | (string & {})")
    )]
    pub result: LogResult,
    /// A preview changes nothing.
    pub is_preview: bool,
    /// Resources per op.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ResourceChanges"))]
    pub changes: OpCounts,
    /// Where `changes` comes from.
    pub changes_from: ChangesFrom,
    /// What the steps add up to, where that is not what the summary event says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "ResourceChanges"))]
    pub recomputed: Option<OpCounts>,
    /// Resources that change: all ops but `same`, `read`, `discard` and `read-replacement`.
    pub total_changes: i64,
    /// Resources that stay as they are.
    pub unchanged: i64,
    /// Steps that failed: what Pulumi's diff view calls errored.
    pub errored: u64,
    /// Resources, and the stack, with an error message: what Pulumi's progress view calls errored.
    pub errored_resources: u64,
    /// Time of the first event; absent where the log has no clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub start_time: Option<i64>,
    /// Time of the last event so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub end_time: Option<i64>,
    /// The engine's own figure, else the time between the first and the last event.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "whole_where_it_is")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub duration_seconds: Option<f64>,
    /// How fine the clock of the log is, in seconds: no duration of a resource is more exact.
    pub time_resolution_seconds: u32,
    /// The state may be corrupt, says the engine.
    pub maybe_corrupt: bool,
    /// Events read.
    pub events: u64,
    /// Events of each kind.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub kinds: BTreeMap<String, u64>,
    /// Configuration by key; secrets are blinded by the engine and masked.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub configuration: BTreeMap<String, String>,
    /// One row for each resource, in the order in which the log first names them.
    pub resources: Vec<ResourceUpdate>,
    /// Messages that are for the record, in order; those marked ephemeral are only counted.
    pub diagnostics: Vec<DiagnosticRow>,
    /// Messages of each severity, ephemeral ones left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub diagnostic_counts: BTreeMap<String, u64>,
    /// Messages that are counted, but not among `diagnostics`: of each severity the first 10,000 are kept.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub diagnostics_omitted: u64,
    /// Messages marked ephemeral.
    pub ephemeral: u64,
    /// Violations of policies: the most binding first.
    pub policies: Vec<PolicyViolation>,
    /// Policy packs that ran, and what they said.
    pub policy_packs: Vec<PolicyPackRow>,
    /// Resources that a policy mended.
    pub remediations: Vec<RemediationRow>,
    /// Outputs of the stack after the update, as far as the log tells.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, unknown>"))]
    pub outputs: BTreeMap<String, Json>,
    /// How outputs of the stack changed.
    pub output_changes: Vec<ResourcePropertyChange>,
    /// What happened when: beginnings and ends of steps that do something (all but `same`), in order of time. Empty where the log has no
    /// clock.
    pub timeline: Vec<TimelineEntry>,
    /// The chain of steps that the end of the update waited for, first to last.
    pub critical_path: Vec<CriticalStep>,
    /// URNs of the resources that took longest, with their seconds, longest first; at most ten.
    pub slowest: Vec<SlowResource>,
    /// Downloads and installations, each as last heard of.
    pub progress: Vec<ProgressRow>,
    /// What `startDebuggingEvent` said, each time.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "unknown[]"))]
    pub debugging: Vec<Json>,
    /// What the engine itself failed with.
    pub errors: Vec<String>,
    /// Lines that the program wrote by `stdoutEvent`.
    pub stdout_lines: u64,
    /// Words that this version has no name for, each with its count.
    pub unknown: UnknownWords,
    /// Pieces of the log that could not be read and were passed over.
    pub problems: Vec<LogProblem>,
    /// How many there were; `problems` names the first hundred.
    pub problem_count: u64,
}

/// What happened to one resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourceUpdate {
    /// URN.
    pub urn: String,
    /// Type token.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// Last part of the URN.
    pub name: String,
    /// URN of the parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub parent: Option<String>,
    /// Provider reference, `urn::id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub provider: Option<String>,
    /// Physical id after the update; of a deletion the one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    /// Managed by a provider; false for components.
    pub custom: bool,
    /// What was done: a replacement with all its steps is one `replace`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// Every step, in order.
    pub steps: Vec<StepRow>,
    /// Further steps: of one resource 100 are kept, the last one among them.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub steps_omitted: u64,
    /// A provider that the engine made for itself; listed only where something went wrong with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub internal: bool,
    /// Where it stands.
    pub status: RowStatus,
    /// When its first step began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub start_time: Option<i64>,
    /// When its last step ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub end_time: Option<i64>,
    /// Seconds between the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub duration_seconds: Option<i64>,
    /// Paths of the properties that differ.
    pub diff: Vec<String>,
    /// How each of them differs.
    pub property_diff: Vec<ResourcePropertyChange>,
    /// Further properties that differ: 1,000 are kept, of those that force a replacement the first.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub property_diff_omitted: u64,
    /// Why it is replaced, where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub replace_reasons: Vec<ReplaceReason>,
    /// Messages of each severity, ephemeral ones left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub diagnostics: BTreeMap<String, u64>,
    /// Violations of policies of each enforcement level.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub policies: BTreeMap<String, u64>,
    /// `protect` after the update, where it is set.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub protect: bool,
    /// The provider keeps the real resource when the engine deletes it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub retain_on_delete: bool,
}

/// One step of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StepRow {
    /// What the step does.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// Of a refresh: what it found, such as `update` or `delete`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "OpType"))]
    pub found: Option<OpType>,
    /// Where it stands.
    pub status: RowStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub start_time: Option<i64>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub end_time: Option<i64>,
}

/// How a property of a resource differs, as the provider or a comparison of the two states says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResourcePropertyChange {
    /// Where, in Pulumi's own syntax: `tags.env`, `rules[2].port`.
    pub path: String,
    /// `add`, `delete` or `update`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"add\" | \"delete\" | \"update\""))]
    pub kind: &'static str,
    /// The change makes the resource be replaced.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub replace: bool,
    /// The old value, secrets masked; absent in an addition, and where the log does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub before: Option<Json>,
    /// The new value, secrets masked; absent in a deletion, and where the log does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "unknown"))]
    pub after: Option<Json>,
    /// The program asked for the values to be hidden (`hideDiffs`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub hidden: bool,
    /// The value is a secret on at least one side, and masked on both.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub secret: bool,
}

/// Why a resource is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReplaceReason {
    /// The property that forces it; absent where the log names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub property: Option<String>,
    /// The resource whose own change made the property change, where the log tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub caused_by: Option<String>,
    /// In words for people, such as `because its provider is replaced`.
    pub because: String,
}

/// A message for the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiagnosticRow {
    /// `error`, `warning`, `info`, `info#err`, `debug`, or a word not known yet.
    pub severity: String,
    /// URN of the resource; absent where the message is about the update.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub urn: Option<String>,
    /// The text without colours; lines end as the program wrote them.
    pub message: String,
    /// What Pulumi prints before the message, where it has a prefix.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub prefix: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub time: Option<i64>,
}

/// A policy that was violated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyViolation {
    /// Name of the policy.
    pub policy: String,
    /// Name of its pack.
    pub pack: String,
    /// Version of the pack, or its tag.
    pub pack_version: String,
    /// `mandatory`, `advisory`, `remediate`, `disabled`, or a word not known yet.
    pub enforcement_level: String,
    /// `low`, `medium`, `high` or `critical`, where given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub severity: Option<String>,
    /// URN of the resource; absent where the policy is about the stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub urn: Option<String>,
    /// The text without colours.
    pub message: String,
}

/// A policy pack that ran.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PolicyPackRow {
    /// Name.
    pub name: String,
    /// Version, or its tag.
    pub version: String,
    /// Path, of a pack that lies on the machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub path: Option<String>,
    /// Violations of each enforcement level.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, number>"))]
    pub violations: BTreeMap<String, u64>,
    /// Resources that it mended.
    pub remediations: u64,
    /// Times that a policy was passed, where the log tells.
    pub passed: u64,
    /// Times that a policy was failed, where the log tells.
    pub failed: u64,
}

/// A resource that a policy mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RemediationRow {
    /// Name of the policy.
    pub policy: String,
    /// Name of its pack.
    pub pack: String,
    /// Version of the pack, or its tag.
    pub pack_version: String,
    /// URN of the resource.
    pub urn: String,
    /// What it changed.
    pub changes: Vec<ResourcePropertyChange>,
}

/// Something that happened at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TimelineEntry {
    /// When.
    pub time: i64,
    /// URN of the resource.
    pub urn: String,
    /// The step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// What happened to the step.
    pub phase: TimelinePhase,
}

/// A step begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimelinePhase {
    /// It begins.
    Begin,
    /// It has ended well.
    Done,
    /// It has failed.
    Failed,
}

/// A step on the critical path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CriticalStep {
    /// URN of the resource.
    pub urn: String,
    /// The step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "OpType"))]
    pub op: OpType,
    /// When it began.
    pub start_time: i64,
    /// When it ended; of a running step the time of the last event.
    pub end_time: i64,
    /// Why it waited for the step before it; absent of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub after: Option<WaitReason>,
}

/// Why a step could not begin earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum WaitReason {
    /// The step before is the parent's (of a deletion: the child's).
    Parent,
    /// An input holds a value or id of the resource before, or it is the provider.
    Dependency,
    /// The step before is one of the same resource.
    Step,
    /// Nothing in the log joins the two: it is the step that ended last before this one began.
    Time,
}

/// A resource and how long it took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SlowResource {
    /// URN.
    pub urn: String,
    /// Seconds from the beginning of its first step to the end of its last.
    pub duration_seconds: i64,
}

/// A download or installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ProgressRow {
    /// `plugin-download`, `plugin-install`, … or a word not known yet.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which one of them.
    pub id: String,
    /// What is shown.
    pub message: String,
    /// How much is done; bytes in a download.
    pub completed: i64,
    /// How much there is; 0 where it is not known.
    pub total: i64,
    /// Whether it is over.
    pub done: bool,
}

/// Words of a log that this version has no name for, each with its count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UnknownWords {
    /// Kinds of events.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub kinds: BTreeMap<String, u64>,
    /// Ops.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub ops: BTreeMap<String, u64>,
    /// Severities of messages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub severities: BTreeMap<String, u64>,
    /// Enforcement levels of policies.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub enforcement_levels: BTreeMap<String, u64>,
    /// Colour directives, such as `fg 99`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub colors: BTreeMap<String, u64>,
}

/// A piece of the log that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LogProblem {
    /// Line, from 1.
    pub line: u64,
    /// Byte, from 0, after decompression.
    pub offset: u64,
    /// What is wrong; never quotes the log.
    pub message: String,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// Writes `4`, not `4.0`.
fn whole_where_it_is<S: Serializer>(seconds: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match *seconds {
        Some(seconds) if seconds.fract() == 0.0 && seconds.abs() < 9e15 => serializer.serialize_i64(seconds as i64),
        Some(seconds) => serializer.serialize_f64(seconds),
        None => serializer.serialize_none(),
    }
}
