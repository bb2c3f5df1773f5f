// Each fault does what it says, to the requests it says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTROL_PATH, FAULT_HEADER, FAULTS, startBackend } from "../../dist/backend/index.js";
import { ask, backend, get, STACK } from "./support.mjs";

const PATH = STACK;

/** What comes of three requests in a row. */
async function three(server, path = PATH) {
  const outcomes = [];
  for (let turn = 0; turn < 3; turn += 1) outcomes.push(await ask(server, "GET", path).catch((error) => error));
  return outcomes;
}

const statuses = (outcomes) => outcomes.map((outcome) => (outcome instanceof Error ? outcome.code : outcome.json ? outcome.status : `${outcome.status} no JSON`));

const EXPECTED = {
  latency: [200, 200, 200],
  "rate-limit": [429, 429, 200],
  "rate-limit-date": [429, 429, 200],
  "rate-limit-every-third": [200, 200, 429],
  "rate-limit-bare": [429, 200, 200],
  "server-error": [200, 500, 200],
  "bad-gateway": [200, "502 no JSON", 200],
  unavailable: ["503 no JSON", "503 no JSON", 200],
  down: ["503 no JSON", "503 no JSON", "503 no JSON"],
  reset: [200, "ECONNRESET", 200],
  "cut-length": [200, "ECONNRESET", 200],
  "cut-chunk": [200, "ECONNRESET", 200],
  "cut-json": [200, "200 no JSON", 200],
  "json-as-html": [200, 200, 200],
  "html-page": ["200 no JSON", "200 no JSON", "200 no JSON"],
  "repeated-token": [200, 200, 200],
  "repeated-token-once": [200, 200, 200],
  "empty-page": [200, 200, 200],
  "endless-empty-pages": [200, 200, 200],
  trickle: [200, 200, 200],
};

test("each fault meets the requests it should", async (t) => {
  const server = await backend(t);
  for (const { name, title } of FAULTS) {
    assert.ok(title.length > 10);
    server.setFaults([name]);
    assert.deepEqual(statuses(await three(server)), EXPECTED[name], name);
  }
  server.setFaults([]);
  assert.deepEqual(statuses(await three(server)), [200, 200, 200]);
});

test("faults are counted from when they are switched on", async (t) => {
  const server = await backend(t, { faults: ["server-error"] });
  await ask(server, "GET", "/api/user");
  server.setFaults(["server-error"]);
  assert.deepEqual(statuses(await three(server, "/api/user")), [200, 500, 200]);
  assert.throws(() => server.setFaults(["nonsense"]), RangeError);
  await assert.rejects(startBackend({ world: server.world, faults: ["nonsense"] }), RangeError);
});

test("Retry-After comes as seconds or as a date", async (t) => {
  const server = await backend(t, { faults: ["rate-limit"] });
  assert.equal((await ask(server, "GET", "/api/user")).headers["retry-after"], "1");
  server.setFaults(["rate-limit-date"]);
  const { headers } = await ask(server, "GET", "/api/user");
  assert.ok(Math.abs(Date.parse(headers["retry-after"]) - Date.now()) < 3000);
});

test("a fault of one's own can be switched on, and several at once", async (t) => {
  const teapot = { name: "teapot", title: "always a teapot", effect: { kind: "answer", status: 418, type: "text/plain", body: "short and stout" } };
  const server = await backend(t, { faults: [teapot, "latency"] });
  const answer = await ask(server, "GET", "/api/user");
  assert.equal(answer.status, 418);
  assert.equal(answer.text, "short and stout");
});

test("a request that meets a fault is not carried out", async (t) => {
  const server = await backend(t, { faults: ["down"] });
  await ask(server, "POST", "/api/stacks/acme/web", { body: { stackName: "brief" } });
  server.setFaults([]);
  assert.equal((await ask(server, "GET", "/api/stacks/acme/web/brief")).status, 404);
});

/** Follows tokens for at most `most` pages; how many rows each page had, and the tokens. */
async function follow(server, most) {
  const counts = [];
  const tokens = [];
  for (let token; counts.length < most; ) {
    const page = await get(server, `/api/user/stacks?maxResults=3${token ? `&continuationToken=${token}` : ""}`);
    counts.push(page.stacks.length);
    token = page.continuationToken;
    if (!token) break;
    tokens.push(token);
  }
  return { counts, tokens };
}

test("faults of lists", async (t) => {
  const server = await backend(t, { stacks: 6 });
  const right = await follow(server, 50);
  assert.ok(right.counts.length > 2);

  server.setFaults(["repeated-token"]);
  const forever = await follow(server, 6);
  assert.equal(new Set(forever.tokens).size, 1);
  assert.deepEqual(forever.counts, [3, 3, 3, 3, 3, 3]);

  server.setFaults(["repeated-token-once"]);
  const once = await follow(server, 100);
  assert.equal(once.tokens[0], once.tokens[1]);
  assert.equal(new Set(once.tokens).size, right.tokens.length);

  server.setFaults(["empty-page"]);
  const gaps = await follow(server, 100);
  assert.deepEqual(gaps.counts.filter((count) => count > 0), right.counts);
  assert.equal(gaps.counts.filter((count) => count === 0).length, right.tokens.length);

  server.setFaults(["endless-empty-pages"]);
  const endless = await follow(server, 20);
  assert.deepEqual(endless.counts.slice(1), Array(19).fill(0));
  assert.equal(new Set(endless.tokens).size, endless.tokens.length);
});

test("faults of lists meet searches, too", async (t) => {
  const server = await backend(t, { faults: ["repeated-token"] });
  const path = "/api/orgs/acme/search/resources?size=5&page=2";
  const { pagination } = await get(server, path);
  assert.equal(new URL(pagination.next).pathname + new URL(pagination.next).search, path);
});

test("faults can be switched over HTTP where that was asked for", async (t) => {
  const server = await backend(t, { controls: true });
  const named = (name) => ask(server, "GET", "/api/user", { headers: { [FAULT_HEADER]: name } });
  assert.equal((await named("rate-limit-bare")).status, 429);
  assert.equal((await named("rate-limit-bare")).status, 200);
  assert.equal((await named("down")).status, 503);
  assert.equal((await named("nonsense")).status, 400);
  assert.equal((await ask(server, "PUT", CONTROL_PATH, { body: ["down"] })).status, 200);
  assert.deepEqual((await get(server, CONTROL_PATH)).on, ["down"]);
  assert.equal((await ask(server, "GET", "/api/user")).status, 503);
  assert.equal((await ask(server, "PUT", CONTROL_PATH, { body: ["nonsense"] })).status, 400);
  assert.equal((await ask(server, "PUT", CONTROL_PATH, { body: [] })).status, 200);
  assert.equal((await ask(server, "GET", "/api/user")).status, 200);

  const closed = await backend(t, { world: server.world });
  assert.equal((await ask(closed, "GET", CONTROL_PATH)).status, 404);
  assert.equal((await ask(closed, "GET", "/api/user", { headers: { [FAULT_HEADER]: "down" } })).status, 200);
});
