//! One state: read it, ask it, check it.
//!
//! In: bytes of any Pulumi state file or API answer. Out: [`Checkpoint`], a cheap handle over the text and an index of its
//! resources; answers are small, and every secret in them is masked. Reading fails with a code and a place; asking does not fail.

mod check;
mod envelope;
mod graph;
mod index;
mod report;
mod rows;
mod summary;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, Weak};

pub use check::{CheckReport, Finding, Severity};
pub use envelope::{EnvelopeKind, Warning};
pub use graph::Relation;
pub use rows::{Facet, Facets, ResourceFilter, ResourcePage, ResourceRow};
pub use summary::{CheckpointSummary, Counts, Manifest, Plugin};

pub(crate) use envelope::{body, skeleton};
pub(crate) use index::{Entry, NO_TWIN, Span, flag};
pub(crate) use report::{Paint, tame};
pub(crate) use rows::ranked;
pub(crate) use summary::identity;

use crate::error::{Error, ErrorCode, Result};
use crate::model::render::{self, Numbers};
use crate::wire::tape::Tape;
use crate::wire::{Compression, MAX_BYTES, decompress, text};
use envelope::Envelope;
use index::{Base, Index};

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
struct State {
    bytes: Vec<u8>,
    compression: Compression,
    index: Index,
    envelope: Envelope,
    base: Weak<State>,
    by_urn: OnceLock<HashMap<Box<[u8]>, Vec<u32>>>,
}

impl Checkpoint {
    /// Reads a state: any envelope, versions 0 to 4, plain, gzip or zstd.
    ///
    /// Fails with `not_json`, `truncated`, `invalid_utf8`, `too_deep`, `decompress`, `wrong_shape` or `unsupported_version`.
    pub fn parse(bytes: Vec<u8>) -> Result<Self> {
        Self::parse_with(bytes, None)
    }

    /// As [`Checkpoint::parse`], faster where `bytes` hold a later (or earlier) version of the state `base`. The result is
    /// the same.
    pub fn parse_like(bytes: Vec<u8>, base: &Self) -> Result<Self> {
        Self::parse_with(bytes, Some(base))
    }

    fn parse_with(bytes: Vec<u8>, base: Option<&Self>) -> Result<Self> {
        let (bytes, compression) = decompress::decompress(bytes)?;
        if bytes.len() > MAX_BYTES {
            return Err(Error::new(ErrorCode::WrongShape, format!("the state is larger than {MAX_BYTES} bytes")));
        }
        let find = |urn: &[u8]| base?.live_by_urn(&text::unescape(urn));
        let index = index::index(
            &bytes,
            base.map(|base| Base { bytes: &base.state.bytes, index: &base.state.index, find: &find }),
        )?;
        let envelope = envelope::read(&bytes, index.list)?;
        let base = base.map_or_else(Weak::new, |base| Arc::downgrade(&base.state));
        Ok(Self { state: Arc::new(State { bytes, compression, index, envelope, base, by_urn: OnceLock::new() }) })
    }

    /// The JSON text as it was read, after decompression. Not masked: it is the state itself.
    pub fn bytes(&self) -> &[u8] {
        &self.state.bytes
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
        let Some(tape) = Tape::parse(entry.record.of(self.bytes())) else { return empty() };
        let Some(outputs) = tape.get(Tape::ROOT, "outputs") else { return empty() };
        let mut out = String::new();
        render::push_value(&tape, outputs, &render::declared_secrets(&tape, Tape::ROOT), numbers, &mut out);
        out
    }

    pub(crate) fn resource_as(&self, urn: &str, delete: Option<bool>, id: Option<&str>, numbers: Numbers) -> Option<String> {
        let fits = |entry: &&Entry| {
            delete.is_none_or(|delete| entry.has(flag::DELETE) == delete)
                && id.is_none_or(|id| *self.shown(entry.id) == *id)
        };
        let entries = || self.all_by_urn(urn.as_bytes()).iter().map(|&at| self.entry(at as usize)).filter(fits);
        let entry = entries().find(|entry| !entry.has(flag::DELETE)).or_else(|| entries().next())?;
        let tape = Tape::parse(entry.record.of(self.bytes()))?;
        let mut out = String::new();
        render::push_value(&tape, Tape::ROOT, &render::declared_secrets(&tape, Tape::ROOT), numbers, &mut out);
        Some(out)
    }

    pub(crate) fn pending_operations_as(&self, numbers: Numbers) -> String {
        let mut out = String::from("[");
        if let Some(tape) = skeleton(self.bytes(), self.state.index.list)
            && let Some(list) = body(&tape, self.kind()).and_then(|body| tape.get(body, "pending_operations"))
        {
            for (at, operation) in tape.items(list).enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                let resource = tape.get(operation, "resource");
                let urn = resource.and_then(|resource| tape.get_text(resource, "urn")).unwrap_or_default();
                out.push_str("{\"type\":");
                text::push_json(tape.get_text(operation, "type").unwrap_or_default().as_bytes(), &mut out);
                out.push_str(",\"urn\":");
                text::push_json(urn.as_bytes(), &mut out);
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

    /// A string field of a record, escapes resolved.
    pub(crate) fn field(&self, span: Span) -> Cow<'_, [u8]> {
        text::unescape(span.of(self.bytes()))
    }

    /// A string field of a record as text for people.
    pub(crate) fn shown(&self, span: Span) -> Cow<'_, str> {
        match self.field(span) {
            Cow::Borrowed(bytes) => text::display(bytes),
            Cow::Owned(bytes) => Cow::Owned(text::display(&bytes).into_owned()),
        }
    }

    /// The type of a record, from its URN where the field is absent.
    pub(crate) fn type_of(&self, entry: &Entry) -> Cow<'_, str> {
        if entry.kind.end != 0 {
            return self.shown(entry.kind);
        }
        let urn = self.shown(entry.urn);
        let kind = crate::model::Urn::parse(&urn).map_or("", |urn| urn.resource_type());
        Cow::Owned(kind.to_owned())
    }

    /// For each record the record of `base` with the same bytes, where this state was read with `base`'s help.
    pub(crate) fn twins_in(&self, base: &Self) -> Option<&[u32]> {
        std::ptr::eq(self.state.base.as_ptr(), Arc::as_ptr(&base.state)).then_some(self.state.index.twins.as_slice())
    }

    /// Positions of the records with this URN (escapes resolved), in order.
    pub(crate) fn all_by_urn(&self, urn: &[u8]) -> &[u32] {
        let map = self.state.by_urn.get_or_init(|| {
            let mut map: HashMap<Box<[u8]>, Vec<u32>> = HashMap::with_capacity(self.len());
            for (at, entry) in self.entries().iter().enumerate() {
                map.entry(self.field(entry.urn).into()).or_default().push(at as u32);
            }
            map
        });
        map.get(urn).map_or(&[], Vec::as_slice)
    }

    /// Position of the live record with this URN, or of any record where none is live.
    pub(crate) fn live_by_urn(&self, urn: &[u8]) -> Option<u32> {
        let all = self.all_by_urn(urn);
        all.iter().copied().find(|&at| !self.entry(at as usize).has(flag::DELETE)).or_else(|| all.first().copied())
    }

    /// The record of the stack itself.
    pub(crate) fn stack_entry(&self) -> Option<&Entry> {
        self.entries()
            .iter()
            .filter(|entry| !entry.has(flag::DELETE))
            .find(|entry| self.type_of(entry) == crate::model::urn::STACK_TYPE)
    }
}
