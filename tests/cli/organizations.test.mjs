// stackscope members, teams, tokens, webhooks, audit, usage, search.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backend, canned, file, json, stackscope, text } from "./support.mjs";

const server = await backend();

/** Ends with 0 and says on stderr what was done. */
async function change(...args) {
  const { code, stderr } = await stackscope(server, args);
  assert.equal(code, 0, stderr);
  return stderr;
}

async function needsYes(...args) {
  const { code, stdout, stderr } = await stackscope(server, args);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /--yes/);
}

describe("stackscope members to search", { concurrency: 3 }, () => {
  test("members", async () => {
    const members = await json(server, "members", "list", "acme", "--all");
    assert.ok(members.some(({ user }) => user.githubLogin === "ada"));
    assert.match(await text(server, "members", "list", "acme", "--limit", "3"), /^USER +NAME +ROLE +SINCE +MAIL\nada +Ada Lindqvist +admin/);
    const [user] = members.filter(({ role }) => role === "member").map(({ user }) => user.githubLogin);
    await change("members", "update", "acme", user, "--role", "admin");
    await needsYes("members", "remove", "acme", user);
    assert.equal(await change("members", "remove", "acme", user, "--yes"), `removed ${user} from acme\n`);
    assert.ok(!(await json(server, "members", "list", "acme", "--all")).some((member) => member.user.githubLogin === user));
    assert.equal((await stackscope(server, ["members", "update", "acme", "ada"])).code, 2);
  });

  test("teams", async () => {
    assert.match(await text(server, "teams", "list", "acme"), /^TEAM +NAME +KIND +YOU ARE +DESCRIPTION\nplatform /);
    const created = await json(server, "teams", "create", "acme", "trial", "--display-name", "Trial", "--description", "for a while");
    assert.equal(created.displayName, "Trial");
    await change("teams", "add-member", "acme", "trial", "grace");
    await change("teams", "grant", "acme", "trial", "web/prod", "edit");
    await change("teams", "grant", "acme", "trial", "acme/web/dev", "read");
    const shown = await text(server, "teams", "get", "acme", "trial");
    assert.match(shown, /grace/);
    assert.match(shown, /web\/prod: edit\n +web\/dev: read/);
    await needsYes("teams", "remove-member", "acme", "trial", "grace");
    await change("teams", "remove-member", "acme", "trial", "grace", "--yes");
    await change("teams", "revoke", "acme", "trial", "web/prod", "--yes");
    const team = await json(server, "teams", "get", "acme", "trial");
    assert.deepEqual(team.stacks.map(({ stackName }) => stackName), ["dev"]);
    assert.ok(!team.members.some(({ githubLogin }) => githubLogin === "grace"));
    await change("teams", "delete", "acme", "trial", "--yes");
    for (const args of [["grant", "acme", "trial", "web/prod", "everything"], ["grant", "acme", "trial", "other/web/prod", "read"]]) {
      assert.equal((await stackscope(server, ["teams", ...args])).code, 2);
    }
  });

  test("tokens: a value is printed once, by create, and never again", async () => {
    const created = await stackscope(server, ["tokens", "create", "nightly", "--expires", "90d"]);
    assert.equal(created.code, 0, created.stderr);
    assert.match(created.stdout, /^pul-[0-9a-f]{40}\n$/);
    const value = created.stdout.trim();
    assert.ok(!created.stderr.includes(value));
    const { id, tokenValue } = await json(server, "tokens", "create", "other");
    assert.match(tokenValue, /^pul-/);

    const env = { PULUMI_ACCESS_TOKEN: value };
    for (const args of [["tokens", "list", "--all"], ["tokens", "list", "--format", "json", "--debug"], ["stacks", "list", "--debug"], ["stacks", "get", "a/b/c", "--debug"]]) {
      const { stdout, stderr } = await stackscope(server, args, { env });
      assert.ok(!/pul-[0-9a-f]{40}/.test(stdout + stderr), args.join(" "));
    }
    const listed = await json(server, "tokens", "list", "--all");
    const nightly = listed.find(({ description }) => description === "nightly");
    assert.ok(Math.abs(nightly.expires - Date.now() / 1000 - 90 * 86_400) < 100);
    await needsYes("tokens", "delete", id);
    await change("tokens", "delete", id, "--yes");
    assert.ok(!(await json(server, "tokens", "list", "--all")).some((token) => token.id === id));
    assert.match(await text(server, "tokens", "list", "--organization", "acme"), /^ID +NAME +CREATED/);
    assert.ok(Array.isArray(await json(server, "tokens", "list", "--organization", "acme", "--team", "platform")));
    assert.equal((await stackscope(server, ["tokens", "list", "--team", "platform"])).code, 2);
    assert.equal((await stackscope(server, ["tokens", "create", "x", "--expires", "soon"])).code, 2);
  });

  test("webhooks of an organization and of a stack", async () => {
    for (const target of ["acme", "acme/web/prod"]) {
      const key = file("key.txt", "hush-hush-key\n");
      const args = ["webhooks", "create", target, "--display-name", "Trial", "--url", "https://hook.example/a", "--filter", "update_failed", "--group", "deployments", "--secret-file", key];
      const created = await json(server, ...args);
      assert.deepEqual([created.active, created.hasSecret, created.filters, created.groups], [true, true, ["update_failed"], ["deployments"]]);
      const off = await json(server, "webhooks", "update", target, created.name, "--no-active", "--url", "https://hook.example/b");
      assert.deepEqual([off.active, off.payloadUrl, off.displayName, off.filters], [false, "https://hook.example/b", "Trial", ["update_failed"]]);
      const list = await text(server, "webhooks", "list", target);
      assert.match(list, /Trial +off +raw +deployments, update_failed +https:\/\/hook\.example\/b/);
      assert.match(await text(server, "webhooks", "ping", target, created.name), /kind +ping/);
      assert.equal((await json(server, "webhooks", "deliveries", target, created.name))[0].kind, "ping");
      const shown = await text(server, "webhooks", "get", target, created.name, "--format", "json");
      assert.ok(!shown.includes("hush-hush"));
      await change("webhooks", "delete", target, created.name, "--yes");
    }
    assert.equal((await stackscope(server, ["webhooks", "create", "acme", "--url", "https://x.example"])).code, 2);
    assert.equal((await stackscope(server, ["webhooks", "list", "acme/web"])).code, 2);
  });

  test("audit: lists go on where they left off, exports are CSV or CEF", async () => {
    // Of its own: what the other tests do would be in the log.
    const server = await backend();
    const first = await stackscope(server, ["audit", "list", "acme", "--limit", "3", "--format", "json"]);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stderr, /^note: 3 rows, more follow: --all, or --resume \S+\n$/);
    const second = await json(server, "audit", "list", "acme", "--limit", "3", "--resume", /--resume (\S+)/.exec(first.stderr)[1]);
    assert.deepEqual([...JSON.parse(first.stdout), ...second], await json(server, "audit", "list", "acme", "--limit", "6"));
    assert.match(await text(server, "audit", "list", "acme", "--limit", "2"), /^TIME +BY +EVENT +FROM +DESCRIPTION\n/);

    const old = await stackscope(server, ["audit", "list", "acme", "--limit", "3", "--v1", "--format", "json"]);
    assert.match(old.stderr, /^warning\[server\]: .*auditlogs\/v2$/m);
    const again = /(--before \S+) (--resume \S+)/.exec(old.stderr).slice(1).flatMap((option) => option.split(" "));
    assert.deepEqual(await json(server, "audit", "list", "acme", "--limit", "3", "--v1", ...again), second);
    assert.match(await text(server, "audit", "export", "acme"), /^Timestamp,Name,/);
    assert.match(await json(server, "audit", "export", "acme"), /^Timestamp,Name,/);
    assert.match(await text(server, "audit", "export", "acme", "--format", "markdown"), /^```\nTimestamp,Name,[^]*\n```\n$/);
    assert.match(await text(server, "audit", "export", "acme", "--as", "cef", "--before", "2026-10-31"), /^.*CEF:0\|/);
    assert.equal((await stackscope(server, ["audit", "list", "acme", "--before", "whenever"])).code, 2);
  });

  test("usage", async () => {
    const days = await json(server, "usage", "acme", "--days", "3");
    assert.ok(days.length > 0 && days.length <= 3 && days[0].day > 0);
    assert.match(await text(server, "usage", "acme", "--days", "3"), /^PERIOD +RESOURCES +RESOURCE HOURS\n\d{4}-\d\d-\d\d +\d\u202f\d{3} /);
    assert.match(await text(server, "usage", "acme", "--granularity", "monthly", "--since", "2026-08-01"), /^2026-08 /m);
    assert.equal((await stackscope(server, ["usage", "acme", "--granularity", "minutely"])).code, 2);
  });

  test("search and audit: nothing is said of old endpoints; a server that has only those is asked there", async () => {
    for (const args of [["search", "acme", "project:web", "--facet", "type", "--limit", "2"], ["audit", "list", "acme", "--all"]]) {
      const { code, stderr } = await stackscope(server, args);
      assert.equal(code, 0, stderr);
      assert.ok(!stderr.includes("warning"), stderr);
    }
    const rows = [1, 2, 3, 4].map((id) => ({ id: String(id), name: `n${id}`, timestamp: id, event: "e", description: "d", sourceIP: "192.0.2.1" }));
    const asked = [];
    const older = await canned(({ url }) => {
      const { pathname, searchParams } = new URL(url, "http://x");
      asked.push(pathname.split("/").at(-1));
      if (pathname.endsWith("v2")) return { status: 404, headers: { "content-type": "text/plain" }, body: "404 page not found" };
      if (pathname.endsWith("/auditlogs")) {
        const from = Number(searchParams.get("continuationToken") ?? 0);
        return { body: { auditLogEvents: rows.slice(from, from + 2), continuationToken: from === 0 ? "2" : null } };
      }
      return { body: { total: 4, resources: rows, aggregations: { type: { results: [{ name: "t", count: 4 }] } }, pagination: {} } };
    });
    assert.equal((await json(older, "search", "acme")).length, 4);
    assert.deepEqual((await json(older, "search", "acme", "--facet", "type")).aggregations.type.results, [{ name: "t", count: 4 }]);
    assert.deepEqual(asked, ["resourcesv2", "resources", "resourcesv2", "resources", "resources"]);
    const first = await stackscope(older, ["audit", "list", "acme", "--limit", "1", "--format", "json"]);
    const again = /or (--v1 --before \d+ --resume \S+)$/m.exec(first.stderr)[1].split(" ");
    assert.deepEqual([...JSON.parse(first.stdout), ...(await json(older, "audit", "list", "acme", ...again))], rows);
    assert.deepEqual(await json(older, "audit", "list", "acme", ...again.slice(1)), rows.slice(1), "the token says which of the two it goes on with");
  });

  test("search: rows, facets, CSV", async () => {
    const rows = await json(server, "search", "acme", "type:aws:s3/bucket:Bucket");
    assert.ok(rows.length > 1 && rows.every(({ type }) => type === "aws:s3/bucket:Bucket"));
    const everything = await json(server, "search", "acme", "type:aws:s3/bucket:Bucket", "--all", "--size", "7");
    assert.equal(everything.length, rows.length);
    const { resources, aggregations, total } = await json(server, "search", "acme", "--facet", "type", "--facet", "project", "--limit", "1");
    assert.equal(resources.length, 1);
    assert.ok(total > 1000);
    assert.deepEqual(Object.keys(aggregations).sort(), ["project", "type"]);
    assert.match(await text(server, "search", "acme", "--facet", "type", "--limit", "1", "--v1"), /\n\nTYPE +COUNT\n\S+ +\d/);
    const names = (await json(server, "search", "acme", "project:web", "--sort", "name", "--asc", "--limit", "20")).map(({ name }) => name);
    assert.deepEqual(names, [...names].sort());
    assert.match(await text(server, "search", "acme", "project:web", "--csv"), /^created,custom,/);
  });
});
