//! Resources under management over time.
//!
//! In: an organisation and a span of time. Out: a call. Fails with `validation` where the span is not one that the API has.

use super::{Call, Endpoint, query, read_json};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Method, Response};
use crate::model::usage::{Granularity, ResourceSummary};

const RESOURCE_SUMMARY: Endpoint = Endpoint::new(
    "usage.resourceSummary",
    "Get Resource Count Summary",
    Method::Get,
    "/api/orgs/{organization}/resources/summary",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[RESOURCE_SUMMARY];

query! {
    /// Which span of time to sum up, and in which steps.
    pub struct SummarizeResources {
        /// What one row spans.
        pub granularity: Option<Granularity>,
        /// How many days to look back, from 1; with `hourly`, 2 at most.
        pub lookback_days: Option<u32>,
        /// Where the span begins, in unix seconds: in the past, at most a year ago.
        pub lookback_start: Option<i64>,
    }
}

/// How many resources an organisation had, row by row; no rows where the server knows of none. `validation` where there is no
/// granularity, or not exactly one of `lookbackDays` and `lookbackStart`.
pub fn resource_summary(organization: &str, query: &SummarizeResources) -> Result<Call<ResourceSummary>> {
    check(query)?;
    let request = RESOURCE_SUMMARY.fill(&[organization])?.with_query(query);
    // 204 where there is nothing to sum up.
    let decode = |response: &Response| if response.is_empty() { Ok(ResourceSummary::default()) } else { read_json(response) };
    Ok(Call { request, decode })
}

fn check(query: &SummarizeResources) -> Result<()> {
    let wrong = |message: &str, hint: &str| Err(Error::new(ErrorCode::Validation, message).hint(hint));
    let Some(granularity) = &query.granularity else {
        return wrong("`granularity` is missing", "one of hourly, daily, weekly, monthly and yearly");
    };
    match (query.lookback_days, query.lookback_start) {
        (Some(_), Some(_)) => wrong("`lookbackDays` and `lookbackStart` exclude each other", "give one of the two"),
        (None, None) => wrong("one of `lookbackDays` and `lookbackStart` is needed", "for example lookbackDays: 28"),
        (Some(0), None) => wrong("`lookbackDays` must be a number from 1", "for example lookbackDays: 28"),
        (Some(3..), None) if *granularity == Granularity::Hourly => {
            wrong("`lookbackDays` is 2 at most where `granularity` is hourly", "take another granularity for a longer span")
        }
        _ => Ok(()),
    }
}
