//! JSON as it is written: keys and scalars keep their spelling, members their order.

use std::fmt::Write;

/// A JSON value. Keys and strings are kept as the text between (or with) their quotes, escapes unresolved.
#[derive(Clone, PartialEq)]
pub(crate) enum J {
    Raw(String),
    List(Vec<J>),
    Object(Vec<(String, J)>),
}

impl std::fmt::Debug for J {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.compact())
    }
}

impl J {
    pub(crate) fn raw(text: impl Into<String>) -> Self {
        Self::Raw(text.into())
    }

    /// A string of plain text.
    pub(crate) fn text(text: &str) -> Self {
        Self::Raw(serde_json::to_string(text).expect("a string"))
    }

    pub(crate) fn object<const N: usize>(members: [(&str, J); N]) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut J> {
        match self {
            Self::Object(members) => members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&J> {
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Sets a member, at the end where it is new.
    pub(crate) fn set(&mut self, key: &str, value: J) {
        if let Some(slot) = self.get_mut(key) {
            *slot = value;
        } else if let Self::Object(members) = self {
            members.push((key.to_owned(), value));
        }
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<J> {
        match self {
            Self::Object(members) => {
                let at = members.iter().position(|(name, _)| name == key)?;
                Some(members.remove(at).1)
            }
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> &[J] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Compact text.
    pub(crate) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, &mut |_| 0, false, 0);
        out
    }

    /// Text with a line for each member.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, &mut |_| 0, true, 0);
        out
    }

    /// Text with members in another order, chosen by `seed`, and some white space.
    pub(crate) fn shuffled(&self, seed: u64) -> String {
        let mut state = seed | 1;
        let mut out = String::new();
        let mut pick = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most.max(1)
        };
        self.write(&mut out, &mut pick, false, 0);
        out
    }

    fn write(&self, out: &mut String, pick: &mut dyn FnMut(usize) -> usize, pretty: bool, depth: usize) {
        let line = |out: &mut String, depth: usize| {
            if pretty {
                let _ = write!(out, "\n{}", "  ".repeat(depth));
            }
        };
        match self {
            Self::Raw(text) => out.push_str(text),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    line(out, depth + 1);
                    item.write(out, pick, pretty, depth + 1);
                }
                if !items.is_empty() {
                    line(out, depth);
                }
                out.push(']');
            }
            Self::Object(members) => {
                let mut rest: Vec<&(String, J)> = members.iter().collect();
                out.push('{');
                let mut first = true;
                while !rest.is_empty() {
                    let (key, value) = rest.remove(pick(rest.len()));
                    out.push_str(if std::mem::take(&mut first) { "" } else { "," });
                    line(out, depth + 1);
                    let blank = ["", "", " ", "\n\t"][pick(4)];
                    let _ = write!(out, "\"{key}\"{blank}:{}", if pretty { " " } else { blank });
                    value.write(out, pick, pretty, depth + 1);
                }
                if !members.is_empty() {
                    line(out, depth);
                }
                out.push('}');
            }
        }
    }
}
