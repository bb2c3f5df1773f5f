// One resource in full: what the panel shows, where its links lead, how it opens and closes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, COMPONENT, FUNCTION, ROLE, secret, state, urn } from "./support/states.mjs";

const LONG = "line\n".repeat(2000);
const PROVIDER = urn("pulumi:providers:aws", "main");
const RESOURCES = [
  { type: "pulumi:providers:aws", name: "main", id: "p-1" },
  { type: COMPONENT, name: "web", custom: false },
  { type: ROLE, name: "reader", inputs: {} },
  {
    type: BUCKET,
    name: "logs",
    parent: urn(COMPONENT, "web"),
    provider: `${PROVIDER}::p-1`,
    protect: true,
    inputs: { password: secret("AAAA"), script: LONG, tags: { env: "prod" } },
    outputs: { arn: "arn:logs" },
    dependencies: [urn(ROLE, "reader"), urn(ROLE, "gone")],
    propertyDependencies: { policy: [urn(ROLE, "reader")], script: [] },
    created: "2025-01-01T00:00:00Z",
    modified: "2025-06-01T00:00:00Z",
    aliases: ["urn:pulumi:prod::shop::old::logs"],
    initErrors: ["the bucket <b>never</b> answered"],
  },
  { type: FUNCTION, name: "twice", id: "live", inputs: { which: "live one" } },
  { type: FUNCTION, name: "twice", id: "first", delete: true, inputs: { which: "first leftover" } },
  { type: FUNCTION, name: "twice", id: "second", delete: true, inputs: { which: "second leftover" } },
];
const TEXT = state(RESOURCES);

async function open(t, options) {
  const page = await openPage(t, options);
  await drop(page, "main", [{ name: "state.json", text: TEXT }]);
  await item(page, "web").waitFor();
  return page;
}

const item = (page, name) => page.getByRole("treeitem", { name });
const panel = (page) => page.locator("stackscope-resource-panel");
const part = (page, name) => panel(page).locator(`details[data-part=${name}]`);
const titled = (page, name) => panel(page).getByRole("heading", { name, level: 2 }).waitFor();

test("all that a record says, secrets masked, long values on demand", async (t) => {
  const page = await open(t);
  await item(page, "logs").click();
  await titled(page, "logs");
  await part(page, "dependencies").waitFor();
  const facts = await panel(page).locator(".facts").innerText();
  assert.match(facts, /URN\s+urn:pulumi:prod::shop::.*::logs\s+ID\s+logs-id\s+Parent\s+web\s+Provider\s+aws · main\s+Created\s+Modified/);
  assert.deepEqual(await panel(page).locator(".facts time").evaluateAll((times) => times.map((time) => time.dateTime.slice(0, 10))), ["2025-01-01", "2025-06-01"]);
  await panel(page).getByText("protected", { exact: true }).waitFor();
  await panel(page).getByText("the bucket <b>never</b> answered").waitFor();

  const inputs = part(page, "inputs");
  assert.equal(await inputs.locator(".secret").count(), 1);
  await inputs.getByText('{ "env": "prod" }').waitFor();
  const shown = async () => (await inputs.locator("stackscope-value").nth(1).locator("code").innerText()).length;
  const before = await shown();
  await inputs.getByRole("button", { name: /Show more/ }).click();
  await inputs.getByRole("button", { name: /Show more/ }).waitFor({ state: "detached" });
  assert.ok((await shown()) > before);
  await part(page, "outputs").getByText("arn:logs").waitFor();
  await part(page, "rest").getByText("urn:pulumi:prod::shop::old::logs").waitFor();

  const needs = (await part(page, "dependencies").locator("li").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  assert.deepEqual(needs.toSorted(), ["main pulumi:providers:aws provider", "reader aws:iam/role:Role through policy", "urn:pulumi:prod::shop::aws:iam/role:Role::gone missing"]);

  await part(page, "record").locator("summary").click();
  await part(page, "record").getByText("password").waitFor();
  await part(page, "record").getByRole("button", { name: "Copy as JSON" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("{"));
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(copied.inputs.password, "[secret]");
  assert.equal(copied.inputs.script, LONG);
});

test("links lead from resource to resource, and back retraces them", async (t) => {
  const page = await open(t);
  await item(page, "logs").click();
  await titled(page, "logs");
  await part(page, "dependencies").getByRole("button", { name: "reader" }).click();
  await titled(page, "reader");
  assert.equal(await item(page, "reader").getAttribute("aria-selected"), "true");
  await part(page, "dependents").getByRole("button", { name: "logs" }).click();
  await titled(page, "logs");
  await panel(page).getByRole("navigation", { name: "Parents" }).getByRole("button", { name: "web" }).click();
  await titled(page, "web");
  await part(page, "children").getByRole("button", { name: "logs" }).waitFor();
  await page.goBack();
  await titled(page, "logs");
  await page.goBack();
  await titled(page, "reader");
  await page.goBack();
  await page.goBack();
  await panel(page).waitFor({ state: "detached" });
});

test("URN and ID are copied", async (t) => {
  const page = await open(t);
  await item(page, "logs").click();
  await panel(page).getByRole("button", { name: "Copy URN" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).endsWith("::logs"));
  await panel(page).getByRole("button", { name: "Copy ID" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) === "logs-id");
});

test("records that share a URN are told apart", async (t) => {
  const page = await open(t);
  const inputs = (words) => part(page, "inputs").getByText(words).waitFor();
  for (const [at, words] of ["live one", "first leftover", "second leftover"].entries()) {
    await item(page, "twice").nth(at).click();
    await inputs(words);
    assert.equal(await page.locator(".row.selected").count(), 1);
    assert.equal(await item(page, "twice").nth(at).getAttribute("aria-selected"), "true");
  }
  await page.goBack();
  await inputs("first leftover");
});

test("a selected resource that the filters hide is told of", async (t) => {
  const page = await open(t);
  await item(page, "logs").click();
  await titled(page, "logs");
  await page.getByRole("searchbox").fill("reader");
  await page.getByText("The selected resource does not pass the filters.").waitFor();
  await page.getByRole("button", { name: "Clear them" }).click();
  await page.getByText("The selected resource does not pass the filters.").waitFor({ state: "detached" });
  await item(page, "logs").waitFor();
});

test("what damaged records refer to is shown as they say it", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "damaged.json", text: state([{ type: BUCKET, name: "odd", parent: urn(COMPONENT, "nowhere"), provider: "nonsense", inputs: {} }]) }]);
  await item(page, "odd").click();
  const facts = panel(page).locator(".facts");
  await facts.getByText("nonsense").waitFor();
  await facts.getByText(urn(COMPONENT, "nowhere")).waitFor();
  await facts.getByText("missing").waitFor();
});

test("a provider lists what it manages", async (t) => {
  const page = await open(t);
  await item(page, "main").click();
  await panel(page).getByRole("button", { name: "What it manages" }).click();
  await page.locator("stackscope-resources .status", { hasText: "1 of 8 resources" }).waitFor();
  await item(page, "logs").waitFor();
});

test("an address opens the panel, unfolds what is above, and leads to the graph", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/resources?fold=none" });
  await item(page, "web-prod").waitFor();
  await page.getByRole("button", { name: "Unfold all" }).click();
  const deep = page.locator('[role=treeitem][aria-level="3"]').first();
  await deep.click();
  await panel(page).getByRole("heading", { level: 2 }).waitFor();
  const name = await panel(page).getByRole("heading", { level: 2 }).innerText();
  const address = new URL(page.url());
  address.hash = address.hash.replace("fold=all", "fold=none");
  await page.goto("about:blank");
  await page.goto(address.href);
  await titled(page, name);
  await page.locator(".row.selected", { hasText: name }).waitFor();
  const graph = await panel(page).getByRole("link", { name: "Graph" }).getAttribute("href");
  assert.match(graph, /^#\/stack\/acme\/web\/prod\/graph\?urn=urn/);
});

test("an address of a resource that is not there says so", async (t) => {
  const page = await openPage(t, { hash: `#/stack/acme/web/prod/resources?urn=${encodeURIComponent(urn(BUCKET, "never"))}` });
  await panel(page).getByText("This state has no such resource").waitFor();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await panel(page).waitFor({ state: "detached" });
});

test("by keys: Enter opens, Escape closes, the focus comes back", async (t) => {
  const page = await open(t);
  await item(page, "web").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await titled(page, "logs");
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  assert.match(await focused(page), /logs/);

  await page.keyboard.press("Enter");
  await part(page, "dependencies").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "shop-prod");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await titled(page, "web");
  assert.equal(await focused(page), "web");
});

test("narrow: the panel is a sheet that Escape closes, with the focus where it was", async (t) => {
  const page = await open(t, { width: 360, height: 760 });
  await item(page, "logs").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Selected resource" }).waitFor();
  await part(page, "dependencies").waitFor();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  await audit(page);
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  assert.match(await focused(page), /logs/);
  await page.goBack();
  await page.getByRole("dialog").waitFor();
  await titled(page, "logs");
  await panel(page).getByRole("button", { name: "Close" }).click();
  await panel(page).waitFor({ state: "detached" });
  assert.match(await focused(page), /logs/);
});

test("hostile names and values are text", async (t) => {
  const page = await openPage(t);
  const name = "<img src=x onerror=alert(1)>\u202Egnp";
  await drop(page, "main", [{ name: "hostile.json", text: state([{ type: BUCKET, name, inputs: { "\u202Ekey": "<script>alert(1)</script>\u202E", ["k".repeat(50_000)]: "v" } }]) }]);
  await item(page, "img src=x").click();
  await titled(page, /<img src=x onerror=alert\(1\)>U\+202Egnp/);
  await part(page, "inputs").getByText("<script>alert(1)</script>").waitFor();
  assert.ok((await panel(page).locator(".mark").count()) >= 3);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
});

for (const dark of [false, true]) {
  test(`the panel keeps WCAG ${dark ? "in the dark" : "in the light"}`, async (t) => {
    const page = await open(t, { dark });
    await item(page, "logs").click();
    await part(page, "dependencies").waitFor();
    await part(page, "record").locator("summary").click();
    await part(page, "record").getByText("password").waitFor();
    // What is half under the page's bar counts as too small.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await audit(page);
  });
}

/** The text of what has the focus. */
function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent.trim();
  });
}
