//! A value of a result, kept as JSON text.
//!
//! In: text that is JSON, with secrets masked by whoever wrote it. Out: [`Json`], which serialises as the value itself. Fails to
//! serialise where the text is no JSON.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

/// JSON text of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Json(pub(crate) String);

impl Json {
    /// The JSON text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &serde_json::value::RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}
