//! The diff view.

use super::{DisplayOptions, View};
use crate::summary::event::Event;

pub(super) struct DiffView;

impl DiffView {
    pub(super) fn new(_: &DisplayOptions, _: bool) -> Self {
        Self
    }
}

impl View for DiffView {
    fn event(&mut self, _: &Event<'_>, _: &mut String) {}
    fn end(&mut self, _: &mut String) {}
}
