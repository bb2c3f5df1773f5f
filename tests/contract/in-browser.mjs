// What the browser tests run inside the page or a worker: each function is called by its name, its result must be plain data.

import { init, PulumiCloud, StackscopeError } from "../../dist/browser.js";
import { cases } from "./cases.mjs";
import { runCases } from "./run.mjs";

const base = globalThis.location.origin;
const client = (token, options = {}) => new PulumiCloud({ token, baseUrl: base, retry: false, ...options });
const moduleRequests = () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length;

/** All cases: `{name, error?}` of each. */
export const everyCase = (token) => runCases(cases, { base, token, PulumiCloud });

/** The same in a worker, which loads the package by itself. */
export function everyCaseInWorker(token) {
  const worker = new Worker("/tests/contract/worker.mjs", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(token);
  }).finally(() => worker.terminate());
}

/** A client that was made before anything was loaded: a call, a list and a failure; and how often the module was fetched. */
export async function beforeInit(token) {
  const cloud = client(token);
  const before = moduleRequests();
  const groups = cloud.stacks === cloud.stacks;
  const [user, rows, code] = await Promise.all([
    cloud.user.get(),
    cloud.stacks.list({ project: "web" }).toArray(),
    cloud.stacks.get("acme/web/none").catch((error) => error instanceof StackscopeError && error.code),
  ]);
  await init();
  return { before, after: moduleRequests(), groups, login: user.githubLogin, stacks: rows.length, code };
}

/** Lists before the module is there: by items, by pages, and one that is left early. */
export async function listsBeforeInit(token) {
  const items = [];
  for await (const { stackName } of client(token).stacks.list({ project: "web" })) items.push(stackName);
  const pages = [];
  for await (const page of client(token).updates.list("acme/web/prod", { pageSize: 2 }).pages()) {
    pages.push(page.items.length);
    if (pages.length === 2) break;
  }
  return { items, pages };
}

/** Answers made in another realm: the fetch of a frame. */
export async function foreignRealm(token) {
  const frame = document.createElement("iframe");
  frame.src = "/tests/contract/blank.html";
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const other = frame.contentWindow;
  let foreign = false;
  const fetch = async (url, request) => {
    const response = await other.fetch(url, request);
    foreign = !(response instanceof Response) && response instanceof other.Response;
    return response;
  };
  const cloud = client(token, { fetch });
  const user = await cloud.user.get();
  const state = await cloud.stacks.exportState("acme/web/prod");
  const missing = await cloud.stacks.get("acme/web/none").catch(({ code, status }) => ({ code, status }));
  return { foreign, login: user.githubLogin, resources: state.summary.counts.resources, missing };
}

/** The least that a mock of fetch may give. */
export async function minimalMock(token) {
  const asked = [];
  const answers = {
    "/api/user": { status: 200, headers: new Map(), arrayBuffer: async () => new TextEncoder().encode('{"githubLogin":"mock","name":"Mock"}').buffer },
    "/api/user/organizations/default": { status: 200, headers: {}, json: async () => ({ githubLogin: "acme" }) },
    "/api/user/stacks": { status: 200, text: async () => '{"stacks":[]}' },
    "/api/capabilities": { status: 404, headers: new Headers({ "content-type": "text/plain" }), arrayBuffer: async () => new TextEncoder().encode("404 Not Found").buffer },
  };
  const fetch = async (url, { method, headers, cache, signal }) => {
    const { pathname } = new URL(url);
    asked.push({ method, pathname, authorization: headers.Authorization, cache, signal: signal instanceof AbortSignal });
    return answers[pathname];
  };
  const cloud = client(token, { fetch });
  const user = await cloud.user.get();
  const { githubLogin } = await cloud.user.defaultOrganization();
  const stacks = await cloud.stacks.list().toArray();
  const code = await cloud.server.capabilities().catch((error) => error.code);
  return { asked, login: user.githubLogin, githubLogin, stacks, code };
}

/** Whether the reason of an abort comes out unchanged: before the call, during it, in a list, and with the browser's own fetch. */
export async function aborts(token) {
  const reason = { why: "enough" };
  const isReason = (call) => call.then(() => "no error", (error) => error === reason);
  const hanging = client(token, { fetch: (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))) });
  const during = new AbortController();
  const call = isReason(hanging.stacks.get("acme/web/prod", { signal: during.signal }));
  setTimeout(() => during.abort(reason), 20);
  const real = new AbortController();
  const sent = isReason(client(token, { onRequest: () => real.abort(reason) }).stacks.exportState("acme/web/prod", { signal: real.signal }));
  const between = new AbortController();
  const list = (async () => {
    for await (const _ of client(token).stacks.list({ maxResults: 2, signal: between.signal })) between.abort(reason);
  })();
  const still = await client(token).user.get();
  return {
    before: await isReason(client(token).user.get({ signal: AbortSignal.abort(reason) })),
    during: await call,
    sent: await sent,
    list: await isReason(list),
    timeout: await client(token, { fetch: () => new Promise(() => {}) }).user.get({ timeoutMs: 30 }).catch((error) => error.code),
    still: still.githubLogin,
  };
}
