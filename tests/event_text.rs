//! A summary as text for a terminal: what it says in each situation, what it leaves out, and that nothing in it acts.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/situations.rs"]
mod situations;

use proptest::prelude::*;
use situations::{NAMES, fold, golden, step, summary};
use stackscope::summary::{SummaryTextOptions, to_text};

const PLAIN: SummaryTextOptions = SummaryTextOptions { color: false, all: false };
const ALL: SummaryTextOptions = SummaryTextOptions { color: false, all: true };

#[test]
fn each_situation_is_told_on_one_screen() {
    for name in NAMES {
        let text = to_text(&summary(name), &PLAIN);
        golden(&format!("{name}.txt"), &text);
        assert!(text.lines().count() <= 60, "{name}: {}", text.lines().count());
        for line in text.lines() {
            assert!(line.trim_end() == line, "{name}: {line:?}");
        }
    }
}

#[test]
fn what_went_wrong_comes_first() {
    let text = to_text(&summary("failure"), &PLAIN);
    let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("no {word} in {text}"));
    assert!(
        at("may be corrupt") < at("Errors") && at("BucketAlreadyExists") < at("Failed") && at("Failed") < at("Created"),
        "{text}"
    );
    let text = to_text(&summary("replace-chain"), &PLAIN);
    assert!(text.find("Replaced") < text.find("Updated") && text.contains("because"), "{text}");
}

#[test]
fn long_lists_are_cut_unless_all_is_asked_for() {
    let summary = summary("5000-resources");
    let short = to_text(&summary, &PLAIN);
    assert!(short.contains("… and 492 more") && short.contains("… and 3992 more"), "{short}");
    let all = to_text(&summary, &ALL);
    assert!(!all.contains(" more") && all.contains("bucket-4999"));
}

#[test]
fn colours_only_where_they_are_asked_for() {
    let summary = summary("success");
    let plain = to_text(&summary, &PLAIN);
    let colored = to_text(&summary, &SummaryTextOptions { color: true, all: false });
    assert!(!plain.contains('\u{1b}') && colored.contains("\u{1b}[32m"), "{colored}");
    let mut bare = String::new();
    for (at, piece) in colored.split('\u{1b}').enumerate() {
        bare.push_str(if at == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    assert_eq!(bare, plain);
}

#[test]
fn messages_are_cut() {
    let message = "a line of the message\\n".repeat(1000) + &"x".repeat(100_000);
    let summary = fold(&format!(r#"{{"diagnosticEvent":{{"message":"{message}","severity":"error"}}}}"#), true);
    let text = to_text(&summary, &PLAIN);
    assert!(text.len() < 1000 && text.contains("… 993 more lines"), "{text}");
    assert!(to_text(&summary, &ALL).len() < 50_000);
}

#[test]
fn policies_are_told_about_policy_by_policy() {
    let said = |policy: &str, level: &str, name: &str, message: &str| {
        format!(
            r#"{{"policyEvent":{{"resourceUrn":"urn:pulumi:prod::shop::aws:s3/bucket:Bucket::{name}","message":"{message}","policyName":"{policy}","policyPackName":"rules","policyPackVersion":"1","enforcementLevel":"{level}"}}}}"#
        )
    };
    let mut log = vec![r#"{"diagnosticEvent":{"message":"oh","severity":"error"}}"#.to_owned()];
    for name in ["a", "b", "c"] {
        log.push(said("retention", "advisory", name, "keep them"));
        log.push(said("names", "advisory", name, &format!("{name} says nothing")));
        log.push(said("off", "disabled", name, "never mind"));
    }
    log.push(said("public", "mandatory", "a", "not so"));
    let text = to_text(&fold(&log.join("\n"), true), &PLAIN);
    assert!(
        text.contains("Violations of mandatory policies (1)\n  public (rules v1)\n    aws:s3:Bucket a\n    not so\n\nErrors (1)"),
        "{text}"
    );
    assert!(
        text.contains("Policy violations: 6 advisory\n") && !text.contains("never mind") && !text.contains("disabled"),
        "{text}"
    );
    assert_eq!((text.matches("retention").count(), text.matches("keep them").count()), (1, 1), "{text}");
    assert!(text.contains("    aws:s3:Bucket b: b says nothing\n"), "{text}");
}

#[test]
fn what_the_program_wrote_comes_late() {
    let said =
        |severity: &str, message: &str| format!(r#"{{"diagnosticEvent":{{"message":"{message}","severity":"{severity}"}}}}"#);
    let log = [said("info", "hello"), said("info#err", "a trace"), said("debug", "d"), said("error", "update failed")].join("\n");
    let text = to_text(&fold(&log, true), &PLAIN);
    let end = "Errors (1)\n  update failed\n\nError output of the program (1)\n  a trace\n\nOutput of the program (1)\n  hello\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn a_log_that_is_not_over_says_so() {
    let text = |log: &str, ends: bool| to_text(&fold(log, ends), &PLAIN);
    assert_eq!(text("", true), "No engine events\n  There is no engine event in the input: it is empty, or no event log.\n");
    assert_eq!(text("", false), "Update is running\n  no changes so far\n");
    let prelude = r#"{"preludeEvent":{"config":{}}}"#;
    assert_eq!(text(prelude, false), "Update is running\n  no changes so far\n");
    assert_eq!(text(prelude, true), "Update ended without a result\n  no changes as far as the log goes\n");
    let begun = step("resourcePreEvent", "create", "a", None, Some(""), "");
    let done = r#"{"summaryEvent":{"resourceChanges":{"create":1},"result":"succeeded"}}"#;
    let text = text(&format!("{begun}\n{done}"), true);
    assert!(!text.contains("interrupted") || text.contains("1 resource has no end in the log"), "{text}");
}

#[test]
fn a_replacement_under_another_name_is_one_row() {
    let log = [
        step("resourcePreEvent", "create-replacement", "new", Some("\"a\":1"), Some("\"a\":2"), ""),
        step("resOutputsEvent", "create-replacement", "new", Some("\"a\":1"), Some("\"a\":2"), ""),
        step("resourcePreEvent", "replace", "new", Some("\"a\":1"), Some("\"a\":2"), ""),
        step("resOutputsEvent", "replace", "new", Some("\"a\":1"), Some("\"a\":2"), ""),
        step("resourcePreEvent", "delete-replaced", "old", Some("\"a\":1"), None, ""),
        step("resOutputsEvent", "delete-replaced", "old", Some("\"a\":1"), None, ""),
        r#"{"summaryEvent":{"resourceChanges":{"replace":1},"result":"succeeded"}}"#.to_owned(),
    ];
    let text = to_text(&fold(&log.join("\n"), true), &PLAIN);
    assert!(text.contains("Replaced (1)\n  +- aws:s3:Bucket new (was old)"), "{text}");
}

proptest! {
    #![proptest_config(common::config(200))]

    /// Names, values and messages of all kinds: no control character but the line break, with colours none but the colours' own.
    #[test]
    fn nothing_in_a_text_acts(name in ".*", value in "(?s).*", message in "(?s:[\u{0}-\u{ff}]|[\u{200e}-\u{202e}\u{2066}-\u{2069}\n\t\u{1b}]|<\\{%fg [0-9]+%\\}>){0,40}", all: bool) {
        let (value, text) = (serde_json::to_string(&value).unwrap(), serde_json::to_string(&message).unwrap());
        let key = serde_json::to_string(&name).unwrap();
        let log = format!(
            "{}\n{}\n{{\"diagnosticEvent\":{{\"message\":{text},\"severity\":{key},\"urn\":{key}}}}}\n{{\"errorEvent\":{{\"error\":{text}}}}}\n{{\"summaryEvent\":{{\"resourceChanges\":{{{key}:2}},\"result\":{key}}}}}",
            step("resourcePreEvent", "update", &name, Some(&format!("{key}:1")), Some(&format!("{key}:{value}")), ""),
            step("resOpFailedEvent", &name, &name, Some(""), Some(""), ""),
        );
        let summary = fold(&log, true);
        let plain = to_text(&summary, &SummaryTextOptions { color: false, all });
        prop_assert!(!plain.chars().any(acts), "{plain:?}");
        let colored = to_text(&summary, &SummaryTextOptions { color: true, all });
        let codes = colored.matches('\u{1b}').count();
        prop_assert_eq!(codes, ["0", "1", "2", "31", "32", "33", "35", "36"].map(|code| colored.matches(&format!("\u{1b}[{code}m")).count()).iter().sum::<usize>());
    }
}

fn acts(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
