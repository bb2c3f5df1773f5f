//! Which items of a list were given out before.
//!
//! In: items as JSON texts. Out: whether one is new. What the end of a page leaves behind is small enough for a resume token, so that a
//! walk that goes on in another process also knows the row that a server repeats.

use std::collections::HashSet;
use std::hash::Hasher;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use siphasher::sip128::{Hasher128, SipHasher13};

/// What tells two items of a list from each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum Identity {
    /// The values behind these JSON pointers; nothing, where there are none.
    Key(&'static [&'static str]),
    /// The whole text of an engine event that has a number in the sequence: without one, two events may be alike.
    Sequence,
}

/// What came before a place in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trail {
    /// Digest of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<u64>,
    /// Digest of the identity of its last item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<u64>,
    /// How many pages in a row, up to that one, held nothing new.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) stale: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// The items given out so far.
#[derive(Debug)]
pub(super) struct Known {
    identity: Identity,
    seen: HashSet<u64>,
}

#[derive(Deserialize)]
struct Sequenced {
    sequence: Option<i64>,
}

impl Known {
    /// Knows the item that `trail` ends with.
    pub(super) fn new(identity: Identity, trail: Trail) -> Self {
        Self { identity, seen: trail.item.into_iter().collect() }
    }

    /// Notes the item. Whether it was not known.
    pub(super) fn is_new(&mut self, item: &RawValue) -> bool {
        self.of(item).is_none_or(|identity| self.seen.insert(identity))
    }

    /// What identifies an item; `None` where nothing does.
    pub(super) fn of(&self, item: &RawValue) -> Option<u64> {
        match self.identity {
            Identity::Key([]) => None,
            Identity::Key(key) => {
                let value: Value = serde_json::from_str(item.get()).ok()?;
                let parts: Option<Vec<String>> = key.iter().map(|pointer| value.pointer(pointer).map(Value::to_string)).collect();
                Some(digest(parts?.iter().map(String::as_str)))
            }
            Identity::Sequence => {
                // Logs that were never numbered have 0 throughout.
                serde_json::from_str::<Sequenced>(item.get()).ok()?.sequence.filter(|sequence| *sequence != 0)?;
                Some(digest([item.get()]))
            }
        }
    }
}

/// A digest of JSON texts in order. Texts with the same digest are taken as equal.
pub(super) fn digest<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hasher = SipHasher13::new();
    for text in texts {
        hasher.write(text.as_bytes());
        // No JSON text holds it.
        hasher.write_u8(0xff);
    }
    hasher.finish128().h1
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::{Identity, Known, Trail};

    fn raw(json: &str) -> Box<RawValue> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn items_are_told_apart_by_their_key() {
        let mut known = Known::new(Identity::Key(&["/user/name", "/kind"]), Trail::default());
        let fresh = |known: &mut Known, json: &str| known.is_new(&raw(json));
        assert!(fresh(&mut known, r#"{"user":{"name":"ada"},"kind":1}"#));
        assert!(!fresh(&mut known, r#"{"kind":1,"user":{"name":"ada","x":2}}"#));
        assert!(fresh(&mut known, r#"{"user":{"name":"ada"},"kind":"1"}"#));
        // Without a part of its key an item may be any.
        assert!(fresh(&mut known, r#"{"kind":1}"#) && fresh(&mut known, r#"{"kind":1}"#));
        let last = known.of(&raw(r#"{"user":{"name":"ada"},"kind":1}"#));
        let mut resumed = Known::new(Identity::Key(&["/user/name", "/kind"]), Trail { item: last, ..Trail::default() });
        assert!(!fresh(&mut resumed, r#"{"user":{"name":"ada"},"kind":1}"#));
        let mut unkeyed = Known::new(Identity::Key(&[]), Trail::default());
        assert!(fresh(&mut unkeyed, "1") && fresh(&mut unkeyed, "1"));
    }

    #[test]
    fn events_may_share_a_number_but_not_all_they_say() {
        let mut known = Known::new(Identity::Sequence, Trail::default());
        let mut fresh = |json: &str| known.is_new(&raw(json));
        assert!(fresh(r#"{"sequence":7,"stdoutEvent":{"message":"a"}}"#));
        assert!(fresh(r#"{"sequence":7,"stdoutEvent":{"message":"b"}}"#));
        assert!(!fresh(r#"{"sequence":7,"stdoutEvent":{"message":"a"}}"#));
        assert!(fresh(r#"{"sequence":0}"#) && fresh(r#"{"sequence":0}"#));
        assert!(fresh(r#"{"timestamp":1}"#) && fresh(r#"{"timestamp":1}"#));
    }
}
