//! Which record of the old state is which of the new.
//!
//! In: two checkpoints and how their names relate. Out: [`Pair`]s. Nothing can fail.
//! The identity of a record is (URN, `delete` flag, id), never the URN alone: several records may share one
//! (pulumi-semantics 1.3).

use std::collections::{HashMap, HashSet, VecDeque};

use serde::Serialize;

use super::moves;
use super::rename::Names;
use crate::checkpoint::{Checkpoint, NO_TWIN, flag};

/// Why a resource with another URN is taken to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum MoveReason {
    /// The new record names the old URN among its `aliases`.
    Alias,
    /// Same type, physical id and provider.
    Identity,
    /// A component whose children moved from the one to the other.
    Children,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// On both sides, to be compared.
    Kept,
    /// On both sides under different URNs.
    Moved(MoveReason),
    /// Live in the old state, marked for deletion in the new.
    Condemned,
    Created,
    Deleted,
}

/// A record of either side, or of both.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) old: Option<usize>,
    pub(crate) new: Option<usize>,
    pub(crate) fate: Fate,
    /// A deletion is outstanding or was carried out: the old object still stands, or stood, as `delete: true`.
    pub(crate) pending_delete: bool,
    /// Known to have the same bytes.
    pub(crate) identical: bool,
}

/// Partners found so far, by position.
pub(crate) struct Partners<'s> {
    pub(crate) old_state: &'s Checkpoint,
    pub(crate) new_state: &'s Checkpoint,
    pub(crate) names: &'s Names,
    pub(crate) of_old: Vec<Option<u32>>,
    pub(crate) of_new: Vec<Option<u32>>,
    /// New records that are known to have the same bytes as their partner.
    pub(crate) identical: Vec<bool>,
    pub(crate) reasons: Vec<(u32, MoveReason)>,
}

impl Partners<'_> {
    pub(crate) fn join(&mut self, old: u32, new: u32) {
        self.of_old[old as usize] = Some(new);
        self.of_new[new as usize] = Some(old);
    }

    /// The old record's URN as the new state would write it.
    pub(crate) fn old_urn(&self, old: usize) -> std::borrow::Cow<'_, [u8]> {
        self.names.urn(self.old_state.field(self.old_state.entry(old).urn))
    }

    pub(crate) fn free_new(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.of_new.len() as u32).filter(|&at| self.of_new[at as usize].is_none())
    }

    pub(crate) fn free_old(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.of_old.len() as u32).filter(|&at| self.of_old[at as usize].is_none())
    }
}

/// Matches all records; pairs come in the order of the new state, deletions where they stood.
pub(crate) fn pair(old: &Checkpoint, new: &Checkpoint, names: &Names, stacks: bool) -> Vec<Pair> {
    let mut partners = Partners {
        old_state: old,
        new_state: new,
        names,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        identical: vec![false; new.len()],
        reasons: Vec::new(),
    };
    by_twin(&mut partners);
    by_urn(&mut partners, stacks);
    let condemned = condemned(&mut partners, stacks);
    moves::find(&mut partners);
    assemble(&partners, &condemned)
}

/// Records that are known to be the same bytes, but where their URN stands more than once: then identity decides.
fn by_twin(partners: &mut Partners<'_>) {
    let (old, new) = (partners.old_state, partners.new_state);
    let Some(twins) = new.twins_in(old).filter(|_| partners.names.is_idle()) else { return };
    let mut contested = vec![false; old.len()];
    old.repeated().into_iter().for_each(|at| contested[at as usize] = true);
    for (at, _) in twins.iter().enumerate().filter(|&(_, &twin)| twin == NO_TWIN) {
        old.all_by_urn(&new.field(new.entry(at).urn)).into_iter().for_each(|at| contested[at as usize] = true);
    }
    for (at, &twin) in twins.iter().enumerate() {
        if twin != NO_TWIN && !contested[twin as usize] && partners.of_old[twin as usize].is_none() {
            partners.join(twin, at as u32);
            partners.identical[at] = true;
        }
    }
}

/// URN as the new state writes it, mark, and id where it counts.
type Identity = (Vec<u8>, bool, Option<Vec<u8>>);

/// Old records by what identifies them, first come first served.
struct Queues(HashMap<Identity, VecDeque<u32>>);

impl Queues {
    /// Of these old records.
    fn new(partners: &Partners<'_>, with_id: bool, wanted: impl Iterator<Item = u32>) -> Self {
        let mut queues: HashMap<_, VecDeque<u32>> = HashMap::new();
        let old = partners.old_state;
        for at in wanted {
            let entry = old.entry(at as usize);
            let id = with_id.then(|| old.field(entry.id).into_owned());
            let key = (partners.old_urn(at as usize).into_owned(), entry.has(flag::DELETE), id);
            queues.entry(key).or_default().push_back(at);
        }
        Self(queues)
    }

    /// The next one with this URN, mark and (where it counts) id.
    fn take(&mut self, state: &Checkpoint, at: u32, delete: bool, with_id: bool) -> Option<u32> {
        let entry = state.entry(at as usize);
        let id = with_id.then(|| state.field(entry.id).into_owned());
        self.0.get_mut(&(state.field(entry.urn).into_owned(), delete, id))?.pop_front()
    }
}

fn by_urn(partners: &mut Partners<'_>, stacks: bool) {
    let new = partners.new_state;
    for with_id in [true, false] {
        let mut queues = Queues::new(partners, with_id, partners.free_old());
        let free: Vec<u32> = partners.free_new().collect();
        for at in free {
            let delete = new.entry(at as usize).has(flag::DELETE);
            // Rows marked for deletion match by URN and id; between stacks, ids say nothing.
            if delete && !with_id && !stacks {
                continue;
            }
            if let Some(found) = queues.take(new, at, delete, with_id) {
                partners.join(found, at);
            }
        }
    }
}

/// Rows newly marked for deletion, each with the old live record that they are: (old, new).
fn condemned(partners: &mut Partners<'_>, stacks: bool) -> Vec<(u32, u32)> {
    let (old, new) = (partners.old_state, partners.new_state);
    let marked: Vec<u32> = partners.free_new().filter(|&at| new.entry(at as usize).has(flag::DELETE)).collect();
    if marked.is_empty() {
        return Vec::new();
    }
    let urns: HashSet<_> = marked.iter().map(|&at| new.field(new.entry(at as usize).urn)).collect();
    let candidates: Vec<u32> = if partners.names.is_idle() {
        urns.iter().flat_map(|urn| old.all_by_urn(urn)).collect()
    } else {
        (0..old.len() as u32).filter(|&at| urns.contains(&partners.old_urn(at as usize))).collect()
    };
    let live = candidates.into_iter().filter(|&at| !old.entry(at as usize).has(flag::DELETE));
    let mut queues = Queues::new(partners, !stacks, live);
    let mut found = Vec::new();
    for at in marked {
        if let Some(live) = queues.take(new, at, false, !stacks) {
            found.push((live, at));
        }
    }
    // Neither side of such a row can be part of a move.
    for &(live, at) in &found {
        partners.of_new[at as usize] = Some(live);
        if partners.of_old[live as usize].is_none() {
            partners.of_old[live as usize] = Some(at);
        }
    }
    found
}

fn assemble(partners: &Partners<'_>, condemned: &[(u32, u32)]) -> Vec<Pair> {
    let (old, new) = (partners.old_state, partners.new_state);
    let condemned_rows: HashMap<u32, u32> = condemned.iter().map(|&(live, at)| (at, live)).collect();
    let condemned_live: HashSet<u32> = condemned.iter().map(|&(live, _)| live).collect();
    let reasons: HashMap<u32, MoveReason> = partners.reasons.iter().copied().collect();
    let mut pairs = Vec::with_capacity(new.len());
    let mut next_old = 0;
    for at in 0..new.len() {
        let Some(partner) = partners.of_new[at] else {
            let pending_delete = new.entry(at).has(flag::DELETE);
            pairs.push(Pair { old: None, new: Some(at), fate: Fate::Created, pending_delete, identical: false });
            continue;
        };
        let old_at = partner as usize;
        if condemned_rows.contains_key(&(at as u32)) {
            // Where a new object took its place, that pair tells of it.
            if partners.of_old[old_at] == Some(at as u32) {
                pairs.push(Pair {
                    old: Some(old_at),
                    new: Some(at),
                    fate: Fate::Condemned,
                    pending_delete: true,
                    identical: false,
                });
            }
            continue;
        }
        push_deleted(partners, &mut pairs, &mut next_old, old_at);
        let fate = reasons.get(&(at as u32)).map_or(Fate::Kept, |&reason| Fate::Moved(reason));
        pairs.push(Pair {
            old: Some(old_at),
            new: Some(at),
            fate,
            pending_delete: condemned_live.contains(&partner),
            identical: partners.identical[at],
        });
    }
    push_deleted(partners, &mut pairs, &mut next_old, old.len());
    pairs
}

/// Deletions of the old records up to `stop`, in order.
fn push_deleted(partners: &Partners<'_>, pairs: &mut Vec<Pair>, next: &mut usize, stop: usize) {
    while *next < stop {
        if partners.of_old[*next].is_none() {
            let pending_delete = partners.old_state.entry(*next).has(flag::DELETE);
            pairs.push(Pair { old: Some(*next), new: None, fate: Fate::Deleted, pending_delete, identical: false });
        }
        *next += 1;
    }
}
