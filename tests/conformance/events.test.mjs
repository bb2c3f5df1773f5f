// scripts/conformance/events.mjs: on fixtures of our own, on made-up logs, and on the corpus where there is one.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { EventLog } from "stackscope";
import { main } from "../../scripts/conformance/events.mjs";
import { optionsOf, withoutTags } from "../../scripts/conformance/event-logs.mjs";
import { failedUpdate, ndjson, smallUpdate } from "../js/event-logs.mjs";

const OWN = fileURLToPath(new URL("../fixtures/event-logs", import.meta.url));
const CHECKS = ["Resources block", "Resources block, recomputed from the steps", "diff text", "progress text"];

async function run(...args) {
  const said = [];
  const complaints = [];
  const code = await main(args, (line) => said.push(line), (line) => complaints.push(line));
  return { code, out: said.join("\n"), complaints: complaints.join("\n") };
}

/** A folder with these files. */
function folder(t, files) {
  const path = mkdtempSync(join(tmpdir(), "stackscope-logs-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** A log with the texts that the package itself prints for it; `change` alters them. */
function recorded(name, events, change = (text) => text) {
  const log = new EventLog();
  log.push(events);
  log.end();
  const texts = ["diff", "progress"].map((style) => [`${name}/${style}.stdout.txt`, change(log.toText(optionsOf(style, "")), style)]);
  return { [`${name}/eventstream.json`]: ndjson(events), ...Object.fromEntries(texts) };
}

/** What the checks say: name to [passed, failed]. */
function counts(out) {
  const found = [...out.matchAll(/^(.+): (\d+) passed, (\d+) failed/gm)];
  return Object.fromEntries(found.map(([, name, passed, failed]) => [name, [Number(passed), Number(failed)]]));
}

test("fixtures of our own", async () => {
  for (const args of [[OWN], [OWN, "--raw"]]) {
    const { code, out, complaints } = await run(...args);
    assert.equal(code, 0, `${out}\n${complaints}`);
    assert.deepEqual(Object.keys(counts(out)), CHECKS);
    for (const [name, [passed]] of Object.entries(counts(out))) assert.ok(passed > 0, name);
  }
});

test("logs at any depth pass where the texts are the same", async (t) => {
  const path = folder(t, { ...recorded("a/b/c/up", smallUpdate()), ...recorded("failed", failedUpdate()), "no-texts/eventstream.json": "", "no-log/diff.stdout.txt": "x" });
  const { code, out } = await run(path);
  assert.equal(code, 0, out);
  assert.match(out, /^2 event logs\n/);
  assert.deepEqual(counts(out), Object.fromEntries(CHECKS.map((name) => [name, [2, 0]])));
});

test("a text that differs is a failure, with its name and its line", async (t) => {
  const path = folder(t, { ...recorded("good", smallUpdate()), ...recorded("odd-one", smallUpdate(), (text, style) => (style === "diff" ? text.replace("private", "privatissimo") : text)) });
  const { code, out } = await run(path, "--show", "odd-one");
  assert.equal(code, 1);
  assert.deepEqual(counts(out)["diff text"], [1, 1]);
  assert.deepEqual(counts(out)["progress text"], [2, 0]);
  assert.match(out, /^ {2}FAILED odd-one: line \d+ differs$/m);
  assert.match(out, /^- .*privatissimo/m);
  assert.match(out, /^\+ .*private"/m);
});

test("totals that differ", async (t) => {
  const path = folder(t, recorded("odd", smallUpdate(), (text) => text.replace("1 created", "2 created")));
  const { code, out } = await run(path);
  assert.equal(code, 1);
  for (const name of CHECKS) assert.deepEqual(counts(out)[name], [0, 1], name);
});

test("colour tags count with --raw alone", async (t) => {
  const path = folder(t, recorded("plain", smallUpdate(), withoutTags));
  assert.equal((await run(path)).code, 0);
  const { code, out } = await run(path, "--raw");
  assert.equal(code, 1);
  assert.match(out, /^1 event logs, colour tags included\n/);
  assert.deepEqual(counts(out)["diff text"], [0, 1]);
});

test("a log that cannot be read is a failure, not the end", async (t) => {
  const path = folder(t, { "bad/eventstream.json": "{oops", "bad/diff.stdout.txt": "", ...recorded("good", smallUpdate()) });
  const { code, out } = await run(path);
  assert.equal(code, 1);
  assert.match(out, /FAILED bad: StackscopeError: /);
  assert.deepEqual(counts(out)["diff text"], [1, 1]);
});

test("nothing to check is a failure, a wrong command line another", async (t) => {
  const empty = await run(folder(t, { "readme.txt": "", "no-texts/eventstream.json": ndjson(smallUpdate()) }));
  assert.deepEqual([empty.code, empty.out], [1, ""]);
  assert.match(empty.complaints, /no eventstream\.json/);
  for (const args of [[], ["--raw"], ["a", "b"], ["a", "--show"], ["--nope", "a"], [join(tmpdir(), "stackscope-absent")]]) {
    const { code, out, complaints } = await run(...args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assert.notEqual(complaints, "");
  }
});

test("Pulumi's own logs, where the corpus is", async (t) => {
  const corpus = process.env.STACKSCOPE_CORPUS ? join(process.env.STACKSCOPE_CORPUS, "pulumi-event-logs") : "";
  if (!existsSync(corpus)) {
    console.log("NOT RUN: no corpus");
    return t.skip("no corpus");
  }
  const { code, out, complaints } = await run(corpus);
  assert.equal(code, 0, `${out}\n${complaints}`);
  const { "Resources block": block, "diff text": diff, "progress text": progress } = counts(out);
  assert.equal(block[1], 0);
  for (const [[passed, failed], share] of [[diff, 0.95], [progress, 0.9]]) assert.ok(passed >= share * (passed + failed), `${passed} of ${passed + failed}`);
});
