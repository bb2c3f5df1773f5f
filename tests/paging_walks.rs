//! What holds for all lists: however a server pages, whatever fails on the way and wherever the reader stops, each item comes once and
//! in order.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/paged.rs"]
mod paged;
#[path = "common/server.rs"]
mod server;
#[path = "common/walker.rs"]
mod walker;

use common::config;
use paged::{Dialect, List, Trouble, dialects, events, lists, troubles};
use proptest::prelude::*;
use serde_json::json;
use server::{Reply, Server, once, told};
use stackscope::error::ErrorCode;
use stackscope::http::{Method, Request};
use stackscope::page::{Plan, Style, Walk};
use walker::Walker;

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn each_item_comes_once_and_in_order(list in lists(), dialect in dialects(), keyed: bool, troubles in troubles()) {
        let (walker, given) = Walker::run(&list, dialect, keyed, &troubles, &[], 1_000);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
    }

    #[test]
    fn stopping_anywhere_and_going_on_elsewhere_gives_the_rest(
        list in lists(),
        dialect in dialects(),
        keyed: bool,
        troubles in troubles(),
        stops in prop::collection::btree_set(0..60usize, 0..4),
    ) {
        let stops: Vec<usize> = stops.into_iter().collect();
        let (walker, given) = Walker::run(&list, dialect, keyed, &troubles, &stops, 1_000);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
    }

    #[test]
    fn a_page_cap_ends_a_walk_but_not_the_list(list in lists(), dialect in dialects(), cap in 1..4u32) {
        let (walker, given) = Walker::run(&list, dialect, true, &[], &[], cap);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
        prop_assert!(walker.longest <= cap);
    }

    #[test]
    fn a_server_may_repeat_the_last_row(list in lists(), stop in prop::option::of(0..40usize)) {
        let stops: Vec<usize> = stop.into_iter().collect();
        let (walker, given) = Walker::run(&list, Dialect::RepeatsLastRow, true, &[], &stops, 1_000);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
    }

    #[test]
    fn a_token_that_comes_again_ends_the_walk_until_the_server_is_well(
        sizes in prop::collection::vec(0..6usize, 3..9),
        at: prop::sample::Index,
        back in 0..8usize,
    ) {
        let at = 1 + at.index(sizes.len() - 2);
        let list = List::new(sizes);
        let trouble = Trouble::RepeatsToken { at, back: back.min(at - 1) };
        let (walker, given) = Walker::run(&list, Dialect::Token { end: 0 }, false, &[(0, trouble)], &[], 1_000);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
        prop_assert_eq!(walker.loops, 1);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn events_come_once_whatever_leads_to_them(
        (list, dialect) in events(),
        troubles in troubles(),
        stops in prop::collection::btree_set(0..350usize, 0..3),
    ) {
        let stops: Vec<usize> = stops.into_iter().collect();
        let (walker, given) = Walker::run(&list, dialect, false, &troubles, &stops, 1_000);
        prop_assert_eq!(given, list.items(), "{:?}", walker);
    }
}

fn plan(style: Style) -> Plan {
    Plan::new(Request::raw(Method::Get, "/api/things").unwrap(), style, &["things"])
}

#[test]
fn tokens_that_never_end_meet_the_cap() {
    let mut page = 0;
    let server = Server::new(|_| {
        page += 1;
        Reply::json(200, json!({"things": [], "continuationToken": format!("t{page}")}))
    });
    let client = once();
    let mut walk = Walk::new(plan(Style::token()), None, 7).unwrap();
    for _ in 0..7 {
        assert!(told(pollster::block_on(walk.next(&client, &server, None))).unwrap().is_some());
    }
    let error = told(pollster::block_on(walk.next(&client, &server, None))).unwrap_err();
    assert_eq!((error.code(), server.count()), (ErrorCode::PageCap, 7));
    assert!(error.exchange().unwrap().resume_token.is_some());
}

#[test]
fn the_same_row_and_token_for_ever_end_at_once() {
    let server = Server::new(|_| Reply::json(200, json!({"things": [{"id": 1}], "continuationToken": "same"})));
    let client = once();
    let mut walk = Walk::new(plan(Style::token()).keyed(&["/id"]), None, 1_000).unwrap();
    let mut given = 0;
    let error = loop {
        match told(pollster::block_on(walk.next(&client, &server, None))) {
            Ok(page) => given += page.expect("a loop is no end").items.len(),
            Err(error) => break error,
        }
    };
    assert_eq!((error.code(), given, server.count()), (ErrorCode::PagingLoop, 1, 2));
}

#[test]
fn a_list_that_grows_between_two_pages_loses_nothing() {
    // One new row before each page: page 2 is what page 1 was.
    let size = 2;
    let mut rows: Vec<u32> = (0..6).collect();
    let server = Server::new(|asked| {
        let page = asked.number("page").unwrap();
        let body: Vec<_> = rows.iter().skip((page - 1) * size).take(size).map(|id| json!({"id": id})).collect();
        let newest = rows.len() as u32;
        if newest < 8 {
            rows.insert(0, newest);
        }
        Reply::json(200, json!({"things": body, "total": rows.len(), "itemsPerPage": size}))
    });
    let client = once();
    let style = Style::Numbered { size: 2, detect: true };
    let mut walk = Walk::new(plan(style).keyed(&["/id"]), None, 1_000).unwrap();
    let mut given = Vec::new();
    while let Some(page) = told(pollster::block_on(walk.next(&client, &server, None))).unwrap() {
        given.extend(page.items.iter().map(|item| item.get().to_owned()));
    }
    assert_eq!(given, (0..6).map(|id| format!("{{\"id\":{id}}}")).collect::<Vec<_>>());
}

#[test]
fn a_list_is_truncated_where_the_server_counts_more() {
    let ended = |resume: Option<&str>, target: &str| {
        let server = Server::new(|_| Reply::json(200, json!({"things": [1, 2], "total": 3})));
        let request = Request::raw(Method::Get, target).unwrap();
        let mut walk = Walk::new(Plan::new(request, Style::token(), &["things"]), resume, 9).unwrap();
        let page = told(pollster::block_on(walk.next(&once(), &server, None))).unwrap().unwrap();
        (walk.is_truncated(), walk.total(), walk.resume_token(&page, 1))
    };
    let (truncated, total, token) = ended(None, "/api/things");
    assert_eq!((truncated, total), (true, Some(3)));
    // The rest of a list is no list of its own.
    assert!(!ended(token.as_deref(), "/api/things").0);
    assert!(!ended(None, "/api/things?page=2").0);
    assert!(!ended(None, "/api/things?continuationToken=x").0);
}

#[test]
fn odd_numbers_of_pages_do_no_harm() {
    let list = List::new(vec![2, 2]);
    for target in ["/api/things?page=18446744073709551615", "/api/things?page=0&pageSize=0", "/api/things?pageSize=4294967295"] {
        let server = Server::new(|_| Reply::json(200, json!({"things": list.json(0..2), "total": u64::MAX, "itemsPerPage": 2})));
        let plan = Plan::new(Request::raw(Method::Get, target).unwrap(), Style::Numbered { size: 2, detect: true }, &["things"]);
        let mut walk = Walk::new(plan.keyed(&["/id"]), None, 10).unwrap();
        let client = once();
        while let Ok(Some(_)) = told(pollster::block_on(walk.next(&client, &server, None))) {}
        assert!(server.count() <= 4, "{target}");
    }
}
