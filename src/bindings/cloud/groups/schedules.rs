//! `cloud.schedules`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::schedules;
use crate::model::schedule::{
    CreateScheduledDeploymentRequest, CreateScheduledDriftDeploymentRequest, CreateScheduledTtlDeploymentRequest,
};

/// Schedules of deployments: of any operation, of drift detection, of a stack's end.
#[wasm_bindgen]
pub struct SchedulesApi {
    shared: Rc<Shared>,
}

group!(SchedulesApi);

#[wasm_bindgen]
impl SchedulesApi {
    /// The schedules of a stack, of all kinds (List Schedules, `GET …/deployments/schedules`).
    #[wasm_bindgen(unchecked_return_type = "Promise<ScheduledActionList>")]
    pub fn list(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::list(&stack(&stack_name)?))
    }

    /// Makes a schedule that starts deployments (Create Schedule, `POST …/deployments/schedules`): `scheduleCron` or
    /// `scheduleOnce`. Rejects with `validation` where the stack has no settings for deployments.
    ///
    /// @example
    /// await cloud.schedules.create("acme/web/prod", { scheduleCron: "0 4 * * *", request: { operation: "refresh" } });
    #[wasm_bindgen(unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn create(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::create(&stack(&stack_name)?, &body::<CreateScheduledDeploymentRequest>(&request, "body")?)
        })
    }

    /// Makes a schedule that looks for drift (Create Drift Schedule, `POST …/deployments/drift/schedules`).
    #[wasm_bindgen(js_name = "createDrift", unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn create_drift(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledDriftDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::create_drift(&stack(&stack_name)?, &body::<CreateScheduledDriftDeploymentRequest>(&request, "body")?)
        })
    }

    /// Makes a schedule that destroys the stack's resources at a moment (Create TTL Schedule,
    /// `POST …/deployments/ttl/schedules`).
    #[wasm_bindgen(js_name = "createTtl", unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn create_ttl(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledTtlDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::create_ttl(&stack(&stack_name)?, &body::<CreateScheduledTtlDeploymentRequest>(&request, "body")?)
        })
    }

    /// One schedule (Get Schedule, `GET …/deployments/schedules/{scheduleID}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::get(&stack(&stack_name)?, &name(&schedule_id, "scheduleID")?))
    }

    /// Removes a schedule (Delete Schedule, `DELETE …/deployments/schedules/{scheduleID}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::delete(&stack(&stack_name)?, &name(&schedule_id, "scheduleID")?))
    }

    /// Changes a schedule that starts deployments (Update Schedule, `POST …/deployments/schedules/{scheduleID}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn update(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::update(
                &stack(&stack_name)?,
                &name(&schedule_id, "scheduleID")?,
                &body::<CreateScheduledDeploymentRequest>(&request, "body")?,
            )
        })
    }

    /// Changes a schedule that looks for drift (Update Drift Schedule, `POST …/deployments/drift/schedules/{scheduleID}`).
    #[wasm_bindgen(js_name = "updateDrift", unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn update_drift(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledDriftDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::update_drift(
                &stack(&stack_name)?,
                &name(&schedule_id, "scheduleID")?,
                &body::<CreateScheduledDriftDeploymentRequest>(&request, "body")?,
            )
        })
    }

    /// Changes a schedule that destroys the stack's resources (Update TTL Schedule,
    /// `POST …/deployments/ttl/schedules/{scheduleID}`).
    #[wasm_bindgen(js_name = "updateTtl", unchecked_return_type = "Promise<ScheduledAction>")]
    pub fn update_ttl(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateScheduledTtlDeploymentRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            schedules::update_ttl(
                &stack(&stack_name)?,
                &name(&schedule_id, "scheduleID")?,
                &body::<CreateScheduledTtlDeploymentRequest>(&request, "body")?,
            )
        })
    }

    /// Lets a schedule rest (Pause Schedule, `POST …/deployments/schedules/{scheduleID}/pause`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn pause(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::pause(&stack(&stack_name)?, &name(&schedule_id, "scheduleID")?))
    }

    /// Lets a paused schedule go on (Resume Schedule, `POST …/deployments/schedules/{scheduleID}/resume`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn resume(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::resume(&stack(&stack_name)?, &name(&schedule_id, "scheduleID")?))
    }

    /// The times that a schedule happened (Get Schedule History, `GET …/deployments/schedules/{scheduleID}/history`).
    #[wasm_bindgen(unchecked_return_type = "Promise<ScheduledActionHistory>")]
    pub fn history(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "scheduleID", unchecked_param_type = "string")] schedule_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| schedules::history(&stack(&stack_name)?, &name(&schedule_id, "scheduleID")?))
    }
}
