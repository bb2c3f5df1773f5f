//! `cloud.teams`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::teams;

/// Teams of an organisation: list, create, read, change, remove.
#[wasm_bindgen]
pub struct TeamsApi {
    shared: Rc<Shared>,
}

group!(TeamsApi);

#[wasm_bindgen]
impl TeamsApi {
    /// Lists the teams of an organisation (List Teams, `GET /api/orgs/{organization}/teams`).
    #[wasm_bindgen(unchecked_return_type = "Pages<Team>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |_: Nothing| teams::list(&name(&organization, "organization")?))
    }

    /// Makes a team: of Pulumi's own, or of a team at GitHub (Create Team, `POST …/teams/{teamType}`). Rejects with `conflict`
    /// where the name is taken, with `not_found` where GitHub has no such team.
    ///
    /// @example
    /// await cloud.teams.create("acme", "pulumi", { name: "platform" });
    /// await cloud.teams.create("acme", "github", { githubTeamID: 1234567 });
    #[wasm_bindgen(unchecked_return_type = "Promise<Team>")]
    pub fn create(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "teamType", unchecked_param_type = "TeamKind")] team_type: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateTeamRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            teams::create(&name(&organization, "organization")?, &name(&team_type, "teamType")?, &body(&request, "body")?)
        })
    }

    /// A team: its members, and what it has access to (Get Team, `GET …/teams/{team}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<Team>")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| teams::get(&name(&organization, "organization")?, &name(&team, "team")?))
    }

    /// Removes a team, and with it the access that it gave (Delete Team, `DELETE …/teams/{team}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| teams::delete(&name(&organization, "organization")?, &name(&team, "team")?))
    }

    /// Changes a team; what the body leaves out stays (Update Team, `PATCH …/teams/{team}`). Rejects with `validation` where a
    /// stack or environment that it names does not exist.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn update(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "UpdateTeamRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            teams::update(&name(&organization, "organization")?, &name(&team, "team")?, &body(&request, "body")?)
        })
    }

    /// Takes a user into a team or out of it, or changes what a member is in it (Update Team Membership, `PATCH …/teams/{team}`).
    /// Rejects with `conflict` where the user is in the team already.
    ///
    /// @example
    /// await cloud.teams.updateMembership("acme", "platform", { memberAction: "add", member: "ada" });
    #[wasm_bindgen(js_name = "updateMembership", unchecked_return_type = "Promise<void>")]
    pub fn update_membership(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_param_type = "TeamMembershipChange")] change: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            teams::update_membership(&name(&organization, "organization")?, &name(&team, "team")?, &body(&change, "change")?)
        })
    }

    /// Gives a team access to a stack (Grant Stack Access to Team, `PATCH …/teams/{team}`). Rejects with `validation` where there
    /// is no such stack.
    ///
    /// @example
    /// await cloud.teams.grantStackAccess("acme", "platform", { projectName: "web", stackName: "prod", permission: 102 });
    #[wasm_bindgen(js_name = "grantStackAccess", unchecked_return_type = "Promise<void>")]
    pub fn grant_stack_access(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_param_type = "TeamStackPermission")] access: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            teams::grant_stack_access(&name(&organization, "organization")?, &name(&team, "team")?, &body(&access, "access")?)
        })
    }

    /// Takes a team's access to a stack away (Remove Stack Access from Team, `PATCH …/teams/{team}`). Rejects with `validation`
    /// where there is no such stack.
    #[wasm_bindgen(js_name = "removeStackAccess", unchecked_return_type = "Promise<void>")]
    pub fn remove_stack_access(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] team: JsValue,
        #[wasm_bindgen(unchecked_param_type = "RemoveStackIdentifier")] access: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            teams::remove_stack_access(&name(&organization, "organization")?, &name(&team, "team")?, &body(&access, "access")?)
        })
    }
}
