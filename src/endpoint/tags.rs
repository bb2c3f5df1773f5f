//! Tags of a stack: read, set, replace, remove.
//!
//! In: names and tags. Out: calls, and [`set`], which needs two requests where the tag is there already. The server checks names and
//! values; here fails only a tag name that cannot stand in a path.

use super::{Call, Endpoint, read_json};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Failure, Method, RetryPolicy, StackName, Transport};
use crate::model::open::Tags;
use crate::model::stack::Stack;
use crate::model::tag::StackTag;

const GET: Endpoint = Endpoint::new("tags.get", "Get Stack Tags", Method::Get, "/api/stacks/{organization}/{project}/{stack}");
const SET: Endpoint =
    Endpoint::new("tags.set", "Set Stack Tag", Method::Post, "/api/stacks/{organization}/{project}/{stack}/tags");
const SET_EXISTING: Endpoint =
    Endpoint::new("tags.set", "Update Stack Tag", Method::Patch, "/api/stacks/{organization}/{project}/{stack}/tags/{tagName}");
const ADD: Endpoint =
    Endpoint::new("tags.add", "Add Stack Tag", Method::Post, "/api/stacks/{organization}/{project}/{stack}/tags");
const UPDATE: Endpoint = Endpoint::new(
    "tags.update",
    "Update Stack Tag",
    Method::Patch,
    "/api/stacks/{organization}/{project}/{stack}/tags/{tagName}",
);
const REPLACE: Endpoint =
    Endpoint::new("tags.replace", "Update Stack Tags", Method::Patch, "/api/stacks/{organization}/{project}/{stack}/tags");
const DELETE: Endpoint = Endpoint::new(
    "tags.delete",
    "Delete Stack Tag",
    Method::Delete,
    "/api/stacks/{organization}/{project}/{stack}/tags/{tagName}",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[GET, SET, SET_EXISTING, ADD, UPDATE, REPLACE, DELETE];

/// The tags of a stack; none where the server sends none. The API has no place of their own for them: they are read off the stack.
pub fn get(stack: &StackName) -> Result<Call<Tags>> {
    let request = GET.on(stack, &[])?;
    Ok(Call { request, decode: |response| Ok(read_json::<Stack>(response)?.tags.unwrap_or_default()) })
}

/// Gives a tag a value, whether the tag is there or not. Adding fails where it is, and changing where it isn't, so this adds, and
/// changes where the server says that the tag exists. `validation` where the server takes name or value for none, or the tag is one
/// of its own.
pub async fn set<P: Transport>(
    client: &Client,
    platform: &P,
    retry: Option<&RetryPolicy>,
    stack: &StackName,
    tag: &StackTag,
) -> Result<(), Failure<P::Foreign>> {
    // Both are made first: a name that cannot stand in a path fails before anything is sent.
    let add = Call::done(SET.on(stack, &[])?.with_json(tag)?);
    let change = Call::done(SET_EXISTING.on(stack, &[&tag.name])?.with_json(tag)?);
    match add.send(client, platform, retry).await {
        Err(Failure::Error(error, _)) if exists_already(&error) => change.send(client, platform, retry).await,
        other => other,
    }
}

/// Whether a refusal says that the thing is there already. Pulumi Cloud refuses so with status 400, not 409.
pub fn exists_already(error: &Error) -> bool {
    let Some(exchange) = error.exchange().filter(|_| matches!(error.code(), ErrorCode::Validation | ErrorCode::Conflict)) else {
        return false;
    };
    let says = |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains("already exists"));
    says(&exchange.server_message)
        || exchange.errors.iter().any(|field| field.error_type == "already_exists" || says(&field.custom_message))
}

/// Adds a tag. `validation` where it exists, or the server takes name or value for none.
pub fn add(stack: &StackName, tag: &StackTag) -> Result<Call<()>> {
    Ok(Call::done(ADD.on(stack, &[])?.with_json(tag)?))
}

/// Changes a tag. `not_found` where there is none of this name; `validation` where it is one of the server's own.
pub fn update(stack: &StackName, name: &str, tag: &StackTag) -> Result<Call<()>> {
    Ok(Call::done(UPDATE.on(stack, &[name])?.with_json(tag)?))
}

/// Replaces all tags by these. `validation` where the server takes one for none, or the tag of the project would change.
///
/// The body is the bare map, as the command line sends it; documents that wrap it in `tags` are mistaken. One self-hosted server
/// keeps the tags that the map leaves out.
pub fn replace(stack: &StackName, tags: &Tags) -> Result<Call<()>> {
    Ok(Call::done(REPLACE.on(stack, &[])?.with_json(tags)?))
}

/// Removes a tag. `not_found` where there is none of this name; `validation` where it is one of the server's own.
pub fn delete(stack: &StackName, name: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE.on(stack, &[name])?))
}
