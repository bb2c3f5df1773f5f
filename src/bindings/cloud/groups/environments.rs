//! `cloud.environments`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::name;
use crate::bindings::cloud::client::Shared;
use crate::endpoint::environments::{self, ListEnvironments, OpenEnvironment, ReadOpenEnvironment};

/// Environments (ESC) of an organisation.
#[wasm_bindgen]
pub struct EnvironmentsApi {
    shared: Rc<Shared>,
}

group!(EnvironmentsApi);

#[wasm_bindgen]
impl EnvironmentsApi {
    /// The environments of an organisation (List Organization Environments, `GET /api/esc/environments/{organization}`).
    #[wasm_bindgen(unchecked_return_type = "Pages<OrgEnvironment>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListEnvironments & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListEnvironments| environments::list(&name(&organization, "organization")?, &query))
    }

    /// Opens an environment: evaluates it, and gives a session by which `readOpen` reads its values (Open Environment,
    /// `POST /api/esc/environments/{organization}/{project}/{environment}/open`).
    ///
    /// @example
    /// const { id } = await cloud.environments.open("acme", "web", "prod", { duration: "10m" });
    /// const values = await cloud.environments.readOpen("acme", "web", "prod", id);
    #[wasm_bindgen(unchecked_return_type = "Promise<OpenEnvironmentResponse>")]
    pub fn open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] project: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] environment: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenEnvironment & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: OpenEnvironment| {
            environments::open(
                &name(&organization, "organization")?,
                &name(&project, "project")?,
                &name(&environment, "environment")?,
                &query,
            )
        })
    }

    /// The values of an open environment, secrets in the open (Read Open Environment,
    /// `GET /api/esc/environments/{organization}/{project}/{environment}/open/{sessionId}`). Rejects with `not_found` where the
    /// session is over, or there is no such `property`.
    #[wasm_bindgen(js_name = "readOpen", unchecked_return_type = "Promise<Json>")]
    pub fn read_open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] project: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] environment: JsValue,
        #[wasm_bindgen(js_name = "sessionId", unchecked_param_type = "string")] session_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadOpenEnvironment & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ReadOpenEnvironment| {
            environments::read_open(
                &name(&organization, "organization")?,
                &name(&project, "project")?,
                &name(&environment, "environment")?,
                &name(&session_id, "sessionId")?,
                &query,
            )
        })
    }
}
