//! `PulumiCloud` for JavaScript: the client, its groups of functions, and lists.
//!
//! In: options, names and plain objects. Out: promises of plain objects, handles for what is large, and lists that are read with
//! `for await`. Rejects with the package's error class; what the caller's own fetch, token function, hooks or signal throw
//! passes through unchanged.

mod arguments;
mod client;
mod endpoints;
mod event_page;
mod events;
mod groups;
mod hooks;
mod list;
mod options;
mod pages;
mod platform;
mod reply;
mod state;

pub use client::PulumiCloud;
pub use event_page::EventPage;
pub use pages::{Pages, PagesOf};
