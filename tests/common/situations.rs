//! Updates in eight situations, for the printers of summaries: seven logs in `tests/golden/summary`, and one of 5,000 resources.

#![allow(dead_code)]

use std::fmt::Write;

use stackscope::summary::{EventLog, LogSummary};

pub(crate) const NAMES: [&str; 8] =
    ["success", "failure", "replace-chain", "preview", "interrupted", "running", "policies", "5000-resources"];

pub(crate) fn summary(name: &str) -> LogSummary {
    let log = if name == "5000-resources" { many() } else { std::fs::read_to_string(path(&format!("{name}.ndjson"))).unwrap() };
    fold(&log, name != "running")
}

pub(crate) fn fold(log: &str, ends: bool) -> LogSummary {
    let mut events = EventLog::default();
    events.write(log.as_bytes()).unwrap();
    if ends {
        events.end().unwrap();
    }
    events.summary()
}

/// Compares with the file, or writes it where `UPDATE_GOLDEN` is set.
pub(crate) fn golden(file: &str, got: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path(file), got).unwrap();
    }
    let wanted = std::fs::read_to_string(path(file)).unwrap_or_default();
    assert_eq!(got, wanted, "{file} differs; UPDATE_GOLDEN=1 writes it anew");
}

fn path(file: &str) -> String {
    format!("{}/tests/golden/summary/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// One event of a step, with the members of its old and new inputs.
pub(crate) fn step(kind: &str, op: &str, name: &str, old: Option<&str>, new: Option<&str>, more: &str) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let urn = quoted(&format!("urn:pulumi:prod::shop::aws:s3/bucket:Bucket::{name}"));
    let state = |inputs: Option<&str>| {
        inputs.map_or("null".to_owned(), |inputs| {
            format!(r#"{{"type":"aws:s3/bucket:Bucket","urn":{urn},"custom":true,"id":"i","parent":"","inputs":{{{inputs}}},"outputs":{{}},"provider":""}}"#)
        })
    };
    format!(
        r#"{{"{kind}":{{"metadata":{{"op":{},"urn":{urn},"type":"aws:s3/bucket:Bucket","logical":true,"provider":"","old":{},"new":{}{more}}}}}}}"#,
        quoted(op),
        state(old),
        state(new)
    )
}

/// 4,000 creations, 500 updates of three properties, 500 deletions.
fn many() -> String {
    let mut log = String::new();
    for at in 0..5000 {
        let (op, old, new) = match at % 10 {
            8 => ("update", Some(r#""a":1,"b":[1,2],"c":"x""#), Some(r#""a":2,"b":[1,3],"d":"y""#)),
            9 => ("delete", Some(r#""a":1"#), None),
            _ => ("create", None, Some(r#""a":1"#)),
        };
        for kind in ["resourcePreEvent", "resOutputsEvent"] {
            let _ = writeln!(log, "{}", step(kind, op, &format!("bucket-{at}"), old, new, ""));
        }
    }
    log.push_str(r#"{"summaryEvent":{"durationSeconds":502,"resourceChanges":{"create":4000,"update":500,"delete":500},"result":"succeeded"}}"#);
    log
}
