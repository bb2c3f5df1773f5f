//! A known edit script is found again exactly: paths, kinds, values before and after.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use common::json::J;
use common::states::BUCKET;
use common::{config, diff, oracle};
use proptest::prelude::*;
use proptest::sample::Index;
use stackscope::diff::{Change, ChangeFilter, ChangeKind, MoveReason};

const COUNT: usize = 8;

/// What is expected of one property: path, kind, before, after.
type Row = (String, &'static str, Option<String>, Option<String>);

#[derive(Clone, Debug)]
enum Act {
    Keep,
    /// Changes of properties, at most one in each part of the record.
    Update(Vec<Part>),
    Delete,
    Replace,
    ReplacePending,
    Move(bool),
}

#[derive(Clone, Debug)]
enum Part {
    SetScalar(usize),
    SetInMap(usize),
    AddToMap,
    DropFromMap(Index),
    Insert(Index, usize),
    Remove(Index, usize),
    ChangeItem(Index),
    InsertItem(Index),
    RemoveItem(Index),
    ChangeInText,
    Protect,
}

fn parts() -> BoxedStrategy<Vec<Part>> {
    let index = any::<Index>;
    let scalar = prop_oneof![Just(Part::Protect), (100..900usize).prop_map(Part::SetScalar)];
    let map = prop_oneof![(100..900usize).prop_map(Part::SetInMap), Just(Part::AddToMap), index().prop_map(Part::DropFromMap)];
    let list = prop_oneof![
        (index(), 1..4usize).prop_map(|(at, n)| Part::Insert(at, n)),
        (index(), 1..3usize).prop_map(|(at, n)| Part::Remove(at, n))
    ];
    let items =
        prop_oneof![index().prop_map(Part::ChangeItem), index().prop_map(Part::InsertItem), index().prop_map(Part::RemoveItem)];
    let some = proptest::option::of::<BoxedStrategy<Part>>;
    (some(scalar.boxed()), some(map.boxed()), some(list.boxed()), some(items.boxed()), some(Just(Part::ChangeInText).boxed()))
        .prop_filter("something changes", |all| {
            all.0.is_some() || all.1.is_some() || all.2.is_some() || all.3.is_some() || all.4.is_some()
        })
        .prop_map(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().flatten().collect())
        .boxed()
}

fn acts() -> BoxedStrategy<Vec<Act>> {
    let act = prop_oneof![
        3 => Just(Act::Keep),
        4 => parts().prop_map(Act::Update),
        1 => Just(Act::Delete),
        1 => Just(Act::Replace),
        1 => Just(Act::ReplacePending),
        1 => any::<bool>().prop_map(Act::Move),
    ];
    proptest::collection::vec(act, COUNT).boxed()
}

fn urn(name: &str) -> String {
    common::generate::urn(BUCKET, name)
}

/// A record whose values all differ from each other, so that there is one way to read a change.
fn record(at: usize) -> J {
    let number = |n: usize| J::raw((at * 1000 + n).to_string());
    let item = |n: usize| J::object([("name", J::text(&format!("item{n}"))), ("port", number(700 + n))]);
    let inputs = J::object([
        ("size", number(1)),
        ("tags", J::object([("a", number(10)), ("b", number(11)), ("c.d", number(12))])),
        ("zones", J::List((20..26).map(number).collect())),
        ("rules", J::List((0..4).map(item).collect())),
        ("policy", J::text(&format!("{{\"Version\":\"2012\",\"Statement\":[{{\"Sid\":\"s{at}\",\"n\":{}}}]}}", at * 1000 + 30))),
    ]);
    let mut record =
        J::object([("urn", J::text(&urn(&format!("r{at}")))), ("custom", J::raw("true")), ("type", J::text(BUCKET))]);
    record.set("id", J::text(&format!("r{at}-1")));
    record.set("inputs", inputs);
    record
}

fn list<'j>(record: &'j mut J, key: &str) -> &'j mut Vec<J> {
    match record.get_mut("inputs").and_then(|inputs| inputs.get_mut(key)) {
        Some(J::List(items)) => items,
        _ => panic!("no list {key}"),
    }
}

fn change(record: &mut J, at: usize, part: &Part) -> Vec<Row> {
    let number = |n: usize| (at * 1000 + n).to_string();
    let both = |path: String, before: String, after: String| vec![(path, "update", Some(before), Some(after))];
    match part {
        Part::Protect => {
            record.set("protect", J::raw("true"));
            vec![("protect".into(), "add", None, Some("true".into()))]
        }
        Part::SetScalar(n) => {
            record.get_mut("inputs").unwrap().set("size", J::raw(number(*n)));
            both("inputs.size".into(), number(1), number(*n))
        }
        Part::SetInMap(n) => {
            record.get_mut("inputs").unwrap().get_mut("tags").unwrap().set("c.d", J::raw(number(*n)));
            both("inputs.tags[\"c.d\"]".into(), number(12), number(*n))
        }
        Part::AddToMap => {
            record.get_mut("inputs").unwrap().get_mut("tags").unwrap().set("new", J::raw("{\"x\":[1]}"));
            vec![("inputs.tags.new".into(), "add", None, Some("{\"x\":[1]}".into()))]
        }
        Part::DropFromMap(which) => {
            let (key, value) = [("a", 10), ("b", 11)][which.index(2)];
            record.get_mut("inputs").unwrap().get_mut("tags").unwrap().remove(key);
            vec![(format!("inputs.tags.{key}"), "delete", Some(number(value)), None)]
        }
        Part::Insert(place, count) => {
            let zones = list(record, "zones");
            let place = place.index(zones.len() + 1);
            let fresh: Vec<J> = (0..*count).map(|n| J::raw(number(50 + n))).collect();
            zones.splice(place..place, fresh);
            (0..*count).map(|n| (format!("inputs.zones[{}]", place + n), "add", None, Some(number(50 + n)))).collect()
        }
        Part::Remove(place, count) => {
            let zones = list(record, "zones");
            let place = place.index(zones.len() - count + 1);
            zones.drain(place..place + count);
            (place..place + count).map(|n| (format!("inputs.zones[{n}]"), "delete", Some(number(20 + n)), None)).collect()
        }
        Part::ChangeItem(place) => {
            let place = place.index(4);
            list(record, "rules")[place].set("port", J::raw(number(900)));
            both(format!("inputs.rules[{place}].port"), number(700 + place), number(900))
        }
        Part::InsertItem(place) => {
            let place = place.index(5);
            list(record, "rules").insert(place, J::raw("{\"name\":\"fresh\",\"port\":1}"));
            vec![(format!("inputs.rules[{place}]"), "add", None, Some("{\"name\":\"fresh\",\"port\":1}".into()))]
        }
        Part::RemoveItem(place) => {
            let place = place.index(4);
            list(record, "rules").remove(place);
            let gone = format!("{{\"name\":\"item{place}\",\"port\":{}}}", number(700 + place));
            vec![(format!("inputs.rules[{place}]"), "delete", Some(gone), None)]
        }
        Part::ChangeInText => {
            let policy = record.get_mut("inputs").unwrap().get_mut("policy").unwrap();
            *policy = J::raw(policy.compact().replace(&number(30), &number(31)));
            both("inputs.policy.Statement[0].n".into(), number(30), number(31))
        }
    }
}

struct Made {
    old: J,
    new: J,
    /// By URN: kind, whether a deletion is outstanding, property rows.
    wanted: BTreeSet<(String, &'static str, bool, BTreeSet<Row>)>,
    same: usize,
}

fn make(acts: &[Act], created: &[Index]) -> Made {
    let (mut old, mut new, mut wanted, mut same) = (Vec::new(), Vec::new(), BTreeSet::new(), 0);
    for (at, act) in acts.iter().enumerate() {
        let before = record(at);
        let mut after = before.clone();
        let name = urn(&format!("r{at}"));
        old.push(before.clone());
        match act {
            Act::Keep => {
                same += 1;
                new.push(after);
            }
            Act::Update(parts) => {
                let rows = parts.iter().flat_map(|part| change(&mut after, at, part)).collect();
                wanted.insert((name, "update", false, rows));
                new.push(after);
            }
            Act::Delete => {
                wanted.insert((name, "delete", false, BTreeSet::new()));
            }
            Act::Replace | Act::ReplacePending => {
                let pending = matches!(act, Act::ReplacePending);
                after.set("id", J::text(&format!("r{at}-2")));
                let row = ("id".to_owned(), "update", Some(format!("\"r{at}-1\"")), Some(format!("\"r{at}-2\"")));
                wanted.insert((name, "replace", pending, BTreeSet::from([row])));
                new.push(after);
                if pending {
                    let mut older = before;
                    older.set("delete", J::raw("true"));
                    new.push(older);
                }
            }
            Act::Move(alias) => {
                let moved = urn(&format!("moved{at}"));
                after.set("urn", J::text(&moved));
                let mut rows = BTreeSet::new();
                if *alias {
                    after.set("id", J::text("other"));
                    after.set("aliases", J::List(vec![J::text(&name)]));
                    rows.insert(("id".to_owned(), "update", Some(format!("\"r{at}-1\"")), Some("\"other\"".to_owned())));
                    rows.insert(("aliases".to_owned(), "add", None, Some(format!("[\"{name}\"]"))));
                }
                wanted.insert((moved, "move", false, rows));
                new.push(after);
            }
        }
    }
    for (at, place) in created.iter().enumerate() {
        let fresh = record(COUNT + at);
        new.insert(place.index(new.len() + 1), fresh);
        wanted.insert((urn(&format!("r{}", COUNT + at)), "create", false, BTreeSet::new()));
    }
    let state = |records| J::object([("version", J::raw("3")), ("deployment", J::object([("resources", J::List(records))]))]);
    Made { old: state(old), new: state(new), wanted, same }
}

fn found(rows: &[Change]) -> BTreeSet<(String, &'static str, bool, BTreeSet<Row>)> {
    let text = |json: &Option<stackscope::diff::Json>| json.as_ref().map(|json| json.as_str().to_owned());
    rows.iter()
        .map(|row| {
            let props =
                row.properties.iter().map(|prop| (prop.path.clone(), prop.kind.as_str(), text(&prop.before), text(&prop.after)));
            (row.urn.clone(), row.kind.as_str(), row.pending_delete, props.collect())
        })
        .collect()
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn is_found_again(acts in acts(), created in proptest::collection::vec(any::<Index>(), 0..3)) {
        let made = make(&acts, &created);
        let diff = diff(&made.old.compact(), &made.new.compact());
        let rows = diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows;
        prop_assert_eq!(found(&rows), made.wanted.clone());
        prop_assert_eq!((rows.len(), diff.summary().same), (made.wanted.len(), made.same));
        for row in rows.iter().filter(|row| row.kind == ChangeKind::Move) {
            let at: usize = row.name.trim_start_matches("moved").parse().unwrap();
            let reason = if matches!(acts[at], Act::Move(true)) { MoveReason::Alias } else { MoveReason::Identity };
            prop_assert_eq!((row.reason, row.old_urn.clone()), (Some(reason), Some(urn(&format!("r{at}")))));
        }
    }

    #[test]
    fn is_found_again_however_the_states_are_written(acts in acts(), seed: u64) {
        let made = make(&acts, &[]);
        let rows = |old: &str, new: &str| diff(old, new).changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows;
        let plain = found(&rows(&made.old.compact(), &made.new.compact()));
        let other = found(&rows(&made.old.pretty(), &made.new.shuffled(seed)));
        let values = |set: &BTreeSet<(String, &str, bool, BTreeSet<Row>)>| oracle::value(&serde_json::to_string(&set.iter().map(|(urn, kind, pending, rows)| {
            let value = |text: &Option<String>| text.as_ref().map(|text| oracle::value(text));
            (urn.clone(), *kind, *pending, rows.iter().map(|row| (row.0.clone(), row.1, value(&row.2), value(&row.3))).collect::<Vec<_>>())
        }).collect::<Vec<_>>()).unwrap());
        prop_assert_eq!(values(&plain), values(&other));
    }
}
