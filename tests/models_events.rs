//! Events of the engine, as documented, as self-hosted servers hand them back, and as Pulumi recorded them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/models.rs"]
mod models;

use std::path::PathBuf;

use models::{keeps, of, payload, read, refuses};
use serde_json::{Value, from_value, json};
use stackscope::model::event::{DiagnosticSeverity, EngineEvent, EventType, OperationResult};
use stackscope::model::update::OpType;

#[test]
fn events_read_and_write_back() {
    for name in ["updates.events", "updates.events.brief"] {
        let page = payload(name);
        for event in page["events"].as_array().unwrap() {
            let kind = keeps::<EngineEvent>(event.clone()).kind().unwrap();
            assert_eq!(kind.as_str(), event["type"]);
            let mut posted = event.clone();
            posted.as_object_mut().unwrap().remove("type");
            posted["sequence"] = json!(7);
            assert_eq!(keeps::<EngineEvent>(posted).kind(), Some(kind));
        }
    }
    let events: Vec<EngineEvent> = from_value(payload("updates.events")["events"].clone()).unwrap();
    let summary = events.last().unwrap().summary_event.as_ref().unwrap();
    assert_eq!((summary.duration_seconds, summary.resource_changes.as_ref().unwrap()[&OpType::Create]), (Some(4), 2));
    assert_eq!(summary.policy_packs.as_ref().unwrap()["azure-nextgen"], "3");
    let step = &events[1].resource_pre_event.as_ref().unwrap().metadata;
    assert_eq!((&step.op, step.old.is_none(), step.logical), (&OpType::Create, true, Some(true)));
}

#[test]
fn every_kind_of_event_is_known() {
    let step = json!({"op": "create-replacement", "urn": "u", "type": "t", "old": null, "new": {"type": "t", "urn": "u", "taint": true},
        "keys": ["a"], "diffs": ["a"], "detailedDiff": {"a": {"diffKind": "add-replace", "inputDiff": false}}, "provider": ""});
    let pack = json!({"resourceUrn": "u", "policyPackName": "p", "policyPackVersion": "1", "policyPackVersionTag": "1",
        "passed": ["a"], "failed": ["b"]});
    let payloads = json!({
        "cancelEvent": {},
        "stdoutEvent": {"message": "m", "color": "raw"},
        "diagnosticEvent": {"urn": "u", "prefix": "p", "message": "m", "color": "raw", "severity": "info#err", "streamID": 1, "ephemeral": true},
        "preludeEvent": {"config": {"a": "b"}},
        "summaryEvent": {"maybeCorrupt": false, "durationSeconds": 1, "resourceChanges": {"same": 1, "new-word": 2}, "PolicyPacks": {},
            "isPreview": true, "result": "canceled"},
        "resourcePreEvent": {"metadata": step, "planning": true},
        "resOutputsEvent": {"metadata": step},
        "resOpFailedEvent": {"metadata": step, "status": 1, "steps": 2, "awaited": true},
        "policyEvent": {"message": "m", "enforcementLevel": "mandatory", "severity": "low", "exceptions": [{"id": "i", "reason": "r"}]},
        "policyRemediationEvent": {"resourceUrn": "u", "before": {"a": 1}, "after": {"a": null}},
        "policyLoadEvent": {},
        "policyAnalyzeSummaryEvent": pack,
        "policyRemediateSummaryEvent": pack,
        "policyAnalyzeStackSummaryEvent": {"policyPackName": "p", "passed": []},
        "startDebuggingEvent": {"config": {"port": 1}},
        "progressEvent": {"type": "plugin-install", "id": "i", "message": "m", "received": 1, "total": 2, "done": false},
        "errorEvent": {"error": "e"}
    });
    let payloads = payloads.as_object().unwrap();
    assert_eq!(payloads.len(), 17);
    for (name, payload) in payloads {
        let event = keeps::<EngineEvent>(json!({"timestamp": 1, "sequence": 2, name.as_str(): payload}));
        assert_eq!(event.kind().unwrap().as_str(), name);
        assert!(!matches!(event.kind(), Some(EventType::Other(_))) && event.unknown.0.is_empty(), "{name}");
    }
    let event: EngineEvent = of(json!({"summaryEvent": payloads["summaryEvent"]}));
    assert_eq!(event.summary_event.unwrap().result, Some(OperationResult::Canceled));
    assert_eq!(DiagnosticSeverity::from("debug"), DiagnosticSeverity::Debug);
}

#[test]
fn events_of_unknown_kinds_and_no_kind_survive() {
    let event = keeps::<EngineEvent>(json!({"sequence": 1, "timestamp": 2, "newKindEvent": {"a": 1}, "status": "ok"}));
    assert_eq!(event.kind(), Some(EventType::Other("newKindEvent".to_owned())));
    assert_eq!(event.unknown.0["newKindEvent"]["a"], 1);
    assert_eq!(keeps::<EngineEvent>(json!({"sequence": 1, "cancelEvent": null})).kind(), None);
    assert_eq!(keeps::<EngineEvent>(json!({"cancelEvent": {}, "errorEvent": {}})).kind(), None);
    let typed = keeps::<EngineEvent>(json!({"type": "errorEvent", "cancelEvent": {}, "errorEvent": {}}));
    assert_eq!(typed.kind(), Some(EventType::Error));
    assert!(refuses::<EngineEvent>(json!({"resourcePreEvent": {"metadata": {"op": "same"}}})).contains("missing field `urn`"));
}

#[test]
#[allow(clippy::print_stderr)]
fn recorded_logs_of_the_engine_read_and_write_back() {
    let Some(folder) = std::env::var_os("STACKSCOPE_CORPUS").map(PathBuf::from) else {
        eprintln!("NOT RUN: no corpus");
        return;
    };
    let mut events = 0;
    for set in ["engine", "display"] {
        for log in std::fs::read_dir(folder.join("pulumi-event-logs").join(set)).unwrap() {
            let path = log.unwrap().path().join("eventstream.json");
            for event in serde_json::Deserializer::from_str(&read(&path)).into_iter::<Value>() {
                let event = event.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let model = keeps::<EngineEvent>(event);
                assert!(model.kind().is_some() && model.unknown.0.is_empty(), "{}: {model:?}", path.display());
                events += 1;
            }
        }
    }
    assert!(events > 3000, "{events}");
}
