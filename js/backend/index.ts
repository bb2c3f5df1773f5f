/**
 * The sample backend: a server that speaks Pulumi Cloud's REST API, or another server's dialect of it, over a made-up
 * organization held in memory. For tests and for looking around without an account; nothing leaves this process.
 *
 * @example
 * const backend = await startBackend();
 * const answer = await fetch(`${backend.url}/api/user`, { headers: { accept: "application/json", authorization: `token ${backend.token}` } });
 * await backend.close();
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { control, CONTROL_PATH } from "./controls.js";
import { dialectNamed } from "./dialects/index.js";
import type { DialectName } from "./dialects/dialect.js";
import { ActiveFaults, type FaultChoice } from "./faults/active.js";
import { createHandler, type Handler } from "./handler.js";
import type { TokenRule } from "./http/checks.js";
import { RequestLog, type LoggedRequest } from "./http/log.js";
import { createWorld, type World, type WorldOptions } from "./world/index.js";

export { FAULTS, type Effect, type Fault } from "./faults/list.js";
export { FAULT_HEADER } from "./handler.js";
export { CONTROL_PATH } from "./controls.js";
export type { DialectName } from "./dialects/dialect.js";
export type { FaultChoice } from "./faults/active.js";
export type { LoggedRequest } from "./http/log.js";
export type { World, WorldOptions } from "./world/index.js";

/** The token that `startBackend` names when the caller brings none. It opens nothing but the sample. */
export const SAMPLE_TOKEN = "pul-sample0000000000000000000000000000000000";

const MEBIBYTE = 1024 * 1024;

export interface BackendOptions extends WorldOptions {
  /** The data; made from the other options if absent. */
  world?: World;
  /** Only these tokens are good, and those made through the API. Without it any token is that is not empty. */
  token?: string | string[];
  /** Answers requests without a token too, as the page's own server does. */
  anonymous?: boolean;
  /** Whose way of speaking; `cloud` if absent. */
  dialect?: DialectName;
  /** Faults that are on from the start. */
  faults?: readonly FaultChoice[];
  /** Whether requests can switch faults: by the header `x-sample-fault`, and at /sample/faults. */
  controls?: boolean;
  /** Rows of a page, where a request does not say; the service's own numbers if absent. */
  pageSize?: number;
  /** Bytes of body allowed, whatever the route. */
  bodyLimit?: number;
}

export interface BackendHandler {
  handler: Handler;
  /** A token that is good here. */
  token: string;
  world: World;
  /** The last requests, oldest first. */
  requests: readonly LoggedRequest[];
  /** Switches these faults on and all others off; their counts begin anew. */
  setFaults(faults: readonly FaultChoice[]): void;
}

export interface Backend extends BackendHandler {
  /** Without a slash at its end. */
  url: string;
  port: number;
  /** Drops all connections. */
  close(): Promise<void>;
}

/** The backend without a server of its own, to be mounted in another one. */
export function createBackend(options: BackendOptions = {}): BackendHandler {
  const { now, seed, epoch, stacks, runningMs, token, bodyLimit } = options;
  const world = options.world ?? createWorld(defined({ now, seed, epoch, stacks, runningMs }));
  const tokens = token === undefined ? [] : [token].flat();
  const rule = ruleOf(options, (value) => tokens.includes(value) || world.tokens.valid(value));
  const faults = new ActiveFaults(options.faults);
  const log = new RequestLog();
  const controls = options.controls ?? false;
  const limits = { large: bodyLimit ?? 128 * MEBIBYTE, small: bodyLimit ?? 4 * MEBIBYTE };
  const api = createHandler({ world, dialect: dialectNamed(options.dialect ?? "cloud"), tokens: rule, faults, controls, limits, pageSize: options.pageSize, log });
  const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (controls && request.url === CONTROL_PATH) return control(request, response, faults);
    return api(request, response);
  };
  return { handler, token: tokens[0] ?? SAMPLE_TOKEN, world, requests: log.entries, setFaults: (choices) => faults.set(choices) };
}

function ruleOf({ anonymous, token }: BackendOptions, isGood: (token: string) => boolean): TokenRule {
  if (anonymous) return { accept: "none needed" };
  return token === undefined ? { accept: "any" } : { accept: "these", isGood };
}

/** Starts the backend on loopback. Port 0, the default, takes any free one; fails where another is taken. */
export async function startBackend({ port = 0, ...options }: BackendOptions & { port?: number } = {}): Promise<Backend> {
  const backend = createBackend(options);
  const server = createServer((request, response) => void backend.handler(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...backend, url: `http://127.0.0.1:${taken}`, port: taken, close };
}

function defined<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
