// Checkpoint.load: every kind of source, progress, abort.
import assert from "node:assert/strict";
import { createReadStream, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { Checkpoint, init } from "stackscope";
import { BUCKET, bytes, resource, state } from "./states.mjs";

const many = Array.from({ length: 500 }, (_, index) => resource(BUCKET, `bucket-${index}`, { index, note: "ünïcödé 🪣" }));
const input = bytes(state(many));

/** The input in pieces of `size` bytes, which cut through every token and character sooner or later. */
async function* pieces(size, from = input) {
  for (let at = 0; at < from.length; at += size) yield from.subarray(at, at + size);
}

/** What a `fetch` of another making, or of another realm, may answer: not an instance of our Response. */
function plainResponse(more) {
  return { ok: true, status: 200, headers: { get: () => null }, ...more };
}

const otherRealm = vm.runInNewContext(
  `(pieces) => ({ bytes: new Uint8Array(pieces), buffer: new Uint8Array(pieces).buffer, async *stream() { yield new Uint8Array(pieces) } })`,
)([...input]);

const sources = {
  "Uint8Array": () => input,
  "Uint8Array that is a window": () => {
    const wide = new Uint8Array(input.length + 20);
    wide.set(input, 7);
    return wide.subarray(7, 7 + input.length);
  },
  "Node Buffer": () => Buffer.from(input),
  "ArrayBuffer": () => input.slice().buffer,
  "Blob": () => new Blob([input]),
  "File": () => new File([input], "state.json"),
  "Response": () => new Response(input),
  "Response with a stream": () => new Response(new Blob([input]).stream()),
  "ReadableStream": () => new Blob([input]).stream(),
  "Node stream": () => {
    const path = join(mkdtempSync(join(tmpdir(), "stackscope-")), "state.json");
    writeFileSync(path, input);
    return createReadStream(path, { highWaterMark: 1000 });
  },
  "async iterable, odd pieces": () => pieces(97),
  "async iterable, single bytes": () => pieces(1),
  "async iterable that reuses its chunk": () => {
    const chunk = new Uint8Array(1024);
    return (async function* () {
      for await (const piece of pieces(chunk.length)) {
        chunk.set(piece);
        yield chunk.subarray(0, piece.length);
      }
    })();
  },
  "response-like with a body": () => plainResponse({ body: new Blob([input]).stream() }),
  "response-like with arrayBuffer alone": () => plainResponse({ arrayBuffer: async () => input.slice().buffer }),
  "Uint8Array of another realm": () => otherRealm.bytes,
  "ArrayBuffer of another realm": () => otherRealm.buffer,
  "async iterable of another realm": () => otherRealm.stream(),
  "gzip in a stream of odd pieces": () => pieces(97, gzipSync(input)),
};

await init();

for (const [name, source] of Object.entries(sources)) {
  test(`load reads ${name}`, async () => {
    const checkpoint = await Checkpoint.load(source());
    assert.equal(checkpoint.summary.counts.resources, 502);
    assert.equal(checkpoint.summary.bytes, input.length);
    assert.deepEqual(checkpoint.resources({ filter: { name: "bucket-321" } }).rows.map((row) => row.name), ["bucket-321"]);
    assert.equal(checkpoint.resource(many[7].urn).inputs.note, "ünïcödé 🪣");
    checkpoint[Symbol.dispose]();
  });
}

test("what was loaded is the caller's bytes, unchanged", async () => {
  const source = input.slice();
  const checkpoint = await Checkpoint.load(source);
  source.fill(0);
  assert.deepEqual(checkpoint.toBytes(), input);
  checkpoint.free();
});

test("progress rises to the end, with the total where it is known", async () => {
  const cases = [
    [input, undefined, input.length],
    [new Blob([input]), undefined, input.length],
    [new Response(input, { headers: { "content-length": String(input.length) } }), undefined, input.length],
    [pieces(1000), undefined, undefined],
    [pieces(1000), input.length, input.length],
  ];
  for (const [source, total, expected] of cases) {
    const seen = [];
    const options = { onProgress: (now) => seen.push(now) };
    if (total !== undefined) options.total = total;
    (await Checkpoint.load(source, options)).free();
    assert.ok(seen.length > 0);
    assert.equal(seen.at(-1).read, input.length);
    assert.equal(seen.at(-1).total, expected);
    seen.reduce((before, now) => (assert.ok(now.read >= before), now.read), 0);
  }
});

test("a total that is wrong does no harm", async () => {
  for (const total of [1, input.length * 3]) {
    const checkpoint = await Checkpoint.load(pieces(5000), { total });
    assert.deepEqual(checkpoint.toBytes(), input);
    checkpoint.free();
  }
});

test("a base makes no difference to the result", async () => {
  const base = await Checkpoint.load(input);
  const changed = bytes(state([...many.slice(0, 250), resource(BUCKET, "inserted", { a: 1 }), ...many.slice(251)]));
  const alone = await Checkpoint.load(changed);
  const based = await Checkpoint.load(pieces(4096, changed), { base });
  assert.deepEqual(based.toBytes(), alone.toBytes());
  assert.deepEqual(based.summary, alone.summary);
  assert.equal(base.diff(based).toJson(), base.diff(alone).toJson());
  base.free();
  assert.equal(based.resources().total, alone.resources().total, "lives longer than its base");
});

test("an aborted signal rejects with its own reason", async () => {
  const reason = new Error("changed my mind");
  for (const source of [input, new Blob([input]), pieces(100), new Response(input)]) {
    await assert.rejects(Checkpoint.load(source, { signal: AbortSignal.abort(reason) }), (thrown) => thrown === reason);
  }
});

test("abort half-way stops the reading and lets the source go", async () => {
  const controller = new AbortController();
  const reason = { any: "value" };
  let given = 0;
  let released = false;
  async function* endless() {
    try {
      for (;;) {
        given += 1;
        if (given === 5) controller.abort(reason);
        yield new Uint8Array(10).fill(0x20);
      }
    } finally {
      released = true;
    }
  }
  await assert.rejects(Checkpoint.load(endless(), { signal: controller.signal }), (thrown) => thrown === reason);
  assert.ok(released, "the iterator was returned");
  assert.ok(given < 8);
});

test("abort does not wait for a source that says nothing", async () => {
  const controller = new AbortController();
  let cancelled = false;
  const silent = new ReadableStream({ cancel: () => void (cancelled = true) });
  const loading = Checkpoint.load(silent, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await assert.rejects(loading, { name: "AbortError" });
  assert.ok(cancelled, "the stream was cancelled");
});

test("what the source throws comes through as it is", async () => {
  const mine = new TypeError("the disk is on fire");
  await assert.rejects(
    Checkpoint.load((async function* () { yield bytes("{"); throw mine; })()),
    (thrown) => thrown === mine,
  );
  await assert.rejects(Checkpoint.load(new ReadableStream({ start: (controller) => controller.error(mine) })), (thrown) => thrown === mine);
});

test("what onProgress throws ends the loading", async () => {
  const mine = new Error("no more");
  await assert.rejects(Checkpoint.load(pieces(100), { onProgress() { throw mine; } }), (thrown) => thrown === mine);
});
