// Diffs through the built package: kinds, filters, formats, patch, apply and revert.
import assert from "node:assert/strict";
import test from "node:test";
import jsonPatch from "fast-json-patch";
import { Checkpoint } from "stackscope";
import { BUCKET, bytes, everyKind, resource, secret, state, urn } from "./states.mjs";

const { older, newer } = everyKind();
const [old, next] = await Promise.all([Checkpoint.load(bytes(older)), Checkpoint.load(bytes(newer))]);
const diff = old.diff(next);

async function between(before, after, options) {
  const [a, b] = await Promise.all([Checkpoint.load(bytes(before)), Checkpoint.load(bytes(after))]);
  return a.diff(b, options);
}

test("every kind is told apart", () => {
  assert.deepEqual({ ...diff.summary }, { create: 1, delete: 1, update: 1, replace: 1, move: 0, same: 3 });
  assert.equal(diff.differs, true);
  const kinds = Object.fromEntries(diff.changes().rows.map((row) => [row.name, row.kind]));
  assert.deepEqual(kinds, { changed: "update", db: "replace", fresh: "create", gone: "delete" });
});

test("property changes have path, kind and both sides", () => {
  const [row] = diff.changes({ filter: { kind: "update" } }).rows;
  assert.equal(row.urn, urn(BUCKET, "changed"));
  assert.equal(row.type, BUCKET);
  const inputs = row.properties.filter((property) => property.path.startsWith("inputs"));
  assert.deepEqual(inputs.map(({ path, kind, before, after }) => ({ path, kind, before, after })), [
    { path: "inputs.acl", kind: "update", before: "private", after: "public-read" },
    { path: "inputs.tags.team", kind: "delete", before: "core", after: undefined },
  ]);
});

test("nothing differs from itself", async () => {
  for (const same of [old.diff(old), await between(older, JSON.stringify(older, null, 4))]) {
    assert.equal(same.differs, false);
    assert.deepEqual(same.changes(), { rows: [], total: 0, offset: 0 });
    assert.deepEqual(JSON.parse(same.toJson()).changes, []);
    assert.deepEqual(JSON.parse(same.toJsonPatch()), []);
  }
});

test("rows by filter and page add up to the whole", () => {
  const all = diff.changes().rows;
  const kinds = ["create", "delete", "update", "replace", "move"].flatMap((kind) => diff.changes({ filter: { kind } }).rows);
  assert.deepEqual(new Set(kinds.map((row) => row.urn)), new Set(all.map((row) => row.urn)));
  assert.deepEqual(diff.changes({ filter: { kind: ["create", "delete"] } }).rows.map((row) => row.name).sort(), ["fresh", "gone"]);
  assert.deepEqual([0, 1, 2, 3, 4].flatMap((offset) => diff.changes({ offset, limit: 1 }).rows), all);
  assert.deepEqual(diff.changes({ filter: { type: "aws:rds/instance:Instance" } }).rows.map((row) => row.name), ["db"]);
});

test("the JSON is the shape that scripts rely on", () => {
  const json = JSON.parse(diff.toJson());
  assert.deepEqual(json.summary, { create: 1, delete: 1, update: 1, replace: 1, move: 0, same: 3 });
  assert.equal(json.changes.length, 4);
  for (const change of json.changes) {
    for (const key of ["urn", "type", "name", "kind", "properties"]) assert.ok(key in change, key);
  }
  assert.deepEqual(JSON.parse(diff.toJson()), json);
});

test("text and Markdown name every change", () => {
  for (const text of [diff.toText(), diff.toMarkdown()]) {
    for (const name of ["changed", "db", "fresh", "gone"]) assert.ok(text.includes(name), `${name} in\n${text}`);
  }
  assert.ok(!diff.toText().includes("\u001b["));
  assert.ok(diff.toText({ color: true }).includes("\u001b["));
});

test("Markdown keeps to its bound", async () => {
  const many = (value) => state(Array.from({ length: 300 }, (_, index) => resource(BUCKET, `bucket-${index}`, { [`key${index}`]: value.repeat(50) })));
  const large = await between(many("a"), many("ü"));
  for (const maxBytes of [2000, 20000]) assert.ok(Buffer.byteLength(large.toMarkdown({ maxBytes })) <= maxBytes);
  assert.ok(Buffer.byteLength(large.toMarkdown()) <= 60000);
});

test("same changes over many resources are one group", async () => {
  const tagged = (env) => state(Array.from({ length: 20 }, (_, index) => resource(BUCKET, `bucket-${index}`, { tags: { env } })));
  const { rows, total } = (await between(tagged("dev"), tagged("prod"))).groups();
  assert.equal(total, 1);
  assert.equal(rows[0].count, 20);
});

test("apply gives the new state, revert the old", async () => {
  const again = diff.apply(old);
  const back = diff.revert(next);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(again.toBytes())), newer);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(back.toBytes())), older);
  assert.equal(again.diff(next).differs, false);
  assert.equal(back.diff(old).differs, false);
});

test("the patch turns the old file into the new one", async () => {
  const pairs = [
    [older, newer],
    [newer, older],
    [state([]), state([resource(BUCKET, "a/b~c", { "a/b": { "~": [1, 2, 3] } })])],
    [state([resource(BUCKET, "a", { list: [1, 2, 3], key: secret("AAAA") })]), state([resource(BUCKET, "a", { list: [0, 1, 2, 3], key: secret("BBBB") })])],
    [state([], { outputs: { a: 1 } }), state([], { outputs: { a: 2 }, pending_operations: [] })],
  ];
  for (const [from, to] of pairs) {
    const patch = JSON.parse((await between(from, to)).toJsonPatch());
    assert.deepEqual(jsonPatch.applyPatch(structuredClone(from), patch, true).newDocument, to);
  }
});

test("secrets are masked on both sides, and a changed ciphertext is its own kind", async () => {
  const result = await between(state([resource(BUCKET, "a", { key: secret("AAAAold") })]), state([resource(BUCKET, "a", { key: secret("BBBBnew") })]));
  const property = result.changes().rows[0].properties.find(({ path }) => path === "inputs.key");
  assert.equal(property.kind, "ciphertext");
  for (const text of [result.toText(), result.toJson(), result.toMarkdown(), JSON.stringify(result.changes()), JSON.stringify(result.overview())]) {
    assert.ok(!text.includes("AAAAold") && !text.includes("BBBBnew"), text);
  }
});

test("numbers beyond 2^53 keep their digits", async () => {
  const big = (digits) => JSON.stringify(state([resource(BUCKET, "a", { big: "BIG" })])).replaceAll('"BIG"', digits);
  const result = await between(big("12345678901234567890"), big("12345678901234567891"));
  const property = result.changes().rows[0].properties.find(({ path }) => path === "inputs.big");
  assert.deepEqual(property.before, { raw: "12345678901234567890" });
  assert.deepEqual(property.after, { raw: "12345678901234567891" });
  assert.match(result.toJson(), /12345678901234567890/);
  assert.match(result.toJson(), /12345678901234567891/);
});

test("__proto__ is diffed as data", async () => {
  const odd = (value) => JSON.stringify(state([resource(BUCKET, "a", { mark: 1 })])).replaceAll('"mark":1', `"__proto__":${value},"constructor":${value}`);
  const result = await between(odd(1), odd(2), { showInternal: true });
  const paths = result.changes().rows[0].properties.map(({ path }) => path);
  assert.ok(paths.includes("inputs.__proto__") && paths.includes("inputs.constructor"), String(paths));
});

test("ignore, unordered and list keys", async () => {
  const a = state([resource(BUCKET, "a", { seen: 1, tags: ["x", "y"], rules: [{ port: 1, to: "a" }, { port: 2, to: "b" }] }, { outputs: {} })]);
  const b = state([resource(BUCKET, "a", { seen: 2, tags: ["y", "x"], rules: [{ port: 0, to: "z" }, { port: 1, to: "c" }, { port: 2, to: "b" }] }, { outputs: {} })]);
  const paths = async (options) => (await between(a, b, options)).changes().rows.flatMap((row) => row.properties.map(({ path }) => path));
  assert.ok((await paths({})).includes("inputs.seen"));
  assert.ok(!(await paths({ ignore: ["inputs.seen"] })).includes("inputs.seen"));
  assert.ok(!(await paths({ ignore: [{ path: "inputs.seen" }] })).includes("inputs.seen"));
  assert.deepEqual(await paths({ ignore: [{ type: BUCKET }] }), []);
  assert.deepEqual(await paths({ ignore: [{ urn: "*::a" }] }), []);
  assert.ok(!(await paths({ unordered: ["inputs.tags"] })).some((path) => path.startsWith("inputs.tags")));
  assert.ok((await paths({ listKeys: { "inputs.rules": "port" } })).includes("inputs.rules[1].to"));
  assert.ok(!(await paths({})).includes("inputs.rules[1].to"), "port is no key by itself");
});

test("two stacks of one program", async () => {
  const rename = (value) => JSON.parse(JSON.stringify(value).replaceAll("pulumi:dev::", "pulumi:prod::").replaceAll("web-dev", "web-prod"));
  const result = await between(older, rename(older));
  assert.deepEqual(result.overview().rename?.stack, ["dev", "prod"]);
  const stacks = await between(older, rename(newer), { compare: "stacks" });
  assert.equal(stacks.summary.replace, 0);
});
