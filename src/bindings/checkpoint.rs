//! `Checkpoint` for JavaScript.

use std::cell::RefCell;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::convert::{by_json, check_fields, options, parsed, plain};
use super::diff::StateDiff;
use super::error::{fault, thrown};
use super::load::{self, Watch, get};
use super::options::{ColorOption, DEFAULT_LIMIT, RecordChoice, ResourceQuery};
use crate::checkpoint::{self, Remembered};
use crate::diff::DiffOptions;
use crate::error::{Error, ErrorCode};
use crate::model::render::Numbers;

thread_local! {
    /// The state that was read last, while a handle on it lives: the next one is probably another version of it.
    static LAST: RefCell<Remembered> = RefCell::default();
}

/// One state of one stack: a handle on data in the module's memory. Free it, or declare it with `using`.
///
/// Values of a state are masked where they are secret. Integers beyond 2^53, and other numbers that JavaScript cannot hold,
/// come as `{ raw: "12345678901234567890" }`.
#[wasm_bindgen]
pub struct Checkpoint {
    inner: checkpoint::Checkpoint,
}

impl Checkpoint {
    pub(super) fn inner(&self) -> &checkpoint::Checkpoint {
        &self.inner
    }

    pub(super) fn wrap(inner: checkpoint::Checkpoint) -> Self {
        Self { inner }
    }

    /// Reads a state that is in the module's memory already; like `load`, it shares what it has in common with the last one.
    pub(super) fn take_in(bytes: &[u8]) -> Result<Self, Error> {
        let base = LAST.with_borrow(Remembered::recall);
        let mut intake = checkpoint::Checkpoint::intake(base.as_ref());
        intake.push(bytes)?;
        let inner = checkpoint::Checkpoint::from_intake(intake)?;
        LAST.set(inner.remember());
        Ok(Self::wrap(inner))
    }
}

#[wasm_bindgen]
impl Checkpoint {
    /// Reads a state: any envelope, versions 0 to 4, plain, gzip or zstd.
    ///
    /// Throws `StackscopeError` with `not_json`, `truncated`, `invalid_utf8`, `too_deep`, `decompress`, `wrong_shape`,
    /// `unsupported_version` or `unreadable`; an abort throws the signal's reason.
    ///
    /// @example
    /// const state = await Checkpoint.load(file, { onProgress: ({ read, total }) => bar(read / total) });
    pub async fn load(
        #[wasm_bindgen(unchecked_param_type = "StateSource")] source: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "LoadOptions")] options: JsValue,
    ) -> Result<Checkpoint, JsValue> {
        if !options.is_undefined() && !options.is_null() {
            check_fields(&options, &["signal", "onProgress", "total", "base"])?;
        }
        let base = match base(&options)? {
            Some(base) => Some(base.inner),
            None => LAST.with_borrow(Remembered::recall),
        };
        let intake = load::read(&source, &Watch::new(&options), checkpoint::Checkpoint::intake(base.as_ref())).await?;
        let inner = checkpoint::Checkpoint::from_intake(intake).map_err(thrown)?;
        LAST.set(inner.remember());
        Ok(Self::wrap(inner))
    }

    /// Another handle on the same state, to be freed by itself. Copies nothing.
    #[wasm_bindgen(js_name = "clone")]
    pub fn share(&self) -> Checkpoint {
        Self::wrap(self.inner.clone())
    }

    /// What the state is and what it holds.
    #[wasm_bindgen(getter, unchecked_return_type = "CheckpointSummary")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        plain(&self.inner.summary())
    }

    /// The values that filters of `resources` can take, with counts.
    #[wasm_bindgen(unchecked_return_type = "Facets")]
    pub fn facets(&self) -> Result<JsValue, JsValue> {
        plain(&self.inner.facets())
    }

    /// Outputs of the stack, secrets masked.
    #[wasm_bindgen(js_name = "stackOutputs", unchecked_return_type = "Record<string, unknown>")]
    pub fn stack_outputs(&self) -> Result<JsValue, JsValue> {
        parsed(&self.inner.stack_outputs_as(Numbers::JavaScript))
    }

    /// A page of resource rows.
    #[wasm_bindgen(unchecked_return_type = "ResourcePage")]
    pub fn resources(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ResourceQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let filter = get(&query, "filter");
        if filter.is_object() {
            check_fields(&filter, &["type", "package", "name", "parent", "provider", "flags", "text"])?;
        }
        let query: ResourceQuery = options(query, &["offset", "limit", "filter"])?;
        let limit = query.limit.unwrap_or(DEFAULT_LIMIT) as usize;
        by_json(&self.inner.resources(&query.filter, query.offset as usize, limit))
    }

    /// One resource record in full, secrets masked; `undefined` where there is none.
    #[wasm_bindgen(unchecked_return_type = "Record<string, unknown> | undefined")]
    pub fn resource(
        &self,
        urn: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "RecordChoice")] choice: JsValue,
    ) -> Result<JsValue, JsValue> {
        let choice: RecordChoice = options(choice, &["delete", "id"])?;
        let record = self.inner.resource_as(urn, choice.delete, choice.id.as_deref(), Numbers::JavaScript);
        record.map_or(Ok(JsValue::UNDEFINED), |json| parsed(&json))
    }

    /// The parent, its parent, and so on up to the stack.
    #[wasm_bindgen(unchecked_return_type = "ResourceRow[]")]
    pub fn parents(&self, urn: &str) -> Result<JsValue, JsValue> {
        by_json(&self.inner.parents(urn))
    }

    /// The resources whose parent this one is.
    #[wasm_bindgen(unchecked_return_type = "ResourceRow[]")]
    pub fn children(&self, urn: &str) -> Result<JsValue, JsValue> {
        by_json(&self.inner.children(urn))
    }

    /// What this resource refers to, and how.
    #[wasm_bindgen(unchecked_return_type = "Relation[]")]
    pub fn dependencies(&self, urn: &str) -> Result<JsValue, JsValue> {
        by_json(&self.inner.dependencies(urn))
    }

    /// What refers to this resource, and how.
    #[wasm_bindgen(unchecked_return_type = "Relation[]")]
    pub fn dependents(&self, urn: &str) -> Result<JsValue, JsValue> {
        by_json(&self.inner.dependents(urn))
    }

    /// Operations that were under way when the state was written.
    #[wasm_bindgen(js_name = "pendingOperations", unchecked_return_type = "PendingOperation[]")]
    pub fn pending_operations(&self) -> Result<JsValue, JsValue> {
        parsed(&self.inner.pending_operations_as(Numbers::JavaScript))
    }

    /// Broken references and other damage.
    #[wasm_bindgen(unchecked_return_type = "CheckReport")]
    pub fn check(&self) -> Result<JsValue, JsValue> {
        by_json(&self.inner.check())
    }

    /// The findings of `check` as text for a terminal.
    #[wasm_bindgen(js_name = "checkText")]
    pub fn check_text(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ColorOption")] color: JsValue,
    ) -> Result<String, JsValue> {
        let color: ColorOption = options(color, &["color"])?;
        Ok(self.inner.check().to_text(color.color))
    }

    /// The findings of `check` as Markdown.
    #[wasm_bindgen(js_name = "checkMarkdown")]
    pub fn check_markdown(&self) -> String {
        self.inner.check().to_markdown()
    }

    /// What changed from this state to `newer`.
    #[wasm_bindgen]
    pub fn diff(
        &self,
        newer: &Checkpoint,
        #[wasm_bindgen(unchecked_optional_param_type = "DiffOptions")] options: JsValue,
    ) -> Result<StateDiff, JsValue> {
        let options: DiffOptions =
            self::options(options, &["ignore", "compare", "showInternal", "unordered", "listKeys", "workLimit"])?;
        crate::diff::StateDiff::new(&self.inner, &newer.inner, options).map(StateDiff::wrap).map_err(thrown)
    }

    /// The state's JSON text as it was read, after decompression. Not masked.
    #[wasm_bindgen(js_name = "toBytes", unchecked_return_type = "Uint8Array")]
    pub fn to_bytes(&self) -> Uint8Array {
        Uint8Array::from(&*self.inner.bytes())
    }
}

/// The `base` option: a handle is shared, so that the caller's own stays theirs.
fn base(options: &JsValue) -> Result<Option<Checkpoint>, JsValue> {
    let base = get(options, "base");
    if base.is_undefined() || base.is_null() {
        return Ok(None);
    }
    let wrong =
        || fault(ErrorCode::Validation, "`base` must be a Checkpoint that has not been freed", "pass what Checkpoint.load gave");
    let share = get(&base, "clone").dyn_into::<js_sys::Function>().map_err(|_| wrong())?;
    let shared = share.call0(&base).map_err(|_| wrong())?;
    Checkpoint::try_from_js_value(shared).map(Some).map_err(|_| wrong())
}
