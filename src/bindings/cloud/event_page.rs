//! A page of engine events that stays in the module's memory.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bindings::convert::parsed;

/// A page of engine events as they came: a handle on their bytes. Push it to an `EventLog`, or read the events.
#[wasm_bindgen]
pub struct EventPage {
    texts: Vec<Box<str>>,
    resume: Option<String>,
    status: Option<String>,
}

impl EventPage {
    pub(super) fn new(texts: Vec<Box<str>>, resume: Option<String>, status: Option<String>) -> Self {
        Self { texts, resume, status }
    }
}

#[wasm_bindgen]
impl EventPage {
    /// How many events it holds.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.texts.len()
    }

    /// The events as the server sent them.
    #[wasm_bindgen(unchecked_return_type = "EngineEvent[]")]
    pub fn events(&self) -> Result<JsValue, JsValue> {
        parsed(&self.json())
    }

    /// The events as the text of a JSON array.
    #[wasm_bindgen(js_name = "toJson")]
    pub fn json(&self) -> String {
        format!("[{}]", self.texts.join(","))
    }

    /// Continues behind this page, in any process.
    #[wasm_bindgen(getter, js_name = "resumeToken")]
    pub fn resume_token(&self) -> Option<String> {
        self.resume.clone()
    }

    /// Status of the update, where it is followed and was asked for.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> Option<String> {
        self.status.clone()
    }
}
