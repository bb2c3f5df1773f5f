//! A step: one operation on one resource, with the resource before and after.
//!
//! In: the payload of a resource event. Out: [`Step`], or nothing where it has no `metadata` with a URN and an op.

use std::borrow::Cow;

use super::Raw;
use super::fields::Fields;
use crate::model::update::OpType;
use crate::model::urn::{STACK_TYPE, Urn, is_provider};

/// One operation on one resource.
#[derive(Debug, Clone)]
pub(crate) struct Step<'a> {
    pub(crate) op: OpType,
    pub(crate) urn: Cow<'a, str>,
    pub(crate) type_token: Cow<'a, str>,
    pub(crate) old: Option<State<'a>>,
    pub(crate) new: Option<State<'a>>,
    /// Properties that cause a replacement.
    pub(crate) keys: Vec<Cow<'a, str>>,
    /// Changed top-level properties; `None` where the provider did not say.
    pub(crate) diffs: Option<Vec<Cow<'a, str>>>,
    /// Object of paths to `{diffKind, inputDiff}`; `None` (unknown) is not `{}` (no difference known).
    pub(crate) detailed_diff: Option<Raw<'a>>,
    /// False for the parts of a replacement.
    pub(crate) logical: bool,
    /// Provider reference `urn::id`, or empty.
    pub(crate) provider: Cow<'a, str>,
    pub(crate) planning: bool,
}

/// A resource before or after a step.
#[derive(Debug, Clone)]
pub(crate) struct State<'a> {
    pub(crate) type_token: Cow<'a, str>,
    pub(crate) urn: Cow<'a, str>,
    pub(crate) custom: bool,
    pub(crate) delete: bool,
    pub(crate) id: Cow<'a, str>,
    /// URN, or empty.
    pub(crate) parent: Cow<'a, str>,
    pub(crate) protect: bool,
    pub(crate) taint: bool,
    pub(crate) external: bool,
    pub(crate) retain_on_delete: bool,
    /// JSON object; `None` where absent or `null`.
    pub(crate) inputs: Option<Raw<'a>>,
    /// JSON object; `None` where absent or `null`.
    pub(crate) outputs: Option<Raw<'a>>,
    pub(crate) provider: Cow<'a, str>,
    pub(crate) init_errors: Vec<Cow<'a, str>>,
    /// Property paths that are not to be shown.
    pub(crate) hide_diffs: Vec<Cow<'a, str>>,
}

impl<'a> Step<'a> {
    pub(super) fn read(fields: Fields<'a, '_>, sparing: bool) -> Option<Self> {
        let metadata = fields.object("metadata")?;
        let mut step = Self {
            op: OpType::Same,
            urn: Cow::Borrowed(""),
            type_token: Cow::Borrowed(""),
            old: None,
            new: None,
            keys: Vec::new(),
            diffs: None,
            detailed_diff: None,
            logical: false,
            provider: Cow::Borrowed(""),
            planning: fields.flag("planning"),
        };
        let mut named = (false, false);
        let mut old = None;
        for (key, node) in metadata.iter() {
            match &*key {
                "op" => {
                    let op = metadata.text_at(node)?;
                    step.op = OpType::from(&*op);
                    named.0 = !op.is_empty();
                }
                "urn" => {
                    step.urn = metadata.text_at(node)?;
                    named.1 = true;
                }
                "type" => step.type_token = metadata.text_at(node).unwrap_or_default(),
                "old" => old = metadata.object_at(node),
                "new" => step.new = metadata.object_at(node).map(State::read),
                "keys" => step.keys = metadata.list_at(node).unwrap_or_default(),
                "diffs" => step.diffs = metadata.list_at(node),
                "detailedDiff" => step.detailed_diff = metadata.object_at(node).map(|_| metadata.raw_at(node)),
                "logical" => step.logical = metadata.raw_at(node) == "true",
                "provider" => step.provider = metadata.text_at(node).unwrap_or_default(),
                _ => {}
            }
        }
        // A resource that stays as it is is told by what it stays; the stack's own has outputs to compare.
        let stays = step.op == OpType::Same && step.new.is_some() && !is_stack(&step.urn);
        if !(sparing && stays) {
            step.old = old.map(State::read);
        }
        if step.type_token.is_empty()
            && let Some(urn) = Urn::parse(&step.urn)
        {
            step.type_token = Cow::Owned(urn.resource_type().to_owned());
        }
        (named == (true, true)).then_some(step)
    }

    /// The resource that the step is about: as it becomes, or as it was where it goes.
    pub(crate) fn res(&self) -> Option<&State<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

/// Whether a URN is that of the stack itself.
pub(crate) fn is_stack(urn: &str) -> bool {
    Urn::parse(urn).is_some_and(|urn| urn.resource_type() == STACK_TYPE)
}

/// Whether a URN is that of a provider which the engine made for itself: its name begins with `default`.
pub(crate) fn is_default_provider(urn: &str) -> bool {
    Urn::parse(urn).is_some_and(|urn| is_provider(urn.resource_type()) && urn.name.starts_with("default"))
}

impl<'a> State<'a> {
    fn read(fields: Fields<'a, '_>) -> Self {
        let mut state = Self {
            type_token: Cow::Borrowed(""),
            urn: Cow::Borrowed(""),
            custom: false,
            delete: false,
            id: Cow::Borrowed(""),
            parent: Cow::Borrowed(""),
            protect: false,
            taint: false,
            external: false,
            retain_on_delete: false,
            inputs: None,
            outputs: None,
            provider: Cow::Borrowed(""),
            init_errors: Vec::new(),
            hide_diffs: Vec::new(),
        };
        for (key, node) in fields.iter() {
            let text = || fields.text_at(node).unwrap_or_default();
            let flag = || fields.raw_at(node) == "true";
            let object = || fields.object_at(node).map(|_| fields.raw_at(node));
            match &*key {
                "type" => state.type_token = text(),
                "urn" => state.urn = text(),
                "custom" => state.custom = flag(),
                "delete" => state.delete = flag(),
                "id" => state.id = text(),
                "parent" => state.parent = text(),
                "protect" => state.protect = flag(),
                "taint" => state.taint = flag(),
                "external" => state.external = flag(),
                "retainOnDelete" => state.retain_on_delete = flag(),
                "inputs" => state.inputs = object(),
                "outputs" => state.outputs = object(),
                "provider" => state.provider = text(),
                "initErrors" => state.init_errors = fields.list_at(node).unwrap_or_default(),
                "hideDiffs" => state.hide_diffs = fields.list_at(node).unwrap_or_default(),
                _ => {}
            }
        }
        state
    }
}
