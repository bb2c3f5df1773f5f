//! What a failed answer means.
//!
//! In: an answer whose status is no success, or whose body is not what was expected. Out: an [`Error`] with its code, the server's own
//! words and, where it helps, what to do. Servers disagree about bodies: `{code, message, errors}` (Pulumi Cloud), codes that are
//! words, `{error}`, `{error, error_description}`, plain text, HTML pages; all are read (rest-api: error bodies).

use serde_json::Value;

use super::locate::locate;
use super::retry::retry_after_ms;
use super::{Method, Redactor, Request, Response};
use crate::error::{Error, ErrorCode, Exchange, FieldError};

/// Most characters of a server's words that are repeated.
const LONGEST: usize = 600;

/// The error of an answer that has no 2xx status.
pub(super) fn fault(request: &Request, response: &Response, redactor: &Redactor, now_ms: f64) -> Error {
    let told = Told::read(response);
    let code = code(request.method, response, &told);
    let said = told.message.as_deref().map(|message| redactor.mask(&shorten(message)));
    let message = match &said {
        Some(said) => format!("{} {}: {said}", request.method.as_str(), request.path),
        None => format!("{} {}: status {}", request.method.as_str(), request.path, response.status),
    };
    let mut error = Error::new(code, redactor.mask(&message)).with_status(response.status);
    if let Some(hint) = hint(code, response, &told) {
        error = error.hint(hint);
    }
    let mask = |text: String| redactor.mask(&shorten(&text));
    error.with_exchange(Exchange {
        method: request.method.as_str().to_owned(),
        path: redactor.mask(&request.path),
        server_message: said,
        errors: told
            .errors
            .into_iter()
            .map(|field| FieldError { custom_message: field.custom_message.map(mask), ..field })
            .collect(),
        documentation_url: told.documentation_url,
        request_id: response.request_id().map(str::to_owned),
        retry_after_ms: response.header("retry-after").and_then(|value| retry_after_ms(value, now_ms)),
        ..Exchange::default()
    })
}

/// The error of a 2xx answer whose body does not decode. `error` says where; the body's values are never quoted.
pub(crate) fn decode_error(response: &Response, error: &serde_json::Error) -> Error {
    if let Some(page) = Page::of(response) {
        return Error::new(ErrorCode::Decode, page.describe())
            .hint("something between here and the API answered in its place; check the base URL")
            .with_status(response.status);
    }
    let offset = offset(&response.body, error.line(), error.column());
    if error.is_eof() {
        return Error::new(ErrorCode::Truncated, "the answer ends in the middle of a value")
            .at(offset)
            .with_status(response.status);
    }
    if error.is_syntax() {
        return Error::new(ErrorCode::Decode, "the answer is not JSON").at(offset).with_status(response.status);
    }
    let text = error.to_string();
    // serde quotes the value that it met; what it expected is ours.
    let expected = match (text.split_once("expected "), text.split_once("missing field `")) {
        (_, Some((_, rest))) => format!("the field `{}` is missing", rest.split('`').next().unwrap_or_default()),
        (Some((_, rest)), None) => format!("expected {}", rest.split(" at line").next().unwrap_or_default()),
        _ => "it has another form".to_owned(),
    };
    let mut found = Error::new(ErrorCode::Decode, format!("the answer is not what the API documents: {expected}")).at(offset);
    if let Some(path) = locate(&response.body, offset) {
        found = found.path(path);
    }
    found.with_status(response.status)
}

fn offset(body: &[u8], line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        _ => body.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(line - 2).map_or(0, |(at, _)| at + 1),
    };
    (start + column.saturating_sub(1)).min(body.len())
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
        if let Ok(Value::Object(body)) = serde_json::from_slice::<Value>(&response.body) {
            let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
            let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten().map(field_error).collect();
            return Self {
                word: text("code"),
                message: text("message").or_else(|| text("error_description")).or_else(|| text("error")),
                errors,
                documentation_url: text("documentationUrl"),
                is_json: true,
            };
        }
        let message = Page::of(response).map(|page| page.describe());
        Self { message, ..Self::default() }
    }

    fn says(&self, words: &[&str]) -> bool {
        let message = self.message.as_deref().unwrap_or_default().to_ascii_lowercase();
        words.iter().any(|word| message.contains(word))
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

/// A body that is no JSON: what a proxy, a web server or a router put there.
struct Page {
    is_html: bool,
    first_line: String,
}

impl Page {
    fn of(response: &Response) -> Option<Self> {
        let text = String::from_utf8_lossy(&response.body[..response.body.len().min(16_384)]);
        let text = text.trim_start_matches('\u{feff}').trim();
        let html = text.starts_with('<');
        let declared = response.header("content-type").is_some_and(|kind| kind.contains("text/"));
        let json_like = text.starts_with(['{', '[', '"']);
        if text.is_empty() || (!html && (json_like || (!declared && response.is_success()))) {
            return None;
        }
        let first_line = if html { title(text) } else { text.lines().next().map(|line| line.trim().to_owned()) };
        Some(Self { is_html: html, first_line: first_line.unwrap_or_default() })
    }

    fn describe(&self) -> String {
        match (self.is_html, self.first_line.is_empty()) {
            (true, true) => "an HTML page".to_owned(),
            (true, false) => format!("an HTML page: {}", shorten(&self.first_line)),
            _ => shorten(&self.first_line),
        }
    }
}

/// The title of an HTML page, or the first words that it shows.
fn title(html: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let inside = |open: &str, close: &str| {
        let start = lower.find(open)?;
        let start = start + lower[start..].find('>')? + 1;
        let end = start + lower[start..].find(close)?;
        Some(html[start..end].split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    };
    inside("<title", "</title").or_else(|| inside("<h1", "</h1")).or_else(|| {
        let body = lower.find("<body").map_or(0, |at| at + 5);
        let mut inside_tag = lower[body..].starts_with("<body") || body > 0;
        let shown: String = html[body..]
            .chars()
            .filter(|letter| {
                let keep = !inside_tag && *letter != '<';
                match letter {
                    '<' => inside_tag = true,
                    '>' => inside_tag = false,
                    _ => {}
                }
                keep
            })
            .collect();
        shown.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned)
    })
}

/// At most [`LONGEST`] characters, on one line.
fn shorten(text: &str) -> String {
    let mut letters = text.trim().chars();
    let head: String = letters.by_ref().take(LONGEST).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if letters.next().is_some() { head + " …" } else { head }
}

fn code(method: Method, response: &Response, told: &Told) -> ErrorCode {
    match response.status {
        401 if told.says(&["update-token", "update token", "lease"]) => ErrorCode::LeaseExpired,
        401 => ErrorCode::Unauthorized,
        402 => ErrorCode::PlanRequired,
        403 if told.word.as_deref() == Some("lease_url_mismatch") => ErrorCode::LeaseExpired,
        403 => ErrorCode::Forbidden,
        404 if told.is_json || answers_head(method, response) => ErrorCode::NotFound,
        // A router's own 404, not the API's: this server has no such endpoint.
        404 | 405 | 501 => ErrorCode::Unsupported,
        400 if told.word.as_deref() == Some("invalid_kind") => ErrorCode::Unsupported,
        406 | 415 => ErrorCode::NotAcceptable,
        408 => ErrorCode::Timeout,
        409 if told.says(&["in progress", "active update", "is already running", "currently being updated"]) => {
            ErrorCode::UpdateInProgress
        }
        409 | 412 => ErrorCode::Conflict,
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
        ErrorCode::Forbidden => "the token's owner may not do this",
        ErrorCode::NotFound => "check the names; what the token may not see looks the same",
        ErrorCode::Unsupported => "this server does not have this endpoint",
        ErrorCode::UpdateInProgress => "wait until the update ends, or cancel it",
        ErrorCode::NotAcceptable => "this server speaks another version of the API; set `apiVersion`",
        ErrorCode::PlanRequired => "the organisation's plan does not include this",
        ErrorCode::RateLimited => "wait before you try again",
        ErrorCode::Decode if (300..400).contains(&response.status) => "the server redirects elsewhere; check the base URL",
        _ => return None,
    })
}
