// Teams of an organisation: the list, one team, and what goes wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const HASH = "#/organization/acme/teams";
const heading = (page, name) => page.getByRole("heading", { level: 2, name }).waitFor();
const answer = (status, message) => ({ status, contentType: "application/json", body: JSON.stringify({ code: status, message }) });

test("a team is chosen, shown with members and stacks, and stays in the address", async (t) => {
  const page = await openPage(t, { hash: HASH });
  const platform = page.getByRole("row", { name: /Platform/ });
  await platform.getByText("5 members").waitFor();
  await platform.getByText("7 stacks").waitFor();
  await platform.getByRole("button", { name: "Platform" }).click();
  await heading(page, "Platform");
  await page.waitForURL(/team=platform/);
  await page.locator(".people").getByText("Ada Lindqvist").waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("stackscope-teams").shadowRoot.activeElement.matches("h2")));
  const stack = page.getByRole("link", { name: "network/prod" });
  assert.match(await stack.getAttribute("href"), /#\/stack\/acme\/network\/prod/);
  await page.goBack();
  await page.getByRole("region", { name: "Team" }).waitFor({ state: "detached" });
  await page.goForward();
  await heading(page, "Platform");
  await page.reload();
  await heading(page, "Platform");
});

test("keyboard alone: Enter opens a team, Escape closes it and goes back to the row", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await page.getByRole("row", { name: /Data/ }).waitFor();
  await page.getByRole("button", { name: "Refresh" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await heading(page, "Developer experience");
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Team" }).waitFor({ state: "detached" });
  await page.locator("stackscope-teams .row-slot[data-index='1']:focus").waitFor();
});

test("search, and a team that is not there", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?team=ghosts`, expected: [/404/] });
  await page.getByRole("alert").filter({ hasText: "There is no such thing" }).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByLabel("Search teams").fill("shop");
  await page.locator(".status", { hasText: "1 of 6" }).waitFor();
  await page.getByLabel("Search teams").fill("no such words");
  await page.getByText("No team fits").waitFor();
});

test("members that may not be listed are told as that; names do no harm", async (t) => {
  const page = await openPage(t, { hash: "#/", width: 360 });
  const hostile = "<img src=x onerror=alert(1)>\u202etxt";
  const team = { kind: "github", name: hostile, displayName: hostile, description: "long ".repeat(300), listMembersError: "GitHub is away", members: [], stacks: [{ projectName: hostile, stackName: "prod", permission: 999 }] };
  await page.route(/\/api\/orgs\/acme\/teams(\?|$)/, (route) => route.fulfill({ json: { teams: [team] } }));
  await page.route(/\/api\/orgs\/acme\/teams\/./, (route) => route.fulfill({ json: team }));
  await page.goto(page.url().replace(/#.*$/, `${HASH}?team=${encodeURIComponent(hostile)}`));
  await page.getByText("GitHub is away").waitFor();
  await page.getByText("999").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("stackscope-teams").shadowRoot.querySelectorAll("img").length), 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await audit(page);
});

test("a team with very many stacks is drawn bit by bit", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  const stacks = Array.from({ length: 2500 }, (_, at) => ({ projectName: "p", stackName: `s${at}`, permission: 101 }));
  await page.route(/\/api\/orgs\/acme\/teams\/platform$/, (route) => route.fulfill({ json: { kind: "pulumi", name: "platform", displayName: "Platform", members: [], stacks } }));
  await page.goto(page.url().replace(/#.*$/, `${HASH}?team=platform`));
  await page.getByText("and 2,400 more").waitFor();
  assert.equal(await page.locator(".grants li").count(), 100);
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByText("and 2,300 more").waitFor();
});

test("no team, and teams that one may not see", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/403/] });
  await page.route(/\/api\/orgs\/acme\/teams(\?|$)/, (route) => route.fulfill({ json: { teams: [] } }));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await page.getByRole("heading", { name: "No teams" }).waitFor();
  await page.unrouteAll();
  await page.route(/\/api\/orgs\/acme\/teams(\?|$)/, (route) => route.fulfill(answer(403, "not you")));
  await page.reload();
  await page.getByText("You may not see the teams").waitFor();
});

for (const [width, dark] of [[360, true], [1280, false], [1920, true]]) {
  test(`${width} px${dark ? ", dark" : ""}: accessible with a team open, nothing overflows`, async (t) => {
    const page = await openPage(t, { hash: `${HASH}?team=platform`, width, dark });
    await page.locator(".people").getByText("Ada Lindqvist").waitFor();
    await audit(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });
}
