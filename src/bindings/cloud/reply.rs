//! From an endpoint's call to a promise, and from a listing to a list.
//!
//! Answers cross as one JSON text. All of this is written once for all types: an endpoint adds only its own decoding.

use std::rc::Rc;

use js_sys::{JSON, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::client::Shared;
use super::list::{List, Source};
use super::options::{CallOptions, ListOptions, split, split_list};
use super::pages::Pages;
use crate::bindings::error::{thrown, thrown_failure};
use crate::endpoint::{Call, Decode, Listing, to_json};
use crate::error::Result;
use crate::http::Request;
use crate::page::{DEFAULT_MAX_PAGES, Plan, Walk};

/// Turns the JSON text of an item into the JSON text of its model.
pub(super) type ReadItem = Rc<dyn Fn(&RawValue) -> Result<String>>;

impl Shared {
    /// Calls an endpoint with the query parameters and call options that `options` holds.
    pub(super) fn call<Q, T>(self: &Rc<Self>, options: &JsValue, make: impl FnOnce(Q) -> Result<Call<T>>) -> Promise
    where
        Q: DeserializeOwned + Default,
        T: Serialize + 'static,
    {
        self.promise(split::<Q>(self, options).and_then(|(query, call)| {
            let (request, decode) = make(query).map_err(thrown)?.erase();
            Ok((call, request, decode))
        }))
    }

    fn promise(self: &Rc<Self>, prepared: Result<(CallOptions, Request, Decode), JsValue>) -> Promise {
        let shared = self.clone();
        future_to_promise(async move {
            let (options, request, decode) = prepared?;
            let text = shared.ask(&options, &request, decode).await?;
            // Endpoints that say nothing but "done" give `undefined`.
            if text == "null" { Ok(JsValue::UNDEFINED) } else { JSON::parse(&text) }
        })
    }

    /// Sends a request and decodes its answer.
    pub(super) async fn ask(
        self: &Rc<Self>,
        options: &CallOptions,
        request: &Request,
        decode: Decode,
    ) -> Result<String, JsValue> {
        let platform = options.platform(self, None);
        self.client.ask(&platform, request, options.retry.as_ref(), decode).await.map_err(thrown_failure)
    }

    /// Lists an endpoint's items.
    pub(super) fn list<Q, T>(
        self: &Rc<Self>,
        options: &JsValue,
        make: impl FnOnce(Q) -> Result<Listing<T>>,
    ) -> Result<JsValue, JsValue>
    where
        Q: DeserializeOwned + Default,
        T: Serialize + DeserializeOwned + 'static,
    {
        self.listed(options, make).map(|list| Pages::new(list).into())
    }

    /// The same, to be finished by the caller.
    pub(super) fn listed<Q, T>(
        self: &Rc<Self>,
        options: &JsValue,
        make: impl FnOnce(Q) -> Result<Listing<T>>,
    ) -> Result<List, JsValue>
    where
        Q: DeserializeOwned + Default,
        T: Serialize + DeserializeOwned + 'static,
    {
        let (query, call, list) = split_list::<Q>(self, options)?;
        let listing = make(query).map_err(thrown)?;
        let plan = listing.plan.clone();
        self.pages(plan, call, list, Rc::new(move |raw| listing.read(raw.get()).and_then(|item| to_json(&item))))
    }

    /// A list by its plan.
    pub(super) fn pages(
        self: &Rc<Self>,
        plan: Plan,
        call: CallOptions,
        list: ListOptions,
        read: ReadItem,
    ) -> Result<List, JsValue> {
        let field = plan.fields.first().copied().unwrap_or_default();
        let walk = Walk::new(plan, list.resume.as_deref(), list.max_pages.unwrap_or(DEFAULT_MAX_PAGES)).map_err(thrown)?;
        List::new(self.clone(), call, Source::Walk(Box::new(walk)), read, field)
    }
}

/// For endpoints without query parameters.
#[derive(Default, serde::Deserialize)]
pub(super) struct Nothing {}
