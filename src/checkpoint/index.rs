//! Where each resource record of a state stands, found in one scan and without parsing any of them.
//!
//! In: the JSON text, and perhaps the index of an earlier version of the same state. Out: [`Index`]: a byte range and the
//! identity of each record. Fails with `wrong_shape` and the path where the text is no state, or with the scanner's errors.
//! A record that stands byte for byte in the earlier version is compared, not scanned.

use super::entry::{Entry, flag};
use super::text::{Run, STAND_IN, Span};
use crate::error::{Error, ErrorCode, Result};
use crate::wire::scan::{self, Sink, Step, Token};
use crate::wire::{simd, text};

/// No counterpart in the base.
pub(crate) const NO_TWIN: u32 = u32::MAX;

/// All records of a state, in order.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) entries: Vec<Entry>,
    /// The `resources` list with its brackets; absent where the state has none or `null`.
    pub(crate) list: Option<Span>,
    /// For each entry the entry of the base that has the same bytes, or [`NO_TWIN`].
    pub(crate) twins: Vec<u32>,
}

/// Another version to compare with while scanning.
pub(crate) struct Base<'b> {
    pub(crate) bytes: &'b [u8],
    pub(crate) index: &'b Index,
    /// Finds an entry by the raw text of its URN.
    pub(crate) find: &'b dyn Fn(&[u8]) -> Option<u32>,
}

/// Scans the text: checks it as JSON and indexes its resources. `None` where one of the runs does not stand in the list.
pub(crate) fn index(bytes: &[u8], runs: &[Run], base: Option<Base<'_>>) -> Result<Option<Index>> {
    let mut indexer = Indexer {
        bytes,
        runs,
        base,
        expected: 0,
        names: [Name::Other; 4],
        place: Place::Outside,
        wrapped: false,
        field: Field::Other,
        entry: Entry::default(),
        out: Index::default(),
    };
    scan::scan(bytes, &mut indexer)?;
    Ok(indexer.runs.is_empty().then_some(indexer.out))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Deployment,
    Checkpoint,
    Latest,
    Resources,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Urn,
    Id,
    Kind,
    Parent,
    Provider,
    Flag(u16),
    InitErrors,
    Resource,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    /// In the list; its elements have this depth.
    List(usize),
    /// In an element; the list's elements have this depth.
    Element(usize),
    /// In a record inside a wrapping element.
    Wrapped(usize),
}

struct Indexer<'a> {
    bytes: &'a [u8],
    /// Runs that are still to come.
    runs: &'a [Run],
    base: Option<Base<'a>>,
    expected: u32,
    names: [Name; 4],
    place: Place,
    wrapped: bool,
    field: Field,
    entry: Entry,
    out: Index,
}

impl Sink for Indexer<'_> {
    #[inline(always)]
    fn limit(&self) -> usize {
        match self.place {
            Place::Outside => 3,
            Place::List(depth) => depth,
            Place::Element(depth) => depth + 1,
            Place::Wrapped(depth) => depth + 2,
        }
    }

    #[inline(never)]
    fn token(&mut self, token: Token, at: usize, depth: usize) -> Result<Step> {
        match self.place {
            Place::Outside => self.outside(token, at, depth),
            Place::List(elements) => self.list(token, at, elements, depth),
            Place::Element(elements) => self.element(token, at, elements, depth),
            Place::Wrapped(elements) => self.wrapped(token, at, elements, depth),
        }
    }
}

impl Indexer<'_> {
    fn outside(&mut self, token: Token, at: usize, depth: usize) -> Result<Step> {
        match token {
            Token::Key => {
                self.names[depth] = match &*self.string(at).1 {
                    b"deployment" => Name::Deployment,
                    b"checkpoint" => Name::Checkpoint,
                    b"latest" => Name::Latest,
                    b"resources" => Name::Resources,
                    _ => Name::Other,
                };
            }
            Token::List if self.is_resources(depth) => {
                if self.out.list.is_some() {
                    return Err(self.wrong("the state has two lists of resources", at));
                }
                self.out.list = Some(Span { start: at as u32, end: 0 });
                self.place = Place::List(depth + 1);
                self.wrapped = false;
            }
            Token::Object if self.is_resources(depth) => return Err(self.no_list(at, depth)),
            Token::Scalar if self.is_resources(depth) && self.bytes[at] != b'n' => return Err(self.no_list(at, depth)),
            Token::Object | Token::List if depth < 3 => self.names[depth + 1] = Name::Other,
            _ => {}
        }
        Ok(Step::Into)
    }

    fn is_resources(&self, depth: usize) -> bool {
        use Name::{Checkpoint, Deployment, Latest, Resources};
        match depth {
            1 => self.names[1] == Resources,
            2 => matches!(self.names[1], Deployment | Latest) && self.names[2] == Resources,
            3 => self.names[1..4] == [Checkpoint, Latest, Resources],
            _ => false,
        }
    }

    fn list(&mut self, token: Token, at: usize, elements: usize, depth: usize) -> Result<Step> {
        match token {
            Token::Object => {
                if self.take_run(at) {
                    return Ok(Step::Over(STAND_IN.len()));
                }
                if let Some(len) = self.twin(at) {
                    return Ok(Step::Over(len));
                }
                let start = at as u32;
                self.entry = Entry { element: Span { start, end: 0 }, record: Span { start, end: 0 }, ..Entry::default() };
                self.place = Place::Element(elements);
                self.field = Field::Other;
                Ok(Step::Into)
            }
            Token::Close if depth < elements => {
                if let Some(list) = &mut self.out.list {
                    list.end = at as u32 + 1;
                }
                self.place = Place::Outside;
                Ok(Step::Into)
            }
            _ => Err(self.wrong("a resource must be an object", at).path(self.element_path(""))),
        }
    }

    fn element(&mut self, token: Token, at: usize, elements: usize, depth: usize) -> Result<Step> {
        if depth == elements {
            return self.end_of_entry(at, elements);
        }
        match token {
            Token::Key => self.field = self.field_at(at),
            Token::Object if self.field == Field::Resource && elements == 2 => {
                self.wrapped = true;
                self.entry.record.start = at as u32;
                self.place = Place::Wrapped(elements);
                self.field = Field::Other;
            }
            _ => self.field_value(token, at)?,
        }
        Ok(Step::Into)
    }

    fn wrapped(&mut self, token: Token, at: usize, elements: usize, depth: usize) -> Result<Step> {
        match token {
            Token::Close if depth == elements + 1 => {
                self.entry.record.end = at as u32 + 1;
                self.place = Place::Element(elements);
                self.field = Field::Other;
            }
            Token::Key => self.field = self.field_at(at),
            _ => self.field_value(token, at)?,
        }
        Ok(Step::Into)
    }

    fn end_of_entry(&mut self, at: usize, elements: usize) -> Result<Step> {
        self.entry.element.end = at as u32 + 1;
        if self.entry.record.is_absent() {
            self.entry.record = self.entry.element;
        }
        if self.entry.urn.end <= self.entry.urn.start {
            return Err(self
                .wrong("a resource has no `urn`", self.entry.record.start as usize)
                .path(self.element_path(".urn"))
                .hint("every resource of a Pulumi state has one: check that this is a state file"));
        }
        if let Some(base) = &self.base
            && let Some(found) = (base.find)(&self.bytes[self.entry.urn.start as usize..self.entry.urn.end as usize])
        {
            self.expected = found + 1;
        }
        self.out.entries.push(self.entry);
        self.out.twins.push(NO_TWIN);
        self.place = Place::List(elements);
        Ok(Step::Into)
    }

    /// The run that stands at this place, as entries of the base.
    fn take_run(&mut self, at: usize) -> bool {
        let (Some((run, rest)), Some(base)) = (self.runs.split_first(), &self.base) else { return false };
        if run.at as usize != at {
            return false;
        }
        let entries = &base.index.entries[run.first as usize..run.past as usize];
        self.out.entries.extend(entries.iter().map(|entry| entry.map(Span::in_base)));
        self.out.twins.extend(run.first..run.past);
        self.expected = run.past;
        self.runs = rest;
        true
    }

    /// Length of the element where it stands byte for byte at the expected place of the earlier version.
    fn twin(&mut self, at: usize) -> Option<usize> {
        let base = self.base.as_ref()?;
        let old = base.index.entries.get(self.expected as usize)?;
        let theirs = &base.bytes[old.element.start as usize..old.element.end as usize];
        let ours = self.bytes.get(at..at + theirs.len())?;
        if !simd::equal(ours, theirs) {
            return None;
        }
        self.out.entries.push(old.shifted((at as u32).wrapping_sub(old.element.start)));
        self.out.twins.push(self.expected);
        self.expected += 1;
        Some(theirs.len())
    }

    fn field_at(&self, at: usize) -> Field {
        match &*self.string(at).1 {
            b"urn" => Field::Urn,
            b"id" => Field::Id,
            b"type" => Field::Kind,
            b"parent" => Field::Parent,
            b"provider" => Field::Provider,
            b"custom" => Field::Flag(flag::CUSTOM),
            b"delete" => Field::Flag(flag::DELETE),
            b"external" => Field::Flag(flag::EXTERNAL),
            b"protect" => Field::Flag(flag::PROTECT),
            b"retainOnDelete" => Field::Flag(flag::RETAIN),
            b"pendingReplacement" => Field::Flag(flag::PENDING_REPLACEMENT),
            b"taint" => Field::Flag(flag::TAINT),
            b"initErrors" => Field::InitErrors,
            b"resource" => Field::Resource,
            _ => Field::Other,
        }
    }

    fn field_value(&mut self, token: Token, at: usize) -> Result<()> {
        let string = token == Token::Scalar && self.bytes[at] == b'"';
        let target = match self.field {
            Field::Urn => {
                if !string {
                    return Err(self.wrong("a resource's `urn` must be a string", at).path(self.element_path(".urn")));
                }
                &mut self.entry.urn
            }
            Field::Id => &mut self.entry.id,
            Field::Kind => &mut self.entry.kind,
            Field::Parent => &mut self.entry.parent,
            Field::Provider => &mut self.entry.provider,
            Field::Flag(bit) => {
                let set = token == Token::Scalar && self.bytes[at] == b't';
                self.entry.flags = if set { self.entry.flags | bit } else { self.entry.flags & !bit };
                return Ok(());
            }
            Field::InitErrors => {
                let filled = token == Token::List && self.bytes[at + 1..].trim_ascii_start().first() != Some(&b']');
                self.entry.flags |= if filled { flag::INIT_ERRORS } else { 0 };
                return Ok(());
            }
            Field::Resource | Field::Other => return Ok(()),
        };
        *target = Span::default();
        if string {
            let len = string_len(&self.bytes[at..]);
            *target = Span { start: at as u32 + 1, end: (at + len) as u32 + 1 };
        }
        Ok(())
    }

    /// The string that starts at `at`: its length without quotes, and its bytes with escapes resolved.
    fn string(&self, at: usize) -> (usize, std::borrow::Cow<'_, [u8]>) {
        let len = string_len(&self.bytes[at..]);
        (len, text::unescape(&self.bytes[at + 1..at + 1 + len]))
    }

    fn no_list(&self, at: usize, depth: usize) -> Error {
        let path = match depth {
            1 => "resources",
            2 if self.names[1] == Name::Deployment => "deployment.resources",
            2 => "latest.resources",
            _ => "checkpoint.latest.resources",
        };
        self.wrong("`resources` must be a list", at).path(path)
    }

    fn element_path(&self, rest: &str) -> String {
        let root = match (self.names[1], self.names[2]) {
            (Name::Deployment, _) => "deployment.resources",
            (Name::Checkpoint, _) => "checkpoint.latest.resources",
            (Name::Latest, _) => "latest.resources",
            _ => "resources",
        };
        format!("{root}[{}]{rest}", self.out.entries.len())
    }

    fn wrong(&self, message: &str, at: usize) -> Error {
        Error::new(ErrorCode::WrongShape, message).at(at)
    }
}

/// Bytes between the quote at the start and the quote that ends the string (or the text).
fn string_len(quoted: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match memchr::memchr2(b'"', b'\\', quoted.get(at..).unwrap_or_default()) {
            Some(step) if quoted[at + step] == b'"' => return at + step - 1,
            Some(step) => at += step + 2,
            None => return quoted.len() - 1,
        }
    }
}
