//! `cloud.deployments`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::deployments::{self, ListDeployments, ReadDeploymentLogs, ReadStepLogs};
use crate::model::deployment::CreateDeploymentRequest;
use crate::model::deployment_settings::{DeploymentSettings, DeploymentSettingsPatch};

/// Pulumi Deployments: runs, their logs, and the settings they run with.
#[wasm_bindgen]
pub struct DeploymentsApi {
    shared: Rc<Shared>,
}

group!(DeploymentsApi);

#[wasm_bindgen]
impl DeploymentsApi {
    /// The deployments of a stack, newest first (List Stack Deployments, `GET …/deployments`).
    #[wasm_bindgen(unchecked_return_type = "Pages<DeploymentSummary>")]
    pub fn list(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListDeployments & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListDeployments| deployments::list(&stack(&stack_name)?, &query))
    }

    /// The deployments of all stacks of an organisation that the token's owner may see (List Organization Deployments,
    /// `GET /api/orgs/{organization}/deployments`).
    #[wasm_bindgen(js_name = "listForOrganization", unchecked_return_type = "Pages<DeploymentSummary>")]
    pub fn list_for_organization(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListDeployments & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListDeployments| {
            deployments::list_for_organization(&name(&organization, "organization")?, &query)
        })
    }

    /// Starts a deployment (Create Deployment, `POST …/deployments`). What the body leaves out comes from the stack's settings.
    /// Rejects with `validation` where neither says enough.
    ///
    /// @example
    /// const { id } = await cloud.deployments.create("acme/web/prod", { operation: "update" });
    #[wasm_bindgen(unchecked_return_type = "Promise<CreateDeploymentResponse>")]
    pub fn create(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            deployments::create(&stack(&stack_name)?, &body::<CreateDeploymentRequest>(&request, "body")?)
        })
    }

    /// One deployment (Get Deployment, `GET …/deployments/{deploymentId}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<Deployment>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "deploymentId", unchecked_param_type = "string")] deployment_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| deployments::get(&stack(&stack_name)?, &name(&deployment_id, "deploymentId")?))
    }

    /// The lines that a deployment has written so far, all steps in a row (Get Deployment Logs,
    /// `GET …/deployments/{deploymentId}/logs`).
    ///
    /// @example
    /// for await (const { line } of cloud.deployments.logs("acme/web/prod", id)) process.stdout.write(line ?? "");
    #[wasm_bindgen(unchecked_return_type = "Pages<DeploymentLogLine>")]
    pub fn logs(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "deploymentId", unchecked_param_type = "string")] deployment_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadDeploymentLogs & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ReadDeploymentLogs| {
            deployments::logs(&stack(&stack_name)?, &name(&deployment_id, "deploymentId")?, &query)
        })
    }

    /// A part of what one step has written (Get Deployment Logs, `GET …/deployments/{deploymentId}/logs`); it goes on at
    /// `nextOffset`.
    #[wasm_bindgen(js_name = "stepLogs", unchecked_return_type = "Promise<DeploymentLogs>")]
    pub fn step_logs(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "deploymentId", unchecked_param_type = "string")] deployment_id: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ReadStepLogs & { job: number; step: number } & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ReadStepLogs| {
            deployments::step_logs(&stack(&stack_name)?, &name(&deployment_id, "deploymentId")?, &query)
        })
    }

    /// The updates that a deployment made (Get Deployment Updates, `GET …/deployments/{deploymentId}/updates`).
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateInfo[]>")]
    pub fn updates(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "deploymentId", unchecked_param_type = "string")] deployment_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| deployments::updates(&stack(&stack_name)?, &name(&deployment_id, "deploymentId")?))
    }

    /// Ends a deployment at once, also in the middle of an update (Cancel Deployment,
    /// `POST …/deployments/{deploymentId}/cancel`): the stack may be left between two states.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn cancel(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "deploymentId", unchecked_param_type = "string")] deployment_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| deployments::cancel(&stack(&stack_name)?, &name(&deployment_id, "deploymentId")?))
    }

    /// The settings of a stack's deployments (Get Deployment Settings, `GET …/deployments/settings`). Rejects with `not_found`
    /// where there are none.
    #[wasm_bindgen(unchecked_return_type = "Promise<DeploymentSettings>")]
    pub fn settings(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| deployments::settings(&stack(&stack_name)?))
    }

    /// Merges changes into the settings, or makes them; `null` takes a setting away (Patch Deployment Settings,
    /// `POST …/deployments/settings`).
    ///
    /// @example
    /// await cloud.deployments.updateSettings("acme/web/prod", { sourceContext: { git: { branch: "main" } } });
    #[wasm_bindgen(js_name = "updateSettings", unchecked_return_type = "Promise<DeploymentSettings | undefined>")]
    pub fn update_settings(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "DeploymentSettingsPatch")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            deployments::update_settings(&stack(&stack_name)?, &body::<DeploymentSettingsPatch>(&request, "body")?)
        })
    }

    /// Replaces the settings (Replace Deployment Settings, `PUT …/deployments/settings`): what the body leaves out is gone.
    #[wasm_bindgen(js_name = "replaceSettings", unchecked_return_type = "Promise<DeploymentSettings | undefined>")]
    pub fn replace_settings(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "DeploymentSettings")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            deployments::replace_settings(&stack(&stack_name)?, &body::<DeploymentSettings>(&request, "body")?)
        })
    }

    /// Removes the settings (Delete Deployment Settings, `DELETE …/deployments/settings`).
    #[wasm_bindgen(js_name = "deleteSettings", unchecked_return_type = "Promise<void>")]
    pub fn delete_settings(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| deployments::delete_settings(&stack(&stack_name)?))
    }
}
