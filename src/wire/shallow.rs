//! The outer members of one JSON value, by the scanner: deeper values are checked and passed over.
//!
//! In: the text of one JSON value, and how deep to look. Out: [`Shallow`], a flat list of nodes in reading order that point into the
//! text. Fails as the scanner does, with the byte offset. Costs no more than the scan, whatever the value holds further down.

use std::borrow::Cow;

use super::scan::{self, Sink, Step, Token};
use super::text;
use crate::error::Result;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    List,
    /// A member's name; its value is the next node.
    Key,
    /// A string, number, `true`, `false` or `null`.
    Scalar,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    start: u32,
    /// Past the closing bracket; of scalars and keys it is looked for when it is asked for.
    end: u32,
    /// The node behind the whole value.
    next: u32,
}

/// Where the nodes are kept between two values, so that reading many costs no allocations.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    nodes: Vec<Node>,
    open: Vec<u32>,
}

/// The outer members of one value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shallow<'a, 's> {
    text: &'a str,
    nodes: &'s [Node],
}

impl<'a, 's> Shallow<'a, 's> {
    pub(crate) const ROOT: usize = 0;

    /// Reads exactly one value, and its members down to `depth` containers around them. Fails as the scanner does.
    pub(crate) fn read(text: &'a str, depth: usize, scratch: &'s mut Scratch) -> Result<Self> {
        Ok(Self::collect(text, depth, None::<fn(&[u8], &[u8]) -> bool>, scratch)?.0)
    }

    /// As [`Shallow::read`], but of values deeper than `depth` only strings and brackets are checked, and likewise of each member, one level above
    /// those, that `passes` says so of; it is given what the text holds from the member's key on, and from its value on. Says whether there were any.
    pub(crate) fn skim(
        text: &'a str,
        depth: usize,
        scratch: &'s mut Scratch,
        passes: impl FnMut(&[u8], &[u8]) -> bool,
    ) -> Result<(Self, bool)> {
        Self::collect(text, depth, Some(passes), scratch)
    }

    fn collect(
        text: &'a str,
        depth: usize,
        passes: Option<impl FnMut(&[u8], &[u8]) -> bool>,
        scratch: &'s mut Scratch,
    ) -> Result<(Self, bool)> {
        scratch.nodes.clear();
        scratch.open.clear();
        let mut collector = Collector { bytes: text.as_bytes(), depth, passes, key: 0, skimmed: false, scratch };
        scan::scan(text.as_bytes(), &mut collector)?;
        let skimmed = collector.skimmed;
        Ok((Self { text, nodes: &scratch.nodes }, skimmed))
    }

    pub(crate) fn kind(&self, node: usize) -> Kind {
        self.nodes[node].kind
    }

    /// Keys and values of an object, in order; nothing for other kinds.
    pub(crate) fn members(&self, node: usize) -> impl Iterator<Item = (usize, usize)> + use<'a, 's> {
        let (mut at, end) = self.inside(node, Kind::Object);
        let nodes = self.nodes;
        std::iter::from_fn(move || {
            (at + 1 < end).then(|| {
                let pair = (at, at + 1);
                at = nodes[at + 1].next as usize;
                pair
            })
        })
    }

    /// Elements of a list, in order; nothing for other kinds.
    pub(crate) fn items(&self, node: usize) -> impl Iterator<Item = usize> + use<'a, 's> {
        let (mut at, end) = self.inside(node, Kind::List);
        let nodes = self.nodes;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let item = at;
                at = nodes[item].next as usize;
                item
            })
        })
    }

    fn inside(&self, node: usize, kind: Kind) -> (usize, usize) {
        let found = self.nodes[node];
        if found.kind == kind { (node + 1, found.next as usize) } else { (node, node) }
    }

    /// The value as spelled.
    pub(crate) fn raw(&self, node: usize) -> &'a str {
        let Node { kind, start, end, .. } = self.nodes[node];
        let start = start as usize;
        let end = match kind {
            Kind::Object | Kind::List => end as usize,
            Kind::Key | Kind::Scalar => start + scalar_len(&self.text.as_bytes()[start..]),
        };
        self.text.get(start..end).unwrap_or_default()
    }

    /// A string or key that is written without escapes; `None` for all else.
    pub(crate) fn plain(&self, node: usize) -> Option<&'a str> {
        let start = self.nodes[node].start as usize;
        let inner = self.text.as_bytes().get(start..)?.strip_prefix(b"\"")?;
        let len = end_or_escape(inner).filter(|&at| inner[at] == b'"')?;
        self.text.get(start + 1..start + 1 + len)
    }

    /// A string or key with escapes resolved, `None` for anything else.
    pub(crate) fn string(&self, node: usize) -> Option<Cow<'a, str>> {
        match self.raw(node).as_bytes() {
            [b'"', inner @ .., b'"'] => Some(match text::unescape(inner) {
                Cow::Borrowed(bytes) => text::display(bytes),
                Cow::Owned(bytes) => Cow::Owned(text::display(&bytes).into_owned()),
            }),
            _ => None,
        }
    }
}

/// Where a string ends or has an escape. Most are short: a call costs more than looking at their bytes.
fn end_or_escape(inner: &[u8]) -> Option<usize> {
    const SHORT: usize = 16;
    let short = &inner[..inner.len().min(SHORT)];
    match short.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
        None => memchr::memchr2(b'"', b'\\', &inner[short.len()..]).map(|at| short.len() + at),
        found => found,
    }
}

/// Length of the scalar that the bytes begin with.
fn scalar_len(bytes: &[u8]) -> usize {
    if bytes.first() != Some(&b'"') {
        return bytes
            .iter()
            .position(|byte| matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t'))
            .unwrap_or(bytes.len());
    }
    let mut at = 1;
    while let Some(found) = bytes.get(at..).and_then(end_or_escape) {
        at += found;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

struct Collector<'t, 's, P> {
    bytes: &'t [u8],
    depth: usize,
    /// Which members to skim; without it everything is checked.
    passes: Option<P>,
    /// Where the last key began.
    key: usize,
    skimmed: bool,
    scratch: &'s mut Scratch,
}

impl<P: FnMut(&[u8], &[u8]) -> bool> Sink for Collector<'_, '_, P> {
    #[inline(always)]
    fn limit(&self) -> usize {
        self.depth
    }

    fn token(&mut self, token: Token, at: usize, depth: usize) -> Result<Step> {
        let Scratch { nodes, open } = &mut *self.scratch;
        let next = nodes.len() as u32 + 1;
        let kind = match token {
            Token::Object => Kind::Object,
            Token::List => Kind::List,
            Token::Key => Kind::Key,
            Token::Scalar => Kind::Scalar,
            Token::Close => {
                if let Some(opened) = open.pop() {
                    let node = &mut nodes[opened as usize];
                    (node.end, node.next) = (at as u32 + 1, next - 1);
                }
                return Ok(Step::Into);
            }
        };
        let holds = matches!(kind, Kind::Object | Kind::List);
        if holds {
            open.push(next - 1);
        }
        nodes.push(Node { kind, start: at as u32, end: at as u32, next });
        if let Some(passes) = &mut self.passes {
            let skims = match kind {
                Kind::Key => {
                    self.key = at;
                    false
                }
                _ if depth == self.depth => holds,
                _ => depth + 1 == self.depth && passes(&self.bytes[self.key..], &self.bytes[at..]) && holds,
            };
            if skims {
                self.skimmed = true;
                return Ok(Step::Skim);
            }
        }
        Ok(Step::Into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_members_and_their_extent() {
        let text = r#" {"a":{"b":[1,{"deep":2}],"c":"x\"y"},"d":-1.5e3,"e":[],"f":null} "#;
        let mut scratch = Scratch::default();
        let shallow = Shallow::read(text, 2, &mut scratch).unwrap();
        let shown: Vec<_> = shallow
            .members(Shallow::ROOT)
            .map(|(key, value)| (shallow.string(key).unwrap().into_owned(), shallow.raw(value).to_owned()))
            .collect();
        let plain: Vec<_> =
            shallow.members(Shallow::ROOT).map(|(key, value)| (shallow.plain(key), shallow.plain(value))).collect();
        assert_eq!(plain, ["a", "d", "e", "f"].map(|key| (Some(key), None)));
        let wanted = [("a", r#"{"b":[1,{"deep":2}],"c":"x\"y"}"#), ("d", "-1.5e3"), ("e", "[]"), ("f", "null")];
        assert_eq!(shown, wanted.map(|(key, value)| (key.to_owned(), value.to_owned())));
        let (_, a) = shallow.members(Shallow::ROOT).next().unwrap();
        let inner: Vec<_> = shallow.members(a).map(|(_, value)| shallow.raw(value)).collect();
        assert_eq!(inner, [r#"[1,{"deep":2}]"#, r#""x\"y""#]);
        let (_, b) = shallow.members(a).next().unwrap();
        assert_eq!(shallow.items(b).count(), 0, "deeper than asked");
    }

    #[test]
    fn skimming_finds_the_same_ends() {
        let filler = "x".repeat(90);
        let inner = format!(r#"{{"a":[[{{"b":"}}]{filler}"}}],"\\"],"{filler}":{{"c":[1,2,{{}}]}}}}"#);
        for pad in 0..70 {
            let text = format!(r#"{{"m":{}{{"old":{inner},"new":[[{inner}]],"op":"same"}},"n":1}}"#, " ".repeat(pad));
            let (mut whole, mut skimmed) = (Scratch::default(), Scratch::default());
            let whole = Shallow::read(&text, 2, &mut whole).unwrap();
            let (skimmed, any) = Shallow::skim(&text, 2, &mut skimmed, |_, _| false).unwrap();
            assert!(any);
            let raws =
                |shallow: &Shallow<'_, '_>| (0..shallow.nodes.len()).map(|node| shallow.raw(node).to_owned()).collect::<Vec<_>>();
            assert_eq!(raws(&skimmed), raws(&whole), "{pad}");
        }
    }

    #[test]
    fn skimming_notes_what_is_cut_off() {
        let text = r#"{"m":{"old":{"a":[{"b":"c"}]},"op":"same"}}"#;
        for cut in 1..text.len() {
            assert!(Shallow::skim(&text[..cut], 2, &mut Scratch::default(), |_, _| false).is_err(), "{cut}");
        }
        for bad in [r#"{"m":{"old":{"a":1]}}"#, r#"{"m":{"old":{}}}}"#, r#"{"m":{"old":{"a":"\q"}}}"#, r#"{"m":{"old":{{}}}"#] {
            assert!(Shallow::skim(bad, 2, &mut Scratch::default(), |_, _| false).is_err(), "{bad}");
        }
    }

    #[test]
    fn bad_values_fail_with_their_place() {
        let mut scratch = Scratch::default();
        for bad in ["", "{", r#"{"a":}"#, "[1,]", r#"{"a":1} x"#] {
            assert!(Shallow::read(bad, 3, &mut scratch).is_err(), "{bad}");
        }
        assert!(Shallow::read("{}", 3, &mut scratch).is_ok());
    }
}
