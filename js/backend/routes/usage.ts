/** How many resources an organization has under management, over time. */
import { ok } from "../http/answer.js";
import { integer, text } from "../http/query.js";
import { given, ORGANIZATION, organizationOf, route, type WorldRoute } from "./route.js";

export const usage: WorldRoute[] = [
  route("GET", `${ORGANIZATION}/resources/summary`, (world, call, p) => {
    const query = given({ granularity: text(call, "granularity"), lookbackDays: integer(call, "lookbackDays"), lookbackStart: integer(call, "lookbackStart") });
    return ok(world.usage.resourceSummary(organizationOf(p), query));
  }),
];
