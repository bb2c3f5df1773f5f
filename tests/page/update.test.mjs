// One update of a stack, as its event log tells it: resources, diagnostics, policies, times, outputs, the command line's own text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { fits, resource, saved, tab } from "./support/update.mjs";

const REPLACING = "#/stack/acme/web/prod/updates/22";
const FAILED = "#/stack/acme/web/prod/updates/17";

test("tells how an update ended, who made it, from which commit and what it changed", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  const summary = page.getByRole("region", { name: "Summary" });
  await summary.getByText("succeeded").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Update 22 of prod");
  const words = await summary.innerText();
  for (const part of ["Rename the tags of network", "Ken Adeyemi", "1 created", "6 updated", "1 replaced", "46 unchanged", "1 policy violation", "1 min 49 s"]) assert.ok(words.includes(part), part);
  assert.match(await summary.getByRole("link", { name: /opens in a new tab/ }).first().getAttribute("href"), /^https:\/\/github\.com\/acme\/shop\/commit\//);
  await page.getByRole("link", { name: "Next update" }).click();
  await page.getByRole("heading", { level: 1, name: "Update 23 of prod" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Compare with 21" }).click();
  await page.waitForURL(/#\/diff\?old=acme%2Fweb%2Fprod%4021&new=acme%2Fweb%2Fprod%4022/);
});

test("lists what changed with bars; a row unfolds into properties, reasons, steps; the address keeps it", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  await resource(page, "app").waitFor();
  assert.equal(await page.locator(".row").count(), 9);
  await resource(page, "app").getByRole("img", { name: /created replacement after 1 s.*deleted original after 1 min 48 s/ }).waitFor();
  await page.getByRole("button", { name: "app", exact: true }).click();
  await page.getByText("Replaced because port changes.").waitFor();
  await page.getByText("forces replacement").waitFor();
  const property = page.locator(".property", { hasText: "port" });
  assert.match(await property.innerText(), /8080[^]*8443/);
  await page.waitForURL(/urn=.*app/);
  await page.reload();
  await page.getByText("Replaced because port changes.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Open in version 22" }).getAttribute("href"), `#/stack/acme/web/prod/resources?version=22&urn=${encodeURIComponent("urn:pulumi:prod::web::acme:web:FrontDoor$aws:lb/targetGroup:TargetGroup::app").replaceAll("%20", "+")}`);
});

test("filters by operation, status and words; unchanged ones are behind a switch", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  await page.getByRole("button", { name: /^update 6$/ }).click();
  await page.waitForFunction(() => location.hash.includes("op=update"));
  await resource(page, "search").waitFor({ state: "detached" });
  assert.equal(await page.locator(".row").count(), 6);
  await page.getByRole("button", { name: /^replace 1$/ }).click();
  await resource(page, "app").waitFor();
  await page.goBack();
  await page.goBack();
  await resource(page, "search").waitFor();
  await page.getByRole("searchbox", { name: "Search resources" }).fill("lambda");
  await resource(page, "app").waitFor({ state: "detached" });
  await page.getByRole("searchbox", { name: "Search resources" }).fill("no such thing");
  await page.getByText("No resource fits").waitFor();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await resource(page, "app").waitFor();
  await page.getByRole("checkbox", { name: /Unchanged/ }).check();
  await resource(page, "web-prod").waitFor();
  await page.getByRole("table", { name: "Resources" }).and(page.locator('[aria-rowcount="56"]')).waitFor();
});

test("says why an update failed; diagnostics lead to the row of their resource", async (t) => {
  const page = await openPage(t, { hash: FAILED });
  const summary = page.getByRole("region", { name: "Summary" });
  await summary.getByText("ThrottlingException", { exact: false }).waitFor();
  await summary.getByText("2 errors").waitFor();
  await tab(page, "Diagnostics").click();
  await page.getByRole("heading", { name: /Errors/ }).waitFor();
  await page.getByRole("searchbox", { name: "Search diagnostics" }).fill("throttling");
  await page.locator(".message", { hasText: "update failed" }).waitFor({ state: "detached" });
  await page.locator(".one").getByRole("button", { name: "checkout" }).click();
  await page.waitForURL(/urn=.*checkout/);
  await resource(page, "checkout").getByRole("cell", { name: "failed", exact: true }).waitFor();
  await page.locator(".row-detail").getByText("ThrottlingException", { exact: false }).waitFor();
  await page.goBack();
  await page.getByRole("searchbox", { name: "Search diagnostics" }).waitFor();
});

test("goes from a policy's violation to an unchanged resource, which is shown then", async (t) => {
  const page = await openPage(t, { hash: `${REPLACING}?tab=policies` });
  await page.getByRole("heading", { name: /advisory.*1 violation/ }).waitFor();
  await page.getByText("Memory of 2048 MB is more than 1024 MB.").waitFor();
  await page.getByRole("button", { name: "thumbnails" }).click();
  await page.locator(".row-detail").getByText("Memory of 2048 MB is more than 1024 MB.").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /Unchanged/ }).isChecked());
});

test("shows times, outputs with secrets masked, and the configuration", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  await tab(page, "Timing").click();
  await page.getByRole("heading", { name: /Critical path/ }).waitFor();
  assert.match(await page.locator(".slow").first().innerText(), /app[^]*1 min 47 s/);
  await tab(page, "Outputs and configuration").click();
  const row = (key) => page.locator(".value-row", { hasText: key });
  await row("sessionKey").getByText("secret").waitFor();
  await row("web:token").getByText("secret").waitFor();
  await row("aws:region").getByText("eu-central-1").waitFor();
});

test("prints what the command line printed, in colours, and copies and saves it", async (t) => {
  const page = await openPage(t, { hash: `${REPLACING}?tab=text` });
  await page.locator('.piece[data-tone="update"]', { hasText: "aws:lb/loadBalancer:LoadBalancer: (update)" }).waitFor();
  assert.ok((await page.locator(".text-line").count()) < 120, "only lines in view are in the document");
  await page.getByRole("button", { name: "Progress" }).click();
  await page.waitForURL(/text=progress/);
  await page.locator(".text-line", { hasText: "aws:lb:TargetGroup app" }).first().waitFor();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Text copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /aws:lb:TargetGroup app/);
});

test("exports Markdown, JSON and the events", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  const choose = async (name) => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name }).click();
  };
  await page.getByText("succeeded").first().waitFor();
  await choose("Copy as Markdown");
  await page.getByRole("status").filter({ hasText: "Markdown copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\| |replace/);
  const json = await saved(page, () => choose("Save the summary as JSON"));
  assert.equal(json.name, "acme-web-prod-22.json");
  assert.equal(JSON.parse(json.text).result, "succeeded");
  const events = await saved(page, () => choose("Save the events as NDJSON"));
  assert.equal(events.text.trim().split("\n").length, 123);
});

test("works by keys alone", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  await resource(page, "app").waitFor();
  await tab(page, "Resources").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("No diagnostics").waitFor();
  await page.keyboard.press("ArrowLeft");
  await resource(page, "app").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("targetgroup");
  await resource(page, "shop").waitFor({ state: "detached" });
  await page.locator('.row-slot[data-index="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Replaced because port changes.").waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Replaced because port changes.").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.getByText("Replaced because port changes.").waitFor();
});

test("keeps the rules of access in both themes, with a row unfolded and in every tab", async (t) => {
  for (const dark of [false, true]) {
    const page = await openPage(t, { hash: FAILED, dark });
    await page.getByRole("button", { name: "checkout", exact: true }).last().click();
    await page.locator(".facts-list").waitFor();
    await audit(page);
    for (const [name, seen] of [["Diagnostics", ".group"], ["Policies", ".entry"], ["Timing", ".slow"], ["Outputs and configuration", ".value-row"], ["CLI text", ".text-line"]]) {
      await tab(page, name).click();
      await page.locator(seen).first().waitFor();
      await audit(page);
    }
  }
});

test("fits 360 and 1920 pixels", async (t) => {
  for (const width of [360, 1920]) {
    const page = await openPage(t, { hash: REPLACING, width });
    await page.getByRole("button", { name: "app", exact: true }).click();
    await page.locator(".facts-list").waitFor();
    assert.ok(await fits(page), `resources at ${width}`);
    for (const [name, seen] of [["Policies", ".entry"], ["Timing", ".slow"], ["Outputs and configuration", ".value-row"], ["CLI text", ".text-line"]]) {
      await tab(page, name).click();
      await page.locator(seen).first().waitFor();
      assert.ok(await fits(page), `${name} at ${width}`);
    }
  }
});

test("shows a preview by its id", async (t) => {
  const page = await openPage(t);
  const [preview] = await page.evaluate(async () => (await (await fetch("api/stacks/acme/web/prod/updates/latest/previews", { headers: { accept: "application/json" } })).json()).updates);
  await page.goto(`${new URL(page.url()).origin}/#/stack/acme/web/prod/previews/${preview.updateID}`);
  const summary = page.getByRole("region", { name: "Summary" });
  await summary.getByText("Preview", { exact: true }).waitFor();
  await summary.getByText(/to (update|create|delete)|failed/).first().waitFor();
  await page.getByRole("heading", { level: 1, name: /^Preview .* of prod$/ }).waitFor();
});

test("says what is wrong where there is no such update", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/updates/9999", expected: [/404/] });
  await page.getByRole("heading", { name: "There is no update 9999 of acme/web/prod" }).waitFor();
  assert.equal(await page.getByText("running").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0, "that could not help");
  await audit(page);
  await page.getByRole("link", { name: "The newest update" }).click();
  await page.getByRole("heading", { level: 1, name: "Latest update of prod" }).waitFor();
  await page.getByRole("region", { name: "Summary" }).getByText(/^(succeeded|failed)$/).waitFor();
  await page.goto(`${new URL(page.url()).origin}/#/stack/acme/web/prod/updates/00000000-made-up`);
  await page.getByRole("heading", { name: /There is no update 00000000-made-up/ }).waitFor();
  await page.getByRole("link", { name: "All updates" }).click();
  await page.waitForURL(/#\/stack\/acme\/web\/prod\/updates$/);
  await page.goto(`${new URL(page.url()).origin}/#/stack/acme/web/nope/updates/latest`);
  await page.getByRole("heading", { name: "acme/web/nope has no updates" }).waitFor();
});

test("knows the newest update by the name latest, also on a server that has no address for it", async (t) => {
  const page = await openPage(t, { expected: [/404/] });
  const { version } = await page.evaluate(async () => (await fetch("api/stacks/acme/web/prod/updates/latest", { headers: { accept: "application/json" } })).json());
  await page.route("**/updates/latest", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404 page not found" }));
  await page.goto(`${new URL(page.url()).origin}/#/stack/acme/web/prod/updates/latest`);
  const summary = page.getByRole("region", { name: "Summary" });
  await summary.locator(".about > div", { hasText: "Version" }).getByText(String(version)).waitFor();
  await summary.getByRole("link", { name: "Previous update" }).click();
  await page.waitForURL(new RegExp(`/updates/${version - 1}$`));
});

test("orders rows by how long they took and by name; the address keeps it", async (t) => {
  const page = await openPage(t, { hash: REPLACING });
  await resource(page, "app").waitFor();
  const first = (name) => page.locator('.row-slot[data-index="0"]', { has: page.getByRole("button", { name, exact: true }) });
  await first("acme/network/prod").waitFor();
  await page.getByRole("combobox", { name: "Order" }).selectOption("Longest first");
  await first("app").waitFor();
  assert.equal(await page.locator(".row").count(), 9);
  await page.waitForURL(/order=longest/);
  await page.reload();
  await first("app").waitFor();
  await page.getByRole("button", { name: /^update 6$/ }).click();
  await first("shop").waitFor();
  assert.equal(await page.locator(".row").count(), 6);
  await page.getByRole("combobox", { name: "Order" }).selectOption("By name");
  await first("app.js").waitFor();
});

test("says so when filters hide the resource that the address names, and leaves them to the person", async (t) => {
  const urn = encodeURIComponent("urn:pulumi:prod::web::acme:web:FrontDoor$aws:lb/targetGroup:TargetGroup::app");
  const page = await openPage(t, { hash: `${REPLACING}?q=lambda&urn=${urn}` });
  await page.getByText("does not pass the filters").waitFor();
  assert.match(page.url(), /q=lambda/);
  await page.getByRole("button", { name: "Clear them" }).click();
  await page.getByText("Replaced because port changes.").waitFor();
  await page.getByText("does not pass the filters").waitFor({ state: "detached" });
});
