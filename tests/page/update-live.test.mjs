// An update that runs while one watches, and a server that goes away meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { resource, tab } from "./support/update.mjs";

const RUNNING = "#/stack/acme/web/dev/updates/53";
const running = (runningMs) => ({ sample: { runningMs } });

const figures = (page) => page.locator("stackscope-update-progress .words");
const ended = (page) => page.getByRole("region", { name: "Summary" }).getByText("succeeded");

test("an update is seen running to its end", async (t) => {
  const page = await openPage(t, { hash: RUNNING, serving: running(8_000) });
  const summary = page.getByRole("region", { name: "Summary" });
  await summary.getByText("running").waitFor();
  await figures(page).filter({ hasText: /^\d+ of about \d+ resources$/ }).waitFor();
  const done = async () => Number(/^\d+/.exec(await figures(page).textContent())[0]);
  const first = await done();
  await page.waitForFunction((first) => {
    const words = document.querySelector("stackscope-update").shadowRoot.querySelector("stackscope-update-progress")?.shadowRoot.querySelector(".words")?.textContent;
    return Number.parseInt(words, 10) > first;
  }, first);
  assert.ok(await page.locator("stackscope-update-progress progress").getAttribute("max"));
  assert.equal(await page.getByRole("link", { name: /Compare with/ }).count(), 0, "there is no state yet to compare with");
  await ended(page).waitFor();
  await page.getByRole("status").filter({ hasText: /^Update succeeded after \d+ s, \d+ changes?$/ }).waitFor();
  await page.getByRole("link", { name: "Compare with 52" }).waitFor();
  const [gone, all] = (await figures(page).textContent()).match(/\d+/g);
  assert.equal(gone, all, "the line stays, with all of them");
  await page.getByText("100 %").waitFor();
  await page.getByRole("combobox", { name: "Status" }).waitFor();
  // Taken up again, it has long ended.
  await page.getByRole("link", { name: "Members" }).click();
  await page.waitForURL(/members/);
  await page.goBack();
  await ended(page).waitFor();
  assert.equal(await page.locator("stackscope-update-progress").count(), 0);
});

test("rows stay where they are while the list grows, an unfolded one stays unfolded", async (t) => {
  const page = await openPage(t, { hash: `${RUNNING}?same=1`, height: 400, serving: running(8_000) });
  await resource(page, "web-dev").waitFor();
  await page.getByRole("button", { name: "web-dev", exact: true }).click();
  await page.locator(".facts-list").waitFor();
  const node = await resource(page, "web-dev").elementHandle();
  const before = await page.getByRole("table", { name: "Resources" }).getAttribute("aria-rowcount");
  const top = await page.evaluate(() => (window.scrollTo(0, 120), window.scrollY));
  assert.ok(top > 50);
  await page.waitForFunction((before) => {
    const rows = document.querySelector("stackscope-update").shadowRoot.querySelector("stackscope-update-resources").shadowRoot.querySelector('[role="table"]').getAttribute("aria-rowcount");
    return Number(rows) > Number(before) + 10;
  }, before);
  assert.ok(await node.evaluate((element) => element.isConnected), "the same row is in the document");
  assert.ok(await page.locator(".facts-list").isVisible());
  assert.equal(await page.evaluate(() => window.scrollY), top);
  await ended(page).waitFor();
});

test("keeps the rules of access while it runs", async (t) => {
  for (const dark of [false, true]) {
    const page = await openPage(t, { hash: RUNNING, dark, serving: running(20_000) });
    await figures(page).filter({ hasText: /of about/ }).waitFor();
    await audit(page);
  }
});

test("the server fails in the middle and comes back: what was read stays, and it goes on to the end", async (t) => {
  const page = await openPage(t, { hash: RUNNING, serving: running(8_000), expected: [/Failed to load resource/, /503/] });
  await figures(page).filter({ hasText: /of about/ }).waitFor();
  await page.locator("stackscope-update-resources .row").first().waitFor();
  const lost = async (route) => (/\/(events|update\/[^/]+)(\?|$)/.test(route.request().url()) ? route.fulfill({ status: 503, contentType: "application/json", body: "{}" }) : route.fallback());
  await page.route("**/api/**", lost);
  const alert = page.locator("stackscope-update-progress").getByRole("alert");
  await alert.getByText("no longer tells how it goes on", { exact: false }).waitFor();
  assert.ok((await page.locator("stackscope-update-resources .row").count()) > 0);
  await audit(page);
  await alert.getByRole("button", { name: "Try now" }).click();
  await alert.getByText("Trying again…").waitFor();
  await alert.getByText(/Trying again in \d+ s/).waitFor();
  await page.unroute("**/api/**", lost);
  await ended(page).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  const asked = await page.evaluate(async () => (await fetch("api/stacks/acme/web/dev/updates/53", { headers: { accept: "application/json" } })).json());
  const words = await page.getByRole("region", { name: "Summary" }).innerText();
  for (const [op, n] of Object.entries(asked.info.resourceChanges)) assert.ok(words.includes(`${n} ${op === "same" ? "unchanged" : op}`), `${op}: every event was counted once`);
});

test("tries again by itself", async (t) => {
  const page = await openPage(t, { hash: RUNNING, serving: running(8_000), expected: [/Failed to load resource/, /503/] });
  await figures(page).filter({ hasText: /of about/ }).waitFor();
  const lost = (route) => route.fulfill({ status: 503, contentType: "application/json", body: "{}" });
  await page.route("**/events?*", lost);
  await page.locator("stackscope-update-progress").getByText(/Trying again in \d+ s/).waitFor();
  await page.unroute("**/events?*", lost);
  await page.locator("stackscope-update-progress").getByRole("alert").waitFor({ state: "detached" });
  await ended(page).waitFor();
});

test("leaving the view ends the asking; coming back goes on", async (t) => {
  const page = await openPage(t, { hash: RUNNING, serving: running(20_000) });
  await figures(page).filter({ hasText: /of about/ }).waitFor();
  // An asking that nobody answers, so that there is one to be ended.
  let hold;
  const held = new Promise((resolve) => (hold = (route) => resolve(route.request())));
  await page.route("**/events?*", hold);
  const request = await held;
  const failed = page.waitForEvent("requestfailed", (one) => one === request);
  await page.getByRole("link", { name: "Members" }).click();
  await page.waitForURL(/members/);
  await failed;
  await page.unroute("**/events?*", hold);
  await page.goBack();
  await figures(page).filter({ hasText: /of about/ }).waitFor();
  await page.waitForEvent("request", (request) => /\/events/.test(request.url()));
  await tab(page, "CLI text").click();
  await page.locator(".text-line").first().waitFor();
});
