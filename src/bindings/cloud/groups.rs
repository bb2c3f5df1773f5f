//! The groups of functions, one file each, named as in `cloud.stacks`.

mod audit_logs;
mod config;
mod deployments;
mod drift;
mod environments;
mod members;
mod policies;
mod schedules;
mod search;
mod secrets;
mod server;
mod stacks;
mod tags;
mod teams;
mod tokens;
mod updates;
mod usage;
mod user;
mod webhooks;

pub(super) use audit_logs::AuditLogsApi;
pub(super) use config::ConfigApi;
pub(super) use deployments::DeploymentsApi;
pub(super) use drift::DriftApi;
pub(super) use environments::EnvironmentsApi;
pub(super) use members::MembersApi;
pub(super) use policies::PoliciesApi;
pub(super) use schedules::SchedulesApi;
pub(super) use search::SearchApi;
pub(super) use secrets::SecretsApi;
pub(super) use server::ServerApi;
pub(super) use stacks::StacksApi;
pub(super) use tags::TagsApi;
pub(super) use teams::TeamsApi;
pub(super) use tokens::TokensApi;
pub(super) use updates::UpdatesApi;
pub(super) use usage::UsageApi;
pub(super) use user::UserApi;
pub(super) use webhooks::WebhooksApi;

/// How a group is made.
macro_rules! group {
    ($class:ident) => {
        impl $class {
            pub(in crate::bindings::cloud) fn new(shared: Rc<Shared>) -> Self {
                Self { shared }
            }
        }
    };
}
use group;
