/**
 * Asks a server who the user is and which organisations there are, and takes the answer into the session.
 *
 * Fails with the `EngineError` of the request, or with the signal's reason; the session is then as it was.
 */
import { engine } from "../../js/elements/engine/engine.js";
import { disconnect as forgetServer, serverId } from "../../js/elements/engine/servers.js";
import type { Server } from "../../js/elements/public.js";
import type { Session } from "../session.js";

export interface Connecting {
  server: Server;
  /** What the server is called on the page. */
  serverName: string;
  /** The organisation to show, where the person named one. */
  organization?: string | undefined;
}

export async function connect(session: Session, { server, serverName, organization }: Connecting, signal?: AbortSignal): Promise<void> {
  try {
    const account = await ask(server, signal);
    signal?.throwIfAborted();
    const first = organization || account.organization;
    const organizations = first === undefined || account.organizations.includes(first) ? account.organizations : [first, ...account.organizations];
    if (session.server !== undefined && session.server !== server) void forgetServer(session.server);
    session.set({ server, serverName, organizations, organization: first, login: account.login });
  } catch (error) {
    if (session.server !== server) void forgetServer(server);
    throw error;
  }
}

/** Forgets the server and its token. */
export function disconnect(session: Session): void {
  const { server } = session;
  session.disconnect();
  if (server !== undefined && server !== session.server) void forgetServer(server);
}

async function ask(server: Server, signal: AbortSignal | undefined) {
  return engine.call("user.get", { server: await serverId(server) }, { signal });
}
