//! Goes through a list page by page.
//!
//! In: a [`Plan`], a client and a transport. Out: [`RawPage`]s until the list ends. An item that comes again (a list that grew between two
//! pages, a server that repeats the last row) is given out once.

use std::collections::HashSet;

use serde_json::Value;
use serde_json::value::RawValue;

use super::cursor::Place;
use super::numbered::{self, Verdict};
use super::{Cursor, Plan, RawPage, Style};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Failure, Request, Response, RetryPolicy, Transport, pairs};

/// Most pages of a walk, where the caller sets no other bound.
pub const DEFAULT_MAX_PAGES: u32 = 1_000;

/// Events that servers with offsets give at a time.
const EVENTS_PER_PAGE: usize = 100;

/// A walk through a list. Errors leave it where it was: asking again tries the same page again.
#[derive(Debug)]
pub struct Walk {
    plan: Plan,
    max_pages: u32,
    /// What leads to the next page; `None` where there is none.
    next: Option<Cursor>,
    /// Items of the next page that were given out before.
    skip: usize,
    /// What led to the page given out last.
    current: Cursor,
    /// 0 or 1: the number of the first page.
    base: u64,
    used: HashSet<Cursor>,
    keys: HashSet<String>,
    pages: u32,
    given: u64,
    total: Option<u64>,
    /// The server named a page that was read already.
    loops: bool,
}

impl Walk {
    /// Starts at the beginning, or where a resume token says.
    pub fn new(plan: Plan, resume: Option<&str>, max_pages: u32) -> Result<Self> {
        let place = match resume {
            Some(token) => Place::from_token(token, &plan.request)?,
            None => Place::new(&plan.request, plan.start.clone(), 0),
        };
        Ok(Self {
            plan,
            max_pages: max_pages.max(1),
            next: Some(place.cursor.clone()),
            skip: place.skip,
            current: place.cursor,
            base: 1,
            used: HashSet::new(),
            keys: HashSet::new(),
            pages: 0,
            given: 0,
            total: None,
            loops: false,
        })
    }

    /// The list's first request, for messages.
    pub fn request(&self) -> &Request {
        &self.plan.request
    }

    /// Number of all items, where the server says it.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Whether the list has ended although the server counts more items than it gave.
    pub fn is_truncated(&self) -> bool {
        self.next.is_none()
            && self.total.is_some_and(|total| self.given < total)
            && !self.plan.request.query.iter().any(|(name, _)| name == "page")
    }

    /// Continues behind the first `given` items of `page`, the page given out last; `None` where nothing follows.
    pub fn resume_token(&self, page: &RawPage, given: usize) -> Option<String> {
        if given < page.items.len() || self.loops {
            return Some(Place::new(&self.plan.request, self.current.clone(), page.reach(given)).to_token());
        }
        self.next_token()
    }

    /// Continues at the page that comes next; `None` where there is none.
    pub fn next_token(&self) -> Option<String> {
        let next = self.next.clone()?;
        Some(Place::new(&self.plan.request, next, self.skip).to_token())
    }

    /// The next page; `None` where the list has ended.
    pub async fn next<T: Transport>(
        &mut self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
    ) -> Result<Option<RawPage>, Failure<T::Foreign>> {
        let Some(cursor) = self.next.clone() else { return Ok(None) };
        let outcome = self.step(client, transport, retry, cursor).await;
        outcome.map_err(|failure| match failure {
            Failure::Error(mut error, cause) => {
                error.exchange_mut().resume_token = self.next_token();
                Failure::Error(error, cause)
            }
            foreign => foreign,
        })
    }

    async fn step<T: Transport>(
        &mut self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
        cursor: Cursor,
    ) -> Result<Option<RawPage>, Failure<T::Foreign>> {
        if self.loops {
            let error = Error::new(ErrorCode::PagingLoop, "the server gives the same continuation token again")
                .hint("the list is not complete; try again later with the resume token");
            return Err(client.about(error, &self.plan.request, None).into());
        }
        if self.pages >= self.max_pages {
            let error = Error::new(ErrorCode::PageCap, format!("the list has more than {} pages", self.max_pages))
                .hint("raise `maxPages`, or go on with the resume token");
            return Err(client.about(error, &self.plan.request, None).into());
        }
        let mut cursor = cursor;
        let mut page = self.fetch(client, transport, retry, &cursor).await?;
        if let Style::Numbered { detect: true, size } = self.plan.style
            && cursor == Cursor::Start
            && numbered::is_in_doubt(&page, self.number(&cursor), self.size(size))
        {
            let zero = self.fetch(client, transport, retry, &Cursor::Page(0)).await?;
            if numbered::counts_from_zero(&zero, &page) {
                (self.base, page, cursor) = (0, zero, Cursor::Page(0));
            }
        }
        self.pages += 1;
        self.used.insert(cursor.clone());
        let skip = std::mem::take(&mut self.skip);
        self.drop_known(&mut page, skip);
        self.total = page.number("total").or(self.total);
        self.given += page.items.len() as u64;
        let next = self.follow_up(&page, &cursor);
        self.loops = next.as_ref().is_some_and(|next| self.used.contains(next));
        if self.loops && page.count == 0 && matches!(self.plan.style, Style::Events) {
            // An update that is still running answers so while there is nothing new: the end, for now.
            self.loops = false;
            self.next = None;
        } else if self.loops {
            // The token is no use; the page that gave it may give another one later.
            self.skip = page.count;
            self.next = Some(cursor.clone());
        } else {
            self.next = next;
        }
        self.current = cursor;
        Ok(Some(page))
    }

    async fn fetch<T: Transport>(
        &self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
        cursor: &Cursor,
    ) -> Result<RawPage, Failure<T::Foreign>> {
        let request = self.request_of(cursor);
        let cut = |response: &Response| match RawPage::read(response, self.plan.fields) {
            Err(error) if error.code() == ErrorCode::Truncated => Err(error),
            _ => Ok(()),
        };
        let response = match client.send_checked(transport, &request, retry, cut).await {
            // Where offsets are only a guess, a server that has none may refuse them.
            Err(Failure::Error(error, _)) if self.guesses(cursor) && error.code() == ErrorCode::Validation => Response::default(),
            other => other?,
        };
        let page = RawPage::read(&response, self.plan.fields);
        page.map_err(|error| client.about(error, &request, Some(&response)).into())
    }

    fn guesses(&self, cursor: &Cursor) -> bool {
        self.plan.style == Style::Events && matches!(cursor, Cursor::Page(_))
    }

    fn request_of(&self, cursor: &Cursor) -> Request {
        let mut request = self.plan.request.clone();
        match (&self.plan.style, cursor) {
            (Style::Numbered { size, .. }, cursor) => {
                request.set_query("page", self.number(cursor).to_string());
                request.set_query("pageSize", self.size(*size).to_string());
            }
            (_, Cursor::Start) => {}
            (Style::Guess, Cursor::Page(number)) => request.set_query("page", number.to_string()),
            (Style::Token { parameter }, Cursor::Token(token)) => request.set_query(parameter, token),
            (_, Cursor::Token(token)) => request.set_query("continuationToken", token),
            (_, Cursor::Page(offset)) => request.set_query("continuationToken", offset.to_string()),
            (_, Cursor::Query(parameters)) => {
                for (name, _) in parameters {
                    request.query.retain(|(other, _)| other != name);
                }
                // A page by number and a continuation exclude each other.
                if parameters.iter().any(|(name, _)| name == "continue" || name == "cursor") {
                    request.query.retain(|(other, _)| other != "page");
                }
                request.query.extend(parameters.iter().cloned());
            }
        }
        request
    }

    fn asked(&self, name: &str) -> Option<u64> {
        self.plan.request.query.iter().find(|(other, _)| other == name)?.1.parse().ok()
    }

    fn size(&self, default: u32) -> u32 {
        self.asked("pageSize").and_then(|size| u32::try_from(size).ok()).filter(|size| *size > 0).unwrap_or(default)
    }

    fn number(&self, cursor: &Cursor) -> u64 {
        match cursor {
            Cursor::Page(number) => *number,
            _ => self.asked("page").filter(|page| *page > 0).unwrap_or(1),
        }
    }

    fn follow_up(&self, page: &RawPage, cursor: &Cursor) -> Option<Cursor> {
        match self.plan.style {
            Style::Whole => None,
            Style::Token { .. } => page.text(&["continuationToken", "nextToken"]).map(|token| Cursor::Token(token.to_owned())),
            Style::Numbered { size, .. } => {
                let number = self.number(cursor);
                match numbered::verdict(page, number, self.base, self.size(size)) {
                    Verdict::Next => Some(numbered::cursor(number + 1)),
                    Verdict::End => None,
                }
            }
            Style::Search => next_search(page).map(Cursor::Query),
            Style::Guess => match page.text(&["continuationToken", "nextToken"]) {
                Some(token) => Some(Cursor::Token(token.to_owned())),
                None => next_search(page).map(Cursor::Query).or_else(|| {
                    let number = self.number(cursor);
                    let total = page.number("total")?;
                    (page.count > 0 && self.given < total && page.number("itemsPerPage").is_some())
                        .then(|| numbered::cursor(number + 1))
                }),
            },
            Style::Events => match page.text(&["continuationToken"]) {
                Some(token) => Some(Cursor::Token(token.to_owned())),
                // `null` is said by servers that have ended; nothing at all by those that count from here.
                None if page.count == EVENTS_PER_PAGE && !page.rest.contains_key("continuationToken") => {
                    let before = if let Cursor::Page(offset) = cursor { *offset } else { self.given - page.items.len() as u64 };
                    Some(Cursor::Page(before + page.count as u64))
                }
                None => None,
            },
        }
    }

    fn drop_known(&mut self, page: &mut RawPage, skip: usize) {
        let (key, keys) = (self.plan.key, &mut self.keys);
        page.retain(|position, item| {
            let fresh = match identity(item, key) {
                Some(identity) => keys.insert(identity),
                None => true,
            };
            fresh && position >= skip
        });
    }
}

/// The values that identify an item; `None` where one of them is missing.
fn identity(item: &RawValue, key: &[&str]) -> Option<String> {
    if key.is_empty() {
        return None;
    }
    let value: Value = serde_json::from_str(item.get()).ok()?;
    let parts: Option<Vec<String>> = key.iter().map(|pointer| value.pointer(pointer).map(Value::to_string)).collect();
    Some(parts?.join("\n"))
}

/// The parameters of the next page of a search. Only they are taken from the URI that a server gives: a request never goes elsewhere.
fn next_search(page: &RawPage) -> Option<Vec<(String, String)>> {
    let pagination = page.rest.get("pagination")?;
    let text = |name: &str| pagination.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let (name, given) = ["continue", "next"].iter().find_map(|name| Some((*name, text(name)?)))?;
    let Some((_, query)) = given.split_once('?') else {
        return Some(vec![(name.to_owned(), given.to_owned())]);
    };
    Some(pairs(query.split('#').next().unwrap_or_default()))
}
