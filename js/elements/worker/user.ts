/** Who the token belongs to, and the organisations to choose from. */
import type { Desk } from "./desk.js";
import { cut } from "./bounded.js";
import type { Context } from "./messages.js";

export interface Account {
  login: string;
  /** Organisations by their names in addresses, at most 200; none where the server does not say. */
  organizations: string[];
  /** The one to begin with. */
  organization?: string;
}

const MOST = 200;
const PATIENCE_MS = 10_000;

export function userCalls(desk: Desk) {
  return {
    /** Whether the server answers: fails as requests do where it does not. */
    "server.ping": async ({ server }: { server: number }, { signal }: Context): Promise<void> => {
      await desk.server(server).user.get({ signal, retry: false, timeoutMs: PATIENCE_MS });
    },
    /** Fails with `unauthorized` where the token is no good, and as all requests do. */
    "user.get": async ({ server }: { server: number }, { signal }: Context): Promise<Account> => {
      const { user } = desk.server(server);
      const { githubLogin, organizations = [] } = await user.get({ signal });
      const names = organizations.map(({ githubLogin: name }) => name).filter((name) => typeof name === "string" && name !== "");
      // Servers that know no default organisation answer with an error; the first one is then as good.
      const chosen = await user.defaultOrganization({ signal, retry: false }).then(
        (answer) => answer.githubLogin,
        () => undefined,
      );
      signal.throwIfAborted();
      const organization = chosen || names[0];
      return {
        login: cut(githubLogin),
        organizations: [...new Set([...(organization ? [organization] : []), ...names])].slice(0, MOST).map((name) => cut(name)),
        ...(organization && { organization: cut(organization) }),
      };
    },
  };
}
