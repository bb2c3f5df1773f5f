#![cfg(not(target_arch = "wasm32"))]
use stackscope::summary::*;
use std::path::*;
fn logs(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join("eventstream.json").is_file() { found.push(folder.to_owned()); }
    let mut inner: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    inner.sort();
    for path in inner.iter().filter(|path| path.is_dir()) { logs(path, found); }
}
#[test]
fn scratch() {
    let mut f = vec![]; logs(Path::new("/work/shared/corpus/pulumi-event-logs"), &mut f);
    let mut t = String::new(); let mut m = String::new();
    let start = std::time::Instant::now();
    for p in f { let mut log = EventLog::default(); log.write(&std::fs::read(p.join("eventstream.json")).unwrap()).unwrap(); log.end().unwrap(); let s = log.summary();
        t += &format!("##### {}\n{}\n", p.display(), to_text(&s, &SummaryTextOptions::default()));
        m += &format!("##### {}\n{}\n", p.display(), to_markdown(&s, &MarkdownOptions::default())); }
    println!("{:?}", start.elapsed());
    std::fs::write("/tmp/t-all.txt", t).unwrap(); std::fs::write("/tmp/t-all.md", m).unwrap();
    // size
    let mut log = String::new();
    for i in 0..100_000 { log += &format!("{{\"resourcePreEvent\":{{\"metadata\":{{\"op\":\"update\",\"urn\":\"urn:pulumi:s::p::a:b/c:C::r{i}\",\"type\":\"a:b/c:C\",\"old\":{{\"type\":\"a:b/c:C\",\"urn\":\"x\",\"custom\":true,\"inputs\":{{\"a\":1,\"b\":\"{i}\"}}}},\"new\":{{\"type\":\"a:b/c:C\",\"urn\":\"x\",\"custom\":true,\"inputs\":{{\"a\":2,\"b\":\"x{i}\"}}}}}}}}}}\n{{\"diagnosticEvent\":{{\"severity\":\"error\",\"urn\":\"urn:pulumi:s::p::a:b/c:C::r{i}\",\"message\":\"{}\"}}}}\n", "long message\\n".repeat(20)); }
    let mut l = EventLog::default(); l.write(log.as_bytes()).unwrap(); l.end().unwrap();
    let s = l.summary();
    for max in [65_536usize, 1 << 20, 1 << 30] { let start = std::time::Instant::now(); let n = to_markdown(&s, &MarkdownOptions { max_bytes: max, ..Default::default() }).len(); println!("{max} {n} {:?}", start.elapsed()); }
    let start = std::time::Instant::now(); let n = to_text(&s, &SummaryTextOptions::default()).len(); println!("text {n} {:?}", start.elapsed());
    let start = std::time::Instant::now(); let n = to_text(&s, &SummaryTextOptions { all: true, color: true }).len(); println!("all {n} {:?}", start.elapsed());
}
