// An update that runs is followed to its end, through empty pages and connections that drop: the summary is `running` on the way, and at the end what the finished
// update's events give.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EventLog, PulumiCloud } from "stackscope";
import { collected, DROPPED, EMPTY, followed, told } from "./follow-summary-run.mjs";
import { DEV, sample, scripted } from "./support.mjs";

const NAME = { organization: "acme", project: "web", stack: "dev" };
const FOLLOW = { minMs: 2, maxMs: 15 };

/** The sample with its running update; its clock moves with each request alone. */
async function running(t, options) {
  let now = Date.now();
  const { backend } = await sample(t, { now: () => now, runningMs: 4_000, ...options });
  const { updateID } = backend.world.updates.list(NAME).find(({ info }) => info.result === "in-progress");
  const tick = () => void (now += 100);
  return { world: backend.world, asked: { baseUrl: backend.url, token: backend.token, stack: DEV, updateID, onRequest: tick } };
}

/** What the events of the update say once it has ended. */
function expected(world, updateID) {
  const { events, running } = world.updates.events(NAME, updateID);
  assert.equal(running, false);
  const log = new EventLog();
  log.push(events);
  log.end();
  return log.summary();
}

describe("a running update of the sample backend", { concurrency: 3 }, () => {
  for (const [dialect, ...each] of [["cloud", [], DROPPED, EMPTY], ["procella", DROPPED], ["pulumi-backend", EMPTY]]) {
    for (const faults of each) {
      test(`${dialect}, ${told(faults)}`, async (t) => {
        const { world, asked } = await running(t, { dialect, faults });
        const { moments, paged, whole, text, retries } = await followed({ EventLog, PulumiCloud }, asked);
        const summary = expected(world, asked.updateID);
        assert.deepEqual(paged, summary);
        assert.deepEqual(whole, summary);
        assert.equal(summary.result, "succeeded");
        assert.match(text, /Resources:\n/);
        const early = moments.filter(({ result }) => result === "running");
        assert.ok(early.length > 2 && early.some(({ running, done }) => running > 0 && done > 0), JSON.stringify(moments));
        assert.equal(moments.at(-1).result, "succeeded");
        moments.reduce((before, now) => (assert.ok(now.events >= before.events && now.done >= before.done), now));
        assert.equal(retries > 0, faults.length > 0);
      });
    }
  }
});

test("eventLog with `follow` waits for the end; without, it says what there is", async (t) => {
  const { world, asked } = await running(t, { faults: ["reset"] });
  const { early, late } = await collected({ PulumiCloud }, asked);
  assert.equal(early.result, "running");
  assert.deepEqual(late, expected(world, asked.updateID));
  assert.ok(early.events < late.events);
});

describe("an update whose events don't say how it ended", () => {
  const begun = { timestamp: 1, type: "preludeEvent", preludeEvent: { config: {} } };
  const cases = [["failed", "failed"], ["cancelled", "canceled"], ["succeeded", "succeeded"]];
  for (const [status, result] of cases) {
    test(`its status is ${status}`, async (t) => {
      let asked = 0;
      const { cloud } = await scripted(t, ({ path }) => [200, path.endsWith("/events") ? { events: asked === 0 ? [begun] : [], continuationToken: asked < 3 ? "1" : null } : { status: (asked += 1) < 3 ? "running" : status }]);
      const results = [];
      const log = new EventLog();
      for await (const page of cloud.updates.events(DEV, "u", { follow: FOLLOW }).pages()) {
        log.push(page);
        results.push(log.overview().result);
      }
      assert.equal(results[0], "running");
      assert.equal(log.summary().result, result);
      asked = 0;
      assert.equal((await cloud.updates.eventLog(DEV, "u", { follow: FOLLOW })).summary().result, result);
    });
  }
});
