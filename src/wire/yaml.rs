//! YAML to JSON text, for comparing what a string holds.
//!
//! In: a text. Out: JSON, or `None` where the text is not exactly one YAML mapping or sequence with scalar keys, uses aliases
//! or tags, or grows past a bound. Scalars follow YAML's core schema. The parser is saphyr's; it gives events, so nothing here
//! recurses.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{number, text};

const MAX_DEPTH: usize = 200;
const MAX_EVENTS: usize = 200_000;

enum Open {
    List,
    /// An object, and whether a key comes next.
    Object(bool),
}

/// The text's one document as JSON.
pub(crate) fn to_json(yaml: &str) -> Option<String> {
    let mut out = String::with_capacity(yaml.len());
    let mut open: Vec<Open> = Vec::new();
    let mut documents = 0;
    let mut events = 0;
    for event in Parser::new_from_str(yaml) {
        let (event, _) = event.ok()?;
        events += 1;
        if events > MAX_EVENTS || open.len() > MAX_DEPTH {
            return None;
        }
        match event {
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return None;
                }
            }
            Event::Alias(_) => return None,
            Event::Scalar(value, style, _, tag) => {
                if open.is_empty() || tag.is_some() {
                    return None;
                }
                if separate(&mut open, &mut out) {
                    text::push_json(value.as_bytes(), &mut out);
                    out.push(':');
                } else {
                    push_scalar(&value, style, &mut out);
                }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if separate(&mut open, &mut out) {
                    return None;
                }
                let list = matches!(event, Event::SequenceStart(..));
                out.push(if list { '[' } else { '{' });
                open.push(if list { Open::List } else { Open::Object(true) });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                out.push(if matches!(open.pop()?, Open::List) { ']' } else { '}' });
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
    (documents == 1 && !out.is_empty()).then_some(out)
}

/// Writes the comma before an element; true where the next scalar is a key.
fn separate(open: &mut [Open], out: &mut String) -> bool {
    match open.last_mut() {
        None => false,
        Some(Open::List) => {
            if !out.ends_with('[') {
                out.push(',');
            }
            false
        }
        Some(Open::Object(key)) => {
            if *key && !out.ends_with('{') {
                out.push(',');
            }
            *key = !*key;
            !*key
        }
    }
}

fn push_scalar(value: &str, style: ScalarStyle, out: &mut String) {
    if style == ScalarStyle::Plain {
        match value {
            "" | "~" | "null" | "Null" | "NULL" => return out.push_str("null"),
            "true" | "True" | "TRUE" => return out.push_str("true"),
            "false" | "False" | "FALSE" => return out.push_str("false"),
            _ if number::end(value.as_bytes(), 0) == Some(value.len()) => return out.push_str(value),
            _ => {}
        }
    }
    text::push_json(value.as_bytes(), out);
}

#[cfg(test)]
mod tests {
    use super::to_json;

    #[test]
    fn mappings_and_sequences() {
        let yaml = "a: 1\nb:\n  - x\n  - {c: true, 'd': \"2\"}\n  - []\ne: |\n  two\n  lines\nf:\n8080: ~\n";
        assert_eq!(
            to_json(yaml).as_deref(),
            Some(r#"{"a":1,"b":["x",{"c":true,"d":"2"},[]],"e":"two\nlines\n","f":null,"8080":null}"#)
        );
    }

    #[test]
    fn anything_else_is_text() {
        for text in [
            "just words\non two lines",
            "a: &x 1\nb: *x",
            "---\na: 1\n---\nb: 2",
            "a: [1",
            "? [x]\n: 1\n",
            "#!/bin/bash\nset -e\necho hi",
            "",
        ] {
            assert_eq!(to_json(text), None, "{text}");
        }
    }
}
