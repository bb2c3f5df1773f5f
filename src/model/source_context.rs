//! Where a deployment finds its program, and how it gets at it.
//!
//! In: settings of deployments. Out: [`SourceContext`]. Fails where a value that may be secret is neither a text nor an object.

use super::open::model;
use super::secret_value::SecretValue;

model! {
    /// A key for ssh.
    pub struct SshAuth {
        /// The private key.
        pub ssh_private_key: Option<SecretValue>,
        /// Its password.
        pub password: Option<SecretValue>,
    }

    /// User name and password.
    pub struct BasicAuth {
        /// User name.
        pub user_name: Option<SecretValue>,
        /// Password.
        pub password: Option<SecretValue>,
    }

    /// How to get at a repository: one of the three.
    pub struct GitAuthConfig {
        /// A token.
        pub access_token: Option<SecretValue>,
        /// A key for ssh.
        pub ssh_auth: Option<SshAuth>,
        /// User name and password.
        pub basic_auth: Option<BasicAuth>,
    }

    /// A program in a git repository.
    pub struct SourceContextGit {
        /// Address of the repository.
        #[serde(alias = "repoURL")]
        pub repo_url: Option<String>,
        /// Branch; not together with a commit or a tag.
        pub branch: Option<String>,
        /// Folder with `Pulumi.yaml`.
        pub repo_dir: Option<String>,
        /// Hash of the commit.
        pub commit: Option<String>,
        /// Tag whose push started the deployment.
        pub tag: Option<String>,
        /// How to get at the repository.
        pub git_auth: Option<GitAuthConfig>,
    }

    /// A program in a Mercurial repository.
    pub struct SourceContextHg {
        /// Address of the repository.
        #[serde(alias = "repoURL")]
        pub repo_url: Option<String>,
        /// Branch; not together with a revision.
        pub branch: Option<String>,
        /// Folder with `Pulumi.yaml`.
        pub repo_dir: Option<String>,
        /// Hash of the changeset.
        pub revision: Option<String>,
        /// How to get at the repository.
        pub hg_auth: Option<GitAuthConfig>,
    }

    /// A program made from a template.
    pub struct SourceContextTemplate {
        /// Address of the template.
        pub source_url: Option<String>,
        /// Address of the project's template, which stands where `sourceUrl` is empty; only in answers.
        pub project_source_url: Option<String>,
        /// How to get at the template.
        pub git_auth: Option<GitAuthConfig>,
    }

    /// Where the program is: one of the three.
    pub struct SourceContext {
        /// In a git repository.
        pub git: Option<SourceContextGit>,
        /// In a Mercurial repository.
        pub hg: Option<SourceContextHg>,
        /// In a template.
        pub template: Option<SourceContextTemplate>,
    }
}
