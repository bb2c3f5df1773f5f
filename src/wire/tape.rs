//! A small tree over one record: a flat list of nodes that point into the bytes.
//!
//! In: the JSON text of one value. Out: [`Tape`], whose nodes name byte ranges; each key stands right before its value.
//! Fails (as `None`) where the text is not exactly one JSON value; the state itself has been validated by then, so this
//! matters for JSON found inside strings. Iterative: depth costs memory, never stack.

use std::borrow::Cow;

use super::{MAX_DEPTH, number, text};

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    List,
    /// A member's name; its value is the next node.
    Key,
    String,
    Number,
    Bool,
    Null,
}

/// A node's position on the tape.
pub(crate) type NodeId = usize;

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    start: u32,
    end: u32,
    next: u32,
    parent: u32,
}

/// One JSON value in reading order.
#[derive(Debug)]
pub(crate) struct Tape<'a> {
    bytes: &'a [u8],
    nodes: Vec<Node>,
}

const NO_PARENT: u32 = u32::MAX;

impl<'a> Tape<'a> {
    /// Reads exactly one value; white space around it is allowed.
    pub(crate) fn parse(bytes: &'a [u8]) -> Option<Self> {
        Self::parse_with_hole(bytes, None)
    }

    /// As [`Tape::parse`], but the value in the byte range `hole` is taken as one unread node of kind `Null`
    /// and without length.
    pub(crate) fn parse_with_hole(bytes: &'a [u8], hole: Option<(u32, u32)>) -> Option<Self> {
        if bytes.len() >= u32::MAX as usize {
            return None;
        }
        let unread = hole.map_or(0, |(from, to)| to.saturating_sub(from) as usize);
        let capacity = bytes.len().saturating_sub(unread) / 16 + 4;
        let mut reader = Reader { bytes, at: 0, nodes: Vec::with_capacity(capacity), parent: NO_PARENT, depth: 0, hole };
        reader.run()?;
        Some(Self { bytes, nodes: reader.nodes })
    }

    pub(crate) const ROOT: NodeId = 0;

    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn kind(&self, node: NodeId) -> Kind {
        self.nodes[node].kind
    }

    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.nodes[node].parent;
        (parent != NO_PARENT).then_some(parent as usize)
    }

    /// The node after this one's whole subtree.
    pub(crate) fn after(&self, node: NodeId) -> NodeId {
        self.nodes[node].next as usize
    }

    /// Byte range in the text.
    pub(crate) fn range(&self, node: NodeId) -> std::ops::Range<usize> {
        self.nodes[node].start as usize..self.nodes[node].end as usize
    }

    /// The value as spelled.
    pub(crate) fn raw(&self, node: NodeId) -> &'a [u8] {
        &self.bytes[self.range(node)]
    }

    /// The bytes of a string or key with escapes resolved; empty for other kinds.
    pub(crate) fn string(&self, node: NodeId) -> Cow<'a, [u8]> {
        if !matches!(self.kind(node), Kind::String | Kind::Key) {
            return Cow::Borrowed(&[]);
        }
        let raw = self.raw(node);
        text::unescape(&raw[1..raw.len() - 1])
    }

    /// A string or key as text for people, `None` for other kinds.
    pub(crate) fn text(&self, node: NodeId) -> Option<String> {
        matches!(self.kind(node), Kind::String | Kind::Key).then(|| text::display(&self.string(node)).into_owned())
    }

    pub(crate) fn is_true(&self, node: NodeId) -> bool {
        self.raw(node) == b"true"
    }

    /// Keys and values of an object, in order; nothing for other kinds.
    pub(crate) fn members(&self, node: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        let (mut at, end) = self.inside(node, Kind::Object);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let pair = (at, at + 1);
                at = self.after(at + 1);
                pair
            })
        })
    }

    /// Elements of a list, in order; nothing for other kinds.
    pub(crate) fn items(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let (mut at, end) = self.inside(node, Kind::List);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let item = at;
                at = self.after(item);
                item
            })
        })
    }

    fn inside(&self, node: NodeId, kind: Kind) -> (NodeId, NodeId) {
        if self.kind(node) == kind { (node + 1, self.after(node)) } else { (node, node) }
    }

    /// The value under a key; of a repeated key the last, as Go and JavaScript read it.
    pub(crate) fn get(&self, node: NodeId, key: &str) -> Option<NodeId> {
        self.find(node, key.as_bytes())
    }

    /// As [`Tape::get`], for a key that may be no Unicode.
    pub(crate) fn find(&self, node: NodeId, key: &[u8]) -> Option<NodeId> {
        self.members(node).filter(|&(name, _)| *self.string(name) == *key).last().map(|(_, value)| value)
    }

    /// The string under a key.
    pub(crate) fn get_text(&self, node: NodeId, key: &str) -> Option<String> {
        self.text(self.get(node, key)?)
    }

    /// An object or list without members.
    pub(crate) fn is_empty(&self, node: NodeId) -> bool {
        matches!(self.kind(node), Kind::Object | Kind::List) && self.after(node) == node + 1
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    parent: u32,
    depth: usize,
    hole: Option<(u32, u32)>,
}

impl Reader<'_> {
    fn run(&mut self) -> Option<()> {
        loop {
            self.blank();
            if !self.value()? {
                continue;
            }
            loop {
                self.blank();
                if self.parent == NO_PARENT {
                    return (self.at == self.bytes.len()).then_some(());
                }
                let object = self.nodes[self.parent as usize].kind == Kind::Object;
                match self.bytes.get(self.at)? {
                    b',' => {
                        self.at += 1;
                        if object {
                            self.key()?;
                        }
                        break;
                    }
                    b'}' if object => self.close(),
                    b']' if !object => self.close(),
                    _ => return None,
                }
            }
        }
    }

    /// Reads a value's start; true where the value is complete, false where its first member follows.
    fn value(&mut self) -> Option<bool> {
        let start = self.at;
        if let Some((from, to)) = self.hole
            && start == from as usize
        {
            self.push(Kind::Null, start);
            self.at = to as usize;
            return Some(true);
        }
        match *self.bytes.get(start)? {
            b'{' => {
                self.open(Kind::Object)?;
                self.blank();
                if self.bytes.get(self.at) == Some(&b'}') {
                    self.close();
                    return Some(true);
                }
                self.key()?;
                Some(false)
            }
            b'[' => {
                self.open(Kind::List)?;
                self.blank();
                if self.bytes.get(self.at) == Some(&b']') {
                    self.close();
                    return Some(true);
                }
                Some(false)
            }
            b'"' => {
                self.string(Kind::String)?;
                Some(true)
            }
            b't' => self.word(b"true", Kind::Bool),
            b'f' => self.word(b"false", Kind::Bool),
            b'n' => self.word(b"null", Kind::Null),
            _ => {
                self.at = number::end(self.bytes, start)?;
                self.push(Kind::Number, start);
                Some(true)
            }
        }
    }

    fn word(&mut self, word: &[u8], kind: Kind) -> Option<bool> {
        let start = self.at;
        if !self.bytes[start..].starts_with(word) {
            return None;
        }
        self.at += word.len();
        self.push(kind, start);
        Some(true)
    }

    fn key(&mut self) -> Option<()> {
        self.blank();
        self.string(Kind::Key)?;
        self.blank();
        (self.bytes.get(self.at)? == &b':').then(|| self.at += 1)
    }

    fn string(&mut self, kind: Kind) -> Option<()> {
        let start = self.at;
        if self.bytes.get(start)? != &b'"' {
            return None;
        }
        let mut at = start + 1;
        loop {
            at += memchr::memchr2(b'"', b'\\', self.bytes.get(at..)?)?;
            if self.bytes[at] == b'"' {
                break;
            }
            at += 2;
        }
        self.at = at + 1;
        self.push(kind, start);
        Some(())
    }

    fn open(&mut self, kind: Kind) -> Option<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let start = self.at;
        self.at += 1;
        self.push(kind, start);
        self.parent = (self.nodes.len() - 1) as u32;
        Some(())
    }

    fn close(&mut self) {
        self.at += 1;
        self.depth -= 1;
        let next = self.nodes.len() as u32;
        let node = &mut self.nodes[self.parent as usize];
        node.end = self.at as u32;
        node.next = next;
        self.parent = node.parent;
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let next = self.nodes.len() as u32 + 1;
        self.nodes.push(Node { kind, start: start as u32, end: self.at as u32, next, parent: self.parent });
    }

    fn blank(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_value() {
        let tape = Tape::parse(br#" {"a":[1,{"b":null}],"a":"x","c":{}} "#).unwrap();
        assert_eq!(tape.get_text(Tape::ROOT, "a").as_deref(), Some("x"));
        let keys: Vec<_> = tape.members(Tape::ROOT).map(|(key, _)| tape.text(key).unwrap()).collect();
        assert_eq!(keys, ["a", "a", "c"]);
        let (_, list) = tape.members(Tape::ROOT).next().unwrap();
        assert_eq!(tape.items(list).map(|n| tape.raw(n)).collect::<Vec<_>>(), [&b"1"[..], br#"{"b":null}"#]);
        assert!(tape.is_empty(tape.get(Tape::ROOT, "c").unwrap()));
    }

    #[test]
    fn refuses_anything_else() {
        for bad in ["", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "1 2", "\"", "tru", "[1}", "{\"a\":1]", "\"\\"] {
            assert!(Tape::parse(bad.as_bytes()).is_none(), "{bad}");
        }
    }

    #[test]
    fn deep_nesting_costs_no_stack() {
        let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(Tape::parse(text.as_bytes()).unwrap().len(), 100_000);
    }
}
