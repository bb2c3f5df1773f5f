//! Two states: what changed?
//!
//! In: two checkpoints and [`DiffOptions`]. Out: [`StateDiff`]: a summary, rows by page and filter, groups, reports, a patch,
//! and the way from either state to the other. Making one fails only on malformed patterns (`validation`).
//!
//! Records are matched by identity (`pair`, `moves`), compared byte by byte, and only what differs is parsed (`record`, `walk`).
//! Time never enters: the same input gives the same result, bounded by steps of work.

mod align;
mod apply;
mod change;
mod doc;
mod embedded;
mod groups;
mod moves;
mod myers;
mod options;
mod pair;
mod patch;
mod path;
mod query;
mod record;
mod rename;
mod report;
mod sections;
pub(crate) mod text;
mod walk;

use serde::Serialize;

pub use change::{Change, ChangeKind, Fallback, Inside, Json, PropertyChange, PropertyKind, TextFormat, TextLine};
pub use groups::{Group, GroupPage, Shape};
pub use options::{Compare, DiffOptions, IgnoreRule, Unordered};
pub use pair::MoveReason;
pub use query::{ChangeFacets, ChangeFilter, ChangePage, Kinds};
pub use rename::Rename;
pub use report::{MarkdownOptions, TextOptions};

use crate::checkpoint::{Checkpoint, flag, identity};
use crate::error::Result;
use crate::model::render::Numbers;
use crate::wire::simd;
use change::{ChangeKind as Kind, Prop, Row, Value};
use options::Rules;
use pair::{Fate, Pair};
use record::{Context, Found, Records};
use rename::Names;
use sections::Sections;

/// How many resources came to which end. `same` counts resources without a change to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiffSummary {
    /// Only in the new state.
    pub create: usize,
    /// Only in the old state, or marked for deletion in the new.
    pub delete: usize,
    /// Same URN and id, something differs.
    pub update: usize,
    /// Same URN, another id.
    pub replace: usize,
    /// Another URN, same resource.
    #[serde(rename = "move")]
    pub moved: usize,
    /// Nothing to show.
    pub same: usize,
}

/// Differences that are not shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Unshown {
    /// Resources in which nothing else differs.
    pub resources: usize,
    /// Properties.
    pub properties: usize,
}

/// What changed in a state besides its resources.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StateChanges {
    /// Outputs of the stack; the same changes stand in the row of the stack's own record.
    pub stack_outputs: Vec<PropertyChange>,
    /// `pending_operations`.
    pub pending_operations: Vec<PropertyChange>,
    /// `manifest`: time, version, plugins.
    pub manifest: Vec<PropertyChange>,
    /// `secrets_providers`.
    pub secrets_provider: Vec<PropertyChange>,
    /// `metadata`.
    pub metadata: Vec<PropertyChange>,
    /// State version, features, configuration, snippets and whatever else stands around the resources.
    pub other: Vec<PropertyChange>,
    /// Resources that stand at another place of the list. The engine's order varies from update to update: no difference by itself.
    pub reordered: usize,
}

/// Everything about a diff but its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiffOverview {
    /// Counts by kind.
    pub summary: DiffSummary,
    /// Whether there is anything to show.
    pub differs: bool,
    /// What the states were taken to be to each other.
    pub compare: Compare,
    /// The stack's or project's names, where they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rename: Option<Rename>,
    /// What changed besides the resources.
    pub state: StateChanges,
    /// Differences in the engine's own `__` keys, left out unless asked for.
    pub hidden: Unshown,
    /// Differences that rules left out.
    pub ignored: Unshown,
    /// Changes at which a bound on work made the result coarser.
    pub fallbacks: usize,
    /// Values that a filter of rows can take.
    pub facets: ChangeFacets,
}

/// The difference of two states.
///
/// Holds on to both texts. All values in its answers are masked where they are secret; only [`StateDiff::to_json_patch`],
/// [`StateDiff::apply`] and [`StateDiff::revert`] carry ciphertexts as stored.
#[derive(Debug)]
pub struct StateDiff {
    old: Checkpoint,
    new: Checkpoint,
    rules: Rules,
    rename: Option<Rename>,
    rows: Vec<Row>,
    summary: DiffSummary,
    sections: Sections,
    hidden: Unshown,
    ignored: Unshown,
    reordered: usize,
}

/// Steps of work over a whole diff, as a multiple of the bound for one list.
const LISTS: u64 = 100;

impl StateDiff {
    /// Compares two states. Fails with `validation` where a pattern of the options is malformed.
    pub fn new(old: &Checkpoint, new: &Checkpoint, options: DiffOptions) -> Result<Self> {
        let rules = Rules::new(&options)?;
        let stacks = rules.compare == Compare::Stacks;
        let rename = rename(old, new);
        let mut old_names = Names::old_side(rename.as_ref(), stacks);
        let new_names = Names::new_side(stacks);
        let pairs = pair::pair(old, new, &old_names, stacks);
        if stacks {
            for pair in &pairs {
                if let (Some(before), Some(after)) = (pair.old, pair.new) {
                    old_names.same_id(&old.field(old.entry(before).id), &new.field(new.entry(after).id));
                }
            }
        }
        let mut budget = rules.work_limit.saturating_mul(LISTS);
        let sections = sections::compare(old, new, &rules, rename.as_ref().map(|_| &old_names), &mut budget);
        let mut diff = Self {
            old: old.clone(),
            new: new.clone(),
            rules,
            rename,
            rows: Vec::new(),
            summary: DiffSummary::default(),
            ignored: Unshown { properties: sections.ignored, resources: 0 },
            sections,
            hidden: Unshown::default(),
            reordered: reordered(&pairs),
        };
        for pair in &pairs {
            if let (true, Some(before), Some(after)) = (stacks, pair.old, pair.new) {
                old_names.turn_to(&old.field(old.entry(before).id), &new.field(new.entry(after).id));
            }
            diff.take(pair, &old_names, &new_names, &mut budget);
        }
        diff.mark_followers(&pairs, &old_names);
        let mut rows = std::mem::take(&mut diff.rows);
        groups::assign(&mut rows, |row| diff.type_of(row));
        diff.rows = rows;
        Ok(diff)
    }

    /// Counts by kind.
    pub fn summary(&self) -> DiffSummary {
        self.summary
    }

    /// Whether there is anything to show: a row, or a difference around the resources.
    pub fn differs(&self) -> bool {
        !self.rows.is_empty() || self.sections.all().iter().any(|(_, props)| !props.is_empty())
    }

    /// Everything but the rows.
    pub fn overview(&self) -> DiffOverview {
        self.overview_as(Numbers::Spelled)
    }

    /// A page of changed resources, in the order of the new state, deletions where they stood.
    ///
    /// Fails with `validation` where the filter's path pattern is malformed.
    pub fn changes(&self, filter: &ChangeFilter, offset: usize, limit: usize) -> Result<ChangePage> {
        self.page(filter, offset, limit, Numbers::Spelled)
    }

    /// Groups of resources that changed in the same way, largest first.
    pub fn groups(&self, offset: usize, limit: usize) -> GroupPage {
        groups::page(self, offset, limit)
    }

    /// An RFC 6902 patch as JSON text: applied to the old file's JSON it gives the new one's, ciphertexts as stored.
    ///
    /// Fails with `secret_in_patch` where it would hold a secret's plaintext, unless `allow_plaintext` is set.
    pub fn to_json_patch(&self, allow_plaintext: bool) -> Result<String> {
        patch::json_patch(&self.old, &self.new, allow_plaintext)
    }

    /// The new state, made from the old one. A state that differs from the old one elsewhere keeps what is its own; where it
    /// differs at a changed place, this fails with `conflict`.
    pub fn apply(&self, old: &Checkpoint) -> Result<Checkpoint> {
        apply::transplant(&self.old, &self.new, old)
    }

    /// The old state, made from the new one; otherwise as [`StateDiff::apply`].
    pub fn revert(&self, new: &Checkpoint) -> Result<Checkpoint> {
        apply::transplant(&self.new, &self.old, new)
    }

    pub(crate) fn overview_as(&self, numbers: Numbers) -> DiffOverview {
        let changes = |props: &[Prop]| props.iter().map(|prop| self.property(prop, numbers)).collect::<Vec<_>>();
        let sections = &self.sections;
        let all_props =
            self.rows.iter().flat_map(|row| &row.props).chain(sections.all().into_iter().flat_map(|(_, props)| props));
        DiffOverview {
            summary: self.summary,
            differs: self.differs(),
            compare: self.rules.compare,
            rename: self.rename.clone(),
            state: StateChanges {
                stack_outputs: self.stack_outputs().map(|prop| self.property(prop, numbers)).collect(),
                pending_operations: changes(&sections.pending_operations),
                manifest: changes(&sections.manifest),
                secrets_provider: changes(&sections.secrets_provider),
                metadata: changes(&sections.metadata),
                other: changes(&sections.other),
                reordered: self.reordered,
            },
            hidden: self.hidden,
            ignored: self.ignored,
            fallbacks: all_props.filter(|prop| self.is_coarse(prop)).count(),
            facets: self.change_facets(),
        }
    }

    /// Whether a bound on work was reached. Lines of a text are made when they are shown; only long ones can reach it.
    fn is_coarse(&self, prop: &Prop) -> bool {
        const LONG: usize = 2000;
        let length = |value: &Option<Value>| match value {
            Some(Value::Span(start, end)) => (end - start) as usize,
            Some(Value::Own(text)) => text.len(),
            None => 0,
        };
        let long = length(&prop.before).min(length(&prop.after)) > LONG.min(self.rules.work_limit as usize);
        prop.fallback.is_some() || (long && self.property(prop, Numbers::Spelled).fallback.is_some())
    }

    fn stack_outputs(&self) -> impl Iterator<Item = &Prop> {
        let is_stack = |row: &&Row| self.type_of(row) == crate::model::urn::STACK_TYPE;
        self.rows.iter().filter(is_stack).flat_map(|row| &row.props).filter(|prop| prop.path.starts_with("outputs"))
    }

    fn take(&mut self, pair: &Pair, old_names: &Names, new_names: &Names, budget: &mut u64) {
        let (state, at) = match (pair.new, pair.old) {
            (Some(new), _) => (&self.new, new),
            (None, Some(old)) => (&self.old, old),
            (None, None) => return,
        };
        if pair.identical && !pair.pending_delete && pair.fate == Fate::Kept {
            self.summary.same += 1;
            return;
        }
        let entry = state.entry(at);
        let (kind, urn) = (state.type_of(entry).into_owned(), state.shown(entry.urn).into_owned());
        let ignored = self.rules.ignores_resource(&kind, &urn);
        let found = self.compare(pair, old_names, new_names, (&kind, &urn), budget);
        self.hidden.properties += found.hidden;
        let Some(row_kind) = self.kind_of(pair, &found) else {
            self.summary.same += 1;
            self.hidden.resources += usize::from(found.hidden > 0);
            self.ignored.properties += found.ignored;
            self.ignored.resources += usize::from(found.ignored > 0);
            return;
        };
        if ignored {
            self.ignored.resources += 1;
            self.ignored.properties += found.props.len() + found.ignored;
            self.summary.same += usize::from(pair.new.is_some());
            return;
        }
        self.ignored.properties += found.ignored;
        *match row_kind {
            Kind::Create => &mut self.summary.create,
            Kind::Delete => &mut self.summary.delete,
            Kind::Update => &mut self.summary.update,
            Kind::Replace => &mut self.summary.replace,
            Kind::Move => &mut self.summary.moved,
        } += 1;
        self.rows.push(Row {
            kind: row_kind,
            old: pair.old.map(|at| at as u32),
            new: pair.new.map(|at| at as u32),
            pending_delete: pair.pending_delete,
            reason: if let Fate::Moved(reason) = pair.fate { Some(reason) } else { None },
            group: 0,
            props: found.props,
        });
    }

    /// What a pair amounts to; `None` where there is nothing to show.
    fn kind_of(&self, pair: &Pair, found: &Found) -> Option<Kind> {
        match pair.fate {
            Fate::Created => Some(Kind::Create),
            Fate::Deleted | Fate::Condemned => Some(Kind::Delete),
            Fate::Moved(_) => Some(Kind::Move),
            Fate::Kept if self.is_replaced(pair) => Some(Kind::Replace),
            Fate::Kept if found.props.is_empty() => None,
            Fate::Kept => Some(Kind::Update),
        }
    }

    fn is_replaced(&self, pair: &Pair) -> bool {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { return false };
        let (old, new) = (self.old.entry(old), self.new.entry(new));
        let (before, after) = (self.old.field(old.id), self.new.field(new.id));
        self.rules.compare == Compare::Versions && !before.is_empty() && !after.is_empty() && before != after
    }

    fn compare(&self, pair: &Pair, old_names: &Names, new_names: &Names, (kind, urn): (&str, &str), budget: &mut u64) -> Found {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { return Found::default() };
        let (old, new) = (self.old.entry(old), self.new.entry(new));
        let (before, after) = (self.old.slice(old.record), self.new.slice(new.record));
        if self.old.shares(old.record, &self.new, new.record) || simd::equal(before, after) {
            return Found::default();
        }
        let records = Records { old: before, new: after, old_at: old.record.start, new_at: new.record.start };
        let same_mark = old.has(flag::DELETE) == new.has(flag::DELETE);
        record::compare(&records, &Context { rules: &self.rules, old_names, new_names, kind, urn, same_mark }, budget)
    }

    /// Marks changed references that only follow a resource which moved.
    fn mark_followers(&mut self, pairs: &[Pair], names: &Names) {
        let moved: std::collections::HashMap<String, String> = pairs
            .iter()
            .filter(|pair| matches!(pair.fate, Fate::Moved(_)))
            .filter_map(|pair| {
                let old = names.urn(self.old.field(self.old.entry(pair.old?).urn)).into_owned();
                Some((String::from_utf8(old).ok()?, self.new.shown(self.new.entry(pair.new?).urn).into_owned()))
            })
            .collect();
        if moved.is_empty() {
            return;
        }
        let (old, new) = (self.old.clone(), self.new.clone());
        for prop in self.rows.iter_mut().flat_map(|row| &mut row.props) {
            let field = prop.path.split(['.', '[']).next().unwrap_or_default();
            if crate::model::record::is_reference(field)
                && let (Some(before), Some(after)) = (text_of(&old, &prop.before), text_of(&new, &prop.after))
            {
                let urn = |text: &str| match field {
                    "provider" => {
                        crate::model::urn::split_provider(text).map_or_else(|| text.to_owned(), |(urn, _)| urn.to_owned())
                    }
                    _ => text.to_owned(),
                };
                let before = String::from_utf8_lossy(&names.urn(urn(&before).into_bytes().into())).into_owned();
                prop.moved = moved.get(&before).is_some_and(|target| *target == urn(&after));
            }
        }
    }
}

fn text_of(state: &Checkpoint, value: &Option<Value>) -> Option<String> {
    let Some(Value::Span(start, end)) = value else { return None };
    let tape = crate::wire::tape::Tape::parse(state.slice(crate::checkpoint::Span { start: *start, end: *end }))?;
    tape.text(crate::wire::tape::Tape::ROOT)
}

fn rename(old: &Checkpoint, new: &Checkpoint) -> Option<Rename> {
    let (ours, theirs) = (identity(old)?, identity(new)?);
    (ours != theirs).then_some(Rename { stack: [ours.0, theirs.0], project: [ours.1, theirs.1] })
}

/// How many matched records are out of order: all but the longest rising run.
fn reordered(pairs: &[Pair]) -> usize {
    let matched: Vec<(usize, usize)> = pairs.iter().filter_map(|pair| Some((pair.new?, pair.old?))).collect();
    if matched.windows(2).all(|two| two[0].1 < two[1].1) {
        return 0;
    }
    matched.len() - myers::rising(&matched).len()
}
