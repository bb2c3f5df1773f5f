//! `cloud.updates`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::group;
use crate::bindings::cloud::arguments::{name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::events;
use crate::bindings::cloud::reply::Nothing;
use crate::bindings::log::EventLog;
use crate::endpoint::updates::{self, ListPreviews, ListUpdates, OfUpdate, UpdateStatusQuery};

/// Updates: history, status, events, previews, cancel.
#[wasm_bindgen]
pub struct UpdatesApi {
    shared: Rc<Shared>,
}

group!(UpdatesApi);

#[wasm_bindgen]
impl UpdatesApi {
    /// The updates of a stack, newest first (List Stack Updates, `GET …/updates`). Whatever shape a server sends, what an update did
    /// stands under `info`.
    ///
    /// @example
    /// const [newest] = await cloud.updates.list("acme/web/prod", { pageSize: 1 }).toArray({ limit: 1 });
    #[wasm_bindgen(unchecked_return_type = "Pages<UpdateInfo>")]
    pub fn list(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListUpdates & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListUpdates| updates::list(&stack(&stack_name)?, &query))
    }

    /// Where an update stands (Get Update Status). Words of self-hosted servers come as Pulumi Cloud's: `not started`, `running`.
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateStatusResponse>")]
    pub fn status(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "UpdateStatusQuery & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: UpdateStatusQuery| {
            updates::status(&stack(&stack_name)?, &name(&update_id, "updateID")?, &query)
        })
    }

    /// Ends an update that is running (`POST …/update/{updateID}/cancel`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn cancel(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OfUpdate & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |query: OfUpdate| updates::cancel(&stack(&stack_name)?, &name(&update_id, "updateID")?, &query))
    }

    /// Previews since the last update, newest first unless `asc` (List Previews, `GET …/updates/latest/previews`).
    #[wasm_bindgen(unchecked_return_type = "Pages<UpdateInfo>")]
    pub fn previews(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListPreviews & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListPreviews| updates::previews(&stack(&stack_name)?, &query))
    }

    /// Previews between a version of the stack and the one after it (`GET …/updates/{version}/previews`).
    #[wasm_bindgen(js_name = "previewsOf", unchecked_return_type = "Pages<UpdateInfo>")]
    pub fn previews_of(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string | number")] version: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListPreviews & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared
            .list(&options, |query: ListPreviews| updates::previews_of(&stack(&stack_name)?, &name(&version, "version")?, &query))
    }

    /// The latest update (`GET …/updates/latest`). Rejects with `not_found` where there was none.
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateInfo>")]
    pub fn latest(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| updates::latest(&stack(&stack_name)?))
    }

    /// The update that made a version (`GET …/updates/{version}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateInfo>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string | number")] version: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| updates::get(&stack(&stack_name)?, &name(&version, "version")?))
    }

    /// The update that made a version, in brief (`GET …/updates/{version}/summary`).
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateSummary>")]
    pub fn summary(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string | number")] version: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| updates::summary(&stack(&stack_name)?, &name(&version, "version")?))
    }

    /// What led to the latest update, or to the one that made a version (`GET …/updates/{latest or version}/timeline`).
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateTimeline>")]
    pub fn timeline(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AtVersion & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: crate::endpoint::stacks::AtVersion| {
            let version = query.version.map(|version| version.to_string());
            updates::timeline(&stack(&stack_name)?, version.as_deref())
        })
    }

    /// One preview (`GET …/previews/{updateID}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<UpdateInfo>")]
    pub fn preview(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| updates::preview(&stack(&stack_name)?, &name(&update_id, "updateID")?))
    }

    /// One preview, in brief (`GET …/previews/{updateID}/summary`).
    #[wasm_bindgen(js_name = "previewSummary", unchecked_return_type = "Promise<UpdateSummary>")]
    pub fn preview_summary(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| updates::preview_summary(&stack(&stack_name)?, &name(&update_id, "updateID")?))
    }

    /// The engine events of an update, in order (List Update Events). Without `follow`: all there are now. With it: until the update
    /// has ended, waiting for more; the status decides the end, not a missing token.
    ///
    /// `.pages()` gives `EventPage` handles, whose bytes never become objects unless asked.
    ///
    /// @example
    /// const log = new EventLog();
    /// for await (const page of cloud.updates.events("acme/web/prod", id, { follow: true }).pages()) log.push(page);
    #[wasm_bindgen(unchecked_return_type = "Pages<EngineEvent, EventPage>")]
    pub fn events(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListEvents & EventOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        events::pages(&self.shared, &stack_name, &update_id, &options).map(JsValue::from)
    }

    /// The engine events of an update as an `EventLog`; with `follow`, once the update has ended.
    #[wasm_bindgen(js_name = "eventLog", unchecked_return_type = "Promise<EventLog>")]
    pub fn event_log(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "updateID", unchecked_param_type = "string")] update_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListEvents & EventOptions")] options: JsValue,
    ) -> Promise {
        let pages = events::pages(&self.shared, &stack_name, &update_id, &options);
        future_to_promise(async move { events::collect(pages?).await.map(EventLog::into) })
    }
}
