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
use super::options::{is_absent, number, retry, text};
use super::pages::Pages;
use super::reply::ReadItem;
use crate::bindings::convert::{check_fields, own_names};
use crate::bindings::error::{fault, set, thrown};
use crate::bindings::load::{get, method as method_of, view};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Body, Client, ClientOptions, Method, Request, Response, RetryPolicy, html_in_its_place};
use crate::page::{Plan, Style};

const OPTIONS: [&str; 15] = [
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
            settings.accept = header(&accept, "accept")?;
        }
        if let Some(source) = given("source") {
            settings.source = Some(header(&source, "source")?);
        }
        if let Some(most) = number(&options, "maxConcurrency", 1.0)? {
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
        if !is_absent(&token) && !token.is_function() {
            header(&token, "token")?;
        }
        let timeout_ms = number(&options, "timeoutMs", 1.0)?;
        let client = Client::new(settings).map_err(thrown)?;
        let shared = Rc::new(Shared { client, token, fetch, hooks: Hooks::new(&options)?, timeout_ms });
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
        let prepared = raw(&method, &path, &options).map_err(thrown).and_then(|request| {
            let rest = without(&options, &["query", "body", "gzip", "text"])?;
            let (_, call) = super::options::split::<super::reply::Nothing>(&self.shared, &rest)?;
            Ok((request, call))
        });
        let (shared, as_text) = (self.shared.clone(), get(&options, "text"));
        future_to_promise(async move {
            let (request, call) = prepared?;
            let is_text = as_text.is_truthy();
            let decode = move |response: &Response| match html_in_its_place(response) {
                Some(page) => Err(page),
                None if response.is_empty() => Ok("null".to_owned()),
                None => {
                    let text = String::from_utf8_lossy(response.body.trim_ascii());
                    let is_json = !is_text && serde_json::from_slice::<&RawValue>(&response.body).is_ok();
                    Ok(if is_json { text.into_owned() } else { serde_json::to_string(&text).unwrap_or_default() })
                }
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
        let list = self.shared.pages(Plan::new(request, Style::Guess, &[]), call, list, read)?;
        Ok(Pages::new(list).into())
    }
}

/// A request of the caller's own making.
fn raw(method: &JsValue, path: &JsValue, options: &JsValue) -> Result<Request> {
    let target = name(path, "path")?;
    let mut request = Request::raw(Method::parse(&name(method, "method")?)?, &target)?;
    let query = get(options, "query");
    if let Some(entries) = method_of(&query, "entries") {
        // URLSearchParams, Map, FormData.
        let pairs =
            entries.call0(&query).ok().and_then(|pairs| js_sys::try_iter(&pairs).ok().flatten()).into_iter().flatten().flatten();
        for pair in pairs {
            let part = |index| js_sys::Reflect::get_u32(&pair, index).ok().and_then(|part| name(&part, "query").ok());
            match (part(0), part(1)) {
                (Some(name), Some(value)) => request.query.push((name, value)),
                _ => return Err(Error::new(ErrorCode::Validation, "`query` holds what is no text")),
            }
        }
    } else if !is_absent(&query) {
        let query: serde_json::Map<String, serde_json::Value> = body(&query, "query")?;
        request = request.with_query(&query);
    }
    let given = get(options, "body");
    if given.is_undefined() {
        return Ok(request);
    }
    if request.method.is_safe() {
        return Err(Error::new(ErrorCode::Validation, "a GET or HEAD has no body").hint("put what it says into `query`"));
    }
    let json: std::sync::Arc<[u8]> = match view(&given) {
        // JSON text, already encoded.
        Some(bytes) => bytes.to_vec().into(),
        None if method_of(&given, "entries").is_some() && !js_sys::Array::is_array(&given) => {
            return Err(
                Error::new(ErrorCode::Validation, "`body` must be a value that JSON has, or bytes").hint("pass a plain object")
            );
        }
        None => body::<Box<RawValue>>(&given, "body")?.get().as_bytes().into(),
    };
    request.body = if get(options, "gzip").is_truthy() { Body::Gzip(json) } else { Body::Json(json) };
    Ok(request)
}

/// A text that stands in a header.
fn header(value: &JsValue, name: &str) -> Result<String, JsValue> {
    let text = text(value, name)?;
    if text.trim().is_empty() || !text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        let message = format!("`{name}` is empty, or holds characters that no header may have");
        return Err(fault(ErrorCode::Validation, &message, "letters, digits and signs of ASCII, without line breaks"));
    }
    Ok(text)
}

/// The options without those of `names`.
fn without(options: &JsValue, names: &[&str]) -> Result<JsValue, JsValue> {
    if is_absent(options) {
        return Ok(JsValue::UNDEFINED);
    }
    let rest = js_sys::Object::new();
    for name in own_names(options).iter().filter(|name| !names.contains(&name.as_str())) {
        set(&rest, name, get(options, name));
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
