/**
 * `stackscope serve`: the page at /, and at /api either the sample backend or a real one behind a proxy. Listens on loopback
 * only. Fails where no port is free, or with a RangeError on a backend's address that cannot be used.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { BackendHandler, BackendOptions } from "../backend/index.js";
import { refusal, refuse } from "./guard.js";
import { API_HEADERS } from "./headers.js";
import { close, HOST, listenFrom } from "./listen.js";
import { pageHandler, type Folders, type Handler } from "./page.js";
import { proxyHandler } from "./proxy.js";
import { upstreamOf } from "./upstream.js";

export interface ServeOptions extends Folders {
  /** 0, the default, takes any free port; another that is taken gives way to the next. */
  port?: number;
  /** The address of a real backend, such as `https://api.pulumi.com`; without it /api is the sample. */
  backend?: string;
  /** The token for that backend; from PULUMI_ACCESS_TOKEN if absent. It never leaves this server but to the backend. */
  token?: string;
  /** Whether requests that change something are passed on to that backend. The sample always takes them. */
  allowWrites?: boolean;
  /** How the sample is made. */
  sample?: BackendOptions;
}

export interface Serving {
  /** With a slash at its end. */
  url: string;
  port: number;
  /** Drops all connections. */
  close(): Promise<void>;
}

export async function startServe({ port = 0, backend, token, allowWrites = false, sample, ...folders }: ServeOptions = {}): Promise<Serving> {
  const page = pageHandler(folders, backend === undefined ? "sample" : "proxy");
  const api = backend === undefined ? sampleHandler(sample) : proxyHandler(upstreamOf(backend, token ?? process.env["PULUMI_ACCESS_TOKEN"]));
  const writes = allowWrites || backend === undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isApi(request.url ?? "/")) return page(request, response);
    const why = refusal(request, taken, writes);
    if (why !== undefined) return refuse(response, 403, `Forbidden: ${why}`);
    return api(request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, "Internal Server Error"));
  });
  const taken = await listenFrom(server, port);
  return { url: `http://${HOST}:${taken}/`, port: taken, close: () => close(server) };
}

const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url);

/** Whether the stack that always has something to do is being updated now. */
function isUpdating(world: BackendHandler["world"]): boolean {
  try {
    return world.stacks.get({ organization: "acme", project: "web", stack: "dev" })["currentOperation"] !== undefined;
  } catch {
    // Deleted, renamed or moved away by the user: there is nothing to begin again.
    return true;
  }
}

/** The sample's history ends today, so that what the page says of it ("2 hours ago") is worth reading. */
function midnight(): number {
  const day = 86_400;
  return Math.floor(Date.now() / 1000 / day) * day;
}

/** How long the sample's stack rests between two updates, so that there is nearly always one to be met. */
const REST_MS = 20_000;

/** Made at the first request, so that the page alone costs nothing. */
function sampleHandler(options: BackendOptions = {}): Handler {
  let made: Promise<BackendHandler> | undefined;
  let quietSince: number | undefined;
  return async (request, response) => {
    made ??= import("../backend/index.js").then(({ createBackend }) => createBackend({ anonymous: true, epoch: midnight(), ...options }));
    const { handler, world } = await made;
    if (isUpdating(world)) quietSince = undefined;
    else if (world.now() - (quietSince ??= world.now()) >= REST_MS) world.restartRunning();
    for (const [name, value] of Object.entries(API_HEADERS)) response.setHeader(name, value);
    await handler(request, response);
  };
}
