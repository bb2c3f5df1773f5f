//! The lines at the head of a step.
//!
//! In: a step and its indentation. Out: mark, type and op, then its id, URN and provider. Nothing can fail: a provider reference that is
//! none is printed as it is.

use crate::model::update::OpType;
use crate::model::urn::{Urn, split_provider};
use crate::model::value::UNKNOWN;
use crate::summary::display::object_text::{Pen, indentation};
use crate::summary::display::op;
use crate::summary::display::strings::quote::graphic;
use crate::summary::event::{State, Step};

/// Writes the head of a step.
pub(super) fn push(step: &Step<'_>, indent: usize, out: &mut String) {
    let protected = |state: Option<&_>| state.is_some_and(|state: &State<'_>| state.protect);
    let (before, after) = (protected(step.old.as_ref()), protected(step.new.as_ref()));
    let lock = match (before, after, step.new.is_some()) {
        (true, false, true) => " 🔓",
        (false, false, _) => "",
        _ => " 🔒",
    };
    let retain = if retains(step) { "[retain]" } else { "" };
    let (spaces, mark) = (indentation(indent, None), op::prefix(&step.op, true));
    out.push_str(&format!("{spaces}{mark}{}: ({}{retain}){lock}\n", step.type_token, step.op.as_str()));

    let quiet = match step.op {
        OpType::Create | OpType::Delete | OpType::DeleteReplaced | OpType::Discard | OpType::DiscardReplaced => &step.op,
        _ => &OpType::Same,
    };
    let line = |text: String, out: &mut String| Pen::new(quiet, indent + 1, false).begin(&text, out);
    if let Some(old) = step.old.as_ref().filter(|old| !old.id.is_empty()) {
        line(format!("[id={}]\n", old.id), out);
    }
    if !step.urn.is_empty() {
        line(format!("[urn={}]\n", graphic(&step.urn)), out);
    }
    if step.provider.is_empty() {
        return;
    }
    match (&step.old, &step.new) {
        (Some(old), Some(new)) if old.provider != new.provider => {
            let pen = Pen::new(&OpType::Update, indent + 1, false);
            pen.begin("[provider: ", out);
            Pen::new(&OpType::Delete, 0, false).put(&old.provider, out);
            pen.put(" => ", out);
            let provider = match split_provider(&new.provider) {
                Some((urn, UNKNOWN)) => format!("{urn}::[unknown]"),
                _ => new.provider.to_string(),
            };
            Pen::new(&OpType::Create, 0, false).put(&provider, out);
            pen.put("]\n", out);
        }
        _ if is_default(&step.provider) => {}
        _ => line(format!("[provider={}]\n", step.provider), out),
    }
}

/// Whether the real resource stays when the step is through.
fn retains(step: &Step<'_>) -> bool {
    step.old.as_ref().is_some_and(|old| old.retain_on_delete)
        && matches!(step.op, OpType::Delete | OpType::Replace | OpType::CreateReplacement | OpType::DeleteReplaced)
}

/// Whether a provider goes by the name `default`: it is not worth a line.
fn is_default(reference: &str) -> bool {
    split_provider(reference).and_then(|(urn, _)| Urn::parse(urn)).is_some_and(|urn| urn.name == "default")
}
