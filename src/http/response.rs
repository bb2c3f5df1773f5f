//! One answer of the API, body included.
//!
//! In: status, headers and bytes. Out: the headers that matter by name, and the body as bytes, inflated where it is gzip although
//! the transport did not say so.

use crate::error::Result;
use crate::wire::Compression;
use crate::wire::decompress::decompress;

/// One answer. Header names are compared without regard to case.
#[derive(Debug, Clone, Default)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers; a name may repeat.
    pub headers: Vec<(String, String)>,
    /// Body, as the transport gave it.
    pub body: Vec<u8>,
}

impl Response {
    /// Whether the status says that the request was carried out.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// The server's name for the request.
    pub fn request_id(&self) -> Option<&str> {
        self.header("x-pulumi-request-id").filter(|id| !id.is_empty())
    }

    /// What the server wants the user to know.
    pub fn warnings(&self) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("x-pulumi-warning")).map(|(_, text)| text.as_str())
    }

    /// Inflates the body where it is gzip. Fetch has inflated what was declared; the audit log's export comes compressed without
    /// anyone asking.
    pub(crate) fn inflate(&mut self) -> Result<()> {
        if Compression::of(&self.body) == Compression::Gzip {
            self.body = decompress(std::mem::take(&mut self.body))?.0;
        }
        Ok(())
    }

    /// Whether there is nothing in the body.
    pub fn is_empty(&self) -> bool {
        self.body.iter().all(u8::is_ascii_whitespace)
    }
}
