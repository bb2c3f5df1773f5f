// examples/inventory.mjs as a platform team would run it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { PulumiCloud } from "stackscope";
import { startBackend } from "../../dist/backend/index.js";
import { cell, COLUMNS } from "../../examples/inventory.mjs";

const INVENTORY = fileURLToPath(new URL("../../examples/inventory.mjs", import.meta.url));
const TOKEN = "pul-0123456789abcdef0123456789abcdef01234567";

async function backendOf(t, options) {
  const backend = await startBackend({ token: TOKEN, ...options });
  t.after(() => backend.close());
  return { backend, cloud: new PulumiCloud({ token: TOKEN, baseUrl: backend.url }) };
}

function start(backend, args, env = {}) {
  const child = spawn(process.execPath, [INVENTORY, ...args], { env: { ...process.env, PULUMI_BACKEND_URL: backend.url, PULUMI_ACCESS_TOKEN: TOKEN, ...env } });
  const out = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
  return { child, out, ended: new Promise((resolve) => child.on("close", (status) => resolve({ status, ...out }))) };
}

const inventory = (backend, ...args) => start(backend, args).ended;

/** Reads CSV as RFC 4180 has it, into objects by the header. */
function parse(csv) {
  const rows = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (field.lastIndex < csv.length) {
    const [, quoted, plain, end] = field.exec(csv) ?? assert.fail(`no CSV at ${field.lastIndex}`);
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  const [header, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

const nameOf = ({ organization, project, stack }) => `${organization}/${project}/${stack}`;
const every = ({ world }, query = { organization: "acme" }) => world.stacks.list(query).map(({ orgName, projectName, stackName }) => `${orgName}/${projectName}/${stackName}`);

test("every stack of the organization is a row, in order", async (t) => {
  const { backend } = await backendOf(t, { stacks: 60, pageSize: 25 });
  const { status, stdout, stderr } = await inventory(backend, "acme");
  assert.equal(status, 0);
  assert.equal(stdout.slice(0, stdout.indexOf("\r\n")), COLUMNS.join(","));
  assert.deepEqual(parse(stdout).map(nameOf), every(backend));
  assert.match(stderr, /^inventory: 50 stacks$/m);
  assert.doesNotMatch(stderr, /Warning/);
});

test("a row tells what a team wants to know", async (t) => {
  const { backend } = await backendOf(t, { runningMs: 600_000 });
  const rows = parse((await inventory(backend, "acme", "--project", "web", "--state")).stdout);
  assert.deepEqual(rows.map(({ stack }) => stack), ["dev", "prod", "staging"]);
  const [dev, prod] = rows;
  assert.deepEqual([dev.running, dev.result], ["update", "in-progress"]);
  const { tags, ...rest } = prod;
  const [latest] = backend.world.updates.list({ organization: "acme", project: "web", stack: "prod" });
  assert.deepEqual(rest, {
    organization: "acme", project: "web", stack: "prod", lastUpdate: new Date(latest.info.endTime * 1_000).toISOString(), kind: "update", result: "succeeded", version: String(latest.version),
    by: latest.requestedBy.githubLogin, resources: "49", running: "", drift: "drifted", repository: "acme/shop", pulumiVersion: "v3.259.0", protected: "1", interrupted: "0", error: "",
  });
  assert.match(tags, /owner=storefront; /);
});

test("self-hosted servers leave empty what they do not know", async (t) => {
  for (const dialect of ["procella", "pulumi-backend"]) {
    const { backend } = await backendOf(t, { dialect });
    const { status, stdout } = await inventory(backend, "acme", "--project", "web");
    assert.equal(status, 0);
    const rows = parse(stdout);
    assert.deepEqual(rows.map(({ stack }) => stack), ["dev", "prod", "staging"]);
    for (const { drift, error } of rows) assert.deepEqual([drift, error], ["", ""]);
    assert.deepEqual([rows[1].kind, rows[1].result], ["update", "succeeded"]);
  }
});

test("cells are quoted, and no formula among them", () => {
  const cells = {
    plain: "plain",
    'a "word"': '"a ""word"""',
    "a,b": '"a,b"',
    "two\r\nlines": '"two\r\nlines"',
    " padded ": '" padded "',
    "=1+1": "'=1+1",
    '=HYPERLINK("x")': `"'=HYPERLINK(""x"")"`,
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(A1)": "'@SUM(A1)",
    " =1+1": "' =1+1",
    "\t=1+1": "'\t=1+1",
    "\r=1": `"'\r=1"`,
    "\uff1d1+1": "'\uff1d1+1",
    "a=b": "a=b",
  };
  for (const [value, expected] of Object.entries(cells)) assert.equal(cell(value), expected, JSON.stringify(value));
  assert.deepEqual([cell(undefined), cell(null), cell(0), cell(-1), cell(""), cell(false)], ["", "", "0", "-1", "", "false"]);
});

test("tags that mean harm come out harmless", async (t) => {
  const { backend, cloud } = await backendOf(t);
  await cloud.tags.replace("acme/web/prod", { "pulumi:project": "web", "vcs:owner": "=cmd|'/c calc'!A1", note: 'one, "two"' });
  const row = parse((await inventory(backend, "acme", "--project", "web")).stdout).find(({ stack }) => stack === "prod");
  assert.equal(row.repository, "'=cmd|'/c calc'!A1");
  assert.equal(row.tags, `note=one, "two"; pulumi:project=web; vcs:owner==cmd|'/c calc'!A1`);
});

test("where it breaks off it says how to go on, and nothing is lost or twice", async (t) => {
  const { backend } = await backendOf(t, { stacks: 60, pageSize: 40 });
  const { child, out, ended } = start(backend, ["acme"]);
  child.stderr.on("data", () => out.stderr.includes("inventory: 50 stacks") && backend.setFaults([{ name: "out", title: "refuses all", effect: { kind: "answer", status: 401, type: "application/json", body: "{}" } }]));
  const first = await ended;
  assert.equal(first.status, 1);
  assert.match(first.stderr, /\[unauthorized\]/);
  const [, token] = /go on with --resume (\S+)/.exec(first.stderr);
  backend.setFaults([]);
  const second = await inventory(backend, "acme", "--resume", token);
  assert.equal(second.status, 0);
  assert.deepEqual(parse(first.stdout + second.stdout).map(nameOf), every(backend));
});

test("Ctrl-C does the same", async (t) => {
  const { backend } = await backendOf(t, { stacks: 60, faults: [{ name: "late", title: "10 ms late", effect: { kind: "delay", milliseconds: 10 } }] });
  const { child, ended } = start(backend, ["acme"]);
  child.stderr.once("data", () => child.kill("SIGINT"));
  const first = await ended;
  assert.equal(first.status, 1);
  const [, token] = /interrupted\ninventory: go on with --resume (\S+)/.exec(first.stderr);
  backend.setFaults([]);
  const second = await inventory(backend, "acme", "--resume", token);
  assert.deepEqual(parse(first.stdout + second.stdout).map(nameOf), every(backend));
});

test("a stack that cannot be read has a row that says so", async (t) => {
  const { backend } = await backendOf(t);
  const gone = { organization: "acme", project: "web", stack: "staging" };
  const { get } = backend.world.stacks;
  // It is deleted between the list and the look at it.
  backend.world.stacks.get = (name) => (name.stack === "staging" && name.project === "web" ? get({ ...gone, stack: "absent" }) : get(name));
  const { status, stdout, stderr } = await inventory(backend, "acme", "--project", "web");
  const row = parse(stdout).find(({ stack }) => stack === "staging");
  assert.equal(status, 0);
  assert.match(row.error, /^not_found: /);
  assert.match(stderr, /1 of them could not be read/);
});

test("no more requests at a time than allowed", async (t) => {
  const { backend } = await backendOf(t, { stacks: 30 });
  let now = 0;
  let most = 0;
  const { createServer, request: ask } = await import("node:http");
  const proxy = createServer((request, response) => {
    most = Math.max(most, (now += 1));
    response.on("close", () => (now -= 1));
    request.pipe(ask({ port: backend.port, host: "127.0.0.1", path: request.url, method: request.method, headers: request.headers }, (answer) => (response.writeHead(answer.statusCode, answer.headers), answer.pipe(response))));
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  t.after(() => (proxy.close(), proxy.closeAllConnections()));
  const { status } = await start(backend, ["acme", "--concurrency", "3"], { PULUMI_BACKEND_URL: `http://127.0.0.1:${proxy.address().port}` }).ended;
  assert.deepEqual([status, most], [0, 3]);
});

test("a wrong command line is 2", async (t) => {
  const { backend } = await backendOf(t);
  for (const args of [[], ["acme", "other"], ["acme", "--nope"], ["acme", "--concurrency", "0"], ["acme", "--resume", "x"]]) assert.equal((await inventory(backend, ...args)).status, 2, args.join(" "));
  assert.equal(backend.requests.length, 0);
});
