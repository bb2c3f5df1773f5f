//! Which value of a JSON text a byte belongs to.
//!
//! In: the text and an offset. Out: a path such as `stacks[3].orgName`; `None` where the offset lies at the root or the text is
//! broken before it.

enum Level {
    Object { key: String },
    List { index: usize },
}

/// The path of the value at or around `offset`.
pub(super) fn locate(text: &[u8], offset: usize) -> Option<String> {
    let mut levels: Vec<Level> = Vec::new();
    let mut at = 0;
    // After `{` and `,` of an object a string is a key.
    let mut key_next = false;
    while at < text.len() && at < offset {
        match text[at] {
            b'"' => {
                let end = string_end(text, at)?;
                if key_next && let Some(Level::Object { key }) = levels.last_mut() {
                    *key = name(&text[at..=end]);
                    key_next = false;
                }
                at = end;
            }
            b'{' => {
                levels.push(Level::Object { key: String::new() });
                key_next = true;
            }
            b'[' => levels.push(Level::List { index: 0 }),
            // The decoder stands right behind a value that it refuses as a whole.
            b'}' | b']' if at + 1 < offset => {
                levels.pop();
            }
            b',' => match levels.last_mut() {
                Some(Level::List { index }) if at + 1 < offset => *index += 1,
                Some(Level::Object { .. }) if at + 1 < offset => key_next = true,
                _ => {}
            },
            _ => {}
        }
        at += 1;
    }
    let mut path = String::new();
    for level in &levels {
        match level {
            Level::Object { key } if key.is_empty() => {}
            Level::Object { key } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Level::List { index } => path.push_str(&format!("[{index}]")),
        }
    }
    (!path.is_empty()).then_some(path)
}

/// A key as it is meant; one that is damaged as it is written.
fn name(literal: &[u8]) -> String {
    serde_json::from_slice(literal).unwrap_or_else(|_| String::from_utf8_lossy(&literal[1..literal.len() - 1]).into_owned())
}

fn string_end(text: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 1,
            b'"' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::locate;

    #[test]
    fn names_the_value() {
        let text = br#"{"stacks":[{"a":1},{"orgName":"acme","projectName":7}]}"#;
        let at = |needle: &str| text.windows(needle.len()).position(|window| window == needle.as_bytes()).unwrap() + 1;
        assert_eq!(locate(text, at("7}")).as_deref(), Some("stacks[1].projectName"));
        assert_eq!(locate(text, at("1}")).as_deref(), Some("stacks[0].a"));
        assert_eq!(locate(text, 0), None);
        assert_eq!(locate(b"\"cut", 3), None);
        assert_eq!(locate(br#"{"a\"\u00fc":7}"#, 14).as_deref(), Some("a\"ü"));
        assert_eq!(locate(br#"{"\ud800":7}"#, 11).as_deref(), Some("\\ud800"));
    }
}
