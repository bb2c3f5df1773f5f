//! Access tokens: the caller's, an organisation's, a team's.
//!
//! In: names, bodies, query models. Out: calls and listings. The value of a token is in the answer that creates it, and nowhere else.

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::{Method, Request};
use crate::model::token::{
    AccessToken, AccessTokenFilter, AccessTokenSortField, CreateAccessTokenRequest, CreatedAccessToken, SortDirection,
};
use crate::page::{Plan, Style};

const LIST: Endpoint = Endpoint::new("tokens.list", "List User Access Tokens", Method::Get, "/api/user/tokens");
const CREATE: Endpoint = Endpoint::new("tokens.create", "Create User Access Token", Method::Post, "/api/user/tokens");
const DELETE: Endpoint = Endpoint::new("tokens.delete", "Delete User Access Token", Method::Delete, "/api/user/tokens/{tokenId}");
const LIST_FOR_ORGANIZATION: Endpoint =
    Endpoint::new("tokens.listForOrganization", "List Org Tokens", Method::Get, "/api/orgs/{organization}/tokens");
const CREATE_FOR_ORGANIZATION: Endpoint =
    Endpoint::new("tokens.createForOrganization", "Create Org Token", Method::Post, "/api/orgs/{organization}/tokens");
const DELETE_FOR_ORGANIZATION: Endpoint = Endpoint::new(
    "tokens.deleteForOrganization",
    "Delete Org Token",
    Method::Delete,
    "/api/orgs/{organization}/tokens/{tokenId}",
);
const LIST_FOR_TEAM: Endpoint =
    Endpoint::new("tokens.listForTeam", "List Team Tokens", Method::Get, "/api/orgs/{organization}/teams/{team}/tokens");
const CREATE_FOR_TEAM: Endpoint =
    Endpoint::new("tokens.createForTeam", "Create Team Token", Method::Post, "/api/orgs/{organization}/teams/{team}/tokens");
const DELETE_FOR_TEAM: Endpoint = Endpoint::new(
    "tokens.deleteForTeam",
    "Delete Team Token",
    Method::Delete,
    "/api/orgs/{organization}/teams/{team}/tokens/{tokenId}",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[
    LIST,
    CREATE,
    DELETE,
    LIST_FOR_ORGANIZATION,
    CREATE_FOR_ORGANIZATION,
    DELETE_FOR_ORGANIZATION,
    LIST_FOR_TEAM,
    CREATE_FOR_TEAM,
    DELETE_FOR_TEAM,
];

query! {
    /// Which tokens to list, and in which order.
    pub struct ListTokens {
        /// `active` (the default), `expired` or `all`.
        pub filter: Option<AccessTokenFilter>,
        /// Most tokens that one page holds, up to 1,000. Default 100.
        pub max_results: Option<u32>,
        /// Only tokens that match this text.
        pub search: Option<String>,
        /// What to sort by.
        pub sort_by: Option<AccessTokenSortField>,
        /// Which way to sort.
        pub sort_direction: Option<SortDirection>,
    }

    /// Why a token is made or removed.
    pub struct TokenReason {
        /// The reason, for the audit log.
        pub reason: Option<String>,
    }
}

/// The caller's tokens, without their values.
pub fn list(query: &ListTokens) -> Result<Listing<AccessToken>> {
    listing(LIST.fill(&[])?, query)
}

/// Makes a token for the caller. Its value is in this answer only.
pub fn create(body: &CreateAccessTokenRequest, query: &TokenReason) -> Result<Call<CreatedAccessToken>> {
    creation(CREATE.fill(&[])?, body, query)
}

/// Removes a token of the caller's.
pub fn delete(token_id: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE.fill(&[token_id])?))
}

/// The tokens of an organisation, without their values.
pub fn list_for_organization(organization: &str, query: &ListTokens) -> Result<Listing<AccessToken>> {
    listing(LIST_FOR_ORGANIZATION.fill(&[organization])?, query)
}

/// Makes a token for an organisation; its name is one that no other has. Its value is in this answer only.
pub fn create_for_organization(
    organization: &str,
    body: &CreateAccessTokenRequest,
    query: &TokenReason,
) -> Result<Call<CreatedAccessToken>> {
    let request = CREATE_FOR_ORGANIZATION.fill(&[organization])?;
    // The API wants the field; callers may leave it out, since other tokens have no such thing.
    let body = CreateAccessTokenRequest { admin: Some(body.admin.unwrap_or(false)), ..body.clone() };
    creation(request, &body, query)
}

/// Removes a token of an organisation.
pub fn delete_for_organization(organization: &str, token_id: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE_FOR_ORGANIZATION.fill(&[organization, token_id])?))
}

/// The tokens of a team, without their values.
pub fn list_for_team(organization: &str, team: &str, query: &ListTokens) -> Result<Listing<AccessToken>> {
    listing(LIST_FOR_TEAM.fill(&[organization, team])?, query)
}

/// Makes a token for a team; its name is one that no other has. Its value is in this answer only.
pub fn create_for_team(
    organization: &str,
    team: &str,
    body: &CreateAccessTokenRequest,
    query: &TokenReason,
) -> Result<Call<CreatedAccessToken>> {
    creation(CREATE_FOR_TEAM.fill(&[organization, team])?, body, query)
}

/// Removes a token of a team. `validation` where it is not a team's.
pub fn delete_for_team(organization: &str, team: &str, token_id: &str, query: &TokenReason) -> Result<Call<()>> {
    Ok(Call::done(DELETE_FOR_TEAM.fill(&[organization, team, token_id])?.with_query(query)))
}

fn listing(request: Request, query: &ListTokens) -> Result<Listing<AccessToken>> {
    let plan = Plan::new(request.with_query(query), Style::token(), &["tokens"]);
    Ok(Listing::new(plan.keyed(&["/id"])))
}

/// The documents of the API give status 204 and a body at once; what counts is the body.
fn creation(request: Request, body: &CreateAccessTokenRequest, query: &TokenReason) -> Result<Call<CreatedAccessToken>> {
    Ok(Call::json(request.with_query(query).with_json(body)?))
}
