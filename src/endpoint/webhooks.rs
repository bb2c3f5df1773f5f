//! Webhooks of organisations and of stacks: list, create, read, change, remove, test, deliveries.
//!
//! In: who has the webhook, names, bodies. Out: calls. Every function has two endpoints, one for each kind of [`Owner`]. A webhook's
//! name is the short one that the server gives, not the name for display. No server pages these lists.

use super::{Call, Endpoint, read_json};
use crate::error::Result;
use crate::http::{Method, Request, StackName};
use crate::model::webhook::{Webhook, WebhookDelivery, WebhookDeliveryList, WebhookList, WebhookResponse};

/// Who has a webhook.
#[derive(Debug, Clone, Copy)]
pub enum Owner<'a> {
    /// An organisation.
    Organization(&'a str),
    /// A stack.
    Stack(&'a StackName),
}

/// The endpoints of one function.
struct Pair {
    organization: Endpoint,
    stack: Endpoint,
}

macro_rules! pair {
    ($function:literal, $title:literal / $stack_title:literal, $method:expr, $rest:literal) => {
        Pair {
            organization: Endpoint::new($function, $title, $method, concat!("/api/orgs/{organization}/hooks", $rest)),
            stack: Endpoint::new(
                $function,
                $stack_title,
                $method,
                concat!("/api/stacks/{organization}/{project}/{stack}/hooks", $rest),
            ),
        }
    };
}

const LIST: Pair = pair!("webhooks.list", "List Organization Webhooks" / "List Stack Webhooks", Method::Get, "");
const CREATE: Pair = pair!("webhooks.create", "Create Organization Webhook" / "Create Stack Webhook", Method::Post, "");
const GET: Pair = pair!("webhooks.get", "Get Organization Webhook" / "Get Stack Webhook", Method::Get, "/{webhookName}");
const UPDATE: Pair =
    pair!("webhooks.update", "Update Organization Webhook" / "Update Stack Webhook", Method::Patch, "/{webhookName}");
const DELETE: Pair =
    pair!("webhooks.delete", "Delete Organization Webhook" / "Delete Stack Webhook", Method::Delete, "/{webhookName}");
const PING: Pair =
    pair!("webhooks.ping", "Ping Organization Webhook" / "Ping Stack Webhook", Method::Post, "/{webhookName}/ping");
const DELIVERIES: Pair = pair!(
    "webhooks.deliveries",
    "List Organization Webhook Deliveries" / "List Stack Webhook Deliveries",
    Method::Get,
    "/{webhookName}/deliveries"
);
const REDELIVER: Pair = pair!(
    "webhooks.redeliver",
    "Redeliver Organization Webhook Event" / "Redeliver Stack Webhook Event",
    Method::Post,
    "/{webhookName}/deliveries/{event}/redeliver"
);

pub(super) const ENDPOINTS: &[Endpoint] = &[
    LIST.organization,
    LIST.stack,
    CREATE.organization,
    CREATE.stack,
    GET.organization,
    GET.stack,
    UPDATE.organization,
    UPDATE.stack,
    DELETE.organization,
    DELETE.stack,
    PING.organization,
    PING.stack,
    DELIVERIES.organization,
    DELIVERIES.stack,
    REDELIVER.organization,
    REDELIVER.stack,
];

impl Pair {
    fn of(&self, owner: Owner<'_>, values: &[&str]) -> Result<Request> {
        match owner {
            Owner::Organization(organization) => {
                let mut all = vec![organization];
                all.extend(values);
                self.organization.fill(&all)
            }
            Owner::Stack(stack) => self.stack.on(stack, values),
        }
    }
}

/// The webhooks of an organisation or a stack: a bare list on Pulumi Cloud, a wrapped one on some self-hosted servers.
pub fn list(owner: Owner<'_>) -> Result<Call<Vec<WebhookResponse>>> {
    let request = LIST.of(owner, &[])?;
    Ok(Call { request, decode: |response| read_json::<WebhookList>(response).map(|list| list.webhooks.0) })
}

/// Makes a webhook. `conflict` where the name is taken; `validation` where name, format, address or filters are refused, or the body
/// names another organisation or stack than `owner`. What of these names the body leaves out is filled in.
pub fn create(owner: Owner<'_>, webhook: &Webhook) -> Result<Call<WebhookResponse>> {
    Ok(Call::json(CREATE.of(owner, &[])?.with_json(&filled(owner, webhook))?))
}

/// One webhook.
pub fn get(owner: Owner<'_>, name: &str) -> Result<Call<WebhookResponse>> {
    Ok(Call::json(GET.of(owner, &[name])?))
}

/// Changes a webhook; the API wants name for display, address and `active` in every change. `not_found` where there is none of this
/// name; `validation` as for [`create`], and where an organisation's webhook is to have the format `pulumi_deployments`.
pub fn update(owner: Owner<'_>, name: &str, webhook: &Webhook) -> Result<Call<WebhookResponse>> {
    Ok(Call::json(UPDATE.of(owner, &[name])?.with_json(&filled(owner, webhook))?))
}

/// Removes a webhook.
pub fn delete(owner: Owner<'_>, name: &str) -> Result<Call<()>> {
    Ok(Call::done(DELETE.of(owner, &[name])?))
}

/// Delivers a test through a webhook, and tells what came back.
pub fn ping(owner: Owner<'_>, name: &str) -> Result<Call<WebhookDelivery>> {
    Ok(Call::json(PING.of(owner, &[name])?))
}

/// What a webhook delivered of late. Bare or wrapped as in [`list`].
pub fn deliveries(owner: Owner<'_>, name: &str) -> Result<Call<Vec<WebhookDelivery>>> {
    let request = DELIVERIES.of(owner, &[name])?;
    Ok(Call { request, decode: |response| read_json::<WebhookDeliveryList>(response).map(|list| list.deliveries.0) })
}

/// Delivers an event once more: `event` is the id of its delivery. `not_found` where there is no such webhook or event.
pub fn redeliver(owner: Owner<'_>, name: &str, event: &str) -> Result<Call<WebhookDelivery>> {
    Ok(Call::json(REDELIVER.of(owner, &[name, event])?))
}

/// The body with the names that the path has; the API wants them in both places.
fn filled(owner: Owner<'_>, webhook: &Webhook) -> Webhook {
    let mut webhook = webhook.clone();
    match owner {
        Owner::Organization(organization) => {
            webhook.organization_name.get_or_insert_with(|| organization.to_owned());
        }
        Owner::Stack(stack) => {
            webhook.organization_name.get_or_insert_with(|| stack.organization.clone());
            webhook.project_name.get_or_insert_with(|| stack.project.clone());
            webhook.stack_name.get_or_insert_with(|| stack.stack.clone());
        }
    }
    webhook
}
