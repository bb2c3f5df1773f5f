//! States to and from the API, as bytes.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::client::Shared;
use super::options::CallOptions;
use crate::bindings::checkpoint::Checkpoint;
use crate::bindings::error::{fault, thrown, thrown_failure};
use crate::bindings::load::method;
use crate::checkpoint::{self, EnvelopeKind};
use crate::error::ErrorCode;
use crate::http::{Request, Response, in_its_place};

/// Sends the request and reads its answer as a state.
pub(super) async fn export(shared: &Rc<Shared>, options: &CallOptions, request: &Request) -> Result<Checkpoint, JsValue> {
    // Read within the attempt: a state that was cut off on its way is asked for again.
    let platform = options.platform(shared, None);
    let read = |response: &Response| {
        Checkpoint::take_in(&response.body).map_err(|error| match in_its_place(response) {
            Some(page) => page,
            // The advice for files does not fit an answer.
            None => error.hint("the server gave no whole state; try again, or check the base URL").with_status(response.status),
        })
    };
    shared.client.ask(&platform, request, options.retry.as_ref(), read).await.map_err(thrown_failure)
}

/// The text of a state that Import Stack takes: what a checkpoint was read from, or what any source holds.
pub(super) async fn importable(source: JsValue) -> Result<Vec<u8>, JsValue> {
    let read = match method(&source, "toBytes") {
        Some(bytes) => return checked(bytes.call0(&source)?.unchecked_into::<Uint8Array>().to_vec()),
        None => Checkpoint::load(source, JsValue::UNDEFINED).await?,
    };
    checked(read.to_bytes().to_vec())
}

fn checked(text: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    let state = checkpoint::Checkpoint::parse(text).map_err(thrown)?;
    if state.kind() != EnvelopeKind::Export {
        return Err(fault(
            ErrorCode::WrongShape,
            "only an exported state can be imported, `{version, deployment}`",
            "`pulumi stack export` and `exportState` give one",
        ));
    }
    Ok(state.bytes().into_owned())
}
