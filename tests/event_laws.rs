//! What holds for all event logs: when a summary is asked for, how the log is cut and how its objects are written never changes the answer, and
//! no secret gets out.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Map, Value, json};
use stackscope::summary::{
    ColorMode, DisplayOptions, EventLog, LogOptions, MarkdownOptions, SummaryTextOptions, ViewKind, to_markdown, to_text,
};

const OPS: [&str; 17] = [
    "same",
    "create",
    "update",
    "delete",
    "replace",
    "create-replacement",
    "delete-replaced",
    "read",
    "read-replacement",
    "refresh",
    "discard",
    "discard-replaced",
    "remove-pending-replace",
    "import",
    "import-replacement",
    "transmute",
    "same",
];
const MARK: &str = "4dabf18193072939515e22adb298388d";
const SECRET: &str = "1b47061264138c4ac30d75fd1eb44270";
/// What must never be seen.
const PLANTED: &str = "hunter2-planted";

fn config(cases: u32) -> Config {
    let default = Config::default();
    let rng_seed = if std::env::var_os("PROPTEST_RNG_SEED").is_some() { default.rng_seed } else { RngSeed::Fixed(20_260_821) };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
    Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 2_000, ..default }
}

fn urn() -> BoxedStrategy<String> {
    prop_oneof![
        1 => Just("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev".to_owned()),
        1 => Just("urn:pulumi:dev::shop::pulumi:providers:aws::default_6".to_owned()),
        1 => Just("urn:pulumi:dev::shop::my:app:App::app".to_owned()),
        6 => (0..8u8).prop_map(|n| format!("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b{n}")),
    ]
    .boxed()
}

fn secret(plain: bool) -> Value {
    let field = if plain { "plaintext" } else { "ciphertext" };
    json!({MARK: SECRET, field: format!("\"{PLANTED}\"")})
}

/// A property value; one in a few holds a secret, by itself or as JSON inside a string.
fn value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        4 => "[a-c]{0,4}".prop_map(Value::from),
        2 => any::<i16>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => Just(json!("04da6b54-80e4-46f7-96ec-b56ff0331ba9")),
        1 => Just(json!("line one\nline two\nkey: [1, 2]")),
        1 => any::<bool>().prop_map(secret),
        1 => any::<bool>().prop_map(|plain| json!({"inner": [secret(plain)]}).to_string().into()),
        1 => any::<bool>().prop_map(|plain| format!("config:\n  token: {}\n", secret(plain)).into()),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-d]|__x|we ird", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
    .boxed()
}

fn properties() -> BoxedStrategy<Value> {
    prop::collection::btree_map("[a-d]", value(), 0..4).prop_map(|members| Value::Object(members.into_iter().collect())).boxed()
}

fn state() -> BoxedStrategy<Value> {
    (properties(), properties(), "[a-z]{0,6}", urn(), any::<[bool; 4]>())
        .prop_map(|(inputs, outputs, id, parent, [custom, protect, retain, hide])| {
            json!({"custom": custom, "id": id, "parent": parent, "inputs": inputs, "outputs": outputs, "provider": "", "protect": protect,
                "retainOnDelete": retain, "hideDiffs": if hide { json!(["a"]) } else { Value::Null }})
        })
        .boxed()
}

fn step() -> BoxedStrategy<(&'static str, Value)> {
    let kind = prop_oneof![3 => Just("resourcePreEvent"), 3 => Just("resOutputsEvent"), 1 => Just("resOpFailedEvent")];
    let detailed = prop::option::of(prop::collection::btree_map(
        "[a-d]|a\\.b|c\\[0\\]",
        (0..6usize, any::<bool>()).prop_map(|(kind, input)| {
            let kinds = ["add", "add-replace", "delete", "delete-replace", "update", "update-replace"];
            json!({"diffKind": kinds[kind], "inputDiff": input})
        }),
        0..3,
    ));
    (kind, 0..OPS.len(), urn(), prop::option::of(state()), prop::option::of(state()), detailed, any::<[bool; 3]>())
        .prop_map(|(kind, op, urn, old, new, detailed, [logical, keys, diffs])| {
            let mut metadata = json!({"op": OPS[op], "urn": urn, "old": old, "new": new, "detailedDiff": detailed, "logical": logical, "provider": ""});
            if keys {
                metadata["keys"] = json!(["a", "provider"]);
            }
            if diffs {
                metadata["diffs"] = json!(["a", "b"]);
            }
            (kind, json!({"metadata": metadata}))
        })
        .boxed()
}

fn message() -> BoxedStrategy<String> {
    prop_oneof![
        3 => "[a-z <{%}\n]{0,20}",
        1 => Just("<{%fg 1%}>error<{%reset%}>: no\n".to_owned()),
        1 => any::<bool>().prop_map(|plain| format!("cannot apply {}", secret(plain))),
        1 => any::<bool>().prop_map(|plain| format!("cannot apply {:?}", secret(plain).to_string())),
    ]
    .boxed()
}

fn payload() -> BoxedStrategy<(&'static str, Value)> {
    let diagnostic = (message(), urn(), any::<bool>(), any::<bool>(), 0..6usize).prop_map(|(message, urn, about, ephemeral, severity)| {
        let severity = ["debug", "info", "info#err", "warning", "error", "fatal"][severity];
        ("diagnosticEvent", json!({"urn": if about { urn } else { String::new() }, "message": message, "severity": severity, "ephemeral": ephemeral, "color": "raw"}))
    });
    let policy = (message(), urn(), 0..5usize).prop_map(|(message, urn, level)| {
        let level = ["advisory", "mandatory", "remediate", "disabled", "strict"][level];
        ("policyEvent", json!({"resourceUrn": urn, "message": message, "color": "raw", "policyName": "p", "policyPackName": "cis", "enforcementLevel": level}))
    });
    let mended = (urn(), properties(), properties()).prop_map(|(urn, before, after)| {
        ("policyRemediationEvent", json!({"resourceUrn": urn, "color": "raw", "policyName": "p", "policyPackName": "cis", "before": before, "after": after}))
    });
    let summary = (any::<bool>(), 0..4usize).prop_map(|(preview, result)| {
        let result = ["", "succeeded", "failed", "canceled"][result];
        ("summaryEvent", json!({"durationSeconds": 3, "resourceChanges": {"create": 1, "same": 2}, "PolicyPacks": {"cis": ""}, "isPreview": preview, "result": result}))
    });
    prop_oneof![
        12 => step(),
        3 => diagnostic,
        1 => policy,
        1 => mended,
        1 => summary,
        1 => message().prop_map(|text| ("stdoutEvent", json!({"message": text, "color": "raw"}))),
        1 => message().prop_map(|text| ("errorEvent", json!({"error": text}))),
        1 => (message(), value()).prop_map(|(text, value)| ("preludeEvent", json!({"config": {"a": text, "b": secret(true), "c": value}}))),
        1 => value().prop_map(|value| ("startDebuggingEvent", json!({"config": {"x": value}}))),
        1 => message().prop_map(|text| ("progressEvent", json!({"type": "plugin-download", "id": "aws", "message": text, "received": 1, "total": 2, "done": false}))),
        1 => value().prop_map(|value| ("futureEvent", json!({"value": value}))),
        1 => Just(("cancelEvent", json!({}))),
    ]
    .boxed()
}

/// Events as JSON, with a clock that runs or none.
fn events() -> BoxedStrategy<Vec<Value>> {
    (prop::collection::vec((payload(), 0..3i64), 1..25), any::<bool>())
        .prop_map(|(payloads, clock)| {
            let mut time = 1_700_000_000;
            let event = |((kind, payload), later): ((&str, Value), i64)| {
                time += later;
                json!({"sequence": 0, "timestamp": if clock { time } else { 0 }, kind: payload})
            };
            payloads.into_iter().map(event).collect()
        })
        .boxed()
}

fn ndjson(events: &[Value]) -> String {
    events.iter().map(|event| format!("{event}\n")).collect()
}

fn read(text: &str) -> EventLog {
    let mut log = EventLog::default();
    log.write(text.as_bytes()).unwrap();
    log.end().unwrap();
    log
}

fn prints(log: &EventLog) -> Vec<String> {
    let mut out = Vec::new();
    for kind in [ViewKind::Diff, ViewKind::Progress] {
        for color in [ColorMode::Never, ColorMode::Raw, ColorMode::Always, ColorMode::Html] {
            for all in [false, true] {
                let options = DisplayOptions {
                    show_config: all,
                    show_sames: all,
                    show_replacement_steps: all,
                    show_reads: all,
                    show_urns: all,
                    show_full_output: all,
                    color,
                    ..DisplayOptions::default()
                };
                out.push(log.print(kind, &options).unwrap());
            }
        }
    }
    out
}

fn answers(log: &EventLog) -> Vec<String> {
    let summary = log.summary();
    let mut out = vec![
        serde_json::to_string_pretty(&summary).unwrap(),
        serde_json::to_string_pretty(&log.overview()).unwrap(),
        to_text(&summary, &SummaryTextOptions { color: false, all: true }),
        to_markdown(&summary, &MarkdownOptions::default()),
    ];
    out.extend(prints(log));
    out
}

/// The same value, with the members of every object in another order, written by hand since a parser would sort them.
fn shuffled(value: &Value, seed: u64, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = Map::iter(members).collect();
            members.sort_by_key(|(key, _)| {
                key.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
            });
            out.push('{');
            for (at, (key, value)) in members.into_iter().enumerate() {
                out.push_str(if at > 0 { " ," } else { "" });
                out.push_str(&format!("{}: ", Value::from(key.as_str())));
                shuffled(value, seed.wrapping_mul(31).wrapping_add(7), out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                shuffled(item, seed, out);
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn asking_early_changes_nothing(events in events(), stop in any::<prop::sample::Index>()) {
        let (early, late) = events.split_at(stop.index(events.len()));
        let mut log = EventLog::default();
        log.write(ndjson(early).as_bytes()).unwrap();
        let so_far = log.summary();
        let mut cut = EventLog::default();
        cut.write(ndjson(early).as_bytes()).unwrap();
        prop_assert_eq!(&so_far, &cut.summary());
        log.overview();
        log.write(ndjson(late).as_bytes()).unwrap();
        log.end().unwrap();
        prop_assert_eq!(log.summary(), read(&ndjson(&events)).summary());
    }

    #[test]
    fn chunks_and_pages_change_nothing(events in events(), size in 1..97usize, page in 1..9usize) {
        let text = ndjson(&events);
        let whole = read(&text).summary();
        let mut log = EventLog::default();
        for chunk in text.as_bytes().chunks(size) {
            log.write(chunk).unwrap();
        }
        log.end().unwrap();
        prop_assert_eq!(&log.summary(), &whole);
        let mut polled = EventLog::new(LogOptions { keep_bytes: 0, ..LogOptions::default() });
        for page in events.chunks(page) {
            let texts: Vec<String> = page.iter().map(Value::to_string).collect();
            polled.extend(texts.iter().map(String::as_str)).unwrap();
            polled.summary();
        }
        polled.end().unwrap();
        prop_assert_eq!(polled.summary(), whole);
    }

    #[test]
    fn the_order_of_keys_changes_nothing(events in events(), seed: u64) {
        let mut other = String::new();
        for event in &events {
            shuffled(event, seed, &mut other);
            other.push('\n');
        }
        prop_assert_eq!(answers(&read(&ndjson(&events))), answers(&read(&other)));
    }

    #[test]
    fn no_secret_gets_out(events in events()) {
        let mut log = EventLog::default();
        for event in &events {
            log.write(format!("{event}\n").as_bytes()).unwrap();
        }
        for answer in answers(&log) {
            prop_assert!(!answer.contains(PLANTED), "{}", answer);
            prop_assert!(!answer.contains(SECRET), "{}", answer);
        }
    }
}
