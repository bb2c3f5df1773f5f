// States whose names and values try to be more than text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, state } from "./support/states.mjs";
import { compare, deepText, names, status, unfold } from "./support/view.mjs";

const MARKUP = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';
const BACKWARDS = "invoice\u202Efdp.exe";
const LONG = "x".repeat(1_000_000);

test("markup in names, types, values and file names stays text", async (t) => {
  const page = await openPage(t);
  const hostile = (value) => state([{ type: `evil:index:${MARKUP}`, name: MARKUP, inputs: { [MARKUP]: value } }], { outputs: { [MARKUP]: value } });
  await drop(page, "main", [
    { name: `${MARKUP}.json`, text: hostile(MARKUP) },
    { name: "new.json", text: hostile(`${MARKUP}!`) },
  ]);
  await status(page, "changed resources");
  assert.ok((await names(page)).includes(MARKUP));
  await page.keyboard.press("e");
  await page.locator("stackscope-diff .row .property").first().waitFor();
  await page.locator("stackscope-diff .section summary").first().click();
  await page.locator("stackscope-diff .section .property").first().waitFor();
  const made = await page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.matches("img:not(.brand img), script")) found.push(element.outerHTML);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector("main"));
    return found;
  });
  assert.deepEqual(made, []);
});

test("marks that turn the reading direction are shown by their names", async (t) => {
  const page = await openPage(t);
  await compare(page, state([]), state([{ type: BUCKET, name: BACKWARDS }]));
  await status(page, "1 changed resource");
  const name = page.locator("stackscope-diff .row-title");
  assert.equal(await name.textContent(), "invoiceU+202Efdp.exe");
  assert.equal(await name.locator(".mark").textContent(), "U+202E");
});

test("a value of a megabyte is shown in pieces, and where it begins to differ", async (t) => {
  const page = await openPage(t);
  const big = (text) => state([{ type: BUCKET, name: "big", inputs: { text } }]);
  await compare(page, big(LONG), big(`${LONG}y`));
  const row = await unfold(page, "big");
  const after = row.locator(".side.after");
  assert.ok((await deepText(after)).length < 5000);
  assert.match(await row.locator(".first-difference").textContent(), /The first 1,000,000 characters are the same/);
  await after.getByRole("button", { name: /Show more/ }).click();
  await after.getByRole("button", { name: /\(9\d\d\.\d KB left\)/ }).waitFor();
  const length = (await deepText(after)).length;
  assert.ok(length > 50_000 && length < 100_000, `${length} characters`);
});

test("a name of a megabyte and keys of Object's own are ordinary data", async (t) => {
  const page = await openPage(t);
  const inputs = (a) => JSON.parse(`{"__proto__": {"a": ${a}}, "constructor": "c${a}", "hasOwnProperty": ${a}}`);
  const odd = (a) => state([{ type: BUCKET, name: LONG, inputs: inputs(a) }]);
  await compare(page, odd(1), odd(2));
  await page.getByRole("button", { name: "Show them" }).click();
  await status(page, "1 changed resource");
  const lengths = (await names(page)).map((name) => name.length);
  assert.ok(Math.max(...lengths) < 2000);
  await page.locator("stackscope-diff .row-head").click();
  await page.locator("stackscope-diff .property").nth(2).waitFor();
  const text = await deepText(page.locator("stackscope-diff .properties"));
  assert.match(text, /inputs\.__proto__\.a.*inputs\.constructor.*"c1".*"c2".*inputs\.hasOwnProperty/s);
});

test("values nested by the thousand and numbers beyond 2^53 are printed", async (t) => {
  const page = await openPage(t);
  const text = (digits) =>
    state([{ type: BUCKET, name: "deep", inputs: { nested: "HERE", exact: "THERE" } }])
      .replace('"HERE"', `${"[".repeat(5000)}${digits}${"]".repeat(5000)}`)
      .replace('"THERE"', digits);
  await compare(page, text("12345678901234567890"), text("12345678901234567891"));
  await status(page, "1 changed resource");
  const row = await unfold(page, "deep");
  await row.locator(".property").nth(1).waitFor();
  assert.match(await deepText(row.locator(".property", { hasText: "inputs.exact" })), /12345678901234567890.*12345678901234567891/s);
});

test("a resource of thousands of changed properties comes in pages", async (t) => {
  const page = await openPage(t);
  const many = (add) => state([{ type: BUCKET, name: "many", inputs: Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`key${at}`, at + add])) }]);
  await compare(page, many(0), many(1));
  const row = await unfold(page, "many");
  await row.locator(".property").first().waitFor();
  const first = await row.locator(".property").count();
  assert.ok(first <= 100);
  await row.getByRole("button", { name: /^Show more \(3,\d{3} left\)/ }).click();
  await page.waitForFunction((first) => {
    let found = 0;
    const walk = (root) => {
      found += root.querySelectorAll(".property").length;
      for (const element of root.querySelectorAll("*")) if (element.shadowRoot) walk(element.shadowRoot);
    };
    walk(document);
    return found > first && found <= 2 * first;
  }, first);
});
