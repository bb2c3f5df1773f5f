/** One request as a route sees it: path parameters and query decoded, body read on demand. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { parseJson, readBody } from "./body.js";
import { badRequest } from "./failure.js";

export interface Target {
  /** The path as sent, without the query. */
  path: string;
  /** Its segments, percent-decoded one by one. */
  segments: string[];
  query: URLSearchParams;
}

export interface Call extends Target {
  method: string;
  headers: IncomingHttpHeaders;
  /** Bytes of body allowed, before and after unpacking. */
  limit: number;
  /** Rows of a page where the request does not say; undefined leaves it to the route. */
  pageSize: number | undefined;
  request: IncomingMessage;
}

/** Takes a request target apart; fails with 400 where a segment is no valid percent-encoding. */
export function parseTarget(url: string): Target {
  const at = url.indexOf("?");
  const path = at < 0 ? url : url.slice(0, at);
  const query = new URLSearchParams(at < 0 ? "" : url.slice(at + 1).replace(/#.*$/, ""));
  try {
    return { path, segments: path.split("/").slice(1).map(decodeURIComponent), query };
  } catch {
    throw badRequest("the path is not validly percent-encoded");
  }
}

export const bytesOf = (call: Call): Promise<Buffer> => readBody(call.request, call.limit);

/** The request's address as the client sees it, for the URIs that lists give out. A Host that is none counts as this machine. */
export function uriOf(call: Call): URL {
  const origin = `http://${call.headers.host ?? ""}`;
  const uri = new URL(URL.canParse(origin) ? origin : "http://localhost");
  uri.pathname = call.path;
  uri.search = call.query.toString();
  return uri;
}

export const jsonOf = async (call: Call): Promise<unknown> => parseJson(await bytesOf(call));

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
