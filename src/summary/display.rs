//! A log as Pulumi's own command line prints it.
//!
//! In: events in order, and [`DisplayOptions`]. Out: text with colour tags, which [`color`] turns into what is wanted. Three pieces that
//! know each other one way: the views walk the log and say what there is to print, the object printers render values and differences,
//! and colours are put on, or dropped, at the very end. Nothing can fail: what is not known is printed by its own name.
//! Rules: `pkg/backend/display` of Pulumi (pulumi-semantics sections 4.4 to 7).

use super::event::Event;

pub(crate) mod color;
mod diff_view;
pub(crate) mod names;
pub(crate) mod object_text;
pub(crate) mod op;
mod progress_view;
mod strings;
pub(crate) mod totals;

pub use color::ColorMode;

/// Which of Pulumi's two views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    /// What `pulumi up --diff` prints.
    Diff,
    /// What the progress view prints where there is no terminal.
    Progress,
}

/// What is shown, by the names of Pulumi's own flags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DisplayOptions {
    /// Configuration at the top.
    pub show_config: bool,
    /// Resources that stay as they are.
    pub show_sames: bool,
    /// The parts of a replacement.
    pub show_replacement_steps: bool,
    /// Resources that are read, in the progress view; the diff view shows them always, as Pulumi's does.
    pub show_reads: bool,
    /// URNs in place of names, in the progress view.
    pub show_urns: bool,
    /// Values in full, not cut to their first lines.
    pub show_full_output: bool,
    /// No lines about downloads and installations, in the progress view.
    pub suppress_progress: bool,
    /// What becomes of colours.
    pub color: ColorMode,
    /// Stack, where the log does not name it.
    pub stack: Option<String>,
    /// Project, where the log does not name it.
    pub project: Option<String>,
    /// Address of the update on Pulumi Cloud, printed at the end.
    pub permalink: Option<String>,
    /// Words of a preview or of an update; where it is not said, as the log itself has it.
    pub preview: Option<bool>,
}

/// A view that is given the events one by one, and writes text with colour tags.
pub(crate) trait View {
    /// Writes what there is to say at this event.
    fn event(&mut self, event: &Event<'_>, out: &mut String);
    /// Writes what there is to say when no more events come.
    fn end(&mut self, out: &mut String);
}

/// Makes a view. `preview` is what the log itself says, where the options leave it open.
pub(crate) fn view(kind: ViewKind, options: &DisplayOptions, preview: bool) -> Box<dyn View> {
    let preview = options.preview.unwrap_or(preview);
    match kind {
        ViewKind::Diff => Box::new(diff_view::DiffView::new(options, preview)),
        ViewKind::Progress => Box::new(progress_view::ProgressView::new(options, preview)),
    }
}
