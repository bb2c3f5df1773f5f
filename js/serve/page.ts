/**
 * The page's files, as they were built. A request goes in, a file goes out; a path that names no file inside those folders is a 404. The page itself is
 * told which backend stands behind /api, so that it need not try.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { PAGE_HEADERS } from "./headers.js";
import { MODULE, PAGE } from "./static.js";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Folders other than the project's own. */
export interface Folders {
  www?: string | undefined;
  samples?: string | undefined;
}

/** What stands behind /api. */
export type BackendKind = "sample" | "proxy";

type Mount = readonly [prefix: string, folder: string];

/** What is served, longest prefix first. */
function mountsOf({ www = PAGE, samples }: Folders): Mount[] {
  return [
    ["/samples/", samples ?? join(www, "samples")],
    ["/stackscope_bg.wasm", MODULE],
    ["/", www],
  ];
}

/** The file a request path names, or undefined if it names none inside the folders served. */
function locate(mounts: readonly Mount[], target: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return undefined;
  }
  if (!path.startsWith("/") || path.includes("\0") || path.includes("\\")) return undefined;
  const mount = mounts.find(([prefix]) => path.startsWith(prefix));
  if (!mount) return undefined;
  const [prefix, folder] = mount;
  if (prefix === path && path !== "/") return folder;
  const file = resolve(folder, path.slice(prefix.length) || "index.html");
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** The marker that the pages carry for this. */
const NO_BACKEND = '<meta name="stackscope-backend" content="none">';

export function pageHandler(folders: Folders = {}, backend?: BackendKind): Handler {
  const mounts = mountsOf(folders);
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Method not allowed");
    const file = locate(mounts, request.url ?? "/");
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) return refuse(response, 404, "Not found");
    if (backend !== undefined && file.endsWith(".html")) {
      const html = (await readFile(file, "utf8")).replace(NO_BACKEND, NO_BACKEND.replace("none", backend));
      response.writeHead(200, { ...PAGE_HEADERS, "content-type": TYPES[".html"] ?? "", "content-length": Buffer.byteLength(html) });
      return void response.end(request.method === "HEAD" ? undefined : html);
    }
    response.writeHead(200, {
      ...PAGE_HEADERS,
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "last-modified": found.mtime.toUTCString(),
    });
    if (request.method === "HEAD") return void response.end();
    // The browser may leave in the middle of a file; that is no fault of ours.
    await pipeline(createReadStream(file), response).catch(() => response.destroy());
  };
}
