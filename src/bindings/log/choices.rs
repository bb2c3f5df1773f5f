//! Options of an event log: how it is read, which rows are asked for, how it is printed.
//!
//! In: plain objects. Out: options of the core. Fails with `validation` where a name is not known or a value has no meaning.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bindings::convert::options;
use crate::bindings::error::{fault, thrown};
use crate::bindings::load::get;
use crate::error::ErrorCode;
use crate::summary::{
    ColorMode, DEFAULT_KEEP_BYTES, DisplayOptions, EventLog, LogOptions, MarkdownOptions, ResourceUpdateFilter,
    SummaryTextOptions, ViewKind, to_markdown, to_text,
};

pub(super) const OPTIONS: [&str; 2] = ["strict", "keepBytes"];

/// How a log is read and kept.
pub(super) fn log_options(given: &JsValue) -> Result<LogOptions, JsValue> {
    let keep = get(given, "keepBytes");
    let keep_bytes = match keep.as_f64() {
        None if keep.is_undefined() || keep.is_null() => DEFAULT_KEEP_BYTES,
        Some(bytes) if bytes >= 0.0 => bytes as usize,
        _ => {
            return Err(fault(ErrorCode::Validation, "`keepBytes` is a number of bytes, 0 or more", "Infinity keeps everything"));
        }
    };
    let strict = get(given, "strict");
    match strict.as_bool() {
        None if !strict.is_undefined() && !strict.is_null() => {
            Err(fault(ErrorCode::Validation, "`strict` is true or false", "leave it out to pass over what cannot be read"))
        }
        strict => Ok(LogOptions { strict: strict.unwrap_or(false), keep_bytes }),
    }
}

/// A page of resources of an update to ask for.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct ResourceUpdateQuery {
    /// Position of the first row, from 0.
    #[tsify(optional)]
    pub(super) offset: u32,
    /// Most rows. Default 100.
    #[tsify(optional)]
    pub(super) limit: Option<u32>,
    /// Which rows. Default all.
    #[tsify(optional)]
    pub(super) filter: ResourceUpdateFilter,
}

/// Which of the texts a log is printed as.
#[derive(Default, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub(super) enum LogTextStyle {
    /// One screen for people.
    #[default]
    Summary,
    /// What `pulumi up --diff` prints.
    Diff,
    /// What Pulumi's progress view prints where there is no terminal.
    Progress,
}

/// What becomes of colours.
#[derive(Default, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub(super) enum LogColor {
    /// Plain text.
    #[default]
    Never,
    /// Pulumi's own tags stay: `<{%fg 2%}>`.
    Raw,
    /// Escape sequences of a terminal.
    Always,
    /// `<span>` elements with classes; everything else is escaped.
    Html,
}

/// How a log is printed as text. All but `style`, `color` and `all` is for the styles `diff` and `progress`, by the names of Pulumi's flags.
#[derive(Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct LogTextOptions {
    /// Which text. Default `summary`.
    #[tsify(optional)]
    style: LogTextStyle,
    /// What becomes of colours. Default `never`.
    #[tsify(optional)]
    color: LogColor,
    /// In the summary: lists in full, in place of their beginnings.
    #[tsify(optional)]
    all: bool,
    /// Configuration at the top.
    #[tsify(optional)]
    show_config: bool,
    /// Resources that stay as they are.
    #[tsify(optional)]
    show_sames: bool,
    /// The parts of a replacement.
    #[tsify(optional)]
    show_replacement_steps: bool,
    /// Resources that are read, in `progress`; `diff` shows them always, as Pulumi does.
    #[tsify(optional)]
    show_reads: bool,
    /// URNs in place of names, in `progress`.
    #[tsify(optional)]
    show_urns: bool,
    /// Values in full, not cut to their first lines.
    #[tsify(optional)]
    show_full_output: bool,
    /// No lines about downloads and installations, in `progress`.
    #[tsify(optional)]
    suppress_progress: bool,
    /// Stack, where the log does not name it.
    #[tsify(optional)]
    stack: Option<String>,
    /// Project, where the log does not name it.
    #[tsify(optional)]
    project: Option<String>,
    /// Address of the update, printed at the end.
    #[tsify(optional)]
    permalink: Option<String>,
    /// Words of a preview or of an update. Default: as the log itself has it.
    #[tsify(optional)]
    preview: Option<bool>,
}

const TEXT_FIELDS: [&str; 14] = [
    "style",
    "color",
    "all",
    "showConfig",
    "showSames",
    "showReplacementSteps",
    "showReads",
    "showUrns",
    "showFullOutput",
    "suppressProgress",
    "stack",
    "project",
    "permalink",
    "preview",
];

/// Prints the log as the options say.
pub(super) fn text(log: &EventLog, given: JsValue) -> Result<String, JsValue> {
    let given: LogTextOptions = options(given, &TEXT_FIELDS)?;
    let color = match given.color {
        LogColor::Never => ColorMode::Never,
        LogColor::Raw => ColorMode::Raw,
        LogColor::Always => ColorMode::Always,
        LogColor::Html => ColorMode::Html,
    };
    let kind = match given.style {
        LogTextStyle::Summary => {
            if !matches!(color, ColorMode::Never | ColorMode::Always) {
                let message = "the style `summary` has the colours `never` and `always`";
                return Err(fault(ErrorCode::Validation, message, "use toMarkdown, or the style `diff` or `progress`"));
            }
            let options = SummaryTextOptions { color: color == ColorMode::Always, all: given.all };
            return Ok(to_text(&log.summary(), &options));
        }
        LogTextStyle::Diff => ViewKind::Diff,
        LogTextStyle::Progress => ViewKind::Progress,
    };
    let display = DisplayOptions {
        show_config: given.show_config,
        show_sames: given.show_sames,
        show_replacement_steps: given.show_replacement_steps,
        show_reads: given.show_reads,
        show_urns: given.show_urns,
        show_full_output: given.show_full_output,
        suppress_progress: given.suppress_progress,
        color,
        stack: given.stack,
        project: given.project,
        permalink: given.permalink,
        preview: given.preview,
    };
    log.print(kind, &display).map_err(thrown)
}

/// How a log is printed as Markdown.
#[derive(Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct LogMarkdownOptions {
    /// Heading. Default: what kind of update it is and how it ended.
    #[tsify(optional)]
    title: Option<String>,
    /// Address of the update, by http or https.
    #[tsify(optional)]
    link: Option<String>,
    /// Most bytes of the result. Default 65536: what GitHub takes as a comment. Marker and heading always stand, also where they alone are longer.
    #[tsify(optional)]
    max_length: Option<u32>,
    /// A word that is put into an HTML comment at the top, by which a script finds its own comment again.
    #[tsify(optional)]
    marker: Option<String>,
}

/// Prints the log as Markdown.
pub(super) fn markdown(log: &EventLog, given: JsValue) -> Result<String, JsValue> {
    let given: LogMarkdownOptions = options(given, &["title", "link", "maxLength", "marker"])?;
    if let Some(marker) = &given.marker
        && (marker.is_empty() || marker.contains("--") || marker.contains(['<', '>']) || marker.contains(char::is_control))
    {
        let message = "`marker` is a word that an HTML comment can hold: not empty, without `--`, `<`, `>` and line breaks";
        return Err(fault(ErrorCode::Validation, message, "use letters and digits, such as web-prod"));
    }
    let mut choice = MarkdownOptions { title: given.title, link: given.link, marker: given.marker, ..MarkdownOptions::default() };
    if let Some(most) = given.max_length {
        choice.max_bytes = most as usize;
    }
    Ok(to_markdown(&log.summary(), &choice))
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How an event log is read and kept. Events that are kept are given out as they came, nothing masked; all else is masked. */
export interface EventLogOptions {
    /** Fail at the first piece that is no event, in place of passing it over and naming it in `summary().problems`. */
    strict?: boolean | undefined;
    /**
     * Bytes of event texts that are kept for `events`, `toNdjson` and the styles `diff` and `progress`. A log that grows past it keeps
     * none; what it did is known all the same. Where none are kept, only strings and brackets are checked of the values of resources that
     * stay as they are, which is a good deal faster. Default 67108864 (64 MiB).
     */
    keepBytes?: number | undefined;
}

/** How a whole event log is read. */
export interface EventLogLoadOptions extends EventLogOptions {
    /** Ends the reading; its reason is thrown unchanged. */
    signal?: AbortSignal | undefined;
    /** Called after each part that was read. */
    onProgress?: ((progress: LoadProgress) => void) | undefined;
    /** Bytes to come, where the source cannot tell; for `onProgress`. */
    total?: number | undefined;
}
"#;
