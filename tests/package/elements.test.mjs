// The examples of the elements, each against the package as it is packed: plain HTML without a bundler, React and Vue built by Vite.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import test, { after, before } from "node:test";
import { launch } from "../../scripts/chromium.mjs";
import { pair, state, BUCKET } from "../page/support/states.mjs";
import { install, PROJECT, run, tool } from "./installed.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
// What the frameworks' examples need besides; the project has them already.
const LENT = ["react", "react-dom", "scheduler", "@types/react", "@types/react-dom", "csstype", "vue", "@vue", "@vitejs", "vite", "rolldown", "@rolldown"];

let installed, browser;
before(async () => {
  installed = await install();
  for (const name of LENT) {
    const to = join(installed.folder, "node_modules", name);
    mkdirSync(join(to, ".."), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", name), to);
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  installed?.remove();
});

/** The files of an example, beside the installed package; the states lie in `where`. */
function copied(name, where = "") {
  const folder = join(installed.folder, name);
  cpSync(join(PROJECT, "examples/elements", name), folder, { recursive: true });
  symlinkSync(join(installed.folder, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, where), { recursive: true });
  const states = pair();
  writeFileSync(join(folder, where, "old.json"), states.old);
  writeFileSync(join(folder, where, "new.json"), states.new);
  return folder;
}

function built(name) {
  const folder = copied(name, "public");
  const { status, stdout, stderr } = run(process.execPath, [tool("vite/bin/vite.js"), "build", "--logLevel", "warn"], folder);
  assert.equal(status, 0, stdout + stderr);
  return join(folder, "dist");
}

/** Serves a folder and opens it; what goes wrong on the page fails the test. */
async function open(t, folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const file = pathname === "/" ? "/index.html" : pathname;
      const body = readFileSync(join(folder, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("response", (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`));
  t.after(async () => {
    await context.close();
    server.close();
    assert.deepEqual(wrong, []);
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return page;
}

/** Shows the difference of the two addresses, tells what was chosen, and takes files as properties. */
async function worksAsShown(page) {
  const diff = page.locator("stackscope-diff");
  await diff.getByText("reader", { exact: true }).waitFor();
  await diff.getByRole("searchbox").first().fill("logs");
  await page.locator("#chosen", { hasText: "q=logs" }).waitFor();
  await diff.getByText("reader", { exact: true }).waitFor({ state: "hidden" });
  const file = (name) => ({ name: "state.json", mimeType: "application/json", buffer: Buffer.from(state([{ type: BUCKET, name, inputs: {} }])) });
  await page.locator("#old").setInputFiles(file("logs-before"));
  await page.locator("#new").setInputFiles(file("logs-after"));
  await diff.getByText("logs-after", { exact: true }).waitFor();
}

test("plain HTML, without a bundler", async (t) => {
  const page = await open(t, copied("html"));
  await page.locator("stackscope-resources").getByText("fresh", { exact: true }).first().waitFor();
  await worksAsShown(page);
});

for (const name of ["react", "vue"]) {
  test(`${name}, built by Vite`, async (t) => {
    const page = await open(t, built(name));
    await worksAsShown(page);
    await page.getByRole("button", { name: "Forget what was chosen" }).click();
    await page.locator("#chosen", { hasText: "Nothing chosen yet" }).waitFor();
  });
}

test("TypeScript accepts the React example", () => {
  const folder = join(installed.folder, "react");
  const { status, stdout, stderr } = run(process.execPath, [tool("typescript/bin/tsc"), "-p", "tsconfig.json"], folder);
  assert.equal(status, 0, stdout + stderr);
});

test("the archive holds the elements, their declarations and the page, once", () => {
  const { files } = installed;
  for (const path of ["dist/elements/index.js", "dist/elements/worker.js", "dist/elements/public.d.ts", "dist/www/index.html", "dist/www/worker.js"]) {
    assert.ok(files.includes(path), path);
  }
  assert.deepEqual(files.filter((path) => path.startsWith("www/") || path.startsWith("js/")), []);
});
