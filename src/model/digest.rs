//! One number for each value, the same for every spelling of it.
//!
//! In: a tape. Out: 128 bits a node: key order, white space, escapes and number spellings do not matter; list order does.
//! A [`Lens`] decides what else does not matter: internal keys, the path of an asset whose hash is known, the stack name in a
//! reference. Values with equal digests are taken as equal. Nothing can fail.

use std::borrow::Cow;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use super::record;
use super::value::{Special, is_internal, special};
use crate::wire::number;
use crate::wire::tape::{Kind, NodeId, Tape};

/// Rewrites texts before they are compared.
pub(crate) trait Rewrite {
    /// A URN in a field that holds references.
    fn reference<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]>;
    /// A provider reference, URN and id.
    fn provider<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]>;
    /// Any other text.
    fn plain<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]>;
}

/// What counts when two values are compared.
#[derive(Clone, Copy, Default)]
pub(crate) struct Lens<'m> {
    /// Leave out keys that begin with `__`.
    pub(crate) skip_internal: bool,
    /// Compare assets and archives by hash, resource references by URN and id.
    pub(crate) specials: bool,
    /// Rewrite texts first.
    pub(crate) rewrite: Option<&'m dyn Rewrite>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Reference,
    Provider,
}

/// The digest of each node of a record (or of any other value, where no rewriting is asked for).
pub(crate) fn digests(tape: &Tape<'_>, lens: Lens<'_>) -> Vec<u128> {
    below(tape, Tape::ROOT, lens)
}

/// The digest of one value. With a rewriting lens, only that of the root says what it should.
pub(crate) fn digest(tape: &Tape<'_>, root: NodeId, lens: Lens<'_>) -> u128 {
    below(tape, root, lens)[0]
}

/// The digests of a value and all below it, by distance from it.
fn below(tape: &Tape<'_>, root: NodeId, lens: Lens<'_>) -> Vec<u128> {
    let classes = lens.rewrite.map(|_| classes(tape));
    let len = tape.after(root) - root;
    let mut sums = vec![0u128; len];
    let mut out = vec![0u128; len];
    for at in (0..len).rev() {
        let node = root + at;
        let digest = match tape.kind(node) {
            Kind::Object => {
                let value = if lens.specials { special(tape, node) } else { None };
                match value {
                    Some(value) => {
                        special_digest(tape, node, value, lens, |node| out[node - root]).unwrap_or_else(|| seal(b'o', sums[at]))
                    }
                    None => seal(b'o', sums[at]),
                }
            }
            Kind::List => seal(b'l', sums[at]),
            Kind::Key => hash(b'k', &tape.string(node)),
            Kind::String => {
                let text = tape.string(node);
                let text = match (lens.rewrite, classes.as_ref().map_or(Class::Plain, |classes| classes[node])) {
                    (Some(rewrite), Class::Plain) => rewrite.plain(text),
                    (Some(rewrite), Class::Reference) => rewrite.reference(text),
                    (Some(rewrite), Class::Provider) => rewrite.provider(text),
                    (None, _) => text,
                };
                hash(b's', &text)
            }
            Kind::Number => number_digest(tape.raw(node)),
            Kind::Bool | Kind::Null => hash(b'w', tape.raw(node)),
        };
        out[at] = digest;
        let Some(parent) = tape.parent(node).filter(|_| at > 0) else { continue };
        let slot = parent - root;
        match tape.kind(node) {
            Kind::Key if lens.skip_internal && is_internal(&tape.string(node)) => {}
            Kind::Key => sums[slot] = sums[slot].wrapping_add(pair(digest, out[at + 1])),
            _ if tape.kind(parent) == Kind::List => sums[slot] = pair(sums[slot], digest),
            _ => {}
        }
    }
    out
}

/// The digest of a whole text that is known to be one JSON value, as plain JSON.
pub(crate) fn plain_digest(json: &[u8]) -> Option<u128> {
    Some(digests(&Tape::parse(json)?, Lens::default())[Tape::ROOT])
}

fn number_digest(raw: &[u8]) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write_u8(b'n');
    match number::decimal(raw) {
        Some(decimal) => std::hash::Hash::hash(&decimal, &mut hasher),
        None => hasher.write(raw),
    }
    hasher.finish128().as_u128()
}

/// Assets and archives are their hash, a resource reference is its URN and id (pulumi-semantics section 2).
fn special_digest(tape: &Tape<'_>, node: NodeId, value: Special, lens: Lens<'_>, done: impl Fn(NodeId) -> u128) -> Option<u128> {
    match value {
        Special::Asset | Special::Archive => {
            let hash = tape.get(node, "hash").filter(|&hash| !tape.string(hash).is_empty())?;
            Some(pair(value as u128, done(hash)))
        }
        Special::Resource => {
            let urn = tape.string(tape.get(node, "urn")?);
            let urn = lens.rewrite.map_or_else(|| urn.clone(), |rewrite| rewrite.reference(urn.clone()));
            let id = tape.get(node, "id").map_or(0, done);
            Some(pair(hash(b'r', &urn), id))
        }
        Special::Secret => None,
    }
}

fn classes(tape: &Tape<'_>) -> Vec<Class> {
    let mut classes = vec![Class::Plain; tape.len()];
    for (key, value) in tape.members(Tape::ROOT) {
        let Some(name) = tape.text(key) else { continue };
        if record::is_reference(&name) {
            let class = if name == "provider" { Class::Provider } else { Class::Reference };
            classes[value..tape.after(value)].fill(class);
        }
    }
    classes
}

fn hash(tag: u8, bytes: &[u8]) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write_u8(tag);
    hasher.write(bytes);
    hasher.finish128().as_u128()
}

fn seal(tag: u8, sum: u128) -> u128 {
    hash(tag, &sum.to_le_bytes())
}

fn pair(a: u128, b: u128) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write_u128(a);
    hasher.write_u128(b);
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(json: &str, lens: Lens<'_>) -> u128 {
        digests(&Tape::parse(json.as_bytes()).unwrap(), lens)[Tape::ROOT]
    }

    #[test]
    fn spelling_does_not_matter_but_value_does() {
        let plain = Lens::default();
        let a = root(r#"{"a":[1,"x"],"b":null}"#, plain);
        assert_eq!(a, root(r#"{ "b" : null, "a":[ 1.0, "\u0078" ] }"#, plain));
        for other in [
            r#"{"a":["x",1],"b":null}"#,
            r#"{"a":[1,"x"]}"#,
            r#"{"a":[1,"x"],"b":"null"}"#,
            r#"{"a":[[1,"x"]],"b":null}"#,
            "[]",
            "{}",
        ] {
            assert_ne!(a, root(other, plain), "{other}");
        }
        assert_ne!(root("[]", plain), root("{}", plain));
        assert_ne!(root("[[],[]]", plain), root("[[[]]]", plain));
    }

    #[test]
    fn a_lens_leaves_out() {
        let lens = Lens { skip_internal: true, specials: true, rewrite: None };
        assert_eq!(root(r#"{"a":{"__defaults":[]}}"#, lens), root(r#"{"a":{}}"#, lens));
        let asset = |path: &str| {
            format!(r#"{{"4dabf18193072939515e22adb298388d":"c44067f5952c0a294b673a41bacd8c17","hash":"ab","path":"{path}"}}"#)
        };
        assert_eq!(root(&asset("x"), lens), root(&asset("y"), lens));
        assert_ne!(root(&asset("x"), Lens::default()), root(&asset("y"), Lens::default()));
    }
}
