// The suite for real servers, run against the sample backend's dialects: it tells what they have, and leaves nothing behind.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { startBackend } from "../../dist/backend/index.js";
import { TOKEN, until } from "./support.mjs";

const MAIN = fileURLToPath(new URL("../../scripts/live/live.mjs", import.meta.url));

/** Starts the suite; `ended` gives its exit code and what it printed. */
function start(args, env = {}) {
  const { PULUMI_ACCESS_TOKEN, ...clean } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...clean, ...env } });
  const out = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
  return { child, out, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, ...out }))) };
}

const live = (args, env) => start(args, env).ended;

/** All that the suite could leave behind. */
function kept({ world }) {
  const names = (list) => list.map((one) => JSON.stringify(one)).filter((text) => text.includes("stackscope-live"));
  return [
    ...names(world.stacks.list()),
    ...names(world.teams.list("acme")),
    ...names(world.tokens.list()),
    ...names(world.tokens.listForOrganization("acme")),
    ...names(world.webhooks.list({ organization: "acme" })),
  ];
}

async function backendOf(t, options) {
  const backend = await startBackend({ token: TOKEN, ...options });
  t.after(() => backend.close());
  return backend;
}

const byOutcome = ({ endpoints }, wanted) => [...new Set(endpoints.filter(({ outcome }) => outcome === wanted).map((one) => one.function))].sort();

describe("dialects", { concurrency: 2 }, () => {
  test("cloud: all there is works", async (t) => {
    const backend = await backendOf(t);
    const args = ["--backend", backend.url, "--organization", "acme", "--format", "json", "--deployments", "--transfer-to", "acme-labs", "--environment", environmentOf(backend)];
    const { code, stdout, stderr } = await live(args, { PULUMI_ACCESS_TOKEN: TOKEN });
    const told = JSON.parse(stdout);
    assert.deepEqual(told.endpoints.filter(({ outcome }) => !["works", "skipped"].includes(outcome)), []);
    assert.deepEqual(byOutcome(told, "skipped"), ["members.add", "members.remove", "members.update"]);
    assert.deepEqual([code, told.left, told.surprises], [0, [], 0]);
    assert.deepEqual(kept(backend), []);
    assert.doesNotMatch(stdout + stderr, new RegExp(TOKEN));
  });

  test("procella: its absences are told, its differences known", async (t) => {
    const backend = await backendOf(t, { dialect: "procella" });
    const { code, stdout } = await live(["--backend", backend.url, "--token", TOKEN, "--format", "json", "--server", "procella"]);
    const told = JSON.parse(stdout);
    assert.deepEqual(byOutcome(told, "differs"), ["auditLogs.list", "webhooks.create"]);
    const absent = byOutcome(told, "absent");
    for (const name of ["stacks.projectExists", "stacks.metadata", "tags.add", "tags.delete", "members.list", "teams.list", "tokens.list", "search.resources", "usage.resourceSummary", "updates.latest"]) assert.ok(absent.includes(name), name);
    const works = byOutcome(told, "works");
    for (const name of ["stacks.create", "stacks.exportState", "stacks.importState", "stacks.rename", "stacks.delete", "tags.replace", "updates.list", "updates.events", "secrets.encrypt", "secrets.decrypt", "user.get"]) assert.ok(works.includes(name), name);
    assert.deepEqual([code, told.left], [0, []]);
    assert.deepEqual(kept(backend), []);
  });

  test("pulumi-backend: the same", async (t) => {
    const backend = await backendOf(t, { dialect: "pulumi-backend" });
    const { code, stdout } = await live(["--backend", backend.url, "--token", TOKEN, "--organization", "acme", "--format", "json", "--server", "pulumi-backend"]);
    const told = JSON.parse(stdout);
    const absent = byOutcome(told, "absent");
    for (const name of ["stacks.metadata", "stacks.downstreamReferences", "tags.add", "members.list", "webhooks.list", "auditLogs.list", "search.resources"]) assert.ok(absent.includes(name), name);
    const works = byOutcome(told, "works");
    for (const name of ["stacks.projectExists", "stacks.create", "stacks.exportState", "tags.replace", "updates.latest", "updates.status", "tokens.create", "teams.list"]) assert.ok(works.includes(name), name);
    assert.deepEqual([code, told.left, told.surprises], [0, [], 0]);
    assert.deepEqual(kept(backend), []);
  });

  test("a server's differences are surprises where nobody named it", async (t) => {
    const backend = await backendOf(t, { dialect: "procella" });
    const { code, stdout } = await live(["--backend", backend.url, "--token", TOKEN]);
    assert.equal(code, 1);
    assert.match(stdout, /^differs {2}webhooks\.create +POST +\/api\/orgs\/\{organization\}\/hooks\n +status 500/m);
    assert.match(stdout, /: 2 differs, \d+ works, 0 refused, \d+ absent, \d+ skipped$/m);
  });
});

function environmentOf({ world }) {
  const [{ project, name }] = world.environments.list("acme");
  return `${project}/${name}`;
}

test("a server that fails now and then makes differences, and is left clean all the same", async (t) => {
  const fault = { name: "page", title: "now and then a page", when: { every: 7 }, effect: { kind: "answer", status: 200, type: "text/html", body: "<title>Log in</title>" } };
  const backend = await backendOf(t, { faults: [fault] });
  const { code, stdout } = await live(["--backend", backend.url, "--token", TOKEN, "--organization", "acme", "--format", "json"]);
  const told = JSON.parse(stdout);
  assert.equal(code, 1);
  assert.ok(told.surprises > 5);
  assert.ok(told.endpoints.some(({ note }) => /an HTML page: Log in/.test(note ?? "")));
  assert.deepEqual(told.left, []);
  backend.setFaults([]);
  assert.deepEqual(kept(backend), []);
});

test("what cannot be taken away is said", async (t) => {
  const backend = await backendOf(t);
  const { child, ended } = start(["--backend", backend.url, "--token", TOKEN, "--organization", "acme"]);
  await until(() => kept(backend).length > 0, 10_000);
  const page = { name: "page", title: "only pages", effect: { kind: "answer", status: 200, type: "text/html", body: "<title>Log in</title>" } };
  backend.setFaults([page]);
  const { code, stdout } = await ended;
  assert.equal(child.signalCode, null);
  assert.equal(code, 1);
  assert.match(stdout, /^LEFT OVER: the stacks of project stackscope-live-[0-9a-f]{8}: .*an HTML page: Log in/m);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} takes away what was made`, async (t) => {
    const backend = await backendOf(t, { faults: ["latency"] });
    const { child, ended } = start(["--backend", backend.url, "--token", TOKEN, "--organization", "acme"]);
    await until(() => kept(backend).length > 0, 10_000);
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stdout], [130, ""]);
    assert.match(stderr, /taking away what was made/);
    assert.deepEqual(kept(backend), []);
  });
}

test("a wrong command line is 2, and sends nothing", async (t) => {
  const backend = await backendOf(t);
  const wrong = [
    [],
    ["--backend", backend.url],
    ["--backend", "ftp://example.com", "--token", TOKEN],
    ["--backend", backend.url, "--token", TOKEN, "--format", "xml"],
    ["--backend", backend.url, "--token", TOKEN, "--server", "other"],
    ["--backend", backend.url, "--token", TOKEN, "--environment", "x"],
    ["--backend", backend.url, "--token", TOKEN, "--nope"],
  ];
  const codes = await Promise.all(wrong.map((args) => live(args)));
  assert.deepEqual(codes.map(({ code }) => code), wrong.map(() => 2));
  for (const { stdout, stderr } of codes) assert.doesNotMatch(stdout + stderr, new RegExp(TOKEN));
  assert.equal(backend.requests.length, 0);
});
