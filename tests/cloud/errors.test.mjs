// What an answer that is no success becomes: one class, a closed set of codes, the server's own words.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { StackscopeError } from "stackscope";
import { failure, sample, scripted, stack, TOKEN } from "./support.mjs";

const HTML = { "content-type": "text/html; charset=utf-8" };
const TEXT = { "content-type": "text/plain; charset=utf-8" };

/** Status, body, headers, and the code they make. */
const CODES = [
  [400, { code: 400, message: "Bad Request: invalid name" }, {}, "validation"],
  [400, { code: "invalid_kind", message: "Invalid update kind: tags" }, {}, "unsupported"],
  [401, { code: 401, message: "Unauthorized: No credentials provided or are invalid." }, {}, "unauthorized"],
  [401, { code: 401, message: "Update lease has expired" }, {}, "lease_expired"],
  [401, { code: 401, message: "Invalid update token" }, {}, "lease_expired"],
  [402, { code: 402, message: "Payment Required" }, {}, "plan_required"],
  [403, { code: 403, message: "Caller view-user lacks required role: admin" }, {}, "forbidden"],
  [403, { code: "lease_url_mismatch", message: "Lease token does not match URL stack" }, {}, "lease_expired"],
  [404, { code: 404, message: "Not Found: stack" }, {}, "not_found"],
  [404, { code: "stack_not_found" }, {}, "not_found"],
  [404, "404 page not found\n", TEXT, "unsupported"],
  [404, "", TEXT, "unsupported"],
  [405, "", {}, "unsupported"],
  [501, "", {}, "unsupported"],
  [406, {}, {}, "not_acceptable"],
  [408, {}, {}, "timeout"],
  [409, { code: 409, message: "Conflict: Another update is currently in progress." }, {}, "update_in_progress"],
  [409, { code: 409, message: "Cannot import while stack has active update" }, {}, "update_in_progress"],
  [409, { code: 409, message: "Stack already exists: acme/web/prod" }, {}, "conflict"],
  [412, {}, {}, "conflict"],
  [413, { code: 413, message: "Compressed payload too large" }, {}, "payload_too_large"],
  [415, { code: 415, message: "Missing required Accept header: application/vnd.pulumi+8 (or newer)" }, {}, "not_acceptable"],
  [418, {}, {}, "validation"],
  [422, { code: 422, message: "validation failed" }, {}, "validation"],
  [429, { error: "Too many requests" }, { "retry-after": "60" }, "rate_limited"],
  [431, "", {}, "payload_too_large"],
  [500, { code: 500, message: "Internal Server Error" }, {}, "server"],
  [503, { status: "error", message: "database unreachable" }, {}, "server"],
  [304, "", {}, "decode"],
];

for (const [status, body, headers, code] of CODES) {
  const said = typeof body === "string" ? body.trim() : (body.message ?? body.error ?? body.code ?? "");
  test(`${status} ${said}: ${code}`, async (t) => {
    const { cloud } = await scripted(t, () => [status, body, headers], { retry: false });
    const error = await failure(cloud.stacks.get("acme/web/prod"));
    assert.ok(error instanceof StackscopeError);
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.code, error.status, error.method, error.path, error.attempts], ["StackscopeError", code, status, "GET", "/api/stacks/acme/web/prod", 1]);
    assert.ok(error.message.includes(String(said || status)), error.message);
    if (body.message) assert.equal(error.serverMessage, body.message);
  });
}

test("what the server says about fields, itself and the request comes along", async (t) => {
  const errors = [{ resource: "Stack", attribute: "tags", errorType: "invalid", customMessage: "a tag's name has 40 characters at most" }, { resource: "Stack", errorType: "custom" }];
  const body = { code: 400, message: "Bad Request", documentationUrl: "https://example.com/errors", errors };
  const { cloud } = await scripted(t, () => [400, body, { "x-pulumi-request-id": "5a3b1e00-0000-4000-8000-000000000001" }]);
  const error = await failure(cloud.stacks.create("acme", "web", { stackName: "x" }));
  assert.deepEqual(error.errors, errors);
  assert.equal(error.documentationUrl, body.documentationUrl);
  assert.equal(error.requestId, "5a3b1e00-0000-4000-8000-000000000001");
});

test("fields that a server leaves out are absent", async (t) => {
  const { cloud } = await scripted(t, () => [500, ""], { retry: false });
  const error = await failure(cloud.user.get());
  for (const name of ["errors", "documentationUrl", "requestId", "retryAfterMs", "resumeToken", "jsonPath", "serverMessage", "offset", "cause"]) assert.equal(name in error, false, name);
});

test("error bodies of any shape make an error", async (t) => {
  const bodies = ["null", "[]", "7", '"text"', "{", '{"message":{"a":1}}', '{"message":null,"errors":null}', '{"errors":"no"}', '{"errors":[1,null,"x",{}]}', '{"code":{"a":1}}', "\u0000\u0001", `{"message":"${"m".repeat(1_000_000)}"}`];
  let body;
  const { cloud } = await scripted(t, () => [400, body]);
  for (body of bodies) {
    const error = await failure(cloud.user.get());
    assert.deepEqual([error.code, error.status], ["validation", 400], body.slice(0, 40));
    assert.ok(error.message.length < 1_500);
  }
});

describe("pages that are not the API's", () => {
  test("an HTML page is called one, by its title or its first words", async (t) => {
    const pages = {
      "<!doctype html><html><head><title>502 Bad\n Gateway</title></head><body>x</body></html>": "an HTML page: 502 Bad Gateway",
      "<html><body><h1>Forbidden</h1></body></html>": "an HTML page: Forbidden",
      "<html><body>\n<p>The proxy got no answer.</p></body></html>": "an HTML page: The proxy got no answer.",
      "<html></html>": "an HTML page",
    };
    for (const [page, said] of Object.entries(pages)) {
      const { cloud } = await scripted(t, () => [502, page, HTML], { retry: false });
      const error = await failure(cloud.user.get());
      assert.deepEqual([error.code, error.message], ["server", `GET /api/user: ${said}`]);
    }
  });

  test("plain text gives its first line, not all of it", async (t) => {
    const { cloud } = await scripted(t, () => [503, `upstream connect error\n${"detail\n".repeat(1_000)}`, TEXT], { retry: false });
    assert.equal((await failure(cloud.user.get())).message, "GET /api/user: upstream connect error");
  });

  test("an HTML page with 200 is `decode`, for calls and lists", async (t) => {
    const { cloud } = await scripted(t, () => [200, "<!doctype html><title>Log in</title>", HTML]);
    for (const call of [cloud.user.get(), cloud.stacks.get("acme/web/prod"), cloud.stacks.list().toArray(), cloud.webhooks.list("acme"), cloud.updates.eventLog("acme/web/prod", "x")]) {
      const error = await failure(call);
      assert.deepEqual([error.code, error.status, error.method], ["decode", 200, "GET"]);
      assert.match(error.message, /an HTML page: Log in/);
      assert.match(error.hint, /base URL/);
    }
  });
});

describe("successes", () => {
  test("any 2xx will do, with and without a body", async (t) => {
    for (const [status, body] of [[200, {}], [200, ""], [201, ""], [202, "{}"], [204, ""], [200, "  \n"], [299, ""]]) {
      const { cloud } = await scripted(t, () => [status, body]);
      assert.equal(await cloud.stacks.delete("acme/web/prod"), undefined, `${status} ${body}`);
      assert.equal(await cloud.tags.replace("acme/web/prod", {}), undefined);
      assert.equal(await cloud.stacks.transfer("acme/web/prod", { toOrg: "acme-labs" }), undefined);
    }
  });

  test("bodies that are not documented are no error where nothing is expected", async (t) => {
    const { cloud } = await scripted(t, () => [200, { anything: [1, { a: null }] }]);
    assert.equal(await cloud.stacks.delete("acme/web/prod"), undefined);
  });

  test("answers that may be empty are `undefined` then", async (t) => {
    const { cloud } = await scripted(t, () => [204]);
    assert.equal(await cloud.stacks.create("acme", "web", { stackName: "x" }), undefined);
    assert.equal(await cloud.stacks.rename("acme/web/prod", { newName: "live", newProject: "" }), undefined);
    assert.equal(await cloud.request("GET", "/api/anything"), undefined);
    assert.deepEqual(await cloud.stacks.list().toArray(), []);
  });

  test("an empty answer where one is needed is `decode`", async (t) => {
    const { cloud } = await scripted(t, () => [200, ""]);
    const error = await failure(cloud.user.get());
    assert.deepEqual([error.code, error.status], ["decode", 200]);
  });

  test("an answer of another shape says where", async (t) => {
    const { cloud } = await scripted(t, ({ path }) => [200, path === "/api/user/stacks" ? { stacks: [stack("a"), { ...stack("b"), resourceCount: "many" }] } : { resourceCount: [], version: 1 }]);
    const count = await failure(cloud.stacks.resourceCount("acme/web/prod"));
    assert.deepEqual([count.code, count.jsonPath], ["decode", "resourceCount"]);
    const list = await failure(cloud.stacks.list().toArray());
    assert.deepEqual([list.code, list.jsonPath, list.method, list.path], ["decode", "stacks[1].resourceCount", "GET", "/api/user/stacks"]);
    assert.doesNotMatch(list.message + list.stack, /many/);
  });

  test("a list that is missing is named", async (t) => {
    const { cloud } = await scripted(t, () => [200, { rows: [] }]);
    assert.match((await failure(cloud.stacks.list().toArray())).message, /`stacks` is missing/);
  });
});

describe("arguments", () => {
  test("are refused before anything is sent", async (t) => {
    const { cloud, seen } = await scripted(t, () => [200, {}]);
    const wrong = [
      () => cloud.stacks.get("acme/web"),
      () => cloud.stacks.get("acme//prod"),
      () => cloud.stacks.get("acme/../prod"),
      () => cloud.stacks.get(""),
      () => cloud.stacks.get(undefined),
      () => cloud.stacks.get({ organization: "acme" }),
      () => cloud.stacks.get("acme/web/prod", { nonsense: 1 }),
      () => cloud.stacks.get("acme/web/prod", { timeoutMs: -1 }),
      () => cloud.stacks.list({ tagname: "x" }).toArray(),
      () => cloud.stacks.list({ maxPages: 0 }).toArray(),
      () => cloud.members.add("acme", "..", { role: "member" }),
      () => cloud.request("GET", "https://example.com/api/user"),
      () => cloud.request("GET", "//example.com/api/user"),
      () => cloud.request("GET", "/api/../user"),
      () => cloud.request("BREW", "/api/user"),
      () => cloud.paginate("api/user/stacks").toArray(),
    ];
    for (const call of wrong) assert.equal((await failure((async () => call())())).code, "validation", String(call));
    assert.equal(seen.length, 0);
  });

  test("stand in the path as one segment each", async (t) => {
    const { cloud, seen } = await scripted(t, () => [204]);
    await cloud.tags.delete("acme/web/prod", "a/b:c ?#%é");
    await cloud.stacks.delete({ organization: "a b", project: "p/q", stack: "s%2F" });
    assert.deepEqual(seen.map(({ url }) => url), ["/api/stacks/acme/web/prod/tags/a%2Fb%3Ac%20%3F%23%25%C3%A9", "/api/stacks/a%20b/p%2Fq/s%252F"]);
  });
});

test("the sample backend's refusals come through", async (t) => {
  const { cloud } = await sample(t, { token: TOKEN });
  const missing = await failure(cloud.stacks.get("acme/web/absent"));
  assert.deepEqual([missing.code, missing.status], ["not_found", 404]);
  assert.match(missing.requestId, /^[0-9a-f-]{36}$/);
  const taken = await failure(cloud.stacks.create("acme", "web", { stackName: "prod" }));
  assert.equal(taken.code, "conflict");
  const nameless = await failure(cloud.stacks.create("acme", "web", { stackName: "in valid" }));
  assert.equal(nameless.code, "validation");
  const { cloud: stranger } = await sample(t, { token: "another-token-than-the-client-has" }, { token: TOKEN });
  assert.equal((await failure(stranger.user.get())).code, "unauthorized");
});
