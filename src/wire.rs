//! Bytes to JSON structure, without building a tree of a whole state.
//!
//! In: bytes as they were stored or sent. Out: decompressed text ([`decompress`]), shallow events with byte positions
//! (`scan`), a small tree of one record (`tape`), strings and numbers in comparable form. Fails with a code, a byte offset
//! and a remedy; never panics, never recurses over the input.

pub(crate) mod decompress;
pub(crate) mod number;
pub(crate) mod scan;
pub(crate) mod shallow;
pub(crate) mod simd;
pub(crate) mod tape;
pub(crate) mod text;
pub(crate) mod yaml;

pub use decompress::Compression;

/// Deepest nesting of objects and lists that is read; one level more fails with
/// [`ErrorCode::TooDeep`](crate::error::ErrorCode::TooDeep). Real states stay below 100.
pub const MAX_DEPTH: usize = 200_000;

/// Most bytes of JSON text that one state may have: positions are kept in 31 bits.
pub const MAX_BYTES: usize = (1 << 31) - 4096;
