/** Access tokens of the user, of an organization and of a team. A token's value is in the answer to its creation only. */
import { noContent, ok, type Answer } from "../http/answer.js";
import { jsonOf, type Call } from "../http/call.js";
import { byToken } from "../http/paging.js";
import { choice, integer, text } from "../http/query.js";
import type { Shape, TokenQuery } from "../world/index.js";
import { given, ORGANIZATION, organizationOf, parameter, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 100;
const LARGEST_PAGE = 1000;
const OWN = "/api/user/tokens";
const ORGANIZATION_TOKENS = `${ORGANIZATION}/tokens`;
const TEAM_TOKENS = `${ORGANIZATION}/teams/{team}/tokens`;

function queryOf(call: Call): TokenQuery {
  return given({
    filter: choice(call, "filter", ["active", "expired", "all"]),
    search: text(call, "search"),
    sortBy: choice(call, "sortBy", ["name", "created", "lastUsed", "expires"]),
    sortDirection: choice(call, "sortDirection", ["asc", "desc"]),
  });
}

function list(call: Call, tokens: Shape[]): Answer {
  const size = integer(call, "maxResults", { min: 1, max: LARGEST_PAGE });
  const { rows, ...more } = byToken({ ...call, pageSize: size ?? call.pageSize }, tokens, PAGE_SIZE, "tokens");
  return ok({ tokens: rows, ...more });
}

export const tokens: WorldRoute[] = [
  route("GET", OWN, (world, call) => list(call, world.tokens.list(queryOf(call)))),
  route("POST", OWN, async (world, call) => ok(world.tokens.create(await jsonOf(call)))),
  route("DELETE", `${OWN}/{tokenId}`, (world, _, p) => {
    world.tokens.delete(parameter(p, "tokenId"));
    return noContent();
  }),
  route("GET", ORGANIZATION_TOKENS, (world, call, p) => list(call, world.tokens.listForOrganization(organizationOf(p), queryOf(call)))),
  route("POST", ORGANIZATION_TOKENS, async (world, call, p) => ok(world.tokens.createForOrganization(organizationOf(p), await jsonOf(call)))),
  route("DELETE", `${ORGANIZATION_TOKENS}/{tokenId}`, (world, _, p) => {
    world.tokens.deleteForOrganization(organizationOf(p), parameter(p, "tokenId"));
    return noContent();
  }),
  route("GET", TEAM_TOKENS, (world, call, p) => list(call, world.tokens.listForTeam(organizationOf(p), parameter(p, "team"), queryOf(call)))),
  route("POST", TEAM_TOKENS, async (world, call, p) => ok(world.tokens.createForTeam(organizationOf(p), parameter(p, "team"), await jsonOf(call)))),
  route("DELETE", `${TEAM_TOKENS}/{tokenId}`, (world, _, p) => {
    world.tokens.deleteForTeam(organizationOf(p), parameter(p, "team"), parameter(p, "tokenId"));
    return noContent();
  }),
];
