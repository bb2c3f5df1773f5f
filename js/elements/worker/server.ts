/** Clients of servers. The token goes in once and stays in the worker's memory. */
import { PulumiCloud } from "../../browser.js";
import type { Desk } from "./desk.js";

export interface ServerParams {
  baseUrl: string;
  token?: string;
  allowInsecure?: boolean;
}

export function serverCalls(desk: Desk) {
  return {
    /** Makes a client and gives its number. Nothing is sent yet. */
    "server.connect": async ({ baseUrl, token, allowInsecure }: ServerParams): Promise<number> => {
      await desk.ready();
      return desk.keep("server", new PulumiCloud({ baseUrl, token, allowInsecure }));
    },
    /** Lets go of a client, of what is kept of its answers, and of its token. */
    "server.forget": ({ id }: { id: number }): void => desk.forget(id),
    /** Lets go of a state, difference or log. */
    "desk.release": ({ id }: { id: number }): void => desk.release(id),
  };
}
