//! The progress view, by logs written for what the recorded ones do not show.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value, json};
use stackscope::summary::{ColorMode, DisplayOptions, EventLog, ViewKind};

const STACK: &str = "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev";
const BUCKET: &str = "urn:pulumi:dev::web::aws:s3/bucket:Bucket::logs";

fn shown(events: &[Value], options: DisplayOptions) -> String {
    let mut log = EventLog::default();
    let texts: Vec<String> = events.iter().map(Value::to_string).collect();
    log.extend(texts.iter().map(String::as_str)).unwrap();
    log.end().unwrap();
    log.print(ViewKind::Progress, &options).unwrap()
}

fn text(events: &[Value]) -> String {
    shown(events, DisplayOptions::default())
}

/// A step's event; `old` and `new` are the states besides what both have.
fn step(kind: &str, op: &str, urn: &str, old: Option<Value>, new: Option<Value>) -> Value {
    let state = |extra: Option<Value>| {
        extra.map(|extra| {
            let mut state =
                json!({ "type": "t", "urn": urn, "custom": urn != STACK, "id": "1", "parent": "", "inputs": {}, "outputs": {} });
            state.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
            state
        })
    };
    json!({ kind: { "metadata": { "op": op, "urn": urn, "type": "t", "old": state(old), "new": state(new), "detailedDiff": null } } })
}

fn pre(op: &str, urn: &str) -> Value {
    both("resourcePreEvent", op, urn)
}

fn outputs(op: &str, urn: &str) -> Value {
    both("resOutputsEvent", op, urn)
}

fn both(kind: &str, op: &str, urn: &str) -> Value {
    let (old, new) = ((op != "create").then(|| json!({})), (op != "delete").then(|| json!({})));
    step(kind, op, urn, old, new)
}

fn says(urn: &str, severity: &str, message: &str) -> Value {
    json!({ "diagnosticEvent": { "urn": urn, "prefix": format!("{severity}: "), "message": message, "color": "raw", "severity": severity } })
}

fn summary(extra: Value) -> Value {
    let mut event =
        json!({ "maybeCorrupt": false, "durationSeconds": 61, "resourceChanges": {}, "PolicyPacks": {}, "isPreview": false });
    event.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    json!({ "summaryEvent": event })
}

#[test]
fn an_empty_log_prints_nothing() {
    assert_eq!(text(&[]), "");
    let options = DisplayOptions { permalink: Some("https://example.com/1".into()), ..DisplayOptions::default() };
    assert_eq!(shown(&[], options), "View Live: https://example.com/1\n\n");
}

#[test]
fn words_of_an_update_and_of_a_preview() {
    let events = [
        pre("create", BUCKET),
        outputs("create", BUCKET),
        summary(json!({ "resourceChanges": { "create": 1 }, "isPreview": true })),
    ];
    let update = DisplayOptions { preview: Some(false), ..DisplayOptions::default() };
    assert_eq!(
        shown(&events, update),
        " +  aws:s3:Bucket logs creating \n +  aws:s3:Bucket logs created \n    pulumi:pulumi:Stack web-dev  \n\
         Resources:\n    + 1 to create\n\n"
    );
    let preview = DisplayOptions { preview: Some(true), ..DisplayOptions::default() };
    assert_eq!(
        shown(&events, preview),
        " +  aws:s3:Bucket logs create \n    pulumi:pulumi:Stack web-dev  \nResources:\n    + 1 to create\n\n"
    );
}

#[test]
fn every_part_of_a_replacement_is_replace_at_the_end_of_a_preview() {
    for (op, running, done) in [
        ("create-replacement", "create replacement", "replace"),
        ("delete-replaced", "delete original", "replace"),
        ("read-replacement", "read for replacement", "replace"),
        ("discard-replaced", "discard original", "replace"),
        ("import-replacement", "import replacement", "import"),
        ("refresh", "refreshing", "refresh"),
    ] {
        let options = DisplayOptions { preview: Some(true), show_reads: true, ..DisplayOptions::default() };
        // What a log holds when it ends in the middle is printed as interrupted; a component never is.
        let component = step("resourcePreEvent", op, BUCKET, Some(json!({})), Some(json!({ "custom": false })));
        let printed = shown(&[component], options);
        assert!(printed.contains(&format!(" logs {running} \n")), "{printed}");
        assert!(printed.contains(&format!(" logs {done} \n")), "{printed}");
    }
}

#[test]
fn what_is_under_way_when_the_log_ends_is_interrupted() {
    let printed = text(&[pre("update", BUCKET), pre("same", STACK)]);
    assert_eq!(
        printed,
        " ~  aws:s3:Bucket logs updating \n    pulumi:pulumi:Stack web-dev running \n\
         \x20~  aws:s3:Bucket logs updating (interrupted) \n    pulumi:pulumi:Stack web-dev  \n"
    );
}

#[test]
fn failures_say_so() {
    let printed = text(&[
        pre("create", BUCKET),
        says(BUCKET, "error", "no such region\nsecond line\n\n"),
        step("resOpFailedEvent", "create", BUCKET, None, Some(json!({}))),
        summary(json!({ "result": "failed" })),
    ]);
    assert_eq!(
        printed,
        " +  aws:s3:Bucket logs creating \n +  aws:s3:Bucket logs creating error: no such region\n\
         \x20+  aws:s3:Bucket logs **creating failed** error: no such region\n    pulumi:pulumi:Stack web-dev  \n\
         Diagnostics:\n  aws:s3:Bucket (logs):\n    error: no such region\n    second line\n\n\
         Resources:\n    1 errored\n\nDuration: 1m1s\n\n"
    );
}

#[test]
fn messages_are_counted_by_severity_and_told_at_the_end() {
    let mut events: Vec<Value> = [("error", 2), ("warning", 1), ("info", 1), ("info#err", 1), ("debug", 3), ("fatal", 1)]
        .iter()
        .flat_map(|&(severity, count)| (0..count).map(move |at| says("", severity, &format!("{severity} {at}"))))
        .collect();
    let mut passing = says("", "error", "only for the moment");
    passing["diagnosticEvent"]["ephemeral"] = json!(true);
    events.push(passing);
    let printed =
        shown(&events, DisplayOptions { stack: Some("dev".into()), project: Some("web".into()), ..DisplayOptions::default() });
    assert!(printed.contains("web-dev  error: only for the moment\n"), "{printed}");
    assert!(printed.contains("web-dev **failed** 2 errors; 1 warning; 3 messages\nDiagnostics:\n"), "{printed}");
    let told = printed.split("Diagnostics:\n").nth(1).unwrap();
    assert_eq!(
        told,
        "  pulumi:pulumi:Stack (web-dev):\n    error: error 0\n    error: error 1\n    warning: warning 0\n    info: info 0\n    \
         info#err: info#err 0\n    fatal: fatal 0\n\n"
    );
}

#[test]
fn parts_of_one_stream_are_one_message() {
    let part = |text: &str| {
        let mut event = says(BUCKET, "info", text);
        event["diagnosticEvent"]["streamID"] = json!(7);
        event
    };
    let printed = text(&[part("one "), part("two\nthree\n")]);
    assert!(printed.ends_with("Diagnostics:\n  aws:s3:Bucket (logs):\n    info: one two\n    three\n\n"), "{printed}");
}

#[test]
fn resources_that_stay_show_when_asked_for() {
    let events = [pre("same", STACK), pre("same", BUCKET), outputs("same", BUCKET)];
    let stack = "    pulumi:pulumi:Stack web-dev running \n    pulumi:pulumi:Stack web-dev  \n";
    assert_eq!(text(&events), stack);
    let printed = shown(&events, DisplayOptions { show_sames: true, ..DisplayOptions::default() });
    assert!(printed.contains("    aws:s3:Bucket logs  \n"), "{printed}");
    let protected = step("resourcePreEvent", "same", BUCKET, Some(json!({})), Some(json!({ "protect": true })));
    assert!(text(&[protected]).starts_with("    aws:s3:Bucket logs  [diff: ~protect]\n"));
    assert!(text(&[pre("same", BUCKET), says(BUCKET, "warning", "old")]).contains("    aws:s3:Bucket logs  1 warning\n"));
}

#[test]
fn reads_are_a_passing_word_unless_asked_for() {
    let events = [pre("read", BUCKET), outputs("read", BUCKET), pre("discard", BUCKET), pre("read-replacement", BUCKET)];
    assert_eq!(
        text(&events),
        "    pulumi:pulumi:Stack web-dev  read aws:s3:Bucket logs\n    pulumi:pulumi:Stack web-dev  read aws:s3:Bucket logs\n\
         \x20   pulumi:pulumi:Stack web-dev  \n"
    );
    let printed = shown(&events[..2], DisplayOptions { show_reads: true, ..DisplayOptions::default() });
    assert!(printed.starts_with(" >  aws:s3:Bucket logs reading \n >  aws:s3:Bucket logs read \n"), "{printed}");
}

#[test]
fn a_retained_resource_says_so() {
    let old = || Some(json!({ "retainOnDelete": true }));
    let printed =
        text(&[step("resourcePreEvent", "delete", BUCKET, old(), None), step("resOutputsEvent", "delete", BUCKET, old(), None)]);
    assert!(
        printed.starts_with(" -  aws:s3:Bucket logs deleting[retain] \n -  aws:s3:Bucket logs deleted[retain] \n"),
        "{printed}"
    );
    let printed = text(&[step("resourcePreEvent", "update", BUCKET, old(), Some(json!({})))]);
    assert!(!printed.contains("retain"), "{printed}");
}

#[test]
fn urns_in_place_of_names() {
    let events = [pre("create", BUCKET), says(BUCKET, "warning", "w")];
    let printed = shown(&events, DisplayOptions { show_urns: true, ..DisplayOptions::default() });
    assert!(printed.contains(&format!(" +  aws:s3:Bucket {BUCKET} creating \n")), "{printed}");
    assert!(printed.contains(&format!("  aws:s3:Bucket ({BUCKET}):\n")), "{printed}");
}

#[test]
fn the_stack_that_is_not_named() {
    let options = || DisplayOptions { stack: Some("s".into()), project: Some("p".into()), ..DisplayOptions::default() };
    assert!(shown(&[pre("create", BUCKET)], options()).contains(" pulumi:pulumi:Stack p-s  \n"));
    assert!(text(&[pre("create", BUCKET)]).contains(" pulumi:pulumi:Stack web-dev  \n"));
    assert!(text(&[says("", "warning", "w")]).contains(" pulumi:pulumi:Stack project-stack  1 warning\n"));
    // Messages that came before the stack was named are the stack's.
    let printed = shown(&[says("", "warning", "early"), pre("same", STACK)], options());
    assert!(printed.ends_with("Diagnostics:\n  pulumi:pulumi:Stack (web-dev):\n    warning: early\n\n"), "{printed}");
    assert_eq!(printed.matches("1 warning").count(), 1, "{printed}");
}

#[test]
fn configuration_when_asked_for() {
    let events = [json!({ "preludeEvent": { "config": { "b:x": "2", "a:x": "1" } } })];
    assert_eq!(text(&events), "\n");
    let printed = shown(&events, DisplayOptions { show_config: true, ..DisplayOptions::default() });
    assert_eq!(printed, "Configuration:\n    a:x: 1\n    b:x: 2\n\n");
}

fn violation(level: &str, severity: &str, policy: &str, urn: &str, version: &str) -> Value {
    json!({ "policyEvent": {
        "resourceUrn": urn, "message": format!("{policy} says no.\nRead more."), "color": "raw", "policyName": policy,
        "policyPackName": "rules", "policyPackVersion": version, "policyPackVersionTag": version,
        "enforcementLevel": level, "severity": severity,
    } })
}

#[test]
fn policies_by_pack_with_the_most_binding_first() {
    let mended = json!({ "policyRemediationEvent": {
        "resourceUrn": BUCKET, "color": "raw", "policyName": "tags", "policyPackName": "rules", "policyPackVersion": "1.0.0",
        "policyPackVersionTag": "1.0.0", "before": {}, "after": { "tags": {} },
    } });
    let events = [
        json!({ "policyLoadEvent": {} }),
        json!({ "policyLoadEvent": {} }),
        violation("advisory", "", "naming", BUCKET, "1.0.0"),
        violation("advisory", "high", "public", BUCKET, "1.0.0"),
        violation("disabled", "", "off", "", "1.0.0"),
        mended.clone(),
        mended,
        pre("create", BUCKET),
        outputs("create", BUCKET),
        summary(json!({ "resourceChanges": { "create": 1 }, "PolicyPacks": { "rules": "1.0.0", "other|local|./other": "" } })),
    ];
    let printed = text(&events);
    assert!(printed.starts_with("Loading policy packs...\n\n    aws:s3:Bucket logs  \n"), "{printed}");
    assert_eq!(printed.matches("Loading").count(), 1);
    let section = printed.split("Policies:\n").nth(1).unwrap();
    assert_eq!(
        section,
        "    ✅ other@v (local: ./other)\n    ⚠️ rules@v1.0.0\n        - [remediate]  tags  (2 resources)\n        \
         - [advisory] [severity: high]  public  (aws:s3/bucket:Bucket: logs)\n          public says no.\n          Read more.\n        \
         - [advisory]  naming  (aws:s3/bucket:Bucket: logs)\n          naming says no.\n          Read more.\n        \
         - [disabled]  off  (pulumi:pulumi:Stack: web-dev)\n          off says no.\n          Read more.\n\n\
         Resources:\n    + 1 created\n\nDuration: 1m1s\n\n"
    );
}

#[test]
fn a_mandatory_violation_leaves_the_totals_out() {
    let events = [violation("mandatory", "", "public", BUCKET, "2.0.0"), summary(json!({ "PolicyPacks": { "rules": "" } }))];
    let printed = text(&events);
    // The summary names no version, the event does: two headings.
    assert!(printed.contains("Policies:\n    ✅ rules@v\n    ❌ rules@v2.0.0\n        - [mandatory]  public"), "{printed}");
    assert!(printed.ends_with("          Read more.\n\n") && !printed.contains("Resources:"), "{printed}");
    assert!(!text(&events[..1]).contains("Policies:"));
}

#[test]
fn what_belongs_to_no_resource() {
    let download = |done: bool, message: &str| json!({ "progressEvent": { "type": "plugin-download", "id": "aws", "message": message, "received": 5, "total": 9, "done": done } });
    let events = [
        json!({ "stdoutEvent": { "message": "hello\n", "color": "raw" } }),
        download(false, "Downloading plugin aws"),
        download(false, "Downloading plugin aws"),
        download(true, "Downloading plugin aws"),
        json!({ "startDebuggingEvent": { "config": { "name": "x" } } }),
        json!({ "errorEvent": { "error": "engine broke\n" } }),
        json!({ "policyAnalyzeSummaryEvent": { "policyPackName": "rules", "passed": ["a"] } }),
        json!({ "hologramEvent": { "x": 1 } }),
        json!({ "hologramEvent": { "x": 2 } }),
        json!({ "cancelEvent": {} }),
    ];
    assert_eq!(
        text(&events),
        "hello\n\nDownloading plugin aws\nWaiting for debugger to attach...\nerror: engine broke\n? hologramEvent\n"
    );
    let quiet = shown(&events[1..4], DisplayOptions { suppress_progress: true, ..DisplayOptions::default() });
    assert_eq!(quiet, "");
}

#[test]
fn words_that_are_not_known_yet() {
    let printed =
        text(&[pre("teleport", BUCKET), outputs("teleport", BUCKET), summary(json!({ "resourceChanges": { "teleport": 1 } }))]);
    assert!(printed.starts_with(" ?  aws:s3:Bucket logs teleport \n ?  aws:s3:Bucket logs teleport \n"), "{printed}");
    assert!(printed.contains("    ? 1 teleport\n"), "{printed}");
}

#[test]
fn names_cannot_break_the_lines() {
    let urn = "urn:pulumi:dev::web::a:b:C::two\nlines\u{1b}[2J";
    assert!(text(&[pre("create", urn)]).starts_with(" +  a:b:C two\\nlines\\x1b[2J creating \n"));
    for odd in ["urn:pulumi:x", "nonsense", "urn:pulumi:dev::web::::"] {
        assert!(text(&[pre("create", odd), says(odd, "error", "e")]).contains("creating"), "{odd}");
    }
}

#[test]
fn a_replacement_shows_its_difference_in_every_part() {
    let side = |name: &str| Some(json!({ "inputs": { "name": name } }));
    let replace = |kind: &str| step(kind, "replace", BUCKET, side("a"), side("b"));
    let create = |kind: &str| step(kind, "create-replacement", BUCKET, side("a"), side("b"));
    let delete = |kind: &str| step(kind, "delete-replaced", BUCKET, side("a"), None);
    let printed = text(&[
        create("resourcePreEvent"),
        create("resOutputsEvent"),
        replace("resourcePreEvent"),
        replace("resOutputsEvent"),
        delete("resourcePreEvent"),
        delete("resOutputsEvent"),
    ]);
    assert_eq!(printed.matches("[diff: ~name]").count(), 6, "{printed}");
    assert!(printed.contains(" -- aws:s3:Bucket logs deleted original [diff: ~name]\n"), "{printed}");
}

#[test]
fn colours_of_an_op() {
    let printed = shown(&[pre("create", BUCKET)], DisplayOptions { color: ColorMode::Raw, ..DisplayOptions::default() });
    assert!(
        printed.starts_with(" <{%bold%}><{%fg 2%}>+ <{%reset%}> aws:s3:Bucket logs <{%bold%}><{%fg 2%}>creating<{%reset%}> \n"),
        "{printed}"
    );
}

#[test]
fn a_long_message_is_repeated_in_part_and_told_in_full() {
    let long = "x".repeat(100_000);
    let printed = text(&[pre("create", BUCKET), says(BUCKET, "warning", &long), outputs("create", BUCKET)]);
    assert_eq!(printed.matches('…').count(), 2);
    assert!(printed.len() < 140_000 && printed.contains(&format!("    warning: {long}\n")));
}

#[test]
fn a_thousand_events_of_one_resource_stay_one_row() {
    let events: Vec<Value> = (0..1_000).flat_map(|_| [pre("update", BUCKET), outputs("update", BUCKET)]).collect();
    let printed = text(&events);
    assert_eq!(printed.matches("updating \n").count() + printed.matches("updated \n").count(), 2_000);
    assert!(printed.ends_with(" pulumi:pulumi:Stack web-dev  \n"));
}
