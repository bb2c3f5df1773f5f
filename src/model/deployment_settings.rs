//! Settings of Pulumi Deployments: where the program is, what it runs in, and with which variables and credentials.
//!
//! In: the answer of the settings endpoints, and the bodies that change them. Out: [`DeploymentSettings`], which can be sent back
//! as it came, and [`DeploymentSettingsPatch`]. Fails where a value that may be secret is neither a text nor an object.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use super::deployment::PulumiOperation;
use super::oidc::OidcConfiguration;
use super::open::{Json, model, words};
use super::secret_value::SecretValue;
use super::source_context::SourceContext;

words! {
    /// Where the settings came from.
    pub enum DeploymentSettingsSource {
        /// The console.
        Console = "console",
        /// The REST API.
        Api = "api",
        /// The Pulumi Service provider.
        Provider = "provider",
        /// A review stack of GitHub.
        GitHubReviewStack = "github-review-stack",
        /// A review stack of Azure DevOps.
        AzureDevOpsReviewStack = "azure-devops-review-stack",
        /// A review stack of GitLab.
        GitLabReviewStack = "gitlab-review-stack",
        /// A review stack of Bitbucket.
        BitbucketReviewStack = "bitbucket-review-stack",
        /// A file in a GitHub repository.
        GitHubGitOps = "github-gitops",
    }

    /// Who hosts a repository.
    pub enum VcsProvider {
        /// Azure DevOps.
        AzureDevOps = "azure_devops",
        /// Bitbucket.
        Bitbucket = "bitbucket",
        /// A host of one's own.
        Custom = "custom",
        /// GitHub.
        GitHub = "github",
        /// GitLab.
        GitLab = "gitlab",
    }
}

/// An image to run in: its name alone, or with credentials.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged, expecting = "the name of an image, or an object with `reference`")]
pub enum ExecutorImage {
    /// Name and tag.
    Reference(String),
    /// Name and tag, and how to get at it.
    Image(DockerImage),
}

model! {
    /// Credentials for a registry of images.
    pub struct DockerImageCredentials {
        /// User name.
        pub username: Option<String>,
        /// Password.
        pub password: Option<SecretValue>,
    }

    /// An image to run in.
    pub struct DockerImage {
        /// Name and tag.
        pub reference: Option<String>,
        /// Whether the runner may take the image it has built in.
        pub is_default: Option<bool>,
        /// Credentials for the registry.
        pub credentials: Option<DockerImageCredentials>,
    }

    /// What a deployment runs in.
    pub struct ExecutorContext {
        /// The image.
        pub executor_image: Option<ExecutorImage>,
        /// Folder of the executor and its work.
        pub executor_root_path: Option<String>,
    }

    /// Settings for a repository on GitHub.
    pub struct DeploymentSettingsGitHub {
        /// Owner and repository.
        pub repository: Option<String>,
        /// Whether a pushed commit is deployed.
        pub deploy_commits: Option<bool>,
        /// Whether a pushed tag is deployed.
        pub deploy_tags: Option<bool>,
        /// Whether a pull request is previewed.
        pub preview_pull_requests: Option<bool>,
        /// Whether a pull request gets a stack of its own.
        pub pull_request_template: Option<bool>,
        /// Number of the one pull request to deploy.
        pub deploy_pull_request: Option<i64>,
        /// Paths whose changes count.
        pub paths: Option<Vec<String>>,
        /// Patterns of the tags that count; `!` in front excludes.
        pub tag_filters: Option<Vec<String>>,
        /// Labels without which a pull request gets no stack.
        pub review_stack_labels: Option<Vec<String>>,
        /// Id of the GitHub App's installation.
        pub installation_id: Option<String>,
    }

    /// Settings for a repository, whoever hosts it.
    pub struct DeploymentSettingsVcs {
        /// Who hosts it.
        pub provider: Option<VcsProvider>,
        /// The repository, as its host writes it.
        pub repository: Option<String>,
        /// Whether a pushed commit is deployed.
        pub deploy_commits: Option<bool>,
        /// Whether a pushed tag is deployed.
        pub deploy_tags: Option<bool>,
        /// Whether a pull request is previewed.
        pub preview_pull_requests: Option<bool>,
        /// Whether a pull request gets a stack of its own.
        pub pull_request_template: Option<bool>,
        /// Number of the one pull request to deploy.
        pub deploy_pull_request: Option<i64>,
        /// Paths whose changes count.
        pub paths: Option<Vec<String>>,
        /// Patterns of the tags that count; `!` in front excludes.
        pub tag_filters: Option<Vec<String>>,
        /// Labels without which a pull request gets no stack.
        pub review_stack_labels: Option<Vec<String>>,
        /// Id of the integration.
        pub installation_id: Option<String>,
    }

    /// Options of a deployment.
    pub struct OperationContextOptions {
        /// Whether to leave out the installation of dependencies.
        pub skip_install_dependencies: Option<bool>,
        /// Whether only the newest of the waiting deployments runs.
        pub skip_intermediate_deployments: Option<bool>,
        /// Shell for the commands.
        pub shell: Option<String>,
        /// Whether a destroy also deletes the stack.
        pub delete_after_destroy: Option<bool>,
        /// Whether drift that is found is also remedied.
        pub remediate_if_drift_detected: Option<bool>,
    }

    /// The role that a deployment takes.
    pub struct DeploymentRole {
        /// Id.
        pub id: Option<String>,
        /// Name.
        pub name: Option<String>,
        /// Name of the built-in role that it is.
        pub default_identifier: Option<String>,
    }

    /// What a deployment does, and with what.
    pub struct OperationContext {
        /// Credentials of clouds.
        pub oidc: Option<OidcConfiguration>,
        /// Commands to run before Pulumi.
        pub pre_run_commands: Option<Vec<String>>,
        /// What to do.
        pub operation: Option<PulumiOperation>,
        /// Variables by name.
        pub environment_variables: Option<BTreeMap<String, SecretValue>>,
        /// Options.
        pub options: Option<OperationContextOptions>,
        /// Role to take.
        pub role: Option<DeploymentRole>,
    }

    /// What is kept between runs.
    pub struct CacheOptions {
        /// Whether dependencies are kept.
        pub enable: Option<bool>,
    }

    /// Settings of a stack's deployments (Get Deployment Settings; body of Replace Deployment Settings).
    pub struct DeploymentSettings {
        /// Version of the settings; only in answers.
        pub version: Option<i64>,
        /// Name for this set of settings.
        pub tag: Option<String>,
        /// What deployments run in.
        pub executor_context: Option<ExecutorContext>,
        /// Where the program is.
        pub source_context: Option<SourceContext>,
        /// Settings for GitHub.
        pub git_hub: Option<DeploymentSettingsGitHub>,
        /// Settings for the host of the repository.
        pub vcs: Option<DeploymentSettingsVcs>,
        /// Commands, variables, credentials and options.
        pub operation_context: Option<OperationContext>,
        /// Where the settings came from; only in answers.
        pub source: Option<DeploymentSettingsSource>,
        /// Group of runners; `null` where Pulumi's own are used.
        #[serde(rename = "agentPoolID", default, deserialize_with = "nullable")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
        pub agent_pool_id: Option<Option<String>>,
        /// Whether to keep dependencies between runs.
        pub cache_options: Option<CacheOptions>,
    }
}

/// Tells `null` from absent: the one takes a setting away, the other leaves it.
pub(super) fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Changes to the settings (Patch Deployment Settings): the server merges them in, and `null` takes a setting away. So this is
/// kept as it came.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeploymentSettingsPatch(pub Json);

impl fmt::Debug for DeploymentSettingsPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DeploymentSettingsPatch([secret])")
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const PATCH: &str = "/** Changes to T: what is left out stays, `null` takes away. */
export type PatchOf<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: PatchOf<T[K]> | null } : T;

/** Changes to the settings of a stack's deployments. */
export type DeploymentSettingsPatch = PatchOf<DeploymentSettings>;
";
