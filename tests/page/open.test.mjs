// Getting states into the page: by drop, by choice, as samples, and what is said of files that are no states.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, samples } from "./support/browser.mjs";
import { drop, dropFromDisk } from "./support/drop.mjs";
import { pair, state } from "./support/states.mjs";
import { compare, counts, names, status, unfold } from "./support/view.mjs";

test("two files dropped at once are compared, in their order", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await compare(page, states.old, states.new);
  assert.deepEqual(await counts(page), { create: 1, update: 4, replace: 1, delete: 1, move: 0 });
  assert.match(await page.locator(".pair-line").textContent(), /old\.json.*new\.json/);
});

test("files from the disk, dropped by the browser itself", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-drop-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const states = pair();
  const paths = ["before.json", "after.json"].map((name) => join(folder, name));
  writeFileSync(paths[0], states.old);
  writeFileSync(paths[1], states.new);
  const page = await openPage(t);
  await dropFromDisk(page, { x: 400, y: 300 }, paths);
  await status(page, "7 changed resources");
  assert.match(await page.locator(".pair-line").textContent(), /before\.json.*after\.json/);
});

test("one file on each half of the page goes where it was put", async (t) => {
  const page = await openPage(t);
  const states = pair();
  await drop(page, ".slot[data-slot=new]", [{ name: "n.json", text: states.new }]);
  await page.locator(".slot[data-slot=new][data-status=ready]").waitFor();
  await drop(page, ".slot[data-slot=old]", [{ name: "o.json", text: states.old }]);
  await status(page, "7 changed resources");
  assert.match(await page.locator(".pair-line").textContent(), /o\.json.*n\.json/);
});

test("two files chosen in the dialogue are compared; swapping turns the difference around", async (t) => {
  const page = await openPage(t);
  const states = pair();
  const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.setInputFiles("[data-input=old]", [file("a.json", states.old), file("b.json", states.new)]);
  await status(page, "7 changed resources");
  await page.getByRole("link", { name: "Files" }).click();
  await page.getByRole("button", { name: "Swap old and new" }).click();
  await page.getByRole("link", { name: "See the differences" }).click();
  await page.getByText("The old state was saved after the new one").waitFor();
  assert.match(await page.locator(".pair-line").textContent(), /b\.json.*a\.json/);
});

test("one file alone shows what it holds", async (t) => {
  const page = await openPage(t);
  await drop(page, "#views", [{ name: "alone.json", text: pair().old }]);
  await status(page, "7 resources");
  await page.getByRole("heading", { name: "alone.json" }).waitFor();
  assert.match(await page.locator(".tiles").textContent(), /Resources7Custom6Components1/);
  assert.deepEqual((await names(page)).slice(0, 3), ["shop-prod", "logs", "media"]);

  await page.getByRole("searchbox").fill("thumbs");
  await status(page, "1 of 7 resources");
  const thumbs = await unfold(page, "thumbs");
  assert.match(await thumbs.locator(".record").textContent(), /set -e/);
  assert.equal(await thumbs.locator(".secret").count(), 1);
  assert.doesNotMatch(await thumbs.textContent(), /AAAA/);
});

test("the samples are a click away", async (t) => {
  const page = await openPage(t, { samples: samples(t) });
  await page.getByRole("button", { name: "Try the samples" }).click();
  await status(page, /changed resources/);
  const found = await counts(page);
  for (const kind of ["create", "update", "replace", "delete"]) assert.ok(found[kind] > 0, kind);
});

const BAD = [
  { title: "cut off", text: pair().old.slice(0, 400), code: "truncated", words: "The file is cut off" },
  { title: "not JSON", text: "<html></html>", code: "not_json", words: "This is not a JSON file" },
  { title: "no state", text: '{"deployment":{"resources":7}}', code: "wrong_shape", words: "not a Pulumi state" },
  {
    title: "too new",
    text: '{"version":5,"deployment":{"resources":[]}}',
    code: "unsupported_version",
    words: "newer than this page knows",
  },
];

for (const { title, text, code, words } of BAD) {
  test(`a file that is ${title} is named with what to do, and the next one is read`, async (t) => {
    const page = await openPage(t);
    await drop(page, "#views", [
      { name: "bad.json", text },
      { name: "good.json", text: pair().new },
    ]);
    const slot = page.locator(".slot[data-slot=old]");
    const trouble = slot.getByRole("alert");
    await trouble.waitFor();
    assert.match(await trouble.textContent(), new RegExp(`${words}.*${code}`));
    await page.locator(".slot[data-slot=new][data-status=ready]").waitFor();

    await drop(page, ".slot[data-slot=old]", [{ name: "better.json", text: pair().old }]);
    await status(page, "7 changed resources");
  });
}

test("a cut-off file says at which byte", async (t) => {
  const page = await openPage(t);
  await drop(page, "#views", [{ name: "bad.json", text: pair().old.slice(0, 400) }]);
  assert.match(await page.getByRole("alert").textContent(), /at byte 400/);
});

test("three files are refused", async (t) => {
  const page = await openPage(t);
  const file = { name: "a.json", text: state([]) };
  await drop(page, "#views", [file, file, file]);
  await page.getByText("3 files were given; two can be compared.").waitFor();
});
