//! One page as a server sent it.
//!
//! In: an answer. Out: the items as JSON texts, not yet decoded, and whatever else the answer says. Fails with `decode` where there is
//! no list, `truncated` where the body was cut off.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::known::digest;
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Response, decode_error};

/// One page: items as JSON texts, and the rest of the answer.
#[derive(Debug, Default)]
pub struct RawPage {
    /// The items, each once over the whole walk.
    pub items: Vec<Box<RawValue>>,
    /// Position of each item in the server's page, from 0.
    pub positions: Vec<usize>,
    /// All other fields of the answer.
    pub rest: BTreeMap<String, Value>,
    /// How many items the server's page had.
    pub count: usize,
    /// HTTP status of the answer.
    pub status: u16,
    /// The server's name for the request.
    pub request_id: Option<String>,
}

impl RawPage {
    /// Reads the list called one of `fields`, or a bare array.
    pub(super) fn read(response: &Response, fields: &[&str]) -> Result<Self> {
        if response.is_empty() || response.body.trim_ascii() == b"null" {
            // Where there is nothing to list: 204, or what Go servers write for an empty list.
            return Ok(Self::of(response, Vec::new(), BTreeMap::new()));
        }
        let fail = |error: serde_json::Error| decode_error(response, &error);
        if response.body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
            let items = serde_json::from_slice(&response.body).map_err(fail)?;
            return Ok(Self::of(response, items, BTreeMap::new()));
        }
        let mut body: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&response.body).map_err(fail)?;
        let found = match fields {
            [] => only_list(&body).and_then(|field| body.remove(&field)),
            named => named.iter().find_map(|field| body.remove(*field)),
        };
        let Some(list) = found else {
            if fields.is_empty() {
                let error = Error::new(ErrorCode::Decode, "the answer holds no list, or several")
                    .hint("use `request` for answers of other forms");
                return Err(error.with_status(response.status));
            }
            let message = format!("the answer is not what the API documents: the list `{}` is missing", fields.join("` or `"));
            return Err(Error::new(ErrorCode::Decode, message).with_status(response.status));
        };
        let items: Option<Vec<Box<RawValue>>> = serde_json::from_str(list.get()).map_err(|_| {
            Error::new(ErrorCode::Decode, "the answer is not what the API documents: expected a list")
                .path(fields.first().copied().unwrap_or_default())
                .with_status(response.status)
        })?;
        let rest = body.into_iter().filter_map(|(name, raw)| Some((name, serde_json::from_str(raw.get()).ok()?))).collect();
        Ok(Self::of(response, items.unwrap_or_default(), rest))
    }

    fn of(response: &Response, items: Vec<Box<RawValue>>, rest: BTreeMap<String, Value>) -> Self {
        let count = items.len();
        let request_id = response.request_id().map(str::to_owned);
        Self { items, positions: (0..count).collect(), rest, count, status: response.status, request_id }
    }

    /// The first of these fields that is a text with something in it.
    pub fn text(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.rest.get(*name)?.as_str().filter(|text| !text.is_empty()))
    }

    /// A field that is a count.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.rest.get(name)?.as_u64()
    }

    /// How many of the server's items lie before the one that follows the first `given` items.
    pub fn reach(&self, given: usize) -> usize {
        self.positions.get(given).copied().unwrap_or(self.count)
    }

    /// The same, with nothing in it that the client may not show.
    pub(super) fn shown_by(mut self, client: &Client) -> Self {
        self.request_id = self.request_id.map(|id| client.mask(&id));
        self
    }

    /// Tells this page from others.
    pub(super) fn digest(&self) -> u64 {
        digest(self.items.iter().map(|item| item.get()))
    }

    /// Number in the sequence of the first engine event.
    pub(super) fn first_sequence(&self) -> Option<i64> {
        #[derive(serde::Deserialize)]
        struct Sequenced {
            sequence: Option<i64>,
        }
        serde_json::from_str::<Sequenced>(self.items.first()?.get()).ok()?.sequence
    }

    /// Drops items by position and identity.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(usize, &RawValue) -> bool) {
        let items = std::mem::take(&mut self.items);
        let positions = std::mem::take(&mut self.positions);
        for (item, position) in items.into_iter().zip(positions) {
            if keep(position, &item) {
                self.items.push(item);
                self.positions.push(position);
            }
        }
    }
}

/// The one field that is an array; where there is none, the one that may be an empty list of a Go server's.
fn only_list(body: &BTreeMap<String, Box<RawValue>>) -> Option<String> {
    let those = |beginning: &'static str| {
        body.iter().filter(move |(_, value)| value.get().starts_with(beginning)).map(|(name, _)| name.clone())
    };
    let mut lists = those("[");
    match lists.next() {
        Some(list) => lists.next().is_none().then_some(list),
        None => those("null").next(),
    }
}

#[cfg(test)]
mod tests {
    use super::RawPage;
    use crate::error::ErrorCode;
    use crate::http::Response;

    fn read(body: &str, fields: &[&str]) -> Result<usize, ErrorCode> {
        let response = Response { status: 200, headers: Vec::new(), body: body.as_bytes().to_vec() };
        RawPage::read(&response, fields).map(|page| page.count).map_err(|error| error.code())
    }

    #[test]
    fn the_list_is_found_in_every_dress() {
        for (body, count) in [
            ("", 0),
            (" null ", 0),
            (" [1, 2]", 2),
            (r#"{"a":[1],"b":[1,2]}"#, 1),
            (r#"{"b":[1,2],"continuationToken":null}"#, 2),
            (r#"{"a":null,"total":0}"#, 0),
        ] {
            assert_eq!(read(body, &["a", "b"]), Ok(count), "{body}");
        }
        assert_eq!(read(r#"{"roles":[1],"total":1}"#, &[]), Ok(1));
        assert_eq!(read(r#"{"roles":null}"#, &[]), Ok(0));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(read(r#"{"c":[1]}"#, &["a", "b"]), Err(ErrorCode::Decode));
        assert_eq!(read(r#"{"a":{"x":1}}"#, &["a"]), Err(ErrorCode::Decode));
        assert_eq!(read(r#"{"a":[1],"b":[2]}"#, &[]), Err(ErrorCode::Decode));
        assert_eq!(read(r#"{"total":1}"#, &[]), Err(ErrorCode::Decode));
        assert_eq!(read("7", &["a"]), Err(ErrorCode::Decode));
        assert_eq!(read(r#"{"a":[1,"#, &["a"]), Err(ErrorCode::Truncated));
    }

    #[test]
    fn places_in_a_page_are_the_servers() {
        let response = Response { status: 200, headers: Vec::new(), body: b"[0,1,2,3,4,5]".to_vec() };
        let mut page = RawPage::read(&response, &[]).unwrap();
        page.retain(|position, _| position != 0 && position != 3 && position != 5);
        assert_eq!([0, 1, 2, 3, 9].map(|given| page.reach(given)), [1, 2, 4, 6, 6]);
    }
}
