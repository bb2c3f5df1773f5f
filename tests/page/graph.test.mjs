// The graph of a state: choosing, walking, moving the picture, and what stands in its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { fits, openPage } from "./support/browser.mjs";
import { centre, GRAPH, names, node, shop, show } from "./support/graph.mjs";
import { BUCKET, FUNCTION, urn } from "./support/states.mjs";

test("opens at the stack; a resource is found, chosen, and named by the address", async (t) => {
  const page = await openPage(t, { hash: GRAPH });
  await centre(page, "web-prod");
  await page.getByText(/resources within 1 hop/).waitFor();
  const field = page.getByRole("combobox", { name: "Find a resource to look at" });
  await field.click();
  await page.getByRole("option", { name: /^web-prod/ }).waitFor();
  await field.fill("carts");
  await page.getByRole("option", { name: /^carts/ }).first().waitFor();
  await field.press("Enter");
  await centre(page, "carts");
  assert.match(decodeURIComponent(page.url()), /urn=urn:pulumi:prod::web::aws:dynamodb\/table:Table::carts/);
  assert.equal(await field.inputValue(), "");
  await page.goBack();
  await centre(page, "web-prod");
  await page.goForward();
  await centre(page, "carts");
});

test("restores what an address says: resource, hops, direction and relations", async (t) => {
  const carts = encodeURIComponent("urn:pulumi:prod::web::aws:dynamodb/table:Table::carts");
  const page = await openPage(t, { hash: `${GRAPH}?urn=${carts}&hops=1&direction=dependencies&kinds=parent` });
  await centre(page, "carts");
  assert.deepEqual(await names(page), ["carts", "web-prod"]);
  assert.equal(await page.getByRole("combobox", { name: "Hops" }).inputValue(), "1");
  await page.getByRole("button", { name: "Referred to by" }).click();
  await page.getByText("Nothing is related to this resource by the chosen relations").waitFor();
  await page.getByRole("button", { name: "Relations: 1 of 4" }).click();
  await page.getByRole("checkbox", { name: /^Property dependency/ }).check();
  await node(page, "checkout").first().waitFor();
  assert.match(page.url(), /kinds=property%2Cparent/);
});

test("is walked by keys alone: arrows follow relations, Enter moves the middle, Escape closes the card", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop(), { urn: urn(FUNCTION, "thumbs") });
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Tab");
  const focused = (name) => page.locator(`.node:focus-within .name`, { hasText: new RegExp(`^${name}$`) }).waitFor();
  await focused("thumbs");
  await page.keyboard.press("ArrowLeft");
  await focused("all");
  await page.keyboard.press("ArrowRight");
  await focused("thumbs");
  await page.keyboard.press("ArrowRight");
  const first = await page.locator(".node:focus-within .name").textContent();
  assert.ok(["logs", "reader"].includes(first));
  await page.keyboard.press(first === "logs" ? "ArrowDown" : "ArrowUp");
  const second = await page.locator(".node:focus-within .name").textContent();
  assert.notEqual(second, first);
  await page.keyboard.press("Home");
  await focused("thumbs");
  await page.keyboard.press("ArrowLeft");
  await focused("all");
  await page.keyboard.press("Enter");
  await centre(page, "all");
  await focused("all");
  const card = page.getByRole("region", { name: "Resource", exact: true });
  await card.getByRole("heading", { name: "all" }).waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await focused("all");
  const scale = () => page.evaluate(() => Number(/scale\((.*)\)/.exec(document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform)[1]));
  const before = await scale();
  await page.keyboard.press("-");
  assert.ok((await scale()) < before);
  await page.keyboard.press("+");
  assert.ok(Math.abs((await scale()) - before) < 0.01);
});

test("the card tells the relations of a node and leads to the resource", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop(), { urn: urn(FUNCTION, "thumbs") });
  await node(page, "logs").click();
  const card = page.getByRole("region", { name: "Resource", exact: true });
  await card.getByText("protected").waitFor();
  await card.getByText("aws:s3/bucket:Bucket", { exact: true }).waitFor();
  assert.match(await card.getByRole("listitem").filter({ hasText: "thumbs" }).textContent(), /bucket/);
  await card.getByRole("button", { name: "Open the resource" }).click();
  assert.deepEqual(await page.evaluate(() => globalThis.navigated), { kind: "resource", urn: urn(BUCKET, "logs"), view: "resources" });
  await card.getByRole("button", { name: "Put in the middle" }).click();
  await centre(page, "logs");
});

test("a wheel scrolls the page and zooms with Ctrl only; dragging moves the picture", async (t) => {
  const page = await openPage(t, { hash: "#/", height: 500 });
  await show(page, shop());
  const transform = () => page.locator(".scene").evaluate((scene) => scene.style.transform);
  const box = await page.locator(".picture").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 30);
  const before = await transform();
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await transform(), before);
  await page.locator(".hint-zoom.seen").waitFor();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await page.waitForFunction((before) => document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform !== before, before);
  const zoomed = await transform();
  const now = await page.locator(".picture").boundingBox();
  await page.mouse.move(now.x + 40, now.y + now.height - 120);
  await page.mouse.down();
  await page.mouse.move(now.x + 120, now.y + now.height - 160, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await transform(), zoomed);
  assert.equal(await page.getByRole("region", { name: "Resource", exact: true }).count(), 0);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await transform(), before);
});

test("two fingers zoom, one is left to the page", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  await show(page, shop());
  const transform = () => page.locator(".scene").evaluate((scene) => scene.style.transform);
  const before = await transform();
  const { x, y, width, height } = await page.locator(".picture").boundingBox();
  const touch = (type, ...spread) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: spread.map((at, id) => ({ x: x + width / 2 + at, y: y + height / 2, id })) });
  await touch("touchStart", 40);
  await touch("touchMove", 90);
  await touch("touchEnd");
  assert.equal(await transform(), before);
  await touch("touchStart", -40, 40);
  await touch("touchMove", -60, 60);
  await touch("touchMove", -100, 100);
  await touch("touchEnd");
  await page.waitForFunction((before) => document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform !== before, before);
});

test("an address that names no resource of the state says so", async (t) => {
  const page = await openPage(t, { hash: `${GRAPH}?urn=urn:nothing` });
  await page.getByRole("heading", { name: "This state has no such resource" }).waitFor();
  await page.getByRole("button", { name: "Start at the stack" }).click();
  await centre(page, "web-prod");
});

test("fails in its place, and goes on when the server is back", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme", expected: [/500 for/, /console: Failed to load/] });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.route("**/export*", (route) => route.fulfill({ status: 500, json: { code: 500, message: "broken" } }));
  await page.evaluate((hash) => (location.hash = hash), GRAPH);
  await page.locator("stackscope-graph").getByText("The server failed").waitFor();
  await page.unroute("**/export*");
  await page.locator("stackscope-graph").getByRole("button", { name: "Try again" }).click();
  await centre(page, "web-prod");
});

test("an empty state has no graph", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await page.waitForFunction(() => customElements.get("stackscope-graph"));
  await page.evaluate(() => {
    const graph = Object.assign(document.createElement("stackscope-graph"), { state: new Blob(['{"version":3,"deployment":{"manifest":{"time":"2026-01-01T00:00:00Z","magic":"","version":""}}}']) });
    document.querySelector("main").append(graph);
  });
  await page.getByRole("heading", { name: "No resources" }).waitFor();
});

for (const dark of [false, true]) {
  test(`meets WCAG 2.2 AA, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: GRAPH, dark });
    await centre(page, "web-prod");
    await audit(page);
    await page.getByText("As a table").click();
    await node(page, "carts").click();
    await page.getByRole("region", { name: "Resource", exact: true }).waitFor();
    await audit(page);
    await page.getByRole("button", { name: /^Relations/ }).click();
    await audit(page);
    await page.getByRole("combobox", { name: /Find/ }).fill("check");
    await page.getByRole("option", { name: /^checkout/ }).first().waitFor();
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`fits ${width} px`, async (t) => {
    const page = await openPage(t, { hash: GRAPH, width });
    await centre(page, "web-prod");
    await fits(page, `the graph, ${width} px`);
    await page.locator(".node.centre").click();
    await page.getByRole("region", { name: "Resource", exact: true }).waitFor();
    await page.getByText("As a table").click();
    await page.getByRole("table").waitFor();
    await fits(page, `the graph, ${width} px`);
  });
}
