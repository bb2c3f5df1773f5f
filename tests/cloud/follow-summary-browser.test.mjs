// The same in a real Chromium: an update is followed to its end, through empty pages and connections that drop.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, normalize } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { EventLog } from "stackscope";
import { createBackend } from "../../dist/backend/index.js";
import { DROPPED, EMPTY, told } from "./follow-summary-run.mjs";
import { launch } from "../../scripts/chromium.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SERVED = ["/dist/", "/pkg/", "/tests/cloud/"];
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const NAME = { organization: "acme", project: "web", stack: "dev" };

/** One origin: an empty page, the built package, and the sample under /api. Its clock moves with each request to it. */
async function origin(t, faults) {
  let now = Date.now();
  const { handler, world, token } = createBackend({ now: () => now, runningMs: 4_000, faults });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://origin");
    if (pathname.startsWith("/api/")) return void ((now += 100), handler(request, response));
    const path = normalize(pathname);
    const bytes = path === "/" ? '<!doctype html><link rel="icon" href="data:,">' : SERVED.some((folder) => path.startsWith(folder)) ? await readFile(ROOT + path).catch(() => undefined) : undefined;
    response.writeHead(bytes ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/html" });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  const { updateID } = world.updates.list(NAME).find(({ info }) => info.result === "in-progress");
  return { world, asked: { baseUrl: `http://127.0.0.1:${server.address().port}`, token, stack: "acme/web/dev", updateID } };
}

/** Calls a function of follow-summary-run.mjs in a page. */
const inPage = (page, name, asked) =>
  page.evaluate(async ([name, asked]) => {
    const [stackscope, run] = await Promise.all([import("/dist/browser.js"), import("/tests/cloud/follow-summary-run.mjs")]);
    return run[name](stackscope, asked);
  }, [name, asked]);

test("in Chromium", async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));

  /** Calls it on a fresh origin; with its result comes the log of the finished update. */
  const call = async (t, name, faults) => {
    const { world, asked } = await origin(t, faults);
    await page.goto(asked.baseUrl);
    const result = await inPage(page, name, asked);
    const { events, running } = world.updates.events(NAME, asked.updateID);
    assert.deepEqual([running, wrong], [false, []]);
    const log = new EventLog();
    log.push(events);
    log.end();
    return { ...result, log };
  };

  for (const faults of [[], DROPPED, EMPTY]) {
    await t.test(told(faults), async (t) => {
      const { moments, paged, whole, text, retries, log } = await call(t, "followed", faults);
      assert.deepEqual(paged, log.summary());
      assert.deepEqual(whole, log.summary());
      assert.equal(text, log.toText({ style: "progress" }));
      assert.ok(moments.filter(({ result }) => result === "running").length > 2, JSON.stringify(moments));
      assert.deepEqual([paged.result, moments.at(-1).result], ["succeeded", "succeeded"]);
      assert.equal(retries > 0, faults.length > 0);
    });
  }

  await t.test("eventLog with `follow`", async (t) => {
    const { early, late, log } = await call(t, "collected", DROPPED);
    assert.ok(early.events > 0 && early.events <= late.events);
    assert.deepEqual(late, log.summary());
  });
});
