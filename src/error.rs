//! What can go wrong: one error type with a stable code and the place in the input.
//!
//! In: nothing. Out: [`Error`], carried by every fallible function of the crate. No value of the input is ever quoted in a
//! message, save names that say where one is (keys, URNs): a state holds secrets.

use std::fmt;

use serde::Serialize;

/// The closed set of codes; a script matches on these, never on the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[non_exhaustive]
pub enum ErrorCode {
    /// The input breaks the JSON grammar.
    NotJson,
    /// The input ends in the middle of a value.
    Truncated,
    /// The input is JSON, but not a Pulumi state (or an option has the wrong form).
    WrongShape,
    /// The input is not UTF-8.
    InvalidUtf8,
    /// The input nests deeper than [`crate::wire::MAX_DEPTH`].
    TooDeep,
    /// A state version that no known Pulumi writes.
    UnsupportedVersion,
    /// A gzip or zstd stream is damaged or cut off.
    Decompress,
    /// The source could not be read (absent file, directory, failed body).
    Unreadable,
    /// A patch would hold a secret's plaintext.
    SecretInPatch,
    /// `apply` or `revert` met a state that is not the one the diff was made from.
    Conflict,
    /// An option or argument has a value that cannot be used.
    Validation,
    /// The caller's signal ended the operation.
    Aborted,
    /// The token is missing, wrong or expired (401).
    Unauthorized,
    /// The lease of an update is over or not valid (401 of the update's own routes): logging in again does not help.
    LeaseExpired,
    /// The token may not do this (403).
    Forbidden,
    /// There is no such thing, or the token may not see it (404).
    NotFound,
    /// This server does not have this endpoint.
    Unsupported,
    /// An update is running (409); wait for it or cancel it.
    UpdateInProgress,
    /// The request or the answer is larger than the server takes (413).
    PayloadTooLarge,
    /// The server does not speak the version asked for (406, 415).
    NotAcceptable,
    /// The organisation's plan does not include this (402).
    PlanRequired,
    /// Too many requests (429).
    RateLimited,
    /// The server failed (5xx).
    Server,
    /// No answer came, or it broke off.
    Network,
    /// The time given to the call is over.
    Timeout,
    /// The answer is not what the documents describe.
    Decode,
    /// A server gives the same page, or the same continuation token, again and again.
    PagingLoop,
    /// A list has more pages than the caller allows.
    PageCap,
}

impl ErrorCode {
    /// The code as scripts see it, such as `not_json`.
    ///
    /// ```
    /// assert_eq!(stackscope::error::ErrorCode::NotJson.as_str(), "not_json");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::Truncated => "truncated",
            Self::WrongShape => "wrong_shape",
            Self::InvalidUtf8 => "invalid_utf8",
            Self::TooDeep => "too_deep",
            Self::UnsupportedVersion => "unsupported_version",
            Self::Decompress => "decompress",
            Self::Unreadable => "unreadable",
            Self::SecretInPatch => "secret_in_patch",
            Self::Conflict => "conflict",
            Self::Validation => "validation",
            Self::Aborted => "aborted",
            Self::Unauthorized => "unauthorized",
            Self::LeaseExpired => "lease_expired",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Unsupported => "unsupported",
            Self::UpdateInProgress => "update_in_progress",
            Self::PayloadTooLarge => "payload_too_large",
            Self::NotAcceptable => "not_acceptable",
            Self::PlanRequired => "plan_required",
            Self::RateLimited => "rate_limited",
            Self::Server => "server",
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Decode => "decode",
            Self::PagingLoop => "paging_loop",
            Self::PageCap => "page_cap",
        }
    }
}

/// Why an operation failed, where in the input, and what to do about it.
///
/// `offset` counts bytes from 0 in the JSON text (after decompression; in the compressed bytes for
/// [`ErrorCode::Decompress`]). `path` is a property path such as `deployment.resources[3].urn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    message: String,
    offset: Option<u64>,
    path: Option<String>,
    hint: Option<String>,
    status: Option<u16>,
    exchange: Option<Box<Exchange>>,
}

/// What is known of the request that failed. Holds no query values, no header and no token.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// HTTP method, such as `GET`.
    pub method: String,
    /// Path of the request, without its query.
    pub path: String,
    /// How often it was sent.
    pub attempts: u32,
    /// The server's own words, secrets masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server_message: Option<String>,
    /// What the server found wrong with single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Where the server documents the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation_url: Option<String>,
    /// The server's name for the request (`X-Pulumi-Request-Id`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// How long the server asks to wait, in milliseconds (`Retry-After`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u64>,
    /// Continues the list that failed, after the items that were given out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume_token: Option<String>,
}

/// What a server found wrong with one field of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FieldError {
    /// What the error is about, such as `stack`.
    pub resource: String,
    /// Field of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// `not_found`, `required`, `invalid`, `already_exists`, `custom`, or another word of the server's.
    pub error_type: String,
    /// The server's own words, secrets masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_message: Option<String>,
}

/// Shorthand for results of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), offset: None, path: None, hint: None, status: None, exchange: None }
    }

    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.offset = Some(offset as u64);
        self
    }

    pub(crate) fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    pub(crate) fn recode(mut self, code: ErrorCode) -> Self {
        self.code = code;
        self
    }

    pub(crate) fn with_exchange(mut self, exchange: Exchange) -> Self {
        self.exchange = Some(Box::new(exchange));
        self
    }

    /// Adds to what is known of the request.
    pub(crate) fn exchange_mut(&mut self) -> &mut Exchange {
        self.exchange.get_or_insert_default()
    }

    /// The request that failed, for errors of the API.
    pub fn exchange(&self) -> Option<&Exchange> {
        self.exchange.as_deref()
    }

    /// The stable code.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// What was wrong, without place or remedy.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Byte offset in the input, from 0.
    pub fn offset(&self) -> Option<u64> {
        self.offset
    }

    /// Property path of the offending value.
    pub fn json_path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// HTTP status of the answer that failed.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// What to do about it.
    pub fn remedy(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(path) = &self.path {
            write!(f, " at `{path}`")?;
        }
        if let Some(id) = self.exchange.as_ref().and_then(|exchange| exchange.request_id.as_ref()) {
            write!(f, " (request {id})")?;
        }
        if let Some(offset) = self.offset {
            write!(f, " (byte {offset})")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
