// Members of an organisation: filters, order, teams, links, and what goes wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const HASH = "#/organization/acme/members";
const MEMBERS = /\/api\/orgs\/acme\/members(\?|$)/;

const names = (page) => page.locator("stackscope-members .row-slot .who .strong").allTextContents();
const status = (page, words) => page.locator("stackscope-members .status", { hasText: words }).waitFor();
const answer = (status, message) => ({ status, contentType: "application/json", body: JSON.stringify({ code: status, message }) });

test("members are listed, found by text and role, and the address says so", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await status(page, "26 members");
  await page.getByRole("heading", { level: 1, name: "Members" }).waitFor();
  await page.getByRole("row", { name: /Ada Lindqvist/ }).getByRole("link", { name: "Team platform" }).waitFor();
  await page.getByLabel("Role").selectOption("admin");
  await status(page, / of 26 members/);
  await page.waitForURL(/role=admin/);
  await page.getByLabel("Search members").fill("ada");
  await status(page, "1 of 26");
  assert.deepEqual(await names(page), ["Ada Lindqvist"]);
  await page.reload();
  await status(page, "1 of 26");
  assert.equal(await page.getByLabel("Search members").inputValue(), "ada");
  assert.equal(await page.getByLabel("Role").inputValue(), "admin");
  await page.getByLabel("Search members").fill("nobody at all");
  await page.getByRole("button", { name: "Show all" }).click();
  await status(page, /^26 members/);
});

test("columns sort both ways", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await status(page, "26 members");
  const first = (name) => page.locator("stackscope-members .row-slot[data-index='0'] .strong", { hasText: name }).waitFor();
  await first("Acme Deploy Bot");
  await page.getByRole("button", { name: "Member", exact: true }).click();
  await page.getByRole("columnheader", { name: "Member" }).and(page.locator("[aria-sort=descending]")).waitFor();
  assert.notEqual((await names(page))[0], "Acme Deploy Bot");
  await page.getByRole("button", { name: "Role", exact: true }).click();
  await page.locator(".row-slot[data-index='0'] .badge", { hasText: "admin" }).waitFor();
});

test("a team leads to the team, and back leads back", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await page.getByRole("row", { name: /Ada Lindqvist/ }).getByRole("link", { name: "Team platform" }).click();
  await page.getByRole("heading", { level: 2, name: "Platform" }).waitFor();
  await page.goBack();
  await status(page, "26 members");
  await page.getByRole("row", { name: /Ada Lindqvist/ }).getByRole("link", { name: "Activity of ada" }).click();
  await page.getByRole("heading", { level: 1, name: "Audit log" }).waitFor();
  assert.equal(await page.getByLabel("User").inputValue(), "ada");
});

test("keyboard alone: one stop for the list, arrows through it, links of the row that they are at", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await status(page, "26 members");
  await page.getByRole("button", { name: "Joined", exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.locator("stackscope-members .row-slot[data-index='2']:focus").waitFor();
  await page.keyboard.press("End");
  await page.locator("stackscope-members .row-slot[data-index='25']:focus").waitFor();
  await page.keyboard.press("Home");
  await page.locator("stackscope-members .row-slot[data-index='0']:focus").waitFor();
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("stackscope-members").shadowRoot.activeElement.matches(".row-slot[data-index='0'] a")));
});

test("a server that fails is said, and asked once more", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/500/] });
  let failing = true;
  await page.route(MEMBERS, (route) => (failing ? route.fulfill(answer(500, "it broke")) : route.continue()));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await page.getByRole("alert").filter({ hasText: "The server failed" }).waitFor({ timeout: 30_000 });
  failing = false;
  await page.locator("stackscope-members").getByRole("button", { name: "Try again" }).click();
  await status(page, "26 members");
});

test("who may not see them is told so, and so is whose server has none", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/403/, /404/, /501/] });
  await page.route(MEMBERS, (route) => route.fulfill(answer(403, "members are for administrators")));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await page.getByText("You may not see the members").waitFor();
  await audit(page);
  await page.unroute(MEMBERS);
  await page.route(MEMBERS, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404 page not found\n" }));
  await page.locator("stackscope-members").getByRole("button", { name: "Try again" }).click();
  await page.getByText("This server does not list members").waitFor();
});

test("hostile names and very many members", async (t) => {
  const page = await openPage(t, { hash: "#/", width: 360 });
  const hostile = '<img src=x onerror="alert(1)">\u202egpj.exe';
  const members = Array.from({ length: 3000 }, (_, at) => ({ role: at === 0 ? hostile : "member", user: { name: at === 0 ? `${hostile}${"long ".repeat(400)}` : `Member ${at}`, githubLogin: at === 0 ? hostile : `m${at}`, avatarUrl: "https://elsewhere.example/a.png" }, created: "2026-01-01T00:00:00Z", virtualAdmin: true, suspended: at % 2 === 0 }));
  await page.route(MEMBERS, (route) => route.fulfill({ json: { members } }));
  await page.route(/\/members\/[^/]+\/teams/, (route) => route.fulfill({ json: { teams: [hostile, "a", "b", "c", "d", "e"] } }));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await status(page, "3,000 members");
  await page.getByText("and 2 more").first().waitFor();
  assert.ok((await page.locator("stackscope-members .row-slot").count()) < 60);
  assert.equal(await page.evaluate(() => document.querySelector("stackscope-members").shadowRoot.querySelectorAll("img").length), 0);
  assert.ok((await page.locator("stackscope-members .mark").count()) > 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await audit(page);
});

for (const [width, dark] of [[360, false], [1280, true], [1920, false]]) {
  test(`${width} px${dark ? ", dark" : ""}: accessible, nothing overflows`, async (t) => {
    const page = await openPage(t, { hash: HASH, width, dark });
    await status(page, "26 members");
    await page.locator("stackscope-members .link.badge").first().waitFor();
    await audit(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });
}
