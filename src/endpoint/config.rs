//! The configuration of a stack that lives with the service.
//!
//! In: names and the configuration. Out: calls.

use super::{Call, Endpoint};
use crate::error::Result;
use crate::http::{Method, StackName};
use crate::model::stack::StackConfig;

const CONFIG: &str = "/api/stacks/{organization}/{project}/{stack}/config";

const GET: Endpoint = Endpoint::new("config.get", "Get Stack Config", Method::Get, CONFIG);
const UPDATE: Endpoint = Endpoint::new("config.update", "Update Stack Config", Method::Put, CONFIG);
const DELETE: Endpoint = Endpoint::new("config.delete", "Delete Stack Config", Method::Delete, CONFIG);

pub(super) const ENDPOINTS: &[Endpoint] = &[GET, UPDATE, DELETE];

/// The configuration. `not_found` where none lives with the service: it is then in the file beside the program.
pub fn get(stack: &StackName) -> Result<Call<StackConfig>> {
    Ok(Call::json(GET.on(stack, &[])?))
}

/// Puts a configuration in the place of the one that is there. `validation` where its environment, or the version of it, does not
/// exist.
pub fn update(stack: &StackName, config: &StackConfig) -> Result<Call<StackConfig>> {
    Ok(Call::json(UPDATE.on(stack, &[])?.with_json(config)?))
}

/// Removes the configuration from the service.
pub fn delete(stack: &StackName) -> Result<Call<()>> {
    Ok(Call::done(DELETE.on(stack, &[])?))
}
