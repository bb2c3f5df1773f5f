// The same cases in a real Chromium, in a page and in a worker, from one origin; and what only a browser has.

import assert from "node:assert/strict";
import test from "node:test";
import { launch } from "../../scripts/chromium.mjs";
import { cases } from "./cases.mjs";
import { nameOf } from "./run.mjs";
import { startOrigin } from "./server.mjs";

const PATIENCE_MS = 300_000;

/** Calls functions of in-browser.mjs in a page of its own; what the page logs as an error is kept in `wrong`. */
async function inPage(t, context, origin) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin.url) && !request.url().startsWith("data:")) wrong.push(`request to ${request.url()}`);
  });
  t.after(() => page.close());
  await page.goto(`${origin.url}/tests/contract/blank.html`);
  const call = (name) =>
    page.evaluate(async ([name, token]) => (await import("/tests/contract/in-browser.mjs"))[name](token), [name, origin.token]);
  return { call, wrong };
}

async function everyCase(t, context, origin, name) {
  const { call, wrong } = await inPage(t, context, origin);
  const results = await call(name);
  assert.deepEqual(results.map((result) => result.name), cases.map(nameOf));
  for (const { name, error } of results) {
    await t.test(name, () => {
      if (error !== undefined) throw new Error(error);
    });
  }
  assert.deepEqual(wrong, []);
}

test("the package in Chromium", async (t) => {
  const origin = await startOrigin(t);
  const browser = await launch();
  t.after(() => browser.close());
  const context = await browser.newContext();
  const one = async (t, name) => {
    const { call, wrong } = await inPage(t, context, origin);
    const result = await call(name);
    assert.deepEqual(wrong, []);
    return result;
  };

  await t.test("every endpoint, called from a page", (t) => everyCase(t, context, origin, "everyCase"));
  await t.test("every endpoint, called from a worker", (t) => everyCase(t, context, origin, "everyCaseInWorker"));

  await t.test("a client works before init, and the module is fetched once", async (t) => {
    assert.deepEqual(await one(t, "beforeInit"), { before: 0, after: 1, groups: true, login: "ada", stacks: 3, code: "not_found" });
  });

  await t.test("lists work before init", async (t) => {
    assert.deepEqual(await one(t, "listsBeforeInit"), { items: ["dev", "prod", "staging"], pages: [2, 2] });
  });

  await t.test("answers of another realm", async (t) => {
    const { resources, ...result } = await one(t, "foreignRealm");
    assert.deepEqual(result, { foreign: true, login: "ada", missing: { code: "not_found", status: 404 } });
    assert.ok(resources > 0);
  });

  await t.test("a minimal mock of an answer", async (t) => {
    const { asked, ...result } = await one(t, "minimalMock");
    assert.deepEqual(result, { login: "mock", githubLogin: "acme", stacks: [], code: "unsupported" });
    const usual = { method: "GET", authorization: `token ${origin.token}`, cache: "no-store", signal: true };
    assert.deepEqual(asked, ["/api/user", "/api/user/organizations/default", "/api/user/stacks", "/api/capabilities"].map((pathname) => ({ ...usual, pathname })));
  });

  await t.test("aborts", async (t) => {
    assert.deepEqual(await one(t, "aborts"), { before: true, during: true, sent: true, list: true, timeout: "timeout", still: "ada" });
  });
});
