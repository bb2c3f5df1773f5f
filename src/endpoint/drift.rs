//! Drift: whether a stack's resources are still as its state has them.
//!
//! In: names and query models. Out: calls and listings.

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::{Method, StackName};
use crate::model::drift::{DriftRun, StackDriftStatus};
use crate::page::{Plan, Style};

const STATUS: Endpoint =
    Endpoint::new("drift.status", "Get Drift Status", Method::Get, "/api/stacks/{organization}/{project}/{stack}/drift/status");
const RUNS: Endpoint =
    Endpoint::new("drift.runs", "List Drift Runs", Method::Get, "/api/stacks/{organization}/{project}/{stack}/drift/runs");
const RUN: Endpoint = Endpoint::new(
    "drift.run",
    "Get Drift Run",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/drift/runs/{driftRunId}",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[STATUS, RUNS, RUN];

query! {
    /// Which drift runs to list.
    pub struct ListDriftRuns {
        /// First page to read, from 1.
        pub page: Option<u32>,
        /// Runs of a page, 100 at most. Default 50.
        pub page_size: Option<u32>,
    }
}

/// Whether the latest run found drift.
pub fn status(stack: &StackName) -> Result<Call<StackDriftStatus>> {
    Ok(Call::json(STATUS.on(stack, &[])?))
}

/// The runs that looked for drift.
pub fn runs(stack: &StackName, query: &ListDriftRuns) -> Result<Listing<DriftRun>> {
    let request = RUNS.on(stack, &[])?.with_query(query);
    let style = Style::Numbered { size: 50, detect: false };
    Ok(Listing::new(Plan::new(request, style, &["driftRuns"]).keyed(&["/id"])))
}

/// One run.
pub fn run(stack: &StackName, drift_run_id: &str) -> Result<Call<DriftRun>> {
    Ok(Call::json(RUN.on(stack, &[drift_run_id])?))
}
