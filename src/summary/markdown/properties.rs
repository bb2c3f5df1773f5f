//! How a property differs, as lines of a fence.
//!
//! In: a change of a property, its values as JSON. Out: lines marked with `-`, `+` or, where a path stands alone, `!`: what is short on
//! one line for each side; texts of several lines, JSON inside texts, and long objects and lists line by line, with what is around a
//! change. Nothing can fail; past the bound on work a comparison is coarser.

use std::borrow::Cow;

use super::super::outline;
use super::super::report::ResourcePropertyChange;
use crate::diff::text;
use crate::model::print::{cut, plural};
use crate::model::value::UNKNOWN;
use crate::wire::scan;

/// Longest path and longest value on one line.
const PATH: usize = 300;
const VALUE: usize = 200;
/// An object or list that is longer than this has a line for each member.
const SHORT: usize = 60;
/// Longest text that is laid out line by line, in bytes.
const MOST: usize = 1 << 18;
/// Bound on the work of a comparison.
const WORK: u64 = 2_000_000;

/// The lines of a change, about as many as `most` at most.
pub(super) fn lines(change: &ResourcePropertyChange, most: usize) -> Vec<String> {
    let path = cut(&change.path, PATH);
    let remark = match (change.replace, change.truncated) {
        (true, true) => "  # forces replacement, shortened",
        (true, false) => "  # forces replacement",
        (false, true) => "  # shortened",
        (false, false) => "",
    };
    if !change.hidden
        && let Some(lines) = line_by_line(change, &path, remark, most)
    {
        return lines;
    }
    let (before, after) = outline::sides(change, VALUE);
    let mut lines = match (outline::mark(change), before, after) {
        (_, before @ Some(_), after @ Some(_)) if !change.hidden => [("-", before), ("+", after)]
            .into_iter()
            .map(|(sign, side)| format!("{sign} {path}: {}", cut(&side.unwrap_or_default(), VALUE)))
            .collect(),
        (mark, before, after) => {
            let sign = sign(mark);
            match before.or(after) {
                Some(side) => vec![format!("{sign} {path}: {}", cut(&side, VALUE))],
                None => vec![format!("{sign} {path}")],
            }
        }
    };
    if let Some(last) = lines.last_mut() {
        last.push_str(remark);
    }
    lines
}

/// Forges colour `!` as a change, and have no colour for `~`.
fn sign(mark: char) -> char {
    if mark == '~' { '!' } else { mark }
}

fn line_by_line(change: &ResourcePropertyChange, path: &str, remark: &str, most: usize) -> Option<Vec<String>> {
    let before = change.before.as_ref().map(|json| laid_out(json.as_str()));
    let after = change.after.as_ref().map(|json| laid_out(json.as_str()));
    match (before, after) {
        (Some(before), Some(after)) => {
            let (before, after) = (before?, after?);
            if before == after {
                return Some(vec![format!("! {path}: differs in spaces and line breaks only{remark}")]);
            }
            let json = |text: &str| serde_json::to_string(text).unwrap_or_default();
            let (found, _) = text::lines(&json(&before), &json(&after), WORK);
            if found.is_empty() {
                return None;
            }
            let found = found.iter().map(|line| match line.kind {
                "skip" => format!("    … {}", plural(line.text.parse().unwrap_or_default(), "unchanged line")),
                kind => {
                    let mark = match kind {
                        "add" => '+',
                        "delete" => '-',
                        _ => ' ',
                    };
                    format!("{mark}   {}", cut(&line.text.replace('\t', "    "), VALUE))
                }
            });
            Some(under(format!("! {path}:{remark}"), found.collect(), most))
        }
        (Some(side), None) | (None, Some(side)) => {
            let side = side?;
            let sign = sign(outline::mark(change));
            let lines = side.lines().take(most + 2).map(|line| format!("{sign}   {}", cut(&line.replace('\t', "    "), VALUE)));
            let (shown, count) = (lines.collect::<Vec<_>>(), side.lines().count());
            (count > 1).then(|| {
                let mut lines = under(format!("{sign} {path}:{remark}"), shown, most);
                if count > most + 1 {
                    lines.truncate(1 + most);
                    lines.push(format!("    … {}", plural((count - most) as u64, "more line")));
                }
                lines
            })
        }
        (None, None) => None,
    }
}

/// Lines under the path; how many are left out is said.
fn under(head: String, lines: Vec<String>, most: usize) -> Vec<String> {
    let count = lines.len();
    let shown = if count > most + 1 { most } else { count };
    let mut out = vec![head];
    out.extend(lines.into_iter().take(shown));
    if shown < count {
        out.push(format!("    … {}", plural((count - shown) as u64, "more line")));
    }
    out
}

/// A value that is better read line by line, as lines; `None` where one line does, or where it is too long.
fn laid_out(json: &str) -> Option<String> {
    if json.len() > MOST {
        return None;
    }
    if json.starts_with('"') {
        let text: String = serde_json::from_str(json).ok()?;
        let inner = text.trim();
        if (inner.starts_with('{') || inner.starts_with('[')) && scan::validate(inner.as_bytes()).is_ok() {
            return Some(pretty(inner));
        }
        return text.contains('\n').then_some(text);
    }
    // Assets and the like have a short form of their own.
    let is_plain = matches!(crate::model::print::shown(json), Cow::Borrowed(_));
    ((json.starts_with('{') || json.starts_with('['))
        && json.len() > SHORT
        && is_plain
        && scan::validate(json.as_bytes()).is_ok())
    .then(|| pretty(json).replace(&format!("\"{UNKNOWN}\""), "[unknown]"))
}

/// JSON with a line for each member. It must be valid.
fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(2 * json.len());
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    // Deep nesting is not indented for ever.
    let line = |depth: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth.min(20)));
    };
    let mut letters = json.chars().filter(|letter| !letter.is_ascii_control()).peekable();
    while let Some(letter) = letters.next() {
        if in_string {
            out.push(letter);
            in_string = letter != '"' || escaped;
            escaped = letter == '\\' && !escaped;
            continue;
        }
        match letter {
            ' ' => {}
            '"' => {
                in_string = true;
                out.push(letter);
            }
            '{' | '[' => {
                out.push(letter);
                while letters.next_if_eq(&' ').is_some() {}
                if let Some(close) = letters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    line(depth, &mut out);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(depth, &mut out);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                line(depth, &mut out);
            }
            ':' => out.push_str(": "),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::json_text::Json;

    fn change(before: Option<&str>, after: Option<&str>) -> ResourcePropertyChange {
        let json = |side: Option<&str>| side.map(|side| Json(side.to_owned()));
        let kind = if before.is_none() { "add" } else { "update" };
        ResourcePropertyChange {
            path: "p".to_owned(),
            kind,
            replace: false,
            before: json(before),
            after: json(after),
            hidden: false,
            truncated: false,
            secret: false,
        }
    }

    #[test]
    fn json_has_a_line_for_each_member() {
        assert_eq!(pretty(r#"{ "a":[ ],"b" : {"c, d":"\"}"} }"#), "{\n  \"a\": [],\n  \"b\": {\n    \"c, d\": \"\\\"}\"\n  }\n}");
    }

    #[test]
    fn what_has_lines_is_compared_by_lines() {
        let shown = |before: Option<&str>, after: Option<&str>| lines(&change(before, after), 9).join("|");
        assert_eq!(shown(Some(r#""a""#), Some(r#""b""#)), r#"- p: "a"|+ p: "b""#);
        assert_eq!(shown(Some(r#""one\ntwo\n""#), Some(r#""one\n2\n""#)), "! p:|    one|-   two|+   2|    ");
        let policy = r#""{\"Allow\":[\"s3:Get\",\"s3:Put\"]}""#;
        assert_eq!(
            shown(Some(policy), Some(&policy.replace("Put", "List"))),
            r#"! p:|    … 1 unchanged line|      "Allow": [|        "s3:Get",|-       "s3:Put"|+       "s3:List"|      ]|    }"#
        );
        assert_eq!(shown(Some(policy), Some(&policy.replace(',', ", "))), "! p: differs in spaces and line breaks only");
        assert_eq!(shown(None, Some(r#""a\nb""#)), "+ p:|+   a|+   b");
    }
}
