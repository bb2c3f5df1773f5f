/** Takes the figures, each in a page opened anew. Times are in milliseconds, taken by the page's own clock. */
import { fileURLToPath } from "node:url";

const PROBE = fileURLToPath(new URL("probe.js", import.meta.url));
const PATIENCE_MS = 240_000;

async function visit(browser, url, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    await context.addInitScript({ path: PROBE });
    const page = await context.newPage();
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** From the beginning of the navigation until the button that chooses files is painted, and the longest task on the way and a little after. */
export function start(browser, url) {
  return visit(browser, url, (page) =>
    page.evaluate(async () => ({ usable: await probe.when(() => probe.all(".zone button").length > 0), longest: await probe.longest() })),
  );
}

/** From the choice of two files to their first rows. */
async function opened(page, input, pair) {
  await page.locator(input).first().waitFor({ state: "attached" });
  const from = await page.evaluate(() => probe.longest().then(() => performance.now()));
  await page.locator(input).first().setInputFiles(pair);
  const rows = await page.evaluate(async () => (await probe.when(() => probe.all(".row-slot").length > 0)) - probe.changedAt);
  return { rows, longest: await page.evaluate((from) => probe.longest(from), from) };
}

export function plain(browser, url, pair) {
  return visit(browser, url, (page) => opened(page, "input", pair));
}

/** The same, and then a search and a leap through the rows. */
export function page(browser, url, pair) {
  return visit(browser, url, async (page) => {
    const first = await opened(page, "[data-input=any]", pair);
    return { ...first, search: await search(page), scroll: await scroll(page) };
  });
}

function search(page) {
  return page.evaluate(async () => {
    const words = () => probe.all(".status").map(({ textContent }) => textContent).join();
    const field = probe.all("input[type=search]").at(0);
    const before = words();
    const from = performance.now();
    field.value = "bucket";
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    const answered = (await probe.when(() => words() !== before)) - from;
    const longest = await probe.longest(from);
    const found = words();
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    await probe.when(() => words() !== found);
    return { answered, longest };
  });
}

/** Leaps through the list; its longest answer. */
function scroll(page) {
  return page.evaluate(async () => {
    const inView = () => probe.all(".row-slot").some((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && row.textContent.trim() !== "";
    });
    const leaps = [];
    const begun = performance.now();
    for (const part of [0.5, 1, 0.6, 0.8]) {
      const from = performance.now();
      scrollTo({ top: part * (document.documentElement.scrollHeight - innerHeight), behavior: "instant" });
      leaps.push((await probe.when(inView)) - from);
    }
    return { answered: Math.max(...leaps), longest: await probe.longest(begun) };
  });
}
