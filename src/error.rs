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
}

/// Shorthand for results of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), offset: None, path: None, hint: None, status: None }
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

    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
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

    /// HTTP status of the answer that is no state.
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
