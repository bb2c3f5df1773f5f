//! Texts that must not be shown: values of tokens, secrets of webhooks, plaintexts.
//!
//! In: the text, from an answer or a caller. Out: the same text on the wire and through [`Secret::expose`], `[secret]` wherever it
//! is printed for debugging. Nothing fails here.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A text that debugging output doesn't show.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[secret]")
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const SECRET: &str = "/** A text to keep to yourself: the value of a token, the secret of a webhook, a plaintext. */
export type Secret = string;
";
