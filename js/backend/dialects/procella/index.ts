/** procella: a self-hosted server. No request ids, no gzip, no fields in its errors, text for unknown routes. */
import { failed, ok, type Answer } from "../../http/answer.js";
import { credentialsOf } from "../../http/checks.js";
import { Failure } from "../../http/failure.js";
import { parameter, route, type WorldRoute } from "../../routes/route.js";
import type { Dialect } from "../dialect.js";
import { crypto } from "./crypto.js";
import { organization } from "./organization.js";
import { ownOrganization } from "./own.js";
import { stacks } from "./stacks.js";
import { updates } from "./updates.js";
import { webhooks } from "./webhooks.js";

const CAPABILITIES = [{ capability: "batch-encrypt" }, { capability: "deployment-schema-version", version: 3 }, { capability: "journaling-v1", version: 1 }];

const MISSING: Answer = { status: 404, body: { kind: "text", text: "404 Not Found", type: "text/plain; charset=UTF-8" } };

const about: WorldRoute[] = [
  route("GET", "/healthz", () => ok({ status: "ok" }), { open: true }),
  route("GET", "/api/capabilities", () => ok({ capabilities: CAPABILITIES }), { open: true }),
  route("GET", "/api/cli/version", () => ok({ latestVersion: "3.0.0", oldestWithoutWarning: "3.0.0", latestDevVersion: "3.0.0" }), { open: true }),
  route("GET", "/api/user", (world) => {
    const own = ownOrganization(world);
    return ok({ githubLogin: world.caller, name: world.caller, organizations: [{ githubLogin: own, name: own }] });
  }),
  route("GET", "/api/user/organizations/default", (world) => ok({ githubLogin: ownOrganization(world) })),
  route("GET", "/api/user/organizations/{organization}", (world, _, p) => {
    const own = ownOrganization(world);
    return parameter(p, "organization") === own ? ok({ githubLogin: own, name: own, defaultTeam: { type: "pulumi", name: own } }) : failed(404, "not found");
  }),
];

const REFUSED = { none: "Missing Authorization header", malformed: "Invalid Authorization header format", unknown: "Invalid authentication token" };

export const procella: Dialect = {
  name: "procella",
  routes: [...about, ...stacks, ...updates, ...crypto, ...webhooks, ...organization],
  admit(call, found, rule) {
    // Below /api a token comes first, even for routes that there are not.
    if (found?.open || !call.path.startsWith("/api/")) return;
    const credentials = credentialsOf(call.headers, rule, ["token", "Bearer"]);
    if (credentials !== "good") throw Failure.of(401, REFUSED[credentials]);
    // HEAD is answered for single stacks alone.
    if (call.method === "HEAD" && call.segments.length !== 5) throw new Failure(MISSING);
  },
  unknown: MISSING,
  refused: ({ status, message }) => failed(status, message.replace(/^[A-Z][A-Za-z ]+: /, "")),
  headers: () => ({ "x-frame-options": "DENY", "x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin" }),
  packs: false,
};
