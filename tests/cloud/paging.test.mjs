// Lists by continuation token: where they go on, where they end, and what they never do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, names, sample, scripted, stack, until, within } from "./support.mjs";

/** A server whose pages are these, by token; the first page's token is `""`. */
const paged = (t, pages, options) => scripted(t, ({ query }) => [200, pages[query.get("continuationToken") ?? ""]], options);

const page = (rows, continuationToken) => ({ stacks: rows.map(stack), ...(continuationToken === undefined ? {} : { continuationToken }) });

test("a missing token, null and an empty one end a list", async (t) => {
  for (const last of [undefined, null, ""]) {
    const { cloud, seen } = await paged(t, { "": page(["a", "b"], "2"), 2: { stacks: [stack("c")], continuationToken: last } });
    assert.deepEqual(names(await cloud.stacks.list().toArray()), ["a", "b", "c"]);
    assert.equal(seen.length, 2);
  }
});

test("an empty page with a token is not the end", async (t) => {
  const { cloud } = await paged(t, { "": page([], "2"), 2: page([], "3"), 3: page(["a"], "4"), 4: page([], "5"), 5: page(["b"]) });
  assert.deepEqual(names(await cloud.stacks.list().toArray()), ["a", "b"]);
});

test("pages without items are not given out", async (t) => {
  const { cloud } = await paged(t, { "": page([], "2"), 2: page(["a"], "3"), 3: page([]) });
  const sizes = [];
  for await (const { items } of cloud.stacks.list().pages()) sizes.push(items.length);
  assert.deepEqual(sizes, [1]);
});

test("a page tells its items, what else the answer held, and where to go on", async (t) => {
  const { cloud } = await paged(t, { "": { ...page(["a"], "2"), region: "eu", total: 2 }, 2: { ...page(["b"]), total: 2 } });
  const list = cloud.stacks.list();
  const pages = [];
  for await (const one of list.pages()) pages.push(one);
  assert.deepEqual(pages.map(({ items, total, answer }) => [names(items), total, answer.region]), [[["a"], 2, "eu"], [["b"], 2, undefined]]);
  assert.equal(typeof pages[0].resumeToken, "string");
  assert.equal("resumeToken" in pages[1], false);
  assert.deepEqual([list.total, list.truncated, list.resumeToken], [2, false, undefined]);
});

test("a token that leads back is a loop, whatever its length, after all items that there were", async (t) => {
  for (const back of ["2", "3"]) {
    const { cloud, seen } = await paged(t, { "": page(["a"], "2"), 2: page(["b"], "3"), 3: page(["c"], back) });
    const given = [];
    const error = await failure((async () => {
      for await (const { stackName } of cloud.stacks.list()) given.push(stackName);
    })());
    assert.deepEqual([error.code, error.method, error.path], ["paging_loop", "GET", "/api/user/stacks"]);
    assert.deepEqual(given, ["a", "b", "c"]);
    assert.equal(seen.length, 3);
  }
});

test("a loop can be resumed once the server has mended", async (t) => {
  const pages = { "": page(["a"], "2"), 2: page(["b", "c"], "2") };
  const { cloud } = await paged(t, pages);
  const error = await failure((async () => {
    for await (const stack of cloud.stacks.list()) assert.ok(stack);
  })());
  pages[2] = page(["b", "c", "d"], "3");
  pages[3] = page(["e"]);
  assert.deepEqual(names(await cloud.stacks.list({ resume: error.resumeToken }).toArray()), ["d", "e"]);
});

test("an array that fails is read again from where it began: nobody has its first items", async (t) => {
  const pages = { "": page(["a"], "2"), 2: page(["b"], "2") };
  const { cloud } = await paged(t, pages);
  const error = await failure(cloud.stacks.list().toArray());
  pages[2] = page(["b"]);
  assert.deepEqual(names(await cloud.stacks.list({ resume: error.resumeToken }).toArray()), ["a", "b"]);
});

test("what stands before an item that is none is given out, and the error stays", async (t) => {
  const { cloud } = await scripted(t, () => [200, { stacks: [stack("a"), stack("b"), 5, stack("d")] }]);
  const list = cloud.stacks.list();
  assert.deepEqual([(await list.next()).value.stackName, (await list.next()).value.stackName], ["a", "b"]);
  for (let time = 0; time < 2; time += 1) {
    const error = await failure(list.next());
    assert.deepEqual([error.code, error.jsonPath, error.status, error.method, error.path], ["decode", "stacks[2]", 200, "GET", "/api/user/stacks"]);
  }
});

test("a row that comes again on the next page is given out once", async (t) => {
  const { cloud } = await paged(t, { "": page(["a", "b"], "2"), 2: page(["b", "c"], "3"), 3: page(["c", "d"]) });
  assert.deepEqual(names(await cloud.stacks.list().toArray()), ["a", "b", "c", "d"]);
});

test("one page more than `maxPages` is page_cap, and the list goes on from there", async (t) => {
  const { cloud } = await paged(t, { "": page(["a"], "2"), 2: page(["b"], "3"), 3: page(["c"]) });
  assert.deepEqual(names(await cloud.stacks.list({ maxPages: 3 }).toArray()), ["a", "b", "c"]);
  const list = cloud.stacks.list({ maxPages: 2 });
  const given = [];
  const error = await failure((async () => {
    for await (const { stackName } of list) given.push(stackName);
  })());
  assert.equal(error.code, "page_cap");
  assert.deepEqual(given, ["a", "b"]);
  assert.deepEqual(names(await cloud.stacks.list({ resume: error.resumeToken }).toArray()), ["c"]);
});

test("an endless list of empty pages ends at 1,000 pages", async (t) => {
  const { cloud, seen } = await scripted(t, (_, count) => [200, page([], String(count))]);
  assert.equal((await failure(cloud.stacks.list().toArray())).code, "page_cap");
  assert.equal(seen.length, 1_000);
});

test("a list that ends early although the server counts more says so", async (t) => {
  const { cloud } = await paged(t, { "": { ...page(["a", "b"]), total: 5 } });
  const list = cloud.stacks.list();
  assert.equal((await list.toArray()).length, 2);
  assert.deepEqual([list.total, list.truncated], [5, true]);
});

test("parallel next() fetch each page once and give each item once", async (t) => {
  const { cloud, seen } = await paged(t, { "": page(["a", "b"], "2"), 2: page(["c"], "3"), 3: page(["d"]) });
  const list = cloud.stacks.list();
  const steps = await Promise.all(Array.from({ length: 8 }, () => list.next()));
  assert.deepEqual(steps.map(({ done, value }) => (done ? null : value.stackName)), ["a", "b", "c", "d", null, null, null, null]);
  assert.equal(seen.length, 3);
});

test("nothing is asked before the first next(), and no page before it is needed", async (t) => {
  const { cloud, seen } = await paged(t, { "": page(["a", "b"], "2"), 2: page(["c"]) });
  const list = cloud.stacks.list();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(seen.length, 0);
  await list.next();
  await list.next();
  assert.equal(seen.length, 1);
});

test("leaving a loop ends the list", async (t) => {
  const { cloud, seen } = await paged(t, { "": page(["a", "b"], "2"), 2: page(["c"]) });
  const list = cloud.stacks.list();
  for await (const _ of list) break;
  assert.deepEqual(await list.next(), { done: true, value: undefined });
  assert.equal(seen.length, 1);
});

test("return() ends the request under way, and the next() that waits for it", async (t) => {
  const { cloud, seen, gone } = await scripted(t, (_, count) => (count === 1 ? [200, page(["a"], "2")] : undefined));
  for (const open of [(list) => list, (list) => list.pages()]) {
    const list = open(cloud.stacks.list());
    const before = gone.length;
    if (seen.length === 0) await list.next();
    const waiting = list.next();
    await until(() => seen.length === 2 + before);
    await within(500, list.return());
    assert.equal((await within(500, waiting)).done, true);
    await until(() => gone.length === before + 1);
  }
});

test("toArray({ limit }) fetches no more pages than it needs", async (t) => {
  const { cloud, seen } = await paged(t, { "": page(["a", "b"], "2"), 2: page(["c"], "3"), 3: page(["d"]) });
  assert.deepEqual(names(await cloud.stacks.list().toArray({ limit: 3 })), ["a", "b", "c"]);
  assert.equal(seen.length, 2);
  assert.deepEqual(await cloud.stacks.list().toArray({ limit: 0 }), []);
  assert.equal(seen.length, 2);
});

test("filters go along on every page, percent-encoded", async (t) => {
  const { cloud, seen } = await paged(t, { "": page(["a"], "t&k=n/+ü"), "t&k=n/+ü": page(["b"]) });
  await cloud.stacks.list({ organization: "acme", tagName: "a&b", tagValue: "x=y#é" }).toArray();
  for (const { query } of seen) assert.deepEqual([query.get("organization"), query.get("tagName"), query.get("tagValue")], ["acme", "a&b", "x=y#é"]);
  assert.equal(seen.length, 2);
});

test("bare arrays and `null` are lists", async (t) => {
  for (const [body, expected] of [[[stack("a"), stack("b")], ["a", "b"]], [{ stacks: null }, []], [[], []]]) {
    const { cloud } = await scripted(t, () => [200, body]);
    assert.deepEqual(names(await cloud.stacks.list().toArray()), expected);
  }
});

test("paginate() tells from the answers how a list is paged", async (t) => {
  const { cloud, seen } = await scripted(t, ({ path, query }) => {
    if (path === "/api/tokens") return [200, query.has("continuationToken") ? { rows: [2] } : { rows: [1], continuationToken: "x" }];
    if (path === "/api/next") return [200, query.has("continuationToken") ? { rows: [2] } : { rows: [1], nextToken: "x" }];
    if (path === "/api/numbers") return [200, { rows: [Number(query.get("page") ?? 1)], total: 2, itemsPerPage: 1 }];
    return [200, [1, 2]];
  });
  for (const path of ["/api/tokens", "/api/next", "/api/numbers", "/api/bare"]) assert.deepEqual(await cloud.paginate(path, { query: { a: ["b", "c"] } }).toArray(), [1, 2], path);
  for (const { query } of seen) assert.deepEqual(query.getAll("a"), ["b", "c"]);
});

test("lists of the sample backend are whole", async (t) => {
  const { cloud, backend } = await sample(t, { pageSize: 7, stacks: 40 });
  const all = backend.world.stacks.list();
  assert.equal((await cloud.stacks.list().toArray()).length, all.length);
  assert.equal((await cloud.members.list("acme").toArray()).length, backend.world.members.list("acme", { type: "backend" }).length);
  assert.equal((await cloud.paginate("/api/user/stacks").toArray()).length, all.length);
});
