// Many calls at a time through one client: never more requests under way than allowed, each call's end its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, names, scripted, stack, until, within } from "./support.mjs";

const USER = { githubLogin: "ada" };
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server that notes how many requests it has at a time. */
async function counting(t, options, answer = () => [200, USER]) {
  const count = { now: 0, most: 0 };
  const server = await scripted(t, async (asked, number, response) => {
    count.most = Math.max(count.most, (count.now += 1));
    response.on("close", () => (count.now -= 1));
    await pause(5);
    return answer(asked, number);
  }, options);
  return { count, ...server };
}

test("`maxConcurrency` is never exceeded and is made use of; the default is 8", async (t) => {
  for (const [options, most] of [[{}, 8], [{ maxConcurrency: 1 }, 1], [{ maxConcurrency: 3 }, 3], [{ maxConcurrency: 100 }, 40]]) {
    // Nothing is answered before as many as may be are under way.
    const { cloud, count, seen } = await counting(t, options, async () => (await until(() => count.most === most), [200, USER]));
    await Promise.all(Array.from({ length: 40 }, () => cloud.user.get()));
    assert.equal(seen.length, 40);
    assert.equal(count.most, most);
  }
});

test("it holds over calls, lists and retries together", async (t) => {
  const { cloud, count } = await counting(t, { maxConcurrency: 2 }, ({ path, query }, number) => {
    if (number % 3 === 0) return [500, ""];
    if (path === "/api/user") return [200, USER];
    return [200, { stacks: [stack(query.get("continuationToken") ?? "first")], ...(query.has("continuationToken") ? {} : { continuationToken: "second" }) }];
  });
  const work = [...Array.from({ length: 10 }, () => cloud.user.get()), ...Array.from({ length: 5 }, () => cloud.stacks.list().toArray())];
  const settled = await Promise.allSettled(work);
  assert.equal(count.most, 2);
  for (const { status, reason } of settled) if (status === "rejected") assert.equal(reason.code, "server");
  for (const { value } of settled.slice(10)) if (value) assert.deepEqual(names(value), ["first", "second"]);
});

test("a call that waits for its retry holds no place", async (t) => {
  const { cloud } = await scripted(t, ({ path }) => (path === "/api/user" ? [429, {}, { "retry-after": "1" }] : [200, { resourceCount: 1, version: 1 }]), { maxConcurrency: 1 });
  const controller = new AbortController();
  const waiting = failure(cloud.user.get({ signal: controller.signal }));
  await pause(30);
  assert.equal((await within(500, cloud.stacks.resourceCount("acme/web/prod"))).resourceCount, 1);
  controller.abort();
  await waiting;
});

test("calls that wait for their place can be aborted, and are never sent", async (t) => {
  const told = [];
  let answer;
  const blocked = new Promise((resolve) => (answer = resolve));
  const { cloud, seen } = await scripted(t, async ({ path }) => (path === "/api/user" && (await blocked), [200, USER]), { maxConcurrency: 1, onRequest: ({ path }) => told.push(path) });
  const first = cloud.user.get();
  await until(() => seen.length === 1);
  const controller = new AbortController();
  const reason = new Error("enough");
  const queued = Array.from({ length: 5 }, () => failure(cloud.stacks.get("acme/web/prod", { signal: controller.signal })));
  const list = failure(cloud.stacks.list({ signal: controller.signal }).toArray());
  const ended = cloud.stacks.list();
  const step = ended.next();
  const late = failure(cloud.stacks.metadata("acme/web/prod", { timeoutMs: 20 }));
  await pause(10);
  controller.abort(reason);
  await ended.return();
  for (const one of [...queued, list]) assert.equal(await within(200, one), reason);
  assert.equal((await within(200, step)).done, true);
  assert.equal((await within(500, late)).code, "timeout");
  answer();
  assert.equal((await first).githubLogin, "ada");
  await pause(10);
  assert.deepEqual([seen.length, told], [1, ["/api/user"]]);
  assert.equal((await cloud.user.get()).githubLogin, "ada");
});

test("places that aborts and breaks gave up are free again", async (t) => {
  const { cloud, seen } = await scripted(t, ({ path }) => (path === "/api/user" ? [200, USER] : undefined), { maxConcurrency: 2 });
  for (let turn = 0; turn < 4; turn += 1) {
    const controller = new AbortController();
    const list = cloud.stacks.list();
    const both = [failure(cloud.stacks.get("acme/web/prod", { signal: controller.signal })), list.next()];
    await until(() => seen.length === 2 + turn * 3);
    controller.abort();
    await list.return();
    await within(500, Promise.all(both));
    await within(500, cloud.user.get());
  }
});

test("a token that never comes ends with the call's time", async (t) => {
  let given = () => new Promise(() => {});
  const { cloud } = await scripted(t, () => [200, USER], { token: () => given(), maxConcurrency: 1 });
  assert.equal((await within(500, failure(cloud.user.get({ timeoutMs: 30 })))).code, "timeout");
  assert.equal((await within(500, failure(cloud.user.get({ signal: AbortSignal.timeout(30) })))).name, "TimeoutError");
  given = () => "pul-0123456789abcdef";
  assert.equal((await within(500, cloud.user.get())).githubLogin, "ada");
});

test("two clients do not share their places", async (t) => {
  const slow = await scripted(t, () => undefined, { maxConcurrency: 1 });
  const quick = await scripted(t, () => [200, USER], { maxConcurrency: 1 });
  const controller = new AbortController();
  const waiting = failure(slow.cloud.user.get({ signal: controller.signal }));
  await until(() => slow.seen.length === 1);
  await within(500, quick.cloud.user.get());
  controller.abort();
  await waiting;
});

test("one signal serves many calls without a warning", async (t) => {
  const { cloud } = await scripted(t, () => [200, USER]);
  const warnings = [];
  const hear = ({ name }) => void warnings.push(name);
  process.on("warning", hear);
  t.after(() => process.off("warning", hear));
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 40 }, () => cloud.user.get({ signal })));
  await pause(10);
  assert.deepEqual(warnings, []);
});
