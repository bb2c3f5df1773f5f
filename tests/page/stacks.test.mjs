// The stacks of an organisation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const rows = (page) => page.getByRole("table", { name: "Stacks" }).locator(".row-slot");
const names = (page) => page.locator(".cell-name .link").allTextContents();
const status = (page, words) => page.locator("stackscope-stacks .status", { hasText: words }).waitFor();
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test("lists every stack, the last updated first; result and tags come for what is in view", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme" });
  await status(page, /^\s*69 stacks/);
  const first = rows(page).first();
  await first.locator(".tag", { hasText: "env=dev" }).waitFor();
  assert.equal(await first.locator(".link").textContent(), "web/dev");
  await first.getByText("running", { exact: false }).first().waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Stacks");
  assert.equal(await page.getByRole("columnheader", { name: "Last update" }).getAttribute("aria-sort"), "descending");
  assert.ok((await rows(page).count()) < 60, "only what is in view is in the document");
});

test("sorts by each column, both ways, and says so", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme" });
  await status(page, "69 stacks");
  await page.getByRole("columnheader", { name: "Resources" }).getByRole("button").click();
  await page.locator('[aria-sort="descending"]', { hasText: "Resources" }).waitFor();
  await page.locator('[data-index="0"]', { hasText: "data/prod" }).waitFor();
  await page.getByRole("columnheader", { name: "Resources" }).getByRole("button").click();
  await page.locator('[aria-sort="ascending"]', { hasText: "Resources" }).waitFor();
  await page.getByRole("columnheader", { name: "Stack" }).getByRole("button").click();
  await page.locator('[data-index="0"]', { hasText: "data/dev" }).waitFor();
  assert.match(page.url(), /sort=name/);
});

test("filters by words, project and tag; the address keeps them, Back takes them off", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme" });
  await status(page, "69 stacks");
  await page.getByRole("searchbox", { name: "Search stacks" }).fill("prod");
  await status(page, / of 69 stacks/);
  assert.ok((await names(page)).every((name) => name.includes("prod")));
  await page.getByRole("combobox", { name: "Project" }).selectOption("web");
  await status(page, "1 of 69 stacks");
  assert.deepEqual(await names(page), ["web/prod"]);
  assert.match(page.url(), /q=prod/);
  await page.goBack();
  await status(page, /^\s*(?!1 )\d+ of 69 stacks/);
  await page.locator(".tag", { hasText: "env=prod" }).first().click();
  await page.waitForURL(/q=prod&tag=env%3Dprod/);
  await page.getByRole("searchbox").fill("");
  await status(page, /^\s*(?!69)\d+ stacks/);
  await page.getByRole("button", { name: "Any tag" }).click();
  await status(page, "69 stacks");
});

test("a deep link brings back filters, order and groups", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme?q=prod&sort=-resources&group=project&tag=env" });
  await page.locator(".row-project").first().waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "prod");
  assert.equal(await page.getByLabel("Tag", { exact: true }).inputValue(), "env");
  assert.equal(await page.getByLabel("By project").isChecked(), true);
  await page.locator('[data-index="0"].row-slot', { hasText: "data" }).waitFor();
  assert.equal(await page.locator('[data-index="1"] .link').textContent(), "prod");
});

test("10,000 stacks: rows at once, the count grows, filter and scroll answer", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme", serving: { sample: { stacks: 10_000 } } });
  await status(page, "10,069 stacks");
  await page.getByRole("columnheader", { name: "Stack" }).getByRole("button").click();
  await page.locator('[data-index="0"]', { hasText: "bulk-000" }).waitFor();
  await page.keyboard.press("Tab");
  await page.locator('[data-index="0"]').focus();
  await page.keyboard.press("End");
  const last = page.locator('[data-index="10068"]');
  await last.locator(".link").waitFor();
  assert.ok(await last.evaluate((row) => row === row.getRootNode().activeElement));
  assert.ok((await rows(page).count()) < 60);
  await page.getByRole("searchbox").fill("web/");
  await page.locator('[data-index="0"]', { hasText: "web/" }).waitFor();
});

test("a page that fails: what was read stays, and reading goes on", async (t) => {
  const page = await openPage(t, { serving: { sample: { stacks: 1200 } }, expected: [/503/] });
  let pages = 0;
  let broken = true;
  await page.route("**/api/user/stacks?*", (route) => {
    pages += 1;
    if (broken && pages > 1) return route.fulfill({ status: 503, body: "Service Unavailable\n", headers: { "retry-after": "0" } });
    return route.continue();
  });
  await page.evaluate(() => (location.hash = "#/stacks/acme"));
  await page.getByText("These are the first 500 stacks").waitFor();
  await rows(page).first().waitFor();
  broken = false;
  await page.getByRole("button", { name: "Read on" }).click();
  await status(page, "1,269 stacks");
  assert.equal(await page.getByText("These are the first").count(), 0);
});

test("a server that is down says so, and comes back", async (t) => {
  const page = await openPage(t, { expected: [/500/] });
  let down = true;
  await page.route("**/api/user/stacks?*", (route) => (down ? route.fulfill({ status: 500, json: { code: 500, message: "Internal Server Error" } }) : route.continue()));
  await page.evaluate(() => (location.hash = "#/stacks/acme"));
  const alert = page.locator("stackscope-stacks").getByRole("alert").filter({ hasText: "The server failed" });
  await alert.waitFor();
  await audit(page);
  down = false;
  // The page itself may have noticed first.
  await Promise.race([alert.getByRole("button", { name: "Try again" }).click(), status(page, "69 stacks")]);
  await status(page, "69 stacks");
});

test("a refresh that fails leaves what was there, tags and results too", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme", expected: [/500/] });
  await rows(page).first().locator(".tag", { hasText: "env=dev" }).waitFor();
  await page.locator(".tags-waiting").first().waitFor({ state: "detached" });
  await page.route(/\/api\/(user\/stacks|stacks\/)/, (route) => route.fulfill({ status: 500, json: { code: 500, message: "Internal Server Error" } }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await status(page, "not up to date");
  await status(page, "69 stacks");
  await rows(page).first().locator(".tag", { hasText: "env=dev" }).waitFor();
  assert.equal(await page.getByText("These are the first").count(), 0);
});

test("an organisation that one is not in says so, and leads to one's own", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/nope" });
  await page.getByRole("heading", { name: "You are not in an organisation called nope" }).waitFor();
  await audit(page);
  await page.locator("stackscope-stacks").getByRole("link", { name: "acme", exact: true }).click();
  await page.waitForURL(/#\/stacks\/acme$/);
  await status(page, "69 stacks");
});

test("a row leads to its stack wherever it is clicked, but for what is in it", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme?q=docs-site" });
  await status(page, "2 of 69 stacks");
  const tag = rows(page).first().locator(".tag").first();
  await tag.click();
  await page.waitForURL(/tag=/);
  await status(page, "with the tag");
  await rows(page).first().locator(".cell-resources").click();
  await page.waitForURL(/#\/stack\/acme\/docs-site\//);
});

test("no stacks, and none that match", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme?q=nothing-is-called-so" });
  await page.getByRole("heading", { name: "No stack matches" }).waitFor();
  await audit(page);
  await page.getByRole("button", { name: "Show all stacks" }).click();
  await status(page, "69 stacks");
  await page.route("**/api/user/stacks?*", (route) => route.fulfill({ json: { stacks: [] } }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "No stacks" }).waitFor();
});

test("a server that doesn't filter by tags itself", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme?tag=env%3Dprod", serving: { sample: { dialect: "procella" } }, expected: [/404/] });
  await status(page, /^\s*8 stacks/);
  assert.ok((await names(page)).every((name) => name.endsWith("/prod")));
});

test("by keyboard alone: to the list, through it, into a stack, and back", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme?sort=name" });
  await page.locator('[data-index="0"]', { hasText: "data/dev" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("docs");
  await status(page, "2 of 69 stacks");
  await page.keyboard.press("ArrowDown");
  await page.locator('[data-index="0"]:focus').waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/stack\/acme\/docs-site\/staging/);
  await page.goBack();
  await status(page, "2 of 69 stacks");
});

test("what a server sends is text, whatever it looks like", async (t) => {
  const page = await openPage(t);
  const evil = '<img src=x onerror="alert(1)">';
  await page.route("**/api/user/stacks?*", (route) =>
    route.fulfill({ json: { stacks: [{ orgName: "acme", projectName: "p\u202Eevil", stackName: evil, lastUpdate: 1793458800, resourceCount: 3, tags: { [evil]: "x".repeat(1_000_000), "\u200Bhidden": "\u202Ereversed" } }] } }),
  );
  await page.route("**/api/stacks/acme/**", (route) => route.fulfill({ status: 200, json: { orgName: "acme", projectName: "p", stackName: "s" } }));
  await page.evaluate(() => (location.hash = "#/stacks/acme"));
  await rows(page).getByText(evil).first().waitFor();
  await rows(page).getByText("U+202E").first().waitFor();
  assert.equal(await page.locator("stackscope-stacks img").count(), 0);
  assert.ok((await page.locator("stackscope-stacks").evaluate((element) => element.shadowRoot.textContent.length)) < 10_000);
  assert.ok(await fits(page));
});

for (const dark of [false, true]) {
  test(`no violation by axe, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: "#/stacks/acme?group=project", dark });
    await page.locator(".row-slot .tag").first().waitFor();
    await page.locator(".tags-waiting").first().waitFor({ state: "detached" });
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`${width} px wide: nothing sticks out`, async (t) => {
    const page = await openPage(t, { hash: "#/stacks/acme", width });
    await page.locator('[data-index="0"] .tag').first().waitFor();
    assert.ok(await fits(page));
    if (width > 400) return;
    await page.getByRole("combobox", { name: "Sort" }).selectOption("name");
    await page.locator('[data-index="0"]', { hasText: "data/dev" }).waitFor();
    await audit(page);
  });
}
