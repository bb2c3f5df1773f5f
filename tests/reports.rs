//! What a diff leaves out on request, how it groups, and the reports: text, Markdown, JSON.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{BUCKET, bucket, bucket_urn, export, with_inputs};
use common::{diff, diff_with, mutate};
use proptest::prelude::*;
use stackscope::diff::{ChangeFilter, DiffOptions, IgnoreRule, MarkdownOptions, StateDiff, TextOptions};

fn rows(diff: &StateDiff) -> Vec<String> {
    let page = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap();
    page.rows
        .into_iter()
        .flat_map(|row| row.properties.into_iter().map(move |prop| format!("{}/{}", row.name, prop.path)))
        .collect()
}

fn ignoring(rules: Vec<IgnoreRule>) -> DiffOptions {
    DiffOptions { ignore: rules, ..DiffOptions::default() }
}

fn rule(path: Option<&str>, kind: Option<&str>, urn: Option<&str>) -> IgnoreRule {
    IgnoreRule::Where { path: path.map(Into::into), kind: kind.map(Into::into), urn: urn.map(Into::into) }
}

fn two(a: u8, tag: &str) -> String {
    let bucket = |name: &str| {
        bucket(name, &format!("\"inputs\":{{\"a\":{a},\"tags\":{{\"t\":\"{tag}\"}}}},\"modified\":\"2026-01-0{a}T00:00:00Z\""))
    };
    export(&[bucket("x"), bucket("y")])
}

#[test]
fn ignore_rules() {
    let (old, new) = (two(1, "p"), two(2, "q"));
    let all = ["x/inputs.a", "x/inputs.tags.t", "x/modified", "y/inputs.a", "y/inputs.tags.t", "y/modified"];
    assert_eq!(rows(&diff(&old, &new)), all);
    let left = |rules: Vec<IgnoreRule>| {
        let diff = diff_with(&old, &new, ignoring(rules));
        let overview = diff.overview();
        assert_eq!(rows(&diff).len() + overview.ignored.properties, 6);
        (rows(&diff), diff.summary().update, diff.summary().same, overview.ignored.resources)
    };
    let path = |path: &str| IgnoreRule::Path(path.into());
    assert_eq!(left(vec![path("inputs.tags"), path("modified")]).0, ["x/inputs.a", "y/inputs.a"]);
    assert_eq!(left(vec![path("inputs.*")]).0, ["x/modified", "y/modified"]);
    assert_eq!(left(vec![path("inputs"), path("modified")]), (vec![], 0, 2, 2));
    assert_eq!(left(vec![rule(None, Some("aws:*"), None)]), (vec![], 0, 2, 2));
    assert_eq!(left(vec![rule(None, None, Some("*::x"))]).0, ["y/inputs.a", "y/inputs.tags.t", "y/modified"]);
    assert_eq!(
        left(vec![rule(Some("inputs"), None, Some("*::x")), rule(Some("modified"), Some(BUCKET), None)]).0,
        ["y/inputs.a", "y/inputs.tags.t"]
    );
    assert_eq!(left(vec![rule(None, Some("gcp:*"), None), rule(Some("outputs"), None, None)]).0, all);
}

#[test]
fn ignored_resources_neither_come_nor_go() {
    let ignore = ignoring(vec![rule(None, None, Some("*::x"))]);
    let (with, without) = (export(&[bucket("x", ""), bucket("y", "")]), export(&[bucket("y", "")]));
    for (old, new) in [(&with, &without), (&without, &with)] {
        let diff = diff_with(old, new, ignore.clone());
        assert!(!diff.differs());
        assert_eq!((diff.summary().create, diff.summary().delete, diff.overview().ignored.resources), (0, 0, 1));
    }
}

#[test]
fn rules_reach_around_the_resources() {
    let state = |time: &str| {
        format!("{{\"version\":3,\"deployment\":{{\"manifest\":{{\"time\":\"{time}\",\"version\":\"\"}},\"resources\":[]}}}}")
    };
    assert!(diff(&state("a"), &state("b")).differs());
    assert!(!diff_with(&state("a"), &state("b"), ignoring(vec![IgnoreRule::Path("manifest.time".into())])).differs());
}

#[test]
fn what_changed_alike_is_one_group() {
    let state = |n: u8, odd: u8| {
        let mut records: Vec<String> = (0..5)
            .map(|at| bucket(&format!("b{at}"), &format!("\"inputs\":{{\"l\":[0,{}],\"tag\":{n}}}", u8::from(at > 2) * n)))
            .collect();
        records.push(bucket("odd", &format!("\"protect\":{}", odd == 1)));
        records.extend((0..odd * 3).map(|at| bucket(&format!("new{at}"), "")));
        export(&records)
    };
    let diff = diff(&state(1, 0), &state(2, 1));
    let groups = diff.groups(0, 10);
    let seen: Vec<_> = groups
        .rows
        .iter()
        .map(|group| {
            (group.kind.as_str(), group.count, group.properties.iter().map(|shape| shape.path.as_str()).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("update", 3, vec!["inputs.tag"]),
            ("create", 3, vec![]),
            ("update", 2, vec!["inputs.l[*]", "inputs.tag"]),
            ("update", 1, vec!["protect"])
        ]
    );
    assert_eq!(groups.total, 4);
    assert_eq!(groups.rows[0].sample, [bucket_urn("b0"), bucket_urn("b1"), bucket_urn("b2")]);
    assert_eq!(diff.groups(1, 1).rows, groups.rows[1..2]);
}

#[test]
fn the_json_has_the_promised_shape() {
    let diff =
        diff(&with_inputs("{\"a\":12345678901234567890,\"b\":1}"), &with_inputs("{\"a\":12345678901234567891,\"c\":[1e999]}"));
    let json = diff.to_json();
    assert!(
        json.contains("\"before\":12345678901234567890,\"after\":12345678901234567891") && json.contains("\"after\":[1e999]"),
        "{json}"
    );
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["summary"], serde_json::json!({"create": 0, "delete": 0, "update": 1, "replace": 0, "move": 0, "same": 0}));
    let change = &value["changes"][0];
    assert_eq!(
        (&change["urn"], &change["type"], &change["name"], &change["kind"]),
        (&bucket_urn("b").into(), &BUCKET.into(), &"b".into(), &"update".into())
    );
    let kinds: Vec<_> = change["properties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|prop| (prop["path"].as_str().unwrap(), prop["kind"].as_str().unwrap()))
        .collect();
    assert_eq!(kinds, [("inputs.a", "update"), ("inputs.b", "delete"), ("inputs.c", "add")]);
}

#[test]
fn the_text_is_aligned_and_plain_unless_asked() {
    let diff = diff(&with_inputs("{\"a\":1,\"long_name\":2}"), &with_inputs("{\"a\":2,\"long_name\":3}"));
    let plain = diff.to_text(&TextOptions::default());
    assert!(!plain.contains('\u{1b}'));
    assert!(plain.contains("~ inputs.a          1 => 2") && plain.contains("~ inputs.long_name  2 => 3"), "{plain}");
    assert!(diff.to_text(&TextOptions { color: true, ..Default::default() }).contains("\u{1b}[33m"));
    let cut = diff.to_text(&TextOptions { max_properties: Some(1), ..Default::default() });
    assert!(cut.contains("1 more propert") && !cut.contains("long_name"), "{cut}");
}

/// The lines that are not code, by CommonMark's rule: a fence ends with at least as many ticks as it began with.
fn outside_fences(markdown: &str) -> String {
    let mut fence = 0;
    let mut kept = Vec::new();
    for line in markdown.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if fence == 0 && ticks >= 3 {
            fence = ticks;
        } else if fence > 0 && ticks >= fence && line[ticks..].trim().is_empty() {
            fence = 0;
        } else if fence == 0 {
            kept.push(line);
        }
    }
    assert_eq!(fence, 0, "a fence is not closed: {markdown}");
    kept.join("\n")
}

#[test]
fn nothing_in_a_report_acts_on_a_terminal_or_a_page() {
    let evil = r#"\u001b]0;x\u0007\u202e<img src=x onerror=1>\r\n```</details>|@team [x](y)"#;
    let state = |n: u8| {
        let record = format!(
            "{{\"urn\":\"urn:pulumi:dev::shop::a:b:C::{evil}\",\"custom\":true,\"id\":\"i\",\"type\":\"a:b:C\",\"inputs\":{{\"{evil}\":\"{evil}{n}\"}}}}"
        );
        export(&[record])
    };
    let diff = diff(&state(1), &state(2));
    for text in [diff.to_text(&Default::default()), diff.to_markdown(&Default::default())] {
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{text:?}");
    }
    let markdown = outside_fences(&diff.to_markdown(&MarkdownOptions { title: Some("<b>@all".into()), ..Default::default() }));
    assert!(
        !markdown.contains("<img") && !markdown.contains("@team") && !markdown.contains("@all") && !markdown.contains("<b>@"),
        "{markdown}"
    );
    assert_eq!(markdown.matches("</details>").count(), markdown.matches("<details>").count(), "{markdown}");
}

fn huge(n: usize, rows: usize, props: usize) -> String {
    let text = |at: usize| format!("\"k{at}\":\"{}\"", format!("{n}<&|`*_[@").repeat(30));
    let inputs = (0..props).map(text).collect::<Vec<_>>().join(",");
    export(&(0..rows).map(|at| bucket(&format!("b{at}"), &format!("\"inputs\":{{{inputs}}}"))).collect::<Vec<_>>())
}

#[test]
fn markdown_keeps_its_bound() {
    let titles = [None, Some("t".to_owned()), Some("😀".repeat(500)), Some("<".repeat(500))];
    for (rows, props) in [(0, 0), (1, 400), (300, 3), (3000, 0)] {
        let (old, new) = (huge(1, rows, props), huge(2, rows + usize::from(props == 0) * 100, props));
        let diff = diff(&old, &new);
        for max in [0, 1000, 1001, 1500, 5000, 60_000, 65_536] {
            for title in &titles {
                let markdown = diff.to_markdown(&MarkdownOptions { max_bytes: Some(max), title: title.clone() });
                assert!(
                    markdown.len() <= (max as usize).max(1000),
                    "{} > {max} for {rows}x{props}, title {title:?}",
                    markdown.len()
                );
            }
        }
        assert!(diff.to_markdown(&MarkdownOptions::default()).len() <= 60_000);
    }
}

#[test]
fn one_huge_row_does_not_hide_the_rest() {
    let state = |n: usize| {
        let text = |at: usize| format!("\"k{at}\":\"{}\"", format!("{n}<&|").repeat(50));
        let inputs = (0..150).map(text).collect::<Vec<_>>().join(",");
        export(&[bucket("huge", &format!("\"inputs\":{{{inputs}}}")), bucket("small", &format!("\"inputs\":{{\"a\":{n}}}"))])
    };
    let markdown = diff(&state(1), &state(2)).to_markdown(&MarkdownOptions::default());
    assert!(markdown.contains("small"), "{markdown}");
    assert!(markdown.contains("huge"));
}

#[test]
fn what_is_left_out_around_the_resources_is_said() {
    let state = |n: u8| {
        let plugins: Vec<String> = (0..300).map(|at| format!("{{\"name\":\"p{at}\",\"version\":\"{n}.0.0\"}}")).collect();
        format!(
            "{{\"version\":3,\"deployment\":{{\"manifest\":{{\"version\":\"\",\"plugins\":[{}]}},\"resources\":[]}}}}",
            plugins.join(",")
        )
    };
    let markdown = diff(&state(1), &state(2)).to_markdown(&MarkdownOptions { max_bytes: Some(2000), title: None });
    assert!(markdown.len() <= 2000);
    assert!(markdown.contains("manifest"), "{markdown}");
}

proptest! {
    #![proptest_config(common::config(150))]

    #[test]
    fn markdown_keeps_any_bound((old, new) in mutate::pair(), max in 1000..8000u32) {
        let diff = diff(&old.compact(), &new.compact());
        let markdown = diff.to_markdown(&MarkdownOptions { max_bytes: Some(max), title: None });
        prop_assert!(markdown.len() <= max as usize);
        prop_assert_eq!(markdown.matches("<details>").count(), markdown.matches("</details>").count());
    }

    #[test]
    fn the_json_is_json((old, new) in mutate::pair()) {
        let value = common::oracle::value(&diff(&old.compact(), &new.compact()).to_json());
        prop_assert!(value["changes"].is_array() && value["groups"].is_array() && value["state"].is_object());
        prop_assert!(value["changes"].as_array().unwrap().iter().all(|row| row.is_object()));
    }
}
