// The server gives out what it should, as it should, and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { WWW } from "./support/browser.mjs";

async function server(t, options) {
  const running = await serve({ www: process.env.STACKSCOPE_WWW, ...options });
  t.after(() => running.close());
  return running;
}

/** A request with its path as given: `fetch` would tidy it first. */
function raw(port, path, method = "GET") {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method }, (response) => {
      response.resume();
      response.on("end", () => resolve(response));
    })
      .on("error", reject)
      .end();
  });
}

test("files have their types and the policy", async (t) => {
  const { port } = await server(t);
  const types = {
    "/": "text/html",
    "/main.js": "text/javascript",
    "/worker.js": "text/javascript",
    "/css/shell.css": "text/css",
    "/icon.svg": "image/svg+xml",
    "/fonts/inter-latin.woff2": "font/woff2",
    "/samples/old.json": "application/json",
    "/stackscope_bg.wasm": "application/wasm",
  };
  for (const [path, type] of Object.entries(types)) {
    const { statusCode, headers } = await raw(port, path);
    assert.equal(statusCode, 200, path);
    assert.ok(headers["content-type"].startsWith(type), path);
    assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.equal(headers["x-content-type-options"], "nosniff");
  }
});

test("the page states the same policy itself", async (t) => {
  const { port } = await server(t);
  const { headers } = await raw(port, "/");
  const page = readFileSync(join(WWW, "index.html"), "utf8");
  const [, own] = /Content-Security-Policy" content="([^"]+)"/.exec(page);
  assert.equal(headers["content-security-policy"], `${own}; frame-ancestors 'none'`);
});

test("nothing outside the folders is given out", async (t) => {
  const { port } = await server(t);
  const paths = [
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/css/../../package.json",
    "/samples/..%2f..%2fpackage.json",
    "/..\\package.json",
    "/css/%00",
    "/%",
    "/package.json",
    "/css",
    "/samples/",
  ];
  for (const path of paths) assert.equal((await raw(port, path)).statusCode, 404, path);
  assert.equal((await raw(port, "/", "POST")).statusCode, 405);
  assert.equal((await raw(port, "/", "HEAD")).statusCode, 200);
});

test("a port that is taken gives way to the next", async (t) => {
  const first = await server(t);
  const second = await server(t, { port: first.port });
  assert.ok(second.port > first.port);
  assert.equal((await raw(second.port, "/")).statusCode, 200);
});
