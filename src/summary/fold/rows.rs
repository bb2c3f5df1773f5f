//! Rows: what is known of each resource so far.
//!
//! In: URNs and steps. Out: [`Row`], found by its URN in constant time. States are not kept; a row holds what is reported of it.
//! Rule: `pkg/backend/display` of Pulumi keeps one row for each URN, whose step is the last one heard of (pulumi-semantics section 7).

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::update::OpType;
use crate::model::urn::{STACK_TYPE, Urn};
use crate::model::value::UNKNOWN;
use crate::summary::event::{Step, is_default_provider};
use crate::summary::op;
use crate::summary::report::ResourcePropertyChange;

use super::reasons::Reason;
use super::words::is_known;

/// Steps that are kept of one resource.
pub(super) const MAX_STEPS: usize = 100;

/// Different severities, and enforcement levels, that are told apart.
const MAX_WORDS: usize = 30;

/// Place of a row.
pub(super) type RowId = u32;

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Running,
    Done,
    Failed,
}

/// One step of a resource. Times are 0 where there is no clock, event numbers where the event has not come.
#[derive(Debug, Clone)]
pub(super) struct StepState {
    pub(super) op: OpType,
    /// What a refresh found.
    pub(super) found: Option<OpType>,
    pub(super) stage: Stage,
    /// It counts, under what it found or else its op.
    pub(super) counted: bool,
    pub(super) begin: i64,
    pub(super) end: i64,
    /// Number of the event that announced it.
    pub(super) began_at: u64,
    /// Number of the event that ended it.
    pub(super) ended_at: u64,
}

/// When an event came: its number from 1, and its time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) number: u64,
    pub(super) time: i64,
}

/// What is known of one resource.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) urn: Arc<str>,
    /// Where it is not the one that the URN names.
    type_token: Option<Box<str>>,
    pub(super) parent: Option<RowId>,
    pub(super) provider: Option<Arc<str>>,
    pub(super) id: Option<Box<str>>,
    /// Named by an event about it, and not only as a parent.
    pub(super) listed: bool,
    pub(super) custom: bool,
    pub(super) protect: bool,
    pub(super) retain: bool,
    pub(super) internal: bool,
    pub(super) root: bool,
    /// A replacement under another URN: this row is one of its two halves.
    pub(super) renamed: bool,
    /// What happened is known of a copy only that an earlier update left over.
    pub(super) of_copy: bool,
    /// A bit for each op that a step was announced with.
    announced: u32,
    pub(super) op: Option<OpType>,
    pub(super) steps: Vec<StepState>,
    pub(super) steps_omitted: u64,
    pub(super) more: Option<Box<More>>,
}

/// What most rows have nothing of.
#[derive(Debug, Default)]
pub(super) struct More {
    pub(super) changes: Vec<ResourcePropertyChange>,
    pub(super) changes_omitted: u64,
    /// The changes are those of a replacement, which has several steps.
    pub(super) changes_replace: bool,
    pub(super) reasons: Vec<Reason>,
    /// Rows whose steps had to end before this one could begin.
    pub(super) waits: Vec<RowId>,
    pub(super) severities: Vec<(Box<str>, u64)>,
    pub(super) enforcement: Vec<(Box<str>, u64)>,
}

/// Counts one more of a word; of too many different ones the others as `…`, but never a severity or enforcement level that is known.
pub(super) fn count(words: &mut Vec<(Box<str>, u64)>, word: &str) {
    let has_place = words.len() < MAX_WORDS || is_known(word) || words.iter().any(|(known, _)| **known == *word);
    let word = if has_place { word } else { "…" };
    match words.iter_mut().find(|(known, _)| **known == *word) {
        Some((_, count)) => *count += 1,
        None => words.push((word.into(), 1)),
    }
}

impl Row {
    /// The resource's type token.
    pub(super) fn type_token(&self) -> &str {
        self.type_token.as_deref().unwrap_or_else(|| Urn::parse(&self.urn).map_or("", |urn| urn.resource_type()))
    }

    pub(super) fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    /// Notes what a step says about its resource.
    fn describe(&mut self, step: &Step<'_>) {
        let Some(state) = step.res() else {
            self.custom |= step.type_token.contains(':') && !self.root;
            return;
        };
        self.custom = state.custom;
        self.protect = state.protect;
        self.retain |= state.retain_on_delete && matches!(step.op, OpType::Delete | OpType::Replace | OpType::DeleteReplaced);
        self.retain |= step.op == OpType::CreateReplacement && step.old.as_ref().is_some_and(|old| old.retain_on_delete);
        let id_of = |id: &'_ str| !id.is_empty() && id != UNKNOWN;
        let new = step.new.as_ref().map(|new| &*new.id).filter(|id| id_of(id));
        let old = step.old.as_ref().map(|old| &*old.id).filter(|id| id_of(id) && self.id.is_none());
        if let Some(id) = new.or(old)
            && self.id.as_deref() != Some(id)
        {
            self.id = Some(id.into());
        }
    }

    /// A step begins.
    pub(super) fn begin(&mut self, step: &Step<'_>, now: Moment) {
        self.describe(step);
        self.take_op(&step.op, is_copy(step, step.op == OpType::Refresh));
        self.announced |= bit(&step.op);
        self.push(StepState {
            op: step.op.clone(),
            found: None,
            stage: Stage::Running,
            counted: false,
            begin: now.time,
            end: 0,
            began_at: now.number,
            ended_at: 0,
        });
    }

    /// A step ends. Says whether it was announced, whether it is a refresh that found something, and its place among the steps.
    pub(super) fn finish(&mut self, step: &Step<'_>, stage: Stage, now: Moment) -> (Finished, usize) {
        self.describe(step);
        let running =
            |op: &OpType, steps: &[StepState]| steps.iter().rposition(|known| known.op == *op && known.stage == Stage::Running);
        let ended = |op: &OpType, steps: &[StepState]| steps.iter().rposition(|known| known.op == *op);
        if let Some(at) = running(&step.op, &self.steps).or_else(|| ended(&step.op, &self.steps)) {
            let known = &mut self.steps[at];
            known.stage = if known.stage == Stage::Failed { Stage::Failed } else { stage };
            (known.end, known.ended_at) = (now.time, now.number);
            return (if step.op == OpType::Refresh { Finished::Refresh } else { Finished::Step }, at);
        }
        if let Some(at) = running(&OpType::Refresh, &self.steps).or_else(|| ended(&OpType::Refresh, &self.steps)) {
            let known = &mut self.steps[at];
            (known.stage, known.end, known.ended_at) = (stage, now.time, now.number);
            known.found = Some(step.op.clone());
            self.take_op(&step.op, is_copy(step, true));
            return (Finished::Refresh, at);
        }
        self.take_op(&step.op, is_copy(step, false));
        self.push(StepState {
            op: step.op.clone(),
            found: None,
            stage,
            counted: false,
            begin: 0,
            end: now.time,
            began_at: now.number,
            ended_at: now.number,
        });
        (Finished::Unannounced, self.steps.len() - 1)
    }

    fn push(&mut self, step: StepState) {
        if self.steps.len() == MAX_STEPS {
            self.steps.pop();
            self.steps_omitted += 1;
        }
        self.steps.push(step);
    }

    /// Whether outputs of this op are those of a refresh, which counts under what it found.
    pub(super) fn found_by_refresh(&self, op: &OpType) -> bool {
        self.announced & bit(&OpType::Refresh) != 0 && self.announced & bit(op) == 0
    }
}

/// Whether a step is about a copy that an earlier update left over, and that waits to be deleted.
fn is_copy(step: &Step<'_>, refresh: bool) -> bool {
    let (old, new) = (step.old.as_ref().is_some_and(|old| old.delete), step.new.as_ref());
    new.map_or(old, |new| new.delete || refresh && old)
}

/// What ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finished {
    Step,
    Refresh,
    Unannounced,
}

/// Ops that are not known share a bit.
fn bit(op: &OpType) -> u32 {
    1 << op::rank(op)
}

/// All rows, by URN.
#[derive(Debug, Default)]
pub(super) struct Rows {
    index: HashMap<Arc<str>, RowId>,
    rows: Vec<Row>,
    /// Rows in the order in which events are first about them.
    listed: Vec<RowId>,
    providers: HashSet<Arc<str>>,
    /// Resources that are replaced by themselves; the first three.
    replaced: Vec<RowId>,
    /// The stack's own row.
    pub(super) root: Option<RowId>,
}

impl Rows {
    pub(super) fn get(&self, id: RowId) -> &Row {
        &self.rows[id as usize]
    }

    pub(super) fn get_mut(&mut self, id: RowId) -> &mut Row {
        &mut self.rows[id as usize]
    }

    pub(super) fn find(&self, urn: &str) -> Option<RowId> {
        self.index.get(urn).copied()
    }

    /// The resource is replaced, and not since another one is.
    pub(super) fn replaced(&mut self, id: RowId) {
        if self.replaced.len() < 3 && !self.replaced.contains(&id) {
            self.replaced.push(id);
        }
    }

    /// The one resource that is replaced beside this one; nothing where there are several.
    pub(super) fn only_replaced_but(&self, id: RowId) -> Option<RowId> {
        let mut others = self.replaced.iter().filter(|&&other| other != id);
        others.next().copied().filter(|_| others.next().is_none())
    }

    /// Rows that events are about, in order of first mention.
    pub(super) fn listed(&self) -> impl ExactSizeIterator<Item = (RowId, &Row)> + Clone {
        self.listed.iter().map(|&id| (id, self.get(id)))
    }

    /// The row of a URN, made where there is none.
    fn row(&mut self, urn: &str) -> RowId {
        if let Some(id) = self.find(urn) {
            return id;
        }
        let id = self.rows.len() as RowId;
        let urn: Arc<str> = urn.into();
        let root = Urn::parse(&urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE);
        if root && self.root.is_none() {
            self.root = Some(id);
        }
        self.index.insert(urn.clone(), id);
        self.rows.push(Row { internal: is_default_provider(&urn), root, urn, ..Row::default() });
        id
    }

    /// The row of a URN that an event is about.
    pub(super) fn about(&mut self, urn: &str) -> RowId {
        let id = self.row(urn);
        let row = &mut self.rows[id as usize];
        if !row.listed {
            row.listed = true;
            self.listed.push(id);
        }
        id
    }

    /// The row of a step, with what the step says about parents and providers.
    pub(super) fn of_step(&mut self, step: &Step<'_>) -> RowId {
        let id = self.about(&step.urn);
        if op::is_replacement(&step.op)
            && let Some(old) = step.old.as_ref().filter(|old| !old.urn.is_empty() && old.urn != step.urn)
        {
            let from = self.row(&old.urn);
            self.rows[from as usize].renamed = true;
            self.rows[id as usize].renamed = true;
        }
        let state = step.res();
        let parent = state.map_or("", |state| &state.parent);
        if !parent.is_empty() && self.rows[id as usize].parent.is_none_or(|known| *self.rows[known as usize].urn != *parent) {
            let parent = self.row(parent);
            self.rows[id as usize].parent = Some(parent);
        }
        let provider = state.map(|state| &*state.provider).filter(|text| !text.is_empty()).unwrap_or(&step.provider);
        if !provider.is_empty() && self.rows[id as usize].provider.as_deref() != Some(provider) {
            let shared = match self.providers.get(provider) {
                Some(shared) => shared.clone(),
                None => {
                    let shared: Arc<str> = provider.into();
                    self.providers.insert(shared.clone());
                    shared
                }
            };
            self.rows[id as usize].provider = Some(shared);
        }
        let row = &mut self.rows[id as usize];
        if row.steps.is_empty() && row.type_token() != step.type_token && !step.type_token.is_empty() {
            row.type_token = Some(step.type_token.as_ref().into());
        }
        id
    }
}
