// The audit log: filters that the server knows, a search over what was read, entries, export, and what goes wrong.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const HASH = "#/organization/acme/audit";
const V2 = /\/api\/orgs\/acme\/auditlogs\/v2(\?|$)/;
const answer = (status, message) => ({ status, contentType: "application/json", body: JSON.stringify({ code: status, message }) });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const read = (page, words) => page.locator("stackscope-audit-log .status", { hasText: words }).waitFor();
const rows = (page) => page.locator("stackscope-audit-log .row-slot");

test("entries come as one scrolls, and only a few of them are in the document", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await read(page, "100 entries read");
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await read(page, /[23]00 entries read/);
  await page.keyboard.press("End");
  await read(page, /[345]00 entries read/);
  assert.ok((await rows(page).count()) < 60);
});

test("filters go to the server and into the address; back takes them off", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await read(page, "entries read");
  await page.getByLabel("Event", { exact: true }).selectOption({ label: "Stack Exported" });
  await page.waitForURL(/event=stack.exported/);
  await page.waitForFunction(() => [...document.querySelector("stackscope-audit-log").shadowRoot.querySelectorAll(".unfold")].every((one) => one.textContent.includes("Stack Exported")));
  await page.getByLabel("User").fill("grace");
  await page.getByLabel("User").press("Enter");
  await page.waitForURL(/user=grace/);
  await page.waitForFunction(() => [...document.querySelector("stackscope-audit-log").shadowRoot.querySelectorAll(".sheet-row > :nth-child(3)")].every((one) => one.textContent.includes("grace")));
  await page.getByLabel("Time").selectOption("custom");
  await page.getByLabel("From").fill("2001-01-01T00:00");
  await page.getByLabel("To").fill("2001-02-01T00:00");
  await page.getByLabel("To").press("Enter");
  await page.getByText("No entries in this span").waitFor();
  assert.match(page.url(), /to=2001-0/);
  await page.reload();
  await page.getByText("No entries in this span").waitFor();
  assert.equal(await page.getByLabel("From").inputValue(), "2001-01-01T00:00");
  await page.getByRole("button", { name: "Look at any time" }).click();
  await read(page, "entr");
  await page.goBack();
  await page.getByText("No entries in this span").waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await read(page, "100 entries read");
});

test("the search looks through what was read, and further when asked", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?q=no%20such%20words` });
  await page.getByText("No entry matches").waitFor();
  await page.getByRole("button", { name: /Search 1,000 older entries/ }).click();
  await page.getByText("None of 1,100 entries read so far").waitFor();
  await page.getByRole("searchbox").fill("login failed");
  await read(page, /matches in/);
  const events = await page.locator("stackscope-audit-log .unfold").allTextContents();
  assert.ok(events.length > 0 && events.every((event) => event.includes("User Login Failed")));
});

test("an entry unfolds to all its fields, by mouse and by key; its stack is linked", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?event=stack.update.started` });
  await read(page, "entries");
  const link = page.locator("stackscope-audit-log .about").first();
  assert.match(await link.getAttribute("href"), /#\/stack\/acme\/[^/]+\/[^/]+\/updates\/[0-9a-f-]+/);
  await page.locator("stackscope-audit-log .unfold").first().click();
  await page.locator(".facts dt", { hasText: "sourceIP" }).waitFor();
  await rows(page).nth(1).focus();
  await page.keyboard.press("Enter");
  await page.locator(".row-slot[data-index='1'] .facts dt", { hasText: "timestamp" }).waitFor();
  assert.equal(await page.locator(".facts").count(), 1);
  await page.getByRole("button", { name: /Only what .* did/ }).click();
  await page.waitForURL(/user=/);
});

test("export saves what fits the filters", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?user=grace` });
  await read(page, "entries");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  assert.equal(download.suggestedFilename(), "acme-audit-log.csv");
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  assert.match(lines[0], /^Timestamp,/);
  assert.ok(lines.length > 10 && lines.slice(1).every((line) => line.includes("grace")));
});

test("a server with the older endpoint alone is read by that", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/404/] });
  await page.route(V2, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404 page not found\n" }));
  await page.goto(page.url().replace(/#.*$/, `${HASH}?range=7d`));
  await read(page, "entr");
  const times = await page.locator("stackscope-audit-log time").evaluateAll((all) => all.map((one) => Date.parse(one.dateTime)));
  assert.ok(times.length > 5 && times.every((time) => time > Date.now() - 7.1 * 86_400_000));
});

test("a server that reads dates alone is read by those", async (t) => {
  const page = await openPage(t, { hash: HASH, serving: { sample: { dialect: "procella" } }, expected: [/404/, /500/] });
  await page.getByText("Nothing in the audit log").waitFor();
});

test("refused, not in the plan, none, failing: each is said", async (t) => {
  const page = await openPage(t, { hash: "#/", expected: [/400/, /403/, /500/, /404/] });
  const say = async (fulfil, words) => {
    await page.unrouteAll();
    await page.route(/\/auditlogs/, (route) => route.fulfill(fulfil));
    await page.goto("about:blank");
    await page.goBack();
    await page.goto(page.url().replace(/#.*$/, HASH));
    await page.getByText(words).first().waitFor();
  };
  await say(answer(403, "not for you"), "You may not see the audit log");
  await audit(page);
  await say(answer(400, "audit logs are part of the Enterprise edition"), "part of the Enterprise edition");
  await say({ status: 404, contentType: "text/plain", body: "404 page not found\n" }, "This server has no audit log");
  await say({ json: { auditLogEvents: [], continuationToken: null } }, "Nothing in the audit log");
});

test("reading on that fails leaves what was read, and goes on when asked", async (t) => {
  const page = await openPage(t, { hash: HASH, expected: [/403/] });
  await read(page, "100 entries read");
  await page.route(/continuationToken/, (route) => route.fulfill(answer(403, "the token has expired")));
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await page.getByText("Reading on failed").waitFor();
  await page.getByText("The token has expired").waitFor();
  await audit(page);
  await page.keyboard.press("Home");
  await page.locator(".row-slot[data-index='0'] .unfold").waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Reading on failed").waitFor({ state: "detached" });
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await read(page, /[23]00 entries read/);
});

test("hostile entries do no harm at 360 px", async (t) => {
  const page = await openPage(t, { hash: "#/", width: 360 });
  const hostile = "<img src=x onerror=alert(1)>\u202etxt";
  const entry = { timestamp: 1_780_000_000, event: hostile, description: `${hostile} ${"long".repeat(5000)}`, user: { name: hostile, githubLogin: hostile, avatarUrl: "https://elsewhere.example/a.png" }, sourceIP: hostile, tokenName: hostile, more: { deep: ["x".repeat(1_000_000)] }, request: { apiKey: "key-1234", note: "pul-0123456789abcdef" } };
  await page.route(V2, (route) => route.fulfill({ json: { auditLogEvents: [entry], continuationToken: null } }));
  await page.goto(page.url().replace(/#.*$/, HASH));
  await page.locator("stackscope-audit-log .unfold").click();
  await page.locator(".facts dt", { hasText: "more" }).waitFor();
  await page.locator(".facts").getByText("[secret]").first().waitFor();
  assert.equal(await page.getByText(/key-1234|pul-0123/).count(), 0);
  assert.equal(await page.evaluate(() => document.querySelector("stackscope-audit-log").shadowRoot.querySelectorAll("img").length), 0);
  assert.equal(await overflow(page), 0);
  await audit(page);
});

for (const [width, dark] of [[360, false], [1280, true], [1920, false]]) {
  test(`${width} px${dark ? ", dark" : ""}: accessible with an entry open, nothing overflows`, async (t) => {
    const page = await openPage(t, { hash: `${HASH}?range=custom`, width, dark });
    await page.locator("stackscope-audit-log .unfold").first().click();
    await page.locator(".facts dt").first().waitFor();
    await audit(page);
    assert.equal(await overflow(page), 0);
  });
}
