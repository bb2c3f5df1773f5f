/** Stacks: the list, one stack and what belongs to it, and stacks that were deleted. */
import { emptyOk, noContent, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { byNumber, byToken } from "../http/paging.js";
import { flag, integer, text } from "../http/query.js";
import { given, ORGANIZATION, organizationOf, parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";
import { versionOf } from "./version.js";

const PAGE_SIZE = 100;
const LARGEST_PAGE = 1000;

export const stacks: WorldRoute[] = [
  route("GET", "/api/user/stacks", (world, call) => {
    const query = given({ organization: text(call, "organization"), project: text(call, "project"), tagName: text(call, "tagName"), tagValue: text(call, "tagValue") });
    const size = integer(call, "maxResults", { min: 1, max: LARGEST_PAGE });
    const { rows, continuationToken = null } = byToken({ ...call, pageSize: size ?? call.pageSize }, world.stacks.list(query), PAGE_SIZE, "stacks");
    return ok({ stacks: rows, continuationToken });
  }),
  route("POST", "/api/stacks/{organization}/{project}", async (world, call, p) => ok(world.stacks.create(organizationOf(p), parameter(p, "project"), await jsonOf(call))), { large: true }),
  route("HEAD", "/api/stacks/{organization}/{project}", (world, _, p) => (world.stacks.projectExists(organizationOf(p), parameter(p, "project")) ? emptyOk() : { status: 404, body: { kind: "text", text: "", type: "application/json" } })),
  route("GET", STACK, (world, _, p) => ok(world.stacks.get(stackOf(p)))),
  route("DELETE", STACK, (world, call, p) => {
    world.stacks.delete(stackOf(p), flag(call, "force") ?? false);
    return noContent();
  }),
  route("GET", `${STACK}/export`, (world, _, p) => ok(world.stacks.exportState(stackOf(p)))),
  route("GET", `${STACK}/export/{version}`, (world, _, p) => ok(world.stacks.exportState(stackOf(p), versionOf(p)))),
  route("POST", `${STACK}/import`, async (world, call, p) => ok(world.stacks.importState(stackOf(p), await jsonOf(call))), { large: true }),
  route("POST", `${STACK}/transfer`, async (world, call, p) => {
    world.stacks.transfer(stackOf(p), await jsonOf(call));
    return noContent();
  }),
  route("POST", `${STACK}/rename`, async (world, call, p) => ok(world.stacks.rename(stackOf(p), await jsonOf(call)))),
  route("GET", `${STACK}/downstreamreferences`, (world, _, p) => ok(world.stacks.downstreamReferences(stackOf(p)))),
  route("GET", `${STACK}/upstreamreferences`, (world, _, p) => ok(world.stacks.upstreamReferences(stackOf(p)))),
  route("GET", `${STACK}/metadata`, (world, _, p) => ok(world.stacks.metadata(stackOf(p)))),
  route("GET", `${STACK}/outputs`, (world, _, p) => ok(world.stacks.outputs(stackOf(p)))),
  route("GET", `${STACK}/teams`, (world, _, p) => ok(world.stacks.teams(stackOf(p)))),
  route("GET", `${STACK}/activity`, (world, call, p) => {
    const { rows, itemsPerPage, total } = byNumber(call, world.stacks.activity(stackOf(p)));
    return ok({ activity: rows, itemsPerPage, total });
  }),
  route("PATCH", `${STACK}/notifications/settings`, async (world, call, p) => ok(world.stacks.updateNotificationSettings(stackOf(p), await jsonOf(call)))),
  route("GET", `${STACK}/annotations/{kind}`, (world, call, p) => {
    const query = given({ source: text(call, "source"), version: integer(call, "version") });
    return ok(world.stacks.annotation(stackOf(p), parameter(p, "kind"), query));
  }),
  route("PATCH", `${STACK}/annotations/{kind}`, async (world, call, p) => {
    const query = given({ source: text(call, "source"), version: integer(call, "version") });
    world.stacks.updateAnnotation(stackOf(p), parameter(p, "kind"), await jsonOf(call), query);
    return noContent();
  }),
  route("GET", `${ORGANIZATION}/restore-stack`, (world, _, p) => ok(world.stacks.listDeleted(organizationOf(p)))),
  route("POST", `${ORGANIZATION}/restore-stack/{programID}`, async (world, call, p) => {
    world.stacks.restore(organizationOf(p), parameter(p, "programID"), await jsonOf(call));
    return noContent();
  }),
];
