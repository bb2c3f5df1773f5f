// States from and to the service: they come as checkpoints, and never pass through JavaScript objects.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Checkpoint } from "stackscope";
import { failure, PROD, sample, scripted } from "./support.mjs";

const NAME = { organization: "acme", project: "web", stack: "prod" };

const state = (resources = []) => ({ version: 3, deployment: { manifest: { time: "2026-11-01T00:00:00Z", magic: "", version: "" }, resources } });
const bucket = (name, inputs = {}) => ({ urn: `urn:pulumi:prod::web::aws:s3/bucket:Bucket::${name}`, custom: true, type: "aws:s3/bucket:Bucket", id: name, inputs, outputs: inputs });

test("exportState gives the state as it is", async (t) => {
  const { cloud, backend } = await sample(t);
  const exported = backend.world.stacks.exportState(NAME);
  const checkpoint = await cloud.stacks.exportState(PROD);
  assert.ok(checkpoint instanceof Checkpoint);
  assert.equal(checkpoint.resources().total, exported.deployment.resources.length);
  assert.deepEqual(JSON.parse(Buffer.from(checkpoint.toBytes()).toString()), exported);
});

test("two versions are compared", async (t) => {
  const { cloud } = await sample(t);
  const [newer, older] = (await cloud.updates.list(PROD).toArray()).map(({ version }) => version);
  const [before, after] = await Promise.all([older, newer].map((version) => cloud.stacks.exportState(PROD, { version })));
  const diff = before.diff(after);
  assert.equal(diff.differs, true);
  const again = before.diff(await cloud.stacks.exportState(PROD, { version: older }));
  assert.equal(again.differs, false);
  assert.equal(diff.apply(before).diff(after).differs, false);
});

test("what was imported is exported again, every resource the same", async (t) => {
  const { cloud } = await sample(t);
  await cloud.stacks.create("acme", "web", { stackName: "copy" });
  const original = await cloud.stacks.exportState(PROD);
  const answer = await cloud.stacks.importState("acme/web/copy", original);
  assert.equal(typeof answer.updateId, "string");
  const back = await cloud.stacks.exportState("acme/web/copy");
  const resources = (state) => JSON.parse(Buffer.from(state.toBytes()).toString()).deployment.resources;
  assert.deepEqual(resources(back), resources(original));
  assert.equal(original.diff(back).changes().total, 0);
});

test("every source of a state can be imported, and leaves compressed", async (t) => {
  const { cloud, seen } = await scripted(t, () => [200, { updateId: "u" }]);
  const text = JSON.stringify(state([bucket("logs", { n: 1 })]));
  const bytes = Buffer.from(text);
  const sources = [
    new Uint8Array(bytes),
    new Uint8Array(bytes).buffer,
    gzipSync(bytes),
    new Blob([bytes]),
    new Response(bytes),
    new Blob([bytes]).stream(),
    (async function* () { yield bytes.subarray(0, 50); yield bytes.subarray(50); })(),
    await Checkpoint.load(bytes),
  ];
  for (const source of sources) await cloud.stacks.importState(PROD, source);
  assert.equal(seen.length, sources.length);
  for (const { method, path, headers, body } of seen) {
    assert.deepEqual([method, path, headers["content-encoding"]], ["POST", "/api/stacks/acme/web/prod/import", "gzip"]);
    assert.equal(gunzipSync(body).toString(), text);
  }
});

test("what is no exported state is refused before anything is sent", async (t) => {
  const { cloud, seen } = await scripted(t, () => [200, {}]);
  for (const source of [Buffer.from("{"), Buffer.from("[]"), Buffer.from('{"version":9,"deployment":{}}'), Buffer.from('{"resources":[]}'), undefined, null, 7, {}, "text"]) {
    assert.equal((await failure((async () => cloud.stacks.importState(PROD, source))())).name, "StackscopeError", String(source));
  }
  assert.equal(seen.length, 0);
});

test("a conflict with a running update is told as one", async (t) => {
  const { cloud } = await sample(t, { runningMs: 60_000 });
  const error = await failure(cloud.stacks.importState("acme/web/dev", Buffer.from(JSON.stringify(state()))));
  assert.deepEqual([error.code, error.status, error.attempts], ["update_in_progress", 409, 1]);
});

test("numbers, odd keys and lone surrogates survive a round trip", async (t) => {
  let stored;
  const { cloud } = await scripted(t, ({ method, body }) => (method === "POST" ? ((stored = gunzipSync(body)), [200, { updateId: "u" }]) : [200, stored]));
  const inputs = '{"big":12345678901234567890123,"exact":0.10000000000000000001,"minus":-0,"one":1.0,"__proto__":{"a":1},"constructor":"x","":"","lone":"\\ud800","nul":"\\u0000"}';
  const text = JSON.stringify(state([bucket("odd")])).replaceAll("{}", inputs);
  await cloud.stacks.importState(PROD, Buffer.from(text));
  assert.equal(stored.toString(), text);
  const back = await cloud.stacks.exportState(PROD);
  assert.equal(Buffer.from(back.toBytes()).toString(), text);
  assert.equal((await Checkpoint.load(Buffer.from(text))).diff(back).differs, false);
});

test("a damaged state is told as `Checkpoint.load` tells it, with the request", async (t) => {
  for (const [body, code] of [["[]", "wrong_shape"], ['{"version":9,"deployment":{}}', "unsupported_version"], ['{"version":3,"deployment":{"resources":[{"urn":7}]}}', "wrong_shape"]]) {
    const { cloud } = await scripted(t, () => [200, body]);
    const error = await failure(cloud.stacks.exportState(PROD));
    assert.deepEqual([error.code, error.method, error.path], [code, "GET", "/api/stacks/acme/web/prod/export"], body);
  }
});

test("a state that breaks off on its way is asked for again", async (t) => {
  const text = JSON.stringify(state([bucket("logs")]));
  const { cloud, seen } = await scripted(t, (_, count, response) => {
    if (count > 2) return [200, text];
    response.writeHead(200, { "content-length": text.length });
    response.write(text.slice(0, 100), () => response.destroy());
  });
  assert.equal(Buffer.from((await cloud.stacks.exportState(PROD)).toBytes()).toString(), text);
  assert.equal(seen.length, 3);
});

test("a state that simply stops is asked for again", async (t) => {
  const text = JSON.stringify(state([bucket("logs")]));
  const { cloud, seen } = await scripted(t, (_, count) => [200, count < 3 ? text.slice(0, 100) : text]);
  assert.equal(Buffer.from((await cloud.stacks.exportState(PROD)).toBytes()).toString(), text);
  assert.equal(seen.length, 3);
});

test("a never updated stack has a state without resources", async (t) => {
  for (const dialect of ["cloud", "procella", "pulumi-backend"]) {
    const { cloud } = await sample(t, { dialect });
    await cloud.stacks.create("acme", "web", { stackName: "fresh" });
    const checkpoint = await cloud.stacks.exportState("acme/web/fresh").catch((error) => error);
    assert.ok(checkpoint instanceof Checkpoint, `${dialect}: ${checkpoint}`);
    assert.equal(checkpoint.resources().total, 0);
  }
});
