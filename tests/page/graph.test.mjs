// The graph of a state: choosing, walking, what it says of odd states, what is saved of it, and how it stands up to size.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage, samples } from "./support/browser.mjs";
import { bundled } from "./support/bundled.mjs";
import { BUCKET, COMPONENT, FUNCTION, ROLE, secret, state, urn } from "./support/states.mjs";

const HOSTILE = '<img src=x onerror="alert(1)">';
const GRAPH = "#/stack/acme/web/prod/graph";

/** Shows a state in a graph of its own, in place of the view. */
async function show(page, text, query = {}) {
  await page.waitForFunction(() => customElements.get("stackscope-graph"));
  await page.evaluate(
    ([text, query]) => {
      const graph = document.createElement("stackscope-graph");
      const heading = Object.assign(document.createElement("h1"), { textContent: "A graph" });
      Object.assign(graph, { state: new Blob([text]), query });
      graph.addEventListener("stackscope-query", (event) => event.stopPropagation());
      graph.addEventListener("stackscope-navigate", (event) => {
        event.stopPropagation();
        globalThis.navigated = event.detail.target;
      });
      const main = document.querySelector("main");
      for (const child of main.children) child.hidden = true;
      main.append(heading, graph);
    },
    [text, query],
  );
  await page.locator(".node.centre").waitFor();
}

const names = (page) => page.locator(".node .name").allTextContents();
const centre = (page, name) => page.locator(".node.centre .name", { hasText: new RegExp(`^${name}$`) }).waitFor();
const node = (page, name) => page.getByRole("button", { name: new RegExp(`^${name}, `) });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A component with a bucket and a role; a function that takes values of both, and a policy that hangs on the function. */
function shop(more = []) {
  const parent = urn(COMPONENT, "web");
  return state([
    { type: COMPONENT, name: "web", custom: false },
    { type: BUCKET, name: "logs", parent, inputs: { key: secret("CIPHERTEXT") }, protect: true },
    { type: ROLE, name: "reader", parent },
    { type: FUNCTION, name: "thumbs", parent, dependencies: [urn(BUCKET, "logs"), urn(ROLE, "reader")], propertyDependencies: { bucket: [urn(BUCKET, "logs")], role: [urn(ROLE, "reader")] } },
    { type: "aws:iam/policy:Policy", name: "all", parent, dependencies: [urn(FUNCTION, "thumbs")] },
    ...more,
  ]);
}

test("opens at the stack; a resource is found, chosen, and named by the address", async (t) => {
  const page = await openPage(t, { hash: GRAPH });
  await centre(page, "web-prod");
  await page.getByText(/resources within 1 hop/).waitFor();
  const field = page.getByRole("combobox", { name: "Find a resource to look at" });
  await field.click();
  await page.getByRole("option", { name: /^web-prod/ }).waitFor();
  await field.fill("carts");
  await page.getByRole("option", { name: /^carts/ }).first().waitFor();
  await field.press("Enter");
  await centre(page, "carts");
  assert.match(decodeURIComponent(page.url()), /urn=urn:pulumi:prod::web::aws:dynamodb\/table:Table::carts/);
  assert.equal(await field.inputValue(), "");
  await page.goBack();
  await centre(page, "web-prod");
  await page.goForward();
  await centre(page, "carts");
});

test("restores what an address says: resource, hops, direction and relations", async (t) => {
  const carts = encodeURIComponent("urn:pulumi:prod::web::aws:dynamodb/table:Table::carts");
  const page = await openPage(t, { hash: `${GRAPH}?urn=${carts}&hops=1&direction=dependencies&kinds=parent` });
  await centre(page, "carts");
  assert.deepEqual(await names(page), ["carts", "web-prod"]);
  assert.equal(await page.getByRole("combobox", { name: "Hops" }).inputValue(), "1");
  await page.getByRole("button", { name: "Referred to by" }).click();
  await page.getByText("Nothing is related to this resource by the chosen relations").waitFor();
  await page.getByRole("button", { name: "Relations: 1 of 4" }).click();
  await page.getByRole("checkbox", { name: /^Property dependency/ }).check();
  await node(page, "checkout").first().waitFor();
  assert.match(page.url(), /kinds=property%2Cparent/);
});

test("is walked by keys alone: arrows follow relations, Enter moves the middle, Escape closes the card", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop(), { urn: urn(FUNCTION, "thumbs") });
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Tab");
  const focused = (name) => page.locator(`.node:focus-within .name`, { hasText: new RegExp(`^${name}$`) }).waitFor();
  await focused("thumbs");
  await page.keyboard.press("ArrowLeft");
  await focused("all");
  await page.keyboard.press("ArrowRight");
  await focused("thumbs");
  await page.keyboard.press("ArrowRight");
  const first = await page.locator(".node:focus-within .name").textContent();
  assert.ok(["logs", "reader"].includes(first));
  await page.keyboard.press(first === "logs" ? "ArrowDown" : "ArrowUp");
  const second = await page.locator(".node:focus-within .name").textContent();
  assert.notEqual(second, first);
  await page.keyboard.press("Home");
  await focused("thumbs");
  await page.keyboard.press("ArrowLeft");
  await focused("all");
  await page.keyboard.press("Enter");
  await centre(page, "all");
  await focused("all");
  const card = page.getByRole("region", { name: "Resource", exact: true });
  await card.getByRole("heading", { name: "all" }).waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await focused("all");
  const scale = () => page.evaluate(() => Number(/scale\((.*)\)/.exec(document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform)[1]));
  const before = await scale();
  await page.keyboard.press("-");
  assert.ok((await scale()) < before);
  await page.keyboard.press("+");
  assert.ok(Math.abs((await scale()) - before) < 0.01);
});

test("the card tells the relations of a node and leads to the resource", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await show(page, shop(), { urn: urn(FUNCTION, "thumbs") });
  await node(page, "logs").click();
  const card = page.getByRole("region", { name: "Resource", exact: true });
  await card.getByText("protected").waitFor();
  await card.getByText("aws:s3/bucket:Bucket", { exact: true }).waitFor();
  assert.match(await card.getByRole("listitem").filter({ hasText: "thumbs" }).textContent(), /bucket/);
  await card.getByRole("button", { name: "Open the resource" }).click();
  assert.deepEqual(await page.evaluate(() => globalThis.navigated), { kind: "resource", urn: urn(BUCKET, "logs"), view: "resources" });
  await card.getByRole("button", { name: "Put in the middle" }).click();
  await centre(page, "logs");
});

test("a wheel scrolls the page and zooms with Ctrl only; dragging moves the picture", async (t) => {
  const page = await openPage(t, { hash: "#/", height: 500 });
  await show(page, shop());
  const transform = () => page.locator(".scene").evaluate((scene) => scene.style.transform);
  const box = await page.locator(".picture").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 30);
  const before = await transform();
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await transform(), before);
  await page.locator(".hint-zoom.seen").waitFor();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await page.waitForFunction((before) => document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform !== before, before);
  const zoomed = await transform();
  const now = await page.locator(".picture").boundingBox();
  await page.mouse.move(now.x + 40, now.y + now.height - 120);
  await page.mouse.down();
  await page.mouse.move(now.x + 120, now.y + now.height - 160, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await transform(), zoomed);
  assert.equal(await page.getByRole("region", { name: "Resource", exact: true }).count(), 0);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await transform(), before);
});

test("two fingers zoom, one is left to the page", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  await show(page, shop());
  const transform = () => page.locator(".scene").evaluate((scene) => scene.style.transform);
  const before = await transform();
  const { x, y, width, height } = await page.locator(".picture").boundingBox();
  const touch = (type, ...spread) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: spread.map((at, id) => ({ x: x + width / 2 + at, y: y + height / 2, id })) });
  await touch("touchStart", 40);
  await touch("touchMove", 90);
  await touch("touchEnd");
  assert.equal(await transform(), before);
  await touch("touchStart", -40, 40);
  await touch("touchMove", -60, 60);
  await touch("touchMove", -100, 100);
  await touch("touchEnd");
  await page.waitForFunction((before) => document.querySelector("stackscope-graph").renderRoot.querySelector("stackscope-graph-canvas").renderRoot.querySelector(".scene").style.transform !== before, before);
});

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

test("an address that names no resource of the state says so", async (t) => {
  const page = await openPage(t, { hash: `${GRAPH}?urn=urn:nothing` });
  await page.getByRole("heading", { name: "This state has no such resource" }).waitFor();
  await page.getByRole("button", { name: "Start at the stack" }).click();
  await centre(page, "web-prod");
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

test("fails in its place, and goes on when the server is back", async (t) => {
  const page = await openPage(t, { hash: "#/stacks/acme", expected: [/500 for/, /console: Failed to load/] });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.route("**/export*", (route) => route.fulfill({ status: 500, json: { code: 500, message: "broken" } }));
  await page.evaluate((hash) => (location.hash = hash), GRAPH);
  await page.locator("stackscope-graph").getByText("The server failed").waitFor();
  await page.unroute("**/export*");
  await page.locator("stackscope-graph").getByRole("button", { name: "Try again" }).click();
  await centre(page, "web-prod");
});

test("an empty state has no graph", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await page.waitForFunction(() => customElements.get("stackscope-graph"));
  await page.evaluate(() => {
    const graph = Object.assign(document.createElement("stackscope-graph"), { state: new Blob(['{"version":3,"deployment":{"manifest":{"time":"2026-01-01T00:00:00Z","magic":"","version":""}}}']) });
    document.querySelector("main").append(graph);
  });
  await page.getByRole("heading", { name: "No resources" }).waitFor();
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

test("a state of 30,000 resources: the middle moves at once, and the document stays small", async (t) => {
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
  assert.ok(Date.now() - begun < 3000, `${Date.now() - begun} ms`);
  const elements = await page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll("*")].reduce((sum, element) => sum + 1 + (element.shadowRoot ? all(element.shadowRoot) : 0), 0);
    return all(document.querySelector("stackscope-graph").shadowRoot);
  });
  assert.ok(elements < 2000, `${elements} elements`);
});

for (const dark of [false, true]) {
  test(`meets WCAG 2.2 AA, ${dark ? "dark" : "light"}`, async (t) => {
    const page = await openPage(t, { hash: GRAPH, dark });
    await centre(page, "web-prod");
    await audit(page);
    await page.getByText("As a table").click();
    await node(page, "carts").click();
    await page.getByRole("region", { name: "Resource", exact: true }).waitFor();
    await audit(page);
    await page.getByRole("button", { name: /^Relations/ }).click();
    await audit(page);
    await page.getByRole("combobox", { name: /Find/ }).fill("check");
    await page.getByRole("option", { name: /^checkout/ }).first().waitFor();
    await audit(page);
  });
}

for (const width of [360, 1920]) {
  test(`fits ${width} px`, async (t) => {
    const page = await openPage(t, { hash: GRAPH, width });
    await centre(page, "web-prod");
    assert.equal(await overflow(page), 0);
    await page.locator(".node.centre").click();
    await page.getByRole("region", { name: "Resource", exact: true }).waitFor();
    await page.getByText("As a table").click();
    await page.getByRole("table").waitFor();
    assert.equal(await overflow(page), 0);
  });
}

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

test("no two cards overlap, whatever hangs on what; a dense graph is laid out in bounded time", async () => {
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
    assert.ok(performance.now() - begun < 3000, `${count} nodes, ${tied} edges: ${performance.now() - begun} ms`);
    assert.equal(places.length, count);
    assert.equal(new Set(lines.flatMap((line) => line.edges)).size, proper.length);
    places.forEach((a, at) => {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + CARD.width <= width + 1 && a.y + CARD.height <= height + 1);
      for (const b of places.slice(at + 1)) assert.ok(Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height);
    });
  }
});
