// Search over an organisation's resources: queries, facets, order, export, links, and what goes wrong.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { startBackend } from "../../dist/backend/index.js";
import { audit } from "./support/audit.mjs";
import { openPage as openAny } from "./support/browser.mjs";

// One organisation for all tests, which only read: to make its states takes longer than to search them.
let world;
before(async () => {
  const backend = await startBackend();
  world = backend.world;
  const { status } = await fetch(`${backend.url}/api/orgs/acme/search/resourcesv2`, { headers: { accept: "application/vnd.pulumi+8", authorization: `token ${backend.token}` } });
  assert.equal(status, 200);
  await backend.close();
});
const openPage = (t, options) => openAny(t, { ...options, serving: { sample: { world } } });

const HASH = "#/organization/acme/search";
const ANY = /\/api\/orgs\/acme\/search\/resources(v2)?(\?|$)/;
const answer = (status, message) => ({ status, contentType: "application/json", body: JSON.stringify({ code: status, message }) });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const found = (page, words) => page.locator("stackscope-search .found .status", { hasText: words }).waitFor();
const types = (page) => page.locator("stackscope-search .type").allTextContents();
const value = (page) => page.getByRole("searchbox").inputValue();

test("an example, a typed query, and the address", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await found(page, /resources/);
  await page.getByRole("button", { name: "type:aws:s3/bucket:Bucket" }).click();
  await page.waitForURL(/q=type/);
  await page.waitForFunction(() => [...document.querySelector("stackscope-search").shadowRoot.querySelectorAll(".type")].every((one) => one.textContent === "aws:s3/bucket:Bucket"));
  const all = await page.locator(".found .status").textContent();
  await page.getByRole("searchbox").fill("type:aws:s3/bucket:Bucket stack:prod");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(/stack%3Aprod/);
  await page.waitForFunction((before) => document.querySelector("stackscope-search").shadowRoot.querySelector(".found .status").textContent !== before, all);
  await page.reload();
  await found(page, /resource/);
  assert.equal(await value(page), "type:aws:s3/bucket:Bucket stack:prod");
  await page.goBack();
  await found(page, all);
  assert.equal(await value(page), "type:aws:s3/bucket:Bucket");
});

test("facets go into the query and out of it, one value of each", async (t) => {
  const page = await openPage(t, { hash: HASH });
  const facet = (section, name) => page.getByRole("region", { name: section, exact: true }).getByRole("button", { name });
  await facet("Package", "kubernetes").click();
  await page.waitForURL(/package%3Akubernetes/);
  await page.locator(".facet[aria-pressed=true]", { hasText: "kubernetes" }).waitFor();
  await page.waitForFunction(() => [...document.querySelector("stackscope-search").shadowRoot.querySelectorAll(".type")].every((one) => one.textContent.startsWith("kubernetes:")));
  await facet("Stack", "prod").click();
  assert.equal(await value(page), "package:kubernetes stack:prod");
  await page.locator(".facet[aria-pressed=true]", { hasText: "prod" }).waitFor();
  await facet("Package", "kubernetes").click();
  assert.equal(await value(page), "stack:prod");
});

test("a result leads to its resource, by mouse and by key", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=${encodeURIComponent("project:web stack:prod type:aws:lambda/function:Function")}` });
  await found(page, /resource/);
  const link = page.locator("stackscope-search .row-slot .link.strong").first();
  assert.match(decodeURIComponent(await link.getAttribute("href")), /#\/stack\/acme\/web\/prod\/resources\?urn=urn:pulumi:prod::web::/);
  await page.locator("stackscope-search .row-slot").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/stack\/acme\/web\/prod\/resources\?urn=/);
});

test("the order is chosen and kept", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=package:aws` });
  await found(page, /resource/);
  await page.getByLabel("Order").selectOption("-modified");
  await page.waitForURL(/sort=-modified/);
  await page.waitForFunction(() => {
    const times = [...document.querySelector("stackscope-search").shadowRoot.querySelectorAll("stackscope-time")].map((one) => Date.parse(one.value));
    return times.length > 5 && times.every((time, at) => at === 0 || time <= times[at - 1]);
  });
});

test("thousands of results: more are read as one scrolls, few are in the document", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await found(page, /^\d,\d{3} resources/);
  await page.locator("stackscope-search .row-slot").first().focus();
  const reach = () => page.getByRole("table").getAttribute("aria-rowcount").then(Number);
  for (let times = 0; times < 3; times += 1) {
    const before = await reach();
    await page.keyboard.press("End");
    await page.waitForFunction((before) => Number(document.querySelector("stackscope-search").shadowRoot.querySelector("[role=table]").getAttribute("aria-rowcount")) > before, before);
    await page.locator("stackscope-search .row-slot:focus .type").waitFor();
  }
  assert.ok((await page.locator("stackscope-search .row-slot").count()) < 60);
});

test("plain words become a query where the server makes one", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=production%20buckets` });
  await page.getByRole("button", { name: "Turn it into a query" }).click();
  await page.waitForFunction(() => document.querySelector("stackscope-search").shadowRoot.querySelector("#query").value.includes("type:aws:s3/bucket:Bucket"));
  await found(page, /resource/);
});

test("a server without that says so once, and offers it no more", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=production%20buckets`, expected: [/402/] });
  await page.route(/search\/resources\/parse/, (route) => route.fulfill(answer(402, "not in your plan")));
  await page.getByRole("button", { name: "Turn it into a query" }).click();
  await page.getByText("This server does not turn words into queries.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Turn it into a query" }).count(), 0);
});

test("export saves everything that is found", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=${encodeURIComponent("type:aws:s3/bucket:Bucket")}` });
  await found(page, /resource/);
  const count = Number((await page.locator(".found .status").textContent()).replace(/\D/g, ""));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  assert.equal(lines.length, count + 1);
});

test("not understood, nothing found, refused, no such server: each is said", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=nonsense:1`, expected: [/4\d\d/] });
  await page.getByText("The server does not understand this query").waitFor();
  await page.getByRole("button", { name: "Clear the query" }).click();
  await found(page, /resource/);
  await page.getByRole("searchbox").fill("name:nothing-of-the-kind");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("No resource found").waitFor();
  await audit(page);
  await page.route(ANY, (route) => route.fulfill(answer(403, "not for you")));
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("You may not search the resources").waitFor();
  await page.unrouteAll();
  await page.route(ANY, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404 page not found\n" }));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("This server has no search over resources").waitFor();
});

test("hostile results do no harm at 360 px", async (t) => {
  const page = await openPage(t, { hash: "#/", width: 360 });
  const hostile = '<img src=x onerror="alert(1)">\u202etxt';
  const resources = [{ name: hostile, type: `${hostile}${"x".repeat(100_000)}`, project: "p", stack: "s", urn: `urn:pulumi:s::p::t::${"n".repeat(50_000)}`, pending: hostile, protected: true }];
  await page.route(ANY, (route) => route.fulfill({ json: { total: 1, resources, aggregations: { type: { results: [{ name: hostile, count: 1 }], others: 0 } }, pagination: {} } }));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await found(page, "1 resource");
  await page.getByRole("button", { name: "Facets" }).click();
  await page.locator(".facet").click();
  assert.ok((await value(page)).startsWith("type:"));
  assert.equal(await page.evaluate(() => document.querySelector("stackscope-search").shadowRoot.querySelectorAll("img").length), 0);
  assert.equal(await overflow(page), 0);
  await audit(page);
});

for (const [width, dark] of [[360, true], [1280, false], [1920, true]]) {
  test(`${width} px${dark ? ", dark" : ""}: accessible with facets open, nothing overflows`, async (t) => {
    const page = await openPage(t, { hash: `${HASH}?q=package:aws`, width, dark });
    await found(page, /resource/);
    if (width < 800) await page.getByRole("button", { name: "Facets" }).click();
    await page.locator(".facet").first().waitFor();
    await audit(page);
    assert.equal(await overflow(page), 0);
    assert.ok((await types(page)).length > 3);
  });
}
