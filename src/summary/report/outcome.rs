//! How an update ended and what it adds up to, in the shape of the answer.
//!
//! In: nothing. Out: the result and the counts. Nothing can fail.

use serde::{Serialize, Serializer};

use crate::model::update::OpType;

/// How an update ended, or that it has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogResult {
    /// The engine said so, or its summary event came without a result and nothing failed.
    Succeeded,
    /// The engine said so, or a step failed, or an error was reported.
    Failed,
    /// The engine said so.
    Canceled,
    /// More events may come.
    Running,
    /// The log ends while the step of a resource that a provider manages is under way.
    Interrupted,
    /// The log ends without saying how the update did.
    Unknown,
    /// A word that this version has no name for.
    Other(String),
}

impl LogResult {
    /// The word in results, such as `succeeded`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
            Self::Running => "running",
            Self::Interrupted => "interrupted",
            Self::Unknown => "unknown",
            Self::Other(word) => word,
        }
    }
}

impl Serialize for LogResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Where the counts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ChangesFrom {
    /// The engine's summary event.
    Summary,
    /// The steps, counted by Pulumi's rule.
    Steps,
}

/// Resources per op, in the order in which Pulumi's totals name the ops.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpCounts(pub Vec<(OpType, i64)>);

impl OpCounts {
    /// The count of an op; 0 where there is none.
    pub fn get(&self, op: &OpType) -> i64 {
        self.0.iter().find(|(known, _)| known == op).map_or(0, |(_, count)| *count)
    }
}

impl Serialize for OpCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(op, count)| (op.as_str(), count)))
    }
}
