/**
 * Servers that the elements of a page ask: one client each in the worker, whoever names it. The token stays in memory, here and there.
 *
 * In: what a `server` property says. Out: the client's number in the worker. What two objects say alike is one server.
 */
import type { Server, ServerOptions } from "../public.js";
import { engine } from "./engine.js";

interface Known {
  /** Tells servers apart where a key must not hold a token. */
  name: number;
  client: Promise<number> | undefined;
}

const known = new Map<string, Known>();
let lastName = 0;

engine.addEventListener("stopped", () => {
  for (const server of known.values()) server.client = undefined;
});

/** Whether two properties mean the same server. */
export function sameServer(a: Server | undefined, b: Server | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && saying(a) === saying(b));
}

/** Tells servers apart, without their tokens; 0 is none. */
export function serverName(server: Server | undefined): number {
  return server === undefined ? 0 : knownOf(server).name;
}

/** The number of a server's client, which is made if there is none. */
export function serverId(server: Server): Promise<number> {
  const entry = knownOf(server);
  if (entry.client) return entry.client;
  const { baseUrl, token, allowInsecure } = optionsOf(server);
  const made = engine.call("server.connect", {
    baseUrl,
    ...(token !== undefined && { token }),
    ...(allowInsecure !== undefined && { allowInsecure }),
  });
  entry.client = made;
  made.catch(() => {
    if (entry.client === made) entry.client = undefined;
  });
  return made;
}

/** Lets go of a server's client, of all that the worker keeps of its answers, and with them of the token. */
export async function disconnect(server: Server): Promise<void> {
  const key = saying(server);
  const client = known.get(key)?.client;
  known.delete(key);
  const id = await client?.catch(() => undefined);
  if (id !== undefined) await engine.call("server.forget", { id });
}

function knownOf(server: Server): Known {
  const key = saying(server);
  const found = known.get(key) ?? { name: ++lastName, client: undefined };
  known.set(key, found);
  return found;
}

function saying(server: Server): string {
  const { baseUrl, token, allowInsecure } = optionsOf(server);
  return JSON.stringify([baseUrl, token, allowInsecure]);
}

function optionsOf(server: Server): ServerOptions {
  const options: ServerOptions = typeof server === "string" ? { baseUrl: server } : server;
  return { ...options, baseUrl: new URL(options.baseUrl, document.baseURI).href.replace(/\/$/, "") };
}
