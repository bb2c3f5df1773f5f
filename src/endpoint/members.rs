//! Members of an organisation: list, add, change, remove.
//!
//! In: names, roles, query models. Out: calls and a listing.

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::Method;
use crate::model::member::{
    AddOrganizationMemberRequest, OrganizationMember, OrganizationMemberKind, UpdateOrganizationMemberRequest,
};
use crate::model::user::MemberTeams;
use crate::page::{Plan, Style};

const LIST: Endpoint = Endpoint::new("members.list", "List Users", Method::Get, "/api/orgs/{organization}/members");
const ADD: Endpoint =
    Endpoint::new("members.add", "Add User to Organization", Method::Post, "/api/orgs/{organization}/members/{username}");
const REMOVE: Endpoint = Endpoint::new(
    "members.remove",
    "Remove User from Organization",
    Method::Delete,
    "/api/orgs/{organization}/members/{username}",
);
const UPDATE: Endpoint =
    Endpoint::new("members.update", "Update User's Role", Method::Patch, "/api/orgs/{organization}/members/{username}");
const TEAMS: Endpoint = Endpoint::new(
    "members.teams",
    "Get Organization Member Teams",
    Method::Get,
    "/api/orgs/{organization}/members/{username}/teams",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[LIST, ADD, REMOVE, UPDATE, TEAMS];

query! {
    /// Which members to list.
    pub struct ListMembers {
        /// `backend` (the default) for those that Pulumi Cloud knows as members, `frontend` for those of the identity provider.
        #[serde(rename = "type")]
        pub kind: Option<OrganizationMemberKind>,
        /// Also members whose membership is suspended.
        pub include_suspended: Option<bool>,
    }
}

/// The members of an organisation.
pub fn list(organization: &str, query: &ListMembers) -> Result<Listing<OrganizationMember>> {
    let mut query = query.clone();
    query.kind.get_or_insert(OrganizationMemberKind::Backend);
    let request = LIST.fill(&[organization])?.with_query(&query);
    Ok(Listing::new(Plan::new(request, Style::token(), &["members"]).keyed(&["/user/githubLogin"])))
}

/// Makes a user a member. `conflict` where it is one; `not_found` where there is no such user; `validation` where the role cannot be
/// given. The answer is the member, or nothing: the API's documents disagree.
pub fn add(organization: &str, username: &str, body: &AddOrganizationMemberRequest) -> Result<Call<Option<OrganizationMember>>> {
    Ok(Call::maybe(ADD.fill(&[organization, username])?.with_json(body)?))
}

/// Takes a member out of the organisation. `not_found` where there is no such user; `validation` where it is the caller.
pub fn remove(organization: &str, username: &str) -> Result<Call<()>> {
    Ok(Call::done(REMOVE.fill(&[organization, username])?))
}

/// Gives a member another role. `not_found` where there is no such user; `validation` where the role cannot be given: Pulumi Cloud
/// may refuse the names of built-in roles and want `fgaRoleId`, although its documents say `role`.
pub fn update(organization: &str, username: &str, body: &UpdateOrganizationMemberRequest) -> Result<Call<()>> {
    Ok(Call::done(UPDATE.fill(&[organization, username])?.with_json(body)?))
}

/// The names of the teams that a member belongs to.
pub fn teams(organization: &str, username: &str) -> Result<Call<MemberTeams>> {
    Ok(Call::json(TEAMS.fill(&[organization, username])?))
}
