//! What becomes of colours when a log is printed.
#![cfg(not(target_arch = "wasm32"))]

use stackscope::summary::{ColorMode, DisplayOptions, EventLog, ViewKind};

fn printed(message: &str, color: ColorMode) -> String {
    let mut log = EventLog::default();
    let event = serde_json::json!({ "diagnosticEvent": { "message": message, "color": "raw", "severity": "info#err" } });
    log.extend([event.to_string().as_str()]).unwrap();
    let options = DisplayOptions { color, stack: Some("dev".into()), project: Some("web".into()), ..DisplayOptions::default() };
    log.print(ViewKind::Progress, &options).unwrap()
}

const MESSAGE: &str = "<{%fg 1%}>a <b> & \"c\"<{%reset%}>d<{%sparkle%}>e";

#[test]
fn never_raw_always() {
    assert!(printed(MESSAGE, ColorMode::Never).contains("    a <b> & \"c\"de\n"));
    assert!(printed(MESSAGE, ColorMode::Raw).contains(&format!("    {MESSAGE}\n")));
    assert!(printed(MESSAGE, ColorMode::Always).contains("    \u{1b}[38;5;1ma <b> & \"c\"\u{1b}[0mde\n"));
}

#[test]
fn html_is_well_formed_whatever_the_message() {
    let spans = |html: &str| (html.matches("<span").count(), html.matches("</span>").count());
    let html = printed(MESSAGE, ColorMode::Html);
    assert!(html.contains("<span class=\"pulumi-fg-1\">a &lt;b&gt; &amp; &quot;c&quot;</span>de\n"), "{html}");
    for message in
        [MESSAGE, "<{%bold%}>never closed", "</span><script>", "<{%<{%bold%}>x", "\u{1b}[31mred", "<{%fg 1", "<{%fg 9999999%}>x"]
    {
        let html = printed(message, ColorMode::Html);
        let (open, closed) = spans(&html);
        assert_eq!(open, closed, "{html}");
        assert!(!html.contains("<script") && !html.contains('\u{1b}'), "{html}");
        let tags = html.matches('<').count();
        assert_eq!(tags, open + closed, "{html}");
    }
}

#[test]
fn a_tag_without_an_end_ends_its_line_alone() {
    let text = printed("before<{%fg 1\nbehind<{%", ColorMode::Never);
    assert!(text.ends_with("Diagnostics:\n  pulumi:pulumi:Stack (web-dev):\n    before\n    behind\n\n"), "{text}");
}
