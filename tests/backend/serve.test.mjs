// The page's server: who may use it, what it passes on, and that the token stays inside.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, createServer as createTcpServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { startServe } from "../../dist/serve/index.js";
import { ask, backend, STACK } from "./support.mjs";

const TOKEN = "pul-0123456789abcdef0123456789abcdef01234567";
/** What the browser sends: nothing of this reaches the backend. */
const BROWSER = { authorization: "token pul-of-the-browser", cookie: "a=b", "x-other": "c" };

async function serve(t, options) {
  const serving = await startServe(options);
  t.after(() => serving.close());
  return serving;
}

/** A backend that answers as told and keeps what it was sent. */
async function upstream(t, answer) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, seen };
}

const get = (serving, path, headers = {}) => ask(serving, "GET", path, { headers: { authorization: undefined, ...headers } });

test("the sample is at /api and needs no token", async (t) => {
  const serving = await serve(t);
  const user = await get(serving, "/api/user");
  assert.equal(user.status, 200);
  assert.equal(user.headers["x-content-type-options"], "nosniff");
  assert.equal((await ask(serving, "POST", `${STACK}/tags`, { body: { name: "a", value: "b" }, headers: { authorization: undefined } })).status, 204);
  assert.equal((await get(serving, "/api/nothing")).status, 404);
  assert.equal((await get(serving, "/")).status, 200);
  assert.equal((await get(serving, "/apiary")).status, 404);
});

test("the sample can speak like another server", async (t) => {
  const serving = await serve(t, { sample: { dialect: "procella" } });
  assert.equal((await get(serving, "/api/user/organizations/default")).json.githubLogin, "acme");
});

for (const [what, options] of [["the sample", async () => ({})], ["a backend", async (t) => ({ backend: (await backend(t)).url, token: TOKEN, allowWrites: true })]]) {
  test(`${what} is for this server's own page and for this machine`, async (t) => {
    const serving = await serve(t, await options(t));
    const { port } = serving;
    const status = async (headers) => (await get(serving, "/api/user", headers)).status;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) assert.equal(await status({ host }), 200, host);
    for (const host of ["example.com", `example.com:${port}`, "127.0.0.1", `127.0.0.1:${port + 1}`, `127.0.0.1.example.com:${port}`, `localhost.:${port}`]) {
      assert.equal(await status({ host }), 403, host);
    }
    assert.equal(await status({ origin: `http://127.0.0.1:${port}` }), 200);
    for (const origin of ["null", "https://example.com", `https://127.0.0.1:${port}`, `http://localhost:${port}`, `http://127.0.0.1:${port + 1}`, ""]) {
      assert.equal(await status({ origin }), 403, origin);
    }
    assert.equal(await status({ "sec-fetch-site": "same-origin" }), 200);
    assert.equal(await status({ "sec-fetch-site": "cross-site" }), 403);
    const { headers, json } = await get(serving, "/api/user", { origin: "https://example.com" });
    assert.equal(json.code, 403);
    assert.equal(headers["access-control-allow-origin"], undefined);
  });
}

test("requests go to the backend with this server's token and without the browser's", async (t) => {
  const told = { "content-type": "application/json", "x-pulumi-request-id": "r1", "x-pulumi-warning": ["w1", "w2"], "set-cookie": "x=y", server: "s" };
  const behind = await upstream(t, (_, response) => response.writeHead(200, told).end("{}"));
  const serving = await serve(t, { backend: `${behind.url}/base/`, token: TOKEN });
  const answer = await get(serving, "/api/user/stacks?tagName=a%3Ab&continuationToken=x", { ...BROWSER, accept: "application/vnd.pulumi+9" });
  const [{ method, url, headers }] = behind.seen;
  assert.equal(`${method} ${url}`, "GET /base/api/user/stacks?tagName=a%3Ab&continuationToken=x");
  assert.equal(headers.authorization, `token ${TOKEN}`);
  assert.equal(headers.accept, "application/vnd.pulumi+9");
  for (const name of ["cookie", "x-other", "origin", "referer"]) assert.equal(headers[name], undefined);
  assert.equal(headers.host, new URL(behind.url).host);
  assert.equal(answer.headers["x-pulumi-request-id"], "r1");
  assert.equal(answer.headers["x-pulumi-warning"], "w1, w2");
  for (const name of ["set-cookie", "server"]) assert.equal(answer.headers[name], undefined);
  assert.equal(answer.headers["cache-control"], "no-store");
});

test("the token comes from the environment", async (t) => {
  const behind = await upstream(t, (_, response) => response.end("{}"));
  const before = process.env.PULUMI_ACCESS_TOKEN;
  process.env.PULUMI_ACCESS_TOKEN = TOKEN;
  t.after(() => (before === undefined ? delete process.env.PULUMI_ACCESS_TOKEN : (process.env.PULUMI_ACCESS_TOKEN = before)));
  await get(await serve(t, { backend: behind.url }), "/api/user", BROWSER);
  delete process.env.PULUMI_ACCESS_TOKEN;
  await get(await serve(t, { backend: behind.url }), "/api/user", BROWSER);
  assert.deepEqual(behind.seen.map(({ headers }) => headers.authorization), [`token ${TOKEN}`, undefined]);
});

test("changes are passed on only when allowed", async (t) => {
  const behind = await upstream(t, (request, response) => request.pipe(response));
  const reading = await serve(t, { backend: behind.url, token: TOKEN });
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const answer = await ask(reading, method, "/api/user", { headers: { authorization: undefined } });
    assert.equal(answer.status, 403, method);
    assert.match(answer.json.message, /stackscope serve refuses writes; start it with --allow-writes$/);
  }
  assert.equal(behind.seen.length, 0);
  assert.equal((await ask(reading, "HEAD", "/api/stacks/a/b")).status, 200);

  const writing = await serve(t, { backend: behind.url, token: TOKEN, allowWrites: true });
  const body = gzipSync(Buffer.alloc(300_000, "x"));
  const answer = await ask(writing, "POST", "/api/stacks/a/b/c/import", { body, headers: { "content-encoding": "gzip" } });
  assert.deepEqual(answer.bytes, body);
  assert.equal(behind.seen.at(-1).headers["content-encoding"], "gzip");
});

/** Sends bytes as they are, and collects what comes back until the server closes. */
function raw(serving, text) {
  return new Promise((resolve, reject) => {
    const socket = connect(serving.port, "127.0.0.1", () => socket.write(text));
    let got = "";
    socket.setEncoding("utf8").on("data", (part) => {
      got += part;
    });
    socket.on("error", reject).on("close", () => resolve(got));
  });
}

test("a read with a body is refused, and leaves nothing to the next request", async (t) => {
  const behind = await upstream(t, (request, response) => request.resume().on("end", () => response.end(JSON.stringify({ url: request.url }))));
  for (const allowWrites of [false, true]) {
    const serving = await serve(t, { backend: behind.url, token: TOKEN, allowWrites });
    const before = behind.seen.length;
    const smuggled = "GET /api/smuggled HTTP/1.1\r\nhost: x\r\n\r\n";
    const bodies = [`content-length: 5\r\n\r\nhello`, `transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`, `content-length: ${smuggled.length}\r\n\r\n${smuggled}`];
    for (const method of ["GET", "HEAD"]) {
      for (const body of bodies) {
        const answer = await raw(serving, `${method} /api/a HTTP/1.1\r\nhost: 127.0.0.1:${serving.port}\r\n${body}`);
        assert.match(answer, /^HTTP\/1\.1 400 [^]*\r\nconnection: close\r\n/i);
        if (method === "GET") assert.equal(JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1)).code, 400);
      }
    }
    for (const path of ["/api/b0", "/api/b1"]) assert.deepEqual((await get(serving, path)).json, { url: path });
    assert.deepEqual(behind.seen.slice(before).map(({ url }) => url), ["/api/b0", "/api/b1"]);
  }
});

test("of a read, nothing about a body is passed on", async (t) => {
  const behind = await upstream(t, (_, response) => response.end("{}"));
  const serving = await serve(t, { backend: behind.url, token: TOKEN });
  const answer = await get(serving, "/api/user", { "content-length": "0", "content-type": "application/json", "content-encoding": "gzip" });
  assert.equal(answer.status, 200);
  for (const name of ["content-length", "content-type", "content-encoding", "transfer-encoding"]) assert.equal(behind.seen[0].headers[name], undefined, name);
});

test("a backend that changes to another protocol is a 502", async (t) => {
  const server = createTcpServer((socket) => socket.on("error", () => {}).once("data", (head) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${/named/.test(head) ? "upgrade: websocket\r\nconnection: upgrade\r\n" : ""}\r\n`);
  }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const serving = await serve(t, { backend: `http://127.0.0.1:${server.address().port}`, token: TOKEN });
  for (const path of ["/api/named", "/api/bare"]) {
    const answer = await get(serving, path);
    assert.deepEqual([answer.status, answer.json.code], [502, 502], path);
  }
});

test("a token may go to this machine without TLS, by any of its names", async (t) => {
  for (const host of ["localhost", "pulumi.localhost", "127.0.0.1", "127.9.9.9", "[::1]"]) await serve(t, { backend: `http://${host}:3000`, token: TOKEN });
  for (const host of ["localhost.example.com", "127.example.com", "10.0.0.1"]) await assert.rejects(startServe({ backend: `http://${host}`, token: TOKEN }), RangeError);
});

test("status, Retry-After and bodies come back as they are", async (t) => {
  const behind = await upstream(t, (request, response) => {
    if (request.url === "/api/busy") return response.writeHead(429, { "retry-after": "7", "content-type": "application/json" }).end('{"code":429}');
    if (request.url === "/api/none") return response.writeHead(204).end();
    if (request.url === "/api/cut") return response.writeHead(200, { "content-length": 1000 }).write("half", () => response.destroy());
    response.writeHead(200, { "content-type": "text/csv", "content-encoding": "gzip" }).end(gzipSync("a,b\n".repeat(1000)));
  });
  const serving = await serve(t, { backend: behind.url, token: TOKEN });
  const busy = await get(serving, "/api/busy");
  assert.equal(busy.status, 429);
  assert.equal(busy.headers["retry-after"], "7");
  assert.equal((await get(serving, "/api/none")).status, 204);
  const packed = await get(serving, "/api/export", { "accept-encoding": "gzip, br" });
  assert.equal(behind.seen.at(-1).headers["accept-encoding"], "gzip");
  assert.equal(packed.headers["content-encoding"], "gzip");
  assert.equal(packed.headers["content-type"], "text/csv");
  assert.equal(packed.text, "a,b\n".repeat(1000));
  await assert.rejects(get(serving, "/api/cut"));
});

test("a backend that repeats the token does not give it away", async (t) => {
  const text = JSON.stringify({ message: `token ${TOKEN}`, twice: `${TOKEN}${TOKEN}`, almost: TOKEN.slice(0, -1) });
  const behind = await upstream(t, (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const headers = { "x-pulumi-warning": `sent ${TOKEN}`, "content-type": `text/plain; was="${TOKEN}"`, "retry-after": TOKEN };
    if (pathname === "/api/gzip") return response.writeHead(500, { ...headers, "content-encoding": "gzip" }).end(gzipSync(text));
    if (pathname === "/api/brotli") return response.writeHead(200, { ...headers, "content-encoding": "br" }).end("not brotli");
    if (pathname === "/api/redirect") return response.writeHead(302, { location: `https://example.com/?token=${TOKEN}` }).end(TOKEN);
    response.writeHead(401, headers);
    // Byte by byte, so that the token lies across chunks.
    for (const byte of Buffer.from(text)) response.write(Buffer.from([byte]));
    response.end();
  });
  const serving = await serve(t, { backend: behind.url, token: TOKEN });
  for (const path of ["/api/plain", "/api/gzip", "/api/brotli", "/api/redirect"]) {
    const answer = await get(serving, path, { "accept-encoding": "gzip" });
    assert.ok(!answer.text.includes(TOKEN), path);
    assert.ok(!JSON.stringify(answer.headers).includes(TOKEN), path);
  }
  const { json } = await get(serving, "/api/plain");
  assert.deepEqual(json, { message: `token ${"*".repeat(44)}`, twice: "*".repeat(88), almost: TOKEN.slice(0, -1) });
});

test("redirects are followed to the same origin only", async (t) => {
  const other = await upstream(t, (_, response) => response.end("stolen"));
  const behind = await upstream(t, (request, response) => {
    const targets = { "/api/away": `${other.url}/api/user`, "/api/here": "/api/there?a=b", "/api/loop": "/api/loop", "/api/nowhere": undefined };
    if (!(request.url in targets)) return response.end(`arrived at ${request.url}`);
    const location = targets[request.url];
    response.writeHead(307, location === undefined ? {} : { location }).end();
  });
  const serving = await serve(t, { backend: behind.url, token: TOKEN, allowWrites: true });
  assert.equal((await get(serving, "/api/here")).text, "arrived at /api/there?a=b");
  for (const path of ["/api/away", "/api/loop", "/api/nowhere"]) assert.equal((await get(serving, path)).status, 502, path);
  assert.equal((await ask(serving, "POST", "/api/here", { body: {} })).status, 502);
  assert.equal(other.seen.length, 0);
});

test("a backend that cannot be reached is a 502 that says why", async (t) => {
  const gone = createServer();
  gone.listen(0, "127.0.0.1");
  await once(gone, "listening");
  const { port } = gone.address();
  await new Promise((resolve) => gone.close(resolve));
  const answer = await get(await serve(t, { backend: `http://127.0.0.1:${port}`, token: TOKEN }), "/api/user");
  assert.equal(answer.status, 502);
  assert.equal(answer.json.code, 502);
  assert.match(answer.json.message, /refuses connections/);
  const breaking = await upstream(t, (request) => request.socket.destroy());
  assert.equal((await get(await serve(t, { backend: breaking.url, token: TOKEN }), "/api/user")).status, 502);
});

test("when the browser leaves, so does the request to the backend", async (t) => {
  let left;
  const gone = new Promise((resolve) => {
    left = resolve;
  });
  const behind = await upstream(t, (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write("[");
    response.on("close", left);
  });
  const serving = await serve(t, { backend: behind.url, token: TOKEN });
  const leaving = new AbortController();
  const answer = await fetch(`${serving.url}api/user`, { signal: leaving.signal });
  leaving.abort();
  await assert.rejects(answer.text());
  await gone;
});

test("paths that lead elsewhere are refused", async (t) => {
  const behind = await upstream(t, (_, response) => response.end("{}"));
  const serving = await serve(t, { backend: behind.url, token: TOKEN });
  for (const path of ["/api/../admin", "/api/%2e%2e/admin", "/api/stacks/.%2E/x", "/api/a\\b"]) assert.equal((await get(serving, path)).status, 400, path);
  assert.equal(behind.seen.length, 0);
});

test("addresses that cannot be used are told without the token", async () => {
  for (const address of ["nonsense", "ftp://example.com", "https://user:word@example.com", "http://example.com"]) {
    await assert.rejects(startServe({ backend: address, token: TOKEN }), (error) => error instanceof RangeError && !error.message.includes(TOKEN) && !error.message.includes("word@"));
  }
});

/** The server as a program: what it says until it is ready or over. */
function program(t, args, env = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url)), ...args], { env: { PATH: process.env.PATH, ...env } });
  t.after(() => child.kill("SIGKILL"));
  let text = "";
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part) => {
        text += part;
        if (text.includes("Ctrl-C stops it")) resolve();
      });
    }
  });
  return { child, ready, exit: once(child, "exit").then(([code]) => code), text: () => text };
}

test("the program prints its address and runs until it is stopped", async (t) => {
  const running = program(t, ["--port", "0"]);
  await running.ready;
  const url = /stackscope is at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(running.text())[1];
  assert.equal((await fetch(`${url}api/capabilities`, { headers: { accept: "application/json" } })).status, 200);
  running.child.kill("SIGINT");
  assert.equal(await running.exit, 0);
});

test("the program refuses what it cannot do, and never prints the token", async (t) => {
  for (const args of [["--port", "x"], ["--port", "70000"], ["--backend", "nonsense"], ["--dialect", "klingon"], ["--backend", "https://example.com", "--dialect", "procella"], ["--nonsense"]]) {
    const refused = program(t, args, { PULUMI_ACCESS_TOKEN: TOKEN });
    assert.equal(await refused.exit, 2, args.join(" "));
    assert.match(refused.text(), /^error/);
    assert.ok(!refused.text().includes(TOKEN));
  }
  const running = program(t, ["--backend", "http://127.0.0.1:9"], { PULUMI_ACCESS_TOKEN: TOKEN, PORT: "0" });
  await running.ready;
  assert.ok(!running.text().includes(TOKEN));
});
