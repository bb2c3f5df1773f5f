//! Forms, places and damage, seen from the reader's own interface.

use super::*;

#[derive(Default, Debug, PartialEq)]
struct Seen {
    events: Vec<(String, u64, u64)>,
    problems: Vec<(u64, u64, String)>,
}

impl Taker for Seen {
    fn event(&mut self, found: Found<'_>) -> Result<()> {
        assert!(!found.event.kind.is_empty());
        self.events.push((found.text.to_owned(), found.offset, found.line));
        Ok(())
    }
    fn problem(&mut self, problem: LogProblem) {
        self.problems.push((problem.line, problem.offset, problem.message));
    }

    fn keeps_texts(&self) -> bool {
        true
    }
}

impl Seen {
    fn texts(&self) -> Vec<&str> {
        self.events.iter().map(|(text, ..)| &**text).collect()
    }
    fn lines(&self) -> Vec<u64> {
        self.events.iter().map(|(_, _, line)| *line).collect()
    }
    fn problem_lines(&self) -> Vec<u64> {
        self.problems.iter().map(|(line, ..)| *line).collect()
    }
}

fn read_with(mut reader: Reader, log: &[u8], step: usize) -> (Seen, Result<()>) {
    let mut seen = Seen::default();
    let mut outcome = Ok(());
    for part in log.chunks(step.max(1)) {
        outcome = outcome.and(reader.push(part, &mut seen));
    }
    let end = reader.finish(&mut seen);
    (seen, outcome.and(end))
}

/// Reads it in parts of several sizes, which must not matter; checks that each event stands where it is said to.
fn read(log: impl AsRef<[u8]>) -> Seen {
    let log = log.as_ref();
    let (seen, outcome) = read_with(Reader::new(false), log, log.len());
    outcome.unwrap();
    for step in [1, 2, 3, 7, 64] {
        assert_eq!(read_with(Reader::new(false), log, step).0, seen, "parts of {step}");
    }
    for (text, offset, line) in &seen.events {
        let (before, rest) = log.split_at(*offset as usize);
        assert_eq!(1 + before.iter().filter(|&&byte| byte == b'\n').count() as u64, *line);
        if !text.contains("\"timestamp\":0,") {
            assert!(rest.starts_with(text.as_bytes()));
        }
    }
    seen
}

fn strict(log: impl AsRef<[u8]>) -> Error {
    let log = log.as_ref();
    let whole = read_with(Reader::new(true), log, log.len()).1.unwrap_err();
    assert_eq!(read_with(Reader::new(true), log, 1).1.unwrap_err(), whole);
    whole
}

const A: &str = r#"{"sequence":1,"stdoutEvent":{"message":"a } ] , \" {"}}"#;
const B: &str = r#"{"stdoutEvent":{"message":"b\\"},"sequence":2}"#;
const C: &str = r#"{"type":"cancelEvent","timestamp":5}"#;

fn pretty(text: &str, indent: usize) -> String {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    serde_json::to_string_pretty(&value).unwrap().replace('\n', &format!("\n{}", " ".repeat(indent)))
}

#[test]
fn every_form_gives_the_same_events() {
    let page = format!("{{\"events\":[{A},{B}],\"continuationToken\":\"x\"}}{{\"continuationToken\":null,\"events\":[{C}]}}");
    for log in [
        format!("{A}\n{B}\n{C}\n"),
        format!("{A}\r\n{B}\r\n{C}"),
        format!("\u{feff}{A}\n\n  {B}\t\n{C}"),
        format!("{A}{B}  {C}"),
        format!("[{A},{B},{C}]"),
        format!("[\n  {A},\n  {B},\n  {C}\n]\n"),
        format!("[{A}]\n[]\n[[{B}],{C}]"),
        page.clone(),
        format!("[{}]", page.replacen("}{", "},{", 1).replacen("]}{", "]},{", 1)),
        format!("{{\"events\":null}}\n{page}"),
    ] {
        let seen = read(&log);
        assert_eq!((seen.texts(), seen.problems.len()), (vec![A, B, C], 0), "{log}");
        read_with(Reader::new(true), log.as_bytes(), 5).1.unwrap();
    }
}

#[test]
fn laid_out_values_are_read_to_their_end() {
    let (a, b, c) = (pretty(A, 0), pretty(B, 0), pretty(C, 0));
    for log in [format!("{a}\n{b}\n{c}\n"), format!("{a}{b}{c}")] {
        assert_eq!(read(&log).texts(), [&a, &b, &c]);
    }
    let [x, y, z] = [A, B, C].map(|text| pretty(text, 2));
    let seen = read(format!("[\n  {x},\n  {y},\n  {z}\n]\n"));
    assert_eq!((seen.texts(), seen.lines()), (vec![&*x, &y, &z], vec![2, 8, 14]));
    let page = format!("{{\n \"events\": [\n  {x},\n  {y}]}}");
    assert_eq!(read(page).lines(), [3, 9]);
}

#[test]
fn noise_is_reported_with_its_place_and_passed_over() {
    let seen = read(format!("Updating (dev)…\n{A}\n\n[1/3] building\n[INFO] x\n{B} trailing\n<html>\n12\n{{}}\n{C}\n"));
    assert_eq!(seen.texts(), [A, B, C]);
    assert_eq!(seen.problem_lines(), [1, 4, 5, 6, 7, 8, 9]);
    let offset = "Updating (dev)…\n".len() as u64 + A.len() as u64 + 3;
    assert_eq!(seen.problems[1], (4, offset, "this value is no engine event".to_owned()));
    for (log, code, at) in [
        (&b"Updating\n"[..], ErrorCode::NotJson, 0),
        (b"{}\n", ErrorCode::WrongShape, 0),
        (b"{\"sequence\":1}", ErrorCode::WrongShape, 0),
        (b"{\"urn\":\"u\",\"type\":\"aws:s3:Bucket\"}", ErrorCode::WrongShape, 0),
        (b"null\n", ErrorCode::WrongShape, 0),
        (b"[3]", ErrorCode::WrongShape, 1),
        (b"[{\"type\":\"cancelEvent\"},]", ErrorCode::NotJson, 24),
        (b"[{\"type\":\"cancelEvent\"}{}]", ErrorCode::NotJson, 23),
        (b"[,]", ErrorCode::NotJson, 1),
        (b"[", ErrorCode::Truncated, 1),
        (b"\n{\"type\" 1}\n", ErrorCode::NotJson, 9),
        (b"{\"type\":\"\\x\"}\n", ErrorCode::NotJson, 9),
        (b"{\"type\":\"cancelEvent\"", ErrorCode::Truncated, 21),
        (b"{\"type\":\"cancel\n{\"type\":\"cancelEvent\"}\n", ErrorCode::Truncated, 15),
        (b"{\"type\":\"caf\xe9\"}\n", ErrorCode::InvalidUtf8, 12),
        (b"\xff\xfe{\0}\0\n\0", ErrorCode::InvalidUtf8, 0),
        (b"\0\0\0\0", ErrorCode::NotJson, 0),
        (b"\xef\xbb", ErrorCode::InvalidUtf8, 0),
    ] {
        let error = strict(log);
        assert_eq!((error.code(), error.offset()), (code, Some(at)), "{error} in {:?}", String::from_utf8_lossy(log));
        assert!(error.message().starts_with("line "));
    }
}

#[test]
fn a_line_that_breaks_off_costs_itself_only() {
    for cut in 1..A.len() {
        let seen = read(format!("{B}\n{}\n{C}\n{B}\n", &A[..cut]));
        assert_eq!((seen.texts(), seen.problem_lines()), (vec![B, C, B], vec![2]), "{}", &A[..cut]);
        let seen = read(format!("{B}\n{}", &A[..cut]));
        assert_eq!((seen.texts(), seen.problem_lines()), (vec![B], vec![2]), "{}", &A[..cut]);
        // A tail of a growing file begins in the middle of a line.
        let seen = read(format!("{}\n{B}\n{C}", &A[cut..]));
        assert_eq!((seen.texts(), seen.problem_lines()), (vec![B, C], vec![1]), "{}", &A[cut..]);
    }
    let seen = read(format!("{{\"a\":\n{A}\n"));
    assert_eq!((seen.texts(), seen.problem_lines()), (vec![A], vec![1]));
}

#[test]
fn damage_in_laid_out_values_costs_those_only() {
    let (a, b) = (pretty(A, 0), pretty(B, 0));
    let lines: Vec<&str> = a.lines().collect();
    for lost in 0..lines.len() {
        let rest = [&lines[..lost], &lines[lost + 1..]].concat().join("\n");
        let seen = read(format!("{b}\n{rest}\n{b}\n{C}\n"));
        let texts = seen.texts();
        assert_eq!((texts[0], &texts[texts.len() - 2..]), (&*b, &[&*b, C][..]), "without line {lost}");
        assert!(seen.problems.len() <= 2, "{:?}", seen.problems);
    }
    let [x, y, z] = [A, B, C].map(|text| pretty(text, 2));
    for broken in ["{\n    \"a\": @\n  }", "{\n    \"l\": [\n      {\n        \"type\": \"t\"\n      }\n    ]]\n  }", "7", "{\n"]
    {
        for log in [format!("[\n  {broken},\n  {x},\n  {y},\n  {z}\n]\n"), format!("[\n  {x},\n  {broken},\n  {y},\n  {z}\n]\n")]
        {
            let seen = read(&log);
            assert_eq!(seen.texts(), [&*x, &y, &z], "{log}");
            assert_eq!(seen.problems.len(), 1, "{log} {:?}", seen.problems);
        }
    }
}

#[test]
fn a_state_is_named() {
    for state in ["{\"version\":3,\"deployment\":{}}", "{\"manifest\":{},\n\"resources\":[]}", "{\"resources\":[]}"] {
        let seen = read(state);
        assert_eq!(seen.problems.len(), 1);
        assert!(seen.problems[0].2.contains("use diff or check"));
        assert_eq!(strict(state).code(), ErrorCode::WrongShape);
    }
    assert_eq!(read(""), Seen::default());
    assert_eq!(read(" \n\n[]"), Seen::default());
}

#[test]
fn a_page_gives_its_sound_events() {
    let seen = read(format!("{{\"events\":[{A},\n3,{{}},\n{B}]}}"));
    assert_eq!((seen.texts(), seen.lines(), seen.problem_lines()), (vec![A, B], vec![1, 3], vec![2, 2]));
}

#[test]
fn wrong_punctuation_of_a_list_is_one_problem() {
    for log in [format!("[{A}\n{B}\n{C}\n"), format!("[,{A},,{B} {C},"), format!("[{A}{B},\n{C},]")] {
        let seen = read(&log);
        assert_eq!((seen.texts(), seen.problems.len()), (vec![A, B, C], 1), "{log}");
    }
}

#[test]
fn too_deep_and_too_large_are_refused() {
    let deep = format!("{{\"a\":{}\n{A}\n", "[".repeat(300_000));
    let (seen, outcome) = read_with(Reader::new(false), deep.as_bytes(), 4096);
    assert_eq!((seen.texts(), seen.problem_lines(), outcome), (vec![A], vec![1], Ok(())));
    assert_eq!(read_with(Reader::new(true), deep.as_bytes(), 4096).1.unwrap_err().code(), ErrorCode::TooDeep);
    let lists = "[".repeat(300_000);
    assert_eq!(read_with(Reader::new(true), lists.as_bytes(), 4096).1.unwrap_err().code(), ErrorCode::TooDeep);

    let large = format!("{B}\n{{\"type\":\"{}\"}}\n{C}\n", "x".repeat(5000));
    for step in [1, 1000, 10_000] {
        let (seen, _) = read_with(Reader::with_limit(false, 100), large.as_bytes(), step);
        assert_eq!((seen.texts(), seen.problem_lines()), (vec![B, C], vec![2]), "{step}");
        let error = read_with(Reader::with_limit(true, 100), large.as_bytes(), step).1.unwrap_err();
        assert_eq!(error.code(), ErrorCode::Unreadable);
    }
}

#[test]
fn reading_again_is_bounded() {
    let nested = "{\"a\":\n".repeat(20_000);
    let started = std::time::Instant::now();
    let (seen, _) = read_with(Reader::new(false), nested.as_bytes(), 1000);
    assert!(!seen.problems.is_empty());
    let long = format!("{}\n", "{}{\"a\":[[{}]]}".repeat(20_000));
    let (seen, _) = read_with(Reader::new(false), long.as_bytes(), long.len());
    assert!(seen.events.is_empty());
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn a_failed_reader_stays_failed_and_a_finished_one_goes_on() {
    let (mut reader, mut seen) = (Reader::new(true), Seen::default());
    let error = reader.push(b"rubbish\n", &mut seen).unwrap_err();
    assert_eq!(reader.push(C.as_bytes(), &mut seen), Err(error.clone()));
    assert_eq!(reader.finish(&mut seen), Err(error));
    assert_eq!(seen, Seen::default());

    let (mut reader, mut seen) = (Reader::new(true), Seen::default());
    for _ in 0..2 {
        reader.push(format!("{C}\n").as_bytes(), &mut seen).unwrap();
        reader.finish(&mut seen).unwrap();
    }
    assert_eq!((seen.texts(), seen.lines()), (vec![C, C], vec![1, 2]));
}

#[test]
fn whole_values_are_given_out_before_the_line_ends() {
    let (mut reader, mut seen) = (Reader::new(false), Seen::default());
    for (count, log) in [(1, A.to_owned()), (2, format!("\n[{B}")), (4, format!(",{{\"events\":[{A},{B}]}}"))] {
        reader.push(log.as_bytes(), &mut seen).unwrap();
        assert_eq!(seen.events.len(), count);
    }
}

#[test]
fn a_damaged_archive_gives_what_came_before() {
    use std::io::Write;
    let log = format!("{A}\n{B}\n").repeat(5000);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(log.as_bytes()).unwrap();
    let stored = encoder.finish().unwrap();
    let cut = &stored[..stored.len() - 40];
    let (seen, outcome) = read_with(Reader::new(false), cut, 100);
    outcome.unwrap();
    assert!(seen.events.len() > 100 && seen.problems[0].2.contains("the gzip stream is damaged or cut off"));
    let error = read_with(Reader::new(true), cut, 100).1.unwrap_err();
    assert_eq!((error.code(), error.offset()), (ErrorCode::Decompress, Some(cut.len() as u64)));
}
