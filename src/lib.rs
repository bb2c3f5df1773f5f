//! What is in my Pulumi stacks, and what changed?
//!
//! stackscope reads Pulumi checkpoints of every version and envelope, diffs any two of them, and speaks the API of Pulumi Cloud and of
//! compatible servers. Data goes one way; a module knows only the modules above it in this list:
//!
//! 1. [`error`]: what can go wrong, with a stable code and the place in the input or the request that failed.
//! 2. [`wire`]: bytes to JSON structure: decompression, a validating scanner, a small tree of one record.
//! 3. [`model`]: the words of the field: URNs, property values, resource records, and what the API sends and takes.
//! 4. [`checkpoint`]: one state: envelope, resource index, queries, integrity.
//! 5. [`diff`]: two states: matching, property changes, groups, patch, apply, reports.
//! 6. [`http`]: one request to the API: retries, errors, masking; the transport is the caller's.
//! 7. [`page`]: lists in pages, and updates being followed.
//! 8. [`endpoint`]: the endpoints by name; [`summary`]: the events of an update.
//! 9. `bindings`: the same for JavaScript, compiled for wasm32 alone.
//!
//! ```
//! use stackscope::{checkpoint::Checkpoint, diff::{DiffOptions, StateDiff}};
//!
//! let old = br#"{"version":3,"deployment":{"resources":[
//!   {"urn":"urn:pulumi:dev::web::aws:s3/bucket:Bucket::logs","custom":true,"id":"logs-1",
//!    "type":"aws:s3/bucket:Bucket","inputs":{"tags":{"env":"dev"}}}]}}"#;
//! let new = String::from_utf8_lossy(old).replace("\"env\":\"dev\"", "\"env\":\"prod\"");
//!
//! let old = Checkpoint::parse(old.to_vec())?;
//! let new = Checkpoint::parse(new.into_bytes())?;
//! let diff = StateDiff::new(&old, &new, DiffOptions::default())?;
//! assert_eq!(diff.summary().update, 1);
//! # Ok::<(), stackscope::error::Error>(())
//! ```

pub mod checkpoint;
pub mod diff;
pub mod endpoint;
pub mod error;
pub mod http;
pub mod model;
pub mod page;
pub mod summary;
pub mod wire;

#[cfg(target_arch = "wasm32")]
pub mod bindings;
