/**
 * Passes /api on to a backend with this server's own token. Requests and answers are streamed; what the browser sends as
 * credentials is dropped, and the token is masked wherever the backend repeats it. Fails towards the browser with 400 for a path
 * that leaves /api and for a read with a body, with 502 where the backend cannot be reached, redirects elsewhere or breaks the
 * protocol, and with 504 where it says nothing for long.
 */
import { request as httpRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline, type Transform } from "node:stream";
import { constants, createGunzip, createGzip } from "node:zlib";
import { refuse } from "./guard.js";
import { API_HEADERS } from "./headers.js";
import { maskStream, maskText } from "./mask.js";
import type { Handler } from "./page.js";
import { addressOf, type Upstream } from "./upstream.js";

const SENT_ON = ["accept", "user-agent", "x-pulumi-source"];
/** A read sends none of them: announced and not sent, a body would be taken from the next request on the same connection. */
const OF_A_BODY = ["content-type", "content-encoding", "content-length", "transfer-encoding"];
const HANDED_BACK = /^(content-(type|length|encoding|disposition)|retry-after|etag|last-modified|vary|x-pulumi-.+|(x-)?ratelimit-.+)$/;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;
const SILENCE_MS = 120_000;

export function proxyHandler(upstream: Upstream): Handler {
  return (request, response) => {
    const path = request.url ?? "/";
    if (leavesApi(path)) return refuse(response, 400, "Bad Request: the path has segments that lead elsewhere");
    if (isRead(request) && hasBody(request)) return refuse(response, 400, "Bad Request: GET and HEAD take no body");
    pass(upstream, request, response, addressOf(upstream, path), MOST_REDIRECTS);
  };
}

/** Dot segments would be resolved, by us or by the backend, to something outside /api. */
function leavesApi(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? "";
  return path.includes("\\") || path.split("/").some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}

function pass(upstream: Upstream, request: IncomingMessage, response: ServerResponse, address: URL, redirects: number): void {
  const send = address.protocol === "https:" ? httpsRequest : httpRequest;
  const outgoing = send(address, { method: request.method, headers: headersFor(upstream, request), timeout: SILENCE_MS });
  const give = (): void => void outgoing.destroy();
  // The browser left: nobody waits for the answer.
  response.once("close", give);
  outgoing.once("timeout", () => {
    refuse(response, 504, "Gateway Timeout: the backend did not answer in time");
    outgoing.destroy();
  });
  outgoing.once("error", (error: NodeJS.ErrnoException) => {
    if (response.destroyed || response.writableEnded) return;
    // A pooled connection may have been closed in the meantime; that says nothing about the backend.
    if (outgoing.reusedSocket && error.code === "ECONNRESET" && isRead(request) && !response.headersSent) {
      response.off("close", give);
      return pass(upstream, request, response, address, redirects);
    }
    refuse(response, 502, `Bad Gateway: ${reasonOf(error)}`);
  });
  const switched = (): void => {
    outgoing.destroy();
    refuse(response, 502, "Bad Gateway: the backend changes to another protocol");
  };
  outgoing.once("upgrade", switched);
  outgoing.once("response", (answer) => {
    // An upgrade that does not name the protocol comes as an answer.
    if (answer.statusCode === 101) return switched();
    const target = redirects > 0 && isRead(request) ? redirectOf(answer, address) : undefined;
    if (REDIRECTS.has(answer.statusCode ?? 0)) {
      answer.resume();
      if (target === undefined) return refuse(response, 502, "Bad Gateway: the backend redirects elsewhere; the redirect was not followed");
      response.off("close", give);
      return pass(upstream, request, response, target, redirects - 1);
    }
    handBack(upstream, request, answer, response);
  });
  sendBody(request, outgoing);
}

function sendBody(request: IncomingMessage, outgoing: ClientRequest): void {
  if (!hasBody(request)) return void outgoing.end();
  pipeline(request, outgoing, (error) => {
    if (error) outgoing.destroy();
  });
}

/** Whether one is announced; an empty one counts only where its length is not known. */
const hasBody = ({ headers }: IncomingMessage): boolean => headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0;

const isRead = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

function headersFor({ token }: Upstream, request: IncomingMessage): OutgoingHttpHeaders {
  const sent = request.headers;
  const headers: OutgoingHttpHeaders = {};
  for (const name of isRead(request) ? SENT_ON : [...SENT_ON, ...OF_A_BODY]) if (sent[name] !== undefined) headers[name] = sent[name];
  // Other codings could not be looked through for the token.
  headers["accept-encoding"] = /\bgzip\b/i.test(String(sent["accept-encoding"] ?? "")) ? "gzip" : "identity";
  if (token !== undefined) headers["authorization"] = `token ${token}`;
  return headers;
}

/** Where a redirect leads, if it stays with the backend. */
function redirectOf(answer: IncomingMessage, from: URL): URL | undefined {
  const { location } = answer.headers;
  if (location === undefined || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return target.origin === from.origin ? target : undefined;
}

function handBack({ token }: Upstream, request: IncomingMessage, answer: IncomingMessage, response: ServerResponse): void {
  const coding = (answer.headers["content-encoding"] ?? "identity").toLowerCase();
  const packed = coding === "gzip" || coding === "x-gzip";
  const bare = request.method === "HEAD" || answer.statusCode === 204 || answer.statusCode === 304;
  if (token !== undefined && !packed && coding !== "identity" && !bare) {
    answer.resume();
    return refuse(response, 502, "Bad Gateway: the backend's answer has an encoding that was not asked for");
  }
  response.writeHead(answer.statusCode ?? 502, headersBack(answer, token, packed));
  if (bare) {
    answer.resume();
    return void response.end();
  }
  const stages: Transform[] = token === undefined ? [] : packed ? [createGunzip(), maskStream(token), createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })] : [maskStream(token)];
  // A body that breaks off must break off here too, or it would pass for whole.
  pipeline([answer, ...stages, response], (error) => {
    if (error) response.destroy();
  });
}

function headersBack(answer: IncomingMessage, token: string | undefined, packed: boolean): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...API_HEADERS };
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || !HANDED_BACK.test(name)) continue;
    headers[name] = Array.isArray(value) ? value.map((each) => maskText(each, token)) : maskText(value, token);
  }
  // Packed again, the body has another length.
  if (packed && token !== undefined) delete headers["content-length"];
  return headers;
}

/** What went wrong, in words of our own: a message of the network's may repeat the request. */
function reasonOf({ code }: NodeJS.ErrnoException): string {
  switch (code) {
    case "ECONNREFUSED":
      return "the backend refuses connections; is it running?";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the backend's host name is not known";
    case "ECONNRESET":
    case "EPIPE":
      return "the backend broke the connection";
    default:
      return /^[A-Z_0-9]{1,40}$/.test(code ?? "") ? `the backend cannot be reached (${code})` : "the backend cannot be reached";
  }
}
