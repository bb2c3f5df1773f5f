//! A diff applied to a state that went on meanwhile: what is its own stays, what was changed twice is a conflict.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{bucket, bucket_with_id, export};
use common::{diff, mutate, oracle, read};
use proptest::prelude::*;
use stackscope::error::{Error, ErrorCode};

/// The state that the way from `old` to `new` makes of `target`.
fn carried(old: &[String], new: &[String], target: &[String]) -> Result<String, Error> {
    let diff = diff(&export(old), &export(new));
    let result = diff.apply(&read(&export(target)))?;
    Ok(String::from_utf8(result.bytes().into_owned()).unwrap())
}

fn value(records: &[String]) -> serde_json::Value {
    oracle::value(&export(records))
}

fn plain(name: &str) -> String {
    bucket(name, "")
}

fn protected(name: &str) -> String {
    bucket(name, "\"protect\":true")
}

#[test]
fn what_the_diff_does_not_touch_stays() {
    let (old, new) = ([plain("a"), plain("b")], [protected("a"), plain("b")]);
    let target = [plain("own"), plain("a"), bucket("b", "\"taint\":true"), plain("late")];
    let wanted = [plain("own"), protected("a"), bucket("b", "\"taint\":true"), plain("late")];
    assert_eq!(oracle::value(&carried(&old, &new, &target).unwrap()), value(&wanted));
}

#[test]
fn what_is_already_done_is_no_conflict() {
    let (old, new) = ([plain("a"), plain("b")], [protected("a"), plain("c")]);
    assert_eq!(
        oracle::value(&carried(&old, &new, &[protected("a"), plain("b"), plain("c")]).unwrap()),
        value(&[protected("a"), plain("c")])
    );
    assert_eq!(oracle::value(&carried(&old, &new, &new).unwrap()), value(&new));
}

#[test]
fn what_was_changed_twice_is_a_conflict() {
    let a = [plain("a")];
    let cases: [(&[String], &[String], &[String]); 5] = [
        (&a, &[protected("a")], &[bucket("a", "\"taint\":true")]),
        (&a, &[protected("a")], &[]),
        (&a, &[], &[protected("a")]),
        (&[], &a, &[protected("a")]),
        (&a, &[bucket_with_id("a", "two", "")], &[bucket_with_id("a", "three", "")]),
    ];
    for (old, new, target) in cases {
        let error = carried(old, new, target).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Conflict, "{old:?} {new:?} {target:?}");
        assert!(error.remedy().is_some());
    }
}

#[test]
fn around_the_resources() {
    let state = |time: &str, metadata: &str| {
        format!(
            "{{\"version\":3,\"deployment\":{{\"manifest\":{{\"time\":\"{time}\",\"version\":\"\"}},\"metadata\":{metadata},\"resources\":[]}}}}"
        )
    };
    let diff = diff(&state("one", "{\"a\":1}"), &state("two", "{\"a\":1}"));
    let carried = diff.apply(&read(&state("one", "{\"a\":2}"))).unwrap();
    assert_eq!(oracle::value_of(&carried.bytes()), oracle::value(&state("two", "{\"a\":2}")));
    let error = diff.apply(&read(&state("three", "{\"a\":1}"))).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Conflict);
    assert!(error.to_string().contains("manifest.time"), "{error}");
}

proptest! {
    #![proptest_config(common::config(300))]

    /// A change that is already there is done; a target that only differs elsewhere gets the change and keeps its own.
    #[test]
    fn doing_it_twice_is_doing_it_once((old, new) in mutate::pair()) {
        let diff = diff(&old.compact(), &new.compact());
        let again = diff.apply(&read(&new.compact()));
        if let Ok(again) = again {
            prop_assert_eq!(oracle::value_of(&again.bytes()), oracle::value(&new.compact()));
        }
    }

    #[test]
    fn any_target_gives_a_state_or_a_conflict((old, new) in mutate::pair(), (_, other) in mutate::pair(), more in mutate::edits()) {
        let diff = diff(&old.compact(), &new.compact());
        let mut third = old.clone();
        more.iter().for_each(|edit| mutate::apply(&mut third, edit));
        for target in [third.compact(), other.compact()] {
            match diff.apply(&read(&target)) {
                Ok(state) => prop_assert!(serde_json::from_str::<serde_json::Value>(&oracle::legible(std::str::from_utf8(&state.bytes()).unwrap())).is_ok()),
                Err(error) => prop_assert_eq!(error.code(), ErrorCode::Conflict, "{}", error),
            }
        }
    }
}
