// EventLog: pages of rows and events, what is kept, and the texts it is printed as.
import assert from "node:assert/strict";
import test, { describe } from "node:test";
import { EventLog } from "stackscope";
import { begins, BUCKET, ends, fails, ndjson, over, prelude, says, smallUpdate, step, sums } from "./event-logs.mjs";
import { bytes, SECRET, SIGNATURE, urn } from "./states.mjs";

const ESCAPE = "\u001b[";
const events = smallUpdate();

function logOf(list, options) {
  const log = new EventLog(options);
  log.push(list);
  log.end();
  return log;
}

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
    for (const marker of ["--><img src=x>", "", "a\nb"]) assert.throws(() => log.toMarkdown({ marker }), { code: "validation" });
  });
});
