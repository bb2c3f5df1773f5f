//! `cloud.webhooks`

use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::group;
use crate::bindings::cloud::arguments::{Target, body, name, target};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::options::is_absent;
use crate::bindings::cloud::reply::Nothing;
use crate::bindings::error::set;
use crate::bindings::load::get;
use crate::endpoint::webhooks::{self, Owner};

/// Webhooks of an organisation (`"acme"`) or a stack (`"acme/web/prod"`).
#[wasm_bindgen]
pub struct WebhooksApi {
    shared: Rc<Shared>,
}

group!(WebhooksApi);

#[wasm_bindgen]
impl WebhooksApi {
    /// The webhooks of an organisation or a stack (List Organization Webhooks, List Stack Webhooks, `GET …/hooks`).
    ///
    /// @example
    /// const ours = await cloud.webhooks.list("acme");
    /// const ofStack = await cloud.webhooks.list("acme/web/prod");
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookResponse[]>")]
    pub fn list(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| webhooks::list(target(&owner)?.owner()))
    }

    /// Makes a webhook (Create Organization Webhook, Create Stack Webhook, `POST …/hooks`). The names of organisation, project
    /// and stack are filled in; `active` is `true` by default. Rejects with `conflict` where the name is taken, with `validation`
    /// where format, address or filters are refused.
    ///
    /// @example
    /// await cloud.webhooks.create("acme/web/prod", {
    ///     displayName: "deploys", payloadUrl: "https://example.com/hook", filters: ["update_failed"],
    /// });
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookResponse>")]
    pub fn create(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Omit<Webhook, 'active'> & { active?: boolean }")] webhook: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| webhooks::create(target(&owner)?.owner(), &body(&activated(&webhook), "webhook")?))
    }

    /// One webhook, by its short name (Get Organization Webhook, Get Stack Webhook, `GET …/hooks/{webhookName}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookResponse>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| webhooks::get(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?))
    }

    /// Changes a webhook (Update Organization Webhook, Update Stack Webhook, `PATCH …/hooks/{webhookName}`). `displayName`,
    /// `payloadUrl` and `active` are needed in every change. Rejects with `not_found` where there is none of this name, with
    /// `validation` where format, address or filters are refused.
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookResponse>")]
    pub fn update(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Webhook")] webhook: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            webhooks::update(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?, &body(&webhook, "webhook")?)
        })
    }

    /// Removes a webhook (Delete Organization Webhook, Delete Stack Webhook, `DELETE …/hooks/{webhookName}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| webhooks::delete(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?))
    }

    /// Delivers a test, and tells what came back (Ping Organization Webhook, Ping Stack Webhook,
    /// `POST …/hooks/{webhookName}/ping`).
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookDelivery>")]
    pub fn ping(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| webhooks::ping(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?))
    }

    /// What a webhook delivered of late (List Organization Webhook Deliveries, List Stack Webhook Deliveries,
    /// `GET …/hooks/{webhookName}/deliveries`).
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookDelivery[]>")]
    pub fn deliveries(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| webhooks::deliveries(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?))
    }

    /// Delivers an event once more; `event` is the id of its delivery (Redeliver Organization Webhook Event, Redeliver Stack
    /// Webhook Event, `POST …/hooks/{webhookName}/deliveries/{event}/redeliver`). Rejects with `not_found` where there is no such
    /// webhook or event.
    #[wasm_bindgen(unchecked_return_type = "Promise<WebhookDelivery>")]
    pub fn redeliver(
        &self,
        #[wasm_bindgen(js_name = "target", unchecked_param_type = "WebhookTarget")] owner: JsValue,
        #[wasm_bindgen(js_name = "webhookName", unchecked_param_type = "string")] webhook_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] event: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            webhooks::redeliver(target(&owner)?.owner(), &name(&webhook_name, "webhookName")?, &name(&event, "event")?)
        })
    }
}

impl Target {
    fn owner(&self) -> Owner<'_> {
        match self {
            Self::Organization(organization) => Owner::Organization(organization),
            Self::Stack(stack) => Owner::Stack(stack),
        }
    }
}

/// The webhook, `active` where it doesn't say.
fn activated(webhook: &JsValue) -> JsValue {
    if !webhook.is_object() || !is_absent(&get(webhook, "active")) {
        return webhook.clone();
    }
    let webhook = Object::assign(&Object::new(), webhook.unchecked_ref());
    set(&webhook, "active", true.into());
    webhook.into()
}
