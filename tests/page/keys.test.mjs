// Keys and focus: in lists of any scroller, in pages of others, in dialogs and menus; and what is told to those who listen.

import assert from "node:assert/strict";
import test from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage, focused } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, ROLE, state } from "./support/states.mjs";

const MANY = 300;
const buckets = (count, inputs) => Array.from({ length: count }, (_, at) => ({ type: BUCKET, name: `bucket-${String(at).padStart(3, "0")}`, inputs, outputs: {} }));
const changed = (env) => state([...buckets(30, { env }), { type: ROLE, name: "reader", inputs: { env } }]);
const HOST = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of others</title><script type="module" src="elements.js"></script><body><main></main></body></html>`;

/** A page that is not this project's, and uses its elements. */
async function foreign(t, options) {
  const page = await openPage(t, options);
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: HOST }));
  await page.goto(new URL("host.html", page.url()).href);
  await page.evaluate(() => customElements.whenDefined("stackscope-resources"));
  return page;
}

/** Puts an element into it, with states as texts. */
function put(page, tag, states, style = {}) {
  return page.evaluate(
    ([tag, states, style]) => {
      const element = document.createElement(tag);
      for (const [name, text] of Object.entries(states)) element[name] = new Blob([text]);
      Object.assign(element.style, style);
      document.querySelector("main").append(element);
    },
    [tag, states, style],
  );
}

const stops = (list) => list.locator('.row-slot[tabindex="0"]');

/** Where the focus is: the row's number, and whether all of it can be seen between what stays over the list. */
function row(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const slot = at?.closest(".row-slot");
    if (!slot) return undefined;
    const { top, bottom, left } = slot.getBoundingClientRect();
    const shown = (y) => slot.contains(slot.getRootNode().elementFromPoint(left + 20, y));
    return { index: Number(slot.dataset.index), clear: shown(top + 3) && shown(bottom - 3) };
  });
}

test("a list has a stop for Tab in view, wherever it was scrolled to", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "many.json", text: state(buckets(MANY, {})) }]);
  const list = page.locator("stackscope-resources");
  await list.getByText("bucket-003", { exact: true }).waitFor();
  await page.mouse.move(600, 600);
  await page.mouse.wheel(0, 5000);
  await list.getByText("bucket-140", { exact: true }).waitFor();
  assert.equal(await stops(list).count(), 1);
  const { y } = await stops(list).boundingBox();
  assert.ok(y >= 52 && y < 900, `${y}`);
  await stops(list).focus();
  await page.keyboard.press("ArrowDown");
  const { index, clear } = await row(page);
  assert.ok(index > 100 && clear);
});

test("the arrow down leads from the search field into the list", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "many.json", text: state(buckets(MANY, {})) }]);
  const list = page.locator("stackscope-resources");
  await list.getByText("bucket-003", { exact: true }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("bucket-29");
  await list.getByText(/^1\d of /).waitFor();
  await page.keyboard.press("ArrowDown");
  await list.locator('.row-slot[data-index="0"]:focus').waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Selected resource" }).waitFor();
});

test("a list that becomes shorter keeps its stop", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "a.json", text: changed("dev") }, { name: "b.json", text: changed("prod") }]);
  const diff = page.locator("stackscope-diff");
  await diff.locator(".row-slot").nth(3).waitFor();
  await diff.locator('.row-slot[tabindex="0"]').focus();
  await page.keyboard.press("End");
  await diff.locator('.row-slot[data-index="30"]:focus').waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await diff.getByRole("button", { name: "Ignore this type" }).click();
  await diff.locator(".status", { hasText: /^1 changed resource/ }).waitFor();
  assert.equal(await stops(diff).count(), 1);
});

for (const [what, style] of [["scrolls by itself", { height: "320px", overflow: "auto" }], ["scrolls sideways alone", { overflowX: "auto" }]]) {
  test(`an element that ${what} keeps what is in view, and no row stands under its head`, async (t) => {
    const page = await foreign(t);
    await put(page, "stackscope-resources", { state: state(buckets(MANY, {})) }, style);
    const list = page.locator("stackscope-resources");
    await list.getByText("bucket-003", { exact: true }).waitFor();
    assert.ok((await list.locator(".row-slot").count()) < 60);
    await stops(list).focus();
    await page.keyboard.press("End");
    await list.locator(`.row-slot[data-index="${MANY}"]:focus`).waitFor();
    assert.ok((await row(page)).clear);
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press("PageUp");
      await list.locator(`.row-slot[data-index="${MANY - 10 * (press + 1)}"]:focus`).waitFor();
      await page.waitForFunction((at) => at.getBoundingClientRect().top >= 0, await list.locator(":focus").elementHandle());
      assert.ok((await row(page)).clear, `${MANY - 10 * (press + 1)}`);
    }
    await page.keyboard.press("Home");
    await list.getByText("bucket-003", { exact: true }).waitFor();
  });
}

test("in a page of others keys act within the element that has the focus, and are not taken elsewhere", async (t) => {
  const page = await foreign(t);
  for (const _ of [1, 2]) await put(page, "stackscope-diff", { old: changed("dev"), new: changed("prod") });
  const [first, second] = [page.locator("stackscope-diff").first(), page.locator("stackscope-diff").last()];
  for (const diff of [first, second]) await diff.locator(".row-slot").nth(3).waitFor();
  await page.evaluate(() => {
    globalThis.taken = [];
    window.addEventListener("keydown", ({ key, defaultPrevented }) => taken.push(`${key} ${defaultPrevented}`));
  });
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await second.getByRole("button", { name: "Unfold all" }).focus();
  await page.keyboard.press("j");
  await second.locator(".row-slot:focus").waitFor();
  assert.equal(await first.locator("[data-open=true]").count(), 0);
  assert.deepEqual(await page.evaluate(() => taken), ["j false", "e false", "j true"]);
});

test("single keys are turned off in the sheet of keys, and stay off", async (t) => {
  const page = await openPage(t);
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const sheet = page.getByRole("dialog", { name: "Keys" });
  const turn = sheet.getByRole("switch", { name: "Single-key shortcuts" });
  await page.keyboard.press("?");
  await turn.uncheck();
  await audit(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  assert.equal(await theme(), undefined);
  await page.reload();
  await page.getByRole("button", { name: "Keys" }).waitFor();
  await page.keyboard.press("?");
  assert.equal(await sheet.isVisible(), false);
  await page.getByRole("button", { name: "Keys" }).click();
  await turn.check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  assert.equal(await theme(), "light");
});

test("no key acts behind a dialog, and what happens in it is told there", async (t) => {
  const page = await openPage(t, { width: 360, hash: "#/stack/acme/web/prod/resources" });
  await page.locator("stackscope-resources .row-slot").nth(1).click();
  const sheet = page.getByRole("dialog", { name: "Selected resource" });
  await sheet.getByRole("button", { name: /^Copy/ }).first().click();
  await sheet.locator("[role=status]", { hasText: /./ }).waitFor({ state: "attached" });
  await page.keyboard.press("o");
  assert.ok(await sheet.isVisible());
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("o");
  assert.ok(await sheet.isVisible());
  assert.match(page.url(), /\/resources/);
});

test("Escape closes the menu, and not the dialog around it", async (t) => {
  const page = await foreign(t);
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    const menu = Object.assign(document.createElement("stackscope-menu"), { label: "More" });
    menu.append(Object.assign(document.createElement("button"), { textContent: "One" }));
    dialog.append(menu);
    document.querySelector("main").append(dialog);
    dialog.showModal();
  });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "One" }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("button", { name: "One" }).isVisible(), false);
  assert.equal(await focused(page), "More");
  assert.ok(await page.locator("dialog").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog").isVisible(), false);
});

test("a copy that the browser refused is shown and told as one", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "a.json", text: changed("dev") }, { name: "b.json", text: changed("prod") }]);
  await page.locator("stackscope-diff .row-slot").first().click();
  const copy = page.getByRole("button", { name: "Copy the URN" });
  const shown = (words) => page.locator(`stackscope-diff button.copy[title="${words}"]`).waitFor();
  const told = (words) => page.locator("body > [role=status]", { hasText: words }).waitFor({ state: "attached" });
  await copy.click();
  await shown("Copied");
  await told("Copied");
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await copy.click();
  await shown("The browser did not allow copying");
  await told("The browser did not allow copying");
});
