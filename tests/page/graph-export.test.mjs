// What the graph becomes besides a picture: a table, files, texts to copy; and how it is laid out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { bundled } from "./support/bundled.mjs";
import { centre, HOSTILE, shop, show } from "./support/graph.mjs";
import { BUCKET, FUNCTION, urn } from "./support/states.mjs";

test("the table tells what the picture shows", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop(), { urn: urn(FUNCTION, "thumbs"), hops: "1", kinds: "dependency,property" });
  await page.getByText("As a table").click();
  await page.getByRole("table").waitFor();
  const rows = page.getByRole("table").getByRole("row");
  assert.deepEqual(await rows.getByRole("rowheader").locator("bdi").allTextContents(), ["thumbs", "logs", "all", "reader"]);
  assert.match(await rows.filter({ hasText: "thumbs" }).first().textContent(), /logs.*dependency, property dependency.*reader.*all/s);
  await page.getByRole("table").getByRole("button", { name: "reader" }).click();
  await centre(page, "reader");
});

test("saves an SVG that stands alone, and copies DOT and Mermaid", async (t) => {
  const page = await openPage(t, { hash: "#/", dark: true });
  await show(page, shop([{ type: BUCKET, name: HOSTILE }]), {});
  const menu = page.locator("stackscope-menu", { has: page.getByText("Save as SVG") });
  await menu.getByRole("button", { name: "Export" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as SVG" }).click();
  const download = await saving;
  assert.equal(download.suggestedFilename(), "shop-prod.svg");
  const svg = await readFile(await download.path(), "utf8");
  assert.doesNotMatch(svg, /var\(|light-dark|style=|<script|href|class=/);
  const read = await page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const ground = root.querySelector(":scope > rect").getAttribute("fill");
    return { name: root.localName, wrong: root.querySelectorAll("parsererror, img").length, ground, texts: [...root.querySelectorAll("text")].map((text) => text.textContent) };
  }, svg);
  assert.deepEqual([read.name, read.wrong, read.ground], ["svg", 0, "#ffffff"]);
  assert.ok(read.texts.some((text) => text.startsWith("<img")));
  for (const [format, begins] of [["DOT", "digraph resources {"], ["Mermaid", "flowchart LR"]]) {
    await menu.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: `Copy as ${format}` }).click();
    await page.getByText(`Copied as ${format}`).waitFor({ state: "attached" });
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).startsWith(begins));
  }
});

// A strict reading of the part of DOT that is written: quoted names, attributes, edges.
function readDot(text) {
  const STRING = String.raw`"(?:[^"\\\n]|\\["\\n])*"`;
  const TRAITS = String.raw`\[(?:[a-z]+=(?:${STRING}|[a-zA-Z0-9]+))(?:, [a-z]+=(?:${STRING}|[a-zA-Z0-9]+))*\]`;
  const lines = text.split("\n");
  assert.equal(lines[0], "digraph resources {");
  assert.deepEqual(lines.slice(-2), ["}", ""]);
  const said = lines.slice(1, -2);
  for (const line of said) assert.match(line, new RegExp(`^  (?:rankdir=LR|(?:node|edge) ${TRAITS}|${STRING}(?: -> ${STRING})?(?: ${TRAITS})?);$`));
  return { nodes: said.filter((line) => line.startsWith('  "') && !line.includes(" -> ")), edges: said.filter((line) => line.includes(" -> ")) };
}

const ODD = ['quote " and \\', "new\nline\u2028end", "[bracket] {curly} (round) |pipe|", "#35;&quot;<br/>", "日本 émoji 🎉", "end", HOSTILE, "`code` **bold** %% comment"];

function odd() {
  const nodes = ODD.map((name, at) => ({ urn: `urn:${name}`, name, type: "a:b:C", package: "a", flags: at === 1 ? ["delete"] : [], hop: 0, x: 0, y: 0, hidden: { out: 0, in: 0 } }));
  const edges = ODD.slice(1).map((name, at) => ({ from: at + 1, to: at, kinds: at % 2 ? ["parent"] : ["dependency", "property"], properties: at % 2 ? [] : [name] }));
  return { nodes, edges };
}

test("DOT holds any name", async () => {
  const { dotOf } = await bundled("js/elements/graph/export-text.ts");
  const { nodes, edges } = readDot(dotOf(odd()));
  assert.equal(nodes.length, ODD.length);
  assert.equal(edges.length, ODD.length - 1);
  assert.match(nodes[0], /label="quote \\" and \\\\\\na:b:C"/);
  assert.match(nodes[4], /日本 émoji 🎉/);
  readDot(dotOf({ nodes: [], edges: [] }));
});

test("Mermaid holds any name", async () => {
  const { mermaidOf } = await bundled("js/elements/graph/export-text.ts");
  const text = mermaidOf(odd());
  const LABEL = String.raw`(?:[\p{L}\p{N} .:/$_,()+-]|#\d+;)*`;
  const [head, ...lines] = text.trimEnd().split("\n");
  assert.equal(head, "flowchart LR");
  for (const line of lines) assert.match(line, new RegExp(String.raw`^  (?:n\d+\["${LABEL}<br/>${LABEL}"\]|n\d+ -\.?->(?:\|"${LABEL}"\|)? n\d+|classDef \w+ [\w:-]+(?: \d)?|class n\d+(?:,n\d+)* \w+)$`, "u"));
  const labels = lines.slice(0, ODD.length).map((line) => /\["(.*)<br\/>/.exec(line)[1].replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))));
  assert.deepEqual(labels, ODD.map((name) => name.replace(/[\n\u2028]/g, " ")));
});

test("no two cards overlap, whatever hangs on what", async (t) => {
  const { place } = await bundled("js/elements/worker/graph-layout.ts");
  const { CARD } = await bundled("js/elements/worker/graph-card.ts");
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const any = (count) => ({ from: random(count), to: random(count) });
  const star = (count) => ({ from: random(count), to: 0 });
  const halves = (count) => ({ from: random(count / 2), to: count / 2 + random(count / 2) });
  for (const [count, tied, tie] of [[1, 0, any], [2, 2, any], [40, 60, any], [300, 299, star], [300, 5000, any], [300, 400, halves], [300, 5000, halves]]) {
    const edges = Array.from({ length: tied }, () => ({ ...tie(count), mask: 1 + random(3) }));
    const proper = edges.filter(({ from, to }) => from !== to);
    const hops = Array.from({ length: count }, (_, at) => (at === 0 ? 0 : (at % 7) - 3 || 1));
    const begun = performance.now();
    const { places, lines, width, height } = place(hops, proper);
    t.diagnostic(`${count} nodes, ${tied} edges: ${Math.round(performance.now() - begun)} ms`);
    assert.equal(places.length, count);
    assert.equal(new Set(lines.flatMap((line) => line.edges)).size, proper.length);
    places.forEach((a, at) => {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + CARD.width <= width + 1 && a.y + CARD.height <= height + 1);
      for (const b of places.slice(at + 1)) assert.ok(Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height);
    });
  }
});
