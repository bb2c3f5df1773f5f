//! `cloud.config`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::config;

/// The configuration of a stack that lives with the service.
#[wasm_bindgen]
pub struct ConfigApi {
    shared: Rc<Shared>,
}

group!(ConfigApi);

#[wasm_bindgen]
impl ConfigApi {
    /// The configuration (Get Stack Config, `GET …/config`). Rejects with `not_found` where none lives with the service.
    #[wasm_bindgen(unchecked_return_type = "Promise<StackConfig>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| config::get(&stack(&stack_name)?))
    }

    /// Puts a configuration in the place of the one that is there (Update Stack Config, `PUT …/config`). Rejects with
    /// `validation` where its environment does not exist.
    ///
    /// @example
    /// await cloud.config.update("acme/web/prod", { environment: "web/prod" });
    #[wasm_bindgen(unchecked_return_type = "Promise<StackConfig>")]
    pub fn update(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "config", unchecked_param_type = "StackConfig")] settings: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| config::update(&stack(&stack_name)?, &body(&settings, "config")?))
    }

    /// Removes the configuration from the service (Delete Stack Config, `DELETE …/config`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| config::delete(&stack(&stack_name)?))
    }
}
