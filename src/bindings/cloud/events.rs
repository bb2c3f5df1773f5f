//! Engine events of an update: listed or followed, by item, by page, or into a log.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::arguments::{name, stack};
use super::client::Shared;
use super::list::{List, Source};
use super::options::{follow, split_events};
use super::pages::Pages;
use super::reply::ReadItem;
use crate::bindings::error::thrown;
use crate::bindings::load::get;
use crate::bindings::log::EventLog;
use crate::endpoint::updates;
use crate::page::{DEFAULT_MAX_PAGES, Walk};

/// The events of an update; until it has ended where `follow` is given.
pub(super) fn pages(shared: &Rc<Shared>, stack_name: &JsValue, update_id: &JsValue, options: &JsValue) -> Result<Pages, JsValue> {
    let followed = follow(&get(options, "follow"))?;
    let (query, call, list) = split_events::<updates::ListEvents>(shared, options)?;
    let stack = stack(stack_name).map_err(thrown)?;
    let id = name(update_id, "updateID").map_err(thrown)?;
    let resume = list.resume.as_deref();
    let source = match followed {
        Some(follow) => {
            Source::Follow(Box::new(updates::follow(&stack, &id, &query, follow, resume).map_err(thrown)?), list.max_pages)
        }
        None => {
            let plan = updates::events(&stack, &id, &query).map_err(thrown)?.plan;
            Source::Walk(Box::new(Walk::new(plan, resume, list.max_pages.unwrap_or(DEFAULT_MAX_PAGES)).map_err(thrown)?))
        }
    };
    // Events stay as they came: an unknown kind, or a field of another type, must not end the log.
    let read: ReadItem = Rc::new(|raw| Ok(raw.get().to_owned()));
    List::new(shared.clone(), call, source, read, "events").map(Pages::new)
}

/// All events of a list as a log.
pub(super) async fn collect(pages: Pages) -> Result<EventLog, JsValue> {
    let mut log = EventLog::default();
    while let Some(texts) = pages.next_texts().await? {
        log.inner_mut().extend(texts.iter().map(|text| &**text)).map_err(thrown)?;
    }
    // Only a follow asks for the status, and it goes on until that is a final one.
    if let Some(status) = pages.status() {
        log.inner_mut().set_status(&status);
    }
    Ok(log)
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** How the events of an update are read. */
export interface EventOptions extends ListOptions {
    /** Wait for more until the update has ended. */
    follow?: boolean | FollowOptions | undefined;
}
";
