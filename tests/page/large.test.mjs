// States of 30,000 resources and 85 MB: a bar tells how far reading has come, the rows come, and the document stays small. How long the page's thread
// was kept busy is printed and not asserted: `npm run bench -- page` measures it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { elements, openPage, samples } from "./support/browser.mjs";
import { longestTask, watchTasks } from "./support/long-tasks.mjs";

const MOST_ELEMENTS = 4000;
const PATIENT = { timeout: 60_000 };

const few = async (page, what) => {
  const there = await elements(page);
  assert.ok(there < MOST_ELEMENTS, `${what}: ${there} elements`);
};

/** Waits until a row stands in the middle of the window. */
const rowInView = (page, tag) =>
  page.waitForFunction((name) => {
    const root = document.querySelector(name)?.shadowRoot;
    const find = (within) => {
      for (const element of within.querySelectorAll("*")) {
        if (element.matches(".row-slot")) {
          const { top, bottom } = element.getBoundingClientRect();
          if (top < innerHeight / 2 + 40 && bottom > innerHeight / 2 - 40) return true;
        }
        if (element.shadowRoot && find(element.shadowRoot)) return true;
      }
      return false;
    };
    return root !== undefined && find(root);
  }, tag);

test("a pair of 85 MB through the file chooser, searched, filtered and scrolled", async (t) => {
  const folder = samples(t, "--resources", "30000", "--changed", "20%");
  const page = await openPage(t);
  const diff = page.locator("stackscope-diff");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await watchTasks(page);
  await page.locator("[data-input=any]").setInputFiles([join(folder, "old.json"), join(folder, "new.json")]);
  await page.locator("progress[value]").first().waitFor(PATIENT);
  await diff.locator(".status", { hasText: /^\d,\d{3} changed resources$/ }).waitFor(PATIENT);
  t.diagnostic(`longest task while reading: ${await longestTask(page)} ms`);
  await few(page, "first rows");

  await diff.getByRole("searchbox").fill("aws:lambda");
  await diff.locator(".status", { hasText: / of \d,\d{3} / }).waitFor(PATIENT);
  t.diagnostic(`search: ${await longestTask(page)} ms`);
  await diff.getByRole("searchbox").fill("");
  await diff.locator(".status", { hasText: /^\d,\d{3} changed resources$/ }).waitFor(PATIENT);
  await diff.locator("button.card", { hasText: "Replace" }).click();
  await diff.locator(".status", { hasText: / of \d,\d{3} / }).waitFor(PATIENT);
  t.diagnostic(`filter: ${await longestTask(page)} ms`);
  await diff.locator("button.card", { hasText: "Replace" }).click();
  await diff.locator(".status", { hasText: /^\d,\d{3} changed resources$/ }).waitFor(PATIENT);

  for (const part of [0.3, 0.6, 1]) {
    await page.evaluate((part) => window.scrollTo({ top: part * document.documentElement.scrollHeight, behavior: "instant" }), part);
    await rowInView(page, "stackscope-diff");
    await few(page, `scrolled to ${part}`);
  }
  t.diagnostic(`scroll: ${await longestTask(page)} ms`);

  await page.getByRole("link", { name: "New state" }).click();
  const resources = page.locator("stackscope-resources");
  await resources.getByText(/^\d\d,\d{3} resources$/).waitFor(PATIENT);
  await resources.getByRole("searchbox").fill("bucket");
  await resources.getByText(/ of \d\d,\d{3} resources/).waitFor(PATIENT);
  t.diagnostic(`one state, searched: ${await longestTask(page)} ms`);
  await few(page, "one state");
});
