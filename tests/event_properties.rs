//! How the properties of resources differ, as the summary of an event log says it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use stackscope::summary::{EventLog, ResourcePropertyChange};

const URN: &str = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::assets";
const SECRET: &str = r#"{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:cipher"}"#;

/// A state as a step event holds it.
fn state(inputs: &str, outputs: &str, more: &str) -> String {
    format!(
        r#"{{"type":"aws:s3/bucket:Bucket","urn":"{URN}","custom":true,"id":"i","parent":"","inputs":{inputs},"outputs":{outputs},"provider":""{more}}}"#
    )
}

fn event(kind: &str, op: &str, old: &str, new: &str, more: &str) -> String {
    format!(
        r#"{{"{kind}":{{"metadata":{{"op":"{op}","urn":"{URN}","type":"aws:s3/bucket:Bucket","old":{old},"new":{new},"logical":true,"provider":""{more}}}}}}}"#
    )
}

fn log(events: &[String]) -> EventLog {
    let mut log = EventLog::default();
    log.write(events.join("\n").as_bytes()).unwrap();
    log.end().unwrap();
    log
}

/// The changes of the one resource.
fn changes(events: &[String]) -> Vec<ResourcePropertyChange> {
    log(events).summary().resources.into_iter().find(|row| row.urn == URN).map(|row| row.property_diff).unwrap_or_default()
}

fn shown(events: &[String]) -> Vec<String> {
    changes(events)
        .iter()
        .map(|change| {
            let side = |side: &Option<_>| {
                side.as_ref().map_or("-".to_owned(), |json: &stackscope::model::json_text::Json| json.as_str().to_owned())
            };
            let marks: String = [(change.replace, '!'), (change.hidden, '?'), (change.secret, '*')]
                .iter()
                .filter_map(|(set, mark)| set.then_some(*mark))
                .collect();
            format!("{} {}{marks} {} {}", change.path, change.kind, side(&change.before), side(&change.after))
        })
        .collect()
}

/// A step from one map of inputs to another.
fn step(op: &str, old: &str, new: &str, more: &str) -> Vec<String> {
    vec![event("resourcePreEvent", op, &state(old, old, ""), &state(new, "{}", ""), more)]
}

#[test]
fn inputs_are_compared_where_the_provider_said_nothing() {
    let (old, new) = (r#"{"a":1,"b":[1,2],"c":{"d":true},"__defaults":[1]}"#, r#"{"a":2,"b":[1,3,4],"e":null,"__defaults":[]}"#);
    let expected = ["a update 1 2", "b[1] update 2 3", "b[2] add - 4", r#"c delete {"d":true} -"#];
    assert_eq!(shown(&step("update", old, new, "")), expected);
    assert_eq!(shown(&step("update", old, new, r#","diffs":["a","b[1]"],"detailedDiff":null"#)), expected[..3]);
    assert_eq!(shown(&step("update", old, new, r#","diffs":[]"#)), expected);
    assert!(shown(&step("same", old, new, "")).is_empty());
    assert!(shown(&step("update", old, old, r#","detailedDiff":null"#)).is_empty());
}

#[test]
fn the_providers_own_description_wins() {
    let (old, new) = (r#"{"a":1,"b":{"c":1,"d":1}}"#, r#"{"a":2,"b":{"c":2,"d":2}}"#);
    let detailed = r#","diffs":["b"],"keys":["b"],"detailedDiff":{"b.c":{"diffKind":"update-replace","inputDiff":true},"b.d":{"diffKind":"update","inputDiff":true}}"#;
    assert_eq!(shown(&step("replace", old, new, detailed)), ["b.c update! 1 2", "b.d update 1 2"]);
    let keys = r#","keys":["b"]"#;
    assert_eq!(shown(&step("replace", old, new, keys)), ["a update 1 2", "b.c update! 1 2", "b.d update! 1 2"]);
    assert!(shown(&step("update", old, new, r#","detailedDiff":{}"#)).is_empty(), "no difference known is not nothing said");
    let odd = r#","detailedDiff":{"b.c":{"diffKind":"someday"},"b[":7,"a[-1][18446744073709551616]":{"diffKind":"add"}}"#;
    assert_eq!(shown(&step("update", old, new, odd)).len(), 3);
}

#[test]
fn creations_deletions_and_outputs_are_not_listed() {
    let full = state(r#"{"a":1}"#, r#"{"a":1,"arn":"x"}"#, "");
    for (op, old, new) in [("create", "null", &*full), ("delete", &full, "null"), ("delete-replaced", &full, "null")] {
        assert!(shown(&[event("resourcePreEvent", op, old, new, "")]).is_empty(), "{op}");
    }
    let other = state(r#"{"a":1}"#, r#"{"a":1,"arn":"y"}"#, "");
    let update = |kind| event(kind, "update", &full, &other, "");
    assert!(shown(&[update("resourcePreEvent"), update("resOutputsEvent")]).is_empty());
}

#[test]
fn a_refresh_compares_outputs() {
    let (old, new) =
        (state(r#"{"a":1}"#, r#"{"a":1,"tags":{"x":"1"}}"#, ""), state(r#"{"a":1}"#, r#"{"a":1,"tags":{"x":"2"}}"#, ""));
    let refreshed = [event("resourcePreEvent", "refresh", &old, &old, ""), event("resOutputsEvent", "refresh", &old, &new, "")];
    assert_eq!(shown(&refreshed), [r#"tags.x update "1" "2""#]);
}

#[test]
fn secrets_never_come_out() {
    let (old, new) = (
        format!(r#"{{"a":{SECRET},"b":{{"c":{SECRET},"d":1}},"e":{},"f":"plain"}}"#, serde_json::to_string(SECRET).unwrap()),
        format!(r#"{{"a":"open","b":{{"c":"open","d":2}},"e":"x","f":{SECRET},"g":[{SECRET}]}}"#),
    );
    let expected = [
        r#"a update* "[secret]" "[secret]""#,
        r#"b.c update* "[secret]" "[secret]""#,
        "b.d update 1 2",
        r#"e update* "[secret]" "[secret]""#,
        r#"f update* "[secret]" "[secret]""#,
        r#"g add* - ["[secret]"]"#,
    ];
    assert_eq!(shown(&step("update", &old, &new, "")), expected);
    let text = serde_json::to_string(&log(&step("update", &old, &new, "")).summary()).unwrap();
    assert!(!text.contains("v1:cipher") && !text.contains("open"), "{text}");
}

#[test]
fn hidden_properties_are_named_without_values() {
    let hide = r#","hideDiffs":["a","b.c"]"#;
    let (old, new) = (r#"{"a":[1],"b":{"c":1,"d":1}}"#, r#"{"a":[2],"b":{"d":2}}"#);
    let states = (state(old, "{}", hide), state(new, "{}", hide));
    let plain = event("resourcePreEvent", "update", &states.0, &states.1, "");
    assert_eq!(shown(&[plain]), ["a update? - -", "b.c delete? - -", "b.d update 1 2"]);
    let detailed =
        r#","detailedDiff":{"a[0]":{"diffKind":"update-replace","inputDiff":true},"b.d":{"diffKind":"update","inputDiff":true}}"#;
    let described = event("resourcePreEvent", "update", &states.0, &states.1, detailed);
    assert_eq!(shown(&[described]), ["a update!? - -", "b.d update 1 2"]);
}

#[test]
fn hostile_values_cost_what_they_weigh() {
    let deep = |inner: &str| format!("{{\"a\":{}{inner}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(changes(&step("update", &deep("1"), &deep("2"), "")).len(), 1);
    let wide = |from: usize| {
        let members: Vec<_> = (0..200_000).map(|at| format!("\"k{at}\":{}", at + from)).collect();
        format!("{{{}}}", members.join(","))
    };
    assert!(!changes(&step("update", &wide(0), &wide(1), "")).is_empty());
    let detailed: Vec<_> = (0..50_000).map(|at| format!(r#""a{}":{{"diffKind":"update"}}"#, "[0]".repeat(at % 300))).collect();
    let more = format!(",\"detailedDiff\":{{{}}}", detailed.join(","));
    changes(&step("update", &deep("1"), &deep("2"), &more));
}

#[test]
fn recorded_logs_name_the_same_keys() {
    let Some(corpus) = std::env::var_os("STACKSCOPE_CORPUS") else { return println!("NOT RUN: no corpus") };
    let mut compared = 0;
    for set in ["engine", "display"] {
        for folder in fs::read_dir(Path::new(&corpus).join("pulumi-event-logs").join(set)).unwrap() {
            compared += compare(&folder.unwrap().path());
        }
    }
    println!("{compared} resources compared with the differences that their logs name");
    assert!(compared > 0);
}

/// Holds the changed keys of each resource with one list of `diffs` against that list; how many there were.
fn compare(folder: &Path) -> usize {
    let bytes = fs::read(folder.join("eventstream.json")).unwrap();
    let mut named: BTreeMap<String, BTreeSet<BTreeSet<String>>> = BTreeMap::new();
    for event in serde_json::Deserializer::from_slice(&bytes).into_iter::<serde_json::Value>() {
        let event = event.unwrap();
        let metadata = &event["resourcePreEvent"]["metadata"];
        if let (Some(diffs), false, false) = (metadata["diffs"].as_array(), metadata["old"].is_null(), metadata["new"].is_null())
        {
            let keys = diffs.iter().map(|path| first_key(path.as_str().unwrap())).collect();
            named.entry(metadata["urn"].as_str().unwrap().to_owned()).or_default().insert(keys);
        }
    }
    let mut log = EventLog::default();
    log.write(&bytes).unwrap();
    log.end().unwrap();
    let mut compared = 0;
    for row in log.summary().resources {
        let Some(lists) = named.get(&row.urn).filter(|lists| lists.len() == 1) else { continue };
        let keys: BTreeSet<String> = row.property_diff.iter().map(|change| first_key(&change.path)).collect();
        assert_eq!(Some(&keys), lists.first(), "{} in {}", row.urn, folder.display());
        compared += 1;
    }
    compared
}

fn first_key(path: &str) -> String {
    path.split(['.', '[']).next().unwrap_or_default().to_owned()
}
