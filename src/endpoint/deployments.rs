//! Pulumi Deployments: runs of Pulumi in the cloud, their logs, and the settings they run with.
//!
//! In: names, query models and bodies. Out: calls and listings.

use super::{Call, Endpoint, Listing, query};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Method, Request, StackName};
use crate::model::deployment::{
    CreateDeploymentRequest, CreateDeploymentResponse, Deployment, DeploymentLogLine, DeploymentLogs, DeploymentSummary,
};
use crate::model::deployment_settings::{DeploymentSettings, DeploymentSettingsPatch};
use crate::model::open::List;
use crate::model::update::UpdateInfo;
use crate::page::{Plan, Style};

const LIST: Endpoint = Endpoint::new(
    "deployments.list",
    "List Stack Deployments",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments",
);
const LIST_FOR_ORGANIZATION: Endpoint = Endpoint::new(
    "deployments.listForOrganization",
    "List Organization Deployments",
    Method::Get,
    "/api/orgs/{organization}/deployments",
);
const CREATE: Endpoint = Endpoint::new(
    "deployments.create",
    "Create Deployment",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments",
);
const GET: Endpoint = Endpoint::new(
    "deployments.get",
    "Get Deployment",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/{deploymentId}",
);
const LOGS: Endpoint = Endpoint::new(
    "deployments.logs",
    "Get Deployment Logs",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/{deploymentId}/logs",
);
const STEP_LOGS: Endpoint = Endpoint::new(
    "deployments.stepLogs",
    "Get Deployment Logs",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/{deploymentId}/logs",
);
const UPDATES: Endpoint = Endpoint::new(
    "deployments.updates",
    "Get Deployment Updates",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/{deploymentId}/updates",
);
const CANCEL: Endpoint = Endpoint::new(
    "deployments.cancel",
    "Cancel Deployment",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/{deploymentId}/cancel",
);
const SETTINGS: Endpoint = Endpoint::new(
    "deployments.settings",
    "Get Deployment Settings",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/settings",
);
const UPDATE_SETTINGS: Endpoint = Endpoint::new(
    "deployments.updateSettings",
    "Patch Deployment Settings",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/settings",
);
const REPLACE_SETTINGS: Endpoint = Endpoint::new(
    "deployments.replaceSettings",
    "Replace Deployment Settings",
    Method::Put,
    "/api/stacks/{organization}/{project}/{stack}/deployments/settings",
);
const DELETE_SETTINGS: Endpoint = Endpoint::new(
    "deployments.deleteSettings",
    "Delete Deployment Settings",
    Method::Delete,
    "/api/stacks/{organization}/{project}/{stack}/deployments/settings",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[
    LIST,
    LIST_FOR_ORGANIZATION,
    CREATE,
    GET,
    LOGS,
    STEP_LOGS,
    UPDATES,
    CANCEL,
    SETTINGS,
    UPDATE_SETTINGS,
    REPLACE_SETTINGS,
    DELETE_SETTINGS,
];

query! {
    /// Which deployments to list.
    pub struct ListDeployments {
        /// Field to sort by.
        pub sort: Option<String>,
        /// Whether to sort ascending. The server's default is descending.
        pub asc: Option<bool>,
        /// First page to read, from 1.
        pub page: Option<u32>,
        /// Deployments of a page, 100 at most. Default 50.
        pub page_size: Option<u32>,
    }

    /// How to read the log of a deployment.
    pub struct ReadDeploymentLogs {
        /// Lines of a page, 499 at most.
        pub count: Option<u32>,
        /// Begins at this page: a server's token.
        pub continuation_token: Option<String>,
    }

    /// Which part of which step's log.
    pub struct ReadStepLogs {
        /// Position of the job among those of the deployment, from 0.
        pub job: Option<u32>,
        /// Position of the step among those of the job, from 0.
        pub step: Option<u32>,
        /// First line, from 0.
        pub offset: Option<u64>,
        /// Lines to return, 499 at most. The server's default is 100.
        pub count: Option<u32>,
    }
}

/// The deployments of a stack, newest first.
pub fn list(stack: &StackName, query: &ListDeployments) -> Result<Listing<DeploymentSummary>> {
    Ok(numbered(LIST.on(stack, &[])?.with_query(query)))
}

/// The deployments of all stacks of an organisation that the token's owner may see.
pub fn list_for_organization(organization: &str, query: &ListDeployments) -> Result<Listing<DeploymentSummary>> {
    Ok(numbered(LIST_FOR_ORGANIZATION.fill(&[organization])?.with_query(query)))
}

/// Starts a deployment. `validation` where neither the body nor the settings say what it takes, `plan_required` for drift
/// remediation outside its plan.
pub fn create(stack: &StackName, body: &CreateDeploymentRequest) -> Result<Call<CreateDeploymentResponse>> {
    Ok(Call::json(CREATE.on(stack, &[])?.with_json(body)?))
}

/// One deployment.
pub fn get(stack: &StackName, deployment_id: &str) -> Result<Call<Deployment>> {
    Ok(Call::json(GET.on(stack, &[deployment_id])?))
}

/// The lines that a deployment has written so far, all steps in a row.
pub fn logs(stack: &StackName, deployment_id: &str, query: &ReadDeploymentLogs) -> Result<Listing<DeploymentLogLine>> {
    let request = LOGS.on(stack, &[deployment_id])?.with_query(query);
    Ok(Listing::new(Plan::new(request, Style::token(), &["lines"])))
}

/// A part of what one step has written. The step's log goes on at `nextOffset` of the answer.
pub fn step_logs(stack: &StackName, deployment_id: &str, query: &ReadStepLogs) -> Result<Call<DeploymentLogs>> {
    if query.job.is_none() || query.step.is_none() {
        let error = Error::new(ErrorCode::Validation, "`job` and `step` are missing");
        return Err(error.hint("both are positions from 0; `logs` reads all steps"));
    }
    Ok(Call::json(STEP_LOGS.on(stack, &[deployment_id])?.with_query(query)))
}

/// The updates that a deployment made.
pub fn updates(stack: &StackName, deployment_id: &str) -> Result<Call<List<UpdateInfo>>> {
    Ok(Call::json(UPDATES.on(stack, &[deployment_id])?))
}

/// Ends a deployment at once, also in the middle of an update: the stack may be left between two states.
pub fn cancel(stack: &StackName, deployment_id: &str) -> Result<Call<()>> {
    Ok(Call::done(CANCEL.on(stack, &[deployment_id])?))
}

/// The settings of a stack's deployments. `not_found` where there are none.
pub fn settings(stack: &StackName) -> Result<Call<DeploymentSettings>> {
    Ok(Call::json(SETTINGS.on(stack, &[])?))
}

/// Merges changes into the settings, or makes them; `null` takes a setting away. `plan_required` outside the plans that have
/// deployments.
pub fn update_settings(stack: &StackName, body: &DeploymentSettingsPatch) -> Result<Call<Option<DeploymentSettings>>> {
    Ok(Call::maybe(UPDATE_SETTINGS.on(stack, &[])?.with_json(body)?))
}

/// Replaces the settings: what `body` leaves out is gone. Fails as [`update_settings`] does.
pub fn replace_settings(stack: &StackName, body: &DeploymentSettings) -> Result<Call<Option<DeploymentSettings>>> {
    Ok(Call::maybe(REPLACE_SETTINGS.on(stack, &[])?.with_json(body)?))
}

/// Removes the settings. Schedules of the stack no longer find any.
pub fn delete_settings(stack: &StackName) -> Result<Call<()>> {
    Ok(Call::done(DELETE_SETTINGS.on(stack, &[])?))
}

fn numbered(request: Request) -> Listing<DeploymentSummary> {
    let style = Style::Numbered { size: 50, detect: false };
    Listing::new(Plan::new(request, style, &["deployments"]).keyed(&["/id"]))
}
