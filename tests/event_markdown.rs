//! A summary as Markdown for a pull request: what it says in each situation, that it keeps its limit, and that data stays in its place.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/situations.rs"]
mod situations;

use proptest::prelude::*;
use situations::{NAMES, fold, golden, step, summary};
use stackscope::summary::{MarkdownOptions, to_markdown};

fn of_at_most(max_bytes: usize) -> MarkdownOptions {
    MarkdownOptions { max_bytes, ..MarkdownOptions::default() }
}

#[test]
fn each_situation_makes_a_comment() {
    for name in NAMES {
        let markdown = to_markdown(&summary(name), &MarkdownOptions::default());
        golden(&format!("{name}.md"), &markdown);
        assert!(markdown.len() <= 65_536, "{name}");
        well_formed(&markdown).unwrap_or_else(|error| panic!("{name}: {error}\n{markdown}"));
    }
}

#[test]
fn what_matters_comes_first() {
    let markdown = to_markdown(&summary("replace-chain"), &MarkdownOptions::default());
    assert!(markdown.find("Replaced") < markdown.find("Updated") && markdown.contains("because"), "{markdown}");
    assert!(markdown.contains("- cidr: \"10.0.0.0/16\"\n+ cidr: \"10.1.0.0/16\"  # forces replacement"), "{markdown}");
    let markdown = to_markdown(&summary("failure"), &MarkdownOptions::default());
    assert!(markdown.find("#### Errors") < markdown.find("#### Failed"), "{markdown}");
}

#[test]
fn the_top_is_the_callers() {
    let options = MarkdownOptions {
        title: Some("Deploy <b>@all</b> to prod".into()),
        link: Some("https://app.example/acme/shop/prod/updates/7?a=(b)".into()),
        marker: Some("shop --> <b>prod</b>".into()),
        ..MarkdownOptions::default()
    };
    let markdown = to_markdown(&summary("success"), &options);
    let head: Vec<&str> = markdown.lines().take(6).collect();
    assert_eq!(head[0], "<!-- stackscope: shop - -b-prod-/b -->");
    assert_eq!(head[1], "### Deploy &lt;b&gt;&#64;&#8203;all&lt;/b&gt; to prod");
    assert_eq!(head[3], "**Update succeeded in 1m12s**");
    assert_eq!(head[5], "`shop/prod` · [View the update](https://app.example/acme/shop/prod/updates/7?a=%28b%29)");
    let bad = MarkdownOptions { link: Some("javascript:alert(1)".into()), ..MarkdownOptions::default() };
    assert!(!to_markdown(&summary("success"), &bad).contains("View the update"));
}

#[test]
fn detail_goes_before_rows_and_rows_before_sections() {
    let summary = summary("5000-resources");
    let at = |max: usize| to_markdown(&summary, &of_at_most(max));
    let whole = at(10 << 20);
    assert!(!whole.contains("left out") && !whole.contains("Left out") && whole.matches("```diff").count() == 500);
    let most = at(whole.len() - 1);
    assert!(
        most.contains("Left out to keep this short: ") && most.contains(" detail") && !most.contains(" rows"),
        "detail goes first"
    );
    let comment = at(65_536);
    assert!(comment.contains("#### Deleted (500)") && comment.contains("more resources_"), "rows go next");
    assert!(comment.len() > 60_000, "{}", comment.len());
    for max in [1200, 2000, 4000] {
        let short = at(max);
        for title in ["Deleted (500)", "Created (4000)", "Updated (500)"] {
            assert!(short.contains(title), "each section keeps a line: {short}");
        }
    }
    let short = at(400);
    assert!(short.contains("`-` 500 deleted · `+` 4000 created · `~` 500 updated"), "{short}");
    assert_eq!(at(5), "### Update succeeded in 8m22s\n", "the heading always stands");
}

#[test]
fn any_limit_is_kept() {
    let options = [None, Some("t".repeat(500)), Some("<@".repeat(500))];
    for name in NAMES {
        let summary = summary(name);
        for title in &options {
            let whole = to_markdown(&summary, &of_at_most(1 << 24)).len();
            for max in (0..2000).step_by(37).chain([4096, 10_000, 65_535, whole.saturating_sub(1), whole, whole + 1]) {
                let options = MarkdownOptions {
                    title: title.clone(),
                    marker: Some("m".into()),
                    link: Some("https://h".into()),
                    max_bytes: max,
                };
                let markdown = to_markdown(&summary, &options);
                let least = to_markdown(&summary, &MarkdownOptions { max_bytes: 0, ..options }).len();
                assert!(markdown.starts_with("<!-- stackscope: m -->\n### ") && least < 600, "{name}, {max}");
                assert!(markdown.len() <= max.max(least), "{name}: {} > {max}", markdown.len());
                well_formed(&markdown).unwrap_or_else(|error| panic!("{name}, {max}: {error}\n{markdown}"));
            }
        }
    }
}

#[test]
fn texts_and_objects_are_compared_line_by_line() {
    let old = r#""script":"one\ntwo\nthree","policy":"{\"Allow\":[\"Get\"],\"On\":\"*\"}","tags":{"first":"a long value of a tag","second":"another long value"}"#;
    let new = old.replace("two", "2").replace("Get", "Put").replace("another long", "one more");
    let log =
        ["resourcePreEvent", "resOutputsEvent"].map(|kind| step(kind, "update", "logs", Some(old), Some(&new), "")).join("\n");
    let markdown = to_markdown(&fold(&log, true), &MarkdownOptions::default());
    for lines in ["! script:\n    one\n-   two\n+   2\n    three\n", "\n-       \"Get\"\n+       \"Put\"\n"] {
        assert!(markdown.contains(lines), "{lines}\n{markdown}");
    }
    assert!(markdown.contains("- tags.second: \"another long value\"\n+ tags.second: \"one more value\""), "{markdown}");
    well_formed(&markdown).unwrap();
}

#[test]
fn one_huge_change_does_not_hide_the_rest() {
    let inputs =
        |value: &str| (0..150).map(|at| format!(r#""key{at}":"{}{value}""#, "v".repeat(150))).collect::<Vec<_>>().join(",");
    let mut log = step("resourcePreEvent", "update", "huge", Some(&inputs("1")), Some(&inputs("2")), "");
    for at in 0..50 {
        log.push_str(&step("resourcePreEvent", "update", &format!("small-{at}"), Some(r#""a":1"#), Some(r#""a":2"#), ""));
    }
    let markdown = to_markdown(&fold(&log, false), &of_at_most(20_000));
    assert!(markdown.contains("small-49") && markdown.matches("```diff").count() == 51, "{markdown}");
}

proptest! {
    #![proptest_config(common::config(250))]

    /// Names, values and messages of all kinds, and any limit.
    #[test]
    fn data_stays_in_its_place(name in hostile(), value in hostile(), message in hostile(), title in proptest::option::of(hostile()), max in 0_usize..6000) {
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let (key, value, text) = (quoted(&name), quoted(&value), quoted(&message));
        let inputs = format!("{key}:{value},\"a\":{value}");
        let policy = format!(r#"{{"policyEvent":{{"resourceUrn":{key},"message":{text},"policyName":{key},"policyPackName":{key},"policyPackVersion":{key},"enforcementLevel":{key},"severity":{key}}}}}"#);
        let stack = |word: &str, old: &str, new: &str| format!(r#"{{"{word}":{{"metadata":{{"op":"update","urn":"urn:pulumi:s::p::pulumi:pulumi:Stack::p-s","type":"pulumi:pulumi:Stack","old":{{"type":"pulumi:pulumi:Stack","urn":"urn:pulumi:s::p::pulumi:pulumi:Stack::p-s","outputs":{{{old}}}}},"new":{{"type":"pulumi:pulumi:Stack","urn":"urn:pulumi:s::p::pulumi:pulumi:Stack::p-s","outputs":{{{new}}}}}}}}}}}"#);
        let log = [
            step("resourcePreEvent", "replace", &name, Some(r#""a":1"#), Some(&inputs), &format!(r#","keys":["a",{key}],"diffs":["a",{key}]"#)),
            step("resOutputsEvent", "replace", &name, Some(r#""a":1"#), Some(&inputs), ""),
            step("resourcePreEvent", &name, "unknown", None, Some(&inputs), ""),
            step("resourcePreEvent", "update", "failing", Some(r#""a":1"#), Some(&inputs), ""),
            step("resOpFailedEvent", "update", "failing", Some(r#""a":1"#), Some(&inputs), ""),
            stack("resourcePreEvent", "", ""),
            stack("resOutputsEvent", "\"x\":1", &inputs),
            format!(r#"{{"diagnosticEvent":{{"message":{text},"severity":"error","urn":{key}}}}}"#),
            format!(r#"{{"diagnosticEvent":{{"message":{text},"severity":{key}}}}}"#),
            format!(r#"{{"errorEvent":{{"error":{text}}}}}"#),
            policy,
            format!(r#"{{"summaryEvent":{{"resourceChanges":{{"replace":1,{key}:2}},"result":{key},"PolicyPacks":{{{key}:{key}}}}}}}"#),
        ].join("\n");
        let summary = fold(&log, true);
        for max in [max, 1 << 20] {
            let options = MarkdownOptions { title: title.clone(), marker: Some(name.clone()), link: Some(name.clone()), max_bytes: max };
            let markdown = to_markdown(&summary, &options);
            let least = to_markdown(&summary, &MarkdownOptions { max_bytes: 0, ..options }).len();
            prop_assert!(markdown.len() <= max.max(least) && least < 1000);
            let outside = well_formed(&markdown).map_err(TestCaseError::fail)?;
            prop_assert!(!outside.contains('@') && !outside.contains("://") && !outside.contains("]("), "{}", outside);
        }
    }
}

/// Text with what Markdown, HTML, forges and terminals act on.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "Z",
        " ",
        "\n",
        "\r\n",
        "\t",
        "`",
        "```",
        "````",
        "~~~",
        "|",
        "<img src=x onerror=alert(1)>",
        "</details>",
        "<details>",
        "</code>",
        "<!--",
        "-->",
        "@team",
        "#12",
        "[x](http://evil)",
        "![i](//e)",
        "https://evil.example",
        "www.evil.example",
        "\\",
        "&lt;",
        "&",
        "*b*",
        "_i_",
        "\u{202e}",
        "\u{200f}",
        "\u{1b}[31m",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "é",
        "😀",
        "\"",
        "::",
        "- ",
        "# ",
        "> ",
        "    ",
        "$x$",
        "+",
        "1. ",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..25).prop_map(|pieces| pieces.concat())
}

/// What is outside fences, where fences and tags are closed, nothing acts, and there are no tags but our own.
fn well_formed(markdown: &str) -> Result<String, String> {
    let (mut fence, mut outside) = (0, String::new());
    let mut open: Vec<String> = Vec::new();
    for line in markdown.split('\n') {
        if let Some(letter) =
            line.chars().find(|letter| letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'))
        {
            return Err(format!("{letter:?} in {line:?}"));
        }
        // CommonMark: a fence ends at a line of at least as many ticks and nothing else.
        let ticks = line.len() - line.trim_start_matches('`').len();
        if fence > 0 {
            if ticks >= fence && line[ticks..].trim().is_empty() {
                fence = 0;
            }
            continue;
        }
        if ticks >= 3 {
            fence = ticks;
            continue;
        }
        if line.starts_with("<!-- stackscope: ")
            && line.matches("--").count() == 2
            && line.ends_with(" -->")
            && outside.is_empty()
        {
            continue;
        }
        let pieces: Vec<&str> = line.split('`').collect();
        if line.trim_start().starts_with("~~~") || line.contains("``") || pieces.len().is_multiple_of(2) {
            return Err(format!("a tick or a fence in {line:?}"));
        }
        if pieces.len() > 1 && line.contains("<summary>") {
            return Err(format!("Markdown in {line:?}"));
        }
        let line: String = pieces.into_iter().step_by(2).collect();
        for (at, _) in line.match_indices('<') {
            let tag = line[at + 1..].split_once('>').ok_or_else(|| format!("a tag in {line:?}"))?.0;
            match tag.strip_prefix('/') {
                Some(name) if open.pop().as_deref() == Some(name) => {}
                None if ["details", "summary", "code", "b"].contains(&tag) => open.push(tag.to_owned()),
                _ => return Err(format!("<{tag}> in {line:?}")),
            }
        }
        outside.push_str(line.split("[View the update](").next().unwrap_or_default());
        outside.push('\n');
    }
    match open.is_empty() && fence == 0 {
        true => Ok(outside),
        false => Err(format!("open at the end: {open:?}, fence {fence}")),
    }
}
