//! `cloud.usage`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{moments, name};
use crate::bindings::cloud::client::Shared;
use crate::bindings::error::thrown;
use crate::endpoint::usage::{self, SummarizeResources};

/// Resources under management.
#[wasm_bindgen]
pub struct UsageApi {
    shared: Rc<Shared>,
}

group!(UsageApi);

#[wasm_bindgen]
impl UsageApi {
    /// How many resources an organisation had, row by row (Get Resource Count Summary,
    /// `GET /api/orgs/{organization}/resources/summary`). Exactly one of `lookbackDays` and `lookbackStart` is given; hourly rows
    /// reach two days back. Rejects with `validation` otherwise.
    ///
    /// @example
    /// const { summary } = await cloud.usage.resourceSummary("acme", { granularity: "daily", lookbackDays: 7 });
    #[wasm_bindgen(js_name = "resourceSummary", unchecked_return_type = "Promise<ResourceSummary>")]
    pub fn resource_summary(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ResourceSpan & CallOptions")] options: JsValue,
    ) -> Promise {
        match moments(&options, &["lookbackStart"]) {
            Ok(options) => self.shared.call(&options, |query: SummarizeResources| {
                usage::resource_summary(&name(&organization, "organization")?, &query)
            }),
            Err(error) => Promise::reject(&thrown(error)),
        }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A span of time up to now, and what one row of it spans: one of `lookbackDays` and `lookbackStart`. */
export type ResourceSpan = {
    /** What one row spans. */
    granularity: Granularity;
} & ({
    /** How many days to look back; 2 at most for hourly rows. */
    lookbackDays: number;
    lookbackStart?: undefined;
} | {
    /** Where the span begins: at most a year ago. */
    lookbackStart: Moment;
    lookbackDays?: undefined;
});
"#;
