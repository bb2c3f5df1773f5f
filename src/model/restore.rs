//! Stacks that were deleted and can come back.
//!
//! In: answer of List Deleted Stacks, body of Restore Deleted Stack. Out: [`DeletedStackList`], [`RestoreDeletedStackRequest`]. Fails
//! where a deleted stack has no program id.

use super::activity::UpdateSummary;
use super::open::{List, listed, model};

model! {
    /// A stack that was deleted.
    pub struct DeletedStack {
        /// Id.
        pub id: Option<String>,
        /// Id by which it is restored.
        #[serde(alias = "programID")]
        pub program_id: String,
        /// Project.
        pub project_name: String,
        /// Stack name.
        pub stack_name: String,
        /// Version.
        pub version: Option<i64>,
        /// When it was deleted, in unix seconds.
        pub deleted_at: Option<i64>,
        /// Its last update.
        pub last_update: Option<UpdateSummary>,
    }

    /// Stacks that were deleted, the last 25 (List Deleted Stacks).
    #[serde(remote = "Self")]
    pub struct DeletedStackList {
        /// The stacks.
        pub deleted_stacks: List<DeletedStack>,
    }

    /// Body of Restore Deleted Stack.
    pub struct RestoreDeletedStackRequest {
        /// Name that the stack gets.
        pub stack_name: String,
    }
}

listed!(DeletedStackList.deleted_stacks);
