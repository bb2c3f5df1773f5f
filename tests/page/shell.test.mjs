// The page around the views: addresses, titles, focus, keys, theme, notices.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { elements, fits, focused, openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { pair } from "./support/states.mjs";

const hash = (page) => new URL(page.url()).hash;
const views = (page) => page.getByRole("navigation", { name: "Views" });
const heading = (page, name) => page.getByRole("heading", { level: 1, name });

test("each view has an address, a title and the focus; back and forward go through them", async (t) => {
  const page = await openPage(t);
  const seen = [];
  const now = async (name) => {
    await heading(page, name).waitFor();
    seen.push([hash(page), await page.title()]);
    return seen.at(-1);
  };
  await now("What is in your stacks, and what changed?");
  await views(page).getByRole("link", { name: "Stacks" }).click();
  await now(/Stacks/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "view", "the focus follows to the view");
  await views(page).getByRole("link", { name: "Members" }).click();
  await now("Members");
  assert.deepEqual(seen.map(([address]) => address), ["", "#/stacks/acme", "#/organization/acme/members"]);
  assert.deepEqual(seen.map(([, title]) => title), ["Open · stackscope", "Stacks of acme · stackscope", "Members of acme · stackscope"]);
  assert.equal(await views(page).locator("[aria-current=page]").innerText(), "Members");
  await page.goBack();
  await heading(page, /Stacks/).waitFor();
  await page.goBack();
  await heading(page, "What is in your stacks, and what changed?").waitFor();
  await page.goForward();
  await heading(page, /Stacks/).waitFor();
  assert.equal(await page.title(), "Stacks of acme · stackscope");
});

/** How far the page is scrolled, once it is where it should be. */
const scrolledTo = (page, top) => page.waitForFunction((top) => Math.abs(window.scrollY - top) < 3, top);

test("back and forward lead to where one had scrolled, a link to the top", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme", height: 500 });
  await page.locator("stackscope-stacks .row-slot").nth(5).waitFor();
  await page.evaluate(() => window.scrollTo({ top: 700, behavior: "instant" }));
  await scrolledTo(page, 700);
  await views(page).getByRole("link", { name: "Audit log" }).click();
  await page.locator("stackscope-audit-log .row-slot").nth(5).waitFor();
  await scrolledTo(page, 0);
  await page.evaluate(() => window.scrollTo({ top: 300, behavior: "instant" }));
  await scrolledTo(page, 300);
  await page.goBack();
  await heading(page, "Stacks").waitFor();
  await scrolledTo(page, 700);
  await page.goForward();
  await heading(page, "Audit log").waitFor();
  await scrolledTo(page, 300);
});

test("an organisation that is none of the user's does not become the page's", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/nope", expected: [/Failed to load resource/, /^40\d for/] });
  await page.getByRole("button", { name: /^acme/ }).waitFor();
  assert.equal(await views(page).getByRole("link", { name: "Stacks" }).getAttribute("href"), "#/stacks/acme");
  assert.equal(await views(page).locator("[aria-current]").count(), 0);
});

test("an address that means nothing leads to the first view, with a word", async (t) => {
  const page = await openPage(t, { hash: "#/nonsense/of/%E0%A4%A" });
  await page.getByText("There is nothing at this address.").waitFor();
  await heading(page, "What is in your stacks, and what changed?").waitFor();
  await page.getByRole("button", { name: "Close the notice" }).click();
  await page.getByText("There is nothing at this address.").waitFor({ state: "detached" });
  await page.evaluate(() => (location.hash = "#/organization/acme/nothing"));
  await page.getByText("There is nothing at this address.").waitFor();
  await views(page).getByRole("link", { name: "Stacks" }).click();
  await page.getByText("There is nothing at this address.").waitFor({ state: "detached" });
});

test("the skip link, landmarks and one first heading", async (t) => {
  const page = await openPage(t);
  await heading(page, "What is in your stacks, and what changed?").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "view");
  assert.equal(hash(page), "", "the address is left alone");
  for (const role of ["banner", "main"]) assert.equal(await page.getByRole(role).count(), 1, role);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
});

test("keys: the sheet tells those of the view, and they work", async (t) => {
  const page = await openPage(t);
  await heading(page, "What is in your stacks, and what changed?").waitFor();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await sheet.getByText("Change the theme").waitFor();
  await page.keyboard.press("t");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined, "keys rest while the sheet is open");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });

  await views(page).getByRole("link", { name: "Stacks" }).waitFor();
  await page.keyboard.press("g");
  await heading(page, /Stacks/).waitFor();
  await page.locator("stackscope-stacks").getByRole("searchbox").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("go");
  assert.equal(await page.locator("stackscope-stacks").getByRole("searchbox").inputValue(), "go", "keys rest in a field");
  await page.locator("main").focus();
  await page.keyboard.press("o");
  await heading(page, "What is in your stacks, and what changed?").waitFor();

  const states = pair();
  await drop(page, "main", [{ name: "a.json", text: states.old }, { name: "b.json", text: states.new }]);
  await page.locator("stackscope-diff .result").waitFor();
  await page.keyboard.press("?");
  await sheet.getByRole("heading", { name: "This view" }).waitFor();
  await sheet.getByText(/next change/i).waitFor();
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
  test(`the system's ${dark ? "dark" : "light"} colours are followed until the button is pressed; the choice is all that is kept`, async (t) => {
    const page = await openPage(t, { dark });
    const theme = page.getByRole("button", { name: /^Theme:/ });
    await theme.waitFor();
    assert.equal((await lightness(page)) < 0.5, dark);
    for (const [name, isDark] of [["light", false], ["dark", true]]) {
      await theme.click();
      await page.getByRole("button", { name: `Theme: ${name}` }).waitFor();
      assert.equal((await lightness(page)) < 0.5, isDark);
    }
    assert.deepEqual(await page.evaluate(() => [Object.entries(localStorage), sessionStorage.length, document.cookie]), [[["stackscope-theme", "dark"]], 0, ""]);
    await page.reload();
    await page.getByRole("button", { name: "Theme: dark" }).click();
    assert.equal((await lightness(page)) < 0.5, dark, "as the system has it");
  });

  test(`the first view, a sheet, a menu and slots pass the audit (${dark ? "dark" : "light"})`, async (t) => {
    const page = await openPage(t, { dark });
    await views(page).getByRole("link", { name: "Stacks" }).waitFor();
    await audit(page);
    await page.getByRole("button", { name: /^acme/ }).click();
    await page.getByRole("button", { name: "acme-labs" }).waitFor();
    await audit(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await audit(page);
    await page.keyboard.press("Escape");
    await drop(page, "main", [{ name: "bad.json", text: '{"deployment":' }, { name: "good.json", text: pair().new }]);
    await heading(page, "Differences").waitFor();
    await views(page).getByRole("link", { name: "Open" }).click();
    await page.getByRole("region", { name: "Old state" }).getByRole("alert").waitFor();
    await page.getByRole("region", { name: "New state" }).getByText("Resources").waitFor();
    await audit(page);
    await drop(page, "main", ["a", "b", "c"].map((name) => ({ name, text: pair().new })));
    await page.getByRole("heading", { name: "Which two?" }).waitFor();
    await audit(page);
    await page.evaluate(() => (location.hash = "#/files/update"));
    await page.getByText("The event log is no longer open").waitFor();
    await audit(page);
  });
}

for (const width of [360, 768, 1280, 1920]) {
  test(`nothing of the shell runs over the side at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width });
    await views(page).getByRole("link", { name: "Resources" }).waitFor();
    await fits(page, "open");
    await page.getByRole("button", { name: /^acme/ }).click();
    const panel = await page.locator(".server-panel").boundingBox();
    assert.ok(panel.x >= 0 && panel.x + panel.width <= width, "the menu is within the window");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const sheet = await page.getByRole("dialog").boundingBox();
    assert.ok(sheet.x >= 0 && sheet.x + sheet.width <= width, "the sheet is within the window");
    await page.keyboard.press("Escape");
    await views(page).getByRole("link", { name: "Resources" }).click();
    await heading(page, /./).waitFor();
    const current = await views(page).locator("[aria-current]").boundingBox();
    assert.ok(current.x >= 0 && current.x + current.width <= width + 1, "the current link is scrolled into view");
    await page.evaluate(() => (location.hash = "#/connect"));
    await page.getByLabel("Access token").waitFor();
    await fits(page, "connect");
    await drop(page, "main", [{ name: "a-very-long-name-of-a-file-".repeat(6), text: pair().old }]);
    await page.locator("stackscope-resources").getByText("7 resources").waitFor();
    await fits(page, "state");
    assert.ok((await elements(page)) < 3000);
  });
}

test("a backend that fails is told of once, and the view is there when it is back", async (t) => {
  const page = await openPage(t, { expected: [/Failed to load resource/, /^503 for/] });
  await views(page).getByRole("link", { name: "Members" }).waitFor();
  let failing = true;
  await page.route("**/api/**", (route) => (failing ? route.fulfill({ status: 503, contentType: "application/json", body: '{"code":503,"message":"Service Unavailable"}' }) : route.continue()));
  await views(page).getByRole("link", { name: "Members" }).click();
  await page.getByText("Sample organisation does not answer.").waitFor({ timeout: 30_000 });
  assert.equal(await page.getByText("does not answer.").count(), 1);
  failing = false;
  await page.locator(".notices").getByRole("button", { name: "Try again" }).click();
  await page.getByText("does not answer.").waitFor({ state: "detached" });
  await page.locator("stackscope-members").getByText("ada").first().waitFor();
});

test("one endpoint that always fails is the matter of its view, which is left alone", async (t) => {
  const page = await openPage(t, { expected: [/Failed to load resource/, /^500 for/] });
  await views(page).getByRole("link", { name: "Members" }).waitFor();
  let asked = 0;
  await page.route("**/api/orgs/acme/members*", (route) => {
    asked += 1;
    return route.fulfill({ status: 500, contentType: "application/json", body: '{"code":500,"message":"Internal Server Error"}' });
  });
  const asksWho = page.waitForResponse((response) => response.url().endsWith("/api/user"));
  await views(page).getByRole("link", { name: "Members" }).click();
  await page.locator("stackscope-members").getByRole("alert").waitFor({ timeout: 30_000 });
  const view = await page.locator("stackscope-members").elementHandle();
  const before = asked;
  await asksWho;
  assert.equal(await page.getByText("does not answer").count(), 0);
  assert.ok(await view.evaluate((element) => element.isConnected), "the view was not drawn anew");
  assert.equal(asked, before);
});

test("a backend that is away at the start is found when it is back", async (t) => {
  const page = await openPage(t, { expected: [/Failed to load resource/] });
  await views(page).getByRole("link", { name: "Members" }).waitFor();
  await page.route("**/api/**", (route) => route.abort());
  await page.reload();
  await page.getByText("Sample organisation does not answer.").waitFor({ timeout: 30_000 });
  assert.equal(await views(page).getByRole("link", { name: "Members" }).count(), 0);
  await page.unroute("**/api/**");
  await page.locator(".notices").getByRole("button", { name: "Try again" }).click();
  await views(page).getByRole("link", { name: "Members" }).waitFor();
});

test("a backend that does not know who one is has answered, and its stacks can be read", async (t) => {
  const page = await openPage(t, { hash: "#/connect", expected: [/Failed to load resource/, /^404 for/] });
  await views(page).getByRole("link", { name: "Members" }).waitFor();
  await page.route("**/api/user", (route) => route.fulfill({ status: 404, contentType: "application/json", body: '{"code":404,"message":"Not Found"}' }));
  await page.reload();
  await page.getByText("does not say which organisations there are").waitFor();
  assert.equal(await page.getByText("does not answer").count(), 0);
  await page.evaluate(() => (location.hash = "#/stacks/acme"));
  await page.locator("stackscope-stacks .row-slot").first().waitFor();
});

test("without the network the page says so, and goes on when it is there again", async (t) => {
  const page = await openPage(t, { expected: [/Failed to load resource/] });
  await views(page).getByRole("link", { name: "Members" }).waitFor();
  await page.context().setOffline(true);
  await page.getByText("This machine is offline.").waitFor();
  await views(page).getByRole("link", { name: "Members" }).click();
  await page.locator("stackscope-members").getByRole("alert").waitFor({ timeout: 30_000 });
  await page.context().setOffline(false);
  await page.getByText("This machine is offline.").waitFor({ state: "detached" });
  await page.locator("stackscope-members").getByText("ada").first().waitFor();
});
