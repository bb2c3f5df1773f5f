/** What else procella has of an organization: audit logs that nobody writes, and environments that there are none of. */
import { failed, ok } from "../../http/answer.js";
import { ORGANIZATION, route, type WorldRoute } from "../../routes/route.js";

const MOST_ROWS = 200;

export const organization: WorldRoute[] = [
  route("GET", `${ORGANIZATION}/auditlogs`, (_, call) => {
    const start = call.query.get("startTime");
    // It reads dates, not seconds.
    const unreadable = (start !== null && /^\d+$/.test(start)) || call.query.get("page") === "0" || Number(call.query.get("pageSize") ?? 0) > MOST_ROWS;
    return unreadable ? failed(500, "Internal server error") : ok({ entries: [], total: 0 });
  }),
  route("GET", `${ORGANIZATION}/auditlogs/export`, () => ok([])),
  route("GET", "/api/esc/environments/{organization}", () => ok({ environments: [], nextToken: "" })),
];
