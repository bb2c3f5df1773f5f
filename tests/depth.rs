//! Deep nesting: read, compared, printed, patched and applied without recursion and without a quadratic price.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::with_inputs;
use common::{diff, read};
use stackscope::checkpoint::Checkpoint;
use stackscope::diff::{ChangeFilter, StateDiff};
use stackscope::error::ErrorCode;
use stackscope::wire::MAX_DEPTH;

fn objects(depth: usize, bottom: &str) -> String {
    format!("{{\"k\":{}{bottom}{}}}", "{\"a\":".repeat(depth), "}".repeat(depth))
}

fn lists(depth: usize, bottom: &str) -> String {
    format!("{{\"k\":{}{bottom}{}}}", "[".repeat(depth), "]".repeat(depth))
}

fn everything_works(old: &str, new: &str, rows: usize) {
    let (old, new) = (read(old), read(new));
    let diff = StateDiff::new(&old, &new, Default::default()).unwrap();
    assert_eq!(diff.summary().update, 1);
    assert_eq!(diff.changes(&ChangeFilter::default(), 0, 10).unwrap().rows[0].properties.len(), rows);
    let json = diff.to_json();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    assert!(rows > 1 || value["changes"][0]["properties"][0]["kind"] == "update");
    assert!(diff.to_text(&Default::default()).contains("inputs.k"));
    assert!(diff.to_markdown(&Default::default()).len() <= 60_000);
    assert_eq!(diff.apply(&old).unwrap().bytes(), new.bytes());
    assert_eq!(diff.revert(&new).unwrap().bytes(), old.bytes());
    assert!(diff.to_json_patch(false).unwrap().contains("\"op\":\"replace\""));
    let record = new.resource(&common::states::bucket_urn("b"), None, None).unwrap();
    assert!(record.len() > 10_000);
    assert!(!StateDiff::new(&diff.apply(&old).unwrap(), &new, Default::default()).unwrap().differs());
}

#[test]
fn differing_at_the_bottom() {
    for depth in [10_000, 100_000] {
        for shape in [objects, lists] {
            everything_works(&with_inputs(&shape(depth, "1")), &with_inputs(&shape(depth, "2")), 1);
            everything_works(&with_inputs(&shape(depth, "\"x\\ny\"")), &with_inputs(&shape(depth, "\"x\\nz\"")), 1);
        }
    }
}

#[test]
fn written_otherwise_is_the_same_at_any_depth() {
    let spaced = |text: String| text.replace("{\"a\":", "{ \"a\" : ");
    let old = with_inputs(&objects(50_000, "1"));
    assert!(!diff(&old, &spaced(old.clone())).differs());
}

#[test]
fn one_side_is_shallow() {
    let (deep, shallow) = (with_inputs(&objects(100_000, "1")), with_inputs("{\"k\":{\"a\":1}}"));
    let diff = diff(&deep, &shallow);
    assert_eq!(diff.apply(&read(&deep)).unwrap().bytes(), shallow.as_bytes());
    assert!(diff.to_json().len() > 500_000);
    assert!(diff.to_json_patch(false).is_ok());
}

#[test]
fn beyond_the_limit_there_is_one_clear_error() {
    let text = with_inputs(&lists(MAX_DEPTH, "1"));
    let error = Checkpoint::parse(text.into_bytes()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::TooDeep);
    assert!(error.message().contains(&MAX_DEPTH.to_string()) && error.offset().is_some());
    assert_eq!(Checkpoint::parse("[".repeat(1 << 22).into_bytes()).unwrap_err().code(), ErrorCode::TooDeep);
}

#[test]
fn deep_around_the_resources() {
    let state =
        |bottom: &str| format!("{{\"version\":3,\"deployment\":{{\"resources\":[],\"metadata\":{}}}}}", objects(100_000, bottom));
    let (old, new) = (read(&state("1")), read(&state("2")));
    let diff = StateDiff::new(&old, &new, Default::default()).unwrap();
    assert_eq!(diff.overview().state.metadata.len(), 1);
    assert_eq!(diff.apply(&old).unwrap().bytes(), new.bytes());
    assert!(diff.to_json_patch(false).unwrap().contains("/metadata/k/a/a"));
}

#[test]
fn deep_inside_a_string() {
    let state =
        |bottom: &str| with_inputs(&format!("{{\"policy\":{}}}", serde_json::to_string(&objects(20_000, bottom)).unwrap()));
    let diff = diff(&state("1"), &state("2"));
    let rows = diff.changes(&ChangeFilter::default(), 0, 1).unwrap().rows;
    assert_eq!(rows[0].properties.len(), 1);
    assert!(rows[0].properties[0].path.starts_with("inputs.policy.k.a.a"));
}

/// A change on each level: paths grow with the depth, so that the answer itself is quadratic unless it is bounded.
#[test]
fn a_change_on_every_level() {
    let state = |n: u8, depth: usize| {
        let inside = format!("{{\"x\":{n},\"a\":");
        with_inputs(&format!("{{\"k\":{}0{}}}", inside.repeat(depth), "}".repeat(depth)))
    };
    everything_works(&state(1, 2_000), &state(2, 2_000), 2_000);
}
