// A state of 30,000 resources (85 MB): what a person does is answered, and the document stays small. How long it took, and how long the page's thread was
// kept busy, is printed and not asserted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { elements, openPage, samples } from "./support/browser.mjs";

const MOST_ELEMENTS = 2500;

// What is done, and when that is seen: names and arguments of what `prepare` defines in the page.
const all = [["query", {}], ["all"]];
const folded = [["click", ".folds button", 1], ["shorter", 1000]];
const unfolded = [["click", ".folds button", 0], ["taller", 800_000]];
const STEPS = [
  { what: "search", deed: [["query", { q: "bucket" }], ["some"]] },
  { what: "filter", before: [all], deed: [["query", { type: "aws:route53/record:Record" }], ["some"]] },
  { what: "sort", before: [all], deed: [["query", { view: "table", sort: "name" }], ["first", "access-logs"]] },
  { what: "tree", deed: all },
  { what: "unfold all", before: [folded], deed: unfolded },
  { what: "fold", deed: [["click", ".twist", 0], ["shorter", 1000]] },
  { what: "unfold", deed: [["click", ".twist", 0], ["taller", 800_000]] },
  ...[0.3, 0.6, 0.95].map((part) => ({ what: `scroll to ${part}`, deed: [["scroll", part], ["covered"]] })),
];

test("30,000 resources: search, filter, sort, fold and scroll", async (t) => {
  const page = await openPage(t, { samples: samples(t, "--resources", "30000") });
  await page.evaluate(prepare);
  await page.locator("stackscope-resources .row-slot .row-name").nth(5).waitFor({ timeout: 60_000 });
  assert.match(await page.locator("stackscope-resources .status").innerText(), /^30,\d{3} resources$/);
  const timed = ([deed, seen]) => page.evaluate(([deed, seen]) => globalThis.timed(deed, seen), [deed, seen]);

  for (const { what, before = [], deed } of STEPS) {
    await t.test(what, async (t) => {
      for (const step of before) await timed(step);
      const { took, blocked } = await timed(deed);
      t.diagnostic(`answered after ${took} ms, longest task ${blocked} ms`);
      assert.ok((await elements(page)) < MOST_ELEMENTS);
    });
  }
});

/** What the page is asked by, in the page. */
function prepare() {
  document.querySelector("stackscope-app main").hidden = true;
  const element = document.createElement("stackscope-resources");
  element.state = "samples/old.json";
  document.body.append(element);
  const root = element.shadowRoot;
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  const status = () => root.querySelector(".status")?.textContent.trim() ?? "";
  const rows = () => [...root.querySelectorAll(".row-slot")].filter((row) => row.querySelector(".row-name"));
  const height = () => root.querySelector(".rows")?.clientHeight ?? 0;
  const deeds = {
    query: (query) => (element.query = query),
    click: (selector, at) => root.querySelectorAll(selector)[at].click(),
    scroll: (part) => window.scrollTo(0, document.documentElement.scrollHeight * part),
  };
  const seen = {
    all: () => /^30,\d{3} resources$/.test(status()) && root.querySelector("[role=tree]") && rows().length > 5,
    some: () => status().includes(" of ") && rows().length > 5,
    first: (name) => rows()[0]?.querySelector(".row-name").textContent === name,
    taller: (pixels) => height() > pixels && rows().length > 5,
    shorter: (pixels) => height() < pixels,
    covered: () => rows().some((row) => row.getBoundingClientRect().top < 450 && row.getBoundingClientRect().bottom > 400),
  };
  globalThis.timed = async ([deed, ...using], [sight, ...of]) => {
    const start = performance.now();
    deeds[deed](...using);
    while (!seen[sight](...of)) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (performance.now() - start > 10_000) throw new Error(`not seen: ${sight} ${of}, but "${status()}", ${height()} px, ${rows()[0]?.textContent}`);
    }
    const took = Math.round(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 60));
    return { took, blocked: Math.max(0, ...tasks.filter((task) => task.startTime >= start).map((task) => Math.round(task.duration))) };
  };
}
