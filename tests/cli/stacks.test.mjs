// stackscope stacks and tags: formats, filters, how much of a list is read, changes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backend, json, PROD, stackscope, text } from "./support.mjs";

const many = await backend({ stacks: 260 });

describe("stackscope stacks, tags", { concurrency: 3 }, () => {
  test("stacks list: text for people, and how to read on", async () => {
    const { code, stdout, stderr } = await stackscope(many, ["stacks", "list"]);
    assert.equal(code, 0);
    const lines = stdout.trimEnd().split("\n");
    assert.match(lines[0], /^STACK +LAST UPDATE +RESOURCES$/);
    assert.equal(lines.length, 101);
    assert.match(stdout, /^acme\/bulk-000\/stack-00001 +\d{4}-\d\d-\d\d \d\d:\d\d +\d+$/m);
    assert.ok(!stdout.includes("\u001b"));
    assert.match(stderr, /^note: 100 rows.*--all.*--resume \S+\n$/);
  });

  test("--all, --limit and --resume give each stack once", async () => {
    const everything = await json(many, "stacks", "list", "--all");
    const ids = everything.map(({ id }) => id);
    assert.ok(ids.length >= 250, String(ids.length));
    assert.equal(new Set(ids).size, ids.length);

    const first = await stackscope(many, ["stacks", "list", "--limit", "130", "--format", "json"]);
    const token = /--resume (\S+)/.exec(first.stderr)[1];
    const rest = await stackscope(many, ["stacks", "list", "--all", "--resume", token, "--format", "json"]);
    assert.equal(rest.stderr, "");
    assert.deepEqual([...JSON.parse(first.stdout), ...JSON.parse(rest.stdout)].map(({ id }) => id), ids);
  });

  test("filters reach the server", async () => {
    const web = await json(many, "stacks", "list", "--organization", "acme", "--project", "web");
    assert.deepEqual(new Set(web.map(({ projectName }) => projectName)), new Set(["web"]));
    const gold = await json(many, "stacks", "list", "--tag", "tier=gold");
    assert.ok(gold.length > 0 && gold.some(({ stackName, projectName }) => projectName === "web" && stackName === "prod"));
    const tagged = await json(many, "stacks", "list", "--tag", "tier", "--all");
    assert.ok(tagged.length >= gold.length);
    assert.deepEqual(await json(many, "stacks", "list", "--tag", "no-such=tag"), []);
  });

  test("JSON alone on stdout, Markdown a table, nothing found a note", async () => {
    const markdown = await text(many, "stacks", "list", "--project", "web", "--format", "markdown");
    assert.match(markdown, /^\| stack \| last update \| resources \|\n\| --- \| --- \| ---: \|\n\| acme\/web\//);
    const none = await stackscope(many, ["stacks", "list", "--project", "absent"]);
    assert.deepEqual([none.code, none.stdout, none.stderr], [0, "", "nothing to list\n"]);
    const colored = await text(many, "stacks", "list", "--limit", "1", "--color", "always");
    assert.ok(colored.includes("\u001b[1mSTACK"));
  });

  test("stacks get, metadata, references, resources", async () => {
    const stack = await json(many, "stacks", "get", PROD);
    assert.deepEqual([stack.orgName, stack.projectName, stack.stackName], PROD.split("/"));
    assert.match(await text(many, "stacks", "get", PROD), /^stack +acme\/web\/prod\nversion +\d+\n/);
    assert.match(await text(many, "stacks", "get", PROD, "--format", "markdown"), /\| stack \| acme\/web\/prod \|/);
    assert.match(await text(many, "stacks", "metadata", PROD), /owner +ada/);
    assert.match(await text(many, "stacks", "references", PROD), /acme\/observability\/prod/);
    assert.match(await text(many, "stacks", "references", PROD, "--upstream"), /acme\/network\/prod/);
    const resources = await json(many, "stacks", "resources", PROD, "--all");
    assert.ok(resources.every(({ resource }) => resource.urn.startsWith("urn:pulumi:prod::web::")));
    const few = await stackscope(many, ["stacks", "resources", `${PROD}@3`, "--limit", "2"]);
    assert.equal(few.stdout.trimEnd().split("\n").length, 3);
    assert.match(few.stderr, /^note: 2 rows of \d+; --all prints everything\n$/);
  });

  test("secrets of outputs and resources stay hidden in every format", async () => {
    for (const format of ["text", "json", "markdown"]) {
      const outputs = await text(many, "stacks", "outputs", PROD, "--format", format);
      assert.match(outputs, /sessionKey/);
      assert.match(outputs, /\\?\[secret\\?\]/);
      assert.ok(!outputs.includes("ciphertext") && !outputs.includes("v1:"), outputs);
    }
    assert.ok(!(await text(many, "stacks", "resources", PROD, "--all", "--format", "json")).includes("ciphertext"));
    assert.ok(!(await text(many, "updates", "list", PROD, "--format", "json")).includes('"v1:'));
  });

  test("create, rename, tag, delete", async () => {
    const server = await backend();
    const step = async (...args) => {
      const { code, stdout, stderr } = await stackscope(server, args);
      assert.equal(code, 0, stderr);
      assert.equal(stdout, "");
      return stderr;
    };
    assert.equal(await step("stacks", "create", "acme/web/trial", "--tag", "owner=ada"), "created acme/web/trial\n");
    assert.equal((await json(server, "tags", "get", "acme/web/trial")).owner, "ada");
    assert.equal(await step("tags", "set", "acme/web/trial", "owner", "grace=x"), "set owner of acme/web/trial\n");
    assert.equal((await json(server, "tags", "get", "acme/web/trial")).owner, "grace=x");
    assert.match(await text(server, "tags", "get", "acme/web/trial"), /^NAME +VALUE\n(.*\n)*owner +grace=x\n/);
    await step("tags", "replace", "acme/web/trial", "a=1", "b=2", "--yes");
    const tags = await json(server, "tags", "get", "acme/web/trial");
    assert.deepEqual([tags.a, tags.b, tags.owner], ["1", "2", undefined]);
    await step("tags", "delete", "acme/web/trial", "a", "--yes");
    assert.equal((await json(server, "tags", "get", "acme/web/trial")).a, undefined);
    assert.equal(await step("stacks", "rename", "acme/web/trial", "other"), "renamed acme/web/trial to acme/web/other\n");

    const refused = await stackscope(server, ["stacks", "delete", "acme/web/other"]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^error\[usage\]: .*--yes/);
    await json(server, "stacks", "get", "acme/web/other");
    await step("stacks", "delete", "acme/web/other", "--yes");
    assert.equal((await stackscope(server, ["stacks", "get", "acme/web/other"])).code, 4);
  });
});
