// For every hand, eye and screen: a walk through the page by keyboard alone, and what is told to people who listen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { fits, openPage, samples, tabTo } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { pair } from "./support/states.mjs";

const diff = (page) => page.locator("stackscope-diff");

test("from the examples to a property and the next change, by keyboard alone", async (t) => {
  const page = await openPage(t, { samples: samples(t) });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await tabTo(page, /^Compare two states/);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none", "the focus is visible");
  await page.keyboard.press("Enter");
  await diff(page).locator(".status", { hasText: "changed resources" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "view", "the focus follows to the view");

  await tabTo(page, /^Search/);
  await page.keyboard.type("main-public");
  await diff(page).locator(".status", { hasText: " of " }).waitFor();
  await tabTo(page, /main-public-1/);
  await page.keyboard.press("Enter");
  await diff(page).locator(".row [data-path], .row .property").first().waitFor();
  const row = () => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return Number(element?.closest(".row-slot")?.dataset.index ?? -1);
  });
  const before = await row();
  assert.ok(before >= 0, "a row has the focus");
  // The first step enters the list, where it was not entered by a step yet.
  for (let steps = 0; steps < 2 && (await row()) === before; steps += 1) await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await diff(page).locator("[data-open=true]").nth(1).waitFor();
  assert.equal(await row(), before + 1, "the next change has the focus");
  await page.keyboard.press("o");
  await page.getByRole("heading", { name: "What is in your stacks, and what changed?" }).waitFor();
});

test("results are told to people who listen", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, "main", [{ name: "a.json", text: states.old }, { name: "b.json", text: states.new }]);
  const region = page.locator("body > [role=status]");
  await region.filter({ hasText: "7 changed resources" }).waitFor({ state: "attached" });
  await diff(page).getByRole("searchbox").fill("media");
  await region.filter({ hasText: "1 of 7 changed resources" }).waitFor({ state: "attached" });
  assert.equal(await region.getAttribute("aria-live"), "polite");
});

for (const width of [360, 1920]) {
  for (const dark of [false, true]) {
    test(`the views of files pass the audit and fit at ${width} pixels (${dark ? "dark" : "light"})`, async (t) => {
      const page = await openPage(t, { width, dark });
      await page.getByRole("button", { name: /^Compare two states/ }).click();
      await diff(page).locator(".status", { hasText: "changed resources" }).waitFor();
      await fits(page, "differences");
      await audit(page);
      await page.getByRole("link", { name: "New state" }).click();
      await page.locator("stackscope-resources").getByText(/^\d+ resources$/).waitFor();
      await fits(page, "state");
      await audit(page);
      for (const [name, tag] of [["Graph", "stackscope-graph"], ["Integrity", "stackscope-integrity"], ["Outputs", "stackscope-outputs"]]) {
        await page.getByRole("tab", { name, exact: true }).click();
        await page.locator(tag).waitFor();
        await fits(page, name);
      }
      await page.goto(`${page.url().split("#")[0]}#/`);
      await page.getByRole("button", { name: /^Read an update/ }).click();
      await page.locator("stackscope-update").getByText("succeeded").first().waitFor();
      await fits(page, "update");
      await audit(page);
    });
  }
}
