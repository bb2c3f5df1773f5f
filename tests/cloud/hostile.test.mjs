// Answers that mean harm, or that no server should give: the module never breaks, and the same client goes on working.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createServer } from "node:http";
import { EventLog, PulumiCloud, StackscopeError } from "stackscope";
import { PROD, TOKEN } from "./support.mjs";

const LEVELS = 200_000;
const nested = (open, close, inner) => open.repeat(LEVELS) + inner + close.repeat(LEVELS);
const DEEP = { arrays: nested("[", "]", "1"), objects: nested('{"a":', "}", "1"), unclosed: "[".repeat(LEVELS) };
const STACK = '{"orgName":"acme","projectName":"web","stackName":"prod"';

let answer;
let cloud;
let server;

before(async () => {
  server = createServer((request, response) => {
    request.resume();
    const [status, body, headers = {}] = request.url === "/api/user" ? [200, '{"githubLogin":"ada"}'] : answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  cloud = new PulumiCloud({ token: TOKEN, baseUrl: `http://127.0.0.1:${server.address().port}`, retry: { attempts: 2, baseMs: 1 } });
});
after(() => (server.close(), server.closeAllConnections()));

const CALLS = {
  get: () => cloud.stacks.get(PROD),
  list: () => cloud.stacks.list({ maxPages: 3 }).toArray(),
  numbered: () => cloud.updates.list(PROD, { maxPages: 3 }).toArray(),
  search: () => cloud.search.resources("acme", { maxPages: 3 }).toArray(),
  bare: () => cloud.webhooks.list("acme"),
  events: () => cloud.updates.eventLog(PROD, "u", { maxPages: 3 }),
  "event objects": () => cloud.updates.events(PROD, "u", { maxPages: 3 }).toArray(),
  followed: () => cloud.updates.events(PROD, "u", { follow: { minMs: 1, maxMs: 2 }, timeoutMs: 300 }).toArray({ limit: 5 }),
  resources: () => cloud.stacks.resources(PROD),
  state: () => cloud.stacks.exportState(PROD),
  text: () => cloud.auditLogs.export("acme", { before: 1 }),
  paginate: () => cloud.paginate("/api/anything", { maxPages: 3 }).toArray(),
  raw: () => cloud.request("GET", "/api/anything"),
};

/** Makes every call meet the answer; each gives a value or this package's error, and the client goes on working. */
async function meet(given) {
  answer = given;
  const outcomes = {};
  for (const [name, call] of Object.entries(CALLS)) {
    outcomes[name] = await call().then((value) => ({ value }), (error) => ({ error }));
    const { error } = outcomes[name];
    if (error) assert.ok(error instanceof StackscopeError, `${name}: ${error?.stack ?? error}`);
  }
  assert.equal((await cloud.user.get()).githubLogin, "ada");
  return outcomes;
}

describe(`${LEVELS} levels of nesting`, () => {
  const answers = {
    "as the whole answer": (deep) => deep,
    "in a field that nobody knows": (deep) => `${STACK},"stacks":[],"updates":[],"events":[],"resources":[],"rows":[],"unknown":${deep}}`,
    "in an item": (deep) => `{"stacks":[${STACK},"x":${deep}}],"updates":[{"x":${deep}}],"events":[{"x":${deep}}],"resources":[{"x":${deep}}]}`,
    "in place of the list": (deep) => `{"stacks":${deep},"updates":${deep},"events":${deep},"resources":${deep},"tags":${deep}}`,
    "in an item of a bare list": (deep) => `[{"x":${deep}}]`,
    "in a continuation": (deep) => `{"stacks":[],"continuationToken":${deep},"pagination":${deep}}`,
    "in a state": (deep) => `{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::t:m:R::n","type":"t:m:R","custom":true,"inputs":{"x":${deep}}}]}}`,
    "in an error": (deep) => [400, `{"code":400,"message":"no","errors":${deep},"x":${deep}}`],
  };
  for (const [place, build] of Object.entries(answers)) {
    test(place, async () => {
      for (const deep of Object.values(DEEP)) {
        const built = build(deep);
        await meet(() => (typeof built === "string" ? [200, built] : built));
      }
    });
  }

  test("events keep it", async () => {
    const events = (inner) => [200, `{"events":[{"timestamp":1,"stdoutEvent":{"message":"x","color":"never"},"x":${inner}}],"continuationToken":null}`];
    // The event itself is one level; what is deeper than the bound is refused.
    const deepest = DEEP.arrays.slice(1, -1);
    answer = () => events(deepest);
    const log = await cloud.updates.eventLog(PROD, "u");
    assert.equal(log.length, 1);
    assert.ok(log.toNdjson().includes(deepest));
    assert.ok(log instanceof EventLog);
    answer = () => events(DEEP.arrays);
    await assert.rejects(cloud.updates.eventLog(PROD, "u"), { code: "decode" });
  });

  test("a body that goes out may have it, or is refused", async () => {
    answer = () => [200, "{}"];
    let deep = 1;
    for (let level = 0; level < LEVELS; level += 1) deep = [deep];
    for (const call of [() => cloud.request("POST", "/api/anything", { body: deep }), () => cloud.config.update(PROD, { environment: deep }), () => cloud.stacks.updateAnnotation(PROD, "note", deep)]) {
      await call().catch((error) => assert.ok(error instanceof Error));
    }
    assert.equal((await cloud.user.get()).githubLogin, "ada");
  });
});

describe("keys and values", () => {
  test("`__proto__` and its like are ordinary data and pollute nothing", async () => {
    const tags = '{"__proto__":"a","constructor":"b","prototype":"c","toString":"d","hasOwnProperty":"e"}';
    const outcomes = await meet(() => [200, `${STACK},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tags":${tags},"stacks":[${STACK},"__proto__":{"polluted":1},"tags":${tags}}],"events":[{"__proto__":{"polluted":1}}]}`]);
    assert.equal({}.polluted, undefined);
    for (const stack of [outcomes.get.value, outcomes.list.value[0]]) {
      assert.equal(stack.stackName, "prod");
      assert.equal(stack.polluted, undefined);
      assert.deepEqual(Object.entries(stack.tags).sort(), Object.entries(JSON.parse(tags)).sort());
    }
    const given = await cloud.tags.get(PROD);
    assert.deepEqual(Object.keys(given).sort(), Object.keys(JSON.parse(tags)).sort());
    assert.equal(given.polluted, undefined);
  });

  test("such tags go out as they are", async () => {
    let body = "";
    answer = (request) => (request.on("data", (chunk) => (body += chunk)), [200, "{}"]);
    await cloud.tags.replace(PROD, JSON.parse('{"__proto__":"a","constructor":"b"}'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(Object.entries(JSON.parse(body)), [["__proto__", "a"], ["constructor", "b"]]);
  });

  test("numbers beyond all bounds", async () => {
    for (const number of ["1e400", "-1e400", "123456789012345678901234567890", "9007199254740993", "-9223372036854775809", "1e-400", "0.1e1", `1${"0".repeat(1_000)}`, "-0"]) {
      await meet(() => [200, `${STACK},"version":${number},"total":${number},"itemsPerPage":${number},"stacks":[${STACK},"lastUpdate":${number},"resourceCount":${number}}],"updates":[{"version":${number},"info":{"startTime":${number}}}],"events":[{"sequence":${number},"timestamp":${number}}],"resources":[{"created":${number}}]}`]);
    }
  });

  test("each field with a value of every other kind", async () => {
    for (const value of ["null", "true", "[]", "{}", '""', '"x"', "0", "[null]", "{\"a\":{}}"]) {
      await meet(() => [200, `{"orgName":${value},"projectName":${value},"stackName":${value},"tags":${value},"version":${value},"stacks":${value},"updates":${value},"events":${value},"resources":${value},"continuationToken":${value},"pagination":${value},"total":${value},"itemsPerPage":${value}}`]);
      await meet(() => [200, `{"stacks":[${value}],"updates":[${value}],"events":[${value}],"resources":[${value}],"pagination":{"next":${value},"continue":${value}}}`]);
      await meet(() => [200, value]);
      await meet(() => [400, `{"code":${value},"message":${value},"errors":${value},"documentationUrl":${value}}`]);
    }
  });

  test("the same key twice, and very many keys", async () => {
    await meet(() => [200, `${STACK},"stackName":"twice","stacks":[],"stacks":[${STACK}}],"events":[],"events":[]}`]);
    const many = Array.from({ length: 100_000 }, (_, index) => `"k${index}":${index}`).join(",");
    await meet(() => [200, `${STACK},${many},"stacks":[${STACK},${many}}]}`]);
  });
});

describe("texts", () => {
  test("invalid UTF-8", async () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xe2, 0x82]]) {
      const body = Buffer.concat([Buffer.from('{"orgName":"acme","projectName":"web","stackName":"'), Buffer.from(bytes), Buffer.from('","stacks":[]}')]);
      await meet(() => [200, body]);
      await meet(() => [500, body]);
      await meet(() => [500, Buffer.from(bytes), { "content-type": "text/plain" }]);
    }
  });

  test("lone surrogates, NUL and controls", async () => {
    const outcomes = await meet(() => [200, `{"orgName":"acme","projectName":"\\u0000","stackName":"\\ud800","stacks":[{"orgName":"acme","projectName":"\\udc00x","stackName":"\\ud800\\u0041"}],"events":[{"a":"\\ud800"}],"continuationToken":null}`]);
    for (const { value, error } of [outcomes.get, outcomes.list]) assert.ok(value ?? error.code === "decode");
    await meet(() => [400, '{"code":400,"message":"\\ud800 \\u0000 \\u001b[31m"}']);
    await meet(() => [200, '{"stacks":[],"continuationToken":"\\ud800"}']);
  });

  test("other encodings, and none at all", async () => {
    for (const body of [Buffer.from('\ufeff{"stacks":[]}'), Buffer.from('{"stacks":[]}', "utf16le"), Buffer.alloc(1_000), Buffer.from([0x1f, 0x8b]), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), "null", "true", '"x"', "NaN", "{]", "[}", "{".repeat(1_000)]) {
      await meet(() => [200, body]);
      await meet(() => [503, body]);
    }
  });

  test("headers of odd forms", async () => {
    for (const headers of [{ "content-type": "" }, { "content-type": "x".repeat(5_000) }, { "retry-after": "x".repeat(5_000) }, { "x-pulumi-request-id": "\u00e9".repeat(100) }, { "x-pulumi-warning": "" }]) {
      await meet(() => [200, "{}", headers]);
      await meet(() => [500, "{}", headers]);
    }
  });
});

test("a page of 50 MB", async () => {
  const rows = 180_000;
  const row = (index) => `{"orgName":"acme","projectName":"project-${index % 900}","stackName":"stack-${index}","lastUpdate":1790000000,"resourceCount":${index},"tags":{"${"t".repeat(120)}":"${"v".repeat(60)}"}}`;
  const body = Buffer.from(`{"stacks":[${Array.from({ length: rows }, (_, index) => row(index)).join(",")}],"continuationToken":null}`);
  assert.ok(body.length > 50_000_000, `${body.length}`);
  answer = () => [200, body];
  const stacks = await cloud.stacks.list().toArray();
  assert.equal(stacks.length, rows);
  assert.equal(stacks.at(-1).stackName, `stack-${rows - 1}`);
  assert.equal((await cloud.user.get()).githubLogin, "ada");
});

test("a bomb of gzip is refused", { timeout: 60_000 }, async () => {
  const { gzipSync } = await import("node:zlib");
  const bomb = gzipSync(gzipSync(Buffer.alloc(300_000_000)));
  const outcome = await (answer = () => [200, bomb], cloud.stacks.list().toArray()).catch((error) => error);
  assert.ok(outcome instanceof StackscopeError, String(outcome).slice(0, 200));
  assert.equal((await cloud.user.get()).githubLogin, "ada");
});
