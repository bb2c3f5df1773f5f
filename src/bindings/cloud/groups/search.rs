//! `cloud.search`

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::name;
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::pages::Pages;
use crate::bindings::convert::by_json;
use crate::endpoint::search::{self, ExportResources, ParseQuery, SearchResources};
use crate::model::search::ResourceSearchResult;

/// Search over the resources of an organisation.
#[wasm_bindgen]
pub struct SearchApi {
    shared: Rc<Shared>,
}

group!(SearchApi);

#[wasm_bindgen]
impl SearchApi {
    /// The resources that a query finds (Resource Search, `GET /api/orgs/{organization}/search/resources`). How many match,
    /// aggregations and where to read on stand in `answer` of each page. Rejects with `validation` where the query cannot be
    /// understood.
    ///
    /// @example
    /// for await (const found of cloud.search.resources("acme", { query: "type:aws:s3/bucket:Bucket" })) console.log(found.urn);
    #[wasm_bindgen(unchecked_return_type = "Pages<ResourceResult, SearchPage>")]
    pub fn resources(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchResources & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = |query: SearchResources| search::resources(&name(&organization, "organization")?, &query);
        Ok(Pages::new(self.shared.listed(&options, found)?.answering(answer)).into())
    }

    /// The same by the second version of the API (Resource Search V2, `GET /api/orgs/{organization}/search/resourcesv2`). Rejects
    /// with `plan_required` where `properties` are not in the organisation's plan.
    #[wasm_bindgen(js_name = "resourcesV2", unchecked_return_type = "Pages<ResourceResult, SearchPage>")]
    pub fn resources_v2(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchResources & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = |query: SearchResources| search::resources_v2(&name(&organization, "organization")?, &query);
        Ok(Pages::new(self.shared.listed(&options, found)?.answering(answer)).into())
    }

    /// The resources that a query finds, as CSV (Data Export, `GET /api/orgs/{organization}/search/resources/export`).
    #[wasm_bindgen(js_name = "exportResources", unchecked_return_type = "Promise<string>")]
    pub fn export_resources(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ExportResources & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |query: ExportResources| search::export_resources(&name(&organization, "organization")?, &query))
    }

    /// Turns plain words into a query (Natural Language Query, `GET /api/orgs/{organization}/search/resources/parse`). Rejects
    /// with `plan_required` where that is not in the organisation's plan.
    #[wasm_bindgen(unchecked_return_type = "Promise<ParsedSearchQuery>")]
    pub fn parse(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ParseQuery & { query: string } & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ParseQuery| search::parse(&name(&organization, "organization")?, &query))
    }
}

/// What a search says besides its resources, aggregations in the one shape that is declared.
fn answer(rest: &BTreeMap<String, Value>) -> Result<JsValue, JsValue> {
    let decoded = serde_json::to_vec(rest).and_then(|text| serde_json::from_slice::<ResourceSearchResult>(&text));
    let Ok(decoded) = decoded else { return by_json(rest) };
    let mut fields = serde_json::to_value(&decoded).unwrap_or_default();
    if let Some(fields) = fields.as_object_mut() {
        fields.remove("resources");
    }
    by_json(&fields)
}
