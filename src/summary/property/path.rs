//! Property paths as events spell them.
//!
//! In: text such as `tags["a.b"].items[2]`. Out: its steps, and the text again. Fails (as `None`) where
//! the text is no path, and where it has more than [`MAX_STEPS`] steps. Rules: `sdk/go/common/resource/property_path.go` of Pulumi in its
//! lenient reading (pulumi-semantics section 4.2).

use crate::model::record;

/// Most steps of a path: far more than values are nested.
const MAX_STEPS: usize = 256;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum PathStep {
    /// A key; `*` stands for any one step, however it was spelled.
    Key(String),
    /// An index; one below 0 names no element.
    Index(i64),
}

impl PathStep {
    /// Bytes of its text, roughly.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Key(key) => key.len() + 4,
            Self::Index(_) => 8,
        }
    }
}

/// A path; without steps it is the whole value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PropertyPath(pub(crate) Vec<PathStep>);

impl PropertyPath {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        let mut rest = text;
        if rest.starts_with('.') {
            return None;
        }
        while !rest.is_empty() {
            if steps.len() == MAX_STEPS {
                return None;
            }
            if let Some(after) = rest.strip_prefix('.') {
                if after.is_empty() {
                    return None;
                }
                rest = after;
            } else if let Some(after) = rest.strip_prefix("[\"") {
                let (key, after) = record::quoted_key(after)?;
                steps.push(PathStep::Key(key));
                rest = after;
            } else if let Some(after) = rest.strip_prefix('[') {
                let (index, after) = after.split_once(']')?;
                steps.push(if index == "*" { PathStep::Key("*".to_owned()) } else { PathStep::Index(index.parse().ok()?) });
                rest = after;
            } else {
                let (key, after) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
                steps.push(PathStep::Key(key.to_owned()));
                rest = after;
            }
        }
        Some(Self(steps))
    }

    /// The path, or, where the text is none, the whole text as one key: so Pulumi takes the paths of a detailed difference.
    pub(crate) fn parse_or_key(text: &str) -> Self {
        Self::parse(text).filter(|path| !path.0.is_empty()).unwrap_or_else(|| Self(vec![PathStep::Key(text.to_owned())]))
    }

    /// The key that it begins with.
    pub(super) fn first_key(&self) -> Option<&str> {
        match self.0.first()? {
            PathStep::Key(key) => Some(key),
            PathStep::Index(_) => None,
        }
    }

    /// The path as Pulumi writes it.
    pub(crate) fn text(&self) -> String {
        text(&self.0)
    }
}

/// Steps as Pulumi writes them.
pub(crate) fn text(steps: &[PathStep]) -> String {
    let mut out = String::new();
    for step in steps {
        match step {
            PathStep::Key(key) => record::push_key(key.as_bytes(), &mut out),
            PathStep::Index(index) => out.push_str(&format!("[{index}]")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_and_written() {
        let cases = [
            ("root", "root"),
            ("root.nested", "root.nested"),
            ("root[\"nested\"]", "root.nested"),
            ("root.double[1].nest", "root.double[1].nest"),
            ("root[\"key with \\\"escaped\\\" quotes\"]", "root[\"key with \\\"escaped\\\" quotes\"]"),
            ("root[\"key with a .\"].x", "root[\"key with a .\"].x"),
            ("[\"root key\"][100]", "[\"root key\"][100]"),
            ("a.[0]", "a[0]"),
            ("a$b-c", "[\"a$b-c\"]"),
            ("a[\"b\\c\"]", "a[\"b\\c\"]"),
            ("a[*].b", "a[\"*\"].b"),
            ("a[-1]", "a[-1]"),
            ("", ""),
        ];
        for (read, written) in cases {
            assert_eq!(PropertyPath::parse(read).unwrap().text(), written, "{read}");
        }
        for bad in [".a", "a.", "a[", "a[\"b", "a[\"b\"", "a[b]", "a[]", "a[\"b\"x]"] {
            assert_eq!(PropertyPath::parse(bad), None, "{bad}");
            assert_eq!(PropertyPath::parse_or_key(bad).0, [PathStep::Key(bad.to_owned())]);
        }
        assert_eq!(PropertyPath::parse(&"a.".repeat(100_000)), None);
    }
}
