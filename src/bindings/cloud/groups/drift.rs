//! `cloud.drift`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::drift::{self, ListDriftRuns};

/// Drift: whether resources are still as the state has them.
#[wasm_bindgen]
pub struct DriftApi {
    shared: Rc<Shared>,
}

group!(DriftApi);

#[wasm_bindgen]
impl DriftApi {
    /// Whether the latest run found drift (Get Drift Status, `GET …/drift/status`).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackDriftStatus>")]
    pub fn status(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| drift::status(&stack(&stack_name)?))
    }

    /// The runs that looked for drift (List Drift Runs, `GET …/drift/runs`).
    #[wasm_bindgen(unchecked_return_type = "Pages<DriftRun>")]
    pub fn runs(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListDriftRuns & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListDriftRuns| drift::runs(&stack(&stack_name)?, &query))
    }

    /// One run (Get Drift Run, `GET …/drift/runs/{driftRunId}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<DriftRun>")]
    pub fn run(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "driftRunId", unchecked_param_type = "string")] drift_run_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| drift::run(&stack(&stack_name)?, &name(&drift_run_id, "driftRunId")?))
    }
}
