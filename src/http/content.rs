//! What a request carries besides its address: headers and body.
//!
//! In: a [`Request`], the client's options and the token. Out: headers as they are sent, and the body, compressed where that was asked
//! for. Fails with `validation` where the token cannot stand in a header.

use std::io::Write;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::redact::MASK;
use super::{Body, ClientOptions, Request};
use crate::error::{Error, ErrorCode, Result};

pub(super) type Headers = Vec<(&'static str, String)>;

/// Headers and body of a request.
pub(super) fn content(request: &Request, options: &ClientOptions, token: Option<&str>) -> Result<(Headers, Option<Arc<[u8]>>)> {
    let accept = request.accept.map_or_else(|| options.accept.clone(), str::to_owned);
    let mut headers = vec![("Accept", accept)];
    if let Some(token) = token {
        headers.push(("Authorization", authorization(token)?));
    }
    if let Some(source) = &options.source {
        headers.push(("X-Pulumi-Source", source.clone()));
    }
    let body = match &request.body {
        Body::None => None,
        Body::Json(json) => Some(json.clone()),
        Body::Gzip(json) => {
            headers.push(("Content-Encoding", "gzip".to_owned()));
            Some(gzip(json)?)
        }
    };
    if request.declares_json {
        headers.push(("Content-Type", "application/json".to_owned()));
    }
    Ok((headers, body))
}

/// The same headers for those who only look on.
pub(super) fn masked(headers: &Headers) -> Headers {
    let shown = |name: &str, value: &String| if name == "Authorization" { format!("token {MASK}") } else { value.clone() };
    headers.iter().map(|(name, value)| (*name, shown(name, value))).collect()
}

fn authorization(token: &str) -> Result<String> {
    let token = token.trim();
    if token.is_empty() || !token.bytes().all(|byte| (0x21..0x7f).contains(&byte)) {
        return Err(Error::new(ErrorCode::Validation, "the access token is empty or holds characters that no header may have")
            .hint("pass the token alone, without `token ` and without line breaks"));
    }
    Ok(format!("token {token}"))
}

fn gzip(bytes: &[u8]) -> Result<Arc<[u8]>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map(Into::into).map_err(|_| Error::new(ErrorCode::Validation, "the body cannot be compressed"))
}
