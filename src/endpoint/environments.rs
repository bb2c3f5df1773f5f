//! Environments (ESC) of an organisation.
//!
//! In: names and query models. Out: calls and listings. An environment is read in two steps: opening it evaluates everything and
//! gives a session, and the session gives the values, secrets in the open.

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::Method;
use crate::model::environment::{OpenEnvironmentResponse, OrgEnvironment};
use crate::model::open::Json;
use crate::page::{Plan, Style};

const LIST: Endpoint =
    Endpoint::new("environments.list", "List Organization Environments", Method::Get, "/api/esc/environments/{organization}");
const OPEN: Endpoint = Endpoint::new(
    "environments.open",
    "Open Environment",
    Method::Post,
    "/api/esc/environments/{organization}/{project}/{environment}/open",
);
const READ_OPEN: Endpoint = Endpoint::new(
    "environments.readOpen",
    "Read Open Environment",
    Method::Get,
    "/api/esc/environments/{organization}/{project}/{environment}/open/{sessionId}",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[LIST, OPEN, READ_OPEN];

query! {
    /// Which environments to list.
    pub struct ListEnvironments {
        /// Most environments that one page holds; the server has a limit of its own.
        pub max_results: Option<u32>,
        /// Only environments that this role may see.
        #[serde(rename = "roleID")]
        pub role_id: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
    }

    /// How to open an environment.
    pub struct OpenEnvironment {
        /// How long the session lasts, as Go writes it: `2h45m`.
        pub duration: Option<String>,
    }

    /// What to read of an open environment.
    pub struct ReadOpenEnvironment {
        /// Path of one value: names with dots between them. Default: everything.
        pub property: Option<String>,
    }
}

/// The environments of an organisation. The server calls its token `nextToken`.
pub fn list(organization: &str, query: &ListEnvironments) -> Result<Listing<OrgEnvironment>> {
    let request = LIST.fill(&[organization])?.with_query(query);
    Ok(Listing::new(Plan::new(request, Style::token(), &["environments"]).keyed(&["/project", "/name"])))
}

/// Opens an environment and gives the session. What is wrong with the environment stands in `diagnostics`.
pub fn open(
    organization: &str,
    project: &str,
    environment: &str,
    query: &OpenEnvironment,
) -> Result<Call<OpenEnvironmentResponse>> {
    Ok(Call::json(OPEN.fill(&[organization, project, environment])?.with_query(query)))
}

/// The values of an open environment, secrets in the open. `not_found` where the session is over, or there is no such property.
pub fn read_open(
    organization: &str,
    project: &str,
    environment: &str,
    session_id: &str,
    query: &ReadOpenEnvironment,
) -> Result<Call<Json>> {
    Ok(Call::json(READ_OPEN.fill(&[organization, project, environment, session_id])?.with_query(query)))
}
