// The table of endpoints: what must be in it, its file, and that the cases leave none of it out.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { endpoints, PulumiCloud } from "../../dist/node.js";
import { FILE, rows } from "../../scripts/endpoints.mjs";
import { cases } from "./cases.mjs";
import { DOCUMENTED, FURTHER } from "./pairs.mjs";

const table = endpoints();
const pairs = new Set(table.map(({ method, path }) => `${method} ${path}`));
const script = fileURLToPath(new URL("../../scripts/endpoints.mjs", import.meta.url));

test("docs/endpoints.md is current", () => {
  execFileSync(process.execPath, [script, "--check"]);
  assert.equal(spawnSync(process.execPath, [script, "--chek"]).status, 2);
});

test("docs/endpoints.md has one row for each method and path, and names each function", () => {
  const listed = [...readFileSync(FILE, "utf8").matchAll(/^\| [^|]+ \| ([A-Z]+) \| `(\/api\/[^`|]+)` \| (`cloud\.[^|]+`) \|$/gm)];
  const keys = listed.map(([, method, path]) => `${method} ${path}`);
  assert.equal(new Set(keys).size, keys.length, "two rows share method and path");
  assert.deepEqual(new Set(keys), pairs);
  for (const { method, path, function: name } of table) {
    const row = listed.find(([, ...columns]) => columns[0] === method && columns[1] === path);
    assert.ok(row[3].split(", ").includes(`\`cloud.${name}\``), name);
  }
  assert.equal(rows(table).length, keys.length);
});

test("every documented pair of method and path has a function", () => {
  assert.equal(DOCUMENTED.length, 47);
  assert.equal(new Set(DOCUMENTED).size, 47);
  assert.deepEqual(DOCUMENTED.filter((pair) => !pairs.has(pair)), []);
});

test("every further group of endpoints has functions", () => {
  assert.equal(Object.keys(FURTHER).length, 28);
  for (const [group, own] of Object.entries(FURTHER)) assert.deepEqual(own.filter((pair) => !pairs.has(pair)), [], group);
});

test("the table holds nothing else, and each row once", () => {
  const expected = new Set([...DOCUMENTED, ...Object.values(FURTHER).flat()]);
  assert.deepEqual([...pairs].filter((pair) => !expected.has(pair)), []);
  const whole = table.map(({ function: name, method, path }) => `${name} ${method} ${path}`);
  assert.equal(new Set(whole).size, whole.length);
});

test("parameters are camelCase, and are those of the path", () => {
  for (const { path, parameters } of table) {
    assert.deepEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]), parameters, path);
    for (const name of parameters) assert.match(name, /^[a-z][A-Za-z]*$/);
  }
});

test("every function of the table exists, and every function of a group is in the table", () => {
  const cloud = new PulumiCloud({ token: "none", retry: false });
  const named = new Set(table.map((endpoint) => endpoint.function));
  for (const name of named) {
    const [group, method] = name.split(".");
    assert.equal(typeof cloud[group]?.[method], "function", name);
  }
  for (const group of new Set([...named].map((name) => name.split(".")[0]))) {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(cloud[group]));
    const own = methods.filter((method) => !/^(constructor|free|__.*)$/.test(method));
    assert.deepEqual(own.filter((method) => !named.has(`${group}.${method}`)), [], group);
  }
});

test("every function has a case at every method and path it serves", () => {
  const reached = new Set();
  const sent = cases.flatMap((entry) => requestsOf(entry).map((request) => ({ name: entry.function, ...request })));
  for (const { name, method, path } of sent) {
    const endpoint = endpointOf(name, method, path);
    assert.ok(endpoint, `${name} has no endpoint for ${method} ${path}`);
    reached.add(`${name} ${endpoint.method} ${endpoint.path}`);
  }
  const without = table.filter(({ function: name, method, path }) => !reached.has(`${name} ${method} ${path}`));
  assert.deepEqual(without, []);
});

/** Facts of a case that was not set up: any name, of any depth. */
const ANYTHING = new Proxy(() => "x", { get: (_, name) => (name === Symbol.toPrimitive ? () => "x" : ANYTHING), apply: () => "x" });

const requestsOf = (entry) => [entry.sends(ANYTHING), ...(entry.then?.(ANYTHING) ?? [])];

/** The function's endpoint that the request is for: the one with most literal segments, as a router would choose. */
function endpointOf(name, method, path) {
  const literal = (template) => template.split("/").filter((part) => !part.startsWith("{")).length;
  const matches = (template) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  const fitting = table.filter((endpoint) => endpoint.function === name && endpoint.method === method && matches(endpoint.path));
  return fitting.sort((a, b) => literal(b.path) - literal(a.path))[0];
}
