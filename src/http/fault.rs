//! What a failed answer means.
//!
//! In: an answer whose status is no success. Out: an [`Error`] with its code, the server's own words and, where it helps, what to do.
//! Servers disagree about bodies: `{code, message, errors}` (Pulumi Cloud), codes that are words, `{error}`,
//! `{error, error_description}`, plain text, HTML pages; all are read.

use serde_json::Value;

use super::retry::retry_after_ms;
use super::web_page::WebPage;
use super::{Method, Redactor, Request, Response};
use crate::error::{Error, ErrorCode, Exchange, FieldError};

/// Most characters of a server's words that are repeated.
pub(super) const LONGEST: usize = 600;

/// Most characters of a request's path that are repeated.
const LONGEST_PATH: usize = 500;

/// Most characters of a name that a server gives: a field, a code, the request's own.
const LONGEST_NAME: usize = 200;

/// Most fields that a server may find something wrong with.
const MOST_FIELDS: usize = 50;

/// The error of an answer that has no 2xx status.
pub(super) fn fault(request: &Request, response: &Response, redactor: &Redactor, now_ms: f64) -> Error {
    let told = Told::read(response);
    let code = code(request.method, response, &told);
    let said = told.message.as_deref().map(|message| redactor.quote(message, LONGEST)).filter(|said| !said.is_empty());
    let message = said.clone().unwrap_or_else(|| format!("status {}", response.status));
    let mut error = Error::new(code, format!("{}: {message}", line(request, redactor))).with_status(response.status);
    if let Some(hint) = hint(code, response, &told) {
        error = error.hint(hint);
    }
    let name = |text: String| redactor.quote(&text, LONGEST_NAME);
    let errors = told.errors.into_iter().take(MOST_FIELDS).map(|field| FieldError {
        resource: name(field.resource),
        attribute: field.attribute.map(name),
        error_type: name(field.error_type),
        custom_message: field.custom_message.map(|text| redactor.quote(&text, LONGEST)),
    });
    error.with_exchange(Exchange {
        method: request.method.as_str().to_owned(),
        path: path(request, redactor),
        server_message: said,
        errors: errors.collect(),
        documentation_url: told.documentation_url.map(name),
        request_id: request_id(response, redactor),
        retry_after_ms: response.header("retry-after").and_then(|value| retry_after_ms(value, now_ms)),
        ..Exchange::default()
    })
}

/// The server's name for the request, as it may be shown.
pub(super) fn request_id(response: &Response, redactor: &Redactor) -> Option<String> {
    response.request_id().map(|id| redactor.quote(id, LONGEST_NAME))
}

/// The request's path, as it may be shown.
pub(super) fn path(request: &Request, redactor: &Redactor) -> String {
    redactor.quote(&request.path, LONGEST_PATH)
}

/// What every message begins with: method and path.
fn line(request: &Request, redactor: &Redactor) -> String {
    format!("{} {}", request.method.as_str(), path(request, redactor))
}

/// The same error, its message led by the request; message and path without secrets, on one line and of bounded length.
pub(super) fn presentable(error: Error, request: &Request, redactor: &Redactor) -> Error {
    let line = line(request, redactor);
    let told = error.message().strip_prefix(&line).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(error.message());
    let mut clean = Error::new(error.code(), format!("{line}: {}", redactor.quote(told, LONGEST)));
    if let Some(offset) = error.offset() {
        clean = clean.at(offset as usize);
    }
    if let Some(path) = error.json_path() {
        clean = clean.path(redactor.quote(path, LONGEST));
    }
    if let Some(hint) = error.remedy() {
        clean = clean.hint(hint);
    }
    if let Some(status) = error.status() {
        clean = clean.with_status(status);
    }
    match error.exchange() {
        Some(exchange) => clean.with_exchange(exchange.clone()),
        None => clean,
    }
}

/// What the body of a failed answer says.
#[derive(Default)]
struct Told {
    /// The code as a word, for servers that have such.
    word: Option<String>,
    message: Option<String>,
    errors: Vec<FieldError>,
    documentation_url: Option<String>,
    is_json: bool,
}

impl Told {
    fn read(response: &Response) -> Self {
        let body = match serde_json::from_slice::<Value>(&response.body) {
            Ok(Value::Object(body)) => body,
            other => {
                let message = WebPage::of(response).map(WebPage::describe);
                let declared = response.header("content-type").is_some_and(|kind| kind.contains("json"));
                return Self { message, is_json: declared || other.is_ok(), ..Self::default() };
            }
        };
        let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty()).map(str::to_owned);
        let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten().map(field_error).collect();
        Self {
            word: text("code"),
            message: ["message", "error_description", "error", "code"].into_iter().find_map(text),
            errors,
            documentation_url: text("documentationUrl").filter(|url| url.starts_with("https://") || url.starts_with("http://")),
            is_json: true,
        }
    }

    /// Whether the message holds one of these, as whole words.
    fn says(&self, phrases: &[&str]) -> bool {
        let message = self.message.as_deref().unwrap_or_default().to_ascii_lowercase();
        let words: Vec<&str> = message.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let said = format!(" {} ", words.join(" "));
        phrases.iter().any(|phrase| said.contains(&format!(" {phrase} ")))
    }
}

fn field_error(value: &Value) -> FieldError {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    FieldError {
        resource: text("resource").unwrap_or_default(),
        attribute: text("attribute"),
        error_type: text("errorType").unwrap_or_default(),
        custom_message: text("customMessage").or_else(|| value.as_str().map(str::to_owned)),
    }
}

fn code(method: Method, response: &Response, told: &Told) -> ErrorCode {
    match response.status {
        401 if told.says(&["update token", "lease"]) => ErrorCode::LeaseExpired,
        401 => ErrorCode::Unauthorized,
        402 => ErrorCode::PlanRequired,
        403 if told.word.as_deref() == Some("lease_url_mismatch") => ErrorCode::LeaseExpired,
        403 | 407 => ErrorCode::Forbidden,
        404 if told.is_json || answers_head(method, response) => ErrorCode::NotFound,
        410 => ErrorCode::NotFound,
        // A router's own 404, not the API's: this server has no such endpoint.
        404 | 405 | 501 => ErrorCode::Unsupported,
        400 if told.word.as_deref() == Some("invalid_kind") => ErrorCode::Unsupported,
        406 | 415 | 426 => ErrorCode::NotAcceptable,
        408 => ErrorCode::Timeout,
        409 if told.says(&["not in progress", "not started"]) => ErrorCode::Conflict,
        409 if told.says(&["in progress", "active update", "is already running", "currently being updated"]) => {
            ErrorCode::UpdateInProgress
        }
        409 | 412 | 423 => ErrorCode::Conflict,
        413 | 431 => ErrorCode::PayloadTooLarge,
        429 => ErrorCode::RateLimited,
        status if status >= 500 => ErrorCode::Server,
        status if status >= 400 => ErrorCode::Validation,
        // A redirect that was not followed, or a status that HTTP does not have.
        _ => ErrorCode::Decode,
    }
}

/// An answer to HEAD has no body: what is not declared as a router's plain text is the API's.
fn answers_head(method: Method, response: &Response) -> bool {
    method == Method::Head && !response.header("content-type").is_some_and(|kind| kind.starts_with("text/"))
}

fn hint(code: ErrorCode, response: &Response, told: &Told) -> Option<&'static str> {
    let reauthenticate = told.errors.iter().any(|field| field.error_type.starts_with("saml"));
    Some(match code {
        ErrorCode::Unauthorized if reauthenticate => "the organisation wants you to log in with SAML again",
        ErrorCode::Unauthorized => "check the access token: it is missing, wrong or expired",
        ErrorCode::LeaseExpired => "the update's lease is over; logging in again does not help",
        ErrorCode::Forbidden if response.status == 407 => "a proxy on the way wants a name and a password of its own",
        ErrorCode::Forbidden => "the token's owner may not do this",
        ErrorCode::NotFound => "check the names; what the token may not see looks the same",
        ErrorCode::Unsupported if response.status == 404 => "this server does not have this endpoint; check the base URL",
        ErrorCode::Unsupported => "this server does not have this endpoint",
        ErrorCode::UpdateInProgress => "wait until the update ends, or cancel it",
        ErrorCode::NotAcceptable => "this server speaks another version of the API; set `apiVersion`",
        ErrorCode::PlanRequired => "the organisation's plan does not include this",
        ErrorCode::RateLimited => "wait before you try again",
        ErrorCode::Decode if (300..400).contains(&response.status) => "the server redirects elsewhere; check the base URL",
        _ => return None,
    })
}
