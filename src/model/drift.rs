//! Drift: whether the resources are still as the state has them, and the runs that looked.
//!
//! In: answers of the drift endpoints of a stack. Out: [`StackDriftStatus`], [`DriftRun`], [`DriftRunList`]. Fails where a run has no
//! id.

use super::deployment::JobStatus;
use super::open::{List, listed, model};
use super::update::ResourceChanges;

model! {
    /// Whether a stack has drifted (Get Drift Status).
    pub struct StackDriftStatus {
        /// Whether the latest run found drift.
        pub drift_detected: Option<bool>,
        /// Id of the latest run.
        pub latest_drift_run: Option<String>,
        /// Whether a run is going on.
        pub run_in_progress: Option<bool>,
    }

    /// An update within a drift run.
    pub struct DriftRunUpdate {
        /// Id, by which its status and events are read.
        #[serde(alias = "updateID")]
        pub update_id: Option<String>,
        /// How many resources each kind of step touched.
        pub resource_changes: Option<ResourceChanges>,
        /// Last change.
        pub modified: Option<String>,
        /// Where it stands.
        pub status: Option<JobStatus>,
    }

    /// A run that looked for drift (Get Drift Run).
    pub struct DriftRun {
        /// Id.
        pub id: String,
        /// Whether it found drift.
        pub drift_detected: Option<bool>,
        /// When it was created.
        pub created: Option<String>,
        /// Where it stands.
        pub status: JobStatus,
        /// Id of its deployment.
        pub deployment_id: Option<String>,
        /// Number of its deployment.
        pub deployment_version: Option<i64>,
        /// The update that looked.
        pub detect_update: Option<DriftRunUpdate>,
        /// The update that remedied.
        pub remediate_update: Option<DriftRunUpdate>,
    }

    /// A page of drift runs (List Drift Runs).
    #[serde(remote = "Self")]
    pub struct DriftRunList {
        /// The runs.
        pub drift_runs: List<DriftRun>,
        /// Length of a page.
        pub items_per_page: Option<i64>,
        /// How many there are in all.
        pub total: Option<i64>,
    }
}

listed!(DriftRunList.drift_runs);
