// Resume tokens: another process goes on where this one stopped; another list does not take them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test } from "node:test";
import { failure, names, sample, scripted, stack } from "./support.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test("another process goes on behind the last item given out", async (t) => {
  const { cloud, backend } = await sample(t, { pageSize: 10, stacks: 60 });
  const list = cloud.stacks.list({ organization: "acme" });
  const first = [];
  for await (const { id } of list) if (first.push(id) === 23) break;

  const program = `
    import { PulumiCloud } from "stackscope";
    const cloud = new PulumiCloud({ token: "${backend.token}", baseUrl: "${backend.url}" });
    const rest = await cloud.stacks.list({ organization: "acme", resume: process.argv[1] }).toArray();
    console.log(JSON.stringify(rest.map(({ id }) => id)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program, list.resumeToken], { cwd: ROOT });
  const all = backend.world.stacks.list({ organization: "acme" }).map(({ id }) => id);
  assert.deepEqual([...first, ...JSON.parse(stdout)], all);
});

test("the token before the first item is the whole list's, the one after the last is none", async (t) => {
  const { cloud } = await sample(t, { pageSize: 10 });
  const list = cloud.stacks.list();
  const again = await cloud.stacks.list({ resume: list.resumeToken }).toArray();
  const all = await list.toArray();
  assert.deepEqual(again, all);
  assert.equal(list.resumeToken, undefined);
});

test("every item boundary of every page can be gone on from", async (t) => {
  const pages = { "": ["a", "b"], 2: ["c"], 3: ["d", "e"] };
  const { cloud } = await scripted(t, ({ query }) => {
    const token = query.get("continuationToken") ?? "";
    return [200, { stacks: pages[token].map(stack), continuationToken: { "": "2", 2: "3" }[token] }];
  });
  for (let taken = 0; taken < 5; taken += 1) {
    const list = cloud.stacks.list();
    const first = await list.toArray({ limit: taken });
    const rest = await cloud.stacks.list({ resume: list.resumeToken }).toArray();
    assert.deepEqual(names([...first, ...rest]), ["a", "b", "c", "d", "e"], `after ${taken}`);
  }
});

test("a page's token continues behind the page", async (t) => {
  const { cloud } = await sample(t, { pageSize: 10 });
  const all = await cloud.stacks.list().toArray();
  for await (const { items, resumeToken } of cloud.stacks.list().pages()) {
    const rest = resumeToken === undefined ? [] : await cloud.stacks.list({ resume: resumeToken }).toArray();
    assert.deepEqual(rest, all.slice(all.findIndex(({ id }) => id === items.at(-1).id) + 1));
  }
});

test("numbered lists, searches and events are resumed alike", async (t) => {
  const { cloud, backend } = await sample(t, { pageSize: 3 });
  const [{ updateID }] = await cloud.updates.list("acme/web/prod", { pageSize: 1 }).toArray({ limit: 1 });
  assert.ok(backend.requests.length > 0);
  const lists = {
    updates: (options) => cloud.updates.list("acme/web/prod", { pageSize: 3, ...options }),
    search: (options) => cloud.search.resources("acme", { size: 40, ...options }),
    searchV2: (options) => cloud.search.resourcesV2("acme", { size: 40, ...options }),
    events: (options) => cloud.updates.events("acme/web/prod", updateID, options),
    auditLogs: (options) => cloud.auditLogs.list("acme", { before: 1_793_500_000, ...options }),
    paginate: (options) => cloud.paginate("/api/user/stacks", options),
  };
  for (const [name, list] of Object.entries(lists)) {
    const all = await list().toArray({ limit: 60 });
    assert.ok(all.length > 4, `${name}: ${all.length}`);
    for (const taken of [1, 3, 4, all.length - 1]) {
      const begun = list();
      const first = await begun.toArray({ limit: taken });
      const rest = await list({ resume: begun.resumeToken }).toArray({ limit: all.length - taken });
      assert.deepEqual([...first, ...rest], all, `${name} after ${taken}`);
    }
  }
});

test("the token of another list, another filter or another organization is refused", async (t) => {
  const { cloud, backend } = await sample(t, { pageSize: 5 });
  const list = cloud.stacks.list({ organization: "acme" });
  await list.next();
  const resume = list.resumeToken;
  const before = backend.requests.length;
  const others = [
    (options) => cloud.stacks.list(options),
    (options) => cloud.stacks.list({ organization: "acme-labs", ...options }),
    (options) => cloud.stacks.list({ organization: "acme", project: "web", ...options }),
    (options) => cloud.members.list("acme", options),
    (options) => cloud.updates.list("acme/web/prod", options),
    (options) => cloud.paginate("/api/user/tokens", options),
  ];
  for (const other of others) {
    const error = await failure((async () => other({ resume }).toArray())());
    assert.equal(error.code, "validation");
    assert.match(error.message, /another list/);
  }
  assert.equal(backend.requests.length, before);
});

test("a damaged token is refused without a request", async (t) => {
  const { cloud, backend } = await sample(t);
  const list = cloud.stacks.list();
  await list.next();
  for (const resume of ["", "x", "%", "e30", Buffer.from('{"list":1}').toString("base64url"), (cloud.stacks.list().resumeToken ?? "").slice(1), "A".repeat(100_000), 7, {}]) {
    const error = await failure((async () => cloud.stacks.list({ resume }).toArray())());
    assert.equal(error.code, "validation", String(resume).slice(0, 30));
  }
  assert.equal(backend.requests.length, 1);
});

test("a token that the server has forgotten is the server's error", async (t) => {
  const { cloud } = await scripted(t, ({ query }) => (query.has("continuationToken") ? [400, { code: 400, message: "Bad Request: invalid continuation token" }] : [200, { stacks: [stack("a")], continuationToken: "2" }]));
  const list = cloud.stacks.list();
  await list.next();
  const error = await failure(list.next());
  assert.deepEqual([error.code, error.status, error.serverMessage], ["validation", 400, "Bad Request: invalid continuation token"]);
  assert.equal(error.resumeToken, list.resumeToken);
});
