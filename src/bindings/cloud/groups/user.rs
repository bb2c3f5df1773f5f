//! `cloud.user`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::user;

/// The caller: who the token belongs to.
#[wasm_bindgen]
pub struct UserApi {
    shared: Rc<Shared>,
}

group!(UserApi);

#[wasm_bindgen]
impl UserApi {
    /// The user that the token belongs to, and the organisations that it is in (Get Current User, `GET /api/user`). Rejects with
    /// `unauthorized` where the token is no good.
    ///
    /// @example
    /// const { githubLogin } = await cloud.user.get();
    #[wasm_bindgen(unchecked_return_type = "Promise<User>")]
    pub fn get(&self, #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue) -> Promise {
        self.shared.call(&options, |_: Nothing| user::get())
    }

    /// The organisation to take where none is named (Get Default Organization, `GET /api/user/organizations/default`). Rejects
    /// with `validation` where the user is in none.
    #[wasm_bindgen(js_name = "defaultOrganization", unchecked_return_type = "Promise<DefaultOrganization>")]
    pub fn default_organization(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| user::default_organization())
    }
}
