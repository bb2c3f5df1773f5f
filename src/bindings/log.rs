//! `EventLog` for JavaScript.

use js_sys::{Array, JSON, Uint8Array};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::convert::{by_json, check_fields, options, parsed};
use super::error::{fault, thrown};
use super::load::{self, Target, Watch, get, method};
use super::options::{DEFAULT_LIMIT, PageQuery};
use crate::error::{Error, ErrorCode};
use crate::summary::{self, LogOptions};

mod choices;

use choices::{OPTIONS, ResourceUpdateQuery, log_options};

/// The engine events of one update: a handle on data in the module's memory. Free it, or declare it with `using`.
///
/// It is fed with bytes of a log in any form (`write`, `load`), or with events and pages as they are polled (`push`), and answers at any
/// moment: `summary()` of a running update says what has happened so far.
///
/// @example
/// const log = new EventLog();
/// for await (const page of cloud.updates.events("acme/web/prod", id, { follow: true }).pages()) log.push(page);
/// console.log(log.toText());
#[wasm_bindgen]
pub struct EventLog {
    inner: summary::EventLog,
}

impl Default for EventLog {
    fn default() -> Self {
        Self { inner: summary::EventLog::new(LogOptions::default()) }
    }
}

impl EventLog {
    pub(super) fn inner_mut(&mut self) -> &mut summary::EventLog {
        &mut self.inner
    }
}

#[wasm_bindgen]
impl EventLog {
    /// A log without events.
    ///
    /// Throws `StackscopeError` with `validation` where an option is not known or has no meaning.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_optional_param_type = "EventLogOptions")] options: JsValue) -> Result<EventLog, JsValue> {
        if !options.is_undefined() && !options.is_null() {
            check_fields(&options, &OPTIONS)?;
        }
        Ok(Self { inner: summary::EventLog::new(log_options(&options)?) })
    }

    /// Reads a whole log: NDJSON, concatenated JSON, a JSON array, pages of the API, a digest of `pulumi preview --json`; plain, gzip or zstd.
    ///
    /// Throws `StackscopeError` with `unreadable` or `validation`; with `strict` also `not_json`, `truncated`, `invalid_utf8`, `wrong_shape` or
    /// `decompress` at the first piece that is no event, which otherwise is passed over and named in `problems`. An abort throws the
    /// signal's reason.
    ///
    /// @example
    /// const log = await EventLog.load(file);
    /// console.log(log.summary().changes);
    pub async fn load(
        #[wasm_bindgen(unchecked_param_type = "StateSource")] source: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "EventLogLoadOptions")] options: JsValue,
    ) -> Result<EventLog, JsValue> {
        if !options.is_undefined() && !options.is_null() {
            check_fields(&options, &[&OPTIONS[..], &["signal", "onProgress", "total"]].concat())?;
        }
        let log = summary::EventLog::new(log_options(&options)?);
        let target = Bytes { log, buffer: Vec::new() };
        let mut log = load::read(&source, &Watch::new(&options), target).await?.log;
        log.end().map_err(thrown)?;
        Ok(Self { inner: log })
    }

    /// Takes in a page, an event, or a list of events.
    ///
    /// A page of a follow also says how the update stands; see `setStatus`.
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
                let list: Array = if Array::is_array(&events) { events.clone().unchecked_into() } else { Array::of1(&events) };
                list.iter()
                    .map(|event| JSON::stringify(&event).ok().and_then(|text| text.as_string()).unwrap_or_default())
                    .collect()
            }
        };
        self.inner.extend(texts.iter().map(String::as_str)).map_err(thrown)?;
        if method(&events, "toJson").is_some()
            && let Some(status) = get(&events, "status").as_string()
        {
            self.inner.set_status(&status);
        }
        Ok(())
    }

    /// Takes the next bytes of a log, or the next piece of its text, cut anywhere.
    ///
    /// Throws as `load` does.
    ///
    /// @example
    /// for await (const chunk of createReadStream("events.ndjson")) log.write(chunk);
    /// log.end();
    pub fn write(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] part: JsValue,
    ) -> Result<(), JsValue> {
        if let Some(text) = part.as_string() {
            return self.inner.write(text.as_bytes()).map_err(thrown);
        }
        let Some(bytes) = load::view(&part) else {
            return Err(fault(ErrorCode::Validation, "a log is written as bytes or text", "push events and pages with `push`"));
        };
        let log = std::mem::take(&mut self.inner);
        let mut target = Bytes { log, buffer: Vec::new() };
        let outcome = target.take(&bytes);
        self.inner = target.log;
        outcome.map_err(thrown)
    }

    /// No more will come: the last line is read as far as it goes, and what is under way counts as interrupted.
    ///
    /// Throws as `load` does.
    pub fn end(&mut self) -> Result<(), JsValue> {
        self.inner.end().map_err(thrown)
    }

    /// A status of the update that is known from elsewhere, such as `failed`: it wins over `running`, `interrupted` and `unknown`.
    ///
    /// Throws `StackscopeError` with `validation` where it is no text.
    #[wasm_bindgen(js_name = "setStatus")]
    pub fn set_status(&mut self, #[wasm_bindgen(unchecked_param_type = "UpdateStatus")] status: JsValue) -> Result<(), JsValue> {
        let wrong = || fault(ErrorCode::Validation, "a status is a word, such as `failed`", "pass what `updates.status` gave");
        self.inner.set_status(&status.as_string().ok_or_else(wrong)?);
        Ok(())
    }

    /// What the update did, so far.
    ///
    /// @example
    /// const { result, changes, errored } = log.summary();
    #[wasm_bindgen(unchecked_return_type = "LogSummary")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        by_json(&self.inner.summary())
    }

    /// The summary without its lists of resources and steps: cheap, for showing how a large update goes on; see `resources`.
    #[wasm_bindgen(unchecked_return_type = "LogSummary")]
    pub fn overview(&self) -> Result<JsValue, JsValue> {
        by_json(&self.inner.overview())
    }

    /// The whole summary as JSON text, two spaces deep.
    #[wasm_bindgen(js_name = "toJson")]
    pub fn json(&self) -> Result<String, JsValue> {
        let text = serde_json::to_string_pretty(&self.inner.summary());
        text.map_err(|error| thrown(Error::new(ErrorCode::NotJson, format!("a summary cannot be written: {error}"))))
    }

    /// A page of what happened to which resource: for lists of thousands, of which a screen shows a few.
    #[wasm_bindgen(unchecked_return_type = "ResourceUpdatePage")]
    pub fn resources(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ResourceUpdateQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let filter = get(&query, "filter");
        if filter.is_object() {
            check_fields(&filter, &["op", "status", "text"])?;
        }
        let query: ResourceUpdateQuery = options(query, &["offset", "limit", "filter"])?;
        let limit = query.limit.unwrap_or(DEFAULT_LIMIT) as usize;
        by_json(&self.inner.resources(&query.filter, query.offset as usize, limit))
    }

    /// The log as text: `summary` for people, or as Pulumi's own command line prints it: `diff` (`pulumi up --diff`) or `progress`.
    ///
    /// Throws `StackscopeError` with `validation` where an option is not known, and for `diff` and `progress` where the log outgrew `keepBytes`.
    ///
    /// @example
    /// process.stdout.write(log.toText({ style: "diff", color: "always", showSames: true }));
    #[wasm_bindgen(js_name = "toText")]
    pub fn text(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "LogTextOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        choices::text(&self.inner, options)
    }

    /// The summary as Markdown for a pull request.
    ///
    /// Throws `StackscopeError` with `validation` where an option is not known or has no meaning.
    #[wasm_bindgen(js_name = "toMarkdown")]
    pub fn markdown(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "LogMarkdownOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        choices::markdown(&self.inner, options)
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

    /// Whether the texts of all events are still there; see `keepBytes`.
    #[wasm_bindgen(getter, js_name = "keepsEvents")]
    pub fn keeps_events(&self) -> bool {
        self.inner.keeps_events()
    }

    /// Events from `offset` (from 0), at most `limit` of them (default 100).
    ///
    /// Throws `StackscopeError` with `validation` where the log outgrew `keepBytes`.
    #[wasm_bindgen(unchecked_return_type = "EngineEvent[]")]
    pub fn events(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "PageQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: PageQuery = options(query, &["offset", "limit"])?;
        let limit = query.limit.unwrap_or(DEFAULT_LIMIT) as usize;
        parsed(&self.inner.events_json(query.offset as usize, limit).map_err(thrown)?)
    }

    /// All events, one JSON text on each line: what `pulumi up --event-log` writes.
    ///
    /// Throws `StackscopeError` with `validation` where the log outgrew `keepBytes`.
    #[wasm_bindgen(js_name = "toNdjson")]
    pub fn to_ndjson(&self) -> Result<String, JsValue> {
        self.inner.to_ndjson().map_err(thrown)
    }
}

/// Copies bytes into the module, part by part, and gives them to the log.
struct Bytes {
    log: summary::EventLog,
    buffer: Vec<u8>,
}

/// Most bytes that are copied at a time.
const PART: u32 = 1 << 18;

impl Target for Bytes {
    fn expect(&mut self, _: usize) -> Result<(), Error> {
        Ok(())
    }

    fn take(&mut self, part: &Uint8Array) -> Result<(), Error> {
        let whole = part.length();
        let mut at = 0;
        while at < whole {
            let len = PART.min(whole - at);
            self.buffer.clear();
            self.buffer.reserve(len as usize);
            part.subarray(at, at + len).copy_to_uninit(&mut self.buffer.spare_capacity_mut()[..len as usize]);
            // SAFETY: the line above has filled so many bytes.
            unsafe { self.buffer.set_len(len as usize) };
            self.log.write(&self.buffer)?;
            at += len;
        }
        Ok(())
    }
}
