//! The words of the field: URNs, encoded property values, resource records.
//!
//! In: text and tapes of [`crate::wire`]. Out: their parts, and values rendered for people and scripts with every secret
//! masked. Nothing here fails: what is not recognised is kept as it is.

pub mod activity;
pub mod api_error;
pub mod audit;
pub mod deployment;
pub mod deployment_settings;
pub(crate) mod digest;
pub mod drift;
pub mod environment;
pub mod event;
pub(crate) mod glob;
pub mod member;
pub mod oidc;
pub mod open;
pub mod outputs;
pub mod policy;
pub mod policy_issue;
pub(crate) mod record;
pub mod refs;
pub(crate) mod render;
pub mod resource;
pub mod restore;
pub mod schedule;
pub mod search;
pub mod secret;
pub mod secret_value;
pub mod server;
pub mod source_context;
pub mod stack;
pub mod tag;
pub mod team;
pub mod token;
pub mod update;
pub(crate) mod urn;
pub mod usage;
pub mod user;
pub mod user_info;
pub(crate) mod value;
pub mod webhook;

pub use urn::Urn;
