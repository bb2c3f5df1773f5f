// Following an update that runs: every event once, in order, to the end that the status tells.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EventLog, PulumiCloud } from "stackscope";
import { DEV, failure, QUICK, sample, scripted, until, within } from "./support.mjs";

const NAME = { organization: "acme", project: "web", stack: "dev" };
const FOLLOW = { minMs: 2, maxMs: 15 };

/**
 * The sample backend with its running update. Its clock moves with each request alone, so that the update always takes about
 * twenty of them, however slow the machine.
 */
async function running(t, options = {}) {
  let now = Date.now();
  const tick = () => void (now += 100);
  const { backend, cloud } = await sample(t, { now: () => now, runningMs: 2_000, ...options }, { onRequest: tick });
  const { updateID } = backend.world.updates.list(NAME).find(({ info }) => info.result === "in-progress");
  return { backend, cloud, updateID, tick, whole: () => backend.world.updates.events(NAME, updateID) };
}

/** What an event is about, whatever a server adds to it. */
const about = ({ sequence, type, status, ...event }) => JSON.stringify(event);

const DIALECTS = ["cloud", "procella", "pulumi-backend"];

describe("the running update of the sample backend", { concurrency: 3 }, () => {
  for (const dialect of DIALECTS) {
    for (const faults of [[], ["empty-page"], ["reset"], ["cut-json", "rate-limit-every-third"]]) {
      test(`${dialect}${faults.map((fault) => `, ${fault}`).join("")}`, async (t) => {
        const { cloud, updateID, whole } = await running(t, { dialect, faults });
        const list = cloud.updates.events(DEV, updateID, { follow: FOLLOW });
        const got = [];
        let early = 0;
        for await (const event of list) {
          got.push(about(event));
          if (whole().running) early += 1;
        }
        const { events, running: still } = whole();
        assert.equal(still, false);
        assert.ok(early > 0, "nothing was given out while the update ran");
        // The one read that reaches procella's first event is a guess: an empty page in its place is taken for a no.
        const hidden = dialect === "procella" && faults.includes("empty-page") ? 1 : 0;
        assert.deepEqual(got, events.slice(hidden).map(about));
        assert.equal(list.status, "succeeded");
        assert.equal(list.resumeToken, undefined);
      });
    }
  }
});

test("a connection that breaks for good in the middle is resumed by another client", async (t) => {
  const { backend, cloud, updateID, tick, whole } = await running(t);
  const got = [];
  const list = cloud.updates.events(DEV, updateID, { follow: FOLLOW, retry: { attempts: 2 } });
  const error = await failure((async () => {
    for await (const event of list) if (got.push(about(event)) === 30) backend.setFaults(["down"]);
  })());
  assert.equal(error.code, "server");
  backend.setFaults([]);
  const other = new PulumiCloud({ token: backend.token, baseUrl: backend.url, retry: QUICK, onRequest: tick });
  for await (const event of other.updates.events(DEV, updateID, { follow: FOLLOW, resume: error.resumeToken })) got.push(about(event));
  assert.deepEqual(got, whole().events.map(about));
});

test("pages are handles that go into an event log", async (t) => {
  const { cloud, updateID, whole } = await running(t);
  const log = new EventLog();
  for await (const page of cloud.updates.events(DEV, updateID, { follow: FOLLOW }).pages()) {
    assert.equal(page.length, page.events().length);
    assert.equal(JSON.parse(page.toJson()).length, page.length);
    log.push(page);
  }
  assertWhole(log, whole().events);
});

test("eventLog() gives the same, when the update is over and before", async (t) => {
  const { cloud, updateID, whole } = await running(t);
  const early = await cloud.updates.eventLog(DEV, updateID);
  assert.ok(early.length > 0 && early.length <= whole().events.length);
  assertWhole(await cloud.updates.eventLog(DEV, updateID, { follow: FOLLOW }), whole().events);
  assertWhole(await cloud.updates.eventLog(DEV, updateID), whole().events);
});

function assertWhole(log, events) {
  const kinds = {};
  for (const { type } of events) kinds[type] = (kinds[type] ?? 0) + 1;
  assert.equal(log.length, events.length);
  assert.deepEqual({ ...log.kinds }, kinds);
  assert.deepEqual(log.toNdjson().trim().split("\n").map((line) => about(JSON.parse(line))), events.map(about));
  assert.deepEqual(log.events({ offset: 2, limit: 3 }).map(about), events.slice(2, 5).map(about));
  assert.equal(log.events().length, Math.min(100, events.length));
}

test("an event log takes events and lists of them, and refuses the rest", () => {
  const log = new EventLog();
  log.push({ timestamp: 1, type: "preludeEvent", preludeEvent: { config: {} } });
  log.push([{ timestamp: 2, stdoutEvent: { message: "x", color: "never" } }, { timestamp: 3, somethingNewEvent: {} }]);
  assert.equal(log.length, 3);
  assert.deepEqual([log.kinds.preludeEvent, log.kinds.stdoutEvent], [1, 1]);
  for (const wrong of [undefined, null, 7, "x", [7]]) assert.throws(() => log.push(wrong), { name: "StackscopeError" });
  assert.equal(log.length, 3);
});

describe("endings", () => {
  const event = (sequence) => ({ sequence, timestamp: sequence, stdoutEvent: { message: `line ${sequence}`, color: "never" } });
  const followed = (t, events, status) => scripted(t, ({ path, query }) => [200, path.endsWith("/events") ? events(query.get("continuationToken")) : { status: status() }]);

  test("a missing token is no end while the update runs; one more look follows after it has ended", async (t) => {
    let there = 2;
    let asked = 0;
    const answer = (token) => {
      const events = Array.from({ length: there }, (_, index) => event(index + 1)).slice(Number(token ?? 0));
      // As procella: a token only beside events, and only while the update runs.
      return { events, ...(asked < 3 && events.length > 0 ? { continuationToken: String(there) } : {}) };
    };
    const { cloud } = await followed(t, answer, () => ((there += 1), (asked += 1) < 3 ? "in-progress" : "succeeded"));
    const list = cloud.updates.events(DEV, "u", { follow: FOLLOW });
    const got = await list.toArray();
    assert.deepEqual(got.map(({ sequence }) => sequence), [1, 2, 3, 4, 5]);
    assert.deepEqual([asked, list.status], [3, "succeeded"]);
  });

  test("events that come again are given out once", async (t) => {
    let turn = 0;
    const { cloud } = await followed(t, () => ({ events: Array.from({ length: Math.min((turn += 1), 5) }, (_, index) => event(index)), continuationToken: null }), () => (turn < 9 ? "in-progress" : "failed"));
    const list = cloud.updates.events(DEV, "u", { follow: FOLLOW });
    assert.deepEqual((await list.toArray()).map(({ sequence }) => sequence), [0, 1, 2, 3, 4]);
    assert.equal(list.status, "failed");
  });

  test("every word of every server is understood, and an unknown one ends", async (t) => {
    for (const [word, ends] of [["succeeded", true], ["failed", true], ["cancelled", true], ["weird", true], ["running", false], ["in-progress", false], ["not started", false], ["not-started", false], ["requested", false], ["", false]]) {
      let asked = 0;
      const { cloud } = await followed(t, () => ({ events: [] }), () => ((asked += 1) < 3 ? word : "succeeded"));
      await cloud.updates.events(DEV, "u", { follow: FOLLOW }).toArray();
      assert.equal(asked, ends ? 1 : 3, word);
    }
  });

  test("a follower that waits ends at once when it is told to", async (t) => {
    const { cloud, seen } = await followed(t, () => ({ events: [] }), () => "running");
    const controller = new AbortController();
    const aborted = failure(cloud.updates.events(DEV, "u", { follow: { minMs: 20_000, maxMs: 20_000 }, signal: controller.signal }).toArray());
    const list = cloud.updates.events(DEV, "u", { follow: { minMs: 20_000, maxMs: 20_000 } });
    const waiting = list.next();
    await until(() => seen.length === 4);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const reason = new Error("enough");
    controller.abort(reason);
    assert.equal(await within(200, aborted), reason);
    await within(200, list.return());
    assert.equal((await within(200, waiting)).done, true);
  });

  test("polling slows down while nothing comes, and is quick again when something does", async (t) => {
    // The waits that the client asks for, not those that it gets: nothing else sets timers of such lengths.
    const [minMs, maxMs] = [7_001, 54_321];
    const asked = [];
    const { setTimeout: real } = globalThis;
    t.mock.method(globalThis, "setTimeout", (act, delay, ...rest) => {
      const isWait = delay >= minMs && delay <= maxMs;
      if (isWait) asked.push(delay);
      return real(act, isWait ? 0 : delay, ...rest);
    });
    const { cloud } = await followed(t, () => ({ events: asked.length < 4 ? [] : [event(1)] }), () => (asked.length < 6 ? "running" : "succeeded"));
    await cloud.updates.events(DEV, "u", { follow: { minMs, maxMs } }).toArray();
    assert.equal(asked.length, 6);
    assert.ok(asked[0] < asked[1] && asked[1] < asked[2] && asked[2] < asked[3], `${asked}`);
    assert.ok(asked[4] < asked[3] && asked[4] < asked[5], `${asked}`);
  });

  test("without `follow`, what there is now is all", async (t) => {
    const { cloud, seen } = await followed(t, (token) => ({ events: token === "2" ? [] : [event(1), event(2)], continuationToken: "2" }), () => "running");
    assert.equal((await cloud.updates.events(DEV, "u").toArray()).length, 2);
    assert.ok(seen.every(({ path }) => path.endsWith("/events")));
  });
});

test("a finished update of every kind is read to its end in every dialect", async (t) => {
  for (const dialect of DIALECTS) {
    const { cloud, backend } = await sample(t, { dialect });
    const finished = backend.world.updates.list({ ...NAME, stack: "prod" }).slice(0, 4);
    for (const { updateID } of finished) {
      const { events } = backend.world.updates.events({ ...NAME, stack: "prod" }, updateID);
      for (const options of [{}, { follow: FOLLOW }]) {
        const got = await cloud.updates.events("acme/web/prod", updateID, options).toArray();
        assert.deepEqual(got.map(about), events.map(about), `${dialect} ${updateID}`);
      }
    }
  }
});
