use super::*;

fn code(text: &[u8]) -> (Option<ErrorCode>, Option<u64>) {
    match validate(text) {
        Ok(()) => (None, None),
        Err(error) => (Some(error.code()), error.offset()),
    }
}

#[test]
fn accepts_what_serde_accepts() {
    for text in ["{}", " [1, -2.5e3 ,true,false,null,\"\\u00e9\\n\"] ", "\"é\"", "1e999", r#"{"a":{"b":[{}]}}"#, "[[],{}]"] {
        assert_eq!(code(text.as_bytes()), (None, None), "{text}");
    }
}

#[test]
fn refuses_with_code_and_offset() {
    use ErrorCode::*;
    let cases: [(&[u8], ErrorCode, u64); 17] = [
        (b"", NotJson, 0),
        (b"{\"a\":", Truncated, 5),
        (b"{\"a\":\"x", Truncated, 7),
        (b"[1,", Truncated, 3),
        (b"[tru", Truncated, 4),
        (b"[1e", Truncated, 3),
        (b"[trux]", NotJson, 1),
        (b"[1 2]", NotJson, 3),
        (b"[01]", NotJson, 2),
        (b"{a:1}", NotJson, 1),
        (b"{\"a\":1,}", NotJson, 7),
        (b"[1]]", NotJson, 3),
        (b"{\"a\":1]", NotJson, 6),
        (b"\"a\nb\"", NotJson, 2),
        (b"\"\\q\"", NotJson, 1),
        (b"\"\\u12g4\"", NotJson, 1),
        (b"\"\xff\xfe\"", InvalidUtf8, 1),
    ];
    for (text, want, offset) in cases {
        assert_eq!(code(text), (Some(want), Some(offset)), "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn every_cut_is_noticed() {
    let text = r#"{"resources":[{"urn":"urn:pulumi:é::\ud83d\ude00","n":[-1.5e3,true,null,"\\\""]}]}"#;
    for cut in 1..text.len() {
        assert!(validate(&text.as_bytes()[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn strings_across_blocks() {
    for pad in 0..130 {
        let text = format!("[\"{}\\\\\\\"{}\", {{\"k\":\"\\\\\"}}]", "x".repeat(pad), "é".repeat(pad));
        assert_eq!(code(text.as_bytes()), (None, None), "{pad}");
    }
}

#[test]
fn depth_has_a_limit_with_a_name() {
    let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    assert_eq!(code(nested(MAX_DEPTH).as_bytes()), (None, None));
    assert_eq!(code(nested(MAX_DEPTH + 1).as_bytes()), (Some(ErrorCode::TooDeep), Some(MAX_DEPTH as u64)));
}
