//! `cloud.tags`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::group;
use crate::bindings::cloud::arguments::{body, name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::options::split;
use crate::bindings::cloud::reply::Nothing;
use crate::bindings::error::{thrown, thrown_failure};
use crate::endpoint::tags;
use crate::model::open::Tags;
use crate::model::tag::StackTag;

/// Tags of a stack: read, set, replace, remove.
#[wasm_bindgen]
pub struct TagsApi {
    shared: Rc<Shared>,
}

group!(TagsApi);

#[wasm_bindgen]
impl TagsApi {
    /// The tags of a stack (Get Stack Tags, `GET /api/stacks/{organization}/{project}/{stack}`).
    ///
    /// @example
    /// const { owner } = await cloud.tags.get("acme/web/prod");
    #[wasm_bindgen(unchecked_return_type = "Promise<Tags>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| tags::get(&stack(&stack_name)?))
    }

    /// Gives a tag a value, whether the tag is there or not (Set Stack Tag, `POST …/tags`; Update Stack Tag, `PATCH …/tags/{tagName}`,
    /// where the server says that it exists). Rejects with `validation` where the server refuses name or value.
    ///
    /// @example
    /// await cloud.tags.set("acme/web/prod", { name: "owner", value: "platform" });
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn set(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "StackTag")] tag: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        let prepared = split::<Nothing>(&self.shared, &options).and_then(|(_, call)| {
            let arguments = stack(&stack_name).and_then(|stack| Ok((stack, body::<StackTag>(&tag, "tag")?)));
            Ok((call, arguments.map_err(thrown)?))
        });
        let shared = self.shared.clone();
        future_to_promise(async move {
            let (call, (stack, tag)) = prepared?;
            let platform = call.platform(&shared, None);
            let done = tags::set(&shared.client, &platform, call.retry.as_ref(), &stack, &tag).await;
            done.map(|()| JsValue::UNDEFINED).map_err(thrown_failure)
        })
    }

    /// Adds a tag (Add Stack Tag, `POST …/tags`). Rejects with `validation` where it exists; `set` takes it either way.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn add(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "StackTag")] tag: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| tags::add(&stack(&stack_name)?, &body::<StackTag>(&tag, "tag")?))
    }

    /// Changes a tag (Update Stack Tag, `PATCH …/tags/{tagName}`). Rejects with `not_found` where there is none of this name,
    /// with `validation` where it is one of the server's own.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn update(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "tagName", unchecked_param_type = "string")] tag_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "StackTag")] tag: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            tags::update(&stack(&stack_name)?, &name(&tag_name, "tagName")?, &body::<StackTag>(&tag, "tag")?)
        })
    }

    /// Replaces all tags of a stack: those left out are removed (Update Stack Tags, `PATCH …/tags`). One self-hosted server keeps
    /// them. Rejects with `validation` where the tag of the project would change.
    ///
    /// @example
    /// const tags = await cloud.tags.get("acme/web/prod");
    /// await cloud.tags.replace("acme/web/prod", { ...tags, owner: "platform" });
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn replace(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Tags")] tags: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| tags::replace(&stack(&stack_name)?, &body::<Tags>(&tags, "tags")?))
    }

    /// Removes a tag (Delete Stack Tag, `DELETE …/tags/{tagName}`). Rejects with `not_found` where there is none of this name,
    /// with `validation` where it is one of the server's own.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "tagName", unchecked_param_type = "string")] tag_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| tags::delete(&stack(&stack_name)?, &name(&tag_name, "tagName")?))
    }
}
