//! Takes secrets out of text that is going to be shown.
//!
//! In: any text, and the tokens that were used. Out: the text with each of them, and everything that looks like one, replaced.

use std::ops::Range;

use memchr::memmem;
use percent_encoding::utf8_percent_encode;

use super::request::SEGMENT;

/// What stands in a secret's place.
pub(super) const MASK: &str = "[secret]";

/// Shortest token that is looked for word by word: shorter ones would mask ordinary text.
const SHORTEST: usize = 6;

/// Knows the tokens that a client has used.
#[derive(Default)]
pub struct Redactor {
    /// In lower case: some servers change the case of what they repeat.
    tokens: Vec<String>,
}

impl Redactor {
    /// From now on `token` is masked wherever it stands, in any case, also where it is percent-encoded.
    pub fn learn(&mut self, token: &str) {
        let token = token.trim().to_ascii_lowercase();
        if token.len() < SHORTEST || self.tokens.contains(&token) {
            return;
        }
        let encoded = utf8_percent_encode(&token, SEGMENT).to_string().to_ascii_lowercase();
        if encoded != token {
            self.tokens.push(encoded);
        }
        self.tokens.push(token);
    }

    /// The text without its secrets: tokens that were used, access tokens (`pul-…`), the tokens of updates' leases, what follows
    /// `Authorization: token` and the like. Masking twice does what masking once does.
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
        let lower = text.to_ascii_lowercase();
        let mut hidden: Vec<Range<usize>> = shapes(&lower).collect();
        // What was masked before stays as it is, even where a token is a part of the mask itself.
        for needle in self.tokens.iter().map(String::as_str).chain([MASK]) {
            hidden.extend(memmem::find_iter(lower.as_bytes(), needle).map(|at| at..at + needle.len()));
        }
        hidden.sort_unstable_by_key(|range| range.start);
        let mut out = String::with_capacity(text.len());
        let mut hidden = hidden.into_iter().peekable();
        let mut shown = 0;
        while let Some(mut range) = hidden.next() {
            while let Some(next) = hidden.next_if(|next| next.start < range.end) {
                range.end = range.end.max(next.end);
            }
            out.push_str(&text[shown..range.start]);
            out.push_str(MASK);
            shown = range.end;
        }
        out.push_str(&text[shown..]);
        out
    }

    /// Words of somebody else's: on one line, masked, and at most `most` characters of them.
    pub(super) fn quote(&self, text: &str, most: usize) -> String {
        let line: String = text.trim().chars().map(|letter| if is_invisible(letter) { ' ' } else { letter }).collect();
        // Cut only now: of a token that was cut before, the rest would be shown.
        let masked = self.mask(&line);
        match masked.char_indices().nth(most) {
            Some((end, _)) => format!("{} …", &masked[..end]),
            None => masked,
        }
    }
}

/// Controls, line separators, and what changes the direction or the joining of text.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What looks like a secret whatever its value, in a text in lower case.
fn shapes(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let word = next_word(text, from)?;
            from = word.end;
            if looks_secret(&text[word.clone()]) || follows_scheme(&text[..word.start], &text[word.clone()]) {
                return Some(word);
            }
        }
    })
}

fn is_token(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':' | b'=' | b'+' | b'/')
}

/// The next run of characters that a token may be made of.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text.as_bytes()[from..];
    let start = from + rest.iter().position(is_token)?;
    let rest = &text.as_bytes()[start..];
    Some(start..start + rest.iter().position(|byte| !is_token(byte)).unwrap_or(rest.len()))
}

fn looks_secret(word: &str) -> bool {
    let access = word.find("pul-").is_some_and(|at| word.len() - at >= 12);
    let lease = word.find("update:").is_some_and(|at| word.len() - at > 40);
    access || lease
}

/// Whether the word stands behind `token`, `update-token` or `Bearer` and is long enough to be one.
fn follows_scheme(before: &str, word: &str) -> bool {
    const SCHEMES: [&str; 4] = ["token", "token:", "bearer", "authorization:"];
    if word.len() < 12 || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let head = before.trim_end_matches([' ', '\t', '"', '\'', '`']);
    head.len() < before.len() && SCHEMES.iter().any(|scheme| head.ends_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::Redactor;

    fn knowing(tokens: &[&str]) -> Redactor {
        let mut redactor = Redactor::default();
        tokens.iter().for_each(|token| redactor.learn(token));
        redactor
    }

    #[test]
    fn finds_tokens_in_every_dress() {
        let redactor = knowing(&[" s3cr3t/t+ken \n"]);
        for (text, shown) in [
            ("s3cr3t/t+ken", "[secret]"),
            ("xs3cr3t/t+kenx", "x[secret]x"),
            ("S3CR3T/t+Ken", "[secret]"),
            ("?q=s3cr3t%2Ft%2Bken&r", "?q=[secret]&r"),
            ("s3cr3t/t+kens3cr3t/t+ken", "[secret][secret]"),
            ("id=pul-0123456789ab!", "[secret]!"),
            ("PUL-0123456789AB", "[secret]"),
            ("Authorization: Bearer   abcdefghijk1", "Authorization: Bearer   [secret]"),
            ("update-token: \"abcdefghijk1\"", "update-token: \"[secret]\""),
            ("lease update:11111111-2222:stack:0123456789abcdef0123 is over", "lease [secret] is over"),
        ] {
            assert_eq!(redactor.mask(text), shown);
        }
    }

    #[test]
    fn leaves_ordinary_words_alone() {
        let redactor = knowing(&["short", "s3cr3t/t+ken"]);
        for text in [
            "",
            "short words",
            "Stack not found: dev-org/alpha/nope",
            "Another update is already in progress for this stack. Run `pulumi cancel` to cancel it first.",
            "the token is missing, wrong or expired",
            "token expired 2026-11-22",
            "update: the stack acme/web/prod",
            "wéb ▶ ü",
        ] {
            assert_eq!(redactor.mask(text), text);
        }
    }

    #[test]
    fn a_part_of_the_mask_as_a_token_does_not_grow() {
        let redactor = knowing(&["secret", "[secre"]);
        let once = redactor.mask("my secret, [secret]");
        assert_eq!(once, "my [secret], [secret]");
        assert_eq!(redactor.mask(&once), once);
    }

    #[test]
    fn cuts_behind_the_mask() {
        let redactor = knowing(&["s3cr3t-token"]);
        assert_eq!(redactor.quote("ab\n s3cr3t-token\u{202e}", 6), "ab  [s …");
        assert_eq!(redactor.quote("  s3cr3t-token ", 8), "[secret]");
    }

    #[test]
    fn a_text_of_any_length_is_masked() {
        // Long enough that what takes the square of its length would not end.
        const LEN: usize = 1 << 22;
        let redactor = knowing(&["aaaaaaaaaaaaaaab", "s3cr3t-token"]);
        let pieces = ["a", "token ", "pul-", "\"", "s3cr3t-token", "update:", "x y ", "[secret]", "ü"];
        for piece in pieces {
            let text = format!("{} s3cr3t-token", piece.repeat(LEN / piece.len()));
            assert!(redactor.mask(&text).ends_with(" [secret]"), "{piece}");
        }
    }
}
