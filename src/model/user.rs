//! The caller: who the token belongs to, and in which organisations.
//!
//! In: answers of Get Current User, Get Default Organization and List Member Teams. Out: [`User`], [`DefaultOrganization`],
//! [`MemberTeams`]. Fails where a user or an organisation has no name to log in with.

use super::member::OrganizationRole;
use super::open::{List, model, words};
use super::stack::Message;

words! {
    /// Whom a user logs in with.
    pub enum IdentityProvider {
        /// Azure DevOps.
        AzureDevOps = "dev.azure.com",
        /// Bitbucket.
        Bitbucket = "bitbucket.org",
        /// GitHub.
        GitHub = "github.com",
        /// GitLab.
        GitLab = "gitlab.com",
        /// Google.
        Google = "google.com",
        /// Pulumi itself.
        Pulumi = "Pulumi",
        /// SAML.
        Saml = "SAML",
    }
}

model! {
    /// An organisation that a user belongs to.
    pub struct OrganizationSummary {
        /// Name to log in with, as it stands in the names of stacks.
        #[serde(alias = "GitHubLogin")]
        pub github_login: String,
        /// Name for display.
        pub name: Option<String>,
        /// Address of the picture.
        pub avatar_url: Option<String>,
        /// Mail address.
        pub email: Option<String>,
        /// What the user is in it.
        pub role: Option<OrganizationRole>,
    }

    /// The token of a machine, as it tells about itself.
    pub struct TokenInfo {
        /// Name.
        pub name: Option<String>,
        /// Organisation that it belongs to.
        pub organization: Option<String>,
        /// Team that it belongs to.
        pub team: Option<String>,
    }

    /// The caller (Get Current User).
    pub struct User {
        /// Id.
        pub id: Option<String>,
        /// User name, whatever the identity provider.
        #[serde(alias = "GitHubLogin")]
        pub github_login: String,
        /// Name for display.
        pub name: Option<String>,
        /// Mail address.
        pub email: Option<String>,
        /// Address of the picture.
        pub avatar_url: Option<String>,
        /// Organisations that the user belongs to.
        pub organizations: List<OrganizationSummary>,
        /// Organisations that the user could join.
        pub potential_organizations: Option<Vec<OrganizationSummary>>,
        /// Whom the user logs in with.
        pub identities: Option<Vec<IdentityProvider>>,
        /// Whether the user administers the installation.
        pub site_admin: Option<bool>,
        /// Whether the user administers the registry.
        pub registry_admin: Option<bool>,
        /// The token, where it is an organisation's or a team's.
        pub token_info: Option<TokenInfo>,
        /// Whether logging in takes a second factor.
        #[serde(rename = "hasMFA")]
        pub has_mfa: Option<bool>,
        /// Whether an organisation manages the account.
        pub is_org_managed: Option<bool>,
        /// Whether several organisations manage the account.
        pub is_managed_by_multi_org: Option<bool>,
        /// Whether the account is an agent's.
        pub is_agent: Option<bool>,
    }

    /// The organisation to take where none is named (Get Default Organization).
    pub struct DefaultOrganization {
        /// Its name; empty where the user belongs to none. Pulumi Cloud spells the field `GitHubLogin`, other servers as here.
        #[serde(alias = "GitHubLogin")]
        pub github_login: Option<String>,
        /// What the server has to say about it. Pulumi Cloud spells the field `Messages`.
        #[serde(alias = "Messages")]
        pub messages: Option<Vec<Message>>,
    }

    /// Names of the teams that a member belongs to (List Member Teams).
    pub struct MemberTeams {
        /// The names.
        pub teams: List<String>,
    }
}
