//! The table of endpoints.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bindings::convert::by_json;
use crate::endpoint;

/// One endpoint that the client has a function for. A function may serve several endpoints, and several functions one.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct EndpointInfo {
    /// Name in Pulumi's documentation.
    title: &'static str,
    /// Function of the client, such as `stacks.get`.
    function: &'static str,
    /// HTTP method.
    method: &'static str,
    /// Path with `{camelCase}` parameters.
    path: &'static str,
    /// Names of the path's parameters, in order.
    parameters: Vec<&'static str>,
}

/// Every endpoint that the client has a function for.
#[allow(unreachable_pub)]
#[wasm_bindgen(unchecked_return_type = "EndpointInfo[]")]
pub fn endpoints() -> Result<JsValue, JsValue> {
    let all: Vec<EndpointInfo> = endpoint::all()
        .map(|endpoint| EndpointInfo {
            title: endpoint.title,
            function: endpoint.function,
            method: endpoint.method.as_str(),
            path: endpoint.path,
            parameters: endpoint.parameters().collect(),
        })
        .collect();
    by_json(&all)
}
