// The graph of odd states and of very large ones.

import assert from "node:assert/strict";
import { test } from "node:test";
import { elements, openPage, samples } from "./support/browser.mjs";
import { centre, HOSTILE, names, node, shop, show } from "./support/graph.mjs";
import { BUCKET, FUNCTION, ROLE, state, urn } from "./support/states.mjs";

test("one node for a URN: what waits for its deletion is marked, what is missing is told", async (t) => {
  const gone = { type: BUCKET, name: "gone", id: "gone-old", delete: true, dependencies: [urn(ROLE, "reader")] };
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop([{ type: BUCKET, name: "logs", id: "logs-old", delete: true }, gone, { type: FUNCTION, name: "lost", dependencies: [urn(ROLE, "nobody")] }]), { hops: "3", kinds: "dependency,parent,property" });
  const all = await names(page);
  assert.equal(all.filter((name) => name === "logs").length, 1);
  assert.match(await node(page, "logs").getAttribute("aria-label"), /pending deletion, protected/);
  assert.match(await node(page, "gone").getAttribute("aria-label"), /pending deletion/);
  assert.equal(await page.locator(".node.delete").count(), 2);
  await page.evaluate((urn) => (document.querySelector("stackscope-graph").query = { urn, direction: "dependencies" }), urn(FUNCTION, "lost"));
  await centre(page, "lost");
  assert.match(await node(page, "nobody").getAttribute("aria-label"), /not in the state/);
  await node(page, "nobody").click();
  const card = page.getByRole("region", { name: "Resource", exact: true });
  await card.getByText("not in the state").waitFor();
  assert.equal(await card.getByRole("button", { name: "Open the resource" }).count(), 0);
  await page.evaluate((urn) => (document.querySelector("stackscope-graph").query = { urn }), urn(BUCKET, "gone"));
  await centre(page, "gone");
  await node(page, "reader").waitFor();
});

test("hostile names, long names and loops are drawn harmlessly; secrets are nowhere", async (t) => {
  const long = "n".repeat(300_000);
  const loop = [
    { type: ROLE, name: "a", dependencies: [urn(ROLE, "b")] },
    { type: ROLE, name: "b", dependencies: [urn(ROLE, "a"), urn(ROLE, "b")] },
  ];
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop([{ type: BUCKET, name: HOSTILE }, { type: BUCKET, name: "evil\u202egpj" }, { type: BUCKET, name: long }, ...loop]), { hops: "1" });
  const all = await names(page);
  assert.ok(all.some((name) => name.startsWith("<img src=x")));
  assert.ok(all.includes("evilU+202Egpj"));
  assert.ok(all.every((name) => name.length < 60));
  assert.equal(await page.locator("stackscope-graph img").count(), 0);
  await page.getByText("As a table").click();
  await page.getByRole("row", { name: /^evil/ }).waitFor();
  assert.equal((await page.content()).includes("CIPHERTEXT"), false);
  await page.evaluate((urn) => (document.querySelector("stackscope-graph").query = { urn, kinds: "dependency" }), urn(ROLE, "a"));
  await centre(page, "a");
  assert.deepEqual((await names(page)).sort(), ["a", "b"]);
});

test("shows the nearest 300 of thousands, and says so", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  const many = Array.from({ length: 2430 }, (_, n) => ({ type: BUCKET, name: `bucket-${n}` }));
  await show(page, state(many));
  await page.getByText("Showing the nearest 300 of 2,431").waitFor();
  await page.waitForFunction(() => document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelectorAll(".node").length === 300);
  await page.getByText("As a table").click();
  await page.getByRole("button", { name: "Show 60 more of 240" }).click();
  await page.getByRole("button", { name: "Show 60 more of 180" }).waitFor();
  assert.equal(await page.getByRole("table").getByRole("row").count(), 121);
  await page.getByRole("combobox", { name: /Find/ }).fill("bucket-2429");
  await page.getByRole("option", { name: /^bucket-2429/ }).click();
  await centre(page, "bucket-2429");
});

test("a state of 30,000 resources: the middle moves, and the document stays small", async (t) => {
  const folder = samples(t, "--resources", "30000");
  const page = await openPage(t, { hash: "#/", samples: folder });
  await page.waitForFunction(() => customElements.get("stackscope-graph"));
  await page.evaluate(() => {
    const graph = Object.assign(document.createElement("stackscope-graph"), { state: "samples/old.json", query: { hops: "6" } });
    graph.addEventListener("stackscope-query", (event) => event.stopPropagation());
    document.querySelector("main").append(graph);
  });
  await page.getByText(/Showing the nearest 300 of [23]\d,\d{3}/).waitFor({ timeout: 60_000 });
  const field = page.getByRole("combobox", { name: /Find/ });
  await field.fill("t00100-intake-access");
  await page.getByRole("option", { name: /^t00100-intake-access/ }).first().waitFor();
  const begun = Date.now();
  await field.press("Enter");
  await centre(page, "t00100-intake-access");
  t.diagnostic(`the middle moved after ${Date.now() - begun} ms`);
  const there = await elements(page);
  assert.ok(there < 3000, `${there} elements`);
});
