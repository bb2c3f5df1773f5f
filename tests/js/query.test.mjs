// What a checkpoint offers: summary, rows, one resource, its relations, check.
import assert from "node:assert/strict";
import test from "node:test";
import { Checkpoint } from "stackscope";
import { BUCKET, PROVIDER, STACK, bytes, resource, secret, state, urn } from "./states.mjs";

const child = resource("aws:s3/bucketObject:BucketObject", "index.html", { key: "index.html" }, {
  parent: urn(BUCKET, "site"),
  dependencies: [urn(BUCKET, "site")],
  propertyDependencies: { bucket: [urn(BUCKET, "site")] },
});
const site = resource(BUCKET, "site", { password: secret("AAAAciphertext"), "__proto__x": 1 }, { protect: true });
const value = state([site, child, resource(BUCKET, "site", {}, { delete: true, id: "older-id" })], {
  outputs: { url: "https://example.com", token: secret("BBBBciphertext") },
  pending_operations: [{ type: "creating", resource: resource(BUCKET, "half") }],
});
const checkpoint = await Checkpoint.load(bytes(value));

test("the summary counts", () => {
  const { summary } = checkpoint;
  assert.equal(summary.envelope, "export");
  assert.equal(summary.version, 3);
  assert.equal(summary.stack, "dev");
  assert.equal(summary.project, "web");
  assert.equal(summary.compression, "none");
  const { resources, live, pendingDelete, providers, pendingOperations } = summary.counts;
  assert.deepEqual({ resources, live, pendingDelete, providers, pendingOperations }, { resources: 5, live: 4, pendingDelete: 1, providers: 1, pendingOperations: 1 });
  assert.equal(summary.counts.protected, 1);
  assert.equal(summary.manifest.version, "v3.200.0");
  assert.deepEqual(summary.warnings, []);
});

test("all plain results are plain objects", () => {
  for (const result of [checkpoint.summary, checkpoint.facets(), checkpoint.stackOutputs(), checkpoint.resources(), checkpoint.resource(STACK), checkpoint.check()]) {
    assert.equal(Object.getPrototypeOf(result), Object.prototype);
    assert.deepEqual(structuredClone(result), result, "can be sent to another thread");
  }
});

test("rows are paged without loss or repetition", () => {
  const all = checkpoint.resources().rows;
  assert.equal(all.length, 5);
  for (const limit of [1, 2, 3, 5, 99]) {
    const paged = [];
    for (let offset = 0; offset < all.length; offset += limit) {
      const page = checkpoint.resources({ offset, limit });
      assert.equal(page.total, 5);
      assert.equal(page.offset, offset);
      paged.push(...page.rows);
    }
    assert.deepEqual(paged, all);
  }
  assert.deepEqual(checkpoint.resources({ offset: 99 }).rows, []);
});

test("rows are filtered", () => {
  const names = (filter) => checkpoint.resources({ filter }).rows.map((row) => row.name);
  assert.deepEqual(names({ type: BUCKET }), ["site", "site"]);
  assert.deepEqual(names({ package: "pulumi" }), ["web-dev"]);
  assert.ok(names({ package: "aws" }).includes("default_6_0_0"), "a provider counts to the package that it provides");
  assert.deepEqual(names({ parent: urn(BUCKET, "site") }), ["index.html"]);
  assert.deepEqual(names({ flags: ["delete"] }), ["site"]);
  assert.deepEqual(names({ flags: ["protect"] }), ["site"]);
  assert.deepEqual(names({ type: BUCKET, flags: ["delete"], name: "site" }), ["site"]);
  assert.deepEqual(names({ text: "INDEX" }), ["index.html"]);
  assert.deepEqual(names({ text: "nowhere" }), []);
});

test("facets count every value", () => {
  const { types, flags } = checkpoint.facets();
  assert.deepEqual(types.find((facet) => facet.value === BUCKET), { value: BUCKET, count: 2 });
  assert.equal(flags.find((facet) => facet.value === "protect").count, 1);
});

test("one resource in full, masked", () => {
  const found = checkpoint.resource(urn(BUCKET, "site"));
  assert.equal(found.protect, true);
  assert.equal(found.inputs.password, "[secret]");
  assert.equal(found.delete, undefined);
  assert.equal(checkpoint.resource(urn(BUCKET, "site"), { delete: true }).id, "older-id");
  assert.equal(checkpoint.resource(urn(BUCKET, "absent")), undefined);
  assert.deepEqual(checkpoint.stackOutputs(), { url: "https://example.com", token: "[secret]" });
});

test("relations", () => {
  assert.deepEqual(checkpoint.parents(child.urn).map((row) => row.name), ["site", "web-dev"]);
  assert.deepEqual(checkpoint.children(urn(BUCKET, "site")).map((row) => row.name), ["index.html"]);
  const on = checkpoint.dependencies(child.urn);
  assert.ok(on.some((edge) => edge.urn === urn(BUCKET, "site") && edge.kinds.length > 0 && edge.row?.name === "site"));
  assert.ok(checkpoint.dependents(urn(BUCKET, "site")).some((edge) => edge.urn === child.urn));
  assert.deepEqual(checkpoint.pendingOperations().map((operation) => operation.type), ["creating"]);
});

test("check finds what is wrong, and nothing where all is well", async () => {
  const { findings } = checkpoint.check();
  assert.ok(findings.some((finding) => finding.severity && finding.code && finding.message && finding.repair), JSON.stringify(findings));
  const sound = await Checkpoint.load(bytes(state([resource(BUCKET, "a")])));
  assert.deepEqual(sound.check().findings, []);
  const orphan = await Checkpoint.load(bytes(state([resource(BUCKET, "a", {}, { parent: urn(BUCKET, "absent") })])));
  const [finding] = orphan.check().findings.filter((finding) => finding.severity === "error");
  assert.equal(finding.urn, urn(BUCKET, "a"));
  assert.match(orphan.checkText(), /absent/);
  assert.match(orphan.checkMarkdown(), /absent/);
});

test("numbers that JavaScript cannot hold arrive raw", async () => {
  const text = JSON.stringify(state([resource(BUCKET, "a", { big: "BIG", safe: 9007199254740991, float: 1.5 })])).replaceAll('"BIG"', "12345678901234567890");
  const { inputs } = (await Checkpoint.load(bytes(text))).resource(urn(BUCKET, "a"));
  assert.deepEqual(inputs, { big: { raw: "12345678901234567890" }, safe: 9007199254740991, float: 1.5 });
});

test("keys such as __proto__ are ordinary data", async () => {
  const text = JSON.stringify(state([resource(BUCKET, "a", { mark: 1 })])).replaceAll('"mark":1', '"__proto__":{"polluted":true},"constructor":"c","toString":1,"hasOwnProperty":null');
  const { inputs } = (await Checkpoint.load(bytes(text))).resource(urn(BUCKET, "a"));
  assert.deepEqual(Object.keys(inputs).sort(), ["__proto__", "constructor", "hasOwnProperty", "toString"]);
  assert.deepEqual(Object.getOwnPropertyDescriptor(inputs, "__proto__").value, { polluted: true });
  assert.equal(Object.getPrototypeOf(inputs), Object.prototype);
  assert.equal({}.polluted, undefined);
});

test("a freed handle says so instead of reading strange memory", async () => {
  const gone = await Checkpoint.load(bytes(value));
  gone.free();
  assert.throws(() => gone.resources(), Error);
  assert.equal(checkpoint.summary.counts.resources, 5);
});

test("the provider of a row is named", () => {
  const row = checkpoint.resources({ filter: { name: "index.html" } }).rows[0];
  assert.equal(row.provider, `${PROVIDER}::provider-id`);
  assert.equal(row.type, "aws:s3/bucketObject:BucketObject");
  assert.equal(row.package, "aws");
});
