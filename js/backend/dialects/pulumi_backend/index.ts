/** pulumi-backend: a small self-hosted server. Much is missing; what there is answers much as the service does. */
import { failed, noContent, ok, plain } from "../../http/answer.js";
import { jsonOf } from "../../http/call.js";
import { checkToken } from "../../http/checks.js";
import { config, secrets } from "../../routes/config.js";
import { ORGANIZATION, organizationOf, parameter, route, type WorldRoute } from "../../routes/route.js";
import type { Shape } from "../../world/index.js";
import type { Dialect } from "../dialect.js";
import { stacks } from "./stacks.js";
import { updates } from "./updates.js";

const about: WorldRoute[] = [
  route("GET", "/healthz", () => ok({ status: "ok" }), { open: true }),
  route("GET", "/readyz", () => ok({ status: "ok" }), { open: true }),
  route("GET", "/api/capabilities", () => ok({ capabilities: [{ capability: "batch-encrypt" }] }), { open: true }),
  route("GET", "/api/cli/version", () => ok({ latestVersion: "3.0.0", oldestWithoutWarning: "3.0.0" }), { open: true }),
  route("GET", "/api/user", (world) => ok(world.user.get())),
  route("GET", "/api/user/organizations/default", (world) => ok(world.user.defaultOrganization())),
];

const tokenOf = ({ id, description, lastUsed, expires, created }: Shape): Shape => ({ id, description, lastUsed, expires, created });

const account: WorldRoute[] = [
  route("GET", "/api/user/tokens", (world) => ok({ tokens: world.tokens.list().map(tokenOf) })),
  route("POST", "/api/user/tokens", async (world, call) => ok(world.tokens.create(await jsonOf(call)))),
  route("DELETE", "/api/user/tokens/{tokenId}", (world, _, p) => {
    world.tokens.delete(parameter(p, "tokenId"));
    return noContent();
  }),
  route("GET", `${ORGANIZATION}/teams`, (world, _, p) => ok({ teams: world.teams.list(organizationOf(p)) })),
  route("GET", `${ORGANIZATION}/teams/{team}`, (world, _, p) => ok(world.teams.get(organizationOf(p), parameter(p, "team")))),
];

/** Its configuration is read and written, never deleted. */
const ownConfig = config.filter(({ method }) => method !== "DELETE");

export const pulumiBackend: Dialect = {
  name: "pulumi-backend",
  routes: [...about, ...account, ...stacks, ...updates, ...ownConfig, ...secrets],
  admit(call, found, rule) {
    if (found !== undefined && !found.open) checkToken(call.headers, rule);
  },
  unknown: plain(404, "404 page not found\n"),
  refused: ({ status, message }) => failed(status, message),
  headers: () => ({}),
  packs: true,
};
