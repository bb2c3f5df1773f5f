//! Lines of a page that is 80 columns wide.
//!
//! In: text from a log, and how it is to look. Out: lines; whatever is put on one is made tame here or by the caller, and cut where
//! it would not fit. A character counts as one column. Nothing can fail.

use super::SummaryTextOptions;
use crate::model::print::{Paint, cut, excerpt, first, plural, tame};

const WIDTH: usize = 80;
/// Longest line of a message, in characters, and most lines of one: in short, and in full.
const LINE: [usize; 2] = [500, 4_000];
const LINES: [usize; 2] = [8, 500];

pub(super) struct Page {
    pub(super) out: String,
    pub(super) paint: Paint,
    pub(super) all: bool,
}

impl Page {
    pub(super) fn new(options: &SummaryTextOptions) -> Self {
        Self { out: String::new(), paint: Paint(options.color), all: options.all }
    }

    /// A line that is tame already.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A heading, with an empty line before it.
    pub(super) fn heading(&mut self, title: &str, count: usize) {
        let title = self.paint.on(Paint::BOLD, title);
        let count = if count > 0 { format!(" ({count})") } else { String::new() };
        self.line("");
        self.line(&format!("{title}{count}"));
    }

    /// How many of a list are shown; says how many are not.
    pub(super) fn most(&self, most: usize, count: usize) -> usize {
        // One more costs as much as saying that there is one more.
        if self.all || count <= most + 1 { count } else { most }
    }

    pub(super) fn more(&mut self, indent: &str, count: usize) {
        if count > 0 {
            let text = self.paint.on(Paint::DIM, &format!("… and {count} more"));
            self.line(&format!("{indent}{text}"));
        }
    }

    /// A tame name; in short, one that is too long loses its middle.
    pub(super) fn short(&self, name: &str, most: usize) -> String {
        if self.all {
            return cut(name, LINE[1]);
        }
        let name = tame(first(name, LINE[0]));
        let count = name.chars().count();
        if count <= most {
            return name;
        }
        let head = most / 2;
        let tail: String = name.chars().skip(count - (most - head - 1)).collect();
        format!("{}…{tail}", first(&name, head))
    }

    /// Pieces side by side, as many on a line as fit.
    pub(super) fn flow(&mut self, indent: &str, gap: &str, pieces: &[(String, &str)]) {
        let (mut line, mut width) = (String::new(), 0);
        for (text, style) in pieces {
            let size = text.chars().count();
            if width > 0 && indent.chars().count() + width + gap.chars().count() + size > WIDTH {
                self.line(&format!("{indent}{line}{}", gap.trim_end()));
                (line, width) = (String::new(), 0);
            }
            if width > 0 {
                line.push_str(gap);
                width += gap.chars().count();
            }
            line.push_str(&self.paint.on(style, text));
            width += size;
        }
        self.line(&format!("{indent}{line}"));
    }

    /// A sentence, broken between words.
    pub(super) fn wrapped(&mut self, indent: &str, text: &str, style: &str) {
        let most = LINE[usize::from(self.all)];
        let words: Vec<(String, &str)> = cut(text, most).split_whitespace().map(|word| (word.to_owned(), style)).collect();
        self.flow(indent, " ", &words);
    }

    /// A message with its line breaks; how much is left out is said.
    pub(super) fn message(&mut self, indent: &str, text: &str, style: &str) {
        let (most, width) = (LINES[usize::from(self.all)], LINE[usize::from(self.all)]);
        let (lines, more) = excerpt(text, most, width, 4 * width);
        for line in lines {
            self.line(&format!("{indent}{}", self.paint.on(style, &line)));
        }
        if more > 0 {
            let more = self.paint.on(Paint::DIM, &format!("… {}", plural(more as u64, "more line")));
            self.line(&format!("{indent}{more}"));
        }
    }

    /// Room left on a line, of which so much is taken.
    pub(super) fn room(taken: usize) -> usize {
        WIDTH.saturating_sub(taken)
    }
}
