//! Serialized functions of programs.
//!
//! In: the text of an asset. Out: where it is a function that Pulumi's Node runtime serialized, what its author wrote of it: without the
//! capture headers and the hashes in names, which change for no reason of theirs; any other text as it is. Nothing can fail; linear.

use std::borrow::Cow;

const FUNCTION: &str = "function __";
const WITH: (&str, &str) = ("    with({ ", " }) {");
const APPLY: (&str, &str) = ("  }).apply(", ").apply(this, arguments);");
const PLAIN_WITH: &str = "    with (__closure) {";
const PLAIN_APPLY: &str = "  }).apply(__environment).apply(this, arguments);";
const HEADER_END: &str = "() {\n  return (function() {\n    with (__closure) {\n\nreturn ";
const FOOTER: &str = ";\n\n    }\n  }).apply(__environment).apply(this, arguments);\n}";

/// What the author of a function wrote.
pub(crate) fn authored(text: &str) -> Cow<'_, str> {
    let Some(start) = text.find(FUNCTION) else { return Cow::Borrowed(text) };
    if !text.lines().any(|line| between(line, WITH).is_some()) || !text.lines().any(|line| between(line, APPLY).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text[start..].split_inclusive('\n') {
        let line = replaced(line, WITH, PLAIN_WITH);
        plain.push_str(&replaced(&line, APPLY, PLAIN_APPLY));
    }
    Cow::Owned(few_breaks(&without_headers(&few_breaks(&plain)).replace(FOOTER, "")))
}

/// From the first beginning to the last end of a line.
fn between(line: &str, (start, end): (&str, &str)) -> Option<(usize, usize)> {
    let from = line.find(start)?;
    let inside = from + start.len();
    Some((from, inside + line[inside..].rfind(end)? + end.len()))
}

fn replaced<'l>(line: &'l str, marks: (&str, &str), with: &str) -> Cow<'l, str> {
    match between(line, marks) {
        Some((from, to)) => Cow::Owned(format!("{}{with}{}", &line[..from], &line[to..])),
        None => Cow::Borrowed(line),
    }
}

fn without_headers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split(HEADER_END).enumerate() {
        if at > 0 {
            // What was written so far ends with the name of the function.
            let line = out.rfind('\n').map_or(0, |found| found + 1);
            match out[line..].find(FUNCTION) {
                Some(found) => out.truncate(line + found),
                None => out.push_str(HEADER_END),
            }
        }
        out.push_str(part);
    }
    out
}

/// At most one blank line at a time.
fn few_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut breaks = 0;
    for letter in text.chars() {
        breaks = if letter == '\n' { breaks + 1 } else { 0 };
        if breaks < 3 {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::authored;

    #[test]
    fn only_what_the_author_wrote() {
        let serialized = "exports.handler = __f0;\n\n\n\nfunction __f0() {\n  return (function() {\n    with({ a: __a, b: 1 }) {\n\n\
                          return (e) => { log(e) };\n\n    }\n  }).apply(undefined, undefined).apply(this, arguments);\n}\n\n\n\nfunction __f1() {}";
        assert_eq!(authored(serialized), "(e) => { log(e) }\n\nfunction __f1() {}");
        for text in ["", "function __f0() {}", "plain\n\n\n\ntext", "function __f0() {\n    with({ a }) {"] {
            assert_eq!(authored(text), text);
        }
    }
}
