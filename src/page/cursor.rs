//! Where a walk stands, and how that is written down for another process.
//!
//! In: a place in a list. Out: a resume token, and back. A token belongs to one list: used with another it fails with `validation`.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::known::Trail;
use crate::error::{Error, ErrorCode, Result};
use crate::http::Request;

/// What leads to a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Cursor {
    /// The first page.
    Start,
    /// A server's continuation token.
    Token(String),
    /// A page by its number.
    Page(u64),
    /// Query parameters that a server gave.
    Query(Vec<(String, String)>),
}

/// A place in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    /// Which list.
    list: String,
    pub(super) cursor: Cursor,
    /// How many of the page's items have been given out.
    pub(super) skip: usize,
    /// What came before the page.
    #[serde(flatten)]
    pub(super) trail: Trail,
}

impl Place {
    pub(super) fn new(request: &Request, cursor: Cursor, skip: usize, trail: Trail) -> Self {
        Self { list: name(request), cursor, skip, trail }
    }

    pub(super) fn to_token(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    pub(super) fn from_token(token: &str, request: &Request) -> Result<Self> {
        let wrong = |what: &str, hint: &str| Error::new(ErrorCode::Validation, what.to_owned()).hint(hint.to_owned());
        let place: Self = URL_SAFE_NO_PAD
            .decode(token.trim())
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok())
            .ok_or_else(|| wrong("the resume token is damaged", "pass it as it was given"))?;
        if place.list != name(request) {
            return Err(wrong(
                "the resume token belongs to another list",
                "call the same function with the same names and filters",
            ));
        }
        Ok(place)
    }
}

/// What tells one list from another: a digest, since filters may hold names that are nobody's business.
fn name(request: &Request) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(request.target());
    URL_SAFE_NO_PAD.encode(&digest[..9])
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Place};
    use crate::http::{Method, Request};
    use crate::page::known::Trail;

    fn request(target: &str) -> Request {
        Request::raw(Method::Get, target).unwrap()
    }

    #[test]
    fn a_place_survives_being_written_down() {
        let list = request("/api/user/stacks?organization=acme");
        let trails = [Trail::default(), Trail { page: Some(u64::MAX), item: Some(7), stale: 1 }];
        let query = vec![("a&b".to_owned(), "ü".to_owned())];
        for cursor in [Cursor::Start, Cursor::Token("\"\u{0}/+".to_owned()), Cursor::Page(0), Cursor::Query(query)] {
            for trail in trails {
                let place = Place::new(&list, cursor.clone(), 3, trail);
                assert_eq!(Place::from_token(&format!(" {}\n", place.to_token()), &list).unwrap(), place);
            }
        }
    }

    #[test]
    fn a_token_is_good_for_its_own_list_alone() {
        let list = request("/api/user/stacks?organization=acme");
        let token = Place::new(&list, Cursor::Start, 0, Trail::default()).to_token();
        for (token, target) in [
            (token.as_str(), "/api/user/stacks?organization=acm"),
            (&token[1..], "/api/user/stacks?organization=acme"),
            ("", "/api/user/stacks?organization=acme"),
            ("eyJ9", "/api/user/stacks?organization=acme"),
        ] {
            assert!(Place::from_token(token, &request(target)).is_err());
        }
    }
}
