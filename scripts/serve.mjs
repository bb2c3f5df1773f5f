// Serves the page on loopback: www/ at /, and the built package under /dist/ and /pkg/.
// Run it (`node scripts/serve.mjs --port 4173`), or import `serve` and ask for port 0.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

const HOST = "127.0.0.1";
const PORTS_TRIED = 50;
const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// www/index.html states the same policy for hosts that send no headers.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const HEADERS = {
  "cache-control": "no-cache",
  "content-security-policy": [...POLICY, "frame-ancestors 'none'"].join("; "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** What is served, longest prefix first. */
function mountsOf({ www = join(PROJECT, "www"), dist, pkg, samples }) {
  return [
    ["/samples/", samples ?? join(www, "samples")],
    ["/dist/", dist ?? join(PROJECT, "dist")],
    ["/pkg/", pkg ?? join(PROJECT, "pkg")],
    ["/", www],
  ];
}

/** The file a request path names, or undefined if it names none inside the folders served. */
function locate(mounts, target) {
  let path;
  try {
    path = decodeURIComponent(target.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith("/") || path.includes("\0") || path.includes("\\")) return undefined;
  const [prefix, folder] = mounts.find(([prefix]) => path.startsWith(prefix));
  const file = resolve(folder, path.slice(prefix.length) || "index.html");
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}

function refuse(response, status, text) {
  response.writeHead(status, { ...HEADERS, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

async function answer(mounts, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Method not allowed");
  const file = locate(mounts, request.url);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found?.isFile()) return refuse(response, 404, "Not found");
  response.writeHead(200, {
    ...HEADERS,
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "last-modified": found.mtime.toUTCString(),
  });
  if (request.method === "HEAD") return response.end();
  // The browser may leave in the middle of a file; that is no fault of ours.
  await pipeline(createReadStream(file), response).catch(() => response.destroy());
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}

async function listenFrom(server, first) {
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port >= Math.min(first + PORTS_TRIED, 65535)) throw error;
    }
  }
}

/**
 * Starts the server. Port 0 takes any free port; another port that is taken moves on to the next.
 * @param {{port?: number, www?: string, samples?: string, dist?: string, pkg?: string}} [options] folders default to the project's own
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({ port = 0, ...folders } = {}) {
  const mounts = mountsOf(folders);
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch(() => response.destroy());
  });
  const taken = await listenFrom(server, port);
  return {
    url: `http://${HOST}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portFrom(args, env) {
  const at = args.findIndex((arg) => arg === "--port" || arg.startsWith("--port="));
  const given = at < 0 ? env.PORT || "4173" : args[at].includes("=") ? args[at].slice(7) : args[at + 1];
  const port = Number(given);
  if (!given || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`--port wants a number from 0 to 65535, not ${given ?? "nothing"}`);
  }
  return port;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { url } = await serve({ port: portFrom(process.argv.slice(2), process.env) });
    console.log(`stackscope is at ${url}  (Ctrl-C stops it)`);
  } catch (error) {
    console.error(`serve: ${error.message}`);
    process.exitCode = error instanceof RangeError ? 2 : 1;
  }
}
