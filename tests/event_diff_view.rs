//! The diff view, on events of our own: what the recorded logs do not show.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value, json};
use stackscope::summary::{ColorMode, DisplayOptions, EventLog, ViewKind};

const STACK: &str = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const LOGS: &str = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs";

fn print(events: &[Value], options: &DisplayOptions) -> String {
    let mut log = EventLog::default();
    for event in events {
        log.write(format!("{event}\n").as_bytes()).unwrap();
    }
    log.end().unwrap();
    log.print(ViewKind::Diff, options).unwrap()
}

fn shown(events: &[Value]) -> String {
    print(events, &DisplayOptions::default())
}

fn full() -> DisplayOptions {
    DisplayOptions { show_full_output: true, ..DisplayOptions::default() }
}

fn state(urn: &str, inputs: &Value, outputs: &Value) -> Value {
    let kind = urn.split("::").nth(2).unwrap_or_default();
    json!({"type": kind, "urn": urn, "custom": true, "id": "i", "parent": "", "inputs": inputs, "outputs": outputs, "provider": ""})
}

fn step(event: &str, op: &str, urn: &str, old: Option<Value>, new: Option<Value>) -> Value {
    let kind = urn.split("::").nth(2).unwrap_or_default();
    let mut metadata = json!({"op": op, "urn": urn, "type": kind, "old": old, "new": new, "detailedDiff": null, "provider": ""});
    metadata["logical"] = json!(!matches!(op, "create-replacement" | "delete-replaced"));
    json!({"sequence": 0, "timestamp": 0, event: {"metadata": metadata}})
}

/// The lines that an update of these inputs shows below its head.
fn update(old: Value, new: Value, options: &DisplayOptions) -> String {
    let none = json!({});
    let event = step("resourcePreEvent", "update", LOGS, Some(state(LOGS, &old, &none)), Some(state(LOGS, &new, &none)));
    let text = print(&[event], options);
    let head = format!("~ aws:s3/bucket:Bucket: (update)\n    [id=i]\n    [urn={LOGS}]\n");
    text.strip_prefix(&head).unwrap_or_else(|| panic!("{text}")).to_owned()
}

fn create(inputs: Value, options: &DisplayOptions) -> String {
    let text = print(&[step("resourcePreEvent", "create", LOGS, None, Some(state(LOGS, &inputs, &json!({}))))], options);
    let head = format!("+ aws:s3/bucket:Bucket: (create)\n    [urn={LOGS}]\n");
    text.strip_prefix(&head).unwrap_or_else(|| panic!("{text}")).to_owned()
}

fn secret() -> Value {
    json!({"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:hidden"})
}

fn asset(rest: Value) -> Value {
    encoded("c44067f5952c0a294b673a41bacd8c17", rest)
}

fn archive(rest: Value) -> Value {
    encoded("0def7320c3a5731c473e5ecbe6d01bc7", rest)
}

fn encoded(signature: &str, mut rest: Value) -> Value {
    rest["4dabf18193072939515e22adb298388d"] = json!(signature);
    rest
}

#[test]
fn sames_and_parts_of_a_replacement_are_hidden_by_default() {
    let (old, new) = (state(LOGS, &json!({"a": 1}), &json!({})), state(LOGS, &json!({"a": 2}), &json!({})));
    let events = [
        step(
            "resourcePreEvent",
            "same",
            STACK,
            Some(state(STACK, &json!({}), &json!({}))),
            Some(state(STACK, &json!({}), &json!({}))),
        ),
        step("resourcePreEvent", "same", LOGS, Some(old.clone()), Some(old.clone())),
        step("resourcePreEvent", "create-replacement", LOGS, Some(old.clone()), Some(new.clone())),
        step("resourcePreEvent", "replace", LOGS, Some(old.clone()), Some(new.clone())),
        step("resourcePreEvent", "delete-replaced", LOGS, Some(old.clone()), None),
        step("resourcePreEvent", "read", LOGS, None, Some(new)),
    ];
    let heads = |options: &DisplayOptions| -> Vec<String> {
        print(&events, options).lines().filter(|line| line.contains(": (")).map(str::to_owned).collect()
    };
    let [stack, same, create, replace, delete, read] = [
        "  pulumi:pulumi:Stack: (same)",
        "  aws:s3/bucket:Bucket: (same)",
        "++aws:s3/bucket:Bucket: (create-replacement)",
        "+-aws:s3/bucket:Bucket: (replace)",
        "--aws:s3/bucket:Bucket: (delete-replaced)",
        "> aws:s3/bucket:Bucket: (read)",
    ];
    assert_eq!(heads(&DisplayOptions::default()), [stack, replace, read]);
    let all = DisplayOptions { show_sames: true, show_replacement_steps: true, ..DisplayOptions::default() };
    assert_eq!(heads(&all), [stack, same, create, replace, delete, read]);
}

#[test]
fn children_stand_below_the_parents_that_are_shown() {
    let child = |op: &str, name: &str, parent: &str| {
        let urn = format!("urn:pulumi:dev::shop::a:b:C::{name}");
        let mut new = state(&urn, &json!({}), &json!({}));
        new["parent"] = json!(parent);
        step("resourcePreEvent", op, &urn, Some(new.clone()), Some(new))
    };
    let stack = state(STACK, &json!({}), &json!({}));
    let events = [
        step("resourcePreEvent", "same", STACK, Some(stack.clone()), Some(stack)),
        child("same", "hidden", STACK),
        child("update", "below", "urn:pulumi:dev::shop::a:b:C::hidden"),
        child("update", "loop", "urn:pulumi:dev::shop::a:b:C::loop"),
    ];
    let indents = |options: &DisplayOptions| -> Vec<usize> {
        let text = print(&events, options);
        text.lines().filter(|line| line.contains("(update)")).map(|line| line.len() - line.trim_start().len()).collect()
    };
    assert_eq!(indents(&DisplayOptions::default())[0], 4);
    let sames = DisplayOptions { show_sames: true, ..DisplayOptions::default() };
    assert_eq!(indents(&sames)[0], 8);
}

#[test]
fn locks_providers_and_what_is_retained() {
    let with = |fields: Value| {
        let mut state = state(LOGS, &json!({}), &json!({}));
        fields.as_object().unwrap().iter().for_each(|(key, value)| state[key] = value.clone());
        state
    };
    let head = |event: Value| shown(&[event]).lines().next().unwrap_or_default().to_owned();
    let protect = |old: bool, new: bool| {
        head(step("resourcePreEvent", "same", LOGS, Some(with(json!({"protect": old}))), Some(with(json!({"protect": new})))))
    };
    assert_eq!(protect(false, true), "  aws:s3/bucket:Bucket: (same) 🔒");
    assert_eq!(protect(true, false), "  aws:s3/bucket:Bucket: (same) 🔓");
    assert_eq!(protect(true, true), "", "nothing changed");
    let retained = with(json!({"retainOnDelete": true}));
    assert_eq!(head(step("resourcePreEvent", "delete", LOGS, Some(retained), None)), "- aws:s3/bucket:Bucket: (delete[retain])");

    let provider = |name: &str, id: &str| format!("urn:pulumi:dev::shop::pulumi:providers:aws::{name}::{id}");
    let (old, new) = (provider("default", "1"), provider("mine", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    let mut event =
        step("resourcePreEvent", "update", LOGS, Some(with(json!({"provider": old}))), Some(with(json!({"provider": new}))));
    event["resourcePreEvent"]["metadata"]["provider"] = json!(new);
    let mine = "urn:pulumi:dev::shop::pulumi:providers:aws::mine";
    assert!(shown(&[event.clone()]).contains(&format!("    [provider: {old} => {mine}::[unknown]]\n")));
    for (reference, line) in [(old.as_str(), ""), ("no reference", "    [provider=no reference]\n")] {
        let state = Some(with(json!({"provider": reference})));
        let mut event = step("resourcePreEvent", "update", LOGS, state.clone(), state);
        event["resourcePreEvent"]["metadata"]["provider"] = json!(reference);
        assert!(shown(&[event]).ends_with(&format!("[urn={LOGS}]\n{line}")));
    }
}

#[test]
fn outputs_of_a_preview_only_where_they_are_known() {
    let old = |urn: &str| state(urn, &json!({"a": 1}), &json!({"a": 1, "b": "x"}));
    let new = |urn: &str| state(urn, &json!({"a": 1}), &json!({"a": 1, "b": "y"}));
    let outputs = |op: &str, urn: &str, planning: bool| {
        let mut event = step("resOutputsEvent", op, urn, Some(old(urn)), Some(new(urn)));
        event["resOutputsEvent"]["planning"] = json!(planning);
        shown(&[event])
    };
    let changed = "    --outputs:--\n  ~ b: \"x\" => \"y\"\n";
    assert_eq!(outputs("update", LOGS, false), changed);
    assert_eq!(outputs("update", LOGS, true), "");
    assert_eq!(outputs("read", LOGS, true), changed);
    assert_eq!(outputs("same", STACK, true), changed);
    let mut failed = step("resOutputsEvent", "update", LOGS, Some(old(LOGS)), Some(new(LOGS)));
    failed["resOutputsEvent"]["metadata"]["old"]["initErrors"] = json!(["no luck"]);
    assert_eq!(shown(&[failed]), "");
}

#[test]
fn a_preview_of_a_stack_leaves_out_what_is_not_known_yet() {
    const UNKNOWN: &str = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    let resource =
        json!({"@isPulumiResource": "true", "id": UNKNOWN, "name": "x", "tags": [{"@isPulumiResource": "true", "k": 1}]});
    let new = json!({"bucket": resource, "nested": {"@isPulumiResource": "true", "id": UNKNOWN, "name": "x"}, "url": UNKNOWN});
    let mut event = step(
        "resOutputsEvent",
        "update",
        STACK,
        Some(state(STACK, &json!({}), &json!({"nested": {"name": "y"}, "url": "old"}))),
        Some(state(STACK, &json!({}), &new)),
    );
    event["resOutputsEvent"]["planning"] = json!(true);
    let wanted = "    --outputs:--\n  + bucket: {\n      + id  : [unknown]\n      + name: \"x\"\n      + tags: [\n      +     [0]: {\n              + k: 1\n            }\n        ]\n    }\n  ~ nested: {\n      ~ name: \"y\" => \"x\"\n    }\n";
    assert_eq!(shown(&[event]), wanted);
}

#[test]
fn imports_and_refreshes_are_shown_with_their_outputs() {
    let (old, new) = (state(LOGS, &json!({"a": 1}), &json!({"a": 1})), state(LOGS, &json!({"a": 1}), &json!({"a": 2})));
    let begin = step("resourcePreEvent", "refresh", LOGS, Some(old.clone()), Some(old.clone()));
    assert_eq!(shown(std::slice::from_ref(&begin)), "");
    let head = |mark: &str, op: &str| format!("{mark}aws:s3/bucket:Bucket: ({op})\n    [id=i]\n    [urn={LOGS}]\n");
    let found = step("resOutputsEvent", "update", LOGS, Some(old.clone()), Some(new.clone()));
    assert_eq!(shown(&[begin.clone(), found]), format!("{}  ~ a: 1 => 2\n", head("~ ", "update")));
    let gone = step("resOutputsEvent", "delete", LOGS, Some(old.clone()), None);
    assert!(shown(&[begin, gone]).starts_with(&head("- ", "delete")));
    let import = [
        step("resourcePreEvent", "import", LOGS, None, Some(new.clone())),
        step("resOutputsEvent", "import", LOGS, None, Some(new)),
    ];
    assert_eq!(shown(&import), format!("= aws:s3/bucket:Bucket: (import)\n    [urn={LOGS}]\n    a: 2\n"));
}

#[test]
fn values_that_say_nothing_are_shown_only_where_they_are_new() {
    let none = json!({"a": null, "b": "", "c": [], "d": {}, "__defaults": [], "e": 1});
    let shown = "    a         : <null>\n    b         : \"\"\n    c         : []\n    d         : {}\n    e         : 1\n";
    assert_eq!(create(none.clone(), &full()), shown);
    let mut changed = none.clone();
    changed["e"] = json!(2);
    assert_eq!(update(none, changed, &full()), "  ~ e: 1 => 2\n");
    assert_eq!(update(json!({"a": "", "b": 1}), json!({"a": "x", "b": ""}), &full()), "  + a: \"x\"\n  - b: 1\n");
    assert_eq!(
        update(json!({"a": [1, {"k": true}], "s": "t"}), json!({"a": [1, {"k": "yes"}, 3], "s": "t"}), &full()),
        "  ~ a: [\n        [0]: 1\n      ~ [1]: {\n              ~ k: true => \"yes\"\n            }\n      + [2]: 3\n    ]\n    s: \"t\"\n"
    );
    assert_eq!(
        update(json!({"a": 1.5, "b": 1}), json!({"a": 2e21, "b": {"c": 1}}), &full()),
        "  ~ a: 1.5 => 2000000000000000000000\n  - b: 1\n  + b: {\n      + c: 1\n    }\n"
    );
}

#[test]
fn secrets_and_unknown_values_are_masked() {
    let inside = format!("{{\"password\":{}}}", secret());
    let text = create(
        json!({"a": secret(), "b": ["open", secret()], "c": inside, "d": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}),
        &full(),
    );
    let wanted =
        "    a: [secret]\n    b: [\n        [0]: \"open\"\n        [1]: [secret]\n    ]\n    c: [secret]\n    d: [unknown]\n";
    assert_eq!(text, wanted);
    assert_eq!(update(json!({"a": secret()}), json!({"a": "open"}), &full()), "  ~ a: [secret] => \"open\"\n");
    assert_eq!(
        update(json!({"a": secret()}), json!({"a": {"b": secret()}}), &full()),
        "  - a: [secret]\n  + a: {\n      + b: [secret]\n    }\n"
    );
}

#[test]
fn long_texts_are_cut_by_default() {
    let short = DisplayOptions::default();
    let (long, lines) = ("x".repeat(200), "1\n2\n3\n4");
    let cut = format!("    a: \"{}...\"\n    b: \"1\\n2\\n3\\n...\"\n", "x".repeat(150));
    assert_eq!(create(json!({"a": long, "b": lines}), &short), cut);
    assert_eq!(create(json!({"a": long, "b": lines}), &full()), format!("    a: \"{long}\"\n    b: \"1\\n2\\n3\\n4\"\n"));
    let broken = create(json!({"a": format!("{}€", "x".repeat(149))}), &short);
    assert_eq!(broken, format!("    a: \"{}\\xe2...\"\n", "x".repeat(149)));
    let line = update(json!({"a": "1\n2"}), json!({"a": format!("1\n{}€2", "y".repeat(149))}), &short);
    assert!(line.contains(&format!("+ {}\u{fffd}...\n", "y".repeat(149))), "{line}");
}

#[test]
fn assets_and_archives() {
    let files =
        json!({"b": asset(json!({"hash": "0123456789", "path": "./b"})), "a": archive(json!({"hash": "1", "uri": "https://x"}))});
    let text = create(
        json!({
            "one": asset(json!({"hash": "abcdef012345", "text": "two\nlines"})),
            "two": archive(json!({"hash": "fedcba98", "assets": files})),
            "zed": archive(json!({"hash": ""})),
        }),
        &full(),
    );
    let wanted = "    one: asset(text:abcdef0) {\n        two\n        lines\n    }\n    two: archive(assets:fedcba9) {\n        \"a\": archive(uri:1) { https://x }\n        \"b\": asset(file:0123456) { ./b }\n    }\n    zed: archive() { }\n";
    assert_eq!(text, wanted);

    let old = json!({"same": asset(json!({"hash": "1", "text": "s"})), "text": asset(json!({"hash": "2", "text": "a"})), "gone": asset(json!({"hash": "3", "path": "p"})), "kind": asset(json!({"hash": "4", "path": "p"}))});
    let new = json!({"same": asset(json!({"hash": "1", "text": "s"})), "text": asset(json!({"hash": "5", "text": "b"})), "kind": asset(json!({"hash": "6", "uri": "u"}))});
    let text = update(
        json!({"code": archive(json!({"hash": "x", "assets": old})), "file": archive(json!({"hash": "y", "path": "p"}))}),
        json!({"code": archive(json!({"hash": "z", "assets": new})), "file": archive(json!({"hash": "w", "path": "q"}))}),
        &full(),
    );
    let wanted = "  ~ code: archive(assets:x->z) {\n          - \"gone\": asset(file:3) { p }\n      - \"kind\": asset(file:4) { p }\n      + \"kind\": asset(uri:6) { u }\n      ~ \"text\": asset(text:2->5) {\"a\" => \"b\"\n        }\n    }\n  ~ file: archive(file:y->w) { p->q }\n";
    assert_eq!(text, wanted);
}

#[test]
fn references_to_resources() {
    let reference = encoded("5cf8f73096256a8f31e491e813e4eb8e", json!({"urn": LOGS, "id": "i-1", "packageVersion": ""}));
    let wanted = format!("    a: {{\n        URN: \"{LOGS}\"\n        ID : \"i-1\"\n        PackageVersion: \"\"\n    }}\n");
    assert_eq!(create(json!({ "a": reference }), &full()), wanted);
}

#[test]
fn texts_that_hold_values() {
    let change = |old: &str, new: &str| update(json!({"a": old}), json!({"a": new}), &full());
    assert_eq!(change("{\"k\":1}", "{\"k\":2}"), "  ~ a: (json) {\n      ~ k: 1 => 2\n    }\n");
    assert_eq!(change("k: 1\nl: 2", "{\"k\":1}"), "  ~ a: (yaml => json) {\n        k: 1\n      - l: 2\n    }\n");
    assert_eq!(
        change("{\"k\":1}", "{\"k\": 1}"),
        "  ~ a: \"\\\"{\\\\\\\"k\\\\\\\":1}\\\"\" => \"\\\"{\\\\\\\"k\\\\\\\": 1}\\\"\"\n"
    );
    assert_eq!(change("k: 1", "k: 2"), "  ~ a: \"k: 1\" => \"k: 2\"\n");
    let nested = json!({"inner": "{\"deep\":[1]}"}).to_string();
    assert_eq!(
        create(json!({"a": nested}), &full()),
        "    a: (json) {\n        inner: (json) {\n            deep: [\n                [0]: 1\n            ]\n        }\n\n    }\n\n"
    );
}

#[test]
fn lines_that_stay_are_left_out() {
    let lines = |changed: &str| format!("#!\n1\n2\n3\n4\n{changed}\n\n5\n6\n7\n8\n9\n10\n{changed}\n11\n12\n13\n14\n");
    let wanted = "  ~ a: \n        ...\n        3\n        4\n      - x\n      + y\n        5\n        6\n        ...\n        9\n        10\n      - x\n      + y\n        11\n        12\n        ...\n";
    assert_eq!(update(json!({"a": lines("x")}), json!({"a": lines("y")}), &full()), wanted);
}

#[test]
fn what_policies_say() {
    let policy = |level: &str, urn: &str| {
        json!({"policyEvent": {"resourceUrn": urn, "message": "Not so.\nAt all.\n", "color": "raw", "policyName": "no-way", "policyPackName": "rules",
            "policyPackVersion": "1.2.3", "enforcementLevel": level}})
    };
    let text = shown(&[policy("mandatory", LOGS), policy("someday", "")]);
    let wanted = "    rules@v1.2.3 [mandatory]  no-way  (aws:s3/bucket:Bucket: logs)Not so.\nAt all.\n    rules@v1.2.3 [someday]  no-way  (: )Not so.\nAt all.\n";
    assert_eq!(text, wanted);
    let remediation = |after: Value| {
        json!({"policyRemediationEvent": {"resourceUrn": LOGS, "color": "raw", "policyName": "mend", "policyPackName": "rules", "policyPackVersion": "1.2.3",
            "before": {"a": 1, "s": 2, "p": secret()}, "after": after}})
    };
    assert_eq!(shown(&[remediation(json!({"a": 1, "s": 2, "p": secret()}))]), "");
    let text = shown(&[remediation(json!({"a": 3, "s": 2, "p": secret()}))]);
    assert_eq!(text, "    rules@v1.2.3 [remediate]  mend  (aws:s3/bucket:Bucket: logs)\n      ~ a: 1 => 3\n\n");
    let summary = json!({"summaryEvent": {"durationSeconds": 1, "resourceChanges": {}, "PolicyPacks": {"rules": "v1.2.3", "more-rules": "v2"}}});
    let wanted =
        "Resources:\n\nPolicy Packs run:\n    Name        Version\n    more-rules  v2\n    rules       v1.2.3\n\nDuration: 1s\n";
    assert_eq!(shown(&[summary]), wanted);
}

#[test]
fn messages_and_events_without_a_line() {
    let diagnostic = |severity: &str| json!({"diagnosticEvent": {"severity": severity, "message": "m\n", "color": "raw"}});
    let mut events: Vec<Value> =
        ["debug", "info", "info#err", "warning", "error", "omen"].iter().map(|word| diagnostic(word)).collect();
    events.extend([
        json!({"policyLoadEvent": {}}),
        json!({"policyAnalyzeSummaryEvent": {"resourceUrn": LOGS, "policyPackName": "p"}}),
        json!({"policyRemediateSummaryEvent": {"resourceUrn": LOGS, "policyPackName": "p"}}),
        json!({"policyAnalyzeStackSummaryEvent": {"policyPackName": "p"}}),
        json!({"startDebuggingEvent": {"config": {}}}),
        json!({"progressEvent": {"type": "plugin-download", "id": "a", "message": "m", "received": 1, "total": 2, "done": false}}),
        json!({"errorEvent": {"error": "e"}}),
        json!({"cancelEvent": {}}),
    ]);
    assert_eq!(shown(&events), "");
    assert_eq!(shown(&[json!({"stdoutEvent": {"message": "<{%fg 1%}>out<{%reset%}>\n", "color": "raw"}})]), "out\n");
    assert_eq!(shown(&[json!({"moonEvent": {"phase": 1}})]), "? moonEvent\n");
}

#[test]
fn unknown_words_are_shown() {
    let (old, new) = (state(LOGS, &json!({"a": 1}), &json!({})), state(LOGS, &json!({"a": 2}), &json!({})));
    let event = step("resourcePreEvent", "teleport", LOGS, Some(old.clone()), Some(new.clone()));
    assert!(shown(&[event]).starts_with("? aws:s3/bucket:Bucket: (teleport)\n    [id=i]\n"));
    let mut event = step("resourcePreEvent", "update", LOGS, Some(old), Some(new));
    event["resourcePreEvent"]["metadata"]["detailedDiff"] =
        json!({"a": {"diffKind": "wobble", "inputDiff": true}, "b[": {"diffKind": "add"}, "": 1});
    let text = shown(&[event]);
    assert!(text.contains("  ~ a : 1 => 2\n") && text.contains("  + b[: [unknown]\n"), "{text}");
}

#[test]
fn steps_that_failed_are_counted() {
    let new = state(LOGS, &json!({}), &json!({}));
    let summary =
        json!({"summaryEvent": {"durationSeconds": 61, "resourceChanges": {"create": 1, "same": 2}, "isPreview": false}});
    let failed = step("resOpFailedEvent", "create", LOGS, None, Some(new));
    assert_eq!(shown(&[failed, summary]), "Resources:\n    + 1 created\n    2 unchanged\n    1 errored\n\nDuration: 1m1s\n");
    let preview =
        json!({"summaryEvent": {"durationSeconds": 61, "resourceChanges": {"create": 1, "replace": 2}, "isPreview": true}});
    assert_eq!(shown(&[preview]), "Resources:\n    + 1 to create\n    +-2 to replace\n    3 changes\n");
}

#[test]
fn configuration_in_order() {
    let event = json!({"preludeEvent": {"config": {"b:c": "2", "a:b": "1"}}});
    assert_eq!(shown(std::slice::from_ref(&event)), "");
    let options = DisplayOptions { show_config: true, color: ColorMode::Raw, ..DisplayOptions::default() };
    assert_eq!(print(&[event], &options), "<{%reset%}>Configuration:<{%reset%}>\n    a:b: 1\n    b:c: 2\n");
}

#[test]
fn deep_and_wide_values_cost_no_more_than_they_hold() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let event = format!(
        r#"{{"resourcePreEvent":{{"metadata":{{"op":"update","urn":"{LOGS}","type":"t","logical":true,"old":{{"inputs":{{"a":{deep}}},"outputs":{{}}}},"new":{{"inputs":{{"a":[{deep}]}},"outputs":{{}}}}}}}}}}"#
    );
    let mut log = EventLog::default();
    log.write(event.as_bytes()).unwrap();
    log.end().unwrap();
    let text = log.print(ViewKind::Diff, &DisplayOptions::default()).unwrap();
    assert!(text.len() < 2_000_000, "{}", text.len());

    let mut yaml = "end: 1\nmore: 2".to_owned();
    for _ in 0..200 {
        yaml = format!("a: |\n  {}", yaml.replace('\n', "\n  "));
    }
    assert!(create(json!({ "a": yaml }), &full()).len() < 10_000_000);

    let (old, new) = ("ab".repeat(100_000), "ba".repeat(90_000) + "c");
    assert!(update(json!({ "a": old }), json!({ "a": new }), &full()).starts_with("  ~ a: \""));
    let key = "k".repeat(20_000);
    let mut wide = serde_json::Map::new();
    wide.insert(key, json!(1));
    (0..2_000).for_each(|at| drop(wide.insert(at.to_string(), json!(at))));
    assert!(create(Value::Object(wide), &full()).len() < 2_000_000);
}

#[test]
fn hidden_properties_are_named_and_not_shown() {
    let hiding = |inputs: Value, hide: &[&str]| {
        let mut state = state(LOGS, &inputs, &json!({}));
        state["hideDiffs"] = json!(hide);
        Some(state)
    };
    let below = |old: Value, new: Value, hide: &[&str]| {
        let text = shown(&[step("resourcePreEvent", "update", LOGS, hiding(old, hide), hiding(new, hide))]);
        text.lines().skip(3).map(|line| format!("{line}\n")).collect::<String>()
    };
    let (old, new) = (json!({"a": {"b": 1}, "c": [1, 2], "d": 1}), json!({"a": {"b": 2}, "c": [1, 3], "d": 2}));
    assert_eq!(below(old.clone(), new.clone(), &["a.b", "c"]), "  ~ a.b (hidden)\n  ~ c (hidden)\n  ~ d: 1 => 2\n");
    assert_eq!(below(old.clone(), new.clone(), &["*"]), "  ~ [\"*\"] (hidden)\n");
    let equal = "what stays equal is named too";
    assert_eq!(below(old.clone(), old, &["c[0]", "nowhere", "not[a path"]), "  ~ c[0] (hidden)\n", "{equal}");
}
