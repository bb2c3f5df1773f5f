//! The caller: who the token belongs to.
//!
//! In: nothing. Out: calls.

use super::{Call, Endpoint};
use crate::error::Result;
use crate::http::Method;
use crate::model::user::{DefaultOrganization, User};

const GET: Endpoint = Endpoint::new("user.get", "Get Current User", Method::Get, "/api/user");
const DEFAULT_ORGANIZATION: Endpoint =
    Endpoint::new("user.defaultOrganization", "Get Default Organization", Method::Get, "/api/user/organizations/default");

pub(super) const ENDPOINTS: &[Endpoint] = &[GET, DEFAULT_ORGANIZATION];

/// The user that the token belongs to, and the organisations that it is in. `unauthorized` tells that the token is no good.
pub fn get() -> Result<Call<User>> {
    Ok(Call::json(GET.fill(&[])?))
}

/// The organisation to take where none is named. `validation` where the user is in none.
pub fn default_organization() -> Result<Call<DefaultOrganization>> {
    Ok(Call::json(DEFAULT_ORGANIZATION.fill(&[])?))
}
