// States whose names and values try to be more than text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, state } from "./support/states.mjs";
import { compare, names, status, unfold } from "./support/view.mjs";

const MARKUP = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';
const BACKWARDS = "invoice\u202Efdp.exe";
const LONG = "x".repeat(1_000_000);

test("markup in names, types, values and file names stays text", async (t) => {
  const page = await openPage(t);
  const hostile = (value) =>
    state([{ type: `evil:index:${MARKUP}`, name: MARKUP, inputs: { [MARKUP]: value } }], {
      outputs: { [MARKUP]: value },
    });
  await drop(page, "#views", [
    { name: `${MARKUP}.json`, text: hostile(MARKUP) },
    { name: "new.json", text: hostile(`${MARKUP}!`) },
  ]);
  await status(page, "changed resources");
  assert.ok((await names(page)).includes(MARKUP));
  await page.locator(".row-head").last().click();
  await page.locator(".row .property").first().waitFor();
  await page.getByRole("link", { name: "New" }).click();
  await status(page, "2 resources");
  assert.equal(await page.locator("main img, main script").count(), 0);
});

test("marks that turn the reading direction are shown by their names", async (t) => {
  const page = await openPage(t);
  await compare(page, state([]), state([{ type: BUCKET, name: BACKWARDS }]));
  await status(page, "1 changed resource");
  const name = page.locator(".row-name bdi");
  assert.equal(await name.textContent(), "invoiceU+202Efdp.exe");
  assert.equal(await name.locator(".mark").textContent(), "U+202E");
});

test("a value of a megabyte is shown in pieces", async (t) => {
  const page = await openPage(t);
  const big = (text) => state([{ type: BUCKET, name: "big", inputs: { text } }]);
  await compare(page, big(LONG), big(`${LONG}y`));
  const row = await unfold(page, "big");
  const after = row.locator(".after .value-text");
  assert.ok((await after.textContent()).length < 5000);
  await row
    .locator(".after")
    .getByRole("button", { name: /Show more/ })
    .click();
  await page.waitForFunction(() => document.querySelector(".after .value-text").textContent.length > 50_000);
  assert.ok((await after.textContent()).length < 100_000);
});

test("a name of a megabyte and keys of Object's own are ordinary data", async (t) => {
  const page = await openPage(t);
  const inputs = JSON.parse('{"__proto__": {"a": 1}, "constructor": "c", "hasOwnProperty": 2}');
  await drop(page, "#views", [{ name: "odd.json", text: state([{ type: BUCKET, name: LONG, inputs }]) }]);
  await status(page, "2 resources");
  const lengths = (await names(page)).map((name) => name.length);
  assert.ok(Math.max(...lengths) < 2000);
  await page.locator(".row-head").nth(1).click();
  await page.locator(".record .facts").first().waitFor();
  assert.match(await page.locator(".record").textContent(), /__proto__\{ "a": 1 \}constructor"c"/);
});

test("values nested by the thousand and numbers beyond 2^53 are printed", async (t) => {
  const page = await openPage(t);
  const nested = `${"[".repeat(5000)}12345678901234567890${"]".repeat(5000)}`;
  const text = state([{ type: BUCKET, name: "deep", inputs: { nested: "HERE", exact: "THERE" } }])
    .replace('"HERE"', nested)
    .replace('"THERE"', "12345678901234567890");
  await drop(page, "#views", [{ name: "deep.json", text }]);
  await status(page, "2 resources");
  const row = await unfold(page, "deep");
  assert.match(await row.textContent(), /exact.*12345678901234567890/);
});
