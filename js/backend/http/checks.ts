/** What every request must show before a route sees it: an Accept header the service speaks, and a token it knows. */
import type { IncomingHttpHeaders } from "node:http";
import { Failure } from "./failure.js";

const OLDEST_VERSION = 8;

/** 415 unless the client takes JSON: `application/json`, or `application/vnd.pulumi+N` with N from 8 on. */
export function checkAccept(headers: IncomingHttpHeaders): void {
  const types = (headers.accept ?? "").split(",").map((type) => type.split(";", 1)[0]!.trim().toLowerCase());
  if (types.some(speaks)) return;
  throw Failure.of(415, `Unsupported Media Type: the Accept header must name application/vnd.pulumi+${OLDEST_VERSION} (or newer) or application/json`);
}

function speaks(type: string): boolean {
  const version = /^application\/vnd\.pulumi\+(\d{1,4})$/.exec(type);
  return type === "application/json" || (version !== null && Number(version[1]) >= OLDEST_VERSION);
}

/** Which tokens are good. Lease tokens never are: they belong to the routes of a running update. */
export type TokenRule = { accept: "any" } | { accept: "these"; isGood: (token: string) => boolean } | { accept: "none needed" };

export type Credentials = "none" | "malformed" | "unknown" | "good";

/** What a request brings. `schemes` are the words that may stand before the token. */
export function credentialsOf(headers: IncomingHttpHeaders, rule: TokenRule, schemes: readonly string[]): Credentials {
  if (rule.accept === "none needed") return "good";
  const sent = (headers.authorization ?? "").trim();
  if (sent === "") return "none";
  const [scheme = "", token = "", ...rest] = sent.split(/\s+/);
  if (!schemes.includes(scheme) || token === "" || rest.length > 0) return "malformed";
  return rule.accept === "any" || rule.isGood(token) ? "good" : "unknown";
}

/** 401 without a good token. */
export function checkToken(headers: IncomingHttpHeaders, rule: TokenRule): void {
  if (credentialsOf(headers, rule, ["token"]) !== "good") throw Failure.of(401, "Unauthorized: No credentials provided or are invalid.");
}
