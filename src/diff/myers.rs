//! The shortest edit script of two sequences, with a bound on the work.
//!
//! In: two sequences of digests. Out: the matched positions in order (Myers' O(ND) method after common ends are cut off), or,
//! past the bound, the matches of elements that stand once on both sides, and a note that this happened.

use std::collections::HashMap;

/// Matched positions, rising on both sides.
pub(crate) struct Matches {
    pub(crate) pairs: Vec<(usize, usize)>,
    /// The bound was reached: there may be more in common than was found.
    pub(crate) coarse: bool,
}

pub(crate) fn matches(old: &[u128], new: &[u128], limit: u64) -> Matches {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (inner_old, inner_new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    let (inner, coarse) = match shortest(inner_old, inner_new, limit) {
        Some(inner) => (inner, false),
        None => (anchors(inner_old, inner_new), true),
    };
    pairs.extend(inner.into_iter().map(|(a, b)| (a + head, b + head)));
    pairs.extend((0..tail).rev().map(|back| (old.len() - 1 - back, new.len() - 1 - back)));
    Matches { pairs, coarse }
}

fn shortest(old: &[u128], new: &[u128], limit: u64) -> Option<Vec<(usize, usize)>> {
    if old.is_empty() || new.is_empty() {
        return Some(Vec::new());
    }
    let (n, m) = (old.len() as isize, new.len() as isize);
    let mut frontier: Vec<isize> = vec![0; 3];
    let mut history: Vec<Vec<isize>> = Vec::new();
    let mut work = 0u64;
    for d in 0..=n + m {
        // `frontier[k + d + 1]` is the furthest x on diagonal k.
        let mut next = vec![0isize; (2 * d + 5) as usize];
        for k in (-d..=d).step_by(2) {
            let at = |k: isize| frontier[(k + d) as usize];
            let mut x = if d == 0 {
                0
            } else if k == -d || (k != d && at(k - 1) < at(k + 1)) {
                at(k + 1)
            } else {
                at(k - 1) + 1
            };
            let mut y = x - k;
            while x < n && y < m && old[x as usize] == new[y as usize] {
                (x, y) = (x + 1, y + 1);
                work += 1;
            }
            next[(k + d + 2) as usize] = x;
            work += 1;
            if x >= n && y >= m {
                history.push(next);
                return Some(trace(&history, n, m));
            }
        }
        if work > limit {
            return None;
        }
        history.push(next.clone());
        frontier = next[1..].to_vec();
    }
    None
}

/// Walks the recorded frontiers back from the end.
fn trace(history: &[Vec<isize>], n: isize, m: isize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut x, mut y) = (n, m);
    for d in (0..history.len() as isize).rev() {
        let k = x - y;
        let (from_x, from_y) = if d == 0 {
            (0, 0)
        } else {
            let previous = &history[(d - 1) as usize];
            let at = |k: isize| previous[(k + d + 1) as usize];
            let back = if k == -d || (k != d && at(k - 1) < at(k + 1)) { k + 1 } else { k - 1 };
            (at(back), at(back) - back)
        };
        let (stop_x, stop_y) = if d == 0 {
            (0, 0)
        } else if k == from_x - from_y + 1 {
            (from_x + 1, from_y)
        } else {
            (from_x, from_y + 1)
        };
        while x > stop_x && y > stop_y {
            (x, y) = (x - 1, y - 1);
            pairs.push((x as usize, y as usize));
        }
        (x, y) = (from_x, from_y);
    }
    pairs.reverse();
    pairs
}

fn anchors(old: &[u128], new: &[u128]) -> Vec<(usize, usize)> {
    let once = |list: &[u128]| {
        let mut places: HashMap<u128, Option<usize>> = HashMap::new();
        for (at, &digest) in list.iter().enumerate() {
            places.entry(digest).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let places = once(new);
    let pairs: Vec<(usize, usize)> = {
        let old_places = once(old);
        (0..old.len())
            .filter(|&at| old_places[&old[at]].is_some())
            .filter_map(|at| Some((at, (*places.get(&old[at])?)?)))
            .collect()
    };
    rising(&pairs)
}

/// The longest run of pairs that rises on the second side too; the first side rises already.
pub(crate) fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, new)) in pairs.iter().enumerate() {
        let place = tops.partition_point(|&top| pairs[top].1 < new);
        before.push(place.checked_sub(1).map(|below| tops[below]));
        if place == tops.len() {
            tops.push(at);
        } else {
            tops[place] = at;
        }
    }
    let mut out = Vec::with_capacity(tops.len());
    let mut next = tops.last().copied();
    while let Some(at) = next {
        out.push(pairs[at]);
        next = before[at];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(old: &str, new: &str, limit: u64) -> (String, bool) {
        let digests = |text: &str| text.bytes().map(u128::from).collect::<Vec<_>>();
        let found = matches(&digests(old), &digests(new), limit);
        assert!(found.pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
        assert!(found.pairs.iter().all(|&(a, b)| old.as_bytes()[a] == new.as_bytes()[b]));
        (found.pairs.iter().map(|&(a, _)| old.as_bytes()[a] as char).collect(), found.coarse)
    }

    fn longest(old: &[u8], new: &[u8]) -> usize {
        let mut table = vec![vec![0; new.len() + 1]; old.len() + 1];
        for (i, a) in old.iter().enumerate() {
            for (j, b) in new.iter().enumerate() {
                table[i + 1][j + 1] = if a == b { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
            }
        }
        table[old.len()][new.len()]
    }

    #[test]
    fn longest_common_subsequence() {
        let words = ["", "a", "abc", "xabc", "abcabba", "cbabac", "abxcd", "kitten", "sitting", "aaaa", "aa", "zabcz"];
        for old in words {
            for new in words {
                let (common, coarse) = run(old, new, 10_000);
                assert_eq!((common.len(), coarse), (longest(old.as_bytes(), new.as_bytes()), false), "{old} {new}");
            }
        }
    }

    #[test]
    fn past_the_bound_it_says_so() {
        let (common, coarse) = run("abcdefgh1ijklm", "zyxwvuts1rqpo", 3);
        assert_eq!((common.as_str(), coarse), ("1", true));
    }

    #[test]
    fn longest_rising_run() {
        assert_eq!(rising(&[(0, 2), (1, 0), (2, 1), (3, 3)]), [(1, 0), (2, 1), (3, 3)]);
        assert_eq!(rising(&[]), []);
    }
}
