//! What the integration tests share: JSON as written, generated states, edits, and an independent idea of equality.

#![allow(dead_code)]

pub(crate) mod generate;
pub(crate) mod json;
pub(crate) mod mutate;
pub(crate) mod oracle;
pub(crate) mod states;

use proptest::test_runner::{Config, RngSeed};
use stackscope::checkpoint::Checkpoint;
use stackscope::diff::{DiffOptions, StateDiff};

/// The same cases in every run, unless `PROPTEST_RNG_SEED` or `PROPTEST_CASES` ask for others.
pub(crate) fn config(cases: u32) -> Config {
    let default = Config::default();
    let rng_seed = if std::env::var_os("PROPTEST_RNG_SEED").is_some() { default.rng_seed } else { RngSeed::Fixed(20_260_821) };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
    Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 20_000, ..default }
}

pub(crate) fn read(text: &str) -> Checkpoint {
    Checkpoint::parse(text.as_bytes().to_vec()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

pub(crate) fn diff(old: &str, new: &str) -> StateDiff {
    diff_with(old, new, DiffOptions::default())
}

pub(crate) fn diff_with(old: &str, new: &str, options: DiffOptions) -> StateDiff {
    StateDiff::new(&read(old), &read(new), options).expect("good patterns")
}

/// Options with internal keys shown, so that nothing is left out.
pub(crate) fn in_full() -> DiffOptions {
    DiffOptions { show_internal: true, ..DiffOptions::default() }
}
