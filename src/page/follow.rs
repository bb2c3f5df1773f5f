//! Follows an update that is still running: event by event, until it has ended.
//!
//! In: the requests for its events and its status. Out: pages of events as they come, then the final status. The end is decided by
//! the status, not by a missing token: a server whose update still runs may answer with an empty page and no token
//! (procella gives the same bytes for "nothing new" and "nothing left"). After the status says that the update has ended, one
//! more read must be empty.

use serde::Deserialize;

use super::cursor::Place;
use super::known::{Identity, Known, Trail};
use super::{BEFORE_FIRST_EVENT, Cursor, RawPage, guess, offset};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Client, Failure, Request, Response, RetryPolicy, Transport, decode_error};

/// The API's name for the place in the log.
const TOKEN: &str = "continuationToken";

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
    /// Where the next read begins.
    at: Spot,
    /// Where the page given out last began.
    before: Spot,
    known: Known,
    delay_ms: u64,
    last_status: Option<String>,
    has_ended: bool,
    is_done: bool,
}

/// A place in the log.
#[derive(Debug, Clone, Default)]
struct Spot {
    token: Option<String>,
    /// How many events of the page behind `token` were given out.
    given: usize,
}

#[derive(Deserialize)]
struct StatusBody {
    status: Option<String>,
}

impl Follow {
    /// Starts at the first event, or where a resume token says.
    pub fn new(events: Request, status: Request, options: FollowOptions, resume: Option<&str>) -> Result<Self> {
        let at = match resume.map(|token| Place::from_token(token, &events)).transpose()? {
            Some(Place { cursor: Cursor::Token(token), skip, .. }) => Spot { token: Some(token), given: skip },
            Some(Place { skip, .. }) => Spot { token: None, given: skip },
            None => Spot::default(),
        };
        Ok(Self {
            events,
            status,
            options,
            before: at.clone(),
            at,
            known: Known::new(Identity::Sequence, Trail::default()),
            delay_ms: options.min_ms,
            last_status: None,
            has_ended: false,
            is_done: false,
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
        (!self.is_done).then(|| self.token_of(&self.at, self.at.given))
    }

    /// Continues behind the first `given` events of `page`, the page given out last.
    pub fn resume_token_within(&self, page: &RawPage, given: usize) -> Option<String> {
        if given < page.items.len() { Some(self.token_of(&self.before, page.reach(given))) } else { self.resume_token() }
    }

    fn token_of(&self, spot: &Spot, given: usize) -> String {
        let cursor = spot.token.clone().map_or(Cursor::Start, Cursor::Token);
        Place::new(&self.events, cursor, given, Trail::default()).to_token()
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
        while !self.is_done {
            let page = self.read(client, transport, retry).await?;
            if !page.items.is_empty() {
                self.delay_ms = self.options.min_ms;
                return Ok(Some(Followed { page, status: self.last_status.clone() }));
            }
            if self.has_ended {
                self.is_done = true;
                break;
            }
            let status = client.ask(transport, &self.status, retry, read_status).await?;
            self.has_ended = !is_running(&status);
            self.last_status = Some(status);
            if !self.has_ended {
                transport.pause(self.delay_ms).await.map_err(Failure::Foreign)?;
                self.delay_ms = (self.delay_ms.saturating_add(self.delay_ms / 2 + 1)).min(self.options.max_ms);
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
        if let Some(token) = &self.at.token {
            request.set_query(TOKEN, token);
        }
        let is_named = request.query.iter().any(|(name, _)| name == TOKEN);
        let read = |response: &Response| RawPage::read(response, &["events"], !is_named);
        let mut page = client.ask(transport, &request, retry, read).await?.shown_by(client);
        if !is_named && self.at.given == 0 && page.first_sequence() == Some(1) {
            request.set_query(TOKEN, BEFORE_FIRST_EVENT);
            let guessed = guess::unless_beyond(client.ask(transport, &request, retry, read).await)?;
            if let Some(whole) = guessed.filter(|whole| whole.first_sequence() == Some(0)) {
                page = whole.shown_by(client);
                self.at.token = Some(BEFORE_FIRST_EVENT.to_owned());
            }
        }
        let Spot { token, given } = self.at.clone();
        page.retain(|position, item| self.known.is_new(item) && position >= given);
        let own = self.events.query.iter().find(|(name, _)| name == TOKEN).map(|(_, value)| value.as_str());
        let behind = || offset::behind(&page, offset::of_token(token.as_deref().or(own))?).map(|offset| offset.to_string());
        let next = match page.text(&[TOKEN]) {
            Some(next) => Some(next.to_owned()).filter(|next| token.as_ref() != Some(next)),
            None => behind(),
        };
        self.before = std::mem::replace(
            &mut self.at,
            match next {
                Some(next) => Spot { token: Some(next), given: 0 },
                None => Spot { token, given: given.max(page.count) },
            },
        );
        Ok(page)
    }
}

fn read_status(response: &Response) -> Result<String> {
    let body: StatusBody = serde_json::from_slice(&response.body).map_err(|error| decode_error(response, &error))?;
    body.status.ok_or_else(|| {
        Error::new(ErrorCode::Decode, "the answer is not what the API documents: the field `status` is missing")
            .with_status(response.status)
    })
}

/// Whether an update with this status goes on. Words that nobody knows count as an end: polling must not go on for ever.
fn is_running(status: &str) -> bool {
    let words = status.trim().to_ascii_lowercase().replace(['-', '_'], " ");
    matches!(words.as_str(), "" | "not started" | "requested" | "running" | "in progress")
}

#[cfg(test)]
mod tests {
    use super::is_running;

    #[test]
    fn status_words_of_every_server_are_known() {
        for word in ["", "not started", "not-started", "requested", "running", "in-progress", "in progress", "Running"] {
            assert!(is_running(word), "{word}");
        }
        for word in ["succeeded", "failed", "cancelled", "canceled", "exploded"] {
            assert!(!is_running(word), "{word}");
        }
    }
}
