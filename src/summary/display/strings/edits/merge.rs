//! Clean-ups of edits.
//!
//! In: pieces. Out: fewer pieces that say the same. Rules: diff-match-patch as Pulumi has it: neighbouring deletions and insertions become one
//! of each, what both begin or end with becomes equal, an edit moves over a whole equality where that saves it, and equalities of few bytes
//! between edits are given up.

use super::search::common;
use super::{EDIT_COST, Edit, Piece};

/// Merges neighbours until no edit can be moved any more, or the work is used up.
pub(super) fn merge(mut pieces: Vec<Piece>, work: &mut usize) -> Vec<Piece> {
    loop {
        pieces = join(pieces);
        let moved = shift(&mut pieces);
        *work = work.saturating_sub(pieces.len());
        if !moved || *work == 0 {
            return pieces;
        }
    }
}

/// One deletion and one insertion between two equalities.
fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len() + 1);
    let mut run = Run::default();
    for piece in pieces {
        match piece.edit {
            Edit::Equal => run.close(piece.tokens, &mut out),
            Edit::Delete => run.deletes.push(piece.tokens),
            Edit::Insert => run.inserts.push(piece.tokens),
        }
    }
    run.close(Vec::new(), &mut out);
    out
}

/// Deletions and insertions since the last equality.
#[derive(Default)]
struct Run {
    deletes: Vec<Vec<u32>>,
    inserts: Vec<Vec<u32>>,
}

impl Run {
    /// Writes the run, then the equality that ends it; an empty one ends the pieces.
    fn close(&mut self, mut equal: Vec<u32>, out: &mut Vec<Piece>) {
        let (deletes, inserts) = (std::mem::take(&mut self.deletes), std::mem::take(&mut self.inserts));
        let (some_deleted, some_inserted) = (!deletes.is_empty(), !inserts.is_empty());
        let (mut deleted, mut inserted) = (deletes.concat(), inserts.concat());
        if some_deleted && some_inserted {
            let start = common(deleted.iter(), inserted.iter());
            if start > 0 {
                push_equal(out, &inserted[..start]);
                deleted.drain(..start);
                inserted.drain(..start);
            }
            let end = common(deleted.iter().rev(), inserted.iter().rev());
            if end > 0 {
                let mut longer = inserted.split_off(inserted.len() - end);
                longer.extend_from_slice(&equal);
                equal = longer;
                deleted.truncate(deleted.len() - end);
            }
        }
        // A side that shrank to nothing stays as an empty piece: Pulumi prints its colours.
        if some_deleted {
            out.push(Piece { edit: Edit::Delete, tokens: deleted });
        }
        if some_inserted {
            out.push(Piece { edit: Edit::Insert, tokens: inserted });
        }
        if !equal.is_empty() {
            push_equal(out, &equal);
        }
    }
}

fn push_equal(out: &mut Vec<Piece>, tokens: &[u32]) {
    match out.last_mut() {
        Some(last) if last.edit == Edit::Equal => last.tokens.extend_from_slice(tokens),
        _ => out.push(Piece::new(Edit::Equal, tokens)),
    }
}

/// Moves single edits over a neighbouring equality where they begin or end with it; true where one was moved.
fn shift(pieces: &mut Vec<Piece>) -> bool {
    let mut moved = false;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest = std::mem::take(pieces).into_iter().peekable();
    while let Some(mut piece) = rest.next() {
        let between = out.last().is_some_and(|last| last.edit == Edit::Equal);
        if let Some(next) = rest.peek_mut().filter(|next| between && next.edit == Edit::Equal)
            && let Some(before) = out.last_mut()
        {
            if piece.tokens.ends_with(&before.tokens) {
                let kept = piece.tokens.len() - before.tokens.len();
                piece.tokens.rotate_left(kept);
                next.tokens.splice(..0, std::mem::take(&mut before.tokens));
                out.pop();
                out.push(piece);
                // The equality that follows is not looked at again in this sweep.
                out.extend(rest.next());
                moved = true;
                continue;
            }
            if piece.tokens.starts_with(&next.tokens) {
                before.tokens.extend_from_slice(&next.tokens);
                piece.tokens.rotate_left(next.tokens.len());
                rest.next();
                moved = true;
            }
        }
        out.push(piece);
    }
    *pieces = out;
    moved
}

/// Gives up equalities that are too short to help a reader. Each place where one is given up is looked at again with what stands before.
pub(super) fn give_up_short_equalities(mut pieces: Vec<Piece>, work: &mut usize) -> Vec<Piece> {
    let mut candidates: Vec<usize> = Vec::new();
    let mut last: usize = 0;
    let (mut before, mut after) = (Sides::default(), Sides::default());
    let mut changed = false;
    let mut at = 0;
    while at < pieces.len() && *work > 0 {
        *work -= 1;
        let piece = &pieces[at];
        if piece.edit == Edit::Equal {
            let bytes = bytes_of(&piece.tokens);
            if bytes < EDIT_COST && after.any() {
                candidates.push(at);
                before = after;
                last = bytes;
            } else {
                candidates.clear();
                last = 0;
            }
            after = Sides::default();
            at += 1;
            continue;
        }
        after.note(piece.edit);
        let all = before.count() + after.count();
        if last > 0
            && (all == 4 || (last < EDIT_COST / 2 && all == 3))
            && let Some(given_up) = candidates.pop()
        {
            *work = work.saturating_sub(pieces.len() - given_up);
            let tokens = pieces[given_up].tokens.clone();
            pieces[given_up].edit = Edit::Insert;
            pieces.insert(given_up, Piece { edit: Edit::Delete, tokens });
            changed = true;
            last = 0;
            if before.count() == 2 {
                after = Sides { delete: true, insert: true };
                candidates.clear();
            } else {
                candidates.pop();
                after = Sides::default();
                at = candidates.last().map_or(0, |&candidate| candidate + 1);
                continue;
            }
        }
        at += 1;
    }
    if changed { merge(pieces, work) } else { pieces }
}

fn bytes_of(tokens: &[u32]) -> usize {
    tokens.iter().filter_map(|&token| char::from_u32(token)).map(char::len_utf8).sum()
}

/// Which edits stand on one side of an equality.
#[derive(Clone, Copy, Default)]
struct Sides {
    delete: bool,
    insert: bool,
}

impl Sides {
    fn note(&mut self, edit: Edit) {
        match edit {
            Edit::Delete => self.delete = true,
            Edit::Insert => self.insert = true,
            Edit::Equal => {}
        }
    }

    fn any(self) -> bool {
        self.delete || self.insert
    }

    fn count(self) -> usize {
        usize::from(self.delete) + usize::from(self.insert)
    }
}
