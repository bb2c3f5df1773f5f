// stackscope diff and check: formats, options, exit codes, what goes where.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import jsonPatch from "fast-json-patch";
import { CLI, file, folder, stackscope } from "./cli.mjs";
import { BUCKET, SECRET, SIGNATURE, bytes, everyKind, resource, secret, state, urn } from "./states.mjs";

const { older, newer } = everyKind();
file("old.json", older);
file("new.json", newer);
file("old.json.gz", gzipSync(JSON.stringify(older)));
const ESCAPE = "\u001b[";

test("diff prints text, and the exit code is 0 unless asked", async () => {
  const { code, stdout, stderr } = await stackscope(["diff", "old.json", "new.json"]);
  assert.equal(code, 0);
  assert.equal(stderr, "");
  for (const name of ["changed", "db", "fresh", "gone"]) assert.ok(stdout.includes(name), stdout);
  assert.ok(!stdout.includes(ESCAPE));
  assert.ok(stdout.endsWith("\n") && !stdout.endsWith("\n\n"));
});

test("diff --exit-code", async () => {
  assert.equal((await stackscope(["diff", "old.json", "new.json", "--exit-code"])).code, 1);
  assert.equal((await stackscope(["diff", "old.json", "old.json", "--exit-code"])).code, 0);
  assert.equal((await stackscope(["diff", "old.json", "old.json.gz", "--exit-code"])).code, 0);
});

test("diff --format json: one JSON document on stdout, and nothing else", async () => {
  const { code, stdout, stderr } = await stackscope(["diff", "old.json", "new.json", "--format", "json", "--exit-code"], { env: { FORCE_COLOR: "1" } });
  assert.equal(code, 1);
  assert.equal(stderr, "");
  const { summary, changes } = JSON.parse(stdout);
  assert.deepEqual(summary, { create: 1, delete: 1, update: 1, replace: 1, move: 0, same: 3 });
  assert.equal(changes.length, 4);
});

test("diff --format markdown", async () => {
  const { code, stdout } = await stackscope(["diff", "old.json", "new.json", "--format", "markdown"]);
  assert.equal(code, 0);
  assert.match(stdout, /<details>/);
  assert.match(stdout, /changed/);
});

test("diff --format patch turns the old file into the new", async () => {
  const { code, stdout } = await stackscope(["diff", "old.json", "new.json", "--format", "patch"]);
  assert.equal(code, 0);
  assert.deepEqual(jsonPatch.applyPatch(structuredClone(older), JSON.parse(stdout), true).newDocument, newer);
});

test("a patch with plaintext is refused, unless allowed", async () => {
  file("cipher.json", state([resource(BUCKET, "a", { key: secret("AAAA") })]));
  file("plain.json", state([resource(BUCKET, "a", { key: { [SIGNATURE]: SECRET, plaintext: '"hunter2"' } })]));
  const refused = await stackscope(["diff", "cipher.json", "plain.json", "--format", "patch"]);
  assert.equal(refused.code, 3);
  assert.equal(refused.stdout, "");
  assert.match(refused.stderr, /^error\[secret_in_patch\]: /);
  assert.ok(!refused.stderr.includes("hunter2"));
  const allowed = await stackscope(["diff", "cipher.json", "plain.json", "--format", "patch", "--allow-plaintext"]);
  assert.equal(allowed.code, 0);
  assert.match(allowed.stdout, /hunter2/);
  for (const format of ["text", "json", "markdown"]) {
    const { stdout } = await stackscope(["diff", "cipher.json", "plain.json", "--format", format]);
    assert.ok(!stdout.includes("hunter2") && !stdout.includes("AAAA"), stdout);
  }
});

test("stdin can be either side, from a pipe or a file", async () => {
  const expected = (await stackscope(["diff", "old.json", "new.json", "--format", "json"])).stdout;
  assert.equal((await stackscope(["diff", "-", "new.json", "--format", "json"], { input: bytes(older) })).stdout, expected);
  assert.equal((await stackscope(["diff", "old.json", "-", "--format", "json"], { input: bytes(newer) })).stdout, expected);
  const shell = (command) => execFileSync("bash", ["-c", command], { cwd: folder, encoding: "utf8", env: { ...process.env, CLI, NODE: process.execPath } });
  assert.equal(shell('"$NODE" "$CLI" diff - new.json --format json < old.json'), expected);
  assert.equal(shell('"$NODE" "$CLI" diff <(cat old.json) <(cat new.json) --format json'), expected);
});

test("a state larger than a read, piped and gzipped", async () => {
  const large = state(Array.from({ length: 4000 }, (_, index) => resource(BUCKET, `bucket-${index}`, { note: "n".repeat(500), index })));
  const changed = structuredClone(large);
  changed.deployment.resources[2000].inputs.note = "other";
  file("large.json", large);
  const { code, stdout } = await stackscope(["diff", "large.json", "-", "--format", "json"], { input: gzipSync(JSON.stringify(changed)) });
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).summary.update, 1);
});

test("options of diff reach the core", async () => {
  const kinds = async (...options) => {
    const { code, stdout, stderr } = await stackscope(["diff", "old.json", "new.json", "--format", "json", ...options]);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout).changes.map((change) => `${change.kind} ${change.name}`).sort();
  };
  assert.deepEqual(await kinds(), ["create fresh", "delete gone", "replace db", "update changed"]);
  assert.deepEqual(await kinds("--ignore-type", "aws:rds/instance:Instance", "--ignore-type", "no:such/type:Type"), ["create fresh", "delete gone", "update changed"]);
  assert.deepEqual(await kinds("--ignore-urn", "*::gone", "--ignore-urn", "*::fresh"), ["replace db", "update changed"]);
  const ignored = ["inputs.acl", "outputs.acl", "inputs.tags.team", "outputs.tags.team"].flatMap((path) => ["--ignore", path]);
  assert.deepEqual(await kinds(...ignored), ["create fresh", "delete gone", "replace db"]);
  assert.ok(!(await kinds("--compare", "stacks")).some((kind) => kind.startsWith("replace")));
});

test("lists: --unordered and --list-key", async () => {
  file("lists-a.json", state([resource(BUCKET, "a", { tags: ["x", "y"], rules: [{ port: 1, to: "a" }, { port: 2, to: "b" }] }, { outputs: {} })]));
  file("lists-b.json", state([resource(BUCKET, "a", { tags: ["y", "x"], rules: [{ port: 0, to: "z" }, { port: 1, to: "c" }, { port: 2, to: "b" }] }, { outputs: {} })]));
  const args = ["--unordered", "inputs.tags", "--list-key", "inputs.rules=port"];
  const { stdout } = await stackscope(["diff", "lists-a.json", "lists-b.json", "--format", "json", ...args]);
  const paths = JSON.parse(stdout).changes[0].properties.map(({ path }) => path);
  assert.ok(paths.includes("inputs.rules[1].to") && !paths.some((path) => path.startsWith("inputs.tags")), String(paths));
});

test("--show-internal", async () => {
  file("internal-a.json", state([resource(BUCKET, "a", { __defaults: ["x"] })]));
  file("internal-b.json", state([resource(BUCKET, "a", { __defaults: ["y"] })]));
  const paths = async (...options) => JSON.parse((await stackscope(["diff", "internal-a.json", "internal-b.json", "--format", "json", ...options])).stdout).changes.flatMap((change) => change.properties.map(({ path }) => path));
  assert.ok(!(await paths()).some((path) => path.includes("__defaults")));
  assert.ok((await paths("--show-internal")).some((path) => path.includes("__defaults")));
});

test("colour: on request, by environment, never otherwise", async () => {
  const colored = async (args, env) => (await stackscope(["diff", "old.json", "new.json", ...args], { env })).stdout.includes(ESCAPE);
  assert.equal(await colored(["--color", "always"], { NO_COLOR: "1" }), true);
  assert.equal(await colored(["--color", "never"], { FORCE_COLOR: "1" }), false);
  assert.equal(await colored([], { FORCE_COLOR: "1" }), true);
  assert.equal(await colored([], { FORCE_COLOR: "0" }), false);
  assert.equal(await colored([], { NO_COLOR: "1" }), false);
  assert.equal(await colored([], {}), false);
});

test("check: text, JSON, Markdown; 1 only for errors", async () => {
  file("sound.json", state([resource(BUCKET, "a")]));
  file("orphan.json", state([resource(BUCKET, "a", {}, { parent: urn(BUCKET, "absent") })]));
  const magic = state([resource(BUCKET, "a")]);
  magic.deployment.manifest.magic = "0".repeat(64);
  file("magic.json", magic);

  assert.equal((await stackscope(["check", "sound.json"])).code, 0);
  assert.equal((await stackscope(["check", "-"], { input: bytes(magic) })).code, 0);
  const text = await stackscope(["check", "orphan.json"]);
  assert.equal(text.code, 1);
  assert.match(text.stdout, /absent/);
  const json = await stackscope(["check", "orphan.json", "--format", "json"]);
  assert.equal(json.code, 1);
  assert.equal(json.stderr, "");
  const [finding] = JSON.parse(json.stdout).findings.filter(({ severity }) => severity === "error");
  for (const key of ["code", "severity", "urn", "message", "repair"]) assert.equal(typeof finding[key], "string", key);
  const warned = JSON.parse((await stackscope(["check", "magic.json", "--format", "json"])).stdout).findings;
  assert.deepEqual(warned.map(({ severity }) => severity), ["warning"]);
  const markdown = await stackscope(["check", "orphan.json", "--format", "markdown"]);
  assert.equal(markdown.code, 1);
  assert.match(markdown.stdout, /absent/);
});

test("a warning of the reader goes to stderr, the result to stdout", async () => {
  file("future.json", { ...older, version: 4, features: ["timeTravel"] });
  const { code, stdout, stderr } = await stackscope(["diff", "future.json", "new.json", "--format", "json"]);
  assert.equal(code, 0);
  assert.match(stderr, /^warning\[\w+\]: future\.json: .*timeTravel/);
  JSON.parse(stdout);
});

test("a reader that goes away ends it quietly", () => {
  const many = (value) => state(Array.from({ length: 3000 }, (_, index) => resource(BUCKET, `bucket-${index}`, { [`key${index}`]: value })));
  file("many-a.json", many(1));
  file("many-b.json", many(2));
  const out = execFileSync("bash", ["-c", 'set -o pipefail; "$NODE" "$CLI" diff many-a.json many-b.json --format json 2> pipe.err | head -c 100 >/dev/null; echo "${PIPESTATUS[0]}"; cat pipe.err'], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CLI, NODE: process.execPath },
  });
  assert.equal(out, "0\n");
});

test("version and help", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  assert.equal((await stackscope(["--version"])).stdout, `${version}\n`);
  for (const args of [["--help"], ["help"], ["diff", "--help"], ["help", "diff"], ["check", "-h"]]) {
    const { code, stdout, stderr } = await stackscope(args);
    assert.equal(code, 0);
    assert.equal(stderr, "");
    assert.match(stdout, /^Usage: stackscope/);
    assert.match(stdout, /Examples:\n  \$ (stackscope|pulumi)/);
  }
});
