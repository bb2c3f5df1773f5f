//! Differences between strings.
//!
//! In: two strings. Out: the difference of the values that they hold, where both hold one; else the edits by characters where both have one
//! line, and otherwise the lines that go and come, with two lines around them.

use super::{Pen, Title};
use crate::model::update::OpType;
use crate::summary::display::strings::decode::decode;
use crate::summary::display::strings::edits::{Edit, by_characters, by_lines};
use crate::summary::display::strings::quote::{escape, quote};
use crate::summary::property::diff_values;

/// Lines that are shown around a change.
const CONTEXT: usize = 2;

impl Pen<'_> {
    /// How two strings differ, to the end of the line.
    pub(super) fn text_diff(self, old: &str, new: &str, out: &mut String) {
        if self.opens_strings() && self.held_diff(old, new, out) {
            return;
        }
        if old.contains('\n') || new.contains('\n') {
            self.deeper(1).line_diff(&by_lines(old, new), out);
        } else {
            self.character_diff(&by_characters(old, new), out);
        }
    }

    /// How the values differ that both strings hold; false where one holds none.
    fn held_diff(self, old: &str, new: &str, out: &mut String) -> bool {
        let Some((old_value, from)) = decode(old) else { return false };
        let Some((new_value, to)) = decode(new) else { return false };
        if old_value == new_value {
            self.deeper(0).text_diff(&quote(old.as_bytes()), &quote(new.as_bytes()), out);
            return true;
        }
        let notation = if from == to { format!("({}) ", from.name()) } else { format!("({} => {}) ", from.name(), to.name()) };
        self.put(&notation, out);
        match diff_values(&old_value, &new_value) {
            Some(diff) => self.deeper(0).value_diff(Title::None, &diff, out),
            None => self.deeper(0).op(&OpType::Same).value(&old_value, out),
        }
        true
    }

    fn character_diff(self, edits: &[(Edit, String)], out: &mut String) {
        for (side, op, end) in [(Edit::Delete, &OpType::Delete, "\""), (Edit::Insert, &OpType::Create, "\"\n")] {
            self.put("\"", out);
            for (edit, text) in edits {
                if *edit == side {
                    self.op(op).put(&escape(text), out);
                } else if *edit == Edit::Equal {
                    self.op(&OpType::Same).put(&escape(text), out);
                }
            }
            self.put(end, out);
            if side == Edit::Delete {
                self.put(" => ", out);
            }
        }
    }

    fn line_diff(self, edits: &[(Edit, Vec<&str>)], out: &mut String) {
        self.put("\n", out);
        for (at, (edit, lines)) in edits.iter().enumerate() {
            let lines: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).collect();
            match edit {
                Edit::Delete => self.lines(&OpType::Delete, &lines, out),
                Edit::Insert => self.lines(&OpType::Create, &lines, out),
                Edit::Equal => {
                    let (head, tail) = match at {
                        0 => (0, CONTEXT),
                        _ if at + 1 == edits.len() => (CONTEXT, 0),
                        _ => (CONTEXT, CONTEXT),
                    };
                    self.context(&lines, head, tail, out);
                }
            }
        }
    }

    /// Lines that stay; those in the middle are left out where that saves more than one line.
    fn context(self, lines: &[&str], head: usize, tail: usize, out: &mut String) {
        if lines.len() <= head + tail + 1 {
            return self.lines(&OpType::Same, lines, out);
        }
        self.lines(&OpType::Same, &lines[..head], out);
        self.op(&OpType::Same).marked(false).begin("...\n", out);
        self.lines(&OpType::Same, &lines[lines.len() - tail..], out);
    }

    fn lines(self, op: &OpType, lines: &[&str], out: &mut String) {
        let pen = self.op(op).marked(*op != OpType::Same);
        for line in lines {
            pen.begin(&self.cut(line), out);
            out.push('\n');
        }
    }
}
