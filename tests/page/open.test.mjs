// Getting files into the page: by drop, by choice, by paste, as examples, and what is said of files that are no states.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { zstd } from "../js/event-logs.mjs";
import { openPage, samples } from "./support/browser.mjs";
import { drop, dropFromDisk } from "./support/drop.mjs";
import { pair, state } from "./support/states.mjs";

const LOG = readFileSync(new URL("../fixtures/event-logs/replace-chain/eventstream.json", import.meta.url), "utf8");
const side = (page, which) => page.locator(`stackscope-diff [data-side=${which}] .side-name`);

/** Waits for the difference, and tells what stands on its sides. */
async function sides(page) {
  await page.locator("stackscope-diff .result").waitFor();
  return [await side(page, "old").innerText(), await side(page, "new").innerText()];
}

/** Drops a state at a time of its own, by name. */
const at = (name, time) => ({ name, text: state([], { time }) });

test("two files dropped at once are compared, the older one on the left whatever their order", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, "main", [{ name: "b.json", text: states.new }, { name: "a.json", text: states.old }]);
  assert.deepEqual(await sides(page), ["a.json", "b.json"]);
  await page.getByText("The state that was saved earlier is taken as the old one.").waitFor();
  assert.equal(new URL(page.url()).hash, "#/files/diff");
});

test("files from the disk, dropped by the browser itself", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-drop-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const states = pair();
  const paths = ["before.json", "after.json"].map((name) => join(folder, name));
  writeFileSync(paths[0], states.old);
  writeFileSync(paths[1], states.new);
  const page = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await dropFromDisk(page, { x: 400, y: 300 }, paths);
  assert.deepEqual(await sides(page), ["before.json", "after.json"]);
});

test("one file alone shows what it holds; a second one makes a difference, by time", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, "main", [{ name: "n.json", text: states.new }]);
  await page.getByRole("heading", { name: "State", exact: true }).waitFor();
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
  await drop(page, "main", [{ name: "o.json", text: states.old }]);
  assert.deepEqual(await sides(page), ["o.json", "n.json"]);
});

test("a second file dropped on a half goes where it was put", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, "main", [{ name: "n.json", text: states.new }]);
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([""], "x"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true }));
  });
  await drop(page, ".drop-target[data-slot=new]", [{ name: "o.json", text: states.old }]);
  assert.deepEqual(await sides(page), ["n.json", "o.json"]);
});

test("two files chosen in the dialogue are compared; the slots swap, replace and clear them", async (t) => {
  const page = await openPage(t);
  const states = pair();
  const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.locator("[data-input=any]").first().setInputFiles([file("a.json", states.old), file("b.json", states.new)]);
  assert.deepEqual(await sides(page), ["a.json", "b.json"]);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
  await page.getByRole("region", { name: "New state" }).getByText("Saved").waitFor();
  await page.getByRole("button", { name: "Swap old and new" }).click();
  await page.getByRole("link", { name: "See the differences" }).click();
  assert.deepEqual(await sides(page), ["b.json", "a.json"]);
  await page.goBack();
  await page.getByRole("button", { name: "Remove the old state" }).click();
  await page.getByRole("region", { name: "Old state" }).getByText("or drop it here").waitFor();
  await page.locator("[data-input=old]").setInputFiles([file("c.json", states.old)]);
  assert.deepEqual(await sides(page), ["c.json", "a.json"]);
});

test("an event log is recognised by what is in it, plain or packed, and a state beside it too", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [{ name: "state.json", text: LOG }]);
  await page.getByRole("heading", { name: "Update", exact: true, level: 1 }).waitFor();
  await page.locator("stackscope-update").getByText("succeeded").first().waitFor();

  const packed = gzipSync(LOG);
  await page.locator("[data-input=any]").setInputFiles([
    { name: "events.json", mimeType: "application/json", buffer: Buffer.from(pair().old) },
    { name: "export.json.gz", mimeType: "application/gzip", buffer: packed },
  ]);
  await page.locator(".file-chip", { hasText: "export.json.gz" }).waitFor();
  const views = page.getByRole("navigation", { name: "Views" });
  await views.getByRole("link", { name: "State" }).click();
  await page.locator(".file-chip", { hasText: "events.json" }).waitFor();
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
});

test("a file whose beginning does not tell is read to find out", async (t) => {
  const page = await openPage(t);
  const padded = `{"padding": ${JSON.stringify("x".repeat(100_000))}, ${state([]).slice(1)}`;
  const unknown = '{"sequence":0,"timestamp":1767225600,"neverHeardOfEvent":{}}\n';
  await drop(page, "main", [{ name: "padded.json", text: padded }]);
  await page.locator("stackscope-resources").getByText("1 resource").waitFor();
  await drop(page, "main", [{ name: "unknown.json", text: unknown }]);
  await page.getByRole("heading", { name: "Update", exact: true, level: 1 }).waitFor();
});

test("zstd, of which the first bytes tell nothing, is recognised too", async (t) => {
  const page = await openPage(t);
  const give = (name, text) => page.locator("[data-input=any]").first().setInputFiles([{ name, mimeType: "application/zstd", buffer: Buffer.from(zstd(Buffer.from(text))) }]);
  await give("a.zst", LOG);
  await page.locator("stackscope-update").getByText("succeeded").first().waitFor();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
  await give("b.zst", pair().old);
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
});

test("text that is pasted is opened as a file", async (t) => {
  const page = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), pair().old);
  await page.keyboard.press("Control+V");
  await page.locator(".file-chip", { hasText: "pasted.json" }).waitFor();
  await page.locator("stackscope-resources").getByText("7 resources").waitFor();
});

test("of more than two states one chooses which two, in order of time", async (t) => {
  const page = await openPage(t);
  await drop(page, "main", [at("b.json", "2026-02-02T10:00:00Z"), at("c.json", "2026-03-02T10:00:00Z"), at("a.json", "2026-01-02T10:00:00Z")]);
  await page.getByText("3 states were given: choose the two to compare.").waitFor();
  assert.deepEqual(await page.locator("page-pick tbody td:nth-child(3)").allInnerTexts(), ["a.json", "b.json", "c.json"]);
  await page.getByRole("radio", { name: "Old: a.json" }).check();
  await page.getByRole("button", { name: "Compare the two" }).click();
  assert.deepEqual(await sides(page), ["a.json", "c.json"]);
});

test("the examples are a click away", async (t) => {
  const page = await openPage(t, { samples: samples(t) });
  await page.getByRole("button", { name: /^Compare two states/ }).click();
  assert.deepEqual(await sides(page), ["old.json", "new.json"]);
  await page.goBack();
  await page.getByRole("button", { name: /^Look into a state/ }).click();
  await page.locator("stackscope-resources").getByText(/^\d+ resources$/).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: /^Read an update/ }).click();
  await page.locator("stackscope-update").getByText("succeeded").first().waitFor();
});

const BAD = [
  { title: "cut off", text: pair().old.slice(0, 400), code: "truncated", words: "The file is cut off", more: /at byte 400/ },
  { title: "no state", text: '{"deployment":{"resources":7}}', code: "wrong_shape", words: "not a Pulumi state" },
  { title: "too new", text: '{"version":5,"deployment":{"resources":[]}}', code: "unsupported_version", words: "newer than this page knows" },
];

test("a file that is no state is named with what to do, in its slot too, and the next one is read", async (t) => {
  const page = await openPage(t);
  for (const { title, text, code, words, more = /./ } of BAD) {
    await page.evaluate(() => (location.hash = "#/"));
    await drop(page, "main", [{ name: "bad.json", text }, { name: "good.json", text: pair().new }]);
    await page.getByRole("heading", { name: "Differences", level: 1 }).waitFor();
    await page.locator("stackscope-diff").getByRole("alert").waitFor();
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
    const slot = page.getByRole("region", { name: "Old state" });
    await slot.getByRole("alert").waitFor();
    const told = (await slot.getByRole("alert").innerText()).replaceAll("\n", " ");
    assert.match(told, new RegExp(`${words}.*${code}`), title);
    assert.match(told, more, title);
    assert.equal(await page.getByRole("link", { name: "See the differences" }).isVisible(), false, title);
    await page.getByRole("region", { name: "New state" }).getByText("Resources").waitFor();
  }
  await page.locator("[data-input=old]").setInputFiles([{ name: "better.json", mimeType: "application/json", buffer: Buffer.from(pair().old) }]);
  assert.deepEqual(await sides(page), ["better.json", "good.json"]);
});

test("what is neither a state nor a log is named and left aside, and what was open stays", async (t) => {
  const page = await openPage(t);
  const notice = (words) => page.locator(".notices").getByText(words).waitFor();
  await drop(page, "main", [{ name: "junk.txt", text: "hello world" }]);
  await notice("“junk.txt” was not opened: it is not JSON.");
  await page.getByRole("heading", { name: "What is in your stacks, and what changed?" }).waitFor();

  const states = pair();
  await drop(page, "main", [{ name: "a.json", text: states.old }, { name: "other.json", text: '{"name":"web"}' }, { name: "b.json", text: states.new }]);
  assert.deepEqual(await sides(page), ["a.json", "b.json"]);
  await notice("“other.json” was not opened: it is neither a state nor an event log.");

  await drop(page, "main", [{ name: "junk.txt", text: "hello world" }, { name: "none", text: "" }]);
  await notice("“junk.txt” was not opened: it is not JSON. “none” was not opened: it is empty. What was open stays.");
  assert.deepEqual(await sides(page), ["a.json", "b.json"]);
});

test("files that are given quickly one after another are taken in in that order", async (t) => {
  const page = await openPage(t);
  const states = pair();
  const packed = zstd(Buffer.from(`{"padding": ${JSON.stringify("x".repeat(4_000_000))}, ${states.old.slice(1)}`));
  // The first one takes longer to be recognised.
  await page.locator("page-drop").evaluate((from, [slow, quick]) => {
    const give = (...files) => from.dispatchEvent(new CustomEvent("page-files", { detail: { files }, bubbles: true }));
    give(new File([new Uint8Array(slow)], "slow.json.zst"));
    give(new File([quick], "quick.json"));
  }, [[...packed], states.new]);
  await page.locator("stackscope-diff .status", { hasText: "7 changed resources" }).waitFor();
  assert.deepEqual(await sides(page), ["slow.json.zst", "quick.json"]);
});
