//! Pulumi's own recorded logs, printed and held against what Pulumi's command line printed for them.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use stackscope::summary::{ColorMode, DisplayOptions, EventLog, ViewKind};

/// Folders with an `eventstream.json`, at any depth.
fn logs(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join("eventstream.json").is_file() {
        found.push(folder.to_owned());
    }
    let mut inner: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    inner.sort();
    for path in inner.iter().filter(|path| path.is_dir()) {
        logs(path, found);
    }
}

fn printed(folder: &Path, kind: ViewKind, color: ColorMode) -> String {
    let mut log = EventLog::default();
    log.write(&fs::read(folder.join("eventstream.json")).unwrap()).unwrap();
    log.end().unwrap();
    let display = folder.parent().is_some_and(|set| set.ends_with("display"));
    let options = DisplayOptions {
        show_config: display,
        show_sames: true,
        show_replacement_steps: true,
        show_reads: true,
        show_full_output: true,
        suppress_progress: kind == ViewKind::Progress && !display,
        color,
        stack: Some("stack".to_owned()),
        project: Some("project".to_owned()),
        permalink: Some(if display { "link" } else { "http://example.com" }.to_owned()),
        preview: (kind == ViewKind::Progress).then_some(false),
        ..DisplayOptions::default()
    };
    log.print(kind, &options).unwrap()
}

#[test]
#[allow(clippy::print_stderr)]
fn as_pulumi_prints_them() {
    let Some(corpus) = std::env::var_os("STACKSCOPE_CORPUS") else { return eprintln!("NOT RUN: no corpus") };
    let mut folders = Vec::new();
    logs(&Path::new(&corpus).join("pulumi-event-logs"), &mut folders);
    for (kind, file) in [(ViewKind::Diff, "diff.stdout.txt"), (ViewKind::Progress, "progress.stdout.txt")] {
        let recorded: Vec<_> = folders.iter().filter(|folder| folder.join(file).is_file()).collect();
        assert!(recorded.len() > 100, "{} texts in {corpus:?}", recorded.len());
        let differs =
            |folder: &&&PathBuf| printed(folder, kind, ColorMode::Raw) != fs::read_to_string(folder.join(file)).unwrap();
        let failed: Vec<_> = recorded.iter().filter(differs).map(|folder| folder.file_name().unwrap().to_owned()).collect();
        assert!(failed.is_empty(), "{file}: {} of {} differ: {failed:?}", failed.len(), recorded.len());
    }
}
