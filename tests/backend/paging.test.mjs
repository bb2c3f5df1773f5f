// Lists in parts: tokens, numbered pages, the pages of a search, and the events of an update while it runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, backend, get, RUNNING, runningUpdate, STACK } from "./support.mjs";

/** All pages of a list with tokens. */
async function pages(server, path, key = "continuationToken", parameter = "continuationToken") {
  const found = [];
  for (let token; ; ) {
    const at = token === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}${parameter}=${encodeURIComponent(token)}`;
    const page = await get(server, at);
    found.push(page);
    token = page[key] ?? undefined;
    if (token === undefined) return found;
    assert.ok(found.length < 200, "the list ends");
  }
}

const names = (list) => list.flatMap(({ stacks }) => stacks.map(({ orgName, projectName, stackName }) => `${orgName}/${projectName}/${stackName}`));

test("stacks come a hundred at a time, each once", async (t) => {
  const server = await backend(t, { stacks: 1000 });
  const all = await pages(server, "/api/user/stacks");
  assert.ok(all.length > 10);
  assert.ok(all.slice(0, -1).every(({ stacks }) => stacks.length === 100));
  const seen = names(all);
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(names(await pages(server, "/api/user/stacks?maxResults=7&organization=acme&project=web")), names(await pages(server, "/api/user/stacks?organization=acme&project=web")));
});

test("a token belongs to its list", async (t) => {
  const server = await backend(t, { pageSize: 1 });
  const { continuationToken } = await get(server, "/api/user/stacks");
  for (const token of [continuationToken, `${continuationToken}x`, "5-", "=", "%00"]) {
    assert.equal((await ask(server, "GET", `/api/orgs/acme/members?continuationToken=${token}`)).status, 400, token);
  }
});

test("small pages give the same rows as large ones", async (t) => {
  const large = await backend(t);
  const small = await backend(t, { world: large.world, pageSize: 2 });
  const lists = [
    ["/api/orgs/acme/members?type=backend", "members"],
    ["/api/orgs/acme/teams", "teams"],
    ["/api/user/tokens", "tokens"],
    ["/api/orgs/acme/auditlogs?startTime=4000000000&userFilter=ada", "auditLogEvents"],
    ["/api/esc/environments/acme", "environments", "nextToken"],
  ];
  for (const [path, rows, key] of lists) {
    const gathered = (server) => pages(server, path, key).then((all) => all.flatMap((page) => page[rows]));
    const whole = await gathered(large);
    assert.ok(whole.length > 2, `${path} has more than one small page`);
    assert.deepEqual(await gathered(small), whole, path);
  }
});

test("numbered pages count from 1, and page 0 is everything", async (t) => {
  const server = await backend(t);
  const all = await get(server, `${STACK}/updates?output-type=service`);
  assert.equal(all.updates.length, all.total);
  assert.deepEqual(await get(server, `${STACK}/updates?output-type=service&page=0&pageSize=1`), all);
  const newest = await get(server, `${STACK}/updates?output-type=service&page=1&pageSize=1`);
  assert.deepEqual(newest, { updates: all.updates.slice(0, 1), itemsPerPage: 1, total: all.total });
  const second = await get(server, `${STACK}/updates?output-type=service&page=2&pageSize=1`);
  assert.deepEqual(second.updates, all.updates.slice(1, 2));
  assert.equal((await get(server, `${STACK}/updates?output-type=service&page=1`)).updates.length, Math.min(10, all.total));
  assert.deepEqual((await get(server, `${STACK}/updates?output-type=service&page=999`)).updates, []);
  assert.deepEqual((await get(server, `${STACK}/updates`)).updates, all.updates.map(({ info }) => info));
  const down = (await get(server, `${STACK}/updates/latest/previews`)).updates;
  assert.deepEqual((await get(server, `${STACK}/updates/latest/previews?asc=true`)).updates, [...down].reverse());
});

test("a search is paged by number, and by tokens beyond the reach of numbers", async (t) => {
  const server = await backend(t);
  const path = "/api/orgs/acme/search/resources";
  const first = await get(server, `${path}?size=20`);
  assert.equal(first.resources.length, 20);
  assert.equal(first.pagination.previous, null);
  const next = new URL(first.pagination.next);
  assert.equal(next.host, `127.0.0.1:${server.port}`);
  assert.equal(next.searchParams.get("page"), "2");
  const second = await get(server, next.pathname + next.search);
  assert.equal(new URL(second.pagination.previous).searchParams.get("page"), "1");
  const onward = new URL(first.pagination.continue);
  const continued = await get(server, onward.pathname + onward.search);
  assert.deepEqual(continued.resources, second.resources);
  assert.equal(continued.pagination.next, null);
  assert.equal(continued.pagination.previous, null);
  const last = await get(server, `${path}?size=20&page=${Math.ceil(first.total / 20)}`);
  assert.equal(last.pagination.next, null);
  assert.equal(last.pagination.continue, null);
});

test("page numbers reach ten thousand results, tokens all", async (t) => {
  const { world } = await backend(t);
  const rows = Array.from({ length: 10_050 }, (_, index) => ({ urn: `urn:${index}` }));
  const search = { resources: () => ({ total: rows.length, resources: rows, aggregations: {} }), resourcesV2: () => ({ total: rows.length, resources: rows, aggregations: {} }) };
  const server = await backend(t, { world: Object.create(world, { search: { value: search } }) });
  const path = "/api/orgs/acme/search/resources";
  const last = await get(server, `${path}?size=100&page=100`);
  assert.equal(last.pagination.next, null);
  assert.equal(last.resources.at(-1).urn, "urn:9999");
  assert.equal((await ask(server, "GET", `${path}?size=100&page=101`)).status, 400);
  const beyond = new URL(last.pagination.continue);
  const { resources, pagination } = await get(server, beyond.pathname + beyond.search);
  assert.deepEqual([resources.length, resources[0].urn, pagination.continue], [50, "urn:10000", null]);
  const second = await get(server, `${path}v2?size=100&page=100`);
  assert.equal(new URL(second.pagination.next).searchParams.get("cursor"), second.pagination.cursor);
});

test("the second version of the search has a cursor", async (t) => {
  const server = await backend(t);
  const path = "/api/orgs/acme/search/resourcesv2?size=50&sort=urn&asc=true";
  const first = await get(server, path);
  const bySecond = await get(server, `${path}&page=2`);
  const byCursor = await get(server, `${path}&cursor=${first.pagination.cursor}`);
  assert.deepEqual(byCursor.resources, bySecond.resources);
  assert.equal(byCursor.pagination.previous, null);
});

test("events come a hundred at a time; the token is null at the end only", async (t) => {
  let now = Date.parse("2026-11-01T00:00:10Z");
  const server = await backend(t, { now: () => now });
  const { updateID } = await runningUpdate(server);
  const path = `${RUNNING}/update/${updateID}/events`;
  const seen = [];
  let token = "";
  let empty = 0;
  for (let turn = 0; token !== null; turn += 1) {
    assert.ok(turn < 500, "the update ends");
    const page = await get(server, `${path}?continuationToken=${token}`);
    assert.ok(page.events.length <= 100);
    if (page.events.length === 0 && token !== "") {
      empty += 1;
      if (page.continuationToken !== null) assert.equal(page.continuationToken, token);
    }
    seen.push(...page.events);
    token = page.continuationToken;
    now += 700;
  }
  assert.ok(seen.length > 0);
  assert.equal((await get(server, `${RUNNING}/update/${updateID}`)).status, "succeeded");
  const whole = server.world.updates.events({ organization: "acme", project: "web", stack: "dev" }, updateID);
  assert.deepEqual(seen, whole.events);
  for (const event of seen) assert.ok(event[event.type]);
});

test("events are filtered by type and by resource", async (t) => {
  const server = await backend(t);
  const { updateID } = await get(server, `${STACK}/updates/latest`);
  const path = `${STACK}/update/${updateID}/events`;
  const events = (await pages(server, path)).flatMap((page) => page.events);
  const summaries = await get(server, `${path}?type=5`);
  assert.deepEqual(summaries.events, events.filter(({ type }) => type === "summaryEvent"));
  const { urn } = events.find(({ type }) => type === "resourcePreEvent").resourcePreEvent.metadata;
  const about = (await get(server, `${path}?urn=${encodeURIComponent(urn)}`)).events;
  assert.ok(about.length > 0 && about.length < events.length);
  assert.equal((await ask(server, "GET", `${path}?type=preludeEvent`)).status, 400);
});

test("a deployment's log comes in parts", async (t) => {
  const server = await backend(t);
  const { deployments } = await get(server, "/api/orgs/acme/deployments");
  const { id, projectName, stackName } = deployments[0];
  const path = `/api/stacks/acme/${projectName}/${stackName}/deployments/${id}/logs`;
  const { lines } = await get(server, `${path}?count=499`);
  assert.ok(lines.length > 2);
  const parts = await pages(server, `${path}?count=2`, "nextToken");
  assert.deepEqual(parts.flatMap((part) => part.lines), lines);
  const step = await get(server, `${path}?job=0&step=0&count=1&offset=0`);
  assert.equal(step.lines.length, 1);
});
