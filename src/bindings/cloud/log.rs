//! Engine events that stay in the module's memory.

use js_sys::{Array, JSON};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::bindings::convert::{by_json, options};
use crate::bindings::error::{fault, thrown};
use crate::bindings::load::method;
use crate::bindings::options::{DEFAULT_LIMIT, PageQuery};
use crate::error::ErrorCode;
use crate::summary;

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
        JSON::parse(&self.json())
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

/// The engine events of one update, in order.
///
/// @example
/// const log = new EventLog();
/// for await (const page of cloud.updates.events("acme/web/prod", id, { follow: true }).pages()) log.push(page);
#[wasm_bindgen]
#[derive(Default)]
pub struct EventLog {
    inner: summary::EventLog,
}

impl EventLog {
    pub(super) fn inner_mut(&mut self) -> &mut summary::EventLog {
        &mut self.inner
    }
}

#[wasm_bindgen]
impl EventLog {
    /// A log without events.
    #[wasm_bindgen(constructor)]
    pub fn new() -> EventLog {
        EventLog::default()
    }

    /// Takes in a page, an event, or a list of events.
    ///
    /// Throws `StackscopeError` with `validation` where it is none of these, `decode` where an event is no object; then none of them is
    /// taken in.
    pub fn push(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "EventPage | EngineEvent | readonly EngineEvent[]")] events: JsValue,
    ) -> Result<(), JsValue> {
        let texts: Vec<String> = match method(&events, "toJson") {
            Some(read) => {
                let text = read.call0(&events)?.as_string().unwrap_or_default();
                let texts: Vec<Box<RawValue>> = serde_json::from_str(&text)
                    .map_err(|_| fault(ErrorCode::Validation, "this is no page of events", "push what `.pages()` gave"))?;
                texts.into_iter().map(|text| text.get().to_owned()).collect()
            }
            None => {
                let list: Array = if Array::is_array(&events) { events.unchecked_into() } else { Array::of1(&events) };
                list.iter()
                    .map(|event| JSON::stringify(&event).ok().and_then(|text| text.as_string()).unwrap_or_default())
                    .collect()
            }
        };
        self.inner.extend(texts.iter().map(String::as_str)).map_err(thrown)
    }

    /// How many events there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// How many events there are of each kind, such as `resourcePreEvent`.
    #[wasm_bindgen(getter, unchecked_return_type = "Record<string, number>")]
    pub fn kinds(&self) -> Result<JsValue, JsValue> {
        let kinds: serde_json::Map<_, _> =
            self.inner.kinds().iter().map(|(kind, count)| (kind.to_string(), (*count).into())).collect();
        by_json(&kinds)
    }

    /// Events from `offset` (from 0), at most `limit` of them (default 100).
    #[wasm_bindgen(unchecked_return_type = "EngineEvent[]")]
    pub fn events(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "PageQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: PageQuery = options(query, &["offset", "limit"])?;
        let limit = query.limit.unwrap_or(DEFAULT_LIMIT) as usize;
        JSON::parse(&self.inner.events_json(query.offset as usize, limit).map_err(thrown)?)
    }

    /// All events, one JSON text on each line: what `pulumi up --event-log` writes.
    #[wasm_bindgen(js_name = "toNdjson")]
    pub fn to_ndjson(&self) -> Result<String, JsValue> {
        self.inner.to_ndjson().map_err(thrown)
    }
}
