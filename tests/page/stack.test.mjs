// One stack: its header, its tabs, the overview.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const PROD = "#/stack/acme/web/prod/overview";
const part = (page, name) => page.getByRole("region", { name, exact: true });
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const settled = async (page) => {
  await part(page, "Resources by type").getByText("aws", { exact: true }).waitFor();
  await page.locator("stackscope-stack .waiting").first().waitFor({ state: "detached" });
};

test("the overview tells the latest update, outputs, contents, tags, configuration and what refers to it", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await settled(page);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "prod");
  await part(page, "Latest update").getByRole("link", { name: "Update 30" }).waitFor();
  assert.equal(await part(page, "Latest update").getByRole("link", { name: "Compare with version 29" }).getAttribute("href"), "#/diff?old=acme%2Fweb%2Fprod%4029&new=acme%2Fweb%2Fprod%4030");
  await part(page, "Outputs").getByText("https://shop.acme.example", { exact: true }).waitFor();
  await part(page, "Tags").getByRole("link", { name: "storefront-primary" }).waitFor();
  await part(page, "Drift").getByText("The last run found drift").waitFor();
  await part(page, "Drift").getByText("2 updated").waitFor();
  assert.equal(await part(page, "Drift").locator("time").count(), 1);
  await part(page, "Configuration").getByText("web:domain").waitFor();
  await part(page, "References").getByRole("link", { name: "acme/network/prod" }).waitFor();
  await part(page, "Policy groups").getByText("default-policy-group").waitFor();
  await part(page, "Schedules").getByText("detect-drift").waitFor();
  assert.equal(await page.locator("stackscope-resource-count").count(), 1);
});

test("no secret and no ciphertext is in the document", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await settled(page);
  await part(page, "Outputs").getByText("secret", { exact: true }).waitFor();
  await part(page, "Configuration").getByText("secret", { exact: true }).waitFor();
  const text = await page.locator("stackscope-stack").evaluate((element) => {
    const walk = (root) => [...root.querySelectorAll("*")].map((one) => (one.shadowRoot ? walk(one.shadowRoot) : "")).join("") + root.textContent;
    return walk(element.shadowRoot);
  });
  assert.doesNotMatch(text, /v1:[\w+/]{8,}|ciphertext|4dabf18193072939515e22adb298388d/);
});

test("what runs is told, with a way to watch it, until it has ended", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/dev", serving: { sample: { runningMs: 10_000 } } });
  const banner = page.locator("stackscope-stack div.running");
  await banner.getByText("Update 53 is running").waitFor();
  assert.equal(await banner.getByRole("link", { name: "Watch it" }).getAttribute("href"), "#/stack/acme/web/dev/updates/53");
  await banner.waitFor({ state: "detached" });
  await part(page, "Latest update").getByRole("link", { name: "Update 53" }).waitFor();
});

test("the versions are a menu of links; another version is another state, and Back leads back", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await settled(page);
  await page.getByRole("button", { name: "Version 30, latest" }).click();
  await audit(page);
  await page.getByRole("link", { name: /^\s*28\b/ }).click();
  await page.waitForURL(/version=28/);
  await page.getByText("This is version 28. The current one is 30.").waitFor();
  await part(page, "Version 28").getByRole("link", { name: "Update 28" }).waitFor();
  await part(page, "Outputs").getByText("https://shop.acme.example", { exact: true }).waitFor();
  await page.getByRole("navigation", { name: "Views of the stack" }).getByRole("link", { name: "Resources" }).click();
  await page.waitForURL(/resources\?version=28/);
  await page.goBack();
  await page.goBack();
  await part(page, "Latest update").waitFor();
});

test("tabs are links, and the one that is shown says so", async (t) => {
  const page = await openPage(t, { hash: PROD });
  const tabs = page.getByRole("navigation", { name: "Views of the stack" });
  for (const [name, tag] of [["Resources", "resources"], ["Graph", "graph"], ["Integrity", "integrity"], ["Updates", "updates"]]) {
    await tabs.getByRole("link", { name }).click();
    await page.locator(`stackscope-${tag}`).waitFor({ state: "attached" });
    assert.equal(await tabs.locator("[aria-current=page]").textContent(), name);
  }
  await page.goBack();
  await page.locator("stackscope-integrity").waitFor({ state: "attached" });
});

test("a part that fails leaves the others alone, and can be read again; what a server lacks takes no room", async (t) => {
  const page = await openPage(t, { expected: [/500/, /404/] });
  let broken = true;
  await page.route("**/web/prod/outputs*", (route) => (broken ? route.fulfill({ status: 500, json: { code: 500, message: "Internal Server Error" } }) : route.continue()));
  await page.route("**/web/prod/drift/**", (route) => route.fulfill({ status: 404, body: "404 page not found\n", contentType: "text/plain" }));
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await part(page, "Outputs").getByRole("alert").waitFor();
  await part(page, "Configuration").getByText("web:domain").waitFor();
  await part(page, "Schedules").waitFor();
  assert.equal(await part(page, "Drift").count(), 0);
  await audit(page);
  broken = false;
  // The page itself may have noticed first.
  const read = part(page, "Outputs").getByText("https://shop.acme.example", { exact: true });
  await Promise.race([part(page, "Outputs").getByRole("button", { name: "Try again" }).click(), read.waitFor()]);
  await read.waitFor();
});

test("a stack that isn't there says so; one that was never updated is no fault", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/nowhere", expected: [/404/] });
  await page.getByRole("heading", { name: "Stack acme/web/nowhere was not found" }).waitFor();
  assert.equal(await page.getByRole("navigation", { name: "Views of the stack" }).isVisible(), false);
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "Stacks of web" }).getAttribute("href"), "#/stacks/acme?project=web");
  await page.getByText("What the server said").filter({ visible: true }).click();
  await page.getByText("status 404").filter({ visible: true }).waitFor();
  await audit(page);
  await page.evaluate(() => (location.hash = "#/stack/acme/payments/sandbox"));
  await part(page, "Latest update").getByText("This stack was never updated.").waitFor();
  await part(page, "Outputs").getByText("This stack has no outputs.").waitFor();
});

test("a version that isn't there says so, and leads to the current one, in each view", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/resources?version=999", expected: [/404/] });
  await page.getByRole("heading", { name: "There is no version 999 of acme/web/prod" }).waitFor();
  await page.getByText("The newest is version 30.").waitFor();
  await audit(page);
  await page.getByRole("link", { name: "Show the current version" }).click();
  await page.waitForURL(/web\/prod\/resources$/);
  await page.getByRole("tree", { name: "Resources" }).getByRole("treeitem").first().waitFor();
});

test("a server that lacks most of it: outputs come from the state, the rest takes no room", async (t) => {
  const page = await openPage(t, { hash: PROD, serving: { sample: { dialect: "procella" } }, expected: [/404/] });
  await part(page, "Outputs").getByText("https://shop.acme.example", { exact: true }).waitFor();
  await part(page, "Latest update").getByRole("link", { name: "Update 30" }).waitFor();
  await part(page, "Resources by type").waitFor();
  for (const name of ["Drift", "References", "Policy groups", "Schedules"]) assert.equal(await part(page, name).count(), 0);
});

test("a large state is read when asked for", async (t) => {
  const page = await openPage(t);
  await page.route(/web\/prod\/updates\?/, async (route) => {
    const answer = await (await route.fetch()).json();
    for (const { info } of answer.updates) info.resourceCount = 30_000;
    return route.fulfill({ json: answer });
  });
  let exported = 0;
  await page.route("**/web/prod/export*", (route) => {
    exported += 1;
    return route.continue();
  });
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await part(page, "30,000 resources").getByRole("button", { name: "Read the state" }).waitFor();
  assert.equal(exported, 0);
  await part(page, "30,000 resources").getByRole("button").click();
  await part(page, "Resources by type").getByText("aws", { exact: true }).waitFor();
  assert.equal(exported, 1);
});

test("tags, outputs and configuration are text, whatever they look like", async (t) => {
  const page = await openPage(t);
  const evil = '<img src=x onerror="alert(1)">';
  await page.route(/\/api\/stacks\/acme\/web\/prod$/, async (route) => {
    const answer = await (await route.fetch()).json();
    return route.fulfill({ json: { ...answer, tags: { [evil]: "\u202Elarge", long: "y".repeat(1_000_000) } } });
  });
  await page.route("**/web/prod/outputs*", (route) => route.fulfill({ json: { outputs: { [evil]: evil, long: "z".repeat(1_000_000), nested: { deep: [{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: "HIDE-ME" }] } } } }));
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await part(page, "Outputs").getByText("[secret]", { exact: false }).waitFor();
  await part(page, "Tags").getByText("U+202E").waitFor();
  await part(page, "Outputs").getByText("Show more").click();
  assert.equal(await page.locator("stackscope-stack img").count(), 0);
  assert.equal(await page.getByText("HIDE-ME").count(), 0);
  assert.ok(await fits(page));
});

for (const dark of [false, true]) {
  test(`no violation by axe, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: PROD, dark });
    await settled(page);
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`${width} px wide: nothing sticks out`, async (t) => {
    const page = await openPage(t, { hash: PROD, width });
    await settled(page);
    assert.ok(await fits(page));
    await page.getByRole("button", { name: "Version 30, latest" }).click();
    await page.getByRole("link", { name: /^\s*28\b/ }).waitFor();
    assert.ok(await fits(page));
  });
}
