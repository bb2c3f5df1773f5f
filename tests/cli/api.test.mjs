// stackscope api: bodies in and out, lists, and what it refuses.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backend, canned, file, PROD, stackscope, text } from "./support.mjs";

const server = await backend({ stacks: 120 });

describe("stackscope api", { concurrency: 3 }, () => {
  test("prints the body: JSON, text, or nothing", async () => {
    assert.equal(JSON.parse(await text(server, "api", "GET", "/api/user")).githubLogin, "ada");
    assert.match(await text(server, "api", "get", "/api/orgs/acme/auditlogs/export?format=csv&startTime=1793485770"), /^Timestamp,/);
    assert.equal(await text(server, "api", "DELETE", `/api/stacks/${PROD}/tags/tier`), "");
    assert.equal(await text(server, "api", "HEAD", "/api/stacks/acme/web"), "");
  });

  test("--format: JSON always, or a block of Markdown", async () => {
    const csv = "/api/orgs/acme/auditlogs/export?format=csv&startTime=1793485770";
    assert.equal(JSON.parse(await text(server, "api", "GET", "/api/user", "--format", "json")).githubLogin, "ada");
    const plain = await text(server, "api", "GET", csv);
    assert.ok(JSON.parse(await text(server, "api", "GET", csv, "--format", "json")) === plain.trimEnd(), "the text, as one JSON string");
    assert.match(await text(server, "api", "GET", "/api/user", "--format", "markdown"), /^```json\n\{\n[^]*\}\n```\n$/);
    assert.match(await text(server, "api", "GET", "/api/user/stacks", "--limit", "1", "--format", "markdown"), /^```json\n\[\n[^]*\]\n```\n$/);
  });

  test("-d takes JSON, a file, or stdin", async () => {
    const path = `/api/stacks/${PROD}/tags`;
    const body = (name) => JSON.stringify({ name, value: "x" });
    await text(server, "api", "POST", path, "-d", body("one"));
    await text(server, "api", "POST", path, "-d", `@${file("tag.json", body("two"))}`);
    const { code, stderr } = await stackscope(server, ["api", "POST", path, "-d", "-"], { input: body("three") });
    assert.equal(code, 0, stderr);
    const { tags } = JSON.parse(await text(server, "api", "GET", `/api/stacks/${PROD}`));
    assert.deepEqual([tags.one, tags.two, tags.three], ["x", "x", "x"]);
  });

  test("--all prints one array, --limit a part of it that --resume goes on with", async () => {
    const everything = JSON.parse(await text(server, "api", "GET", "/api/user/stacks", "--all"));
    assert.ok(everything.length >= 120);
    const part = await stackscope(server, ["api", "GET", "/api/user/stacks", "--limit", "9"]);
    const rest = await text(server, "api", "GET", "/api/user/stacks", "--all", "--resume", /--resume (\S+)/.exec(part.stderr)[1]);
    assert.deepEqual([...JSON.parse(part.stdout), ...JSON.parse(rest)], everything);
    const web = JSON.parse(await text(server, "api", "GET", "/api/user/stacks", "--all", "-q", "project=web"));
    assert.ok(web.length > 0 && web.length < everything.length && web.every(({ projectName }) => projectName === "web"));
  });

  test("where a page fails, the rows before it are printed, and --resume misses none", async () => {
    const rows = Array.from({ length: 6 }, (_, id) => ({ id }));
    let broken = true;
    const halting = await canned(({ url }) => {
      const from = Number(new URL(url, "http://x").searchParams.get("continuationToken") ?? 0);
      if (broken && from === 4) return { status: 503, body: "down", headers: { "content-type": "text/plain" } };
      return { body: { things: rows.slice(from, from + 2), continuationToken: from + 2 < rows.length ? String(from + 2) : null } };
    });
    const failed = await stackscope(halting, ["api", "GET", "/api/things", "--all", "--no-retry"]);
    assert.equal(failed.code, 4);
    assert.deepEqual(JSON.parse(failed.stdout), rows.slice(0, 4));
    const [, token] = /^ {2}resume: --resume (\S+)$/m.exec(failed.stderr);
    broken = false;
    assert.deepEqual(JSON.parse(await text(halting, "api", "GET", "/api/things", "--all", "--resume", token)), rows.slice(4));
  });

  test("what cannot be asked: 2; a body that cannot be read: 3; what the server refuses: 4", async () => {
    const usage = [["GET", "api/user"], ["GET", "https://api.pulumi.com/api/user"], ["GET"], ["GET", "/api/user", "-q", "novalue"], ["PATCH", "/api/x", "-d", "{secret-ish"], ["POST", "/api/x", "--all"]];
    for (const args of usage) {
      const { code, stdout, stderr } = await stackscope(server, ["api", ...args]);
      assert.deepEqual([code, stdout], [2, ""], stderr);
      assert.ok(!stderr.includes("secret-ish"));
    }
    for (const data of ["@absent.json", `@${file("bad.json", "{")}`]) {
      const { code, stderr } = await stackscope(server, ["api", "POST", "/api/x", "-d", data]);
      assert.equal(code, 3, stderr);
    }
    for (const path of ["/api/nope", "/api/stacks/acme/web/absent"]) {
      const { code, stderr } = await stackscope(server, ["api", "GET", path]);
      assert.equal(code, 4);
      assert.ok(stderr.includes(`GET ${path}: `), stderr);
    }
    assert.equal((await stackscope(server, ["api", "GET", "/api/user", "--all"])).code, 4);
  });
});
