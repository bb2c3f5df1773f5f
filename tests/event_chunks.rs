//! Laws of reading a log: cuts, compression, layout and page sizes never matter; damage costs what it touches.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::print_stdout)]

use std::io::Write;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};
use stackscope::summary::{EventLog, LogOptions};

/// Text with everything that a reader of brackets could trip over.
const TRAPS: [&str; 8] =
    ["plain", "a } ] , [ {", "\\\" \\", "line\n{\"sequence\":9}\n", "größer – 日本 😀", "", "\u{feff}", "\t\u{1f}"];

fn event() -> impl Strategy<Value = Value> {
    let text = || prop::sample::select(&TRAPS[..]);
    (0..6u8, any::<u16>(), text(), text()).prop_map(|(kind, number, one, two)| {
        let urn = format!("urn:pulumi:dev::p::t:m:T::r{}", number % 7);
        let payload = match kind {
            0 => ("stdoutEvent", json!({"message": one, "color": "never"})),
            1 => ("diagnosticEvent", json!({"message": one, "severity": "info", "urn": urn})),
            2 => ("newKindEvent", json!([one, [{"x": [two, {}, []]}], null, -1.5e-3])),
            3 => ("preludeEvent", json!({"config": {one: two}})),
            _ => {
                let metadata = json!({"op": "update", "urn": urn, "type": "t:m:T", "logical": true, "old": {"inputs": {"a": one, "l": [{"k": two}]}}, "new": {"inputs": {}}});
                (if kind == 4 { "resourcePreEvent" } else { "resOutputsEvent" }, json!({"metadata": metadata}))
            }
        };
        json!({"sequence": number, "timestamp": 1_700_000_000 + u64::from(number), payload.0: payload.1})
    })
}

/// The same events in one of the forms.
fn written(events: &[Value], form: usize, page: usize) -> Vec<u8> {
    let lines: Vec<String> = events.iter().map(Value::to_string).collect();
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap();
    let pages = || events.chunks(page).map(|part| json!({"events": part, "continuationToken": "x"}));
    match form {
        0 => lines.iter().map(|line| format!("{line}\n")).collect::<String>(),
        1 => format!("\u{feff}{}", lines.join("\r\n")),
        2 => events.iter().map(pretty).collect::<Vec<_>>().join("\n"),
        3 => lines.concat(),
        4 => Value::from(events).to_string(),
        5 => pretty(&Value::from(events)),
        6 => pages().map(|page| page.to_string()).collect(),
        7 => pages().map(|page| pretty(&page) + "\n").collect(),
        _ => Value::from_iter(pages()).to_string(),
    }
    .into_bytes()
}

const FORMS: usize = 9;

fn stored(bytes: &[u8], compression: u8) -> Vec<u8> {
    let (one, two) = bytes.split_at(bytes.len() / 3);
    match compression {
        0 => bytes.to_vec(),
        1 => [one, two]
            .map(|part| {
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
                encoder.write_all(part).unwrap();
                encoder.finish().unwrap()
            })
            .concat(),
        _ => [one, two].map(|part| ruzstd::encoding::compress_to_vec(part, ruzstd::encoding::CompressionLevel::Fastest)).concat(),
    }
}

fn read(bytes: &[u8], mut cuts: impl FnMut() -> usize) -> EventLog {
    let mut log = EventLog::default();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (part, after) = rest.split_at(cuts().clamp(1, rest.len()));
        log.write(part).unwrap();
        rest = after;
    }
    log.end().unwrap();
    log
}

fn shown(log: &EventLog) -> (Value, Vec<Value>, Value) {
    let events = serde_json::from_str(&log.events_json(0, usize::MAX).unwrap()).unwrap();
    let lines = log.to_ndjson().unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (events, lines, serde_json::to_value(log.summary()).unwrap())
}

/// The same value with the keys of all objects in another order.
fn turned(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<_> =
                members.iter().rev().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), turned(value))).collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(turned).collect::<Vec<_>>().join(",")),
        _ => value.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn form_cuts_and_compression_do_not_matter(
        events in prop::collection::vec(event(), 0..12), form in 0..FORMS, page in 1..5usize, compression in 0..3u8,
        sizes in prop::collection::vec(prop_oneof![1..4usize, 1..200usize, 1..5000usize], 1..20),
    ) {
        let bytes = stored(&written(&events, form, page), compression);
        let mut sizes = sizes.iter().copied().cycle();
        let log = read(&bytes, || sizes.next().unwrap());
        let (whole, lines, summary) = shown(&log);
        prop_assert_eq!(&whole, &Value::from(events.clone()));
        prop_assert_eq!(Value::from(lines), whole);
        let plain = read(&written(&events, 0, 1), || usize::MAX);
        prop_assert_eq!(summary, serde_json::to_value(plain.summary()).unwrap());
        let mut strict = EventLog::new(LogOptions { strict: true, ..LogOptions::default() });
        strict.write(&bytes).unwrap();
        strict.end().unwrap();
    }

    #[test]
    fn order_of_keys_does_not_matter(events in prop::collection::vec(event(), 1..10)) {
        let log = read(events.iter().map(|event| turned(event) + "\n").collect::<String>().as_bytes(), || 77);
        let page = read(turned(&json!({"events": events, "continuationToken": "x"})).as_bytes(), || 13);
        let plain = read(&written(&events, 0, 1), || usize::MAX);
        prop_assert_eq!(shown(&log), shown(&plain));
        prop_assert_eq!(shown(&page), shown(&plain));
    }

    #[test]
    fn damage_costs_the_lines_that_it_touches(
        events in prop::collection::vec(event(), 1..12),
        blows in prop::collection::vec((any::<prop::sample::Index>(), 0..5u8, any::<u8>()), 1..4),
        size in 1..300usize, form in 0..FORMS, compression in 0..3u8,
    ) {
        // Number each event by its line, so that those that survive can be told.
        let numbered: Vec<Value> = events.iter().enumerate().map(|(at, event)| { let mut event = event.clone(); event["sequence"] = at.into(); event }).collect();
        let lines: Vec<Vec<u8>> = numbered.iter().map(|event| format!("{event}\n").into_bytes()).collect();
        let mut touched = vec![false; lines.len()];
        let mut broken = lines.clone();
        for (place, kind, byte) in &blows {
            let at = place.index(broken.len());
            touched[at] = true;
            let line = &mut broken[at];
            let within = place.index(line.len());
            // The line feed stays, unless the damage is that it goes.
            match kind {
                0 => line.truncate(within),
                1 if within + 1 < line.len() => line[within] = *byte,
                2 => line.insert(within, *byte),
                3 => line.splice(..within, b"noise".iter().copied()).for_each(drop),
                _ => line.insert(within, b'\n'),
            }
            if line.last() != Some(&b'\n') {
                line.push(b'\n');
            }
        }
        let log = read(&stored(&broken.concat(), compression), || size);
        let (found, ..) = shown(&log);
        let found: Vec<&Value> = found.as_array().unwrap().iter().collect();
        for (event, touched) in numbered.iter().zip(&touched) {
            prop_assert!(*touched || found.contains(&event), "lost {} in {:?}", event, String::from_utf8_lossy(&broken.concat()));
        }

        // In any form, stored or not, damage never panics, and cuts do not matter.
        let mut bytes = written(&numbered, form, 3);
        let mut packed = stored(&bytes, compression);
        for (place, _, byte) in &blows {
            let (at, packed_at) = (place.index(bytes.len()), place.index(packed.len()));
            (bytes[at], packed[packed_at]) = (*byte, *byte);
        }
        prop_assert_eq!(shown(&read(&bytes, || size)), shown(&read(&bytes, || usize::MAX)));
        read(&packed, || size);
    }

    #[test]
    fn rubbish_never_panics(bytes in prop::collection::vec(prop_oneof![prop::sample::select(b"{}[],:\" \n\\te1\xef\xbb\xbf\xff\0".to_vec()), any::<u8>()], 0..300), size in 1..50usize) {
        prop_assert_eq!(shown(&read(&bytes, || size)), shown(&read(&bytes, || usize::MAX)));
        let mut strict = EventLog::new(LogOptions { strict: true, ..LogOptions::default() });
        let _ = strict.write(&bytes).and_then(|()| strict.end());
    }
}

#[test]
fn one_byte_at_a_time_stays_linear() {
    let event = json!({"sequence": 1, "resourcePreEvent": {"metadata": {"op": "same", "urn": "u", "old": {"inputs": {"list": vec!["x y"; 50]}}}}});
    for (form, least) in [(2, 5 << 20), (5, 5 << 20), (4, 1 << 20), (6, 1 << 20)] {
        let one = written(std::slice::from_ref(&event), form, 1).len();
        let bytes = written(&vec![event.clone(); least / one], form, 1000);
        let started = Instant::now();
        let mut log = EventLog::new(LogOptions { keep_bytes: 0, ..LogOptions::default() });
        bytes.chunks(1).for_each(|byte| log.write(byte).unwrap());
        log.end().unwrap();
        assert_eq!(log.len(), least / one);
        println!("form {form}: {} bytes in {:?}", bytes.len(), started.elapsed());
        assert!(started.elapsed() < Duration::from_secs(8));
    }
}

/// What nobody looks at need not be sound where no texts are kept; wherever the log is cut, and however it is laid out.
#[test]
fn damage_in_unchanged_values_is_the_same_for_every_cut() {
    let event = r#"{"timestamp":1,"resourcePreEvent":{"metadata":{"op":"same","urn":"urn:pulumi:s::p::t:t:T::n","old":{"inputs":{"a":{"b":tru}}},"new":{"inputs":{"a":{"b":[1 2]}}},"logical":true}}}"#;
    let changed = event.replace("\"same\"", "\"update\"");
    let text = format!("{event}\n{changed}\n{event}  \r\n{event}{event}\n {event}\nnoise\n{event}");
    let read = |cut: usize| {
        let mut log = EventLog::new(LogOptions { keep_bytes: 0, ..LogOptions::default() });
        log.write(&text.as_bytes()[..cut]).unwrap();
        log.write(&text.as_bytes()[cut..]).unwrap();
        log.end().unwrap();
        let summary = log.summary();
        (log.len(), summary.problem_count, summary.problems)
    };
    let whole = read(0);
    for cut in 0..text.len() {
        assert_eq!(read(cut), whole, "{cut}");
    }
    assert_eq!(whole.0, 3, "lines of an unchanged resource: {whole:?}");
    assert!(whole.2.iter().any(|problem| problem.line == 2), "what changes must be sound: {whole:?}");
}
