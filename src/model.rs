//! The words of the field: URNs, encoded property values, resource records, and the models of the API.
//!
//! Two families live here. Of a state (`digest`, `glob`, `print`, `record`, `render`, `urn`, `value`): text and tapes of [`crate::wire`] go in,
//! their parts come out, values rendered with every secret masked; nothing fails, what is not recognised is kept as it is. Of the
//! API (all others, a file for each family of endpoints): JSON goes in, structs come out; see [`open`] for what they forgive and
//! what they keep.

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
pub mod json_text;
pub mod member;
pub mod oidc;
pub mod open;
pub mod outputs;
pub mod policy;
pub mod policy_issue;
pub(crate) mod print;
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
