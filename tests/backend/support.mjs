// A sample backend for a test, and requests that go out exactly as written.

import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { startBackend } from "../../dist/backend/index.js";

export const STACK = "/api/stacks/acme/web/prod";
export const RUNNING = "/api/stacks/acme/web/dev";

/** A backend that ends with the test. */
export async function backend(t, options) {
  const running = await startBackend(options);
  t.after(() => running.close());
  return running;
}

/**
 * One request. `body` is sent as JSON, or as it is when it is bytes; `headers` come on top of the usual ones, undefined
 * takes one away. The answer has its body as bytes, text and, where it is JSON, as a value.
 */
export function ask({ port, token }, method, path, { body, headers = {} } = {}) {
  const usual = { accept: "application/vnd.pulumi+8", authorization: `token ${token}`, "content-type": "application/json" };
  const sent = Object.fromEntries(Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: sent }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve(answerOf(response, Buffer.concat(chunks))));
    });
    outgoing.on("error", reject);
    outgoing.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
}

function answerOf({ statusCode, headers }, bytes) {
  const plain = headers["content-encoding"] === "gzip" && bytes.length > 0 ? gunzipSync(bytes) : bytes;
  const text = plain.toString();
  return { status: statusCode, headers, bytes, text, json: jsonIn(text) };
}

function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** GET, which must answer 200; its JSON. */
export async function get(server, path) {
  const { status, json, text } = await ask(server, "GET", path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text.slice(0, 200)}`);
  return json;
}

/** The one update that runs, in the stack that has one. */
export async function runningUpdate(server) {
  const { updates } = await get(server, `${RUNNING}/updates?output-type=service`);
  return updates.find(({ info }) => info.result === "in-progress");
}
