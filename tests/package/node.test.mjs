// The installed package in Node: what is in it, import, npx, types.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { everyKind } from "../js/states.mjs";
import { PROJECT, install, run, tool } from "./installed.mjs";

let installed;
before(async () => {
  installed = await install();
  const { older, newer } = everyKind();
  writeFileSync(join(installed.folder, "old.json"), JSON.stringify(older));
  writeFileSync(join(installed.folder, "new.json"), JSON.stringify(newer));
});
after(() => installed?.remove());

test("the archive holds what is needed, and nothing of the workshop", () => {
  const { files, size } = installed;
  for (const path of ["package.json", "LICENSE", "README.md", "dist/node.js", "dist/browser.js", "dist/cli.js", "dist/serve/index.js", "dist/backend/index.js", "dist/www/index.html", "dist/www/samples/old.json", "pkg/stackscope.js", "pkg/stackscope.d.ts", "pkg/stackscope_bg.wasm"]) {
    assert.ok(files.includes(path), `${path} in ${files}`);
  }
  assert.deepEqual(files.filter((path) => /^(src|tests|scripts|target|benches|js)\/|\.stamp$/.test(path)), []);
  assert.deepEqual(files.filter((path) => path.endsWith(".wasm")), ["pkg/stackscope_bg.wasm"], "one module for every entry");
  assert.ok(size < 3e6, `${size} bytes`);
});

test("import in Node", () => {
  writeFileSync(join(installed.folder, "use.mjs"), `
    import { createReadStream } from "node:fs";
    import { Checkpoint, StackscopeError } from "stackscope";
    const older = await Checkpoint.load(createReadStream("old.json"));
    const newer = await Checkpoint.load(createReadStream("new.json"));
    const failed = await Checkpoint.load(new Uint8Array()).catch((error) => error instanceof StackscopeError && error.code);
    console.log(JSON.stringify({ ...older.diff(newer).summary, failed }));
  `);
  const { status, stdout, stderr } = run(process.execPath, ["use.mjs"], installed.folder);
  assert.equal(status, 0, stderr);
  assert.equal(stderr, "");
  assert.deepEqual(JSON.parse(stdout), { create: 1, delete: 1, update: 1, replace: 1, move: 0, same: 3, failed: "not_json" });
});

test("npx stackscope", () => {
  const diff = run("npx", ["--no-install", "stackscope", "diff", "old.json", "new.json", "--format", "json", "--exit-code"], installed.folder);
  assert.equal(diff.status, 1, diff.stderr);
  assert.equal(JSON.parse(diff.stdout).summary.replace, 1);
  assert.equal(run("npx", ["--no-install", "stackscope", "check", "old.json"], installed.folder).status, 0);
  assert.equal(run("npx", ["--no-install", "stackscope", "check", "absent.json"], installed.folder).status, 3);
});

test("the client, against the sample backend of the installed package", () => {
  writeFileSync(join(installed.folder, "client.mjs"), `
    import { EventLog, PulumiCloud } from "stackscope";
    import { startBackend } from "./node_modules/stackscope/dist/backend/index.js";
    const backend = await startBackend();
    const cloud = new PulumiCloud({ baseUrl: backend.url, token: backend.token });
    const stacks = await cloud.stacks.list({ organization: "acme", project: "web" }).toArray();
    const [newest] = await cloud.updates.list("acme/web/prod").toArray({ limit: 1 });
    const log = await cloud.updates.eventLog("acme/web/prod", newest.updateID);
    const [older, newer] = await Promise.all([1, 2].map((version) => cloud.stacks.exportState("acme/web/prod", { version })));
    const failed = await cloud.stacks.get("acme/web/absent").catch((error) => error.code);
    console.log(JSON.stringify({ stacks: stacks.map(({ stackName }) => stackName).sort(), isLog: log instanceof EventLog && log.length > 0, differs: older.diff(newer).differs, failed }));
    await backend.close();
  `);
  const { status, stdout, stderr } = run(process.execPath, ["client.mjs"], installed.folder);
  assert.equal(status, 0, stderr);
  const { stacks, ...rest } = JSON.parse(stdout);
  assert.deepEqual(rest, { isLog: true, differs: true, failed: "not_found" });
  for (const name of ["dev", "prod", "staging"]) assert.ok(stacks.includes(name), name);
});

test("npx stackscope in the project's own folder", () => {
  const { status, stdout, stderr } = run("npx", ["--no-install", "stackscope", "--version"], PROJECT);
  assert.equal(status, 0, stderr);
  assert.equal(stdout, `${JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")).version}\n`);
});

test("both entries type-check for a caller without Node's types", () => {
  writeFileSync(join(installed.folder, "use.ts"), `
    import { Checkpoint, init } from "stackscope";
    import type { Change } from "stackscope";
    export async function rows(a: Blob, b: Blob): Promise<Change[]> {
      await init();
      return (await Checkpoint.load(a)).diff(await Checkpoint.load(b)).changes().rows;
    }
  `);
  for (const [module, moduleResolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    const args = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--lib", "es2022,esnext.disposable,dom,dom.iterable", "--types", "", "--module", module, "--moduleResolution", moduleResolution, "use.ts"];
    const { status, stdout } = run(process.execPath, [tool("typescript/bin/tsc"), ...args], installed.folder);
    assert.equal(status, 0, `${moduleResolution}:\n${stdout}`);
  }
});
