// Lists by page number, of servers that count from 1, from 0, or not at all; and searches, whose next page is an address.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { failure, PROD, sample, scripted } from "./support.mjs";

const row = (version) => ({ version, updateID: `00000000-0000-4000-8000-${String(version).padStart(12, "0")}`, info: { kind: "update", result: "succeeded", version, startTime: version } });

/** Rows newest first, and how servers cut them: each takes page and pageSize as they were sent, NaN where they were not. */
const rowsOf = (count) => Array.from({ length: count }, (_, index) => row(count - index));
const SERVERS = {
  "from 1, with a total": (rows, page, size) => ({ updates: page > 0 ? rows.slice((page - 1) * size, page * size) : rows, itemsPerPage: size, total: rows.length }),
  "from 1, without a total": (rows, page, size) => ({ updates: page > 0 ? rows.slice((page - 1) * size, page * size) : rows }),
  "from 0, without a total": (rows, page, size) => ({ updates: rows.slice((page || 0) * (size || 10), ((page || 0) + 1) * (size || 10)) }),
  "paging ignored": (rows) => ({ updates: rows }),
  "paging ignored, a bare list": (rows) => rows,
};

describe("updates.list gives every update once, newest first", () => {
  for (const [name, cut] of Object.entries(SERVERS)) {
    test(name, async (t) => {
      let rows = [];
      const { cloud, seen } = await scripted(t, ({ query }) => [200, cut(rows, Number(query.get("page") ?? NaN), Number(query.get("pageSize") ?? NaN))]);
      for (const count of [0, 1, 2, 3, 4, 5, 6, 7, 12]) {
        for (const pageSize of [undefined, 1, 3, 4]) {
          rows = rowsOf(count);
          seen.length = 0;
          const got = await cloud.updates.list(PROD, pageSize === undefined ? {} : { pageSize }).toArray();
          assert.deepEqual(got.map(({ version }) => version), rows.map(({ version }) => version), `${count} rows, pages of ${pageSize}`);
          assert.ok(seen.length <= count / (pageSize ?? 10) + 3, `${seen.length} requests for ${count} rows in pages of ${pageSize}`);
        }
      }
    });
  }
});

test("the newest update is the first, whoever serves it", async (t) => {
  for (const [name, cut] of Object.entries(SERVERS)) {
    const { cloud } = await scripted(t, ({ query }) => [200, cut(rowsOf(5), Number(query.get("page") ?? NaN), Number(query.get("pageSize") ?? NaN))]);
    const [newest] = await cloud.updates.list(PROD, { pageSize: 1 }).toArray({ limit: 1 });
    assert.equal(newest.version, 5, name);
  }
});

test("a list by number says its total, and whether it is truncated", async (t) => {
  const { cloud } = await scripted(t, ({ query }) => [200, { updates: query.get("page") === "1" ? rowsOf(2) : [], itemsPerPage: 2, total: 9 }]);
  const list = cloud.updates.list(PROD, { pageSize: 2 });
  assert.equal((await list.toArray()).length, 2);
  assert.deepEqual([list.total, list.truncated], [9, true]);
});

test("a first page can be named, and the list begins there", async (t) => {
  const { cloud, backend } = await sample(t);
  const all = backend.world.updates.list({ organization: "acme", project: "web", stack: "prod" }).map(({ version }) => version);
  const got = await cloud.updates.list(PROD, { page: 2, pageSize: 3 }).toArray();
  assert.deepEqual(got.map(({ version }) => version), all.slice(3));
});

test("the sample backend's dialects give the same updates", async (t) => {
  const versions = {};
  for (const dialect of ["cloud", "pulumi-backend"]) {
    const { cloud } = await sample(t, { dialect });
    versions[dialect] = (await cloud.updates.list(PROD, { pageSize: 4 }).toArray()).map(({ version }) => version);
  }
  assert.ok(versions.cloud.length > 8);
  assert.deepEqual(versions["pulumi-backend"], versions.cloud);
});

describe("searches", () => {
  const found = (name) => ({ urn: `urn:pulumi:prod::web::t:m:R::${name}`, name, project: "web", stack: "prod" });
  const searched = (t, pages) => scripted(t, ({ query }) => [200, pages(query)]);

  test("`next` and `continue` lead on, as addresses or as tokens", async (t) => {
    for (const next of ["/api/orgs/acme/search/resources?page=2", "https://api.pulumi.com/api/orgs/acme/search/resources?page=2&size=1", "?page=2"]) {
      const { cloud } = await searched(t, (query) => (query.get("page") === "2" ? { resources: [found("b")], pagination: { next: null } } : { resources: [found("a")], pagination: { next } }));
      assert.deepEqual((await cloud.search.resources("acme").toArray()).map(({ name }) => name), ["a", "b"], next);
    }
    for (const next of ["https://api.pulumi.com/x?continue=zz", "zz"]) {
      const { cloud } = await searched(t, (query) => (query.get("continue") === "zz" ? { resources: [found("b")], pagination: null } : { resources: [found("a")], pagination: { continue: next } }));
      assert.deepEqual((await cloud.search.resources("acme").toArray()).map(({ name }) => name), ["a", "b"], next);
    }
  });

  test("an address at another origin is never followed there", async (t) => {
    const foreign = await scripted(t, () => [200, { resources: [found("stolen")] }]);
    for (const field of ["next", "continue"]) {
      const { cloud, seen } = await searched(t, (query) =>
        query.has("page") || query.has("continue") ? { resources: [found("b")] } : { resources: [found("a")], pagination: { [field]: `${foreign.url}/api/orgs/acme/search/resources?page=2&continue=x` } });
      assert.deepEqual((await cloud.search.resources("acme").toArray()).map(({ name }) => name), ["a", "b"]);
      assert.equal(seen.length, 2);
      for (const { path } of seen) assert.equal(path, "/api/orgs/acme/search/resources");
    }
    assert.equal(foreign.seen.length, 0);
  });

  test("the search itself goes along on every page", async (t) => {
    const { cloud, seen } = await searched(t, (query) => (query.get("page") === "2" ? { resources: [found("b")] } : { resources: [found("a")], pagination: { next: "/x?page=2" } }));
    await cloud.search.resources("acme", { query: "type:aws:s3/bucket:Bucket", sort: ["name", "modified"], size: 1 }).toArray();
    for (const { query } of seen) assert.deepEqual([query.get("query"), query.getAll("sort"), query.get("size")], ["type:aws:s3/bucket:Bucket", ["name", "modified"], "1"]);
  });

  test("a search that leads back is a loop", async (t) => {
    const { cloud, seen } = await searched(t, () => ({ resources: [found("a")], pagination: { next: "/x?page=1" } }));
    assert.equal((await failure(cloud.search.resources("acme").toArray())).code, "paging_loop");
    assert.ok(seen.length <= 3);
  });

  test("both versions of the sample backend's search give every resource once", async (t) => {
    const { cloud, backend } = await sample(t);
    const total = backend.world.search.resources("acme", {}).total;
    for (const list of [cloud.search.resources("acme", { size: 1_000 }), cloud.search.resourcesV2("acme", { size: 1_000 })]) {
      const rows = await list.toArray();
      const keys = rows.map(({ project, stack, urn, id, delete: gone }) => [project, stack, urn, id, gone].join(" "));
      assert.equal(new Set(keys).size, total);
      assert.deepEqual([rows.length, list.total, list.truncated], [total, total, false]);
    }
  });
});
