// EventLog: every way in, and what it answers at any moment.
import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { describe } from "node:test";
import { gzipSync } from "node:zlib";
import { EventLog } from "stackscope";
import { begins, BUCKET, ends, failedUpdate, INSTANCE, ndjson, over, prelude, START, STACK, step, smallUpdate, sums, zstd } from "./event-logs.mjs";
import { bytes, urn } from "./states.mjs";

const events = smallUpdate();
// Letters of two, three and four bytes, and an escape, for the cuts.
events.splice(5, 0, { timestamp: START + 2, type: "stdoutEvent", stdoutEvent: { message: 'ünïcödé 🪣 "\\\n', color: "never" } });
const text = ndjson(events);
const input = bytes(text);

/** The log of these events, whole. */
function logOf(list, options) {
  const log = new EventLog(options);
  log.push(list);
  log.end();
  return log;
}
const expected = logOf(events).summary();

async function* pieces(size, from = input) {
  for (let at = 0; at < from.length; at += size) yield from.subarray(at, at + size);
}

describe("write", () => {
  const written = (parts) => {
    const log = new EventLog();
    for (const part of parts) log.write(part);
    log.end();
    return log;
  };

  test("bytes, a buffer, a window and text say the same", () => {
    const wide = new Uint8Array(input.length + 20);
    wide.set(input, 7);
    const forms = { Uint8Array: input, Buffer: Buffer.from(input), ArrayBuffer: input.slice().buffer, window: wide.subarray(7, 7 + input.length), text };
    for (const [name, form] of Object.entries(forms)) {
      const log = written([form]);
      assert.deepEqual(log.summary(), expected, name);
      assert.equal(log.toNdjson(), text, name);
    }
  });

  test("wherever it is cut", () => {
    for (const at of input.keys()) assert.equal(written([input.subarray(0, at), input.subarray(at)]).length, events.length, `cut at ${at}`);
    for (const size of [1, 2, 3, 7, 64, 100, 1000]) {
      const log = written(Array.from({ length: Math.ceil(input.length / size) }, (_, index) => input.subarray(index * size, (index + 1) * size)));
      assert.deepEqual(log.summary(), expected, `pieces of ${size}`);
      assert.equal(log.toNdjson(), text);
    }
    assert.deepEqual(written([...text]).summary(), expected);
  });

  test("gzip and zstd, wherever they are cut", () => {
    for (const packed of [gzipSync(input), Buffer.concat([gzipSync(input.subarray(0, 500)), gzipSync(input.subarray(500))]), zstd(input)]) {
      for (const size of [1, 5, 333, packed.length]) {
        const parts = Array.from({ length: Math.ceil(packed.length / size) }, (_, index) => packed.subarray(index * size, (index + 1) * size));
        assert.deepEqual(written(parts).summary(), expected);
      }
    }
  });

  test("every form", () => {
    const pretty = events.map((event) => JSON.stringify(event, null, 4)).join("\n");
    const page = (list, token) => JSON.stringify({ events: list, continuationToken: token });
    const bare = events.map(({ type, ...event }) => event);
    const forms = {
      "no line end at the end": text.trimEnd(),
      "Windows lines": text.replaceAll("\n", "\r\n"),
      "a byte order mark": `\ufeff${text}`,
      "blank lines": text.replaceAll("\n", "\n\n \n"),
      "pretty-printed": pretty,
      "a list": JSON.stringify(events),
      "a pretty list": JSON.stringify(events, null, 2),
      "one page": page(events, null),
      "pages": page(events.slice(0, 3), "3") + page([], "3") + page(events.slice(3), null),
      "no types": ndjson(bare),
    };
    for (const [name, form] of Object.entries(forms)) {
      const log = written([form]);
      assert.equal(log.length, events.length, name);
      assert.deepEqual(log.summary(), expected, name);
    }
  });

  test("what is no part of a log is refused, and changes nothing", () => {
    const log = logOf(events);
    for (const wrong of [undefined, null, 7, {}, [1, 2], new Date(), Symbol("x")]) {
      assert.throws(() => log.write(wrong), { name: "StackscopeError", code: "validation" });
    }
    assert.deepEqual(log.summary(), expected);
    log.write("");
    log.write(new Uint8Array());
    assert.equal(log.length, events.length);
  });
});

describe("push", () => {
  test("one event, lists, and nothing", () => {
    const log = new EventLog();
    for (const event of events.slice(0, 3)) log.push(event);
    log.push(events.slice(3));
    log.push([]);
    log.end();
    assert.deepEqual(log.summary(), expected);
  });

  test("all or none", () => {
    const log = logOf(events);
    for (const wrong of [[events[0], 7], [null], ["x"], 7, "x", null, undefined, true, [[]], [undefined], [() => {}]]) {
      assert.throws(() => log.push(wrong), ({ name, code }) => name === "StackscopeError" && (code === "decode" || code === "validation"));
    }
    assert.deepEqual(log.summary(), expected);
  });

  test("what the caller's objects throw comes through, or is refused", () => {
    const log = new EventLog();
    const circular = { timestamp: 1 };
    circular.self = circular;
    const thrower = { get timestamp() { throw new RangeError("mine"); } };
    for (const wrong of [circular, thrower, { count: 1n }, { toJson: 7, timestamp: 1n }, { toJson: () => 7 }, { toJson: () => "[" }, { toJson() { throw new RangeError("mine"); } }]) {
      assert.throws(() => log.push(wrong));
    }
    assert.equal(log.length, 0);
  });

  test("events that nobody knows yet are kept, counted and shown", () => {
    const strange = [
      { timestamp: START, type: "somethingNewEvent", somethingNewEvent: { a: 1 } },
      begins(step("vanish", BUCKET, "logs")),
      { timestamp: START, type: "diagnosticEvent", diagnosticEvent: { message: "<{%fg 99%}>x<{%blink%}>", color: "raw", severity: "catastrophe" } },
    ];
    const log = logOf(strange);
    const { unknown, kinds, resources, diagnostics } = log.summary();
    assert.deepEqual(unknown.kinds, { somethingNewEvent: 1 });
    assert.deepEqual(unknown.ops, { vanish: 1 });
    assert.deepEqual(unknown.severities, { catastrophe: 1 });
    assert.deepEqual(kinds, { somethingNewEvent: 1, resourcePreEvent: 1, diagnosticEvent: 1 });
    assert.deepEqual({ ...log.kinds }, kinds);
    assert.equal(resources.find(({ name }) => name === "logs").op, "vanish");
    assert.equal(diagnostics[0].severity, "catastrophe");
    assert.deepEqual(log.events(), strange);
    for (const style of ["summary", "diff", "progress"]) assert.match(log.toText({ style }), /vanish|logs/, style);
  });
});

describe("at any moment", () => {
  test("a summary after each event, and the rest folded in later, give what one fold gives", () => {
    const log = new EventLog();
    for (const [index, event] of events.entries()) {
      log.push(event);
      const { result, events: read } = log.summary();
      assert.equal(read, index + 1);
      assert.equal(result, index < events.findIndex(({ summaryEvent }) => summaryEvent) ? "running" : "succeeded");
      log.toText();
      log.toMarkdown();
      log.overview();
    }
    log.end();
    assert.deepEqual(log.summary(), expected);
  });

  test("rows go from pending and running to done", () => {
    const log = new EventLog();
    const status = () => log.resources({ filter: { text: "::server" } }).rows[0]?.status;
    const seen = [];
    for (const event of events) {
      log.push(event);
      if (status() !== seen.at(-1)) seen.push(status());
    }
    assert.deepEqual(seen.filter(Boolean), ["running", "done"]);
  });

  test("a log that is cut off: interrupted where a resource is under way, else unknown", () => {
    const cut = (count) => logOf(events.slice(0, count)).summary();
    assert.equal(cut(2).result, "unknown");
    const half = cut(4);
    assert.equal(half.result, "interrupted");
    assert.deepEqual(half.resources.filter(({ custom }) => custom).map(({ status }) => status), ["interrupted", "interrupted"]);
    const cancelled = new EventLog();
    cancelled.push([...events.slice(0, 4), over(9)]);
    assert.equal(cancelled.summary().result, "interrupted");
    assert.equal(logOf([]).summary().result, "unknown");
    assert.equal(new EventLog().summary().result, "running");
  });

  test("a known status wins over running, interrupted and unknown alone", () => {
    for (const status of ["succeeded", "failed", "cancelled"]) {
      for (const end of [true, false]) {
        const log = new EventLog();
        log.push(events.slice(0, 4));
        log.setStatus(status);
        if (end) log.end();
        assert.equal(log.summary().result, status === "cancelled" ? "canceled" : status);
      }
    }
    const failed = logOf(failedUpdate());
    failed.setStatus("succeeded");
    assert.equal(failed.summary().result, "failed");
    const running = new EventLog();
    running.push(events.slice(0, 4));
    running.setStatus("running");
    assert.equal(running.summary().result, "running");
  });

  test("failures: steps, rows, messages", () => {
    const { result, errored, erroredResources, diagnostics, resources } = logOf(failedUpdate()).summary();
    assert.deepEqual([result, errored, erroredResources], ["failed", 1, 2]);
    assert.deepEqual(diagnostics.map(({ severity, urn }) => [severity, urn]), [["error", urn(INSTANCE, "server")], ["error", STACK]]);
    assert.ok(diagnostics.every(({ message }) => !message.includes("<{%")));
    assert.equal(resources.find(({ name }) => name === "server").status, "failed");
  });

  test("the counts are recomputed where the summary event is missing or differs", () => {
    const without = logOf(events.filter(({ summaryEvent }) => !summaryEvent)).summary();
    assert.deepEqual([without.changesFrom, without.changes, without.recomputed], ["steps", { create: 1, update: 1, same: 1 }, undefined]);
    assert.deepEqual([expected.changesFrom, expected.recomputed], ["summary", undefined]);
    const wrong = logOf(events.map((event) => (event.summaryEvent ? sums({ create: 5 }, {}, 5) : event))).summary();
    assert.deepEqual([wrong.changesFrom, wrong.changes, wrong.recomputed], ["summary", { create: 5 }, { create: 1, update: 1, same: 1 }]);
  });

  test("a replacement is one row with its steps and its reason", () => {
    const part = (op, logical) => step(op, INSTANCE, "server", { older: { zone: "a" }, newer: { zone: "b" }, keys: ["zone"], diffs: ["zone"], logical });
    const steps = [part("create-replacement", false), part("replace", true), part("delete-replaced", false)];
    const { resources, changes } = logOf([prelude(), ...steps.flatMap((each, index) => [begins(each, 2 * index), ends(each, 2 * index + 1)]), sums({ replace: 1 }, {}, 6), over(6)]).summary();
    assert.deepEqual(changes, { replace: 1 });
    assert.equal(resources.length, 1);
    const [{ op, status, steps: rows, diff, replaceReasons, startTime, endTime }] = resources;
    assert.deepEqual([op, status, rows.map((row) => row.op), diff, endTime - startTime], ["replace", "done", ["create-replacement", "replace", "delete-replaced"], ["zone"], 5]);
    assert.equal(replaceReasons[0].property, "zone");
  });
});

describe("load", () => {
  const path = join(mkdtempSync(join(tmpdir(), "stackscope-log-")), "up.ndjson");
  writeFileSync(path, input);
  const sources = {
    "Uint8Array": () => input,
    "ArrayBuffer": () => input.slice().buffer,
    "Blob": () => new Blob([input]),
    "Response": () => new Response(input),
    "ReadableStream": () => new Blob([input]).stream(),
    "Node stream": () => createReadStream(path, { highWaterMark: 100 }),
    "async iterable": () => pieces(97),
    "gzip": () => gzipSync(input),
    "zstd in single bytes": () => pieces(1, zstd(input)),
    "response-like with arrayBuffer alone": () => ({ ok: true, status: 200, headers: { get: () => null }, arrayBuffer: async () => input.slice().buffer }),
  };
  for (const [name, source] of Object.entries(sources)) {
    test(name, async () => {
      const log = await EventLog.load(source());
      assert.deepEqual(log.summary(), expected);
      assert.deepEqual(log.events(), text.trim().split("\n").map((line) => JSON.parse(line)));
      log.free();
    });
  }

  test("progress rises to the end, with the total where it is known", async () => {
    for (const [source, total, known] of [[input, undefined, input.length], [new Blob([input]), undefined, input.length], [pieces(500), undefined, undefined], [pieces(500), input.length, input.length]]) {
      const seen = [];
      await EventLog.load(source, { onProgress: (now) => seen.push(now), total });
      assert.deepEqual([seen.at(-1).read, seen.at(-1).total], [input.length, known]);
      seen.reduce((before, now) => (assert.ok(now.read >= before), now.read), 0);
    }
  });

  test("an abort, before and on the way, throws the signal's own reason", async () => {
    const reason = { why: "enough" };
    await assert.rejects(EventLog.load(input, { signal: AbortSignal.abort(reason) }), (thrown) => thrown === reason);
    const controller = new AbortController();
    let released = false;
    const endless = async function* () {
      try {
        for (let given = 1; ; given += 1) {
          if (given === 5) controller.abort(reason);
          yield input;
        }
      } finally {
        released = true;
      }
    };
    await assert.rejects(EventLog.load(endless(), { signal: controller.signal }), (thrown) => thrown === reason);
    assert.ok(released);
  });

  test("what the source or the caller throws comes through as it is", async () => {
    const mine = new TypeError("the disk is on fire");
    await assert.rejects(EventLog.load((async function* () { yield input; throw mine; })()), (thrown) => thrown === mine);
    await assert.rejects(EventLog.load(pieces(100), { onProgress() { throw mine; } }), (thrown) => thrown === mine);
  });

  test("a source that is none, an answer that is an error", async () => {
    for (const source of [undefined, 7, "up.ndjson", {}]) await assert.rejects(EventLog.load(source), { name: "StackscopeError", code: "validation" });
    await assert.rejects(EventLog.load(new Response("x", { status: 404 })), { code: "unreadable", status: 404 });
  });
});

test("a freed handle says so, and `using` would free it", () => {
  const log = logOf(events);
  log[Symbol.dispose]();
  for (const call of [() => log.summary(), () => log.push(events), () => log.write(text), () => log.length, () => log.toText()]) assert.throws(call);
  assert.deepEqual(logOf(events).summary(), expected);
});
