//! Stacks as the API lists and describes them, and what it takes to make, move and rename one.
//!
//! In: answers of the stack endpoints, arguments of callers. Out: [`StackSummary`], [`Stack`] and what hangs on them, bodies of
//! requests. Fails where a stack lacks its organisation, project or name.

use serde_json::{Map, Value};

use super::open::{Json, List, Tags, listed, model, reshaped, words};
use super::team::StackPermission;
use super::update::UpdateKind;
use super::user_info::UserInfo;

words! {
    /// How much a message of the server matters.
    pub enum MessageSeverity {
        /// The server did what was asked, with a doubt.
        Warning = "warning",
        /// Something went wrong.
        Error = "error",
        /// Something to know.
        Info = "info",
    }
}

model! {
    /// One row of a list of stacks (List Stacks).
    #[serde(remote = "Self")]
    pub struct StackSummary {
        /// Id of the stack, where the server gives one.
        pub id: Option<String>,
        /// Organisation.
        pub org_name: String,
        /// Project.
        pub project_name: String,
        /// Stack name, without project and organisation.
        pub stack_name: String,
        /// Start of the last update, in unix seconds; absent where there was none.
        pub last_update: Option<i64>,
        /// More of the last update, where a self-hosted server sends an object instead of its start.
        pub last_update_detail: Option<LastUpdate>,
        /// Resources in the stack.
        pub resource_count: Option<i64>,
        /// Tags, where the server sends them in lists.
        pub tags: Option<Tags>,
        /// Where to read more.
        pub links: Option<StackLinks>,
        /// Version; self-hosted servers give it in the list.
        pub version: Option<i64>,
        /// Id of the latest update; self-hosted servers give it in the list.
        pub active_update: Option<String>,
    }

    /// The last update of a stack, as a self-hosted server describes it in lists.
    pub struct LastUpdate {
        /// What it did.
        pub kind: Option<UpdateKind>,
        /// How it ended, in the word of that server.
        pub status: Option<String>,
        /// Start, in unix seconds.
        pub start_time: Option<i64>,
    }

    /// Addresses of a stack.
    pub struct StackLinks {
        /// The stack in the console.
        #[serde(rename = "self")]
        pub self_: Option<String>,
    }

    /// A list of stacks (List Stacks).
    #[serde(remote = "Self")]
    pub struct StackList {
        /// The stacks.
        pub stacks: List<StackSummary>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
    }

    /// A stack (Get Stack).
    pub struct Stack {
        /// Id of the stack, where the server gives one.
        pub id: Option<String>,
        /// Organisation.
        pub org_name: String,
        /// Project.
        pub project_name: String,
        /// Stack name, without project and organisation.
        pub stack_name: String,
        /// What runs on the stack now; absent when it is idle, and on servers that don't tell.
        pub current_operation: Option<OperationStatus>,
        /// Id of the latest update, running or ended; on some servers empty or absent when the stack is idle.
        pub active_update: Option<String>,
        /// Tags by name.
        pub tags: Option<Tags>,
        /// Configuration that lives with the service.
        pub config: Option<StackConfig>,
        /// Version; 0 before the first update, and always on one self-hosted server.
        pub version: Option<i64>,
    }

    /// What runs on a stack.
    pub struct OperationStatus {
        /// What it does.
        pub kind: UpdateKind,
        /// User name of who started it.
        pub author: Option<String>,
        /// Start, in unix seconds.
        pub started: Option<i64>,
    }

    /// Configuration of a stack that lives with the service.
    pub struct StackConfig {
        /// Environment that the configuration comes from.
        pub environment: Option<String>,
        /// Address of the secrets provider.
        pub secrets_provider: Option<String>,
        /// Data key, encrypted by the secrets provider.
        pub encrypted_key: Option<String>,
        /// Salt of the passphrase.
        pub encryption_salt: Option<String>,
    }

    /// Body of Create Stack.
    pub struct CreateStackRequest {
        /// Name of the new stack.
        pub stack_name: String,
        /// Tags to start with.
        pub tags: Option<Tags>,
        /// Teams that get access.
        pub teams: Option<Vec<String>>,
        /// State to start with: an exported checkpoint.
        pub state: Option<Json>,
        /// Configuration to keep with the service.
        pub config: Option<StackConfig>,
    }

    /// Answer of Create Stack. Pulumi Cloud sends messages at most; a self-hosted server sends the stack.
    pub struct CreateStackResponse {
        /// What the server has to say about it.
        pub messages: Option<Vec<Message>>,
        /// Id of the stack.
        pub id: Option<String>,
        /// Organisation.
        pub org_name: Option<String>,
        /// Project.
        pub project_name: Option<String>,
        /// Stack name.
        pub stack_name: Option<String>,
        /// Tags by name.
        pub tags: Option<Tags>,
        /// Id of the latest update.
        pub active_update: Option<String>,
        /// Version.
        pub version: Option<i64>,
    }

    /// A message of the server.
    pub struct Message {
        /// What it says.
        pub message: String,
        /// How much it matters.
        pub severity: Option<MessageSeverity>,
    }

    /// Body of Transfer Stack.
    pub struct TransferStackRequest {
        /// Organisation to transfer the stack to; the caller belongs to both.
        pub to_org: String,
        /// Organisation that it is in.
        pub from_org: Option<String>,
        /// Project that it is in.
        pub project_name: Option<String>,
        /// Its name.
        pub stack_name: Option<String>,
    }

    /// Body of Rename Stack.
    pub struct RenameStackRequest {
        /// New name of the stack, without project and organisation; empty or left out keeps it.
        #[serde(default)]
        pub new_name: String,
        /// New project; empty or left out keeps it.
        #[serde(default)]
        pub new_project: String,
    }

    /// Answer of Rename Stack; self-hosted servers send none.
    pub struct RenameStackResponse {
        /// Id of the update that records the renaming.
        #[serde(alias = "updateID")]
        pub update_id: Option<String>,
    }

    /// What is known of a stack besides its state (Get Stack Metadata).
    pub struct StackMetadata {
        /// Id of the stack.
        pub id: Option<String>,
        /// Organisation.
        pub org_name: String,
        /// Project.
        pub project_name: String,
        /// Stack name.
        pub stack_name: String,
        /// Who owns it.
        pub owned_by: Option<UserInfo>,
        /// What the caller may do with it.
        pub user_permission: Option<StackPermission>,
        /// Which mails the caller gets.
        pub notification_settings: Option<StackNotificationSettings>,
    }

    /// Which mails a user gets about a stack.
    pub struct StackNotificationSettings {
        /// One for each update that failed.
        pub notify_update_failure: Option<bool>,
        /// One for each update that ended well.
        pub notify_update_success: Option<bool>,
    }
}

listed!(StackList.stacks);
reshaped!(StackSummary, start_of_last_update);

fn start_of_last_update(row: &mut Map<String, Value>) {
    if row.get("lastUpdate").is_some_and(Value::is_object) {
        let detail = row.remove("lastUpdate").unwrap_or_default();
        if let Some(start @ Value::Number(_)) = detail.get("startTime") {
            row.insert("lastUpdate".to_owned(), start.clone());
        }
        row.insert("lastUpdateDetail".to_owned(), detail);
    }
}
