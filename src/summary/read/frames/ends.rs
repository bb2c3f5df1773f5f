//! Ends of lines in one part, each looked for once.
//!
//! In: a part, and places in it that only go forward. Out: the next line feed.

pub(super) struct LineEnds<'p> {
    part: &'p [u8],
    /// The line feed found last, or the length of the part where there is none left.
    next: Option<usize>,
}

impl<'p> LineEnds<'p> {
    pub(super) fn new(part: &'p [u8]) -> Self {
        Self { part, next: None }
    }

    /// The first line feed from `at` on.
    pub(super) fn after(&mut self, at: usize) -> Option<usize> {
        let next = match self.next {
            Some(next) if next >= at => next,
            _ => memchr::memchr(b'\n', &self.part[at..]).map_or(self.part.len(), |found| at + found),
        };
        self.next = Some(next);
        (next < self.part.len()).then_some(next)
    }
}
