// stackscope updates and events: histories, and events of updates finished and running.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { describe, test } from "node:test";
import { backend, CLI, json, PROD, stackscope, start, text, TOKEN } from "./support.mjs";

const DEV = "acme/web/dev";
const server = await backend({ runningMs: 20_000 });

describe("stackscope updates, events", { concurrency: 3 }, () => {
  test("updates list, latest, get, status, previews", async () => {
    const [newest] = await json(server, "updates", "list", PROD, "--limit", "1");
    const latest = await json(server, "updates", "latest", PROD);
    assert.equal(latest.updateID, newest.updateID);
    assert.equal((await json(server, "updates", "get", `${PROD}@${newest.version}`)).updateID, newest.updateID);
    for (const name of ["latest", String(newest.version), newest.updateID]) {
      assert.equal((await json(server, "updates", "status", `${PROD}@${name}`)).status, "succeeded");
    }
    const list = await text(server, "updates", "list", PROD, "--limit", "5");
    assert.match(list, /^VERSION +KIND +RESULT +STARTED +TOOK +CHANGES +BY +MESSAGE\n +\d+ +update +succeeded +\d{4}-\d\d-\d\d \d\d:\d\d +\d+s +\d+ \w+/);
    assert.match(await text(server, "updates", "get", PROD), /^version +\d+\nupdate +[\w-]+\nkind +update\nresult +succeeded\n/);
    assert.match(await text(server, "updates", "previews", PROD, "--format", "markdown"), /\| Pupdate \|/);
    assert.equal((await json(server, "updates", "list", PROD, "--all")).length, newest.version);
  });

  test("events of a finished update, in each format", async () => {
    const events = await json(server, "events", `${PROD}@20`);
    assert.equal(events[0].type, "preludeEvent");
    assert.ok(events.some(({ type }) => type === "summaryEvent"));
    const { updateID } = await json(server, "updates", "get", `${PROD}@20`);
    assert.deepEqual(await json(server, "events", `${PROD}@${updateID}`), events);
    assert.match(await text(server, "events", `${PROD}@20`), /^\d\d:\d\d:\d\d {2}update \S+ \S+.*$/m);
    assert.match(await text(server, "events", `${PROD}@20`, "--format", "markdown"), /^\| time \| event \|\n\| --- \| --- \|\n\| \d\d:\d\d:\d\d \| /);

    const part = await stackscope(server, ["events", `${PROD}@20`, "--limit", "7", "--format", "json"]);
    const token = /--resume (\S+)/.exec(part.stderr)[1];
    const rest = await json(server, "events", `${PROD}@20`, "--resume", token);
    assert.deepEqual([...JSON.parse(part.stdout), ...rest], events);
  });

  test("events --follow ends with the update", async () => {
    const quick = await backend({ runningMs: 2500 });
    const events = await json(quick, "events", `${DEV}@latest`, "--follow");
    const types = events.map(({ type }) => type);
    assert.equal(types.at(-1), "cancelEvent");
    assert.ok(types.includes("summaryEvent"));
    assert.equal((await json(quick, "updates", "status", `${DEV}@latest`)).status, "succeeded");
  });

  test("Ctrl-C while following: 130, nothing on stderr, what was printed is whole", async () => {
    for (const format of ["json", "text"]) {
      const run = start(server, ["events", `${DEV}@latest`, "--follow", "--format", format]);
      while (run.text().length < 100) await new Promise((resolve) => run.child.stdout.once("data", resolve));
      run.child.kill("SIGINT");
      const { code, stdout, stderr } = await run.done;
      assert.deepEqual([code, stderr], [130, ""]);
      if (format === "json") assert.ok(JSON.parse(stdout).length > 0);
      else assert.ok(stdout.endsWith("\n"));
    }
  });

  test("a reader that goes away ends it quietly", { skip: process.platform === "win32" }, async () => {
    // The backend answers from this process, so the shell must not block it.
    const shell = (command) =>
      new Promise((resolve) => {
        const env = { ...process.env, NODE: process.execPath, CLI, PULUMI_BACKEND_URL: server.url, PULUMI_ACCESS_TOKEN: TOKEN };
        const child = spawn("bash", ["-c", command], { env });
        let out = "";
        child.stdout.on("data", (chunk) => (out += chunk));
        child.on("close", () => resolve(out));
      });
    for (const command of [`events ${DEV}@latest --follow`, `events ${PROD}@20 --format json`, "api GET /api/user/stacks", `export ${PROD}`, "search acme"]) {
      assert.equal(await shell(`"$NODE" "$CLI" ${command} 2>/dev/null | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`), "0\n", command);
    }
  });

  test("cancel takes --yes", async () => {
    const server = await backend({ runningMs: 600_000 });
    assert.equal((await stackscope(server, ["updates", "cancel", `${DEV}@latest`])).code, 2);
    assert.equal((await json(server, "updates", "status", `${DEV}@latest`)).status, "running");
    const { code, stderr } = await stackscope(server, ["updates", "cancel", `${DEV}@latest`, "--yes"]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^cancelled acme\/web\/dev@/);
  });

  test("an update that isn't there", async () => {
    const { code, stdout, stderr } = await stackscope(server, ["events", `${PROD}@9999`]);
    assert.deepEqual([code, stdout], [4, ""]);
    assert.match(stderr, /^error\[not_found\]: /);
    assert.ok(!stderr.includes("--resume"));
  });
});
