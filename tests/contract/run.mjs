// Calls the client as a case says, and compares what the server received and what came back. Runs in Node, a page and a worker.
//
// A case: {
//   function   name in the table of endpoints, such as "stacks.get"
//   but?       what is special about it, where a function has several cases
//   before?    (world) -> facts, set up by plain requests
//   args       (facts) -> the arguments
//   sends      (facts) -> {method, path, query?, body?, gzip?}: the first request; query as [name, value] pairs in any order
//   then?      (facts) -> the same for the further requests, where there are any
//   list?      name of the items in each answer, "" where the answer is the list; the function gives a list then
//   gives?     "answer" (default): the server's JSON; "nothing"; "text"; or (value, {answer, answers, facts, ok}) -> void
//   fails?     the error's code instead
// }

import { worldAt } from "./world.mjs";

const ACCEPT = "application/vnd.pulumi+8";

/** Runs the cases one after the other, each on a fresh sample. Out: {name, error?} of each. */
export async function runCases(cases, { base, token, PulumiCloud, options = {} }) {
  const world = worldAt(base, token);
  const results = [];
  for (const entry of cases) {
    const name = nameOf(entry);
    try {
      await world.fresh();
      await runCase(entry, world, new PulumiCloud({ token, baseUrl: base, retry: false, ...options }), token);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: String(error?.stack ?? error) });
    }
  }
  return results;
}

export const nameOf = (entry) => (entry.but ? `${entry.function}: ${entry.but}` : entry.function);

async function runCase(entry, world, cloud, token) {
  const facts = await entry.before?.(world);
  await world.recorded();
  const [group, method] = entry.function.split(".");
  const { value, error } = await outcome(cloud, group, method, entry, facts);
  const [first, ...rest] = await world.recorded();
  if (first === undefined) throw error ?? new Error("nothing was sent");
  const where = `answered ${first.status} ${JSON.stringify(first.answer)?.slice(0, 300)}`;
  try {
    compare(first, entry.sends(facts), token);
    entry.then?.(facts).forEach((expected, index) => compare(rest[index] ?? fail("no further request was sent"), expected, token));
    if (entry.fails) {
      if (error === undefined) fail(`no error, ${entry.fails} expected`);
      equal(error.code, entry.fails, "the error's code");
    } else {
      if (error !== undefined) throw error;
      checkValue(entry, value, [first, ...rest], facts);
    }
  } catch (problem) {
    problem.message += `\n${first.method} ${first.path} ${where}`;
    problem.stack = `${problem.message}\n${String(problem.stack).split("\n").filter((line) => line.startsWith("    at")).slice(0, 4).join("\n")}`;
    throw problem;
  }
}

async function outcome(cloud, group, method, entry, facts) {
  try {
    const result = cloud[group][method](...(entry.args?.(facts) ?? []));
    return { value: await (entry.list === undefined ? result : result.toArray({ limit: 2000 })) };
  } catch (error) {
    return { error };
  }
}

function compare(received, expected, token) {
  equal(received.method, expected.method, "method");
  equal(received.path, expected.path, "path");
  equal(sorted(received.query), sorted(expected.query ?? []), "query");
  if ("body" in expected) equal(received.body, expected.body, "body");
  else if (received.body !== undefined) fail(`a body was sent: ${JSON.stringify(received.body).slice(0, 200)}`);
  const { headers } = received;
  equal(headers.accept, expected.accept ?? ACCEPT, "Accept");
  equal(headers.authorization, `token ${token}`, "Authorization");
  // Required on every call but the exports of audit logs, says the documentation.
  const isExport = /\/auditlogs\/(v2\/)?export$/.test(received.path);
  equal(headers["content-type"], isExport ? undefined : "application/json", "Content-Type");
  equal(headers["content-encoding"], expected.gzip ? "gzip" : undefined, "Content-Encoding");
}

const sorted = (query) => query.map(([name, value]) => [name, String(value)]).sort((a, b) => (a[0] === b[0] ? 0 : a[0] < b[0] ? -1 : 1));

function checkValue(entry, value, requests, facts) {
  const answers = requests.map((request) => request.answer);
  const { gives = "answer" } = entry;
  if (typeof gives === "function") return gives(value, { answer: answers[0], answers, facts, ok, equal });
  if (gives === "nothing") return equal(value, undefined, "value");
  if (gives === "text") return equal(value, answers[0], "text");
  if (entry.list === undefined) return equal(value, answers[0], "value");
  const items = answers.flatMap((answer) => (entry.list === "" ? answer : answer[entry.list]));
  ok(items.length > 0, "the sample has no item of this list");
  equal(value, items, "items");
}

function ok(condition, what) {
  if (!condition) fail(what);
}

function fail(what) {
  throw new Error(what);
}

/** Equal as JSON, where null and absent mean the same. */
function equal(actual, expected, what) {
  const at = difference(actual, expected, "");
  if (at !== undefined) fail(`${what}${at}`);
}

function difference(actual, expected, path) {
  const isObject = (value) => typeof value === "object" && value !== null;
  if (!isObject(actual) || !isObject(expected)) {
    return Object.is(actual ?? undefined, expected ?? undefined) ? undefined : `${path} is ${shown(actual)}, not ${shown(expected)}`;
  }
  if (Array.isArray(actual) !== Array.isArray(expected)) return `${path} is ${shown(actual)}, not ${shown(expected)}`;
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const found = difference(actual[key], expected[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const shown = (value) => JSON.stringify(value)?.slice(0, 200) ?? "undefined";
