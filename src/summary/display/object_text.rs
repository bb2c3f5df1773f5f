//! Property values and their differences as the diff view writes them.
//!
//! In: values and differences of [`crate::summary::property`]. Out: indented lines with colour tags, a mark before what comes, goes or
//! changes. Nothing can fail. Every piece of a line is written as the op's colour, the text, and a reset, as Pulumi does it.
//! Rules: pulumi-semantics section 4.5.
//!
//! Walking and writing are apart: [`values`], [`diffs`], [`archives`] and [`texts`] say what is written, [`Pen`] writes it.

use std::borrow::Cow;

use crate::model::update::OpType;
use crate::summary::property::Value;

use super::color::RESET;
use super::op;
use super::strings::quote::shorten;

mod archives;
mod diffs;
mod hidden;
mod outputs;
mod stack_preview;
mod texts;
mod values;

pub(crate) use hidden::diff_with_hidden;
pub(crate) use outputs::outputs;

/// Levels of indentation that are shown; what lies deeper stands below them.
const MAX_INDENT: usize = 64;
/// Longest key to which the others are aligned.
const MAX_ALIGN: usize = 512;
/// Levels of values and of strings inside strings below which strings are no longer opened.
const MAX_OPENED: usize = 48;

/// How the next piece is written.
#[derive(Clone, Copy)]
pub(crate) struct Pen<'o> {
    op: &'o OpType,
    indent: usize,
    /// Lines begin with the op's mark.
    marked: bool,
    /// Only what changes is written.
    summary: bool,
    /// Texts are cut to their first lines.
    truncate: bool,
    /// Outputs of a stack in a preview: the mark of resources is left out of what is new.
    stack_preview: bool,
    /// Levels of values so far.
    depth: usize,
}

impl<'o> Pen<'o> {
    /// A pen for values: lines have no mark.
    pub(crate) fn new(op: &'o OpType, indent: usize, truncate: bool) -> Self {
        Self { op, indent, marked: false, summary: false, truncate, stack_preview: false, depth: 0 }
    }

    pub(crate) fn marked(self, marked: bool) -> Self {
        Self { marked, ..self }
    }

    /// For what stays as it is.
    pub(crate) fn as_same(self) -> Pen<'o> {
        self.op(&OpType::Same)
    }

    /// Only what changes.
    pub(crate) fn summary(self) -> Self {
        Self { summary: true, ..self }
    }

    fn op<'p>(self, op: &'p OpType) -> Pen<'p>
    where
        'o: 'p,
    {
        Pen { op, ..self }
    }

    fn deeper(self, levels: usize) -> Self {
        Self { indent: self.indent + levels, depth: self.depth + 1, ..self }
    }

    fn opens_strings(self) -> bool {
        self.depth < MAX_OPENED
    }

    /// A piece within a line.
    pub(crate) fn put(self, text: &str, out: &mut String) {
        piece(self.op, &[text], out);
    }

    /// The beginning of a line.
    pub(crate) fn begin(self, text: &str, out: &mut String) {
        piece(self.op, &[&indentation(self.indent, self.marked.then_some(self.op)), text], out);
    }

    /// The beginning of a line that never has a mark.
    pub(crate) fn begin_unmarked(self, text: &str, out: &mut String) {
        piece(self.op, &[&indentation(self.indent, None), text], out);
    }

    /// A text that is cut where that is asked for.
    fn cut(self, text: &str) -> Cow<'_, str> {
        if !self.truncate {
            return Cow::Borrowed(text);
        }
        match shorten(text) {
            Cow::Borrowed(_) => Cow::Borrowed(text),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }

    fn title(self, title: Title<'_>, out: &mut String) {
        match title {
            Title::Key(name, align) => self.begin(&format!("{:<align$}: ", self.cut(name)), out),
            Title::Index(index) => Pen { indent: self.indent.saturating_sub(1), ..self }.begin(&format!("[{index}]: "), out),
            Title::None => {}
        }
    }
}

/// What stands before a value.
#[derive(Clone, Copy)]
enum Title<'t> {
    /// A key, and the width to which it is filled up.
    Key(&'t str, usize),
    /// An index, one level further out than the value.
    Index(usize),
    None,
}

fn piece(op: &OpType, texts: &[&str], out: &mut String) {
    out.push_str(op::color(op));
    texts.iter().for_each(|text| out.push_str(text));
    out.push_str(RESET);
}

/// Spaces, the last two of which are the op's mark where one is given.
pub(crate) fn indentation(levels: usize, op: Option<&OpType>) -> String {
    let mut out = " ".repeat(4 * levels.min(MAX_INDENT));
    if let Some(op) = op
        && out.len() >= 2
    {
        out.truncate(out.len() - 2);
        out.push_str(op::mark(op));
    }
    out
}

/// The width of the longest key.
fn width<'k>(keys: impl IntoIterator<Item = &'k str>) -> usize {
    keys.into_iter().map(str::len).max().unwrap_or(0).min(MAX_ALIGN)
}

/// Whether a value says anything: empty ones are not shown where nothing changes.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    }
}

fn is_primitive(value: &Value) -> bool {
    matches!(
        value,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Bytes(_) | Value::Unknown | Value::Secret(_)
    )
}
