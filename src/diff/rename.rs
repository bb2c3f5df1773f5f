//! Comparing across names: another stack or project, or two stacks of one program.
//!
//! In: the identities of both states. Out: [`Names`], which rewrites the old side's references before they are compared, so
//! that a rename is not a change of every resource. Nothing can fail.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;

use crate::model::digest::Rewrite;
use crate::model::urn::{STACK_TYPE, split_provider};

/// What the stack and the project were called, and are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Rename {
    /// Stack name: old, new.
    pub stack: [String; 2],
    /// Project name: old, new.
    pub project: [String; 2],
}

/// Rewrites texts of one side.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Old and new URN prefix, and the last parts of the old and new stack URN.
    prefixes: Option<Prefixes>,
    /// Drop the id behind a provider's URN.
    without_provider_ids: bool,
    /// Physical ids of the old side and what they are on the new one.
    ids: HashMap<Vec<u8>, Vec<u8>>,
    /// The two ids of the resource that is being compared, which go first: ids of different types may be alike.
    own: Option<(Vec<u8>, Vec<u8>)>,
}

#[derive(Debug)]
struct Prefixes {
    old: Vec<u8>,
    new: Vec<u8>,
    old_root: Vec<u8>,
    new_root: Vec<u8>,
}

impl Names {
    /// For the old side: `rename` maps its URNs, `stacks` also its provider references.
    pub(crate) fn old_side(rename: Option<&Rename>, stacks: bool) -> Self {
        let prefixes = rename.map(|rename| {
            let prefix = |at: usize| format!("urn:pulumi:{}::{}::", rename.stack[at], rename.project[at]).into_bytes();
            let root = |at: usize| format!("{STACK_TYPE}::{}-{}", rename.project[at], rename.stack[at]).into_bytes();
            Prefixes { old: prefix(0), new: prefix(1), old_root: root(0), new_root: root(1) }
        });
        Self { prefixes, without_provider_ids: stacks, ids: HashMap::new(), own: None }
    }

    /// For the new side.
    pub(crate) fn new_side(stacks: bool) -> Self {
        Self { without_provider_ids: stacks, ..Self::default() }
    }

    /// Takes two ids to be the same wherever they stand alone.
    pub(crate) fn same_id(&mut self, old: &[u8], new: &[u8]) {
        if !old.is_empty() && !new.is_empty() && old != new {
            self.ids.insert(old.to_vec(), new.to_vec());
        }
    }

    /// Turns to a resource with these ids.
    pub(crate) fn turn_to(&mut self, old: &[u8], new: &[u8]) {
        self.own = (!old.is_empty() && !new.is_empty()).then(|| (old.to_vec(), new.to_vec()));
    }

    /// Whether nothing is rewritten.
    pub(crate) fn is_idle(&self) -> bool {
        self.prefixes.is_none() && !self.without_provider_ids && self.ids.is_empty()
    }

    /// The URN as the other side would write it.
    pub(crate) fn urn<'t>(&self, urn: Cow<'t, [u8]>) -> Cow<'t, [u8]> {
        let Some(prefixes) = &self.prefixes else { return urn };
        let Some(rest) = urn.strip_prefix(prefixes.old.as_slice()) else { return urn };
        let rest = if rest == prefixes.old_root { prefixes.new_root.as_slice() } else { rest };
        Cow::Owned([prefixes.new.as_slice(), rest].concat())
    }
}

impl Rewrite for Names {
    fn reference<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]> {
        self.urn(text)
    }

    fn provider<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]> {
        if self.without_provider_ids
            && let Ok(whole) = std::str::from_utf8(&text)
            && let Some((urn, _)) = split_provider(whole)
        {
            return self.urn(Cow::Owned(urn.as_bytes().to_vec()));
        }
        self.urn(text)
    }

    fn plain<'t>(&self, text: Cow<'t, [u8]>) -> Cow<'t, [u8]> {
        if let Some((old, new)) = &self.own
            && *old == *text
        {
            return Cow::Owned(new.clone());
        }
        match self.ids.get(&*text) {
            Some(new) => Cow::Owned(new.clone()),
            None => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urns_are_mapped_and_foreign_ones_left_alone() {
        let rename = Rename { stack: ["dev".into(), "prod".into()], project: ["web".into(), "shop".into()] };
        let names = Names::old_side(Some(&rename), false);
        let map = |text: &'static str| String::from_utf8(names.urn(Cow::Borrowed(text.as_bytes())).into_owned()).unwrap();
        assert_eq!(map("urn:pulumi:dev::web::a:b:C::x"), "urn:pulumi:prod::shop::a:b:C::x");
        assert_eq!(
            map("urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev"),
            "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod"
        );
        assert_eq!(map("urn:pulumi:dev::other::a:b:C::x"), "urn:pulumi:dev::other::a:b:C::x");
    }

    #[test]
    fn provider_ids_drop_between_stacks() {
        let names = Names::new_side(true);
        let text = b"urn:pulumi:s::p::pulumi:providers:aws::default::1234";
        assert_eq!(&*names.provider(Cow::Borrowed(text)), &b"urn:pulumi:s::p::pulumi:providers:aws::default"[..]);
    }
}
