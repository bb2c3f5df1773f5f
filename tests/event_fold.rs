//! What an update did, folded from events: each rule by an example, and Pulumi's own recorded logs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use stackscope::summary::{ChangesFrom, EventLog, LogSummary, ResourceUpdate, ResourceUpdateFilter, RowStatus, WaitReason};

fn urn(kind: &str, name: &str) -> String {
    format!("urn:pulumi:dev::shop::{kind}::{name}")
}

fn bucket(name: &str) -> String {
    urn("aws:s3/bucket:Bucket", name)
}

fn stack() -> String {
    urn("pulumi:pulumi:Stack", "shop-dev")
}

/// A step's event; `states` are merged into the metadata.
fn step(kind: &str, time: i64, op: &str, urn: &str, states: Value) -> Value {
    let custom = !urn.contains("Stack::") && !urn.contains("my:");
    let mut metadata =
        json!({"op": op, "urn": urn, "logical": !matches!(op, "create-replacement" | "delete-replaced"), "provider": ""});
    for side in ["old", "new"] {
        let gone = if side == "new" { op.starts_with("delete") } else { op == "create" };
        if !gone {
            metadata[side] =
                json!({"urn": urn, "custom": custom, "inputs": {}, "outputs": {}, "parent": "", "provider": "", "id": ""});
        }
    }
    for (key, value) in states.as_object().unwrap() {
        match value {
            Value::Object(fields) if key == "old" || key == "new" => {
                fields.iter().for_each(|(field, value)| metadata[key][field] = value.clone());
            }
            other => metadata[key] = other.clone(),
        }
    }
    json!({"sequence": 0, "timestamp": time, kind: {"metadata": metadata}})
}

fn pre(time: i64, op: &str, urn: &str, states: Value) -> Value {
    step("resourcePreEvent", time, op, urn, states)
}

fn done(time: i64, op: &str, urn: &str, states: Value) -> Value {
    step("resOutputsEvent", time, op, urn, states)
}

fn failed(time: i64, op: &str, urn: &str) -> Value {
    step("resOpFailedEvent", time, op, urn, json!({}))
}

fn said(severity: &str, urn: &str, message: &str) -> Value {
    json!({"timestamp": 0, "diagnosticEvent": {"urn": urn, "severity": severity, "message": message, "color": "raw"}})
}

fn ends(changes: Value, result: &str) -> Value {
    json!({"timestamp": 0, "summaryEvent": {"durationSeconds": 0, "resourceChanges": changes, "result": result, "isPreview": false}})
}

fn cancel() -> Value {
    json!({"timestamp": 0, "cancelEvent": {}})
}

fn log(events: &[Value]) -> EventLog {
    let mut log = EventLog::default();
    let texts: Vec<String> = events.iter().map(Value::to_string).collect();
    log.extend(texts.iter().map(String::as_str)).unwrap();
    log
}

fn summary(events: &[Value]) -> LogSummary {
    log(events).summary()
}

fn summary_of(events: &[Value]) -> LogSummary {
    log(events).summary()
}

fn ended(events: &[Value]) -> LogSummary {
    let mut log = log(events);
    log.end().unwrap();
    log.summary()
}

fn changes(summary: &LogSummary) -> Value {
    serde_json::to_value(&summary.changes).unwrap()
}

fn row<'s>(summary: &'s LogSummary, urn: &str) -> &'s ResourceUpdate {
    summary.resources.iter().find(|row| row.urn == urn).unwrap()
}

#[test]
fn the_result_is_what_the_rules_say() {
    let create = pre(1, "create", &bucket("a"), json!({}));
    let component = pre(1, "create", &urn("my:app:App", "app"), json!({}));
    let error = said("error", "", "boom");
    let ephemeral = json!({"diagnosticEvent": {"severity": "error", "message": "try again", "ephemeral": true}});
    let result = |events: &[Value]| summary(events).result.as_str().to_owned();
    assert_eq!(result(&[]), "running");
    assert_eq!(result(std::slice::from_ref(&create)), "running");
    assert_eq!(result(&[error.clone(), ends(json!({}), "succeeded")]), "succeeded", "the engine's word counts first");
    assert_eq!(result(&[error.clone(), ends(json!({}), "")]), "failed");
    assert_eq!(result(std::slice::from_ref(&error)), "failed", "while it runs");
    assert_eq!(result(&[create.clone(), failed(2, "create", &bucket("a"))]), "failed");
    assert_eq!(result(&[ephemeral, ends(json!({}), "")]), "succeeded");
    assert_eq!(result(&[ends(json!({}), "canceled")]), "canceled");
    assert_eq!(result(&[ends(json!({}), "paused")]), "paused", "a word that nobody knows stays");
    assert_eq!(result(&[create.clone(), cancel()]), "interrupted");
    assert_eq!(result(&[component.clone(), cancel()]), "unknown", "a component is never interrupted");
    assert_eq!(ended(std::slice::from_ref(&create)).result.as_str(), "interrupted");
    assert_eq!(ended(&[create.clone(), done(2, "create", &bucket("a"), json!({}))]).result.as_str(), "unknown");
    assert_eq!(ended(&[json!({"errorEvent": {"error": "no access"}})]).result.as_str(), "failed");
}

#[test]
fn a_known_status_wins_over_what_is_guessed() {
    let create = pre(1, "create", &bucket("a"), json!({}));
    for (status, result) in
        [("succeeded", "succeeded"), ("cancelled", "canceled"), ("in-progress", "running"), ("parked", "parked")]
    {
        let mut log = log(std::slice::from_ref(&create));
        log.set_status(status);
        assert_eq!(log.summary().result.as_str(), result);
        log.end().unwrap();
        assert_eq!(log.summary().result.as_str(), result);
        log.write(ends(json!({}), "failed").to_string().as_bytes()).unwrap();
        log.end().unwrap();
        assert_eq!(log.summary().result.as_str(), "failed", "the engine knows better");
    }
    let mut log = log(&[create]);
    assert_eq!(log.summary().resources[0].status, RowStatus::Running);
    log.set_status("failed");
    assert_eq!(log.summary().resources[0].status, RowStatus::Interrupted, "a final status ends the update");
}

#[test]
fn words_that_are_known_have_a_place_of_their_own() {
    let mut events: Vec<Value> = (0..2000).map(|n| json!({format!("x{n}Event"): {}})).collect();
    events.extend((0..100).map(|n| said(&format!("word{n}"), "", "x")));
    events.push(said("error", &bucket("a"), "boom"));
    events.push(ends(json!({"create": i64::MAX, "delete": i64::MAX}), ""));
    let summary = summary(&events);
    assert_eq!((summary.result.as_str(), summary.diagnostic_counts["error"], summary.kinds["summaryEvent"]), ("failed", 1, 1));
    assert_eq!(summary.total_changes, i64::MAX);
}

#[test]
fn a_step_without_an_end_is_interrupted() {
    let a = bucket("a");
    let events = [
        pre(1, "create-replacement", &a, json!({})),
        pre(2, "replace", &a, json!({})),
        done(3, "replace", &a, json!({})),
        pre(4, "delete-replaced", &a, json!({})),
        done(5, "delete-replaced", &a, json!({})),
    ];
    let summary = ended(&events);
    assert_eq!((summary.result.as_str(), summary.resources[0].status), ("interrupted", RowStatus::Interrupted));
    assert_eq!(summary.resources[0].steps[0].status, RowStatus::Interrupted);
}

#[test]
fn an_overview_is_short() {
    let violation = |n: usize| {
        let level = if n == 500 { "mandatory" } else { "advisory" };
        json!({"policyEvent": {"resourceUrn": bucket(&format!("b{n}")), "message": "x", "policyName": "p", "policyPackName": "cis", "enforcementLevel": level}})
    };
    let events: Vec<Value> = (0..1000).map(violation).collect();
    let log = log(&events);
    let overview = log.overview();
    assert_eq!((overview.policies.len(), overview.policies_omitted), (100, 900));
    assert_eq!(overview.policies[0].enforcement_level, "mandatory");
    let summary = log.summary();
    assert_eq!((summary.policies.len(), summary.policies_omitted), (1000, 0));
}

#[test]
fn a_log_goes_on_after_its_end() {
    let mut log = log(&[pre(1, "create", &bucket("a"), json!({}))]);
    log.end().unwrap();
    assert_eq!(log.summary().resources[0].status, RowStatus::Interrupted);
    log.extend([&*done(2, "create", &bucket("a"), json!({})).to_string()]).unwrap();
    let summary = log.summary();
    assert_eq!((summary.result.as_str(), summary.resources[0].status), ("running", RowStatus::Done));
}

#[test]
fn counts_follow_the_rule_where_there_is_no_summary() {
    let provider = urn("pulumi:providers:aws", "default_6_0_0");
    let events = [
        pre(1, "same", &stack(), json!({})),
        pre(1, "create", &provider, json!({})),
        done(1, "create", &provider, json!({})),
        pre(1, "create", &bucket("a"), json!({})),
        pre(1, "create", &bucket("b"), json!({})),
        failed(2, "create", &bucket("b")),
        pre(1, "create-replacement", &bucket("c"), json!({})),
        pre(1, "replace", &bucket("c"), json!({})),
        pre(1, "delete-replaced", &bucket("c"), json!({})),
        pre(1, "refresh", &bucket("d"), json!({})),
        done(1, "update", &bucket("d"), json!({})),
        pre(1, "read", &bucket("e"), json!({})),
    ];
    let open = summary(&events);
    assert_eq!(changes(&open), json!({"same": 1, "create": 1, "replace": 1, "update": 1}));
    assert_eq!((open.changes_from, open.total_changes, open.unchanged, open.errored), (ChangesFrom::Steps, 3, 1, 1));
    assert!(open.recomputed.is_none());
    assert!(open.resources.iter().all(|row| row.urn != provider), "providers that the engine makes are no news");

    let told = summary(&[&events[..], &[ends(json!({"create": 2, "same": 1, "delete": 0}), "failed")]].concat());
    assert_eq!((changes(&told), told.changes_from), (json!({"same": 1, "create": 2}), ChangesFrom::Summary));
    assert_eq!(told.recomputed, Some(open.changes));
    assert_eq!(row(&told, &bucket("d")).steps[0].found.as_ref().map(|op| op.as_str()), Some("update"));
}

#[test]
fn a_replacement_is_one_row_with_its_steps() {
    let a = bucket("a");
    let events = [
        pre(10, "create-replacement", &a, json!({"old": {"id": "a-1"}})),
        done(14, "create-replacement", &a, json!({"new": {"id": "a-2"}})),
        pre(14, "replace", &a, json!({"old": {"id": "a-1"}, "new": {"id": "a-2"}})),
        done(14, "replace", &a, json!({"old": {"id": "a-1"}, "new": {"id": "a-2"}})),
        pre(20, "delete-replaced", &a, json!({"old": {"id": "a-1"}})),
        done(21, "delete-replaced", &a, json!({"old": {"id": "a-1"}})),
    ];
    for seen in 1..=events.len() {
        let summary = summary(&events[..seen]);
        assert_eq!((summary.resources.len(), summary.resources[0].op.as_str()), (1, "replace"));
        let (now, in_the_end) = match seen {
            6 => (RowStatus::Done, RowStatus::Done),
            _ => (RowStatus::Running, RowStatus::Interrupted),
        };
        assert_eq!(summary.resources[0].status, now, "after {seen}");
        let cut_off = ended(&events[..seen]);
        assert_eq!(cut_off.resources[0].status, in_the_end, "the log ends after {seen}");
        assert_eq!(cut_off.result.as_str(), if seen < 6 { "interrupted" } else { "unknown" });
        let summed = summary_of(&[&events[..seen], &[ends(json!({"replace": 1}), "failed")]].concat());
        let kept = if seen < 4 || seen == 5 { RowStatus::Interrupted } else { RowStatus::Done };
        assert_eq!(summed.resources[0].status, kept, "the engine sums up after {seen}");
    }
    let summary = summary(&events);
    let row = &summary.resources[0];
    let ops: Vec<_> = row.steps.iter().map(|step| step.op.as_str()).collect();
    assert_eq!(ops, ["create-replacement", "replace", "delete-replaced"]);
    assert_eq!((row.start_time, row.end_time, row.duration_seconds), (Some(10), Some(21), Some(11)));
    assert_eq!(row.id.as_deref(), Some("a-2"));
}

#[test]
fn the_original_may_go_first_or_under_its_old_name() {
    let (a, b) = (bucket("a"), bucket("b"));
    let events = [
        pre(1, "delete-replaced", &a, json!({"old": {"id": "a-1"}})),
        done(2, "delete-replaced", &a, json!({"old": {"id": "a-1"}})),
        pre(2, "replace", &a, json!({})),
        done(2, "replace", &a, json!({})),
        pre(2, "create-replacement", &a, json!({})),
        done(4, "create-replacement", &a, json!({})),
    ];
    for seen in 1..=events.len() {
        let status = if seen == 6 { RowStatus::Done } else { RowStatus::Interrupted };
        assert_eq!(ended(&events[..seen]).resources[0].status, status, "after {seen}");
    }
    let renamed = [&events[2..], &[pre(5, "delete-replaced", &b, json!({})), done(6, "delete-replaced", &b, json!({}))]].concat();
    let summary = summary(&[&renamed[..], &[ends(json!({"replace": 1}), "succeeded")]].concat());
    assert_eq!((row(&summary, &a).status, row(&summary, &b).status), (RowStatus::Done, RowStatus::Done));
}

#[test]
fn the_halves_of_a_replacement_under_another_name_are_done_by_themselves() {
    let (old, new) = (bucket("old"), bucket("new"));
    let from = || json!({"old": {"urn": old}});
    let events = [
        pre(1, "create-replacement", &new, from()),
        done(2, "create-replacement", &new, from()),
        pre(2, "replace", &new, from()),
        done(2, "replace", &new, from()),
        pre(3, "delete-replaced", &old, json!({})),
        done(4, "delete-replaced", &old, json!({})),
    ];
    assert_eq!(ended(&events[..2]).resources[0].status, RowStatus::Interrupted);
    let summary = ended(&events);
    assert_eq!(summary.resources.iter().map(|row| row.status).collect::<Vec<_>>(), [RowStatus::Done, RowStatus::Done]);
}

#[test]
fn the_last_step_that_changes_something_is_the_op() {
    let (a, copy) = (bucket("a"), json!({"old": {"delete": true}}));
    let of = |steps: &[(&str, &Value)]| {
        let events: Vec<Value> = steps.iter().map(|(op, states)| pre(1, op, &a, (*states).clone())).collect();
        let row = summary(&events).resources.remove(0);
        (row.op.as_str().to_owned(), serde_json::to_value(&row.counts).unwrap())
    };
    let live = json!({});
    let known = |op: &str, counts: Value| (op.to_owned(), counts);
    assert_eq!(of(&[("same", &live), ("delete", &live)]), known("delete", json!({"same": 1, "delete": 1})));
    assert_eq!(of(&[("update", &live), ("delete", &live)]), known("delete", json!({"update": 1, "delete": 1})));
    assert_eq!(of(&[("import", &live), ("update", &live)]), known("update", json!({"update": 1, "import": 1})));
    assert_eq!(of(&[("update", &live), ("same", &live)]), known("update", json!({"same": 1, "update": 1})));
    assert_eq!(of(&[("same", &live), ("delete", &copy), ("delete", &copy)]), known("same", json!({"same": 1, "delete": 2})));
    assert_eq!(of(&[("delete", &copy), ("same", &live)]), known("same", json!({"same": 1, "delete": 1})));
    assert_eq!(of(&[("delete", &copy), ("delete", &copy)]), known("delete", json!({"delete": 2})));
    assert_eq!(
        of(&[("create-replacement", &live), ("replace", &live), ("delete-replaced", &copy)]),
        known("replace", Value::Null)
    );
    assert_eq!(of(&[("create", &live)]), known("create", Value::Null));
    assert_eq!(of(&[("read", &live)]), known("read", json!({})));
    let original = ("delete-replaced", &live);
    assert_eq!(of(&[original, ("delete", &live)]), known("delete", Value::Null));
    assert_eq!(of(&[original, ("same", &live)]).0, "same", "the original was left over");
    assert_eq!(of(&[original]).0, "replace");
    // Two copies that a refresh still finds, of a resource that it does not.
    let refreshed = [
        pre(1, "refresh", &a, live.clone()),
        pre(1, "refresh", &a, copy.clone()),
        done(2, "delete", &a, live.clone()),
        done(2, "same", &a, copy.clone()),
    ];
    let summary = summary(&refreshed);
    assert_eq!(summary.resources[0].op.as_str(), "delete");
    assert_eq!(serde_json::to_value(&summary.resources[0].counts).unwrap(), json!({"same": 1, "delete": 1}));
}

#[test]
fn what_is_left_over_is_not_what_happened() {
    let a = bucket("a");
    let events = [
        pre(1, "refresh", &a, json!({})),
        done(2, "refresh", &a, json!({})),
        pre(3, "update", &a, json!({})),
        done(4, "update", &a, json!({})),
        pre(5, "delete", &a, json!({"old": {"delete": true}})),
        done(6, "delete", &a, json!({})),
    ];
    assert_eq!(summary(&events).resources[0].op.as_str(), "update");
    assert_eq!(summary(&events).resources[0].steps.len(), 3);
    let refreshed = [pre(1, "refresh", &a, json!({})), done(2, "delete", &a, json!({}))];
    assert_eq!(summary(&refreshed).resources[0].op.as_str(), "delete");
}

#[test]
fn statuses_and_errors_count_as_pulumi_counts_them() {
    let (a, b, c) = (bucket("a"), bucket("b"), urn("my:app:App", "app"));
    let events = [
        pre(1, "create", &stack(), json!({})),
        pre(1, "create", &c, json!({"new": {"parent": stack()}})),
        pre(1, "create", &a, json!({})),
        pre(1, "create", &b, json!({})),
        said("error", &a, "<{%fg 1%}>boom<{%reset%}>\n"),
        failed(2, "create", &a),
        said("error", "", "update failed"),
        said("warning", &b, "old"),
        said("info#err", &bucket("only said"), "hm"),
        json!({"diagnosticEvent": {"urn": b, "severity": "info", "message": "wait", "ephemeral": true}}),
        json!({"diagnosticEvent": {"urn": b, "severity": "fatal", "message": "<{%blink%}>x"}}),
    ];
    let summary = ended(&events);
    let status = |urn: &str| row(&summary, urn).status;
    assert_eq!((summary.errored, summary.errored_resources), (1, 2));
    assert_eq!(
        (status(&a), status(&b), status(&c), status(&stack())),
        (RowStatus::Failed, RowStatus::Interrupted, RowStatus::Done, RowStatus::Failed)
    );
    assert_eq!(status(&bucket("only said")), RowStatus::Done, "nothing more is to come");
    assert_eq!(row(&summary_of(&events), &bucket("only said")).status, RowStatus::Pending);
    assert_eq!(summary.diagnostics[0].message, "boom\n");
    assert_eq!((summary.ephemeral, summary.diagnostics.len()), (1, 5));
    assert_eq!(serde_json::to_value(&summary.unknown).unwrap(), json!({"severities": {"fatal": 1}, "colors": {"blink": 1}}));
    assert_eq!(row(&summary, &stack()).diagnostics.get("error"), Some(&1), "what is about nothing is about the stack");
    assert_eq!(row(&summary, &c).parent.as_deref(), Some(&*stack()));
}

#[test]
fn why_a_resource_is_replaced() {
    let (a, b, c, d) = (bucket("a"), bucket("b"), bucket("c"), bucket("d"));
    let arn = |id: &str| format!("arn:aws:s3:::{id}/*");
    let provider = urn("pulumi:providers:aws", "west");
    let events = [
        pre(1, "create-replacement", &provider, json!({"old": {"id": "p-1"}, "keys": ["region"]})),
        pre(
            1,
            "create-replacement",
            &a,
            json!({
                "keys": ["name"], "detailedDiff": {"name": {"diffKind": "update-replace", "inputDiff": true}},
                "old": {"id": "bucket-1", "inputs": {"name": "x"}}, "new": {"inputs": {"name": "y"}},
            }),
        ),
        done(2, "create-replacement", &a, json!({"old": {"id": "bucket-1"}, "new": {"id": "bucket-2"}})),
        pre(
            3,
            "create-replacement",
            &b,
            json!({
                "keys": ["policy"], "old": {"inputs": {"policy": arn("bucket-1")}}, "new": {"inputs": {"policy": arn("bucket-2")}},
            }),
        ),
        pre(
            3,
            "create-replacement",
            &c,
            json!({
                "keys": ["provider"], "old": {"provider": format!("{provider}::p-1")}, "new": {"provider": format!("{provider}::p-2")},
            }),
        ),
        pre(3, "replace", &d, json!({})),
    ];
    let summary = summary(&events);
    let reasons = |urn: &str| serde_json::to_value(&row(&summary, urn).replace_reasons).unwrap();
    assert_eq!(reasons(&a), json!([{"property": "name", "because": "name changes"}]));
    assert_eq!(
        reasons(&b),
        json!([{"property": "policy", "causedBy": a, "because": "policy changes with a, which is replaced"}])
    );
    assert_eq!(reasons(&c), json!([{"causedBy": provider, "because": "its provider becomes west"}]));
    assert_eq!(reasons(&d), json!([{"because": "for a reason that the log does not tell"}]));
    let forced: Vec<_> =
        row(&summary, &a).property_diff.iter().map(|change| (&*change.path, change.kind, change.replace)).collect();
    assert_eq!(forced, [("name", "update", true)]);
    assert_eq!(row(&summary, &a).diff, ["name"]);
}

#[test]
fn keys_that_are_no_properties_are_reasons_of_their_own() {
    let (a, b, c, d, e) = (bucket("a"), bucket("b"), bucket("c"), bucket("d"), bucket("e"));
    let differ = json!({"keys": ["name"], "old": {"inputs": {"name": "x"}}, "new": {"inputs": {"name": "y"}}});
    let events = [
        pre(1, "create-replacement", &a, differ),
        pre(1, "create-replacement", &b, json!({"keys": ["replaceWith"]})),
        pre(1, "create-replacement", &c, json!({"keys": ["id"]})),
        pre(1, "create-replacement", &d, json!({"keys": ["key"]})),
        pre(1, "create-replacement", &e, json!({"keys": ["id"], "old": {"taint": true}})),
    ];
    let summary = summary(&events);
    let reasons = |urn: &str| serde_json::to_value(&row(&summary, urn).replace_reasons).unwrap();
    assert_eq!(reasons(&a), json!([{"property": "name", "because": "name changes"}]));
    assert_eq!(reasons(&b), json!([{"causedBy": a, "because": "it is replaced with a"}]));
    assert_eq!(reasons(&c), json!([{"because": "you asked for it (--replace)"}]));
    assert_eq!(reasons(&d), json!([{"property": "key", "because": "the provider names key"}]));
    assert_eq!(reasons(&e), json!([{"because": "it is tainted"}]));
}

#[test]
fn outputs_of_the_stack_may_stand_in_its_announcement() {
    let states = json!({"old": {"outputs": {"url": "x", "__defaults": []}}, "new": {"outputs": {"url": "y", "__defaults": []}}});
    let announced = pre(1, "update", &stack(), states);
    let told = summary(std::slice::from_ref(&announced));
    assert_eq!(serde_json::to_value(&told.outputs).unwrap(), json!({"url": "y"}));
    assert_eq!((&*told.output_changes[0].path, &*row(&told, &stack()).diff), ("url", &["url".to_owned()][..]));
    let ended = summary(&[
        announced,
        done(2, "update", &stack(), json!({"old": {"outputs": {"url": "x"}}, "new": {"outputs": {"url": "z"}}})),
    ]);
    assert_eq!(serde_json::to_value(&ended.outputs).unwrap(), json!({"url": "z"}), "the end knows better");
    let before = summary(&[pre(1, "same", &stack(), json!({"old": {"outputs": {"url": "x"}}, "new": {"outputs": {}}}))]);
    assert!(before.outputs.is_empty() && before.output_changes.is_empty(), "not known yet is not gone");
}

#[test]
fn huge_values_stay_what_they_are() {
    let (a, long) = (bucket("a"), "x".repeat(200_000));
    let states = json!({
        "old": {"inputs": {"doc": format!("{long}a"), "list": [1], "n": 1}},
        "new": {"inputs": {"doc": format!("{long}b"), "list": [1, {"__defaults": [], "text": long}], "n": 2}},
    });
    let summary = summary(&[pre(1, "update", &a, states)]);
    let changes = serde_json::to_value(&summary.resources[0].property_diff).unwrap();
    let (before, after) = (changes[0]["before"].as_str().unwrap(), changes[0]["after"].as_str().unwrap());
    assert!(before.starts_with("…xx") && before.ends_with("xa") && after.ends_with("xb") && after.len() < 1000);
    assert_eq!(
        (&changes[0]["truncated"], &changes[1]["truncated"], &changes[2].get("truncated")),
        (&true.into(), &true.into(), &None)
    );
    assert_eq!(changes[1]["path"], "list[1]");
    let item = changes[1]["after"].as_object().unwrap();
    assert!(item.len() == 1 && item["text"].as_str().unwrap().ends_with("x…"));
    let stack = summary_of(&[done(1, "same", &stack(), json!({"new": {"outputs": {"doc": long, "short": 1}}}))]);
    assert_eq!(stack.outputs_truncated, ["doc"]);
}

#[test]
fn a_summary_is_read_as_the_log_that_it_is_of() {
    let a = bucket("a");
    let events = [
        pre(1, "create", &a, json!({})),
        done(4, "create", &a, json!({})),
        pre(4, "update", &bucket("b"), json!({})),
        failed(5, "update", &bucket("b")),
        ends(json!({"create": 1, "same": 3}), "failed"),
    ];
    let first = summary(&events);
    let mut text = serde_json::to_value(&first).unwrap();
    let read = |text: &Value| {
        let mut log = EventLog::default();
        log.write(text.to_string().as_bytes()).unwrap();
        log.end().unwrap();
        log.summary()
    };
    let again = read(&text);
    assert_eq!((&again.result, &again.changes, again.duration_seconds), (&first.result, &first.changes, first.duration_seconds));
    assert_eq!((row(&again, &a).status, row(&again, &bucket("b")).status), (RowStatus::Done, RowStatus::Failed));
    text.as_object_mut().unwrap().remove("changes");
    let counted = read(&text);
    assert_eq!((changes(&counted), counted.changes_from), (json!({"create": 1}), ChangesFrom::Steps));
}

#[test]
fn an_unknown_new_value_is_traced_by_the_old_one() {
    let (a, b) = (bucket("a"), bucket("b"));
    let unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    let events = [
        pre(
            0,
            "update",
            &a,
            json!({"old": {"id": "a", "inputs": {}, "outputs": {"endpoint": "a-7f3.example.com"}}, "new": {"id": "a", "inputs": {"x": 1}}}),
        ),
        done(
            0,
            "update",
            &a,
            json!({"old": {"id": "a", "outputs": {"endpoint": "a-7f3.example.com"}}, "new": {"id": "a", "outputs": {"endpoint": unknown}}}),
        ),
        pre(
            0,
            "replace",
            &b,
            json!({"keys": ["host"], "old": {"inputs": {"host": "a-7f3.example.com"}}, "new": {"inputs": {"host": unknown}}}),
        ),
    ];
    let summary = summary(&events);
    assert_eq!(row(&summary, &b).replace_reasons[0].caused_by.as_deref(), Some(&*a));
    assert_eq!(row(&summary, &b).replace_reasons[0].because, "host changes with a, which is updated");
    assert!(summary.start_time.is_none() && summary.duration_seconds.is_none(), "a log whose times are 0 has no clock");
}

#[test]
fn the_critical_path_goes_backwards_from_the_end() {
    let (a, b, c, child) = (bucket("a"), bucket("b"), bucket("c"), urn("aws:s3/bucket:Bucket$x:y:Z", "child"));
    let events = [
        pre(100, "same", &stack(), json!({})),
        pre(100, "create", &a, json!({})),
        pre(100, "create", &c, json!({})),
        done(101, "create", &c, json!({"new": {"id": "c-id"}})),
        done(110, "create", &a, json!({"new": {"id": "a-id-0815"}})),
        pre(110, "create", &b, json!({"new": {"inputs": {"of": ["c-id", "a-id-0815"]}}})),
        done(115, "create", &b, json!({"new": {"id": "b-id"}})),
        pre(115, "create", &child, json!({"new": {"parent": b}})),
        done(130, "create", &child, json!({"new": {"parent": b}})),
        done(131, "same", &stack(), json!({})),
        ends(json!({"create": 4, "same": 1}), "succeeded"),
    ];
    let summary = summary(&events);
    let path: Vec<_> =
        summary.critical_path.iter().map(|step| (&*step.urn, step.start_time, step.end_time, step.after)).collect();
    assert_eq!(
        path,
        [(&*a, 100, 110, None), (&*b, 110, 115, Some(WaitReason::Dependency)), (&*child, 115, 130, Some(WaitReason::Parent))]
    );
    let slow: Vec<_> = summary.slowest.iter().map(|slow| (&*slow.urn, slow.duration_seconds)).collect();
    assert_eq!(slow, [(&*child, 15), (&*a, 10), (&*b, 5), (&*c, 1)]);
    assert_eq!(summary.timeline.len(), 8);
    assert_eq!((summary.start_time, summary.end_time, summary.duration_seconds), (Some(100), Some(131), Some(31.0)));
}

#[test]
fn what_only_follows_in_time_is_no_chain() {
    let (a, b) = (bucket("a"), bucket("b"));
    let events = [
        pre(10, "create", &a, json!({})),
        done(15, "create", &a, json!({"new": {"id": "a-id"}})),
        pre(15, "create", &b, json!({})),
        done(30, "create", &b, json!({"new": {"id": "b-id"}})),
    ];
    let path: Vec<_> = summary(&events).critical_path.into_iter().map(|step| (step.urn, step.after)).collect();
    assert_eq!(path, [(b, None)]);
}

#[test]
fn deletions_wait_for_those_that_used_what_goes() {
    let (a, b) = (bucket("a"), bucket("b"));
    let events = [
        pre(10, "delete", &bucket("other"), json!({"old": {"id": "o"}})),
        pre(10, "delete", &b, json!({"old": {"id": "b-id", "inputs": {"target": "bucket-one"}}})),
        done(15, "delete", &b, json!({"old": {"id": "b-id"}})),
        done(16, "delete", &bucket("other"), json!({})),
        pre(16, "delete", &a, json!({"old": {"id": "bucket-one"}})),
        done(20, "delete", &a, json!({"old": {"id": "bucket-one"}})),
    ];
    let summary = summary(&events);
    let path: Vec<_> = summary.critical_path.iter().map(|step| (&*step.urn, step.after)).collect();
    assert_eq!(path, [(&*b, None), (&*a, Some(WaitReason::Dependency))]);
}

#[test]
fn policies_in_pulumis_order() {
    let violation = |level: &str, severity: &str, policy: &str, pack: &str, version: &str| {
        json!({"policyEvent": {"resourceUrn": bucket("a"), "message": format!("<{{%bold%}}>{policy}"), "color": "raw", "policyName": policy,
            "policyPackName": pack, "policyPackVersion": version, "enforcementLevel": level, "severity": severity}})
    };
    let events = [
        violation("advisory", "low", "b", "cis", "1.2.0"),
        violation("advisory", "critical", "c", "cis", "1.2.0"),
        violation("mandatory", "", "a", "own|local|/home/me/own", ""),
        violation("strict", "", "z", "cis", "1.2.0"),
        json!({"policyRemediationEvent": {"resourceUrn": bucket("a"), "color": "raw", "policyName": "tags", "policyPackName": "cis",
            "policyPackVersion": "1.2.0", "before": {"tags": {}}, "after": {"tags": {"env": "dev"}}}}),
        json!({"policyAnalyzeSummaryEvent": {"resourceUrn": bucket("a"), "policyPackName": "cis", "policyPackVersion": "1.2.0", "passed": ["x", "y"], "failed": ["b"]}}),
        json!({"summaryEvent": {"durationSeconds": 1, "resourceChanges": {}, "PolicyPacks": {"cis": "", "quiet": "2"}, "result": "failed"}}),
    ];
    let summary = summary(&events);
    let order: Vec<_> = summary.policies.iter().map(|policy| &*policy.policy).collect();
    assert_eq!(order, ["a", "c", "b", "z"]);
    assert_eq!(summary.policies[0].message, "a");
    assert_eq!(
        serde_json::to_value(&summary.policy_packs).unwrap(),
        json!([
            {"name": "cis", "version": "1.2.0", "violations": {"advisory": 2, "strict": 1}, "remediations": 1, "passed": 2, "failed": 1},
            {"name": "own", "version": "", "path": "/home/me/own", "violations": {"mandatory": 1}, "remediations": 0, "passed": 0, "failed": 0},
            {"name": "quiet", "version": "2", "violations": {}, "remediations": 0, "passed": 0, "failed": 0},
        ])
    );
    assert_eq!(summary.remediations[0].changes[0].path, "tags.env");
    assert_eq!(summary.unknown.enforcement_levels.get("strict"), Some(&1));
    let row = row(&summary, &bucket("a"));
    assert_eq!((row.status, row.policies.get("advisory")), (RowStatus::Done, Some(&2)));
}

#[test]
fn the_rest_of_what_a_log_tells() {
    let progress = |done: i64, over: bool| json!({"progressEvent": {"type": "plugin-download", "id": "aws", "message": "aws", "received": done, "total": 9, "done": over}});
    let events = [
        json!({"timestamp": 5, "preludeEvent": {"config": {"aws:region": "eu-west-1", "shop:token": "[secret]"}}}),
        progress(1, false),
        progress(9, true),
        json!({"stdoutEvent": {"message": "one\ntwo\n", "color": "raw"}}),
        json!({"startDebuggingEvent": {"config": {"port": 1}}}),
        json!({"errorEvent": {"error": "lost"}}),
        json!({"policyLoadEvent": {}}),
        json!({"hookEvent": {"name": "x"}}),
        pre(6, "transmute", &bucket("a"), json!({})),
        pre(6, "same", &stack(), json!({"old": {"outputs": {"url": "x", "gone": 1}}})),
        done(7, "same", &stack(), json!({"old": {"outputs": {"url": "x", "gone": 1}}, "new": {"outputs": {"url": "y"}}})),
        json!({"timestamp": 8, "summaryEvent": {"maybeCorrupt": true, "durationSeconds": 3, "resourceChanges": {"transmute": 1, "same": 1}, "isPreview": true}}),
    ];
    let summary = summary(&events);
    assert_eq!(
        serde_json::to_value(&summary.progress).unwrap(),
        json!([
            {"type": "plugin-download", "id": "aws", "message": "aws", "completed": 9, "total": 9, "done": true}
        ])
    );
    assert_eq!((summary.stdout_lines, summary.maybe_corrupt, summary.is_preview), (2, true, true));
    assert_eq!(summary.configuration["aws:region"], "eu-west-1");
    assert_eq!(serde_json::to_value(&summary.debugging).unwrap(), json!([{"port": 1}]));
    assert_eq!(summary.errors, ["lost"]);
    assert_eq!(serde_json::to_value(&summary.unknown.kinds).unwrap(), json!({"hookEvent": 1}));
    assert_eq!(summary.unknown.ops.get("transmute"), Some(&2));
    assert_eq!((summary.total_changes, summary.unchanged), (1, 1));
    assert_eq!(serde_json::to_value(&summary.outputs).unwrap(), json!({"url": "y"}));
    let changed: Vec<_> = summary.output_changes.iter().map(|change| (&*change.path, change.kind)).collect();
    assert_eq!(changed, [("gone", "delete"), ("url", "update")]);
    assert_eq!((summary.duration_seconds, summary.events, summary.kinds["progressEvent"]), (Some(3.0), 12, 2));
    assert_eq!(serde_json::to_value(&summary).unwrap()["durationSeconds"].to_string(), "3");
}

#[test]
fn a_million_repeated_events_leave_nothing_behind() {
    let mut log = EventLog::new(stackscope::summary::LogOptions { keep_bytes: 0, ..Default::default() });
    let progress = json!({"progressEvent": {"type": "plugin-download", "id": "aws", "received": 1}}).to_string();
    let step = pre(1, "update", &bucket("a"), json!({})).to_string();
    let chatter = said("info", &bucket("a"), "still creating").to_string();
    for _ in 0..20_000 {
        log.extend([&*progress, &step, &chatter]).unwrap();
    }
    let summary = log.summary();
    assert_eq!((summary.progress.len(), summary.diagnostics.len(), summary.diagnostics_omitted), (1, 10_000, 10_000));
    assert_eq!((summary.resources[0].steps.len(), summary.resources[0].steps_omitted), (100, 19_900));
    assert_eq!(summary.diagnostic_counts["info"], 20_000);
}

#[test]
fn pages_and_overviews_say_what_the_summary_says() {
    let mut events: Vec<Value> =
        (0..50).map(|n| pre(1, if n % 2 == 0 { "create" } else { "same" }, &bucket(&format!("b{n}")), json!({}))).collect();
    events.push(failed(2, "create", &bucket("b10")));
    let log = log(&events);
    let summary = log.summary();
    let all = log.resources(&ResourceUpdateFilter::default(), 0, 1000);
    assert_eq!((all.total, &all.rows), (50, &summary.resources));
    let filter = |op: &[&str], status: &[&str], text: &str| ResourceUpdateFilter {
        op: op.iter().map(|op| op.to_string()).collect(),
        status: status.iter().map(|status| status.to_string()).collect(),
        text: text.to_owned(),
    };
    let creates = log.resources(&filter(&["create"], &[], ""), 20, 3);
    assert_eq!((creates.total, creates.rows.iter().map(|row| &*row.name).collect::<Vec<_>>()), (25, vec!["b40", "b42", "b44"]));
    assert_eq!(log.resources(&filter(&[], &["failed"], "BUCKET::B1"), 0, 10).rows[0].name, "b10");
    assert_eq!(log.resources(&filter(&[], &[], "nowhere"), 0, 10).total, 0);
    let overview = log.overview();
    assert!(overview.resources.is_empty() && overview.timeline.is_empty());
    assert_eq!((overview.result, overview.changes, overview.errored), (summary.result, summary.changes, summary.errored));
}

/// Folders with an `eventstream.json`, at any depth.
fn logs(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join("eventstream.json").is_file() {
        found.push(folder.to_owned());
    }
    let mut inner: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    inner.sort();
    for path in inner.iter().filter(|path| path.is_dir()) {
        logs(path, found);
    }
}

/// `N errored` in a text of Pulumi's.
fn errored(text: &str) -> Option<u64> {
    text.lines()
        .filter_map(|line| line.trim().split_once(" errored"))
        .filter_map(|(count, _)| count.rsplit(['>', ' ']).next()?.parse().ok())
        .next()
}

/// Logs whose steps do not add up to what the engine's summary says, and why.
const NOT_TO_BE_KNOWN: [(&str, &str); 1] = [(
    "up-interrupted",
    "steps that were announced and not finished count by the rule, since components never say that they are finished; the engine counts what it finished",
)];

#[test]
fn recorded_logs_add_up() {
    let Some(corpus) = std::env::var_os("STACKSCOPE_CORPUS") else { return println!("NOT RUN: no corpus") };
    let mut folders = Vec::new();
    logs(&Path::new(&corpus).join("pulumi-event-logs"), &mut folders);
    assert!(!folders.is_empty(), "no log in {corpus:?}");
    let (mut misses, mut compared, mut by_steps, mut by_rows) = (Vec::new(), 0, 0, 0);
    for folder in &folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let mut log = EventLog::default();
        log.write(&fs::read(folder.join("eventstream.json")).unwrap()).unwrap();
        log.end().unwrap();
        let summary = log.summary();
        assert!(summary.problems.is_empty() && summary.unknown == Default::default(), "{name}");
        let mut rows = BTreeMap::new();
        for row in &summary.resources {
            let once = [(row.op.clone(), 1)];
            for (op, count) in row.counts.as_ref().map_or(&once[..], |counts| &counts.0) {
                *rows.entry(op.as_str().to_owned()).or_insert(0) += count;
            }
            assert!(
                row.steps.iter().all(|step| name == "up-interrupted" || step.status != RowStatus::Interrupted),
                "{name}: {}",
                row.urn
            );
            if summary.result.as_str() == "succeeded" && name != "up-interrupted" {
                assert!(row.status == RowStatus::Done || row.steps.is_empty(), "{name}: {} is {}", row.urn, row.status.as_str());
            }
        }
        let steps = summary.recomputed.as_ref().unwrap_or(&summary.changes);
        assert_eq!(serde_json::to_value(&rows).unwrap(), serde_json::to_value(steps).unwrap(), "{name}: rows and counts");
        if summary.changes_from == ChangesFrom::Summary {
            compared += 1;
            if let Some(recomputed) = &summary.recomputed {
                println!("{name}: {} but the steps add up to {}", changes(&summary), serde_json::to_value(recomputed).unwrap());
                misses.push(name.clone());
            }
        }
        if let Some(count) = fs::read_to_string(folder.join("diff.stdout.txt")).ok().and_then(|text| errored(&text)) {
            by_steps += 1;
            assert_eq!(summary.errored, count, "{name}");
        }
        if let Some(count) = fs::read_to_string(folder.join("progress.stdout.txt")).ok().and_then(|text| errored(&text)) {
            by_rows += 1;
            assert_eq!(summary.errored_resources, count, "{name}");
        }
    }
    println!("{compared} logs compared, {} do not add up; errored: {by_steps} by steps, {by_rows} by rows", misses.len());
    assert!(compared > 0 && by_steps > 0 && by_rows > 0);
    assert_eq!(misses, NOT_TO_BE_KNOWN.map(|(name, _)| name));
}
