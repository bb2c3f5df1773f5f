// The replay of recorded exchanges: on made-up ones, on clients that do wrong, and on the corpus where there is one.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { endpoints, PulumiCloud, StackscopeError } from "../../dist/node.js";
import { main } from "../../scripts/conformance/api.mjs";
import { readRecords } from "../../scripts/conformance/records.mjs";
import { replayer } from "../../scripts/conformance/replay.mjs";
import { BAD, GOOD, record } from "./exchanges.mjs";

/** A folder of these records, with an index of them and of `more`. */
function folder(t, records, more = []) {
  const path = mkdtempSync(join(tmpdir(), "stackscope-exchanges-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(records)) {
    writeFileSync(join(path, `${name}.json`), typeof content === "string" ? content : JSON.stringify(content));
  }
  const rows = [...Object.keys(records), ...more].map((name) => `${name}.json\tGET\t/\t200\t0\t`);
  writeFileSync(join(path, "INDEX.tsv"), `file\tmethod\tpath\tstatus\tbytes\tnote\n${rows.join("\n")}\n`);
  return path;
}

async function run(...args) {
  const said = [];
  const complaints = [];
  const code = await main(args, (line) => said.push(line), (line) => complaints.push(line));
  return { code, out: said.join("\n"), complaints };
}

test("exchanges that the client gets right", async (t) => {
  const { code, out } = await run(folder(t, GOOD), "--at-least", "30");
  assert.equal(code, 0, out);
  assert.match(out, /^32 records, 33 exchanges\nreplayed {3}31\n/);
  assert.match(out, /of these cut {6}1 \(export-cut\)/);
  assert.match(out, /1 × the client does not send OPTIONS \(preflight\)/);
  assert.match(out, /1 × the client refuses to send it: .* \(dots\)/);
  assert.match(out, /\nfailures {3}0$/);
});

test("each exchange goes through the function of its endpoint, where there is one", async () => {
  const replay = replayer({ PulumiCloud, StackscopeError, endpoints: endpoints() });
  const through = {
    "stack": ["stacks.get", "tags.get"],
    "events": ["updates.events", "updates.eventLog"],
    "export": ["stacks.exportState"],
    "export-cut": ["stacks.exportState"],
    "import": ["stacks.importState"],
    "project-missing": ["stacks.projectExists"],
    "tag-refused": ["tags.add"],
    "audit": ["auditLogs.list"],
    "import-not-a-state": undefined,
    "lease-over": undefined,
    "page-zero": undefined,
  };
  for (const [name, functions] of Object.entries(through)) {
    const [exchange] = exchangesOf(GOOD[name]);
    const result = await replay(exchange);
    assert.equal(result.problem, undefined, name);
    assert.deepEqual(result.via === "raw" ? undefined : result.functions.map((call) => call.function), functions, name);
  }
});

test("exchanges that nobody gets right are failures, one line each", async (t) => {
  const records = { ...Object.fromEntries(Object.entries(BAD).map(([name, [content]]) => [name, content])), "half": '{"request":' };
  const { code, out } = await run(folder(t, records, ["gone"]), "--at-least", "0");
  assert.equal(code, 1);
  assert.match(out, /\nfailures {3}6\n/);
  for (const [name, [, said]] of Object.entries(BAD)) assert.match(out.split("\n").find((line) => line.startsWith(`  ${name}.json: `)), said);
  assert.match(out, /half\.json: is no record/);
  assert.match(out, /gone\.json: is in INDEX\.tsv, but not there/);
});

test("too few exchanges are a failure", async (t) => {
  const { code, out } = await run(folder(t, { stack: GOOD.stack }));
  assert.equal(code, 1);
  assert.match(out, /fewer than 500 exchanges were replayed$/);
});

test("usage errors", async () => {
  for (const args of [[], ["--at-least", "3"], ["a", "b"], ["a", "--at-least"], ["a", "--at-least", "x"], ["--help"]]) {
    const { code, complaints } = await run(...args);
    assert.equal(code, 2, args.join(" "));
    assert.match(complaints[0], /^usage: npm run conformance:api/);
  }
  const { code, complaints } = await run(join(tmpdir(), "stackscope-no-such-folder"));
  assert.equal(code, 2);
  assert.match(complaints[0], /cannot be read/);
});

/** The exchanges of a record, as the replay takes them. */
function exchangesOf(content) {
  const path = mkdtempSync(join(tmpdir(), "stackscope-exchange-"));
  writeFileSync(join(path, "one.json"), JSON.stringify(content));
  const { exchanges } = readRecords(path);
  rmSync(path, { recursive: true });
  return exchanges;
}

/** A client whose every answer `answer(request)` makes: it asks as it is told, and gives or throws what it is told. */
function clientThat(answer) {
  return class {
    constructor({ fetch }) {
      this.fetch = fetch;
    }
    async request(method, path, options) {
      return answer({ method, path, options, send: (url, init) => this.fetch(`http://127.0.0.1:1${url}`, init) });
    }
  };
}

test("a client that does wrong is found out", async (t) => {
  const missing = record("GET", "/api/motd?a=b", 404, { code: 404, message: "none" });
  const rate = record("GET", "/api/motd", 429, { error: "slow" }, { headers: [["Retry-After", "7"]] });
  const fine = record("GET", "/api/motd", 200, { a: 1 });
  const cut = record("GET", "/api/motd", 200, '{"a":', { bodyBytes: 100 });
  const right = { code: "not_found", status: 404, method: "GET", attempts: 1, serverMessage: "none" };
  const error = (details) => new StackscopeError("wrong", details);
  const failing = (details, path) => async ({ send, ...request }) => {
    await send(path ?? request.path, { method: request.method });
    throw details instanceof Error ? details : error(details);
  };
  const giving = (value) => async ({ send, path, method }) => {
    await send(path, { method });
    return value;
  };
  const wrong = [
    ["a panic", missing, failing(new WebAssembly.RuntimeError("unreachable")), /^threw RuntimeError: unreachable/],
    ["another code", missing, failing({ ...right, code: "unsupported" }), /^404 became unsupported, expected is not_found/],
    ["no error", missing, giving({}), /^404 is no error/],
    ["another path", missing, failing(right, "/api/other?a=b"), /^asked for \/api\/other/],
    ["no query", missing, failing(right, "/api/motd"), /^lost a of the query/],
    ["no request", missing, async () => ({}), /^asked nothing/],
    ["another status", missing, failing({ ...right, status: 400 }), /^the error's status is 400/],
    ["a second attempt", missing, failing({ ...right, attempts: 2 }), /^the error tells of 2/],
    ["other words", missing, failing({ ...right, serverMessage: "some" }), /^the error does not repeat/],
    ["no wait", rate, failing({ ...right, code: "rate_limited", status: 429, serverMessage: "slow" }), /^the error's retryAfterMs is undefined, not 7000/],
    ["an error for a success", fine, failing({ code: "decode" }), /^a success is an error: decode/],
    ["another value", fine, giving({ a: 2 }), /^the value is not the answer's/],
    ["half a value", cut, giving({}), /^a cut answer was taken for a whole one/],
    ["a wrong name for half a value", cut, failing({ code: "decode" }), /^a cut answer became decode/],
  ];
  for (const [name, content, answer, said] of wrong) {
    await t.test(name, async () => {
      const replay = replayer({ PulumiCloud: clientThat(answer), StackscopeError, endpoints: [] });
      const { via, problem } = await replay(exchangesOf(content)[0]);
      assert.equal(via, "raw");
      assert.match(problem ?? "no problem was found", said);
    });
  }
  await t.test("and one that does right is not", async () => {
    const replay = replayer({ PulumiCloud: clientThat(failing(right)), StackscopeError, endpoints: [] });
    assert.equal((await replay(exchangesOf(missing)[0])).problem, undefined);
  });
});

test("the recorded exchanges of a real server", async (t) => {
  const corpus = process.env.STACKSCOPE_CORPUS && join(process.env.STACKSCOPE_CORPUS, "procella-exchanges");
  if (!corpus || !existsSync(corpus)) {
    console.log("NOT RUN: no corpus");
    t.skip("no corpus");
    return;
  }
  const { code, out } = await run(corpus);
  console.log(out);
  assert.equal(code, 0, out);
});
