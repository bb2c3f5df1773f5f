//! One state: read it, ask it, check it.
//!
//! In: bytes of any Pulumi state file or API answer. Out: [`Checkpoint`], a cheap handle over the text and an index of its
//! resources; answers are small, and every secret in them is masked. Reading fails with a code and a place; asking does not fail.

mod check;
mod entry;
mod envelope;
mod graph;
mod index;
mod intake;
mod report;
mod rows;
mod summary;
mod text;
mod urns;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

pub use check::{CheckReport, Finding, Severity};
pub use envelope::{EnvelopeKind, Warning};
pub use graph::Relation;
pub use intake::Intake;
pub use rows::{Facet, Facets, ResourceFilter, ResourcePage, ResourceRow};
pub use summary::{CheckpointSummary, Counts, Manifest, Plugin};

pub(crate) use entry::{Entry, flag};
pub(crate) use envelope::{body, skeleton};
pub(crate) use index::NO_TWIN;
pub(crate) use rows::ranked;
pub(crate) use summary::identity;
pub(crate) use text::Span;

use crate::error::{Error, ErrorCode, Result};
use crate::model::render::{self, Numbers};
use crate::wire::tape::Tape;
use crate::wire::text as string;
use crate::wire::{Compression, MAX_BYTES, decompress};
use envelope::Envelope;
use index::{Base, Index};
use text::Text;
use urns::Urns;

/// One state of one stack.
///
/// Cloning is cheap and shares the text. Byte offsets in errors count from 0 in the decompressed text.
///
/// ```
/// use stackscope::checkpoint::Checkpoint;
///
/// let state = Checkpoint::parse(br#"{"version":3,"deployment":{"manifest":{"time":"","magic":"","version":""},
///   "resources":[{"urn":"urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev","type":"pulumi:pulumi:Stack",
///                 "custom":false,"outputs":{"url":"https://example.com"}}]}}"#.to_vec())?;
/// assert_eq!(state.len(), 1);
/// assert_eq!(state.summary().stack.as_deref(), Some("dev"));
/// assert_eq!(state.stack_outputs(), r#"{"url":"https://example.com"}"#);
/// # Ok::<(), stackscope::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Checkpoint {
    state: Arc<State>,
}

#[derive(Debug)]
pub(crate) struct State {
    text: Text,
    compression: Compression,
    index: Index,
    envelope: Envelope,
    urns: OnceLock<Urns>,
}

impl Checkpoint {
    /// Reads a state: any envelope, versions 0 to 4, plain, gzip or zstd.
    ///
    /// Fails with `not_json`, `truncated`, `invalid_utf8`, `too_deep`, `decompress`, `wrong_shape` or `unsupported_version`.
    pub fn parse(bytes: Vec<u8>) -> Result<Self> {
        Self::parse_with(bytes, None)
    }

    /// As [`Checkpoint::parse`], faster and smaller where `bytes` hold another version of the state `base`: what the two share
    /// is kept once. The result is the same.
    pub fn parse_like(bytes: Vec<u8>, base: &Self) -> Result<Self> {
        Self::parse_with(bytes, Some(&base.state))
    }

    fn parse_with(bytes: Vec<u8>, base: Option<&Arc<State>>) -> Result<Self> {
        let (bytes, compression) = decompress::decompress(bytes)?;
        let mut intake = Intake::new(base);
        if base.is_none() {
            return Self::from_text(Text { own: bytes, ..Text::default() }, compression, None);
        }
        intake.push(&bytes)?;
        drop(bytes);
        let (text, root) = intake.finish()?;
        Self::from_text(text, compression, root.as_ref())
    }

    /// Starts to take in a state part by part, sharing what it has in common with `base`.
    pub fn intake(base: Option<&Self>) -> Intake {
        Intake::new(base.map(|base| &base.state))
    }

    /// Reads what has been taken in.
    ///
    /// Fails as [`Checkpoint::parse`] does.
    pub fn from_intake(intake: Intake) -> Result<Self> {
        let (text, root) = intake.finish()?;
        if Compression::of(&text.own) != Compression::None || text.own.starts_with(&[0xef]) {
            return Self::parse_with(text.expand(0..text.own.len()).into_owned(), root.as_ref());
        }
        Self::from_text(text, Compression::None, root.as_ref())
    }

    /// Remembers the state without keeping it alive.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    pub(crate) fn remember(&self) -> Remembered {
        Remembered(Arc::downgrade(&self.state))
    }

    fn from_text(text: Text, compression: Compression, root: Option<&Arc<State>>) -> Result<Self> {
        if text.own.len() > MAX_BYTES {
            return Err(Error::new(ErrorCode::WrongShape, format!("the state is larger than {MAX_BYTES} bytes")));
        }
        let find = |urn: &[u8]| root?.live_by_urn(&string::unescape(urn));
        let base = root.map(|root| Base { bytes: &root.text.own, index: &root.index, find: &find });
        match Self::read(&text, base) {
            Ok(Some((index, envelope))) => {
                Ok(Self { state: Arc::new(State { text, compression, index, envelope, urns: OnceLock::new() }) })
            }
            Err(error) if root.is_none() => Err(error),
            // A shared run stood elsewhere than in the list of resources; or what is wrong must be told as it is without a base.
            _ => Self::from_text(Text { own: text.expand(0..text.own.len()).into_owned(), ..Text::default() }, compression, None),
        }
    }

    fn read(text: &Text, base: Option<Base<'_>>) -> Result<Option<(Index, Envelope)>> {
        let Some(index) = index::index(&text.own, &text.runs, base)? else { return Ok(None) };
        let envelope = envelope::read(&text.own, index.list)?;
        Ok(Some((index, envelope)))
    }

    /// The JSON text as it was read, after decompression. Not masked: it is the state itself.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        self.state.text.expand(0..self.state.text.own.len())
    }

    /// How many resource records there are, those marked `delete: true` included.
    pub fn len(&self) -> usize {
        self.state.index.entries.len()
    }

    /// Whether there are no resource records.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Deployment manifest, counts, envelope and warnings.
    pub fn summary(&self) -> CheckpointSummary {
        summary::summarise(self)
    }

    /// Outputs of the stack as a JSON object, secrets masked; `{}` where there are none.
    pub fn stack_outputs(&self) -> String {
        self.stack_outputs_as(Numbers::Spelled)
    }

    /// A page of resource rows; see [`ResourceFilter`].
    pub fn resources(&self, filter: &ResourceFilter, offset: usize, limit: usize) -> ResourcePage {
        rows::page(self, filter, offset, limit)
    }

    /// The values that filters of [`Checkpoint::resources`] can take, with counts.
    pub fn facets(&self) -> Facets {
        rows::facets(self)
    }

    /// One resource record in full as JSON, secrets masked. Of several records with this URN the live one, unless `delete` or
    /// `id` choose another.
    pub fn resource(&self, urn: &str, delete: Option<bool>, id: Option<&str>) -> Option<String> {
        self.resource_as(urn, delete, id, Numbers::Spelled)
    }

    /// The parent, its parent, and so on up to the stack.
    pub fn parents(&self, urn: &str) -> Vec<ResourceRow> {
        graph::parents(self, urn)
    }

    /// The resources whose parent this one is, in the order of the state.
    pub fn children(&self, urn: &str) -> Vec<ResourceRow> {
        graph::children(self, urn)
    }

    /// What this resource refers to: dependencies, provider, `deletedWith` and the like, each with how.
    pub fn dependencies(&self, urn: &str) -> Vec<Relation> {
        graph::dependencies(self, urn)
    }

    /// What refers to this resource, each with how.
    pub fn dependents(&self, urn: &str) -> Vec<Relation> {
        graph::dependents(self, urn)
    }

    /// Operations that were under way when the state was written: a JSON list of `{type, urn, resource}`, secrets masked.
    pub fn pending_operations(&self) -> String {
        self.pending_operations_as(Numbers::Spelled)
    }

    /// Looks for broken references and other damage; rules of Pulumi's `snapshot/integrity.go`.
    pub fn check(&self) -> CheckReport {
        check::check(self)
    }

    pub(crate) fn stack_outputs_as(&self, numbers: Numbers) -> String {
        let empty = || "{}".to_owned();
        let Some(entry) = self.stack_entry() else { return empty() };
        let Some(tape) = Tape::parse(self.slice(entry.record)) else { return empty() };
        let Some(outputs) = tape.get(Tape::ROOT, "outputs") else { return empty() };
        let mut out = String::new();
        render::push_value(&tape, outputs, &render::declared_secrets(&tape, Tape::ROOT), numbers, &mut out);
        out
    }

    pub(crate) fn resource_as(&self, urn: &str, delete: Option<bool>, id: Option<&str>, numbers: Numbers) -> Option<String> {
        let fits = |entry: &&Entry| {
            delete.is_none_or(|delete| entry.has(flag::DELETE) == delete) && id.is_none_or(|id| *self.shown(entry.id) == *id)
        };
        let all = self.all_by_urn(urn.as_bytes());
        let entries = || all.iter().map(|&at| self.entry(at as usize)).filter(fits);
        let entry = entries().find(|entry| !entry.has(flag::DELETE)).or_else(|| entries().next())?;
        let tape = Tape::parse(self.slice(entry.record))?;
        let mut out = String::new();
        render::push_value(&tape, Tape::ROOT, &render::declared_secrets(&tape, Tape::ROOT), numbers, &mut out);
        Some(out)
    }

    pub(crate) fn pending_operations_as(&self, numbers: Numbers) -> String {
        let mut out = String::from("[");
        if let Some(tape) = skeleton(self.own(), self.list())
            && let Some(list) = body(&tape, self.kind()).and_then(|body| tape.get(body, "pending_operations"))
        {
            for (at, operation) in tape.items(list).enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                let resource = tape.get(operation, "resource");
                let urn = resource.and_then(|resource| tape.get_text(resource, "urn")).unwrap_or_default();
                out.push_str("{\"type\":");
                string::push_json(tape.get_text(operation, "type").unwrap_or_default().as_bytes(), &mut out);
                out.push_str(",\"urn\":");
                string::push_json(urn.as_bytes(), &mut out);
                if let Some(resource) = resource {
                    out.push_str(",\"resource\":");
                    render::push_value(&tape, resource, &render::declared_secrets(&tape, resource), numbers, &mut out);
                }
                out.push('}');
            }
        }
        out.push(']');
        out
    }

    pub(crate) fn kind(&self) -> EnvelopeKind {
        self.state.envelope.kind
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.state.index.entries
    }

    pub(crate) fn entry(&self, at: usize) -> &Entry {
        &self.state.index.entries[at]
    }

    /// Where the list of resources stands in the text.
    pub(crate) fn list(&self) -> Option<Span> {
        self.state.index.list
    }

    /// The text but for what is shared: a run of shared resources is one `{}`. Spans other than of records point into it.
    pub(crate) fn own(&self) -> &[u8] {
        &self.state.text.own
    }

    /// Bytes of the whole text.
    pub(crate) fn text_len(&self) -> usize {
        self.state.text.len()
    }

    pub(crate) fn slice(&self, span: Span) -> &[u8] {
        self.state.text.slice(span)
    }

    /// A range of the own text with what is shared in its place.
    pub(crate) fn expand(&self, range: std::ops::Range<usize>) -> Cow<'_, [u8]> {
        self.state.text.expand(range)
    }

    /// Whether two records are known to be the same bytes in memory.
    pub(crate) fn shares(&self, span: Span, other: &Self, theirs: Span) -> bool {
        let (ours, others) = (self.slice(span), other.slice(theirs));
        std::ptr::eq(ours.as_ptr(), others.as_ptr()) && ours.len() == others.len()
    }

    /// A string field of a record, escapes resolved.
    pub(crate) fn field(&self, span: Span) -> Cow<'_, [u8]> {
        self.state.field(span)
    }

    /// A string field of a record as text for people.
    pub(crate) fn shown(&self, span: Span) -> Cow<'_, str> {
        match self.field(span) {
            Cow::Borrowed(bytes) => string::display(bytes),
            Cow::Owned(bytes) => Cow::Owned(string::display(&bytes).into_owned()),
        }
    }

    /// The type of a record, from its URN where the field is absent.
    pub(crate) fn type_of(&self, entry: &Entry) -> Cow<'_, str> {
        if !entry.kind.is_absent() {
            return self.shown(entry.kind);
        }
        let urn = self.shown(entry.urn);
        let kind = crate::model::Urn::parse(&urn).map_or("", |urn| urn.resource_type());
        Cow::Owned(kind.to_owned())
    }

    /// For each record the record of `base` with the same bytes, where this state was read with its help.
    pub(crate) fn twins_in(&self, base: &Self) -> Option<&[u32]> {
        let ours = self.state.text.base.as_ref()?;
        Arc::ptr_eq(ours, &base.state).then_some(self.state.index.twins.as_slice())
    }

    /// Positions of the records that share their URN with another.
    pub(crate) fn repeated(&self) -> Vec<u32> {
        let same = |a: u32, b: u32| self.field(self.entry(a as usize).urn) == self.field(self.entry(b as usize).urn);
        self.state.urns().repeated(same)
    }

    /// Positions of the records with this URN (escapes resolved), in order.
    pub(crate) fn all_by_urn(&self, urn: &[u8]) -> Vec<u32> {
        self.state.all_by_urn(urn)
    }

    /// Position of the live record with this URN, or of any record where none is live.
    pub(crate) fn live_by_urn(&self, urn: &[u8]) -> Option<u32> {
        self.state.live_by_urn(urn)
    }

    /// The record of the stack itself.
    pub(crate) fn stack_entry(&self) -> Option<&Entry> {
        self.entries()
            .iter()
            .filter(|entry| !entry.has(flag::DELETE))
            .find(|entry| self.type_of(entry) == crate::model::urn::STACK_TYPE)
    }
}

/// A state that may have been freed meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Remembered(std::sync::Weak<State>);

impl Remembered {
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    pub(crate) fn recall(&self) -> Option<Checkpoint> {
        self.0.upgrade().map(|state| Checkpoint { state })
    }
}

impl State {
    fn field(&self, span: Span) -> Cow<'_, [u8]> {
        string::unescape(self.text.slice(span))
    }

    fn urns(&self) -> &Urns {
        self.urns.get_or_init(|| Urns::new(self.index.entries.iter().map(|entry| self.field(entry.urn))))
    }

    fn all_by_urn(&self, urn: &[u8]) -> Vec<u32> {
        let entries = &self.index.entries;
        let mut all: Vec<u32> = self.urns().candidates(urn).filter(|&at| *self.field(entries[at as usize].urn) == *urn).collect();
        all.sort_unstable();
        all
    }

    fn live_by_urn(&self, urn: &[u8]) -> Option<u32> {
        let all = self.all_by_urn(urn);
        all.iter().copied().find(|&at| !self.index.entries[at as usize].has(flag::DELETE)).or_else(|| all.first().copied())
    }
}
