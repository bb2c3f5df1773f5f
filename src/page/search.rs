//! The way on that a resource search names.
//!
//! In: a page. Out: the query parameters of the next one. Only they are taken from the address that a server gives: a request never
//! goes elsewhere.

use serde_json::Value;

use super::RawPage;
use crate::http::pairs;

/// The parameters of the next page; `None` where there is none.
pub(super) fn next(page: &RawPage) -> Option<Vec<(String, String)>> {
    let pagination = page.rest.get("pagination")?;
    let text = |name: &str| pagination.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let (name, given) = ["continue", "next"].iter().find_map(|name| Some((*name, text(name)?)))?;
    match given.split_once('?') {
        Some((_, query)) => Some(pairs(query.split('#').next().unwrap_or_default())),
        None => Some(vec![(name.to_owned(), given.to_owned())]),
    }
}
