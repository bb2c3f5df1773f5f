//! A reader of a list that stops, fails and goes on.
//!
//! In: a list, the way it is paged, troubles, places to stop at. Out: what was given, in order, and what the reader met.

use std::cell::{Cell, RefCell};

use serde_json::{Value, json};
use stackscope::error::ErrorCode;
use stackscope::http::{Method, Request};
use stackscope::page::{Plan, Style, Walk};

use super::paged::{Dialect, List, Trouble, answer};
use super::server::{Reply, Server, once, told};

/// A reader, and what it met.
#[derive(Debug, Default)]
pub(crate) struct Walker {
    pub(crate) requests: Vec<String>,
    pub(crate) errors: Vec<String>,
    /// Most pages of one walk.
    pub(crate) longest: u32,
    pub(crate) loops: usize,
}

impl Walker {
    /// Reads the whole list. `stops`: behind so many items the reader goes on in another process.
    pub(crate) fn run(
        list: &List,
        dialect: Dialect,
        keyed: bool,
        troubles: &[(usize, Trouble)],
        stops: &[usize],
        cap: u32,
    ) -> (Self, Vec<usize>) {
        let is_ill = Cell::new(true);
        let requests = RefCell::new(Vec::new());
        let server = Server::new(|asked| {
            let count = requests.borrow().len();
            requests.borrow_mut().push(format!("{} {:?}", asked.path, asked.query));
            assert!(count < 400, "too many requests: {:?}", &requests.borrow()[390..]);
            let answer =
                answer(list, dialect, asked, count, troubles.iter().map(|(_, trouble)| *trouble).filter(|_| is_ill.get()));
            match troubles.iter().find(|(place, _)| *place == count).map(|(_, trouble)| *trouble) {
                None | Some(Trouble::RepeatsToken { .. }) => answer,
                Some(Trouble::Status(status)) => Reply::json(status, json!({"code": status, "message": "no"})),
                Some(Trouble::Broken) => Reply::Broken("reset".to_owned()),
                Some(Trouble::Late) => Reply::Late,
                Some(Trouble::Cut) => answer.cut(),
                Some(Trouble::Page) => Reply::of(200, "text/html", "<title>Sign in</title>"),
            }
        });
        let mut target = "/api/things?filter=x".to_owned();
        if dialect == Dialect::GuessSearch {
            target.push_str("&page=1");
        }
        let fields: &[&str] = match dialect.style(list) {
            Style::Guess => &[],
            Style::Events => &["events"],
            _ => &["things", "others"],
        };
        let plan = Plan::new(Request::raw(Method::Get, &target).unwrap(), dialect.style(list), fields);
        let plan = if keyed { plan.keyed(&["/id", "/name"]) } else { plan };
        let client = once();
        let mut walker = Self::default();
        let mut given = Vec::new();
        let mut walk = Walk::new(plan.clone(), None, cap).unwrap();
        let mut pages = 0;
        let mut stops: Vec<usize> = stops.to_vec();
        let mut stops_at = |given: usize| {
            let place = stops.iter().position(|stop| *stop == given)?;
            Some(stops.swap_remove(place))
        };
        loop {
            match told(pollster::block_on(walk.next(&client, &server, None))) {
                Ok(None) => break,
                Ok(Some(page)) => {
                    pages += 1;
                    walker.longest = walker.longest.max(pages);
                    let mut token = None;
                    for (index, item) in page.items.iter().enumerate() {
                        if index % 2 == 1 && stops_at(given.len()).is_some() {
                            token = Some(walk.resume_token(&page, index).expect("something follows"));
                            break;
                        }
                        let item: Value = serde_json::from_str(item.get()).unwrap();
                        given.push(item["id"].as_u64().unwrap() as usize);
                    }
                    if token.is_none() && stops_at(given.len()).is_some() {
                        token = walk.resume_token(&page, page.items.len());
                        if token.is_none() {
                            break;
                        }
                    }
                    if let Some(token) = token {
                        (walk, pages) = (Walk::new(plan.clone(), Some(&token), cap).unwrap(), 0);
                        assert_eq!(walk.next_token().as_deref(), Some(token.as_str()));
                    }
                }
                Err(error) => {
                    walker.errors.push(format!("{error:?}"));
                    let token = error.exchange().and_then(|exchange| exchange.resume_token.clone()).expect("a way on");
                    let is_final = matches!(error.code(), ErrorCode::PagingLoop | ErrorCode::PageCap);
                    walker.loops += usize::from(error.code() == ErrorCode::PagingLoop);
                    is_ill.set(false);
                    if is_final || walker.errors.len() % 2 == 1 {
                        (walk, pages) = (Walk::new(plan.clone(), Some(&token), cap).unwrap(), 0);
                    }
                }
            }
        }
        walker.requests = requests.borrow().clone();
        (walker, given)
    }
}
