// Self-hosted servers: what they answer otherwise than the service, and what they do not answer at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, backend, get, RUNNING, STACK } from "./support.mjs";

const RUNNING_STACK = { organization: "acme", project: "web", stack: "dev" };

/** The update that runs, as the world has it. */
const running = ({ world }) => world.updates.list(RUNNING_STACK).find(({ info }) => info.result === "in-progress");
const newest = ({ world }, stack = "prod") => world.updates.list({ ...RUNNING_STACK, stack }).find(({ info }) => info.result === "succeeded");

async function all(server, rows) {
  for (const [method, path, status, body, headers] of rows) {
    const answer = await ask(server, method, path, { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) });
    assert.equal(answer.status, status, `${method} ${path} ${answer.text.slice(0, 200)}`);
  }
}

test("an unknown dialect is refused", async (t) => {
  await assert.rejects(backend(t, { dialect: "klingon" }), RangeError);
});

test("procella: no request ids, no gzip, flat rows without pages", async (t) => {
  const server = await backend(t, { dialect: "procella" });
  const answer = await ask(server, "GET", `${STACK}/updates?page=1&pageSize=1&output-type=service`, { headers: { "accept-encoding": "gzip" } });
  assert.equal(answer.status, 200);
  for (const name of ["x-pulumi-request-id", "content-encoding"]) assert.equal(answer.headers[name], undefined);
  assert.deepEqual(Object.keys(answer.json), ["updates"]);
  assert.ok(answer.json.updates.length > 1);
  for (const row of answer.json.updates) {
    assert.equal(typeof row.updateID, "string");
    assert.equal(row.message, "");
    assert.deepEqual([row.environment, row.resourceChanges], [{}, {}]);
    assert.ok(["update", "preview", "refresh", "destroy", "import", "rename"].includes(row.kind), row.kind);
  }
  const [row] = (await get(server, `${RUNNING}/updates`)).updates.filter(({ result }) => result === "");
  assert.equal(row.endTime, 0);
});

test("procella: stacks, whole and of one organization, whatever the path says", async (t) => {
  const server = await backend(t, { dialect: "procella", stacks: 150 });
  const { stacks, ...more } = await get(server, "/api/user/stacks?organization=other&continuationToken=nonsense&maxResults=1");
  assert.deepEqual(more, {});
  assert.ok(stacks.length > 150);
  for (const { orgName, resourceCount, lastUpdate, createdAt } of stacks) {
    assert.deepEqual([orgName, resourceCount, typeof lastUpdate], ["acme", null, "number"]);
    assert.match(createdAt, /^\d{4}-.*\.\d{3}Z$/);
  }
  const elsewhere = await get(server, STACK.replace("acme", "anybody"));
  assert.deepEqual([elsewhere.orgName, elsewhere.version, elsewhere.activeUpdate], ["acme", 0, ""]);
  assert.equal((await get(server, RUNNING)).activeUpdate, running(server).updateID);
  const seen = [];
  for (let token = ""; token !== undefined; ) {
    const page = await get(server, `/api/stacks?sortBy=name&pageSize=40${token && `&continuationToken=${encodeURIComponent(token)}`}`);
    seen.push(...page.stacks);
    token = page.continuationToken;
  }
  assert.equal(seen.length, stacks.length);
  assert.deepEqual((await ask(server, "GET", "/api/stacks?continuationToken=nonsense")).json, { code: 400, message: "Invalid continuation token" });
});

test("procella: events without type, the first one hidden, no token on an empty page", async (t) => {
  let now = Date.parse("2026-11-01T00:00:00Z");
  const server = await backend(t, { dialect: "procella", now: () => now });
  const { updateID } = running(server);
  now += 20_000;
  const path = `${RUNNING}/update/${updateID}`;
  assert.deepEqual(await get(server, path), { status: "in-progress", events: [] });
  const { events, continuationToken } = await get(server, `${path}/events`);
  assert.equal(events[0].sequence, 1);
  assert.equal(events[0].type, undefined);
  assert.equal(continuationToken, String(events.at(-1).sequence));
  assert.deepEqual(await get(server, `${path}/events?continuationToken=${continuationToken}`), { events: [] });
  assert.equal((await get(server, `${path}/events?continuationToken=-1`)).events[0].sequence, 0);
  assert.deepEqual(await get(server, `${path}/events?continuationToken=garbage`), { events: [] });
  now += 600_000;
  assert.deepEqual(await get(server, path), { status: "succeeded", events: [] });
  const rest = await get(server, `${path}/events?continuationToken=${continuationToken}`);
  assert.ok(rest.events.length > 0);
  assert.equal(rest.continuationToken, undefined);
});

test("procella: its errors", async (t) => {
  const server = await backend(t, { dialect: "procella", token: "pul-good" });
  const told = async (method, path, options) => {
    const { status, json, text } = await ask(server, method, path, options);
    return [status, json ?? text];
  };
  assert.deepEqual(await told("GET", "/api/user", { headers: { authorization: undefined } }), [401, { code: 401, message: "Missing Authorization header" }]);
  assert.deepEqual(await told("GET", "/api/nothing", { headers: { authorization: undefined } }), [401, { code: 401, message: "Missing Authorization header" }]);
  assert.deepEqual(await told("GET", "/api/user", { headers: { authorization: "Basic x" } }), [401, { code: 401, message: "Invalid Authorization header format" }]);
  assert.deepEqual(await told("GET", "/api/user", { headers: { authorization: "Bearer pul-bad" } }), [401, { code: 401, message: "Invalid authentication token" }]);
  assert.equal((await ask(server, "GET", "/api/user", { headers: { authorization: "Bearer pul-good" } })).status, 200);
  assert.deepEqual(await told("GET", "/api/stacks/a/web/nope"), [404, { code: 404, message: "Stack not found: a/web/nope" }]);
  assert.deepEqual(await told("GET", `${STACK}/export/9999`), [404, { code: 404, message: "Checkpoint not found: //version 9999" }]);
  assert.deepEqual(await told("GET", `${STACK}/export/abc`), [404, { code: 404, message: "Checkpoint not found: //version NaN" }]);
  assert.deepEqual(await told("GET", `${STACK}/update/no-uuid`), [500, { code: 500, message: "Internal server error" }]);
  assert.deepEqual(await told("POST", `${STACK}/tags`, { body: { name: "a", value: "b" } }), [400, { code: "invalid_kind", message: "Invalid update kind: tags" }]);
  assert.deepEqual(await told("POST", `${STACK}/transfer`, { body: {} }), [400, { code: "invalid_kind", message: "Invalid update kind: transfer" }]);
  assert.deepEqual(await told("POST", "/api/stacks/acme/web/nope/encrypt", { body: { plaintext: "aGk=" } }), [404, { code: "stack_not_found" }]);
  assert.deepEqual(await told("POST", `${STACK}/decrypt`, { body: { ciphertext: "bm9wZQ==" } }), [500, { code: 500, message: "Internal server error" }]);
  assert.deepEqual(await told("POST", "/api/stacks/acme/web", { body: Buffer.from("{") }), [400, { code: 400, message: "Missing stack name in URL or body" }]);
  assert.deepEqual(await told("POST", "/api/stacks/acme/web", { body: { stackName: "prod" } }), [409, { code: 409, message: "Stack already exists: acme/web/prod" }]);
  const missing = await ask(server, "GET", `${STACK}/metadata`);
  assert.deepEqual([missing.status, missing.text, missing.headers["content-type"]], [404, "404 Not Found", "text/plain; charset=UTF-8"]);
});

test("procella: its other routes", async (t) => {
  const server = await backend(t, { dialect: "procella" });
  const hook = { name: "all", url: "https://example.com/", events: ["update.failed"] };
  const { id, secret, events } = (await ask(server, "POST", "/api/orgs/acme/hooks", { body: hook })).json;
  assert.deepEqual([typeof secret, events], ["string", hook.events]);
  assert.equal((await get(server, `/api/orgs/acme/hooks/${id}`)).secret, undefined);
  const { ciphertext } = (await ask(server, "POST", `${STACK}/encrypt`, { body: { plaintext: "aGk=" }, headers: { accept: undefined } })).json;
  await all(server, [
    ["GET", "/healthz", 200],
    ["GET", "/api/capabilities", 200],
    ["GET", "/api/cli/version", 200],
    ["GET", "/api/user", 200],
    ["GET", "/api/user/organizations/acme", 200],
    ["GET", "/api/user/organizations/other", 404],
    ["HEAD", "/api/stacks/acme/web", 404],
    ["HEAD", STACK, 200],
    ["PATCH", `${STACK}/tags`, 204, { stage: "prod" }],
    ["PATCH", `${STACK}/tags`, 500, Buffer.from("{")],
    ["GET", `${STACK}/export`, 200],
    ["POST", `${STACK}/decrypt`, 200, { ciphertext }],
    ["POST", `${STACK}/batch-decrypt`, 200, { ciphertexts: [ciphertext] }],
    ["POST", `${STACK}/batch-encrypt`, 415, { plaintexts: ["aGk="] }, { accept: "application/json" }],
    ["POST", "/api/stacks/acme/web/brief", 200, {}],
    ["POST", "/api/stacks/acme/web/brief/rename", 400, { newName: "a/b/c" }],
    ["POST", "/api/stacks/acme/web/brief/rename", 409, { newName: "brief" }],
    ["POST", "/api/stacks/acme/web/brief/rename", 204, { newName: "briefer" }],
    ["POST", "/api/stacks/acme/web/briefer/import", 200, { version: 3, deployment: { manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "" }, resources: [] } }],
    ["POST", "/api/stacks/acme/web/briefer/import", 400, Buffer.from("{")],
    ["DELETE", "/api/stacks/acme/web/briefer", 204],
    ["DELETE", "/api/stacks/acme/web/briefer", 404],
    ["POST", `${RUNNING}/update/${running(server).updateID}/cancel`, 204],
    ["POST", `${RUNNING}/update/${newest(server, "dev").updateID}/cancel`, 204],
    ["GET", "/api/orgs/acme/hooks", 200],
    ["GET", `/api/orgs/acme/hooks/${id}`, 200],
    ["PUT", `/api/orgs/acme/hooks/${id}`, 200, hook],
    ["POST", `/api/orgs/acme/hooks/${id}/ping`, 200],
    ["GET", `/api/orgs/acme/hooks/${id}/deliveries`, 200],
    ["DELETE", `/api/orgs/acme/hooks/${id}`, 204],
    ["DELETE", `/api/orgs/acme/hooks/${id}`, 204],
    ["GET", `/api/orgs/acme/hooks/${id}`, 404],
    ["GET", "/api/orgs/acme-labs/hooks", 400],
    ["POST", "/api/orgs/acme/hooks", 500, { organizationName: "acme", displayName: "a", payloadUrl: "https://example.com/", active: true }],
    ["GET", "/api/orgs/acme/auditlogs", 200],
    ["GET", "/api/orgs/acme/auditlogs?startTime=1600000000", 500],
    ["GET", "/api/orgs/acme/auditlogs/export?format=cef", 200],
    ["GET", "/api/esc/environments/acme", 200],
    ["GET", "/api/orgs/acme/members", 404],
    ["GET", "/api/user/tokens", 404],
  ]);
  assert.equal((await get(server, STACK)).tags.stage, "prod");
  assert.ok("pulumi:project" in (await get(server, STACK)).tags, "tags merge");
});

test("pulumi-backend: pages count from 0, ten rows unless asked otherwise", async (t) => {
  const server = await backend(t, { dialect: "pulumi-backend" });
  const rows = server.world.updates.list({ organization: "acme", project: "web", stack: "prod" });
  const first = (await get(server, `${STACK}/updates?output-type=service`)).updates;
  assert.equal(first.length, Math.min(10, rows.length));
  assert.equal(first[0].version, rows[0].version);
  assert.equal(first[0].updateID, undefined);
  assert.equal((await get(server, `${STACK}/updates?page=1&pageSize=1`)).updates[0].version, rows[1].version);
  const [now] = (await get(server, `${RUNNING}/updates`)).updates.filter(({ result }) => result === "in-progress");
  assert.equal("endTime" in now, false);
});

test("pulumi-backend: events by offset, a token only while the update runs", async (t) => {
  let now = Date.parse("2026-11-01T00:00:00Z");
  const server = await backend(t, { dialect: "pulumi-backend", now: () => now, pageSize: 5 });
  const { updateID } = running(server);
  now += 20_000;
  const path = `${RUNNING}/update/${updateID}`;
  assert.deepEqual(await get(server, path), { status: "in-progress", events: [], continuationToken: "" });
  const page = await get(server, `${path}/events`);
  assert.deepEqual([page.events.length, page.continuationToken, page.status], [5, "5", "in-progress"]);
  assert.deepEqual([page.events[0].sequence, page.events[0].type], [0, undefined]);
  now += 600_000;
  const after = await get(server, `${path}/events?continuationToken=5`);
  assert.equal(after.continuationToken, undefined);
  assert.equal(after.events[0].sequence, 5);
  assert.deepEqual((await get(server, `${path}/events?continuationToken=100000`)).events, []);
});

test("pulumi-backend: its other routes", async (t) => {
  const server = await backend(t, { dialect: "pulumi-backend" });
  const { updateID, version } = newest(server);
  const { id } = (await ask(server, "POST", "/api/user/tokens", { body: { description: "d", expires: 0 } })).json;
  const [team] = server.world.teams.list("acme");
  await all(server, [
    ["GET", "/healthz", 200],
    ["GET", "/readyz", 200],
    ["GET", "/api/capabilities", 200],
    ["GET", "/api/cli/version", 200],
    ["GET", "/api/user", 200],
    ["GET", "/api/user", 401, undefined, { authorization: "Bearer x" }],
    ["GET", "/api/user/organizations/default", 200],
    ["GET", "/api/user/tokens", 200],
    ["DELETE", `/api/user/tokens/${id}`, 204],
    ["GET", "/api/user/stacks?organization=acme&maxResults=2", 200],
    ["GET", "/api/user/stacks?continuationToken=nonsense", 400],
    ["GET", "/api/stacks/acme", 200],
    ["HEAD", "/api/stacks/acme/web", 200],
    ["HEAD", "/api/stacks/acme/nothing", 404],
    ["GET", STACK, 200],
    ["GET", `${STACK}/export`, 200],
    ["GET", `${STACK}/export/${version}`, 200],
    ["PATCH", `${STACK}/tags`, 204, { "pulumi:project": "web" }],
    ["GET", `${STACK}/updates/latest`, 200],
    ["GET", `${STACK}/updates/${version}`, 200],
    ["GET", `${STACK}/whatever/${updateID}`, 200],
    ["GET", `${STACK}/whatever/${updateID}/events`, 200],
    ["POST", `${RUNNING}/update/${running(server).updateID}/cancel`, 204],
    ["PUT", `${STACK}/config`, 200, { environment: "acme/base" }],
    ["GET", `${STACK}/config`, 200],
    ["POST", `${STACK}/encrypt`, 200, { plaintext: "aGk=" }],
    ["GET", "/api/orgs/acme/teams", 200],
    ["GET", `/api/orgs/acme/teams/${team.name}`, 200],
    ["POST", "/api/stacks/acme/web", 400, { stackName: "brief", teams: ["a"] }],
    ["POST", "/api/stacks/acme/web", 200, { stackName: "brief" }],
    ["POST", "/api/stacks/acme/web", 409, { stackName: "brief" }],
    ["POST", "/api/stacks/acme/web/brief/rename", 204, { newName: "briefer", newProject: "" }],
    ["DELETE", "/api/stacks/acme/web/briefer", 204],
    ["DELETE", STACK, 400],
    ["GET", `${STACK}/updates/latest/previews/more`, 404],
    ["GET", `${STACK}/metadata`, 404],
    ["GET", "/api/orgs/acme/members", 404],
  ]);
  const { stacks, continuationToken } = await get(server, "/api/user/stacks?organization=acme&maxResults=2");
  assert.equal(continuationToken, `acme/${stacks[1].projectName}/${stacks[1].stackName}`);
  assert.equal(stacks[0].id, undefined);
  assert.equal("activeUpdate" in (await get(server, STACK)), false);
});
