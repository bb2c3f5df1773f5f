//! References between stacks.
//!
//! In: answers of Get Stack Downstream References and its opposite. Out: [`ListReferences`]. Fails where a reference lacks the
//! organisation or the name of its stack.

use super::open::{List, listed, model};

model! {
    /// A stack that another one refers to, or that refers to it.
    pub struct StackReference {
        /// Organisation.
        pub organization: String,
        /// Project.
        pub routing_project: Option<String>,
        /// Stack name.
        pub name: String,
        /// Version of the stack.
        pub version: Option<i64>,
    }

    /// Stacks that refer to a stack, or that it refers to.
    #[serde(remote = "Self")]
    pub struct ListReferences {
        /// The stacks.
        pub referenced_stacks: List<StackReference>,
    }
}

listed!(ListReferences.referenced_stacks);
