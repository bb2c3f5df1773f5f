//! The JSON report.

use crate::diff::StateDiff;
use crate::model::render::Numbers;

pub(super) fn render(diff: &StateDiff) -> String {
    let text = |value: serde_json::Result<String>| value.unwrap_or_else(|_| "null".to_owned());
    let overview = text(serde_json::to_string(&diff.overview_as(Numbers::Spelled)));
    let mut out = overview.strip_suffix('}').unwrap_or("{").to_owned();
    out.push_str(",\n\"groups\":");
    out.push_str(&text(serde_json::to_string(&diff.groups(0, usize::MAX).rows)));
    out.push_str(",\n\"changes\":[");
    for (at, row) in diff.rows.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        out.push_str(&text(serde_json::to_string(&diff.change(row, Numbers::Spelled))));
    }
    out.push_str("]}\n");
    out
}
