// Bad input: a StackscopeError with a code and a place, and the module works on.
import assert from "node:assert/strict";
import test, { afterEach } from "node:test";
import { gzipSync } from "node:zlib";
import { Checkpoint, StackscopeError } from "stackscope";
import { BUCKET, bytes, resource, secret, state, SIGNATURE, SECRET } from "./states.mjs";

const good = state([resource(BUCKET, "one")]);
const text = JSON.stringify(good);

afterEach(async () => {
  const checkpoint = await Checkpoint.load(bytes(good));
  assert.equal(checkpoint.summary.counts.resources, 3, "the same instance works afterwards");
  checkpoint.free();
});

const brokenUtf8 = bytes(text);
const utf8At = text.indexOf("one");
brokenUtf8[utf8At] = 0xff;

const cases = [
  { name: "an empty file", input: "", code: "not_json", offset: 0 },
  { name: "white space alone", input: " \n\t ", code: "not_json" },
  { name: "prose", input: "hello world", code: "not_json", offset: 0 },
  { name: "YAML", input: "version: 3\ndeployment: {}\n", code: "not_json", offset: 0 },
  { name: "a trailing comma", input: text.replace('"version":3', '"version":3,,'), code: "not_json" },
  { name: "text after the end", input: `${text} x`, code: "not_json", offset: text.length + 1 },
  { name: "cut off in a string", input: text.slice(0, utf8At + 1), code: "truncated" },
  { name: "cut off after a value", input: text.slice(0, -1), code: "truncated", offset: text.length - 1 },
  { name: "cut off in a literal", input: '{"version":3,"deployment":nul', code: "truncated" },
  { name: "invalid UTF-8", input: brokenUtf8, code: "invalid_utf8", offset: utf8At },
  { name: "a byte order mark of UTF-16", input: new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), code: "invalid_utf8", offset: 0 },
  { name: "a list", input: "[]", code: "wrong_shape" },
  { name: "a string", input: '"state"', code: "wrong_shape" },
  { name: "an object of something else", input: '{"hello":"world"}', code: "wrong_shape" },
  { name: "resources that are no list", input: { version: 3, deployment: { resources: {} } }, code: "wrong_shape", path: "deployment.resources" },
  { name: "a resource that is no object", input: { version: 3, deployment: { resources: [1] } }, code: "wrong_shape", path: "deployment.resources[0]" },
  { name: "a resource without URN", input: { version: 3, deployment: { resources: [{ type: "a:b:C" }] } }, code: "wrong_shape", path: /^deployment\.resources\[0\]/ },
  { name: "a version that is no number", input: { version: "3", deployment: {} }, code: "wrong_shape", path: "version" },
  { name: "a deployment that is no object", input: { version: 3, deployment: [] }, code: "wrong_shape", path: "deployment" },
  { name: "version 5", input: { ...good, version: 5 }, code: "unsupported_version", path: "version" },
  { name: "gzip cut off", input: gzipSync(text).subarray(0, -12), code: "decompress" },
  { name: "gzip of nonsense", input: gzipSync("nonsense"), code: "not_json", offset: 0 },
  { name: "gzip with a damaged middle", input: damaged(gzipSync(text)), code: "decompress" },
  { name: "zstd cut off", input: new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x00]), code: "decompress" },
];

function damaged(buffer) {
  buffer.fill(0x55, 20, 60);
  return buffer;
}

for (const { name, input, code, offset, path } of cases) {
  test(`${name}: ${code}`, async () => {
    const source = input instanceof Uint8Array ? input : bytes(input);
    for (const form of [source, new Blob([source])]) {
      const error = await Checkpoint.load(form).then(() => assert.fail("was accepted"), (thrown) => thrown);
      assert.ok(error instanceof StackscopeError, String(error));
      assert.ok(error instanceof Error && error.name === "StackscopeError");
      assert.equal(error.code, code, error.message);
      assert.ok(error.offset !== undefined || error.path !== undefined, "says where");
      if (offset !== undefined) assert.equal(error.offset, offset);
      if (path instanceof RegExp) assert.match(error.path, path);
      else if (path !== undefined) assert.equal(error.path, path);
      assert.ok(error.message.length > 0 && !/panick|rust|serde/i.test(error.message), error.message);
    }
  });
}

test("nesting of 100,000 levels is accepted or one clear too_deep", async () => {
  for (const [depth, mustPass] of [[10_000, true], [100_000, false]]) {
    const deep = "[".repeat(depth) + "]".repeat(depth);
    const input = bytes(text.replace('"inputs":{}', `"inputs":{"deep":${deep}}`));
    const loaded = await Checkpoint.load(input).catch((thrown) => thrown);
    if (loaded instanceof StackscopeError && !mustPass) {
      assert.equal(loaded.code, "too_deep");
      assert.match(loaded.message + (loaded.hint ?? ""), /\d/, "names the limit");
      continue;
    }
    assert.ok(loaded instanceof Checkpoint, String(loaded));
    const plain = await Checkpoint.load(bytes(good));
    assert.equal(plain.diff(loaded).summary.update, 1);
    assert.match(plain.diff(loaded).toJson(), /deep/);
  }
});

test("spellings that JavaScript cannot hold are kept and diffed", async () => {
  const older = await Checkpoint.load(bytes(text.replace('"inputs":{}', '"inputs":{"lone":"\\ud800","huge":1e999,"float":1.10}')));
  const newer = await Checkpoint.load(bytes(text.replace('"inputs":{}', '"inputs":{"lone":"\\udc00","huge":1e998,"float":1.1}')));
  const [change] = older.diff(newer).changes().rows;
  const paths = change.properties.map((property) => property.path);
  assert.ok(paths.includes("inputs.lone") && paths.includes("inputs.huge"), String(paths));
  assert.match(older.diff(newer).toJson(), /1e999/);
  assert.deepEqual(new TextDecoder().decode(older.toBytes()), text.replace('"inputs":{}', '"inputs":{"lone":"\\ud800","huge":1e999,"float":1.10}'));
});

const wrongSources = { undefined: undefined, null: null, number: 7, "plain object": {}, string: text, "used response": await usedResponse() };

async function usedResponse() {
  const response = new Response("{}");
  await response.text();
  return response;
}

for (const [name, source] of Object.entries(wrongSources)) {
  test(`${name} is no source`, async () => {
    const error = await Checkpoint.load(source).then(() => assert.fail("was accepted"), (thrown) => thrown);
    assert.ok(error instanceof Error, String(error));
    if (name !== "used response") assert.equal(error.code, "validation");
  });
}

test("a stream whose chunks are no bytes", async () => {
  const words = (async function* () { yield "{}"; })();
  await assert.rejects(Checkpoint.load(words), { name: "StackscopeError", code: "validation" });
});

test("a response that failed is no state", async () => {
  const error = await Checkpoint.load(new Response('{"code":404}', { status: 404 })).then(() => assert.fail("was accepted"), (thrown) => thrown);
  assert.ok(error instanceof StackscopeError);
  assert.equal(error.status, 404);
});

test("options of the wrong form are refused, and named", async () => {
  const checkpoint = await Checkpoint.load(bytes(good));
  for (const options of [{ compare: "sideways" }, { ignore: ["inputs.["] }, { ignore: 7 }, { listKeys: { "inputs..": "a" } }, { workLimit: -1 }]) {
    assert.throws(() => checkpoint.diff(checkpoint, options), { name: "StackscopeError", code: "validation" }, JSON.stringify(options));
  }
  const diff = checkpoint.diff(checkpoint);
  assert.throws(() => diff.changes({ filter: { kind: "sideways" } }), { name: "StackscopeError", code: "validation" });
  assert.throws(() => checkpoint.resources({ filter: { colour: "blue" } }), { name: "StackscopeError", code: "validation" });
});

test("a patch never holds plaintext unless asked", async () => {
  const plaintext = (value) => ({ [SIGNATURE]: SECRET, plaintext: JSON.stringify(value) });
  const older = await Checkpoint.load(bytes(state([resource(BUCKET, "one", { key: secret("AAAA") })])));
  const newer = await Checkpoint.load(bytes(state([resource(BUCKET, "one", { key: plaintext("hunter2") })])));
  const diff = older.diff(newer);
  const error = (() => { try { diff.toJsonPatch(); } catch (thrown) { return thrown; } })();
  assert.ok(error instanceof StackscopeError);
  assert.equal(error.code, "secret_in_patch");
  assert.ok(!JSON.stringify({ ...error, message: error.message }).includes("hunter2"));
  assert.match(diff.toJsonPatch({ allowPlaintext: true }), /hunter2/);
});

test("apply on another state is a conflict", async () => {
  const acl = (value) => Checkpoint.load(bytes(state([resource(BUCKET, "one", { acl: value })])));
  const [older, newer, other] = await Promise.all(["private", "public-read", "public"].map(acl));
  const diff = older.diff(newer);
  assert.throws(() => diff.apply(other), { name: "StackscopeError", code: "conflict" });
  assert.throws(() => diff.revert(other), { name: "StackscopeError", code: "conflict" });
});
