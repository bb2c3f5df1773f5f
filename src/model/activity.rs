//! What happened on a stack: updates and deployments in one list, and what led to one update.
//!
//! In: answers of the activity, summary and timeline endpoints. Out: [`ActivityList`], [`UpdateSummary`], [`UpdateTimeline`]. Fails
//! where an update says no kind or a deployment has no id.

use super::deployment::Deployment;
use super::open::{List, listed, model};
use super::update::{UpdateInfo, UpdateResult};

model! {
    /// One thing that happened: an update or a deployment.
    pub struct Activity {
        /// The update.
        pub update: Option<UpdateInfo>,
        /// The deployment, with its updates.
        pub deployment: Option<Deployment>,
    }

    /// A page of what happened on a stack (Get Stack Activity).
    #[serde(remote = "Self")]
    pub struct ActivityList {
        /// What happened, newest first.
        pub activity: List<Activity>,
        /// Length of a page.
        pub items_per_page: Option<i64>,
        /// How many there are in all.
        pub total: Option<i64>,
    }

    /// An update in brief (Get Update Summary, Get Preview Summary).
    pub struct UpdateSummary {
        /// How it ended.
        pub result: Option<UpdateResult>,
        /// Start, in unix seconds.
        pub start_time: Option<i64>,
        /// End, in unix seconds; 0 where it has not ended.
        pub end_time: Option<i64>,
        /// Resources after it.
        pub resource_count: Option<i64>,
    }

    /// The pull request whose merge started an update.
    pub struct GitHubPullRequest {
        /// Title.
        pub title: Option<String>,
        /// Number.
        pub number: i64,
        /// Owner and repository.
        pub repo_slug: Option<String>,
        /// When it was opened, in unix seconds.
        pub created_at: Option<i64>,
        /// When it was closed, in unix seconds; absent where it is open.
        pub closed_at: Option<i64>,
        /// Whether it was merged.
        pub was_merged: Option<bool>,
        /// Branch that it came from.
        pub source_ref: Option<String>,
        /// Branch that it went to.
        pub target_ref: Option<String>,
        /// Hash of the merge commit.
        #[serde(rename = "mergeCommitSHA")]
        pub merge_commit_sha: Option<String>,
    }

    /// What led to an update (Get Update Timeline).
    pub struct UpdateTimeline {
        /// The update.
        pub update: UpdateInfo,
        /// Previews of the same pull request or the same commits.
        pub collated_update_events: List<UpdateInfo>,
        /// The pull request whose merge started the update.
        pub collated_pull_request: Option<GitHubPullRequest>,
        /// Other previews since the update before.
        pub previews: List<UpdateInfo>,
    }
}

listed!(ActivityList.activity);
