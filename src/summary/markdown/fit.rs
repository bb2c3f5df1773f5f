//! What of a long text is kept where there is too little room.
//!
//! In: sections in order of weight, each a list of items with a short form and longer ones. Out: their text, never longer than the room.
//! First to go are the longer forms, from the end; then items, from the end of each list; then sections, of which one line with the
//! count remains as long as there is room for that. Nothing can fail, and no item is cut within, so that what an item opens it also closes.

use crate::model::print::plural;

/// A list under a heading.
pub(super) struct Section<'a> {
    /// What it holds and how many, as Markdown: all that is left of it where there is no room.
    pub(super) title: String,
    /// Opens it: a heading, perhaps the head of a table or a fold.
    pub(super) open: String,
    /// Closes it.
    pub(super) close: &'static str,
    /// What one item is.
    pub(super) unit: &'static str,
    pub(super) count: usize,
    /// Its longer forms come before the items of sections that are not vital, within a share of the room.
    pub(super) vital: bool,
    /// The short form of an item.
    pub(super) short: Box<dyn Fn(usize) -> String + 'a>,
    /// Whether an item has longer forms.
    pub(super) has_long: Box<dyn Fn(usize) -> bool + 'a>,
    /// The longer forms of an item, the longest first; `None` where there is none left.
    pub(super) long: Box<dyn Fn(usize, u32) -> Option<String> + 'a>,
}

impl Section<'_> {
    /// Stands in its place.
    fn stub(&self) -> String {
        format!("\n{}: left out.\n", self.title)
    }

    fn longest(&self, at: usize) -> String {
        (self.long)(at, 0).unwrap_or_else(|| (self.short)(at))
    }
}

/// Room for the line that says how many items a section lacks.
const MORE: usize = 64;
/// With less room than this no longer form is tried, nor after so many in a row that did not fit.
const LEAST: usize = 64;
const MISSES: usize = 50;
/// A section that is vital gets this part of the room before the others have had a turn; one long form gets an eighth of the room.
const SHARE: usize = 3;
const PIECE: usize = 8;

/// The text, and what it lacks.
#[derive(Default)]
pub(super) struct Fitted {
    pub(super) text: String,
    forms: u64,
    items: u64,
    sections: u64,
}

impl Fitted {
    /// A line that says what is left out, of at most 128 bytes.
    pub(super) fn note(&self) -> String {
        if self.forms + self.items + self.sections == 0 {
            return String::new();
        }
        let parts = [
            (self.forms, plural(self.forms, "detail")),
            (self.items, plural(self.items, "row")),
            (self.sections, plural(self.sections, "section")),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        format!("\n_Left out to keep this short: {}._\n", parts.join(", "))
    }
}

/// A section that is being filled.
struct Filling<'s, 'a> {
    section: &'s Section<'a>,
    /// No more than its stub is shown.
    is_stub: bool,
    /// The items shown, each with whether it is as long as it can be.
    shown: Vec<(String, bool)>,
}

impl Filling<'_, '_> {
    /// Takes in items, as long as they fit.
    fn take_items(&mut self, room: &mut usize) {
        while !self.is_stub && self.shown.len() < self.section.count {
            let item = (self.section.short)(self.shown.len());
            if item.len() > *room {
                break;
            }
            *room -= item.len();
            self.shown.push((item, !(self.section.has_long)(self.shown.len())));
        }
    }

    /// Puts longer forms in the place of shorter ones, each of at most so many bytes more.
    fn lengthen(&mut self, room: &mut usize, most: usize) {
        let mut misses = 0;
        for (at, (text, is_whole)) in self.shown.iter_mut().enumerate().filter(|(_, (_, is_whole))| !is_whole) {
            if *room < LEAST || misses > MISSES {
                break;
            }
            misses += 1;
            for level in 0.. {
                let Some(form) = (self.section.long)(at, level) else { break };
                let (more, fewer) = (form.len().saturating_sub(text.len()), text.len().saturating_sub(form.len()));
                if more <= most.min(*room) {
                    *room = *room - more + fewer;
                    *text = form;
                    *is_whole = level == 0;
                    misses = 0;
                    break;
                }
            }
        }
    }
}

/// All of the sections; `None` where there is too little room.
pub(super) fn whole(sections: &[Section<'_>], room: usize) -> Option<String> {
    let mut out = String::new();
    for section in sections.iter().filter(|section| section.count > 0) {
        push(&section.open, &mut out);
        for at in 0..section.count {
            push(&section.longest(at), &mut out);
            if out.len() > room {
                return None;
            }
        }
        push(section.close, &mut out);
    }
    (out.len() <= room).then_some(out)
}

/// As much of the sections as there is room for.
pub(super) fn fit(sections: &[Section<'_>], room: usize) -> Fitted {
    let mut left = room;
    let mut fitted = Fitted::default();
    let mut open: Vec<Filling<'_, '_>> = Vec::new();
    // A line for each, then as many opened as there is room for.
    for section in sections.iter().filter(|section| section.count > 0) {
        match left.checked_sub(section.stub().len()) {
            Some(rest) => {
                left = rest;
                open.push(Filling { section, is_stub: true, shown: Vec::new() });
            }
            None => fitted.sections += 1,
        }
    }
    for filling in &mut open {
        let section = filling.section;
        let cost = section.open.len() + section.close.len() + MORE + (section.short)(0).len();
        if let Some(rest) = (left + section.stub().len()).checked_sub(cost) {
            left = rest;
            filling.is_stub = false;
            filling.shown.push(((section.short)(0), !(section.has_long)(0)));
        }
    }
    for filling in open.iter_mut().filter(|filling| filling.section.vital) {
        let share = left / SHARE;
        let mut part = share;
        filling.take_items(&mut part);
        let piece = part / PIECE;
        filling.lengthen(&mut part, piece);
        left = left - share + part;
    }
    // First each its part, so that no section starves, then whatever there is.
    let sections = open.len();
    for (at, filling) in open.iter_mut().enumerate() {
        let share = left / (sections - at);
        let mut part = share;
        filling.take_items(&mut part);
        left = left - share + part;
    }
    for filling in &mut open {
        filling.take_items(&mut left);
        if !filling.is_stub && filling.shown.len() == filling.section.count {
            left += MORE;
        }
    }
    for most in [left / PIECE, usize::MAX] {
        for filling in &mut open {
            filling.lengthen(&mut left, most);
        }
    }
    for filling in &open {
        let section = filling.section;
        if filling.is_stub {
            fitted.items += section.count as u64;
            push(&section.stub(), &mut fitted.text);
            continue;
        }
        push(&section.open, &mut fitted.text);
        for (text, is_whole) in &filling.shown {
            push(text, &mut fitted.text);
            fitted.forms += u64::from(!is_whole);
        }
        let lacking = section.count - filling.shown.len();
        if lacking > 0 {
            fitted.items += lacking as u64;
            fitted.text.push_str(&format!("\n_… and {}_\n", plural(lacking as u64, &format!("more {}", section.unit))));
        }
        push(section.close, &mut fitted.text);
    }
    fitted
}

/// Appends a block; one empty line between two is enough.
fn push(block: &str, out: &mut String) {
    out.push_str(if out.ends_with("\n\n") { block.strip_prefix('\n').unwrap_or(block) } else { block });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(name: &str, vital: bool, count: usize) -> Section<'_> {
        Section {
            title: name.to_owned(),
            open: format!("<{name}>\n"),
            close: "</>\n",
            unit: "row",
            count,
            vital,
            short: Box::new(|at| format!("{at}\n")),
            has_long: Box::new(|_| true),
            long: Box::new(|at, level| (level < 3).then(|| format!("{at}: {}\n", "x".repeat(200 >> level)))),
        }
    }

    #[test]
    fn any_room_is_enough() {
        let sections = [section("a", true, 3), section("b", false, 400), section("c", false, 0)];
        let all = whole(&sections, 1 << 20).unwrap();
        assert!(!all.contains("<c>") && whole(&sections, all.len() - 1).is_none());
        for room in 0..3000 {
            let fitted = fit(&sections, room);
            assert!(fitted.text.len() <= room, "{} > {room}", fitted.text.len());
            assert_eq!(fitted.text.matches("</>").count(), fitted.text.matches('<').count() / 2);
            assert!(!fitted.note().is_empty() && fitted.note().len() <= super::super::NOTE);
        }
    }

    #[test]
    fn long_forms_go_first_then_items() {
        let sections = [section("a", false, 3), section("b", false, 100)];
        let text = fit(&sections, 700).text;
        assert!(text.contains("<a>\n0: x") && text.ends_with("98\n99\n</>\n"), "{text}");
        let text = fit(&sections, 300).text;
        assert!(text.contains("<a>\n0\n1\n2\n</>") && text.contains(" more rows_"), "{text}");
        let text = fit(&[section("a", true, 2), section("b", false, 9999)], 3000).text;
        assert!(text.contains("0: x"), "{text}");
    }
}
