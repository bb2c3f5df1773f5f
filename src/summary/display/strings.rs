//! Strings as the diff view writes them.
//!
//! In: texts of property values. Out: quoted and shortened texts, the edits that lead from one text to another, and the value that a text
//! holds. Nothing can fail: a text that is nothing else is text.

pub(super) mod decode;
pub(super) mod edits;
pub(super) mod functions;
pub(super) mod quote;
