//! Outputs of a stack, one resource of it, who has access to it, and what an import answers.
//!
//! In: answers of these endpoints of a stack. Out: [`StackOutputs`], [`StackResource`], [`StackTeamList`], [`ImportStackResponse`].
//! Fails where the resource has no URN or the import no update.

use std::collections::BTreeMap;

use super::open::{Json, List, listed, model};
use super::resource::ResourceInfo;
use super::team::StackPermission;

model! {
    /// What encrypts the secrets of a state.
    pub struct SecretsProvider {
        /// Kind: `service`, `passphrase` or `cloud`.
        #[serde(rename = "type")]
        pub type_: String,
        /// What it needs besides a key of the user's.
        pub state: Option<Json>,
    }

    /// Outputs of a stack (Get Stack Outputs).
    pub struct StackOutputs {
        /// Outputs by name; secrets are encoded objects.
        pub outputs: Option<BTreeMap<String, Json>>,
        /// What encrypts the secrets among them.
        pub secrets_providers: Option<SecretsProvider>,
        /// Whether the server can't tell the outputs.
        #[serde(rename = "unknown")]
        pub is_unknown: Option<bool>,
        /// What the server says of the state that they come from.
        pub state: Option<String>,
    }

    /// One resource of a stack (Get Stack Resource).
    pub struct StackResource {
        /// The resource.
        pub resource: ResourceInfo,
        /// Region of the default provider.
        pub region: Option<String>,
        /// Version of the stack that it belongs to.
        pub version: Option<i64>,
    }

    /// A team with access to a stack.
    pub struct StackTeam {
        /// Name.
        pub name: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// What it is for.
        pub description: Option<String>,
        /// What it may do with the stack.
        pub permission: Option<StackPermission>,
        /// Whether the caller is a member.
        pub is_member: Option<bool>,
    }

    /// Teams with access to a stack (List Stack Teams).
    #[serde(remote = "Self")]
    pub struct StackTeamList {
        /// Project of the stack.
        pub project_name: Option<String>,
        /// The teams.
        pub teams: List<StackTeam>,
    }

    /// An import that began (Import Stack).
    pub struct ImportStackResponse {
        /// Id of the update that imports.
        #[serde(alias = "updateID")]
        pub update_id: String,
    }
}

listed!(StackTeamList.teams);
