//! The client itself.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Function, JSON, Promise};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::arguments::{body, name};
use super::groups::*;
use super::hooks::Hooks;
use super::options::{is_absent, retry, text};
use super::reply::ReadItem;
use crate::bindings::convert::check_fields;
use crate::bindings::error::{fault, thrown};
use crate::bindings::load::get;
use crate::error::{ErrorCode, Result};
use crate::http::{Client, ClientOptions, Method, Request, RetryPolicy};
use crate::page::{Plan, Style};

const OPTIONS: [&str; 16] = [
    "token",
    "baseUrl",
    "apiVersion",
    "accept",
    "source",
    "fetch",
    "retry",
    "timeoutMs",
    "maxConcurrency",
    "allowInsecure",
    "onRequest",
    "onResponse",
    "onRetry",
    "onWarning",
    "debug",
    "headers",
];

/// What a client and everything that it made have in common.
pub(super) struct Shared {
    pub(super) client: Client,
    pub(super) token: JsValue,
    pub(super) fetch: Option<Function>,
    pub(super) hooks: Hooks,
    pub(super) timeout_ms: Option<f64>,
}

/// A client of Pulumi Cloud, or of a server that speaks its API.
///
/// Its functions stand in groups, and are called alike: the names in the path, in order (a stack is one name,
/// `"organization/project/stack"`), then the body where there is one, then options: query parameters together with `signal`, `timeoutMs` and
/// `retry`. Lists are read with `for await`.
///
/// @example
/// const cloud = new PulumiCloud({ token: process.env.PULUMI_ACCESS_TOKEN });
/// for await (const stack of cloud.stacks.list({ organization: "acme" })) console.log(stack.projectName, stack.stackName);
#[wasm_bindgen]
pub struct PulumiCloud {
    shared: Rc<Shared>,
    /// Groups that were asked for: one object each, so that `cloud.stacks === cloud.stacks`.
    groups: RefCell<HashMap<&'static str, JsValue>>,
}

#[wasm_bindgen]
impl PulumiCloud {
    /// Throws `StackscopeError` with `validation` where an option is not of the right form. Sends nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "PulumiCloudOptions")] options: JsValue,
    ) -> Result<PulumiCloud, JsValue> {
        if !is_absent(&options) {
            check_fields(&options, &OPTIONS)?;
        }
        let given = |name: &str| Some(get(&options, name)).filter(|value| !is_absent(value));
        let mut settings = ClientOptions::default();
        if let Some(base) = given("baseUrl") {
            settings.base_url = text(&base, "baseUrl")?;
        }
        if let Some(version) = given("apiVersion") {
            let version = version.as_f64().filter(|version| *version >= 1.0 && version.fract() == 0.0);
            let version =
                version.ok_or_else(|| fault(ErrorCode::Validation, "`apiVersion` must be a whole number", "the default is 8"))?;
            settings.accept = format!("application/vnd.pulumi+{version}");
        }
        if let Some(accept) = given("accept") {
            settings.accept = text(&accept, "accept")?;
        }
        if let Some(source) = given("source") {
            settings.source = Some(text(&source, "source")?);
        }
        if let Some(most) = given("maxConcurrency") {
            let most = most.as_f64().filter(|most| *most >= 1.0);
            let most =
                most.ok_or_else(|| fault(ErrorCode::Validation, "`maxConcurrency` must be a number from 1", "the default is 8"))?;
            settings.max_concurrency = most.min(10_000.0) as usize;
        }
        settings.allow_insecure = get(&options, "allowInsecure").is_truthy();
        if let Some(policy) = retry(&get(&options, "retry"), RetryPolicy::default())? {
            settings.retry = policy;
        }
        let fetch =
            match given("fetch") {
                Some(fetch) => Some(fetch.dyn_into().map_err(|_| {
                    fault(ErrorCode::Validation, "`fetch` must be a function", "leave it out for the runtime's own")
                })?),
                None => None,
            };
        let token = given("token").unwrap_or_default();
        if !is_absent(&token) && !token.is_string() && !token.is_function() {
            return Err(fault(
                ErrorCode::Validation,
                "`token` must be a text, or a function that gives one",
                "for example process.env.PULUMI_ACCESS_TOKEN",
            ));
        }
        let timeout_ms = given("timeoutMs").and_then(|timeout| timeout.as_f64()).filter(|timeout| *timeout > 0.0);
        let client = Client::new(settings).map_err(thrown)?;
        let shared = Rc::new(Shared { client, token, fetch, hooks: Hooks::new(&options), timeout_ms });
        Ok(Self { shared, groups: RefCell::default() })
    }

    /// The server, as it is used.
    #[wasm_bindgen(getter, js_name = "baseUrl")]
    pub fn base_url(&self) -> String {
        self.shared.client.options().base_url.clone()
    }

    /// Calls an endpoint that has no function of its own, with the same retries, errors and masking. Gives the answer's JSON; its
    /// text where it is no JSON; `undefined` where it is empty.
    ///
    /// @example
    /// await cloud.request("GET", "/api/orgs/acme/roles");
    #[wasm_bindgen(unchecked_return_type = "Promise<any>")]
    pub fn request(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] method: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] path: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RawRequest")] options: JsValue,
    ) -> Promise {
        let prepared = raw(&method, &path, &options).map_err(thrown);
        let shared = self.shared.clone();
        future_to_promise(async move {
            let request = prepared?;
            let rest = without(&options, &["query", "body", "accept", "gzip"])?;
            let (_, call) = super::options::split::<super::reply::Nothing>(&shared, &rest)?;
            let decode = |response: &crate::http::Response| {
                if response.is_empty() {
                    return Ok("null".to_owned());
                }
                let text = String::from_utf8_lossy(&response.body);
                Ok(match serde_json::from_slice::<&RawValue>(&response.body) {
                    Ok(_) => text.into_owned(),
                    Err(_) => serde_json::to_string(&text).unwrap_or_default(),
                })
            };
            let text = shared.ask(&call, &request, Box::new(decode)).await?;
            if text == "null" { Ok(JsValue::UNDEFINED) } else { JSON::parse(&text) }
        })
    }

    /// Lists an endpoint that has no function of its own. The way it is paged is told from its answers.
    ///
    /// @example
    /// for await (const role of cloud.paginate("/api/orgs/acme/roles")) console.log(role);
    #[wasm_bindgen(unchecked_return_type = "Pages<any>")]
    pub fn paginate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] path: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RawList")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let request = raw(&"GET".into(), &path, &options).map_err(thrown)?;
        let rest = without(&options, &["query"])?;
        let (_, call, list) = super::options::split_list::<super::reply::Nothing>(&self.shared, &rest)?;
        let read: ReadItem = Rc::new(|raw| Ok(raw.get().to_owned()));
        self.shared.pages(Plan::new(request, Style::Guess, &[]), call, list, read).map(JsValue::from)
    }
}

/// A request of the caller's own making.
fn raw(method: &JsValue, path: &JsValue, options: &JsValue) -> Result<Request> {
    let target = name(path, "path")?;
    let mut request = Request::raw(Method::parse(&name(method, "method")?)?, &target)?;
    let query = get(options, "query");
    if !is_absent(&query) {
        let query: serde_json::Map<String, serde_json::Value> = body(&query, "query")?;
        request = request.with_query(&query);
    }
    let given = get(options, "body");
    if !given.is_undefined() {
        let json: Box<RawValue> = body(&given, "body")?;
        request = if get(options, "gzip").is_truthy() { request.with_gzip_json(&json)? } else { request.with_json(&json)? };
    }
    Ok(request)
}

/// The options without those of `names`.
fn without(options: &JsValue, names: &[&str]) -> Result<JsValue, JsValue> {
    if is_absent(options) {
        return Ok(JsValue::UNDEFINED);
    }
    let rest = js_sys::Object::assign(&js_sys::Object::new(), options.unchecked_ref());
    for name in names {
        js_sys::Reflect::delete_property(&rest, &JsValue::from(*name))?;
    }
    Ok(rest.into())
}

#[wasm_bindgen]
impl PulumiCloud {
    /// Stacks.
    #[wasm_bindgen(getter, unchecked_return_type = "StacksApi")]
    pub fn stacks(&self) -> JsValue {
        self.group("stacks", || StacksApi::new(self.shared.clone()).into())
    }

    /// Updates.
    #[wasm_bindgen(getter, unchecked_return_type = "UpdatesApi")]
    pub fn updates(&self) -> JsValue {
        self.group("updates", || UpdatesApi::new(self.shared.clone()).into())
    }

    /// Tags of a stack.
    #[wasm_bindgen(getter, unchecked_return_type = "TagsApi")]
    pub fn tags(&self) -> JsValue {
        self.group("tags", || TagsApi::new(self.shared.clone()).into())
    }

    /// Members of an organisation.
    #[wasm_bindgen(getter, unchecked_return_type = "MembersApi")]
    pub fn members(&self) -> JsValue {
        self.group("members", || MembersApi::new(self.shared.clone()).into())
    }

    /// Teams of an organisation.
    #[wasm_bindgen(getter, unchecked_return_type = "TeamsApi")]
    pub fn teams(&self) -> JsValue {
        self.group("teams", || TeamsApi::new(self.shared.clone()).into())
    }

    /// Access tokens.
    #[wasm_bindgen(getter, unchecked_return_type = "TokensApi")]
    pub fn tokens(&self) -> JsValue {
        self.group("tokens", || TokensApi::new(self.shared.clone()).into())
    }

    /// Webhooks of an organisation or a stack.
    #[wasm_bindgen(getter, unchecked_return_type = "WebhooksApi")]
    pub fn webhooks(&self) -> JsValue {
        self.group("webhooks", || WebhooksApi::new(self.shared.clone()).into())
    }

    /// Audit logs of an organisation.
    #[wasm_bindgen(getter, js_name = "auditLogs", unchecked_return_type = "AuditLogsApi")]
    pub fn audit_logs(&self) -> JsValue {
        self.group("auditLogs", || AuditLogsApi::new(self.shared.clone()).into())
    }

    /// Resources under management.
    #[wasm_bindgen(getter, unchecked_return_type = "UsageApi")]
    pub fn usage(&self) -> JsValue {
        self.group("usage", || UsageApi::new(self.shared.clone()).into())
    }

    /// Search over the resources of an organisation.
    #[wasm_bindgen(getter, unchecked_return_type = "SearchApi")]
    pub fn search(&self) -> JsValue {
        self.group("search", || SearchApi::new(self.shared.clone()).into())
    }

    /// Pulumi Deployments.
    #[wasm_bindgen(getter, unchecked_return_type = "DeploymentsApi")]
    pub fn deployments(&self) -> JsValue {
        self.group("deployments", || DeploymentsApi::new(self.shared.clone()).into())
    }

    /// Schedules of deployments.
    #[wasm_bindgen(getter, unchecked_return_type = "SchedulesApi")]
    pub fn schedules(&self) -> JsValue {
        self.group("schedules", || SchedulesApi::new(self.shared.clone()).into())
    }

    /// Drift of a stack.
    #[wasm_bindgen(getter, unchecked_return_type = "DriftApi")]
    pub fn drift(&self) -> JsValue {
        self.group("drift", || DriftApi::new(self.shared.clone()).into())
    }

    /// Policies.
    #[wasm_bindgen(getter, unchecked_return_type = "PoliciesApi")]
    pub fn policies(&self) -> JsValue {
        self.group("policies", || PoliciesApi::new(self.shared.clone()).into())
    }

    /// Environments (ESC).
    #[wasm_bindgen(getter, unchecked_return_type = "EnvironmentsApi")]
    pub fn environments(&self) -> JsValue {
        self.group("environments", || EnvironmentsApi::new(self.shared.clone()).into())
    }

    /// The caller.
    #[wasm_bindgen(getter, unchecked_return_type = "UserApi")]
    pub fn user(&self) -> JsValue {
        self.group("user", || UserApi::new(self.shared.clone()).into())
    }

    /// The server.
    #[wasm_bindgen(getter, unchecked_return_type = "ServerApi")]
    pub fn server(&self) -> JsValue {
        self.group("server", || ServerApi::new(self.shared.clone()).into())
    }

    /// Configuration of a stack that lives with the service.
    #[wasm_bindgen(getter, unchecked_return_type = "ConfigApi")]
    pub fn config(&self) -> JsValue {
        self.group("config", || ConfigApi::new(self.shared.clone()).into())
    }

    /// Values encrypted with a stack's key.
    #[wasm_bindgen(getter, unchecked_return_type = "SecretsApi")]
    pub fn secrets(&self) -> JsValue {
        self.group("secrets", || SecretsApi::new(self.shared.clone()).into())
    }
}

impl PulumiCloud {
    fn group(&self, name: &'static str, make: impl FnOnce() -> JsValue) -> JsValue {
        self.groups.borrow_mut().entry(name).or_insert_with(make).clone()
    }
}
