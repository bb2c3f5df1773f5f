//! Follows an update that is still running: event by event, until it has ended.
//!
//! In: the requests for its events and its status. Out: pages of events as they come, then the final status. The end is decided by
//! the status, not by a missing token: a server whose update still runs may answer with an empty page and no token
//! (contradiction 29; procella gives the same bytes for "nothing new" and "nothing left"). After the status says that the update has ended, one
//! more read must be empty.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::cursor::Place;
use super::{Cursor, RawPage};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Failure, Request, Response, RetryPolicy, Transport, decode_error};

/// How often to ask. Both in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowOptions {
    /// The first delay after a page without events; it grows by half from one empty page to the next.
    pub min_ms: u64,
    /// The longest delay.
    pub max_ms: u64,
}

impl Default for FollowOptions {
    fn default() -> Self {
        Self { min_ms: 500, max_ms: 5_000 }
    }
}

/// A page of new events.
#[derive(Debug)]
pub struct Followed {
    /// The events, none of them given out before.
    pub page: RawPage,
    /// The update's status as the server spells it, where it was asked for.
    pub status: Option<String>,
}

/// An update being followed. Errors leave it where it was.
#[derive(Debug)]
pub struct Follow {
    events: Request,
    status: Request,
    options: FollowOptions,
    token: Option<String>,
    /// How many events of the page behind `token` were given out.
    given: usize,
    sequences: HashSet<i64>,
    delay_ms: u64,
    last_status: Option<String>,
    ended: bool,
    done: bool,
}

#[derive(Deserialize)]
struct StatusBody {
    status: Option<String>,
}

#[derive(Deserialize)]
struct Sequenced {
    sequence: Option<i64>,
}

impl Follow {
    /// Starts at the first event, or where a resume token says.
    pub fn new(events: Request, status: Request, options: FollowOptions, resume: Option<&str>) -> Result<Self> {
        let (token, given) = match resume.map(|token| Place::from_token(token, &events)).transpose()? {
            Some(Place { cursor: Cursor::Token(token), skip, .. }) => (Some(token), skip),
            Some(Place { skip, .. }) => (None, skip),
            None => (None, 0),
        };
        let delay_ms = options.min_ms;
        Ok(Self {
            events,
            status,
            options,
            token,
            given,
            sequences: HashSet::new(),
            delay_ms,
            last_status: None,
            ended: false,
            done: false,
        })
    }

    /// The first request for events, for messages.
    pub fn request(&self) -> &Request {
        &self.events
    }

    /// The update's status as the server last spelled it.
    pub fn last_status(&self) -> Option<&str> {
        self.last_status.as_deref()
    }

    /// Continues behind the last page given out; `None` once the update has ended and all was given.
    pub fn resume_token(&self) -> Option<String> {
        if self.done {
            return None;
        }
        let cursor = self.token.clone().map_or(Cursor::Start, Cursor::Token);
        Some(Place::new(&self.events, cursor, self.given).to_token())
    }

    /// The next page of events, waiting for it where need be; `None` once the update has ended and every event was given.
    pub async fn next<T: Transport>(
        &mut self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
    ) -> Result<Option<Followed>, Failure<T::Foreign>> {
        self.run(client, transport, retry).await.map_err(|failure| match failure {
            Failure::Error(mut error, cause) => {
                error.exchange_mut().resume_token = self.resume_token();
                Failure::Error(error, cause)
            }
            foreign => foreign,
        })
    }

    async fn run<T: Transport>(
        &mut self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
    ) -> Result<Option<Followed>, Failure<T::Foreign>> {
        while !self.done {
            let page = self.read(client, transport, retry).await?;
            if !page.items.is_empty() {
                self.delay_ms = self.options.min_ms;
                return Ok(Some(Followed { page, status: self.last_status.clone() }));
            }
            if self.ended {
                self.done = true;
                break;
            }
            let status = self.ask(client, transport, retry).await?;
            self.ended = !is_running(&status);
            self.last_status = Some(status);
            if !self.ended {
                transport.pause(self.delay_ms).await.map_err(Failure::Foreign)?;
                self.delay_ms = (self.delay_ms + self.delay_ms / 2 + 1).min(self.options.max_ms);
            }
        }
        Ok(None)
    }

    /// One page, without what was given out before.
    async fn read<T: Transport>(
        &mut self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
    ) -> Result<RawPage, Failure<T::Foreign>> {
        let mut request = self.events.clone();
        if let Some(token) = &self.token {
            request.set_query("continuationToken", token);
        }
        let cut = |response: &Response| match RawPage::read(response, &["events"]) {
            Err(error) if error.code() == ErrorCode::Truncated => Err(error),
            _ => Ok(()),
        };
        let response = client.send_checked(transport, &request, retry, cut).await?;
        let page = RawPage::read(&response, &["events"]);
        let mut page = page.map_err(|error| client.about(error, &request, Some(&response)))?;
        let (given, sequences) = (self.given, &mut self.sequences);
        page.retain(|position, item| position >= given && sequence(item).is_none_or(|sequence| sequences.insert(sequence)));
        match page.text(&["continuationToken"]) {
            Some(token) if self.token.as_deref() != Some(token) => {
                self.token = Some(token.to_owned());
                self.given = 0;
            }
            _ => self.given = self.given.max(page.count),
        }
        self.step_over_full_page(&page);
        Ok(page)
    }

    /// A server that counts events in its tokens stops giving them once the update has ended; full pages go on by counting.
    fn step_over_full_page(&mut self, page: &RawPage) {
        const FULL: usize = 100;
        let counted = match &self.token {
            None => Some(0),
            Some(token) => token.parse::<u64>().ok(),
        };
        if let Some(offset) = counted
            && page.count == FULL
            && !page.rest.contains_key("continuationToken")
        {
            self.token = Some((offset + FULL as u64).to_string());
            self.given = 0;
        }
    }

    async fn ask<T: Transport>(
        &self,
        client: &Client,
        transport: &T,
        retry: Option<&RetryPolicy>,
    ) -> Result<String, Failure<T::Foreign>> {
        let response = client.send(transport, &self.status, retry).await?;
        let body: StatusBody = serde_json::from_slice(&response.body)
            .map_err(|error| client.about(decode_error(&response, &error), &self.status, Some(&response)))?;
        body.status.ok_or_else(|| {
            let error = Error::new(ErrorCode::Decode, "the answer is not what the API documents: the field `status` is missing");
            client.about(error, &self.status, Some(&response)).into()
        })
    }
}

/// Whether an update with this status goes on. Words that nobody knows count as an end: polling must not go on for ever.
fn is_running(status: &str) -> bool {
    matches!(status, "" | "not started" | "not-started" | "requested" | "running" | "in-progress" | "in progress")
}

fn sequence(item: &RawValue) -> Option<i64> {
    serde_json::from_str::<Sequenced>(item.get()).ok()?.sequence
}
