//! What an update did: the shape of the answer.
//!
//! In: nothing. Out: [`LogSummary`] and what it holds, as scripts and the page get it. Times are unix seconds, durations seconds;
//! the clock of an event log ticks in whole seconds. Values of properties are masked where they are secret.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::json_text::Json;

mod outcome;
mod policy;
mod resource;
mod timing;
mod told;

pub use outcome::{ChangesFrom, LogResult, OpCounts};
pub use policy::{PolicyPackRow, PolicyViolation, RemediationRow};
use resource::is_zero;
pub use resource::{ReplaceReason, ResourcePropertyChange, ResourceUpdate, RowStatus, StepRow};
pub use timing::{CriticalStep, SlowResource, TimelineEntry, TimelinePhase, WaitReason};
pub use told::{DiagnosticRow, LogProblem, ProgressRow, UnknownWords};

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
    /// Steps that failed: what Pulumi's diff view calls errored. An error without a step, such as one of the program's, is not among
    /// them, and so `errored` can be 0 where `errored_resources` is not.
    pub errored: u64,
    /// Resources, and the stack, with an error message: what Pulumi's progress view calls errored. Where anything failed, the stack is
    /// mostly one of them.
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
    /// Violations that are counted, but not among `policies`.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub policies_omitted: u64,
    /// Policy packs that ran, and what they said.
    pub policy_packs: Vec<PolicyPackRow>,
    /// Resources that a policy mended.
    pub remediations: Vec<RemediationRow>,
    /// Remediations that are counted, but not among `remediations`.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub remediations_omitted: u64,
    /// Outputs of the stack after the update, as far as the log tells.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, unknown>"))]
    pub outputs: BTreeMap<String, Json>,
    /// Names of outputs whose values are cut: of one value 16 KiB are kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub outputs_truncated: Vec<String>,
    /// How outputs of the stack changed.
    pub output_changes: Vec<ResourcePropertyChange>,
    /// What happened when: beginnings and ends of steps that do something (all but `same`), in order of time. Empty where the log has no
    /// clock.
    pub timeline: Vec<TimelineEntry>,
    /// The chain of steps that the step which ended last waited for, first to last, as far as the log tells: it begins with the first step
    /// that is not known to have waited for another.
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

/// Writes `4`, not `4.0`.
fn whole_where_it_is<S: Serializer>(seconds: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match *seconds {
        Some(seconds) if seconds.fract() == 0.0 && seconds.abs() < 9e15 => serializer.serialize_i64(seconds as i64),
        Some(seconds) => serializer.serialize_f64(seconds),
        None => serializer.serialize_none(),
    }
}
