//! One page as a server sent it.
//!
//! In: an answer. Out: the items as JSON texts, not yet decoded, and whatever else the answer says. Fails with `decode` where there is
//! no list, `truncated` where the body was cut off.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{Error, ErrorCode, Result};
use crate::http::{Response, decode_error};

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
        if response.is_empty() {
            // 204 where there is nothing to list.
            return Ok(Self::of(response, Vec::new(), BTreeMap::new()));
        }
        let fail = |error: serde_json::Error| decode_error(response, &error);
        if response.body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
            let items: Vec<Box<RawValue>> = serde_json::from_slice(&response.body).map_err(fail)?;
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
        // `null` for an empty list is what Go servers write.
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
        names.iter().find_map(|name| self.rest.get(*name)?.as_str()).filter(|text| !text.is_empty())
    }

    /// A field that is a count.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.rest.get(name)?.as_u64()
    }

    /// How many of the server's items the first `given` items reach over.
    pub fn reach(&self, given: usize) -> usize {
        match given {
            0 => 0,
            _ if given >= self.items.len() => self.count,
            _ => self.positions[given - 1] + 1,
        }
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

/// The one field that is an array.
fn only_list(body: &BTreeMap<String, Box<RawValue>>) -> Option<String> {
    let mut lists = body.iter().filter(|(_, value)| value.get().starts_with('[')).map(|(name, _)| name);
    lists.next().filter(|_| lists.next().is_none()).cloned()
}
