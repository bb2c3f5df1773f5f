/** Deployments of a stack and of an organization, their logs, and a stack's deployment settings. */
import { accepted, emptyOk, ok, type Answer } from "../http/answer.js";
import { jsonOf, type Call } from "../http/call.js";
import { byPage, offsetOf, tokenOf } from "../http/paging.js";
import { choice, flag, integer, text } from "../http/query.js";
import type { Shape } from "../world/index.js";
import { given, ORGANIZATION, organizationOf, parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";

const DEPLOYMENTS = `${STACK}/deployments`;
const ONE = `${DEPLOYMENTS}/{deploymentId}`;
const SETTINGS = `${DEPLOYMENTS}/settings`;
const MOST_LINES = 499;
const LINES = 100;

const sorting = (call: Call) => given({ sort: choice(call, "sort", ["created", "modified", "version", "status"]), asc: flag(call, "asc") });

function list(call: Call, deployments: Shape[]): Answer {
  const { rows, itemsPerPage, total } = byPage(call, deployments);
  return ok({ deployments: rows, itemsPerPage, total });
}

export const deployments: WorldRoute[] = [
  route("GET", DEPLOYMENTS, (world, call, p) => list(call, world.deployments.list(stackOf(p), sorting(call)))),
  route("GET", `${ORGANIZATION}/deployments`, (world, call, p) => list(call, world.deployments.listForOrganization(organizationOf(p), sorting(call)))),
  route("POST", DEPLOYMENTS, async (world, call, p) => accepted(world.deployments.create(stackOf(p), await jsonOf(call)))),
  route("GET", SETTINGS, (world, _, p) => ok(world.deployments.settings(stackOf(p)))),
  route("POST", SETTINGS, async (world, call, p) => ok(world.deployments.updateSettings(stackOf(p), await jsonOf(call)))),
  route("PUT", SETTINGS, async (world, call, p) => ok(world.deployments.replaceSettings(stackOf(p), await jsonOf(call)))),
  route("DELETE", SETTINGS, (world, _, p) => {
    world.deployments.deleteSettings(stackOf(p));
    return ok(true);
  }),
  route("GET", ONE, (world, _, p) => ok(world.deployments.get(stackOf(p), parameter(p, "deploymentId")))),
  route("GET", `${ONE}/logs`, (world, call, p) => {
    const place = given({ job: integer(call, "job", { min: 0 }), step: integer(call, "step", { min: 0 }) });
    const size = integer(call, "count", { min: 1, max: MOST_LINES }) ?? call.pageSize ?? LINES;
    const { name, lines } = world.deployments.logs(stackOf(p), parameter(p, "deploymentId"), place);
    // One step's lines are counted by offset, the whole log's by token.
    const ofStep = place.step !== undefined;
    const start = ofStep ? (integer(call, "offset", { min: 0 }) ?? 0) : offsetOf(text(call, "continuationToken"), "lines");
    const end = start + size;
    const next = end < lines.length ? (ofStep ? { nextOffset: end } : { nextToken: tokenOf("lines", end) }) : {};
    return ok({ ...given({ name }), lines: lines.slice(start, end), ...next });
  }),
  route("GET", `${ONE}/updates`, (world, _, p) => ok(world.deployments.updates(stackOf(p), parameter(p, "deploymentId")))),
  route("POST", `${ONE}/cancel`, (world, _, p) => {
    world.deployments.cancel(stackOf(p), parameter(p, "deploymentId"));
    return emptyOk();
  }),
];
