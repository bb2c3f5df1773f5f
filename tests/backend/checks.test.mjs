// What the service refuses, and in which words: tokens, Accept, bodies, queries, and what is not there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ask, backend, get, RUNNING, STACK } from "./support.mjs";

function isError({ json, headers }, status) {
  assert.equal(json.code, status);
  assert.equal(typeof json.message, "string");
  assert.match(headers["content-type"], /^application\/json/);
}

test("without a good token nothing is told", async (t) => {
  const any = await backend(t);
  for (const authorization of [undefined, "", "token", "token ", "Bearer pul-x", "update-token lease", "Token pul-x", "token a b"]) {
    const answer = await ask(any, "GET", "/api/user", { headers: { authorization } });
    assert.equal(answer.status, 401, authorization);
    isError(answer, 401);
  }
  assert.equal((await ask(any, "GET", "/api/user", { headers: { authorization: "token pul-whatever" } })).status, 200);
  assert.equal((await ask(any, "GET", "/api/capabilities", { headers: { authorization: undefined } })).status, 200);

  const own = await backend(t, { token: ["pul-one", "pul-two"], world: any.world });
  assert.equal(own.token, "pul-one");
  assert.equal((await ask(own, "GET", "/api/user")).status, 200);
  assert.equal((await ask(own, "GET", "/api/user", { headers: { authorization: "token pul-other" } })).status, 401);
  const { tokenValue, id } = (await ask(own, "POST", "/api/user/tokens", { body: { description: "d", expires: 0 } })).json;
  const made = { authorization: `token ${tokenValue}` };
  assert.equal((await ask(own, "GET", "/api/user", { headers: made })).status, 200);
  assert.equal((await ask(own, "DELETE", `/api/user/tokens/${id}`)).status, 204);
  assert.equal((await ask(own, "GET", "/api/user", { headers: made })).status, 401);
});

test("Accept must name a version from 8 on, or JSON", async (t) => {
  const server = await backend(t);
  const status = async (accept) => (await ask(server, "GET", "/api/user", { headers: { accept } })).status;
  for (const accept of ["application/vnd.pulumi+8", "application/vnd.pulumi+9", "application/vnd.pulumi+12", "application/json", "text/html, application/json;q=0.9"]) {
    assert.equal(await status(accept), 200, accept);
  }
  for (const accept of [undefined, "", "*/*", "text/html", "application/vnd.pulumi+7", "application/vnd.pulumi", "application/vnd.pulumi+x"]) {
    assert.equal(await status(accept), 415, accept);
  }
});

test("what is not there is JSON, what there is no route for is text", async (t) => {
  const server = await backend(t);
  const none = "00000000-0000-4000-8000-000000000000";
  const missing = [
    "/api/stacks/acme/web/nothing",
    "/api/stacks/nobody/web/prod/updates",
    `${STACK}/export/99999`,
    `${STACK}/resources/99999`,
    `${STACK}/resources/latest/${encodeURIComponent("urn:pulumi:prod::web::a:b:C::d")}`,
    `${STACK}/updates/99999`,
    `${STACK}/update/${none}`,
    `${STACK}/update/${none}/events`,
    `${STACK}/hooks/nothing`,
    `${STACK}/deployments/${none}`,
    `${STACK}/annotations/nothing`,
    "/api/orgs/acme/teams/nothing",
    "/api/orgs/nobody/members",
  ];
  for (const path of missing) {
    const answer = await ask(server, "GET", path);
    assert.equal(answer.status, 404, `${path} ${answer.text}`);
    isError(answer, 404);
  }
  for (const [method, path] of [["GET", "/api/nothing"], ["PUT", "/api/user"], ["GET", `${STACK}/`], ["GET", "/"], ["GET", "/api//user"], ["DELETE", "/api/user/stacks"], ["OPTIONS", "/api/user"]]) {
    const answer = await ask(server, method, path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.headers["content-type"], /^text\/plain/);
  }
});

test("bodies that cannot be used are a 400 with their fields", async (t) => {
  const server = await backend(t);
  const bad = [
    ["POST", `${STACK}/tags`, Buffer.from("{")],
    ["POST", `${STACK}/tags`, Buffer.from("")],
    ["POST", `${STACK}/tags`, Buffer.from([0xff, 0xfe])],
    ["POST", `${STACK}/tags`, []],
    ["POST", `${STACK}/tags`, {}],
    ["POST", `${STACK}/tags`, { name: "not allowed!", value: "x" }],
    ["DELETE", `${STACK}/tags/pulumi%3Aproject`, undefined],
    ["POST", "/api/stacks/acme/web", { stackName: "no/slashes" }],
    ["POST", `${STACK}/import`, { version: 3 }],
    ["POST", `${STACK}/transfer`, {}],
    ["POST", "/api/orgs/acme/hooks", { organizationName: "acme" }],
    ["POST", "/api/orgs/acme/policyresults/compliance", { entity: "planet" }],
  ];
  for (const [method, path, body] of bad) {
    const answer = await ask(server, method, path, body === undefined ? {} : { body });
    assert.equal(answer.status, 400, `${method} ${path} ${answer.text}`);
    isError(answer, 400);
  }
  const { json } = await ask(server, "POST", "/api/orgs/acme/hooks", { body: { organizationName: "acme" } });
  for (const { resource, errorType } of json.errors ?? []) assert.ok(resource && errorType);
});

test("queries that cannot be used are a 400 or a 422", async (t) => {
  const server = await backend(t);
  const bad = [
    `${STACK}/updates?page=-1`,
    `${STACK}/updates?page=x`,
    `${STACK}/updates?page=1&pageSize=0`,
    `${STACK}/updates/latest/previews?pageSize=5`,
    `${STACK}/updates/latest/previews?page=1&pageSize=0`,
    `${STACK}/updates/abc`,
    `${STACK}/drift/runs?page=0`,
    `${STACK}/drift/runs?pageSize=101`,
    `${STACK}/deployments?sort=colour`,
    `${STACK}/policypacks?mode=maybe`,
    "/api/user/stacks?continuationToken=nonsense",
    "/api/user/stacks?maxResults=0",
    "/api/user/stacks?tagValue=x",
    "/api/user/tokens?filter=some",
    "/api/orgs/acme/members?type=middle",
    "/api/orgs/acme/auditlogs",
    "/api/orgs/acme/auditlogs?startTime=yesterday",
    "/api/orgs/acme/auditlogs/export?startTime=4000000000&format=xml",
    "/api/orgs/acme/resources/summary?granularity=daily",
    "/api/orgs/acme/resources/summary?granularity=hourly&lookbackDays=3",
    "/api/orgs/acme/search/resources?sort=colour",
    "/api/orgs/acme/search/resources?page=201",
    "/api/user/%zz",
  ];
  for (const path of bad) {
    const answer = await ask(server, "GET", path);
    assert.equal(answer.status, 400, `${path} ${answer.text.slice(0, 200)}`);
    isError(answer, 400);
  }
  isError(await ask(server, "GET", `/api/orgs/acme/search/resources?query=${encodeURIComponent('name:"open')}`), 422);
});

test("an update that runs stands in the way", async (t) => {
  const server = await backend(t);
  const state = await get(server, `${RUNNING}/export`);
  const blocked = [
    ["DELETE", `${RUNNING}?force=true`, undefined],
    ["POST", `${RUNNING}/transfer`, { toOrg: "ada" }],
    ["POST", `${RUNNING}/rename`, { newName: "other", newProject: "" }],
    ["POST", `${RUNNING}/import`, state],
  ];
  for (const [method, path, body] of blocked) {
    const answer = await ask(server, method, path, body === undefined ? {} : { body });
    assert.equal(answer.status, 409, `${method} ${path} ${answer.text}`);
    isError(answer, 409);
  }
  assert.equal((await ask(server, "DELETE", STACK)).status, 400);
  assert.equal((await ask(server, "POST", "/api/stacks/acme/web", { body: { stackName: "prod" } })).status, 409);
});

test("bodies may come as gzip, and not too large", async (t) => {
  const server = await backend(t, { bodyLimit: 20_000 });
  const send = (body, encoding, path = `${STACK}/tags`) => ask(server, "POST", path, { body, headers: { "content-encoding": encoding } });
  const tag = (name, value = "v") => Buffer.from(JSON.stringify({ name, value }));
  assert.equal((await send(gzipSync(tag("one")), "gzip")).status, 204);
  assert.equal((await send(gzipSync(tag("two")), "x-gzip")).status, 204);
  assert.equal((await send(tag("three"), "gzip")).status, 400);
  assert.equal((await send(tag("four"), "br")).status, 415);
  assert.equal((await send(tag("five", "v".repeat(30_000)), undefined)).status, 413);
  const bomb = gzipSync(tag("six", "v".repeat(5_000_000)));
  assert.ok(bomb.length < 20_000);
  const answer = await send(bomb, "gzip");
  isError(answer, 413);
});

test("answers are gzipped when asked for, and exports of audit logs always", async (t) => {
  const server = await backend(t);
  const packed = await ask(server, "GET", `${STACK}/export`, { headers: { "accept-encoding": "gzip" } });
  assert.equal(packed.headers["content-encoding"], "gzip");
  const plain = await ask(server, "GET", `${STACK}/export`);
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.deepEqual(packed.json, plain.json);
  assert.ok(packed.bytes.length < plain.bytes.length / 2);
  assert.equal((await ask(server, "GET", `${STACK}/export`, { headers: { "accept-encoding": "gzip;q=0" } })).headers["content-encoding"], undefined);

  const audit = await ask(server, "GET", "/api/orgs/acme/auditlogs/export?startTime=4000000000");
  assert.equal(audit.headers["content-encoding"], "gzip");
  assert.deepEqual([...audit.bytes.subarray(0, 2)], [0x1f, 0x8b]);
  assert.match(audit.text, /^Timestamp,Name,Login,Event,Description,SourceIP,RequireOrgAdmin,RequireStackAdmin,AuthenticationFailure\n/);

  const csv = await ask(server, "GET", "/api/orgs/acme/search/resources/export", { headers: { accept: "application/json" } });
  assert.equal(csv.headers["content-type"], "application/octet-stream");
  assert.equal(csv.headers["transfer-encoding"], "chunked");
  assert.match(csv.text, /^created,custom,delete,id,modified,module,name,package,parent_urn,/);
});

test("HEAD answers as GET does, without the body", async (t) => {
  const server = await backend(t);
  const head = await ask(server, "HEAD", STACK);
  const { bytes } = await ask(server, "GET", STACK);
  assert.equal(head.status, 200);
  assert.equal(head.bytes.length, 0);
  assert.equal(Number(head.headers["content-length"]), bytes.length);
});

test("warnings come in headers, and the log holds no token", async (t) => {
  const server = await backend(t);
  const answer = await ask(server, "GET", "/api/orgs/acme/search/resources?facet=type");
  assert.match(answer.headers["x-pulumi-warning"], /deprecated.*, .*facets/);
  await ask(server, "GET", "/api/nothing?a=b");
  assert.deepEqual(server.requests.at(-1), { method: "GET", path: "/api/nothing", query: "?a=b", status: 404 });
  assert.ok(!JSON.stringify(server.requests).includes(server.token));
});
