// Servers that say exactly what a test wants, and clients of them.

import { createServer } from "node:http";
import { startBackend } from "../../dist/backend/index.js";
import { PulumiCloud } from "stackscope";

export const TOKEN = "pul-0123456789abcdef0123456789abcdef01234567";
export const PROD = "acme/web/prod";
export const DEV = "acme/web/dev";

/** Delays that tests need not wait for. */
export const QUICK = { baseMs: 1, capMs: 2 };

/** The sample backend and a client of it; both end with the test. */
export async function sample(t, options = {}, clientOptions = {}) {
  const backend = await startBackend(options);
  t.after(() => backend.close());
  return { backend, cloud: new PulumiCloud({ token: backend.token, baseUrl: backend.url, retry: QUICK, ...clientOptions }) };
}

/**
 * A server of the test's own. `answer` is called with each request, its body read, and gives `[status, body, headers]`: a body that
 * is no text and no bytes is sent as JSON; `undefined` never answers. What was asked is kept in `seen`.
 */
export async function scripted(t, answer, clientOptions = {}) {
  const seen = [];
  const gone = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url, "http://server");
    const asked = { method: request.method, url: request.url, path: pathname, query: searchParams, headers: request.headers, body: Buffer.concat(chunks) };
    seen.push(asked);
    response.on("close", () => response.writableFinished || gone.push(asked));
    const [status, body, headers] = (await answer(asked, seen.length, response)) ?? [];
    if (status !== undefined) write(response, status, body, headers);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  t.after(() => (server.close(), server.closeAllConnections()));
  return { url, seen, gone, cloud: new PulumiCloud({ token: TOKEN, baseUrl: url, retry: QUICK, ...clientOptions }) };
}

function write(response, status, body = "", headers = {}) {
  const plain = typeof body === "string" || body instanceof Uint8Array;
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(plain ? body : JSON.stringify(body));
}

/** What a call rejects with. */
export async function failure(promise) {
  const outcome = await promise.then((value) => ({ value }), (error) => ({ error }));
  if (!("error" in outcome)) throw new Error(`nothing failed: ${JSON.stringify(outcome.value)?.slice(0, 200)}`);
  return outcome.error;
}

/** Whether a promise settles in this time; tests of what ends "at once" must not wait for what they forbid. */
export async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`nothing within ${milliseconds} ms`)), milliseconds)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until `holds` does. */
export async function until(holds, milliseconds = 2_000) {
  for (const end = Date.now() + milliseconds; !holds(); ) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export const stack = (name) => ({ orgName: "acme", projectName: "web", stackName: name });
export const names = (stacks) => stacks.map(({ stackName }) => stackName);
