//! Runs of Pulumi Deployments: what they did, job by job and step by step, what they logged, and how to start one.
//!
//! In: answers of the deployment endpoints, and the body that starts a deployment. Out: [`Deployment`], [`DeploymentList`],
//! [`DeploymentLogs`], [`CreateDeploymentRequest`]. Fails where a deployment has no id.

use std::collections::BTreeMap;

use super::deployment_settings::{
    CacheOptions, DeploymentSettingsGitHub, DeploymentSettingsVcs, ExecutorContext, OperationContext, nullable,
};
use super::open::{List, listed, model, words};
use super::source_context::SourceContext;
use super::update::{UpdateInfo, UpdateKind, UpdateResult};
use super::user_info::UserInfo;

words! {
    /// Where a deployment, one of its jobs, or a drift run stands.
    pub enum JobStatus {
        /// Not started yet.
        NotStarted = "not-started",
        /// Taken by a runner.
        Accepted = "accepted",
        /// Running.
        Running = "running",
        /// Ended with an error.
        Failed = "failed",
        /// Ended well.
        Succeeded = "succeeded",
        /// Passed over.
        Skipped = "skipped",
    }

    /// Where a step of a job stands.
    pub enum StepStatus {
        /// Not started yet.
        NotStarted = "not-started",
        /// Running.
        Running = "running",
        /// Ended with an error.
        Failed = "failed",
        /// Ended well.
        Succeeded = "succeeded",
    }

    /// What a deployment does to its stack.
    pub enum PulumiOperation {
        /// `pulumi up`.
        Update = "update",
        /// `pulumi preview`.
        Preview = "preview",
        /// `pulumi destroy`.
        Destroy = "destroy",
        /// `pulumi refresh`.
        Refresh = "refresh",
        /// Looks whether the resources are still as the state has them.
        DetectDrift = "detect-drift",
        /// Brings resources back to what the program declares.
        RemediateDrift = "remediate-drift",
    }
}

impl JobStatus {
    /// Whether it has ended, so that its status won't change any more.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Failed | Self::Succeeded | Self::Skipped)
    }
}

model! {
    /// One step of a job.
    pub struct DeploymentStep {
        /// Name.
        pub name: String,
        /// Where it stands.
        pub status: StepStatus,
        /// Start (ISO 8601).
        pub started: Option<String>,
        /// Last change (ISO 8601).
        pub last_updated: Option<String>,
    }

    /// One job of a deployment.
    pub struct DeploymentJob {
        /// Where it stands.
        pub status: JobStatus,
        /// Start (ISO 8601).
        pub started: Option<String>,
        /// Last change (ISO 8601).
        pub last_updated: Option<String>,
        /// Its steps, in order.
        pub steps: List<DeploymentStep>,
    }

    /// A variable that a deployment ran with.
    pub struct EnvironmentVariable {
        /// Name.
        pub name: String,
        /// Value; absent or empty where it is secret.
        pub value: Option<String>,
        /// Whether the value is secret.
        pub secret: Option<bool>,
    }

    /// The git repository that a deployment took its program from.
    pub struct DeploymentSourceGit {
        /// Address of the repository.
        #[serde(rename = "repoURL", alias = "repoUrl")]
        pub repo_url: Option<String>,
        /// Branch.
        pub branch: Option<String>,
        /// Folder with `Pulumi.yaml`.
        pub repo_dir: Option<String>,
        /// Hash of the commit; then the branch doesn't count.
        pub commit: Option<String>,
    }

    /// The template that a deployment took its program from.
    pub struct DeploymentSourceTemplate {
        /// Address of the template.
        pub source_url: Option<String>,
    }

    /// Where a deployment took its program from.
    pub struct DeploymentSource {
        /// A git repository.
        pub git: Option<DeploymentSourceGit>,
        /// A template.
        pub template: Option<DeploymentSourceTemplate>,
    }

    /// What a deployment ran with.
    pub struct DeploymentConfiguration {
        /// Its variables.
        pub environment_variables: List<EnvironmentVariable>,
        /// Where it took its program from.
        pub source: Option<DeploymentSource>,
    }

    /// One deployment (Get Deployment).
    pub struct Deployment {
        /// Id.
        pub id: String,
        /// When it was created.
        pub created: Option<String>,
        /// Last change.
        pub modified: Option<String>,
        /// Where it stands.
        pub status: JobStatus,
        /// Its number, counted up for each stack.
        pub version: Option<i64>,
        /// Number of the stack's newest deployment.
        pub latest_version: Option<i64>,
        /// Who asked for it.
        pub requested_by: Option<UserInfo>,
        /// Its jobs; absent where it has not started.
        pub jobs: Option<Vec<DeploymentJob>>,
        /// What it ran with.
        pub configuration: Option<DeploymentConfiguration>,
        /// What started it.
        pub initiator: Option<String>,
        /// What it does; absent for old deployments.
        pub pulumi_operation: Option<PulumiOperation>,
        /// Updates that it made; only in the activity of a stack.
        pub updates: Option<Vec<UpdateInfo>>,
    }

    /// An update, as a list of deployments tells it.
    pub struct DeploymentNestedUpdate {
        /// Id.
        pub id: Option<String>,
        /// Id by which the status and the events of the update are read.
        #[serde(rename = "updateID", alias = "updateId")]
        pub update_id: Option<String>,
        /// Version of the stack that it made.
        pub version: Option<i64>,
        /// Start, in unix seconds.
        pub start_time: Option<i64>,
        /// End, in unix seconds.
        pub end_time: Option<i64>,
        /// How it ended.
        pub result: Option<UpdateResult>,
        /// What it does.
        pub kind: Option<UpdateKind>,
        /// Message that the user gave, or that of the commit.
        pub message: Option<String>,
        /// Where it ran.
        pub environment: Option<BTreeMap<String, String>>,
    }

    /// Group of runners that took a deployment.
    pub struct DeploymentAgentPool {
        /// Id.
        pub id: String,
        /// Name.
        pub name: Option<String>,
    }

    /// One row of a list of deployments.
    pub struct DeploymentSummary {
        /// Id.
        pub id: String,
        /// When it was created.
        pub created: Option<String>,
        /// Last change.
        pub modified: Option<String>,
        /// Where it stands.
        pub status: JobStatus,
        /// Its number, counted up for each stack.
        pub version: Option<i64>,
        /// Who asked for it.
        pub requested_by: Option<UserInfo>,
        /// Project.
        pub project_name: Option<String>,
        /// Stack.
        pub stack_name: Option<String>,
        /// Whether deployments of the stack are paused.
        pub paused: Option<bool>,
        /// What it does.
        pub pulumi_operation: Option<PulumiOperation>,
        /// Updates that it made.
        pub updates: List<DeploymentNestedUpdate>,
        /// Its jobs.
        pub jobs: List<DeploymentJob>,
        /// What started it.
        pub initiator: Option<String>,
        /// Group of runners that took it.
        pub agent_pool: Option<DeploymentAgentPool>,
    }

    /// A page of deployments (List Stack Deployments, List Organization Deployments). The bare list of the preview API reads as
    /// one too.
    #[serde(remote = "Self")]
    pub struct DeploymentList {
        /// The deployments, newest first.
        pub deployments: List<DeploymentSummary>,
        /// Length of a page.
        pub items_per_page: Option<i64>,
        /// How many there are in all.
        pub total: Option<i64>,
    }

    /// A line that a deployment wrote.
    pub struct DeploymentLogLine {
        /// What to print before the line: the step that begins here.
        pub header: Option<String>,
        /// When it was written (ISO 8601).
        pub timestamp: Option<String>,
        /// The line.
        pub line: Option<String>,
    }

    /// Lines that a deployment wrote (Get Deployment Logs): of all its steps, or of the one that was asked for.
    pub struct DeploymentLogs {
        /// The lines, oldest first.
        pub lines: List<DeploymentLogLine>,
        /// What to ask for next, where all steps were asked for; absent or empty at the end.
        pub next_token: Option<String>,
        /// Name of the step, where one was asked for.
        pub name: Option<String>,
        /// Offset to ask for next, where one step was asked for; absent at the end.
        pub next_offset: Option<i64>,
        /// Which of the two shapes this is, where the server says so: `DeploymentLogs` or `DeploymentLogsStep`.
        #[serde(rename = "__type")]
        pub shape: Option<String>,
    }

    /// Starts a deployment (Create Deployment). What is left out comes from the settings of the stack, unless `inheritSettings`
    /// is false.
    pub struct CreateDeploymentRequest {
        /// What to do.
        pub operation: Option<PulumiOperation>,
        /// Whether to take over the settings of the stack; the server does by default.
        pub inherit_settings: Option<bool>,
        /// Image to run in.
        pub executor_context: Option<ExecutorContext>,
        /// Where the program is.
        pub source_context: Option<SourceContext>,
        /// Settings for GitHub.
        pub git_hub: Option<DeploymentSettingsGitHub>,
        /// Settings for another host of repositories.
        pub vcs: Option<DeploymentSettingsVcs>,
        /// Commands, variables, credentials and options.
        pub operation_context: Option<OperationContext>,
        /// Group of runners; `null` takes Pulumi's own whatever the settings say.
        #[serde(rename = "agentPoolID", default, deserialize_with = "nullable")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
        pub agent_pool_id: Option<Option<String>>,
        /// Whether to keep dependencies between runs.
        pub cache_options: Option<CacheOptions>,
        /// Name for this set of settings.
        pub tag: Option<String>,
    }

    /// A deployment that was asked for (Create Deployment).
    pub struct CreateDeploymentResponse {
        /// Id.
        pub id: String,
        /// Its page in the console.
        pub console_url: Option<String>,
        /// Its number, counted up for each stack.
        pub version: Option<i64>,
    }
}

listed!(DeploymentList.deployments);
