//! Updates of a stack: the rows of its history, their status, previews.
//!
//! In: answers of the update endpoints, in the `service` and the `cli` shape. Out: [`UpdateInfo`] for both, [`UpdateStatusResponse`].
//! Fails where an update says no kind.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::open::{Json, List, listed, model, reshaped, respell, words};
use super::user_info::UserInfo;

words! {
    /// What an update does; a `P` in front marks the preview of it.
    pub enum UpdateKind {
        /// `pulumi up`.
        Update = "update",
        /// `pulumi preview`.
        Preview = "preview",
        /// `pulumi refresh`.
        Refresh = "refresh",
        /// A new name for the stack.
        Rename = "rename",
        /// `pulumi destroy`.
        Destroy = "destroy",
        /// `pulumi stack import`.
        Import = "import",
        /// `pulumi import`.
        ResourceImport = "resource-import",
        /// Preview of an update.
        PreviewOfUpdate = "Pupdate",
        /// Preview of a refresh.
        PreviewOfRefresh = "Prefresh",
        /// Preview of a destroy.
        PreviewOfDestroy = "Pdestroy",
        /// Preview of an import.
        PreviewOfImport = "Pimport",
        /// Preview of a rename.
        PreviewOfRename = "Prename",
    }

    /// How an update in the history ended, or that it has not; the empty word where a server doesn't say.
    pub enum UpdateResult {
        /// Not started yet.
        NotStarted = "not-started",
        /// Running.
        InProgress = "in-progress",
        /// Ended well.
        Succeeded = "succeeded",
        /// Ended with an error.
        Failed = "failed",
    }

    /// Where an update stands. The spellings of self-hosted servers read as those of Pulumi Cloud.
    pub enum UpdateStatus {
        /// Not started yet.
        NotStarted = "not started" | "not-started",
        /// Asked for.
        Requested = "requested",
        /// Running.
        Running = "running" | "in-progress",
        /// Ended with an error.
        Failed = "failed",
        /// Ended well.
        Succeeded = "succeeded",
        /// Cancelled.
        Cancelled = "cancelled" | "canceled",
    }

    /// What a step does to a resource.
    pub enum OpType {
        /// Nothing.
        Same = "same",
        /// Creates it.
        Create = "create",
        /// Updates it in place.
        Update = "update",
        /// Deletes it.
        Delete = "delete",
        /// Replaces it.
        Replace = "replace",
        /// Creates the replacement.
        CreateReplacement = "create-replacement",
        /// Deletes what was replaced.
        DeleteReplaced = "delete-replaced",
        /// Reads it from the provider.
        Read = "read",
        /// Reads the replacement.
        ReadReplacement = "read-replacement",
        /// Refreshes its state.
        Refresh = "refresh",
        /// Drops what was read.
        Discard = "discard",
        /// Drops what was read and replaced.
        DiscardReplaced = "discard-replaced",
        /// Drops a replacement that was pending.
        RemovePendingReplace = "remove-pending-replace",
        /// Imports it.
        Import = "import",
        /// Imports the replacement.
        ImportReplacement = "import-replacement",
    }

    /// Which stream a line of an update went to.
    pub enum UpdateEventKind {
        /// Standard output.
        Stdout = "stdout",
        /// Standard error.
        Stderr = "stderr",
    }
}

/// How many resources each kind of step touched.
pub type ResourceChanges = BTreeMap<OpType, i64>;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const RESOURCE_CHANGES: &str = "/** How many resources each kind of step touched. */
export type ResourceChanges = Partial<Record<OpType, number>>;
";

impl UpdateKind {
    /// Whether this is a preview, which changes nothing.
    pub fn is_preview(&self) -> bool {
        matches!(self, Self::Preview) || matches!(self.as_str().as_bytes(), [b'P', b'a'..=b'z', ..])
    }
}

impl UpdateStatus {
    /// Whether the update has ended, so that its status won't change any more.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Failed | Self::Succeeded | Self::Cancelled)
    }
}

model! {
    /// One value of a stack's configuration, as an update saw it.
    pub struct ConfigValue {
        /// The value; ciphertext where it is secret, JSON where it is an object.
        pub string: Option<String>,
        /// Whether the value is secret.
        pub secret: Option<bool>,
        /// Whether the value is an object or a list.
        pub object: Option<bool>,
    }

    /// What an update did, as the command line recorded it.
    pub struct AppUpdateInfo {
        /// What the update does.
        pub kind: UpdateKind,
        /// Start, in unix seconds; 0 where it has not started.
        pub start_time: Option<i64>,
        /// Message that the user gave, or that of the commit.
        pub message: Option<String>,
        /// Where it ran: `exec.kind`, `git.head`, `vcs.repo` and the like.
        pub environment: Option<BTreeMap<String, String>>,
        /// Configuration by key.
        pub config: Option<BTreeMap<String, ConfigValue>>,
        /// How it ended.
        pub result: Option<UpdateResult>,
        /// End, in unix seconds; 0 where it has not ended.
        pub end_time: Option<i64>,
        /// Version of the stack that it made.
        pub version: Option<i64>,
        /// State that it left, where the server sends it along.
        pub deployment: Option<Json>,
        /// How many resources each kind of step touched.
        pub resource_changes: Option<ResourceChanges>,
        /// Resources in the stack afterwards.
        pub resource_count: Option<i64>,
    }

    /// The commit that an update ran from.
    pub struct GitHubCommitInfo {
        /// Owner and repository.
        pub slug: Option<String>,
        /// Hash of the commit.
        pub sha: Option<String>,
        /// Address of the commit.
        pub url: Option<String>,
        /// Message of the commit.
        pub message: Option<String>,
        /// Who wrote it.
        pub author: Option<UserInfo>,
        /// Who committed it.
        pub committer: Option<UserInfo>,
    }

    /// A policy pack that an update had to pass.
    pub struct PolicyPackRef {
        /// Name.
        pub name: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// Version, counted by the server.
        pub version: Option<i64>,
        /// Version, as its author named it.
        pub version_tag: Option<String>,
        /// Configuration by policy.
        pub config: Option<BTreeMap<String, Json>>,
        /// Environments that it reads.
        pub environments: Option<Vec<String>>,
    }

    /// One update of a stack. A row of the `cli` shape, which is what stands under `info` alone, reads as one too: its id moves
    /// up, its version stands in both places.
    #[serde(remote = "Self")]
    pub struct UpdateInfo {
        /// What it did.
        pub info: AppUpdateInfo,
        /// Id, by which its status and events are read; Pulumi Cloud leaves it out of the `cli` shape.
        #[serde(rename = "updateID")]
        pub update_id: Option<String>,
        /// The commit it ran from, where the server knows it.
        #[serde(rename = "githubCommitInfo")]
        pub github_commit_info: Option<GitHubCommitInfo>,
        /// Version of the stack that it made.
        pub version: Option<i64>,
        /// Version of the stack now.
        pub latest_version: Option<i64>,
        /// Who asked for it.
        pub requested_by: Option<UserInfo>,
        /// Policy packs that it had to pass.
        pub policy_packs: Option<Vec<PolicyPackRef>>,
        /// Token by which it was asked for.
        pub requested_by_token: Option<String>,
    }

    /// A page of updates or previews (List Stack Updates, List Previews).
    #[serde(remote = "Self")]
    pub struct UpdateList {
        /// The updates.
        pub updates: List<UpdateInfo>,
        /// Length of a page; absent in the `cli` shape.
        pub items_per_page: Option<i64>,
        /// How many there are in all; absent in the `cli` shape.
        pub total: Option<i64>,
    }

    /// A line that an update wrote.
    pub struct UpdateEvent {
        /// Its place, as text.
        pub index: Option<String>,
        /// Which stream it went to.
        pub kind: UpdateEventKind,
        /// What it says.
        pub fields: Option<BTreeMap<String, Json>>,
    }

    /// Where an update stands (Get Update Status).
    pub struct UpdateStatusResponse {
        /// Its status.
        pub status: UpdateStatus,
        /// Lines that it wrote since the last page.
        pub events: List<UpdateEvent>,
        /// What to ask for next; absent when the update has ended and all has been returned.
        pub continuation_token: Option<String>,
    }
}

listed!(UpdateList.updates);
reshaped!(UpdateInfo, service_shape);

/// The fields of a service row that a flat row may carry beside those of the command line.
const ROW_FIELDS: [&str; 6] = ["updateID", "githubCommitInfo", "latestVersion", "requestedBy", "policyPacks", "requestedByToken"];

fn service_shape(row: &mut Map<String, Value>) {
    respell(row, "updateID", &["updateId"]);
    let is_flat = row.get("info").is_none_or(Value::is_null) && row.contains_key("kind");
    if !is_flat {
        return;
    }
    let mut info = std::mem::take(row);
    info.remove("info");
    for field in ROW_FIELDS {
        if let Some(value) = info.remove(field) {
            row.insert(field.to_owned(), value);
        }
    }
    if let Some(version) = info.get("version") {
        row.insert("version".to_owned(), version.clone());
    }
    row.insert("info".to_owned(), Value::Object(info));
}
