//! What a server can do, and the words that its audit log and its search understand.
//!
//! In: answers of Get Capabilities. Out: [`Capabilities`]. Fails where a capability has no name.

use super::open::{Json, List, listed, model, words};

words! {
    /// Something that a server can do.
    pub enum CapabilityName {
        /// Takes states as differences.
        DeltaCheckpointUploads = "delta-checkpoint-uploads",
        /// Takes states as differences, in the second form.
        DeltaCheckpointUploadsV2 = "delta-checkpoint-uploads-v2",
        /// Takes states as journals.
        Journaling = "journaling-v1",
        /// Encrypts many values at once.
        BatchEncrypt = "batch-encrypt",
        /// Explains errors.
        CopilotSummarizeError = "copilot-summarize-error",
        /// Explains previews.
        CopilotExplainPreview = "copilot-explain-preview",
        /// Highest version of states that it takes.
        DeploymentSchemaVersion = "deployment-schema-version",
        /// Tells the policy packs of a stack.
        StackPolicyPacks = "stack-policy-packs",
        /// Versions of the API that it speaks.
        ApiVersion = "api-version",
        /// Serves the agent of the command line.
        NeoCliMode = "neo-cli-mode",
        /// Makes and starts an update in one step.
        BeginUpdate = "begin-update",
        /// Tells the outputs of a stack.
        StackOutputs = "stack-outputs",
    }
}

model! {
    /// Something that a server can do.
    pub struct Capability {
        /// What it is.
        pub capability: CapabilityName,
        /// Version of it.
        pub version: Option<i64>,
        /// More about it.
        pub configuration: Option<Json>,
    }

    /// What a server can do (Get Capabilities).
    #[serde(remote = "Self")]
    pub struct Capabilities {
        /// The list.
        pub capabilities: List<Capability>,
    }
}

listed!(Capabilities.capabilities);
