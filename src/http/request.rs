//! One request to the API, before it is sent.
//!
//! In: a method, the template of a path, its parameters, a query and a body. Out: [`Request`]. Fails with `validation` where a
//! path parameter is empty or a stack's name has not three parts.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

/// What may stand unencoded in a path segment: all of RFC 3986's unreserved characters.
pub(super) const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// HTTP methods of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Asks whether something is there.
    Head,
    /// Creates or starts something.
    Post,
    /// Replaces something.
    Put,
    /// Changes a part.
    Patch,
    /// Removes something.
    Delete,
}

impl Method {
    /// The method as HTTP spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether sending it twice does what sending it once does, and nothing more is known than the method.
    pub fn is_safe(self) -> bool {
        matches!(self, Self::Get | Self::Head)
    }

    /// Reads a method's name, in any case.
    pub fn parse(name: &str) -> Result<Self> {
        match name.to_ascii_uppercase().as_str() {
            "GET" => Ok(Self::Get),
            "HEAD" => Ok(Self::Head),
            "POST" => Ok(Self::Post),
            "PUT" => Ok(Self::Put),
            "PATCH" => Ok(Self::Patch),
            "DELETE" => Ok(Self::Delete),
            _ => Err(Error::new(ErrorCode::Validation, "the method is not one of GET, HEAD, POST, PUT, PATCH and DELETE")),
        }
    }
}

/// What a request carries.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// Nothing.
    #[default]
    None,
    /// JSON text, sent as it is.
    Json(Arc<[u8]>),
    /// JSON text, sent gzip-compressed.
    Gzip(Arc<[u8]>),
}

/// One request: everything but the server, the headers and the token.
#[derive(Debug, Clone)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path from the server's root, each segment percent-encoded.
    pub path: String,
    /// Query parameters in order; a name may repeat.
    pub query: Vec<(String, String)>,
    /// Body.
    pub body: Body,
    /// What to ask for; `None` is the API's own media type with the client's version.
    pub accept: Option<&'static str>,
    /// Whether its answer may be large: it is given more time.
    pub large: bool,
    /// Whether it says `Content-Type: application/json`, which the API wants on every call but the exports of audit logs.
    pub declares_json: bool,
}

impl Request {
    /// A request for a path that is encoded already.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), query: Vec::new(), body: Body::None, accept: None, large: false, declares_json: true }
    }

    /// A request of the caller's own: a path from the server's root, perhaps with a query.
    ///
    /// Fails with `validation` where it is an address, leaves the root, or holds what no path may.
    pub fn raw(method: Method, target: &str) -> Result<Self> {
        let target = target.trim();
        let wrong = |what: &str| Error::new(ErrorCode::Validation, what).hint("for example /api/user");
        if !target.starts_with('/') || target.starts_with("//") || target.contains('\\') {
            return Err(wrong("the path begins with one `/`; the server is the client's own"));
        }
        if target.contains('#') || target.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
            return Err(wrong("the path holds white space, a fragment or control characters"));
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let plain = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        if path.split('/').any(|segment| matches!(plain(segment).as_str(), "." | "..")) {
            return Err(wrong("the path holds `.` or `..`"));
        }
        let mut request = Self::new(method, path);
        request.query = pairs(query);
        Ok(request)
    }

    /// Fills a template such as `/api/orgs/{organization}/teams/{team}` with values, in order.
    pub fn fill(method: Method, template: &str, values: &[&str]) -> Result<Self> {
        let mut path = String::with_capacity(template.len() + 32);
        let mut values = values.iter();
        for (index, segment) in template.split('/').enumerate() {
            if index > 0 {
                path.push('/');
            }
            let Some(name) = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
                path.push_str(segment);
                continue;
            };
            let value = values.next().copied().unwrap_or_default();
            // Dots alone would be taken for steps in the path by every URL parser, encoded or not.
            if value.is_empty() || value == "." || value == ".." {
                return Err(Error::new(ErrorCode::Validation, format!("`{name}` must be a name")).hint("it stands in the path"));
            }
            path.extend(utf8_percent_encode(value, SEGMENT));
        }
        Ok(Self::new(method, path))
    }

    /// Adds the fields of a struct as query parameters: lists repeat the name, `None` is left out.
    pub fn with_query<Q: Serialize>(mut self, query: &Q) -> Self {
        if let Ok(Value::Object(fields)) = serde_json::to_value(query) {
            for (name, value) in fields {
                match value {
                    Value::Array(items) => self.query.extend(items.iter().map(|item| (name.clone(), plain(item)))),
                    Value::Null => {}
                    one => self.query.push((name, plain(&one))),
                }
            }
        }
        self
    }

    /// Sets one query parameter, in place of others of its name.
    pub fn set_query(&mut self, name: &str, value: impl Into<String>) {
        self.query.retain(|(other, _)| other != name);
        self.query.push((name.to_owned(), value.into()));
    }

    /// Sets the body to the JSON of `value`.
    pub fn with_json<B: Serialize>(mut self, value: &B) -> Result<Self> {
        self.body = Body::Json(to_json(value)?);
        Ok(self)
    }

    /// Sets the body to the JSON of `value`, to be sent compressed.
    pub fn with_gzip_json<B: Serialize>(mut self, value: &B) -> Result<Self> {
        self.body = Body::Gzip(to_json(value)?);
        Ok(self)
    }

    /// Path and query as they are sent.
    pub fn target(&self) -> String {
        let mut target = self.path.clone();
        for (index, (name, value)) in self.query.iter().enumerate() {
            target.push(if index == 0 { '?' } else { '&' });
            target.extend(utf8_percent_encode(name, SEGMENT));
            target.push('=');
            target.extend(utf8_percent_encode(value, SEGMENT));
        }
        target
    }
}

/// The parameters of a query, decoded.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |part: &str| percent_decode_str(&part.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

fn to_json<B: Serialize>(value: &B) -> Result<Arc<[u8]>> {
    serde_json::to_vec(value).map(Into::into).map_err(|_| Error::new(ErrorCode::Validation, "the body cannot be written as JSON"))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A stack's full name.
///
/// ```
/// use stackscope::http::StackName;
/// let name = StackName::parse("acme/web/prod")?;
/// assert_eq!(name.project, "web");
/// # Ok::<(), stackscope::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackName {
    /// Organisation.
    pub organization: String,
    /// Project.
    pub project: String,
    /// Stack.
    pub stack: String,
}

impl StackName {
    /// Reads `organization/project/stack`.
    pub fn parse(name: &str) -> Result<Self> {
        let parts: Vec<&str> = name.split('/').collect();
        let [organization, project, stack] = parts[..] else { return Err(Self::wrong()) };
        if [organization, project, stack].iter().any(|part| part.trim().is_empty()) {
            return Err(Self::wrong());
        }
        Ok(Self { organization: organization.to_owned(), project: project.to_owned(), stack: stack.to_owned() })
    }

    fn wrong() -> Error {
        Error::new(ErrorCode::Validation, "a stack is named `organization/project/stack`").hint("for example acme/web/prod")
    }
}

impl fmt::Display for StackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.organization, self.project, self.stack)
    }
}
