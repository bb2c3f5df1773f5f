//! The edits that lead from one text to another.
//!
//! In: two texts. Out: what stays, goes and comes, by characters or by lines. Nothing can fail; past [`WORK`] steps the part that is still
//! open goes as a whole and comes as a whole. Pulumi takes these edits from a port of diff-match-patch, whose choices among equally short
//! ways show in its output: Myers' search from both ends, then the clean-ups, are the same here. No crate at hand has the efficiency
//! clean-up and a bound on work.

use std::collections::HashMap;

mod merge;
mod search;

/// Steps that one comparison may cost.
const WORK: usize = 1 << 22;
/// An equality of fewer bytes may cost more to read than it saves.
const EDIT_COST: usize = 4;

/// What becomes of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    Equal,
    Delete,
    Insert,
}

/// A run of characters or lines that share an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    edit: Edit,
    tokens: Vec<u32>,
}

impl Piece {
    fn new(edit: Edit, tokens: &[u32]) -> Self {
        Self { edit, tokens: tokens.to_vec() }
    }
}

/// Edits by characters, with short equalities between edits given up.
pub(crate) fn by_characters(old: &str, new: &str) -> Vec<(Edit, String)> {
    let tokens = |text: &str| text.chars().map(u32::from).collect::<Vec<_>>();
    let mut work = WORK;
    let pieces = search::edits(&tokens(old), &tokens(new), &mut work);
    let pieces = merge::give_up_short_equalities(pieces, &mut work);
    pieces.into_iter().map(|piece| (piece.edit, text_of(&piece.tokens))).collect()
}

fn text_of(tokens: &[u32]) -> String {
    tokens.iter().filter_map(|&token| char::from_u32(token)).collect()
}

/// Edits by lines; a line does not hold its line break.
pub(crate) fn by_lines<'a>(old: &'a str, new: &'a str) -> Vec<(Edit, Vec<&'a str>)> {
    let mut lines: Vec<&'a str> = Vec::new();
    let mut numbers: HashMap<&'a str, u32> = HashMap::new();
    let mut tokens = |text: &'a str| -> Vec<u32> {
        let number = |line: &'a str| {
            *numbers.entry(line).or_insert_with(|| {
                lines.push(line);
                lines.len() as u32 - 1
            })
        };
        text.split_inclusive('\n').map(number).collect()
    };
    let (old, new) = (tokens(old), tokens(new));
    let pieces = search::edits(&old, &new, &mut { WORK });
    let line = |&token: &u32| {
        let line = lines[token as usize];
        line.strip_suffix('\n').unwrap_or(line)
    };
    pieces.into_iter().map(|piece| (piece.edit, piece.tokens.iter().map(line).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let mark = |edit| match edit {
            Edit::Equal => '=',
            Edit::Delete => '-',
            Edit::Insert => '+',
        };
        by_characters(old, new).iter().map(|(edit, text)| format!("{}{text}|", mark(*edit))).collect()
    }

    #[test]
    fn by_characters_with_clean_up() {
        for (old, new, wanted) in [
            ("db.t3.micro", "db.t3.small", "=db.t3.|-micro|+small|"),
            ("yellow", "red", "-yellow|+red|"),
            ("abc", "abc", "=abc|"),
            ("abc", "xabcy", "+x|=abc|+y|"),
            ("ab12cd", "ab34cd", "=ab|-12|+34|=cd|"),
            ("1wxyz2", "3wxyz4", "-1|+3|=wxyz|-2|+4|"),
            ("1xyz2", "3xyz4", "-1xyz2|+3xyz4|"),
            ("", "a", "+a|"),
        ] {
            assert_eq!(shown(old, new), wanted, "{old} => {new}");
        }
    }

    #[test]
    fn both_texts_come_back() {
        let mut state = 7u32;
        let mut text = || -> String {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let length = state >> 27;
            (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    ['a', 'b', 'ü', '🔒'][(state >> 30) as usize]
                })
                .collect()
        };
        for _ in 0..2_000 {
            let (old, new) = (text(), text());
            let edits = by_characters(&old, &new);
            let side = |gone| edits.iter().filter(|(edit, _)| *edit != gone).map(|(_, text)| text.as_str()).collect::<String>();
            assert_eq!((side(Edit::Insert), side(Edit::Delete)), (old, new));
        }
    }

    #[test]
    fn by_lines_with_and_without_a_last_break() {
        let edits = by_lines("a\nb\nc", "a\nx\nc\n");
        let wanted = vec![(Edit::Equal, vec!["a"]), (Edit::Delete, vec!["b", "c"]), (Edit::Insert, vec!["x", "c"])];
        assert_eq!(edits, wanted);
    }

    #[test]
    fn work_has_a_bound() {
        let old: String = (0..60_000).map(|at| char::from(b'a' + (at * 7 % 26) as u8)).collect();
        let new: String = (0..60_000u64).map(|at| char::from(b'a' + (at * at % 25) as u8)).collect();
        let edits = by_characters(&old, &new);
        assert!(edits.iter().any(|(edit, _)| *edit == Edit::Delete));
        let periodic = ("ab".repeat(40_000), format!("{}c", "ba".repeat(30_000)));
        assert!(!by_characters(&periodic.0, &periodic.1).is_empty());
    }
}
