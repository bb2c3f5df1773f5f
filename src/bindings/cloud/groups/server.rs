//! `cloud.server`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::server;

/// The server: what it can do.
#[wasm_bindgen]
pub struct ServerApi {
    shared: Rc<Shared>,
}

group!(ServerApi);

#[wasm_bindgen]
impl ServerApi {
    /// What the server can do beyond the first version of the API (Get Capabilities, `GET /api/capabilities`). Rejects with
    /// `unsupported` where the server doesn't tell.
    #[wasm_bindgen(unchecked_return_type = "Promise<Capabilities>")]
    pub fn capabilities(&self, #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue) -> Promise {
        self.shared.call(&options, |_: Nothing| server::capabilities())
    }

    /// The server's OpenAPI document, as it is: some megabytes (Fetch REST Specification, `GET /api/openapi/pulumi-spec.json`).
    /// Rejects with `unsupported` where the server has none.
    #[wasm_bindgen(unchecked_return_type = "Promise<any>")]
    pub fn openapi(&self, #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue) -> Promise {
        self.shared.call(&options, |_: Nothing| server::openapi())
    }
}
