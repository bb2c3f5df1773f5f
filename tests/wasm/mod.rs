//! What JavaScript relies on, run in Node and in a browser: every kind of source, results as plain values, errors with codes.

use js_sys::{JSON, Reflect, eval};
use stackscope::bindings::Checkpoint;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const OLD: &str = r#"{"version":3,"deployment":{"resources":[
    {"urn":"urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev","custom":false,"type":"pulumi:pulumi:Stack","outputs":{"url":"a"}},
    {"urn":"urn:pulumi:dev::web::aws:s3/bucket:Bucket::logs","custom":true,"id":"logs-1","type":"aws:s3/bucket:Bucket",
     "inputs":{"tags":{"__proto__":"x","env":"dev"},"size":12345678901234567890}}]}}"#;

fn js(code: &str) -> JsValue {
    eval(&format!("({code})")).expect("the test's own JavaScript runs")
}

fn bytes(text: &str) -> JsValue {
    js_sys::Uint8Array::from(text.as_bytes()).into()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).unwrap_or(JsValue::UNDEFINED))
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| "undefined".into())
}

async fn load(source: JsValue) -> Result<Checkpoint, JsValue> {
    Checkpoint::load(source, JsValue::UNDEFINED).await
}

async fn code_of(source: JsValue) -> String {
    match load(source).await {
        Ok(_) => "accepted".into(),
        Err(error) => get(&error, "code").as_string().unwrap_or_else(|| text(&error)),
    }
}

#[wasm_bindgen_test]
async fn every_source_gives_the_same_state() {
    let quoted = text(&JsValue::from(OLD));
    let sources = [
        format!("new TextEncoder().encode({quoted})"),
        format!("new TextEncoder().encode({quoted}).buffer"),
        format!("new Blob([{quoted}])"),
        format!("new Response({quoted})"),
        format!("new Blob([{quoted}]).stream()"),
        format!("{{ ok: true, status: 200, arrayBuffer: async () => new TextEncoder().encode({quoted}).buffer }}"),
        format!("(async function* () {{ for (const c of {quoted}) yield new TextEncoder().encode(c) }})()"),
        format!("new DataView(new TextEncoder().encode({quoted}).buffer)"),
    ];
    for source in sources {
        let state = load(js(&source)).await.unwrap_or_else(|error| panic!("{source}: {}", text(&error)));
        assert_eq!(get(&state.summary().unwrap(), "counts.resources"), JsValue::from(2), "{source}");
        assert_eq!(state.to_bytes().to_vec(), OLD.as_bytes(), "{source}");
    }
}

#[wasm_bindgen_test]
async fn rows_are_plain_values() {
    let old = load(bytes(OLD)).await.unwrap();
    let new = load(bytes(&OLD.replace("\"env\":\"dev\"", "\"env\":\"prod\""))).await.unwrap();
    let diff = old.diff(&new, JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&diff.summary().unwrap()), r#"{"create":0,"delete":0,"update":1,"replace":0,"move":0,"same":1}"#);
    let page = diff.changes(JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&page, "rows.0.properties.0.path"), JsValue::from("inputs.tags.env"));
    let record = old.resource("urn:pulumi:dev::web::aws:s3/bucket:Bucket::logs", JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&record, "inputs.size.raw"), JsValue::from("12345678901234567890"));
    let tags = get(&record, "inputs.tags");
    let keys = js_sys::Object::keys(tags.unchecked_ref::<js_sys::Object>());
    assert!(keys.iter().any(|key| key == "__proto__"));
    let again = diff.apply(&old).unwrap();
    assert!(!again.diff(&new, JsValue::UNDEFINED).unwrap().differs());
}

#[wasm_bindgen_test]
async fn bad_input_has_a_code_and_the_module_lives_on() {
    let deep =
        format!("{{\"version\":3,\"deployment\":{{\"resources\":[],\"x\":{}{}}}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(code_of(bytes(&deep)).await, "accepted");
    let cases = [
        (bytes(""), "not_json"),
        (bytes("{]"), "not_json"),
        (bytes(&OLD[..200]), "truncated"),
        (bytes("{}"), "wrong_shape"),
        (bytes(&OLD.replace("\"version\":3", "\"version\":5")), "unsupported_version"),
        (js("new Uint8Array([0x22, 0xff, 0x22])"), "invalid_utf8"),
        (js("new Uint8Array([0x1f, 0x8b, 8, 0, 0])"), "decompress"),
        (js("'text'"), "validation"),
        (js("{ ok: false, status: 404 }"), "unreadable"),
        (JsValue::NULL, "validation"),
    ];
    for (source, code) in cases {
        assert_eq!(code_of(source).await, code);
        assert_eq!(code_of(bytes(OLD)).await, "accepted");
    }
}

#[wasm_bindgen_test]
async fn an_abort_throws_its_own_reason() {
    let options = js("{ signal: AbortSignal.abort('enough') }");
    let error = Checkpoint::load(bytes(OLD), options).await.err().unwrap();
    assert_eq!(error, JsValue::from("enough"));
    let slow = js("new ReadableStream({ pull() { return new Promise(() => {}) } })");
    let options =
        js("(() => { const c = new AbortController(); setTimeout(() => c.abort('late'), 5); return { signal: c.signal } })()");
    assert_eq!(Checkpoint::load(slow, options).await.err().unwrap(), JsValue::from("late"));
}

#[wasm_bindgen_test]
async fn progress_ends_at_the_whole() {
    let seen = js("globalThis.seen = []");
    let options = js("{ onProgress: (p) => globalThis.seen.push([p.read, p.total]) }");
    let quoted = text(&JsValue::from(OLD));
    Checkpoint::load(js(&format!("new Blob([{quoted}])")), options).await.unwrap();
    let last =
        Reflect::get(&seen, &"at".into()).unwrap().unchecked_into::<js_sys::Function>().call1(&seen, &(-1).into()).unwrap();
    assert_eq!(text(&last), format!("[{0},{0}]", OLD.len()));
}
