/**
 * The service's two ways of handing out a list in parts: opaque continuation tokens, and numbered pages. A malformed token
 * and a page out of bounds are a 400.
 */
import type { Call } from "./call.js";
import { badRequest } from "./failure.js";
import { integer, text } from "./query.js";

export interface TokenPage<T> {
  rows: T[];
  /** Absent on the last page. */
  continuationToken?: string;
}

/** `name` ties a token to its list: the token of another list is malformed here. */
export function byToken<T>(call: Call, all: readonly T[], size: number, name: string, parameter = "continuationToken"): TokenPage<T> {
  const start = offsetOf(text(call, parameter), name);
  const end = start + (call.pageSize ?? size);
  return { rows: all.slice(start, end), ...(end < all.length ? { continuationToken: tokenOf(name, end) } : {}) };
}

export const tokenOf = (name: string, offset: number): string => Buffer.from(`${name}:${offset}`).toString("base64url");

/** The offset that a token stands for; 0 without one. */
export function offsetOf(token: string | undefined, name: string): number {
  if (token === undefined || token === "") return 0;
  const match = /^(.+):(\d{1,12})$/.exec(Buffer.from(token, "base64url").toString());
  if (match?.[1] !== name || tokenOf(name, Number(match[2])) !== token) throw badRequest("invalid continuation token");
  return Number(match[2]);
}

export interface NumberedPage<T> {
  rows: T[];
  itemsPerPage: number;
  total: number;
}

export const DEFAULT_PAGE_SIZE = 10;

/**
 * Pages count from 1; page 0 or none gives everything, whatever the page size. `strict` is the rule of previews: there a
 * page size without a page is an error.
 */
export function byNumber<T>(call: Call, all: readonly T[], { strict = false, max = Infinity } = {}): NumberedPage<T> {
  const page = integer(call, "page", { min: 0 }) ?? 0;
  const given = integer(call, "pageSize", { min: 0, max });
  if (page === 0) {
    if (strict && given !== undefined && given > 0) throw badRequest("Invalid 'pageSize' value. Must be unset or 0 when 'page' is 0.");
    return { rows: [...all], itemsPerPage: DEFAULT_PAGE_SIZE, total: all.length };
  }
  if (given === 0) throw badRequest("Invalid 'pageSize' value. Must be >= 1 when 'page' > 0.");
  return slice(all, page, given ?? call.pageSize ?? DEFAULT_PAGE_SIZE);
}

/** The rule of deployments and drift runs: there is always a page, the first by default. */
export function byPage<T>(call: Call, all: readonly T[], max = 100): NumberedPage<T> {
  return slice(all, integer(call, "page", { min: 1 }) ?? 1, integer(call, "pageSize", { min: 1, max }) ?? call.pageSize ?? DEFAULT_PAGE_SIZE);
}

function slice<T>(all: readonly T[], page: number, size: number): NumberedPage<T> {
  const start = (page - 1) * size;
  return { rows: all.slice(start, start + size), itemsPerPage: size, total: all.length };
}
