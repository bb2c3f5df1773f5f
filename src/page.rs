//! Lists that come in pages, whatever way a server has of paging.
//!
//! In: a [`Plan`]: the first request, the [`Style`] of paging, and the name of the list in the answer. Out: a [`Walk`] that
//! gives page after page, each item once, and a token that continues the walk in another process. Fails with a
//! [`Failure`](crate::http::Failure) whose error carries that token; `paging_loop` where a server gives a continuation token twice, `page_cap` where the
//! caller's bound is reached.

mod answer;
mod asking;
mod condition;
mod cursor;
mod follow;
mod guess;
mod known;
mod numbered;
mod offset;
mod search;
mod walk;

use crate::http::Request;

pub use answer::RawPage;
pub use condition::Condition;
pub use cursor::Cursor;
pub use follow::{Follow, FollowOptions, Followed};
pub use walk::{DEFAULT_MAX_PAGES, Walk};

/// A token behind which procella also gives the first engine event. It numbers them from 0, and gives only those above 0 to whoever asks
/// without a token.
const BEFORE_FIRST_EVENT: &str = "-1";

/// How a server pages a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// An opaque token in the answer is sent with the next request; `null`, `""` and absent end the list.
    Token {
        /// Name of the query parameter.
        parameter: &'static str,
    },
    /// `page` and `pageSize`, from 1; servers that count from 0, or ignore both, are recognised where `detect` is set.
    Numbered {
        /// Items of a page, where the caller asks for no other number.
        size: u32,
        /// Whether servers are known to count from 0 here.
        detect: bool,
    },
    /// `pagination.next` and `pagination.continue` of a resource search.
    Search,
    /// Engine events: a token, or an offset on servers that stop giving tokens once the update has ended.
    Events,
    /// All at once.
    Whole,
    /// Whichever of these the answers look like; the list is the answer's only array.
    Guess,
}

impl Style {
    /// The API's own continuation tokens.
    pub const fn token() -> Self {
        Self::Token { parameter: "continuationToken" }
    }
}

/// How to read one list.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The first request.
    pub request: Request,
    /// How it goes on.
    pub style: Style,
    /// Names that the list may have in the answer; a bare array is taken as it is.
    pub fields: &'static [&'static str],
    /// What leads to the first page.
    pub start: Cursor,
    /// JSON pointers into an item that together identify it; empty where items may be alike.
    pub key: &'static [&'static str],
    /// What each item must be, whatever the server makes of the request's filters.
    pub conditions: Vec<Condition>,
}

impl Plan {
    /// A plan whose items may be alike.
    pub fn new(request: Request, style: Style, fields: &'static [&'static str]) -> Self {
        Self { request, style, fields, start: Cursor::Start, key: &[], conditions: Vec::new() }
    }

    /// The same, with parameters that the first request has besides: unlike the request's own they are no part of what the list is, so
    /// that a resume token does not depend on them.
    pub fn starting(mut self, parameters: Vec<(String, String)>) -> Self {
        self.start = Cursor::Query(parameters);
        self
    }

    /// The same, with what identifies an item: one that comes twice is given out once.
    pub fn keyed(mut self, key: &'static [&'static str]) -> Self {
        self.key = key;
        self
    }
    /// The same, without the items that do not meet these.
    pub fn keeping(mut self, conditions: Vec<Condition>) -> Self {
        self.conditions = conditions;
        self
    }
}
