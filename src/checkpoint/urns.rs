//! Finds records by URN.
//!
//! In: the URNs of all records. Out: a table from a hash to positions; whether a position really has the URN, the caller
//! compares. Built once a state, when first needed. Nothing can fail.

use std::borrow::Cow;

/// Open hash table: `heads` by hash, records with one hash chained by `next`.
#[derive(Debug)]
pub(crate) struct Urns {
    heads: Vec<u32>,
    next: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Urns {
    pub(crate) fn new<'u>(urns: impl ExactSizeIterator<Item = Cow<'u, [u8]>>) -> Self {
        let size = (urns.len() * 2).next_power_of_two().max(16);
        let mut table = Self { heads: vec![NONE; size], next: Vec::with_capacity(urns.len()) };
        for (at, urn) in urns.enumerate() {
            let slot = table.slot(&urn);
            table.next.push(std::mem::replace(&mut table.heads[slot], at as u32));
        }
        table
    }

    /// Positions of records whose URN may be this one.
    pub(crate) fn candidates(&self, urn: &[u8]) -> impl Iterator<Item = u32> + '_ {
        let mut at = self.heads[self.slot(urn)];
        std::iter::from_fn(move || {
            let found = (at != NONE).then_some(at)?;
            at = self.next[found as usize];
            Some(found)
        })
    }

    /// Positions whose URN stands more than once. `same` compares two positions.
    pub(crate) fn repeated(&self, same: impl Fn(u32, u32) -> bool) -> Vec<u32> {
        let mut repeated = vec![false; self.next.len()];
        for at in 0..self.next.len() as u32 {
            let mut other = self.next[at as usize];
            while other != NONE {
                if same(at, other) {
                    (repeated[at as usize], repeated[other as usize]) = (true, true);
                    break;
                }
                other = self.next[other as usize];
            }
        }
        (0..self.next.len() as u32).filter(|&at| repeated[at as usize]).collect()
    }

    fn slot(&self, urn: &[u8]) -> usize {
        hash(urn) as usize & (self.heads.len() - 1)
    }
}

/// Eight bytes at a time, multiplied and folded: URNs differ in their last bytes, which reach all bits.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let fold = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(FACTOR);
        mixed ^ mixed >> 32
    };
    let mut chunks = bytes.chunks_exact(8);
    let whole = (&mut chunks)
        .fold(bytes.len() as u64, |hash, chunk| fold(hash, u64::from_le_bytes(chunk.try_into().unwrap_or_default())));
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    fold(whole, u64::from_le_bytes(last))
}
