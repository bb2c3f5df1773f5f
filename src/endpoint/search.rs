//! Search over the resources of an organisation.
//!
//! In: an organisation and a query in Pulumi's search syntax. Out: calls and listings. What a page says besides its resources
//! (how many match, aggregations, where to read on) stays with the page.

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::{Method, pairs};
use crate::model::search::{ParsedSearchQuery, ResourceResult, ResourceSearchField};
use crate::page::{Plan, Style};

const RESOURCES: Endpoint =
    Endpoint::new("search.resources", "Resource Search", Method::Get, "/api/orgs/{organization}/search/resources");
const RESOURCES_V2: Endpoint =
    Endpoint::new("search.resourcesV2", "Resource Search V2", Method::Get, "/api/orgs/{organization}/search/resourcesv2");
const EXPORT: Endpoint =
    Endpoint::new("search.exportResources", "Data Export", Method::Get, "/api/orgs/{organization}/search/resources/export");
const PARSE: Endpoint =
    Endpoint::new("search.parse", "Natural Language Query", Method::Get, "/api/orgs/{organization}/search/resources/parse");

pub(super) const ENDPOINTS: &[Endpoint] = &[RESOURCES, RESOURCES_V2, EXPORT, PARSE];

/// What a page of a search is about: the same resource is not given out twice, although the order may change between two pages.
const KEY: &[&str] = &["/project", "/stack", "/urn", "/id", "/delete"];

query! {
    /// Which resources to look for, and what to know of them.
    pub struct SearchResources {
        /// What to look for, in Pulumi's search syntax. Default: everything.
        pub query: Option<String>,
        /// Fields to sort by, the most important first. Default: by relevance; where nothing is looked for, by the last change.
        pub sort: Option<Vec<ResourceSearchField>>,
        /// Whether to sort ascending.
        pub asc: Option<bool>,
        /// Resources of a page.
        pub size: Option<u32>,
        /// First page to read, from 1. Pages reach the first 10,000 resources.
        pub page: Option<u32>,
        /// Begins at this place: `continue` of a page, an address or the token in it. Reaches beyond 10,000 resources; not on
        /// every plan.
        #[serde(rename = "continue")]
        pub continue_: Option<String>,
        /// The same, as newer servers have it: `cursor` of a page.
        pub cursor: Option<String>,
        /// Fields to count values of, five at most: the page has the five most frequent values of each.
        pub facet: Option<Vec<ResourceSearchField>>,
        /// Field to group by.
        pub group_by: Option<String>,
        /// How many values of a facet to return.
        pub top: Option<u32>,
        /// Whether to return the properties of resources; not on every plan.
        pub properties: Option<bool>,
        /// Whether to return resources of several sources once.
        pub collapse: Option<bool>,
    }

    /// Which resources to export.
    pub struct ExportResources {
        /// What to look for, in Pulumi's search syntax. Default: everything.
        pub query: Option<String>,
        /// Fields to sort by, the most important first.
        pub sort: Option<Vec<ResourceSearchField>>,
        /// Whether to sort ascending.
        pub asc: Option<bool>,
    }

    /// What to look for, in plain words.
    pub struct ParseQuery {
        /// Such as "buckets in production".
        pub query: Option<String>,
    }
}

/// The resources that a query finds. `validation` where the query cannot be understood: that is never sent again.
pub fn resources(organization: &str, query: &SearchResources) -> Result<Listing<ResourceResult>> {
    found(RESOURCES, organization, query)
}

/// The same by the second version of the API. `plan_required` where `properties` are not in the organisation's plan.
pub fn resources_v2(organization: &str, query: &SearchResources) -> Result<Listing<ResourceResult>> {
    found(RESOURCES_V2, organization, query)
}

/// The resources that a query finds, as CSV.
pub fn export_resources(organization: &str, query: &ExportResources) -> Result<Call<String>> {
    Ok(Call::text(EXPORT.fill(&[organization])?.with_query(query)))
}

/// Turns plain words into a query. `plan_required` where that is not in the organisation's plan.
pub fn parse(organization: &str, query: &ParseQuery) -> Result<Call<ParsedSearchQuery>> {
    Ok(Call::json(PARSE.fill(&[organization])?.with_query(query)))
}

fn found(endpoint: Endpoint, organization: &str, query: &SearchResources) -> Result<Listing<ResourceResult>> {
    let mut request = endpoint.fill(&[organization])?.with_query(query);
    // The documentation sends a token and gives back an address that holds it.
    if let Some((_, address)) = query.continue_.as_deref().and_then(|given| given.split_once('?'))
        && let Some((_, token)) = pairs(address).into_iter().find(|(name, _)| name == "continue")
    {
        request.set_query("continue", token);
    }
    Ok(Listing::new(Plan::new(request, Style::Search, &["resources"]).keyed(KEY)))
}
