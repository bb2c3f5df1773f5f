// Reading a difference: filters, properties, groups, options, exports.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { BUCKET, pair, state } from "./support/states.mjs";
import { compare, names, row, status, unfold } from "./support/view.mjs";

async function openPair(t) {
  const page = await openPage(t);
  const states = pair();
  await compare(page, states.old, states.new);
  await status(page, "7 changed resources");
  return page;
}

const card = (page, name) => page.locator("button.card", { hasText: name });
const menu = (page, name) => page.locator(".view-actions").getByRole("button", { name });

test("cards, search and the type filter narrow the list, together and apart", async (t) => {
  const page = await openPair(t);
  await card(page, "Update").click();
  await status(page, "4 of 7");
  await card(page, "Delete").click();
  await status(page, "5 of 7");
  assert.equal(await card(page, "Delete").getAttribute("aria-pressed"), "true");
  await card(page, "Delete").click();

  await page.getByLabel("Type", { exact: true }).selectOption({ label: `${BUCKET} (2)` });
  await status(page, "2 of 7");
  assert.deepEqual(await names(page), ["logs", "media"]);
  await page.getByRole("searchbox").fill("LOGS");
  await status(page, "1 of 7");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await status(page, "7 changed resources");

  await page.getByRole("searchbox").fill("no such thing");
  await page.getByText("No change passes the filters.").waitFor();
});

test("a row unfolds to paths with their values before and after", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  const property = logs.locator(".property", { hasText: "inputs.tags.env" });
  assert.equal(await property.locator(".before .value").textContent(), '"dev"');
  assert.equal(await property.locator(".after .value").textContent(), '"prod"');
  await logs.locator(".row-head").click();
  assert.equal(await logs.locator(".property").count(), 0);
});

test("long texts are compared by lines, JSON in texts by its parts, secrets not at all", async (t) => {
  const page = await openPair(t);
  const thumbs = await unfold(page, "thumbs");
  assert.deepEqual(await thumbs.locator("[data-line=delete] .line-text").allTextContents(), ["echo two"]);
  assert.deepEqual(await thumbs.locator("[data-line=add] .line-text").allTextContents(), ["echo three"]);
  const key = thumbs.locator(".property", { hasText: "inputs.key" });
  assert.match(await key.textContent(), /ciphertext changed.*secret/);
  assert.doesNotMatch(await thumbs.textContent(), /AAAA|BBBB/);

  const reader = await unfold(page, "reader");
  assert.match(
    await reader.locator(".property", { hasText: "JSON" }).textContent(),
    /inputs\.policyJSONStatement\[0\]\.Action/,
  );
  assert.match(await reader.locator(".facts").first().textContent(), /reader-1 => reader-2/);
});

test("a whole record can be read on either side", async (t) => {
  const page = await openPair(t);
  const gone = await unfold(page, "gone");
  await gone.getByRole("button", { name: "Whole old record" }).click();
  await gone.locator(".record").getByText("gone-id").waitFor();
});

test("what changed in the stack itself stands above the resources", async (t) => {
  const page = await openPair(t);
  const outputs = page.locator(".section", { hasText: "Stack outputs" });
  await outputs.locator("summary").click();
  assert.match(await outputs.textContent(), /https:\/\/old\.example.*=>.*https:\/\/new\.example/);
});

test("changes of one shape are told once, and lead to their rows", async (t) => {
  const page = await openPair(t);
  await page.getByRole("button", { name: "Grouped" }).click();
  const group = page.locator(".group", { hasText: "Update 2 resources" });
  assert.match(await group.textContent(), /inputs\.tags\.env/);
  await group.getByRole("button").click();
  await status(page, "2 of 7");
  assert.deepEqual(await names(page), ["logs", "media"]);
  await page.getByRole("button", { name: "Show other changes too" }).click();
  await status(page, "7 changed resources");
});

test("a path is ignored with a click and comes back when its chip is removed", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  await logs.locator(".property", { hasText: "inputs.tags.env" }).getByRole("button").click();
  await logs.locator(".choice").first().click();
  await status(page, "5 changed resources");
  await page.getByText("left out by the ignore rules").waitFor();
  assert.ok(!(await names(page)).includes("logs"));
  await page.getByRole("button", { name: "Stop ignoring inputs.tags.env" }).click();
  await status(page, "7 changed resources");

  await unfold(page, "gone");
  await row(page, "gone").getByRole("button", { name: "Ignore this resource" }).click();
  await status(page, "6 changed resources");
});

test("a path can be written as well; one that makes no sense is refused in words", async (t) => {
  const page = await openPair(t);
  await menu(page, "Options").click();
  await page.getByLabel("Path to ignore").fill("inputs.*.env");
  await page.keyboard.press("Enter");
  await status(page, "5 changed resources");
  await menu(page, "Options").click();
  await page.getByLabel("Path to ignore").fill("inputs[");
  await page.keyboard.press("Enter");
  const refused = page.locator(".panel").getByRole("alert");
  await refused.filter({ hasText: /./ }).waitFor();
  await status(page, "5 changed resources");
  assert.equal(await page.locator(".chip").count(), 1);
});

test("internal properties are hidden until asked for", async (t) => {
  const page = await openPage(t);
  const bucket = (defaults) => state([{ type: BUCKET, name: "logs", inputs: { __defaults: defaults } }]);
  await compare(page, bucket(["a"]), bucket(["b"]));
  await page.getByText(/internal properties/).waitFor();
  await page.getByRole("button", { name: "Show them" }).click();
  await status(page, "1 changed resource");
  await menu(page, "Options").click();
  assert.ok(await page.getByLabel("Show internal properties").isChecked());
});

test("two stacks of one program differ in nothing when compared as stacks", async (t) => {
  const page = await openPage(t);
  const stack = (name, id) => state([{ type: BUCKET, name: "logs", id, inputs: { size: 1 } }], { stack: name });
  await compare(page, stack("dev", "id-dev"), stack("prod", "id-prod"));
  await page.getByText(/Stack dev became prod/).waitFor();
  await status(page, "1 changed resource");
  await page.getByRole("button", { name: "Stacks" }).click();
  await page
    .getByText(/No resource changed\.|No differences/)
    .first()
    .waitFor();
});

test("equal states say so", async (t) => {
  const page = await openPage(t);
  await compare(page, pair().old, pair().old);
  await page.getByRole("heading", { name: "No differences" }).waitFor();
});

test("the difference is copied and saved in four formats", async (t) => {
  const page = await openPair(t);
  await menu(page, "Export").click();
  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await page.getByText("Markdown copied.").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /logs/);

  const saved = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save ${name}`, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const json = await saved("JSON");
  assert.equal(json.name, "diff.json");
  assert.equal(JSON.parse(json.text).summary.update, 4);
  const patch = await saved("JSON Patch");
  assert.ok(JSON.parse(patch.text).every(({ op }) => op));
  assert.match((await saved("Text")).text, /logs/);
});
