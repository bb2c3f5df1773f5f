/**
 * Everything that can go wrong between a client and the service, as data. Which requests a fault meets follows from a count
 * of requests, never from chance, so that a test can say which of its requests fails.
 */

export interface Fault {
  /** What it is switched on by. */
  name: string;
  /** One sentence for people. */
  title: string;
  /** Which requests it meets, counted from 1 since it was switched on; all without either field. */
  when?: { first: number } | { every: number };
  effect: Effect;
}

export type Effect =
  /** The answer comes late. */
  | { kind: "delay"; milliseconds: number }
  /** Another answer than the right one; the request is not carried out. `date` writes Retry-After as an HTTP date. */
  | { kind: "answer"; status: number; type: string; body: string; retryAfterSeconds?: number; date?: true }
  /** The connection breaks before any byte of the answer. */
  | { kind: "reset" }
  /** Half of the body, then the end: the connection breaks, or the JSON just stops in a complete HTTP answer. */
  | { kind: "cut"; at: "length" | "chunk" | "json" }
  /** The right body under another Content-Type. */
  | { kind: "type"; type: string }
  /** A list whose next page is the page just read, for good or the first time only. */
  | { kind: "repeat"; times: "always" | "once" }
  /** A page without rows that points on: one before each page but the first, or one after the other for ever. */
  | { kind: "empty"; pages: "one" | "endless" }
  /** The body drips. */
  | { kind: "trickle"; bytes: number; milliseconds: number };

const JSON_TYPE = "application/json";
const HTML = "text/html; charset=utf-8";
const PAGE = "<!doctype html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1><p>The proxy got no answer.</p></body></html>\n";
const LIMITED = JSON.stringify({ code: 429, message: "Too Many Requests" });

export const FAULTS: readonly Fault[] = [
  { name: "latency", title: "every answer comes 50 ms late", effect: { kind: "delay", milliseconds: 50 } },
  {
    name: "rate-limit",
    title: "the first two requests get 429 with Retry-After in seconds",
    when: { first: 2 },
    effect: { kind: "answer", status: 429, type: JSON_TYPE, body: LIMITED, retryAfterSeconds: 1 },
  },
  {
    name: "rate-limit-date",
    title: "the first two requests get 429 with Retry-After as a date",
    when: { first: 2 },
    effect: { kind: "answer", status: 429, type: JSON_TYPE, body: LIMITED, retryAfterSeconds: 1, date: true },
  },
  {
    name: "rate-limit-every-third",
    title: "every third request gets 429 and may be repeated at once",
    when: { every: 3 },
    effect: { kind: "answer", status: 429, type: JSON_TYPE, body: LIMITED, retryAfterSeconds: 0 },
  },
  {
    name: "rate-limit-bare",
    title: "the first request gets 429 in another server's words, without Retry-After",
    when: { first: 1 },
    effect: { kind: "answer", status: 429, type: JSON_TYPE, body: JSON.stringify({ error: "Too many requests" }) },
  },
  {
    name: "server-error",
    title: "every second request gets 500 as JSON",
    when: { every: 2 },
    effect: { kind: "answer", status: 500, type: JSON_TYPE, body: JSON.stringify({ code: 500, message: "Internal Server Error" }) },
  },
  {
    name: "bad-gateway",
    title: "every second request gets 502 as an HTML page",
    when: { every: 2 },
    effect: { kind: "answer", status: 502, type: HTML, body: PAGE },
  },
  {
    name: "unavailable",
    title: "the first two requests get 503 as plain text, with Retry-After",
    when: { first: 2 },
    effect: { kind: "answer", status: 503, type: "text/plain; charset=utf-8", body: "Service Unavailable\n", retryAfterSeconds: 1 },
  },
  {
    name: "down",
    title: "every request gets 503",
    effect: { kind: "answer", status: 503, type: "text/plain; charset=utf-8", body: "Service Unavailable\n" },
  },
  { name: "reset", title: "every second connection breaks before the answer", when: { every: 2 }, effect: { kind: "reset" } },
  { name: "cut-length", title: "the body of every second answer ends before its Content-Length", when: { every: 2 }, effect: { kind: "cut", at: "length" } },
  { name: "cut-chunk", title: "the chunked body of every second answer ends in the middle", when: { every: 2 }, effect: { kind: "cut", at: "chunk" } },
  { name: "cut-json", title: "the JSON of every second answer just stops", when: { every: 2 }, effect: { kind: "cut", at: "json" } },
  { name: "json-as-html", title: "JSON under the Content-Type of HTML", effect: { kind: "type", type: HTML } },
  { name: "html-page", title: "every request gets an HTML page with status 200", effect: { kind: "answer", status: 200, type: HTML, body: PAGE } },
  { name: "repeated-token", title: "from the second page on, the next page is the same page", effect: { kind: "repeat", times: "always" } },
  { name: "repeated-token-once", title: "each page but the first points to itself the first time it is read", effect: { kind: "repeat", times: "once" } },
  { name: "empty-page", title: "an empty page comes before each page but the first", effect: { kind: "empty", pages: "one" } },
  { name: "endless-empty-pages", title: "after the first page, empty pages for ever, each with a new token", effect: { kind: "empty", pages: "endless" } },
  { name: "trickle", title: "the body comes 512 bytes at a time, 5 ms apart", effect: { kind: "trickle", bytes: 512, milliseconds: 5 } },
];
