/** Members of an organization. */
import { noContent, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { byToken } from "../http/paging.js";
import { choice, flag } from "../http/query.js";
import { given, ORGANIZATION, organizationOf, parameter, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 100;
const MEMBERS = `${ORGANIZATION}/members`;

export const members: WorldRoute[] = [
  route("GET", MEMBERS, (world, call, p) => {
    const query = given({ type: choice(call, "type", ["backend", "frontend"]), includeSuspended: flag(call, "includeSuspended") });
    const { rows, ...more } = byToken(call, world.members.list(organizationOf(p), query), PAGE_SIZE, "members");
    return ok({ members: rows, ...more });
  }),
  route("POST", `${MEMBERS}/{username}`, async (world, call, p) => ok(world.members.add(organizationOf(p), parameter(p, "username"), await jsonOf(call)))),
  route("DELETE", `${MEMBERS}/{username}`, (world, _, p) => {
    world.members.remove(organizationOf(p), parameter(p, "username"));
    return noContent();
  }),
  route("PATCH", `${MEMBERS}/{username}`, async (world, call, p) => {
    world.members.update(organizationOf(p), parameter(p, "username"), await jsonOf(call));
    return noContent();
  }),
  route("GET", `${MEMBERS}/{username}/teams`, (world, _, p) => ok(world.members.teams(organizationOf(p), parameter(p, "username")))),
];
