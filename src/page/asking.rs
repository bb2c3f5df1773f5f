//! The request for one page of a list.
//!
//! In: a [`Plan`] and the [`Cursor`] that leads to the page. Out: a request.

use super::{Cursor, Plan, Style};
use crate::http::Request;

/// The API's own name for what leads to a page.
const TOKEN: &str = "continuationToken";

impl Plan {
    /// The first request.
    pub fn first(&self) -> Request {
        self.asking(&self.start)
    }

    /// The request for the page behind a cursor.
    pub(super) fn asking(&self, cursor: &Cursor) -> Request {
        let mut request = self.request.clone();
        match (&self.style, cursor) {
            (Style::Numbered { size, .. }, cursor) => {
                request.set_query("page", self.number(cursor).to_string());
                request.set_query("pageSize", self.size(*size).to_string());
            }
            (_, Cursor::Start) => {}
            (Style::Guess, Cursor::Page(number)) => request.set_query("page", number.to_string()),
            (_, Cursor::Token(token)) => request.set_query(self.parameter(), token),
            (_, Cursor::Page(offset)) => request.set_query(TOKEN, offset.to_string()),
            (_, Cursor::Query(parameters)) => {
                request.query.retain(|(name, _)| parameters.iter().all(|(other, _)| other != name));
                // A page by number and a continuation exclude each other.
                if parameters.iter().any(|(name, _)| name == "continue" || name == "cursor") {
                    request.query.retain(|(name, _)| name != "page");
                }
                request.query.extend(parameters.iter().cloned());
            }
        }
        request
    }

    /// The token of the caller's own that the first request has.
    pub(super) fn own_token(&self) -> Option<&str> {
        self.asked(self.parameter())
    }

    /// How many items of a page are asked for.
    pub(super) fn size(&self, default: u32) -> u32 {
        self.asked("pageSize").and_then(|size| size.parse().ok()).filter(|size| *size > 0).unwrap_or(default)
    }

    /// The number of the page behind a cursor.
    pub(super) fn number(&self, cursor: &Cursor) -> u64 {
        match cursor {
            Cursor::Page(number) => *number,
            _ => self.asked("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1),
        }
    }

    /// The value of a query parameter that the caller set.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.request.query.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    fn parameter(&self) -> &'static str {
        match self.style {
            Style::Token { parameter } => parameter,
            _ => TOKEN,
        }
    }
}
