//! Members of an organisation.
//!
//! In: answers of the member endpoints, arguments of callers. Out: [`MemberList`], bodies of requests. Fails where a member has no role
//! or no user name.

use super::open::{List, listed, model, words};
use super::user_info::UserInfo;

words! {
    /// What a user is in an organisation.
    pub enum OrganizationRole {
        /// Nothing.
        None = "none",
        /// Member.
        Member = "member",
        /// Administrator.
        Admin = "admin",
        /// Could become a member.
        PotentialMember = "potential-member",
        /// Has access to single stacks.
        StackCollaborator = "stack-collaborator",
        /// Sees bills alone.
        BillingManager = "billing-manager",
    }

    /// Which members to list.
    pub enum OrganizationMemberKind {
        /// Those that Pulumi Cloud knows as members.
        Backend = "backend",
        /// Those of the identity provider.
        Frontend = "frontend",
    }
}

model! {
    /// A member of an organisation.
    pub struct OrganizationMember {
        /// Role.
        pub role: OrganizationRole,
        /// Who it is.
        pub user: UserInfo,
        /// Internal to the service.
        pub known_to_pulumi: Option<bool>,
        /// Internal to the service.
        pub virtual_admin: Option<bool>,
        /// When the membership began (ISO 8601).
        pub created: Option<String>,
        /// Role of the fine-grained kind.
        pub fga_role: Option<FgaRole>,
        /// Where to read more.
        pub links: Option<MemberLinks>,
        /// Names of the teams that the member is in.
        pub teams: Option<Vec<String>>,
        /// Whether the membership is suspended.
        pub suspended: Option<bool>,
    }

    /// A role of the fine-grained kind.
    pub struct FgaRole {
        /// Id.
        pub id: String,
        /// Name.
        pub name: Option<String>,
        /// When it was last changed (ISO 8601).
        pub modified_at: Option<String>,
    }

    /// Addresses of a member.
    pub struct MemberLinks {
        /// The member in the console.
        #[serde(rename = "self")]
        pub self_: Option<String>,
    }

    /// Members of an organisation (List Users).
    #[serde(remote = "Self")]
    pub struct MemberList {
        /// The members.
        pub members: List<OrganizationMember>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
    }

    /// Body of Add User to Organization.
    pub struct AddOrganizationMemberRequest {
        /// Role to give: `member`, `admin` or `billing-manager`.
        pub role: OrganizationRole,
    }

    /// Body of Update User's Role.
    pub struct UpdateOrganizationMemberRequest {
        /// Role to give: `member`, `admin` or `billing-manager`.
        pub role: Option<OrganizationRole>,
        /// Id of a fine-grained role to give; wins over `role`.
        pub fga_role_id: Option<String>,
    }
}

listed!(MemberList.members);
