// Replays one recorded exchange: the client is given a `fetch` that answers as recorded, and asks nobody else.
//
// In: an exchange, and the client's class and table of endpoints. Out: {via: "function" | "raw" | "skipped", functions,
// refused?, reason?, problem?}; `refused` are the functions that do not take the recorded arguments. Never throws: what the
// client throws that it must not is the problem.

import { expectedCode, expectedWait, header, messageOf, objectIn } from "./expect.mjs";
import { inverter, segmentsOf } from "./invert.mjs";

const BASE = "http://127.0.0.1:1";
/** The client has these methods, and no other. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
/** Codes that speak of what the caller gave, not of an answer. */
const REFUSALS = new Set(["validation", "not_json", "truncated", "wrong_shape", "invalid_utf8", "too_deep", "unsupported_version", "decompress"]);
/** An answer that ends too early: of a state that is read, and of anything else. */
const CUT = new Set(["truncated", "network"]);
/** Query parameters that may be written in another way. */
const MOMENTS = new Set(["startTime", "endTime"]);
/** What is asked after the first page of the events of an update: there is nothing more. */
const NO_EVENTS = { status: 200, headers: [["Content-Type", "application/json"]], text: '{"events":[]}' };

/** `replay(exchange)` for one client. */
export function replayer({ PulumiCloud, StackscopeError, endpoints }) {
  const callsOf = inverter(endpoints);

  return async (exchange) => {
    if (!METHODS.has(exchange.method)) return { via: "skipped", reason: `the client does not send ${exchange.method}` };
    const functions = [];
    const refused = [];
    for (const call of callsOf(exchange)) {
      const attempt = await make(exchange, (cloud) => byFunction(cloud, call), call.function);
      if (isRefused(attempt)) {
        refused.push(call);
        continue;
      }
      const problem = judge(exchange, attempt, call);
      if (problem) return { via: "function", functions: [call], problem: `${call.function}: ${problem}` };
      functions.push(call);
    }
    if (functions.length > 0) return { via: "function", functions };
    const attempt = await make(exchange, (cloud) => byRequest(cloud, exchange));
    if (isRefused(attempt)) return { via: "skipped", reason: `the client refuses to send it: ${attempt.error.message}` };
    const problem = judge(exchange, attempt);
    return { via: "raw", functions, refused, ...(problem ? { problem } : {}) };
  };

  async function make(exchange, use, name) {
    const asked = [];
    const fetch = async (url, { method }) => {
      asked.push({ method, url: new URL(url) });
      const follows = name === "updates.eventLog" && asked.length > 1;
      return responseOf(follows ? NO_EVENTS : exchange.answer, exchange.method);
    };
    try {
      const value = await use(new PulumiCloud({ baseUrl: BASE, token: "recorded", retry: false, fetch }));
      return { asked, value };
    } catch (error) {
      return { asked, error };
    }
  }

  /** The client said no before anything was sent: a name, an option or a state is not what the function takes. */
  function isRefused({ asked, error }) {
    return asked.length === 0 && error instanceof StackscopeError && REFUSALS.has(error.code);
  }

  /** What is wrong with an attempt; undefined where all is right. */
  function judge(exchange, { asked, value, error }, call) {
    if (error !== undefined && !(error instanceof StackscopeError)) return `threw ${error?.name ?? typeof error}: ${error?.message ?? error}`;
    if (asked.length === 0) return `asked nothing${error ? `: ${error.code}: ${error.message}` : ""}`;
    return differentRequest(exchange, asked[0]) ?? (error ? wrongError(exchange, error) : wrongValue(exchange, value, call));
  }
}

async function byFunction(cloud, { function: name, args, list }) {
  const [group, method] = name.split(".");
  const result = cloud[group][method](...args);
  if (!list) return result;
  // One page: the same answer would come for every further one.
  for await (const page of result.pages()) return page;
  return undefined;
}

function byRequest(cloud, { method, path, query, body }) {
  const target = query === "" ? path : `${path}?${query}`;
  return cloud.request(method, target, body === undefined ? {} : { body });
}

/** An answer of the runtime's own kind where it can be one: `Response` takes no status below 200. */
function responseOf({ status, headers, text }, method) {
  const bare = method === "HEAD" || status === 204 || status === 304;
  if (status >= 200 && status <= 599) return new Response(bare ? null : text, { status, headers });
  return { status, headers: new Headers(headers), arrayBuffer: async () => new TextEncoder().encode(text).buffer };
}

function differentRequest(exchange, { method, url }) {
  if (method !== exchange.method) return `sent ${method}, recorded is ${exchange.method}`;
  const sent = url.pathname;
  const samePath = sent === exchange.path || JSON.stringify(segmentsOf(sent) ?? sent) === JSON.stringify(segmentsOf(exchange.path));
  if (!samePath) return `asked for ${sent}, recorded is ${exchange.path}`;
  for (const [name, value] of new URLSearchParams(exchange.query)) {
    const same = (sent) => sent === value || (MOMENTS.has(name) && Date.parse(sent) === Date.parse(value));
    if (!url.searchParams.getAll(name).some(same)) return `lost ${name} of the query`;
  }
  return undefined;
}

function wrongError({ method, answer }, error) {
  if (answer.cut && answer.status < 300) return CUT.has(error.code) ? undefined : `a cut answer became ${error.code}`;
  const expected = expectedCode(method, answer);
  if (expected === undefined) return `a success is an error: ${error.code}: ${error.message}${error.jsonPath ? ` (${error.jsonPath})` : ""}`;
  if (error.code !== expected) return `${answer.status} became ${error.code}, expected is ${expected}`;
  if (error.status !== answer.status) return `the error's status is ${error.status}, the answer's ${answer.status}`;
  if (error.method !== method || error.attempts !== 1) return `the error tells of ${error.attempts} × ${error.method}`;
  if (error.retryAfterMs !== expectedWait(answer)) return `the error's retryAfterMs is ${error.retryAfterMs}, not ${expectedWait(answer)}`;
  if (error.requestId !== header(answer, "x-pulumi-request-id")) return `the error's requestId is ${error.requestId}`;
  const said = messageOf(objectIn(answer.text));
  if (said === undefined || opening(said) === opening(error.serverMessage ?? "")) return undefined;
  return `the error does not repeat the server's words: ${error.serverMessage}`;
}

/** The beginning of a message, on one line: long ones are shortened. */
const opening = (text) => text.replace(/\s+/g, " ").trim().slice(0, 200).trimEnd();

function wrongValue({ method, query, answer }, value, call) {
  const expected = expectedCode(method, answer);
  if (call?.function === "stacks.projectExists" && expected === "not_found") return value === false ? undefined : `exists: ${value}`;
  if (expected !== undefined) return `${answer.status} is no error, expected is ${expected}`;
  if (answer.cut) return "a cut answer was taken for a whole one";
  if (call) return call.list ? wrongPage(answer, value, call.function === "stacks.list" ? asFiltered(query) : undefined) : undefined;
  const whole = method === "HEAD" || answer.status === 204 || answer.text.trim() === "" ? undefined : jsonOr(answer.text);
  return JSON.stringify(value) === JSON.stringify(whole) ? undefined : "the value is not the answer's";
}

/** Which rows a list of stacks was asked for: a server that ignores its filters gives others too, and the client drops them. */
function asFiltered(query) {
  const asked = new URLSearchParams(query);
  const fits = (name, value) => !asked.has(name) || value === undefined || value.toLowerCase() === asked.get(name).toLowerCase();
  const isTagged = ({ tags }) =>
    !asked.has("tagName") || tags == null || (asked.get("tagName") in tags && (!asked.has("tagValue") || tags[asked.get("tagName")] === asked.get("tagValue")));
  return (row) => fits("organization", row.orgName) && fits("project", row.projectName) && isTagged(row);
}

/** A page must hold as many items as the answer's list, where it is plain which list that is. */
function wrongPage({ text }, page, isWanted = () => true) {
  const body = JSON.parse(text);
  const lists = Array.isArray(body) ? [body] : Object.values(body).filter(Array.isArray);
  const count = page === undefined ? 0 : (page.length ?? page.items.length);
  if (lists.length !== 1) return undefined;
  const wanted = lists[0].filter(isWanted).length;
  return wanted === count ? undefined : `the page has ${count} items, the answer ${wanted}`;
}

function jsonOr(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
