//! Events of the engine: what an update did, step by step.
//!
//! In: events as Pulumi Cloud lists them, and as self-hosted servers hand back what the command line posted. Out: [`EngineEvent`]
//! with one payload. Fails where a step lacks its operation, URN or type; a kind that is not known is kept with the unknown fields.

use std::collections::BTreeMap;

use super::open::{Json, model, words};
use super::update::ResourceChanges;

mod policy;
mod step;

pub use policy::{
    PolicyAnalyzeStackSummaryEvent, PolicyAnalyzeSummaryEvent, PolicyEvent, PolicyEventException, PolicyLoadEvent,
    PolicyRemediateSummaryEvent, PolicyRemediationEvent,
};
pub use step::{DiffKind, PropertyDiff, ResOpFailedEvent, ResOutputsEvent, ResourcePreEvent, StepEventMetadata, StepEventState};

words! {
    /// Kinds of events: the name of the field that holds the payload.
    pub enum EventType {
        /// The update was cancelled.
        Cancel = "cancelEvent",
        /// Output of the program.
        Stdout = "stdoutEvent",
        /// A message, warning or error.
        Diagnostic = "diagnosticEvent",
        /// The update begins.
        Prelude = "preludeEvent",
        /// The update is over.
        Summary = "summaryEvent",
        /// A step begins.
        ResourcePre = "resourcePreEvent",
        /// A step has ended well.
        ResOutputs = "resOutputsEvent",
        /// A step has failed.
        ResOpFailed = "resOpFailedEvent",
        /// A policy was violated.
        Policy = "policyEvent",
        /// A policy mended a resource.
        PolicyRemediation = "policyRemediationEvent",
        /// Policies are loaded.
        PolicyLoad = "policyLoadEvent",
        /// Policies of a pack that a resource passed and failed.
        PolicyAnalyzeSummary = "policyAnalyzeSummaryEvent",
        /// Policies of a pack that mended a resource, and those that did not.
        PolicyRemediateSummary = "policyRemediateSummaryEvent",
        /// Policies of a pack that the stack passed and failed.
        PolicyAnalyzeStackSummary = "policyAnalyzeStackSummaryEvent",
        /// A debugger may attach.
        StartDebugging = "startDebuggingEvent",
        /// How far a download or an installation is.
        Progress = "progressEvent",
        /// The engine itself failed.
        Error = "errorEvent",
    }

    /// How much a message matters.
    pub enum DiagnosticSeverity {
        /// For those who look for faults in Pulumi.
        Debug = "debug",
        /// To know.
        Info = "info",
        /// To know, from the error stream of the program.
        InfoError = "info#err",
        /// A warning.
        Warning = "warning",
        /// An error.
        Error = "error",
    }

    /// How an update ended, in its summary event.
    pub enum OperationResult {
        /// Well.
        Succeeded = "succeeded",
        /// With an error.
        Failed = "failed",
        /// Cancelled.
        Canceled = "canceled" | "cancelled",
    }

    /// What is under way in a progress event.
    pub enum ProgressType {
        /// Download of a plugin.
        PluginDownload = "plugin-download",
        /// Installation of a plugin.
        PluginInstall = "plugin-install",
    }
}

model! {
    /// One event: when, which kind, and the payload in the field of that name.
    pub struct EngineEvent {
        /// Place in the update; absent on Pulumi Cloud, which lists events in order.
        pub sequence: Option<i64>,
        /// When it happened, in unix seconds.
        pub timestamp: Option<i64>,
        /// Kind; some servers leave it out. It is also the name of the field with the payload.
        #[serde(rename = "type")]
        pub type_: Option<EventType>,
        /// The update was cancelled.
        pub cancel_event: Option<CancelEvent>,
        /// Output of the program.
        pub stdout_event: Option<StdoutEvent>,
        /// A message, warning or error.
        pub diagnostic_event: Option<DiagnosticEvent>,
        /// The update begins.
        pub prelude_event: Option<PreludeEvent>,
        /// The update is over.
        pub summary_event: Option<SummaryEvent>,
        /// A step begins.
        pub resource_pre_event: Option<ResourcePreEvent>,
        /// A step has ended well.
        pub res_outputs_event: Option<ResOutputsEvent>,
        /// A step has failed.
        pub res_op_failed_event: Option<ResOpFailedEvent>,
        /// A policy was violated.
        pub policy_event: Option<PolicyEvent>,
        /// A policy mended a resource.
        pub policy_remediation_event: Option<PolicyRemediationEvent>,
        /// Policies are loaded.
        pub policy_load_event: Option<PolicyLoadEvent>,
        /// Policies of a pack that a resource passed and failed.
        pub policy_analyze_summary_event: Option<PolicyAnalyzeSummaryEvent>,
        /// Policies of a pack that mended a resource, and those that did not.
        pub policy_remediate_summary_event: Option<PolicyRemediateSummaryEvent>,
        /// Policies of a pack that the stack passed and failed.
        pub policy_analyze_stack_summary_event: Option<PolicyAnalyzeStackSummaryEvent>,
        /// A debugger may attach.
        pub start_debugging_event: Option<StartDebuggingEvent>,
        /// How far a download or an installation is.
        pub progress_event: Option<ProgressEvent>,
        /// The engine itself failed.
        pub error_event: Option<ErrorEvent>,
    }

    /// The update was cancelled.
    pub struct CancelEvent {}

    /// Output of the program.
    pub struct StdoutEvent {
        /// The text, with colour tags as `<{%reset%}>`.
        pub message: Option<String>,
        /// What to do with the colour tags.
        pub color: Option<String>,
    }

    /// A message, warning or error.
    pub struct DiagnosticEvent {
        /// URN of the resource that it is about.
        pub urn: Option<String>,
        /// What stands before the message.
        pub prefix: Option<String>,
        /// The text, with colour tags as `<{%reset%}>`.
        pub message: Option<String>,
        /// What to do with the colour tags.
        pub color: Option<String>,
        /// How much it matters.
        pub severity: Option<DiagnosticSeverity>,
        /// Stream of messages that it belongs to.
        #[serde(rename = "streamID")]
        pub stream_id: Option<i64>,
        /// Whether it is for the moment and not for the record.
        pub ephemeral: Option<bool>,
    }

    /// The update begins.
    pub struct PreludeEvent {
        /// Configuration by key; secrets are blinded.
        pub config: Option<BTreeMap<String, String>>,
    }

    /// The update is over.
    pub struct SummaryEvent {
        /// Whether the state may be corrupt.
        pub maybe_corrupt: Option<bool>,
        /// How long it took, in seconds.
        pub duration_seconds: Option<i64>,
        /// How many resources each kind of step touched.
        pub resource_changes: Option<ResourceChanges>,
        /// Version of each policy pack, by name.
        #[serde(rename = "PolicyPacks")]
        pub policy_packs: Option<BTreeMap<String, String>>,
        /// Whether it was a preview; absent in old records.
        pub is_preview: Option<bool>,
        /// How it ended; absent in old records.
        pub result: Option<OperationResult>,
    }

    /// A debugger may attach.
    pub struct StartDebuggingEvent {
        /// How to attach.
        pub config: Option<BTreeMap<String, Json>>,
    }

    /// How far a download or an installation is.
    pub struct ProgressEvent {
        /// What is under way.
        #[serde(rename = "type")]
        pub type_: Option<ProgressType>,
        /// Which one of them.
        pub id: Option<String>,
        /// The text.
        pub message: Option<String>,
        /// How much is done.
        pub received: Option<i64>,
        /// How much there is.
        pub total: Option<i64>,
        /// Whether it is over.
        pub done: Option<bool>,
    }

    /// The engine itself failed.
    pub struct ErrorEvent {
        /// What went wrong.
        pub error: Option<String>,
    }
}

impl EngineEvent {
    /// Kind of the event: its `type`, or the name of the payload where that is absent. None where there is no payload, or more
    /// than one.
    pub fn kind(&self) -> Option<EventType> {
        self.type_.clone().or_else(|| {
            let mut payloads = self.payloads();
            payloads.next().filter(|_| payloads.next().is_none())
        })
    }

    fn payloads(&self) -> impl Iterator<Item = EventType> + '_ {
        let known = [
            (EventType::Cancel, self.cancel_event.is_some()),
            (EventType::Stdout, self.stdout_event.is_some()),
            (EventType::Diagnostic, self.diagnostic_event.is_some()),
            (EventType::Prelude, self.prelude_event.is_some()),
            (EventType::Summary, self.summary_event.is_some()),
            (EventType::ResourcePre, self.resource_pre_event.is_some()),
            (EventType::ResOutputs, self.res_outputs_event.is_some()),
            (EventType::ResOpFailed, self.res_op_failed_event.is_some()),
            (EventType::Policy, self.policy_event.is_some()),
            (EventType::PolicyRemediation, self.policy_remediation_event.is_some()),
            (EventType::PolicyLoad, self.policy_load_event.is_some()),
            (EventType::PolicyAnalyzeSummary, self.policy_analyze_summary_event.is_some()),
            (EventType::PolicyRemediateSummary, self.policy_remediate_summary_event.is_some()),
            (EventType::PolicyAnalyzeStackSummary, self.policy_analyze_stack_summary_event.is_some()),
            (EventType::StartDebugging, self.start_debugging_event.is_some()),
            (EventType::Progress, self.progress_event.is_some()),
            (EventType::Error, self.error_event.is_some()),
        ];
        let unknown = self.unknown.0.iter().filter(|(name, payload)| name.ends_with("Event") && payload.is_object());
        let known = known.into_iter().filter_map(|(kind, is_there)| is_there.then_some(kind));
        known.chain(unknown.map(|(name, _)| EventType::from(name.as_str())))
    }
}
