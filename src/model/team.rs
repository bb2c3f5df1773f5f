//! Teams of an organisation, and what they may do.
//!
//! In: answers of the team endpoints, arguments of callers. Out: [`TeamList`], [`Team`], bodies of requests. Fails where a team has no
//! name or a member of it no user name.

use super::open::{List, codes, listed, model, words};

words! {
    /// Where a team comes from.
    pub enum TeamKind {
        /// Made in Pulumi Cloud.
        Pulumi = "pulumi",
        /// A team of GitHub.
        Github = "github",
        /// From an identity provider.
        Scim = "scim",
    }

    /// What a user is in a team.
    pub enum TeamRole {
        /// Not in it.
        None = "none",
        /// Member.
        Member = "member",
        /// Administrator.
        Admin = "admin",
    }

    /// What to do with a member of a team.
    pub enum MemberAction {
        /// Takes a user in.
        Add = "add",
        /// Takes a user out.
        Remove = "remove",
        /// Makes a member an administrator.
        Promote = "promote",
        /// Makes an administrator a member.
        Demote = "demote",
    }

    /// What a team may do with an environment.
    pub enum EnvironmentPermission {
        /// Nothing.
        None = "none",
        /// Read it.
        Read = "read",
        /// Open it, secrets included.
        Open = "open",
        /// Change it.
        Write = "write",
        /// Everything.
        Admin = "admin",
    }
}

codes! {
    /// What someone may do with a stack. The numbers are names: their order says nothing.
    pub struct StackPermission {
        /// Nothing.
        NONE = 0,
        /// Read it.
        READ = 101,
        /// Change it.
        EDIT = 102,
        /// Everything.
        ADMIN = 103,
        /// Everything, as the one who made it.
        CREATOR = 104,
    }

    /// What a team may do with an account of Insights.
    pub struct InsightsAccountPermission {
        /// Nothing.
        NONE = 0,
        /// Read it.
        READ = 1,
        /// Change it.
        WRITE = 2,
        /// Everything.
        ADMIN = 3,
    }
}

model! {
    /// A team.
    pub struct Team {
        /// Where it comes from.
        pub kind: Option<TeamKind>,
        /// Name.
        pub name: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// What it is for.
        pub description: Option<String>,
        /// Members.
        pub members: Option<Vec<TeamMember>>,
        /// Stacks that it has access to.
        pub stacks: Option<Vec<TeamStackPermission>>,
        /// Environments that it has access to.
        pub environments: Option<Vec<TeamEnvironmentSettings>>,
        /// Accounts of Insights that it has access to.
        pub accounts: Option<Vec<TeamAccountPermission>>,
        /// Why the members could not be listed.
        pub list_members_error: Option<String>,
        /// What the caller is in it.
        pub user_role: Option<TeamRole>,
        /// Ids of its fine-grained roles.
        pub role_ids: Option<Vec<String>>,
    }

    /// A member of a team.
    pub struct TeamMember {
        /// Name for display.
        pub name: Option<String>,
        /// User name, whatever the identity provider.
        pub github_login: String,
        /// Address of the picture.
        pub avatar_url: Option<String>,
        /// Mail address, where the caller may see it.
        pub email: Option<String>,
        /// What the user is in the team.
        pub role: Option<TeamRole>,
    }

    /// Access of a team to a stack.
    pub struct TeamStackPermission {
        /// Project.
        pub project_name: String,
        /// Stack name.
        pub stack_name: String,
        /// What the team may do with it.
        pub permission: StackPermission,
        /// Name of the set of permissions, where it isn't one of the numbers.
        pub permission_set_name: Option<String>,
    }

    /// Access of a team to an environment.
    pub struct TeamEnvironmentSettings {
        /// Project of the environment.
        pub project_name: String,
        /// Environment.
        pub env_name: String,
        /// What the team may do with it.
        pub permission: EnvironmentPermission,
        /// Longest time that it may stay open.
        pub max_open_duration: Option<String>,
        /// Name of the set of permissions, where it isn't one of the words.
        pub permission_set_name: Option<String>,
    }

    /// Access of a team to an account of Insights.
    pub struct TeamAccountPermission {
        /// Account.
        pub account_name: String,
        /// What the team may do with it.
        pub permission: InsightsAccountPermission,
        /// Name of the set of permissions, where it isn't one of the numbers.
        pub permission_set_name: Option<String>,
    }

    /// Body of Update Team Membership.
    pub struct TeamMembershipChange {
        /// What to do with the user.
        pub member_action: MemberAction,
        /// User name.
        pub member: String,
    }

    /// A stack that a team loses.
    pub struct RemoveStackIdentifier {
        /// Project.
        pub project_name: String,
        /// Stack name.
        pub stack_name: String,
    }

    /// An environment that a team loses.
    pub struct RemoveEnvironmentIdentifier {
        /// Project of the environment.
        pub project_name: String,
        /// Environment.
        pub env_name: String,
    }

    /// Teams of an organisation (List Teams).
    #[serde(remote = "Self")]
    pub struct TeamList {
        /// The teams.
        pub teams: List<Team>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
    }

    /// Body of Create Team. A team of Pulumi needs a name, a team of GitHub its id there.
    #[serde(remote = "Self")]
    pub struct CreateTeamRequest {
        /// Name.
        pub name: Option<String>,
        /// Name for display, up to 100 characters. Default: the name.
        pub display_name: Option<String>,
        /// What it is for. Default: the empty text.
        pub description: Option<String>,
        /// Id of the team at GitHub.
        #[serde(rename = "githubTeamID")]
        pub github_team_id: Option<i64>,
    }

    /// Body of every change of a team; what is absent stays.
    pub struct UpdateTeamRequest {
        /// New name for display.
        pub new_display_name: Option<String>,
        /// New description.
        pub new_description: Option<String>,
        /// What to do with `member`.
        pub member_action: Option<MemberAction>,
        /// User name of whom `memberAction` is about.
        pub member: Option<String>,
        /// Stack to give access to.
        pub add_stack_permission: Option<TeamStackPermission>,
        /// Stack to change the access to.
        pub edit_stack_permission: Option<TeamStackPermission>,
        /// Stack to take away.
        pub remove_stack: Option<RemoveStackIdentifier>,
        /// Environment to give access to.
        pub add_environment_permission: Option<TeamEnvironmentSettings>,
        /// Environment to change the access to.
        pub edit_environment_permission: Option<TeamEnvironmentSettings>,
        /// Environment to take away.
        pub remove_environment: Option<RemoveEnvironmentIdentifier>,
    }
}

listed!(TeamList.teams);

// Pulumi Cloud demands all three texts of a team of its own.
impl serde::Serialize for CreateTeamRequest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = self.clone();
        if let Some(name) = &self.name {
            body.display_name.get_or_insert_with(|| name.clone());
            body.description.get_or_insert_default();
        }
        Self::serialize(&body, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for CreateTeamRequest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}
