// The charts: resources of a stack over its updates, and of an organisation over time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const USAGE = "#/organization/acme/usage";

/** Shows one chart in place of the view. */
async function show(page, tag, properties) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(
    ([tag, properties]) => {
      const chart = Object.assign(document.createElement(tag), { server: ".", ...properties });
      chart.linkTo = (target) => (target.kind === "update" ? `#/stack/${target.stack}/updates/${target.update}` : undefined);
      const main = document.querySelector("main");
      for (const child of main.children) child.hidden = true;
      main.append(Object.assign(document.createElement("h1"), { textContent: "A chart" }), chart);
    },
    [tag, properties],
  );
}

const counts = (page, stack = "acme/web/prod") => show(page, "stackscope-resource-count", { stack });
const tip = (page) => page.locator("stackscope-plot .tip");
const slider = (page, name = "Update") => page.getByRole("slider", { name });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Answers the history with these updates, oldest first. */
async function history(page, updates) {
  await page.route("**/updates?**", (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const size = Number(asked.get("pageSize"));
    const from = (Number(asked.get("page")) - 1) * size;
    return route.fulfill({ json: { updates: updates.toReversed().slice(from, from + size), itemsPerPage: size, total: updates.length } });
  });
}

const update = (version, resourceCount, { result = "succeeded", ...info } = {}) => ({
  updateID: `id-${version}`, version, latestVersion: version,
  info: { kind: "update", startTime: 1_750_000_000 + version * 86_400, endTime: 1_750_000_050 + version * 86_400, message: "", environment: {}, config: {}, result, version, ...(resourceCount !== undefined && { resourceCount }), ...info },
});

test("counts: keys move along the updates, Enter follows the link to one", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await counts(page);
  await slider(page).focus();
  await tip(page).getByText("update 30, succeeded").waitFor();
  await page.keyboard.press("ArrowLeft");
  await tip(page).getByText("update 29, succeeded").waitFor();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^49 resources, update 29, succeeded, /);
  await page.keyboard.press("Home");
  await tip(page).getByText("update 1, ").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/stack\/acme\/web\/prod\/updates\/30$/);
});

test("counts: the pointer shows the nearest update, a click leads to it, failed ones are marked", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await history(page, [update(1, 10), update(2, 12, { result: "failed" }), update(3, 14), update(4, 20)]);
  await counts(page);
  await page.getByRole("img", { name: "Resource count over time: 20 resources after the latest update. It was 10 4 updates ago; the least was 10, the most 20. 1 update failed." }).waitFor();
  assert.equal(await page.locator("stackscope-plot .failed").count(), 1);
  const { width } = await slider(page).boundingBox();
  await slider(page).hover({ position: { x: width / 3, y: 60 } });
  await tip(page).getByText("update 2, failed").waitFor();
  await tip(page).getByText("12 resources").waitFor();
  await slider(page).click({ position: { x: width / 3, y: 60 } });
  await page.waitForURL(/updates\/2$/);
});

test("counts: one update, none, and those whose count the server does not tell", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await history(page, [update(1, 7)]);
  await counts(page, "acme/web/one");
  await page.getByRole("img", { name: "Resource count over time: 7 resources after the latest update." }).waitFor();
  await page.unroute("**/updates?**");
  await history(page, []);
  await counts(page, "acme/web/none");
  await page.getByRole("heading", { name: "No resource counts yet" }).waitFor();
  await page.unroute("**/updates?**");
  await history(page, [update(1, undefined, { resourceChanges: { create: 4 } }), update(2, undefined, { result: "failed", resourceChanges: { create: 9 } }), update(3, undefined, { resourceChanges: { same: 3, delete: 1, update: 1 } })]);
  await counts(page, "acme/web/derived");
  await page.getByRole("img", { name: "Resource count over time: 4 resources after the latest update. It was 4 2 updates ago; the least was 4, the most 4." }).waitFor();
});

test("counts: the last 200 updates, earlier ones on demand; the table links to each", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await history(page, Array.from({ length: 330 }, (_, at) => update(at + 1, 100 + (at % 40))));
  await counts(page);
  await page.getByText("200 updates").waitFor();
  await page.getByRole("button", { name: "Earlier updates" }).click();
  await page.getByText("330 updates").waitFor();
  assert.equal(await page.getByRole("button", { name: "Earlier updates" }).count(), 0);
  await page.getByText("As a table").click();
  assert.equal(await page.getByRole("link", { name: "update 330", exact: true }).getAttribute("href"), "#/stack/acme/web/prod/updates/330");
});

test("counts: a failure stays in its place, and is tried again", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/500 for/, /console: Failed to load/] });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.route("**/updates?**", (route) => route.fulfill({ status: 500, json: { code: 500, message: "broken" } }));
  await counts(page);
  await page.getByText("The server failed").waitFor();
  await page.unroute("**/updates?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("30 updates").waitFor();
});

test("usage: granularity and lookback are in the address, which restores them", async (t) => {
  const page = await openPage(t, { hash: USAGE });
  await page.getByRole("img", { name: /^Daily resources from .* to .*: from [\d,]+ to [\d,]+/ }).waitFor();
  await page.getByRole("button", { name: "Weekly" }).click();
  await page.getByRole("img", { name: /^Weekly/ }).waitFor();
  await page.getByRole("combobox", { name: "How far back" }).selectOption("365");
  await page.waitForURL(/granularity=weekly&days=365/);
  await page.getByText(/^5[2-4] periods$/).waitFor();
  const many = await page.getByRole("row").count();
  await page.reload();
  await page.getByRole("img", { name: /^Weekly/ }).waitFor();
  assert.equal(await page.getByRole("row").count(), many);
  assert.equal(await page.getByRole("combobox", { name: "How far back" }).inputValue(), "365");
});

test("usage: figures, bars and table agree", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  const rows = [["1", 10, 240], ["2", 30, 720], ["3", 20, 480]].map(([day, resources, resourceHours]) => ({ year: 2026, month: 3, day: Number(day), resources, resourceHours }));
  await page.route("**/resources/summary?**", (route) => route.fulfill({ json: { summary: rows } }));
  await show(page, "stackscope-usage", { organization: "acme" });
  await page.getByText("1,440").waitFor();
  await page.getByText("+10 since the start").waitFor();
  const cells = await page.getByRole("row").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  assert.deepEqual(cells, [
    ["Period", "Resources", "Change", "Resource hours"],
    ["Tue, Mar 3, 2026", "20", "−10", "480"],
    ["Mon, Mar 2, 2026", "30", "+20", "720"],
    ["Sun, Mar 1, 2026", "10", "", "240"],
  ]);
  assert.equal(await page.locator("stackscope-plot .bar").count(), 3);
  await slider(page, "Period").focus();
  await page.keyboard.press("ArrowLeft");
  await tip(page).getByText("30 resources").waitFor();
  await tip(page).getByText("Mon, Mar 2, 2026").waitFor();
});

test("usage: nothing counted, and a server that has no such endpoint", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/404 for/, /console: Failed to load/] });
  await page.route("**/resources/summary?**", (route) => route.fulfill({ status: 204 }));
  await show(page, "stackscope-usage", { organization: "acme" });
  await page.getByRole("heading", { name: "No usage in this time" }).waitFor();
  await page.unroute("**/resources/summary?**");
  await page.route("**/resources/summary?**", (route) => route.fulfill({ status: 404, json: { code: 404, message: "Not Found" } }));
  await page.getByRole("button", { name: "Monthly" }).click();
  await page.locator("stackscope-usage").getByRole("alert").waitFor();
});

for (const dark of [false, true]) {
  test(`meets WCAG 2.2 AA, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: USAGE, dark });
    await page.getByRole("img", { name: /^Daily/ }).waitFor();
    await slider(page, "Period").focus();
    await tip(page).waitFor();
    await audit(page);
    await counts(page);
    await slider(page).focus();
    await tip(page).waitFor();
    await page.getByText("As a table").click();
    await page.getByRole("table").waitFor();
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`fits ${width} px`, async (t) => {
    const page = await openPage(t, { hash: USAGE, width });
    await page.getByRole("img", { name: /^Daily/ }).waitFor();
    assert.equal(await overflow(page), 0);
    await counts(page);
    await page.getByText("As a table").click();
    await page.getByRole("table").waitFor();
    await slider(page).focus();
    await page.keyboard.press("Home");
    await tip(page).waitFor();
    assert.equal(await overflow(page), 0);
  });
}
