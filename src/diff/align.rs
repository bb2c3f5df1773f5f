//! Which element of one list is which of the other.
//!
//! In: two lists of nodes and their digests. Out: steps in order: a pair, an element only of the old list, one only of the
//! new. Pairs rise on both sides. Nothing can fail; past the bound on work the result is coarser and says so.
//!
//! Lists of objects are matched by a natural key where one tells all elements of both lists apart; others by their longest
//! common subsequence. What is left unmatched in the same gap is paired in order, so that a change inside an element is a
//! change inside, and only the rest is an addition or a deletion.

use std::collections::HashMap;

use super::myers;
use crate::wire::tape::{Kind, NodeId, Tape};

/// One step through both lists, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Both(usize, usize),
    Old(usize),
    New(usize),
}

/// One side of an alignment.
#[derive(Clone, Copy)]
pub(crate) struct Side<'t> {
    pub(crate) tape: &'t Tape<'t>,
    pub(crate) items: &'t [NodeId],
    pub(crate) digests: &'t [u128],
}

impl Side<'_> {
    fn own_digests(&self) -> Vec<u128> {
        self.items.iter().map(|&item| self.digests[item]).collect()
    }
}

/// How to align.
pub(crate) struct How<'r> {
    pub(crate) key: Option<&'r str>,
    pub(crate) unordered: bool,
    pub(crate) limit: u64,
}

const NATURAL_KEYS: [&str; 4] = ["name", "key", "id", "arn"];

pub(crate) fn align(old: Side<'_>, new: Side<'_>, how: &How<'_>) -> (Vec<Step>, bool) {
    let by_key = keys(old, new, how.key);
    if how.unordered {
        return (without_order(old, new, by_key), false);
    }
    match by_key {
        Some(pairs) => (fill_gaps(old.items.len(), new.items.len(), &myers::rising(&pairs), &pairs), false),
        None => {
            let found = myers::matches(&old.own_digests(), &new.own_digests(), how.limit);
            (fill_gaps(old.items.len(), new.items.len(), &found.pairs, &[]), found.coarse)
        }
    }
}

/// Pairs by natural key, in the old list's order; `None` where no key tells all elements apart.
fn keys(old: Side<'_>, new: Side<'_>, rule: Option<&str>) -> Option<Vec<(usize, usize)>> {
    if old.items.is_empty() || new.items.is_empty() {
        return None;
    }
    let names: &[&str] = match &rule {
        Some(rule) => std::slice::from_ref(rule),
        None => &NATURAL_KEYS,
    };
    names.iter().find_map(|name| {
        let old = places(old, name)?;
        let new = places(new, name)?;
        let mut pairs: Vec<(usize, usize)> = old.iter().filter_map(|(key, &at)| Some((at, *new.get(key)?))).collect();
        pairs.sort_unstable();
        (!pairs.is_empty()).then_some(pairs)
    })
}

/// Where each key value stands; `None` where an element has none or shares it.
fn places(side: Side<'_>, name: &str) -> Option<HashMap<u128, usize>> {
    let mut places = HashMap::with_capacity(side.items.len());
    for (at, &item) in side.items.iter().enumerate() {
        let value = side.tape.get(item, name)?;
        let scalar = matches!(side.tape.kind(value), Kind::String | Kind::Number);
        if !scalar || places.insert(side.digests[value], at).is_some() {
            return None;
        }
    }
    Some(places)
}

/// Pairs up what stands between matched elements. Elements of `moved` have a counterpart elsewhere and are not paired.
fn fill_gaps(old_len: usize, new_len: usize, matched: &[(usize, usize)], moved: &[(usize, usize)]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(old_len.max(new_len));
    let mut old_moved = vec![false; old_len];
    let mut new_moved = vec![false; new_len];
    for &(old, new) in moved {
        (old_moved[old], new_moved[new]) = (true, true);
    }
    let (mut old_at, mut new_at) = (0, 0);
    for &(old_stop, new_stop) in matched.iter().chain(std::iter::once(&(old_len, new_len))) {
        let free_old: Vec<usize> = (old_at..old_stop).filter(|&at| !old_moved[at]).collect();
        let free_new: Vec<usize> = (new_at..new_stop).filter(|&at| !new_moved[at]).collect();
        let mut pairs = free_old.into_iter().zip(free_new).peekable();
        while old_at < old_stop || new_at < new_stop {
            let (pair_old, pair_new) = pairs.peek().copied().unwrap_or((old_stop, new_stop));
            if old_at < pair_old {
                steps.push(Step::Old(old_at));
                old_at += 1;
            } else if new_at < pair_new {
                steps.push(Step::New(new_at));
                new_at += 1;
            } else {
                steps.push(Step::Both(old_at, new_at));
                (old_at, new_at) = (old_at + 1, new_at + 1);
                pairs.next();
            }
        }
        if old_stop < old_len || new_stop < new_len {
            steps.push(Step::Both(old_stop, new_stop));
            (old_at, new_at) = (old_stop + 1, new_stop + 1);
        }
    }
    steps
}

/// Equal elements first, wherever they stand, then those with the same key, then the rest in order.
fn without_order(old: Side<'_>, new: Side<'_>, by_key: Option<Vec<(usize, usize)>>) -> Vec<Step> {
    let mut partner: Vec<Option<usize>> = vec![None; new.items.len()];
    let mut taken = vec![false; old.items.len()];
    let mut by_digest: HashMap<u128, Vec<usize>> = HashMap::new();
    for (at, digest) in old.own_digests().into_iter().enumerate().rev() {
        by_digest.entry(digest).or_default().push(at);
    }
    for (at, digest) in new.own_digests().into_iter().enumerate() {
        if let Some(found) = by_digest.get_mut(&digest).and_then(Vec::pop) {
            (partner[at], taken[found]) = (Some(found), true);
        }
    }
    for (old_at, new_at) in by_key.unwrap_or_default() {
        if !taken[old_at] && partner[new_at].is_none() {
            (partner[new_at], taken[old_at]) = (Some(old_at), true);
        }
    }
    let mut free = (0..old.items.len()).filter(|&at| !taken[at]).collect::<Vec<_>>().into_iter();
    let mut steps: Vec<Step> = partner
        .into_iter()
        .enumerate()
        .map(|(at, partner)| match partner.or_else(|| free.next()) {
            Some(old_at) => Step::Both(old_at, at),
            None => Step::New(at),
        })
        .collect();
    steps.extend(free.map(Step::Old));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::digest::{Lens, digests};

    fn steps(old: &str, new: &str, how: &How<'_>) -> Vec<Step> {
        let (old, new) = (Tape::parse(old.as_bytes()).unwrap(), Tape::parse(new.as_bytes()).unwrap());
        let (a, b) = (digests(&old, Lens::default()), digests(&new, Lens::default()));
        let (x, y): (Vec<_>, Vec<_>) = (old.items(Tape::ROOT).collect(), new.items(Tape::ROOT).collect());
        align(Side { tape: &old, items: &x, digests: &a }, Side { tape: &new, items: &y, digests: &b }, how).0
    }

    const PLAIN: How<'_> = How { key: None, unordered: false, limit: 1000 };

    #[test]
    fn an_insertion_is_one_step() {
        use Step::{Both, New, Old};
        assert_eq!(steps("[1,2]", "[0,1,2]", &PLAIN), [New(0), Both(0, 1), Both(1, 2)]);
        assert_eq!(steps("[1,2,3]", "[1,3]", &PLAIN), [Both(0, 0), Old(1), Both(2, 1)]);
        assert_eq!(steps("[]", "[1]", &PLAIN), [New(0)]);
        assert_eq!(steps("[1,2,9]", "[1,5,6,9]", &PLAIN), [Both(0, 0), Both(1, 1), New(2), Both(2, 3)]);
    }

    #[test]
    fn natural_keys() {
        use Step::{Both, New, Old};
        let old = r#"[{"name":"a","v":1},{"name":"b","v":2}]"#;
        assert_eq!(
            steps(old, r#"[{"name":"z","v":1},{"name":"a","v":9},{"name":"b","v":9}]"#, &PLAIN),
            [New(0), Both(0, 1), Both(1, 2)]
        );
        let swapped = steps(old, r#"[{"name":"b","v":2},{"name":"a","v":1}]"#, &PLAIN);
        assert_eq!(swapped, [Old(0), Both(1, 0), New(1)]);
        let by_v = How { key: Some("v"), ..PLAIN };
        assert_eq!(steps(old, r#"[{"name":"c","v":2}]"#, &by_v), [Old(0), Both(1, 0)]);
    }

    #[test]
    fn order_may_not_matter() {
        use Step::{Both, New, Old};
        let how = How { key: None, unordered: true, limit: 1000 };
        assert_eq!(steps("[1,2,3]", "[3,1,2]", &how), [Both(2, 0), Both(0, 1), Both(1, 2)]);
        assert_eq!(steps("[1,2]", "[2,1,5]", &how), [Both(1, 0), Both(0, 1), New(2)]);
        assert_eq!(steps("[1,2,3]", "[3]", &how), [Both(2, 0), Old(0), Old(1)]);
    }
}
