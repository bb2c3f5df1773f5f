//! Lists as JavaScript reads them: `for await` over items, `.pages()`, `.toArray()`.
//!
//! In: a walk or an update being followed. Out: items as plain objects, pages, a resume token. However many `next()` are called at a
//! time, a page is fetched once; leaving a loop early ends the request that is under way.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use async_lock::Mutex;
use js_sys::{Array, JSON, Object, Promise};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::client::Shared;
use super::log::EventPage;
use super::options::CallOptions;
use super::reply::ReadItem;
use crate::bindings::convert::by_json;
use crate::bindings::error::{fault, set, thrown_failure};
use crate::bindings::load::{get, method};
use crate::error::{Error, ErrorCode};
use crate::http::{Failure, Request};
use crate::page::{Follow, RawPage, Walk};

/// What an answer holds besides its items, as an object.
pub(super) type Answer = fn(&BTreeMap<String, Value>) -> Result<JsValue, JsValue>;

/// Where pages come from.
pub(super) enum Source {
    Walk(Box<Walk>),
    Follow(Box<Follow>),
}

/// A list that is read page by page.
#[wasm_bindgen(skip_typescript)]
pub struct Pages {
    list: Rc<List>,
}

/// The pages of a list, one by one.
#[wasm_bindgen(skip_typescript)]
pub struct PagesOf {
    list: Rc<List>,
}

struct List {
    shared: Rc<Shared>,
    options: CallOptions,
    read: ReadItem,
    /// Name of the list in the answer, for messages.
    field: &'static str,
    /// Turns what an answer holds besides its items into an object.
    answer: Answer,
    /// Whether a page is a handle on bytes rather than objects.
    events: bool,
    state: Mutex<State>,
    /// What can be read while a page is being fetched.
    seen: RefCell<Seen>,
    controller: web_sys::AbortController,
    stopped: Cell<bool>,
}

struct State {
    source: Source,
    /// The items of the page as objects; events are made into objects only where someone asks for one.
    items: Option<Array>,
    given: u32,
    page: RawPage,
}

impl State {
    fn count(&self) -> u32 {
        self.page.items.len() as u32
    }
}

#[derive(Default)]
struct Seen {
    resume: Option<String>,
    total: Option<u64>,
    truncated: bool,
    status: Option<String>,
}

impl Pages {
    pub(super) fn new(shared: Rc<Shared>, options: CallOptions, source: Source, read: ReadItem, field: &'static str) -> Self {
        let resume = source.token();
        let state = State { source, items: None, given: 0, page: RawPage::default() };
        let controller = web_sys::AbortController::new().expect("every runtime that has fetch has AbortController");
        let list = List {
            shared,
            options,
            read,
            field,
            answer: by_json,
            events: field == "events",
            state: Mutex::new(state),
            seen: RefCell::new(Seen { resume, ..Seen::default() }),
            controller,
            stopped: Cell::new(false),
        };
        Self { list: Rc::new(list) }
    }

    /// The same list, whose pages say what else they hold in another way.
    pub(super) fn answering(mut self, answer: Answer) -> Self {
        if let Some(list) = Rc::get_mut(&mut self.list) {
            list.answer = answer;
        }
        self
    }

    /// The next page's items as JSON texts; `None` at the end.
    pub(super) async fn next_texts(&self) -> Result<Option<Vec<Box<str>>>, JsValue> {
        self.list.texts().await
    }
}

impl Source {
    fn request(&self) -> &Request {
        match self {
            Self::Walk(walk) => walk.request(),
            Self::Follow(follow) => follow.request(),
        }
    }

    fn token(&self) -> Option<String> {
        match self {
            Self::Walk(walk) => walk.next_token(),
            Self::Follow(follow) => follow.resume_token(),
        }
    }
}

impl List {
    /// The next page with something on it; `None` at the end.
    async fn turn(&self, state: &mut State) -> Result<bool, JsValue> {
        loop {
            if self.stopped.get() {
                return Ok(false);
            }
            let forward = Forward::start(&self.options.signal, &self.controller)?;
            let signal: JsValue = self.controller.signal().into();
            let platform = self.options.platform(&self.shared, Some(&signal));
            let retry = self.options.retry.as_ref();
            let fetched = match &mut state.source {
                Source::Walk(walk) => walk.next(&self.shared.client, &platform, retry).await,
                Source::Follow(follow) => {
                    let next = follow.next(&self.shared.client, &platform, retry).await;
                    next.map(|followed| followed.map(|followed| followed.page))
                }
            };
            drop(forward);
            if self.stopped.get() {
                return Ok(false);
            }
            let page = match fetched {
                Ok(Some(page)) => page,
                Ok(None) => {
                    state.page = RawPage::default();
                    state.items = None;
                    state.given = 0;
                    self.note(state);
                    return Ok(false);
                }
                Err(failure) => return Err(thrown_failure(failure)),
            };
            let is_empty = page.items.is_empty();
            state.items = None;
            state.page = page;
            state.given = 0;
            self.note(state);
            if !is_empty {
                return Ok(true);
            }
        }
    }

    /// Items as objects, checked against their model. One that is none leaves the list where it is.
    fn decode(&self, state: &mut State) -> Result<Array, JsValue> {
        if let Some(items) = &state.items {
            return Ok(items.clone());
        }
        let mut text = String::from("[");
        for (index, item) in state.page.items.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            text.push_str(&(self.read)(item).map_err(|error| self.undecodable(state, index, &error))?);
        }
        text.push(']');
        let items: Array = JSON::parse(&text)?.into();
        state.items = Some(items.clone());
        Ok(items)
    }

    fn undecodable(&self, state: &State, index: usize, error: &Error) -> JsValue {
        let page = &state.page;
        let place = format!("{}[{}]", self.field, page.positions[index]);
        let place = error.json_path().map_or(place.clone(), |inner| format!("{place}.{inner}"));
        let error = Error::new(ErrorCode::Decode, error.message()).path(place).with_status(page.status);
        let mut error = self.shared.client.about(error, state.source.request(), None);
        let exchange = error.exchange_mut();
        exchange.request_id.clone_from(&page.request_id);
        exchange.resume_token = match &state.source {
            Source::Walk(walk) => walk.resume_token(page, state.given as usize),
            Source::Follow(follow) => follow.resume_token_within(page, state.given as usize),
        };
        thrown_failure(Failure::Error(error, None))
    }

    fn note(&self, state: &State) {
        let mut seen = self.seen.borrow_mut();
        match &state.source {
            Source::Walk(walk) => {
                seen.resume = walk.resume_token(&state.page, state.given as usize);
                seen.total = walk.total();
                seen.truncated = walk.is_truncated();
            }
            Source::Follow(follow) => {
                seen.resume = follow.resume_token_within(&state.page, state.given as usize);
                seen.status = follow.last_status().map(str::to_owned);
            }
        }
    }

    /// The next page's items as JSON texts; `None` at the end.
    async fn texts(&self) -> Result<Option<Vec<Box<str>>>, JsValue> {
        let mut state = self.state.lock().await;
        if state.given >= state.count() && !self.turn(&mut state).await? {
            return Ok(None);
        }
        let from = state.given;
        state.given = state.count();
        self.note(&state);
        Ok(Some(state.page.items[from as usize..].iter().map(|item| item.get().into()).collect()))
    }

    /// The next item; `None` at the end.
    async fn item(&self) -> Result<Option<JsValue>, JsValue> {
        let mut state = self.state.lock().await;
        if self.stopped.get() {
            return Ok(None);
        }
        if state.given >= state.count() && !self.turn(&mut state).await? {
            return Ok(None);
        }
        let item = self.decode(&mut state)?.get(state.given);
        state.given += 1;
        self.note(&state);
        Ok(Some(item))
    }

    /// What is left of the current page, or the next one; `undefined` at the end.
    async fn page(&self) -> Result<Option<JsValue>, JsValue> {
        let mut state = self.state.lock().await;
        if self.stopped.get() {
            return Ok(None);
        }
        if state.given >= state.count() && !self.turn(&mut state).await? {
            return Ok(None);
        }
        let from = state.given;
        let items = if self.events { Array::new() } else { self.decode(&mut state)? };
        state.given = state.count();
        self.note(&state);
        let seen = self.seen.borrow();
        if self.events {
            let texts = state.page.items[from as usize..].iter().map(|item| item.get().into()).collect();
            return Ok(Some(EventPage::new(texts, seen.resume.clone(), seen.status.clone()).into()));
        }
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

    fn stop(&self) {
        self.stopped.set(true);
        self.controller.abort();
    }
}

/// While it lives, the caller's signal ends what the list is doing.
struct Forward(Option<(JsValue, js_sys::Function, JsValue)>);

impl Forward {
    fn start(signal: &JsValue, controller: &web_sys::AbortController) -> Result<Self, JsValue> {
        if get(signal, "aborted").is_truthy() {
            return Err(get(signal, "reason"));
        }
        let (Some(listen), Some(unlisten)) = (method(signal, "addEventListener"), method(signal, "removeEventListener")) else {
            return Ok(Self(None));
        };
        let (source, controller) = (signal.clone(), controller.clone());
        let forward =
            wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || controller.abort_with_reason(&get(&source, "reason")));
        let forward = forward.into_js_value();
        listen.call2(signal, &"abort".into(), &forward)?;
        Ok(Self(Some((signal.clone(), unlisten, forward))))
    }
}

impl Drop for Forward {
    fn drop(&mut self) {
        if let Some((signal, unlisten, forward)) = self.0.take() {
            let _ = unlisten.call2(&signal, &"abort".into(), &forward);
        }
    }
}

fn step(value: Option<JsValue>) -> JsValue {
    let step = Object::new();
    set(&step, "done", value.is_none().into());
    set(&step, "value", value.unwrap_or_default());
    step.into()
}

#[wasm_bindgen]
impl Pages {
    /// The next item.
    #[wasm_bindgen(js_name = "next")]
    pub fn next_item(&self) -> Promise {
        let list = self.list.clone();
        future_to_promise(async move { list.item().await.map(step) })
    }

    /// Ends the list and the request that is under way.
    #[wasm_bindgen(js_name = "return")]
    pub fn end(&self, value: JsValue) -> Promise {
        self.list.stop();
        let done = Object::new();
        set(&done, "done", true.into());
        set(&done, "value", value);
        Promise::resolve(&JsValue::from(done))
    }

    /// For `for await`.
    #[wasm_bindgen(js_name = "[Symbol.asyncIterator]")]
    pub fn iterator(&self) -> Pages {
        Pages { list: self.list.clone() }
    }

    /// The same list by whole pages.
    #[wasm_bindgen(js_name = "pages")]
    pub fn by_page(&self) -> PagesOf {
        PagesOf { list: self.list.clone() }
    }

    /// All items, or the first `limit`.
    #[wasm_bindgen(js_name = "toArray")]
    pub fn to_array(&self, options: JsValue) -> Promise {
        let list = self.list.clone();
        let limit = get(&options, "limit");
        future_to_promise(async move {
            let limit = match limit.as_f64() {
                Some(limit) if limit >= 0.0 => limit,
                None if limit.is_undefined() => f64::INFINITY,
                _ => return Err(fault(ErrorCode::Validation, "`limit` must be a number from 0", "leave it out for everything")),
            };
            let all = Array::new();
            while f64::from(all.length()) < limit {
                let Some(item) = list.item().await? else { break };
                all.push(&item);
            }
            Ok(all.into())
        })
    }

    /// Continues behind the last item given out.
    #[wasm_bindgen(getter, js_name = "resumeToken")]
    pub fn resume_token(&self) -> Option<String> {
        self.list.seen.borrow().resume.clone()
    }

    /// Number of all items, where the server says it.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> Option<f64> {
        self.list.seen.borrow().total.map(|total| total as f64)
    }

    /// Whether the list ended before the server's own count.
    #[wasm_bindgen(getter)]
    pub fn truncated(&self) -> bool {
        self.list.seen.borrow().truncated
    }

    /// Status of the update that is followed.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> Option<String> {
        self.list.seen.borrow().status.clone()
    }
}

#[wasm_bindgen]
impl PagesOf {
    /// The next page.
    #[wasm_bindgen(js_name = "next")]
    pub fn next_page(&self) -> Promise {
        let list = self.list.clone();
        future_to_promise(async move { list.page().await.map(step) })
    }

    /// Ends the list and the request that is under way.
    #[wasm_bindgen(js_name = "return")]
    pub fn end(&self, value: JsValue) -> Promise {
        self.list.stop();
        let done = Object::new();
        set(&done, "done", true.into());
        set(&done, "value", value);
        Promise::resolve(&JsValue::from(done))
    }

    /// For `for await`.
    #[wasm_bindgen(js_name = "[Symbol.asyncIterator]")]
    pub fn iterator(&self) -> PagesOf {
        PagesOf { list: self.list.clone() }
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** One page of a list. */
export interface Page<T> {
    items: T[];
    /** Number of all items, where the server says it. */
    total?: number;
    /** Continues behind this page; absent where nothing follows. */
    resumeToken?: string;
    /** Everything else that the server's answer holds. */
    answer: Record<string, unknown>;
}

/** One page of a resource search. */
export interface SearchPage extends Omit<Page<ResourceResult>, "answer"> {
    /** How many match, aggregations by facet, and where to read on. */
    answer: Omit<ResourceSearchResult, "resources">;
}

/**
 * A list that is read page by page: `for await` over its items, `pages()`, or `toArray()`. It can be read once; parallel `next()` fetch a page
 * once. An error carries a `resumeToken`, and so does the list at any time.
 *
 * @example
 * for await (const stack of cloud.stacks.list()) console.log(stack.stackName);
 * const newest = await cloud.updates.list("acme/web/prod").toArray({ limit: 10 });
 */
export interface Pages<T, P = Page<T>> extends AsyncIterableIterator<T> {
    next(): Promise<IteratorResult<T, undefined>>;
    /** Ends the list, and the request that is under way. */
    return(value?: any): Promise<IteratorResult<T, any>>;
    /** The same list by whole pages. Pages without items are skipped. */
    pages(): AsyncIterableIterator<P>;
    /** All items, or the first `limit`. */
    toArray(options?: { limit?: number }): Promise<T[]>;
    /** Continues behind the last item given out, in any process: pass it as `resume`. `undefined` at the end. */
    readonly resumeToken: string | undefined;
    /** Number of all items, once a page was read and where the server says it. */
    readonly total: number | undefined;
    /** Whether the list has ended although the server counts more items than it gave. */
    readonly truncated: boolean;
    /** Status of the update that is followed, as the server last spelled it. */
    readonly status: string | undefined;
    free(): void;
    [Symbol.dispose](): void;
}

/** A request of the caller's own making. */
export interface RawRequest extends CallOptions {
    /** Query parameters; a list repeats the name. */
    query?: Record<string, unknown>;
    /** Sent as JSON. */
    body?: unknown;
    /** Send the body compressed. */
    gzip?: boolean;
}

/** A list of the caller's own making. */
export interface RawList extends ListOptions {
    /** Query parameters; a list repeats the name. */
    query?: Record<string, unknown>;
}
"#;
