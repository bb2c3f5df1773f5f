//! What servers say when they refuse.
//!
//! In: the body of an answer that is not a success. Out: [`ApiErrorBody`]. A field of an unexpected type never fails: texts are
//! kept as JSON, the rest reads as absent.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::open::{if_it_fits, model, text, words};

/// The code of a refusal: the status on Pulumi Cloud, at times a word on self-hosted servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ApiErrorCode {
    /// A number, as a rule the status.
    Number(i64),
    /// A word, as `stack_not_found`.
    Word(String),
}

impl<'de> Deserialize<'de> for ApiErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(deserializer)? {
            Value::String(word) => Self::Word(word),
            other => other.as_i64().map_or_else(|| Self::Word(other.to_string()), Self::Number),
        })
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const CODE: &str = "/** The code of a refusal: the status on Pulumi Cloud, at times a word on self-hosted servers. */
export type ApiErrorCode = number | string;
";

words! {
    /// What is wrong with one part of a request.
    pub enum ApiErrorType {
        /// It doesn't exist, or the caller may not see it.
        NotFound = "not_found",
        /// It is missing.
        Required = "required",
        /// It is not valid.
        Invalid = "invalid",
        /// It exists already.
        AlreadyExists = "already_exists",
        /// The message says what.
        Custom = "custom",
        /// The organisation wants the caller to log in by SAML again.
        SamlReauthRequired = "saml_reauth_required",
        /// The organisation wants the caller to log in by SAML.
        SamlLoginRequired = "saml_login_required",
    }
}

model! {
    /// What is wrong with one part of a request.
    pub struct ApiErrorDetail {
        /// Kind of thing.
        #[serde(default, deserialize_with = "text")]
        pub resource: Option<String>,
        /// Part of it; the organisation, where SAML is wanted.
        #[serde(default, deserialize_with = "text")]
        pub attribute: Option<String>,
        /// What is wrong.
        #[serde(default, deserialize_with = "if_it_fits")]
        pub error_type: Option<ApiErrorType>,
        /// What is wrong, in words.
        #[serde(default, deserialize_with = "text")]
        pub custom_message: Option<String>,
    }

    /// The body of a refusal.
    pub struct ApiErrorBody {
        /// Code.
        pub code: Option<ApiErrorCode>,
        /// What is wrong; some servers send `error` alone.
        #[serde(default, deserialize_with = "text")]
        pub message: Option<String>,
        /// What is wrong, in a word.
        #[serde(default, deserialize_with = "text")]
        pub error: Option<String>,
        /// What is wrong, part by part.
        #[serde(default, deserialize_with = "details")]
        pub errors: Option<Vec<ApiErrorDetail>>,
        /// Where to read more.
        #[serde(default, deserialize_with = "text")]
        pub documentation_url: Option<String>,
        /// What is wrong, from the endpoint that gives out tokens.
        #[serde(rename = "error_description", default, deserialize_with = "text")]
        pub error_description: Option<String>,
    }
}

fn details<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<ApiErrorDetail>>, D::Error> {
    let details = match Value::deserialize(deserializer)? {
        Value::Null => return Ok(None),
        Value::Array(details) => details,
        one => vec![one],
    };
    Ok(Some(details.into_iter().map(detail).collect()))
}

fn detail(value: Value) -> ApiErrorDetail {
    let said = |text| ApiErrorDetail { custom_message: Some(text), ..Default::default() };
    match value {
        Value::String(text) => said(text),
        other => serde_json::from_value(other.clone()).unwrap_or_else(|_| said(other.to_string())),
    }
}

impl ApiErrorBody {
    /// The best text there is for people: message, description, the first part's message, the error's word, a code that is a word.
    pub fn summary(&self) -> Option<&str> {
        let first = self.errors.iter().flatten().find_map(|detail| detail.custom_message.as_deref());
        let word = match &self.code {
            Some(ApiErrorCode::Word(word)) => Some(word.as_str()),
            _ => None,
        };
        [self.message.as_deref(), self.error_description.as_deref(), first, self.error.as_deref(), word]
            .into_iter()
            .flatten()
            .find(|text| !text.is_empty())
    }
}
