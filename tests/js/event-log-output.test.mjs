// EventLog: pages of rows and events, texts, and what becomes of bad options and bad input.
import assert from "node:assert/strict";
import test, { afterEach, describe } from "node:test";
import { gzipSync } from "node:zlib";
import { EventLog, StackscopeError } from "stackscope";
import { begins, BUCKET, ends, failedUpdate, fails, ndjson, over, prelude, says, smallUpdate, STACK, step, sums } from "./event-logs.mjs";
import { bytes, SECRET, SIGNATURE, urn } from "./states.mjs";

const ESCAPE = "\u001b[";
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

describe("pages", () => {
  const made = Array.from({ length: 250 }, (_, index) => step(index % 2 ? "create" : "update", BUCKET, `bucket-${index}`, { older: { index }, newer: { index: index + 1 } }));
  const broken = step("create", BUCKET, "Broken");
  const log = logOf([prelude(), ...made.flatMap((each) => [begins(each), ends(each, 1)]), begins(broken, 1), fails(broken, 2), sums({ create: 125, update: 125 }, { result: "failed" }, 2), over(2)]);
  const all = log.summary().resources;

  test("resources in pages are those of the summary", () => {
    assert.equal(all.length, 251);
    const first = log.resources();
    assert.deepEqual([first.total, first.rows.length], [251, 100]);
    assert.deepEqual(first.rows, all.slice(0, 100));
    assert.deepEqual(log.resources({ offset: 240, limit: 50 }).rows, all.slice(240));
    assert.deepEqual(log.resources({ offset: 1000 }), { total: 251, rows: [] });
    assert.deepEqual(log.resources({ limit: 0 }), { total: 251, rows: [] });
  });

  test("by op, by status and by text", () => {
    const found = (filter) => log.resources({ filter, limit: 1000 });
    assert.deepEqual(found({ op: ["update"] }).rows, all.filter(({ op }) => op === "update"));
    assert.equal(found({ op: ["update", "create"] }).total, 251);
    assert.deepEqual(found({ status: ["failed"] }).rows.map(({ name }) => name), ["Broken"]);
    assert.deepEqual(found({ text: "BROKEN" }).rows.map(({ name }) => name), ["Broken"]);
    assert.equal(found({ text: "bucket-24", op: ["create"] }).total, all.filter(({ op, urn }) => op === "create" && urn.includes("bucket-24")).length);
    assert.deepEqual(log.resources({ filter: { op: ["update"] }, offset: 100, limit: 5 }).rows, all.filter(({ op }) => op === "update").slice(100, 105));
    assert.equal(found({ op: ["no-such-op"] }).total, 0);
    assert.equal(found({}).total, 251);
  });

  test("the overview is the summary without its lists", () => {
    const { resources, timeline, criticalPath, slowest, ...rest } = log.summary();
    const overview = log.overview();
    assert.deepEqual([overview.resources, overview.timeline, overview.criticalPath], [[], [], []]);
    for (const name of ["result", "isPreview", "changes", "totalChanges", "unchanged", "errored", "erroredResources", "durationSeconds", "events", "kinds", "problemCount"]) assert.deepEqual(overview[name], rest[name], name);
  });

  test("events in pages", () => {
    const whole = log.events({ limit: 10_000 });
    assert.equal(whole.length, log.length);
    assert.equal(log.events().length, 100);
    assert.deepEqual(log.events({ offset: 500, limit: 3 }), whole.slice(500, 503));
    assert.deepEqual(log.events({ offset: 99_999 }), []);
  });

  test("toJson is the summary", () => {
    assert.deepEqual(JSON.parse(log.toJson()), log.summary());
    assert.ok(log.toJson().includes('\n  "result": "failed"'));
  });
});

describe("keepBytes", () => {
  const size = ndjson(events).length;

  test("a log that outgrows it keeps no events, and knows what happened all the same", () => {
    for (const keepBytes of [0, 100, 1000]) {
      const log = logOf(events, { keepBytes });
      assert.equal(log.keepsEvents, false);
      assert.deepEqual(log.summary(), logOf(events).summary());
      assert.equal(log.length, events.length);
      assert.ok(log.toText().includes("server") && log.toMarkdown().includes("server"));
      for (const call of [() => log.events(), () => log.toNdjson(), () => log.toText({ style: "diff" }), () => log.toText({ style: "progress" })]) {
        assert.throws(call, ({ code, hint }) => code === "validation" && /keepBytes/.test(hint));
      }
    }
  });

  test("room enough, and no bound", () => {
    for (const keepBytes of [size + 1000, Infinity, undefined, null]) {
      const log = logOf(events, { keepBytes });
      assert.equal(log.keepsEvents, true);
      assert.equal(log.events().length, events.length);
    }
    assert.equal(new EventLog().keepsEvents, true);
  });

  test("load has it too", async () => {
    const log = await EventLog.load(bytes(ndjson(events)), { keepBytes: 10 });
    assert.deepEqual([log.keepsEvents, log.summary().result], [false, "succeeded"]);
  });
});

describe("texts", () => {
  const log = logOf(events);

  test("styles", () => {
    assert.equal(log.toText(), log.toText({ style: "summary", color: "never", all: false }));
    const [summary, diff, progress] = ["summary", "diff", "progress"].map((style) => log.toText({ style }));
    assert.ok(diff.includes("Resources:\n    + 1 created\n    ~ 1 updated\n    2 changes. 1 unchanged\n") && progress.includes("Resources:\n    + 1 created\n"));
    assert.equal(new Set([summary, diff, progress]).size, 3);
    assert.ok(!diff.includes("web-dev: (same)") && log.toText({ style: "diff", showSames: true }).includes("pulumi:pulumi:Stack: (same)"));
  });

  test("colours: none, tags, escapes, elements", () => {
    for (const style of ["diff", "progress"]) {
      const of = (color) => log.toText({ style, color });
      assert.ok(of("raw").includes("<{%fg 2%}>"));
      assert.ok(of("always").includes(`${ESCAPE}38;5;2m`) && !of("always").includes("<{%"));
      assert.ok(of("html").includes("<span") && !of("html").includes(ESCAPE));
      assert.equal(of("raw").replace(/<\{%.*?%\}>/g, ""), of("never"));
      assert.equal(of("always").replace(/\u001b\[[\d;]*m/g, ""), of("never"));
      assert.equal(unescaped(of("html")), of("never"));
    }
    assert.ok(log.toText({ color: "always" }).includes(ESCAPE));
  });

  const unescaped = (html) => html.replace(/<\/?span[^<>]*>/g, "").replace(/&(lt|gt|quot|amp|#39|#x27|apos);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&", apos: "'", "#39": "'", "#x27": "'" })[name]);

  test("nothing of a log's gets out of its place in HTML", () => {
    const harm = `<img src=x onerror=alert(1)>"'&</span><script>`;
    const hostile = logOf([
      prelude({ [`web:${harm}`]: harm }),
      begins(step("create", BUCKET, harm, { newer: { [harm]: harm, nested: { list: [harm] } } })),
      says("error", harm, urn(BUCKET, harm)),
      says("warning", `<{%fg 1%}>${harm}<{%${harm}%}>`),
      { timestamp: 1, type: "stdoutEvent", stdoutEvent: { message: harm, color: "never" } },
      sums({ create: 1, [harm]: 2 }),
      over(),
    ]);
    for (const style of ["diff", "progress"]) {
      const html = hostile.toText({ style, color: "html", showConfig: true, showSames: true, showUrns: true, showFullOutput: true, stack: harm, project: harm, permalink: harm });
      assert.ok(html.includes("&lt;img"), html);
      assert.deepEqual(html.match(/<(?!\/?span\b)[^>]*>?/g), null, style);
      assert.equal(html.match(/<span/g)?.length ?? 0, html.match(/<\/span>/g)?.length ?? 0, style);
      for (const [tag] of html.matchAll(/<span[^>]*>/g)) assert.match(tag, /^<span class="[\w -]+">$/);
    }
  });

  test("a secret is masked in every text", () => {
    const key = { [SIGNATURE]: SECRET, ciphertext: "AAABhunter2" };
    const bucket = step("update", BUCKET, "vault", { older: { key, other: 1 }, newer: { key: { [SIGNATURE]: SECRET, plaintext: '"hunter2"' }, other: 2 } });
    const secret = logOf([prelude({ "web:key": "[secret]" }), begins(bucket), ends(bucket, 1), sums({ update: 1 }), over()]);
    const texts = [secret.toJson(), secret.toMarkdown(), secret.toText(), ...["never", "raw", "always", "html"].flatMap((color) => ["diff", "progress"].map((style) => secret.toText({ style, color, showConfig: true, showFullOutput: true })))];
    for (const printed of texts) assert.ok(!printed.includes("hunter2"), printed);
    assert.ok(secret.toText({ style: "diff" }).includes("[secret]"));
  });

  test("Markdown keeps to its length, whatever it is", () => {
    const many = logOf([prelude(), ...Array.from({ length: 500 }, (_, index) => begins(step("create", BUCKET, `büc🪣ket-${index}`, { newer: { text: "`".repeat(index) } }))), says("error", "x".repeat(90_000)), sums({ create: 500 }), over()]);
    assert.ok(many.toMarkdown().length <= 65_536);
    for (const maxLength of [200, 1_000, 5_000, 20_000, 1_000_000]) {
      const printed = many.toMarkdown({ maxLength });
      assert.ok(printed.length <= maxLength, `${printed.length} > ${maxLength}`);
      assert.equal(printed.match(/<details>/g)?.length, printed.match(/<\/details>/g)?.length);
    }
    assert.ok(many.toMarkdown({ maxLength: 5_000 }).length > 2_500, "the room is used");
  });

  test("title, link and marker", () => {
    const printed = log.toMarkdown({ title: "Preview of *web*", link: "https://app.example.com/u/1", marker: "web-dev" });
    assert.match(printed, /^<!--.*web-dev.*-->\n/);
    assert.ok(printed.includes("https://app.example.com/u/1"));
    assert.ok(!log.toMarkdown({ link: "javascript:alert(1)" }).includes("javascript:"));
    assert.ok(!log.toMarkdown({ marker: "--><img src=x>" }).split("\n")[0].includes("<img"));
  });
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
    assert.equal(log.toText({ style: undefined, showSames: undefined, stack: undefined }), log.toText());
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
    { name: "a trailing comma", garbage: `${first},,`, code: "not_json" },
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

  test("a damaged gzip stream", () => {
    const packed = gzipSync(ndjson(events));
    for (const damaged of [packed.subarray(0, -12), Buffer.concat([packed.subarray(0, 40), Buffer.alloc(40, 0x55), packed.subarray(80)])]) {
      const log = new EventLog();
      assert.throws(() => (log.write(damaged), log.end()), { code: "decompress" });
      log.summary();
      log.toText();
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
    let deep = { leaf: 1 };
    for (let level = 0; level < 3_000; level += 1) deep = { deep };
    const proto = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    const steps = [step("update", BUCKET, "n".repeat(100_000), { older: { deep, ...proto }, newer: { deep: { other: deep } } }), step("create", BUCKET, "__proto__", { newer: proto })];
    const log = logOf([prelude(proto), ...steps.map((each) => begins(each)), sums(JSON.parse('{"__proto__":3}')), over()]);
    for (const style of ["summary", "diff", "progress"]) log.toText({ style, showFullOutput: true });
    log.toMarkdown();
    log.summary();
    assert.equal({}.polluted, undefined);
  });

  test("what colour tags leave open", () => {
    const log = logOf([says("error", "<{%"), says("error", "<{%fg", STACK), says("error", "%}><{%fg 1<{%reset%}>"), ...failedUpdate()]);
    for (const style of ["diff", "progress"]) for (const color of ["never", "raw", "always", "html"]) assert.equal(typeof log.toText({ style, color }), "string");
  });
});
