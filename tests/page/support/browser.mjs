// Opens the page in a real Chromium, and watches it: a test that ends with a console error, a violation of the policy or a
// request to elsewhere fails.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../../scripts/chromium.mjs";
import { serve } from "../../../scripts/serve.mjs";

const SAMPLE = fileURLToPath(new URL("../../../scripts/sample.mjs", import.meta.url));
const PATIENCE_MS = 15_000;

// One browser serves all tests of a file, each in a context of its own: starting one takes longer than most tests.
let started;
after(async () => (await started)?.close());

/** The page as it was built, or where the environment says. */
export const WWW = process.env.STACKSCOPE_WWW ?? fileURLToPath(new URL("../../../dist/www", import.meta.url));

/** Where a pair of sample states is written for the length of a test or a suite. */
export function samples(t, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-page-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [SAMPLE, "--out", folder, ...options], { stdio: "pipe" });
  return folder;
}

/**
 * The page, freshly opened; what it needs is closed when the test ends, and what it did wrong fails the test.
 * @param {import("node:test").TestContext} t
 * @param {{width?: number, height?: number, dark?: boolean, samples?: string, hash?: string, serving?: object, expected?: RegExp[]}} [options]
 *   hash: the address within the page · serving: options of the server besides · expected: what may be wrong, where a test makes it so
 */
export async function openPage(t, { samples, hash = "", serving = {}, ...options } = {}) {
  const server = await serve({ port: 0, samples, www: process.env.STACKSCOPE_WWW, ...serving });
  return openAt(t, server.url, { ...options, hash, close: () => server.close() });
}

/** The same, of a page that someone else serves; `close` ends that. */
export async function openAt(t, url, { width = 1280, height = 900, dark = false, hash = "", expected = [], close = () => {} } = {}) {
  const browser = await (started ??= launch());
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrong = watch(page, new URL(url).origin);
  t.after(async () => {
    await context.close();
    await close();
    assert.deepEqual(
      wrong.filter((line) => !expected.some((pattern) => pattern.test(line))),
      [],
    );
  });
  await page.goto(url + hash);
  // The shell is there first, the elements come in a task of their own.
  await page.waitForFunction(() => customElements.get("stackscope-diff"));
  return page;
}

function watch(page, origin) {
  const wrong = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) wrong.push(`request to ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} for ${response.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return wrong;
}

/** Fails where the page is wider than its window. */
export async function fits(page, what) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `${what}: ${content} > ${window}`);
}

/** What has the focus, through shadow roots: its text or its name. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") || element?.textContent?.trim().replace(/\s+/g, " ") || element?.getAttribute("name") || element?.tagName;
  });
}

/** Tabs on until something whose words match has the focus. */
export async function tabTo(page, words, most = 60) {
  const seen = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (words.test(now ?? "")) return;
    seen.push(now?.slice(0, 40));
  }
  assert.fail(`Tab did not reach ${words}: ${seen.join(" | ")}`);
}

/** Elements in the document, those in shadow roots too; `within`: only those inside of one element. */
export function elements(page, within = "html") {
  return page.locator(within).evaluate((element) => {
    const count = (root) => [...root.querySelectorAll("*")].reduce((sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0), 0);
    return count(element) + (element.shadowRoot ? count(element.shadowRoot) : 0);
  });
}
