// A client that is made before the module is there. The module's own class is given to it, and a loader that the test holds.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { PulumiCloud as Real, StackscopeError } from "stackscope";
import { lazily } from "../../dist/lazy.js";

const TOKEN = "pul-0123456789abcdef0123456789abcdef01234567";
const ROWS = ["dev", "staging", "prod"].map((stackName) => ({ orgName: "acme", projectName: "web", stackName, tags: {} }));

/** A loader that succeeds when it is told to; what it is told first, it does first. */
function loader() {
  const turns = [];
  const ready = () => new Promise((resolve, reject) => turns.push({ resolve, reject }));
  return { ready, load: () => turns.splice(0).forEach(({ resolve }) => resolve()), fail: (error) => turns.splice(0).forEach(({ reject }) => reject(error)) };
}

/** A server of three stacks, a client of it that waits for its module, and what was asked. */
async function waiting(t, options = {}) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url.startsWith("/api/user/stacks") ? { stacks: ROWS } : { githubLogin: "ada", organizations: [] }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.close(), server.closeAllConnections()));
  const loading = loader();
  const PulumiCloud = lazily(Real, loading.ready);
  const given = { token: TOKEN, baseUrl: `http://127.0.0.1:${server.address().port}`, retry: false, ...options };
  return { ...loading, PulumiCloud, cloud: new PulumiCloud(given), given, seen };
}

const names = (stacks) => stacks.map(({ stackName }) => stackName);
const ALL = names(ROWS);

test("calls and lists wait for the module, and are as ever afterwards", async (t) => {
  const { cloud, load, seen } = await waiting(t);
  const user = cloud.user.get();
  const list = cloud.stacks.list();
  const all = list.toArray();
  const raw = cloud.request("GET", "/api/user");
  const pages = cloud.paginate("/api/user/stacks").pages();
  const page = pages.next();
  assert.deepEqual([list.resumeToken, list.total, list.truncated, list.status, seen.length], [undefined, undefined, false, undefined, 0]);
  load();
  assert.equal((await user).githubLogin, "ada");
  assert.deepEqual(names(await all), ALL);
  assert.equal((await raw).githubLogin, "ada");
  assert.deepEqual(names((await page).value.items), ALL);
  assert.equal((await cloud.user.get()).githubLogin, "ada");
  const got = [];
  for await (const stack of cloud.stacks.list()) got.push(stack);
  assert.deepEqual(names(got), ALL);
  assert.equal(cloud.stacks.list().constructor.name, "Pages", "the module's own lists, once it is there");
});

test("after a failed load, calls and lists that were begun before it go on", async (t) => {
  const { cloud, fail, load } = await waiting(t);
  const list = cloud.stacks.list();
  const paginated = cloud.paginate("/api/user/stacks");
  const pages = cloud.stacks.list().pages();
  const broken = new Error("the network is away");
  const firsts = [cloud.user.get(), list.next(), paginated.next(), pages.next()];
  await new Promise(setImmediate);
  fail(broken);
  for (const first of firsts) await assert.rejects(first, broken);
  const seconds = [list.toArray(), paginated.toArray(), pages.next(), cloud.user.get()];
  await new Promise(setImmediate);
  load();
  const [stacks, rows, page, user] = await Promise.all(seconds);
  assert.deepEqual([names(stacks), names(rows), names(page.value.items), user.githubLogin], [ALL, ALL, ALL, "ada"]);
});

test("a list that is never read does not reject unheard", async (t) => {
  const { cloud, fail } = await waiting(t);
  cloud.stacks.list();
  fail(new Error("away"));
  await new Promise(setImmediate);
});

describe("ends before the module is there", () => {
  test("return() before next() ends a list, by items and by pages", async (t) => {
    const { cloud, load, seen } = await waiting(t);
    for (const list of [cloud.stacks.list(), cloud.paginate("/api/user/stacks"), cloud.stacks.list().pages()]) {
      assert.deepEqual(await list.return("over"), { done: true, value: "over" });
      assert.deepEqual(await list.next(), { done: true, value: undefined });
    }
    const list = cloud.stacks.list();
    await list.return();
    load();
    assert.deepEqual(await list.toArray(), []);
    assert.deepEqual(await list.next(), { done: true, value: undefined });
    assert.equal(seen.length, 0);
  });

  test("return() while the module loads ends the list when it has come, or could not", async (t) => {
    const { cloud, load, fail } = await waiting(t);
    for (const settle of [fail, load]) {
      const list = cloud.stacks.list();
      const first = list.next().catch(() => "failed");
      const end = list.return();
      await new Promise(setImmediate);
      settle(new Error("away"));
      await first;
      assert.equal((await end).done, true);
      assert.equal((await list.next()).done, true);
    }
  });

  for (const how of ["free", ...(Symbol.dispose ? [Symbol.dispose] : [])]) {
    test(`${String(how)} before the module is there frees the client for good`, async (t) => {
      const { cloud, load, seen } = await waiting(t);
      const under = cloud.user.get();
      cloud[how]();
      cloud[how]();
      await new Promise(setImmediate);
      load();
      assert.equal((await under).githubLogin, "ada", "what was under way is served");
      for (const call of [() => cloud.user.get(), () => cloud.request("GET", "/api/user"), () => cloud.stacks.list().next()]) {
        await assert.rejects(async () => call(), (error) => error instanceof StackscopeError && error.code === "validation" && error.message === "the client was freed");
      }
      assert.equal(seen.length, 1);
    });
  }

  test("free() after the load frees the module's own client", async (t) => {
    const { cloud, load } = await waiting(t);
    const user = cloud.user.get();
    load();
    await user;
    cloud.free();
    cloud.free();
    await assert.rejects(async () => cloud.user.get());
  });
});

test("functions need no `this`, before the load and after", async (t) => {
  const { cloud, load } = await waiting(t);
  const { list } = cloud.stacks;
  const { request, paginate } = cloud;
  const { get } = cloud.user;
  const early = [list().toArray(), request("GET", "/api/user"), paginate("/api/user/stacks").toArray(), get()];
  load();
  await Promise.all(early);
  const late = cloud.stacks;
  const { list: again } = late;
  assert.deepEqual(names(await list().toArray()), ALL);
  assert.deepEqual(names(await again().toArray()), ALL);
  assert.deepEqual(names(await paginate("/api/user/stacks").toArray()), ALL);
  assert.equal((await get()).githubLogin, "ada");
  assert.equal((await request("GET", "/api/user")).githubLogin, "ada");
});

test("it is an object like others, and shows no token", async (t) => {
  const { cloud, load, PulumiCloud } = await waiting(t);
  const look = () => {
    assert.ok(cloud instanceof PulumiCloud);
    assert.equal(cloud.constructor, PulumiCloud);
    assert.equal(typeof cloud.hasOwnProperty, "function");
    assert.equal(cloud.then, undefined);
    assert.equal(cloud.nothing, undefined);
    assert.ok("stacks" in cloud);
    for (const value of [cloud, cloud.stacks]) {
      assert.equal(`${value}`, "[object Object]");
      assert.equal(JSON.stringify(value), "{}");
      assert.ok(!inspect(value, { depth: 9, showHidden: true, getters: true }).includes(TOKEN));
    }
    assert.equal(cloud.stacks, cloud.stacks);
    assert.equal(cloud.stacks.then, undefined);
  };
  look();
  const user = cloud.user.get();
  load();
  await user;
  look();
  assert.equal(cloud.stacks.nothing, undefined);
});

test("options are those of the moment it was made", async (t) => {
  const retry = { attempts: 2, baseMs: 1 };
  const { cloud, load, given, seen } = await waiting(t, { retry });
  const { baseUrl } = given;
  given.baseUrl = "http://127.0.0.1:9";
  given.token = "another";
  retry.attempts = -1;
  const user = cloud.user.get();
  load();
  assert.equal((await user).githubLogin, "ada");
  assert.deepEqual([cloud.baseUrl, seen.length], [baseUrl, 1]);
});

test("options that cannot be used are refused by the first call", async () => {
  for (const options of [{ baseUrl: "ftp://pulumi.example" }, { nonsense: 1 }, 5]) {
    const PulumiCloud = lazily(Real, async () => {});
    await assert.rejects(new PulumiCloud(options).user.get(), { name: "StackscopeError", code: "validation" });
  }
});

test("in a browser, what cannot wait says that the module is not loaded", async () => {
  const { endpoints, EventLog } = await import("../../dist/browser.js");
  for (const early of [() => endpoints(), () => new EventLog()]) {
    assert.throws(early, { code: "validation", message: "the module is not loaded yet", hint: "await init() first" });
  }
});
