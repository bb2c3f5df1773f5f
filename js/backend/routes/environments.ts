/** Environments of an organization. Opening one gives a session; its values are read from there. */
import { ok } from "../http/answer.js";
import { byToken } from "../http/paging.js";
import { text } from "../http/query.js";
import { given, organizationOf, parameter, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 100;
const ENVIRONMENTS = "/api/esc/environments/{organization}";
const OPEN = `${ENVIRONMENTS}/{project}/{environment}/open`;

export const environments: WorldRoute[] = [
  route("GET", ENVIRONMENTS, (world, call, p) => {
    const { rows, continuationToken } = byToken(call, world.environments.list(organizationOf(p)), PAGE_SIZE, "environments");
    return ok({ environments: rows, ...given({ nextToken: continuationToken }) });
  }),
  route("POST", OPEN, (world, call, p) => ok(world.environments.open(organizationOf(p), parameter(p, "project"), parameter(p, "environment"), given({ duration: text(call, "duration") })))),
  route("GET", `${OPEN}/{sessionId}`, (world, call, p) => {
    const query = given({ property: text(call, "property") });
    return ok(world.environments.readOpen(organizationOf(p), parameter(p, "project"), parameter(p, "environment"), parameter(p, "sessionId"), query));
  }),
];
