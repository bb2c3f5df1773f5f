//! Where the API is: which base URLs are taken.
//!
//! In: the base URL as the caller gives it. Out: the same without a trailing `/` or `/api`. Fails with `validation` where it is not
//! `http` or `https`, carries a user, a query or a fragment, or would send the token without TLS to another machine.

use crate::error::{Error, ErrorCode, Result};

/// The base URL as paths are appended to it.
pub(super) fn base(given: &str, allow_insecure: bool) -> Result<String> {
    let bare = given.trim().trim_end_matches('/');
    let base = bare.strip_suffix("/api").unwrap_or(bare).trim_end_matches('/');
    let wrong = |what: &str| Error::new(ErrorCode::Validation, what).hint("for example https://api.pulumi.com");
    let (secure, rest) = match (base.strip_prefix("https://"), base.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        // An empty base is the page's own origin, which the browser resolves.
        _ if base.is_empty() => return Ok(String::new()),
        _ => return Err(wrong("the base URL begins with https:// or http://")),
    };
    let authority = rest.split('/').next().unwrap_or_default();
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '?' | '#' | '\\');
    if authority.is_empty() || authority.contains(['@', '%']) || rest.contains(odd) {
        return Err(wrong("the base URL is a scheme, a host and perhaps a port and a path, without user, query and fragment"));
    }
    if !secure && !allow_insecure && !is_loopback(authority) {
        return Err(Error::new(ErrorCode::Validation, "the base URL would send the access token without TLS")
            .hint("use https://, or set `allowInsecure` if the network is yours"));
    }
    Ok(base.to_owned())
}

fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "::1"
        || host.strip_prefix("127.").is_some_and(|rest| rest.split('.').all(|part| part.parse::<u8>().is_ok()))
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn good_ones_lose_their_tail() {
        for (given, kept) in [
            ("https://api.pulumi.com", "https://api.pulumi.com"),
            (" https://api.pulumi.com/ ", "https://api.pulumi.com"),
            ("https://pulumi.example/api/", "https://pulumi.example"),
            ("https://pulumi.example:8443/sub/api", "https://pulumi.example:8443/sub"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://[::1]:3000", "http://[::1]:3000"),
            ("http://pulumi.localhost", "http://pulumi.localhost"),
            ("", ""),
            ("/api", ""),
        ] {
            assert_eq!(base(given, false).unwrap(), kept, "{given}");
        }
        assert_eq!(base("http://pulumi.example", true).unwrap(), "http://pulumi.example");
    }

    #[test]
    fn bad_ones_are_refused() {
        for given in [
            "api.pulumi.com",
            "ftp://pulumi.example",
            "https://",
            "https:///api",
            "https://ada:pw@pulumi.example",
            "https://pulumi.example?x=1",
            "https://pulumi.example/#x",
            "https://pulumi.example/a b",
            "http://pulumi.example",
            "http://127.0.0.1.pulumi.example",
            "http://127.pulumi.example",
            "http://localhost.pulumi.example",
            "http://pulumi.example\\.localhost",
            "http://pulumi.example%5c.localhost",
            "http://pulumi.example\u{1}.localhost",
        ] {
            assert!(base(given, false).is_err(), "{given}");
        }
    }
}
