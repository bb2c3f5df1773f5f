// What the integrity check found, and what a state says of the stack itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { elements, openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, COMPONENT, ROLE, secret, state, urn } from "./support/states.mjs";

/** A state with `missing` findings of one code and one each of others. */
function damaged(missing) {
  const resources = Array.from({ length: missing }, (_, at) => ({ type: BUCKET, name: `b${at}`, inputs: {}, dependencies: [urn(ROLE, `gone-${at}`)] }));
  resources.push({ type: COMPONENT, name: "web", custom: false, id: "odd" }, { type: ROLE, name: "<b>r</b>\u202Eole", inputs: {}, provider: "nonsense" });
  const outputs = { url: "https://shop.example", password: secret("AAAA"), text: "x".repeat(5000) };
  const pending = [{ type: "creating", resource: { urn: urn(BUCKET, "b0"), custom: true, type: BUCKET, inputs: {} } }];
  return state(resources, { outputs, pending_operations: pending });
}

async function open(t, part, { missing = 3, ...options } = {}) {
  const page = await openPage(t, options);
  await drop(page, "main", [{ name: "damaged.json", text: damaged(missing) }]);
  await page.getByRole("treeitem").first().waitFor();
  await page.getByRole("tab", { name: part }).click();
  return page;
}

const groups = (page) => page.locator("stackscope-integrity .group h2").allInnerTexts();
const tally = (page, name) => page.getByRole("group", { name: "Severity" }).getByRole("button", { name });
const over = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("findings stand in groups with what they mean and what to do, errors first", async (t) => {
  const page = await open(t, "Integrity");
  await page.getByRole("heading", { name: "Missing dependency" }).waitFor();
  await tally(page, "6 findings").waitFor();
  assert.deepEqual(
    (await groups(page)).map((text) => text.replace(/\s+/g, " ")),
    ["error: Missing dependency 3 missing_dependency", "error: Component with an ID 1 component_with_id", "error: Malformed provider reference 1 bad_provider", "warning: Operation that was interrupted 1 pending_operation"],
  );
  await page.getByText("pulumi state repair").first().waitFor();

  await tally(page, "1 warning").click();
  await page.getByRole("heading", { name: "Missing dependency" }).waitFor({ state: "detached" });
  await tally(page, "6 findings").click();
  await page.getByLabel("Kind").selectOption({ label: "Missing dependency (3)" });
  await page.getByRole("heading", { name: "Component with an ID" }).waitFor({ state: "detached" });
  await page.getByRole("searchbox").fill("gone-2");
  await page.getByRole("button", { name: "b0" }).waitFor({ state: "detached" });
  await page.getByRole("searchbox").fill("nothing like it");
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await tally(page, "6 findings").waitFor();
});

test("groups fold by mouse and keys; a finding leads to its resource", async (t) => {
  const page = await open(t, "Integrity");
  await page.getByRole("heading", { name: "Missing dependency" }).click();
  await page.getByRole("button", { name: "b0" }).first().waitFor();
  await page.getByRole("button", { name: "b1" }).waitFor({ state: "detached" });
  await page.locator("stackscope-integrity .row-slot").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "b1" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("stackscope-resource-panel").getByRole("heading", { name: "b1" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Missing dependency" }).waitFor();
});

test("findings are copied as Markdown", async (t) => {
  const page = await open(t, "Integrity");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("missing_dependency"));
});

test("thousands of findings keep the document small", async (t) => {
  const page = await open(t, "Integrity", { missing: 4000 });
  await tally(page, "4,003 findings").waitFor();
  assert.ok((await elements(page)) < 2500);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.getByRole("heading", { name: "Operation that was interrupted" }).waitFor();
  assert.ok((await elements(page)) < 2500);
});

test("a sound state is said to be one", async (t) => {
  const page = await openPage(t, { hash: "#/stack/acme/web/prod/integrity" });
  await page.getByRole("heading", { name: "All is well" }).waitFor();
  await audit(page);
});

test("outputs are shown with secrets masked, interrupted operations, counts and the manifest", async (t) => {
  const page = await open(t, "Outputs");
  const element = page.locator("stackscope-outputs");
  await element.getByText("https://shop.example").waitFor();
  assert.equal(await element.locator(".secret").count(), 1);
  await element.getByRole("button", { name: /Show more/ }).click();
  await element.getByRole("button", { name: /Show more/ }).waitFor({ state: "detached" });
  assert.match(await element.locator(".tiles").innerText(), /Resources\s+6|6\s+Resources/);
  assert.equal(await element.getByText("AAAA").count(), 0);
  await audit(page);
  await element.getByRole("button", { name: "b0" }).click();
  await page.locator("stackscope-resource-panel").getByRole("heading", { name: "b0" }).waitFor();
});

test("a stack without outputs says so, and one that can't be read too", async (t) => {
  const page = await openPage(t, { expected: [/404/] });
  await page.evaluate(() => {
    const element = document.createElement("stackscope-outputs");
    element.server = "api";
    element.state = { stack: "acme/web/nowhere" };
    document.querySelector("main").append(element);
  });
  await page.locator("stackscope-outputs").getByRole("alert").waitFor();
  await page.evaluate((text) => (document.querySelector("stackscope-outputs").state = new Blob([text])), state([]));
  await page.locator("stackscope-outputs").getByText("This stack has no outputs.").waitFor();
});

for (const [part, words] of [
  ["Integrity", "Missing dependency"],
  ["Outputs", "About this state"],
]) {
  for (const width of [360, 1920]) {
    test(`${part}: nothing hangs over at ${width} pixels, and WCAG is kept`, async (t) => {
      const page = await open(t, part, { width, height: 760, dark: width === 360 });
      await page.getByRole("heading", { name: words }).waitFor();
      assert.ok((await over(page)) <= 0);
      await audit(page);
    });
  }
}
