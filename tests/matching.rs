//! Which record of one state is which of the other, and what became of it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::diff;
use common::states::{bucket, bucket_urn, bucket_with_id, export};
use stackscope::diff::{Change, ChangeFilter, ChangeKind, MoveReason, StateDiff};

fn rows(diff: &StateDiff) -> Vec<Change> {
    diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows
}

/// Rows as `kind name`, with `!` where a deletion is outstanding.
fn heads(old: &[String], new: &[String]) -> Vec<String> {
    let mark = |row: &Change| format!("{} {}{}", row.kind.as_str(), row.name, if row.pending_delete { " !" } else { "" });
    rows(&diff(&export(old), &export(new))).iter().map(mark).collect()
}

fn dying(name: &str, id: &str) -> String {
    bucket_with_id(name, id, "\"delete\":true")
}

fn record(kind: &str, name: &str, more: &str) -> String {
    format!("{{\"urn\":\"urn:pulumi:dev::shop::{kind}::{name}\",\"type\":\"{}\",{more}}}", kind.rsplit('$').next().unwrap())
}

#[test]
fn create_delete_update_same() {
    let old = [bucket("a", ""), bucket("b", "\"protect\":true"), bucket("c", "")];
    let new = [bucket("b", ""), bucket("c", ""), bucket("d", "")];
    assert_eq!(heads(&old, &new), ["delete a", "update b", "create d"]);
    assert_eq!(diff(&export(&old), &export(&new)).summary().same, 1);
}

#[test]
fn another_id_is_a_replace() {
    let rows = rows(&diff(&export(&[bucket_with_id("a", "one", "")]), &export(&[bucket_with_id("a", "two", "")])));
    assert_eq!((rows[0].kind, rows[0].pending_delete), (ChangeKind::Replace, false));
    assert_eq!((rows[0].id.as_deref(), rows[0].old_id.as_deref()), (Some("two"), Some("one")));
    // An id that was not known yet is no other object.
    assert_eq!(heads(&[bucket_with_id("a", "", "")], &[bucket_with_id("a", "two", "")]), ["update a"]);
}

#[test]
fn a_replace_whose_old_object_still_stands() {
    let (old, new) = ([bucket_with_id("a", "one", "")], [bucket_with_id("a", "two", ""), dying("a", "one")]);
    assert_eq!(heads(&old, &new), ["replace a !"]);
    // Afterwards the old object goes.
    assert_eq!(heads(&new, &[bucket_with_id("a", "two", "")]), ["delete a !"]);
    // The marked row may stand before the live one.
    assert_eq!(heads(&old, &[dying("a", "one"), bucket_with_id("a", "two", "")]), ["replace a !"]);
    // Seen backwards: the old object is live again.
    assert_eq!(heads(&new, &old).len(), 2);
}

#[test]
fn a_live_row_that_is_now_only_marked_is_a_delete() {
    let rows = rows(&diff(&export(&[bucket("a", "")]), &export(&[dying("a", "a-1")])));
    assert_eq!((rows[0].kind, rows[0].pending_delete, rows[0].id.as_deref()), (ChangeKind::Delete, true, Some("a-1")));
    assert_eq!(rows.len(), 1);
}

#[test]
fn marked_rows_match_each_other_by_id() {
    let old = [bucket("a", ""), dying("a", "old1"), dying("a", "old2")];
    let changed = bucket_with_id("a", "old2", "\"delete\":true,\"protect\":true");
    assert_eq!(heads(&old, &[bucket("a", ""), changed, dying("a", "old1")]), ["update a"]);
    assert_eq!(heads(&old, &[bucket("a", ""), dying("a", "old2"), dying("a", "old3")]), ["delete a !", "create a !"]);
    assert!(heads(&old, &[dying("a", "old2"), bucket("a", ""), dying("a", "old1")]).is_empty());
}

#[test]
fn two_live_rows_of_one_urn_are_told_apart_by_id() {
    let old = [bucket_with_id("a", "one", ""), bucket_with_id("a", "two", "")];
    assert!(heads(&old, &[old[1].clone(), old[0].clone()]).is_empty());
    assert_eq!(heads(&old, &[bucket_with_id("a", "two", "\"protect\":true"), bucket_with_id("a", "one", "")]), ["update a"]);
    assert_eq!(heads(&old, &old[..1]), ["delete a"]);
}

#[test]
fn another_order_is_no_change_of_a_resource() {
    let names = ["a", "b", "c", "d"];
    let old: Vec<String> = names.iter().map(|name| bucket(name, "")).collect();
    let new = [&old[3], &old[0], &old[1], &old[2]].map(String::clone);
    let diff = diff(&export(&old), &export(&new));
    assert_eq!((rows(&diff).len(), diff.overview().state.reordered, diff.summary().same), (0, 1, 4));
    assert!(!diff.differs());
    assert!(diff.to_json_patch(false).unwrap().contains("\"op\":\"move\""));
}

#[test]
fn rows_stand_in_the_new_order_deletions_where_they_were() {
    let old: Vec<String> = ["a", "b", "c", "d"].iter().map(|name| bucket(name, "\"protect\":true")).collect();
    let new = [bucket("a", ""), bucket("x", ""), bucket("c", ""), bucket("d", "")];
    assert_eq!(heads(&old, &new), ["update a", "create x", "delete b", "update c", "update d"]);
}

#[test]
fn moves_by_alias() {
    let new = bucket_with_id(
        "new",
        "other",
        &format!("\"aliases\":[\"urn:pulumi:dev::shop::no:such:T::x\",\"{}\"]", bucket_urn("old")),
    );
    let rows = rows(&diff(&export(&[bucket("old", "")]), &export(&[new])));
    assert_eq!((rows.len(), rows[0].kind, rows[0].reason), (1, ChangeKind::Move, Some(MoveReason::Alias)));
    assert_eq!(rows[0].old_urn.as_deref(), Some(bucket_urn("old").as_str()));
    // An alias of a resource that is still there says nothing.
    let aliased = bucket_with_id("new", "other", &format!("\"aliases\":[\"{}\"]", bucket_urn("old")));
    assert_eq!(heads(&[bucket("old", "")], &[bucket("old", ""), aliased]), ["create new"]);
}

#[test]
fn moves_by_type_id_and_provider() {
    let provider = |name: &str| record("pulumi:providers:aws", name, "\"custom\":true,\"id\":\"p1\"");
    let managed = |name: &str, by: &str| {
        bucket_with_id(name, "same", &format!("\"provider\":\"urn:pulumi:dev::shop::pulumi:providers:aws::{by}::p1\""))
    };
    let seen = rows(&diff(&export(&[provider("p"), managed("old", "p")]), &export(&[provider("p"), managed("new", "p")])));
    assert_eq!((seen.len(), seen[0].kind, seen[0].reason), (1, ChangeKind::Move, Some(MoveReason::Identity)));
    assert!(seen[0].properties.is_empty());
    // The same id at another provider is another object.
    let other = [provider("p"), record("pulumi:providers:aws", "q", "\"custom\":true,\"id\":\"q1\"")];
    let at_q = bucket_with_id("new", "same", "\"provider\":\"urn:pulumi:dev::shop::pulumi:providers:aws::q::q1\"");
    assert_eq!(
        heads(&[&other[..], &[managed("old", "p")]].concat(), &[&other[..], &[at_q]].concat()),
        ["create new", "delete old"]
    );
    // The provider moved with its resources.
    let seen = rows(&diff(&export(&[provider("p"), managed("old", "p")]), &export(&[provider("q"), managed("new", "q")])));
    assert_eq!(seen.iter().map(|row| row.kind).collect::<Vec<_>>(), [ChangeKind::Move; 2]);
    assert!(seen[1].properties.iter().all(|prop| prop.moved && prop.path == "provider"));
}

#[test]
fn two_candidates_are_no_move() {
    let same = |name: &str| bucket_with_id(name, "same", "");
    assert_eq!(heads(&[same("a"), same("b")], &[same("c")]), ["create c", "delete a", "delete b"]);
    assert_eq!(heads(&[same("a")], &[same("b"), same("c")]).len(), 3);
    assert_eq!(heads(&[bucket_with_id("a", "", "")], &[bucket_with_id("b", "", "")]), ["create b", "delete a"]);
}

#[test]
fn a_component_moves_with_its_children() {
    let stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    let tree = |name: &str| {
        let outer = record("my:app:App", name, &format!("\"custom\":false,\"parent\":\"{stack}\""));
        let inner = record(
            "my:app:App$my:app:Part",
            &format!("{name}-part"),
            &format!("\"custom\":false,\"parent\":\"urn:pulumi:dev::shop::my:app:App::{name}\""),
        );
        let parent = format!("urn:pulumi:dev::shop::my:app:App$my:app:Part::{name}-part");
        let leaf = |id: &str| {
            record(
                "my:app:App$my:app:Part$a:b:Leaf",
                &format!("{name}-{id}"),
                &format!("\"custom\":true,\"id\":\"{id}\",\"parent\":\"{parent}\""),
            )
        };
        export(&[outer, inner, leaf("one"), leaf("two")])
    };
    let rows = rows(&diff(&tree("web"), &tree("site")));
    let reasons: Vec<_> = rows.iter().map(|row| (row.kind, row.reason.unwrap())).collect();
    assert_eq!(
        reasons,
        [
            (ChangeKind::Move, MoveReason::Children),
            (ChangeKind::Move, MoveReason::Children),
            (ChangeKind::Move, MoveReason::Identity),
            (ChangeKind::Move, MoveReason::Identity)
        ]
    );
    assert!(rows.iter().flat_map(|row| &row.properties).all(|prop| prop.path == "parent" && prop.moved), "{rows:?}");
}

#[test]
fn what_follows_a_move_says_so() {
    let user = |of: &str| {
        bucket(
            "user",
            &format!(
                "\"dependencies\":[\"{0}\"],\"propertyDependencies\":{{\"x\":[\"{0}\"]}},\"deletedWith\":\"{0}\"",
                bucket_urn(of)
            ),
        )
    };
    let rows = rows(&diff(
        &export(&[bucket_with_id("old", "same", ""), user("old")]),
        &export(&[bucket_with_id("new", "same", ""), user("new")]),
    ));
    let user = rows.iter().find(|row| row.name == "user").unwrap();
    let paths: Vec<_> = user.properties.iter().map(|prop| (prop.path.as_str(), prop.moved)).collect();
    assert_eq!(paths, [("dependencies[0]", true), ("propertyDependencies.x[0]", true), ("deletedWith", true)]);
}

#[test]
fn many_rows_of_one_urn_cost_no_more_than_many_rows() {
    let all: Vec<String> = (0..8000).map(|at| dying("a", &format!("old{at}"))).collect();
    let mut turned = all.clone();
    turned.reverse();
    let (old, new) = (export(&all), export(&turned[1..]));
    let diff = diff(&old, &new);
    assert_eq!((diff.summary().delete, diff.summary().same), (1, 7999));
    assert_eq!(diff.apply(&common::read(&old)).unwrap().bytes(), new.as_bytes());
    assert!(diff.to_json_patch(false).unwrap().contains("remove"));
}
