// The views of files: their parts, what the address tells of them, and what stays when the page is loaded anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { pair } from "./support/states.mjs";

const SECRETIVE = "fileNameThatStaysHere.json";
const hash = (page) => new URL(page.url()).hash;
const part = (page, name) => page.getByRole("tablist", { name: "Parts of the state" }).getByRole("tab", { name });

/** Everything that outlives the page. */
const kept = (page) => page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), location.href, document.title]));

test("the parts of a state are tabs; back goes through them", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: SECRETIVE, text: pair().old }]);
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
  for (const [name, tag] of [["Graph", "stackscope-graph"], ["Integrity", "stackscope-integrity"], ["Outputs", "stackscope-outputs"]]) {
    await part(page, name).click();
    await page.locator(tag).waitFor();
    assert.equal(await part(page, name).getAttribute("aria-selected"), "true");
    assert.equal(hash(page), "#/files/old");
  }
  await page.goBack();
  await page.locator("stackscope-integrity").waitFor();
  await part(page, "Integrity").focus();
  await page.keyboard.press("ArrowLeft");
  await page.locator("stackscope-graph").waitFor();
});

test("a choice within files is kept by the step of the history, and nowhere else", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: SECRETIVE, text: pair().old }]);
  const resources = page.locator("stackscope-resources");
  await resources.getByText("7 resources").waitFor();
  await resources.getByRole("searchbox").fill("thumbs");
  await resources.getByText("1 of 7 resources").waitFor();
  await part(page, "Integrity").click();
  await page.locator("stackscope-integrity").waitFor();
  await page.goBack();
  await resources.getByText("1 of 7 resources").waitFor();
  assert.equal(await resources.getByRole("searchbox").inputValue(), "thumbs");
  assert.equal(hash(page), "#/files/old");
  assert.doesNotMatch(await kept(page), /thumbs|fileNameThatStaysHere/);
});

test("nothing of a file is in the address, the title or any storage, and a reload says that files are forgotten", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: SECRETIVE, text: pair().old }, { name: "other.json", text: pair().new }]);
  const diff = page.locator("stackscope-diff");
  await diff.locator(".result").waitFor();
  await diff.getByRole("searchbox").fill("media");
  await diff.locator(".status", { hasText: "1 of" }).waitFor();
  assert.doesNotMatch(await kept(page), /media|fileNameThatStaysHere|other\.json|shop/);
  await page.reload();
  await page.getByText("forgotten when the page is loaded anew").waitFor();
  await drop(page, "main", [{ name: "a.json", text: pair().old }, { name: "b.json", text: pair().new }]);
  await diff.locator(".status", { hasText: "changed resources" }).waitFor();
  assert.equal(await diff.getByRole("searchbox").inputValue(), "");
});

test("an ignore rule stays while one looks elsewhere", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, "main", [{ name: "a.json", text: states.old }, { name: "b.json", text: states.new }]);
  const diff = page.locator("stackscope-diff");
  await diff.locator(".status", { hasText: "7 changed resources" }).waitFor();
  await diff.evaluate((element) => element.dispatchEvent(new CustomEvent("stackscope-ignore", { detail: { ignore: ["inputs.tags"] }, bubbles: true, composed: true })));
  await diff.locator(".status", { hasText: "5 changed resources" }).waitFor();
  await page.getByRole("link", { name: "Old state" }).click();
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
  await page.goBack();
  await diff.locator(".status", { hasText: "5 changed resources" }).waitFor();
});

test("names of files are shown harmlessly", async (t) => {
  const page = await openPage(t);
  const evil = "<img src=x onerror=alert(1)>\u202egnp.json";
  await drop(page, "main", [{ name: evil, text: pair().old }]);
  const chip = page.locator(".file-chip");
  await chip.waitFor();
  assert.match(await chip.innerText(), /<img src=x onerror=alert\(1\)>U\+202Egnp\.json/);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
  await page.getByRole("region", { name: "Old state" }).getByText("<img src=x").waitFor();
  await drop(page, "main", [{ name: evil, text: pair().new }]);
  await page.locator("stackscope-diff .result").waitFor();
  assert.equal(await page.locator("main img").count(), 0);
});
