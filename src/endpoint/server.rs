//! The server: what it can do, and how it describes its API.
//!
//! In: nothing. Out: calls.

use serde_json::value::RawValue;

use super::{Call, Endpoint};
use crate::error::Result;
use crate::http::Method;
use crate::model::server::Capabilities;

const CAPABILITIES: Endpoint = Endpoint::new("server.capabilities", "Get Capabilities", Method::Get, "/api/capabilities");
const OPENAPI: Endpoint =
    Endpoint::new("server.openapi", "Fetch REST Specification", Method::Get, "/api/openapi/pulumi-spec.json");

pub(super) const ENDPOINTS: &[Endpoint] = &[CAPABILITIES, OPENAPI];

/// What the server can do beyond the first version of the API. `unsupported` where it doesn't tell: it can do none of it.
pub fn capabilities() -> Result<Call<Capabilities>> {
    Ok(Call::json(CAPABILITIES.fill(&[])?))
}

/// The server's OpenAPI document, as it is: some megabytes. `unsupported` where it has none.
pub fn openapi() -> Result<Call<Box<RawValue>>> {
    let mut request = OPENAPI.fill(&[])?;
    request.large = true;
    Ok(Call::json(request))
}
