// What the command line does differently for servers that are not Pulumi Cloud.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backend, json, PROD, stackscope, text } from "./support.mjs";

const DEV = "acme/web/dev";

describe("stackscope against other servers", { concurrency: 3 }, () => {
  for (const dialect of ["procella", "pulumi-backend"]) {
    test(`${dialect}: \`latest\` is the first of the list where there is no address for it`, async () => {
      const server = await backend({ dialect });
      const newest = (await json(server, "updates", "list", PROD)).find(({ info }) => !/preview/i.test(info.kind));
      const version = newest.version ?? newest.info.version;
      const shown = await json(server, "updates", "latest", PROD);
      assert.equal(shown.version ?? shown.info.version, version);
      assert.equal((await json(server, "updates", "status", `${PROD}@latest`)).status, "succeeded");
      assert.equal((await json(server, "updates", "get", `${PROD}@${version}`)).info.startTime, newest.info.startTime);
      const events = await json(server, "events", `${PROD}@latest`, "--limit", "3");
      assert.equal(events.length, 3);
    });
  }

  test("procella: `tags set` says what does it there; `audit list --iso` reads", async () => {
    const server = await backend({ dialect: "procella" });
    const { code, stderr } = await stackscope(server, ["tags", "set", DEV, "owner", "ada"]);
    assert.equal(code, 4);
    assert.match(stderr, /^error\[unsupported\]: .*\n( {2}.*\n)* {2}hint: this server sets tags by `tags replace`, which merges there\n$/);
    assert.equal((await json(server, "tags", "get", DEV)).owner, "storefront");
    assert.deepEqual(await json(server, "audit", "list", "acme", "--iso"), []);
  });

  test("export has one format and takes its name", async () => {
    const server = await backend();
    assert.equal(await text(server, "export", PROD, "--format", "json"), await text(server, "export", PROD));
  });

  test("the examples of the README find something in the sample", async () => {
    const server = await backend();
    const rows = await json(server, "stacks", "list", "--organization", "acme", "--tag", "env=prod");
    assert.ok(rows.length > 3 && rows.every(({ stackName }) => stackName === "prod"), JSON.stringify(rows));
  });
});
