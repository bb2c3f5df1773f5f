//! People, as answers name them.
//!
//! In: the user objects of members, updates, commits, audit events. Out: [`UserInfo`]. Fails where there is no user name.

use super::open::model;

model! {
    /// A user.
    pub struct UserInfo {
        /// Name for display.
        pub name: Option<String>,
        /// User name, whatever the identity provider.
        #[serde(alias = "GitHubLogin")]
        pub github_login: String,
        /// Address of the picture.
        pub avatar_url: Option<String>,
        /// Mail address, where the caller may see it.
        pub email: Option<String>,
    }
}
