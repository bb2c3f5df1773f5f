// examples/pull-request-comment.mjs as a workflow would run it, against a GitHub made up on loopback.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test, { after, describe } from "node:test";
import { comment, fromEnvironment, pullRequestOf } from "../../examples/pull-request-comment.mjs";
import { failedUpdate, ndjson, smallUpdate } from "../js/event-logs.mjs";

const SCRIPT = fileURLToPath(new URL("../../examples/pull-request-comment.mjs", import.meta.url));
const TOKEN = "ghs_MarkedCanary0123456789abcdefghijklmn";
const BOT = { login: "github-actions[bot]", type: "Bot" };
const MALLORY = { login: "mallory", type: "User" };
const folder = mkdtempSync(join(tmpdir(), "stackscope-comment-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const UP = file("up.ndjson", ndjson(smallUpdate()));
const FAILED = file("failed.ndjson", ndjson(failedUpdate()));
const EVENT = file("event.json", { pull_request: { number: 7 } });

/**
 * The part of GitHub's API that the script uses, over comments in memory. `wrong(request)` may answer in its place: { status, body, headers } or `"hang up"`.
 */
async function github(t, { comments = [], wrong = () => undefined } = {}) {
  const seen = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { pathname, searchParams: query } = new URL(request.url, "http://github");
    const asked = { method: request.method, path: pathname, query, authorization: request.headers.authorization, content: body && JSON.parse(body) };
    seen.push(asked);
    const answer = wrong(asked) ?? right(asked);
    if (answer === "hang up") return request.socket.destroy();
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  const right = ({ method, path, query, authorization, content }) => {
    if (authorization !== `Bearer ${TOKEN}`) return { status: 401, body: { message: "Bad credentials" } };
    if (path === "/user") return { status: 403, body: { message: "Resource not accessible by integration" } };
    const [, id] = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(path) ?? [];
    if (method === "PATCH" && id) return { body: Object.assign(comments.find((row) => row.id === Number(id)), content) };
    if (path !== "/repos/acme/shop/issues/7/comments") return { status: 404, body: { message: "Not Found" } };
    if (method === "POST") return comments.push(row(comments.length + 1, content.body, BOT)), { status: 201, body: comments.at(-1) };
    const [size, page] = [Number(query.get("per_page")), Number(query.get("page"))];
    const next = page * size < comments.length ? { link: `<http://elsewhere.example/?page=${page + 1}>; rel="next", <http://elsewhere.example/>; rel="last"` } : {};
    return { body: comments.slice((page - 1) * size, page * size), headers: next };
  };
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.close(), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${server.address().port}`, comments, seen, sent: () => seen.map(({ method, path }) => `${method} ${path}`) };
}

const row = (id, body, user = MALLORY) => ({ id, body, user, html_url: `https://github.com/acme/shop/pull/7#issuecomment-${id}` });

/** Runs the script in the environment of a workflow; nothing it prints may hold the token. */
function run(server, args, { env = {}, input = "" } = {}) {
  const workflow = { GITHUB_API_URL: server?.url ?? "http://127.0.0.1:9", GITHUB_REPOSITORY: "acme/shop", GITHUB_TOKEN: TOKEN, GITHUB_EVENT_PATH: EVENT };
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { PATH: process.env.PATH, ...workflow, ...env } });
  const out = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      assert.ok(!`${out.stdout}${out.stderr}`.includes(TOKEN.slice(4, 20)), "the token was printed");
      resolve({ code, ...out });
    });
  });
}

const COMMENTS = "/repos/acme/shop/issues/7/comments";

describe("pull-request-comment", { concurrency: 4 }, () => {
  test("the first run makes a comment, the next one changes it, the same again leaves it", async (t) => {
    const server = await github(t, { comments: [row(1, "nice"), row(2, "> <!-- stackscope -->\nquoted")] });
    const first = await run(server, [FAILED, "--title", "acme/web/dev"]);
    assert.deepEqual([first.code, first.stdout], [0, ""], first.stderr);
    assert.match(first.stderr, /^pull-request-comment: created https:\/\/github\.com\/acme\/shop\/pull\/7#issuecomment-3\n$/);
    assert.equal(server.comments.length, 3);
    const { body } = server.comments[2];
    assert.match(body, /^<!-- .*stackscope.* -->\n/);
    for (const part of ["acme/web/dev", "no such size"]) assert.ok(body.includes(part), body);

    const second = await run(server, ["-", "--title", "acme/web/dev"], { input: ndjson(smallUpdate()) });
    assert.match(second.stderr, /: updated https:\/\/.*-3\n$/);
    assert.equal(second.code, 0);
    assert.equal(server.comments.length, 3);
    assert.notEqual(server.comments[2].body, body);
    assert.equal(server.comments[2].body.split("\n")[0], body.split("\n")[0]);

    const third = await run(server, [UP, "--title", "acme/web/dev"]);
    assert.match(third.stderr, /: unchanged https:\/\/.*-3\n$/);
    const list = ["GET /user", `GET ${COMMENTS}`];
    assert.deepEqual(server.sent(), [...list, `POST ${COMMENTS}`, ...list, "PATCH /repos/acme/shop/issues/comments/3", ...list]);
  });

  test("its comment is found on any page, and by its own marker", async (t) => {
    const markers = {};
    for (const marker of ["web", "shop"]) {
      const { stdout } = await run(undefined, [UP, "--dry-run", "--marker", marker]);
      [markers[marker]] = stdout.split("\n");
    }
    assert.notEqual(markers.web, markers.shop);
    const comments = Array.from({ length: 450 }, (_, index) => row(index + 1, `comment ${index + 1}`));
    comments[280] = row(281, `${markers.shop}\nold`, BOT);
    comments[281] = row(282, `${markers.web}\r\nold`, BOT);
    const server = await github(t, { comments });
    assert.equal((await run(server, [UP, "--marker", "web"])).code, 0);
    assert.equal(comments[280].body, `${markers.shop}\nold`);
    assert.notEqual(comments[281].body, `${markers.web}\r\nold`);
    assert.deepEqual(server.sent(), ["GET /user", ...Array(3).fill(`GET ${COMMENTS}`), "PATCH /repos/acme/shop/issues/comments/282"]);
    assert.deepEqual(server.seen.filter(({ query }) => query.has("page")).map(({ query }) => query.get("page")), ["1", "2", "3"]);

    assert.equal((await run(server, [UP, "--marker", "third"])).code, 0);
    assert.equal(comments.length, 451);
  });

  test("a comment of somebody else's is not ours, whatever it begins with", async (t) => {
    const [marker] = (await run(undefined, [UP, "--dry-run"])).stdout.split("\n");
    const planted = `${marker}\nall is well`;
    const server = await github(t, { comments: [row(1, planted)] });
    assert.equal((await run(server, [UP])).code, 0);
    assert.deepEqual([server.comments[0].body, server.comments.length], [planted, 2]);

    const ada = { login: "ada", type: "User" };
    const known = await github(t, { comments: [row(1, planted), row(2, planted, ada)], wrong: ({ path }) => (path === "/user" ? { body: { login: "ada" } } : undefined) });
    assert.equal((await run(known, [UP])).code, 0);
    assert.deepEqual(known.comments.map(({ body }) => body === planted), [true, false]);
  });

  test("--dry-run prints the comment, and needs no GitHub", async () => {
    const { code, stdout, stderr } = await run(undefined, [UP, "--dry-run", "--title", "A title", "--link", "https://app.example.com/u/1"], { env: { GITHUB_TOKEN: "", GITHUB_REPOSITORY: "", GITHUB_EVENT_PATH: "" } });
    assert.deepEqual([code, stderr], [0, ""]);
    for (const part of ["<!-- ", "A title", "https://app.example.com/u/1", "server"]) assert.ok(stdout.includes(part), stdout);
    const linked = await run(undefined, [UP, "--dry-run"], { env: { GITHUB_SERVER_URL: "https://github.example.com", GITHUB_RUN_ID: "42" } });
    assert.ok(linked.stdout.includes("https://github.example.com/acme/shop/actions/runs/42"), linked.stdout);
  });

  test("a long log makes a comment that GitHub takes", async (t) => {
    const server = await github(t);
    const many = smallUpdate();
    const [bucket] = many.filter(({ resourcePreEvent: step }) => step?.metadata.op === "create");
    const text = JSON.stringify(bucket);
    many.splice(2, 1, ...Array.from({ length: 4_000 }, (_, index) => JSON.parse(text.replaceAll("logs", `bucket-${index}`))));
    assert.equal((await run(server, ["-"], { input: ndjson(many) })).code, 0);
    const [{ body }] = server.comments;
    assert.ok(body.length <= 65_536 && body.length > 5_000, String(body.length));
  });

  test("what GitHub refuses is told, with 1", async (t) => {
    const refusals = [
      [{ status: 401, body: { message: "Bad credentials" } }, /^GET \/user: 401 Bad credentials \(the token is wrong or expired\)$/, "/user"],
      [{ status: 403, body: { message: "Resource not accessible by integration" } }, /403 Resource not accessible.*`permissions: \{ pull-requests: write \}`\)$/, COMMENTS],
      [{ status: 404, body: { message: "Not Found" } }, /404 Not Found \(there is no such pull request/, COMMENTS],
      [{ status: 422, body: { message: "Validation Failed", errors: [{ resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is too long" }] } }, /^POST .*: 422 Validation Failed: Body is too long$/, "POST"],
      [{ status: 500, body: "<html>oops</html>" }, /: 500$/, COMMENTS],
      [{ status: 302, body: "", headers: { location: "http://elsewhere.example/" } }, /: 302$/, COMMENTS],
      [{ status: 200, body: "<html>log in</html>" }, /not JSON; is http:.* the address of the API\?$/, COMMENTS],
      [{ status: 200, body: { message: "hello" } }, /list of comments is no list$/, COMMENTS],
      ["hang up", /^GET \/user: GitHub cannot be reached: \S+/, "/user"],
    ];
    const answering = (answer, where) => github(t, { wrong: ({ method, path }) => (where === method || (where === path && method === "GET") ? answer : undefined) });
    for (const [answer, told, where] of refusals) {
      const server = await answering(answer, where);
      await assert.rejects(comment({ api: server.url, repository: "acme/shop", token: TOKEN }, 7, "<!-- x -->\ntext"), ({ message }) => (assert.match(message, told), true));
      assert.equal(server.comments.length, 0);
    }
    const echo = { status: 400, body: { message: `\u001b[31m${TOKEN}\u001b[0m\nnext` } };
    const { code, stdout, stderr } = await run(await answering(echo, COMMENTS), [UP]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^pull-request-comment: GET [^\n\u001b]*: 400 +\[31m\*\*\* \[0m next\n$/);
    const absent = await run(undefined, [UP]);
    assert.equal(absent.code, 1);
    assert.match(absent.stderr, /^pull-request-comment: .* cannot be reached: (ECONNREFUSED|bad port)\n$/);
  });

  test("a list without end is given up", async (t) => {
    const server = await github(t, { wrong: ({ path, method }) => (path === COMMENTS && method === "GET" ? { body: [row(1, "x")], headers: { link: '<x>; rel="next"' } } : undefined) });
    await assert.rejects(comment({ api: server.url, repository: "acme/shop", token: TOKEN }, 7, "<!-- x -->"), /more than 100 pages/);
    assert.equal(server.seen.length, 101);
  });

  test("a wrong command line or environment is 2, and nothing is sent", async (t) => {
    const server = await github(t);
    const lines = [[], [UP, UP], [UP, "--nope"], [UP, "--pr", "0"], [UP, "--marker", "a--b"], [UP, "--marker", "a b"]];
    for (const args of lines) assert.equal((await run(server, args)).code, 2, args.join(" "));
    for (const [env, told] of [[{ GITHUB_TOKEN: `${TOKEN}\nx: y` }, /GITHUB_TOKEN is no token/], [{ GITHUB_EVENT_PATH: UP }, /no pull request: give --pr N/]]) {
      const { code, stderr } = await run(server, [UP], { env });
      assert.equal(code, 2, stderr);
      assert.match(stderr, told);
    }
    assert.deepEqual(server.seen, []);
  });

  test("an input that is no event log is 3, and nothing is sent", async (t) => {
    const server = await github(t);
    for (const input of [join(folder, "absent.ndjson"), folder, file("state.json", { version: 3, deployment: {} }), file("empty.ndjson", "")]) {
      const { code, stderr } = await run(server, [input]);
      assert.equal(code, 3, stderr);
      assert.ok(stderr.startsWith(`pull-request-comment: ${input}: `), stderr);
    }
    assert.deepEqual(server.seen, []);
  });
});

test("the pull request of a workflow's run", () => {
  const of = (event, ref) => pullRequestOf({ GITHUB_EVENT_PATH: file("some-event.json", event), GITHUB_REF: ref });
  assert.equal(of({ pull_request: { number: 7 } }), 7);
  assert.equal(of({ issue: { number: 8, pull_request: {} }, comment: {} }), 8);
  assert.equal(of({ issue: { number: 8 } }), undefined);
  assert.equal(of({}, "refs/pull/9/merge"), 9);
  assert.equal(of({ pull_request: { number: "7; rm" } }), undefined);
  assert.equal(of({}, "refs/heads/main"), undefined);
});

test("the token goes to https, or to this machine", () => {
  const problem = (api) => fromEnvironment({ GITHUB_API_URL: api, GITHUB_REPOSITORY: "acme/shop", GITHUB_TOKEN: TOKEN }).problem;
  for (const good of ["", "https://github.example.com/api/v3/", "http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"]) assert.equal(problem(good), undefined, good);
  for (const bad of ["http://github.example.com", "http://127.0.0.1.example.com", "http://localhost.example.com", "ftp://github.com", "http://[::2]"]) assert.match(problem(bad), /https:/, bad);
  assert.match(problem("https://user:secret@github.example.com"), /name or password/);
  assert.match(problem("github"), /no address/);
});

test("the repository is a name, the token a token", () => {
  const problem = (repository, token = TOKEN) => fromEnvironment({ GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token }).problem;
  assert.equal(problem("acme/shop.js"), undefined);
  for (const bad of [undefined, "", "acme", "../..", "acme/..", "./shop", "acme/shop/x", "acme/sh?p"]) assert.match(problem(bad), /GITHUB_REPOSITORY/, bad);
  assert.match(problem("acme/shop", ""), /GITHUB_TOKEN is needed/);
  for (const bad of ["a b", "a\nb", "tökən"]) assert.match(problem("acme/shop", bad), /GITHUB_TOKEN is no token/);
});
