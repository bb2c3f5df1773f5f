//! `cloud.policies`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::policies::{self, ListPolicyIssues, ListPolicyPacks};
use crate::model::policy::PolicyComplianceRequest;
use crate::model::policy_issue::PolicyIssuesRequest;

/// Policies: those that hold for a stack, and how an organisation complies.
#[wasm_bindgen]
pub struct PoliciesApi {
    shared: Rc<Shared>,
}

group!(PoliciesApi);

#[wasm_bindgen]
impl PoliciesApi {
    /// The policy packs that updates of a stack have to pass (Get Stack Policy Packs, `GET …/policypacks`).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackPolicyPacks>")]
    pub fn packs(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListPolicyPacks & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ListPolicyPacks| policies::packs(&stack(&stack_name)?, &query))
    }

    /// The policy groups that hold for a stack (Get Stack Policy Groups, `GET …/policygroups`).
    #[wasm_bindgen(unchecked_return_type = "Promise<PolicyGroupList>")]
    pub fn groups(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| policies::groups(&stack(&stack_name)?))
    }

    /// Violations that were found, as rows of a grid (List Policy Issues, `POST /api/orgs/{organization}/policyresults/issues`).
    /// It reads, but it is a POST: it is retried only with `retry: { unsafeMethods: true }`.
    ///
    /// @example
    /// const { policyIssues } = await cloud.policies.issues("acme", { startRow: 0, endRow: 100 });
    #[wasm_bindgen(unchecked_return_type = "Promise<PolicyIssueList>")]
    pub fn issues(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "PolicyIssuesRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListPolicyIssues & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ListPolicyIssues| {
            policies::issues(&name(&organization, "organization")?, &body::<PolicyIssuesRequest>(&request, "body")?, &query)
        })
    }

    /// How stacks, accounts or severities score, by policy pack (Get Policy Compliance Results,
    /// `POST /api/orgs/{organization}/policyresults/compliance`). Retried as `issues` is.
    #[wasm_bindgen(unchecked_return_type = "Promise<PolicyCompliance>")]
    pub fn compliance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "PolicyComplianceRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            policies::compliance(&name(&organization, "organization")?, &body::<PolicyComplianceRequest>(&request, "body")?)
        })
    }

    /// How an organisation complies, in four numbers (Get Policy Results Metadata,
    /// `GET /api/orgs/{organization}/policyresults/metadata`).
    #[wasm_bindgen(unchecked_return_type = "Promise<PolicyResultsMetadata>")]
    pub fn metadata(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| policies::metadata(&name(&organization, "organization")?))
    }
}
