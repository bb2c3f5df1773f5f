//! Real checkpoints, where a folder of them is given by `STACKSCOPE_CORPUS`.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::oracle;
use stackscope::checkpoint::Checkpoint;
use stackscope::diff::{Change, ChangeFilter, DiffOptions, StateDiff};

/// The files by name, or `None` (and a word about it) where there is no corpus.
#[allow(clippy::print_stderr)]
fn corpus() -> Option<BTreeMap<&'static str, String>> {
    let Some(folder) = std::env::var_os("STACKSCOPE_CORPUS").map(PathBuf::from) else {
        eprintln!("NOT RUN: no corpus");
        return None;
    };
    let read = |name: &'static str| {
        let path = folder.join("pulumi-checkpoints").join(format!("checkpoint-{name}.json"));
        (name, std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    Some(["v1", "v3", "v4", "secrets"].map(read).into())
}

fn rows(old: &str, new: &str) -> (StateDiff, Vec<Change>) {
    let diff = StateDiff::new(&common::read(old), &common::read(new), DiffOptions::default()).unwrap();
    let rows = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows;
    (diff, rows)
}

#[test]
fn all_files_load() {
    let Some(files) = corpus() else { return };
    for (name, text) in &files {
        let state = Checkpoint::parse(text.clone().into_bytes()).unwrap();
        let summary = state.summary();
        assert_eq!((state.len(), summary.counts.live), (30, 30), "{name}");
        assert_eq!(
            summary.version,
            if *name == "v1" {
                1
            } else if *name == "v4" {
                4
            } else {
                3
            },
            "{name}"
        );
        assert!(summary.warnings.is_empty() && summary.stack.is_some() && summary.project.is_some(), "{name}");
        // These are old: parents stand behind their children, which nothing but the check minds.
        let findings = state.check().findings;
        assert!(
            findings
                .iter()
                .all(|finding| ["later_parent", "parent_type_mismatch", "wrong_magic"].contains(&finding.code.as_str())),
            "{name}: {findings:?}"
        );
    }
}

#[test]
fn version_4_adds_one_field() {
    let Some(files) = corpus() else { return };
    let (diff, rows) = rows(&files["v3"], &files["v4"]);
    assert_eq!(diff.summary().same, 29);
    let props: Vec<_> = rows
        .iter()
        .flat_map(|row| row.properties.iter().map(|prop| (row.name.as_str(), prop.path.as_str(), prop.kind.as_str())))
        .collect();
    assert_eq!(props, [("countDown", "refreshBeforeUpdate", "add")]);
    let state = diff.overview().state;
    let other: Vec<&str> = state.other.iter().map(|prop| prop.path.as_str()).collect();
    assert!(other.contains(&"version") && other.iter().any(|path| path.starts_with("features")), "{other:?}");
}

#[test]
fn values_became_secret() {
    let Some(files) = corpus() else { return };
    let (diff, rows) = rows(&files["v3"], &files["secrets"]);
    assert_eq!((rows.len(), diff.summary().update, diff.summary().same), (4, 4, 26));
    for prop in rows.iter().flat_map(|row| &row.properties) {
        assert!(prop.secret && (prop.path.starts_with("inputs") || prop.path.starts_with("outputs")), "{}", prop.path);
        assert_eq!(
            (prop.before.as_ref().unwrap().as_str(), prop.after.as_ref().unwrap().as_str()),
            ("\"[secret]\"", "\"[secret]\"")
        );
    }
}

#[test]
fn version_1_has_the_same_resources() {
    let Some(files) = corpus() else { return };
    let summary = rows(&files["v1"], &files["v3"]).0.summary();
    assert_eq!((summary.create, summary.delete, summary.replace, summary.moved), (0, 0, 0, 0));
}

#[test]
fn there_and_back_between_any_two() {
    let Some(files) = corpus() else { return };
    for (from, old) in &files {
        for (to, new) in &files {
            let (before, after) =
                (common::read(old), Checkpoint::parse_like(new.clone().into_bytes(), &common::read(old)).unwrap());
            let diff = StateDiff::new(&before, &after, DiffOptions::default()).unwrap();
            assert_eq!(diff.differs(), from != to, "{from} {to}");
            assert_eq!(oracle::value_of(&diff.apply(&before).unwrap().bytes()), oracle::value(new), "{from} {to}");
            assert_eq!(oracle::value_of(&diff.revert(&after).unwrap().bytes()), oracle::value(old), "{from} {to}");
            assert_eq!(oracle::patched(old, &diff.to_json_patch(false).unwrap()), oracle::value(new), "{from} {to}");
        }
    }
}
