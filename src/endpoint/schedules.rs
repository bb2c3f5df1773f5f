//! Schedules of deployments: of any operation, of drift detection, of a stack's end (TTL).
//!
//! In: names and bodies. Out: calls. A stack has settings for deployments before it has schedules: `validation` where it hasn't.

use super::{Call, Endpoint};
use crate::error::Result;
use crate::http::{Method, StackName};
use crate::model::schedule::{
    CreateScheduledDeploymentRequest, CreateScheduledDriftDeploymentRequest, CreateScheduledTtlDeploymentRequest,
    ScheduledAction, ScheduledActionHistory, ScheduledActionList,
};

const LIST: Endpoint = Endpoint::new(
    "schedules.list",
    "List Schedules",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules",
);
const CREATE: Endpoint = Endpoint::new(
    "schedules.create",
    "Create Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules",
);
const CREATE_DRIFT: Endpoint = Endpoint::new(
    "schedules.createDrift",
    "Create Drift Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/drift/schedules",
);
const CREATE_TTL: Endpoint = Endpoint::new(
    "schedules.createTtl",
    "Create TTL Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/ttl/schedules",
);
const GET: Endpoint = Endpoint::new(
    "schedules.get",
    "Get Schedule",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}",
);
const DELETE: Endpoint = Endpoint::new(
    "schedules.delete",
    "Delete Schedule",
    Method::Delete,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}",
);
const UPDATE: Endpoint = Endpoint::new(
    "schedules.update",
    "Update Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}",
);
const UPDATE_DRIFT: Endpoint = Endpoint::new(
    "schedules.updateDrift",
    "Update Drift Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/drift/schedules/{scheduleID}",
);
const UPDATE_TTL: Endpoint = Endpoint::new(
    "schedules.updateTtl",
    "Update TTL Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/ttl/schedules/{scheduleID}",
);
const PAUSE: Endpoint = Endpoint::new(
    "schedules.pause",
    "Pause Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}/pause",
);
const RESUME: Endpoint = Endpoint::new(
    "schedules.resume",
    "Resume Schedule",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}/resume",
);
const HISTORY: Endpoint = Endpoint::new(
    "schedules.history",
    "Get Schedule History",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/deployments/schedules/{scheduleID}/history",
);

pub(super) const ENDPOINTS: &[Endpoint] =
    &[LIST, CREATE, CREATE_DRIFT, CREATE_TTL, GET, DELETE, UPDATE, UPDATE_DRIFT, UPDATE_TTL, PAUSE, RESUME, HISTORY];

/// The schedules of a stack, of all kinds.
pub fn list(stack: &StackName) -> Result<Call<ScheduledActionList>> {
    Ok(Call::json(LIST.on(stack, &[])?))
}

/// Makes a schedule that starts deployments.
pub fn create(stack: &StackName, body: &CreateScheduledDeploymentRequest) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(CREATE.on(stack, &[])?.with_json(body)?))
}

/// Makes a schedule that looks for drift. `plan_required` outside its plan.
pub fn create_drift(stack: &StackName, body: &CreateScheduledDriftDeploymentRequest) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(CREATE_DRIFT.on(stack, &[])?.with_json(body)?))
}

/// Makes a schedule that destroys the stack's resources at a moment.
pub fn create_ttl(stack: &StackName, body: &CreateScheduledTtlDeploymentRequest) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(CREATE_TTL.on(stack, &[])?.with_json(body)?))
}

/// One schedule.
pub fn get(stack: &StackName, schedule_id: &str) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(GET.on(stack, &[schedule_id])?))
}

/// Removes a schedule.
pub fn delete(stack: &StackName, schedule_id: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE.on(stack, &[schedule_id])?))
}

/// Changes a schedule that starts deployments.
pub fn update(stack: &StackName, schedule_id: &str, body: &CreateScheduledDeploymentRequest) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(UPDATE.on(stack, &[schedule_id])?.with_json(body)?))
}

/// Changes a schedule that looks for drift.
pub fn update_drift(
    stack: &StackName,
    schedule_id: &str,
    body: &CreateScheduledDriftDeploymentRequest,
) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(UPDATE_DRIFT.on(stack, &[schedule_id])?.with_json(body)?))
}

/// Changes a schedule that destroys the stack's resources.
pub fn update_ttl(
    stack: &StackName,
    schedule_id: &str,
    body: &CreateScheduledTtlDeploymentRequest,
) -> Result<Call<ScheduledAction>> {
    Ok(Call::json(UPDATE_TTL.on(stack, &[schedule_id])?.with_json(body)?))
}

/// Lets a schedule rest.
pub fn pause(stack: &StackName, schedule_id: &str) -> Result<Call<()>> {
    Ok(Call::done(PAUSE.on(stack, &[schedule_id])?))
}

/// Lets a paused schedule go on.
pub fn resume(stack: &StackName, schedule_id: &str) -> Result<Call<()>> {
    Ok(Call::done(RESUME.on(stack, &[schedule_id])?))
}

/// The times that a schedule happened.
pub fn history(stack: &StackName, schedule_id: &str) -> Result<Call<ScheduledActionHistory>> {
    Ok(Call::json(HISTORY.on(stack, &[schedule_id])?))
}
