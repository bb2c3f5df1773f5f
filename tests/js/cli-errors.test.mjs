// stackscope with a wrong command line (2) or a bad input (3): what it says, and that stdout stays empty.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { CLI, file, folder, stackscope } from "./cli.mjs";
import { BUCKET, bytes, resource, state } from "./states.mjs";

const good = state([resource(BUCKET, "one")]);
const text = JSON.stringify(good);
file("good.json", good);

const usage = {
  "no command": [],
  "an unknown command": ["frobnicate"],
  "diff without inputs": ["diff"],
  "diff with one input": ["diff", "good.json"],
  "diff with three inputs": ["diff", "good.json", "good.json", "good.json"],
  "an unknown option": ["diff", "good.json", "good.json", "--colour"],
  "an unknown format": ["diff", "good.json", "good.json", "--format", "xml"],
  "a format of another command": ["check", "good.json", "--format", "patch"],
  "a format without value": ["diff", "good.json", "good.json", "--format"],
  "an unknown comparison": ["diff", "good.json", "good.json", "--compare", "sideways"],
  "stdin twice": ["diff", "-", "-"],
  "a list key without key": ["diff", "good.json", "good.json", "--list-key", "inputs.rules"],
  "a broken path": ["diff", "good.json", "good.json", "--ignore", "inputs.["],
  "plaintext allowed where nothing is a patch": ["diff", "good.json", "good.json", "--allow-plaintext"],
  "check without input": ["check"],
  "check of two": ["check", "good.json", "good.json"],
};

for (const [name, args] of Object.entries(usage)) {
  test(`usage: ${name}`, async () => {
    const { code, stdout, stderr } = await stackscope(args);
    assert.equal(code, 2, stderr);
    assert.equal(stdout, "");
    assert.ok(stderr.length > 0);
  });
}

const invalidUtf8 = bytes(text);
invalidUtf8[text.indexOf("one")] = 0xff;
mkdirSync(join(folder, "directory"));
symlinkSync("loop.json", join(folder, "loop.json"));

const bad = {
  "a file that is absent": { path: "absent.json", code: "unreadable", says: /no such file/ },
  "a directory": { path: "directory", code: "unreadable", says: /directory/ },
  "a path through a file": { path: "good.json/x", code: "unreadable" },
  "a symbolic link to itself": { path: "loop.json", code: "unreadable" },
  "an empty file": { content: "", code: "not_json", says: /empty/ },
  "no JSON": { content: "hello", code: "not_json", says: /byte 0/ },
  "JSON cut off": { content: text.slice(0, -1), code: "truncated", says: new RegExp(`byte ${text.length - 1}\\b`) },
  "invalid UTF-8": { content: invalidUtf8, code: "invalid_utf8", says: new RegExp(`byte ${text.indexOf("one")}\\b`) },
  "resources that are no list": { content: { version: 3, deployment: { resources: {} } }, code: "wrong_shape", says: /deployment\.resources/ },
  "a version that is no number": { content: { version: "3", deployment: {} }, code: "wrong_shape", says: /version/ },
  "version 5": { content: { ...good, version: 5 }, code: "unsupported_version", says: /5/ },
  "gzip cut off": { content: gzipSync(text).subarray(0, -9), code: "decompress" },
};
// A file that opens and then fails: only Linux has one at hand.
if (process.platform === "linux") bad["a file that cannot be read"] = { path: "/proc/self/mem", code: "unreadable" };

for (const [name, { path, content, code, says }] of Object.entries(bad)) {
  test(`bad input: ${name}`, async () => {
    const input = path ?? file("bad.json", content).split("/").at(-1);
    for (const args of [["diff", "good.json", input], ["diff", input, "good.json", "--format", "json"], ["check", input]]) {
      const result = await stackscope(args);
      assert.equal(result.code, 3, result.stderr);
      assert.equal(result.stdout, "");
      assert.ok(result.stderr.startsWith(`error[${code}]: ${input}: `), result.stderr);
      if (says) assert.match(result.stderr, says);
      assert.ok(!/\n\s+at .*:\d+:\d+/.test(result.stderr), "no stack trace");
    }
  });
}

test("bad input on stdin is named so", async () => {
  for (const [input, code] of [["", "not_json"], ["{", "truncated"], ["nope", "not_json"]]) {
    const result = await stackscope(["check", "-"], { input });
    assert.equal(result.code, 3);
    assert.ok(result.stderr.startsWith(`error[${code}]: stdin: `), result.stderr);
  }
});

test("a directory on stdin, a result that cannot be written", { skip: process.platform !== "linux" }, () => {
  const shell = (command) => spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8", env: { ...process.env, CLI, NODE: process.execPath } });
  const directory = shell('"$NODE" "$CLI" check - < .');
  assert.equal(directory.status, 3);
  assert.match(directory.stderr, /^error\[unreadable\]: stdin: is a directory/);
  const full = shell('"$NODE" "$CLI" check good.json > /dev/full');
  assert.equal(full.status, 74);
  assert.match(full.stderr, /^error\[output\]: .*ENOSPC/);
});

test("the old input is named when it is the bad one", async () => {
  file("bad-old.json", "[");
  const { stderr } = await stackscope(["diff", "bad-old.json", "absent.json"]);
  assert.match(stderr, /^error\[truncated\]: bad-old\.json: /);
});
