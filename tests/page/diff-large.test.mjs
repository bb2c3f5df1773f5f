// Two states of thousands of resources: the rows come, and the document stays small.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { elements, openPage, samples } from "./support/browser.mjs";
import { dropFromDisk } from "./support/drop.mjs";
import { status } from "./support/view.mjs";

const MOST_ELEMENTS = 4000;

test("thousands of changes are scrolled through, folded and unfolded, with a bounded document", async (t) => {
  const folder = samples(t, "--resources", "5000", "--changed", "60%");
  const page = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await dropFromDisk(page, { x: 300, y: 300 }, [join(folder, "old.json"), join(folder, "new.json")]);
  await status(page, /^\d,\d{3} changed resources$/);
  assert.ok((await elements(page)) < MOST_ELEMENTS);

  const slots = page.locator("stackscope-diff .row-slot");
  const scroll = async (part) => {
    await page.evaluate((part) => window.scrollTo(0, part * document.documentElement.scrollHeight), part);
    await page.waitForFunction(() => {
      const changes = document.querySelector("stackscope-diff").shadowRoot.querySelector("stackscope-diff-changes");
      return changes.shadowRoot.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".row");
    });
    assert.ok((await elements(page)) < MOST_ELEMENTS);
  };
  for (const part of [0.3, 0.6, 1]) await scroll(part);
  const last = slots.last();
  assert.equal(await last.getAttribute("aria-posinset"), await last.getAttribute("aria-setsize"));
  const box = await last.boundingBox();
  assert.ok(box.y + box.height <= 900, "the last row is in view at the end");

  // A step begins from what is in view, not from where the keys were last.
  await scroll(0.5);
  await page.keyboard.press("j");
  await page.locator("stackscope-diff .row-slot:focus").waitFor();
  const at = Number(await page.locator("stackscope-diff .row-slot:focus").getAttribute("aria-posinset"));
  assert.ok(at > 500, `row ${at}`);

  await page.keyboard.press("e");
  await page.locator("stackscope-diff-detail .actions").first().waitFor();
  for (const part of [0.2, 0.8]) await scroll(part);
  await page.keyboard.press("c");

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("searchbox", { name: "Search names" }).fill("zzz");
  await page.getByText("No change passes the filters").waitFor();
});
