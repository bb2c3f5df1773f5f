//! No secret leaves a state but by its bytes, a patch, or what `apply` and `revert` make.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::json::J;
use common::states::{SIGNATURE, bucket, bucket_urn, export, secret, stack_record, with_inputs};
use common::{config, diff, diff_with, generate, in_full, mutate, read};
use proptest::prelude::*;
use stackscope::checkpoint::Checkpoint;
use stackscope::diff::{Change, ChangeFilter, DiffOptions, PropertyKind, StateDiff};
use stackscope::error::ErrorCode;

fn only(diff: &StateDiff) -> Change {
    let mut rows = diff.changes(&ChangeFilter::default(), 0, 2).unwrap().rows;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

fn shown(change: &Change) -> Vec<(String, &'static str, String, String, bool)> {
    let text = |json: &Option<stackscope::diff::Json>| json.as_ref().map_or_else(String::new, |json| json.as_str().to_owned());
    change
        .properties
        .iter()
        .map(|prop| (prop.path.clone(), prop.kind.as_str(), text(&prop.before), text(&prop.after), prop.secret))
        .collect()
}

/// Whatever one state tells of itself.
fn told(state: &Checkpoint) -> String {
    let rows = state.resources(&Default::default(), 0, usize::MAX).rows;
    let mut out =
        format!("{rows:?}{:?}{:?}{}{}", state.summary(), state.facets(), state.stack_outputs(), state.pending_operations());
    for row in rows {
        out += &state.resource(&row.urn, Some(row.flags.contains(&"delete")), row.id.as_deref()).unwrap_or_default();
    }
    let check = state.check();
    out + &format!("{check:?}") + &check.to_text(true) + &check.to_markdown()
}

/// Whatever a diff tells.
fn reported(diff: &StateDiff) -> String {
    let rows = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap();
    let all = format!("{rows:?}{:?}{:?}", diff.overview(), diff.groups(0, usize::MAX));
    all + &diff.to_json() + &diff.to_text(&Default::default()) + &diff.to_markdown(&Default::default())
}

fn quiet(texts: &[String]) -> Result<(), TestCaseError> {
    for text in texts {
        if let Some(at) = text.find("hush") {
            let from = (0..=at.saturating_sub(200)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            return Err(TestCaseError::fail(format!("told: {}", &text[from..at + 5])));
        }
    }
    Ok(())
}

/// Secrets of the other sorts: declared ones, those in texts, the configuration's, the provider's.
fn plant(state: &mut J, word: &str) {
    let hidden = generate::secret("ciphertext", word);
    let in_json = J::text(
        &J::object([("plain", J::text(word)), ("deep", J::List(vec![hidden.clone()]))])
            .compact()
            .replace(&format!("\"{word}\""), "\"plain\""),
    );
    let in_yaml = J::text(&format!("a: 1\nb:\n- {}\n", hidden.compact()));
    if let Some(provider) = mutate::body(state).get_mut("secrets_providers").and_then(|provider| provider.get_mut("state")) {
        provider.set("salt", J::text(word));
    }
    mutate::body(state).set("snippets", J::object([("x", hidden.clone())]));
    if let Some(J::List(operations)) = mutate::body(state).get_mut("pending_operations") {
        operations.iter_mut().filter_map(|operation| operation.get_mut("resource")).for_each(|record| declare(record, word));
    }
    for element in mutate::records(state).iter_mut() {
        let record = mutate::record(element);
        declare(record, word);
        if let Some(inputs @ J::Object(_)) = record.get_mut("inputs") {
            inputs.set("policy", in_json.clone());
            inputs.set("values", in_yaml.clone());
        }
    }
    if let Some(checkpoint) = state.get_mut("checkpoint") {
        checkpoint.set("config", J::object([("shop:token", J::object([("secure", J::text(word))]))]));
    }
}

fn declare(record: &mut J, word: &str) {
    let Some(J::List(names)) = record.get("additionalSecretOutputs").cloned() else { return };
    if let Some(outputs @ J::Object(_)) = record.get_mut("outputs") {
        for name in names {
            if let J::Raw(name) = name
                && name == "\"a\""
            {
                outputs.set("a", J::object([("inner", J::text(word))]));
            }
            outputs.set("name", J::raw("1"));
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn nothing_told_holds_a_secret((mut old, mut new) in mutate::pair()) {
        plant(&mut old, "hush-old");
        plant(&mut new, "hush-new");
        let (old, new) = (read(&old.compact()), read(&new.compact()));
        let both = [StateDiff::new(&old, &new, DiffOptions::default()).unwrap(), StateDiff::new(&new, &old, in_full()).unwrap()];
        quiet(&[told(&old), told(&new), reported(&both[0]), reported(&both[1])])?;
    }

    #[test]
    fn a_patch_without_leave_holds_no_plaintext((old, new) in mutate::pair()) {
        let diff = diff(&old.compact(), &new.compact());
        match diff.to_json_patch(false) {
            Ok(patch) => {
                let values: serde_json::Value = serde_json::from_str(&common::oracle::legible(&patch)).unwrap();
                let open = values.as_array().unwrap().iter().any(|operation| operation["value"].to_string().contains("\"plaintext\":\""));
                prop_assert!(!open, "{}", patch);
                prop_assert_eq!(patch, diff.to_json_patch(true).unwrap());
            }
            Err(error) => {
                prop_assert_eq!(error.code(), ErrorCode::SecretInPatch);
                prop_assert!(diff.to_json_patch(true).unwrap().contains("plaintext"));
                prop_assert!(!error.to_string().contains("hush"));
            }
        }
    }
}

#[test]
fn another_ciphertext_is_a_kind_of_its_own() {
    let state = |field: &str, text: &str| with_inputs(&format!("{{\"pw\":{}}}", secret(field, text)));
    let row = only(&diff(&state("ciphertext", "v1:aa"), &state("ciphertext", "v1:bb")));
    let masked = "\"[secret]\"".to_owned();
    assert_eq!(shown(&row), [("inputs.pw".to_owned(), "ciphertext", masked.clone(), masked.clone(), true)]);
    let row = only(&diff(&state("plaintext", "\"a\""), &state("plaintext", "\"b\"")));
    assert_eq!(row.properties[0].kind, PropertyKind::Update);
    let row = only(&diff(&state("ciphertext", "v1:aa"), &state("plaintext", "\"a\"")));
    assert_eq!(row.properties[0].kind, PropertyKind::Ciphertext);
    assert!(!diff(&state("ciphertext", "v1:aa"), &state("ciphertext", "v1:aa")).differs());
}

#[test]
fn what_becomes_secret_is_masked_on_both_sides() {
    let (open, closed) =
        (with_inputs("{\"pw\":\"swordfish\"}"), with_inputs(&format!("{{\"pw\":{}}}", secret("ciphertext", "v1:aa"))));
    for (old, new) in [(&open, &closed), (&closed, &open)] {
        let diff = diff(old, new);
        let row = only(&diff);
        assert_eq!((row.properties[0].kind, row.properties[0].secret), (PropertyKind::Update, true));
        assert!(!reported(&diff).contains("swordfish"));
    }
}

#[test]
fn an_open_object_that_becomes_secret_shows_none_of_its_parts() {
    let open = with_inputs("{\"db\":{\"user\":\"u\",\"pw\":[\"swordfish\"]}}");
    let closed = with_inputs(&format!("{{\"db\":{}}}", secret("ciphertext", "v1:aa")));
    assert!(!reported(&diff(&open, &closed)).contains("swordfish"));
    assert!(!reported(&diff(&closed, &open)).contains("swordfish"));
}

#[test]
fn declared_outputs_are_secret_where_either_side_says_so() {
    let state = |value: &str, declared: &str| {
        export(&[bucket("b", &format!("\"outputs\":{{\"pw\":\"{value}\",\"x\":1}},\"additionalSecretOutputs\":[{declared}]"))])
    };
    for (old, new) in [
        (state("hush1", "\"pw\""), state("hush2", "\"pw\"")),
        (state("hush1", ""), state("hush2", "\"pw\"")),
        (state("hush1", "\"pw\""), state("hush2", "")),
    ] {
        let diff = diff(&old, &new);
        let row = only(&diff);
        assert!(row.properties.iter().any(|prop| prop.path == "outputs.pw" && prop.secret && prop.kind == PropertyKind::Update));
        assert!(!reported(&diff).contains("hush"));
    }
    assert!(!told(&read(&state("hush1", "\"pw\""))).contains("hush"));
}

#[test]
fn declared_outputs_of_an_interrupted_operation() {
    let state = |value: &str| {
        let record = bucket("b", &format!("\"outputs\":{{\"pw\":\"{value}\"}},\"additionalSecretOutputs\":[\"pw\"]"));
        format!(
            "{{\"version\":3,\"deployment\":{{\"resources\":[],\"pending_operations\":[{{\"resource\":{record},\"type\":\"creating\"}}]}}}}"
        )
    };
    let none = "{\"version\":3,\"deployment\":{\"resources\":[]}}".to_owned();
    for (old, new) in [(state("hush1"), state("hush2")), (none.clone(), state("hush1")), (state("hush1"), none)] {
        let diff = diff(&old, &new);
        assert_eq!(diff.overview().state.pending_operations.len(), 1);
        assert!(!reported(&diff).contains("hush"), "{}", diff.to_json());
        assert!(!told(&read(&old)).contains("hush") && !told(&read(&new)).contains("hush"));
    }
}

#[test]
fn declared_outputs_in_place_of_something_else() {
    let with = export(&[bucket("b", "\"outputs\":{\"pw\":\"hush1\"},\"additionalSecretOutputs\":[\"pw\"]")]);
    for other in ["[1]", "\"x\"", "7"] {
        let without = export(&[bucket("b", &format!("\"outputs\":{other},\"additionalSecretOutputs\":[\"pw\"]"))]);
        assert!(!reported(&diff(&with, &without)).contains("hush"), "{other}");
        assert!(!reported(&diff(&without, &with)).contains("hush"), "{other}");
    }
}

#[test]
fn secrets_in_texts_are_masked() {
    let inner = J::object([("keep", J::raw("1")), ("pw", J::raw(secret("ciphertext", "hush")))]).compact();
    let state = |keep: u8| {
        with_inputs(&format!(
            "{{\"json\":{}}}",
            serde_json::to_string(&inner.replace("\"keep\":1", &format!("\"keep\":{keep}"))).unwrap()
        ))
    };
    let diff = diff(&state(1), &state(2));
    assert_eq!(shown(&only(&diff)), [("inputs.json.keep".to_owned(), "update", "1".to_owned(), "2".to_owned(), false)]);
    assert!(!reported(&diff).contains("hush"));
    assert!(!told(&read(&state(1))).contains("hush"));
}

#[test]
fn stack_outputs_are_masked() {
    let state = |text: &str| export(&[stack_record(&format!("{{\"url\":\"u\",\"pw\":{}}}", secret("ciphertext", text)))]);
    assert_eq!(read(&state("hush1")).stack_outputs(), "{\"url\":\"u\",\"pw\":\"[secret]\"}");
    let diff = diff(&state("hush1"), &state("hush2"));
    assert_eq!(diff.overview().state.stack_outputs.len(), 1);
    assert!(!reported(&diff).contains("hush"));
}

#[test]
fn the_secrets_provider_and_the_configuration_keep_theirs() {
    let state = |salt: &str, token: &str, url: &str| {
        format!(
            "{{\"version\":3,\"checkpoint\":{{\"stack\":\"dev\",\"config\":{{\"shop:token\":{{\"secure\":\"{token}\"}},\"shop:plain\":\"{url}\"}},\"latest\":{{\"secrets_providers\":{{\"type\":\"passphrase\",\"state\":{{\"salt\":\"{salt}\",\"url\":\"{url}\"}}}},\"resources\":[]}}}}}}"
        )
    };
    let without = "{\"version\":3,\"checkpoint\":{\"stack\":\"dev\",\"latest\":{\"resources\":[]}}}".to_owned();
    let pairs = [
        (state("hush1", "hush2", "u"), state("hush3", "hush4", "v")),
        (state("hush1", "hush2", "u"), without.clone()),
        (without, state("hush1", "hush2", "u")),
    ];
    for (old, new) in pairs {
        let diff = diff(&old, &new);
        let text = reported(&diff);
        assert!(!text.contains("hush"), "{}", diff.to_json());
        let state = diff.overview().state;
        assert!(state.secrets_provider.iter().any(|prop| prop.path.ends_with(".url") && !prop.secret), "{}", diff.to_json());
        assert!(state.secrets_provider.iter().any(|prop| prop.path.ends_with(".salt") && prop.secret));
        assert!(state.other.iter().any(|prop| prop.path.contains("shop:plain") && !prop.secret), "{}", diff.to_json());
    }
}

#[test]
fn an_unknown_part_of_the_state_that_is_a_secret() {
    let state = |extra: &str| format!("{{\"version\":3,\"deployment\":{{\"resources\":[]{extra}}}}}");
    let with = state(&format!(",\"later\":{}", secret("ciphertext", "hush")));
    for (old, new) in [(with.clone(), state("")), (state(""), with.clone()), (with.clone(), state(",\"later\":\"x\""))] {
        let diff = diff(&old, &new);
        assert!(diff.differs() && !reported(&diff).contains("hush"), "{}", diff.to_json());
        assert!(!reported(&diff).contains(SIGNATURE), "{}", diff.to_json());
    }
}

#[test]
fn a_patch_with_plaintext_needs_leave() {
    let state = |field: &str, text: &str| with_inputs(&format!("{{\"pw\":{},\"x\":1}}", secret(field, text)));
    let closed = diff(&state("ciphertext", "v1:aa"), &state("ciphertext", "v1:bb"));
    assert!(closed.to_json_patch(false).unwrap().contains("v1:bb"));
    let open = diff(&state("ciphertext", "v1:aa"), &state("plaintext", "\"hush\""));
    let error = open.to_json_patch(false).unwrap_err();
    assert_eq!((error.code(), error.json_path()), (ErrorCode::SecretInPatch, Some("/deployment/resources/0/inputs/pw")));
    assert!(open.to_json_patch(true).unwrap().contains("hush"));
    // What goes away needs no leave: the patch does not hold it.
    let gone = diff(&state("plaintext", "\"hush\""), &with_inputs("{\"x\":1}"));
    assert!(!gone.to_json_patch(false).unwrap().contains("hush"));
    // A whole new record may hold one too, and so may a text.
    let added = diff(&export(&[]), &state("plaintext", "\"hush\""));
    assert_eq!(added.to_json_patch(false).unwrap_err().code(), ErrorCode::SecretInPatch);
    let text = |word: &str| with_inputs(&format!("{{\"json\":{}}}", serde_json::to_string(&secret("plaintext", word)).unwrap()));
    assert_eq!(
        diff_with(&text("a"), &text("hush"), in_full()).to_json_patch(false).unwrap_err().code(),
        ErrorCode::SecretInPatch
    );
}

#[test]
fn a_record_in_full_is_masked() {
    let state =
        read(&with_inputs(&format!("{{\"pw\":{},\"l\":[{}]}}", secret("plaintext", "\"hush\""), secret("ciphertext", "hush"))));
    let record = state.resource(&bucket_urn("b"), None, None).unwrap();
    assert!(record.contains("\"inputs\":{\"pw\":\"[secret]\",\"l\":[\"[secret]\"]}"), "{record}");
}
