//! Members of one object by name, leniently.
//!
//! In: a node of a shallow reading. Out: its members as texts, numbers, flags and lists. Nothing can fail: what is absent, `null` or of
//! another type gives nothing. Free text that carries an encoded secret comes out masked, so that no reader of events has to think of it;
//! property values ([`Fields::raw_at`]) stay as they are.

use std::borrow::Cow;

use super::Raw;
use crate::model::value::{MASK, SIGNATURE, text_holds_secret};
use crate::wire::shallow::{Kind, Shallow};
use crate::wire::tape::Tape;

#[derive(Clone, Copy)]
pub(super) struct Fields<'a, 's> {
    shallow: Shallow<'a, 's>,
    node: usize,
}

impl<'a, 's> Fields<'a, 's> {
    pub(super) fn new(shallow: Shallow<'a, 's>, node: usize) -> Self {
        Self { shallow, node }
    }

    /// Another node of the same event.
    pub(super) fn at(self, node: usize) -> Self {
        Self { node, ..self }
    }

    pub(super) fn is_object(&self) -> bool {
        self.shallow.kind(self.node) == Kind::Object
    }

    /// Keys and nodes, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Cow<'a, str>, usize)> + use<'a, 's> {
        let fields = *self;
        self.shallow.members(self.node).map(move |(key, value)| (fields.text_at(key).unwrap_or_default(), value))
    }

    /// The value under a name; of a repeated name the last.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.iter().filter(|(key, _)| key == name).last().map(|(_, value)| value)
    }

    pub(super) fn object(&self, name: &str) -> Option<Self> {
        self.object_at(self.get(name)?)
    }

    pub(super) fn object_at(&self, node: usize) -> Option<Self> {
        Some(self.at(node)).filter(Self::is_object)
    }

    pub(super) fn raw_at(&self, node: usize) -> Raw<'a> {
        self.shallow.raw(node)
    }

    pub(super) fn is_null(&self, node: usize) -> bool {
        self.shallow.raw(node) == "null"
    }

    /// The value as JSON text; nothing for `null`.
    pub(super) fn raw(&self, name: &str) -> Option<Raw<'a>> {
        self.get(name).filter(|&node| !self.is_null(node)).map(|node| self.raw_at(node))
    }

    pub(super) fn text_at(&self, node: usize) -> Option<Cow<'a, str>> {
        let text = self.shallow.plain(node).map(Cow::Borrowed).or_else(|| self.shallow.string(node))?;
        Some(self.masked(text))
    }

    fn masked(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        if text_holds_secret(text.as_bytes()) { Cow::Borrowed(MASK) } else { text }
    }

    /// A string; empty where there is none.
    pub(super) fn text(&self, name: &str) -> Cow<'a, str> {
        self.get(name).and_then(|node| self.text_at(node)).unwrap_or_default()
    }

    pub(super) fn int_at(&self, node: usize) -> Option<i64> {
        let text = self.raw_at(node);
        text.parse().ok().or_else(|| text.parse::<f64>().ok().map(|number| number as i64))
    }

    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.raw_at(self.get(name)?).parse().ok().filter(|number: &f64| number.is_finite())
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|node| self.shallow.raw(node) == "true")
    }

    /// The strings of an object by key; a value of another type as its JSON text. Of an encoded secret there are none.
    pub(super) fn texts(&self, name: &str) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let Some(object) = self.object(name).filter(|object| object.get(SIGNATURE).is_none()) else { return Vec::new() };
        object
            .iter()
            .map(|(key, node)| {
                (key, object.text_at(node).unwrap_or_else(|| object.masked(Cow::Owned(tidy(object.raw_at(node))))))
            })
            .collect()
    }

    /// The numbers of an object by key.
    pub(super) fn ints(&self, name: &str) -> Vec<(Cow<'a, str>, i64)> {
        let Some(object) = self.object(name) else { return Vec::new() };
        object.iter().filter_map(|(key, node)| Some((key, object.int_at(node)?))).collect()
    }

    /// A list of strings; `None` where there is no list. Elements of other types are left out.
    pub(super) fn list(&self, name: &str) -> Option<Vec<Cow<'a, str>>> {
        self.list_at(self.get(name)?)
    }

    pub(super) fn list_at(&self, node: usize) -> Option<Vec<Cow<'a, str>>> {
        if self.shallow.kind(node) != Kind::List {
            return None;
        }
        if self.shallow.items(node).next().is_some() {
            return Some(self.shallow.items(node).filter_map(|item| self.text_at(item)).collect());
        }
        // Empty, or deeper than the shallow reading went.
        let tape = Tape::parse(self.shallow.raw(node).as_bytes())?;
        let strings = tape.items(Tape::ROOT).filter_map(|item| tape.text(item));
        Some(strings.map(|text| self.masked(Cow::Owned(text))).collect())
    }
}

/// JSON text with its keys in order and no spaces.
fn tidy(raw: Raw<'_>) -> String {
    let value = serde_json::from_str::<serde_json::Value>(raw);
    value.map_or_else(|_| raw.to_owned(), |value| value.to_string())
}
