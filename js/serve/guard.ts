/**
 * Who may speak to /api: the page this server gave out, and programs on this machine. A page of another site can reach
 * loopback too, by itself or by a name that it lets point here, so Host, Origin and Sec-Fetch-Site must be ours.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { API_HEADERS } from "./headers.js";

const READS = new Set(["GET", "HEAD"]);

/** Why a request is refused, or undefined. `port` is the one this server listens on. */
export function refusal(request: IncomingMessage, port: number, allowWrites: boolean): string | undefined {
  const host = (request.headers.host ?? "").toLowerCase();
  if (!namesOf(port).includes(host)) return "the Host header does not name this server";
  const { origin } = request.headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`) return "requests from other origins are refused";
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return "requests from other sites are refused";
  if (!allowWrites && !READS.has(request.method ?? "")) return "stackscope serve refuses writes; start it with --allow-writes";
  return undefined;
}

function namesOf(port: number): string[] {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

/** Answers with an error in the service's own shape. What was refused unread may have a body that would pass for the next request. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...API_HEADERS, "content-type": "application/json", ...(status === 400 || status === 403 ? { connection: "close" } : {}) });
  response.end(JSON.stringify({ code: status, message }));
}
