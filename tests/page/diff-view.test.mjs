// The difference of two versions of stacks, read from the sample backend: addresses, versions, failures, access, sizes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { pair } from "./support/states.mjs";
import { card, compare, menu, names, row, status, unfold } from "./support/view.mjs";

const OLD = "acme/web/prod@3";
const NEW = "acme/web/prod@6";
const address = (query = "") => `#/diff?old=${encodeURIComponent(OLD)}&new=${encodeURIComponent(NEW)}${query}`;

test("an address restores what was chosen, and choosing changes it", async (t) => {
  const page = await openPage(t, { hash: address("&kinds=update&q=bucket&view=unified") });
  await status(page, /^\d+ of \d+ changed resources$/);
  assert.equal(await card(page, "Update").getAttribute("aria-pressed"), "true");
  assert.equal(await page.getByRole("searchbox", { name: "Search names" }).inputValue(), "bucket");
  assert.equal(await page.getByRole("button", { name: "Unified" }).getAttribute("aria-pressed"), "true");
  const found = await names(page);
  assert.ok(found.length > 0);

  await page.getByRole("searchbox", { name: "Search names" }).fill("");
  await page.waitForFunction(() => !location.hash.includes("q="));
  await page.getByRole("button", { name: "Grouped" }).click();
  await page.locator(".group").first().waitFor();
  assert.match(new URL(page.url()).hash, /mode=groups/);
  await page.goBack();
  await status(page, /changed resources$/);
});

test("a reload comes back to the resource that was unfolded", async (t) => {
  const page = await openPage(t, { hash: address() });
  await status(page, /changed resources$/);
  const [, name] = await names(page);
  await unfold(page, name);
  await page.waitForFunction(() => location.hash.includes("urn="));
  await page.reload();
  await row(page, name).locator(".actions").waitFor();
  assert.equal(await page.locator("stackscope-diff-detail").count(), 1);
  await row(page, name).getByRole("link", { name: "Open in the old state" }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/stack/acme/web/prod/resources?version=3&urn="));
});

test("each comparison begins before its first change", async (t) => {
  const page = await openPage(t, { hash: address() });
  await status(page, /changed resources$/);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.getByText(/^2 \/ \d+$/).waitFor();
  await page.evaluate((hash) => (location.hash = hash), address().replace("%406", "%407"));
  await page.getByText(/^– \/ \d+$/).waitFor();
});

test("an address that names another resource unfolds it there", async (t) => {
  const page = await openPage(t, { hash: address() });
  await status(page, /changed resources$/);
  const [first, second] = await names(page);
  const urnOf = async (name) => {
    await unfold(page, name);
    await page.waitForFunction(() => location.hash.includes("urn="));
    const hash = new URL(page.url()).hash;
    await row(page, name).locator(".row-head").click();
    await page.waitForFunction(() => !location.hash.includes("urn="));
    return hash;
  };
  const one = await urnOf(first);
  const two = await urnOf(second);
  for (const [hash, name] of [[one, first], [two, second]]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await row(page, name).locator(".actions").waitFor();
  }
});

test("a version or a stack that isn't there is said, with ways to what is", async (t) => {
  const page = await openPage(t, { expected: [/404/] });
  await page.evaluate((hash) => (location.hash = hash), address().replace("%403", "%40999"));
  await page.getByRole("heading", { name: "There is no version 999 of acme/web/prod" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
  await page.getByRole("link", { name: "All updates of prod" }).waitFor();
  await page.getByRole("link", { name: "Compare with the newest" }).click();
  await status(page, /changed resources?$/);
  await page.evaluate((hash) => (location.hash = hash), address().replace("prod%403", "nope"));
  await page.getByRole("heading", { name: "There is no stack acme/web/nope" }).waitFor();
  await page.getByRole("link", { name: "All stacks of acme" }).waitFor();
});

test("another version is chosen from the stack's own, and sides are swapped in the address", async (t) => {
  const page = await openPage(t, { hash: address() });
  await status(page, /changed resources$/);
  const old = page.locator("stackscope-diff .side[data-side=old]");
  await old.getByRole("button", { name: /^version 3, choose another/ }).click();
  await old.locator("a.version", { hasText: /^5/ }).click();
  await page.waitForFunction(() => location.hash.includes("prod%405"));
  await old.getByRole("button", { name: /^version 5,/ }).waitFor();
  await status(page, /changed resources?$/);

  await page.getByRole("button", { name: "Swap sides" }).click();
  await old.getByRole("button", { name: /^version 6,/ }).waitFor();
  await page.getByText("The old state was saved after the new one.").waitFor();
  assert.match(decodeURIComponent(new URL(page.url()).hash), /old=acme\/web\/prod@6&new=acme\/web\/prod@5/);

  await old.getByRole("button", { name: /choose another for the old side/ }).click();
  await old.getByLabel("Stack").fill("acme/web/dev");
  await old.getByRole("spinbutton", { name: "Version" }).fill("");
  await page.keyboard.press("Enter");
  await page.getByText(/Stack dev stands against prod/).waitFor();
});

test("a stack that can't be read says so beside the other, and is read when the server is back", async (t) => {
  const page = await openPage(t, { expected: [/503/, /status of 503/] });
  let broken = true;
  await page.route(/\/api\/stacks\/acme\/web\/prod\/export\/6/, (route) => (broken ? route.fulfill({ status: 503, contentType: "application/json", body: '{"code":503,"message":"gone fishing"}' }) : route.continue()));
  await page.evaluate((hash) => (location.hash = hash), address());
  const failed = page.locator("stackscope-diff .failed");
  await failed.getByText("Details").click({ timeout: 40_000 });
  await failed.getByText(/gone fishing/).waitFor();
  assert.match(await failed.innerText(), /The new state/);
  broken = false;
  await failed.getByRole("button", { name: "Try again" }).click();
  await status(page, /changed resources$/);
});

for (const dark of [false, true]) {
  test(`no violation of WCAG 2.2 AA, with everything open, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { dark });
    await compare(page, pair().old, pair().new);
    await audit(page);
    await unfold(page, "thumbs");
    await unfold(page, "reader");
    const logs = await unfold(page, "logs");
    await logs.getByRole("button", { name: "Whole old record" }).click();
    await logs.locator(".record").waitFor();
    await page.locator(".section summary").first().click();
    await logs.locator(".property").first().getByRole("button").click();
    await logs.locator(".choice").first().waitFor();
    await audit(page);
    await logs.locator(".choice").first().click();
    await menu(page, "Options").click();
    await audit(page);
    await page.keyboard.press("Escape");
    await menu(page, "Export").click();
    await audit(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Grouped" }).click();
    await page.locator(".group").first().waitFor();
    await audit(page);
  });
}

test("real names and types fit a window of 360 pixels, single and grouped", async (t) => {
  const page = await openPage(t, { width: 360, hash: address() });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await status(page, /changed resources$/);
  assert.equal(await wide(), 0);
  await page.getByRole("button", { name: "Grouped" }).click();
  await page.locator(".group-example").first().waitFor();
  assert.equal(await wide(), 0);
  const next = await page.getByRole("button", { name: "Next group" }).boundingBox();
  assert.ok(next.x + next.width <= 360);
});

for (const width of [360, 1920]) {
  test(`nothing is wider than a window of ${width} pixels`, async (t) => {
    const page = await openPage(t, { width });
    await compare(page, pair().old, pair().new);
    await page.keyboard.press("e");
    await row(page, "logs").locator(".actions").waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await wide(), 0);
    for (const name of ["Options", "Export"]) {
      await menu(page, name).click();
      assert.equal(await wide(), 0, name);
      const box = await page.locator(`stackscope-diff-${name.toLowerCase()} .panel`).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, name);
      await page.keyboard.press("Escape");
    }
  });
}

test("all of it by the keyboard: search, walk, unfold, ignore", async (t) => {
  const page = await openPage(t);
  await compare(page, pair().old, pair().new);
  await page.keyboard.press("/");
  await page.keyboard.type("logs");
  await status(page, "1 of 7");
  await page.evaluate(() => document.querySelector("main").focus());
  await page.keyboard.press("j");
  await page.locator("stackscope-diff .row-slot:focus").waitFor();
  await page.keyboard.press("Enter");
  const logs = row(page, "logs");
  await logs.locator(".property").first().waitFor();
  const at = () => page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one?.getAttribute("aria-label") ?? one?.textContent.trim() ?? "";
  });
  for (let presses = 0; presses < 8 && !(await at()).startsWith("Ignore inputs.tags.env"); presses++) await page.keyboard.press("Tab");
  assert.match(await at(), /^Ignore inputs\.tags\.env/);
  await page.keyboard.press("Enter");
  await logs.locator(".choice:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop ignoring inputs.tags.env" }).waitFor();
});
