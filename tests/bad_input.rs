//! Input that is no state: each kind has its code and its place, and nothing panics.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{bucket, bucket_urn, export};
use common::{config, read};
use proptest::prelude::*;
use serde_json::value::RawValue;
use stackscope::checkpoint::Checkpoint;
use stackscope::error::{Error, ErrorCode};

fn fails(bytes: impl AsRef<[u8]>) -> Error {
    Checkpoint::parse(bytes.as_ref().to_vec())
        .err()
        .unwrap_or_else(|| panic!("accepted: {}", String::from_utf8_lossy(bytes.as_ref())))
}

fn place(bytes: impl AsRef<[u8]>) -> (ErrorCode, Option<u64>) {
    let error = fails(bytes);
    (error.code(), error.offset())
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<&RawValue>(bytes).is_ok()
}

/// A small state with something of everything.
fn sample() -> String {
    let more = r#""inputs":{"é":"😀\ud83d\ude00\n\"\\","n":[-1.5e3,0,true,false,null],"o":{}},"outputs":{"u":"\u0041"}"#;
    export(&[bucket("a", more), bucket("b", "\"protect\":true"), bucket("b", "\"delete\":true")])
}

#[test]
fn not_json() {
    for (text, offset) in [
        ("", 0),
        ("   ", 0),
        ("hello", 0),
        ("{\"version\":3,}", 13),
        ("{'version':3}", 1),
        ("{\"version\":3}}", 13),
        ("{\"version\":03}", 12),
        ("nul", 0),
    ] {
        let error = fails(text);
        let code = if text == "nul" { ErrorCode::Truncated } else { ErrorCode::NotJson };
        assert_eq!(error.code(), code, "{text}");
        if code == ErrorCode::NotJson {
            assert_eq!(error.offset(), Some(offset), "{text}");
        }
        assert!(error.remedy().is_some(), "{text}: {error}");
    }
}

#[test]
fn html_and_utf_16_are_named() {
    let html = fails("<!DOCTYPE html><html></html>");
    assert_eq!((html.code(), html.offset()), (ErrorCode::NotJson, Some(0)));
    assert!(html.remedy().unwrap().contains("HTML"), "{html}");
    let units: Vec<u16> = sample().encode_utf16().collect();
    for (mark, big) in [(Some([0xff, 0xfe]), false), (Some([0xfe, 0xff]), true), (None, false), (None, true)] {
        let body = units.iter().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        let bytes: Vec<u8> = mark.into_iter().flatten().chain(body).collect();
        let error = fails(&bytes);
        assert!(matches!(error.code(), ErrorCode::NotJson | ErrorCode::InvalidUtf8), "{error}");
        assert!(error.remedy().is_some_and(|hint| hint.contains("UTF-16")), "mark {mark:?}: {error}");
    }
}

#[test]
fn wrong_shape_says_where() {
    let good = bucket("a", "");
    let urn = bucket_urn("a");
    let cases: Vec<(String, Option<&str>)> = vec![
        ("[]".into(), None),
        ("3".into(), None),
        ("null".into(), None),
        ("\"x\"".into(), None),
        ("{}".into(), None),
        ("{\"version\":3}".into(), None),
        ("{\"version\":3,\"deployment\":[]}".into(), Some("deployment")),
        ("{\"version\":3,\"checkpoint\":7}".into(), Some("checkpoint")),
        ("{\"version\":3,\"checkpoint\":{\"latest\":\"x\"}}".into(), Some("checkpoint.latest")),
        ("{\"latest\":[]}".into(), Some("latest")),
        ("{\"version\":3,\"deployment\":{\"resources\":{}}}".into(), Some("deployment.resources")),
        ("{\"version\":3,\"deployment\":{\"resources\":\"x\"}}".into(), Some("deployment.resources")),
        ("{\"version\":3,\"checkpoint\":{\"latest\":{\"resources\":0}}}".into(), Some("checkpoint.latest.resources")),
        ("{\"latest\":{\"resources\":true}}".into(), Some("latest.resources")),
        ("{\"resources\":{}}".into(), Some("resources")),
        ("{\"version\":\"3\",\"deployment\":{}}".into(), Some("version")),
        ("{\"version\":3.5,\"deployment\":{}}".into(), Some("version")),
        ("{\"version\":{},\"deployment\":{}}".into(), Some("version")),
        ("{\"version\":4,\"features\":\"hooks\",\"deployment\":{}}".into(), Some("features")),
        ("{\"version\":3,\"deployment\":{\"pending_operations\":{}}}".into(), Some("deployment.pending_operations")),
        (format!("{{\"version\":3,\"deployment\":{{\"resources\":[{good},7]}}}}"), Some("deployment.resources[1]")),
        (format!("{{\"version\":3,\"deployment\":{{\"resources\":[{good},null]}}}}"), Some("deployment.resources[1]")),
        (format!("{{\"version\":3,\"deployment\":{{\"resources\":[{good},[{good}]]}}}}"), Some("deployment.resources[1]")),
        (format!("{{\"version\":3,\"deployment\":{{\"resources\":[{good},{{}}]}}}}"), Some("deployment.resources[1].urn")),
        (
            format!("{{\"version\":3,\"deployment\":{{\"resources\":[{good},{{\"type\":\"x\"}}]}}}}"),
            Some("deployment.resources[1].urn"),
        ),
        ("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":7}]}}".into(), Some("deployment.resources[0].urn")),
        (
            "{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":{\"urn\":\"x\"}}]}}".into(),
            Some("deployment.resources[0].urn"),
        ),
        ("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":null}]}}".into(), Some("deployment.resources[0].urn")),
        ("{\"version\":3,\"checkpoint\":{\"latest\":{\"resources\":[{}]}}}".into(), Some("checkpoint.latest.resources[0].urn")),
        ("{\"resources\":[{\"resource\":{}}]}".into(), Some("resources[0].urn")),
        (
            format!("{{\"version\":3,\"deployment\":{{\"resources\":[{{\"resource\":{{\"urn\":\"{urn}\"}}}}]}}}}"),
            Some("deployment.resources[0].urn"),
        ),
    ];
    for (text, path) in cases {
        let error = fails(&text);
        assert_eq!(error.code(), ErrorCode::WrongShape, "{text}: {error}");
        assert_eq!(error.json_path(), path, "{text}: {error}");
        assert!(error.offset().is_some_and(|offset| offset < text.len() as u64), "{text}: {error}");
    }
}

#[test]
fn a_urn_must_not_be_empty() {
    let error = fails("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"\"}]}}");
    assert_eq!((error.code(), error.json_path()), (ErrorCode::WrongShape, Some("deployment.resources[0].urn")));
}

#[test]
fn unknown_versions() {
    for version in ["5", "-1", "4294967296", "99999999999999999999"] {
        let error = fails(format!("{{\"version\":{version},\"deployment\":{{}}}}"));
        assert_eq!(
            (error.code(), error.offset(), error.json_path()),
            (ErrorCode::UnsupportedVersion, Some(11), Some("version")),
            "{version}"
        );
    }
    assert_eq!(fails("{\"version\":5,\"checkpoint\":{\"latest\":{}}}").code(), ErrorCode::UnsupportedVersion);
}

#[test]
fn little_is_needed() {
    for text in [
        "{\"version\":3,\"deployment\":null}",
        "{\"version\":3,\"deployment\":{}}",
        "{\"version\":3,\"deployment\":{\"resources\":null}}",
        "{\"version\":3,\"deployment\":{\"resources\":[],\"pending_operations\":null}}",
        "{\"version\":3,\"checkpoint\":null}",
        "{\"version\":3,\"checkpoint\":{\"stack\":\"dev\"}}",
        "{\"version\":3,\"checkpoint\":{\"latest\":null}}",
        "{\"stack\":\"dev\"}",
        "{\"latest\":null}",
        "{\"resources\":[]}",
        "\u{feff}{\"resources\":[]}",
        " \n{\"resources\" : [ ] }\r\n",
    ] {
        let state = read(text);
        assert!(state.is_empty(), "{text}");
        assert!(state.check().findings.is_empty(), "{text}");
    }
}

#[test]
fn invalid_utf_8_has_an_offset() {
    let text = export(&[bucket("a", "\"inputs\":{\"k\":\"€uro\"}")]);
    let at = text.find('€').unwrap();
    for (with, offset) in
        [(&b"\xff"[..], at), (b"\xc0\x80", at), (b"\xed\xa0\x80", at), (b"\xe2\x82", at), (b"\xf4\x90\x80\x80", at)]
    {
        let bytes = [&text.as_bytes()[..at], with, &text.as_bytes()[at + 3..]].concat();
        assert_eq!(place(&bytes), (ErrorCode::InvalidUtf8, Some(offset as u64)), "{with:x?}");
    }
}

#[test]
fn every_cut_is_noticed() {
    let text = sample();
    for cut in 1..text.len() {
        let (code, offset) = place(&text.as_bytes()[..cut]);
        assert_eq!(
            (code, offset),
            (ErrorCode::Truncated, Some(cut as u64)),
            "{}",
            &String::from_utf8_lossy(&text.as_bytes()[..cut])
        );
    }
}

#[test]
fn lone_surrogates_and_huge_numbers_are_kept() {
    let text = export(&[bucket("a", r#""inputs":{"\udfff":"\ud800","big":1e999,"n":12345678901234567890}"#)]);
    let state = read(&text);
    assert_eq!(state.bytes(), text.as_bytes());
    let record = state.resource(&bucket_urn("a"), None, None).unwrap();
    assert!(record.contains(r#""inputs":{"\udfff":"\ud800","big":1e999,"n":12345678901234567890}"#), "{record}");
    let other = text.replace("\\ud800", "\\ud801").replace("1e999", "1e998");
    let diff = common::diff(&text, &other);
    let json = diff.to_json();
    assert!(json.contains(r#""before":"\ud800","after":"\ud801""#) && json.contains(r#""before":1e999,"after":1e998"#), "{json}");
    assert!(diff.to_json_patch(false).unwrap().contains("1e998"));
}

#[test]
fn a_huge_string_is_just_a_string() {
    let text = export(&[bucket("a", &format!("\"inputs\":{{\"k\":\"{}\"}}", "x".repeat(8 << 20)))]);
    assert_eq!(read(&text).len(), 1);
    assert_eq!(place(&text.as_bytes()[..1 << 20]), (ErrorCode::Truncated, Some(1 << 20)));
    let diff = common::diff(&text, &text.replace("xxx\"", "xxy\""));
    assert!(diff.to_text(&Default::default()).len() < 2000);
}

fn flipped(bytes: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut other = bytes.to_vec();
    other[at] = byte;
    other
}

/// Refuses what serde_json refuses; what it accepts, it may still refuse as no state.
fn agrees_with_serde(bytes: &[u8]) -> Result<(), String> {
    let ours = Checkpoint::parse(bytes.to_vec());
    let shown = || String::from_utf8_lossy(bytes).into_owned();
    match (&ours, is_json(bytes)) {
        (Ok(_), false) => Err(format!("accepted, but not JSON: {}", shown())),
        (Err(error), true) if !matches!(error.code(), ErrorCode::WrongShape | ErrorCode::UnsupportedVersion) => {
            Err(format!("{error}, but JSON: {}", shown()))
        }
        (Err(error), false) if matches!(error.code(), ErrorCode::UnsupportedVersion) => Err(format!("{error}: {}", shown())),
        (Err(error), _) if error.offset().is_none_or(|offset| offset > bytes.len() as u64) => {
            Err(format!("{error}: no place: {}", shown()))
        }
        _ => Ok(()),
    }
}

#[test]
fn every_damaged_byte_is_judged_as_by_serde() {
    let text = sample();
    let bytes = text.as_bytes();
    for at in 0..bytes.len() {
        for byte in [
            0,
            b' ',
            b'"',
            b'\\',
            b'{',
            b'}',
            b'[',
            b']',
            b',',
            b':',
            b'0',
            b'-',
            b'e',
            b'.',
            b'u',
            b'\n',
            0x7f,
            0x80,
            0xff,
            bytes[at] ^ 1,
            bytes[at] ^ 0x20,
        ] {
            agrees_with_serde(&flipped(bytes, at, byte)).unwrap_or_else(|why| panic!("byte {at} as {byte:#x}: {why}"));
        }
    }
}

/// What a reader that shares bytes with a base makes of the same input.
fn alike(bytes: &[u8], base: &Checkpoint) -> Result<(), String> {
    let what = |result: Result<Checkpoint, Error>| match result {
        Ok(state) => Ok((state.bytes().into_owned(), state.summary(), state.resources(&Default::default(), 0, usize::MAX))),
        Err(error) => Err((error.code(), error.offset(), error.json_path().map(str::to_owned))),
    };
    let (plain, like) = (what(Checkpoint::parse(bytes.to_vec())), what(Checkpoint::parse_like(bytes.to_vec(), base)));
    if plain == like {
        Ok(())
    } else {
        Err(format!("{plain:?}\nbut with a base\n{like:?}\nof {}", String::from_utf8_lossy(bytes)))
    }
}

#[test]
fn damage_looks_the_same_with_a_base() {
    let text = sample();
    let (bytes, base) = (text.as_bytes(), read(&text));
    let mut unlike = Vec::new();
    let mut judge = |bytes: Vec<u8>, what: String| unlike.extend(alike(&bytes, &base).err().map(|why| format!("{what}: {why}")));
    for at in 0..bytes.len() {
        judge(bytes[..at].to_vec(), format!("cut at {at}"));
        for byte in [b' ', b'"', b'{', b'}', b'[', b']', b',', b'0', b'-', b'.', 0xff] {
            judge(flipped(bytes, at, byte), format!("byte {at} as {byte:#x}"));
        }
        for more in [".", ".5", "e5", "-", "0", "1", "x", ",", "\"", "{", "[", "}"] {
            judge([&bytes[..at], more.as_bytes(), &bytes[at..]].concat(), format!("{more} at {at}"));
        }
    }
    assert!(unlike.is_empty(), "{} inputs, such as {}", unlike.len(), unlike[0]);
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Checkpoint::parse(bytes).is_err());
    }

    #[test]
    fn random_json_like_text_is_judged_as_by_serde(words in proptest::collection::vec(prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\\ud800", "\"a\"", "\"resources\"", "\"deployment\"", "\"urn\"", "0", "-1", "1.5e", "true", "fal", "null", " ", "\n", "é", "\u{1}",
    ]), 0..40), pad in 0..130usize) {
        let text = format!("{}{}", " ".repeat(pad), words.concat());
        agrees_with_serde(text.as_bytes()).map_err(TestCaseError::fail)?;
        let list = format!("{{\"latest\":{{\"x\":[{}]}}}}", words.concat());
        agrees_with_serde(list.as_bytes()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn two_damages_look_the_same_with_a_base(first: prop::sample::Index, second: prop::sample::Index, bytes: [u8; 2]) {
        let text = sample();
        let base = read(&text);
        let mut damaged = flipped(text.as_bytes(), first.index(text.len()), bytes[0]);
        damaged = flipped(&damaged, second.index(text.len()), bytes[1]);
        agrees_with_serde(&damaged).map_err(TestCaseError::fail)?;
        alike(&damaged, &base).map_err(TestCaseError::fail)?;
    }
}
