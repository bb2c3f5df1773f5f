// For every hand, eye and screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, samples } from "./support/browser.mjs";
import { pair } from "./support/states.mjs";
import { compare, status, unfold } from "./support/view.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.ariaLabel);

async function tabTo(page, words, most = 40) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page))?.includes(words)) return;
  }
  assert.fail(`Tab did not reach "${words}"`);
}

test("from the samples to a property, and back out of a menu, by keyboard alone", async (t) => {
  const page = await openPage(t, { samples: samples(t) });
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  await tabTo(page, "Try the samples");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none", "the focus is visible");
  await page.keyboard.press("Enter");
  await status(page, /changed resources/);
  assert.equal(await focused(page), "Differences", "the focus follows to the new view");

  await tabTo(page, "Export");
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /Copy/);
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "Export");

  await tabTo(page, "Update");
  await page.keyboard.press("Space");
  await status(page, / of /);
  assert.match(await focused(page), /Update/, "a pressed card keeps the focus");

  await page.getByRole("searchbox").focus();
  await tabTo(page, "storefront-prod");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".row-open .property").first().waitFor();
  await page.keyboard.press("End");
  const last = await page.evaluate(() => {
    const row = document.activeElement.closest(".row");
    return row.ariaPosInSet === row.ariaSetSize;
  });
  assert.ok(last, "End goes to the last row");
});

test("results are told to people who listen", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await compare(page, states.old, states.new);
  const announcer = page.locator("#announcer");
  await page.waitForFunction(() => document.getElementById("announcer").textContent === "7 changed resources");
  await page.locator("button.card", { hasText: "Create" }).click();
  await page.waitForFunction(() => document.getElementById("announcer").textContent === "1 of 7 changed resources");
  assert.equal(await announcer.getAttribute("aria-live"), "polite");
});

const lightness = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    return (r + g + b) / 765;
  });

for (const dark of [false, true]) {
  test(`the system's ${dark ? "dark" : "light"} colours are followed until the button is pressed, and nothing is stored`, async (t) => {
    const page = await openPage(t, { dark });
    assert.equal((await lightness(page)) < 0.5, dark);
    await page.getByRole("button", { name: /^Switch to/ }).click();
    assert.equal((await lightness(page)) < 0.5, !dark);
    const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(stored, [0, 0, ""]);
    await page.reload();
    assert.equal((await lightness(page)) < 0.5, dark);
  });
}

for (const width of [360, 768, 1920]) {
  test(`nothing runs over the side at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, samples: samples(t) });
    const fits = async (view) => {
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(content <= window, `${view}: ${content} > ${window}`);
    };
    await fits("files");
    await page.getByRole("button", { name: "Try the samples" }).click();
    await status(page, /changed resources/);
    await unfold(page, "front-door");
    await fits("differences");
    for (const name of ["Options", "Export"]) {
      await page.locator(".view-actions").getByRole("button", { name }).click();
      const box = await page.locator(".panel").boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} is within the window`);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "Grouped" }).click();
    await page.locator(".group").first().waitFor();
    await fits("groups");
    await page.getByRole("link", { name: "New" }).click();
    await status(page, "resources");
    await fits("contents");
  });
}

test("back and forward go through the views, and the address tells only the view", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await compare(page, states.old, states.new);
  await page.getByRole("link", { name: "Old" }).click();
  assert.equal(new URL(page.url()).hash, "#old");
  await page.goBack();
  await page.getByRole("heading", { name: "Differences", exact: true }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "What changed in your stack?" }).waitFor();
});
