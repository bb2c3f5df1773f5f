//! Values as JSON text for people and scripts, every secret masked.
//!
//! In: a node of a tape. Out: compact JSON text. Nothing can fail. This is the only way by which a value of a state reaches
//! a report; patches, which must carry ciphertexts, copy bytes and have a guard of their own.

use super::value::{MASK, Special, special, text_holds_secret};
use crate::wire::number;
use crate::wire::tape::{Kind, NodeId, Tape};

/// Who will read the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// Digits as spelled.
    Spelled,
    /// Numbers that JavaScript cannot hold become `{"raw":"…"}`.
    JavaScript,
}

/// Appends the value as JSON; the nodes in `masked` are masked besides the encoded secrets.
pub(crate) fn push_value(tape: &Tape<'_>, node: NodeId, masked: &[NodeId], numbers: Numbers, out: &mut String) {
    let end = tape.after(node);
    let mut open: Vec<(NodeId, char)> = Vec::new();
    let mut at = node;
    let mut first = true;
    while at < end {
        while let Some(&(stop, bracket)) = open.last()
            && stop == at
        {
            out.push(bracket);
            open.pop();
            first = false;
        }
        let kind = tape.kind(at);
        let in_list = open.last().is_some_and(|&(_, bracket)| bracket == ']');
        if !first && (kind == Kind::Key || in_list) {
            out.push(',');
        }
        first = false;
        if kind == Kind::Key {
            push_raw(tape, at, out);
            out.push(':');
            at += 1;
            first = true;
            continue;
        }
        if is_masked(tape, at, masked) {
            out.push('"');
            out.push_str(MASK);
            out.push('"');
            at = tape.after(at);
            continue;
        }
        match kind {
            Kind::Object | Kind::List => {
                let object = kind == Kind::Object;
                out.push(if object { '{' } else { '[' });
                open.push((tape.after(at), if object { '}' } else { ']' }));
                first = true;
            }
            Kind::Number if numbers == Numbers::JavaScript && !number::fits_js(tape.raw(at)) => {
                out.push_str("{\"raw\":\"");
                push_raw(tape, at, out);
                out.push_str("\"}");
            }
            _ => push_raw(tape, at, out),
        }
        at += 1;
    }
    while let Some((_, bracket)) = open.pop() {
        out.push(bracket);
    }
}

fn is_masked(tape: &Tape<'_>, node: NodeId, masked: &[NodeId]) -> bool {
    masked.contains(&node)
        || match tape.kind(node) {
            Kind::Object => special(tape, node) == Some(Special::Secret),
            Kind::String => text_holds_secret(tape.raw(node)),
            _ => false,
        }
}

fn push_raw(tape: &Tape<'_>, node: NodeId, out: &mut String) {
    out.push_str(&String::from_utf8_lossy(tape.raw(node)));
}

/// Nodes of a record that are secret by declaration: outputs named in `additionalSecretOutputs`.
pub(crate) fn declared_secrets(tape: &Tape<'_>, record: NodeId) -> Vec<NodeId> {
    let Some(names) = tape.get(record, "additionalSecretOutputs") else { return Vec::new() };
    let Some(outputs) = tape.get(record, "outputs") else { return Vec::new() };
    let names: Vec<_> = tape.items(names).map(|name| tape.string(name)).collect();
    tape.members(outputs).filter(|&(key, _)| names.contains(&tape.string(key))).map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(json: &str, numbers: Numbers) -> String {
        let tape = Tape::parse(json.as_bytes()).unwrap();
        let mut out = String::new();
        push_value(&tape, Tape::ROOT, &declared_secrets(&tape, Tape::ROOT), numbers, &mut out);
        out
    }

    #[test]
    fn compact_and_as_spelled() {
        let json = r#" { "a" : [ 1.10 , { } , [ ] , [ [ 2 ] , 3 ] ], "b" : {"c":{"d":null}}, "e":"\u0041" } "#;
        assert_eq!(rendered(json, Numbers::Spelled), r#"{"a":[1.10,{},[],[[2],3]],"b":{"c":{"d":null}},"e":"\u0041"}"#);
    }

    #[test]
    fn numbers_for_javascript() {
        assert_eq!(rendered("[12345678901234567890,1]", Numbers::JavaScript), r#"[{"raw":"12345678901234567890"},1]"#);
        assert_eq!(rendered("12345678901234567890", Numbers::Spelled), "12345678901234567890");
    }

    #[test]
    fn secrets_are_masked_wherever_they_hide() {
        let secret = r#"{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:abc"}"#;
        let nested = serde_json::to_string(secret).unwrap();
        let json = format!(r#"{{"outputs":{{"a":[{secret}],"b":{nested},"pw":"open","x":1}},"additionalSecretOutputs":["pw"]}}"#);
        assert_eq!(
            rendered(&json, Numbers::Spelled),
            r#"{"outputs":{"a":["[secret]"],"b":"[secret]","pw":"[secret]","x":1},"additionalSecretOutputs":["pw"]}"#
        );
    }
}
