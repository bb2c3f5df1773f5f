//! Taking in a text, sharing with a base what the two have in common.
//!
//! In: bytes as they come, and perhaps a base. Out: [`Text`]. Where the bytes agree with the base from the start of a resource
//! to the end of one, the run is noted and not kept a second time. Whether each run really stands in the list of resources,
//! the scan decides afterwards. Fails with `unreadable` where memory runs out.

use std::sync::Arc;

use super::State;
use super::text::{Run, STAND_IN, Text};
use crate::error::{Error, ErrorCode, Result};
use crate::wire::{MAX_BYTES, simd};

/// Takes in a state part by part; [`Checkpoint::from_intake`](super::Checkpoint::from_intake) reads it.
///
/// ```
/// use stackscope::checkpoint::Checkpoint;
///
/// let mut intake = Checkpoint::intake(None);
/// for part in [&br#"{"version":3,"deploy"#[..], br#"ment":{"resources":[]}}"#] {
///     intake.push(part)?;
/// }
/// assert!(Checkpoint::from_intake(intake)?.is_empty());
/// # Ok::<(), stackscope::error::Error>(())
/// ```
pub struct Intake {
    text: Text,
    /// The state to compare with, which has no base itself.
    root: Option<Arc<State>>,
    place: Place,
    /// Parts land here first where there is a base to compare with.
    #[cfg(target_arch = "wasm32")]
    scratch: Vec<u8>,
}

enum Place {
    /// No base, or no hope of agreement.
    Own,
    /// Agreeing since the start of the base's resource `first`; the next byte should be the base's at `at`.
    Agreeing { first: usize, at: usize },
    /// Differing since `since` of the own text; the base's resource `next` or one soon after it may come.
    Differing { next: usize, since: usize },
}

/// Own bytes that are looked through at a time for the start of a resource of the base.
const WINDOW: usize = 8 * 1024;
/// Resources of the base that are looked for at a time: an insertion, an update and up to two deletions.
const AHEAD: usize = 4;
/// Differing bytes after which the two are taken to be unlike from here on.
const PATIENCE: usize = 1 << 20;

impl Intake {
    pub(crate) fn new(base: Option<&Arc<State>>) -> Self {
        let base = base.map(|state| state.text.base.as_ref().unwrap_or(state)).filter(|base| !base.index.entries.is_empty());
        let place = if base.is_some() { Place::Differing { next: 0, since: 0 } } else { Place::Own };
        Self {
            text: Text { base: base.cloned(), ..Text::default() },
            root: base.cloned(),
            place,
            #[cfg(target_arch = "wasm32")]
            scratch: Vec::new(),
        }
    }

    /// Takes the next bytes. Fails with `unreadable` where memory runs out.
    pub fn push(&mut self, part: &[u8]) -> Result<()> {
        if self.text.own.is_empty() && crate::wire::Compression::of(part) != crate::wire::Compression::None {
            self.place = Place::Own;
        }
        let mut rest = part;
        while !rest.is_empty() {
            let (taken, again) = self.step(rest)?;
            rest = &rest[taken..];
            // What turned out to be the start of a resource is gone through again, before the rest of the part.
            let mut tail = again.unwrap_or_default();
            while !tail.is_empty() {
                let (taken, again) = self.step(&tail)?;
                tail.drain(..taken);
                if let Some(again) = again {
                    tail = [again, tail].concat();
                }
            }
        }
        Ok(())
    }

    /// Takes some bytes; gives back bytes to be taken again, now in agreement with the base.
    fn step(&mut self, part: &[u8]) -> Result<(usize, Option<Vec<u8>>)> {
        match self.place {
            Place::Own => {
                self.keep(part)?;
                Ok((part.len(), None))
            }
            Place::Agreeing { first, at } => self.agree(part, first, at),
            Place::Differing { next, since } => {
                let window = &part[..part.len().min(WINDOW)];
                let before = self.text.own.len();
                self.keep(window)?;
                let again = self.resume(next, since, before);
                Ok((window.len(), again))
            }
        }
    }

    fn agree(&mut self, part: &[u8], first: usize, at: usize) -> Result<(usize, Option<Vec<u8>>)> {
        let Some(base) = self.text.base.clone() else { return Ok((0, None)) };
        let limit = base.index.entries.last().map_or(0, |entry| entry.element.end as usize);
        let same = simd::common_prefix(part, &base.text.own[at..limit]);
        let at = at + same;
        if same == part.len() && at < limit {
            self.place = Place::Agreeing { first, at };
        } else {
            self.disagree(&base, first, at)?;
        }
        Ok((same, None))
    }

    /// Notes the run of whole resources up to `at` of the base, and keeps what lies behind them.
    fn disagree(&mut self, base: &State, first: usize, at: usize) -> Result<()> {
        let entries = &base.index.entries;
        let past = first + entries[first..].partition_point(|entry| entry.element.end as usize <= at);
        let mut from = entries[first].element.start as usize;
        if past > first {
            let end = entries[past - 1].element.end;
            let run = Run {
                at: self.text.own.len() as u32,
                first: first as u32,
                past: past as u32,
                start: entries[first].element.start,
                end,
            };
            self.keep(STAND_IN)?;
            self.text.runs.push(run);
            from = end as usize;
        }
        self.keep(&base.text.own[from..at])?;
        let passed = entries.get(past).is_some_and(|entry| at > entry.urn.end as usize && entry.urn.end > entry.element.start);
        self.place = match past + usize::from(passed) {
            next if next >= entries.len() => Place::Own,
            next => Place::Differing { next, since: self.text.own.len() },
        };
        Ok(())
    }

    /// Looks for the start of one of the base's next resources in the own text from `before` on.
    fn resume(&mut self, next: usize, since: usize, before: usize) -> Option<Vec<u8>> {
        let base = self.text.base.as_ref()?;
        let entries = &base.index.entries;
        let candidates = next..(next + AHEAD).min(entries.len());
        let found = candidates.filter_map(|at| {
            let anchor = anchor(base, at);
            let from = before.saturating_sub(anchor.len()).max(since);
            Some((from + memchr::memmem::find(&self.text.own[from..], anchor)?, at))
        });
        match found.min() {
            Some((place, at)) => {
                let again = self.text.own.split_off(place);
                self.place = Place::Agreeing { first: at, at: entries[at].element.start as usize };
                Some(again)
            }
            None => {
                if self.text.own.len() - since > PATIENCE {
                    self.place = Place::Own;
                }
                None
            }
        }
    }

    fn keep(&mut self, bytes: &[u8]) -> Result<()> {
        let own = &mut self.text.own;
        if own.len() + bytes.len() > MAX_BYTES {
            return Err(Error::new(ErrorCode::WrongShape, format!("the state is larger than {MAX_BYTES} bytes")));
        }
        if own.capacity() - own.len() < bytes.len() {
            let more = bytes.len().max(own.len() / 4);
            reserve(own, more)?;
        }
        own.extend_from_slice(bytes);
        Ok(())
    }

    /// The text, and the state that it was compared with.
    pub(crate) fn finish(mut self) -> Result<(Text, Option<Arc<State>>)> {
        let root = self.root.take();
        if let (Place::Agreeing { first, at }, Some(base)) = (&self.place, self.text.base.clone()) {
            self.disagree(&base, *first, *at)?;
        }
        let Some(base) = &self.text.base else { return Ok((self.text, root)) };
        let shared: usize = self.text.runs.iter().map(|run| (run.end - run.start) as usize).sum();
        if shared * 2 < base.text.own.len() {
            // Little in common: the base's memory is not worth being held on to.
            let own = self.text.expand(0..self.text.own.len()).into_owned();
            return Ok((Text { own, ..Text::default() }, root));
        }
        Ok((self.text, root))
    }
}

/// For filling from outside, without a copy in between.
#[cfg(target_arch = "wasm32")]
impl Intake {
    /// Makes room for a text of `total` bytes.
    pub(crate) fn expect(&mut self, total: usize) -> Result<()> {
        if self.text.base.is_none() { reserve(&mut self.text.own, total) } else { Ok(()) }
    }

    /// Room for the next `len` bytes, to be filled before [`Intake::filled`].
    pub(crate) fn room(&mut self, len: usize) -> Result<&mut [std::mem::MaybeUninit<u8>]> {
        let target = if self.text.base.is_none() {
            &mut self.text.own
        } else {
            self.scratch.clear();
            &mut self.scratch
        };
        if target.capacity() - target.len() < len {
            let more = len.max(target.len() / 4);
            reserve(target, more)?;
        }
        Ok(&mut target.spare_capacity_mut()[..len])
    }

    /// Takes over what was put into the room.
    ///
    /// # Safety
    /// The first `len` bytes of the last room must have been written.
    pub(crate) unsafe fn filled(&mut self, len: usize) -> Result<()> {
        if self.text.base.is_none() {
            // SAFETY: by the caller's word.
            unsafe { self.text.own.set_len(self.text.own.len() + len) };
            return Ok(());
        }
        // SAFETY: by the caller's word; `room` has cleared the scratch space.
        unsafe { self.scratch.set_len(len) };
        let part = std::mem::take(&mut self.scratch);
        let outcome = self.push(&part);
        self.scratch = part;
        outcome
    }
}

/// What a resource starts with, up to the end of its URN where that comes early.
fn anchor(base: &State, at: usize) -> &[u8] {
    const LONGEST: usize = 512;
    let entry = &base.index.entries[at];
    let (start, end) = (entry.element.start, entry.element.end);
    let stop = if entry.urn.end > start { (entry.urn.end + 1).min(end) } else { end };
    &base.text.own[start as usize..(stop as usize).min(start as usize + LONGEST)]
}

fn reserve(bytes: &mut Vec<u8>, more: usize) -> Result<()> {
    bytes
        .try_reserve_exact(more)
        .map_err(|_| Error::new(ErrorCode::Unreadable, "the state does not fit into memory").hint("free other states first"))
}
