//! `cloud.tokens`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::tokens::{self, ListTokens, TokenReason};

/// Access tokens: the caller's, an organisation's, a team's.
#[wasm_bindgen]
pub struct TokensApi {
    shared: Rc<Shared>,
}

group!(TokensApi);

#[wasm_bindgen]
impl TokensApi {
    /// Lists the caller's tokens, without their values (List User Access Tokens, `GET /api/user/tokens`).
    #[wasm_bindgen(unchecked_return_type = "Pages<AccessToken>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListTokens & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListTokens| tokens::list(&query))
    }

    /// Makes a token for the caller (Create User Access Token, `POST /api/user/tokens`). Its value is in this answer only.
    ///
    /// @example
    /// const { id, tokenValue } = await cloud.tokens.create({ description: "nightly report", expires: 0 });
    #[wasm_bindgen(unchecked_return_type = "Promise<CreatedAccessToken>")]
    pub fn create(
        &self,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateAccessTokenRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TokenReason & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: TokenReason| tokens::create(&body(&request, "body")?, &query))
    }

    /// Removes a token of the caller's (Delete User Access Token, `DELETE /api/user/tokens/{tokenId}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "tokenId", unchecked_param_type = "string")] token_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| tokens::delete(&name(&token_id, "tokenId")?))
    }

    /// Lists the tokens of an organisation, without their values (List Org Tokens, `GET /api/orgs/{organization}/tokens`).
    #[wasm_bindgen(js_name = "listForOrganization", unchecked_return_type = "Pages<AccessToken>")]
    pub fn list_for_organization(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListTokens & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared
            .list(&options, |query: ListTokens| tokens::list_for_organization(&name(&organization, "organization")?, &query))
    }

    /// Makes a token for an organisation, under a name of its own (Create Org Token, `POST /api/orgs/{organization}/tokens`). Its
    /// value is in this answer only.
    #[wasm_bindgen(js_name = "createForOrganization", unchecked_return_type = "Promise<CreatedAccessToken>")]
    pub fn create_for_organization(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateAccessTokenRequest & { name: string }")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TokenReason & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: TokenReason| {
            tokens::create_for_organization(&name(&organization, "organization")?, &body(&request, "body")?, &query)
        })
    }

    /// Removes a token of an organisation (Delete Org Token, `DELETE /api/orgs/{organization}/tokens/{tokenId}`).
    #[wasm_bindgen(js_name = "deleteForOrganization", unchecked_return_type = "Promise<void>")]
    pub fn delete_for_organization(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "tokenId", unchecked_param_type = "string")] token_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            tokens::delete_for_organization(&name(&organization, "organization")?, &name(&token_id, "tokenId")?)
        })
    }

    /// Lists the tokens of a team, without their values (List Team Tokens, `GET …/teams/{team}/tokens`).
    #[wasm_bindgen(js_name = "listForTeam", unchecked_return_type = "Pages<AccessToken>")]
    pub fn list_for_team(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListTokens & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListTokens| {
            tokens::list_for_team(&name(&organization, "organization")?, &name(&team, "team")?, &query)
        })
    }

    /// Makes a token for a team, under a name of its own (Create Team Token, `POST …/teams/{team}/tokens`). Its value is in this
    /// answer only.
    #[wasm_bindgen(js_name = "createForTeam", unchecked_return_type = "Promise<CreatedAccessToken>")]
    pub fn create_for_team(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateAccessTokenRequest & { name: string }")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TokenReason & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: TokenReason| {
            tokens::create_for_team(
                &name(&organization, "organization")?,
                &name(&team, "team")?,
                &body(&request, "body")?,
                &query,
            )
        })
    }

    /// Removes a token of a team (Delete Team Token, `DELETE …/teams/{team}/tokens/{tokenId}`). Rejects with `validation` where
    /// it is not a team's.
    #[wasm_bindgen(js_name = "deleteForTeam", unchecked_return_type = "Promise<void>")]
    pub fn delete_for_team(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(js_name = "tokenId", unchecked_param_type = "string")] token_id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TokenReason & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: TokenReason| {
            tokens::delete_for_team(
                &name(&organization, "organization")?,
                &name(&team, "team")?,
                &name(&token_id, "tokenId")?,
                &query,
            )
        })
    }
}
