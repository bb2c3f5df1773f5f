// `stackscope page`: the page as a folder.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const page = (...args) => spawnSync(process.execPath, [CLI, "page", ...args], { encoding: "utf8" });

function folder(t) {
  const made = mkdtempSync(join(tmpdir(), "stackscope-site-"));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const policy = (site, name) => /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(site, name), "utf8"))[1];

test("everything that the page needs is in the folder", (t) => {
  const site = join(folder(t), "site");
  const { status, stdout } = page(site);
  assert.equal(status, 0);
  assert.equal(stdout, "");
  const files = readdirSync(site);
  for (const name of ["index.html", "elements.html", "main.js", "worker.js", "stackscope_bg.wasm", "samples"]) assert.ok(files.includes(name), name);
  assert.match(policy(site, "index.html"), /connect-src 'self' https: http:\/\/localhost:\* /);
});

test("--files-only forbids all servers but the page's own", (t) => {
  const site = folder(t);
  assert.equal(page(site, "--files-only").status, 0);
  for (const name of ["index.html", "elements.html"]) assert.match(policy(site, name), /connect-src 'self';/);
  assert.match(readFileSync(join(site, "index.html"), "utf8"), /"stackscope-build" content="files"/);
});

test("a folder that holds something is left as it is", (t) => {
  const site = folder(t);
  writeFileSync(join(site, "mine.txt"), "mine");
  const { status, stderr } = page(site);
  assert.equal(status, 2);
  assert.match(stderr, /is not empty/);
  assert.deepEqual(readdirSync(site), ["mine.txt"]);
});
