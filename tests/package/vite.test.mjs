// The installed package in a browser: built by Vite as a user would, opened in Chromium, on the page and in a worker.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import test, { after, before } from "node:test";
import { chromium } from "playwright-core";
import { createServer as createViteServer } from "vite";
import { bytes, everyKind } from "../js/states.mjs";
import { install, run, tool } from "./installed.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

const DIFF = `
import { Checkpoint, PulumiCloud, StackscopeError } from "stackscope";
export async function diff() {
  // Before anything has loaded the module.
  const cloud = new PulumiCloud({ fetch: async () => new Response('{"stacks":[{"orgName":"acme","projectName":"web","stackName":"prod"}]}') });
  const [stack] = await cloud.stacks.list().toArray();
  const load = async (name) => Checkpoint.load(await fetch("/" + name));
  const [older, newer] = await Promise.all([load("old.json"), load("new.json")]);
  const again = older.diff(newer).apply(older);
  const failed = await Checkpoint.load(new Blob(["nope"])).catch((error) => error instanceof StackscopeError && error.code);
  return { ...older.diff(newer).summary, applied: again.diff(newer).differs, failed, stack: stack.stackName };
}`;
const APP = {
  "index.html": '<!doctype html><title>app</title><script type="module" src="main.js"></script>',
  "diff.js": DIFF,
  "worker.js": 'import { diff } from "./diff.js";\ndiff().then((result) => postMessage(result), (error) => postMessage(String(error)));',
  "main.js": `import { diff } from "./diff.js";
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const fromWorker = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
window.result = (async () => ({ page: await diff(), worker: await fromWorker }))();`,
  "vite.config.js": 'export default { base: "./", worker: { format: "es" } };',
};
const EXPECTED = { create: 1, delete: 1, update: 1, replace: 1, move: 0, same: 3, applied: false, failed: "not_json", stack: "prod" };

let installed, browser;
before(async () => {
  installed = await install();
  const { folder } = installed;
  for (const [name, text] of Object.entries(APP)) writeFileSync(join(folder, name), text);
  const { older, newer } = everyKind();
  mkdirSync(join(folder, "public"));
  writeFileSync(join(folder, "public/old.json"), bytes(older));
  writeFileSync(join(folder, "public/new.json"), bytes(newer));
  browser = await chromium.launch({ executablePath: process.env.CHROME || "/usr/bin/chromium", args: FLAGS });
});
after(async () => {
  await browser?.close();
  installed?.remove();
});

/** Opens the app at `address`; gives what it computed, what went wrong, and the modules it fetched. */
async function open(address) {
  const page = await browser.newPage();
  const problems = [];
  const modules = new Set();
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(request.url()));
  page.on("request", (request) => request.url().includes(".wasm") && modules.add(request.url()));
  await page.goto(address);
  const result = await page.evaluate(() => window.result);
  await page.close();
  return { result, problems, modules: modules.size };
}

test("a Vite build works in Chromium, on the page and in a worker", async () => {
  const built = run(process.execPath, [tool("vite/bin/vite.js"), "build", "--logLevel", "warn"], installed.folder);
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    try {
      const body = readFileSync(join(installed.folder, "dist", path === "/" ? "index.html" : path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    assert.deepEqual(await open(`http://127.0.0.1:${server.address().port}/`), { result: { page: EXPECTED, worker: EXPECTED }, problems: [], modules: 1 });
  } finally {
    server.close();
  }
});

test("so does Vite's development server", async () => {
  const vite = await createViteServer({ root: installed.folder, logLevel: "warn", server: { host: "127.0.0.1", port: 0 } });
  await vite.listen();
  try {
    const { result, problems } = await open(`http://127.0.0.1:${vite.httpServer.address().port}/`);
    assert.deepEqual({ result, problems }, { result: { page: EXPECTED, worker: EXPECTED }, problems: [] });
  } finally {
    await vite.close();
  }
});
