//! When to try again, and how long to wait before.
//!
//! In: what failed, how often, and what the server asks for. Out: a delay, or nothing. Follows the CLI's habits (four tries, 5xx,
//! 429 and network errors of safe methods, `Retry-After` honoured), with full jitter on top.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::Method;
use crate::error::{Error, ErrorCode};

/// How a client retries. All times are in milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RetryPolicy {
    /// Tries in total, the first included. 1 means no retry. Default 4.
    pub attempts: u32,
    /// Upper bound of the delay before the second try; it doubles from try to try. Default 500.
    pub base_ms: u64,
    /// Most that a delay without `Retry-After` may be. Default 30,000.
    pub cap_ms: u64,
    /// Longest `Retry-After` that is waited for; a longer one fails at once. Default 60,000.
    pub max_retry_after_ms: u64,
    /// How long one try may take. Default 60,000; five times as long for exports and imports of states.
    pub attempt_timeout_ms: u64,
    /// Also retry methods that change something (POST, PUT, PATCH, DELETE). What they do may then be done twice. Default false.
    pub unsafe_methods: bool,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 4,
            base_ms: 500,
            cap_ms: 30_000,
            max_retry_after_ms: 60_000,
            attempt_timeout_ms: 60_000,
            unsafe_methods: false,
        }
    }
}

impl RetryPolicy {
    /// The delay before the next try; `None` where there is to be none. `attempt` is the try that failed, 1 for the first;
    /// `random` is from 0 to 1.
    ///
    /// ```
    /// use stackscope::http::{Method, RetryPolicy};
    /// let policy = RetryPolicy::default();
    /// assert_eq!(policy.delay(Method::Get, 1, None, true, 0.5), Some(250));
    /// assert_eq!(policy.delay(Method::Get, 1, Some(2_000), true, 0.5), Some(2_000));
    /// assert_eq!(policy.delay(Method::Post, 1, None, true, 0.5), None);
    /// assert_eq!(policy.delay(Method::Get, 4, None, true, 0.5), None);
    /// ```
    pub fn delay(&self, method: Method, attempt: u32, retry_after: Option<u64>, transient: bool, random: f64) -> Option<u64> {
        if !transient || attempt >= self.attempts || !(method.is_safe() || self.unsafe_methods) {
            return None;
        }
        if let Some(asked) = retry_after {
            return (asked <= self.max_retry_after_ms).then_some(asked);
        }
        let most = self.base_ms.saturating_mul(1 << attempt.saturating_sub(1).min(30)).min(self.cap_ms);
        Some(((most as f64 * random) as u64).min(most))
    }
}

/// Whether the same request may do better another time.
pub(super) fn is_transient(error: &Error) -> bool {
    match error.code() {
        ErrorCode::RateLimited | ErrorCode::Network | ErrorCode::Server | ErrorCode::Timeout => true,
        // A text that ends in its middle is a body that was cut off on its way.
        ErrorCode::Truncated => true,
        _ => false,
    }
}

/// `Retry-After` in milliseconds, from either of its forms: seconds, or a date.
///
/// ```
/// use stackscope::http::retry_after_ms;
/// assert_eq!(retry_after_ms("3", 0.0), Some(3_000));
/// assert_eq!(retry_after_ms("Thu, 01 Jan 1970 00:00:10 GMT", 4_000.0), Some(6_000));
/// assert_eq!(retry_after_ms("Thu, 01 Jan 1970 00:00:10 GMT", 60_000.0), Some(0));
/// assert_eq!(retry_after_ms("soon", 0.0), None);
/// ```
pub fn retry_after_ms(header: &str, now_ms: f64) -> Option<u64> {
    let header = header.trim();
    if let Ok(seconds) = header.parse::<f64>() {
        return (seconds.is_finite() && seconds >= 0.0).then(|| (seconds * 1000.0).min(1e15) as u64);
    }
    let date: SystemTime = httpdate::parse_http_date(header).ok()?;
    let at = date.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_millis() as f64;
    Some((at - now_ms).max(0.0) as u64)
}
