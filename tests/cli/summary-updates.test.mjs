// stackscope summary with updates of a server's, finished and running.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EventLog } from "stackscope";
import { backend, canned, json, PROD, stackscope, text } from "./support.mjs";

const DEV = "acme/web/dev";
const NAME = { organization: "acme", project: "web" };
const server = await backend({ runningMs: 600_000 });

/** The summary of an update's events as the server has them, read by the package itself. */
function expected({ world }, stack, updateID) {
  const log = new EventLog();
  log.push(world.updates.events({ ...NAME, stack }, updateID).events);
  return log.summary();
}

describe("stackscope summary ORGANIZATION/PROJECT/STACK@UPDATE", { concurrency: 3 }, () => {
  const history = server.world.updates.list({ ...NAME, stack: "prod" });

  test("an update by id, by version, and the last one", async () => {
    const [newest, ...older] = history;
    const named = [[PROD, newest], [`${PROD}@latest`, newest], [`${PROD}@${older[3].version}`, older[3]], [`${PROD}@${older[3].updateID}`, older[3]]];
    for (const [name, { updateID, info }] of named) {
      const summary = await json(server, "summary", name);
      assert.deepEqual(summary, expected(server, "prod", updateID), name);
      assert.equal(summary.result, info.result);
      assert.deepEqual(summary.changes, info.resourceChanges);
    }
  });

  test("every format", async () => {
    const { updateID } = history.find(({ info }) => Object.keys(info.resourceChanges ?? {}).some((op) => op !== "same"));
    const name = `${PROD}@${updateID}`;
    assert.match(await text(server, "summary", name, "--format", "markdown"), /<details>/);
    for (const format of ["text", "diff", "progress"]) assert.match(await text(server, "summary", name, "--format", format), /changes?|created|updated/, format);
    assert.match(await text(server, "summary", name, "--format", "progress"), /web-prod/);
  });

  test("one that runs is running, and --exit-code says 1", async () => {
    const { result, isPreview } = await json(server, "summary", `${DEV}@latest`);
    assert.deepEqual([result, isPreview], ["running", false]);
    assert.equal((await stackscope(server, ["summary", `${DEV}@latest`, "--exit-code"])).code, 1);
  });

  test("--follow waits for its end", async () => {
    const quick = await backend({ runningMs: 2_500, faults: ["rate-limit-every-third"] });
    const { updateID } = quick.world.updates.list({ ...NAME, stack: "dev" }).find(({ info }) => info.result === "in-progress");
    const { code, stdout, stderr } = await stackscope(quick, ["summary", `${DEV}@latest`, "--follow", "--exit-code", "--format", "json"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const summary = JSON.parse(stdout);
    assert.equal(summary.result, "succeeded");
    assert.deepEqual(summary, expected(quick, "dev", updateID));
  });

  test("a failed one: the server's status counts where the events don't say", async () => {
    const failed = history.find(({ info }) => info.result === "failed");
    if (failed) assert.equal((await stackscope(server, ["summary", `${PROD}@${failed.updateID}`, "--exit-code"])).code, 1);
    const silent = await canned(({ url }) => ({ body: url.includes("/events") ? { events: [{ timestamp: 1, type: "preludeEvent", preludeEvent: { config: {} } }] } : { status: "failed", events: [] } }));
    for (const flags of [[], ["--follow"]]) assert.equal((await json(silent, "summary", `${PROD}@11111111-2222-4333-8444-555555555555`, ...flags)).result, "failed", flags.join());
    const dumb = await canned(({ url }) => (url.includes("/events") ? { body: { events: [{ timestamp: 1, type: "preludeEvent", preludeEvent: { config: {} } }] } } : { status: 404, body: { code: 404, message: "Not Found" } }));
    const { code, stdout } = await stackscope(dumb, ["summary", `${PROD}@11111111-2222-4333-8444-555555555555`, "--format", "json"]);
    assert.deepEqual([code, JSON.parse(stdout).result], [0, "running"]);
  });

  test("a preview takes --kind", async () => {
    const [preview] = server.world.updates.previews({ organization: "acme", project: "network", stack: "prod" });
    const summary = await json(server, "summary", `acme/network/prod@${preview.updateID}`, "--kind", "preview");
    assert.equal(summary.isPreview, true);
    assert.deepEqual(summary.changes, preview.info.resourceChanges);
  });

  test("one that isn't there, a server that cannot be reached: 4", async () => {
    const absent = await stackscope(server, ["summary", `${PROD}@9999`]);
    assert.deepEqual([absent.code, absent.stdout], [4, ""]);
    assert.match(absent.stderr, /^error\[not_found\]: /);
    const down = await stackscope({ url: "http://127.0.0.1:9" }, ["summary", `${PROD}@latest`, "--no-retry"]);
    assert.deepEqual([down.code, down.stdout], [4, ""]);
    assert.match(down.stderr, /^error\[network\]: /);
  });
});
