// What can go wrong between the command line and a server: codes, what is said, and that nothing hostile reaches the terminal.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { all, backend, canned, stackscope, start, text, TOKEN } from "./support.mjs";

const server = await backend();
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("stackscope errors", { concurrency: 3 }, () => {
  test("without a token nothing is sent, unless to this machine", async () => {
    const env = { PULUMI_ACCESS_TOKEN: "", PULUMI_BACKEND_URL: "" };
    for (const args of [["stacks", "list"], ["diff", "a/b/c", "a/b/c@1"], ["check", "a/b/c"], ["api", "GET", "/"], ["tokens", "list", "--backend", "https://pulumi.example"]]) {
      const { code, stdout, stderr } = await stackscope(undefined, args, { env });
      assert.deepEqual([code, stdout], [4, ""]);
      assert.match(stderr, /^error\[unauthorized\]: no access token for (api\.pulumi\.com|pulumi\.example)\n(.*\n)* {2}hint: set PULUMI_ACCESS_TOKEN/);
    }
    const open = await backend({ token: undefined, anonymous: true });
    assert.equal((await stackscope(open, ["stacks", "list"], { env: { PULUMI_ACCESS_TOKEN: "" } })).code, 0);
  });

  test("a token that is refused", async () => {
    const wrong = `pul-${"0".repeat(40)}`;
    const { code, stdout, stderr } = await stackscope(server, ["stacks", "list", "--debug"], { env: { PULUMI_ACCESS_TOKEN: wrong } });
    assert.deepEqual([code, stdout], [4, ""]);
    assert.match(stderr, /^error\[unauthorized\]: GET \/api\/user\/stacks: .*\n {2}request: \S+\n {2}hint: check PULUMI_ACCESS_TOKEN/m);
    assert.match(stderr, /^debug: .*GET \/api\/user\/stacks/m);
    assert.ok(!stderr.includes(wrong));
  });

  test("--debug logs every try to stderr; JSON stays alone on stdout", async () => {
    const flaky = await backend({ faults: ["server-error"] });
    const { code, stdout, stderr } = await stackscope(flaky, ["stacks", "get", "acme/web/prod", "--format", "json", "--debug"]);
    assert.equal(code, 0, stderr);
    JSON.parse(stdout);
    assert.ok(stderr.split("\n").filter((line) => line !== "").every((line) => line.startsWith("debug: ")), stderr);
  });

  test("a server that cannot be reached, is down, is slow", async () => {
    const gone = await canned(() => ({}));
    const closed = { url: gone.url.replace(/\d+$/, "1") };
    const unreachable = await stackscope(closed, ["stacks", "list", "--no-retry"]);
    assert.equal(unreachable.code, 4);
    assert.match(unreachable.stderr, /^error\[network\]: GET \/api\/user\/stacks: .*\n {2}hint: check the address/);
    assert.ok(!unreachable.stderr.includes("resume"), "nothing was read, nothing to resume");

    const down = await backend({ faults: ["down"] });
    const refused = await stackscope(down, ["stacks", "list", "--no-retry"]);
    assert.equal(refused.code, 4);
    assert.match(refused.stderr, /^error\[server\]: /);
    assert.equal(down.requests.length, 1);

    const slow = await backend({ faults: ["latency"] });
    const late = await stackscope(slow, ["stacks", "list", "--timeout", "20"]);
    assert.equal(late.code, 4);
    assert.match(late.stderr, /^error\[timeout\]: /);
  });

  test("addresses that are none, and a token without TLS: 2", async () => {
    for (const address of ["s3://bucket", "file://~", "api.pulumi.com", "http://pulumi.example", "https://"]) {
      const { code, stderr } = await stackscope(undefined, ["stacks", "list", "--backend", address]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, /^error\[usage\]: /);
    }
  });

  test("errors of single fields are told one by one", async () => {
    const { code, stderr } = await stackscope(server, ["tags", "set", "acme/web/prod", "a b", "x"]);
    assert.equal(code, 4);
    assert.match(stderr, /^error\[validation\]: POST \/api\/stacks\/acme\/web\/prod\/tags: .*\n {2}field: StackTag\.name: .*\n {2}request: \S+\n$/);
  });

  test("a token that no header can carry: 2, without a request that there was none of", async () => {
    const { code, stdout, stderr } = await stackscope(server, ["stacks", "list"], { env: { PULUMI_ACCESS_TOKEN: "pul-Marked\nCanary" } });
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, /^error\[validation\]: [^ :]/);
    assert.ok(!stderr.includes("Canary"));
  });

  test("command lines that are wrong: 2, and nothing is sent", async () => {
    const server = await backend();
    const wrong = [
      ["stacks"],
      ["stacks", "frobnicate"],
      ["stacks", "get"],
      ["stacks", "get", "acme/web"],
      ["stacks", "get", "acme/web/prod@3"],
      ["stacks", "list", "--limit", "0"],
      ["stacks", "list", "--limit", "3", "--all"],
      ["stacks", "list", "--format", "yaml"],
      ["stacks", "list", "--timeout", "soon"],
      ["stacks", "list", "--resume", "junk"],
      ["stacks", "list", "--tag", ""],
      ["stacks", "list", "--tag", "=x"],
      ["stacks", "list", "--organization", ""],
      ["search", "acme", "--resume", "junk"],
      ["export", "acme/web/prod", "--format", "text"],
      ["stacks", "rename", "acme/web/prod", "a/b/c"],
      ["export", "acme/web/prod@new"],
      ["events", "prod@1"],
      ["tags", "replace", "acme/web/prod", "novalue", "--yes"],
      ["tags", "delete", "acme/web/prod", "owner"],
      ["tokens", "delete", "x"],
      ["webhooks", "delete", "acme", "x"],
      ["members", "remove", "acme", "x"],
      ["teams", "delete", "acme", "x"],
    ];
    await all(
      wrong.map((args) => async () => {
        const { code, stdout, stderr } = await stackscope(server, args);
        assert.deepEqual([code, stdout], [2, ""], `${args.join(" ")}: ${stderr}`);
        assert.ok(stderr.length > 0);
      }),
    );
    assert.equal(server.requests.length, 0);
  });

  test("hostile text of a server", async () => {
    const evil = "a\u001b[2J\u001b]0;owned\u0007b\u009b31mc\u202egnp.exe\r\nfake: line |x|<b>`";
    const hostile = await canned(({ url, headers }) => {
      const warned = { "x-pulumi-warning": `careful \u009b31m ${headers.authorization ?? ""}` };
      if (url.startsWith("/api/user/stacks")) return { headers: warned, body: { stacks: [{ orgName: evil, projectName: evil, stackName: evil, tags: {} }] } };
      if (url.startsWith("/api/user")) return { headers: warned, body: { githubLogin: evil, organizations: [], echo: headers.authorization } };
      if (url.includes("/hooks")) return { headers: warned, body: [{ name: evil, displayName: evil, payloadUrl: evil, active: true, format: evil, secret: "whsec" }] };
      return { status: 400, headers: { "x-pulumi-request-id": "r\u009b1", ...warned }, body: { code: 400, message: `${evil} ${headers.authorization}`, errors: [{ resource: evil, attribute: evil, errorType: evil, customMessage: evil }] } };
    });
    for (const args of [["stacks", "list"], ["webhooks", "list", "acme"], ["stacks", "get", "a/b/c"], ["events", "a/b/c@x"], ["api", "GET", "/api/user"], ["export", "a/b/c"]]) {
      for (const format of args[0] === "api" || args[0] === "export" ? [[]] : [["--format", "text"], ["--format", "json"], ["--format", "markdown"]]) {
        const { stdout, stderr } = await stackscope(hostile, [...args, ...format, "--no-retry"]);
        assert.ok(!CONTROL.test(stdout), `${args.join(" ")}: ${JSON.stringify(stdout)}`);
        assert.ok(!CONTROL.test(stderr), `${args.join(" ")}: ${JSON.stringify(stderr)}`);
        assert.ok(!/^fake:/m.test(stdout + stderr), "no line of the server's own");
        assert.ok(!stdout.includes("whsec"));
        if (format[1] === "json" && stdout !== "") JSON.parse(stdout);
        if (format[1] === "markdown" && stdout !== "") assert.equal(new Set(stdout.trimEnd().split("\n").map((line) => line.replace(/\\\|/g, "").split("|").length)).size, 1, stdout);
      }
    }
    const [row] = JSON.parse(await text(hostile, "stacks", "list", "--format", "json"));
    assert.equal(row.stackName, evil, "JSON is the same value");
  });

  test("serve is a command too", async () => {
    const help = await text(server, "serve", "--help");
    assert.match(help, /^Usage: stackscope serve/);
    const run = start(server, ["serve", "--port", "0"]);
    try {
      while (!run.text().includes("\n")) await new Promise((resolve) => run.child.stdout.once("data", resolve));
      const [address] = /http:\/\/\S+/.exec(run.text());
      const { status } = await fetch(new URL("/api/user", address), { headers: { accept: "application/vnd.pulumi+8" } });
      assert.equal(status, 200);
    } finally {
      run.child.kill("SIGINT");
    }
    assert.equal((await run.done).code, 0);
  });

  test("help: every group has examples, no help prints the token", async () => {
    const groups = ["stacks", "updates", "events", "export", "tags", "members", "teams", "tokens", "webhooks", "audit", "usage", "search", "api", "serve"];
    await all(
      groups.map((group) => async () => {
        const help = await text(server, group, "--help");
        assert.ok(help.startsWith(`Usage: stackscope ${group}`), help);
        assert.match(help, /Examples:\n {2}\$ (PULUMI_\S+ )?stackscope/);
      }),
    );
    const top = await text(server, "--help");
    for (const group of groups) assert.match(top, new RegExp(`^  ${group} `, "m"));
    assert.ok(!top.includes(TOKEN));
  });
});
