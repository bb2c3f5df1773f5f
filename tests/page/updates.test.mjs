// The history of a stack.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const PROD = "#/stack/acme/web/prod/updates";
const list = (page) => page.getByRole("list", { name: "Updates" });
const row = (page, title) => list(page).getByRole("listitem").filter({ hasText: title });
const status = (page, words) => page.locator("stackscope-updates .status", { hasText: words }).waitFor();
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Updates as the service sends them, the newest first. */
function history(total, change = () => ({})) {
  return Array.from({ length: total }, (_, index) => {
    const version = total - index;
    const { info, ...more } = change(version);
    return {
      info: { kind: "update", startTime: 1_790_000_000 + version * 60, endTime: 1_790_000_010 + version * 60, message: `Change ${version}`, environment: {}, config: {}, result: "succeeded", resourceChanges: { same: 8, update: 2 }, resourceCount: 10, version, ...info },
      updateID: `id-${version}`,
      version,
      latestVersion: total,
      requestedBy: { name: "Ada Lindqvist", githubLogin: "ada" },
      ...more,
    };
  });
}

/** Answers the history from `updates`; returns the pages that were asked for. */
async function serveHistory(page, updates, broken = () => false) {
  const asked = [];
  await page.route(/\/api\/stacks\/acme\/web\/prod\/updates\?/, (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [number, size] = [Number(query.get("page")), Number(query.get("pageSize"))];
    asked.push(number);
    if (broken(number)) return route.fulfill({ status: 500, json: { code: 500, message: "Internal Server Error" } });
    return route.fulfill({ json: { updates: updates.slice((number - 1) * size, number * size), itemsPerPage: size, total: updates.length } });
  });
  return asked;
}

test("the history tells who did what, when, how long it took and what changed", async (t) => {
  const page = await openPage(t, { hash: PROD });
  const first = row(page, "Update 30");
  await first.getByText("Raise the timeout of front-door").waitFor();
  await first.getByText("Ada Lindqvist").waitFor();
  await first.getByText("11 s", { exact: true }).waitFor();
  await first.getByText("5 updated").waitFor();
  const commit = first.getByRole("link", { name: "54ca006" });
  assert.equal(await commit.getAttribute("rel"), "noopener noreferrer");
  await first.getByText("modified", { exact: true }).waitFor();
  assert.match(await commit.getAttribute("href"), /^https:\/\/github\.com\/acme\/shop\/commit\/54ca006/);
  assert.equal(await page.locator("stackscope-updates img").count(), 0);
  assert.equal(await first.getByRole("link", { name: "Update 30" }).getAttribute("href"), "#/stack/acme/web/prod/updates/30");
  await status(page, "30 updates");
});

test("what is long ago is told by its date, with the year where it is another one", async (t) => {
  const page = await openPage(t);
  const at = Date.UTC(2024, 2, 14, 12) / 1000;
  await serveHistory(page, history(3, (version) => (version === 1 ? { info: { startTime: at, endTime: at + 5 } } : {})));
  await page.evaluate((hash) => (location.hash = hash), PROD);
  const time = row(page, "Update 1").locator("time");
  await time.getByText("Mar 14, 2024", { exact: true }).waitFor();
  assert.match(await time.getAttribute("title"), /^Mar 14, 2024, \d+:00:00/);
});

test("a stack that isn't there says so; a row leads to its update wherever it is clicked", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/nowhere/updates", expected: [/404/] });
  await page.getByRole("heading", { name: "Stack acme/web/nowhere was not found" }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await row(page, "Update 29").locator(".changes").click();
  await page.waitForURL(/updates\/29$/);
});

test("what runs stands first, and is kept up with until it ends", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/dev/updates", serving: { sample: { runningMs: 9000 } } });
  const first = list(page).getByRole("listitem").first();
  await first.getByText("running").first().waitFor();
  assert.equal(await first.getByRole("checkbox").count(), 0);
  await first.getByText("succeeded").waitFor();
  await first.getByRole("checkbox").waitFor();
});

test("filters by kind, result and words; a deep link brings them back", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/dev/updates" });
  await status(page, "53 updates");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("refresh");
  await status(page, /of 53 updates/);
  for (const title of await page.locator(".title .link").allTextContents()) assert.match(title, /^Refresh \d+$/);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("");
  await page.getByRole("searchbox", { name: "Search updates" }).fill("linus search");
  await page.waitForURL(/q=linus/);
  await page.reload();
  await row(page, "Roll out search 1.9.1").waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "linus search");
  await page.getByRole("searchbox").fill("nothing like that");
  await page.getByRole("heading", { name: "No update matches" }).waitFor();
  await page.getByRole("button", { name: "Show all updates" }).click();
  await status(page, "53 updates");
});

test("previews since the last update come when asked for", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await status(page, "30 updates");
  await page.getByLabel("Previews").check();
  await status(page, "2 previews");
  const preview = list(page).getByRole("listitem").first();
  assert.match(await preview.getByRole("link", { name: "Preview" }).getAttribute("href"), /previews\//);
  await page.getByLabel("Previews").uncheck();
  await status(page, /^\s*30 updates\s*$/);
});

test("two versions are chosen and compared, by mouse and by key", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await page.getByLabel("Compare version 30").check();
  await page.getByText("Version 30: choose another").waitFor();
  await row(page, "Update 29").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("c");
  await page.getByText("Versions 28 and 30", { exact: true }).waitFor();
  assert.match(page.url(), /compare=28%2C30/);
  await audit(page);
  await page.getByRole("region", { name: "Compare versions" }).getByRole("link", { name: "Compare" }).click();
  await page.waitForURL(/#\/diff\?old=acme%2Fweb%2Fprod%4028&new=acme%2Fweb%2Fprod%4030/);
  await page.goBack();
  await page.getByText("Versions 28 and 30", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Choose none" }).click();
  await page.getByText("Versions 28 and 30", { exact: true }).waitFor({ state: "detached" });
});

test("a long history is read as one scrolls, and read whole for a filter", async (t) => {
  const page = await openPage(t);
  const asked = await serveHistory(page, history(950, (version) => (version === 3 ? { info: { message: "The needle" } } : {})));
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await status(page, "950 updates");
  assert.deepEqual([...new Set(asked)], [1]);
  await row(page, "Update 950").focus();
  await page.keyboard.press("End");
  await row(page, "Change 1").last().waitFor();
  assert.ok(asked.includes(10) && !asked.includes(5));
  assert.ok((await list(page).getByRole("listitem").count()) < 60);
  await page.keyboard.press("/");
  await page.keyboard.type("needle");
  await status(page, "1 found in the newest");
  await page.getByRole("searchbox").fill("Change 5");
  await page.getByRole("button", { name: "Read all" }).click();
  await status(page, /\d+ of 950 updates/);
  await page.getByRole("searchbox").fill("needle");
  await row(page, "The needle").waitFor();
});

test("a page that fails is said, and read when it can be", async (t) => {
  const page = await openPage(t, { expected: [/500/] });
  let broken = true;
  await serveHistory(page, history(300), (number) => broken && number > 1);
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await row(page, "Update 300").focus();
  await page.keyboard.press("End");
  await page.getByText("Reading on failed").waitFor();
  broken = false;
  await page.locator(".stuck").getByRole("button", { name: "Try again" }).click();
  await row(page, "Change 1").last().waitFor();
  assert.equal(await page.getByText("Reading on failed").count(), 0);
});

test("a server that is down says so, and comes back; a stack without updates is no fault", async (t) => {
  const page = await openPage(t, { expected: [/500/] });
  let down = true;
  await serveHistory(page, [], () => down);
  await page.evaluate((hash) => (location.hash = hash), PROD);
  const alert = page.locator("stackscope-updates").getByRole("alert");
  await alert.getByText("The server failed").waitFor();
  down = false;
  // The page itself may have noticed first.
  const empty = page.getByRole("heading", { name: "No updates yet" });
  await Promise.race([alert.getByRole("button", { name: "Try again" }).click(), empty.waitFor()]);
  await empty.waitFor();
  await audit(page);
});

test("what people wrote is text; addresses that are none are no links", async (t) => {
  const page = await openPage(t);
  const evil = '<img src=x onerror="alert(1)">';
  await serveHistory(
    page,
    history(2, (version) => ({
      info: { message: version === 2 ? `${evil} \u202Egnp.exe` : "m".repeat(1_000_000), environment: { "git.headName": `refs/heads/${evil}`, "github.pr.number": "7" }, resourceChanges: { [evil]: 3, create: 1 }, result: version === 2 ? evil : "succeeded" },
      githubCommitInfo: { slug: "acme/shop", sha: "0123456789abcdef", url: "javascript:alert(1)" },
      requestedBy: { name: "\u202Eeve", githubLogin: evil },
    })),
  );
  await page.evaluate((hash) => (location.hash = hash), PROD);
  await row(page, "Update 2").getByText(evil).first().waitFor();
  await row(page, "Update 2").getByText("U+202E").first().waitFor();
  await row(page, "Update 2").getByText("0123456").waitFor();
  assert.equal(await page.locator("stackscope-updates a.away").count(), 0);
  assert.equal(await page.locator("stackscope-updates img").count(), 0);
  assert.ok((await page.locator("stackscope-updates").evaluate((element) => element.shadowRoot.textContent.length)) < 20_000);
  assert.ok(await fits(page));
});

for (const dialect of ["procella", "pulumi-backend"]) {
  test(`the history of a server that speaks as ${dialect} does`, async (t) => {
    const page = await openPage(t, { hash: "#/stack/acme/web/dev/updates", serving: { sample: { dialect } }, expected: [/404/] });
    const first = list(page).getByRole("listitem").first();
    await first.getByRole("link", { name: "Update 53" }).waitFor();
    await first.getByText("running").first().waitFor();
    await status(page, "53 updates");
    await first.focus();
    await page.keyboard.press("End");
    await row(page, "Update 1").last().waitFor();
  });
}

test("by keyboard alone: to the history, into an update, and back", async (t) => {
  const page = await openPage(t, { hash: PROD });
  await row(page, "Update 30").waitFor();
  const first = list(page).getByRole("listitem").first();
  for (let step = 0; step < 40 && !(await first.evaluate((slot) => slot === slot.getRootNode().activeElement)); step++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/web\/prod\/updates\/29$/);
  await page.goBack();
  await row(page, "Update 30").waitFor();
});

for (const dark of [false, true]) {
  test(`no violation by axe, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: `${PROD}?previews=1&compare=28,30`, dark });
    await row(page, "Update 28").waitFor();
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`${width} px wide: nothing sticks out`, async (t) => {
    const page = await openPage(t, { hash: PROD, width });
    await row(page, "Update 30").waitFor();
    assert.ok(await fits(page));
    await audit(page);
  });
}
