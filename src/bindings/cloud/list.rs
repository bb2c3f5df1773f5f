//! A list being read: where its pages come from, and what was given out of them.
//!
//! In: a walk, or an update being followed. Out: items as objects, one by one or by pages; a resume token at any time. However many ask at
//! a time, a page is fetched once. An item that does not decode ends the list in its place: those before it are given out.

use std::cell::{Cell, Ref, RefCell};
use std::collections::BTreeMap;

use std::rc::Rc;

use async_lock::Mutex;
use js_sys::{Array, JSON, Object};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::client::Shared;
use super::event_page::EventPage;
use super::options::CallOptions;
use super::reply::ReadItem;
use crate::bindings::convert::by_json;
use crate::bindings::error::{set, thrown_failure};
use crate::bindings::signal::{self, on_abort};
use crate::error::{Error, ErrorCode};
use crate::http::{Failure, Request};
use crate::page::{Follow, RawPage, Walk};

/// What an answer holds besides its items, as an object.
pub(super) type Answer = fn(&BTreeMap<String, Value>) -> Result<JsValue, JsValue>;

/// Where pages come from.
pub(super) enum Source {
    Walk(Box<Walk>),
    /// Most pages, where there is a bound.
    Follow(Box<Follow>, Option<u32>),
}

pub(super) struct List {
    shared: Rc<Shared>,
    options: CallOptions,
    read: ReadItem,
    /// Name of the list in the answer, for messages.
    field: &'static str,
    /// Turns what an answer holds besides its items into an object.
    answer: Answer,
    /// Whether a page is a handle on bytes rather than objects.
    is_events: bool,
    state: Mutex<State>,
    /// What can be read while a page is being fetched.
    seen: RefCell<Seen>,
    controller: web_sys::AbortController,
    is_stopped: Cell<bool>,
}

struct State {
    source: Source,
    page: RawPage,
    /// How many of its items were given out.
    given: u32,
    /// How many pages there were.
    pages: u32,
    /// Its items as objects, up to the first that is none. Made where someone asks for one: events may never be.
    items: Option<Array>,
    /// The status that the last page of events said.
    told: Option<String>,
}

/// What a reader may know at any time.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) resume: Option<String>,
    pub(super) total: Option<u64>,
    pub(super) truncated: bool,
    pub(super) status: Option<String>,
}

impl Source {
    fn request(&self) -> &Request {
        match self {
            Self::Walk(walk) => walk.request(),
            Self::Follow(follow, _) => follow.request(),
        }
    }

    /// Continues behind the first `given` items of the page.
    fn resume_token(&self, page: &RawPage, given: u32) -> Option<String> {
        match self {
            Self::Walk(walk) => walk.resume_token(page, given as usize),
            Self::Follow(follow, _) => follow.resume_token_within(page, given as usize),
        }
    }

    fn begin(&self) -> Option<String> {
        match self {
            Self::Walk(walk) => walk.next_token(),
            Self::Follow(follow, _) => follow.resume_token(),
        }
    }
}

impl List {
    pub(super) fn new(
        shared: Rc<Shared>,
        options: CallOptions,
        source: Source,
        read: ReadItem,
        field: &'static str,
    ) -> Result<Self, JsValue> {
        let seen = Seen { resume: source.begin(), ..Seen::default() };
        Ok(Self {
            shared,
            options,
            read,
            field,
            answer: by_json,
            is_events: field == "events",
            state: Mutex::new(State { source, page: RawPage::default(), given: 0, pages: 0, items: None, told: None }),
            seen: RefCell::new(seen),
            controller: web_sys::AbortController::new()?,
            is_stopped: Cell::new(false),
        })
    }

    /// The same list, whose pages say what else they hold in another way.
    pub(super) fn answering(self, answer: Answer) -> Self {
        Self { answer, ..self }
    }

    pub(super) fn seen(&self) -> Ref<'_, Seen> {
        self.seen.borrow()
    }

    /// Ends the list, and what it is doing.
    pub(super) fn stop(&self) {
        self.is_stopped.set(true);
        self.controller.abort();
    }

    /// The next item; `None` at the end.
    pub(super) async fn item(&self) -> Result<Option<JsValue>, JsValue> {
        let mut state = self.state.lock().await;
        if !self.is_open(&mut state).await? {
            return Ok(None);
        }
        let items = self.objects(&mut state)?;
        if state.given >= items.length() {
            return Err(self.undecodable(&state));
        }
        let item = items.get(state.given);
        state.given += 1;
        self.note(&state);
        Ok(Some(item))
    }

    /// What is left of the current page, or the next one; `None` at the end.
    pub(super) async fn page(&self) -> Result<Option<JsValue>, JsValue> {
        let mut state = self.state.lock().await;
        let is_open = self.is_open(&mut state).await?;
        // A follow ends after the last events; where that changed the status, a page without events says so.
        let has_news = self.is_events && !self.is_stopped.get() && self.seen().status != state.told;
        if !is_open && !has_news {
            return Ok(None);
        }
        let from = state.given;
        if self.is_events {
            let texts = state.rest();
            self.note(&state);
            let seen = self.seen();
            state.told.clone_from(&seen.status);
            return Ok(Some(EventPage::new(texts, seen.resume.clone(), seen.status.clone()).into()));
        }
        let items = self.objects(&mut state)?;
        if from >= items.length() {
            return Err(self.undecodable(&state));
        }
        state.given = items.length();
        self.note(&state);
        let seen = self.seen();
        let page = Object::new();
        set(&page, "items", items.slice(from, items.length()).into());
        if let Some(total) = seen.total {
            set(&page, "total", (total as f64).into());
        }
        if let Some(resume) = &seen.resume {
            set(&page, "resumeToken", resume.as_str().into());
        }
        set(&page, "answer", (self.answer)(&state.page.rest)?);
        Ok(Some(page.into()))
    }

    /// The next page's items as JSON texts; `None` at the end.
    pub(super) async fn texts(&self) -> Result<Option<Vec<Box<str>>>, JsValue> {
        let mut state = self.state.lock().await;
        if !self.is_open(&mut state).await? {
            return Ok(None);
        }
        let texts = state.rest();
        self.note(&state);
        Ok(Some(texts))
    }

    /// Whether there is something to give out, after turning the page where need be.
    async fn is_open(&self, state: &mut State) -> Result<bool, JsValue> {
        while !self.is_stopped.get() {
            if (state.given as usize) < state.page.items.len() {
                return Ok(true);
            }
            if !self.turn(state).await? {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// Fetches the next page; whether there was one.
    async fn turn(&self, state: &mut State) -> Result<bool, JsValue> {
        signal::check(&self.options.signal)?;
        let forward = self.controller.clone();
        let _listening = on_abort(&self.options.signal, move |reason| forward.abort_with_reason(reason));
        let own: JsValue = self.controller.signal().into();
        let mut platform = self.options.platform(&self.shared, Some(&own));
        let (client, retry) = (&self.shared.client, self.options.retry.as_ref());
        let fetched = match &mut state.source {
            Source::Walk(walk) => walk.next(client, &platform, retry).await,
            Source::Follow(follow, most) if most.is_some_and(|most| state.pages >= most) => {
                let error = Error::new(ErrorCode::PageCap, "the log has more pages than `maxPages` allows");
                let mut error =
                    client.about(error.hint("raise `maxPages`, or go on with the resume token"), follow.request(), None);
                error.exchange_mut().resume_token = follow.resume_token();
                Err(Failure::Error(error, None))
            }
            Source::Follow(follow, _) => {
                platform.renewed_ms = self.options.timeout_ms;
                follow.next(client, &platform, retry).await.map(|followed| followed.map(|followed| followed.page))
            }
        };
        if self.is_stopped.get() {
            return Ok(false);
        }
        let page = fetched.map_err(thrown_failure)?;
        let has_page = page.is_some();
        state.page = page.unwrap_or_default();
        (state.given, state.items) = (0, None);
        state.pages = state.pages.saturating_add(1);
        self.note(state);
        Ok(has_page)
    }

    /// The page's items as objects, checked against their model, up to the first that is none.
    fn objects(&self, state: &mut State) -> Result<Array, JsValue> {
        if let Some(items) = &state.items {
            return Ok(items.clone());
        }
        let texts: Vec<String> = state.page.items.iter().map_while(|item| (self.read)(item).ok()).collect();
        let items: Array = JSON::parse(&format!("[{}]", texts.join(",")))?.into();
        state.items = Some(items.clone());
        Ok(items)
    }

    /// What is wrong with the item whose turn it is. Asking again says it again.
    fn undecodable(&self, state: &State) -> JsValue {
        let (page, index) = (&state.page, state.given as usize);
        let error = match (self.read)(&page.items[index]) {
            Err(error) => error,
            Ok(_) => Error::new(ErrorCode::Decode, "the item cannot be read"),
        };
        let place = format!("{}[{}]", self.field, page.positions[index]);
        let place = error.json_path().map_or(place.clone(), |inner| format!("{place}.{inner}"));
        let error = Error::new(ErrorCode::Decode, error.message()).path(place).with_status(page.status);
        let mut error = self.shared.client.about(error, state.source.request(), None);
        let exchange = error.exchange_mut();
        exchange.request_id.clone_from(&page.request_id);
        exchange.resume_token = state.source.resume_token(page, state.given);
        thrown_failure(Failure::Error(error, None))
    }

    fn note(&self, state: &State) {
        let mut seen = self.seen.borrow_mut();
        seen.resume = state.source.resume_token(&state.page, state.given);
        match &state.source {
            Source::Walk(walk) => (seen.total, seen.truncated) = (walk.total(), walk.is_truncated()),
            Source::Follow(follow, _) => seen.status = follow.last_status().map(str::to_owned),
        }
    }
}

impl State {
    /// The texts of what was not given out; they are given out by that.
    fn rest(&mut self) -> Vec<Box<str>> {
        let from = self.given as usize;
        self.given = self.page.items.len() as u32;
        self.page.items[from..].iter().map(|item| item.get().into()).collect()
    }
}
