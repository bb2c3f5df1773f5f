//! `StateDiff` for JavaScript.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::checkpoint::Checkpoint;
use super::convert::{by_json, check_fields, options, plain};
use super::error::thrown;
use super::load::get;
use super::options::{ChangeQuery, DEFAULT_LIMIT, PageQuery, PatchOptions};
use crate::diff::{self, MarkdownOptions, TextOptions};
use crate::model::render::Numbers;

/// The difference of two states: a handle on data in the module's memory. Free it, or declare it with `using`.
///
/// It stays valid when the two checkpoints are freed. Values are masked where they are secret.
#[wasm_bindgen]
pub struct StateDiff {
    inner: diff::StateDiff,
}

impl StateDiff {
    pub(super) fn wrap(inner: diff::StateDiff) -> Self {
        Self { inner }
    }
}

#[wasm_bindgen]
impl StateDiff {
    /// Counts by kind.
    #[wasm_bindgen(getter, unchecked_return_type = "DiffSummary")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        plain(&self.inner.summary())
    }

    /// Whether there is anything to show.
    #[wasm_bindgen(getter)]
    pub fn differs(&self) -> bool {
        self.inner.differs()
    }

    /// Everything but the rows.
    #[wasm_bindgen(unchecked_return_type = "DiffOverview")]
    pub fn overview(&self) -> Result<JsValue, JsValue> {
        by_json(&self.inner.overview_as(Numbers::JavaScript))
    }

    /// A page of changed resources.
    #[wasm_bindgen(unchecked_return_type = "ChangePage")]
    pub fn changes(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ChangeQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let filter = get(&query, "filter");
        if filter.is_object() {
            check_fields(&filter, &["kind", "type", "package", "text", "path", "group", "pendingDelete"])?;
        }
        let query: ChangeQuery = options(query, &["offset", "limit", "filter"])?;
        let limit = query.limit.unwrap_or(DEFAULT_LIMIT) as usize;
        let page = self.inner.page(&query.filter, query.offset as usize, limit, Numbers::JavaScript).map_err(thrown)?;
        by_json(&page)
    }

    /// Groups of resources that changed in the same way, largest first.
    #[wasm_bindgen(unchecked_return_type = "GroupPage")]
    pub fn groups(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "PageQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: PageQuery = options(query, &["offset", "limit"])?;
        by_json(&self.inner.groups(query.offset as usize, query.limit.unwrap_or(DEFAULT_LIMIT) as usize))
    }

    /// Text for a terminal.
    #[wasm_bindgen(js_name = "toText")]
    pub fn to_text(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let options: TextOptions = self::options(options, &["color", "maxRows", "maxProperties"])?;
        Ok(self.inner.to_text(&options))
    }

    /// JSON text for scripts; numbers keep their digits.
    #[wasm_bindgen(js_name = "toJson")]
    pub fn to_json(&self) -> String {
        self.inner.to_json()
    }

    /// Markdown for a pull request, bounded in size.
    #[wasm_bindgen(js_name = "toMarkdown")]
    pub fn to_markdown(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "MarkdownOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let options: MarkdownOptions = self::options(options, &["maxBytes", "title"])?;
        Ok(self.inner.to_markdown(&options))
    }

    /// An RFC 6902 patch as JSON text, ciphertexts as stored. Throws `secret_in_patch` where it would hold a plaintext secret.
    #[wasm_bindgen(js_name = "toJsonPatch")]
    pub fn to_json_patch(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "PatchOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let options: PatchOptions = self::options(options, &["allowPlaintext"])?;
        self.inner.to_json_patch(options.allow_plaintext).map_err(thrown)
    }

    /// The new state, made from the old one. Throws `conflict` where the state given is not as the diff found it.
    pub fn apply(&self, old: &Checkpoint) -> Result<Checkpoint, JsValue> {
        self.inner.apply(old.inner()).map(Checkpoint::wrap).map_err(thrown)
    }

    /// The old state, made from the new one. Throws `conflict` where the state given is not as the diff found it.
    pub fn revert(&self, newer: &Checkpoint) -> Result<Checkpoint, JsValue> {
        self.inner.revert(newer.inner()).map(Checkpoint::wrap).map_err(thrown)
    }
}
