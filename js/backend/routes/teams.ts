/** Teams of an organization. Members and stack access change by PATCH of the team. */
import { created, noContent, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { byToken } from "../http/paging.js";
import { ORGANIZATION, organizationOf, parameter, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 500;
const TEAMS = `${ORGANIZATION}/teams`;

export const teams: WorldRoute[] = [
  route("GET", TEAMS, (world, call, p) => {
    const { rows, ...more } = byToken(call, world.teams.list(organizationOf(p)), PAGE_SIZE, "teams");
    return ok({ teams: rows, ...more });
  }),
  // In a POST this segment is the kind of team, `pulumi` or `github`; the world refuses others.
  route("POST", `${TEAMS}/{team}`, async (world, call, p) => created(world.teams.create(organizationOf(p), parameter(p, "team"), await jsonOf(call)))),
  route("GET", `${TEAMS}/{team}`, (world, _, p) => ok(world.teams.get(organizationOf(p), parameter(p, "team")))),
  route("DELETE", `${TEAMS}/{team}`, (world, _, p) => {
    world.teams.delete(organizationOf(p), parameter(p, "team"));
    return noContent();
  }),
  route("PATCH", `${TEAMS}/{team}`, async (world, call, p) => {
    world.teams.update(organizationOf(p), parameter(p, "team"), await jsonOf(call));
    return noContent();
  }),
];
