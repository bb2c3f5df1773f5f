//! A body that is no JSON: what a proxy, a web server or a router put there.
//!
//! In: an answer. Out: the little of it that a person can use: the title of an HTML page, or the first line of a text.

use super::Response;

/// How far into a body one looks.
const WINDOW: usize = 16_384;

/// A page for people.
pub(super) struct WebPage {
    is_html: bool,
    /// Its title, or its first line.
    head: String,
}

impl WebPage {
    /// `None` where the body is empty, or looks like JSON.
    pub(super) fn of(response: &Response) -> Option<Self> {
        let text = beginning(&response.body);
        let text = text.trim_start_matches('\u{feff}').trim();
        let is_html = text.starts_with('<');
        let is_declared = response.header("content-type").is_some_and(|kind| kind.contains("text/"));
        let is_json_like = text.starts_with(['{', '[', '"']);
        if text.is_empty() || (!is_html && (is_json_like || (!is_declared && response.is_success()))) {
            return None;
        }
        let head = if is_html { title(text) } else { text.lines().next().map(|line| line.trim().to_owned()) };
        Some(Self { is_html, head: head.unwrap_or_default() })
    }

    /// What it says, neither masked nor shortened.
    pub(super) fn describe(self) -> String {
        match (self.is_html, self.head.is_empty()) {
            (true, true) => "an HTML page".to_owned(),
            (true, false) => format!("an HTML page: {}", self.head),
            _ => self.head,
        }
    }
}

/// What can be seen through the window, up to the last whole word, or the first where that is longer: of a secret that was cut here
/// the rest could not be told.
fn beginning(body: &[u8]) -> String {
    let body = body.trim_ascii_start();
    let Some((seen, rest)) = body.split_at_checked(WINDOW) else {
        return String::from_utf8_lossy(body).into_owned();
    };
    let last = seen.iter().rposition(u8::is_ascii_whitespace);
    let end = last.or_else(|| Some(WINDOW + rest.iter().position(u8::is_ascii_whitespace)?)).unwrap_or(body.len());
    String::from_utf8_lossy(&body[..end]).into_owned()
}

/// The title of an HTML page, its first heading, or the first words that it shows.
fn title(html: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let inside = |open: &str, close: &str| {
        let start = lower.find(open)?;
        let start = start + lower[start..].find('>')? + 1;
        let end = start + lower[start..].find(close)?;
        Some(html[start..end].split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    };
    inside("<title", "</title").or_else(|| inside("<h1", "</h1")).or_else(|| {
        let body = lower.find("<body").unwrap_or(0);
        let mut inside_tag = false;
        let shown: String = html[body..]
            .chars()
            .filter(|letter| {
                let was_inside = inside_tag;
                match letter {
                    '<' => inside_tag = true,
                    '>' => inside_tag = false,
                    _ => {}
                }
                !was_inside && !inside_tag
            })
            .collect();
        shown.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::{WINDOW, WebPage};
    use crate::http::Response;

    fn said(status: u16, kind: &str, body: &str) -> Option<String> {
        let headers = vec![("content-type".to_owned(), kind.to_owned())];
        WebPage::of(&Response { status, headers, body: body.as_bytes().to_vec() }).map(WebPage::describe)
    }

    #[test]
    fn a_page_is_known_by_its_title() {
        let page = |body: &str| said(502, "text/html", body).unwrap();
        assert_eq!(page("<html><TITLE a=b>Bad\n  Gateway</title><h1>x</h1>"), "an HTML page: Bad Gateway");
        assert_eq!(page("<title></title><h1>No <i>way</i></h1>"), "an HTML page: No <i>way</i>");
        assert_eq!(page("<!doctype html><body class=x><p>\n <b>Down</b> today\nsoon up"), "an HTML page: Down today");
        assert_eq!(page("<p>Down</p>"), "an HTML page: Down");
        assert_eq!(page("<title>never closed"), "an HTML page: never closed");
        assert_eq!(page("<"), "an HTML page");
    }

    #[test]
    fn a_text_is_known_by_its_first_line() {
        assert_eq!(said(404, "text/plain", "\n404 Not Found\nmore").unwrap(), "404 Not Found");
        assert_eq!(said(500, "", "oh no").unwrap(), "oh no");
        assert_eq!(said(200, "text/plain", "hello").unwrap(), "hello");
    }

    #[test]
    fn what_looks_like_json_is_no_page() {
        for (status, kind, body) in [
            (200, "text/plain", "{\"a\":"),
            (500, "", " [1"),
            (400, "text/html", "\"no\""),
            (500, "text/html", " "),
            (200, "", "7"),
        ] {
            assert_eq!(said(status, kind, body), None, "{body}");
        }
    }

    #[test]
    fn a_long_page_ends_at_a_word() {
        let body = format!("{} s3cr3t-token", "x".repeat(WINDOW - 5));
        assert_eq!(said(500, "text/plain", &body).unwrap().len(), WINDOW - 5);
        for (before, len) in [("", WINDOW), ("", WINDOW + 1), (" \n", 3 * WINDOW)] {
            let long = "x".repeat(len);
            assert_eq!(said(500, "text/plain", &format!("{before}{long}")).as_ref(), Some(&long));
            assert_eq!(said(500, "text/plain", &format!("{before}{long} y\nz {long}")).unwrap().trim_end_matches(" y"), long);
        }
    }
}
