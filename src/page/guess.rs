//! Requests that only find out how a server counts: page 0, an offset, a token of one server's.
//!
//! In: what became of such a request. Out: the answer, or nothing where the server knows no such page. What says nothing of the guess
//! (no connection, no time, no token, too many requests, a gateway's failure) fails as it does for any page: to take it for a no would
//! lose what the page holds without a word.

use crate::error::{Error, Result};
use crate::http::Failure;

/// A failure that comes so often is no accident.
const ATTEMPTS: u32 = 2;

/// The answer; `None` where the server refuses the request.
pub(super) fn unless_refused<R, F>(outcome: Result<R, Failure<F>>) -> Result<Option<R>, Failure<F>> {
    match outcome {
        Ok(answer) => Ok(Some(answer)),
        Err(Failure::Error(error, _)) if refuses(&error) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// The same; a server that fails at it again and again does not know it either.
pub(super) fn unless_beyond<R, F>(outcome: Result<R, Failure<F>>) -> Result<Option<R>, Failure<F>> {
    match outcome {
        Err(Failure::Error(error, _)) if breaks(&error) => Ok(None),
        outcome => unless_refused(outcome),
    }
}

fn refuses(error: &Error) -> bool {
    error.status().is_some_and(|status| (400..500).contains(&status) && !matches!(status, 401 | 407 | 408 | 429))
}

fn breaks(error: &Error) -> bool {
    let attempts = error.exchange().map_or(0, |exchange| exchange.attempts);
    error.status().is_some_and(|status| status == 501 || (status == 500 && attempts >= ATTEMPTS))
}

#[cfg(test)]
mod tests {
    use super::{breaks, refuses};
    use crate::error::{Error, ErrorCode};

    #[test]
    fn a_no_is_told_from_a_mishap() {
        let error = |status: u16, attempts: u32| {
            let mut error = Error::new(ErrorCode::Server, "x").with_status(status);
            error.exchange_mut().attempts = attempts;
            error
        };
        for status in [400, 403, 404, 405, 409, 410, 422] {
            assert!(refuses(&error(status, 1)), "{status}");
        }
        for status in [200, 204, 301, 401, 407, 408, 429, 502, 503, 504] {
            assert!(!refuses(&error(status, 2)) && !breaks(&error(status, 2)), "{status}");
        }
        assert!(!breaks(&error(500, 1)) && breaks(&error(500, 2)) && breaks(&error(501, 1)));
        assert!(!refuses(&Error::new(ErrorCode::Network, "x")));
    }
}
