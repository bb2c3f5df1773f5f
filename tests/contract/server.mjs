// One origin for the contract tests: the sample backend under /api, the built package as files, and what was asked.
//
// GET  /recorded   the API requests since the last call: {method, path, query, headers, body, status, answer}
// POST /fresh      forgets them, and puts a new sample in the place of the old one
//
// Everything else is a file of dist/, pkg/ or tests/contract/.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, normalize } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createBackend } from "../../dist/backend/index.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SERVED = ["/dist/", "/pkg/", "/tests/contract/"];
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
/** An update of the sample runs as long as any test does. */
const RUNNING_MS = 3_600_000;

/** Starts it on a free port; ends with the test. */
export async function startOrigin(t, options = {}) {
  let backend;
  let recorded;
  const fresh = () => {
    backend = createBackend({ runningMs: RUNNING_MS, ...options });
    recorded = [];
  };
  fresh();

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/recorded") return json(response, recorded.splice(0));
    if (pathname === "/fresh") return fresh(), json(response, { token: backend.token });
    if (!pathname.startsWith("/api/")) return file(response, pathname);
    const body = await bytesOf(request);
    const entry = record(request, body);
    recorded.push(entry);
    keepAnswer(response, entry);
    const { method, url, headers, rawHeaders, socket } = request;
    await backend.handler(Object.assign(Readable.from(body.length ? [body] : []), { method, url, headers, rawHeaders, socket }), response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, token: backend.token };
}

async function bytesOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function record(request, body) {
  const at = request.url.indexOf("?");
  const plain = request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
  return {
    method: request.method,
    path: at < 0 ? request.url : request.url.slice(0, at),
    query: at < 0 ? [] : [...new URLSearchParams(request.url.slice(at))],
    headers: request.headers,
    ...(body.length ? { body: JSON.parse(plain) } : {}),
  };
}

/** Writes status and body of the answer to `entry` as they go out. */
function keepAnswer(response, entry) {
  const chunks = [];
  const { write, end } = response;
  response.write = (chunk, ...rest) => {
    chunks.push(Buffer.from(chunk));
    return write.call(response, chunk, ...rest);
  };
  response.end = (chunk, ...rest) => {
    if (chunk !== undefined && typeof chunk !== "function") chunks.push(Buffer.from(chunk));
    entry.status = response.statusCode;
    const bytes = Buffer.concat(chunks);
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
    try {
      entry.answer = JSON.parse(text);
    } catch {
      entry.answer = text;
    }
    return end.call(response, chunk, ...rest);
  };
}

function json(response, value) {
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}

async function file(response, pathname) {
  const path = normalize(pathname);
  const bytes = SERVED.some((folder) => path.startsWith(folder)) ? await readFile(ROOT + path).catch(() => undefined) : undefined;
  response.writeHead(bytes ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/plain" });
  response.end(bytes);
}
