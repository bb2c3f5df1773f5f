//! Line changes between two texts.
//!
//! In: two values as JSON. Out: lines that changed with two unchanged ones around each change, or nothing where the values are
//! not both texts with at least one line break between them. Nothing can fail; past the bound on work the result is coarser
//! and says so.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::change::TextLine;
use super::myers;
use crate::wire::tape::{Kind, Tape};
use crate::wire::text;

/// Unchanged lines shown around a change.
const CONTEXT: usize = 2;
/// Most lines of one change that are given out.
const MOST: usize = 2000;

pub(crate) fn lines(before: &str, after: &str, limit: u64) -> (Vec<TextLine>, bool) {
    let (Some(old), Some(new)) = (content(before), content(after)) else { return (Vec::new(), false) };
    if !old.contains('\n') && !new.contains('\n') {
        return (Vec::new(), false);
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let found = myers::matches(&digests(&old), &digests(&new), limit);
    let mut all: Vec<(&'static str, &str)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(a, b) in found.pairs.iter().chain(std::iter::once(&(old.len(), new.len()))) {
        all.extend(old[i..a].iter().map(|line| ("delete", *line)));
        all.extend(new[j..b].iter().map(|line| ("add", *line)));
        if a < old.len() {
            all.push(("same", new[b]));
        }
        (i, j) = (a + 1, b + 1);
    }
    (with_context(&all), found.coarse)
}

fn content(json: &str) -> Option<String> {
    if !json.starts_with('"') {
        return None;
    }
    let tape = Tape::parse(json.as_bytes())?;
    (tape.kind(Tape::ROOT) == Kind::String).then(|| text::display(&tape.string(Tape::ROOT)).into_owned())
}

fn digests(lines: &[&str]) -> Vec<u128> {
    let digest = |line: &&str| {
        let mut hasher = DefaultHasher::new();
        line.hash(&mut hasher);
        u128::from(hasher.finish()) << 64 | line.len() as u128
    };
    lines.iter().map(digest).collect()
}

fn with_context(all: &[(&'static str, &str)]) -> Vec<TextLine> {
    let mut near = vec![false; all.len()];
    for (at, _) in all.iter().enumerate().filter(|(_, (kind, _))| *kind != "same") {
        near[at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(all.len())].fill(true);
    }
    let mut out: Vec<TextLine> = Vec::new();
    let mut skipped = 0;
    for (at, (kind, text)) in all.iter().enumerate() {
        if !near[at] || out.len() >= MOST {
            skipped += 1;
            continue;
        }
        flush(&mut skipped, &mut out);
        out.push(TextLine { kind, text: (*text).to_owned() });
    }
    flush(&mut skipped, &mut out);
    out
}

fn flush(skipped: &mut usize, out: &mut Vec<TextLine>) {
    if *skipped > 0 {
        out.push(TextLine { kind: "skip", text: skipped.to_string() });
        *skipped = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn changed_lines_with_context() {
        let old = r#""1\n2\n3\n4\n5\n6\n7\n8""#;
        let new = r#""1\n2\n3\n4\nfive\n6\n7\n8""#;
        let (lines, coarse) = lines(old, new, 1000);
        let shown: Vec<String> = lines.iter().map(|line| format!("{} {}", line.kind, line.text)).collect();
        assert_eq!(shown, ["skip 2", "same 3", "same 4", "delete 5", "add five", "same 6", "same 7", "skip 1"]);
        assert!(!coarse);
    }

    #[test]
    fn single_lines_and_other_values_have_none() {
        for (old, new) in [(r#""a""#, r#""b""#), ("1", r#""a\nb""#), ("[1]", "[2]")] {
            assert!(lines(old, new, 1000).0.is_empty());
        }
    }
}
