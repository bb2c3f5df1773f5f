//! Options of the JavaScript surface, and the declarations that Rust cannot say.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::checkpoint::ResourceFilter;
use crate::diff::ChangeFilter;

/// A page of resources to ask for.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct ResourceQuery {
    /// Position of the first row, from 0.
    #[tsify(optional)]
    pub(super) offset: u32,
    /// Most rows. Default 100.
    #[tsify(optional)]
    pub(super) limit: Option<u32>,
    /// Which rows. Default all.
    #[tsify(optional)]
    pub(super) filter: ResourceFilter,
}

/// A page of changes to ask for.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct ChangeQuery {
    /// Position of the first row, from 0.
    #[tsify(optional)]
    pub(super) offset: u32,
    /// Most rows. Default 100.
    #[tsify(optional)]
    pub(super) limit: Option<u32>,
    /// Which rows. Default all.
    #[tsify(optional)]
    pub(super) filter: ChangeFilter,
}

/// A page to ask for.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct PageQuery {
    /// Position of the first row, from 0.
    #[tsify(optional)]
    pub(super) offset: u32,
    /// Most rows. Default 100.
    #[tsify(optional)]
    pub(super) limit: Option<u32>,
}

/// Which of several records with one URN is meant.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct RecordChoice {
    /// Whether the record is marked `delete: true`. Default: the live one, if there is one.
    #[tsify(optional)]
    pub(super) delete: Option<bool>,
    /// Physical id.
    #[tsify(optional)]
    pub(super) id: Option<String>,
}

/// Colours or none.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub(super) struct ColorOption {
    /// ANSI colours.
    #[tsify(optional)]
    pub(super) color: bool,
}

/// What a patch may hold.
#[derive(Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct PatchOptions {
    /// Allow plaintext secrets in the patch.
    #[tsify(optional)]
    pub(super) allow_plaintext: bool,
}

pub(super) const DEFAULT_LIMIT: u32 = 100;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Where a state can come from. Compressed bytes are known by their first bytes. */
export type StateSource = Uint8Array | ArrayBuffer | Blob | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** How far reading has come. */
export interface LoadProgress {
    /** Bytes read so far. */
    read: number;
    /** Bytes in all, where known. */
    total?: number;
}

/** How to read a state. */
export interface LoadOptions {
    /** Ends the reading; its reason is thrown unchanged. */
    signal?: AbortSignal | undefined;
    /** Called after each part that was read. */
    onProgress?: ((progress: LoadProgress) => void) | undefined;
    /** Bytes to come, where the source cannot tell: saves memory. */
    total?: number | undefined;
    /**
     * Probably another version of the same state: what the two share is kept once, and reading is faster. The result is the
     * same. Default: the state that was read last, while a handle on it lives.
     */
    base?: Checkpoint | undefined;
}

/** An operation that was under way when the state was written. */
export interface PendingOperation {
    /** `creating`, `updating`, `deleting`, `reading` or `importing`. */
    type: string;
    urn: string;
    /** The resource's record, secrets masked. */
    resource?: Record<string, unknown>;
}
"#;
