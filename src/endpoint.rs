//! The endpoints of the API, a file for each family, by the names of its documentation.
//!
//! In: names and request models. Out: a [`Call`] (one request, one answer) or a [`Listing`] (many pages). Nothing is sent here.
//! Fails with `validation` where a name cannot stand in a path. [`all`] is the table that `docs/endpoints.md` is made from.

mod query;
mod time_format;

pub mod audit_logs;
pub mod config;
pub mod deployments;
pub mod drift;
pub mod environments;
pub mod members;
pub mod policies;
pub mod schedules;
pub mod search;
pub mod secrets;
pub mod server;
pub mod stacks;
pub mod tags;
pub mod teams;
pub mod tokens;
pub mod updates;
pub mod usage;
pub mod user;
pub mod webhooks;

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, ErrorCode, Result};
use crate::http::{
    Client, Failure, Method, Request, Response, RetryPolicy, StackName, Transport, decode_error, html_in_its_place,
};
use crate::page::Plan;

pub use time_format::TimeFormat;

pub(crate) use query::query;

/// One endpoint: what it is called, where it is, and which function of the JavaScript client calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    /// Name in Pulumi's documentation.
    pub title: &'static str,
    /// Function of the JavaScript client, such as `stacks.get`.
    pub function: &'static str,
    /// Method.
    pub method: Method,
    /// Path with `{camelCase}` parameters.
    pub path: &'static str,
}

impl Endpoint {
    /// Names of the path's parameters, in order.
    ///
    /// ```
    /// let get = stackscope::endpoint::all().find(|endpoint| endpoint.function == "teams.get").unwrap();
    /// assert_eq!(get.parameters().collect::<Vec<_>>(), ["organization", "team"]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
    }

    pub(crate) const fn new(function: &'static str, title: &'static str, method: Method, path: &'static str) -> Self {
        Self { title, function, method, path }
    }

    /// The request, its path filled with `values` in order.
    pub(crate) fn fill(&self, values: &[&str]) -> Result<Request> {
        Request::fill(self.method, self.path, values)
    }

    /// The request, its path filled with a stack's name and then `values` in order.
    pub(crate) fn on(&self, stack: &StackName, values: &[&str]) -> Result<Request> {
        let mut all = vec![stack.organization.as_str(), &stack.project, &stack.stack];
        all.extend(values);
        self.fill(&all)
    }
}

/// Every endpoint of the client, family by family.
pub fn all() -> impl Iterator<Item = &'static Endpoint> {
    [
        stacks::ENDPOINTS,
        updates::ENDPOINTS,
        tags::ENDPOINTS,
        members::ENDPOINTS,
        teams::ENDPOINTS,
        tokens::ENDPOINTS,
        webhooks::ENDPOINTS,
        audit_logs::ENDPOINTS,
        usage::ENDPOINTS,
        search::ENDPOINTS,
        deployments::ENDPOINTS,
        schedules::ENDPOINTS,
        drift::ENDPOINTS,
        policies::ENDPOINTS,
        environments::ENDPOINTS,
        user::ENDPOINTS,
        server::ENDPOINTS,
        config::ENDPOINTS,
        secrets::ENDPOINTS,
    ]
    .into_iter()
    .flatten()
}

/// One request whose answer is a `T`.
#[derive(Debug, Clone)]
pub struct Call<T> {
    /// What is sent.
    pub request: Request,
    decode: fn(&Response) -> Result<T>,
}

impl<T> Call<T> {
    /// Sends it, and reads the answer.
    pub async fn send<P: Transport>(
        &self,
        client: &Client,
        platform: &P,
        retry: Option<&RetryPolicy>,
    ) -> Result<T, Failure<P::Foreign>> {
        client.ask(platform, &self.request, retry, self.decode).await
    }
}

impl<T: DeserializeOwned> Call<T> {
    /// The answer is JSON.
    pub(crate) fn json(request: Request) -> Self {
        Self { request, decode: read_json }
    }
}

impl<T: DeserializeOwned> Call<Option<T>> {
    /// The answer is JSON on some servers and nothing on others.
    pub(crate) fn maybe(request: Request) -> Self {
        Self { request, decode: |response| if response.is_empty() { Ok(None) } else { read_json(response).map(Some) } }
    }
}

impl Call<()> {
    /// The answer says nothing but that it was done.
    pub(crate) fn done(request: Request) -> Self {
        Self { request, decode: |_| Ok(()) }
    }
}

impl Call<String> {
    /// The answer is text: CSV, CEF.
    pub(crate) fn text(mut request: Request) -> Self {
        request.large = true;
        Self {
            request,
            decode: |response| {
                if let Some(page) = html_in_its_place(response) {
                    return Err(page);
                }
                String::from_utf8(response.body.clone()).map_err(|error| {
                    Error::new(ErrorCode::InvalidUtf8, "the answer is not UTF-8").at(error.utf8_error().valid_up_to())
                })
            },
        }
    }
}

fn read_json<T: DeserializeOwned>(response: &Response) -> Result<T> {
    if response.is_empty() {
        return Err(Error::new(ErrorCode::Decode, "the answer is empty").with_status(response.status));
    }
    serde_json::from_slice(&response.body).map_err(|error| decode_error(response, &error))
}

/// Turns an answer into JSON text.
pub(crate) type Decode = Box<dyn Fn(&Response) -> Result<String>>;

impl<T: Serialize + 'static> Call<T> {
    /// The request, and what turns its answer into the JSON text of a `T`.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    pub(crate) fn erase(self) -> (Request, Decode) {
        let decode = self.decode;
        (self.request, Box::new(move |response| decode(response).and_then(|value| to_json(&value))))
    }
}

/// The JSON text of a model.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::new(ErrorCode::Decode, "the answer cannot be written as JSON"))
}

/// A list, read page by page. See [`crate::page`].
#[derive(Debug, Clone)]
pub struct Listing<T> {
    /// How it is paged.
    pub plan: Plan,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Listing<T> {
    pub(crate) fn new(plan: Plan) -> Self {
        Self { plan, item: PhantomData }
    }

    /// Reads one item from its JSON text.
    pub fn read(&self, json: &str) -> Result<T> {
        let response = Response { status: 200, headers: Vec::new(), body: json.as_bytes().to_vec() };
        serde_json::from_slice(json.as_bytes()).map_err(|error| decode_error(&response, &error))
    }
}
