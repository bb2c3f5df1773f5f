// The talk between page and worker, with a worker that says what the test wants.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./support/bundled.mjs";

const { Engine } = await bundled("js/elements/engine/engine.ts");

class Stub extends EventTarget {
  heard = [];
  terminated = false;

  postMessage(message) {
    this.heard.push(message);
  }

  terminate() {
    this.terminated = true;
  }

  say(data) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

function started() {
  const workers = [];
  const engine = new Engine(() => {
    workers.push(new Stub());
    return workers.at(-1);
  });
  return { engine, workers };
}

test("answers find their calls, whatever their order", async () => {
  const { engine, workers } = started();
  const [first, second] = [engine.call("one", {}), engine.call("two", { x: 1 })];
  assert.deepEqual(workers[0].heard, [
    { id: 1, method: "one", params: {} },
    { id: 2, method: "two", params: { x: 1 } },
  ]);
  workers[0].say({ id: 2, result: "b" });
  workers[0].say({ id: 1, result: "a" });
  assert.deepEqual(await Promise.all([first, second]), ["a", "b"]);
});

test("reports are passed on, errors keep what they know and are told of", async () => {
  const { engine, workers } = started();
  const seen = [];
  const failed = [];
  engine.addEventListener("failed", ({ detail }) => failed.push([detail.method, detail.error.code]));
  const call = engine.call("load", {}, { onReport: (progress) => seen.push(progress) });
  workers[0].say({ id: 1, report: { read: 5, total: 10 } });
  workers[0].say({ id: 1, error: { message: "no", code: "truncated", offset: 5 }, fatal: false });
  await assert.rejects(call, { message: "no", code: "truncated", offset: 5 });
  assert.deepEqual(seen, [{ read: 5, total: 10 }]);
  assert.deepEqual(failed, [["load", "truncated"]]);
});

test("a cancelled call is over at once, and the worker is told", async () => {
  const { engine, workers } = started();
  const stop = new AbortController();
  const call = engine.call("changes", {}, { signal: stop.signal });
  const reason = new Error("typed on");
  stop.abort(reason);
  await assert.rejects(call, reason);
  assert.deepEqual(workers[0].heard.at(-1), { cancel: 1 });
  workers[0].say({ id: 1, result: "late" });
  await assert.rejects(engine.call("changes", {}, { signal: stop.signal }), reason);
});

test("a worker that dies takes its calls with it; the next call starts another", async () => {
  const { engine, workers } = started();
  let stopped;
  engine.addEventListener("stopped", ({ detail }) => (stopped = detail));
  const calls = [engine.call("one", {}), engine.call("two", {})];
  workers[0].say({ id: 1, error: { message: "unreachable" }, fatal: true });
  for (const call of calls) await assert.rejects(call, { code: "engine_stopped" });
  assert.equal(stopped.code, "engine_stopped");
  assert.ok(workers[0].terminated);
  const again = engine.call("three", {});
  workers[1].say({ id: 3, result: "fine" });
  assert.equal(await again, "fine");
});

test("a worker that does not start is told apart", async () => {
  const { engine, workers } = started();
  const call = engine.call("one", {});
  workers[0].dispatchEvent(new Event("error", { cancelable: true }));
  await assert.rejects(call, { code: "engine_missing" });
});
