//! Digests of a whole update, as events.
//!
//! In: the one object that `pulumi preview --json` prints (`config`, `steps`, `diagnostics`, `duration`, `changeSummary`, `maybeCorrupt`), or
//! the one line of `--output json` (`result`, `duration`, `summary`, `resources`, `diagnostics`). Out: the events that say the same: a prelude
//! where there is a configuration, a beginning and an end for each step, the diagnostics, a summary. Nothing can fail but a strict taker; what
//! is absent or of another type is left out, and a step without op or URN is a problem.
//!
//! What the digests do not say: times (0 here), steps that Pulumi hides (unchanged ones, parts of replacements), and, in the one line,
//! whether it is a preview (taken as none) and the states (only type and parent are known). Counting the steps would therefore not give the
//! totals: `"digest":true` in the summary event says so, and the digest's own totals stand; without any, the steps are counted. The answer
//! about a log, read as one, is such a line too: its totals are `changes`, and `durationSeconds`, `isPreview` and the `status` of a
//! resource are known by name. `duration` is in nanoseconds, and becomes
//! seconds with a fraction. `replaceReasons` are an event's `keys`, `diffReasons` its `diffs`, and `kind` in `detailedDiff` its `diffKind`.

use std::fmt::Write;

use super::Place;
use super::shape::{Giver, Members, NO_EVENT, Places};
use crate::error::Result;
use crate::wire::shallow::{Kind, Scratch, Shallow};

mod step;

/// Names in the digest of a preview.
const PREVIEW: [&str; 6] = ["config", "steps", "diagnostics", "duration", "changeSummary", "maybeCorrupt"];

/// A digest, taken apart.
pub(super) struct Digest<'a> {
    preview: bool,
    /// Nothing was done yet.
    planned: bool,
    config: Option<&'a str>,
    steps: Vec<&'a str>,
    diagnostics: Vec<&'a str>,
    /// Seconds.
    duration: String,
    changes: &'a str,
    maybe_corrupt: bool,
    result: Option<&'a str>,
}

impl<'a> Digest<'a> {
    /// The digest that an object is, if it is one.
    pub(super) fn of(members: &Members<'a, '_>) -> Option<Self> {
        let list = |name| members.get(name).filter(|&node| members.shallow.kind(node) == Kind::List);
        let object = |name| members.get(name).filter(|&node| members.shallow.kind(node) == Kind::Object);
        let items = |name| {
            list(name).map_or(Vec::new(), |node| members.shallow.items(node).map(|item| members.shallow.raw(item)).collect())
        };
        let text = |name| members.raw(name).filter(|raw| raw.starts_with('"'));

        let (result, totals) = (text("result"), object("summary"));
        let one_line = totals.is_some() || result.is_some() && members.has(&["duration", "resources"]);
        let preview = list("steps").is_some()
            || object("changeSummary").is_some()
            || members.has(&["config", "diagnostics"]) && members.iter().all(|(key, _)| PREVIEW.contains(&&*key));
        if !one_line && !preview {
            return None;
        }
        let changes = if one_line { totals.or(object("changes")) } else { object("changeSummary") };
        let planned = one_line && members.raw("isPreview") == Some("true");
        let told = members.raw("durationSeconds").filter(|raw| one_line && raw.parse::<f64>().is_ok_and(|number| number >= 0.0));
        Some(Self {
            preview: !one_line,
            planned: !one_line || planned,
            config: object("config").map(|node| members.shallow.raw(node)),
            steps: items(if one_line { "resources" } else { "steps" }),
            diagnostics: items("diagnostics"),
            duration: told.map_or_else(|| seconds(members.raw("duration").unwrap_or("0")), str::to_owned),
            changes: changes.map_or("{}", |node| members.shallow.raw(node)),
            maybe_corrupt: members.raw("maybeCorrupt") == Some("true"),
            result,
        })
    }

    /// Gives the events. Each stands where the digest says what it says.
    pub(super) fn give(&self, text: &str, place: Place, giver: &mut Giver<'_>) -> Result<bool> {
        let mut numbered = Numbered { giver, next: 0 };
        let mut scratch = Scratch::default();
        let mut sound = true;
        if let Some(config) = self.config {
            numbered.event(place, |out| out.push_str(&format!("\"preludeEvent\":{{\"config\":{config}}}")))?;
        }
        let mut places = Places::new(text, place);
        for raw in &self.steps {
            let place = places.of(raw);
            match step::Step::read(raw, self.preview, self.planned, &mut scratch) {
                Some(step) => {
                    numbered.event(place, |out| step.push(out, "resourcePreEvent"))?;
                    numbered.event(place, |out| step.push(out, step.outcome()))?;
                }
                None => sound = numbered.giver.refuse(NO_EVENT, place)?,
            }
        }
        let mut places = Places::new(text, place);
        for raw in &self.diagnostics {
            let place = places.of(raw);
            match diagnostic(raw, &mut scratch) {
                Some(fields) => numbered.event(place, |out| out.push_str(&format!("\"diagnosticEvent\":{{{fields}}}")))?,
                None => sound = numbered.giver.refuse(NO_EVENT, place)?,
            }
        }
        numbered.event(place, |out| self.push_summary(out))?;
        Ok(sound)
    }

    fn push_summary(&self, out: &mut String) {
        let Self { maybe_corrupt, changes, planned, duration, .. } = self;
        // Writing to a text cannot fail.
        let _ = write!(
            out,
            "\"summaryEvent\":{{\"maybeCorrupt\":{maybe_corrupt},\"durationSeconds\":{duration},\"resourceChanges\":{changes},\
             \"PolicyPacks\":{{}},\"isPreview\":{planned},\"digest\":true"
        );
        if let Some(result) = self.result {
            let _ = write!(out, ",\"result\":{result}");
        }
        out.push('}');
    }
}

/// Gives events with a number each.
struct Numbered<'g, 'r> {
    giver: &'g mut Giver<'r>,
    next: u64,
}

impl Numbered<'_, '_> {
    fn event(&mut self, place: Place, payload: impl FnOnce(&mut String)) -> Result<()> {
        let mut text = format!("{{\"sequence\":{},\"timestamp\":0,", self.next);
        payload(&mut text);
        text.push('}');
        self.next += 1;
        self.giver.made(&text, place)
    }
}

/// The fields of a diagnostic; nothing where it is no object.
fn diagnostic(raw: &str, scratch: &mut Scratch) -> Option<String> {
    let shallow = Shallow::read(raw, 1, scratch).ok()?;
    if shallow.kind(Shallow::ROOT) != Kind::Object {
        return None;
    }
    let members = Members::new(shallow, Shallow::ROOT);
    let mut out = String::from("\"color\":\"never\"");
    for name in ["urn", "prefix", "message", "severity"] {
        if let Some(value) = members.raw(name) {
            let _ = write!(out, ",\"{name}\":{value}");
        }
    }
    Some(out)
}

/// Nanoseconds as spelled, in seconds as a JSON number.
fn seconds(nanoseconds: &str) -> String {
    match nanoseconds.parse::<u64>() {
        Ok(whole) => {
            let text = format!("{}.{:09}", whole / 1_000_000_000, whole % 1_000_000_000);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        Err(_) => match nanoseconds.parse::<f64>() {
            Ok(number) if number.is_finite() && number > 0.0 => format!("{}", number / 1e9),
            _ => "0".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn nanoseconds_become_seconds() {
        let shown = ["0", "4000000000", "1234567890", "5000", "1.5e9", "-3", "true"].map(seconds);
        assert_eq!(shown, ["0", "4", "1.23456789", "0.000005", "1.5", "0", "0"]);
    }
}
