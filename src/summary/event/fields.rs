//! Members of one object by name, leniently.
//!
//! In: a node of a shallow reading. Out: its members as texts, numbers, flags and lists. Nothing can fail: what is absent, `null` or of
//! another type gives nothing.

use std::borrow::Cow;

use super::Raw;
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

    pub(super) fn is_object(&self) -> bool {
        self.shallow.kind(self.node) == Kind::Object
    }

    /// Keys and nodes, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Cow<'a, str>, usize)> + use<'a, 's> {
        let shallow = self.shallow;
        shallow.members(self.node).map(move |(key, value)| (shallow.string(key).unwrap_or_default(), value))
    }

    /// The value under a name; of a repeated name the last.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.iter().filter(|(key, _)| key == name).last().map(|(_, value)| value)
    }

    pub(super) fn object(&self, name: &str) -> Option<Self> {
        self.object_at(self.get(name)?)
    }

    pub(super) fn object_at(&self, node: usize) -> Option<Self> {
        Some(Self { shallow: self.shallow, node }).filter(Self::is_object)
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
        self.shallow.string(node)
    }

    /// A string; empty where there is none.
    pub(super) fn text(&self, name: &str) -> Cow<'a, str> {
        self.get(name).and_then(|node| self.text_at(node)).unwrap_or_default()
    }

    pub(super) fn int_at(&self, node: usize) -> Option<i64> {
        let text = self.raw_at(node);
        text.parse().ok().or_else(|| text.parse::<f64>().ok().map(|number| number as i64))
    }

    pub(super) fn int(&self, name: &str) -> Option<i64> {
        self.int_at(self.get(name)?)
    }

    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.raw_at(self.get(name)?).parse().ok().filter(|number: &f64| number.is_finite())
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|node| self.shallow.raw(node) == "true")
    }

    /// The strings of an object by key; a value of another type as its JSON text.
    pub(super) fn texts(&self, name: &str) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let Some(object) = self.object(name) else { return Vec::new() };
        object
            .iter()
            .map(|(key, node)| (key, object.text_at(node).unwrap_or_else(|| Cow::Borrowed(object.raw_at(node)))))
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
        let raw = self.shallow.raw(node);
        // The list may stand deeper than the shallow reading went.
        let tape = Tape::parse(raw.as_bytes())?;
        let strings = tape.items(Tape::ROOT).filter_map(|item| tape.text(item)).map(Cow::Owned);
        Some(strings.collect())
    }
}
