// Every documented route answers, with the status and the shape that the documents give it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, backend, get, RUNNING, STACK } from "./support.mjs";

const ORGANIZATION = "/api/orgs/acme";

/** Paths with what they name filled in: `${...}` of the sample. Each row: method, path, status, body, keys of the answer. */
async function table(server) {
  const encode = encodeURIComponent;
  const { updates } = await get(server, `${STACK}/updates?output-type=service`);
  const { updateID, version } = updates[0];
  const { resources } = await get(server, `${STACK}/resources/latest`);
  const urn = encode(resources.at(-1).resource.urn);
  const member = (await get(server, `${ORGANIZATION}/members?type=backend`)).members.find(({ user }) => user.githubLogin !== server.world.caller).user.githubLogin;
  const team = (await get(server, `${ORGANIZATION}/teams`)).teams[0].name;
  const plaintext = Buffer.from("hush").toString("base64");
  const { ciphertext } = (await ask(server, "POST", `${STACK}/encrypt`, { body: { plaintext } })).json;
  const state = await get(server, `${STACK}/export`);
  const deployed = await stackWith(server, (path) => get(server, `${path}/deployments`).then(({ deployments }) => deployments[0]?.id));
  const drifted = await stackWith(server, (path) => get(server, `${path}/drift/runs`).then(({ driftRuns }) => driftRuns[0]?.id));
  const previewed = await stackWith(server, (path) => get(server, `${path}/updates/latest/previews`).then((page) => page.updates[0]?.updateID));
  const events = (stack, id, word) => ["GET", `${stack}/${word}/${id}/events`, 200, undefined, ["events", "continuationToken"]];
  const hook = (more) => ({ organizationName: "acme", displayName: "all", payloadUrl: "https://example.com/", active: true, ...more });

  return [
    ["GET", "/api/user", 200, undefined, ["githubLogin", "name"]],
    ["GET", "/api/user/organizations/default", 200],
    ["GET", "/api/capabilities", 200, undefined, ["capabilities"]],
    ["GET", "/api/openapi/pulumi-spec.json", 200, undefined, ["paths"]],
    ["GET", "/api/user/stacks", 200, undefined, ["stacks", "continuationToken"]],
    ["GET", "/api/user/stacks?organization=acme&project=web", 200, undefined, ["stacks"]],
    ["HEAD", "/api/stacks/acme/web", 200],
    ["HEAD", "/api/stacks/acme/nothing", 404],
    ["GET", STACK, 200, undefined, ["orgName", "projectName", "stackName", "activeUpdate", "tags", "version"]],
    ["GET", `${STACK}/export`, 200, undefined, ["version", "deployment"]],
    ["GET", `${STACK}/export/${version}`, 200, undefined, ["version", "deployment"]],
    ["GET", `${STACK}/downstreamreferences`, 200, undefined, ["referencedStacks"]],
    ["GET", `${STACK}/upstreamreferences`, 200, undefined, ["referencedStacks"]],
    ["GET", `${STACK}/metadata`, 200, undefined, ["notificationSettings"]],
    ["GET", `${STACK}/outputs`, 200],
    ["GET", `${STACK}/teams`, 200, undefined, ["teams"]],
    ["GET", `${STACK}/activity?page=1&pageSize=2`, 200, undefined, ["activity", "itemsPerPage", "total"]],
    ["PATCH", `${STACK}/notifications/settings`, 200, { notifyUpdateFailure: true, notifyUpdateSuccess: false }],
    ["PATCH", `${STACK}/annotations/note`, 204, { text: "hello" }],
    ["GET", `${STACK}/annotations/note`, 200],
    ["GET", `${STACK}/resources/count`, 200, undefined, ["resourceCount", "version"]],
    ["GET", `${STACK}/resources/latest`, 200, undefined, ["resources", "region", "version"]],
    ["GET", `${STACK}/resources/${version}`, 200, undefined, ["resources", "region", "version"]],
    ["GET", `${STACK}/resources/latest/${urn}`, 200, undefined, ["resource"]],
    ["GET", `${STACK}/resources/${version}/${urn}`, 200, undefined, ["resource"]],
    ["PUT", `${STACK}/config`, 200, { environment: "acme/base" }],
    ["GET", `${STACK}/config`, 200, undefined, ["environment"]],
    ["DELETE", `${STACK}/config`, 204],
    ["POST", `${STACK}/encrypt`, 200, { plaintext }, ["ciphertext"]],
    ["POST", `${STACK}/decrypt`, 200, { ciphertext }, ["plaintext"]],
    ["POST", `${STACK}/batch-encrypt`, 200, { plaintexts: [plaintext] }, ["ciphertexts"]],
    ["POST", `${STACK}/batch-decrypt`, 200, { ciphertexts: [ciphertext] }, ["plaintexts"]],
    ["POST", `${STACK}/tags`, 204, { name: "team:owner", value: "a/b" }],
    ["PATCH", `${STACK}/tags/${encode("team:owner")}`, 204, { name: "team:owner", value: "c" }],
    ["DELETE", `${STACK}/tags/${encode("team:owner")}`, 204],
    ["PATCH", `${STACK}/tags`, 204, { "pulumi:project": "web", stage: "prod" }],
    ["GET", `${STACK}/updates`, 200, undefined, ["updates"]],
    ["GET", `${STACK}/updates?output-type=service&page=1&pageSize=1`, 200, undefined, ["updates", "itemsPerPage", "total"]],
    ["GET", `${STACK}/updates/latest`, 200, undefined, ["info", "updateID"]],
    ["GET", `${STACK}/updates/latest/previews`, 200, undefined, ["updates", "itemsPerPage", "total"]],
    ["GET", `${STACK}/updates/latest/timeline`, 200, undefined, ["update"]],
    ["GET", `${STACK}/updates/${version}`, 200, undefined, ["info", "updateID"]],
    ["GET", `${STACK}/updates/${version}/summary`, 200, undefined, ["result", "startTime", "endTime", "resourceCount"]],
    ["GET", `${STACK}/updates/${version}/previews`, 200, undefined, ["updates", "itemsPerPage", "total"]],
    ["GET", `${STACK}/updates/${version}/timeline`, 200, undefined, ["update"]],
    ...["update", "preview", "refresh", "destroy"].flatMap((word) => [["GET", `${STACK}/${word}/${updateID}`, 200, undefined, ["status", "events"]], events(STACK, updateID, word)]),
    ["GET", `${previewed.path}/previews/${previewed.found}`, 200, undefined, ["info", "updateID"]],
    ["GET", `${previewed.path}/previews/${previewed.found}/summary`, 200, undefined, ["result"]],
    ["GET", `${ORGANIZATION}/members?type=backend`, 200, undefined, ["members"]],
    ["GET", `${ORGANIZATION}/members/${member}/teams`, 200, undefined, ["teams"]],
    ["PATCH", `${ORGANIZATION}/members/${member}`, 204, { role: "admin" }],
    ["DELETE", `${ORGANIZATION}/members/${member}`, 204],
    ["POST", `${ORGANIZATION}/members/${member}`, 200, { role: "member" }, ["role", "user"]],
    ["GET", `${ORGANIZATION}/teams`, 200, undefined, ["teams"]],
    ["GET", `${ORGANIZATION}/teams/${team}`, 200, undefined, ["kind", "name"]],
    ["POST", `${ORGANIZATION}/teams/pulumi`, 201, { name: "newcomers", displayName: "Newcomers", description: "" }, ["kind", "name"]],
    ["PATCH", `${ORGANIZATION}/teams/newcomers`, 204, { memberAction: "add", member }],
    ["PATCH", `${ORGANIZATION}/teams/newcomers`, 204, { addStackPermission: { projectName: "web", stackName: "prod", permission: 101 } }],
    ["PATCH", `${ORGANIZATION}/teams/newcomers`, 204, { removeStack: { projectName: "web", stackName: "prod" } }],
    ...tokenRows("/api/user/tokens", { description: "d", expires: 0 }),
    ...tokenRows(`${ORGANIZATION}/tokens`, { name: "ci", description: "d", expires: 0, admin: false }),
    ...tokenRows(`${ORGANIZATION}/teams/newcomers/tokens`, { name: "ci", description: "d", expires: 0 }),
    ["DELETE", `${ORGANIZATION}/teams/newcomers`, 204],
    ...hookRows(`${ORGANIZATION}/hooks`, hook()),
    ...hookRows(`${STACK}/hooks`, hook({ projectName: "web", stackName: "prod" })),
    ["GET", `${ORGANIZATION}/auditlogs?startTime=4000000000`, 200, undefined, ["auditLogEvents", "continuationToken"]],
    ["GET", `${ORGANIZATION}/auditlogs/export?startTime=4000000000`, 200],
    ["GET", `${ORGANIZATION}/auditlogs/v2?startTime=0`, 200, undefined, ["auditLogEvents"]],
    ["GET", `${ORGANIZATION}/auditlogs/v2/export?startTime=0&format=cef`, 200],
    ["GET", `${ORGANIZATION}/auditlogs/event-types`, 200, undefined, ["eventTypes"]],
    ["GET", `${ORGANIZATION}/resources/summary?granularity=daily&lookbackDays=3`, 200, undefined, ["summary"]],
    ["GET", `${ORGANIZATION}/search/resources?query=type:aws&facet=type`, 200, undefined, ["total", "resources", "aggregations", "pagination"]],
    ["GET", `${ORGANIZATION}/search/resourcesv2?size=3`, 200, undefined, ["total", "resources", "pagination"]],
    ["GET", `${ORGANIZATION}/search/resources/export`, 200],
    ["GET", `${ORGANIZATION}/search/resources/parse?query=buckets`, 200, undefined, ["query"]],
    ["PUT", `${STACK}/deployments/settings`, 200, { operationContext: {}, sourceContext: { git: { repoURL: "https://example.com/web.git", branch: "main" } } }],
    ["POST", `${STACK}/deployments/settings`, 200, { tag: "v1" }],
    ["GET", `${STACK}/deployments/settings`, 200],
    ["POST", `${STACK}/deployments`, 202, { operation: "preview", inheritSettings: true }, ["id", "consoleUrl", "version"]],
    ["GET", `${STACK}/deployments?page=1&pageSize=5&sort=created&asc=true`, 200, undefined, ["deployments", "itemsPerPage", "total"]],
    ["GET", `${ORGANIZATION}/deployments`, 200, undefined, ["deployments", "itemsPerPage", "total"]],
    ["GET", `${deployed.path}/deployments/${deployed.found}`, 200, undefined, ["id", "status"]],
    ["GET", `${deployed.path}/deployments/${deployed.found}/logs`, 200, undefined, ["lines"]],
    ["GET", `${deployed.path}/deployments/${deployed.found}/updates`, 200],
    ...scheduleRows(""),
    ...scheduleRows("/drift"),
    ...scheduleRows("/ttl"),
    ["DELETE", `${STACK}/deployments/settings`, 200],
    ["GET", `${STACK}/drift/status`, 200, undefined, ["driftDetected"]],
    ["GET", `${STACK}/drift/runs`, 200, undefined, ["driftRuns", "itemsPerPage", "total"]],
    ["GET", `${drifted.path}/drift/runs/${drifted.found}`, 200, undefined, ["id", "status"]],
    ["GET", `${STACK}/policypacks?mode=preventative`, 200, undefined, ["requiredPolicies"]],
    ["GET", `${STACK}/policygroups`, 200, undefined, ["policyGroups"]],
    ["POST", `${ORGANIZATION}/policyresults/issues`, 200, { startRow: 0, endRow: 10 }, ["policyIssues", "groupData", "rowCount"]],
    ["POST", `${ORGANIZATION}/policyresults/compliance`, 200, { entity: "stack" }, ["columns", "rows"]],
    ["GET", `${ORGANIZATION}/policyresults/metadata`, 200, undefined, ["policyTotalCount"]],
    ["GET", "/api/esc/environments/acme", 200, undefined, ["environments"]],
    ["POST", "/api/stacks/acme/web", 200, { stackName: "brief", tags: { a: "b" } }],
    ["POST", "/api/stacks/acme/web/brief/import", 200, state, ["updateId"]],
    ["POST", "/api/stacks/acme/web/brief/rename", 200, { newName: "briefer", newProject: "" }, ["updateId"]],
    ["DELETE", "/api/stacks/acme/web/briefer?force=true", 204],
    ["GET", `${ORGANIZATION}/restore-stack`, 200, undefined, ["deletedStacks"]],
  ];
}

/** The answers of rows before fill the names in later ones: `{id}` is the last id an answer brought. */
function tokenRows(path, body) {
  return [
    ["GET", path, 200, undefined, ["tokens"]],
    ["POST", path, 200, body, ["id", "tokenValue"]],
    ["DELETE", `${path}/{id}`, 204],
  ];
}

function hookRows(path, body) {
  return [
    ["GET", path, 200, undefined, []],
    ["POST", path, 201, body, ["name", "displayName", "payloadUrl"]],
    ["GET", `${path}/{name}`, 200, undefined, ["name"]],
    ["PATCH", `${path}/{name}`, 200, { ...body, displayName: "some" }, ["name"]],
    ["POST", `${path}/{name}/ping`, 200, undefined, ["id", "kind", "payload"]],
    ["GET", `${path}/{name}/deliveries`, 200, undefined, []],
    ["POST", `${path}/{name}/deliveries/{id}/redeliver`, 200, undefined, ["id"]],
    ["DELETE", `${path}/{name}`, 204],
  ];
}

function scheduleRows(kind) {
  const body = kind === "/ttl" ? { timestamp: "2030-01-01T00:00:00Z" } : { scheduleCron: "0 6 * * *", ...(kind === "" ? { request: { operation: "refresh" } } : {}) };
  const all = `${STACK}/deployments/schedules`;
  return [
    ["POST", `${STACK}/deployments${kind}/schedules`, 200, body, ["id", "paused"]],
    ["POST", `${STACK}/deployments${kind}/schedules/{id}`, 200, body, ["id"]],
    ["GET", all, 200, undefined, ["schedules"]],
    ["GET", `${all}/{id}`, 200, undefined, ["id"]],
    ["POST", `${all}/{id}/pause`, 200],
    ["POST", `${all}/{id}/resume`, 200],
    ["GET", `${all}/{id}/history`, 200, undefined, ["scheduleHistoryEvents"]],
    ["DELETE", `${all}/{id}`, 200],
  ];
}

/** The first stack of which `find` knows something. */
async function stackWith(server, find) {
  const { stacks } = await get(server, "/api/user/stacks?organization=acme");
  for (const { projectName, stackName } of stacks) {
    const path = `/api/stacks/acme/${projectName}/${stackName}`;
    const found = await find(path);
    if (found !== undefined) return { path, found };
  }
  throw new Error("no stack of the sample has one");
}

test("every route answers as documented", async (t) => {
  const server = await backend(t);
  const names = {};
  const reached = new Set();
  for (const [method, template, status, body, keys] of await table(server)) {
    const path = template.replace(/\{(id|name)\}/g, (_, key) => encodeURIComponent(names[key]));
    const answer = await ask(server, method, path, body === undefined ? {} : { body });
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text.slice(0, 300)}`);
    assert.match(answer.headers["x-pulumi-request-id"], /^[0-9a-f-]{36}$/);
    if (status === 204) assert.equal(answer.bytes.length, 0, path);
    for (const key of keys ?? []) assert.ok(key in answer.json, `${method} ${path} has ${key}`);
    if (answer.json?.id !== undefined) names.id = answer.json.id;
    if (answer.json?.name !== undefined) names.name = answer.json.name;
    reached.add(`${method} ${path.split("?")[0]}`);
  }
  assert.ok(reached.size > 120);
});

test("a deleted stack can be restored, and a stack moves to another organization", async (t) => {
  const server = await backend(t);
  assert.equal((await ask(server, "POST", "/api/stacks/acme/web", { body: { stackName: "brief" } })).status, 200);
  assert.equal((await ask(server, "DELETE", "/api/stacks/acme/web/brief")).status, 204);
  const { deletedStacks } = await get(server, `${ORGANIZATION}/restore-stack`);
  const { programId } = deletedStacks.find(({ stackName }) => stackName === "brief");
  assert.equal((await ask(server, "POST", `${ORGANIZATION}/restore-stack/${programId}`, { body: { stackName: "brief" } })).status, 204);
  const other = (await get(server, "/api/user/stacks?maxResults=1000")).stacks.find(({ orgName }) => orgName !== "acme").orgName;
  assert.equal((await ask(server, "POST", "/api/stacks/acme/web/brief/transfer", { body: { toOrg: other } })).status, 204);
  assert.equal((await ask(server, "GET", `/api/stacks/${other}/web/brief`)).status, 200);
});

test("an environment is opened and read", async (t) => {
  const server = await backend(t);
  const { environments } = await get(server, "/api/esc/environments/acme");
  const { project, name } = environments[0];
  const path = `/api/esc/environments/acme/${project}/${name}/open`;
  const opened = await ask(server, "POST", `${path}?duration=1h`);
  assert.equal(opened.status, 200, opened.text);
  assert.equal((await ask(server, "GET", `${path}/${opened.json.id}`)).status, 200);
  assert.equal((await ask(server, "GET", `${path}/no-such-session`)).status, 404);
});

test("a running update and a running deployment can be cancelled", async (t) => {
  const server = await backend(t);
  const { updates } = await get(server, `${RUNNING}/updates?output-type=service`);
  const { updateID } = updates.find(({ info }) => info.result === "in-progress");
  assert.equal((await ask(server, "POST", `${RUNNING}/update/${updateID}/cancel`)).status, 204);
  assert.equal((await get(server, `${RUNNING}/update/${updateID}`)).status, "cancelled");
  const { json } = await ask(server, "POST", `${STACK}/deployments`, { body: { operation: "update", inheritSettings: true } });
  assert.equal((await ask(server, "POST", `${STACK}/deployments/${json.id}/cancel`)).status, 200);
});

test("the description lists each route", async (t) => {
  const server = await backend(t);
  const { paths } = await get(server, "/api/openapi/pulumi-spec.json");
  assert.ok(Object.keys(paths).length > 100);
  assert.ok(paths["/api/stacks/{organization}/{project}/{stack}/updates/latest/previews"].get);
});
