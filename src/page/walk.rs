//! Goes through a list page by page.
//!
//! In: a [`Plan`], a client and a transport. Out: [`RawPage`]s until the list ends. An item that comes again (a list that grew between two
//! pages, a server that repeats the last row) is given out once.

use std::collections::HashSet;

use super::cursor::Place;
use super::known::{Identity, Known, Trail, digest};
use super::{BEFORE_FIRST_EVENT, Cursor, Plan, RawPage, Style, guess, numbered, offset, search};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Failure, Request, Response, RetryPolicy, Transport};

/// Most pages of a walk, where the caller sets no other bound.
pub const DEFAULT_MAX_PAGES: u32 = 1_000;

/// A walk through a list. Errors leave it where it was: asking again tries the same page again.
#[derive(Debug)]
pub struct Walk {
    plan: Plan,
    max_pages: u32,
    /// What leads to the next page; `None` where there is none.
    next: Option<Cursor>,
    /// Items of the next page that were given out before.
    skip: usize,
    /// What comes before the next page.
    trail: Trail,
    /// What led to the page given out last.
    current: Cursor,
    /// What came before that page.
    before: Trail,
    /// 0 or 1: the number of the first page.
    base: u64,
    used: HashSet<Cursor>,
    known: Known,
    pages: u32,
    /// Items of the server that were not given out before.
    given: u64,
    total: Option<u64>,
    is_resumed: bool,
    /// The server named a page that was read already.
    loops: bool,
}

impl Walk {
    /// Starts at the beginning, or where a resume token says.
    pub fn new(plan: Plan, resume: Option<&str>, max_pages: u32) -> Result<Self> {
        let place = match resume {
            Some(token) => Place::from_token(token, &plan.request)?,
            None => Place::new(&plan.request, plan.start.clone(), 0, Trail::default()),
        };
        let identity = if plan.style == Style::Events { Identity::Sequence } else { Identity::Key(plan.key) };
        let used = plan.own_token().map(|token| Cursor::Token(token.to_owned())).into_iter().collect();
        Ok(Self {
            max_pages: max_pages.max(1),
            next: Some(place.cursor.clone()),
            skip: place.skip,
            trail: place.trail,
            current: place.cursor,
            before: place.trail,
            base: 1,
            used,
            known: Known::new(identity, place.trail),
            pages: 0,
            given: 0,
            total: None,
            is_resumed: resume.is_some(),
            loops: false,
            plan,
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

    /// Whether the list, read from its beginning, has ended although the server counts more items than it gave.
    pub fn is_truncated(&self) -> bool {
        let is_whole = !self.is_resumed && self.plan.asked("page").is_none() && self.plan.own_token().is_none();
        is_whole && self.next.is_none() && self.total.is_some_and(|total| self.given < total)
    }

    /// Continues behind the first `given` items of `page`, the page given out last; `None` where nothing follows.
    pub fn resume_token(&self, page: &RawPage, given: usize) -> Option<String> {
        if given < page.items.len() || self.loops {
            return Some(Place::new(&self.plan.request, self.current.clone(), page.reach(given), self.before).to_token());
        }
        self.next_token()
    }

    /// Continues at the page that comes next; `None` where there is none.
    pub fn next_token(&self) -> Option<String> {
        let next = self.next.clone()?;
        Some(Place::new(&self.plan.request, next, self.skip, self.trail).to_token())
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
        outcome.map(Some).map_err(|failure| match failure {
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
    ) -> Result<RawPage, Failure<T::Foreign>> {
        self.check_bounds().map_err(|error| client.about(error, &self.plan.request, None))?;
        let mut cursor = cursor;
        let is_first = self.skip == 0 && cursor == self.plan.start;
        let page = self.fetch(client, transport, retry, &cursor, is_first).await;
        // An offset is only a guess: a server that knows none has given all.
        let is_guess = self.plan.style == Style::Events && matches!(cursor, Cursor::Page(_));
        let mut page = if is_guess { guess::unless_refused(page)?.unwrap_or_default() } else { page? };
        if let Some(other) = self.doubt(&page, &cursor) {
            let guessed = guess::unless_beyond(self.fetch(client, transport, retry, &other, true).await)?;
            if let Some(guessed) = guessed.filter(|guessed| self.is_beginning(guessed, &page)) {
                (page, cursor) = (guessed, other);
            }
        }
        if cursor == Cursor::Page(0) {
            self.base = 0;
        }
        self.pages += 1;
        self.used.insert(cursor.clone());
        self.before = self.trail;
        self.trail = self.note(&mut page, &cursor);
        self.total = page.number("total").or(self.total);
        let next = self.follow_up(&page, &cursor);
        self.loops = next.as_ref().is_some_and(|next| self.used.contains(next));
        if self.loops && page.count == 0 && self.plan.style == Style::Events {
            // An update that is still running answers so while there is nothing new: the end, for now.
            self.loops = false;
            self.next = None;
        } else if self.loops {
            // The token is no use; the page that gave it may give another one later.
            self.skip = page.count;
            self.trail = self.before;
            self.next = Some(cursor.clone());
        } else {
            self.next = next;
        }
        self.current = cursor;
        Ok(page)
    }

    fn check_bounds(&self) -> Result<()> {
        if self.loops {
            return Err(Error::new(ErrorCode::PagingLoop, "the server gives the same continuation token again")
                .hint("the list is not complete; try again later with the resume token"));
        }
        if self.pages >= self.max_pages {
            return Err(Error::new(ErrorCode::PageCap, format!("the list has more than {} pages", self.max_pages))
                .hint("raise `maxPages`, or go on with the resume token"));
        }
        Ok(())
    }

    /// What may lead to a page before this one, the first.
    fn doubt(&self, page: &RawPage, cursor: &Cursor) -> Option<Cursor> {
        if *cursor != Cursor::Start {
            return None;
        }
        match self.plan.style {
            Style::Numbered { detect: true, size } => {
                let in_doubt = numbered::is_in_doubt(page, self.plan.number(cursor), self.plan.size(size));
                in_doubt.then_some(Cursor::Page(0))
            }
            Style::Events => {
                let in_doubt = self.skip == 0 && self.plan.own_token().is_none() && page.first_sequence() == Some(1);
                in_doubt.then(|| Cursor::Token(BEFORE_FIRST_EVENT.to_owned()))
            }
            _ => None,
        }
    }

    /// Whether the list begins with the page that was guessed, and not with `first`.
    fn is_beginning(&self, guessed: &RawPage, first: &RawPage) -> bool {
        if self.plan.style == Style::Events {
            return guessed.first_sequence() == Some(0);
        }
        let identify = |item: &_| self.known.of(item).unwrap_or_else(|| digest([item.get()]));
        numbered::counts_from_zero(guessed, first, identify)
    }

    async fn fetch<T: Transport>(
        &self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
        cursor: &Cursor,
        is_first: bool,
    ) -> Result<RawPage, Failure<T::Foreign>> {
        let request = self.plan.asking(cursor);
        let read = |response: &Response| RawPage::read(response, self.plan.fields, is_first);
        client.ask(transport, &request, retry, read).await.map(|page| page.shown_by(client))
    }

    /// Takes out of the page what was given out before, and what was not asked for. What the page leaves behind.
    fn note(&mut self, page: &mut RawPage, cursor: &Cursor) -> Trail {
        let skip = std::mem::take(&mut self.skip);
        let is_numbered = match self.plan.style {
            Style::Numbered { .. } => true,
            Style::Guess => matches!(cursor, Cursor::Start | Cursor::Page(_)),
            _ => false,
        };
        let digest = (is_numbered && page.count > 0).then(|| page.digest());
        let last = page.items.last().and_then(|item| self.known.of(item)).or(self.before.item);
        let is_repeated = digest.is_some() && digest == self.before.page;
        page.retain(|position, item| self.known.is_new(item) && position >= skip && !is_repeated);
        let stale = if page.items.is_empty() && page.count > skip { self.before.stale.saturating_add(1) } else { 0 };
        // The server's total counts what it was not asked for too.
        self.given += page.items.len() as u64;
        if !self.plan.conditions.is_empty() {
            page.retain(|_, item| self.plan.takes(item));
        }
        Trail { page: digest, item: last, stale }
    }

    fn follow_up(&self, page: &RawPage, cursor: &Cursor) -> Option<Cursor> {
        let token = |names: &[&str]| page.text(names).map(|token| Cursor::Token(token.to_owned()));
        let number = self.plan.number(cursor);
        let number_goes_on = |size| numbered::goes_on(page, number, self.base, size, self.trail.stale);
        let next_number = || Cursor::Page(number.saturating_add(1));
        match self.plan.style {
            Style::Whole => None,
            Style::Token { .. } => token(&["continuationToken", "nextToken"]),
            Style::Numbered { size, .. } => number_goes_on(self.plan.size(size)).then(next_number),
            Style::Search => search::next(page).map(Cursor::Query),
            Style::Guess => {
                token(&["continuationToken", "nextToken"]).or_else(|| search::next(page).map(Cursor::Query)).or_else(|| {
                    let is_counted = page.number("total").is_some() && page.number("itemsPerPage").is_some();
                    (is_counted && number_goes_on(u32::MAX)).then(next_number)
                })
            }
            Style::Events => token(&["continuationToken"]).or_else(|| {
                let begin = match cursor {
                    Cursor::Page(offset) => Some(*offset),
                    Cursor::Token(token) => offset::of_token(Some(token)),
                    _ => offset::of_token(self.plan.own_token()),
                };
                offset::behind(page, begin?).map(Cursor::Page)
            }),
        }
    }
}
