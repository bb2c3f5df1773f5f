//! The progress view.

use super::{DisplayOptions, View};
use crate::summary::event::Event;

pub(super) struct ProgressView;

impl ProgressView {
    pub(super) fn new(_: &DisplayOptions, _: bool) -> Self {
        Self
    }
}

impl View for ProgressView {
    fn event(&mut self, _: &Event<'_>, _: &mut String) {}
    fn end(&mut self, _: &mut String) {}
}
