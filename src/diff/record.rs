//! Changes between two records of one resource, field by field.
//!
//! In: the text of both records, the rules, and how names relate. Out: the property changes. Nothing can fail.
//! Fields that Pulumi leaves out where they are empty count as equal when absent (`snapshot/equal.go`).

use super::change::Prop;
use super::doc::Doc;
use super::options::{Compare, Rules};
use super::path::Paths;
use super::rename::Names;
use super::walk::Walk;
use crate::model::digest::Rewrite;
use crate::model::{record, value};
use crate::wire::tape::{Kind, NodeId, Tape};

/// Two records to compare.
pub(crate) struct Records<'r> {
    pub(crate) old: &'r [u8],
    pub(crate) new: &'r [u8],
    /// Where the records start in their states' texts.
    pub(crate) old_at: u32,
    pub(crate) new_at: u32,
}

/// What a comparison found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) props: Vec<Prop>,
    pub(crate) hidden: usize,
    pub(crate) ignored: usize,
}

/// How the two states' names relate.
pub(crate) struct Context<'c> {
    pub(crate) rules: &'c Rules,
    pub(crate) old_names: &'c Names,
    pub(crate) new_names: &'c Names,
    /// Type and URN of the resource, for rules.
    pub(crate) kind: &'c str,
    pub(crate) urn: &'c str,
    /// Whether the records are two live ones or both marked; then `delete` says nothing.
    pub(crate) same_mark: bool,
}

pub(crate) fn compare(records: &Records<'_>, context: &Context<'_>, budget: &mut u64) -> Found {
    let (Some(ours), Some(theirs)) = (Tape::parse(records.old), Tape::parse(records.new)) else { return Found::default() };
    let old_rewrite: Option<&dyn Rewrite> = if context.old_names.is_idle() { None } else { Some(context.old_names) };
    let new_rewrite: Option<&dyn Rewrite> = if context.new_names.is_idle() { None } else { Some(context.new_names) };
    let old = Doc::new(&ours, Some(records.old_at), context.rules, old_rewrite);
    let new = Doc::new(&theirs, Some(records.new_at), context.rules, new_rewrite);
    let ignored = context.rules.ignored_paths(context.kind, context.urn);
    let mut walk = Walk::new(&old, &new, context.rules, ignored, budget);
    for (name, before, after) in fields(&ours, &theirs) {
        if skipped(&name, context) {
            continue;
        }
        field(&mut walk, &name, before, after);
    }
    Found { props: walk.out, hidden: walk.hidden, ignored: walk.ignored }
}

fn skipped(name: &str, context: &Context<'_>) -> bool {
    match name {
        "urn" => true,
        "delete" => context.same_mark,
        "id" | "created" | "modified" => context.rules.compare == Compare::Stacks,
        _ => false,
    }
}

/// The fields of both records in the order of reports, empty ones as absent.
fn fields(old: &Tape<'_>, new: &Tape<'_>) -> Vec<(String, Option<NodeId>, Option<NodeId>)> {
    let mut fields: std::collections::BTreeMap<(usize, String), (Option<NodeId>, Option<NodeId>)> = Default::default();
    let mut take = |tape: &Tape<'_>, newer: bool| {
        for (key, value) in tape.members(Tape::ROOT) {
            let name = tape.text(key).unwrap_or_default();
            let kept = Some(value).filter(|&value| !(record::empty_is_absent(&name) && is_empty(tape, value)));
            let slot = fields.entry((record::field_rank(&name), name)).or_default();
            if newer {
                slot.1 = kept;
            } else {
                slot.0 = kept;
            }
        }
    };
    take(old, false);
    take(new, true);
    fields.into_iter().map(|((_, name), (before, after))| (name, before, after)).collect()
}

fn is_empty(tape: &Tape<'_>, node: NodeId) -> bool {
    match tape.kind(node) {
        Kind::Null => true,
        Kind::Bool => !tape.is_true(node),
        Kind::String => tape.raw(node) == b"\"\"",
        Kind::Object | Kind::List => tape.is_empty(node),
        Kind::Number | Kind::Key => false,
    }
}

fn field(walk: &mut Walk<'_>, name: &str, before: Option<NodeId>, after: Option<NodeId>) {
    let path = walk.paths.key(Paths::ROOT, name.as_bytes());
    let by_member = record::is_property_map(name) || name == "propertyDependencies";
    let mapped = |tape: &Tape<'_>, node: Option<NodeId>| {
        node.is_none_or(|node| tape.kind(node) == Kind::Object && value::special(tape, node).is_none())
    };
    if by_member && mapped(walk.old.tape, before) && mapped(walk.new.tape, after) {
        return members(walk, name, before, after);
    }
    match (before, after) {
        // One side is no map: what is declared secret on the other cannot be told apart from the rest.
        (Some(before), Some(after)) if name == "outputs" && !declared_secrets(walk).is_empty() => {
            if !walk.same(before, after) {
                walk.differs(before, after, path, true);
            }
        }
        (Some(before), Some(after)) => walk.compare(before, after, path),
        (Some(before), None) => walk.removed(before, path, false),
        (None, Some(after)) => walk.added(after, path, false),
        (None, None) => {}
    }
}

/// A field whose members are values of their own: an absent map is an empty one, and declared secrets are not looked into.
fn members(walk: &mut Walk<'_>, name: &str, before: Option<NodeId>, after: Option<NodeId>) {
    let secrets = if name == "outputs" { declared_secrets(walk) } else { Vec::new() };
    let mut keys: std::collections::BTreeMap<Vec<u8>, (Option<NodeId>, Option<NodeId>)> = Default::default();
    let (old, new) = (walk.old, walk.new);
    let counts = |tape: &Tape<'_>, value: NodeId| name != "propertyDependencies" || !is_empty(tape, value);
    for (key, value) in before.into_iter().flat_map(|node| old.tape.members(node)) {
        keys.entry(old.tape.string(key).into_owned()).or_default().0 = Some(value).filter(|&value| counts(old.tape, value));
    }
    for (key, value) in after.into_iter().flat_map(|node| new.tape.members(node)) {
        keys.entry(new.tape.string(key).into_owned()).or_default().1 = Some(value).filter(|&value| counts(new.tape, value));
    }
    let root = walk.paths.key(Paths::ROOT, name.as_bytes());
    for (key, (before, after)) in keys {
        let same = match (before, after) {
            (Some(before), Some(after)) => walk.surely_same(before, after),
            (before, after) => before.is_none() && after.is_none(),
        };
        if same {
            continue;
        }
        if !walk.rules.show_internal && value::is_internal(&key) {
            walk.hidden += usize::from(!matches!((before, after), (Some(before), Some(after)) if walk.same(before, after)));
            continue;
        }
        let path = walk.paths.key(root, &key);
        let secret = secrets.contains(&key);
        match (before, after) {
            (Some(before), Some(after)) if secret && walk.same(before, after) => {}
            (Some(before), Some(after)) if secret => walk.differs(before, after, path, true),
            (Some(before), Some(after)) => walk.compare(before, after, path),
            (Some(before), None) => walk.removed(before, path, secret),
            (None, Some(after)) => walk.added(after, path, secret),
            (None, None) => {}
        }
    }
}

/// Outputs that either record declares secret.
fn declared_secrets(walk: &Walk<'_>) -> Vec<Vec<u8>> {
    [walk.old.tape, walk.new.tape]
        .into_iter()
        .filter_map(|tape| Some((tape, tape.get(Tape::ROOT, "additionalSecretOutputs")?)))
        .flat_map(|(tape, list)| tape.items(list).map(|item| tape.string(item).into_owned()).collect::<Vec<_>>())
        .collect()
}
