//! Engine event logs: what an update did.
//!
//! In: events as JSON texts, as they are polled. Out: [`EventLog`], which keeps them in order and counts their kinds. Fails with `decode`
//! where an event is no object.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::error::{Error, ErrorCode, Result};

/// The events of one update, in the order they were pushed.
#[derive(Debug, Default)]
pub struct EventLog {
    events: Vec<Box<str>>,
    kinds: BTreeMap<String, u64>,
}

impl EventLog {
    /// A log without events.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes events in: all of them, or, where one is no object, none.
    pub fn extend<'a>(&mut self, events: impl IntoIterator<Item = &'a str>) -> Result<()> {
        let taken: Vec<(String, &str)> = events.into_iter().map(|event| Ok((kind(event)?, event))).collect::<Result<_>>()?;
        for (kind, event) in taken {
            *self.kinds.entry(kind).or_default() += 1;
            self.events.push(event.into());
        }
        Ok(())
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// How many events there are of each kind, such as `resourcePreEvent`.
    pub fn kinds(&self) -> &BTreeMap<String, u64> {
        &self.kinds
    }

    /// Events from `offset` (from 0), at most `limit`, as the text of a JSON array.
    pub fn events_json(&self, offset: usize, limit: usize) -> String {
        let from = offset.min(self.events.len());
        let to = from.saturating_add(limit).min(self.events.len());
        format!("[{}]", self.events[from..to].join(","))
    }

    /// All events, one on each line.
    pub fn to_ndjson(&self) -> String {
        let mut out = String::with_capacity(self.events.iter().map(|event| event.len() + 1).sum());
        for event in &self.events {
            out.extend(event.chars().map(|letter| if letter == '\n' || letter == '\r' { ' ' } else { letter }));
            out.push('\n');
        }
        out
    }
}

/// The kind of an event, such as `resourcePreEvent`.
fn kind(event: &str) -> Result<String> {
    let fields: BTreeMap<&str, &RawValue> =
        serde_json::from_str(event).map_err(|_| Error::new(ErrorCode::Decode, "an engine event is a JSON object"))?;
    let named = fields.get("type").and_then(|kind| serde_json::from_str::<String>(kind.get()).ok());
    // Compatible servers leave `type` out; the payload's key says it too.
    let kind = named.or_else(|| fields.keys().find(|key| key.ends_with("Event")).map(|key| (*key).to_owned()));
    Ok(kind.unwrap_or_else(|| "unknown".to_owned()))
}
