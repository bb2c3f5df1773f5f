// Photographs each state of the page, light and dark, narrow to wide, into target/screenshots.
// `node scripts/screenshots.mjs diff error` takes only those.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(PROJECT, "target", "screenshots");
const STATES = join(FOLDER, "states");
const SCREENS = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
  { width: 1920, height: 1080 },
];

function makeStates() {
  const sample = (name, ...options) => {
    const folder = join(STATES, name);
    mkdirSync(folder, { recursive: true });
    execFileSync(process.execPath, [join(PROJECT, "scripts", "sample.mjs"), "--out", folder, ...options]);
    return [join(folder, "old.json"), join(folder, "new.json")];
  };
  return { shop: sample("shop"), large: sample("large", "--resources", "30000", "--changed", "20%") };
}

const give = (page, files) => page.setInputFiles("[data-input=old]", files);
const rows = (page) => page.locator("#views > :not([hidden]) .row-head").first().waitFor();
const head = (page, name) =>
  page.locator("#views > :not([hidden]) .row-head", { has: page.locator(".row-name", { hasText: name }) }).first();

// Rows out of view are not in the document.
async function unfold(page, name) {
  while ((await head(page, name).count()) === 0) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  await head(page, name).click();
  await page.waitForTimeout(200);
}

/** @param {{page: import("playwright-core").Page, states: {shop: string[], large: string[]}}} context */
async function compareShop({ page, states }) {
  await give(page, states.shop);
  await rows(page);
}

const toList = (page) =>
  page
    .locator("#resources")
    .scrollIntoViewIfNeeded()
    .then(() => page.evaluate(() => document.getElementById("resources").scrollIntoView()));

async function only(context, text) {
  const { page } = context;
  await compareShop(context);
  await page.getByRole("searchbox").fill(text);
  await page.locator(".status", { hasText: " of " }).waitFor();
  await toList(page);
  await page.locator("#views > :not([hidden]) .row-head").first().click();
  await page.locator(".row .property").first().waitFor();
}

const SCENES = {
  empty: async () => {},
  dragging: ({ page }) =>
    page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([""], "state.json"));
      for (const target of [document.body, document.querySelector(".drop-half")]) {
        target.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true }));
      }
    }),
  reading: async ({ page, states }) => {
    await give(page, states.large);
    await page.locator("progress[value]").first().waitFor();
  },
  error: async ({ page, states }) => {
    const cut = {
      name: "prod.json",
      mimeType: "application/json",
      buffer: readFileSync(states.shop[0]).subarray(0, 20_000),
    };
    const whole = { name: "new.json", mimeType: "application/json", buffer: readFileSync(states.shop[1]) };
    await give(page, [cut, whole]);
    await page.locator(".trouble").waitFor();
    await page.locator(".slot[data-status=ready]").waitFor();
  },
  alone: async ({ page, states }) => {
    await give(page, states.shop[1]);
    await rows(page);
  },
  files: async (context) => {
    await compareShop(context);
    await context.page.getByRole("link", { name: "Files" }).click();
  },
  diff: compareShop,
  unfolded: async (context) => {
    await compareShop(context);
    await toList(context.page);
    for (const name of ["storefront-prod", "front-door", "orders-password"]) await unfold(context.page, name);
    await context.page.locator(".row .property").first().waitFor();
  },
  lines: (context) => only(context, "bastion"),
  embedded: (context) => only(context, "checkout-access"),
  moved: (context) => only(context, "reporting"),
  filtered: async (context) => {
    const { page } = context;
    await compareShop(context);
    for (const name of ["Replace", "Delete"]) await page.locator("button.card", { hasText: name }).click();
    await page.locator(".status", { hasText: " of " }).waitFor();
  },
  grouped: async (context) => {
    await compareShop(context);
    await context.page.getByRole("button", { name: "Grouped" }).click();
    await context.page.locator(".group").first().waitFor();
    await toList(context.page);
  },
  options: async (context) => {
    await compareShop(context);
    await context.page.getByRole("button", { name: "Options" }).click();
  },
  export: async (context) => {
    await compareShop(context);
    await context.page.locator(".view-actions").getByRole("button", { name: "Export" }).click();
  },
  ignored: async (context) => {
    const { page } = context;
    await compareShop(context);
    await unfold(page, "main-public-1");
    const property = page.locator(".row .property", { hasText: "outputs.tags.CostCenter" });
    await property.hover();
    await property.getByRole("button").click();
    await page.locator(".choice").first().click();
    await page.locator(".chip").waitFor();
    await rows(page);
    await unfold(page, "main-public-1");
    await page.locator(".row .property").first().hover();
    await page.locator(".row .property").first().getByRole("button").click();
  },
  same: async ({ page, states }) => {
    await give(page, [states.shop[0], states.shop[0]]);
    await page.locator(".same:not([hidden])").waitFor();
  },
  contents: async (context) => {
    await compareShop(context);
    await context.page.getByRole("link", { name: "New" }).click();
    await rows(context.page);
  },
  record: async (context) => {
    const { page } = context;
    await compareShop(context);
    await page.getByRole("link", { name: "New" }).click();
    await page.getByRole("searchbox").fill("front-door");
    await page.locator(".status", { hasText: " of " }).waitFor();
    await unfold(page, "front-door");
    await page.locator(".record .section").first().waitFor();
    await page.locator("#views > :not([hidden]) .toolbar").evaluate((toolbar) => toolbar.scrollIntoView());
  },
  large: async ({ page, states }) => {
    await give(page, states.large);
    await rows(page);
    await page.evaluate(() => window.scrollTo(0, 40_000));
    await page.locator(".row-head").first().waitFor();
  },
};

async function photograph(browser, url, states, { scene, screen, dark }) {
  const context = await browser.newContext({ viewport: screen, colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  await page.goto(url);
  await SCENES[scene]({ page, states });
  await page.waitForTimeout(250);
  await page.screenshot({ path: join(FOLDER, `${scene}-${screen.width}-${dark ? "dark" : "light"}.png`) });
  await context.close();
}

const scenes = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SCENES);
const states = makeStates();
const server = await serve();
const browser = await launch();
try {
  for (const scene of scenes) {
    for (const screen of SCREENS) {
      for (const dark of [false, true]) await photograph(browser, server.url, states, { scene, screen, dark });
    }
    console.log(`${scene}: done`);
  }
  console.log(`screenshots are in ${FOLDER}`);
} finally {
  await browser.close();
  await server.close();
  rmSync(STATES, { recursive: true });
}
