// examples/guard.mjs as a pipeline would run it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { file, folder } from "../js/cli.mjs";
import { BUCKET, resource, state, urn } from "../js/states.mjs";

const GUARD = fileURLToPath(new URL("../../examples/guard.mjs", import.meta.url));
const DATABASE = "aws:rds/instance:Instance";

function guard(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [GUARD, ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const leftover = resource(BUCKET, "vault", {}, { delete: true, id: "vault-0", protect: true });
file("before.json", state([
  resource(BUCKET, "logs"),
  resource(BUCKET, "vault", {}, { protect: true }),
  leftover,
  resource(DATABASE, "orders", { engine: "postgres" }, { id: "db-1" }),
  resource(BUCKET, "plain", { acl: "private" }),
]));
file("harmless.json", state([
  resource(BUCKET, "vault", { acl: "private" }, { protect: true }),
  leftover,
  resource(DATABASE, "orders", { engine: "postgres", size: 2 }, { id: "db-1" }),
  resource(BUCKET, "plain", { acl: "public-read" }),
  resource(BUCKET, "fresh"),
]));
file("harmful.json", state([
  resource(DATABASE, "orders", { engine: "mysql" }, { id: "db-2" }),
  resource(BUCKET, "plain", { acl: "private" }),
]));

test("deletes and updates of what is not guarded pass", () => {
  const { status, stdout } = guard("before.json", "harmless.json", "--type", "aws:rds/*");
  assert.equal(status, 0);
  assert.equal(stdout, "");
});

test("what is protected, or matches, must not go", () => {
  const protectedOnly = guard("before.json", "harmful.json");
  assert.equal(protectedOnly.status, 1);
  assert.match(protectedOnly.stdout, /^delete of .*::vault: it is protected$/m);
  assert.doesNotMatch(protectedOnly.stdout, /orders/);

  const byType = guard("before.json", "harmful.json", "--no-protect", "--type", "aws:rds/*");
  assert.equal(byType.status, 1);
  assert.equal(byType.stdout, `replace of ${urn(DATABASE, "orders")}: its type matches aws:rds/*\n`);

  const byUrn = guard("before.json", "harmful.json", "--no-protect", "--urn", "*::logs", "--json");
  assert.equal(byUrn.status, 1);
  assert.deepEqual(JSON.parse(byUrn.stdout), {
    losses: [{ urn: urn(BUCKET, "logs"), type: BUCKET, kind: "delete", because: "its URN matches *::logs" }],
  });
});

test("the leftover of a replace is guarded by its own record", () => {
  const { stdout } = guard("before.json", "harmful.json");
  assert.equal(stdout.match(/::vault:/g).length, 2);
});

test("what is allowed may go", () => {
  assert.equal(guard("before.json", "harmful.json", "--allow", "*::vault").status, 0);
});

test("patterns are text, not expressions", () => {
  assert.equal(guard("before.json", "harmful.json", "--no-protect", "--type", "aws.rds.*").status, 0);
});

test("a wrong command line is 2, a bad input 3", () => {
  assert.equal(guard("before.json").status, 2);
  assert.equal(guard("before.json", "harmful.json", "--nope").status, 2);
  const absent = guard("before.json", "absent.json");
  assert.equal(absent.status, 3);
  assert.match(absent.stderr, /absent\.json/);
});
