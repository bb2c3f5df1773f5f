//! What holds for every call, whatever its server does: how often it is sent, how long it waits, and how long it takes at most.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/server.rs"]
mod server;

use std::cell::RefCell;

use common::config;
use proptest::prelude::*;
use serde_json::json;
use server::{Reply, Server, client, told};
use stackscope::error::ErrorCode;
use stackscope::http::{Method, Request, RetryPolicy, retry_after_ms};

/// What a try comes to.
#[derive(Debug, Clone)]
enum Try {
    Status(u16, Option<String>),
    Broken,
    Late,
    Good,
}

impl Try {
    fn reply(&self) -> Reply {
        match self {
            Self::Status(status, after) => {
                let reply = Reply::json(*status, json!({"code": status, "message": "no"}));
                after.iter().fold(reply, |reply, after| reply.with("Retry-After", after))
            }
            Self::Broken => Reply::Broken("reset".to_owned()),
            Self::Late => Reply::Late,
            Self::Good => Reply::json(200, "{}"),
        }
    }

    fn is_transient(&self) -> bool {
        match self {
            Self::Status(status, _) => matches!(status, 408 | 429 | 500 | 502..=599),
            Self::Broken | Self::Late => true,
            Self::Good => false,
        }
    }

    /// How long the server asks to wait.
    fn after(&self) -> Option<u64> {
        match self {
            Self::Status(_, Some(after)) => retry_after_ms(after, 0.0),
            _ => None,
        }
    }
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let after = prop::option::of(prop_oneof![
        (0..90u32).prop_map(|seconds| seconds.to_string()),
        prop::sample::select(vec!["soon", "", "-3", "1.5", "1e300", "NaN"]).prop_map(str::to_owned),
    ]);
    let transient = prop::sample::select(vec![408u16, 429, 500, 502, 503, 504, 599]);
    let one = prop_oneof![
        4 => (transient, after.clone()).prop_map(|(status, after)| Try::Status(status, after)),
        1 => (prop_oneof![300..600u16], after).prop_map(|(status, after)| Try::Status(status, after)),
        2 => Just(Try::Broken),
        2 => Just(Try::Late),
        1 => Just(Try::Good),
    ];
    prop::collection::vec(one, 1..8)
}

fn policies() -> impl Strategy<Value = RetryPolicy> {
    (0..6u32, 0..3_000u64, 0..10_000u64, 0..70_000u64, 1..5_000u64, any::<bool>()).prop_map(
        |(attempts, base_ms, cap_ms, max_retry_after_ms, attempt_timeout_ms, unsafe_methods)| RetryPolicy {
            attempts,
            base_ms,
            cap_ms,
            max_retry_after_ms,
            attempt_timeout_ms,
            unsafe_methods,
        },
    )
}

fn methods() -> impl Strategy<Value = Method> {
    prop::sample::select(vec![Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete])
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn a_call_is_sent_as_often_and_waits_as_long_as_the_policy_says(
        tries in tries(),
        policy in policies(),
        method in methods(),
        random in 0.0..=1.0f64,
        answer_ms in 0..2_000u32,
        budget in prop::option::of(0..20_000u32),
    ) {
        let done = RefCell::new(0);
        let mut server = Server::new(|_| {
            let place = *done.borrow();
            *done.borrow_mut() += 1;
            tries.get(place).unwrap_or(&Try::Good).reply()
        });
        server.random = random;
        server.answer_ms = f64::from(answer_ms);
        server.deadline_ms = budget.map(f64::from);
        let request = Request::new(method, "/api/user");
        let outcome = told(pollster::block_on(client(RetryPolicy::default()).send(&server, &request, Some(&policy))));

        let sent = server.count();
        let pauses = server.pauses_ms.borrow();
        prop_assert!(sent <= policy.attempts.max(1) as usize);
        prop_assert!(sent <= 1 || method.is_safe() || policy.unsafe_methods, "{method:?} was sent {sent} times");
        prop_assert!(budget != Some(0) || sent == 0);
        prop_assert_eq!(pauses.len(), sent.saturating_sub(1));
        for (place, pause) in pauses.iter().enumerate() {
            // A try that is answered too late is late whatever the answer.
            let late = f64::from(answer_ms) > server.asked.borrow()[place].timeout_ms as f64;
            let failed = if late { &Try::Late } else { &tries[place] };
            prop_assert!(failed.is_transient(), "{failed:?} was tried again");
            match failed.after() {
                Some(asked) => {
                    prop_assert_eq!(*pause, asked);
                    prop_assert!(asked <= policy.max_retry_after_ms);
                }
                None => prop_assert!(*pause <= policy.cap_ms.min(policy.base_ms << place), "{pause} before try {}", place + 2),
            }
        }
        let taken = server.clock_ms.get();
        if let Some(budget) = budget {
            prop_assert!(taken <= f64::from(budget) + 1.0, "it took {taken} of {budget}");
        }
        for asked in server.asked.borrow().iter() {
            prop_assert!(asked.timeout_ms <= policy.attempt_timeout_ms);
        }
        match outcome {
            Ok(response) => prop_assert!(response.is_success()),
            Err(error) => {
                prop_assert_eq!(error.exchange().unwrap().attempts as usize, sent.max(1));
                // Nothing that might have helped was left undone.
                let last = sent.checked_sub(1).and_then(|place| tries.get(place));
                let gives_up = sent == policy.attempts.max(1) as usize
                    || !(method.is_safe() || policy.unsafe_methods)
                    || budget.is_some()
                    || last.is_some_and(|last| !last.is_transient() || last.after().is_some_and(|asked| asked > policy.max_retry_after_ms));
                prop_assert!(gives_up || f64::from(answer_ms) > policy.attempt_timeout_ms as f64, "{error} after {sent} of {tries:?}");
            }
        }
    }

    #[test]
    fn a_delay_is_within_its_bounds_for_any_numbers(
        attempts: u32, base_ms: u64, cap_ms: u64, attempt: u32, random: f64, after: Option<u64>,
    ) {
        let policy = RetryPolicy { attempts, base_ms, cap_ms, ..RetryPolicy::default() };
        match policy.delay(Method::Get, attempt, after, true, random) {
            Some(delay) => {
                prop_assert!(attempt < attempts);
                prop_assert!(after.map_or(delay <= cap_ms, |after| delay == after && after <= policy.max_retry_after_ms));
            }
            None => prop_assert!(attempt >= attempts || after.is_some_and(|after| after > policy.max_retry_after_ms)),
        }
        prop_assert_eq!(policy.delay(Method::Get, attempt, after, false, random), None);
    }

    #[test]
    fn any_retry_after_can_be_read(header in ".{0,40}", now in any::<f64>()) {
        retry_after_ms(&header, now);
    }
}

#[test]
fn retry_after_may_be_a_date() {
    let mut answers = vec![Reply::json(200, "{}"), Reply::json(503, "{}").with("retry-after", "Thu, 01 Jan 1970 00:00:07 GMT")];
    let server = Server::new(|_| answers.pop().unwrap());
    server.clock_ms.set(3_000.0);
    told(pollster::block_on(client(RetryPolicy::default()).send(&server, &Request::new(Method::Get, "/api/user"), None)))
        .unwrap();
    assert_eq!(*server.pauses_ms.borrow(), [4_000]);
}

#[test]
fn an_answer_that_breaks_off_is_a_broken_connection() {
    let body = r#"{"githubLogin":"ada""#;
    let server = Server::new(|_| Reply::json(200, body));
    let call = stackscope::endpoint::user::get().unwrap();
    let error = told(pollster::block_on(call.send(&client(RetryPolicy::default()), &server, None))).unwrap_err();
    assert_eq!((error.code(), error.offset(), server.count()), (ErrorCode::Network, Some(20), 4));
}

#[test]
fn what_no_other_try_would_change_is_tried_once() {
    for status in [403, 404, 407, 409, 410, 412, 423, 426] {
        let server = Server::new(|_| Reply::of(status, "text/plain", "no"));
        let request = Request::new(Method::Get, "/api/user");
        told(pollster::block_on(client(RetryPolicy::default()).send(&server, &request, None))).unwrap_err();
        assert_eq!(server.count(), 1, "{status}");
    }
}

#[test]
fn a_call_without_time_is_not_sent() {
    let mut server = Server::new(|_| Reply::json(200, "{}"));
    server.deadline_ms = Some(0.0);
    let request = Request::new(Method::Get, "/api/user");
    let error = told(pollster::block_on(client(RetryPolicy::default()).send(&server, &request, None))).unwrap_err();
    assert_eq!((error.code(), server.count(), server.notices.borrow().len()), (ErrorCode::Timeout, 0, 0));
}

#[test]
fn exports_are_given_more_time() {
    let mut request = Request::new(Method::Get, "/api/user");
    let server = Server::new(|_| Reply::json(200, "{}"));
    let client = client(RetryPolicy { attempt_timeout_ms: 7, ..RetryPolicy::default() });
    told(pollster::block_on(client.send(&server, &request, None))).unwrap();
    request.large = true;
    told(pollster::block_on(client.send(&server, &request, None))).unwrap();
    let given: Vec<u64> = server.asked.borrow().iter().map(|asked| asked.timeout_ms).collect();
    assert_eq!(given, [7, 35]);
}
