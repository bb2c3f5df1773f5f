//! `cloud.members`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::members::{self, ListMembers};

/// Members of an organisation: list, add, change, remove.
#[wasm_bindgen]
pub struct MembersApi {
    shared: Rc<Shared>,
}

group!(MembersApi);

#[wasm_bindgen]
impl MembersApi {
    /// Lists the members of an organisation (List Users, `GET /api/orgs/{organization}/members`).
    ///
    /// @example
    /// for await (const member of cloud.members.list("acme")) console.log(member.user.githubLogin, member.role);
    #[wasm_bindgen(unchecked_return_type = "Pages<OrganizationMember>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListMembers & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListMembers| members::list(&name(&organization, "organization")?, &query))
    }

    /// Makes a user a member (Add User to Organization, `POST …/members/{username}`). Rejects with `conflict` where the user is
    /// one, with `not_found` where there is no such user.
    #[wasm_bindgen(unchecked_return_type = "Promise<OrganizationMember | undefined>")]
    pub fn add(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] username: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "AddOrganizationMemberRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            members::add(&name(&organization, "organization")?, &name(&username, "username")?, &body(&request, "body")?)
        })
    }

    /// Takes a member out of an organisation (Remove User from Organization, `DELETE …/members/{username}`). Rejects with
    /// `validation` where it is the caller.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn remove(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] username: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| members::remove(&name(&organization, "organization")?, &name(&username, "username")?))
    }

    /// Gives a member another role (Update User's Role, `PATCH …/members/{username}`). Rejects with `validation` where the role
    /// cannot be given: Pulumi Cloud may refuse the names of built-in roles in `role` and want `fgaRoleId`.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn update(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] username: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "UpdateOrganizationMemberRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            members::update(&name(&organization, "organization")?, &name(&username, "username")?, &body(&request, "body")?)
        })
    }

    /// The names of the teams that a member belongs to (Get Organization Member Teams, `GET …/members/{username}/teams`).
    #[wasm_bindgen(unchecked_return_type = "Promise<MemberTeams>")]
    pub fn teams(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] username: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| members::teams(&name(&organization, "organization")?, &name(&username, "username")?))
    }
}
