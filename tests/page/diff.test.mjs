// Reading a difference of two files: filters, properties, groups, options, exports, keys.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { BUCKET, pair, secret, state } from "./support/states.mjs";
import { card, compare, counts, deepText, menu, names, row, status, unfold } from "./support/view.mjs";

async function openPair(t, options) {
  const page = await openPage(t, options);
  const states = pair();
  await compare(page, states.old, states.new);
  await status(page, "7 changed resources");
  return page;
}

const search = (page) => page.getByRole("searchbox", { name: "Search names, types and paths" });

test("cards, search and the type filter narrow the list, together and apart", async (t) => {
  const page = await openPair(t);
  assert.deepEqual(await counts(page), { create: 1, update: 4, replace: 1, delete: 1, move: 0 });
  await card(page, "Update").click();
  await status(page, "4 of 7");
  await card(page, "Delete").click();
  await status(page, "5 of 7");
  assert.equal(await card(page, "Delete").getAttribute("aria-pressed"), "true");
  await card(page, "Delete").click();

  await page.getByLabel("Type", { exact: true }).selectOption({ label: `${BUCKET} (2)` });
  await status(page, "2 of 7");
  assert.deepEqual(await names(page), ["logs", "media"]);
  await search(page).fill("LOGS");
  await status(page, "1 of 7");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await status(page, "7 changed resources");

  await search(page).fill("no such thing");
  await page.getByText("No change passes the filters").waitFor();
});

test("a row unfolds to paths with their values before and after", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  const property = logs.locator(".property", { hasText: "inputs.tags.env" });
  assert.equal(await property.locator(".before .value").textContent(), '"dev"');
  assert.equal(await property.locator(".after .value").textContent(), '"prod"');
  await logs.locator(".row-head").click();
  await logs.locator(".property").first().waitFor({ state: "detached" });
});

test("long texts are compared by lines, JSON in texts by its parts, secrets not at all", async (t) => {
  const page = await openPair(t);
  const thumbs = await unfold(page, "thumbs");
  assert.deepEqual(await thumbs.locator("[data-line=delete] .line-text").allTextContents(), ["echo two"]);
  assert.deepEqual(await thumbs.locator("[data-line=add] .line-text").allTextContents(), ["echo three"]);
  assert.deepEqual(await thumbs.locator("[data-line] .changed").allTextContents(), ["two", "three"]);
  const key = thumbs.locator(".property", { hasText: "inputs.key" });
  assert.match(await key.textContent(), /ciphertext changed.*secret/s);
  assert.match(await deepText(thumbs), /echo three/);
  assert.doesNotMatch(await deepText(thumbs), /AAAA|BBBB/);

  const reader = await unfold(page, "reader");
  assert.match(await reader.locator(".property", { hasText: "JSON" }).textContent(), /inputs\.policyJSONStatement\[0\]\.Action/);
  assert.match(await reader.locator(".facts").first().textContent(), /reader-1.*reader-2/);
});

test("old and new stand beside each other, or one under the other where chosen or where there is no room", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  const property = logs.locator(".property", { hasText: "inputs.tags.env" });
  const places = async () => {
    const [before, after, path] = await Promise.all([".before", ".after", ".property-place"].map((part) => property.locator(part).boundingBox()));
    return { beside: after.x >= before.x + before.width - 1 && after.width > 200 && Math.abs(after.y - before.y) < 2, aligned: Math.abs(path.y - before.y) < 4 };
  };
  assert.deepEqual(await places(), { beside: true, aligned: true });
  const thumbs = await unfold(page, "thumbs");
  const lines = async () => {
    const [gone, come] = await Promise.all(["delete", "add"].map((kind) => thumbs.locator(`[data-line=${kind}]`).boundingBox()));
    return come.x > gone.x + 100 ? "beside" : come.y > gone.y ? "under" : "over each other";
  };
  assert.equal(await lines(), "beside");

  await page.getByRole("button", { name: "Unified" }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/files/diff"));
  assert.equal((await places()).beside, false);
  assert.equal(await lines(), "under");

  await page.getByRole("button", { name: "Split" }).click();
  assert.equal(await lines(), "beside");
  await page.setViewportSize({ width: 400, height: 900 });
  assert.equal(await lines(), "under");
});

test("a whole record can be read on either side", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  await logs.getByRole("button", { name: "Whole old record" }).click();
  await logs.locator(".record[data-side=old]").getByText('"dev"').waitFor();
  await logs.getByRole("button", { name: "Whole new record" }).click();
  await logs.locator(".record[data-side=new]").getByText('"prod"').waitFor();
  await logs.getByRole("button", { name: "Whole new record" }).click();
  await logs.locator(".record[data-side=new]").waitFor({ state: "detached" });
});

test("what was created or deleted is shown as it is, or was", async (t) => {
  const page = await openPair(t);
  const gone = await unfold(page, "gone");
  await gone.locator(".record[data-side=old]").getByText("gone-id").waitFor();
  const fresh = await unfold(page, "fresh");
  await fresh.locator(".record[data-side=new]").getByText("fresh-id").waitFor();
});

test("what changed in the stack itself stands above the resources", async (t) => {
  const page = await openPair(t);
  const outputs = page.locator(".section", { hasText: "Stack outputs" });
  await outputs.locator("summary").click();
  await outputs.locator(".after").waitFor();
  assert.match(await deepText(outputs), /https:\/\/old\.example.*becomes.*https:\/\/new\.example/s);
});

test("changes of one shape are told once, and lead to their rows", async (t) => {
  const page = await openPair(t);
  await page.getByRole("button", { name: "Grouped" }).click();
  const group = page.locator(".group", { hasText: "Update 2 resources" });
  assert.match(await group.textContent(), /inputs\.tags\.env/);
  // The first of them stands for all.
  const property = group.locator(".property", { hasText: "inputs.tags.env" });
  assert.equal(await property.locator(".before .value").textContent(), '"dev"');
  assert.equal(await property.locator(".after .value").textContent(), '"prod"');
  await group.getByRole("button", { name: "Show all 2" }).click();
  await status(page, "2 of 7");
  assert.deepEqual(await names(page), ["logs", "media"]);
  await page.goBack();
  await group.waitFor();
  await page.goForward();
  await page.getByRole("button", { name: "Show other changes too" }).click();
  await status(page, "7 changed resources");
});

test("groups are narrowed by the same filters, walked through and folded", async (t) => {
  const page = await openPair(t);
  await page.getByRole("button", { name: "Grouped" }).click();
  await status(page, "6 different changes");
  await search(page).fill("media");
  await status(page, "1 of 6 different changes");
  await page.locator(".group", { hasText: "Update 1 of 2 resources" }).getByText("media").first().waitFor();
  await search(page).fill("");
  await card(page, "Update").click();
  await status(page, "3 of 6 different changes");
  await page.getByLabel("Type", { exact: true }).selectOption({ label: `${BUCKET} (2)` });
  await status(page, "1 of 6 different changes");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await status(page, "6 different changes");

  await page.keyboard.press("c");
  await page.locator(".group-example").first().waitFor({ state: "detached" });
  await page.getByText("– / 6").waitFor();
  await page.keyboard.press("j");
  await page.getByText("1 / 6").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(".group[data-here=true] .group-example").waitFor();
});

test("what a group has in common is ignored with a click", async (t) => {
  const page = await openPair(t);
  await page.getByRole("button", { name: "Grouped" }).click();
  const group = page.locator(".group", { hasText: "Update 2 resources" });
  await group.getByRole("button", { name: "Ignore", exact: true }).click();
  await group.locator(".choice", { hasText: "inputs.tags.env" }).first().click();
  await group.waitFor({ state: "detached" });
  await status(page, "5 different changes");
  await page.getByText("2 property changes and 2 resources left out by the ignore rules").waitFor();
});

test("what differs around the resources can be ignored too", async (t) => {
  const page = await openPair(t);
  const ignore = async (section, path, choice) => {
    const found = page.locator(".section", { hasText: section });
    await found.locator("summary").click();
    await found.getByRole("button", { name: `Ignore ${path}` }).click();
    await found.locator(".choice", { hasText: choice }).last().click();
    await found.waitFor({ state: "detached" });
  };
  await ignore("Stack outputs", "outputs.url", "outputs.url of pulumi:pulumi:Stack");
  await ignore("Manifest", "manifest.time", "all in manifest");
  await status(page, "6 changed resources");
});

test("changes of providers and times alone are left out until asked for, and counted", async (t) => {
  const page = await openPage(t);
  const bucket = (name, more) => ({ type: BUCKET, name, ...more });
  const times = (day) => ({ created: "2026-01-01T00:00:00Z", modified: `2026-03-0${day}T00:00:00Z` });
  const old = state([bucket("quiet", times(1)), bucket("loud", { ...times(1), inputs: { size: 1 } }), bucket("still", {})]);
  const young = state([bucket("quiet", times(2)), bucket("loud", { ...times(2), inputs: { size: 2 } }), bucket("still", {})]);
  await compare(page, old, young);
  await status(page, "1 changed resource");
  assert.deepEqual(await names(page), ["loud"]);
  const notice = page.locator("stackscope-diff .notice", { hasText: "1 resource differs in its provider or times alone" });
  await notice.waitFor();
  assert.match(await page.locator(".card[data-kind=same] .card-count").textContent(), /^2 \+1/);

  // Rules of one's own are counted by themselves.
  await (await unfold(page, "loud")).locator(".property", { hasText: "inputs.size" }).getByRole("button").click();
  await row(page, "loud").locator(".choice").first().click();
  await page.getByText("1 property change left out by the ignore rules").waitFor();
  await page.locator("stackscope-diff .notice", { hasText: "2 resources differ in their provider or times alone" }).waitFor();
  await page.getByRole("button", { name: "Stop ignoring inputs.size" }).click();
  await status(page, "1 changed resource");

  await notice.getByRole("button", { name: "Show them" }).click();
  await status(page, "2 changed resources");
  await row(page, "loud").locator(".property", { hasText: "modified" }).waitFor();
  await page.goBack();
  await status(page, "1 changed resource");
  await page.goForward();
  await notice.getByRole("button", { name: "Leave them out" }).click();
  await status(page, "1 changed resource");
});

test("a path is ignored with a click and comes back when its chip is removed", async (t) => {
  const page = await openPair(t);
  const logs = await unfold(page, "logs");
  await logs.locator(".property", { hasText: "inputs.tags.env" }).getByRole("button").click();
  await logs.locator(".choice").first().click();
  await status(page, "5 changed resources");
  await page.getByText("left out by the ignore rules").waitFor();
  assert.ok(!(await names(page)).includes("logs"));
  await page.getByRole("button", { name: "Stop ignoring inputs.tags.env" }).click();
  await status(page, "7 changed resources");

  const gone = await unfold(page, "gone");
  await gone.getByRole("button", { name: "Ignore this resource" }).click();
  await status(page, "6 changed resources");
  await (await unfold(page, "media")).getByRole("button", { name: "Ignore this type" }).click();
  await status(page, "4 changed resources");
  assert.equal(await page.locator("stackscope-diff .chip").count(), 2);
  await page.getByRole("button", { name: "Remove all" }).click();
  await status(page, "7 changed resources");
});

test("a path can be written as well; one that makes no sense is refused in words", async (t) => {
  const page = await openPair(t);
  await menu(page, "Options").click();
  await page.getByLabel("Path to ignore").fill("inputs.*.env");
  await page.keyboard.press("Enter");
  await status(page, "5 changed resources");
  await menu(page, "Options").click();
  await page.getByLabel("Path to ignore").fill("inputs[");
  await page.keyboard.press("Enter");
  await page.locator("stackscope-diff-options").getByRole("alert").filter({ hasText: /./ }).waitFor();
  await status(page, "5 changed resources");
  assert.equal(await page.locator("stackscope-diff .chip").count(), 1);
});

test("internal properties are hidden until asked for", async (t) => {
  const page = await openPage(t);
  const bucket = (defaults) => state([{ type: BUCKET, name: "logs", inputs: { __defaults: defaults } }]);
  await compare(page, bucket(["a"]), bucket(["b"]));
  await page.getByText(/internal properties/).first().waitFor();
  await page.getByRole("button", { name: "Show them" }).click();
  await status(page, "1 changed resource");
  await menu(page, "Options").click();
  assert.ok(await page.getByLabel("Show internal properties").isChecked());
});

test("lists in another order are the same where order is said not to matter", async (t) => {
  const page = await openPage(t);
  const bucket = (zones) => state([{ type: BUCKET, name: "logs", inputs: { zones } }]);
  await compare(page, bucket(["a", "b", "c"]), bucket(["c", "a", "b"]));
  await status(page, "1 changed resource");
  await menu(page, "Options").click();
  await page.getByLabel("Lists in any order").check();
  await page.getByRole("heading", { name: /^No (other )?differences$/ }).waitFor();
});

test("two stacks of one program differ in nothing when compared as stacks", async (t) => {
  const page = await openPage(t);
  const stack = (name, id) => state([{ type: BUCKET, name: "logs", id, inputs: { size: 1 } }], { stack: name });
  await compare(page, stack("dev", "id-dev"), stack("prod", "id-prod"));
  await page.getByText(/Stack dev became prod/).waitFor();
  await status(page, "1 changed resource");
  await menu(page, "Options").click();
  await page.getByRole("button", { name: "Stacks", exact: true }).click();
  await page
    .getByText(/No resource changed|No differences/)
    .first()
    .waitFor();
});

test("equal states say so", async (t) => {
  const page = await openPage(t);
  await compare(page, pair().old, pair().old);
  await page.getByRole("heading", { name: "No differences" }).waitFor();
});

test("sides are swapped by a button, and it is said where the old state is the younger", async (t) => {
  const page = await openPair(t);
  await page.getByRole("button", { name: "Swap sides" }).click();
  await page.getByText("The old state was saved after the new one.").waitFor();
  const swapped = await unfold(page, "logs");
  await swapped.locator(".property .before .value", { hasText: '"prod"' }).waitFor();
  await swapped.locator(".row-head").click();
  await page.getByRole("button", { name: "Swap them" }).click();
  await page.getByText("The old state was saved after the new one.").waitFor({ state: "detached" });
  const logs = await unfold(page, "logs");
  assert.equal(await logs.locator(".property .before .value").first().textContent(), '"dev"');
});

test("keys go from change to change, unfold and fold", async (t) => {
  const page = await openPair(t);
  const focused = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.querySelector(".row-title")?.textContent;
  });
  const all = await names(page);
  const walk = async (key, name) => {
    await page.keyboard.press(key);
    await page.waitForFunction((name) => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.querySelector(".row-title")?.textContent === name;
    }, name);
  };
  await page.getByText(`– / ${all.length}`).waitFor();
  await walk("j", all[0]);
  await walk("j", all[1]);
  await walk("n", all[2]);
  await walk("k", all[1]);
  await page.keyboard.press("Enter");
  await row(page, all[1]).locator(".actions").waitFor();
  assert.equal(await focused(), all[1]);
  await page.keyboard.press("ArrowLeft");
  await row(page, all[1]).locator(".actions").waitFor({ state: "detached" });
  await page.keyboard.press("e");
  await row(page, all[2]).locator(".actions").waitFor();
  await page.keyboard.press("c");
  await page.locator("stackscope-diff-detail").first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Next change" }).click();
  await page.getByText(`3 / ${all.length}`).waitFor();
});

test("the difference is copied and saved in four formats", async (t) => {
  const page = await openPair(t);
  await menu(page, "Export").click();
  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await page.getByText("Markdown copied.").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /logs/);

  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Save ${name}`, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const json = await saved("JSON");
  assert.equal(json.name, "diff.json");
  assert.equal(JSON.parse(json.text).summary.update, 4);
  const patch = await saved("JSON Patch");
  assert.ok(JSON.parse(patch.text).every(({ op }) => op));
  assert.match((await saved("Text")).text, /logs/);
});

test("a patch that would hold a secret is not made, and why is said", async (t) => {
  const page = await openPage(t);
  const plain = (plaintext) => state([{ type: BUCKET, name: "logs", inputs: { key: { ...secret(""), ciphertext: undefined, plaintext: JSON.stringify(plaintext) } } }]);
  await compare(page, plain("hush-a"), plain("hush-b"));
  await status(page, "1 changed resource");
  await menu(page, "Export").click();
  await page.getByRole("button", { name: "Copy JSON Patch" }).click();
  await page.getByText(/A patch would hold a secret/).first().waitFor();
  await unfold(page, "logs");
  assert.doesNotMatch(await deepText(page.locator("stackscope-diff")), /hush-/);
});

test("a side that can't be read says why, beside the other", async (t) => {
  const page = await openPage(t);
  const { old } = pair();
  await page.evaluate((old) => {
    const diff = document.createElement("stackscope-diff");
    diff.id = "alone";
    diff.old = new File([old], "good.json");
    diff.new = new File(["not a state"], "bad.json");
    document.querySelector("main").append(diff);
  }, old);
  const alone = page.locator("#alone");
  await alone.getByText("This is not a JSON file").waitFor();
  assert.match(await alone.locator(".side[data-side=old]").innerText(), /good\.json/);
  assert.match(await alone.locator(".failed").innerText(), /The new state/);
  await page.evaluate((fresh) => (document.querySelector("#alone").new = new File([fresh], "mended.json")), pair().new);
  await alone.locator(".status", { hasText: "7 changed resources" }).waitFor();
});
