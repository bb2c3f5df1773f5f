//! Property changes: paths, lists, texts, assets, hidden keys, and how rules and bounds show.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{ARCHIVE, ASSET, asset, bucket, export, with_inputs};
use common::{diff, diff_with, in_full, read};
use stackscope::diff::{ChangeFilter, DiffOptions, Fallback, PropertyChange, StateDiff, Unordered};
use stackscope::error::ErrorCode;

fn props(diff: &StateDiff) -> Vec<PropertyChange> {
    diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows.into_iter().flat_map(|row| row.properties).collect()
}

/// Changes as `path kind before after`, `-` for what is absent.
fn lines(diff: &StateDiff) -> Vec<String> {
    let text =
        |json: &Option<stackscope::diff::Json>| json.as_ref().map_or_else(|| "-".to_owned(), |json| json.as_str().to_owned());
    props(diff)
        .iter()
        .map(|prop| format!("{} {} {} {}", prop.path, prop.kind.as_str(), text(&prop.before), text(&prop.after)))
        .collect()
}

fn inputs(old: &str, new: &str) -> Vec<String> {
    lines(&diff(&with_inputs(old), &with_inputs(new)))
}

fn list(old: &str, new: &str) -> Vec<String> {
    let rows = inputs(&format!("{{\"l\":{old}}}"), &format!("{{\"l\":{new}}}"));
    rows.into_iter().map(|row| row.replacen("inputs.l", "", 1)).collect()
}

fn list_with(old: &str, new: &str, options: &DiffOptions) -> Vec<String> {
    let state = |list: &str| with_inputs(&format!("{{\"l\":{list}}}"));
    lines(&diff_with(&state(old), &state(new), options.clone())).into_iter().map(|row| row.replacen("inputs.l", "", 1)).collect()
}

#[test]
fn paths_are_written_as_pulumi_does() {
    let old = r#"{"a":{"b-c":1,"d.e":{"f":1},"é":1,"":1,"say \"hi\"":1,"x_1":[[1]],"[0]":1,"__proto__x":{"constructor":1}}}"#;
    let rows = inputs(old, &old.replace('1', "2").replace("x_2", "x_1"));
    let paths: Vec<&str> = rows.iter().map(|row| row.split(" update").next().unwrap()).collect();
    assert_eq!(
        paths,
        [
            "inputs.a[\"\"]",
            "inputs.a[\"[0]\"]",
            "inputs.a[\"b-c\"]",
            "inputs.a[\"d.e\"].f",
            "inputs.a[\"say \\\"hi\\\"\"]",
            "inputs.a.x_1[0][0]",
            "inputs.a[\"é\"]",
        ]
    );
    assert_eq!(
        lines(&diff_with(
            &with_inputs(r#"{"__proto__":{"constructor":1}}"#),
            &with_inputs(r#"{"__proto__":{"constructor":2}}"#),
            in_full()
        )),
        ["inputs.__proto__.constructor update 1 2"]
    );
}

#[test]
fn every_field_of_the_record_has_its_root() {
    let state = |more: &str| export(&[bucket("b", more)]);
    let rows = lines(&diff(
        &state(
            r#""protect":true,"dependencies":["urn:pulumi:dev::shop::a:b:C::x"],"customTimeouts":{"create":60},"later":{"x":1}"#,
        ),
        &state(
            r#""taint":true,"dependencies":["urn:pulumi:dev::shop::a:b:C::x","urn:pulumi:dev::shop::a:b:C::y"],"customTimeouts":{"create":90},"later":{"x":2},"outputs":{"o":1}"#,
        ),
    ));
    assert_eq!(
        rows,
        [
            "outputs.o add - 1",
            "protect delete true -",
            "taint add - true",
            "dependencies[1] add - \"urn:pulumi:dev::shop::a:b:C::y\"",
            "customTimeouts.create update 60 90",
            "later.x update 1 2",
        ]
    );
}

#[test]
fn what_pulumi_leaves_out_is_no_difference() {
    let empty = r#""inputs":{},"outputs":{},"protect":false,"dependencies":[],"propertyDependencies":{"a":[]},"aliases":null,"parent":"","initErrors":[]"#;
    assert!(!diff(&export(&[bucket("b", "")]), &export(&[bucket("b", empty)])).differs());
    // Inside the properties, empty and absent are two things.
    assert_eq!(
        inputs("{}", "{\"a\":{},\"b\":\"\",\"c\":null}"),
        ["inputs.a add - {}", "inputs.b add - \"\"", "inputs.c add - null"]
    );
}

#[test]
fn numbers_are_compared_by_value_and_shown_as_spelled() {
    assert!(inputs("{\"a\":1,\"b\":1e3,\"c\":-0}", "{\"a\":1.0,\"b\":1000,\"c\":0}").is_empty());
    assert_eq!(
        inputs("{\"a\":9007199254740992}", "{\"a\":9007199254740993}"),
        ["inputs.a update 9007199254740992 9007199254740993"]
    );
    assert_eq!(
        inputs("{\"a\":12345678901234567890}", "{\"a\":\"12345678901234567890\"}"),
        ["inputs.a update 12345678901234567890 \"12345678901234567890\""]
    );
}

#[test]
fn insertions_and_removals_are_single_rows() {
    assert_eq!(list("[1,2,3]", "[0,1,2,3]"), ["[0] add - 0"]);
    assert_eq!(list("[1,2,3]", "[2,3]"), ["[0] delete 1 -"]);
    assert_eq!(list("[1,2,3,4]", "[1,9,4]"), ["[1] update 2 9", "[2] delete 3 -"]);
    assert_eq!(list("[1,4]", "[1,8,9,4]"), ["[1] add - 8", "[2] add - 9"]);
    assert_eq!(list("[]", "[[]]"), ["[0] add - []"]);
    assert_eq!(list("[1,1,1]", "[1,1]").len(), 1);
    // A deletion names the old list's place, everything else the new list's.
    assert_eq!(list("[1,2,3,4,5]", "[0,2,3,5]"), ["[0] update 1 0", "[3] delete 4 -"]);
    assert_eq!(list("[1,2,3,4,5]", "[7,8,1,2,3,5]"), ["[0] add - 7", "[1] add - 8", "[3] delete 4 -"]);
}

#[test]
fn what_is_left_in_a_gap_is_paired_in_order() {
    let old = r#"[{"a":1,"b":2},{"c":3}]"#;
    assert_eq!(list(old, r#"[{"a":1,"b":9},{"c":3}]"#), ["[0].b update 2 9"]);
    assert_eq!(
        list(old, r#"[{"z":0},{"a":1,"b":9},{"c":3}]"#),
        ["[0].a delete 1 -", "[0].b delete 2 -", "[0].z add - 0", "[1] add - {\"a\":1,\"b\":9}"]
    );
}

#[test]
fn natural_keys_tell_elements_apart() {
    for key in ["name", "key", "id", "arn"] {
        let item = |name: &str, value: u8| format!("{{\"{key}\":\"{name}\",\"value\":{value}}}");
        let (old, new) =
            (format!("[{},{}]", item("x", 1), item("y", 2)), format!("[{},{},{}]", item("new", 0), item("x", 1), item("y", 5)));
        assert_eq!(list(&old, &new), [format!("[0] add - {}", item("new", 0)), "[2].value update 2 5".to_owned()]);
        assert_eq!(list(&new, &old), [format!("[0] delete {} -", item("new", 0)), "[1].value update 5 2".to_owned()]);
    }
    // Another key's worth: an element renamed in place is a change inside.
    assert_eq!(list(r#"[{"name":"x","v":1}]"#, r#"[{"name":"y","v":1}]"#), ["[0].name update \"x\" \"y\""]);
}

#[test]
fn how_an_element_is_written_does_not_matter() {
    let old = r#"[{"name":"r","value":true},{"name":"p","value":true},{"name":"r","value":true}]"#;
    let new = r#"[{"name":"r","value":true},{"name":"r"}]"#;
    let turned = r#"[ {"value":true, "name":"r"}, {"name":"r"} ]"#;
    assert_eq!(list(old, new), list(old, turned));
    let last = r#"[{"name":"r"},{"name":"r","value":true}]"#;
    assert_eq!(list(old, last), list(old, r#"[{"name":"r"},{"value":true,"name":"r"}]"#));
}

#[test]
fn the_caller_may_name_the_key() {
    let options = DiffOptions { list_keys: [("inputs.l".to_owned(), "port".to_owned())].into(), ..DiffOptions::default() };
    let old = r#"[{"port":80,"to":"a"},{"port":443,"to":"b"}]"#;
    assert_eq!(
        list_with(old, r#"[{"port":22,"to":"s"},{"port":80,"to":"a"},{"port":443,"to":"c"}]"#, &options),
        ["[0] add - {\"port\":22,\"to\":\"s\"}", "[2].to update \"b\" \"c\""]
    );
    let pattern = DiffOptions { list_keys: [("inputs.*.rules".to_owned(), "port".to_owned())].into(), ..DiffOptions::default() };
    let state = |rules: &str| with_inputs(&format!("{{\"l\":{{\"rules\":{rules}}}}}"));
    assert_eq!(
        lines(&diff_with(&state(old), &state(r#"[{"port":443,"to":"x"}]"#), pattern)),
        ["inputs.l.rules[0] delete {\"port\":80,\"to\":\"a\"} -", "inputs.l.rules[0].to update \"b\" \"x\""]
    );
}

#[test]
fn order_may_be_told_not_to_matter() {
    for unordered in [Unordered::All(true), Unordered::At(vec!["inputs.l".into()]), Unordered::At(vec!["inputs.*".into()])] {
        let options = DiffOptions { unordered, ..DiffOptions::default() };
        assert!(list_with("[1,2,3]", "[3,1,2]", &options).is_empty());
        assert_eq!(list_with("[1,2]", "[2,3,1]", &options), ["[1] add - 3"]);
        assert_eq!(list_with("[1,2,5]", "[2,1]", &options), ["[2] delete 5 -"]);
        assert!(list_with("[[1,2],[3]]", "[[3],[1,2]]", &options).is_empty());
    }
    let elsewhere = DiffOptions { unordered: Unordered::At(vec!["outputs.l".into()]), ..DiffOptions::default() };
    assert!(!list_with("[1,2]", "[2,1]", &elsewhere).is_empty());
}

#[test]
fn structured_texts_are_compared_inside() {
    let state = |text: &str| with_inputs(&format!("{{\"doc\":{}}}", serde_json::to_string(text).unwrap()));
    let inside = |old: &str, new: &str| {
        let diff = diff(&state(old), &state(new));
        let formats: Vec<_> = props(&diff)
            .iter()
            .map(|prop| prop.inside.as_ref().map(|inside| (inside.path.clone(), serde_json::to_value(inside.format).unwrap())))
            .collect();
        (lines(&diff), formats)
    };
    let (rows, formats) =
        inside(r#"{"Statement":[{"Sid":"a","Effect":"Allow"}]}"#, r#" {"Statement":[{"Sid":"a","Effect":"Deny"}]}"#);
    assert_eq!(rows, ["inputs.doc.Statement[0].Effect update \"Allow\" \"Deny\""]);
    assert_eq!(formats, [Some(("inputs.doc".to_owned(), "json".into()))]);
    let (rows, formats) = inside("a: 1\nb:\n  - x\n", "a: 2\nb:\n  - y\n  - x\n");
    assert_eq!(rows, ["inputs.doc.a update 1 2", "inputs.doc.b[0] add - \"y\""]);
    assert_eq!(formats[0], Some(("inputs.doc".to_owned(), "yaml".into())));
    // Texts in texts.
    let outer = |n: u8| serde_json::json!({ "inner": format!("{{\"n\":{n}}}") }).to_string();
    assert_eq!(inside(&outer(1), &outer(2)).0, ["inputs.doc.inner.n update 1 2"]);
    // Spelled otherwise, or no structure: the text itself is what changed.
    assert_eq!(inside("{\"a\":1}", "{\"a\": 1}").0, [r#"inputs.doc update "{\"a\":1}" "{\"a\": 1}""#]);
    assert_eq!(inside("{\"a\":1}", "[1]").0.len(), 1);
    assert_eq!(inside("foo: bar", "foo: baz").0, ["inputs.doc update \"foo: bar\" \"foo: baz\""]);
    assert_eq!(inside("true", "false").0, ["inputs.doc update \"true\" \"false\""]);
}

#[test]
fn long_texts_have_line_changes() {
    let script = |line: &str| with_inputs(&format!("{{\"s\":\"#!/bin/sh\\nset -e\\n{line}\\necho end\\n\"}}"));
    let all = props(&diff(&script("echo 1"), &script("echo 2")));
    let shown: Vec<String> = all[0].lines.iter().map(|line| format!("{} {}", line.kind, line.text)).collect();
    assert_eq!(shown, ["same #!/bin/sh", "same set -e", "delete echo 1", "add echo 2", "same echo end", "same "]);
    assert!(props(&diff(&with_inputs("{\"s\":\"a\"}"), &with_inputs("{\"s\":\"b\"}")))[0].lines.is_empty());
}

#[test]
fn assets_and_archives_compare_by_hash() {
    for signature in [ASSET, ARCHIVE] {
        let state = |hash: &str, path: &str| with_inputs(&format!("{{\"code\":{}}}", asset(signature, hash, path)));
        assert!(!diff(&state("aa", "x"), &state("aa", "/tmp/y")).differs());
        let changed = diff(&state("aabbccddeeff", "x"), &state("112233445566", "x"));
        assert_eq!(props(&changed).len(), 1);
        let text = changed.to_text(&Default::default());
        let word = if signature == ASSET {
            "asset(file:aabbccd) => asset(file:1122334)"
        } else {
            "archive(file:aabbccd) => archive(file:1122334)"
        };
        assert!(text.contains(word), "{text}");
    }
    // Without a hash nothing else than the whole can be compared.
    assert!(
        diff(
            &with_inputs(&format!("{{\"c\":{}}}", asset(ASSET, "", "x"))),
            &with_inputs(&format!("{{\"c\":{}}}", asset(ASSET, "", "y")))
        )
        .differs()
    );
}

#[test]
fn internal_keys_are_hidden_and_counted() {
    let (old, new) = (
        with_inputs(r#"{"__defaults":[1],"a":{"__meta":1,"b":1},"l":[{"__x":1}]}"#),
        with_inputs(r#"{"__defaults":[],"a":{"__meta":2,"b":1},"l":[{"__x":2}]}"#),
    );
    let hidden = diff(&old, &new);
    assert!(!hidden.differs() && hidden.summary().same == 1);
    assert_eq!((hidden.overview().hidden.resources, hidden.overview().hidden.properties), (1, 3));
    assert_eq!(
        lines(&diff_with(&old, &new, in_full())),
        ["inputs.__defaults[0] delete 1 -", "inputs.a.__meta update 1 2", "inputs.l[0].__x update 1 2"]
    );
    // The patch and apply carry them all the same.
    assert_eq!(hidden.apply(&read(&old)).unwrap().bytes(), new.as_bytes());
    assert!(hidden.to_json_patch(false).unwrap().contains("__meta"));
}

#[test]
fn past_the_bound_the_result_says_so() {
    let long = |from: usize| {
        with_inputs(&format!("{{\"l\":[{}]}}", (0..400).map(|n| (n * 7 + from).to_string()).collect::<Vec<_>>().join(",")))
    };
    let options = DiffOptions { work_limit: Some(100), ..DiffOptions::default() };
    let diff = diff_with(&long(0), &long(1), options.clone());
    assert!(props(&diff).iter().all(|prop| prop.fallback == Some(Fallback::List)));
    assert_eq!(diff.overview().fallbacks, props(&diff).len());
    assert!(diff.to_text(&Default::default()).contains("coarsely") && diff.to_json().contains("\"fallback\":\"list\""));
    assert!(props(&diff_with(&long(0), &long(1), DiffOptions::default())).iter().all(|prop| prop.fallback.is_none()));

    let text = |from: usize| {
        with_inputs(&format!("{{\"s\":\"{}\"}}", (0..400).map(|n| format!("line {}\\n", n * 7 + from)).collect::<String>()))
    };
    let diff = diff_with(&text(0), &text(1), options);
    assert_eq!(props(&diff)[0].fallback, Some(Fallback::Text));
    assert_eq!(diff.overview().fallbacks, 1);
}

#[test]
fn a_malformed_pattern_is_an_error() {
    let state = read(&with_inputs("{}"));
    for bad in ["", "a.", "a[", "a[x]", "[\"a"] {
        let options = DiffOptions { unordered: Unordered::At(vec![bad.into()]), ..DiffOptions::default() };
        assert_eq!(StateDiff::new(&state, &state, options).unwrap_err().code(), ErrorCode::Validation, "{bad}");
        let diff = StateDiff::new(&state, &state, DiffOptions::default()).unwrap();
        let filter = ChangeFilter { path: Some(bad.into()), ..ChangeFilter::default() };
        assert_eq!(diff.changes(&filter, 0, 1).unwrap_err().code(), ErrorCode::Validation, "{bad}");
    }
}
