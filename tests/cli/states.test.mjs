// States of the server: export, and stacks as inputs of diff and check.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { backend, canned, file, folder, PROD, stackscope, text, TOKEN } from "./support.mjs";

const server = await backend();

describe("stackscope export, diff, check", { concurrency: 3 }, () => {
  test("export prints the state as the server has it, and nothing else", async () => {
    for (const [name, path] of [[PROD, "export"], [`${PROD}@3`, "export/3"]]) {
      const { code, bytes, stderr } = await stackscope(server, ["export", name]);
      assert.deepEqual([code, stderr], [0, ""]);
      const answer = await fetch(`${server.url}/api/stacks/${PROD}/${path}`, { headers: { authorization: `token ${TOKEN}`, accept: "application/vnd.pulumi+8" } });
      assert.deepEqual(bytes, Buffer.from(await answer.arrayBuffer()));
    }
  });

  test("diff of two versions says what a diff of the exported files says", async () => {
    const older = file("older.json", (await stackscope(server, ["export", `${PROD}@20`])).bytes);
    const newer = file("newer.json", (await stackscope(server, ["export", PROD])).bytes);
    const expected = await text(server, "diff", older, newer, "--format", "json");
    assert.ok(JSON.parse(expected).changes.length > 0);
    for (const inputs of [[`${PROD}@20`, PROD], [older, PROD], [`${PROD}@20`, newer], [`${PROD}@20`, `${PROD}@latest`]]) {
      assert.ok((await text(server, "diff", ...inputs, "--format", "json")) === expected, inputs.join(" "));
    }
    assert.equal((await stackscope(server, ["diff", `${PROD}@20`, PROD, "--exit-code"])).code, 1);
  });

  test("check of a stack", async () => {
    assert.equal(await text(server, "check", PROD), "no findings\n");
    assert.deepEqual(JSON.parse(await text(server, "check", `${PROD}@3`, "--format", "json")).findings, []);
  });

  test("a file of that name goes first; what names no stack is a file", async () => {
    mkdirSync(join(folder, "acme", "web"), { recursive: true });
    file("acme/web/here", JSON.stringify({ version: 3, deployment: { resources: [{ urn: "urn:pulumi:p::p::a:b:C::x", type: "a:b:C", parent: "urn:pulumi:p::p::a:b:C::gone" }] } }));
    assert.match((await stackscope(server, ["check", "acme/web/here"])).stdout, /gone/);
    for (const name of ["a/b/c.json", "./b/c", "a/b", "/a/b/c", "a/b/c/d", "a/b/c@x", "a b/c/d"]) {
      const { code, stderr } = await stackscope(server, ["check", name]);
      assert.equal(code, 3, stderr);
      assert.match(stderr, /^error\[unreadable\]: .*no such file/);
    }
  });

  test("a stack that isn't there, a version that isn't there", async () => {
    for (const name of ["acme/web/absent", "acme/web/dev@9999"]) {
      for (const args of [["check", name], ["diff", name, PROD], ["export", name]]) {
        const { code, stdout, stderr } = await stackscope(server, args);
        assert.deepEqual([code, stdout], [4, ""]);
        assert.match(stderr, /^error\[not_found\]: GET \/api\/stacks\/acme\/web\/\w+\/export.*\n(.*\n)* {2}request: \S+\n/);
      }
    }
  });

  test("an answer that is no state", async () => {
    const odd = await canned(() => ({ body: '{"version":3,"deployment":{"resources":[{' }));
    for (const args of [["export", "a/b/c"], ["check", "a/b/c"]]) {
      const { code, stdout, stderr } = await stackscope(odd, [...args, "--no-retry"]);
      assert.deepEqual([code, stdout], [4, ""], stderr);
      assert.match(stderr, /^error\[\w+\]: GET \/api\/stacks\/a\/b\/c\/export/);
    }
  });
});
