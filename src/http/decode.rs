//! What is wrong with a JSON text that is not what was expected.
//!
//! In: the answer, and what serde says of it. Out: an [`Error`] that names the place and the form expected. Values are never quoted,
//! although serde quotes them: a state holds secrets.

use super::Response;
use super::locate::locate;
use super::web_page::WebPage;
use crate::error::{Error, ErrorCode};

/// How an error of a missing field begins.
const MISSING: &str = "the field `";

/// The error of a 2xx answer whose body does not decode.
pub(crate) fn decode_error(response: &Response, error: &serde_json::Error) -> Error {
    if let Some(error) = in_its_place(response) {
        return error;
    }
    if error.is_eof() {
        return Error::new(ErrorCode::Truncated, "the answer ends in the middle of a value")
            .at(response.body.len())
            .with_status(response.status);
    }
    let offset = offset(&response.body, error.line(), error.column());
    if error.to_string().starts_with("recursion limit exceeded") {
        return Error::new(ErrorCode::Decode, "the answer nests deeper than 128 levels").at(offset).with_status(response.status);
    }
    if error.is_syntax() {
        return Error::new(ErrorCode::Decode, "the answer is not JSON").at(offset).with_status(response.status);
    }
    let words = expectation(error);
    // What lacks a field is the object that ends here, not the field that ends it.
    let behind = if words.starts_with(MISSING) { offset + 2 } else { offset };
    let mut found = Error::new(ErrorCode::Decode, format!("the answer is not what the API documents: {words}")).at(offset);
    if let Some(path) = locate(&response.body, behind) {
        found = found.path(path);
    }
    found.with_status(response.status)
}

/// The error of an answer that is a page for people.
pub(crate) fn in_its_place(response: &Response) -> Option<Error> {
    let error = Error::new(ErrorCode::Decode, WebPage::of(response)?.describe());
    Some(error.hint("something between here and the API answered in its place; check the base URL").with_status(response.status))
}

/// The error of an answer that is an HTML page where any other text would do.
pub(crate) fn html_in_its_place(response: &Response) -> Option<Error> {
    let start = response.body.trim_ascii_start();
    let tag = start.get(..9.min(start.len()))?.to_ascii_lowercase();
    (tag.starts_with(b"<!doctype") || tag.starts_with(b"<html")).then(|| in_its_place(response)).flatten()
}

/// What was expected, in words of our own types: `expected a string`, or ``the field `name` is missing``.
///
/// serde's messages are `<what was met, quoted>, expected <our words>`. What was met may hold any text, so that only the last
/// `, expected ` counts, and only in messages of a known beginning.
pub(crate) fn expectation(error: &serde_json::Error) -> String {
    const QUOTING: [&str; 5] = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant `", "unknown field `"];
    let text = error.to_string();
    let text = match error.line() {
        0 => text.as_str(),
        _ => text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text),
    };
    if let Some((name, "")) = text.strip_prefix("missing field `").and_then(|rest| rest.split_once('`')) {
        return format!("{MISSING}{name}` is missing");
    }
    let quotes = QUOTING.iter().any(|beginning| text.starts_with(beginning));
    match text.rsplit_once(", expected ") {
        // Behind the value of an enumeration without variants nothing is expected.
        Some((_, form)) if quotes && !text.ends_with(", there are no variants") && !text.ends_with(", there are no fields") => {
            format!("expected {}", in_json(form))
        }
        _ => "it has another form".to_owned(),
    }
}

/// What is expected, as JSON calls it.
fn in_json(form: &str) -> &str {
    match form {
        "a map" => "an object",
        "a sequence" => "a list",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => "an integer",
        "f32" | "f64" => "a number",
        form if form.starts_with("struct ") => "an object",
        form => form,
    }
}

fn offset(body: &[u8], line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        _ => body.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(line - 2).map_or(0, |(at, _)| at + 1),
    };
    (start + column.saturating_sub(1)).min(body.len())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::{DeserializeOwned, Error as _};

    use super::{decode_error, expectation};
    use crate::error::ErrorCode;
    use crate::http::Response;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Named {
        #[allow(dead_code)]
        name: String,
    }

    #[derive(Debug, Deserialize)]
    struct Open {
        #[allow(dead_code)]
        name: String,
    }

    #[derive(Debug, Deserialize)]
    enum One {
        Only,
    }

    #[derive(Debug, Deserialize)]
    enum Two {
        #[serde(rename = "a")]
        A,
        #[serde(rename = "b")]
        B,
    }

    #[derive(Debug, Deserialize)]
    enum Nothing {}

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(#[allow(dead_code)] u8),
        Named(#[allow(dead_code)] Named),
    }

    #[derive(Debug)]
    struct Quoting;

    impl<'de> Deserialize<'de> for Quoting {
        fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            Err(D::Error::custom(format!("no good: {}", String::deserialize(from)?)))
        }
    }

    const HOSTILE: [&str; 6] = [
        "hush",
        "expected hush",
        "x, expected hush",
        "missing field `hush`",
        "invalid type: x, expected hush at line 1 column 2",
        "hush`, expected hush, there are no variants at line",
    ];

    fn of<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
        let error = serde_json::from_str::<T>(json).unwrap_err();
        let response = Response { status: 200, headers: Vec::new(), body: json.as_bytes().to_vec() };
        let told = decode_error(&response, &error);
        assert_eq!(told.code(), ErrorCode::Decode);
        let words = expectation(&error);
        assert_eq!(told.message(), format!("the answer is not what the API documents: {words}"));
        words
    }

    #[test]
    fn says_what_was_expected() {
        assert_eq!(of::<Named>(r#"{"name":7}"#), "expected a string");
        assert_eq!(of::<Named>("{}"), "the field `name` is missing");
        assert_eq!(of::<Named>(r#"{"nam":"x"}"#), "expected `name`");
        assert_eq!(of::<Two>(r#""c""#), "expected `a` or `b`");
        assert_eq!(of::<[u8; 2]>("[1]"), "expected an array of length 2");
        assert_eq!(of::<Either>("true"), "it has another form");
    }

    #[test]
    fn says_it_as_json_does() {
        assert_eq!(of::<Named>("7"), "expected an object");
        assert_eq!(of::<std::collections::BTreeMap<String, u8>>("[]"), "expected an object");
        assert_eq!(of::<Vec<u8>>("{}"), "expected a list");
        assert_eq!(of::<Vec<i64>>("[0.5]"), "expected an integer");
        assert_eq!(of::<f64>("true"), "expected a number");
    }

    #[test]
    fn what_lacks_a_field_is_the_object_around_it() {
        for (json, path) in [
            (r#"{"a":[{"name":"x"},{"other":{"b":1}} ]}"#, Some("a[1]")),
            (r#"{"a":[{}]}"#, Some("a[0]")),
            (r#"{"a":[{"name":7}]}"#, Some("a[0].name")),
            (r#"{"a":7}"#, Some("a")),
        ] {
            let error = serde_json::from_str::<std::collections::BTreeMap<String, Vec<Open>>>(json).unwrap_err();
            let response = Response { status: 200, headers: Vec::new(), body: json.as_bytes().to_vec() };
            assert_eq!(decode_error(&response, &error).json_path(), path, "{json}");
        }
        let response = Response { status: 200, headers: Vec::new(), body: br#"{"other":1}"#.to_vec() };
        assert_eq!(decode_error(&response, &serde_json::from_slice::<Open>(&response.body).unwrap_err()).json_path(), None);
    }

    #[test]
    fn a_value_is_never_quoted() {
        for hostile in HOSTILE {
            let json = serde_json::to_string(hostile).unwrap();
            let field = format!(r#"{{"name":"x",{json}:1}}"#);
            let held = format!(r#"{{"name":[{json}]}}"#);
            let words = [
                of::<u8>(&json),
                of::<One>(&json),
                of::<Two>(&json),
                of::<Nothing>(&json),
                of::<Either>(&json),
                of::<Quoting>(&json),
                of::<std::net::IpAddr>(&json),
                of::<(u8, u8)>(&json),
                of::<Named>(&field),
                of::<Named>(&held),
                of::<Named>(&json),
            ];
            for words in words {
                assert!(!words.contains("hush"), "{hostile}: {words}");
            }
            // Without a place, as for values that were not read from a text.
            let value = serde_json::Value::String(hostile.to_owned());
            let error = serde_json::from_value::<u8>(value).unwrap_err();
            assert_eq!(expectation(&error), "expected an integer");
        }
    }

    #[test]
    fn what_was_cut_off_is_told_from_what_is_wrong() {
        let told = |body: &str, kind: &str| {
            let headers = vec![("Content-Type".to_owned(), kind.to_owned())];
            let response = Response { status: 200, headers, body: body.as_bytes().to_vec() };
            decode_error(&response, &serde_json::from_str::<Named>(body).unwrap_err())
        };
        let cut = told("{\n\"name\": \"x", "application/json");
        assert_eq!((cut.code(), cut.offset()), (ErrorCode::Truncated, Some(12)));
        let wrong = told("{\n \"name\" 1}", "application/json");
        assert_eq!((wrong.code(), wrong.offset(), wrong.message()), (ErrorCode::Decode, Some(10), "the answer is not JSON"));
        let page = told("<html><title>Sign in</title>", "text/html");
        assert_eq!((page.code(), page.message()), (ErrorCode::Decode, "an HTML page: Sign in"));
    }
}
