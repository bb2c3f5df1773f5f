// What the page may do: the policy it states, the page for files alone, and the page on hosts that know nothing of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openAt, openPage, WWW } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { pair } from "./support/states.mjs";
import { site, staticHost } from "./support/static.mjs";

const PAGE = fileURLToPath(new URL("../../scripts/page.mjs", import.meta.url));
const policyIn = (folder) => /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];
const directives = (policy) => Object.fromEntries(policy.split("; ").map((line) => [line.split(" ", 1)[0], line.split(" ").slice(1).join(" ")]));

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "stackscope-files-"));
  execFileSync(process.execPath, [PAGE, "--files-only", "--out", folder], { stdio: "pipe" });
});
after(() => rmSync(folder, { recursive: true }));

test("the policy lets nothing in from elsewhere, and no script but the page's own", () => {
  assert.deepEqual(directives(policyIn(WWW)), {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self' https: http://localhost:* http://127.0.0.1:*",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
  assert.equal(directives(policyIn(folder))["connect-src"], "'self'");
});

test("a violation would be seen: the browser keeps the policy", async (t) => {
  const page = await openPage(t, { expected: [/Content Security Policy/] });
  const hacked = await page.evaluate(async (directives) => {
    const missing = new Set(directives);
    const all = new Promise((resolve) => document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => missing.delete(effectiveDirective) && missing.size === 0 && resolve()));
    document.body.insertAdjacentHTML("beforeend", "<b style='color:red' onclick='1'></b><style>b{}</style>");
    const script = document.createElement("script");
    script.textContent = "window.hacked = 1";
    document.body.append(script);
    await fetch("http://pulumi.example/").catch(() => {});
    await all;
    return window.hacked;
  }, ["style-src-attr", "style-src-elem", "script-src-elem", "connect-src"]);
  assert.equal(hacked, undefined);
});

test("the page for files alone works in a folder of any static host, offline, and offers no server", async (t) => {
  const host = await staticHost(folder, "/x/y/");
  const page = await openAt(t, host.url, { close: host.close, expected: [/Content Security Policy/] });
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.getByText(/connect|server/i).count(), 0);
  const refused = await page.evaluate(async () => {
    const heard = new Promise((resolve) => document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }));
    await fetch("https://api.pulumi.com/api/user").catch(() => {});
    return heard;
  }).catch(() => "none");
  assert.equal(refused, "connect-src");
});

test("files are read with the network gone", async (t) => {
  const host = await staticHost(folder, "/x/y/");
  const page = await openAt(t, host.url, { close: host.close });
  await page.getByRole("button", { name: /^Compare two states/ }).click();
  await page.locator("stackscope-diff .result").waitFor();
  await page.context().setOffline(true);
  await page.getByText("This machine is offline. Files can be opened all the same.").waitFor();
  const states = pair();
  await drop(page, "main", [{ name: "a.json", text: states.old }, { name: "b.json", text: states.new }]);
  await page.locator("stackscope-diff .status", { hasText: "7 changed resources" }).waitFor();
  await page.context().setOffline(false);
  await page.getByText("This machine is offline.").waitFor({ state: "detached" });
});

for (const address of ["#/connect", "#/stacks/acme", "#/stack/acme/web/prod"]) {
  test(`the page for files alone says so at ${address}`, async (t) => {
    const host = await staticHost(folder);
    const page = await openAt(t, host.url, { close: host.close, hash: address });
    await page.getByText("This page talks to no server").waitFor();
    await page.getByRole("link", { name: "Open files" }).click();
    await page.getByRole("heading", { name: "What is in your stacks, and what changed?" }).waitFor();
  });
}

test("the whole page, on a static host, asks nobody until someone connects", async (t) => {
  const host = await staticHost(await site(), "/deep/er/");
  const page = await openAt(t, host.url, { close: host.close });
  await page.getByRole("button", { name: /^Read an update/ }).click();
  await page.locator("stackscope-update").getByText("succeeded").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "Stacks", exact: true }).count(), 0);
});
