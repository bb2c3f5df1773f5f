//! One page as a server sent it.
//!
//! In: an answer. Out: the items as JSON texts, not yet decoded, and whatever else the answer says. Fails with `decode` where there is
//! no list or the way on is no text, `truncated` where the body was cut off, be it at its first byte.

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
    /// Reads the list called one of `fields`, or a bare array. Only where nothing led to the page may a server say 204 for an empty one.
    pub(super) fn read(response: &Response, fields: &[&str], is_first: bool) -> Result<Self> {
        if response.status == 204 && response.is_empty() {
            if is_first {
                return Ok(Self::of(response, Vec::new(), BTreeMap::new()));
            }
            return Err(Error::new(ErrorCode::Decode, "the page that was asked for is missing").with_status(response.status));
        }
        if response.is_empty() {
            return Err(Error::new(ErrorCode::Truncated, "the answer is empty").at(0).with_status(response.status));
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
        let mut rest = BTreeMap::new();
        for (name, raw) in body {
            if is_way_on(&name) {
                let Some(token) = token(&raw) else {
                    let error = Error::new(ErrorCode::Decode, "the answer is not what the API documents: expected a string");
                    return Err(error.path(name).with_status(response.status));
                };
                rest.insert(name, token);
            } else if let Ok(value) = serde_json::from_str(raw.get()) {
                rest.insert(name, value);
            }
        }
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

/// Whether a field holds a continuation token.
fn is_way_on(field: &str) -> bool {
    matches!(field, "continuationToken" | "nextToken")
}

/// A continuation token: a text, or a number as it is spelled; `None` where it is neither, so that a list does not end for it.
fn token(raw: &RawValue) -> Option<Value> {
    match raw.get().as_bytes().first()? {
        b'n' => Some(Value::Null),
        b'-' | b'0'..=b'9' => Some(Value::String(raw.get().to_owned())),
        b'"' => serde_json::from_str(raw.get()).ok(),
        _ => None,
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

    fn response(status: u16, body: &str) -> Response {
        Response { status, headers: Vec::new(), body: body.as_bytes().to_vec() }
    }

    fn read(body: &str, fields: &[&str]) -> Result<usize, ErrorCode> {
        RawPage::read(&response(200, body), fields, true).map(|page| page.count).map_err(|error| error.code())
    }

    #[test]
    fn the_list_is_found_in_every_dress() {
        for (body, count) in [
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
    fn nothing_is_no_list() {
        for fields in [&["a"][..], &[]] {
            assert_eq!(read("", fields), Err(ErrorCode::Truncated));
            assert_eq!(read(" \n", fields), Err(ErrorCode::Truncated));
            assert_eq!(read(" null ", fields), Err(ErrorCode::Decode));
        }
        let read = |is_first| RawPage::read(&response(204, ""), &["a"], is_first);
        assert_eq!(read(true).unwrap().count, 0);
        assert_eq!(read(false).unwrap_err().code(), ErrorCode::Decode);
    }

    #[test]
    fn a_token_that_is_no_text_does_not_end_the_list() {
        for (given, token) in [("null", None), (r#""""#, None), (r#""a""#, Some("a")), ("5", Some("5")), ("-1.50", Some("-1.50"))]
        {
            for field in ["continuationToken", "nextToken"] {
                let page = RawPage::read(&response(200, &format!(r#"{{"a":[1],"{field}":{given}}}"#)), &["a"], true).unwrap();
                assert_eq!(page.text(&["continuationToken", "nextToken"]), token, "{given}");
            }
        }
        for given in ["{}", "[1]", "true", r#""\ud800""#] {
            let error =
                RawPage::read(&response(200, &format!(r#"{{"a":[1],"continuationToken":{given}}}"#)), &["a"], true).unwrap_err();
            assert_eq!((error.code(), error.json_path()), (ErrorCode::Decode, Some("continuationToken")), "{given}");
        }
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
        let mut page = RawPage::read(&response(200, "[0,1,2,3,4,5]"), &[], true).unwrap();
        page.retain(|position, _| position != 0 && position != 3 && position != 5);
        assert_eq!([0, 1, 2, 3, 9].map(|given| page.reach(given)), [1, 2, 4, 6, 6]);
    }
}
