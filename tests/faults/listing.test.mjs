// Under every fault a list of 10,000 stacks is complete, or says what went wrong and where to go on: nothing lost, nothing twice.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FAULTS } from "../../dist/backend/index.js";
import { client, EVERY_STACK, faulty, read } from "./support.mjs";

const COMPLETE = "complete";

/** What comes of each fault: the whole list, or an error's code. */
const OUTCOMES = {
  latency: COMPLETE,
  "rate-limit": COMPLETE,
  "rate-limit-date": COMPLETE,
  "rate-limit-every-third": COMPLETE,
  "rate-limit-bare": COMPLETE,
  "server-error": COMPLETE,
  "bad-gateway": COMPLETE,
  unavailable: COMPLETE,
  down: "server",
  reset: COMPLETE,
  "cut-length": COMPLETE,
  "cut-chunk": COMPLETE,
  "cut-json": COMPLETE,
  "json-as-html": COMPLETE,
  "html-page": "decode",
  "repeated-token": "paging_loop",
  "repeated-token-once": "paging_loop",
  "empty-page": COMPLETE,
  "endless-empty-pages": "page_cap",
  trickle: COMPLETE,
};

/** Faults on at a time, and what comes of them. Where two answer in the service's place, the first one does. */
const COMBINATIONS = [
  ["latency + reset", COMPLETE],
  ["latency + cut-json + empty-page", COMPLETE],
  ["rate-limit-bare + server-error", COMPLETE],
  ["rate-limit-every-third + server-error", COMPLETE],
  ["rate-limit-every-third + cut-length + json-as-html", COMPLETE],
  ["bad-gateway + rate-limit-bare + empty-page", COMPLETE],
  ["reset + rate-limit-every-third", COMPLETE],
  ["reset + cut-chunk + bad-gateway", COMPLETE],
  ["cut-length + empty-page", COMPLETE],
  ["cut-chunk + rate-limit-every-third + empty-page", COMPLETE],
  ["json-as-html + empty-page + reset", COMPLETE],
  ["json-as-html + cut-json", COMPLETE],
  ["down + html-page", "server"],
  ["down + reset + rate-limit-bare", "network"],
  ["html-page + server-error", "decode"],
  ["html-page + reset", "decode"],
  ["repeated-token + server-error", "paging_loop"],
  ["repeated-token + empty-page", "paging_loop"],
  ["repeated-token-once + rate-limit-every-third", "paging_loop"],
  ["repeated-token-once + empty-page + cut-length", COMPLETE],
  ["endless-empty-pages + reset", "page_cap"],
  ["endless-empty-pages + rate-limit-every-third + json-as-html", "page_cap"],
];

test("every fault has an outcome", () => {
  assert.deepEqual(Object.keys(OUTCOMES).sort(), FAULTS.map(({ name }) => name).sort());
});

const cases = [...Object.entries(OUTCOMES), ...COMBINATIONS];
describe("list 10,000 stacks", { concurrency: 4 }, () => {
  for (const [faults, outcome] of cases) {
    test(`${faults}: ${outcome}`, async (t) => {
      const backend = await faulty(t, faults.split(" + "));
      const { names, error } = await read(client(backend));
      if (outcome === COMPLETE) {
        assert.equal(error, undefined);
        assert.deepEqual(names, EVERY_STACK);
        return;
      }
      assert.equal(error?.name, "StackscopeError");
      assert.equal(error.code, outcome);
      assert.deepEqual([error.method, error.path], ["GET", "/api/user/stacks"]);
      backend.setFaults([]);
      const rest = await read(client(backend), { resume: error.resumeToken });
      assert.equal(rest.error, undefined);
      assert.deepEqual([...names, ...rest.names], EVERY_STACK);
    });
  }
});

describe("without retries, from one resume token to the next", { concurrency: 4 }, () => {
  const CODES = {
    "rate-limit-every-third": "rate_limited",
    "server-error": "server",
    "bad-gateway": "server",
    reset: "network",
    "cut-length": "network",
    "cut-chunk": "network",
    "cut-json": "network",
  };
  for (const [fault, code] of Object.entries(CODES)) {
    test(`${fault}: ${code}`, async (t) => {
      const backend = await faulty(t, [fault]);
      const names = [];
      for (let resume, turns = 0; ; turns += 1) {
        assert.ok(turns < 50);
        const { names: some, error } = await read(client(backend, { retry: false }), { resume });
        names.push(...some);
        if (error === undefined) break;
        assert.equal(error.code, code);
        assert.equal(error.attempts, 1);
        resume = error.resumeToken;
      }
      assert.deepEqual(names, EVERY_STACK);
    });
  }
});

describe("a loop that ends anywhere goes on behind its last item", { concurrency: 4 }, () => {
  for (const taken of [1, 999, 1_000, 1_001, 7_777, EVERY_STACK.length - 1]) {
    test(`after ${taken} items`, async (t) => {
      const backend = await faulty(t, ["rate-limit-every-third"]);
      const list = client(backend).stacks.list();
      const first = await list.toArray({ limit: taken });
      assert.equal(first.length, taken);
      const rest = await read(client(backend), { resume: list.resumeToken });
      const names = first.map(({ orgName, projectName, stackName }) => `${orgName}/${projectName}/${stackName}`);
      assert.deepEqual([...names, ...rest.names], EVERY_STACK);
    });
  }
});
