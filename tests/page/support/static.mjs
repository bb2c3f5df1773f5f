// A static host as others have it: it knows files, and nothing of this project.

import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";
import { writePage } from "../../../dist/serve/static.js";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".woff2": "font/woff2", ".json": "application/json" };

const written = [];
after(() => written.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The page as `stackscope page` writes it, in a folder of its own. */
export async function site() {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-site-"));
  written.push(folder);
  await writePage(folder);
  return folder;
}

/** Serves `folder` under `path`, such as `/x/y/`. */
export async function staticHost(folder, path = "/") {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = join(folder, normalize(asked.slice(path.length) || "index.html"));
    const known = asked.startsWith(path) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!known) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}${path}`, close };
}
