//! Logs in every form, and the digests, through the public interface.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::print_stdout)]

use serde_json::{Value, json};
use stackscope::error::ErrorCode;
use stackscope::summary::{EventLog, LogOptions};

fn read(text: &str) -> EventLog {
    let mut log = EventLog::default();
    log.write(text.as_bytes()).unwrap();
    log.end().unwrap();
    log
}

fn events(log: &EventLog) -> Vec<Value> {
    serde_json::from_str(&log.events_json(0, usize::MAX).unwrap()).unwrap()
}

fn urn(name: &str) -> String {
    format!("urn:pulumi:dev::web::random:index/randomPet:RandomPet::{name}")
}

fn digest() -> Value {
    json!({
        "config": {"web:size": "2", "web:key": "[secret]"},
        "steps": [
            {"op": "same", "urn": "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev", "newState": {"type": "pulumi:pulumi:Stack"}},
            {
                "op": "replace", "urn": urn("pet"), "provider": "p::id",
                "oldState": {"urn": urn("pet"), "custom": true, "id": "a", "type": "t", "inputs": {"length": 2}, "dependencies": ["x"]},
                "newState": {"urn": urn("pet"), "custom": true, "type": "t", "inputs": {"length": 3}},
                "diffReasons": ["length"], "replaceReasons": ["length"],
                "detailedDiff": {"length": {"kind": "update-replace", "inputDiff": true}, "a\"b": {"inputDiff": false, "kind": "add"}}
            },
            {"op": "create", "urn": urn("new"), "newState": null, "detailedDiff": null},
        ],
        "diagnostics": [{"urn": urn("pet"), "prefix": "p: ", "message": "line\n\"two\"", "severity": "warning"}, {"message": "m", "severity": "info"}],
        "duration": 1_234_567_890u64,
        "changeSummary": {"same": 12, "replace": 1, "create": 1},
        "maybeCorrupt": true
    })
}

#[test]
fn the_digest_of_a_preview_becomes_events() {
    let log = read(&serde_json::to_string_pretty(&digest()).unwrap());
    let events = events(&log);
    let kinds: Vec<&str> = events
        .iter()
        .map(|event| event.as_object().unwrap().keys().find(|key| key.ends_with("Event")).unwrap().as_str())
        .collect();
    let step = ["resourcePreEvent", "resOutputsEvent"];
    assert_eq!(
        kinds,
        [&["preludeEvent"][..], &step, &step, &step, &["diagnosticEvent", "diagnosticEvent", "summaryEvent"]].concat()
    );
    assert_eq!(events[0]["preludeEvent"], json!({"config": {"web:size": "2", "web:key": "[secret]"}}));
    let digest = digest();
    let wanted = json!({
        "metadata": {
            "op": "replace", "urn": urn("pet"), "logical": true, "provider": "p::id",
            "old": digest["steps"][1]["oldState"], "new": digest["steps"][1]["newState"], "keys": ["length"], "diffs": ["length"],
            "detailedDiff": {"length": {"diffKind": "update-replace", "inputDiff": true}, "a\"b": {"inputDiff": false, "diffKind": "add"}}
        },
        "planning": true
    });
    assert_eq!(events[3]["resourcePreEvent"], wanted);
    assert_eq!(events[4]["resOutputsEvent"], wanted);
    assert_eq!(events[5]["resourcePreEvent"]["metadata"], json!({"op": "create", "urn": urn("new"), "logical": true}));
    assert_eq!(events[7]["diagnosticEvent"]["message"], "line\n\"two\"");
    assert_eq!(
        events[9]["summaryEvent"],
        json!({
            "maybeCorrupt": true, "durationSeconds": 1.23456789, "resourceChanges": {"same": 12, "replace": 1, "create": 1},
            "PolicyPacks": {}, "isPreview": true, "digest": true
        })
    );
    assert_eq!(events.iter().map(|event| event["sequence"].as_u64().unwrap()).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
    // What is given out can be read again, to the same events.
    assert_eq!(self::events(&read(&log.to_ndjson().unwrap())), events);
}

#[test]
fn the_one_line_becomes_events() {
    let line = json!({
        "result": "failed", "duration": 4_000_000_000u64, "summary": {"create": 1, "delete": 1, "same": 3},
        "resources": [
            {"urn": urn("a"), "type": "random:index/randomPet:RandomPet", "name": "a", "op": "create", "parent": "p"},
            {"urn": urn("b"), "type": "t", "name": "b", "op": "delete-replaced"},
            {"urn": urn("c"), "type": "t", "name": "c", "op": "update", "failed": true},
        ],
        "diagnostics": [{"severity": "error", "urn": urn("c"), "message": "no"}]
    });
    let events = events(&read(&line.to_string()));
    assert_eq!(events.len(), 8);
    let created = json!({
        "op": "create", "urn": urn("a"), "logical": true, "type": "random:index/randomPet:RandomPet",
        "new": {"urn": urn("a"), "type": "random:index/randomPet:RandomPet", "parent": "p"}
    });
    assert_eq!(events[0], json!({"sequence": 0, "timestamp": 0, "resourcePreEvent": {"metadata": created}}));
    assert_eq!(events[1]["resOutputsEvent"]["metadata"], created);
    let deleted = &events[2]["resourcePreEvent"]["metadata"];
    assert_eq!((&deleted["logical"], &deleted["old"]["urn"], deleted.get("new")), (&json!(false), &json!(urn("b")), None));
    assert!(events[5].get("resOpFailedEvent").is_some());
    assert_eq!(events[6]["diagnosticEvent"], json!({"color": "never", "severity": "error", "urn": urn("c"), "message": "no"}));
    let summary = &events[7]["summaryEvent"];
    assert_eq!((&summary["result"], &summary["durationSeconds"]), (&json!("failed"), &json!(4)));
    assert_eq!((&summary["resourceChanges"], &summary["isPreview"]), (&line["summary"], &json!(false)));
}

#[test]
fn small_digests_are_known_too() {
    for (text, count) in [
        (r#"{"config":{"a:b":"c"}}"#, 2),
        (r#"{"changeSummary":{}}"#, 1),
        (r#"{"steps":[{"op":"same"},{"op":"same","urn":"u"},7]}"#, 3),
        (r#"{"diagnostics":[{"message":"m","severity":"error"},3]}"#, 2),
        (r#"{"result":"succeeded","duration":5,"summary":null,"resources":null}"#, 1),
        (r#"[{"steps":[]},{"changeSummary":{}}]"#, 2),
        (r#"{"duration":"x","steps":{},"changeSummary":{"odd":"x"}}"#, 1),
        (r#"{"config":3}"#, 1),
    ] {
        assert_eq!(read(text).len(), count, "{text}");
    }
    for text in [
        "{}",
        r#"{"config":{},"other":1}"#,
        r#"{"version":3,"deployment":{"resources":[]}}"#,
        r#"{"result":3}"#,
        r#"{"duration":5}"#,
    ] {
        assert_eq!(read(text).len(), 0, "{text}");
    }
}

#[test]
fn digests_print_as_logs_do() {
    let mut log = read(&digest().to_string());
    log.extend([r#"{"type":"cancelEvent"}"#]).unwrap();
    let summary = log.summary();
    let changes = serde_json::to_value(&summary).unwrap();
    assert_eq!(changes["changes"], json!({"same": 12, "replace": 1, "create": 1}));
    assert_eq!(
        (&changes["isPreview"], &changes["durationSeconds"], changes.get("recomputed")),
        (&json!(true), &json!(1.23456789), None)
    );
}

#[test]
fn strict_reading_fails_with_code_place_and_remedy() {
    for (text, code, offset, line) in [
        ("{\"type\":\"cancelEvent\"}\nnoise secret-word\n", ErrorCode::NotJson, 23, 2),
        ("\n\n{\"type\":\"cancelEvent\",\n\"secret-word\"", ErrorCode::Truncated, 38, 3),
        ("{\"secret-word\":1}", ErrorCode::WrongShape, 0, 1),
        ("\n{\"version\":3,\"deployment\":{\"x\":\"secret-word\"}}", ErrorCode::WrongShape, 1, 2),
        ("{\"events\":[\n{\"type\":\"cancelEvent\"},\"secret-word\"]}", ErrorCode::WrongShape, 35, 2),
    ] {
        let mut log = EventLog::new(LogOptions { strict: true, ..LogOptions::default() });
        let error = log.write(text.as_bytes()).and_then(|()| log.end()).unwrap_err();
        assert_eq!((error.code(), error.offset()), (code, Some(offset)), "{text}");
        assert!(error.message().starts_with(&format!("line {line}: ")), "{error}");
        assert!(error.remedy().is_some() && !error.to_string().contains("secret-word"));
        assert_eq!(log.end(), Err(error));
        log.events_json(0, 9).unwrap();
    }
}

#[test]
fn the_recorded_logs_are_read_whole_and_strictly() {
    let Some(corpus) = std::env::var_os("STACKSCOPE_CORPUS") else { return println!("NOT RUN: no corpus") };
    let mut read = 0;
    for set in ["engine", "display"] {
        for folder in std::fs::read_dir(std::path::Path::new(&corpus).join("pulumi-event-logs").join(set)).unwrap() {
            let bytes = std::fs::read(folder.unwrap().path().join("eventstream.json")).unwrap();
            let wanted: Vec<Value> = serde_json::Deserializer::from_slice(&bytes).into_iter().map(Result::unwrap).collect();
            let mut log = EventLog::new(LogOptions { strict: true, ..LogOptions::default() });
            bytes.chunks(1000).for_each(|part| log.write(part).unwrap());
            log.end().unwrap();
            assert_eq!(events(&log), wanted);
            read += 1;
        }
    }
    assert!(read > 0);
    println!("{read} logs");
}
