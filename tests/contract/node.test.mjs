// Every endpoint through the published API, in Node, against the sample backend: what the server received and what came back.

import assert from "node:assert/strict";
import test from "node:test";
import { PulumiCloud } from "../../dist/node.js";
import { cases } from "./cases.mjs";
import { nameOf, runCases } from "./run.mjs";
import { startOrigin } from "./server.mjs";

test("no two cases have the same name", () => {
  const names = cases.map(nameOf);
  assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
});

test("every endpoint, called through the package", async (t) => {
  const { url, token } = await startOrigin(t);
  for (const entry of cases) {
    await t.test(nameOf(entry), async () => {
      const [{ error }] = await runCases([entry], { base: url, token, PulumiCloud });
      if (error !== undefined) throw new Error(error);
    });
  }
});
