// Event logs out of files: replacements, policies, previews, an interrupted one, hostile ones, long ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { fits, resource, tab } from "./support/update.mjs";

const recorded = (name) => readFileSync(new URL(`../fixtures/event-logs/${name}/eventstream.json`, import.meta.url), "utf8");

/** Opens a log as a dropped file. */
async function openLog(t, text, options) {
  const page = await openPage(t, options);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await drop(page, "main", [{ name: "update.json", text }]);
  await page.getByRole("region", { name: "Summary" }).waitFor();
  return page;
}

const ROOT = "pulumi:pulumi:Stack";
const urn = (type, name, stack = "dev") => `urn:pulumi:${stack}::shop::${type}::${name}`;

/** A log as `pulumi up --event-log` writes it. Steps are {name, op, type, fields, failed}. */
function logOf(steps, { more = [], seconds = 1 } = {}) {
  let at = 1_767_225_600;
  let sequence = 0;
  const event = (body) => JSON.stringify({ sequence: sequence++, timestamp: at, ...body });
  const lines = [event({ preludeEvent: { config: {} } })];
  const root = urn(ROOT, "shop-dev");
  for (const { name, op = "create", type = "aws:s3/bucket:Bucket", fields = {}, diff = {} } of [{ name: "shop-dev", type: ROOT }, ...steps]) {
    const side = { urn: urn(type, name), type, custom: true, id: "", inputs: fields, outputs: fields, parent: type === ROOT ? "" : root, provider: "" };
    const metadata = { op, urn: urn(type, name), type, old: op === "create" ? null : { ...side, inputs: diff }, new: side, detailedDiff: null, provider: "" };
    lines.push(event({ resourcePreEvent: { metadata } }));
    at += seconds;
    lines.push(event({ resOutputsEvent: { metadata } }));
  }
  for (const body of more) lines.push(event(body));
  const resourceChanges = Object.fromEntries(steps.map(({ op = "create" }) => [op, steps.filter((step) => (step.op ?? "create") === op).length]));
  lines.push(event({ summaryEvent: { maybeCorrupt: false, durationSeconds: at - 1_767_225_600, resourceChanges, PolicyPacks: {} } }));
  lines.push(event({ cancelEvent: {} }));
  return lines.join("\n");
}

test("says why resources were replaced, and leads to the cause", async (t) => {
  const page = await openLog(t, recorded("replace-chain"));
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Update");
  await page.getByText("2 replaced").waitFor();
  await page.getByRole("button", { name: "index", exact: true }).click();
  const detail = page.locator(".row-detail");
  await detail.getByText(/Replaced because bucket changes/).waitFor();
  await detail.locator(".reason-cause", { hasText: "assets" }).click();
  await detail.getByText("Replaced because bucketPrefix changes.").waitFor();
  assert.doesNotMatch(page.url(), /urn|assets/, "nothing out of a file goes into the address");
  await page.goBack();
  await tab(page, "Outputs").click();
  await page.locator(".property", { hasText: "site" }).waitFor();
});

test("lists policy packs, violations by level, and what was mended", async (t) => {
  const page = await openLog(t, recorded("policies"));
  await tab(page, "Policies").click();
  await page.getByRole("heading", { name: /advisory.*2 violations/ }).waitFor();
  await page.getByText("The stack as a whole").waitFor();
  await page.getByRole("heading", { name: /Remediations/ }).waitFor();
  await page.locator(".property", { hasText: "tags" }).waitFor();
  await audit(page);
});

test("tells of a failed creation, a mandatory policy, a preview and an interrupted update", async (t) => {
  const page = await openLog(t, recorded("create-failed"));
  for (const [name, seen] of [
    ["create-failed", ["failed", "InvalidAMIID.NotFound"]],
    ["policy-mandatory", ["failed", "policy violation"]],
    ["preview", ["Preview", "1 to create", "1 to update", "1 to delete"]],
    ["interrupted", ["the update was interrupted", "1 interrupted"]],
    ["destroy", ["succeeded", "deleted", "Destroy"]],
    ["refresh", ["succeeded"]],
  ]) {
    await drop(page, "main", [{ name: `${name}.json`, text: recorded(name) }]);
    await page.getByText(`${name}.json`).waitFor();
    for (const words of seen) await page.getByText(words, { exact: false }).first().waitFor();
    assert.equal(await page.locator("stackscope-update .trouble").count(), 0);
  }
});

test("masks secrets", async (t) => {
  const page = await openLog(t, recorded("secrets"));
  await page.locator("stackscope-update-resources .row .unfold").first().click();
  await page.locator(".facts-list").first().waitFor();
  await tab(page, "Outputs").click();
  await page.getByText("secret", { exact: true }).first().waitFor();
});

test("shows hostile names and messages harmlessly", async (t) => {
  const name = "<img src=x onerror=alert(1)>\u202egnp.exe";
  const long = "x".repeat(1_000_000);
  const text = logOf([{ name, fields: { "<b>": long, html: "<script>alert(1)</script>" } }, { name: long, type: "aws:s3/bucket:Bucket" }], {
    more: [
      { diagnosticEvent: { severity: "error", urn: urn("aws:s3/bucket:Bucket", name), message: `<{%fg 1%}><img src=x onerror=alert(1)>\u202e<{%reset%}>\n${"line\n".repeat(5_000)}${long}`, color: "raw" } },
      { diagnosticEvent: { severity: "warning", message: "all of it", color: "raw" } },
    ],
  });
  const page = await openLog(t, text, { width: 360 });
  await page.locator(".unfold", { hasText: "<img src=x onerror=alert(1)>U+202Egnp.exe" }).click();
  await page.locator(".facts-list").waitFor();
  assert.ok(await fits(page), "the row");
  await tab(page, "Diagnostics").click();
  await page.locator(".message-more").first().waitFor();
  await page.locator("stackscope-update-messages summary").first().click();
  assert.ok(await fits(page), "the message");
  await page.getByText(/… and \d+\.\d KB more/).last().waitFor();
  await page.locator("stackscope-update-messages").getByRole("button", { name: "Copy the message" }).first().click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).length > 60_000);
  await tab(page, "CLI text").click();
  await page.getByRole("button", { name: "Progress" }).click();
  await page.locator(".text-line", { hasText: "<img src=x onerror=alert(1)>" }).first().waitFor();
  assert.ok(await fits(page), "the text");
  await tab(page, "Outputs").click();
  await page.getByText("The log names no outputs.").waitFor();
  assert.equal(await page.evaluate(() => document.querySelectorAll("img[onerror], script:not([src])").length), 0);
});

test("compares texts of several lines by lines", async (t) => {
  const lines = (change) => Array.from({ length: 900 }, (_, at) => (change && at % 2 === 0 ? `${at} anew` : `line ${at}`)).join("\n");
  const page = await openLog(t, logOf([{ name: "script", op: "update", fields: { text: "one\ntwo\nthree\nfour\nfive", long: lines(true) }, diff: { text: "one\n2\nthree\nfour\nfive", long: lines(false) } }]));
  await page.getByRole("button", { name: "script", exact: true }).click();
  const property = (path) => page.locator(".property", { has: page.getByText(path, { exact: true }) });
  await property("text").locator('.line[data-line="delete"]', { hasText: "2" }).waitFor();
  await property("text").locator('.line[data-line="add"]', { hasText: "two" }).waitFor();
  await property("text").getByText("1 unchanged line").waitFor();
  await audit(page);
  const more = property("long").getByRole("button", { name: /Show more lines/ });
  const before = await property("long").locator('.line[data-line="add"]').count();
  await more.click();
  await page.waitForFunction(([before]) => {
    const part = document.querySelector("stackscope-update").shadowRoot.querySelector("stackscope-update-resources").shadowRoot.querySelector("stackscope-update-changes").shadowRoot;
    return part.querySelectorAll('.line[data-line="add"]').length > before;
  }, [before]);
});

test("a message that was unfolded stays so, and no other in its place, when others are filtered out", async (t) => {
  const said = (word) => ({ diagnosticEvent: { severity: "warning", message: `${`${word}\n`.repeat(40)}end of ${word}`, color: "raw" } });
  const page = await openLog(t, logOf([{ name: "bucket" }], { more: ["first", "second", "third"].map(said) }));
  await tab(page, "Diagnostics").click();
  const message = (word) => page.locator(".message", { hasText: `end of ${word}` });
  await message("second").locator("summary").click();
  await message("second").locator("details[open]").waitFor();
  await page.getByRole("searchbox", { name: "Search diagnostics" }).fill("second");
  await message("first").waitFor({ state: "detached" });
  assert.equal(await message("second").locator("details[open]").count(), 1);
  await page.getByRole("searchbox", { name: "Search diagnostics" }).fill("third");
  await message("second").waitFor({ state: "detached" });
  assert.equal(await message("third").locator("details[open]").count(), 0);
});

test("keeps thousands of resources at hand: search, scroll and a bounded document", async (t) => {
  const steps = Array.from({ length: 8_000 }, (_, at) => ({ name: `bucket-${at}`, op: at % 10 === 0 ? "update" : "create" }));
  const page = await openLog(t, logOf(steps, { seconds: 0.01 }));
  await resource(page, "bucket-0").waitFor();
  await page.getByText("7,200 created").waitFor();
  await page.locator('.row-slot[data-index="0"]').focus();
  await page.keyboard.press("End");
  await resource(page, "bucket-7999").waitFor();
  assert.ok((await page.locator("stackscope-update-resources .row").count()) < 80);
  await page.getByRole("searchbox", { name: "Search resources" }).fill("bucket-123");
  await resource(page, "bucket-1234").waitFor();
});

test("a log too long to keep its events is read again with them for the command line's own text", async (t) => {
  const page = await openLog(t, recorded("preview"));
  const [first, ...others] = logOf([{ name: "bucket" }]).split("\n");
  const line = JSON.stringify({ sequence: 1, timestamp: 1_767_225_600, diagnosticEvent: { severity: "info", message: "y".repeat(100_000), color: "raw", ephemeral: true } });
  const transfer = await page.evaluateHandle(
    ([first, line, rest]) => {
      const made = new DataTransfer();
      made.items.add(new File([`${first}\n`, `${line}\n`.repeat(700), rest], "long.json", { type: "application/json" }));
      return made;
    },
    [first, line, others.join("\n")],
  );
  for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("main", type, { dataTransfer: transfer });
  await page.getByText("long.json").waitFor();
  await resource(page, "bucket").waitFor();
  await tab(page, "CLI text").click();
  await page.getByText("The events were not kept").waitFor();
  await page.getByRole("button", { name: "Read it again with all events" }).click();
  await page.locator(".text-line", { hasText: "pulumi:pulumi:Stack: (create)" }).waitFor();
});

test("says so where a file is no log", async (t) => {
  const page = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await drop(page, "main", [{ name: "log.json", text: `${recorded("preview").split("\n")[0].slice(0, 40)}` }]);
  await page.getByText("“log.json” was not opened", { exact: false }).waitFor();
});
