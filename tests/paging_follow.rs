//! What holds for updates that are followed: however the log grows, however a server hands it out and whatever fails on the way, each
//! event comes once and in order, and the end comes only after the status says so and one more read was empty.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/server.rs"]
mod server;

use std::cell::RefCell;

use common::config;
use proptest::prelude::*;
use serde_json::{Value, json};
use server::{Asked, Reply, Server, once, told};
use stackscope::error::ErrorCode;
use stackscope::http::{Method, Request};
use stackscope::page::{Follow, FollowOptions, Plan, Style, Walk};

const EVENTS: &str = "/api/stacks/acme/web/prod/update/u1/events";
const STATUS: &str = "/api/stacks/acme/web/prod/update/u1";

/// How a server hands out a log.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Dialect {
    /// Opaque tokens, `null` at the end; so many events at a time.
    Cloud { size: usize },
    /// The last number as token, but only beside events and while the update runs; everything at once.
    Procella,
    /// The same of a log that is numbered from 0: without a token the first event is kept back.
    ProcellaFromZero,
    /// Offsets as tokens, but only while the update runs; a hundred at a time.
    Offsets,
}

impl Dialect {
    fn words(self, running: bool) -> &'static [&'static str] {
        match (self, running) {
            (Self::Cloud { .. }, true) => &["not started", "requested", "running"],
            (_, true) => &["not-started", "in-progress"],
            (_, false) => &["succeeded", "failed", "cancelled"],
        }
    }
}

/// The log of an update: by how many events it grows before each request, and how many of these find it running.
#[derive(Debug, Clone)]
struct Log {
    growth: Vec<usize>,
    running: usize,
    /// Whether events say their number.
    is_numbered: bool,
}

impl Log {
    fn len(&self, request: usize) -> usize {
        self.growth.iter().take(request + 1).sum()
    }

    fn all(&self) -> Vec<usize> {
        (0..self.growth.iter().sum()).collect()
    }

    fn answer(&self, dialect: Dialect, asked: &Asked, request: usize) -> Reply {
        let running = request < self.running;
        if asked.path == STATUS {
            let words = dialect.words(running);
            return Reply::json(200, json!({"status": words[request % words.len()]}));
        }
        assert_eq!((asked.path.as_str(), asked.get("type")), (EVENTS, Some("7")));
        let len = self.len(request);
        let given = asked.get("continuationToken");
        if given == Some("-1") && dialect != Dialect::ProcellaFromZero {
            return Reply::json(400, json!({"code": 400, "message": "invalid continuation token"}));
        }
        let number = || given.map_or(0, |token| token.parse::<usize>().expect("a token of this server")).min(len);
        let (range, token) = match dialect {
            Dialect::Cloud { size } => {
                let from = given.map_or(0, |token| token.strip_prefix("c/+").expect("a token of this server").parse().unwrap());
                let to = len.min(from + size);
                (from..to, Some(json!((running || to < len).then(|| format!("c/+{to}")))))
            }
            Dialect::Procella => (number()..len, (running && number() < len).then(|| json!(len.to_string()))),
            Dialect::ProcellaFromZero => {
                let from = given.map_or(0, |token| token.parse::<i64>().expect("a token of this server")) + 1;
                let from = len.min(from.max(0) as usize);
                (from..len, (running && from < len).then(|| json!((len - 1).to_string())))
            }
            Dialect::Offsets => {
                let to = len.min(number() + 100);
                (number()..to, running.then(|| json!(to.to_string())))
            }
        };
        let event = |id: usize| match dialect {
            Dialect::ProcellaFromZero => json!({"id": id, "sequence": id}),
            _ if self.is_numbered => json!({"id": id, "sequence": id + 1}),
            _ => json!({"id": id}),
        };
        let mut body = json!({"events": range.map(event).collect::<Vec<Value>>()});
        if let Some(token) = token {
            body["continuationToken"] = token;
        }
        Reply::json(200, body)
    }
}

fn logs() -> impl Strategy<Value = Log> {
    let growth = prop_oneof![3 => 0..4usize, 1 => prop::sample::select(vec![99, 100, 101, 250])];
    (prop::collection::vec(growth, 0..9), 0..12usize, any::<bool>()).prop_map(|(mut growth, running, is_numbered)| {
        // Events may come as late as the first read behind the end.
        growth.truncate(running + 2);
        Log { growth, running, is_numbered }
    })
}

fn dialects() -> impl Strategy<Value = Dialect> {
    prop_oneof![
        (1..120usize).prop_map(|size| Dialect::Cloud { size }),
        Just(Dialect::Procella),
        Just(Dialect::ProcellaFromZero),
        Just(Dialect::Offsets)
    ]
}

fn follow(resume: Option<&str>) -> Follow {
    let events = Request::raw(Method::Get, &format!("{EVENTS}?type=7")).unwrap();
    let status = Request::raw(Method::Get, STATUS).unwrap();
    Follow::new(events, status, FollowOptions::default(), resume).unwrap()
}

#[derive(Debug, Clone, Copy)]
enum Trouble {
    Status(u16),
    Broken,
    Late,
    Cut,
}

/// Follows a log to its end. `troubles`: which requests fail. `stops`: behind so many events the reader goes on in another process.
fn read(log: &Log, dialect: Dialect, troubles: &[(usize, Trouble)], stops: &[usize]) -> (Vec<usize>, Vec<String>) {
    let requests = RefCell::new(Vec::new());
    let server = Server::new(|asked| {
        let request = requests.borrow().len();
        assert!(request < 4_000, "too many requests: {:?}", &requests.borrow()[3_990..]);
        requests.borrow_mut().push(format!("{}{:?}", asked.path, asked.get("continuationToken")));
        let answer = log.answer(dialect, asked, request);
        match troubles.iter().find(|(place, _)| *place == request) {
            None => answer,
            Some((_, Trouble::Status(status))) => Reply::json(*status, json!({"message": "no"})),
            Some((_, Trouble::Broken)) => Reply::Broken("reset".to_owned()),
            Some((_, Trouble::Late)) => Reply::Late,
            Some((_, Trouble::Cut)) => answer.cut(),
        }
    });
    let client = once();
    let mut stops = stops.to_vec();
    let (mut given, mut failures) = (Vec::new(), 0);
    let mut walk = follow(None);
    loop {
        match told(pollster::block_on(walk.next(&client, &server, None))) {
            Ok(Some(followed)) => {
                for (index, event) in followed.page.items.iter().enumerate() {
                    let event: Value = serde_json::from_str(event.get()).unwrap();
                    given.push(event["id"].as_u64().unwrap() as usize);
                    if let Some(place) = stops.iter().position(|stop| *stop == given.len()) {
                        stops.swap_remove(place);
                        let token = walk.resume_token_within(&followed.page, index + 1).expect("an update that has not ended");
                        walk = follow(Some(&token));
                        assert_eq!(walk.resume_token().as_deref(), Some(token.as_str()));
                        break;
                    }
                }
            }
            Ok(None) => break,
            Err(error) => {
                failures += 1;
                let token = error.exchange().and_then(|exchange| exchange.resume_token.clone()).expect("a way on");
                assert_eq!(walk.resume_token().as_deref(), Some(token.as_str()));
                if failures % 2 == 1 {
                    walk = follow(Some(&token));
                }
            }
        }
    }
    drop(server);
    assert_eq!(walk.resume_token(), None);
    let requests = requests.into_inner();
    let (last, before) = (
        &requests[requests.len() - 1],
        requests[..requests.len() - 1].iter().rposition(|line| line.starts_with(&format!("{STATUS}None"))),
    );
    assert!(last.starts_with(EVENTS), "the last word is the log's: {requests:?}");
    assert!(before.is_some_and(|status| status >= log.running), "it ended while the update ran: {requests:?}");
    (given, requests)
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn each_event_comes_once_and_the_end_is_the_end(log in logs(), dialect in dialects()) {
        // Of a log of one event that server never says a word.
        prop_assume!(dialect != Dialect::ProcellaFromZero || log.all().len() != 1);
        let (given, requests) = read(&log, dialect, &[], &[]);
        prop_assert_eq!(given, log.all(), "{:?}", requests);
    }

    #[test]
    fn what_fails_or_stops_on_the_way_loses_nothing(
        log in logs(),
        dialect in dialects(),
        troubles in prop::collection::vec(
            (0..14usize, prop_oneof![
                prop::sample::select(vec![401, 429, 500, 503]).prop_map(Trouble::Status),
                Just(Trouble::Broken),
                Just(Trouble::Late),
                Just(Trouble::Cut),
            ]),
            0..4,
        ),
        stops in prop::collection::btree_set(1..300usize, 0..3),
    ) {
        prop_assume!(dialect != Dialect::ProcellaFromZero || log.all().len() != 1);
        let stops: Vec<usize> = stops.into_iter().collect();
        let (given, requests) = read(&log, dialect, &troubles, &stops);
        prop_assert_eq!(given, log.all(), "{:?}", requests);
    }
}

#[test]
fn polls_slow_down_while_nothing_comes_and_speed_up_again() {
    let mut request = 0;
    let server = Server::new(|asked| {
        request += 1;
        if asked.path == STATUS {
            return Reply::json(200, json!({"status": if request > 20 { "failed" } else { "running" }}));
        }
        let events = if request == 11 { vec![json!({"sequence": 1})] } else { vec![] };
        Reply::json(200, json!({"events": events}))
    });
    let client = once();
    let options = FollowOptions { min_ms: 100, max_ms: 300 };
    let request = |path| Request::raw(Method::Get, path).unwrap();
    let mut walk = Follow::new(request(EVENTS), request(STATUS), options, None).unwrap();
    let page = told(pollster::block_on(walk.next(&client, &server, None))).unwrap().unwrap();
    assert_eq!((page.page.items.len(), page.status.as_deref()), (1, Some("running")));
    assert_eq!(*server.pauses_ms.borrow(), [100, 151, 227, 300, 300]);
    assert!(told(pollster::block_on(walk.next(&client, &server, None))).unwrap().is_none());
    assert_eq!(server.pauses_ms.borrow()[5..8], [100, 151, 227]);
    assert_eq!(walk.last_status(), Some("failed"));
}

#[test]
fn a_log_that_is_begun_in_its_middle_stays_there() {
    // A hundred events behind the caller's own token: the next page is counted from there.
    let asked = RefCell::new(Vec::new());
    let server = Server::new(|request| {
        if request.path == STATUS {
            return Reply::json(200, json!({"status": "succeeded"}));
        }
        let from: usize = request.number("continuationToken").unwrap();
        asked.borrow_mut().push(from);
        let events: Vec<_> = (from..420.min(from + 100)).map(|id| json!({"id": id})).collect();
        Reply::json(200, json!({"events": events}))
    });
    let request = |path: &str| Request::raw(Method::Get, path).unwrap();
    let events = request(&format!("{EVENTS}?continuationToken=200"));
    let mut walk = Follow::new(events, request(STATUS), FollowOptions::default(), None).unwrap();
    let mut given = 0;
    while let Some(page) = told(pollster::block_on(walk.next(&once(), &server, None))).unwrap() {
        given += page.page.items.len();
    }
    assert_eq!(given, 220);
    assert_eq!(asked.borrow()[..3], [200, 300, 400]);
}

#[test]
fn a_status_that_is_none_is_an_error() {
    for (body, code) in [
        ("{}", ErrorCode::Decode),
        (r#"{"status":null}"#, ErrorCode::Decode),
        (r#"{"status":7}"#, ErrorCode::Decode),
        (r#"{"status":"runn"#, ErrorCode::Network),
    ] {
        let server = Server::new(|asked| Reply::json(200, if asked.path == STATUS { body } else { r#"{"events":[]}"# }));
        let error = told(pollster::block_on(follow(None).next(&once(), &server, None))).unwrap_err();
        assert_eq!((error.code(), error.exchange().unwrap().path.as_str()), (code, STATUS), "{body}");
        assert!(error.exchange().unwrap().resume_token.is_some());
    }
}

#[test]
fn the_first_event_of_a_server_that_keeps_it_back_is_asked_for() {
    // procella gives what is numbered above the token, and above 0 without one; the engine numbers from 0.
    let server = || {
        Server::new(|asked| {
            if asked.path == STATUS {
                return Reply::json(200, json!({"status": "succeeded"}));
            }
            let above: i64 = asked.get("continuationToken").map_or(0, |token| token.parse().unwrap());
            let events: Vec<_> =
                (0..30).filter(|sequence| *sequence > above).map(|sequence| json!({"sequence": sequence})).collect();
            Reply::json(200, json!({"events": events}))
        })
    };
    let request = |path: &str| Request::raw(Method::Get, path).unwrap();
    let (client, followed) = (once(), server());
    let mut walk = Follow::new(request(EVENTS), request(STATUS), FollowOptions::default(), None).unwrap();
    let first = told(pollster::block_on(walk.next(&client, &followed, None))).unwrap().unwrap().page;
    assert_eq!((first.items.len(), first.items[0].get()), (30, r#"{"sequence":0}"#));
    let resume = walk.resume_token_within(&first, 12);
    let mut rest = Follow::new(request(EVENTS), request(STATUS), FollowOptions::default(), resume.as_deref()).unwrap();
    let rest = told(pollster::block_on(rest.next(&client, &followed, None))).unwrap().unwrap().page;
    assert_eq!((rest.items.len(), rest.items[0].get()), (18, r#"{"sequence":12}"#));
    assert!(told(pollster::block_on(walk.next(&client, &followed, None))).unwrap().is_none());

    let listed = server();
    let mut walk = Walk::new(Plan::new(request(EVENTS), Style::Events, &["events"]), None, 9).unwrap();
    let page = told(pollster::block_on(walk.next(&client, &listed, None))).unwrap().unwrap();
    assert_eq!(page.items.len(), 30);
    assert!(told(pollster::block_on(walk.next(&client, &listed, None))).unwrap().is_none());
}
