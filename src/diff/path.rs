//! Property paths in Pulumi's own syntax, and patterns over them.
//!
//! In: keys and indices met on a walk, or a pattern such as `outputs.tags["a.b"]` or `inputs.rules[*].port`. Out: text, and
//! whether a pattern covers a path. A malformed pattern fails with `validation`. Rules: pulumi-semantics 4.2
//! (`sdk/go/common/resource/property_path.go`).

use crate::error::{Error, ErrorCode, Result};
use crate::model::record;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// A key, escapes resolved.
    Key(Box<[u8]>),
    Index(usize),
}

/// A path, as a position in [`Paths`].
pub(crate) type PathId = u32;

/// Paths that share their beginnings: a walk of any depth costs one entry a step.
#[derive(Debug)]
pub(crate) struct Paths {
    steps: Vec<(PathId, Step)>,
    depths: Vec<u32>,
}

impl Paths {
    pub(crate) const ROOT: PathId = u32::MAX;

    pub(crate) fn new() -> Self {
        Self { steps: Vec::new(), depths: Vec::new() }
    }

    pub(crate) fn key(&mut self, parent: PathId, key: &[u8]) -> PathId {
        self.push(parent, Step::Key(key.into()))
    }

    pub(crate) fn index(&mut self, parent: PathId, index: usize) -> PathId {
        self.push(parent, Step::Index(index))
    }

    fn push(&mut self, parent: PathId, step: Step) -> PathId {
        self.depths.push(self.depth(parent) + 1);
        self.steps.push((parent, step));
        (self.steps.len() - 1) as PathId
    }

    /// How many steps the path has.
    pub(crate) fn depth(&self, path: PathId) -> u32 {
        if path == Self::ROOT { 0 } else { self.depths[path as usize] }
    }

    /// The steps from the root.
    pub(crate) fn steps(&self, path: PathId) -> Vec<&Step> {
        let mut steps = Vec::new();
        let mut at = path;
        while at != Self::ROOT {
            let (parent, step) = &self.steps[at as usize];
            steps.push(step);
            at = *parent;
        }
        steps.reverse();
        steps
    }

    /// The path as Pulumi writes it.
    pub(crate) fn text(&self, path: PathId) -> String {
        let mut out = String::new();
        for step in self.steps(path) {
            push_step(step, &mut out);
        }
        out
    }
}

/// Appends a step.
pub(crate) fn push_step(step: &Step, out: &mut String) {
    match step {
        Step::Index(index) => out.push_str(&format!("[{index}]")),
        Step::Key(key) => record::push_key(key, out),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Key(Box<[u8]>),
    Index(usize),
    Any,
}

/// A path in which `*` stands for any one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
}

impl Pattern {
    pub(crate) fn parse(pattern: &str) -> Result<Self> {
        let wrong = |why: &str| {
            Error::new(ErrorCode::Validation, format!("`{pattern}` is not a property path: {why}"))
                .hint("write it like `inputs.tags[\"a.b\"]` or `outputs.rules[*].port`")
        };
        let mut parts = Vec::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix("[\"") {
                let (key, after) = record::quoted_key(quoted).ok_or_else(|| wrong("a quote or bracket is not closed"))?;
                parts.push(if key == "*" { Part::Any } else { Part::Key(key.into_bytes().into()) });
                rest = after;
            } else if let Some(bracket) = rest.strip_prefix('[') {
                let (inner, after) = bracket.split_once(']').ok_or_else(|| wrong("a bracket is not closed"))?;
                parts.push(match inner {
                    "*" => Part::Any,
                    _ => Part::Index(inner.parse().map_err(|_| wrong("an index is a whole number"))?),
                });
                rest = after;
            } else {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                let (key, after) = rest.split_at(end);
                if key.is_empty() {
                    return Err(wrong("a key is empty"));
                }
                parts.push(if key == "*" { Part::Any } else { Part::Key(key.as_bytes().into()) });
                rest = after;
            }
            if let Some(after) = rest.strip_prefix('.') {
                if after.is_empty() {
                    return Err(wrong("it ends with a dot"));
                }
                rest = if after.starts_with('[') { return Err(wrong("a dot stands before a bracket")) } else { after };
            }
        }
        if parts.is_empty() {
            return Err(wrong("it is empty"));
        }
        Ok(Self { parts })
    }

    /// Whether the path is the pattern's or lies below it.
    pub(crate) fn covers(&self, steps: &[&Step]) -> bool {
        self.parts.len() <= steps.len() && self.fits(&steps[..self.parts.len()])
    }

    /// As [`Pattern::covers`], for a path that is already text.
    pub(crate) fn covers_text(&self, path: &str) -> bool {
        let Ok(path) = Self::parse(path) else { return false };
        self.parts.len() <= path.parts.len()
            && self.parts.iter().zip(&path.parts).all(|(part, step)| *part == Part::Any || part == step)
    }

    /// Whether the path is the pattern's.
    pub(crate) fn fits(&self, steps: &[&Step]) -> bool {
        self.parts.len() == steps.len()
            && self.parts.iter().zip(steps).all(|(part, step)| match (part, step) {
                (Part::Any, _) => true,
                (Part::Key(a), Step::Key(b)) => a == b,
                (Part::Index(a), Step::Index(b)) => a == b,
                _ => false,
            })
    }
}

/// A path's text with every index replaced by `*`: the same for the same place in every element of a list.
pub(crate) fn generalised(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 && rest[digits..].starts_with(']') {
            out.push('*');
            rest = &rest[digits..];
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(steps: &[Step]) -> (Paths, PathId) {
        let mut paths = Paths::new();
        let id = steps.iter().fold(Paths::ROOT, |at, step| match step {
            Step::Key(key) => paths.key(at, key),
            Step::Index(index) => paths.index(at, *index),
        });
        (paths, id)
    }

    fn key(text: &str) -> Step {
        Step::Key(text.as_bytes().into())
    }

    #[test]
    fn written_as_pulumi_does() {
        let cases = [
            (vec![key("inputs"), key("tags"), key("env")], "inputs.tags.env"),
            (vec![key("outputs"), key("rules"), Step::Index(2), key("port")], "outputs.rules[2].port"),
            (vec![key("inputs"), key("a.b"), key("c")], "inputs[\"a.b\"].c"),
            (vec![key("inputs"), key("say \"hi\"")], "inputs[\"say \\\"hi\\\"\"]"),
            (vec![key("inputs"), key("")], "inputs[\"\"]"),
        ];
        for (steps, text) in cases {
            let (paths, id) = path(&steps);
            assert_eq!(paths.text(id), text);
            let pattern = Pattern::parse(text).unwrap();
            assert!(pattern.fits(&paths.steps(id)), "{text}");
        }
    }

    #[test]
    fn patterns() {
        let (paths, id) = path(&[key("inputs"), key("rules"), Step::Index(3), key("port")]);
        let steps = paths.steps(id);
        for covering in ["inputs", "inputs.rules", "inputs.rules[*]", "inputs.*[3].port", "inputs[\"rules\"][*].port"] {
            assert!(Pattern::parse(covering).unwrap().covers(&steps), "{covering}");
        }
        for other in ["outputs", "inputs.rules[2]", "inputs.rules[*].port.x", "rules"] {
            assert!(!Pattern::parse(other).unwrap().covers(&steps), "{other}");
        }
        for bad in ["", "a.", ".a", "a[", "a[\"x]", "a[x]", "a..b", "a.[0]"] {
            assert_eq!(Pattern::parse(bad).unwrap_err().code(), ErrorCode::Validation, "{bad}");
        }
    }

    #[test]
    fn generalising() {
        assert_eq!(generalised("a[12].b[\"c[3]\"][0]"), "a[*].b[\"c[*]\"][*]");
        assert_eq!(generalised("a.b"), "a.b");
    }
}
