//! Encoded property values: secrets, assets, archives, resource references, floats and byte strings.
//!
//! In: a node of a tape. Out: which special value it is. Rules: pulumi-semantics section 2. An object with an unknown
//! signature is an ordinary object.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::wire::tape::{Kind, NodeId, Tape};

/// The key that marks an encoded value.
pub(crate) const SIGNATURE: &str = "4dabf18193072939515e22adb298388d";
pub(crate) const SECRET: &str = "1b47061264138c4ac30d75fd1eb44270";
pub(crate) const ASSET: &str = "c44067f5952c0a294b673a41bacd8c17";
pub(crate) const ARCHIVE: &str = "0def7320c3a5731c473e5ecbe6d01bc7";
pub(crate) const RESOURCE: &str = "5cf8f73096256a8f31e491e813e4eb8e";

/// What stands for a secret in every output.
pub(crate) const MASK: &str = "[secret]";
/// The text that stands for a value not known yet.
pub(crate) const UNKNOWN: &str = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/// What an object encodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    Secret,
    Asset,
    Archive,
    Resource,
}

/// The special value that an object node encodes, if any.
pub(crate) fn special(tape: &Tape<'_>, node: NodeId) -> Option<Special> {
    if tape.kind(node) != Kind::Object {
        return None;
    }
    let signature = tape.get(node, SIGNATURE)?;
    match &*tape.string(signature) {
        s if s == SECRET.as_bytes() => Some(Special::Secret),
        s if s == ASSET.as_bytes() => Some(Special::Asset),
        s if s == ARCHIVE.as_bytes() => Some(Special::Archive),
        s if s == RESOURCE.as_bytes() => Some(Special::Resource),
        _ => None,
    }
}

/// Whether a text carries an encoded secret: providers keep nested configuration as JSON inside a string.
pub(crate) fn text_holds_secret(bytes: &[u8]) -> bool {
    static MARK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(SECRET));
    bytes.len() > SECRET.len() && MARK.find(bytes).is_some()
}

/// Whether a secret's value stands open in a JSON text (`pulumi stack export --show-secrets`), also inside a string.
pub(crate) fn holds_plaintext(json: &[u8]) -> bool {
    const FIELD: &[u8] = b"plaintext";
    if !text_holds_secret(json) || memchr::memmem::find(json, FIELD).is_none() {
        return false;
    }
    let Some(tape) = Tape::parse(json) else { return true };
    (0..tape.len()).any(|node| match tape.kind(node) {
        Kind::Object => special(&tape, node) == Some(Special::Secret) && tape.get(node, "plaintext").is_some(),
        Kind::String => {
            let text = tape.string(node);
            text_holds_secret(&text) && memchr::memmem::find(&text, FIELD).is_some()
        }
        _ => false,
    })
}

/// Whether a key is the engine's own (`__defaults`, `__meta`, …) and hidden by default.
pub(crate) fn is_internal(key: &[u8]) -> bool {
    key.starts_with(b"__")
}
