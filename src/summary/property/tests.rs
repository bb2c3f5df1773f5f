//! Recorded logs, held against what they say themselves and what Pulumi printed for them: which properties differ.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::info::{InfoDiff, differing, info_diff};
use super::path::{PathStep, PropertyPath};
use crate::summary::event::{Event, Payload};
use crate::wire::shallow::Scratch;

/// Folders with an `eventstream.json`.
fn folders() -> Option<Vec<PathBuf>> {
    let corpus = std::env::var_os("STACKSCOPE_CORPUS")?;
    let sets = ["engine", "display"].map(|set| Path::new(&corpus).join("pulumi-event-logs").join(set));
    let mut found: Vec<_> = sets.iter().flat_map(|set| fs::read_dir(set).unwrap()).map(|entry| entry.unwrap().path()).collect();
    found.sort();
    Some(found)
}

fn each_event(folder: &Path, mut seen: impl FnMut(&Event<'_>)) {
    let log = fs::read_to_string(folder.join("eventstream.json")).unwrap();
    let mut scratch = Scratch::default();
    for text in serde_json::Deserializer::from_str(&log).into_iter::<Box<serde_json::value::RawValue>>() {
        seen(&Event::parse(text.unwrap().get(), &mut scratch).unwrap());
    }
}

/// Not checked without a corpus.
macro_rules! corpus {
    () => {
        match folders() {
            Some(folders) => folders,
            None => {
                let _ = std::io::Write::write_all(&mut std::io::stdout(), b"NOT RUN: no corpus\n");
                return;
            }
        }
    };
}

fn say(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stdout(), format!("{text}\n").as_bytes());
}

#[test]
fn changed_keys_are_those_that_the_log_names() {
    let folders = corpus!();
    let (mut compared, mut described, mut wrong) = (0, 0, Vec::new());
    for folder in &folders {
        each_event(folder, |event| {
            let Payload::ResourcePre(_) = event.payload else { return };
            let Some(step) = event.step() else { return };
            let (Some(named), Some(_), Some(_)) = (&step.diffs, &step.old, &step.new) else { return };
            let named: BTreeSet<String> = named
                .iter()
                .filter_map(|path| match PropertyPath::parse_or_key(path).0.into_iter().next() {
                    Some(PathStep::Key(key)) => Some(key),
                    _ => None,
                })
                .collect();
            compared += 1;
            described += usize::from(step.detailed_diff.is_some());
            let InfoDiff { adds, deletes, updates } = differing(step, false).unwrap_or_default();
            let keys: BTreeSet<String> = adds.into_iter().chain(deletes).chain(updates).collect();
            if keys != named {
                wrong.push(format!("{}: {} {keys:?} {named:?}", folder.display(), step.urn));
            }
        });
    }
    say(&format!(
        "{compared} pairs of states compared with the differences that their logs name; {described} described by providers"
    ));
    assert!(compared > 0);
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Text without colour tags.
fn plain(tagged: &str) -> String {
    let mut pieces = tagged.split("<{%");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    pieces.for_each(|piece| out.push_str(piece.split_once("%}>").map_or("", |(_, rest)| rest)));
    out
}

/// The column as it is printed.
fn column(info: &InfoDiff) -> String {
    let mut out = "diff: ".to_owned();
    for (mark, keys) in [("+", &info.adds), ("-", &info.deletes), ("~", &info.updates)] {
        if !keys.is_empty() {
            out.push_str(mark);
            out.push_str(&keys.join(","));
        }
    }
    out
}

/// Name and `diff` column of a row, if it has one.
fn row(line: &str) -> Option<(String, String)> {
    let (head, tail) = line.split_once("[diff: ")?;
    let words: Vec<_> = head.split_whitespace().collect();
    let at = words.iter().position(|word| word.contains(':'))?;
    let (diff, _) = tail.split_once(']')?;
    Some(((*words.get(at + 1)?).to_owned(), format!("diff: {}", diff.trim_end_matches(';'))))
}

#[test]
fn the_diff_column_of_recorded_rows() {
    let folders = corpus!();
    let (mut rows, mut wrong) = (0, Vec::new());
    for folder in &folders {
        let Ok(printed) = fs::read_to_string(folder.join("progress.stdout.txt")) else { continue };
        let mut recorded = Vec::new();
        for line in plain(&printed).lines() {
            recorded.extend(row(line));
        }
        let mut computed = BTreeSet::new();
        each_event(folder, |event| {
            let Some(step) = event.step() else { return };
            if let Some(info) = info_diff(step, false) {
                let name = step.urn.rsplit("::").next().unwrap_or_default().to_owned();
                computed.insert((name, column(&info)));
            }
        });
        rows += recorded.len();
        let recorded: BTreeSet<_> = recorded.into_iter().collect();
        for odd in recorded.symmetric_difference(&computed) {
            let side = if recorded.contains(odd) { "recorded" } else { "computed" };
            wrong.push(format!("{} {side} {odd:?}", folder.display()));
        }
    }
    say(&format!("{rows} recorded diff columns compared"));
    assert!(rows > 0);
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
