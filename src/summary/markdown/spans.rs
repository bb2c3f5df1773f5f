//! Pieces of a line: code, bold, and the line of a fold.
//!
//! In: text from a log. Out: Markdown that a reader can also take as plain text where the text is harmless, else entities and tags.
//! Nothing can fail.

use crate::model::print::{code as tagged, inline, tame};

/// Whether nothing in the text could act, were it put between backticks or asterisks.
fn is_harmless(text: &str, also: &str) -> bool {
    let ends = |letter: Option<char>| letter.is_some_and(|letter| letter != ' ');
    ends(text.chars().next())
        && ends(text.chars().next_back())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || also.contains(letter))
        && !text.contains("://")
        && !text.to_ascii_lowercase().contains("www.")
}

/// Code.
pub(super) fn code(text: &str) -> String {
    if is_harmless(text, " ._-/:[]{}()+~,='\"?%") { format!("`{text}`") } else { tagged(text) }
}

/// Bold.
pub(super) fn bold(text: &str) -> String {
    let ends = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    if is_harmless(text, " ._-/:") && ends(text.chars().next()) && ends(text.chars().next_back()) && !text.contains("__") {
        format!("**{text}**")
    } else {
        format!("<b>{}</b>", inline(text))
    }
}

/// Text in the line of a fold, which is HTML and no Markdown: there these letters do not act.
pub(super) fn folded(text: &str) -> String {
    let text = tame(text);
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(['~', '_', '|']) {
        let (rest, last) = match piece.char_indices().next_back() {
            Some((at, '~' | '_' | '|')) => piece.split_at(at),
            _ => (piece, ""),
        };
        out.push_str(&inline(rest));
        out.push_str(last);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_text_needs_no_tags() {
        assert_eq!((code("~tags.env").as_str(), bold("my-bucket_1").as_str()), ("`~tags.env`", "**my-bucket_1**"));
        assert_eq!((code("a`b").as_str(), bold("*x*").as_str()), ("<code>a&#96;b</code>", "<b>&#42;x&#42;</b>"));
        assert_eq!(code("https://x"), "<code>https&#58;//x</code>");
        assert_eq!(folded("~a_b <i> @me"), "~a_b &lt;i&gt; &#64;&#8203;me");
        assert_eq!((code(""), code(" ")), ("<code></code>".to_owned(), "<code> </code>".to_owned()));
    }
}
