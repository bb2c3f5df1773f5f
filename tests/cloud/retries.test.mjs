// What is tried again, how often, after how long, and what ends it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PulumiCloud } from "stackscope";
import { failure, scripted, TOKEN, until, within } from "./support.mjs";

const USER = { githubLogin: "ada" };
const TRANSIENT = [408, 429, 500, 502, 503, 504, 599];
const FINAL = [400, 401, 402, 403, 404, 405, 406, 409, 412, 413, 415, 422, 431];

describe("reads", () => {
  for (const status of TRANSIENT) {
    test(`${status} is tried four times`, async (t) => {
      const { cloud, seen } = await scripted(t, () => [status, { code: status, message: "no" }]);
      const error = await failure(cloud.user.get());
      assert.deepEqual([error.attempts, error.status, seen.length], [4, status, 4]);
    });
  }

  for (const status of FINAL) {
    test(`${status} is tried once`, async (t) => {
      const { cloud, seen } = await scripted(t, () => [status, { code: status, message: "no" }]);
      const error = await failure(cloud.user.get());
      assert.deepEqual([error.attempts, error.status, seen.length], [1, status, 1]);
    });
  }

  test("a broken connection is tried again, then `network` with its cause", async (t) => {
    const { cloud, seen } = await scripted(t, (_, count, response) => (count < 3 ? void response.destroy() : [200, USER]));
    assert.equal((await cloud.user.get()).githubLogin, "ada");
    assert.equal(seen.length, 3);
    const gone = new PulumiCloud({ token: TOKEN, baseUrl: "http://127.0.0.1:1", retry: { attempts: 2, baseMs: 1 } });
    const error = await failure(gone.user.get());
    assert.deepEqual([error.code, error.attempts], ["network", 2]);
    assert.ok(error.cause instanceof TypeError);
    assert.match(error.message, /ECONNREFUSED|bad port/);
  });

  test("an answer that breaks off is tried again", async (t) => {
    const { cloud, seen } = await scripted(t, (_, count) => [200, count < 3 ? '{"githubLogin": "a' : USER]);
    assert.equal((await cloud.user.get()).githubLogin, "ada");
    assert.equal(seen.length, 3);
    const hopeless = await scripted(t, () => [200, '{"githubLogin": "a']);
    const error = await failure(hopeless.cloud.user.get());
    assert.deepEqual([error.code, error.attempts], ["network", 4]);
  });

  test("`attempts`, and `retry: false`, for the client and for a call", async (t) => {
    const { url, seen } = await scripted(t, () => [500, {}]);
    const counted = async (retry, ofCall) => {
      seen.length = 0;
      const cloud = new PulumiCloud({ token: TOKEN, baseUrl: url, retry });
      await failure(cloud.user.get(ofCall));
      return seen.length;
    };
    assert.equal(await counted({ attempts: 2, baseMs: 1 }), 2);
    assert.equal(await counted({ attempts: 6, baseMs: 1, capMs: 1 }), 6);
    assert.equal(await counted(false), 1);
    assert.equal(await counted({ attempts: 1 }), 1);
    assert.equal(await counted({ baseMs: 1 }, { retry: { attempts: 3 } }), 3);
    assert.equal(await counted({ baseMs: 1 }, { retry: false }), 1);
    assert.equal(await counted(false, { retry: { attempts: 2, baseMs: 1 } }), 2);
  });
});

describe("writes", () => {
  const STACK = "acme/web/prod";
  const WRITES = {
    POST: (cloud, options) => cloud.stacks.create("acme", "web", { stackName: "x" }, options),
    PATCH: (cloud, options) => cloud.tags.replace(STACK, {}, options),
    PUT: (cloud, options) => cloud.config.update(STACK, { environment: "a" }, options),
    DELETE: (cloud, options) => cloud.stacks.delete(STACK, options),
  };
  for (const [method, write] of Object.entries(WRITES)) {
    test(`${method} is tried once, and again only where the caller says so`, async (t) => {
      const { cloud, seen } = await scripted(t, (_, count, response) => (count % 2 === 1 ? [503, ""] : void response.destroy()));
      await failure(write(cloud));
      assert.equal(seen.length, 1);
      await failure(write(cloud));
      assert.equal(seen.length, 2);
      await failure(write(cloud, { retry: { unsafeMethods: true, attempts: 3 } }));
      assert.deepEqual(seen.slice(2).map((one) => one.method), [method, method, method]);
    });
  }

  test("a repeated write carries the same body", async (t) => {
    const { cloud, seen } = await scripted(t, (_, count) => (count < 3 ? [500, ""] : [204]), { retry: { unsafeMethods: true, baseMs: 1 } });
    await cloud.tags.replace(STACK, { owner: "ada" });
    assert.deepEqual(seen.map(({ body }) => body.toString()), Array(3).fill('{"owner":"ada"}'));
  });

  test("a search that the server refuses is never repeated, whatever the caller says", async (t) => {
    for (const status of [400, 422]) {
      const { cloud, seen } = await scripted(t, () => [status, { code: status, message: "no" }], { retry: { unsafeMethods: true, attempts: 5 } });
      const calls = [() => cloud.search.resources("acme").toArray(), () => cloud.search.resourcesV2("acme").toArray(), () => cloud.search.exportResources("acme")];
      for (const call of calls) assert.equal((await failure(call())).code, "validation");
      assert.equal(seen.length, calls.length);
    }
  });
});

describe("delays", () => {
  const delays = async (t, answer, options) => {
    const told = [];
    const { cloud } = await scripted(t, answer, { onRetry: (retry) => told.push(retry), ...options });
    const error = await failure(cloud.user.get());
    return { told, error };
  };

  test("double from try to try up to `capMs`, with jitter over the whole range", async (t) => {
    const bounds = [4, 8, 10, 10, 10];
    const all = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const { told } = await delays(t, () => [500, ""], { retry: { attempts: 6, baseMs: 4, capMs: 10 } });
      assert.deepEqual(told.map(({ attempt }) => attempt), [1, 2, 3, 4, 5]);
      told.forEach(({ delayMs }, index) => assert.ok(delayMs >= 0 && delayMs <= bounds[index], `${delayMs} of ${bounds[index]}`));
      all.push(...told.slice(2).map(({ delayMs }) => delayMs));
    }
    assert.ok(new Set(all).size > 3, `no jitter: ${all}`);
  });

  test("a hook is told the code, the status and the path", async (t) => {
    const { told } = await delays(t, () => [503, ""]);
    assert.equal(told.length, 3);
    const { delayMs, ...rest } = told[0];
    assert.equal(typeof delayMs, "number");
    assert.deepEqual(rest, { method: "GET", path: "/api/user", attempt: 1, code: "server", status: 503 });
  });

  test("Retry-After is kept to, in seconds and as a date", async (t) => {
    const seconds = await delays(t, (_, count) => (count === 1 ? [429, {}, { "retry-after": "0.2" }] : [400, {}]));
    assert.deepEqual(seconds.told.map(({ delayMs }) => delayMs), [200]);
    const now = await delays(t, (_, count) => (count === 1 ? [503, {}, { "retry-after": "0" }] : [400, {}]));
    assert.deepEqual(now.told.map(({ delayMs }) => delayMs), [0]);
    const date = await delays(t, (_, count) => (count === 1 ? [429, {}, { "retry-after": new Date(Date.now() + 1_500).toUTCString() }] : [400, {}]));
    assert.ok(date.told[0].delayMs <= 1_500, `${date.told[0].delayMs}`);
    const past = await delays(t, (_, count) => (count === 1 ? [429, {}, { "retry-after": "Thu, 01 Jan 1970 00:00:10 GMT" }] : [400, {}]));
    assert.deepEqual(past.told.map(({ delayMs }) => delayMs), [0]);
  });

  test("a Retry-After beyond `maxRetryAfterMs` is not waited for, and told", async (t) => {
    for (const value of ["120", "99999999999999999999", new Date(Date.now() + 3_600_000).toUTCString()]) {
      const { told, error } = await delays(t, () => [429, { code: 429, message: "slow down" }, { "retry-after": value }]);
      assert.equal(told.length, 0);
      assert.deepEqual([error.code, error.attempts], ["rate_limited", 1]);
      assert.ok(error.retryAfterMs > 60_000);
    }
    const { error } = await delays(t, () => [429, {}, { "retry-after": "2" }], { retry: { maxRetryAfterMs: 1_999 } });
    assert.deepEqual([error.attempts, error.retryAfterMs], [1, 2_000]);
  });

  test("a Retry-After that is none is passed over", async (t) => {
    for (const value of ["soon", "-5", "", "1e999", "NaN"]) {
      const { told, error } = await delays(t, () => [429, {}, { "retry-after": value }], { retry: { baseMs: 1, capMs: 2 } });
      assert.equal(told.length, 3, value);
      assert.equal("retryAfterMs" in error, false, value);
    }
  });
});

describe("ends", () => {
  test("an abort while waiting for the next try rejects at once, with the signal's reason", async (t) => {
    const { cloud, seen } = await scripted(t, () => [429, {}, { "retry-after": "30" }]);
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = failure(cloud.user.get({ signal: controller.signal }));
    const list = failure(cloud.stacks.list({ signal: controller.signal }).toArray());
    await until(() => seen.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(reason);
    assert.equal(await within(200, call), reason);
    assert.equal(await within(200, list), reason);
    assert.equal(seen.length, 2);
  });

  test("an abort during a request ends it", async (t) => {
    const { cloud, seen, gone } = await scripted(t, () => undefined);
    const controller = new AbortController();
    const call = failure(cloud.user.get({ signal: controller.signal }));
    await until(() => seen.length === 1);
    controller.abort();
    const reason = await within(200, call);
    assert.equal(reason, controller.signal.reason);
    assert.equal(reason.name, "AbortError");
    await until(() => gone.length === 1);
  });

  test("a signal that is aborted already sends nothing", async (t) => {
    const { cloud, seen } = await scripted(t, () => [200, USER]);
    const signal = AbortSignal.abort("a reason that is no error");
    assert.equal(await failure(cloud.user.get({ signal })), "a reason that is no error");
    assert.equal(await failure(cloud.stacks.list({ signal }).next()), "a reason that is no error");
    assert.equal(seen.length, 0);
  });

  test("AbortSignal.timeout gives its own reason", async (t) => {
    const { cloud } = await scripted(t, () => undefined);
    assert.equal((await within(1_000, failure(cloud.user.get({ signal: AbortSignal.timeout(30) })))).name, "TimeoutError");
  });

  test("`timeoutMs` bounds all attempts together", async (t) => {
    const retries = [];
    const onRetry = (retry) => void retries.push(retry);
    // The third try gets no answer. A bound on each try alone would send a fourth.
    const { cloud, seen } = await scripted(t, (_, count) => (count < 3 ? [500, ""] : undefined), { retry: { attempts: 50, baseMs: 1, capMs: 1 }, onRetry });
    const error = await failure(cloud.user.get({ timeoutMs: 500 }));
    assert.equal(error.code, "timeout");
    assert.equal(retries.length, 2);
    assert.equal(seen.length, 3);
  });

  test("a server that never answers is `timeout`, after `attemptTimeoutMs` a try", async (t) => {
    const { cloud, seen } = await scripted(t, () => undefined, { retry: { attempts: 2, baseMs: 1, attemptTimeoutMs: 40 } });
    const error = await within(1_000, failure(cloud.user.get()));
    assert.deepEqual([error.code, error.attempts, seen.length], ["timeout", 2, 2]);
  });

  test("a body that never ends is `timeout` too", async (t) => {
    const { cloud } = await scripted(t, (_, __, response) => void response.writeHead(200).write('{"githubLogin":'), { timeoutMs: 60, retry: false });
    assert.equal((await within(1_000, failure(cloud.user.get()))).code, "timeout");
  });

  test("a Retry-After that cannot end in time is not waited for", async (t) => {
    const { cloud } = await scripted(t, () => [429, {}, { "retry-after": "5" }]);
    const error = await within(1_000, failure(cloud.user.get({ timeoutMs: 500 })));
    assert.deepEqual([error.code, error.retryAfterMs], ["rate_limited", 5_000]);
  });
});
