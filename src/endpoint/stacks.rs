//! Stacks: list, create, read, change, remove.
//!
//! In: names and request models. Out: calls and listings. The state itself is read by [`export_state`] and written by [`import_state`], as
//! bytes.

use std::sync::Arc;

use serde_json::Value;

use super::{Call, Endpoint, Listing, query};
use crate::error::Result;
use crate::http::{Body, Method, Request, StackName};
use crate::model::activity::Activity;
use crate::model::outputs::{ImportStackResponse, StackOutputs, StackResource, StackTeamList};
use crate::model::refs::ListReferences;
use crate::model::resource::{ResourceCount, StackResources};
use crate::model::restore::{DeletedStackList, RestoreDeletedStackRequest};
use crate::model::stack::{
    CreateStackRequest, CreateStackResponse, RenameStackRequest, RenameStackResponse, Stack, StackMetadata,
    StackNotificationSettings, StackSummary, TransferStackRequest,
};
use crate::page::{Condition, Plan, Style};

const LIST: Endpoint = Endpoint::new("stacks.list", "List Stacks", Method::Get, "/api/user/stacks");
const CREATE: Endpoint = Endpoint::new("stacks.create", "Create Stack", Method::Post, "/api/stacks/{organization}/{project}");
const PROJECT_EXISTS: Endpoint =
    Endpoint::new("stacks.projectExists", "Project Exists", Method::Head, "/api/stacks/{organization}/{project}");
const GET: Endpoint = Endpoint::new("stacks.get", "Get Stack", Method::Get, "/api/stacks/{organization}/{project}/{stack}");
const DELETE: Endpoint =
    Endpoint::new("stacks.delete", "Delete Stack", Method::Delete, "/api/stacks/{organization}/{project}/{stack}");
const EXPORT: Endpoint =
    Endpoint::new("stacks.exportState", "Get Stack State", Method::Get, "/api/stacks/{organization}/{project}/{stack}/export");
const EXPORT_VERSION: Endpoint = Endpoint::new(
    "stacks.exportState",
    "Get Stack State at Version",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/export/{version}",
);
const IMPORT: Endpoint = Endpoint::new(
    "stacks.importState",
    "Import Stack State",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/import",
);
const TRANSFER: Endpoint =
    Endpoint::new("stacks.transfer", "Transfer Stack", Method::Post, "/api/stacks/{organization}/{project}/{stack}/transfer");
const RENAME: Endpoint =
    Endpoint::new("stacks.rename", "Rename Stack", Method::Post, "/api/stacks/{organization}/{project}/{stack}/rename");
const DOWNSTREAM: Endpoint = Endpoint::new(
    "stacks.downstreamReferences",
    "Get Stack Downstream References",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/downstreamreferences",
);
const UPSTREAM: Endpoint = Endpoint::new(
    "stacks.upstreamReferences",
    "Get Stack Upstream References",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/upstreamreferences",
);
const METADATA: Endpoint =
    Endpoint::new("stacks.metadata", "Get Stack Metadata", Method::Get, "/api/stacks/{organization}/{project}/{stack}/metadata");
const RESOURCE_COUNT: Endpoint = Endpoint::new(
    "stacks.resourceCount",
    "Get Stack Resource Count",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/resources/count",
);
const RESOURCES: Endpoint = Endpoint::new(
    "stacks.resources",
    "Get (Latest) Current Stack Resources",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/resources/latest",
);
const RESOURCES_VERSION: Endpoint = Endpoint::new(
    "stacks.resources",
    "Get Stack Resources For Version",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/resources/{version}",
);
const RESOURCE: Endpoint = Endpoint::new(
    "stacks.resource",
    "Get Latest Stack Resource",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/resources/latest/{urn}",
);
const RESOURCE_VERSION: Endpoint = Endpoint::new(
    "stacks.resource",
    "Get Stack Resource For Version",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/resources/{version}/{urn}",
);
const OUTPUTS: Endpoint =
    Endpoint::new("stacks.outputs", "Get Stack Outputs", Method::Get, "/api/stacks/{organization}/{project}/{stack}/outputs");
const ACTIVITY: Endpoint =
    Endpoint::new("stacks.activity", "Get Stack Activity", Method::Get, "/api/stacks/{organization}/{project}/{stack}/activity");
const TEAMS: Endpoint =
    Endpoint::new("stacks.teams", "List Stack Teams", Method::Get, "/api/stacks/{organization}/{project}/{stack}/teams");
const NOTIFICATIONS: Endpoint = Endpoint::new(
    "stacks.updateNotificationSettings",
    "Update Stack Notification Settings",
    Method::Patch,
    "/api/stacks/{organization}/{project}/{stack}/notifications/settings",
);
const ANNOTATION: Endpoint = Endpoint::new(
    "stacks.annotation",
    "Get Stack Annotation",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/annotations/{kind}",
);
const UPDATE_ANNOTATION: Endpoint = Endpoint::new(
    "stacks.updateAnnotation",
    "Upsert Stack Annotation",
    Method::Patch,
    "/api/stacks/{organization}/{project}/{stack}/annotations/{kind}",
);
const LIST_DELETED: Endpoint =
    Endpoint::new("stacks.listDeleted", "List Deleted Stacks", Method::Get, "/api/orgs/{organization}/restore-stack");
const RESTORE: Endpoint =
    Endpoint::new("stacks.restore", "Restore Deleted Stack", Method::Post, "/api/orgs/{organization}/restore-stack/{programID}");

pub(super) const ENDPOINTS: &[Endpoint] = &[
    LIST,
    CREATE,
    PROJECT_EXISTS,
    GET,
    DELETE,
    EXPORT,
    EXPORT_VERSION,
    IMPORT,
    TRANSFER,
    RENAME,
    DOWNSTREAM,
    UPSTREAM,
    METADATA,
    RESOURCE_COUNT,
    RESOURCES,
    RESOURCES_VERSION,
    RESOURCE,
    RESOURCE_VERSION,
    OUTPUTS,
    ACTIVITY,
    TEAMS,
    NOTIFICATIONS,
    ANNOTATION,
    UPDATE_ANNOTATION,
    LIST_DELETED,
    RESTORE,
];

query! {
    /// Which stacks to list.
    pub struct ListStacks {
        /// Only stacks of this organisation.
        pub organization: Option<String>,
        /// Only stacks of this project.
        pub project: Option<String>,
        /// Only stacks with this tag.
        pub tag_name: Option<String>,
        /// Only stacks whose tag `tagName` has this value.
        pub tag_value: Option<String>,
        /// Most stacks that one page holds; the server has a limit of its own.
        pub max_results: Option<u32>,
        /// Only stacks that this role may see.
        #[serde(rename = "roleID")]
        pub role_id: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
    }

    /// How to delete a stack.
    pub struct DeleteStack {
        /// Delete it although it still has resources; they stay where they are, unmanaged.
        pub force: Option<bool>,
    }

    /// Which version of a stack.
    pub struct AtVersion {
        /// Version of the stack, as its updates count them from 1. Default: the latest.
        pub version: Option<i64>,
    }

    /// How to read outputs.
    pub struct ReadOutputs {
        /// The update on whose behalf they are read.
        #[serde(rename = "readingUpdateID")]
        pub reading_update_id: Option<String>,
    }

    /// Which part of a stack's activity.
    pub struct ListActivity {
        /// First page to read, from 1.
        pub page: Option<u32>,
        /// Items of a page.
        pub page_size: Option<u32>,
    }

    /// Which annotation.
    pub struct WhichAnnotation {
        /// Who wrote it.
        pub source: Option<String>,
        /// Its version; a write of an old version is a `conflict`.
        pub version: Option<i64>,
    }
}

/// The stacks that the token's owner may see. `project` is a project's name (the documentation calls it an organisation's).
pub fn list(query: &ListStacks) -> Result<Listing<StackSummary>> {
    let request = LIST.fill(&[])?.with_query(query);
    let plan = Plan::new(request, Style::token(), &["stacks"]).keyed(&["/orgName", "/projectName", "/stackName"]);
    Ok(Listing::new(plan.keeping(conditions(query))))
}

/// What each row must be: one server ignores all filters.
fn conditions(query: &ListStacks) -> Vec<Condition> {
    let asked = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let name = |field, text| asked(text).map(|name| Condition::Name { field, name });
    let tag = asked(&query.tag_name).map(|name| Condition::Entry { field: "tags", name, value: query.tag_value.clone() });
    [name("orgName", &query.organization), name("projectName", &query.project), tag].into_iter().flatten().collect()
}

/// Creates a stack, and its project where there is none. `conflict` where it exists.
pub fn create(organization: &str, project: &str, body: &CreateStackRequest) -> Result<Call<Option<CreateStackResponse>>> {
    Ok(Call::maybe(CREATE.fill(&[organization, project])?.with_json(body)?))
}

/// Asks for a project: it succeeds or fails with `not_found`.
pub fn project_exists(organization: &str, project: &str) -> Result<Call<()>> {
    Ok(Call::done(PROJECT_EXISTS.fill(&[organization, project])?))
}

/// One stack: tags, version, what is running now.
pub fn get(stack: &StackName) -> Result<Call<Stack>> {
    Ok(Call::json(GET.on(stack, &[])?))
}

/// Removes a stack. `conflict` or `update_in_progress` while an update runs; `validation` where it still has resources and `force` is
/// not set.
pub fn delete(stack: &StackName, query: &DeleteStack) -> Result<Call<()>> {
    Ok(Call::done(DELETE.on(stack, &[])?.with_query(query)))
}

/// The state, now or at a version: the request alone, since the answer is a checkpoint and not a model.
pub fn export_state(stack: &StackName, at: &AtVersion) -> Result<Request> {
    let mut request = at_version(stack, at, EXPORT, EXPORT_VERSION, &[])?;
    request.large = true;
    Ok(request)
}

/// Replaces the state by the text of an exported one, sent compressed. `update_in_progress` while an update runs.
pub fn import_state(stack: &StackName, state: Arc<[u8]>) -> Result<Call<Option<ImportStackResponse>>> {
    let mut request = IMPORT.on(stack, &[])?;
    request.body = Body::Gzip(state);
    request.large = true;
    Ok(Call::maybe(request))
}

/// Moves a stack to another organisation. `update_in_progress` while an update runs.
pub fn transfer(stack: &StackName, body: &TransferStackRequest) -> Result<Call<()>> {
    Ok(Call::done(TRANSFER.on(stack, &[])?.with_json(body)?))
}

/// Renames a stack, within its organisation. Pulumi Cloud answers with the update that records it, other servers with nothing.
pub fn rename(stack: &StackName, body: &RenameStackRequest) -> Result<Call<Option<RenameStackResponse>>> {
    Ok(Call::maybe(RENAME.on(stack, &[])?.with_json(body)?))
}

/// The stacks that refer to this one.
pub fn downstream_references(stack: &StackName) -> Result<Call<ListReferences>> {
    Ok(Call::json(DOWNSTREAM.on(stack, &[])?))
}

/// The stacks that this one refers to.
pub fn upstream_references(stack: &StackName) -> Result<Call<ListReferences>> {
    Ok(Call::json(UPSTREAM.on(stack, &[])?))
}

/// Owner, permission and notifications.
pub fn metadata(stack: &StackName) -> Result<Call<StackMetadata>> {
    Ok(Call::json(METADATA.on(stack, &[])?))
}

/// How many resources the stack has.
pub fn resource_count(stack: &StackName) -> Result<Call<ResourceCount>> {
    Ok(Call::json(RESOURCE_COUNT.on(stack, &[])?))
}

/// The resources of a stack, now or at a version.
pub fn resources(stack: &StackName, at: &AtVersion) -> Result<Call<StackResources>> {
    let mut request = at_version(stack, at, RESOURCES, RESOURCES_VERSION, &[])?;
    request.large = true;
    Ok(Call::json(request))
}

/// One resource of a stack, now or at a version.
pub fn resource(stack: &StackName, urn: &str, at: &AtVersion) -> Result<Call<StackResource>> {
    Ok(Call::json(at_version(stack, at, RESOURCE, RESOURCE_VERSION, &[urn])?))
}

/// The outputs of a stack.
pub fn outputs(stack: &StackName, query: &ReadOutputs) -> Result<Call<StackOutputs>> {
    Ok(Call::json(OUTPUTS.on(stack, &[])?.with_query(query)))
}

/// Updates and deployments of a stack, newest first.
pub fn activity(stack: &StackName, query: &ListActivity) -> Result<Listing<Activity>> {
    let request = ACTIVITY.on(stack, &[])?.with_query(query);
    Ok(Listing::new(Plan::new(request, Style::Numbered { size: 50, detect: false }, &["activity"])))
}

/// The teams that have access to a stack.
pub fn teams(stack: &StackName) -> Result<Call<StackTeamList>> {
    Ok(Call::json(TEAMS.on(stack, &[])?))
}

/// Sets which mails the token's owner gets about a stack.
pub fn update_notification_settings(stack: &StackName, body: &StackNotificationSettings) -> Result<Call<Option<StackMetadata>>> {
    Ok(Call::maybe(NOTIFICATIONS.on(stack, &[])?.with_json(body)?))
}

/// An annotation: JSON of the writer's own making.
pub fn annotation(stack: &StackName, kind: &str, query: &WhichAnnotation) -> Result<Call<Option<Value>>> {
    Ok(Call::maybe(ANNOTATION.on(stack, &[kind])?.with_query(query)))
}

/// Writes an annotation. `conflict` where another version was written in the meantime.
pub fn update_annotation(stack: &StackName, kind: &str, body: &Value, query: &WhichAnnotation) -> Result<Call<()>> {
    Ok(Call::done(UPDATE_ANNOTATION.on(stack, &[kind])?.with_query(query).with_json(body)?))
}

/// Stacks of an organisation that were deleted and can be restored.
pub fn list_deleted(organization: &str) -> Result<Call<DeletedStackList>> {
    Ok(Call::json(LIST_DELETED.fill(&[organization])?))
}

/// Restores a deleted stack under a name.
pub fn restore(organization: &str, program_id: &str, body: &RestoreDeletedStackRequest) -> Result<Call<()>> {
    Ok(Call::done(RESTORE.fill(&[organization, program_id])?.with_json(body)?))
}

/// One of two endpoints: the version stands behind the third parameter of the path.
fn at_version(stack: &StackName, at: &AtVersion, latest: Endpoint, versioned: Endpoint, rest: &[&str]) -> Result<Request> {
    match at.version {
        None => latest.on(stack, rest),
        Some(version) => {
            let version = version.to_string();
            versioned.on(stack, &[&[version.as_str()], rest].concat())
        }
    }
}
