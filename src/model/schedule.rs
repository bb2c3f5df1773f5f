//! Schedules of deployments: of any operation, of drift detection, and of a stack's end (TTL).
//!
//! In: answers of the schedule endpoints, and the bodies that make and change schedules. Out: [`ScheduledAction`],
//! [`ScheduledActionList`], [`ScheduledActionHistory`], bodies of requests. Fails where a schedule has no id.

use super::deployment::CreateDeploymentRequest;
use super::open::{List, listed, model, words};

words! {
    /// What a schedule does.
    pub enum ScheduledActionKind {
        /// Starts a deployment.
        Deployment = "deployment",
        /// Rotates the secrets of an environment.
        EnvironmentRotation = "environment_rotation",
        /// Scans an account.
        Scan = "scan",
        /// Starts a task of an agent.
        AgentAutomation = "agent_automation",
    }
}

model! {
    /// What a schedule does each time; other kinds than deployments have other fields.
    pub struct ScheduledActionDefinition {
        /// The deployment that it starts.
        pub request: Option<CreateDeploymentRequest>,
    }

    /// A schedule (Get Schedule).
    pub struct ScheduledAction {
        /// Id.
        pub id: String,
        /// Id of the organisation.
        #[serde(rename = "orgID", alias = "orgId")]
        pub org_id: Option<String>,
        /// When it recurs, as a cron expression.
        pub schedule_cron: Option<String>,
        /// When it happens once (ISO 8601).
        pub schedule_once: Option<String>,
        /// When it happens next.
        pub next_execution: Option<String>,
        /// Whether it is paused.
        pub paused: Option<bool>,
        /// What it does.
        pub kind: Option<ScheduledActionKind>,
        /// What it does, in detail.
        pub definition: Option<ScheduledActionDefinition>,
        /// When it was made.
        pub created: Option<String>,
        /// When it was last changed.
        pub modified: Option<String>,
        /// When it last happened.
        pub last_executed: Option<String>,
    }

    /// Schedules of a stack (List Schedules).
    #[serde(remote = "Self")]
    pub struct ScheduledActionList {
        /// The schedules.
        pub schedules: List<ScheduledAction>,
    }

    /// One time that a schedule happened.
    pub struct ScheduledActionHistoryEvent {
        /// Id.
        pub id: String,
        /// Id of the schedule.
        #[serde(rename = "scheduledActionID", alias = "scheduledActionId")]
        pub scheduled_action_id: Option<String>,
        /// When it happened.
        pub executed: Option<String>,
        /// Version of the schedule then.
        pub version: Option<i64>,
        /// What came of it.
        pub result: Option<String>,
    }

    /// The times that a schedule happened (Get Schedule History).
    #[serde(remote = "Self")]
    pub struct ScheduledActionHistory {
        /// The times.
        pub schedule_history_events: List<ScheduledActionHistoryEvent>,
    }

    /// Body of Create Schedule and Update Schedule: `scheduleCron` or `scheduleOnce`, and what to do.
    pub struct CreateScheduledDeploymentRequest {
        /// When it recurs, as a cron expression of five fields, in UTC.
        pub schedule_cron: Option<String>,
        /// When it happens once (ISO 8601, with a time zone).
        pub schedule_once: Option<String>,
        /// The deployment to start.
        pub request: Option<CreateDeploymentRequest>,
    }

    /// Body of Create Drift Schedule and Update Drift Schedule.
    pub struct CreateScheduledDriftDeploymentRequest {
        /// When to look for drift, as a cron expression of five fields, in UTC.
        pub schedule_cron: Option<String>,
        /// Whether to remedy the drift that is found.
        pub auto_remediate: Option<bool>,
    }

    /// Body of Create TTL Schedule and Update TTL Schedule.
    pub struct CreateScheduledTtlDeploymentRequest {
        /// When to destroy the resources of the stack (ISO 8601).
        pub timestamp: Option<String>,
        /// Whether to delete the stack afterwards.
        pub delete_after_destroy: Option<bool>,
    }
}

listed!(ScheduledActionList.schedules);
listed!(ScheduledActionHistory.schedule_history_events);
