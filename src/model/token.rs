//! Access tokens.
//!
//! In: answers of the token endpoints, arguments of callers. Out: [`TokenList`], [`CreatedAccessToken`], the body that asks for one.
//! The value of a token stands in [`CreatedAccessToken`] alone, as a [`Secret`]. Fails where a token has no id.

use super::open::{List, listed, model, words};
use super::secret::Secret;

words! {
    /// Whose a token is.
    pub enum AccessTokenType {
        /// A user's.
        Personal = "personal",
        /// Made to get another one.
        Refresh = "refresh",
        /// An organisation's.
        Organization = "organization",
        /// A team's.
        Team = "team",
    }

    /// Which tokens to list.
    pub enum AccessTokenFilter {
        /// Those that work.
        Active = "active",
        /// Those that ran out.
        Expired = "expired",
        /// All.
        All = "all",
    }

    /// What to sort tokens by.
    pub enum AccessTokenSortField {
        /// Name.
        Name = "name",
        /// When it was made.
        Created = "created",
        /// When it was last used.
        LastUsed = "lastUsed",
        /// When it runs out.
        Expires = "expires",
    }

    /// Which way to sort.
    pub enum SortDirection {
        /// Smallest first.
        Ascending = "asc",
        /// Largest first.
        Descending = "desc",
    }
}

model! {
    /// An access token, without its value.
    pub struct AccessToken {
        /// Id.
        pub id: String,
        /// Name; personal tokens have none.
        pub name: Option<String>,
        /// What it is for.
        pub description: Option<String>,
        /// When it was made (ISO 8601).
        pub created: Option<String>,
        /// When it was last used, in unix seconds; 0 for never.
        pub last_used: Option<i64>,
        /// When it runs out, in unix seconds; 0 for never.
        pub expires: Option<i64>,
        /// Whether it has the rights of an administrator.
        pub admin: Option<bool>,
        /// User name of who made it.
        pub created_by: Option<String>,
        /// Fine-grained role of the token.
        pub role: Option<AccessTokenRole>,
        /// Whose it is.
        #[serde(rename = "type")]
        pub type_: Option<AccessTokenType>,
    }

    /// Fine-grained role of a token.
    pub struct AccessTokenRole {
        /// Id.
        pub id: String,
        /// Name.
        pub name: Option<String>,
        /// Which of the built-in roles it is.
        pub default_identifier: Option<String>,
    }

    /// Access tokens (List User Access Tokens).
    #[serde(remote = "Self")]
    pub struct TokenList {
        /// The tokens.
        pub tokens: List<AccessToken>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
    }

    /// Body of Create User Access Token, and of its like for organisations and teams.
    pub struct CreateAccessTokenRequest {
        /// What it is for.
        pub description: String,
        /// When it runs out, in unix seconds, at most two years ahead. Default 0: never.
        #[serde(default)]
        pub expires: i64,
        /// Name, up to 40 characters; tokens of organisations and teams need one.
        pub name: Option<String>,
        /// Whether an organisation's token has the rights of an administrator.
        pub admin: Option<bool>,
        /// Id of the fine-grained role of an organisation's token.
        #[serde(rename = "roleID")]
        pub role_id: Option<String>,
    }

    /// A token just made: its value is given out this once.
    pub struct CreatedAccessToken {
        /// Id.
        pub id: String,
        /// Value.
        pub token_value: Secret,
    }
}

listed!(TokenList.tokens);
