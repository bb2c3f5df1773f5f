// What the worker keeps and lets go of, apart from any page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./support/bundled.mjs";

test("what was read of a server goes with it, and what nobody asked for in a while", async () => {
  const { Kept } = await bundled("js/elements/worker/kept.ts");
  const dropped = [];
  const kept = new Kept((thing) => dropped.push(thing));
  const take = (server, what) => kept.take([server, what], () => `${server} ${what}`);
  take(1, "members");
  take(11, "members");
  take(1, "teams");
  kept.take("of no server", () => "loose");
  kept.forgetServer(1);
  assert.deepEqual(dropped, ["1 members", "1 teams"]);
  assert.equal(kept.take([11, "members"], () => "anew"), "11 members");
  assert.equal(kept.take([1, "members"], () => "anew"), "anew");
  for (let n = 0; n < 6; n += 1) take(2, n);
  assert.deepEqual(dropped.slice(2), ["loose", "11 members", "anew"]);
});

test("a long URN has one stand-in in every worker, and none that means another", async () => {
  const { LongUrns } = await bundled("js/elements/worker/long-urns.ts");
  const long = (end) => `urn:pulumi:s::p::t::${"n".repeat(9000)}${end}`;
  const [first, later] = [new LongUrns(), new LongUrns()];
  const short = first.short(long("a"));
  assert.ok(short.length < 1100);
  assert.equal(first.short("urn:short"), "urn:short");
  assert.notEqual(first.short(long("b")), short);
  assert.equal(first.full(short), long("a"));
  assert.equal(later.full(short), short);
  assert.equal(later.full(short, () => ["urn:short", long("b")]), short);
  assert.equal(later.full(short, () => [long("b"), long("a")]), long("a"));
});

function promised() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** Work that is done when a test says so. */
async function work() {
  const { SharedWork } = await bundled("js/elements/worker/shared-work.ts");
  const log = [];
  const told = promised();
  const ended = promised();
  const shared = new SharedWork(
    ({ signal, report }) => {
      signal.addEventListener("abort", () => {
        log.push("ended");
        told.reject(signal.reason);
        ended.resolve();
      });
      log.push("begun");
      Object.assign(told, { report });
      return told.promise;
    },
    () => log.push("lost"),
  );
  const caller = () => {
    const stop = new AbortController();
    const heard = [];
    return { stop, heard, result: shared.wait({ signal: stop.signal, report: (report) => heard.push(report) }) };
  };
  return { shared, log, told, ended: ended.promise, caller };
}

test("work that several wait for is done once; each hears how far it is, and goes when it likes", async () => {
  const { log, told, caller } = await work();
  const first = caller();
  told.report(1);
  const second = caller();
  assert.deepEqual([first.heard, second.heard], [[1], [1]]);
  first.stop.abort();
  await assert.rejects(first.result, { name: "AbortError" });
  told.report(2);
  assert.deepEqual([first.heard, second.heard], [[1], [1, 2]]);
  told.resolve("done");
  assert.equal(await second.result, "done");
  assert.equal(await caller().result, "done");
  assert.deepEqual(log, ["begun"]);
});

test("work that nobody waits for any more is ended", async () => {
  const { log, ended, caller } = await work();
  const only = caller();
  only.stop.abort();
  await assert.rejects(only.result, { name: "AbortError" });
  await ended;
  assert.deepEqual(log, ["begun", "lost", "ended"]);
});

test("work that failed is of no use to those who come later", async () => {
  const { log, told, caller } = await work();
  const only = caller();
  told.reject(new Error("broken"));
  await assert.rejects(only.result, /broken/);
  assert.deepEqual(log, ["begun", "lost"]);
});

test("what opens doors is taken out of fields by their names and by their looks", async () => {
  const { maskField, maskText } = await bundled("js/elements/worker/credentials.ts");
  assert.equal(maskField("apiKey", "abc"), "[secret]");
  assert.equal(maskField("apiKey", ""), "");
  assert.equal(maskField("requiresToken", true), true);
  assert.deepEqual(maskField("body", { name: "ci", accessToken: "x", list: [{ password: "y" }, "pul-0123456789abcdef"] }), { name: "ci", accessToken: "[secret]", list: [{ password: "[secret]" }, "[secret]"] });
  assert.equal(maskText("created pul-0123456789abcdef for ci"), "created [secret] for ci");
});
