// The resources of a state: tree and table, search, filters, folds, by mouse and by keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, COMPONENT, FUNCTION, ROLE, state, urn } from "./support/states.mjs";

const RESOURCES = [
  { type: "pulumi:providers:aws", name: "main", id: "p-1" },
  { type: COMPONENT, name: "web", custom: false },
  { type: BUCKET, name: "logs", parent: urn(COMPONENT, "web"), provider: `${urn("pulumi:providers:aws", "main")}::p-1`, protect: true, inputs: {} },
  { type: FUNCTION, name: "thumbs", parent: urn(COMPONENT, "web"), inputs: {} },
  { type: ROLE, name: "reader", inputs: {} },
  { type: BUCKET, name: "alone", inputs: {} },
];

/** The page with one state on it. */
async function open(t, options) {
  const page = await openPage(t, options);
  await drop(page, "main", [{ name: "state.json", text: state(RESOURCES) }]);
  await page.getByRole("treeitem", { name: "web" }).waitFor();
  return page;
}

const names = (page) => page.locator("stackscope-resources .row-name").allTextContents();
const status = (page, words) => page.locator("stackscope-resources .status", { hasText: words }).waitFor();
/** The text of what has the focus. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent;
  });
const item = (page, name) => page.getByRole("treeitem", { name });

test("the tree shows children below their parents, and folds by mouse and by keys", async (t) => {
  const page = await open(t);
  assert.deepEqual(await names(page), ["shop-prod", "main", "web", "logs", "thumbs", "reader", "alone"]);
  assert.equal(await item(page, "logs").getAttribute("aria-level"), "3");

  await item(page, "web").locator(".twist").click();
  await item(page, "logs").waitFor({ state: "detached" });
  assert.equal(await item(page, "web").getAttribute("aria-expanded"), "false");
  assert.match(await item(page, "web").textContent(), /2\s*below/);

  await item(page, "web").focus();
  await page.keyboard.press("ArrowRight");
  await item(page, "logs").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(page), /thumbs/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await focused(page), /web/);
  await page.keyboard.press("ArrowLeft");
  await item(page, "logs").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Unfold all" }).click();
  await item(page, "logs").waitFor();
  await page.getByRole("button", { name: "Fold all", exact: true }).click();
  await item(page, "web").waitFor({ state: "detached" });
  assert.deepEqual(await names(page), ["shop-prod"]);
});

test("a search shows what it found with what stands above it", async (t) => {
  const page = await open(t);
  await page.keyboard.press("/");
  await page.keyboard.type("THUMB");
  await status(page, "1 of 7 resources");
  assert.deepEqual(await names(page), ["shop-prod", "web", "thumbs"]);
  assert.deepEqual(await page.locator("stackscope-resources .row.dim .row-name").allTextContents(), ["shop-prod", "web"]);

  await page.getByRole("button", { name: "Table" }).click();
  await page.getByRole("table", { name: "Resources" }).waitFor();
  assert.deepEqual(await names(page), ["thumbs"]);

  await page.getByRole("searchbox").fill("no such thing");
  await page.getByRole("heading", { name: "No resource passes the filters" }).waitFor();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await status(page, /^7 resources$/);
});

test("filters say how many they leave, and work together", async (t) => {
  const page = await open(t);
  const type = page.getByLabel("Type", { exact: true });
  const flag = page.getByLabel("Flag", { exact: true });
  await type.locator("option", { hasText: `${BUCKET} (2)` }).waitFor({ state: "attached" });
  await flag.selectOption({ label: "protected (1)" });
  await status(page, "1 of 7 resources");
  await type.locator("option", { hasText: `${BUCKET} (1)` }).waitFor({ state: "attached" });
  assert.equal(await type.locator("option").count(), 2);

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByLabel("Provider", { exact: true }).selectOption({ label: "aws · main (1)" });
  await status(page, "1 of 7 resources");
  assert.deepEqual(await names(page), ["shop-prod", "web", "logs"]);
  await page.getByLabel("Package", { exact: true }).selectOption({ index: 1 });
  await status(page, "1 of 7 resources");
});

test("the table sorts by its heads", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "Table" }).click();
  const head = page.getByRole("columnheader", { name: "Name" });
  await head.getByRole("button").click();
  await page.locator(".rows [data-index='0']", { hasText: "alone" }).waitFor();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await names(page), ["alone", "logs", "main", "reader", "shop-prod", "thumbs", "web"]);
  await head.getByRole("button").click();
  await page.locator(".rows [data-index='0']", { hasText: "web" }).waitFor();
  await page.getByRole("columnheader", { name: "ID" }).getByRole("button").click();
  await page.locator(".rows [data-index='6']", { hasText: "web" }).waitFor();
  assert.equal(await page.getByRole("row").count(), 8);
  assert.equal(await page.getByRole("row").nth(1).getByRole("cell").count(), 3);
});

test("an address restores what was chosen, and typing leaves no steps", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/resources?view=table&q=shop&sort=-name" });
  await status(page, / of \d+ resources/);
  assert.equal(await page.getByRole("searchbox").inputValue(), "shop");
  assert.equal(await page.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort"), "descending");
  const before = await page.evaluate(() => history.length);
  await page.getByRole("searchbox").fill("door");
  await page.waitForFunction(() => location.hash.includes("q=door"));
  assert.equal(await page.evaluate(() => history.length), before);
});

test("damaged links make roots, not loops", async (t) => {
  const page = await openPage(t);
  const text = state([
    { type: COMPONENT, name: "a", custom: false, parent: urn(COMPONENT, "b") },
    { type: COMPONENT, name: "b", custom: false, parent: urn(COMPONENT, "a") },
    { type: COMPONENT, name: "self", custom: false, parent: urn(COMPONENT, "self") },
    { type: BUCKET, name: "orphan", parent: urn(COMPONENT, "nowhere") },
  ]);
  await drop(page, "main", [{ name: "damaged.json", text }]);
  await item(page, "orphan").waitFor();
  assert.deepEqual((await names(page)).toSorted(), ["a", "b", "orphan", "self", "shop-prod"]);
  await status(page, /^5 resources$/);
});

test("a state without resources, and a server that fails", async (t) => {
  const page = await openPage(t, { expected: [/503/, /404/] });
  await drop(page, "main", [{ name: "empty.json", text: '{"version":3,"deployment":{"manifest":{"time":"2026-03-01T10:00:00Z","magic":"","version":""},"resources":[]}}' }]);
  await page.getByRole("heading", { name: "No resources" }).waitFor();

  let broken = true;
  await page.route("**/api/stacks/acme/web/prod/export**", (route) => (broken ? route.fulfill({ status: 404, json: { code: 404, message: "Not Found: no stack" } }) : route.continue()));
  await page.evaluate(() => (location.hash = "#/stack/acme/web/prod/resources"));
  const trouble = page.locator("stackscope-resources").getByRole("alert");
  await trouble.waitFor();
  broken = false;
  await trouble.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("treeitem", { name: "web-prod" }).waitFor();
});

test("another version takes the place of the one in view, which stays until it is read", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/resources" });
  await item(page, "web-prod").waitFor();
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  await page.route("**/export/**", async (route) => {
    await gone;
    await route.continue();
  });
  await page.evaluate(() => (location.hash = "#/stack/acme/web/prod/resources?version=1"));
  await page.locator("stackscope-resources .view[data-waiting]").waitFor();
  await item(page, "web-prod").waitFor();
  const before = await page.locator("stackscope-resources .status").innerText();
  go();
  await page.locator("stackscope-resources .view:not([data-waiting])").waitFor();
  await page.waitForFunction((before) => {
    const { shadowRoot } = document.querySelector("stackscope-resources");
    return shadowRoot.querySelector(".status").innerText !== before;
  }, before);
  await item(page, "web-prod").waitFor();
});

for (const dark of [false, true]) {
  test(`tree and table keep WCAG ${dark ? "in the dark" : "in the light"}`, async (t) => {
    const page = await open(t, { dark });
    await audit(page);
    await page.getByRole("searchbox").fill("thumbs");
    await status(page, "1 of 7 resources");
    await audit(page);
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("table", { name: "Resources" }).waitFor();
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`nothing hangs over at ${width} pixels`, async (t) => {
    const page = await open(t, { width, height: 760 });
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await over()) <= 0);
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("table", { name: "Resources" }).waitFor();
    assert.ok((await over()) <= 0);
  });
}
