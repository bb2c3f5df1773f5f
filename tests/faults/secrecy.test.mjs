// The access token never comes out: not in an error, not in a hook, not in a log line, however much a server says about it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import { FAULTS, startBackend } from "../../dist/backend/index.js";
import { lazily } from "../../dist/lazy.js";
import { PulumiCloud } from "stackscope";
import { leak, listening } from "./confidant.mjs";

/** One that is known by its shape, and one that is not. */
const TOKENS = ["pul-7f3a91d2c4b5e6f708192a3b4c5d6e7f80912345", "MarkedCanary_7f3a91d2c4b5_e6f708192a3b"];
const RETRY = { attempts: 3, baseMs: 1, capMs: 2, maxRetryAfterMs: 5 };

/** Calls that read answers in different ways. */
const CALLS = {
  model: (cloud) => cloud.user.get(),
  "larger model": (cloud) => cloud.stacks.get("acme/web/prod"),
  list: (cloud) => cloud.stacks.list({ maxPages: 3 }).toArray(),
  "numbered list": (cloud) => cloud.updates.list("acme/web/prod", { maxPages: 3 }).toArray(),
  events: (cloud) => cloud.updates.eventLog("acme/web/prod", "11111111-2222-4333-8444-555555555555"),
  state: (cloud) => cloud.stacks.exportState("acme/web/prod"),
  text: (cloud) => cloud.auditLogs.export("acme", { before: 1_790_000_000 }),
  change: (cloud) => cloud.tags.set("acme/web/prod", { name: "a", value: "b" }),
  raw: (cloud) => cloud.request("GET", "/api/raw"),
};

/** Answers that say the token: status, body, headers. */
const ECHOES = {
  message: (token) => [400, { code: 400, message: `bad token ${token}` }],
  "message of 401": (token) => [401, { code: 401, message: `Unauthorized: ${token} is expired` }],
  "message in another case": (token) => [400, { code: 400, message: `${token.toUpperCase()} ${token.toLowerCase()}` }],
  "fields of the errors": (token) => [400, { code: 400, message: "x", errors: [{ resource: token, attribute: token, errorType: token, customMessage: token }] }],
  "documentation URL": (token) => [400, { code: 400, message: "x", documentationUrl: `https://example.com/?token=${token}` }],
  "code that is a word": (token) => [400, { code: token, message: "x" }],
  "error and description": (token) => [400, { error: token, error_description: token }],
  "request id of an error": (token) => [500, { code: 500, message: "x" }, { "x-pulumi-request-id": token }],
  "request id of a success": (token) => [200, {}, { "x-pulumi-request-id": token }],
  warning: (token) => [200, {}, { "x-pulumi-warning": `the token ${token} expires soon` }],
  "Retry-After": (token) => [429, { code: 429, message: "x" }, { "retry-after": token }],
  "HTML title": (token) => [502, `<!doctype html><title>${token}</title>`, { "content-type": "text/html" }],
  "HTML text": (token) => [502, `<html><body><p>cannot forward ${token}</p></body></html>`, { "content-type": "text/html" }],
  "HTML with 200": (token) => [200, `<!doctype html><title>log in, ${token}</title>`, { "content-type": "text/html" }],
  "plain text": (token) => [503, `${token} is down\n`, { "content-type": "text/plain" }],
  "plain text with 200": (token) => [200, `${token} is up\n`, { "content-type": "text/plain" }],
  "content type": (token) => [200, "?", { "content-type": `text/${token}` }],
  "JSON string": (token) => [400, JSON.stringify(token)],
  "JSON escapes": (token) => [400, `{"message":"${[...token].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`],
  "broken JSON": (token) => [200, `{"stacks": [{"${token}": ${token}`],
  "key of another shape": (token) => [200, { githubLogin: { [token]: 1 }, stacks: [{ [token]: 1, orgName: { [token]: token } }], tags: { [token]: [token] } }],
  "value of another shape": (token) => [200, { githubLogin: [token], stacks: [token], updates: [token], events: token, status: [token], version: token }],
  "at the edge of a long message": (token) => [400, { code: 400, message: "x".repeat(600 - 20) + token + " and more" }],
  "at the edge of a long page": (token) => [502, `${"x ".repeat(290)}${token} and more`, { "content-type": "text/plain" }],
  redirect: (token) => [302, "", { location: `/elsewhere-${token}` }],
};

async function answering(t, answer) {
  const server = createServer((request, response) => {
    const [status, body, headers] = answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${server.address().port}`;
}

async function outcomes(cloud) {
  const thrown = {};
  for (const [name, call] of Object.entries(CALLS)) await call(cloud).catch((error) => (thrown[name] = error));
  return thrown;
}

for (const token of TOKENS) {
  describe(`a server that says ${token.slice(0, 6)}… back`, () => {
    for (const [name, echo] of Object.entries(ECHOES)) {
      test(name, async (t) => {
        const baseUrl = await answering(t, () => echo(token));
        const { told, hooks } = listening();
        const thrown = await outcomes(new PulumiCloud({ token, baseUrl, retry: RETRY, ...hooks }));
        assert.ok(told.length > 20);
        for (const [call, error] of Object.entries(thrown)) assert.equal(leak(token, error), undefined, call);
        assert.equal(leak(token, ...told), undefined);
      });
    }
  });

  test(`all faults at work, token ${token.slice(0, 6)}…`, async (t) => {
    const backend = await startBackend({ stacks: 30, token, faults: [] });
    t.after(() => backend.close());
    const { told, hooks } = listening();
    const cloud = new PulumiCloud({ token, baseUrl: backend.url, retry: { ...RETRY, attempts: 2 }, ...hooks });
    for (const { name } of FAULTS.filter(({ effect }) => !["delay", "trickle"].includes(effect.kind))) {
      backend.setFaults([name]);
      const thrown = await outcomes(cloud);
      assert.equal(leak(token, thrown), undefined, name);
    }
    assert.equal(leak(token, ...told), undefined);
  });
}

test("tokens that are new at each attempt are all masked, one that begins like another too", async (t) => {
  const given = ["Marked_abcdefgh", "Marked_abcdefgh_ijklmnop", "Marked_abcdefgh_ijklmnop_qrstuvwx"];
  const baseUrl = await answering(t, () => [500, { message: given.join(" ") }]);
  const { told, hooks } = listening();
  let turn = 0;
  const cloud = new PulumiCloud({ token: async () => given[turn++ % given.length], baseUrl, retry: RETRY, ...hooks });
  const thrown = await outcomes(cloud);
  for (const part of ["abcdefgh", "ijklmnop", "qrstuvwx"]) assert.equal(leak(part, thrown, ...told), undefined, part);
});

test("a token that no header can carry is refused without being repeated", async () => {
  for (const token of ["Marked Canary 0123456789", "Marked\nCanary0123456789", "MarkedCänary0123456789", "token MarkedCanary0123456789"]) {
    const calling = async () => new PulumiCloud({ token, baseUrl: "http://127.0.0.1:9" }).user.get();
    const error = await calling().catch((thrown) => thrown);
    assert.equal(error.code, "validation");
    assert.equal(leak(token, error), undefined);
  }
});

test("a client that waits for its module, which holds the options itself, does not show the token", () => {
  const [token] = TOKENS;
  assert.notEqual(leak(token, { options: { token } }), undefined, "it would be seen");
  const Waiting = lazily(PulumiCloud, () => new Promise(() => {}));
  const cloud = new Waiting({ token, baseUrl: "http://127.0.0.1:9" });
  const list = cloud.stacks.list();
  assert.equal(leak(token, cloud, cloud.stacks, cloud.tokens, cloud.request, list, list.pages(), list.resumeToken), undefined);
});

test("the token does not follow a redirect to another origin", async (t) => {
  const [token] = TOKENS;
  const seen = [];
  const other = await answering(t, ({ headers }) => (seen.push(headers.authorization), [200, { githubLogin: "ada" }]));
  const baseUrl = await answering(t, () => [302, "", { location: `${other}/api/user` }]);
  await new PulumiCloud({ token, baseUrl, retry: false }).user.get().catch(() => {});
  assert.deepEqual(seen, [undefined], "it was followed, without the token");
});
