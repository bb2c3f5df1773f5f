//! Tags of a stack.
//!
//! In: arguments of callers. Out: [`StackTag`], the body that adds or changes one tag; a body that replaces all of them is
//! [`Tags`](super::open::Tags). Fails where a tag lacks name or value.

use super::open::model;

model! {
    /// One tag of a stack (Set Stack Tag).
    pub struct StackTag {
        /// Name, up to 40 characters.
        pub name: String,
        /// Value, up to 256 characters.
        pub value: String,
    }
}
