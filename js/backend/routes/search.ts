/**
 * Search over an organization's resources. Pages count from 1 and reach the first 10,000 hits; a `continue` (in the second
 * version `cursor`) token reaches all of them, and then there is no next and no previous page. Pagination is told in URIs.
 */
import { ok, withWarnings, type Answer } from "../http/answer.js";
import { uriOf, type Call } from "../http/call.js";
import { badRequest } from "../http/failure.js";
import { offsetOf, tokenOf } from "../http/paging.js";
import { flag, integer, text } from "../http/query.js";
import type { SearchQuery, Shape } from "../world/index.js";
import { given, ORGANIZATION, organizationOf, route, type WorldRoute } from "./route.js";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 10_000;
const PAGES_REACH = 10_000;
const CSV_ROWS_A_CHUNK = 200;
const SEARCH = `${ORGANIZATION}/search`;

export const search: WorldRoute[] = [
  route("GET", `${SEARCH}/resources`, (world, call, p) => {
    const found = world.search.resources(organizationOf(p), queryOf(call));
    const warnings = ["search/resources is deprecated; use search/resourcesv2"];
    if (call.query.has("facet")) warnings.push("facets of search/resources count at most 5 values");
    return withWarnings(page(call, found, "continue"), ...warnings);
  }),
  route("GET", `${SEARCH}/resourcesv2`, (world, call, p) => page(call, world.search.resourcesV2(organizationOf(p), queryOf(call)), "cursor")),
  route("GET", `${SEARCH}/resources/export`, (world, call, p) => {
    const csv = world.search.exportCsv(organizationOf(p), queryOf(call));
    return { status: 200, body: { kind: "chunks", chunks: inParts(csv), type: "application/octet-stream" } };
  }),
  route("GET", `${SEARCH}/resources/parse`, (world, call, p) => ok(world.search.parse(organizationOf(p), text(call, "query") ?? ""))),
];

function queryOf(call: Call): SearchQuery {
  const many = (name: string): string[] | undefined => (call.query.has(name) ? call.query.getAll(name) : undefined);
  integer(call, "top", { min: 1 });
  return given({
    query: text(call, "query"),
    sort: many("sort"),
    asc: flag(call, "asc"),
    facet: many("facet"),
    groupBy: text(call, "groupBy"),
    properties: flag(call, "properties"),
    collapse: flag(call, "collapse"),
  });
}

interface Found {
  total: number;
  resources: Shape[];
  aggregations: Record<string, Shape>;
}

function page(call: Call, { total, resources, aggregations }: Found, parameter: "continue" | "cursor"): Answer {
  const size = integer(call, "size", { min: 1, max: LARGEST_PAGE }) ?? call.pageSize ?? PAGE_SIZE;
  const number = integer(call, "page", { min: 1 }) ?? 1;
  const token = text(call, parameter);
  const continuing = token !== undefined;
  const start = continuing ? offsetOf(token, parameter) : (number - 1) * size;
  if (!continuing && start >= PAGES_REACH) throw badRequest(`pages reach the first ${PAGES_REACH} results; use '${parameter}' beyond them`);
  const end = start + size;
  const next = end < total ? tokenOf(parameter, end) : null;
  const pages = !continuing;
  const pagination = {
    previous: pages && number > 1 ? linkTo(call, "page", String(number - 1)) : null,
    next: pages && next !== null && end < PAGES_REACH ? linkTo(call, "page", String(number + 1)) : null,
    ...(parameter === "continue" ? { continue: next && linkTo(call, parameter, next) } : { cursor: next }),
  };
  // In the second version the next page's URI takes over where page numbers end.
  if (parameter === "cursor" && next !== null) pagination.next ??= linkTo(call, parameter, next);
  return ok({ total, resources: resources.slice(start, end), aggregations, pagination });
}

function linkTo(call: Call, parameter: string, value: string): string {
  const uri = uriOf(call);
  for (const other of ["page", "continue", "cursor"]) uri.searchParams.delete(other);
  uri.searchParams.set(parameter, value);
  return uri.href;
}

/** Cut after every so many lines; what a chunk holds has no meaning, but there is more than one. */
function* inParts(text: string): Iterable<string> {
  const lines = text.split(/(?<=\n)/);
  for (let at = 0; at < lines.length; at += CSV_ROWS_A_CHUNK) yield lines.slice(at, at + CSV_ROWS_A_CHUNK).join("");
}
