// The page of the elements: each live, beside its source, telling its events.
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const examples = JSON.parse(readFileSync(new URL("../../www/elements/examples.json", import.meta.url), "utf8"));

for (const dark of [false, true]) {
  test(`every element shows something, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: "elements.html", dark });
    for (const { tag } of examples) {
      await page.locator(`section#${tag}`).scrollIntoViewIfNeeded();
      const element = page.locator(`section#${tag} ${tag}`);
      await element.waitFor();
      await element.locator(".loading").first().waitFor({ state: "detached" });
      await page.waitForFunction((tag) => (document.querySelector(`section#${tag} ${tag}`).shadowRoot.textContent ?? "").trim().length > 20, tag);
      assert.equal(await element.locator(".trouble").count(), 0, tag);
    }
    await audit(page);
  });
}

test("what a person does is told as an event", async (t) => {
  const page = await openPage(t, { hash: "elements.html#stackscope-diff" });
  await page.locator("stackscope-diff").getByRole("searchbox").first().fill("bucket");
  await page.getByText('stackscope-query {"query":{"q":"bucket"},"push":false}').waitFor();
});

for (const width of [360, 1920]) {
  test(`${width} pixels wide, nothing sticks out`, async (t) => {
    const page = await openPage(t, { hash: "elements.html", width });
    await page.locator("section#stackscope-search").scrollIntoViewIfNeeded();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });
}
