// stackscope summary with logs in files and on stdin: formats, options, exit codes, what goes where.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { EventLog } from "stackscope";
import { begins, BUCKET, ends, event, failedUpdate, INSTANCE, ndjson, over, prelude, says, smallUpdate, STACK, step, sums, zstd } from "../js/event-logs.mjs";
import { urn } from "../js/states.mjs";
import { file, folder, stackscope, start } from "./support.mjs";

const ESCAPE = "\u001b[";

/** An update with something to show for every option of Pulumi's. */
function richUpdate() {
  const replacement = (op, logical) => step(op, INSTANCE, "database", { older: { zone: "a" }, newer: { zone: "b" }, keys: ["zone"], diffs: ["zone"], logical });
  const page = Array.from({ length: 40 }, (_, line) => `line ${line} of a long text`).join("\n");
  const site = step("create", BUCKET, "site", { newer: { page } });
  const kept = step("same", BUCKET, "kept", { older: { acl: "private" } });
  const found = step("read", BUCKET, "found", { newer: { acl: "public" } });
  const [made, replaced, gone] = [replacement("create-replacement", false), replacement("replace", true), replacement("delete-replaced", false)];
  return [
    prelude({ "aws:region": "eu-central-1", "web:size": "large" }),
    event("progressEvent", { type: "plugin-download", id: "aws", message: "Downloading plugin aws", received: 0, total: 100, done: false }),
    begins(kept), ends(kept, 1),
    begins(found, 1), ends(found, 1),
    begins(site, 1), ends(site, 2),
    begins(made, 2), ends(made, 4), begins(replaced, 4), ends(replaced, 4), begins(gone, 5), ends(gone, 6),
    says("info", "said by the program", undefined, 6),
    sums({ create: 1, same: 1, replace: 1 }, {}, 7),
    over(7),
  ];
}

file("up.ndjson", ndjson(smallUpdate()));
file("failed.ndjson", ndjson(failedUpdate()));
file("rich.ndjson", ndjson(richUpdate()));
file("up.json.gz", gzipSync(ndjson(smallUpdate())));
file("up.json.zst", zstd(ndjson(smallUpdate())));

/** The log as the package itself has it. */
function logOf(events) {
  const log = new EventLog({ keepBytes: Infinity });
  log.push(events);
  log.end();
  return log;
}

const summary = (...args) => stackscope(undefined, ["summary", ...args]);

/** Runs it, which must end with 0 and say nothing beside the result. */
async function printed(...args) {
  const { code, stdout, stderr } = await summary(...args);
  assert.deepEqual([code, stderr], [0, ""], args.join(" "));
  return stdout;
}

describe("stackscope summary", { concurrency: 4 }, () => {
  test("text is what a person reads first; the exit code is 0 unless asked", async () => {
    const text = await printed("up.ndjson");
    for (const part of ["logs", "server", "size", "the bucket has no owner"]) assert.ok(text.includes(part), text);
    assert.ok(!text.includes(ESCAPE) && !text.includes("<{%"));
    assert.ok(text.endsWith("\n") && !text.endsWith("\n\n"));
    assert.match(await printed("failed.ndjson"), /no such size: huge/);
    assert.ok((await printed("up.ndjson", "--color", "always")).includes(ESCAPE));
    assert.ok(!(await printed("up.ndjson", "--color", "never")).includes(ESCAPE));
    const forced = await stackscope(undefined, ["summary", "up.ndjson"], { env: { FORCE_COLOR: "1" } });
    assert.ok(forced.stdout.includes(ESCAPE));
  });

  test("--format json: one JSON document of the shape that scripts rely on", async () => {
    const { code, stdout, stderr } = await stackscope(undefined, ["summary", "up.ndjson", "--format", "json"], { env: { FORCE_COLOR: "1" } });
    assert.deepEqual([code, stderr], [0, ""]);
    const { result, isPreview, changes, totalChanges, unchanged, errored, durationSeconds, resources, diagnostics, policies, outputs } = JSON.parse(stdout);
    assert.deepEqual(
      { result, isPreview, changes, totalChanges, unchanged, errored, durationSeconds, policies, outputs },
      { result: "succeeded", isPreview: false, changes: { create: 1, update: 1, same: 1 }, totalChanges: 2, unchanged: 1, errored: 0, durationSeconds: 5, policies: [], outputs: { url: "https://web.example.com" } },
    );
    assert.deepEqual(diagnostics.map(({ severity, urn, message }) => ({ severity, urn, message: message.trim() })), [{ severity: "warning", urn: urn(BUCKET, "logs"), message: "the bucket has no owner" }]);
    const bucket = resources.find((row) => row.name === "logs");
    assert.deepEqual([bucket.urn, bucket.type, bucket.parent, bucket.op, bucket.status, bucket.endTime - bucket.startTime], [urn(BUCKET, "logs"), BUCKET, STACK, "create", "done", 2]);
    assert.deepEqual(resources.find((row) => row.name === "server").diff, ["size"]);
    assert.deepEqual(JSON.parse(stdout), logOf(smallUpdate()).summary());
  });

  test("--format markdown, its heading, its marker and its length", async () => {
    const plain = await printed("up.ndjson", "--format", "markdown");
    assert.match(plain, /<details>/);
    const options = ["--title", "acme/web/dev", "--marker", "my-marker", "--permalink", "https://app.example.com/u/1"];
    const told = await printed("up.ndjson", "--format", "markdown", ...options);
    assert.match(told, /^<!-- .*my-marker.* -->\n/);
    for (const part of ["acme/web/dev", "https://app.example.com/u/1"]) assert.ok(told.includes(part) && !plain.includes(part));
    assert.equal(told.trimEnd(), logOf(smallUpdate()).toMarkdown({ title: "acme/web/dev", marker: "my-marker", link: "https://app.example.com/u/1" }).trimEnd());
    const short = await printed("rich.ndjson", "--format", "markdown", "--max-length", "600");
    assert.ok([...short.trimEnd()].length <= 600, short);
  });

  test("--format diff and progress, as Pulumi's command line prints them", async () => {
    const totals = "Resources:\n    + 1 created\n    ~ 1 updated\n    2 changes. 1 unchanged\n\nDuration: 5s\n";
    const diff = await printed("up.ndjson", "--format", "diff");
    assert.ok(diff.includes("+ aws:s3/bucket:Bucket: (create)\n"), diff);
    assert.ok(diff.includes('~ size: "small" => "large"\n'), diff);
    assert.ok(diff.includes(totals), diff);
    const progress = await printed("up.ndjson", "--format", "progress");
    assert.match(progress, /^ \+ +aws:s3:Bucket logs created/m);
    assert.match(progress, /^ ~ +aws:ec2:Instance server updated .*\[diff: ~size\]/m);
    assert.ok(progress.includes(totals), progress);
  });

  test("--color of the views", async () => {
    const of = (color) => printed("up.ndjson", "--format", "diff", "--color", color);
    const [never, raw, always, html] = [await of("never"), await of("raw"), await of("always"), await of("html")];
    assert.ok(!never.includes(ESCAPE) && !never.includes("<{%"));
    assert.ok(raw.includes("<{%fg 2%}>") && !raw.includes(ESCAPE));
    assert.ok(always.includes(`${ESCAPE}38;5;2m`) && !always.includes("<{%"));
    assert.ok(html.includes("<span") && !html.includes("<{%"));
    assert.equal(raw.replace(/<\{%.*?%\}>/g, ""), never);
    assert.equal(always.replace(/\u001b\[[\d;]*m/g, ""), never);
    for (const color of ["raw", "html"]) assert.equal((await summary("up.ndjson", "--color", color)).code, 2);
  });

  test("Pulumi's own options reach the views", async () => {
    const log = logOf(richUpdate());
    const options = [
      ["diff", ["--show-config"], { showConfig: true }, "web:size"],
      ["diff", ["--show-sames"], { showSames: true }, "kept"],
      ["diff", ["--show-replacement-steps"], { showReplacementSteps: true }, "create-replacement"],
      ["diff", ["--show-full-output"], { showFullOutput: true }, "line 39 of"],
      ["progress", ["--show-config"], { showConfig: true }, "web:size"],
      ["progress", ["--show-reads"], { showReads: true }, ">  aws:s3:Bucket found"],
      ["progress", ["--show-urns"], { showUrns: true }, urn(BUCKET, "site")],
      ["progress", ["--permalink", "https://app.example.com/u/1"], { permalink: "https://app.example.com/u/1" }, "View Live: https://app.example.com/u/1"],
      ["progress", ["--preview"], { preview: true }, ""],
    ];
    const plain = { diff: await printed("rich.ndjson", "--format", "diff"), progress: await printed("rich.ndjson", "--format", "progress") };
    for (const [style, flags, option, part] of options) {
      const told = await printed("rich.ndjson", "--format", style, ...flags);
      assert.equal(told.trimEnd(), log.toText({ style, ...option }).trimEnd(), flags.join(" "));
      assert.ok(told.includes(part), `${flags.join(" ")} does not show ${part}:\n${told}`);
      assert.notEqual(told, plain[style], `${flags.join(" ")} changes nothing`);
      if (part !== "") assert.ok(!plain[style].includes(part), `${part} is shown without ${flags.join(" ")}`);
    }
    const quiet = await printed("rich.ndjson", "--format", "progress", "--suppress-progress");
    assert.ok(plain.progress.includes("Downloading plugin aws") && !quiet.includes("Downloading"));
    assert.equal(quiet.trimEnd(), log.toText({ style: "progress", suppressProgress: true }).trimEnd());
    assert.equal(await printed("rich.ndjson", "--format", "progress", "--update"), plain.progress);
  });

  test("--stack and --project name what the log doesn't", async () => {
    const anonymous = failedUpdate().filter(({ resourcePreEvent: begun }) => begun?.metadata.urn !== STACK);
    file("anonymous.ndjson", ndjson(anonymous.map(({ diagnosticEvent, ...rest }) => (diagnosticEvent ? { ...rest, diagnosticEvent: { ...diagnosticEvent, urn: "" } } : rest))));
    assert.match(await printed("anonymous.ndjson", "--format", "progress", "--stack", "prod", "--project", "shop"), /shop-prod/);
  });

  test("--all lists everything", async () => {
    const many = Array.from({ length: 300 }, (_, index) => step("create", BUCKET, `bucket-${index}`));
    file("many.ndjson", ndjson([prelude(), ...many.flatMap((each) => [begins(each), ends(each, 1)]), sums({ create: 300 }, {}, 1), over(1)]));
    const [some, all] = [await printed("many.ndjson"), await printed("many.ndjson", "--all")];
    assert.ok(some.split("\n").length < 80, "more than a screen or two");
    assert.match(some, /300/);
    for (const index of [0, 150, 299]) assert.match(all, new RegExp(`\\bbucket-${index}\\b`));
  });

  test("files and stdin; plain, gzip and zstd; lines and pages", async () => {
    const expected = await printed("up.ndjson", "--format", "json");
    for (const name of ["up.json.gz", "up.json.zst"]) assert.equal(await printed(name, "--format", "json"), expected, name);
    const events = smallUpdate();
    const forms = {
      lines: ndjson(events),
      gzip: gzipSync(ndjson(events)),
      pages: JSON.stringify({ events: events.slice(0, 4), continuationToken: "4" }) + JSON.stringify({ events: events.slice(4), continuationToken: null }),
    };
    for (const [name, input] of Object.entries(forms)) {
      const { code, stdout, stderr } = await stackscope(undefined, ["summary", "-", "--format", "json"], { input });
      assert.deepEqual([code, stderr], [0, ""], name);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(expected), name);
    }
  });

  test("what `pulumi preview --json` prints", async () => {
    const state = { type: BUCKET, urn: urn(BUCKET, "logs"), custom: true, inputs: { acl: "private" } };
    const digest = { config: { "web:size": "large" }, steps: [{ op: "create", urn: urn(BUCKET, "logs"), newState: state }], duration: 1_500_000_000, changeSummary: { create: 1, same: 2 } };
    file("preview.json", JSON.stringify(digest, null, 4));
    const { isPreview, changes, totalChanges, unchanged, durationSeconds, resources, recomputed } = JSON.parse(await printed("preview.json", "--format", "json"));
    assert.deepEqual([isPreview, changes, totalChanges, unchanged, durationSeconds, recomputed], [true, { create: 1, same: 2 }, 1, 2, 1.5, undefined]);
    assert.deepEqual(resources.map(({ name, op }) => [name, op]), [["logs", "create"]]);
  });

  test("--exit-code: 1 unless the update succeeded", async () => {
    const cut = ndjson(smallUpdate().slice(0, 5));
    file("cut.ndjson", cut);
    for (const [name, format, expected] of [["up.ndjson", "text", 0], ["up.ndjson", "diff", 0], ["failed.ndjson", "json", 1], ["failed.ndjson", "progress", 1], ["cut.ndjson", "markdown", 1]]) {
      assert.equal((await summary(name, "--format", format, "--exit-code")).code, expected, `${name} ${format}`);
    }
    assert.equal(JSON.parse(await printed("cut.ndjson", "--format", "json")).result, "interrupted");
    const empty = await stackscope(undefined, ["summary", "-", "--exit-code"], { input: "" });
    assert.deepEqual([empty.code, empty.stdout], [3, ""]);
    assert.match(empty.stderr, /^error\[wrong_shape\]: stdin: there is no engine event in it: it is empty\n/);
  });

  test("a reader that goes away ends it quietly", async () => {
    const run = start(undefined, ["summary", "many.ndjson", "--format", "json"]);
    run.child.stdout.once("data", () => run.child.stdout.destroy());
    const { code, stderr } = await run.done;
    assert.deepEqual([code, stderr], [0, ""]);
  });
});

describe("a log that is damaged, or none", { concurrency: 4 }, () => {
  const lines = ndjson(smallUpdate()).split("\n");
  const noisy = ["Updating (dev): hunter2", ...lines.slice(0, 4), '{"timestamp": hunter2', ...lines.slice(4), "<html>hunter2</html>", ""].join("\n");
  file("noisy.ndjson", noisy);

  test("what is no event is passed over, and named on stderr without being quoted", async () => {
    const { code, stdout, stderr } = await summary("noisy.ndjson", "--format", "json");
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^warning: noisy\.ndjson: line 1, byte 0: \S.*\nwarning: noisy\.ndjson: line 6, byte \d+: \S.*\nwarning: noisy\.ndjson: line 1\d, byte \d+: \S.*\n$/);
    assert.ok(!`${stdout}${stderr}`.includes("hunter2"));
    const { problems, problemCount, ...rest } = JSON.parse(stdout);
    assert.deepEqual([problems.length, problemCount], [3, 3]);
    const { problems: none, problemCount: zero, ...expected } = logOf(smallUpdate()).summary();
    assert.deepEqual(rest, expected);
  });

  test("many notes are few lines", async () => {
    const { code, stderr } = await stackscope(undefined, ["summary", "-"], { input: `${"noise\n".repeat(40)}${ndjson(smallUpdate())}` });
    assert.equal(code, 0);
    const told = stderr.trimEnd().split("\n");
    assert.ok(told.length <= 6 && told.every((line) => line.startsWith("warning: stdin: ")), stderr);
  });

  test("--strict fails at the first of them, with 3", async () => {
    const { code, stdout, stderr } = await summary("noisy.ndjson", "--strict");
    assert.deepEqual([code, stdout], [3, ""]);
    assert.match(stderr, /^error\[\w+\]: noisy\.ndjson: .*\n(  .*\n)*  at byte 0\n/);
    assert.ok(!stderr.includes("hunter2"));
    assert.equal((await summary("up.ndjson", "--strict")).code, 0);
  });

  test("a state is told from a log", async () => {
    file("state.json", JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [] } }));
    assert.match((await summary("state.json")).stderr, /state/i);
    const { code, stderr } = await summary("state.json", "--strict");
    assert.equal(code, 3);
    assert.match(stderr, /state/i);
  });

  test("a gzip stream that is cut off gives what can be read", async () => {
    file("cut.gz", gzipSync(ndjson(smallUpdate())).subarray(0, -30));
    const { code, stdout, stderr } = await summary("cut.gz");
    assert.equal(code, 0);
    assert.match(stderr, /^warning: cut\.gz: .*gzip/m);
    assert.notEqual(stdout, "");
    const strict = await summary("cut.gz", "--strict");
    assert.deepEqual([strict.code, strict.stdout], [3, ""]);
    assert.match(strict.stderr, /^error\[decompress\]: cut\.gz: /);
  });

  test("an absent file, a directory: 3", async () => {
    for (const [name, told] of [["absent.ndjson", /^error\[unreadable\]: absent\.ndjson: no such file/], [folder, /^error\[unreadable\]: .*is a directory/]]) {
      const { code, stdout, stderr } = await summary(name);
      assert.deepEqual([code, stdout], [3, ""], stderr);
      assert.match(stderr, told);
    }
  });

  test("a wrong command line: 2", async () => {
    const lines = [[], ["up.ndjson", "failed.ndjson"], ["up.ndjson", "--nope"], ["up.ndjson", "--format", "yaml"], ["up.ndjson", "--color", "sometimes"], ["up.ndjson", "--preview", "--update"], ["up.ndjson", "--max-length", "0"], ["up.ndjson", "--follow"], ["absent.ndjson", "--follow"], ["-", "--follow"]];
    for (const args of lines) {
      const { code, stdout, stderr } = await summary(...args);
      assert.deepEqual([code, stdout], [2, ""], `${args.join(" ")}: ${stderr}`);
      assert.notEqual(stderr, "");
    }
  });
});
