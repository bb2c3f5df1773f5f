//! Lists as JavaScript reads them: `for await` over items, `.pages()`, `.toArray()`.
//!
//! In: a [`List`]. Out: what iterating in JavaScript asks for. Leaving a loop early ends the request that is under way.

use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::list::List;
use super::options::{is_absent, number};
use crate::bindings::convert::check_fields;
use crate::bindings::error::set;
use crate::bindings::load::get;

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

impl Pages {
    pub(super) fn new(list: List) -> Self {
        Self { list: Rc::new(list) }
    }

    /// The next page's items as JSON texts; `None` at the end.
    pub(super) async fn next_texts(&self) -> Result<Option<Vec<Box<str>>>, JsValue> {
        self.list.texts().await
    }
}

/// What an iterator gives: a value, or that it is done.
fn step(value: Option<JsValue>) -> JsValue {
    result(value.is_none(), value.unwrap_or_default())
}

fn result(is_done: bool, value: JsValue) -> JsValue {
    let step = Object::new();
    set(&step, "done", is_done.into());
    set(&step, "value", value);
    step.into()
}

/// Ends the list; `value` is what the loop was left with.
fn end(list: &List, value: JsValue) -> Promise {
    list.stop();
    Promise::resolve(&result(true, value))
}

async fn collect(list: &List, options: JsValue) -> Result<JsValue, JsValue> {
    if !is_absent(&options) {
        check_fields(&options, &["limit"])?;
    }
    let limit = number(&options, "limit", 0.0)?.unwrap_or(f64::INFINITY);
    let begun = list.seen().resume.clone();
    let all = Array::new();
    while f64::from(all.length()) < limit {
        match list.item().await {
            Ok(Some(item)) => all.push(&item),
            Ok(None) => break,
            Err(thrown) => return Err(from_the_beginning(thrown, begun)),
        };
    }
    Ok(all.into())
}

/// Nobody gets what was read before the error: its token leads back to where the array began.
fn from_the_beginning(thrown: JsValue, begun: Option<String>) -> JsValue {
    if let Some(token) = begun.filter(|_| !get(&thrown, "resumeToken").is_undefined()) {
        let _ = Reflect::set(&thrown, &"resumeToken".into(), &token.into());
    }
    thrown
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
        end(&self.list, value)
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
        future_to_promise(async move { collect(&list, options).await })
    }

    /// Continues behind the last item given out.
    #[wasm_bindgen(getter, js_name = "resumeToken")]
    pub fn resume_token(&self) -> Option<String> {
        self.list.seen().resume.clone()
    }

    /// Number of all items, where the server says it.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> Option<f64> {
        self.list.seen().total.map(|total| total as f64)
    }

    /// Whether the list ended before the server's own count.
    #[wasm_bindgen(getter)]
    pub fn truncated(&self) -> bool {
        self.list.seen().truncated
    }

    /// Status of the update that is followed.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> Option<String> {
        self.list.seen().status.clone()
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
        end(&self.list, value)
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
    total?: number | undefined;
    /** Continues behind this page; absent where nothing follows. */
    resumeToken?: string | undefined;
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
    /** All items, or the first `limit`. The `resumeToken` of an error leads back to where the array began. */
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
    query?: Record<string, unknown> | undefined;
    /** Sent as JSON. */
    body?: unknown | undefined;
    /** Send the body compressed. */
    gzip?: boolean | undefined;
    /** Give the answer's text as it came, and not what its JSON says: numbers beyond 2^53 stay whole. */
    text?: boolean | undefined;
}

/** A list of the caller's own making. */
export interface RawList extends ListOptions {
    /** Query parameters; a list repeats the name. */
    query?: Record<string, unknown> | undefined;
}
"#;
