//! What policies say.
//!
//! In: violations and remediations. Out: a line that names pack, policy and resource, then the message or what was changed. A remediation
//! that changes nothing is not shown.

use crate::model::update::OpType;
use crate::model::urn::Urn;
use crate::summary::display::color::{RED, RESET, YELLOW};
use crate::summary::display::object_text::Pen;
use crate::summary::event::{Policy, PolicyRemediation};
use crate::summary::property::{Value, diff_objects};

/// The colour of what informs.
const MAGENTA: &str = "<{%fg 5%}>";

/// Writes a violation.
pub(super) fn violation(policy: &Policy<'_>, out: &mut String) {
    let color = if policy.enforcement_level == "mandatory" { RED } else { YELLOW };
    let pack = pack(&policy.pack, &policy.pack_version);
    let resource = resource(&policy.resource_urn);
    let message = policy.message.strip_suffix('\n').unwrap_or(&policy.message);
    let (level, name) = (&policy.enforcement_level, &policy.name);
    out.push_str(&format!("{pack}{color}[{level}]  {name}{RESET}  {resource}{message}\n"));
}

/// Writes a remediation.
pub(super) fn remediation(remediation: &PolicyRemediation<'_>, out: &mut String) {
    let (before, after) = (Value::object(remediation.before), Value::object(remediation.after));
    let Some(diff) = diff_objects(&before, &after) else { return };
    let pack = pack(&remediation.pack, &remediation.pack_version);
    let resource = resource(&remediation.resource_urn);
    out.push_str(&format!("{pack}{MAGENTA}[remediate]  {}{RESET}  {resource}\n", remediation.name));
    Pen::new(&OpType::Same, 2, true).marked(true).summary().object_diff(&diff, None, out);
    out.push('\n');
}

fn pack(name: &str, version: &str) -> String {
    format!("    {MAGENTA}{name}@v{version} {RESET}")
}

fn resource(urn: &str) -> String {
    let (kind, name) = Urn::parse(urn).map_or(("", ""), |urn| (urn.resource_type(), urn.name));
    format!("({kind}: {name})")
}
