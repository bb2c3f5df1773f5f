//! Environments (ESC) of an organisation, and the session that opens one.
//!
//! In: answers of List Environments and Open Environment. Out: [`EnvironmentList`], [`OpenEnvironmentResponse`]. What an open
//! environment holds is JSON of the user's own. Fails where an environment has no name or a session no id.

use super::open::{List, Tags, listed, model};
use super::user_info::UserInfo;

model! {
    /// Addresses of an environment.
    pub struct EnvironmentLinks {
        /// The environment.
        #[serde(rename = "self")]
        pub self_: Option<String>,
    }

    /// How many others refer to an environment.
    pub struct EnvironmentReferrerMetadata {
        /// Environments.
        pub environment_referrer_count: Option<i64>,
        /// Stacks.
        pub stack_referrer_count: Option<i64>,
        /// Accounts.
        pub insights_account_referrer_count: Option<i64>,
    }

    /// Settings of an environment.
    pub struct EnvironmentSettings {
        /// Whether it is protected from deletion.
        pub deletion_protected: Option<bool>,
    }

    /// An environment.
    pub struct OrgEnvironment {
        /// Id.
        pub id: Option<String>,
        /// Organisation.
        pub organization: Option<String>,
        /// Project.
        pub project: Option<String>,
        /// Name.
        pub name: String,
        /// When it was made (ISO 8601).
        pub created: Option<String>,
        /// When it was last changed (ISO 8601).
        pub modified: Option<String>,
        /// When it was deleted (ISO 8601).
        pub deleted_at: Option<String>,
        /// Who owns it.
        pub owned_by: Option<UserInfo>,
        /// Tags by name.
        pub tags: Option<Tags>,
        /// Where to read more.
        pub links: Option<EnvironmentLinks>,
        /// How many others refer to it.
        pub referrer_metadata: Option<EnvironmentReferrerMetadata>,
        /// Its settings.
        pub settings: Option<EnvironmentSettings>,
    }

    /// A page of environments (List Environments).
    #[serde(remote = "Self")]
    pub struct EnvironmentList {
        /// The environments.
        pub environments: List<OrgEnvironment>,
        /// What to ask for next; absent or empty on the last page.
        pub next_token: Option<String>,
    }

    /// A place in the definition of an environment.
    pub struct EscPos {
        /// Line, from 1.
        pub line: Option<i64>,
        /// Column, from 1.
        pub column: Option<i64>,
        /// Byte, from 0.
        pub byte: Option<i64>,
    }

    /// A part of the definition of an environment.
    pub struct EscRange {
        /// Environment that it is in.
        pub environment: Option<String>,
        /// Where it begins.
        pub begin: Option<EscPos>,
        /// Where it ends.
        pub end: Option<EscPos>,
    }

    /// What is wrong with an environment.
    pub struct EnvironmentDiagnostic {
        /// Part of the definition that it is about.
        pub range: Option<EscRange>,
        /// What is wrong.
        pub summary: Option<String>,
        /// Path within the definition.
        pub path: Option<String>,
        /// `error` or `warning`.
        pub severity: Option<String>,
    }

    /// A session with an open environment (Open Environment).
    pub struct OpenEnvironmentResponse {
        /// Id, by which the values are read.
        pub id: String,
        /// What is wrong with the environment.
        pub diagnostics: Option<Vec<EnvironmentDiagnostic>>,
    }
}

listed!(EnvironmentList.environments);
