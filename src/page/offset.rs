//! Events by offset: of servers whose continuation tokens count events.
//!
//! Such a server gives tokens only while the update runs; the events of an update that has ended come a hundred at a time without
//! one, so that a full page is followed by another. `null` is said by servers that are done.

use super::RawPage;

/// Events that such servers give at a time.
const FULL: usize = 100;

/// How many events lie before the page behind a token; `None` where the token is no number.
pub(super) fn of_token(token: Option<&str>) -> Option<u64> {
    token.map_or(Some(0), |token| token.parse().ok())
}

/// The offset of the next page, where one may follow a page that begins at `offset`.
pub(super) fn behind(page: &RawPage, offset: u64) -> Option<u64> {
    let may_follow = page.count == FULL && !page.rest.contains_key("continuationToken");
    may_follow.then(|| offset.saturating_add(FULL as u64))
}
