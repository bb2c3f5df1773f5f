//! Detailed differences as Pulumi shows them.

use super::*;
use crate::summary::event::Event;
use crate::summary::property::object::ArrayDiff;
use crate::wire::shallow::Scratch;

/// What is shown for old outputs, old inputs, new inputs and new outputs, by entries `path kind`, where a `!` compares inputs.
fn shown(states: [&str; 4], entries: &[&str], refresh: bool, hide: &str) -> String {
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| {
            let (path, kind) = entry.rsplit_once(' ').unwrap();
            let (kind, inputs) = kind.strip_suffix('!').map_or((kind, false), |kind| (kind, true));
            format!(r#"{}:{{"diffKind":"{kind}","inputDiff":{inputs}}}"#, serde_json::to_string(path).unwrap())
        })
        .collect();
    let [old_outputs, old_inputs, new_inputs, new_outputs] = states;
    let event = format!(
        r#"{{"resourcePreEvent":{{"metadata":{{"op":"update","urn":"urn:pulumi:s::p::t::n","type":"t",
           "old":{{"urn":"u","type":"t","inputs":{old_inputs},"outputs":{old_outputs}}},
           "new":{{"urn":"u","type":"t","inputs":{new_inputs},"outputs":{new_outputs},"hideDiffs":{hide}}},
           "detailedDiff":{{{}}}}}}}}}"#,
        entries.join(",")
    );
    let mut scratch = Scratch::default();
    let event = Event::parse(&event, &mut scratch).unwrap();
    let detailed = DetailedDiff::read(event.step().unwrap(), refresh).unwrap();
    let (diff, hidden) = detailed.translate();
    let hidden: String = hidden.iter().map(|path| format!(" ?{}", path.text())).collect();
    diff.map_or("nothing".to_owned(), |diff| object(&diff)) + &hidden
}

fn json(value: &Value) -> String {
    crate::summary::property::json::json(value).as_str().replace("04da6b54-80e4-46f7-96ec-b56ff0331ba9", "unknown")
}

fn object(diff: &ObjectDiff<'_>) -> String {
    let adds = diff.adds.iter().map(|(key, value)| format!("+{key}:{}", json(value)));
    let deletes = diff.deletes.iter().map(|(key, value)| format!("-{key}:{}", json(value)));
    let updates = diff.updates.iter().map(|(key, change)| format!("~{key}:{}", value(change)));
    format!("{{{}}}", adds.chain(deletes).chain(updates).collect::<Vec<_>>().join(" "))
}

fn array(diff: &ArrayDiff<'_>) -> String {
    let adds = diff.adds.iter().map(|(key, value)| format!("+{key}:{}", json(value)));
    let deletes = diff.deletes.iter().map(|(key, value)| format!("-{key}:{}", json(value)));
    let updates = diff.updates.iter().map(|(key, change)| format!("~{key}:{}", value(change)));
    format!("[{}]", adds.chain(deletes).chain(updates).collect::<Vec<_>>().join(" "))
}

fn value(diff: &ValueDiff<'_>) -> String {
    match (&diff.array, &diff.object) {
        (Some(inner), _) => array(inner),
        (_, Some(inner)) => object(inner),
        _ => format!("{}>{}", json(diff.old), json(diff.new)),
    }
}

#[test]
fn old_outputs_against_new_inputs() {
    let none = "{}";
    let cases: [(&str, &str, &str, &[&str], &str); 19] = [
        ("new", none, r#"{"a":[42]}"#, &["a add"], "{+a:[42]}"),
        ("gone", r#"{"a":[42]}"#, none, &["a delete"], "{-a:[42]}"),
        ("another value", r#"{"a":42}"#, r#"{"a":24}"#, &["a update"], "{~a:42>24}"),
        ("replacing kinds are the same kinds", r#"{"a":42}"#, r#"{"a":24}"#, &["a update-replace"], "{~a:42>24}"),
        ("an update of lists goes into them", r#"{"a":[1,2]}"#, r#"{"a":[1,3,4]}"#, &["a update"], "{~a:[+2:4 ~1:2>3]}"),
        ("equal values that the provider calls different", r#"{"a":1}"#, r#"{"a":1}"#, &["a update"], "{~a:1>1}"),
        ("elements", r#"{"a":[1,2]}"#, r#"{"a":[5,6]}"#, &["a[0] update", "a[1] update"], "{~a:[~0:1>5 ~1:2>6]}"),
        ("an element more", r#"{"a":[1]}"#, r#"{"a":[1,2]}"#, &["a[1] add"], "{~a:[+1:2]}"),
        ("an element less", r#"{"a":[1,2]}"#, r#"{"a":[1]}"#, &["a[1] delete"], "{~a:[-1:2]}"),
        ("the parent is new", none, r#"{"a":[{"b":1}]}"#, &["a[0].b update"], "{+a:[{\"b\":1}]}"),
        ("the parent is gone", r#"{"a":{"b":1}}"#, none, &["a.b update"], "{-a:{\"b\":1}}"),
        ("a parent further down is new", r#"{"a":{}}"#, r#"{"a":{"b":{"c":1}}}"#, &["a.b.c add"], "{~a:{+b:{\"c\":1}}}"),
        ("the kind of the last step is believed", r#"{"a":1}"#, r#"{"a":2}"#, &["a add"], "{+a:2}"),
        ("what is added and not there is unknown", none, none, &["a add"], "{+a:\"unknown\"}"),
        ("what is deleted and not there is unknown", none, none, &["a delete"], "{-a:\"unknown\"}"),
        ("what is updated and not there is null", none, none, &["a.b update"], "{~a:{~b:null>null}}"),
        ("no path: one key", r#"{"a[":1}"#, r#"{"a[":2}"#, &["a[ update"], "{~a[:1>2}"),
        ("an unknown kind is an update", r#"{"a":1}"#, r#"{"a":2}"#, &["a someday"], "{~a:1>2}"),
        ("no entries", r#"{"a":1}"#, r#"{"a":2}"#, &[], "nothing"),
    ];
    for (what, old, new, entries, expected) in cases {
        assert_eq!(shown([old, "{}", new, "{}"], entries, false, "[]"), expected, "{what}");
    }
}

#[test]
fn which_side_is_compared() {
    let states = [r#"{"a":"old output"}"#, r#"{"a":"old input"}"#, r#"{"a":"new input"}"#, r#"{"a":"new output"}"#];
    for (kind, refresh, expected) in [
        ("a update", false, r#"{~a:"old output">"new input"}"#),
        ("a update!", false, r#"{~a:"old input">"new input"}"#),
        ("a update", true, r#"{~a:"old output">"new output"}"#),
        ("a update!", true, r#"{~a:"old input">"new input"}"#),
    ] {
        assert_eq!(shown(states, &[kind], refresh, "[]"), expected, "{kind} {refresh}");
    }
}

#[test]
fn nobody_looks_into_secrets_and_unknown_values() {
    let secret = r#"{"a":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"}}"#;
    let unknown = r#"{"a":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}"#;
    let shown = |old, new| shown([old, "{}", new, "{}"], &["a[0].b update"], false, "[]");
    assert_eq!(shown(secret, r#"{"a":[{"b":1}]}"#), r#"{~a:[~0:{~b:"[secret]">1}]}"#);
    assert_eq!(shown(secret, unknown), r#"{~a:[~0:{~b:"[secret]">"unknown"}]}"#);
}

#[test]
fn hidden_paths_are_left_out_and_listed() {
    let (old, new) = (r#"{"a":[1,2],"b":{"c":1,"d":1},"e":1}"#, r#"{"a":[3,4],"b":{"c":2,"d":1},"e":2}"#);
    let shown = |entries: &[&str], hide| shown([old, "{}", new, "{}"], entries, false, hide);
    assert_eq!(shown(&["a[0] update", "a[1] update", "e update"], r#"["a"]"#), "{~e:1>2} ?a");
    assert_eq!(shown(&["a[0] update"], r#"["a"]"#), "nothing ?a");
    assert_eq!(shown(&["b update", "a update"], r#"["b.c","a[1]"]"#), "{~a:[~0:1>3]} ?a[1] ?b.c");
}

#[test]
fn many_spellings_of_one_place_cost_one_comparison() {
    let list = format!("{{\"a\":[{}]}}", vec!["[1,2,3]"; 20_000].join(","));
    let other = list.replace("3]", "4]");
    let entries: Vec<_> =
        (0..20_000).map(|at| format!("a[{}0] update", "0".repeat(at % 200))).chain(["a update".to_owned()]).collect();
    let entries: Vec<_> = entries.iter().map(String::as_str).collect();
    assert!(shown([&list, "{}", &other, "{}"], &entries, false, "[]").starts_with("{~a:[~0:[~2:3>4]"));
    let long = "a.".repeat(1_000_000) + "b update";
    assert!(shown(["{}", "{}", "{}", "{}"], &[&long], false, "[]").contains("null>null"));
}
