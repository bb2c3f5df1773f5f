//! Teams of an organisation: list, create, read, change, remove.
//!
//! In: names and bodies. Out: calls and a listing. One endpoint makes every change of a team; each kind of change has a function.

use super::{Call, Endpoint, Listing};
use crate::error::Result;
use crate::http::Method;
use crate::model::team::{
    CreateTeamRequest, RemoveStackIdentifier, Team, TeamMembershipChange, TeamStackPermission, UpdateTeamRequest,
};
use crate::page::{Plan, Style};

const TEAM: &str = "/api/orgs/{organization}/teams/{team}";

const LIST: Endpoint = Endpoint::new("teams.list", "List Teams", Method::Get, "/api/orgs/{organization}/teams");
const CREATE: Endpoint = Endpoint::new("teams.create", "Create Team", Method::Post, "/api/orgs/{organization}/teams/{teamType}");
const GET: Endpoint = Endpoint::new("teams.get", "Get Team", Method::Get, TEAM);
const DELETE: Endpoint = Endpoint::new("teams.delete", "Delete Team", Method::Delete, TEAM);
const UPDATE: Endpoint = Endpoint::new("teams.update", "Update Team", Method::Patch, TEAM);
const UPDATE_MEMBERSHIP: Endpoint = Endpoint::new("teams.updateMembership", "Update Team Membership", Method::Patch, TEAM);
const GRANT_STACK_ACCESS: Endpoint = Endpoint::new("teams.grantStackAccess", "Grant Stack Access to Team", Method::Patch, TEAM);
const REMOVE_STACK_ACCESS: Endpoint =
    Endpoint::new("teams.removeStackAccess", "Remove Stack Access from Team", Method::Patch, TEAM);

pub(super) const ENDPOINTS: &[Endpoint] =
    &[LIST, CREATE, GET, DELETE, UPDATE, UPDATE_MEMBERSHIP, GRANT_STACK_ACCESS, REMOVE_STACK_ACCESS];

/// The teams of an organisation. Some documents page the list and some don't; either way is followed.
pub fn list(organization: &str) -> Result<Listing<Team>> {
    let request = LIST.fill(&[organization])?;
    Ok(Listing::new(Plan::new(request, Style::token(), &["teams"]).keyed(&["/name"])))
}

/// Makes a team: of Pulumi's (`pulumi`) or of a team at GitHub (`github`). `conflict` where the name is taken; `not_found` where GitHub
/// has no such team; `validation` where a field is missing or too long.
pub fn create(organization: &str, team_type: &str, body: &CreateTeamRequest) -> Result<Call<Team>> {
    Ok(Call::json(CREATE.fill(&[organization, team_type])?.with_json(body)?))
}

/// A team: its members, and what it has access to.
pub fn get(organization: &str, team: &str) -> Result<Call<Team>> {
    Ok(Call::json(GET.fill(&[organization, team])?))
}

/// Removes a team.
pub fn delete(organization: &str, team: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE.fill(&[organization, team])?))
}

/// Changes a team; what the body leaves out stays. `validation` where the stack or the environment named does not exist, or the
/// organisation can have no teams.
pub fn update(organization: &str, team: &str, body: &UpdateTeamRequest) -> Result<Call<()>> {
    change(&UPDATE, organization, team, body)
}

/// Takes a user into a team or out of it, or changes what a member is in it. `conflict` where the user is in the team already.
pub fn update_membership(organization: &str, team: &str, body: &TeamMembershipChange) -> Result<Call<()>> {
    Ok(Call::done(UPDATE_MEMBERSHIP.fill(&[organization, team])?.with_json(body)?))
}

/// Gives a team access to a stack. `validation` where there is no such stack.
pub fn grant_stack_access(organization: &str, team: &str, access: &TeamStackPermission) -> Result<Call<()>> {
    let body = UpdateTeamRequest { add_stack_permission: Some(access.clone()), ..Default::default() };
    change(&GRANT_STACK_ACCESS, organization, team, &body)
}

/// Takes a team's access to a stack away. `validation` where there is no such stack.
pub fn remove_stack_access(organization: &str, team: &str, stack: &RemoveStackIdentifier) -> Result<Call<()>> {
    let body = UpdateTeamRequest { remove_stack: Some(stack.clone()), ..Default::default() };
    change(&REMOVE_STACK_ACCESS, organization, team, &body)
}

fn change(endpoint: &Endpoint, organization: &str, team: &str, body: &UpdateTeamRequest) -> Result<Call<()>> {
    Ok(Call::done(endpoint.fill(&[organization, team])?.with_json(body)?))
}
