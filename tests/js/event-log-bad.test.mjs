// EventLog: what becomes of bad options and bad input. An error with a code and a place, or a problem that is told; and the module works on.
import assert from "node:assert/strict";
import test, { afterEach, describe } from "node:test";
import { gzipSync } from "node:zlib";
import { EventLog, StackscopeError } from "stackscope";
import { begins, BUCKET, failedUpdate, ndjson, over, prelude, says, smallUpdate, STACK, step, sums } from "./event-logs.mjs";
import { bytes } from "./states.mjs";

const events = smallUpdate();

function logOf(list, options) {
  const log = new EventLog(options);
  log.push(list);
  log.end();
  return log;
}

afterEach(() => {
  const log = logOf(events);
  assert.equal(log.summary().result, "succeeded", "the same instance works afterwards");
  log.free();
});

describe("bad options", () => {
  const log = logOf(events);
  const cases = {
    "constructor: unknown name": () => new EventLog({ stricct: true }),
    "constructor: no object": () => new EventLog(7),
    "constructor: a list": () => new EventLog([]),
    "constructor: load's own": () => new EventLog({ total: 1 }),
    "strict is a word": () => new EventLog({ strict: "yes" }),
    "keepBytes is negative": () => new EventLog({ keepBytes: -1 }),
    "keepBytes is no number": () => new EventLog({ keepBytes: NaN }),
    "keepBytes is a text": () => new EventLog({ keepBytes: "64" }),
    "resources: unknown name": () => log.resources({ page: 1 }),
    "resources: unknown filter": () => log.resources({ filter: { type: "x" } }),
    "resources: filter is a text": () => log.resources({ filter: "x" }),
    "resources: op is a text": () => log.resources({ filter: { op: "create" } }),
    "resources: negative": () => log.resources({ offset: -1 }),
    "resources: a half": () => log.resources({ limit: 1.5 }),
    "events: unknown name": () => log.events({ filter: {} }),
    "text: unknown name": () => log.toText({ colour: "never" }),
    "text: unknown style": () => log.toText({ style: "tree" }),
    "text: unknown colour": () => log.toText({ color: "auto" }),
    "text: the summary has no tags": () => log.toText({ color: "raw" }),
    "text: the summary has no elements": () => log.toText({ color: "html" }),
    "text: a word for a switch": () => log.toText({ style: "diff", showSames: "yes" }),
    "Markdown: unknown name": () => log.toMarkdown({ maxBytes: 1 }),
    "Markdown: no number": () => log.toMarkdown({ maxLength: "many" }),
    "Markdown: negative": () => log.toMarkdown({ maxLength: -1 }),
  };
  for (const [name, call] of Object.entries(cases)) test(name, () => assert.throws(call, { name: "StackscopeError", code: "validation" }));

  test("load rejects with them", async () => {
    for (const options of [{ nope: 1 }, { keepBytes: -1 }, { strict: 0 }, 7]) await assert.rejects(EventLog.load(bytes("{}"), options), { code: "validation" });
  });

  test("options that are absent are the defaults", () => {
    for (const absent of [undefined, null, {}]) {
      assert.equal(log.toText(absent), log.toText());
      assert.equal(log.toMarkdown(absent), log.toMarkdown());
      assert.deepEqual(log.resources(absent), log.resources());
      assert.deepEqual(log.events(absent), log.events());
      assert.equal(new EventLog(absent).length, 0);
    }
  });
});

describe("bad input", () => {
  const [first, ...rest] = ndjson(events).trimEnd().split("\n");
  const brokenUtf8 = (() => {
    const line = bytes(`${first}\n`);
    line[20] = 0xff;
    return line;
  })();
  const cases = [
    { name: "prose", garbage: "Updating (dev):", code: "not_json" },
    { name: "half an event", garbage: first.slice(0, 40), code: /^(truncated|not_json)$/ },
    { name: "a trailing comma", garbage: `${first.slice(0, -1)},,}`, code: "not_json" },
    { name: "a number", garbage: "42", code: /^(wrong_shape|not_json)$/ },
    { name: "an object that is no event", garbage: '{"hello":"world"}', code: "wrong_shape" },
    { name: "bytes that are no UTF-8", garbage: brokenUtf8.subarray(0, -1), code: "invalid_utf8" },
    { name: "zeros", garbage: new Uint8Array(10), code: "not_json" },
    { name: "nesting", garbage: `${"[".repeat(300_000)}`, code: /^(too_deep|not_json|truncated)$/ },
  ];
  const newline = bytes("\n");
  for (const { name, garbage, code } of cases) {
    const middle = typeof garbage === "string" ? bytes(garbage) : garbage;
    const input = Buffer.concat([bytes(first), newline, middle, newline, bytes(rest.join("\n")), newline]);

    test(`${name} is passed over and named, without being quoted`, () => {
      const log = new EventLog();
      log.write(input);
      log.end();
      const { problems, problemCount, ...summary } = log.summary();
      assert.deepEqual([problems.length, problemCount], [1, 1]);
      assert.deepEqual([problems[0].line, problems[0].offset], [2, first.length + 1]);
      assert.ok(problems[0].message.length > 0 && !problems[0].message.includes("Updating (dev)"));
      const { problems: none, problemCount: zero, ...expected } = logOf(events).summary();
      assert.deepEqual(summary, expected);
    });

    test(`${name}, strict: ${code}`, async () => {
      const log = new EventLog({ strict: true });
      const wrong = [() => log.write(input), () => log.end()].map((call) => {
        try {
          return void call();
        } catch (error) {
          return error;
        }
      }).find(Boolean);
      const loaded = await EventLog.load(input, { strict: true }).catch((error) => error);
      for (const error of [wrong, loaded]) {
        assert.ok(error instanceof StackscopeError, String(error));
        if (code instanceof RegExp) assert.match(error.code, code);
        else assert.equal(error.code, code, error.message);
        assert.ok(error.offset > first.length && error.offset <= first.length + 2 + middle.length, `${error.offset}`);
        assert.match(`${error.message} ${error.hint ?? ""}`, /line 2/);
        assert.ok(!error.message.includes("Updating (dev)") && !/panick|rust|serde/i.test(error.message), error.message);
      }
      assert.equal(log.length, 1, "what came before is there");
    });
  }

  test("a last line that is cut off", () => {
    const whole = ndjson(events);
    const log = new EventLog();
    log.write(whole.slice(0, -5));
    assert.equal(log.length, events.length - 1);
    assert.equal(log.summary().problemCount, 0);
    log.end();
    assert.equal(log.length, events.length - 1);
    assert.equal(log.summary().problemCount, 1);
    const strict = new EventLog({ strict: true });
    strict.write(whole.slice(0, -5));
    assert.throws(() => strict.end(), { code: "truncated" });
    const complete = new EventLog({ strict: true });
    complete.write(whole.trimEnd());
    complete.end();
    assert.equal(complete.length, events.length);
  });

  test("a damaged gzip stream gives what can be read, and says so", () => {
    const packed = gzipSync(ndjson(events));
    for (const damaged of [packed.subarray(0, -12), Buffer.concat([packed.subarray(0, 40), Buffer.alloc(40, 0x55), packed.subarray(80)])]) {
      const log = new EventLog();
      log.write(damaged);
      log.end();
      const { problemCount, problems } = log.summary();
      assert.ok(problemCount > 0 && problems.some(({ message }) => /gzip/.test(message)), JSON.stringify(problems));
      log.toText();
      const strict = new EventLog({ strict: true });
      assert.throws(() => (strict.write(damaged), strict.end()), { code: "decompress" });
    }
  });

  test("events of a wrong shape neither end the module nor the log", () => {
    const wrong = [null, true, 0, -1, 1e308, "x", [], {}, [null], { a: { b: [] } }];
    const kinds = ["preludeEvent", "resourcePreEvent", "resOutputsEvent", "resOpFailedEvent", "diagnosticEvent", "summaryEvent", "cancelEvent", "stdoutEvent", "policyEvent", "policyRemediationEvent", "policyLoadEvent", "policyAnalyzeSummaryEvent", "policyRemediateSummaryEvent", "policyAnalyzeStackSummaryEvent", "startDebuggingEvent", "progressEvent", "errorEvent"];
    const payloads = kinds.flatMap((kind) => wrong.map((payload) => ({ timestamp: payload, type: payload, [kind]: payload })));
    const steps = wrong.flatMap((value) => ["op", "urn", "type", "old", "new", "keys", "diffs", "detailedDiff", "logical", "provider"].map((field) => begins({ ...step("update", BUCKET, "x", { older: { a: 1 }, newer: { a: 2 } }), [field]: value })));
    const states = wrong.flatMap((value) => ["inputs", "outputs", "id", "parent", "custom", "hideDiffs", "urn"].map((field) => begins({ ...step("update", BUCKET, "x"), old: { [field]: value }, new: { inputs: { a: value }, [field]: value } })));
    const log = new EventLog();
    for (const event of [...payloads, ...steps, ...states]) log.push(event);
    for (const style of ["summary", "diff", "progress"]) log.toText({ style, all: true, showSames: true, showReads: true, showReplacementSteps: true, showConfig: true, stack: "", project: "" });
    log.toMarkdown();
    assert.equal(log.length, payloads.length + steps.length + states.length);
    log.end();
    assert.equal(log.summary().events, log.length);
  });

  test("values that nest deep, names that are long, keys such as __proto__", () => {
    const proto = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    const long = step("update", BUCKET, "n".repeat(100_000), { older: { value: 1, ...proto }, newer: { value: "@", ...proto } });
    const lines = ndjson([prelude(proto), begins(long), begins(step("create", BUCKET, "__proto__", { newer: proto })), sums(JSON.parse('{"__proto__":3}')), over()]);
    for (const depth of [100, 1_000, 100_000]) {
      const log = new EventLog();
      log.write(lines.replaceAll('"@"', `${'{"deep":['.repeat(depth)}1${"]}".repeat(depth)}`));
      log.end();
      assert.ok(log.length === 5 || (depth > 1_000 && log.summary().problems[0].message.length > 0), `${log.length}`);
      for (const style of ["summary", "diff", "progress"]) log.toText({ style, showFullOutput: true });
      log.toMarkdown();
    }
    assert.equal({}.polluted, undefined);
  });

  test("what colour tags leave open", () => {
    const log = logOf([says("error", "<{%"), says("error", "<{%fg", STACK), says("error", "%}><{%fg 1<{%reset%}>"), ...failedUpdate()]);
    for (const style of ["diff", "progress"]) for (const color of ["never", "raw", "always", "html"]) assert.equal(typeof log.toText({ style, color }), "string");
  });
});
