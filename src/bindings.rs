//! The same for JavaScript.
//!
//! In: JavaScript values. Out: handles, plain objects and strings. Fails with an error object that carries the code and the
//! place; what the caller's own code throws on the way passes through unchanged. Compiled for wasm32 alone, and the only part
//! that names a JavaScript type.

mod checkpoint;
mod cloud;
mod convert;
mod diff;
mod error;
mod load;
mod log;
mod options;
mod signal;

pub use checkpoint::Checkpoint;
pub use cloud::{EventPage, Pages, PagesOf, PulumiCloud};
pub use diff::StateDiff;
pub use log::EventLog;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
