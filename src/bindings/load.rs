//! Reading a state or a log from whatever JavaScript has.
//!
//! In: bytes, a Blob, a Response, a stream or an async iterable, of any realm: they are told apart by what they can do, not by
//! their class. Out: what was taken in, copied once into the module's memory. Fails with `unreadable` or `validation`; the reason of
//! an abort and errors of the source pass through unchanged.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Symbol, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::error::{fault, set, thrown};
use super::signal::{self, unless_aborted};
use crate::checkpoint::Intake;
use crate::error::{Error, ErrorCode};

/// What the caller wants to know and to decide while bytes come in.
pub(super) struct Watch {
    signal: JsValue,
    on_progress: Option<Function>,
    total: Option<usize>,
}

impl Watch {
    pub(super) fn new(options: &JsValue) -> Self {
        Self {
            signal: get(options, "signal"),
            on_progress: get(options, "onProgress").dyn_into().ok(),
            total: get(options, "total").as_f64().filter(|total| *total >= 0.0).map(|total| total as usize),
        }
    }

    fn check(&self) -> Result<(), JsValue> {
        signal::check(&self.signal)
    }

    fn report(&self, read: usize, total: Option<usize>) -> Result<(), JsValue> {
        let Some(callback) = &self.on_progress else { return Ok(()) };
        let progress = Object::new();
        set(&progress, "read", (read as f64).into());
        if let Some(total) = total {
            set(&progress, "total", (total as f64).into());
        }
        callback.call1(&JsValue::UNDEFINED, &progress).map(drop)
    }
}

/// Where bytes go.
pub(super) trait Target {
    /// So many bytes will come. A claim, which may be wrong.
    fn expect(&mut self, total: usize) -> Result<(), Error>;
    /// Takes the next bytes.
    fn take(&mut self, part: &Uint8Array) -> Result<(), Error>;
}

impl Target for Intake {
    fn expect(&mut self, total: usize) -> Result<(), Error> {
        Intake::expect(self, total)
    }

    fn take(&mut self, part: &Uint8Array) -> Result<(), Error> {
        let len = part.length() as usize;
        part.copy_to_uninit(self.room(len)?);
        // SAFETY: the line above has filled the room.
        unsafe { self.filled(len) }
    }
}

/// Takes in all bytes of a source.
pub(super) async fn read<T: Target>(source: &JsValue, watch: &Watch, intake: T) -> Result<T, JsValue> {
    watch.check()?;
    if let Some(bytes) = view(source) {
        let mut sink = Sink::new(intake, Some(bytes.length() as usize))?;
        sink.take(&bytes)?;
        watch.report(sink.taken, Some(sink.taken))?;
        return Ok(sink.intake);
    }
    if get(source, "ok").as_bool() == Some(false) {
        let status = get(source, "status").as_f64().unwrap_or_default();
        let error = Error::new(ErrorCode::Unreadable, format!("the answer has status {status}")).with_status(status as u16);
        return Err(thrown(error.hint("a file comes with status 200")));
    }
    if get(source, "bodyUsed").is_truthy() {
        return Err(fault(ErrorCode::Unreadable, "the answer's body has been read already", "pass the answer before reading it"));
    }
    let body = get(source, "body");
    if let Some(open) = method(&body, "getReader") {
        return drain(intake, Reader::stream(&body, &open)?, watch, watch.total.or(content_length(source))).await;
    }
    if let Some(open) = method(source, "getReader") {
        return drain(intake, Reader::stream(source, &open)?, watch, watch.total).await;
    }
    if let Some(open) = method(source, "stream") {
        let size = get(source, "size").as_f64().map(|size| size as usize);
        let stream = open.call0(source)?;
        let Some(open) = method(&stream, "getReader") else { return Err(not_a_source()) };
        return drain(intake, Reader::stream(&stream, &open)?, watch, size.or(watch.total)).await;
    }
    if let Some(whole) = method(source, "arrayBuffer") {
        let buffer = watch_for_abort(&Promise::resolve(&whole.call0(source)?), watch).await?;
        let Some(bytes) = view(&buffer) else { return Err(not_a_source()) };
        let mut sink = Sink::new(intake, Some(bytes.length() as usize))?;
        sink.take(&bytes)?;
        watch.report(sink.taken, Some(sink.taken))?;
        return Ok(sink.intake);
    }
    if source.is_object()
        && let Ok(open) = Reflect::get(source, &Symbol::async_iterator())
        && let Ok(open) = open.dyn_into::<Function>()
    {
        return drain(intake, Reader::iterable(open.call0(source)?)?, watch, watch.total).await;
    }
    Err(not_a_source())
}

fn not_a_source() -> JsValue {
    fault(
        ErrorCode::Validation,
        "states and logs are read from bytes, a Blob, a Response, a ReadableStream or an async iterable of bytes",
        "open a file first, for example with fs.openAsBlob; encode a text with TextEncoder",
    )
}

/// Bytes behind a buffer or any view of one; none of one that was given away.
pub(super) fn view(value: &JsValue) -> Option<Uint8Array> {
    // By construct, which catches: a buffer that was transferred has no bytes to be looked at.
    let over = |arguments: Array| {
        let class: Function = get(&js_sys::global(), "Uint8Array").dyn_into().ok()?;
        Reflect::construct(&class, &arguments).ok()?.dyn_into().ok()
    };
    if ArrayBuffer::is_view(value) {
        return over(Array::of3(&get(value, "buffer"), &get(value, "byteOffset"), &get(value, "byteLength")));
    }
    if !value.is_object() {
        return None;
    }
    let tag = Reflect::get(value, &Symbol::to_string_tag()).ok()?.as_string()?;
    if !matches!(tag.as_str(), "ArrayBuffer" | "SharedArrayBuffer") {
        return None;
    }
    over(Array::of1(value))
}

/// Length of the body, where the answer names it and did not decompress it.
fn content_length(response: &JsValue) -> Option<usize> {
    let headers = get(response, "headers");
    let read = method(&headers, "get")?;
    let header = |name: &str| read.call1(&headers, &name.into()).ok().and_then(|value| value.as_string());
    header("content-encoding").is_none().then(|| header("content-length")?.parse().ok())?
}

/// Where parts of a body come from.
struct Reader {
    object: JsValue,
    next: Function,
    /// Ends the source early: `cancel` of a stream, `return` of an iterator.
    stop: Option<Function>,
    release: Option<Function>,
}

impl Reader {
    fn stream(stream: &JsValue, open: &Function) -> Result<Self, JsValue> {
        let object = open.call0(stream)?;
        let next = method(&object, "read").ok_or_else(not_a_source)?;
        Ok(Self { next, stop: method(&object, "cancel"), release: method(&object, "releaseLock"), object })
    }

    fn iterable(object: JsValue) -> Result<Self, JsValue> {
        let next = method(&object, "next").ok_or_else(not_a_source)?;
        Ok(Self { next, stop: method(&object, "return"), release: None, object })
    }

    fn stop(&self, reason: &JsValue) {
        if let Some(stop) = &self.stop
            && let Ok(promise) = stop.call1(&self.object, reason)
            && let Ok(promise) = promise.dyn_into::<Promise>()
        {
            // Nobody waits for this: a failure to stop must not become an unhandled rejection.
            wasm_bindgen_futures::spawn_local(async move {
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

async fn drain<T: Target>(intake: T, reader: Reader, watch: &Watch, total: Option<usize>) -> Result<T, JsValue> {
    match parts(intake, &reader, watch, total).await {
        Ok(bytes) => {
            if let Some(release) = &reader.release {
                let _ = release.call0(&reader.object);
            }
            Ok(bytes)
        }
        Err(error) => {
            reader.stop(&error);
            Err(error)
        }
    }
}

async fn parts<T: Target>(intake: T, reader: &Reader, watch: &Watch, total: Option<usize>) -> Result<T, JsValue> {
    let mut sink = Sink::new(intake, total)?;
    loop {
        watch.check()?;
        let step = watch_for_abort(&Promise::resolve(&reader.next.call0(&reader.object)?), watch).await?;
        if get(&step, "done").is_truthy() {
            return Ok(sink.intake);
        }
        let Some(part) = view(&get(&step, "value")) else {
            return Err(fault(
                ErrorCode::Validation,
                "the source gives parts that are not bytes",
                "pipe a text through TextEncoderStream",
            ));
        };
        sink.take(&part)?;
        watch.report(sink.taken, total)?;
    }
}

/// The promise's outcome, or the reason of an abort that comes first.
async fn watch_for_abort(promise: &Promise, watch: &Watch) -> Result<JsValue, JsValue> {
    unless_aborted(JsFuture::from(promise.clone()), &watch.signal).await?
}

/// What takes the bytes in.
struct Sink<T> {
    intake: T,
    taken: usize,
}

/// Most bytes that are copied at a time: what is compared with a base should still be near.
const STEP: u32 = 1 << 18;

impl<T: Target> Sink<T> {
    fn new(mut intake: T, total: Option<usize>) -> Result<Self, JsValue> {
        // A header may lie: a large claim is believed only as far as memory goes.
        if let Some(total) = total.filter(|total| *total <= crate::wire::MAX_BYTES) {
            intake.expect(total).map_err(thrown)?;
        }
        Ok(Self { intake, taken: 0 })
    }

    fn take(&mut self, part: &Uint8Array) -> Result<(), JsValue> {
        let whole = part.length();
        let mut at = 0;
        while at < whole {
            let len = STEP.min(whole - at);
            self.intake.take(&part.subarray(at, at + len)).map_err(thrown)?;
            at += len;
        }
        self.taken += whole as usize;
        Ok(())
    }
}

/// A property; `undefined` where there is none or it cannot be read.
pub(super) fn get(value: &JsValue, name: &str) -> JsValue {
    if value.is_object() || value.is_function() {
        Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

pub(super) fn method(value: &JsValue, name: &str) -> Option<Function> {
    get(value, name).dyn_into().ok()
}
