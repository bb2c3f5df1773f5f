//! Takes secrets out of text that is going to be shown.
//!
//! In: any text, and the tokens that were used. Out: the text with each of them, and everything that looks like one, replaced.

/// What stands in a secret's place.
const MASK: &str = "[secret]";

/// Shortest token that is looked for word by word: shorter ones would mask ordinary text.
const SHORTEST: usize = 6;

/// Knows the tokens that a client has used.
#[derive(Default)]
pub struct Redactor {
    tokens: Vec<String>,
}

impl Redactor {
    /// From now on `token` is masked wherever it stands.
    pub fn learn(&mut self, token: &str) {
        if token.len() >= SHORTEST && !self.tokens.iter().any(|known| known == token) {
            self.tokens.push(token.to_owned());
        }
    }

    /// The text without its secrets: tokens that were used, access tokens (`pul-…`), the tokens of updates' leases, what follows
    /// `Authorization: token` and the like.
    ///
    /// ```
    /// use stackscope::http::Redactor;
    /// let mut redactor = Redactor::default();
    /// redactor.learn("s3cr3t-token");
    /// assert_eq!(redactor.mask("no user for s3cr3t-token"), "no user for [secret]");
    /// assert_eq!(redactor.mask("pul-0123456789abcdef is expired"), "[secret] is expired");
    /// assert_eq!(redactor.mask("bad header `token abcdef012345`"), "bad header `token [secret]`");
    /// ```
    pub fn mask(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for token in &self.tokens {
            if text.contains(token.as_str()) {
                text = text.replace(token.as_str(), MASK);
            }
        }
        mask_shapes(&text)
    }
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':' | b'=' | b'+' | b'/')
}

/// Masks what looks like a secret whatever its value.
fn mask_shapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, word)) = next_word(rest) {
        let (before, after) = (&rest[..at], &rest[at + word.len()..]);
        out.push_str(before);
        out.push_str(if looks_secret(word) || follows_scheme(&out, word) { MASK } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The next run of characters that a token may be made of.
fn next_word(text: &str) -> Option<(usize, &str)> {
    let start = text.bytes().position(is_token)?;
    let len = text[start..].bytes().position(|byte| !is_token(byte)).unwrap_or(text.len() - start);
    Some((start, &text[start..start + len]))
}

fn looks_secret(word: &str) -> bool {
    let access = word.find("pul-").is_some_and(|at| word.len() - at >= 12);
    let lease = word.starts_with("update:") && word.len() > 40;
    access || lease
}

/// Whether the word stands behind `token`, `update-token` or `Bearer` and is long enough to be one.
fn follows_scheme(before: &str, word: &str) -> bool {
    const SCHEMES: [&[u8]; 3] = [b"token ", b"bearer ", b"authorization: "];
    let before = before.as_bytes();
    let scheme = SCHEMES
        .iter()
        .any(|scheme| before.len() >= scheme.len() && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme));
    scheme && word.len() >= 12 && word.bytes().any(|byte| byte.is_ascii_digit())
}
