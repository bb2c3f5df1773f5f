//! What changed in a state besides its resources.
//!
//! In: two checkpoints. Out: [`Sections`]: property changes of the manifest, the pending operations, the secrets provider, the
//! metadata and everything else around the resources. Nothing can fail. An answer of `resources/latest` has none of these, so
//! against one there is nothing to compare.

use super::change::{Prop, Value};
use super::doc::Doc;
use super::options::{Compare, Rules};
use super::path::{PathId, Paths};
use super::rename::Names;
use super::walk::Walk;
use crate::checkpoint::{Checkpoint, EnvelopeKind, body, skeleton};
use crate::model::record;
use crate::model::value::{self, MASK};
use crate::wire::tape::{Kind, NodeId, Tape};

#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(crate) pending_operations: Vec<Prop>,
    pub(crate) manifest: Vec<Prop>,
    pub(crate) secrets_provider: Vec<Prop>,
    pub(crate) metadata: Vec<Prop>,
    pub(crate) other: Vec<Prop>,
    pub(crate) ignored: usize,
}

impl Sections {
    pub(crate) fn all(&self) -> [(&'static str, &[Prop]); 5] {
        [
            ("pendingOperations", &self.pending_operations),
            ("manifest", &self.manifest),
            ("secretsProvider", &self.secrets_provider),
            ("metadata", &self.metadata),
            ("other", &self.other),
        ]
    }
}

pub(crate) fn compare(old: &Checkpoint, new: &Checkpoint, rules: &Rules, names: Option<&Names>, budget: &mut u64) -> Sections {
    let mut sections = Sections::default();
    if old.kind() == EnvelopeKind::Resources || new.kind() == EnvelopeKind::Resources {
        return sections;
    }
    let (Some(ours), Some(theirs)) = (skeleton(old.own(), old.list()), skeleton(new.own(), new.list())) else {
        return sections;
    };
    let (old_doc, new_doc) = (Doc::new(&ours, Some(0), rules, None), Doc::new(&theirs, Some(0), rules, None));
    let mut walk = Walk::new(&old_doc, &new_doc, rules, rules.ignored_paths("", ""), budget);
    for (name, before, after) in parts(&ours, old.kind(), &theirs, new.kind()) {
        if names.is_some() && name == "stack" {
            continue;
        }
        part(&mut walk, &name, before, after);
        let mut props = std::mem::take(&mut walk.out);
        props.retain(|prop| rules.compare == Compare::Versions || &*prop.path != "manifest.time");
        props.iter_mut().filter(|prop| is_sensitive(old, new, prop)).for_each(mask);
        match name.as_str() {
            "pending_operations" => {
                props.retain(|prop| !only_renamed(old, new, prop, names));
                let declared = declared([(&ours, before), (&theirs, after)]);
                props.iter_mut().filter(|prop| is_declared(prop, &declared)).for_each(mask);
                sections.pending_operations = props;
            }
            "manifest" => sections.manifest = props,
            "secrets_providers" => sections.secrets_provider = props,
            "metadata" => sections.metadata = props,
            _ => sections.other.extend(props),
        }
    }
    sections.ignored = walk.ignored;
    sections
}

type Part = (String, Option<NodeId>, Option<NodeId>);

/// The fields around the resources, by name: those of the envelope and those of the deployment.
fn parts(old: &Tape<'_>, old_kind: EnvelopeKind, new: &Tape<'_>, new_kind: EnvelopeKind) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut take = |tape: &Tape<'_>, holder: Option<NodeId>, newer: bool, wanted: &dyn Fn(&str) -> bool| {
        for (key, value) in holder.into_iter().flat_map(|holder| tape.members(holder)) {
            let name = tape.text(key).unwrap_or_default();
            let empty = tape.kind(value) == Kind::Null || tape.is_empty(value) || tape.raw(value) == b"\"\"";
            if !wanted(&name) || empty {
                continue;
            }
            let at = parts.iter().position(|part| part.0 == name).unwrap_or_else(|| {
                parts.push((name, None, None));
                parts.len() - 1
            });
            if newer {
                parts[at].2 = Some(value);
            } else {
                parts[at].1 = Some(value);
            }
        }
    };
    let envelope = |name: &str| !matches!(name, "deployment" | "checkpoint" | "latest" | "resources");
    // Between two envelopes only what both can say is compared.
    let common = |name: &str| matches!(name, "version" | "features");
    let same_envelope = old_kind == new_kind;
    for (tape, kind, newer) in [(old, old_kind, false), (new, new_kind, true)] {
        take(tape, Some(Tape::ROOT), newer, if same_envelope { &envelope } else { &common });
        if same_envelope && kind == EnvelopeKind::Backend {
            take(tape, tape.get(Tape::ROOT, "checkpoint"), newer, &envelope);
        }
        take(tape, body(tape, kind), newer, &|name| name != "resources");
    }
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    parts
}

fn part(walk: &mut Walk<'_>, name: &str, before: Option<NodeId>, after: Option<NodeId>) {
    let path = walk.paths.key(Paths::ROOT, name.as_bytes());
    match (before, after) {
        (Some(before), Some(after)) => walk.compare(before, after, path),
        (None, None) => {}
        // Member by member: an absent list is an empty one, and what may be shown is told apart from what may not.
        (one, other) => {
            let tape = if one.is_some() { walk.old.tape } else { walk.new.tape };
            let mut todo: Vec<(NodeId, PathId)> = one.or(other).map(|node| (node, path)).into_iter().collect();
            for _ in 0..if name == "secrets_providers" { 2 } else { 1 } {
                todo = todo.into_iter().flat_map(|(node, path)| members(walk, tape, node, path)).collect();
            }
            for (node, path) in todo {
                if one.is_some() {
                    walk.removed(node, path, false);
                } else {
                    walk.added(node, path, false);
                }
            }
        }
    }
}

/// The members of a container, or the value itself where it has none.
fn members(walk: &mut Walk<'_>, tape: &Tape<'_>, node: NodeId, path: PathId) -> Vec<(NodeId, PathId)> {
    let items: Vec<NodeId> = tape.items(node).collect();
    let mut fields: Vec<(NodeId, NodeId)> = tape.members(node).collect();
    fields.sort_by_key(|&(key, _)| tape.string(key));
    if value::special(tape, node).is_some() || (items.is_empty() && fields.is_empty()) {
        return vec![(node, path)];
    }
    let by_key = fields.into_iter().map(|(key, value)| (value, walk.paths.key(path, &tape.string(key))));
    let mut all: Vec<_> = by_key.collect();
    all.extend(items.into_iter().enumerate().map(|(at, item)| (item, walk.paths.index(path, at))));
    all
}

/// A secrets provider's state holds keys and salts, and configuration may hold secrets; neither is marked as such.
fn is_sensitive(old: &Checkpoint, new: &Checkpoint, prop: &Prop) -> bool {
    if let Some(rest) = prop.path.strip_prefix("secrets_providers.state") {
        return !matches!(rest, ".url" | ".owner" | ".project" | ".stack");
    }
    if !prop.path.starts_with("config") {
        return false;
    }
    let holds = |state: &Checkpoint, value: &Option<Value>| match value {
        Some(Value::Span(start, end)) => memchr::memmem::find(&state.own()[*start as usize..*end as usize], b"secure").is_some(),
        Some(Value::Own(text)) => text.contains("secure"),
        None => false,
    };
    prop.path.contains("secure") || holds(old, &prop.before) || holds(new, &prop.after)
}

/// Whether a reference of an interrupted operation changed only with the stack's or project's name.
fn only_renamed(old: &Checkpoint, new: &Checkpoint, prop: &Prop, names: Option<&Names>) -> bool {
    let text = |state: &Checkpoint, value: &Option<Value>| match value {
        Some(Value::Span(start, end)) => {
            let tape = Tape::parse(&state.own()[*start as usize..*end as usize])?;
            (tape.kind(Tape::ROOT) == Kind::String).then(|| tape.string(Tape::ROOT).into_owned())
        }
        _ => None,
    };
    match (names, text(old, &prop.before), text(new, &prop.after)) {
        (Some(names), Some(before), Some(after)) => *names.urn(before.into()) == *after,
        _ => false,
    }
}

/// Outputs that the resource of some operation declares secret, as paths from the operation on.
fn declared(sides: [(&Tape<'_>, Option<NodeId>); 2]) -> Vec<String> {
    let mut paths = Vec::new();
    for (tape, list) in sides {
        for operation in list.into_iter().flat_map(|list| tape.items(list)) {
            let names = tape.get(operation, "resource").and_then(|record| tape.get(record, "additionalSecretOutputs"));
            for name in names.into_iter().flat_map(|names| tape.items(names)) {
                let mut path = "resource.outputs".to_owned();
                record::push_key(&tape.string(name), &mut path);
                paths.push(path);
            }
        }
    }
    paths
}

/// Whether a change lies at, below or around one of the declared outputs. Whole operations are masked when they are shown.
fn is_declared(prop: &Prop, declared: &[String]) -> bool {
    let Some((_, path)) = prop.path.split_once("].") else { return false };
    let below =
        |outer: &str, inner: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    path != "resource" && declared.iter().any(|output| below(output, path) || below(path, output))
}

fn mask(prop: &mut Prop) {
    let masked = || Value::Own(format!("\"{MASK}\"").into());
    prop.secret = true;
    prop.before = prop.before.as_ref().map(|_| masked());
    prop.after = prop.after.as_ref().map(|_| masked());
}
