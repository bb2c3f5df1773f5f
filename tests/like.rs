//! Reading with the help of another version gives what reading alone gives, whatever that version is.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::json::J;
use common::states::{bucket, export, with_inputs};
use common::{config, generate, mutate, oracle, read};
use proptest::prelude::*;
use proptest::sample::Index;
use stackscope::checkpoint::Checkpoint;
use stackscope::diff::{DiffOptions, StateDiff};

fn like(text: &str, base: &Checkpoint) -> Checkpoint {
    Checkpoint::parse_like(text.as_bytes().to_vec(), base).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Everything that can be asked of one state, as text.
fn answers(state: &Checkpoint) -> String {
    let rows = state.resources(&Default::default(), 0, usize::MAX);
    let mut out = format!(
        "{:?}\n{:?}\n{:?}\n{}\n{}\n",
        state.summary(),
        rows,
        state.facets(),
        state.stack_outputs(),
        state.pending_operations()
    );
    for row in &rows.rows {
        let marked = Some(row.flags.contains(&"delete"));
        out += &format!("{:?}\n{:?}\n", state.resource(&row.urn, marked, row.id.as_deref()), state.dependents(&row.urn));
        out += &format!("{:?}\n{:?}\n{:?}\n", state.dependencies(&row.urn), state.parents(&row.urn), state.children(&row.urn));
    }
    out + &state.check().to_text(false) + std::str::from_utf8(&state.bytes()).unwrap()
}

/// Everything that can be asked of two states, as text.
fn differences(old: &Checkpoint, new: &Checkpoint) -> String {
    let full = StateDiff::new(old, new, common::in_full()).unwrap();
    let diff = StateDiff::new(old, new, DiffOptions::default()).unwrap();
    let applied = diff.apply(old).unwrap();
    let applied = String::from_utf8(applied.bytes().into_owned()).unwrap();
    let reverted = diff.revert(new).unwrap();
    let reverted = String::from_utf8(reverted.bytes().into_owned()).unwrap();
    [full.to_json(), diff.to_json(), diff.to_text(&Default::default()), diff.to_json_patch(true).unwrap(), applied, reverted]
        .join("\n")
}

fn agree(text: &str, base: &Checkpoint, others: &[&Checkpoint]) -> Result<Checkpoint, TestCaseError> {
    let (plain, shared) = (read(text), like(text, base));
    prop_assert_eq!(answers(&plain), answers(&shared));
    for other in others {
        prop_assert_eq!(differences(other, &plain), differences(other, &shared));
        prop_assert_eq!(differences(&plain, other), differences(&shared, other));
    }
    prop_assert!(!StateDiff::new(&plain, &shared, common::in_full()).unwrap().differs());
    Ok(shared)
}

/// A state made of others' records, some whole, some edited, repeated and out of order.
fn patchwork() -> BoxedStrategy<(J, J)> {
    let pieces = proptest::collection::vec((any::<Index>(), proptest::option::weighted(0.2, generate::value())), 0..12);
    (generate::state(), pieces)
        .prop_map(|(base, pieces)| {
            let mut state = base.clone();
            let records = mutate::records(&mut state);
            let old = std::mem::take(records);
            for (at, change) in pieces.into_iter().filter(|_| !old.is_empty()) {
                let mut record = old[at.index(old.len())].clone();
                change.into_iter().for_each(|value| mutate::record(&mut record).set("notKnownYet", value));
                records.push(record);
            }
            (base, state)
        })
        .boxed()
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn another_version_as_base((old, new) in mutate::pair()) {
        let base = read(&old.compact());
        agree(&new.compact(), &base, &[&base])?;
        agree(&old.compact(), &base, &[&base])?;
    }

    #[test]
    fn a_stranger_as_base((old, new) in mutate::strangers(), third in generate::state()) {
        let base = read(&third.compact());
        agree(&new.compact(), &base, &[&base, &read(&old.compact())])?;
    }

    #[test]
    fn a_base_written_otherwise((old, new) in mutate::pair(), seed: u64) {
        let base = read(&old.pretty());
        agree(&new.pretty(), &base, &[&base])?;
        agree(&new.shuffled(seed), &base, &[&base])?;
        agree(&new.compact(), &read(&old.shuffled(seed)), &[&base])?;
    }

    #[test]
    fn a_base_that_has_a_base((old, new) in mutate::pair(), more in mutate::edits(), again in mutate::edits()) {
        let base = read(&old.compact());
        let second = agree(&new.compact(), &base, &[&base])?;
        let mut third = new.clone();
        more.iter().for_each(|edit| mutate::apply(&mut third, edit));
        let third_state = agree(&third.compact(), &second, &[&base, &second])?;
        again.iter().for_each(|edit| mutate::apply(&mut third, edit));
        drop((base, second));
        agree(&third.compact(), &third_state, &[&third_state])?;
    }

    #[test]
    fn records_repeated_and_out_of_order((old, new) in patchwork()) {
        let base = read(&old.compact());
        agree(&new.compact(), &base, &[&base])?;
    }

    #[test]
    fn the_records_in_another_envelope(old in generate::state(), envelope in 0..4u8, new in generate::state_in(3)) {
        let mut moved = old.clone();
        let records = mutate::records(&mut moved).clone();
        let bare: Vec<J> = records.into_iter().map(|mut record| mutate::record(&mut record).clone()).collect();
        let text = match envelope {
            0 => J::object([("deployment", J::object([("resources", J::List(bare))])), ("version", J::raw("3"))]),
            1 => J::object([("checkpoint", J::object([("latest", J::object([("resources", J::List(bare))]))])), ("version", J::raw("3"))]),
            2 => J::object([("note", J::List(bare)), ("resources", J::List(Vec::new()))]),
            _ => J::object([("resources", J::List(bare)), ("note", new)]),
        };
        let base = read(&old.compact());
        agree(&text.compact(), &base, &[])?;
    }

    #[test]
    fn cut_off_with_a_base((old, new) in mutate::pair(), cut: Index) {
        let (base, text) = (read(&old.compact()), new.compact());
        let part = &text.as_bytes()[..cut.index(text.len())];
        let (plain, shared) = (Checkpoint::parse(part.to_vec()).unwrap_err(), Checkpoint::parse_like(part.to_vec(), &base).unwrap_err());
        prop_assert_eq!(plain, shared);
    }

    #[test]
    fn damaged_with_a_base((old, new) in mutate::pair(), at: Index, byte in prop::sample::select(b"\"{}[],:0-.ex\\ ".to_vec()), insert: bool) {
        let base = read(&old.compact());
        let mut text = new.compact().into_bytes();
        let at = at.index(text.len());
        if insert { text.insert(at, byte) } else { text[at] = byte }
        let what = |result: Result<Checkpoint, _>| result.map(|state| answers(&state));
        prop_assert_eq!(what(Checkpoint::parse(text.clone())), what(Checkpoint::parse_like(text, &base)));
    }
}

/// Long enough that the reader's windows and its patience matter.
#[test]
fn long_states() {
    let record = |at: usize, n: usize| {
        bucket(&format!("b{at}"), &format!("\"inputs\":{{\"n\":{n},\"pad\":\"{}\"}}", "x".repeat(at * 37 % 3000)))
    };
    let all: Vec<String> = (0..2000).map(|at| record(at, 0)).collect();
    let base = read(&export(&all));
    let mut sparse = all.clone();
    sparse.retain(|record| !record.contains("37"));
    let mut changed = all.clone();
    (0..2000).step_by(3).for_each(|at| changed[at] = record(at, 1));
    let mut rotated = all.clone();
    rotated.rotate_left(700);
    let swollen: Vec<String> =
        all.iter()
            .enumerate()
            .map(|(at, record)| {
                if at == 900 {
                    bucket("big", &format!("\"inputs\":{{\"k\":\"{}\"}}", "y".repeat(2 << 20)))
                } else {
                    record.clone()
                }
            })
            .collect();
    for records in [sparse, changed, rotated, swollen, all] {
        let text = export(&records);
        let (plain, shared) = (read(&text), like(&text, &base));
        assert_eq!(plain.bytes(), shared.bytes());
        assert_eq!((plain.summary(), plain.facets()), (shared.summary(), shared.facets()));
        let json = |new: &Checkpoint| StateDiff::new(&base, new, DiffOptions::default()).unwrap().to_json();
        assert_eq!(json(&plain), json(&shared));
    }
}

#[test]
fn the_base_may_be_dropped() {
    let (old, new) = (with_inputs("{\"a\":1}"), with_inputs("{\"a\":2}"));
    let shared = like(&new, &read(&old));
    assert_eq!(oracle::value_of(&shared.bytes()), oracle::value(&new));
}
