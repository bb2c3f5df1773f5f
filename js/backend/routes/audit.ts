/**
 * Audit logs, newest first. In the first version `startTime` is the upper bound, in the second the lower one. Exports are
 * text and always gzip. A token carries the bounds it was made under, so that it can stand alone.
 */
import { ok, withWarnings, type Answer } from "../http/answer.js";
import type { Call } from "../http/call.js";
import { byToken } from "../http/paging.js";
import { choice, integer, invalid, text } from "../http/query.js";
import type { AuditQuery, World } from "../world/index.js";
import { given, ORGANIZATION, organizationOf, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 100;
const LOGS = `${ORGANIZATION}/auditlogs`;

type Bounds = { before: number | undefined; after: number | undefined };

const boundsV1 = (call: Call): Bounds => ({ before: integer(call, "startTime", { min: 0 }), after: integer(call, "endTime", { min: 0 }) });
const boundsV2 = (call: Call): Bounds => ({ before: integer(call, "endTime", { min: 0 }), after: integer(call, "startTime", { min: 0 }) });

function queryOf(call: Call, bounds: Bounds): AuditQuery {
  return given({ ...bounds, userFilter: text(call, "userFilter"), eventFilter: text(call, "eventFilter") });
}

function list(world: World, call: Call, organization: string, bounds: Bounds): Answer {
  const held = boundsOfToken(text(call, "continuationToken")) ?? bounds;
  const name = `audit:${held.before ?? ""}:${held.after ?? ""}`;
  const { rows, continuationToken = null } = byToken(call, world.auditLogs.list(organization, queryOf(call, held)), PAGE_SIZE, name);
  return ok({ auditLogEvents: rows, continuationToken });
}

/** Undefined for anything that is no token of this list; paging then refuses it. */
function boundsOfToken(token: string | undefined): Bounds | undefined {
  const match = /^audit:(\d*):(\d*):\d+$/.exec(Buffer.from(token ?? "", "base64url").toString());
  if (!match) return undefined;
  return { before: match[1] ? Number(match[1]) : undefined, after: match[2] ? Number(match[2]) : undefined };
}

function exported(world: World, call: Call, organization: string, bounds: Bounds): Answer {
  const format = choice(call, "format", ["csv", "cef"]) ?? "csv";
  const body = { kind: "gzip", text: world.auditLogs.export(organization, queryOf(call, bounds), format), type: format === "csv" ? "text/csv" : "text/plain" } as const;
  return { status: 200, body };
}

function needStart(call: Call, bounds: Bounds): Bounds {
  if (bounds.before === undefined && !text(call, "continuationToken")) throw invalid("startTime", "Required: the time that entries must be older than.");
  return bounds;
}

export const audit: WorldRoute[] = [
  route("GET", LOGS, (world, call, p) => withWarnings(list(world, call, organizationOf(p), needStart(call, boundsV1(call))), "auditlogs is superseded by auditlogs/v2")),
  route("GET", `${LOGS}/export`, (world, call, p) => exported(world, call, organizationOf(p), needStart(call, boundsV1(call)))),
  route("GET", `${LOGS}/v2`, (world, call, p) => list(world, call, organizationOf(p), boundsV2(call))),
  route("GET", `${LOGS}/v2/export`, (world, call, p) => exported(world, call, organizationOf(p), boundsV2(call))),
  route("GET", `${LOGS}/event-types`, (world, _, p) => ok(world.auditLogs.eventTypes(organizationOf(p)))),
];
