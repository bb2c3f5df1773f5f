//! What a diff compares and what it leaves out.
//!
//! In: [`DiffOptions`] as a caller gives them. Out: the same with patterns parsed. A malformed pattern fails with `validation`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::path::{Pattern, Step};
use crate::error::{Error, ErrorCode, Result};
use crate::model::glob;

/// What the two states are to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Compare {
    /// Two versions of one stack, or a stack and its renamed self.
    #[default]
    Versions,
    /// Two stacks of one program: physical ids, times and provider ids do not count, and no row is a replace.
    Stacks,
}

/// Changes to leave out. A text is a path pattern; an object's fields must all fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum IgnoreRule {
    /// Property path such as `outputs.tags.lastSeen`; `*` stands for one key or index. Everything below it is left out too.
    Path(String),
    /// Property changes under `path` of resources whose type and URN fit; without `path`, those resources as a whole.
    Where {
        /// Property path pattern.
        #[serde(default)]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        path: Option<String>,
        /// Type token; `*` stands for any run of characters.
        #[serde(default, rename = "type")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        kind: Option<String>,
        /// URN; `*` stands for any run of characters.
        #[serde(default)]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        urn: Option<String>,
    },
}

/// Lists in which order does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Unordered {
    /// All lists, or none.
    All(bool),
    /// Lists at these path patterns.
    At(Vec<String>),
}

impl Default for Unordered {
    fn default() -> Self {
        Self::All(false)
    }
}

/// What to compare and what to leave out. The default compares two versions of one stack in full, but for `__` keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiffOptions {
    /// Changes to leave out; they are counted in the overview.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub ignore: Vec<IgnoreRule>,
    /// What the two states are to each other.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub compare: Compare,
    /// Show the engine's own keys, which begin with `__`.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub show_internal: bool,
    /// Lists in which order does not matter.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub unordered: Unordered,
    /// For lists of objects at a path pattern, the key that tells the elements apart (else `name`, `key`, `id`, `arn` are tried).
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub list_keys: BTreeMap<String, String>,
    /// Steps of work that one list or text may cost before a coarser method is used (and named in the result). Default 2,000,000.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub work_limit: Option<u32>,
}

/// Options with their patterns parsed.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    pub(crate) compare: Compare,
    pub(crate) show_internal: bool,
    pub(crate) work_limit: u64,
    ignore: Vec<Ignore>,
    unordered_all: bool,
    unordered: Vec<Pattern>,
    list_keys: Vec<(Pattern, String)>,
}

#[derive(Debug)]
struct Ignore {
    path: Option<Pattern>,
    kind: Option<String>,
    urn: Option<String>,
}

impl Ignore {
    fn concerns(&self, kind: &str, urn: &str) -> bool {
        self.kind.as_ref().is_none_or(|pattern| glob::matches(pattern, kind))
            && self.urn.as_ref().is_none_or(|pattern| glob::matches(pattern, urn))
    }
}

impl Rules {
    pub(crate) fn new(options: &DiffOptions) -> Result<Self> {
        let parse = |pattern: &String| Pattern::parse(pattern);
        let mut ignore = Vec::new();
        for rule in &options.ignore {
            ignore.push(match rule {
                IgnoreRule::Path(path) => Ignore { path: Some(parse(path)?), kind: None, urn: None },
                IgnoreRule::Where { path, kind, urn } => {
                    Ignore { path: path.as_ref().map(parse).transpose()?, kind: kind.clone(), urn: urn.clone() }
                }
            });
        }
        if ignore.iter().any(|rule| rule.path.is_none() && rule.kind.is_none() && rule.urn.is_none()) {
            return Err(
                Error::new(ErrorCode::Validation, "an ignore rule says nothing").hint("give it a `path`, a `type` or a `urn`")
            );
        }
        let (unordered_all, unordered) = match &options.unordered {
            Unordered::All(all) => (*all, Vec::new()),
            Unordered::At(patterns) => (false, patterns.iter().map(parse).collect::<Result<_>>()?),
        };
        let list_keys = options.list_keys.iter().map(|(path, key)| Ok((parse(path)?, key.clone()))).collect::<Result<_>>()?;
        Ok(Self {
            compare: options.compare,
            show_internal: options.show_internal,
            work_limit: u64::from(options.work_limit.unwrap_or(2_000_000)),
            ignore,
            unordered_all,
            unordered,
            list_keys,
        })
    }

    /// Whether a rule leaves out the resource as a whole.
    pub(crate) fn ignores_resource(&self, kind: &str, urn: &str) -> bool {
        self.ignore.iter().any(|rule| rule.path.is_none() && rule.concerns(kind, urn))
    }

    /// The path patterns that hold for a resource (or, with empty texts, for the state's other parts).
    pub(crate) fn ignored_paths(&self, kind: &str, urn: &str) -> Vec<&Pattern> {
        self.ignore.iter().filter(|rule| rule.concerns(kind, urn)).filter_map(|rule| rule.path.as_ref()).collect()
    }

    pub(crate) fn is_unordered(&self, steps: &[&Step]) -> bool {
        self.unordered_all || self.unordered.iter().any(|pattern| pattern.fits(steps))
    }

    /// Whether any rule needs a list's path.
    pub(crate) fn has_list_rules(&self) -> bool {
        !self.unordered.is_empty() || !self.list_keys.is_empty()
    }

    pub(crate) fn unordered_everywhere(&self) -> bool {
        self.unordered_all
    }

    pub(crate) fn list_key(&self, steps: &[&Step]) -> Option<&str> {
        self.list_keys.iter().find(|(pattern, _)| pattern.fits(steps)).map(|(_, key)| key.as_str())
    }
}
