//! The fields of a resource record: their order, and which of them hold references.
//!
//! In: field names. Out: facts about them. Source: ResourceV3, complete at pulumi 1b59498 (pulumi-semantics 1.3).

use crate::wire::text;

/// Every field of a resource record that Pulumi writes, in the order in which reports show them.
pub(crate) const FIELDS: [&str; 37] = [
    "urn",
    "type",
    "custom",
    "delete",
    "id",
    "inputs",
    "outputs",
    "defaults",
    "parent",
    "provider",
    "protect",
    "taint",
    "external",
    "dependencies",
    "propertyDependencies",
    "deletedWith",
    "replaceWith",
    "viewOf",
    "pendingReplacement",
    "retainOnDelete",
    "initErrors",
    "additionalSecretOutputs",
    "aliases",
    "customTimeouts",
    "importID",
    "created",
    "modified",
    "sourcePosition",
    "stackTrace",
    "ignoreChanges",
    "hideDiff",
    "replaceOnChanges",
    "replacementTrigger",
    "refreshBeforeUpdate",
    "resourceHooks",
    "extensionRef",
    "snippetID",
];

/// Appends a key to a property path as Pulumi writes it: quoted where it holds anything but ASCII letters, digits and `_`.
pub(crate) fn push_key(key: &[u8], out: &mut String) {
    if !key.is_empty() && key.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&text::display(key));
    } else {
        out.push_str("[\"");
        out.push_str(&text::display(key).replace('"', "\\\""));
        out.push_str("\"]");
    }
}

/// Position in [`FIELDS`]; unknown fields come last.
pub(crate) fn field_rank(name: &str) -> usize {
    FIELDS.iter().position(|&field| field == name).unwrap_or(FIELDS.len())
}

/// Fields that hold URNs of the same stack (`provider` holds a URN and an id).
pub(crate) fn is_reference(name: &str) -> bool {
    matches!(
        name,
        "urn"
            | "parent"
            | "provider"
            | "dependencies"
            | "propertyDependencies"
            | "deletedWith"
            | "replaceWith"
            | "viewOf"
            | "aliases"
    )
}

/// Fields that Pulumi leaves out where they are empty, so that absent and empty are one (`snapshot/equal.go`, `omitempty`).
pub(crate) fn empty_is_absent(name: &str) -> bool {
    name != "urn" && name != "type" && FIELDS.contains(&name)
}

/// Fields whose members are property values, each named by its key.
pub(crate) fn is_property_map(name: &str) -> bool {
    matches!(name, "inputs" | "outputs")
}

/// The key of a property path behind `["`, up to its closing quote and bracket, and what follows.
pub(crate) fn quoted_key(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut rest = text;
    loop {
        let at = rest.find(['"', '\\'])?;
        key.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("\\\"") {
            key.push('"');
            rest = after;
        } else if let Some(after) = rest.strip_prefix('"') {
            return Some((key, after.strip_prefix(']')?));
        } else {
            key.push('\\');
            rest = &rest[1..];
        }
    }
}
