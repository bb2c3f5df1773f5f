//! What holds for all states: a state does not differ from itself, a diff leads from either state to the other, and how a
//! state is written does not matter.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::json::J;
use common::{config, diff, diff_with, in_full, mutate, oracle, read};
use proptest::prelude::*;
use stackscope::checkpoint::{Checkpoint, ResourceFilter};
use stackscope::diff::{ChangeFilter, ChangeKind, DiffOptions, Kinds, StateDiff};

/// Edited pairs mostly, strangers sometimes.
fn pairs() -> BoxedStrategy<(J, J)> {
    prop_oneof![4 => mutate::pair(), 1 => mutate::strangers()].boxed()
}

fn nothing(old: &Checkpoint, new: &Checkpoint) -> bool {
    let diff = StateDiff::new(old, new, in_full()).unwrap();
    !diff.differs() && diff.changes(&ChangeFilter::default(), 0, 10).unwrap().total == 0
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_state_does_not_differ_from_itself((state, _) in pairs()) {
        let text = state.compact();
        let diff = diff_with(&text, &text, in_full());
        prop_assert!(!diff.differs());
        let summary = diff.summary();
        prop_assert_eq!((summary.create, summary.delete, summary.update, summary.replace, summary.moved), (0, 0, 0, 0, 0));
        prop_assert_eq!(summary.same, read(&text).len());
        prop_assert_eq!(diff.overview().hidden.properties, 0);
        prop_assert_eq!(diff.to_json_patch(false).unwrap(), "[]");
    }

    #[test]
    fn writing_it_otherwise_is_no_difference((state, _) in pairs(), seed: u64) {
        for other in [state.shuffled(seed), state.pretty()] {
            prop_assert!(!diff_with(&state.compact(), &other, in_full()).differs());
            prop_assert!(!diff_with(&other, &state.compact(), in_full()).differs());
        }
    }

    #[test]
    fn key_order_and_white_space_do_not_matter((old, new) in pairs(), seed: u64) {
        for options in [DiffOptions::default(), in_full()] {
            let plain = diff_with(&old.compact(), &new.compact(), options.clone());
            let other = diff_with(&old.shuffled(seed), &new.pretty(), options.clone());
            let third = diff_with(&old.pretty(), &new.shuffled(seed ^ 77), options);
            prop_assert_eq!(plain.summary(), other.summary());
            prop_assert_eq!(oracle::value(&plain.to_json()), oracle::value(&other.to_json()));
            prop_assert_eq!(oracle::value(&plain.to_json()), oracle::value(&third.to_json()));
        }
    }

    #[test]
    fn apply_gives_the_new_state_and_revert_the_old((old, new) in pairs(), seed: u64) {
        let (before, after) = (old.pretty(), new.shuffled(seed));
        let (before, after) = (read(&before), read(&after));
        let diff = StateDiff::new(&before, &after, DiffOptions::default()).unwrap();
        let (applied, reverted) = (diff.apply(&before).unwrap(), diff.revert(&after).unwrap());
        prop_assert_eq!(oracle::value_of(&applied.bytes()), oracle::value(&new.compact()));
        prop_assert_eq!(oracle::value_of(&reverted.bytes()), oracle::value(&old.compact()));
        prop_assert!(nothing(&applied, &after) && nothing(&reverted, &before));
    }

    #[test]
    fn apply_does_not_care_how_the_state_is_written((old, new) in pairs(), seed: u64) {
        let diff = diff(&old.compact(), &new.compact());
        let applied = diff.apply(&read(&old.shuffled(seed))).unwrap();
        prop_assert_eq!(oracle::value_of(&applied.bytes()), oracle::value(&new.compact()));
    }

    #[test]
    fn the_patch_gives_the_new_file((old, new) in pairs(), seed: u64) {
        let (before, after) = (old.shuffled(seed), new.compact());
        let patch = diff(&before, &after).to_json_patch(true).unwrap();
        prop_assert_eq!(oracle::patched(&before, &patch), oracle::value(&after));
        let back = diff(&after, &before).to_json_patch(true).unwrap();
        prop_assert_eq!(oracle::patched(&after, &back), oracle::value(&before));
    }

    #[test]
    fn a_diff_is_empty_exactly_where_the_values_agree((old, new) in mutate::pair()) {
        let same = oracle::value(&old.compact()) == oracle::value(&new.compact());
        if same {
            prop_assert!(!diff_with(&old.compact(), &new.compact(), in_full()).differs());
        }
        let patch = diff(&old.compact(), &new.compact()).to_json_patch(true).unwrap();
        prop_assert_eq!(patch == "[]", same, "{}", patch);
    }

    #[test]
    fn both_directions_agree((old, new) in pairs()) {
        let (there, back) = (diff(&old.compact(), &new.compact()).summary(), diff(&new.compact(), &old.compact()).summary());
        prop_assert_eq!((there.update, there.same), (back.update, back.same));
    }

    #[test]
    fn every_record_is_counted_once((old, new) in pairs()) {
        let diff = diff(&old.compact(), &new.compact());
        let summary = diff.summary();
        let rows = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows;
        prop_assert_eq!(rows.len(), summary.create + summary.delete + summary.update + summary.replace + summary.moved);
        // A record marked for deletion beside its replacement has no row of its own.
        let silent = rows.iter().filter(|row| row.pending_delete && matches!(row.kind, ChangeKind::Replace | ChangeKind::Update | ChangeKind::Move)).count();
        let new_rows = rows.iter().filter(|row| row.kind != ChangeKind::Delete || (row.pending_delete && !row.properties.is_empty())).count();
        prop_assert_eq!(new_rows + silent + summary.same, read(&new.compact()).len());
    }

    #[test]
    fn pages_of_changes_make_up_the_list((old, new) in pairs(), size in 1..5usize) {
        let diff = diff(&old.compact(), &new.compact());
        let all = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap();
        prop_assert_eq!(all.total, all.rows.len());
        let paged: Vec<_> = (0..=all.total / size).flat_map(|page| diff.changes(&ChangeFilter::default(), page * size, size).unwrap().rows).collect();
        prop_assert_eq!(&paged, &all.rows);
        prop_assert!(diff.changes(&ChangeFilter::default(), all.total, size).unwrap().rows.is_empty());

        let by = |filter: ChangeFilter| diff.changes(&filter, 0, usize::MAX).unwrap().rows;
        let sorted = |mut rows: Vec<_>| { rows.sort_by_key(|row| format!("{row:?}")); rows };
        let kinds = ChangeKind::ALL.map(|kind| by(ChangeFilter { kind: Some(Kinds::One(kind)), ..ChangeFilter::default() })).concat();
        prop_assert_eq!(sorted(kinds), sorted(all.rows.clone()));
        let groups = diff.groups(0, usize::MAX).rows;
        let grouped = groups.iter().flat_map(|group| by(ChangeFilter { group: Some(group.group), ..ChangeFilter::default() })).collect();
        prop_assert_eq!(sorted(grouped), sorted(all.rows.clone()));
        prop_assert_eq!(groups.iter().map(|group| group.count).sum::<usize>(), all.total);
        let marked = [true, false].map(|mark| by(ChangeFilter { pending_delete: Some(mark), ..ChangeFilter::default() })).concat();
        prop_assert_eq!(sorted(marked), sorted(all.rows));
        let facets = diff.overview().facets;
        for facet in facets.types {
            let filter = ChangeFilter { resource_type: Some(facet.value.clone()), ..ChangeFilter::default() };
            prop_assert_eq!(by(filter).len(), facet.count, "{}", facet.value);
        }
    }

    #[test]
    fn pages_of_resources_make_up_the_list((state, _) in pairs(), size in 1..5usize) {
        let state = read(&state.compact());
        let all = state.resources(&ResourceFilter::default(), 0, usize::MAX);
        prop_assert_eq!((all.total, all.rows.len()), (state.len(), state.len()));
        let paged: Vec<_> = (0..=all.total / size).flat_map(|page| state.resources(&ResourceFilter::default(), page * size, size).rows).collect();
        prop_assert_eq!(&paged, &all.rows);
        let by = |filter: ResourceFilter| state.resources(&filter, 0, usize::MAX).rows;
        let facets = state.facets();
        let mut kinds: Vec<_> = facets.types.iter().flat_map(|facet| by(ResourceFilter { kind: Some(facet.value.clone()), ..ResourceFilter::default() })).collect();
        kinds.sort_by_key(|row| row.index);
        prop_assert_eq!(&kinds, &all.rows);
        for facet in &facets.flags {
            let rows = by(ResourceFilter { flags: vec![facet.value.clone()], ..ResourceFilter::default() });
            prop_assert_eq!(rows.len(), facet.count);
            prop_assert!(rows.iter().all(|row| row.flags.contains(&facet.value.as_str())));
        }
        for row in &all.rows {
            let found = state.resource(&row.urn, Some(row.flags.contains(&"delete")), row.id.as_deref());
            prop_assert!(found.is_some(), "{}", row.urn);
        }
    }
}
