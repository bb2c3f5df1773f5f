// States of thousands of resources: the rows come, and the document stays small.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, samples } from "./support/browser.mjs";
import { dropFromDisk } from "./support/drop.mjs";
import { status } from "./support/view.mjs";

const MOST_ELEMENTS = 4000;

test("thousands of changes are scrolled through with a bounded document", async (t) => {
  const folder = samples(t, "--resources", "5000", "--changed", "60%");
  const page = await openPage(t);
  await dropFromDisk(page, { x: 300, y: 300 }, [join(folder, "old.json"), join(folder, "new.json")]);
  await status(page, /^\d,\d{3} changed resources$/);
  const elements = () => page.evaluate(() => document.getElementsByTagName("*").length);
  assert.ok((await elements()) < MOST_ELEMENTS);

  for (const part of [0.3, 0.6, 1]) {
    await page.evaluate((part) => window.scrollTo(0, part * document.documentElement.scrollHeight), part);
    await page.waitForFunction(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".row-head"));
    assert.ok((await elements()) < MOST_ELEMENTS);
  }
  const last = page.locator(".row").last();
  assert.equal(await last.getAttribute("aria-posinset"), await last.getAttribute("aria-setsize"));
  const box = await last.boundingBox();
  assert.ok(box.y + box.height <= 900, "the last row is in view at the end");

  await last.locator(".row-head").click();
  await last.locator(".detail-actions").waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("searchbox").fill("zzz");
  await page.getByText("No change passes the filters.").waitFor();
});

test("one state of thousands of resources is searched", async (t) => {
  const folder = samples(t, "--resources", "5000");
  const page = await openPage(t);
  await dropFromDisk(page, { x: 300, y: 300 }, [join(folder, "old.json")]);
  await status(page, "5,000 resources");
  await page.getByLabel("Flag", { exact: true }).selectOption({ index: 1 });
  await status(page, / of 5,000 resources/);
  assert.ok((await page.evaluate(() => document.getElementsByTagName("*").length)) < MOST_ELEMENTS);
});
