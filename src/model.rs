//! The words of the field: URNs, encoded property values, resource records.
//!
//! In: text and tapes of [`crate::wire`]. Out: their parts, and values rendered for people and scripts with every secret
//! masked. Nothing here fails: what is not recognised is kept as it is.

pub(crate) mod digest;
pub(crate) mod glob;
pub(crate) mod record;
pub(crate) mod render;
pub(crate) mod urn;
pub(crate) mod value;

pub use urn::Urn;
