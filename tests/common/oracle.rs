//! Equality of JSON texts as serde_json sees them: an opinion that owes nothing to the crate's own code.

use serde_json::Value;

/// The text as a value in which key order, white space, escapes and number spellings do not matter.
pub(crate) fn value(text: &str) -> Value {
    let legible = legible(text);
    normal(serde_json::from_str(&legible).unwrap_or_else(|error| panic!("{error}: {legible}")))
}

pub(crate) fn value_of(bytes: &[u8]) -> Value {
    value(std::str::from_utf8(bytes).expect("UTF-8"))
}

/// Lone surrogates, which serde_json refuses in strings, as plain words.
pub(crate) fn legible(text: &str) -> String {
    let unit = |at: usize| {
        let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(hex, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if !rest.starts_with('\\') {
            let c = rest.chars().next().expect("not at the end");
            out.push(c);
            at += c.len_utf8();
            continue;
        }
        let (code, len) = match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (None, 12),
            (Some(code @ 0xd800..=0xdfff), _) => (Some(code), 6),
            (Some(_), _) => (None, 6),
            (None, _) => (None, 2),
        };
        match code {
            Some(code) => out.push_str(&format!("<lone {code:04x}>")),
            None => out.push_str(&text[at..at + len]),
        }
        at += len;
    }
    out
}

fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(format!("number {}", decimal(&number.to_string()))),
        Value::Array(items) => Value::Array(items.into_iter().map(normal).collect()),
        Value::Object(members) => Value::Object(members.into_iter().map(|(key, value)| (key, normal(value))).collect()),
        other => other,
    }
}

/// Sign, digits without zeros at either end, and the power of ten of the last digit.
fn decimal(text: &str) -> String {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.trim_start_matches('+').parse::<i128>().expect("an exponent") - fraction.len() as i128;
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    let short = digits.trim_end_matches('0');
    if short.is_empty() {
        return "0".to_owned();
    }
    format!("{sign}{short}e{}", exponent + (digits.len() - short.len()) as i128)
}

/// What an RFC 6902 patch makes of a text.
pub(crate) fn patched(old: &str, patch: &str) -> Value {
    let mut document: Value = serde_json::from_str(&legible(old)).expect("JSON");
    let patch: json_patch::Patch = serde_json::from_str(&legible(patch)).expect("a patch");
    json_patch::patch(&mut document, &patch).unwrap_or_else(|error| panic!("{error}: {patch}"));
    normal(document)
}
