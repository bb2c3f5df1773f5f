//! Why a resource is replaced.
//!
//! In: the step, how its properties differ, and which values come from which resources. Out: reasons: the property that forces the
//! replacement, or what the engine says by keys of its own; and the resource from which the old or the new value of that property comes, where that resource changed earlier in the
//! same log. A value says where it comes from only where it stands on one side of the difference and not on the other.
//! Rule for the properties: `*-replace` kinds of `detailedDiff`, else `keys` (pulumi-semantics section 4.3). Keys of the engine's own are `id`
//! (the user named the resource by `--replace` or `--target-replace`), `replaceWith` and `replacementTrigger` (resource options).

use crate::model::update::OpType;
use crate::model::urn::{Urn, split_provider};
use crate::summary::event::Step;
use crate::summary::report::{ReplaceReason, ResourcePropertyChange};

use super::rows::{RowId, Rows};
use super::values::{self, Mark, Source, Values};

/// Reasons that are kept of one replacement.
const MAX_REASONS: usize = 100;

/// Why a resource is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reason {
    property: Option<Box<str>>,
    cause: Option<RowId>,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Property,
    /// A key that is not among the differences.
    Named,
    Asked,
    With,
    Trigger,
    Provider,
    Taint,
    Unsaid,
}

/// Why the step replaces its resource. `changes` are the differences of its properties.
pub(super) fn of(step: &Step<'_>, row: RowId, changes: &[ResourcePropertyChange], values: &Values, rows: &Rows) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let provider = new_provider(step);
    if step.old.as_ref().is_some_and(|old| old.taint) {
        reasons.push(Reason { property: None, cause: None, why: Why::Taint });
    }
    for change in changes.iter().filter(|change| change.replace).take(MAX_REASONS) {
        reasons.push(Reason {
            property: Some(change.path.as_str().into()),
            cause: cause(change, row, values, rows),
            why: Why::Property,
        });
    }
    for key in step.keys.iter().take(MAX_REASONS) {
        if &**key == "provider" && provider.is_some() {
            continue;
        }
        let named = |path: &str| path.strip_prefix(&**key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        if !reasons.iter().any(|reason| reason.property.as_deref().is_some_and(named)) {
            let inside = || changes.iter().filter(|change| named(&change.path)).take(MAX_REASONS);
            let (why, cause) = match &**key {
                _ if inside().next().is_some() => (Why::Property, inside().find_map(|change| cause(change, row, values, rows))),
                "id" if matches!(step.op, OpType::ReadReplacement | OpType::ImportReplacement) => (Why::Named, None),
                "id" if step.old.as_ref().is_some_and(|old| old.taint) => continue,
                "id" => (Why::Asked, None),
                "replaceWith" => (Why::With, rows.only_replaced_but(row)),
                "replacementTrigger" => (Why::Trigger, None),
                _ => (Why::Named, None),
            };
            let property = matches!(why, Why::Property | Why::Named).then(|| key.as_ref().into());
            reasons.push(Reason { property, cause, why });
        }
    }
    if let Some(provider) = provider
        && (reasons.is_empty() || step.keys.iter().any(|key| &**key == "provider"))
    {
        reasons.push(Reason { property: None, cause: rows.find(provider), why: Why::Provider });
    }
    if reasons.is_empty() {
        reasons.push(Reason { property: None, cause: None, why: Why::Unsaid });
    }
    reasons
}

/// The URN of the provider after the step, where it is another than before.
fn new_provider<'s>(step: &'s Step<'_>) -> Option<&'s str> {
    let (old, new) = (&step.old.as_ref()?.provider, &step.new.as_ref()?.provider);
    (old != new && !old.is_empty()).then_some(())?;
    split_provider(new).map(|(urn, _)| urn)
}

/// The resource that a value of the property comes from: that which gave the old value and is replaced, or gives the new one.
fn cause(change: &ResourcePropertyChange, row: RowId, values: &Values, rows: &Rows) -> Option<RowId> {
    if change.secret {
        return None;
    }
    let before = values::all_pieces(change.before.as_ref().map(|json| json.as_str()));
    let after = values::all_pieces(change.after.as_ref().map(|json| json.as_str()));
    let only = |marks: &[Mark], others: &[Mark]| {
        let sources = marks.iter().filter(|mark| others.binary_search(mark).is_err()).filter_map(|&mark| values.source(mark));
        let mut best = None;
        for source in sources {
            match source {
                Source::Id(id) if id != row && changes_id(rows, id) => return Some(id),
                Source::Output(id) if id != row && best.is_none() => best = Some(id),
                _ => {}
            }
        }
        best
    };
    only(&before, &after).or_else(|| only(&after, &before))
}

fn changes_id(rows: &Rows, row: RowId) -> bool {
    let op = rows.get(row).op.as_ref();
    op.is_some_and(|op| matches!(op, OpType::Replace | OpType::Create | OpType::Delete | OpType::Import))
}

impl Reason {
    /// The resource is replaced since another one is.
    pub(super) fn follows(&self) -> bool {
        self.why == Why::With
    }
}

/// Reasons in words.
pub(super) fn report(reasons: &[Reason], rows: &Rows) -> Vec<ReplaceReason> {
    reasons.iter().map(|reason| said(reason, rows)).collect()
}

fn said(reason: &Reason, rows: &Rows) -> ReplaceReason {
    let cause = reason.cause.map(|cause| rows.get(cause));
    let name = cause.map(|cause| Urn::parse(&cause.urn).map_or(&*cause.urn, |urn| urn.name));
    let property = reason.property.as_deref().unwrap_or_default();
    let because = match (reason.why, name) {
        (Why::Property, Some(name)) => {
            let verb = match cause.and_then(|cause| cause.op.as_ref()) {
                Some(OpType::Replace) => "replaced",
                Some(OpType::Create) => "created",
                Some(OpType::Delete) => "deleted",
                Some(OpType::Import) => "imported",
                _ => "updated",
            };
            format!("{property} changes with {name}, which is {verb}")
        }
        (Why::Property, None) => format!("{property} changes"),
        (Why::Named, _) => format!("the provider names {property}"),
        (Why::Asked, _) => "you asked for it (--replace)".to_owned(),
        (Why::With, Some(name)) => format!("it is replaced with {name}"),
        (Why::With, None) => "it is replaced with another resource".to_owned(),
        (Why::Trigger, _) => "its replacement trigger changes".to_owned(),
        (Why::Provider, Some(name)) => format!("its provider becomes {name}"),
        (Why::Provider, None) => "its provider becomes another".to_owned(),
        (Why::Taint, _) => "it is tainted".to_owned(),
        (Why::Unsaid, _) => "for a reason that the log does not tell".to_owned(),
    };
    ReplaceReason {
        property: reason.property.as_deref().map(str::to_owned),
        caused_by: cause.map(|cause| cause.urn.to_string()),
        because,
    }
}
