// The package's entries export what the module declares, no less.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as browser from "../../dist/browser.js";
import * as node from "../../dist/node.js";
import * as glue from "../../pkg/stackscope.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const declared = read("pkg/stackscope.d.ts");
const names = (pattern) => [...declared.matchAll(pattern)].map((match) => match[1]);
/** What concerns the loading of the module, and the client, which waits for it in browsers: the entries export them. */
const LOADING = ["PulumiCloud", "InitInput", "InitOutput", "SyncInitInput", "initSync", "setErrorClass", "start"];

test("every value that is declared exists", () => {
  for (const name of names(/^export (?:class|function|const|enum) (\w+)/gm)) assert.ok(name in glue, name);
});

test("every type that is declared can be imported from the package", () => {
  const surface = read("dist/surface.d.ts");
  const missing = names(/^export (?:interface|type|class) (\w+)/gm).filter((name) => !LOADING.includes(name) && !new RegExp(`\\b${name}\\b`).test(surface));
  assert.deepEqual(missing, []);
});

test("both entries export the same names", () => {
  assert.deepEqual(Object.keys(browser).sort(), Object.keys(node).sort());
  assert.deepEqual(Object.keys(node).sort(), ["Checkpoint", "EventLog", "EventPage", "PulumiCloud", "StackscopeError", "StateDiff", "endpoints", "init"]);
});
