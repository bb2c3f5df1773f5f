//! What of a long text is kept where there is too little room.
//!
//! In: sections in order of weight, each a list of items with a short form and longer ones. Out: their text, never longer than the room.
//! First to go are the longer forms, from the end; then items, from the end of each list; then sections. Nothing can fail, and
//! no item is cut within, so that what an item opens it also closes.

use crate::model::print::plural;

/// A list under a heading.
pub(super) struct Section<'a> {
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
    /// The longer forms of an item, the longest first; `None` where there is none left.
    pub(super) long: Box<dyn Fn(usize, u32) -> Option<String> + 'a>,
}

/// Room for the line that says how many items a section lacks.
const MORE: usize = 64;
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
    pub(super) fn is_whole(&self) -> bool {
        self.forms + self.items + self.sections == 0
    }

    /// A line that says what is left out, of at most 128 bytes.
    pub(super) fn note(&self) -> String {
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
    /// The items shown, each with whether it is as long as it can be.
    shown: Vec<(String, bool)>,
}

impl Filling<'_, '_> {
    /// Takes in items, as long as they fit.
    fn take_items(&mut self, room: &mut usize) {
        while self.shown.len() < self.section.count {
            let item = (self.section.short)(self.shown.len());
            if item.len() > *room {
                break;
            }
            *room -= item.len();
            self.shown.push((item, false));
        }
    }

    /// Puts longer forms in the place of shorter ones, each of at most so many bytes more.
    fn lengthen(&mut self, room: &mut usize, most: usize) {
        for (at, (text, is_whole)) in self.shown.iter_mut().enumerate().filter(|(_, (_, is_whole))| !is_whole) {
            for level in 0.. {
                let Some(form) = (self.section.long)(at, level) else {
                    *is_whole = level == 0;
                    break;
                };
                let (more, fewer) = (form.len().saturating_sub(text.len()), text.len().saturating_sub(form.len()));
                if more <= most.min(*room) {
                    *room = *room - more + fewer;
                    *text = form;
                    *is_whole = level == 0;
                    break;
                }
            }
        }
    }
}

/// As much of the sections as there is room for.
pub(super) fn fit(sections: &[Section<'_>], room: usize) -> Fitted {
    let mut left = room;
    let mut fitted = Fitted::default();
    let mut open: Vec<Filling<'_, '_>> = Vec::new();
    for section in sections.iter().filter(|section| section.count > 0) {
        match left.checked_sub(section.open.len() + section.close.len() + MORE) {
            Some(rest) => {
                left = rest;
                open.push(Filling { section, shown: Vec::new() });
            }
            None => fitted.sections += 1,
        }
    }
    for filling in open.iter_mut().filter(|filling| filling.section.vital) {
        let share = left / SHARE;
        let mut part = share;
        filling.take_items(&mut part);
        let piece = part / PIECE;
        filling.lengthen(&mut part, piece);
        left -= share - part;
    }
    for filling in &mut open {
        filling.take_items(&mut left);
        if filling.shown.len() == filling.section.count {
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
        fitted.text.push_str(&section.open);
        for (text, is_whole) in &filling.shown {
            fitted.text.push_str(text);
            fitted.forms += u64::from(!is_whole);
        }
        let lacking = section.count - filling.shown.len();
        if lacking > 0 {
            fitted.items += lacking as u64;
            fitted.text.push_str(&format!("\n_… and {} more_\n", plural(lacking as u64, section.unit)));
        }
        fitted.text.push_str(section.close);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(name: &str, vital: bool, count: usize) -> Section<'_> {
        Section {
            open: format!("<{name}>\n"),
            close: "</>\n",
            unit: "row",
            count,
            vital,
            short: Box::new(|at| format!("{at}\n")),
            long: Box::new(|at, level| (level < 3).then(|| format!("{at}: {}\n", "x".repeat(200 >> level)))),
        }
    }

    #[test]
    fn any_room_is_enough() {
        let sections = [section("a", true, 3), section("b", false, 400), section("c", false, 0)];
        let whole = fit(&sections, 1 << 20);
        assert!(whole.is_whole() && !whole.text.contains("<c>"));
        for room in 0..3000 {
            let fitted = fit(&sections, room);
            assert!(fitted.text.len() <= room, "{} > {room}", fitted.text.len());
            assert_eq!(fitted.text.matches("</>").count(), fitted.text.matches('<').count() / 2);
            assert!(!fitted.is_whole() && fitted.note().len() <= super::super::NOTE);
        }
    }

    #[test]
    fn long_forms_go_first_then_items() {
        let sections = [section("a", false, 3), section("b", false, 100)];
        let text = fit(&sections, 700).text;
        assert!(text.contains("<a>\n0: x") && text.ends_with("98\n99\n</>\n"), "{text}");
        let text = fit(&sections, 300).text;
        assert!(text.contains("<a>\n0\n1\n2\n</>") && text.contains(" more rows_"), "{text}");
        let text = fit(&[section("a", true, 2), section("b", false, 1000)], 1000).text;
        assert!(text.contains("0: x"), "{text}");
    }
}
