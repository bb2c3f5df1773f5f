// How requests leave and answers come in: tokens, headers, addresses, the caller's own fetch, answers of any class.

import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { PulumiCloud, StackscopeError } from "stackscope";
import { failure, PROD, QUICK, sample, scripted, TOKEN } from "./support.mjs";

const USER = { githubLogin: "ada" };

describe("tokens", () => {
  test("a text, a function and an async function", async (t) => {
    for (const token of [TOKEN, () => TOKEN, async () => TOKEN]) {
      const { url, seen } = await scripted(t, () => [200, USER]);
      await new PulumiCloud({ token, baseUrl: url }).user.get();
      assert.equal(seen[0].headers.authorization, `token ${TOKEN}`);
    }
  });

  test("a function is asked before each attempt, and before each page", async (t) => {
    let turn = 0;
    const token = async () => `pul-fresh-${(turn += 1)}`;
    const { cloud, seen } = await scripted(t, (_, count) => (count < 3 ? [500, ""] : [200, count < 5 ? { stacks: [], continuationToken: String(count) } : { stacks: [] }]), { token });
    await cloud.stacks.list().toArray();
    assert.deepEqual(seen.map(({ headers }) => headers.authorization), [1, 2, 3, 4, 5].map((count) => `token pul-fresh-${count}`));
  });

  test("without a token there is no header", async (t) => {
    for (const token of [undefined, null, () => undefined, async () => null]) {
      const { url, seen } = await scripted(t, () => [200, USER]);
      await new PulumiCloud({ token, baseUrl: url }).user.get();
      assert.equal("authorization" in seen[0].headers, false);
    }
  });

  test("what a token function throws passes through, and nothing is sent", async (t) => {
    const thrown = new Error("the vault is locked");
    const { url, seen } = await scripted(t, () => [200, USER]);
    for (const token of [() => { throw thrown; }, async () => { throw thrown; }]) assert.equal(await failure(new PulumiCloud({ token, baseUrl: url }).user.get()), thrown);
    assert.equal((await failure(new PulumiCloud({ token: () => 7, baseUrl: url }).user.get())).code, "validation");
    assert.equal(seen.length, 0);
  });
});

describe("headers", () => {
  test("the API's media types on every call, and nothing else", async (t) => {
    const { cloud, seen } = await scripted(t, () => [200, USER]);
    await cloud.user.get();
    await cloud.tags.replace(PROD, { a: "b" });
    assert.deepEqual(seen.map(({ headers }) => [headers.accept, headers["content-type"]]), [["application/vnd.pulumi+8", "application/json"], ["application/vnd.pulumi+8", "application/json"]]);
    for (const { headers } of seen) assert.equal(headers["x-pulumi-source"], undefined);
  });

  test("`apiVersion`, `accept` and `source` are sent", async (t) => {
    const { url, seen } = await scripted(t, () => [200, USER]);
    await new PulumiCloud({ baseUrl: url, apiVersion: 9, source: "inventory" }).user.get();
    await new PulumiCloud({ baseUrl: url, accept: "application/json" }).user.get();
    assert.deepEqual(seen.map(({ headers }) => [headers.accept, headers["x-pulumi-source"]]), [["application/vnd.pulumi+9", "inventory"], ["application/json", undefined]]);
  });
});

describe("base URLs", () => {
  test("a slash at the end, /api, and a path below the host", async (t) => {
    const { url, seen } = await scripted(t, () => [200, USER]);
    for (const suffix of ["", "/", "//", "/api", "/api/", "/pulumi", "/pulumi/", "/pulumi/api"]) await new PulumiCloud({ baseUrl: url + suffix }).user.get();
    assert.deepEqual(seen.map(({ path }) => path), [...Array(5).fill("/api/user"), ...Array(3).fill("/pulumi/api/user")]);
    assert.equal(new PulumiCloud({ baseUrl: `${url}/api/` }).baseUrl, url);
    assert.equal(new PulumiCloud().baseUrl, "https://api.pulumi.com");
  });

  test("http is for this machine, unless the caller says otherwise", () => {
    for (const baseUrl of ["http://localhost", "http://127.0.0.1:8080", "http://[::1]:8080", "http://a.localhost", "https://example.com"]) assert.ok(new PulumiCloud({ baseUrl }));
    for (const baseUrl of ["http://example.com", "http://10.0.0.1", "http://localhost.example.com", "http://127.0.0.1.example.com", "http://[::2]"]) {
      assert.throws(() => new PulumiCloud({ baseUrl }), { code: "validation" }, baseUrl);
      assert.ok(new PulumiCloud({ baseUrl, allowInsecure: true }));
    }
  });

  test("credentials, queries, fragments and other schemes are refused", () => {
    for (const baseUrl of ["https://ada:secret@example.com", "https://ada@example.com", "https://example.com?x=1", "https://example.com#x", "ftp://example.com", "example.com", "file:///etc", "https://", "https://exa mple.com", "javascript:alert(1)", 7]) {
      assert.throws(() => new PulumiCloud({ baseUrl }), (error) => error instanceof StackscopeError && error.code === "validation" && !/secret/.test(error.message), String(baseUrl));
    }
  });

  test("options of a wrong form are refused", () => {
    for (const options of [{ tokn: "x" }, { token: 7 }, { fetch: "x" }, { apiVersion: 1.5 }, { maxConcurrency: 0 }, { retry: { tries: 3 } }, { baseUrl: {} }, "x", 7]) {
      assert.throws(() => new PulumiCloud(options), { code: "validation" }, JSON.stringify(options));
    }
  });
});

/** A client whose fetch gives these answers. */
const fetching = (answer, options) => new PulumiCloud({ token: TOKEN, baseUrl: "https://pulumi.example", retry: QUICK, fetch: answer, ...options });

describe("a fetch of the caller's", () => {
  test("is called with an address and plain options", async () => {
    const calls = [];
    const cloud = fetching(async (...args) => (calls.push(args), Response.json(USER)));
    await cloud.user.get();
    await cloud.tags.replace(PROD, { a: "b" });
    const [[url, init], [, write]] = calls;
    assert.equal(url, "https://pulumi.example/api/user");
    assert.equal(Object.getPrototypeOf(init), Object.prototype);
    assert.deepEqual([init.method, init.body, init.signal instanceof AbortSignal], ["GET", undefined, true]);
    assert.deepEqual(init.headers, { Accept: "application/vnd.pulumi+8", Authorization: `token ${TOKEN}`, "Content-Type": "application/json" });
    assert.ok(write.body instanceof Uint8Array);
    assert.equal(Buffer.from(write.body).toString(), '{"a":"b"}');
  });

  test("what it throws passes unchanged, unless it is a broken connection", async () => {
    for (const thrown of [new RangeError("mine"), "a text", { code: "validation" }, undefined, null, new StackscopeError("mine", { code: "conflict" })]) {
      let count = 0;
      assert.equal(await failure(fetching(async () => { count += 1; throw thrown; }).user.get()), thrown);
      assert.equal(count, 1);
    }
    for (const broken of [new TypeError("fetch failed"), Object.assign(new Error("reset"), { code: "ECONNRESET" })]) {
      let count = 0;
      const error = await failure(fetching(async () => { count += 1; throw broken; }).user.get());
      assert.deepEqual([error.code, error.attempts, count, error.cause], ["network", 4, 4, broken]);
    }
    const synchronous = new RangeError("at once");
    assert.equal(await failure(fetching(() => { throw synchronous; }).user.get()), synchronous);
  });

  test("answers of another realm will do", async () => {
    const foreign = runInNewContext(`(body) => ({
      status: 200,
      headers: new Map([["x-pulumi-request-id", "r-1"]]),
      arrayBuffer: async () => { const bytes = new ArrayBuffer(body.length); new Uint8Array(bytes).set(body); return bytes; },
    })`);
    const ids = [];
    const cloud = fetching(async () => foreign(Buffer.from(JSON.stringify(USER))), { onResponse: ({ requestId }) => ids.push(requestId) });
    assert.equal((await cloud.user.get()).githubLogin, "ada");
    assert.deepEqual(ids, ["r-1"]);
  });

  test("so will minimal doubles", async () => {
    const doubles = [
      { status: 200, json: async () => USER },
      { status: 200, json: () => USER },
      { status: 200, text: async () => JSON.stringify(USER) },
      { status: 200, headers: { "content-type": "application/json" }, bytes: async () => Buffer.from(JSON.stringify(USER)) },
      { status: 200, headers: { get: () => null }, arrayBuffer: async () => Buffer.from(JSON.stringify(USER)) },
    ];
    for (const double of doubles) assert.equal((await fetching(async () => double).user.get()).githubLogin, "ada");
    assert.equal((await fetching(() => doubles[0]).user.get()).githubLogin, "ada");
  });

  test("what is no answer is `decode`", async () => {
    for (const nonsense of [undefined, null, 7, "x", {}, { status: "200" }, { status: 42 }, []]) assert.equal((await failure(fetching(async () => nonsense).user.get())).code, "decode", String(nonsense));
  });

  test("a hook that throws ends the call with what it threw", async () => {
    const thrown = new Error("mine");
    for (const hook of ["onRequest", "onResponse", "debug"]) {
      assert.equal(await failure(fetching(async () => Response.json(USER), { [hook]: () => { throw thrown; } }).user.get()), thrown, hook);
    }
  });
});

describe("compression", () => {
  test("bodies of imports and batches go out as gzip", async (t) => {
    const { cloud, seen } = await scripted(t, () => [200, { updateId: "u" }]);
    const state = { version: 3, deployment: { manifest: { time: "2026-11-01T00:00:00Z", magic: "", version: "" }, resources: [] } };
    await cloud.stacks.importState(PROD, Buffer.from(JSON.stringify(state)));
    await cloud.request("POST", "/api/raw", { body: { a: 1 }, gzip: true });
    for (const { headers } of seen) assert.deepEqual([headers["content-encoding"], headers["content-type"]], ["gzip", "application/json"]);
    assert.deepEqual(seen.map(({ body }) => JSON.parse(gunzipSync(body).toString())), [state, { a: 1 }]);
  });

  test("gzip comes in declared, undeclared, and twice", async (t) => {
    const packed = gzipSync(JSON.stringify(USER));
    for (const [body, headers] of [[packed, { "content-encoding": "gzip" }], [packed, {}], [gzipSync(packed), { "content-encoding": "gzip" }]]) {
      const { cloud } = await scripted(t, () => [200, body, headers]);
      assert.equal((await cloud.user.get()).githubLogin, "ada");
    }
  });

  test("damaged gzip is an error", async (t) => {
    const { cloud } = await scripted(t, () => [200, gzipSync("x".repeat(1000)).subarray(0, 20)], { retry: false });
    assert.ok((await failure(cloud.user.get())) instanceof StackscopeError);
  });

  test("the audit log's export comes as text", async (t) => {
    const { cloud } = await sample(t);
    const csv = await cloud.auditLogs.export("acme", { before: 1_793_500_000 });
    assert.match(csv, /^Timestamp,Name,Login,Event/);
    assert.match(await cloud.auditLogs.export("acme", { before: 1_793_500_000, format: "cef" }), /^CEF:0\|/);
  });
});

test("warnings of the server reach the hook, one by one", async (t) => {
  const warnings = [];
  const { cloud } = await scripted(t, () => [200, USER, { "x-pulumi-warning": "the CLI is old" }], { onWarning: (message) => warnings.push(message) });
  await cloud.user.get();
  assert.deepEqual(warnings, ["the CLI is old"]);
});

test("hooks see names of query parameters, not their values, and no token", async (t) => {
  const requests = [];
  const lines = [];
  const { cloud } = await scripted(t, () => [200, { stacks: [] }], { onRequest: (request) => requests.push(request), debug: (line) => lines.push(line) });
  await cloud.stacks.list({ tagName: "owner", tagValue: "confidential" }).toArray();
  const [{ headers, ...request }] = requests;
  assert.deepEqual(request, { method: "GET", path: "/api/user/stacks?tagName=…&tagValue=…", attempt: 1, bytes: 0 });
  assert.equal(headers.Authorization, "token [secret]");
  assert.doesNotMatch(lines.join("\n"), /confidential|pul-/);
  assert.equal(lines.length, 2);
});
