//! The shortest edits between two sequences.
//!
//! In: two sequences and the work that is left. Out: pieces, merged. Rules: the common beginning and end go first, then a sequence that
//! lies within the other, then Myers' middle snake, searched from both ends, and both halves in turn.

use super::merge::merge;
use super::{Edit, Piece};

/// The edits from one sequence to the other.
pub(super) fn edits(old: &[u32], new: &[u32], work: &mut usize) -> Vec<Piece> {
    if old == new {
        return if old.is_empty() { Vec::new() } else { vec![Piece::new(Edit::Equal, old)] };
    }
    let start = common(old.iter(), new.iter());
    let (prefix, old, new) = (&old[..start], &old[start..], &new[start..]);
    let end = common(old.iter().rev(), new.iter().rev());
    let suffix = &old[old.len() - end..];
    let middle = different(&old[..old.len() - end], &new[..new.len() - end], work);
    let mut pieces = Vec::with_capacity(middle.len() + 2);
    if !prefix.is_empty() {
        pieces.push(Piece::new(Edit::Equal, prefix));
    }
    pieces.extend(middle);
    if !suffix.is_empty() {
        pieces.push(Piece::new(Edit::Equal, suffix));
    }
    merge(pieces, work)
}

/// Number of leading elements that agree.
pub(super) fn common<'a>(old: impl Iterator<Item = &'a u32>, new: impl Iterator<Item = &'a u32>) -> usize {
    old.zip(new).take_while(|(old, new)| old == new).count()
}

/// The edits between two sequences that neither begin nor end alike.
fn different(old: &[u32], new: &[u32], work: &mut usize) -> Vec<Piece> {
    if old.is_empty() {
        return vec![Piece::new(Edit::Insert, new)];
    }
    if new.is_empty() {
        return vec![Piece::new(Edit::Delete, old)];
    }
    let (long, short, edit) = if old.len() > new.len() { (old, new, Edit::Delete) } else { (new, old, Edit::Insert) };
    if let Some(at) = position(long, short) {
        return vec![Piece::new(edit, &long[..at]), Piece::new(Edit::Equal, short), Piece::new(edit, &long[at + short.len()..])];
    }
    if short.len() > 1
        && let Some((x, y)) = middle_snake(old, new, work)
    {
        let mut pieces = edits(&old[..x], &new[..y], work);
        pieces.extend(edits(&old[x..], &new[y..], work));
        return pieces;
    }
    vec![Piece::new(Edit::Delete, old), Piece::new(Edit::Insert, new)]
}

/// Where one sequence first lies within another, in linear time.
fn position(long: &[u32], short: &[u32]) -> Option<usize> {
    let mut borders = vec![0; short.len()];
    let mut matched = 0;
    for at in 1..short.len() {
        while matched > 0 && short[at] != short[matched] {
            matched = borders[matched - 1];
        }
        matched += usize::from(short[at] == short[matched]);
        borders[at] = matched;
    }
    matched = 0;
    for (at, token) in long.iter().enumerate() {
        while matched > 0 && *token != short[matched] {
            matched = borders[matched - 1];
        }
        matched += usize::from(*token == short[matched]);
        if matched == short.len() {
            return Some(at + 1 - matched);
        }
    }
    None
}

/// One of the two searches that meet in the middle: how far each diagonal has come.
struct Front {
    reach: Vec<isize>,
    skip_low: isize,
    skip_high: isize,
}

impl Front {
    fn new(middle: isize) -> Self {
        let mut reach = vec![-1; 2 * middle as usize + 2];
        reach[middle as usize + 1] = 0;
        Self { reach, skip_low: 0, skip_high: 0 }
    }

    /// Where the diagonal `k` begins in step `d`.
    fn begin(&self, k: isize, d: isize, middle: isize) -> isize {
        let at = (middle + k) as usize;
        if k == -d || (k != d && self.reach[at - 1] < self.reach[at + 1]) { self.reach[at + 1] } else { self.reach[at - 1] + 1 }
    }

    fn get(&self, at: isize) -> Option<isize> {
        usize::try_from(at).ok().and_then(|at| self.reach.get(at)).copied().filter(|&reach| reach != -1)
    }
}

/// Where to split both sequences; nothing where they have nothing in common, or the work is used up.
fn middle_snake(old: &[u32], new: &[u32], work: &mut usize) -> Option<(usize, usize)> {
    let (width, height) = (old.len() as isize, new.len() as isize);
    let middle = (width + height + 1) / 2;
    // The arrays are as long as the search may become; that is work too.
    spend(work, (width + height) as usize / 8)?;
    let (mut forward, mut backward) = (Front::new(middle), Front::new(middle));
    let delta = width - height;
    let odd = delta % 2 != 0;
    for d in 0..middle {
        let mut k = -d + forward.skip_low;
        while k <= d - forward.skip_high {
            let mut x = forward.begin(k, d, middle);
            let from = x;
            while x < width && x - k < height && old[x as usize] == new[(x - k) as usize] {
                x += 1;
            }
            spend(work, 1 + (x - from) as usize)?;
            forward.reach[(middle + k) as usize] = x;
            if x > width {
                forward.skip_high += 2;
            } else if x - k > height {
                forward.skip_low += 2;
            } else if odd
                && let Some(met) = backward.get(middle + delta - k)
                && x >= width - met
            {
                return Some((x as usize, (x - k) as usize));
            }
            k += 2;
        }
        let mut k = -d + backward.skip_low;
        while k <= d - backward.skip_high {
            let mut x = backward.begin(k, d, middle);
            let from = x;
            while x < width && x - k < height && old[(width - x - 1) as usize] == new[(height - x + k - 1) as usize] {
                x += 1;
            }
            spend(work, 1 + (x - from) as usize)?;
            backward.reach[(middle + k) as usize] = x;
            if x > width {
                backward.skip_high += 2;
            } else if x - k > height {
                backward.skip_low += 2;
            } else if !odd
                && let Some(met) = forward.get(middle + delta - k)
                && met >= width - x
            {
                return Some((met as usize, (met - (delta - k)) as usize));
            }
            k += 2;
        }
    }
    None
}

fn spend(work: &mut usize, steps: usize) -> Option<()> {
    *work = work.saturating_sub(steps);
    (*work > 0).then_some(())
}
