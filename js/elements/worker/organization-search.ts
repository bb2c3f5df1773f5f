/** Search over the resources of an organisation: read page by page as far as one scrolls, by the newer endpoint where the server has it. */
import type { Aggregation, ResourceResult, ResourceSearchResult, SearchResources } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { FarList } from "./far-list.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";
import type { OfOrganization } from "./organization-members.js";

export interface FoundRow {
  /** Of the resource; long ones by their stand-in. */
  urn?: string;
  name: string;
  type: string;
  id?: string;
  /** `organization/project/stack` */
  stack?: string;
  /** ISO 8601 */
  modified?: string;
  created?: string;
  flags: string[];
}

export interface FoundFacet {
  field: string;
  values: { value: string; count: number }[];
  /** How many have a value that is not listed. */
  others: number;
}

export interface FoundPage {
  rows: FoundRow[];
  /** How far one can scroll for now. */
  total: number;
  /** How many the server found. */
  count: number;
  facets: FoundFacet[];
}

export interface SearchOf extends OfOrganization {
  query: string;
  /** A field, with a minus before it for the greatest first; empty for the server's own order. */
  sort: string;
}

/** Five are what servers count at a time. */
const FACETS = ["package", "type", "project", "stack", "protected"];
const VALUES = 10;
const PAGE = 100;

export function searchCalls(desk: Desk) {
  const lists = new Kept<FarList<ResourceResult>>((list) => list.stop());
  desk.onForget(lists.forgetServer);
  return {
    "search.find": async (asked: SearchOf & { offset: number; limit: number }, { signal }: Context): Promise<FoundPage> => {
      const { server, organization, round, query, sort, offset, limit } = asked;
      const list = lists.take([server, organization, round, query, sort], () => {
        const { search } = desk.server(server);
        const options: SearchResources = { ...queryOf(query, sort), size: PAGE, facet: FACETS, top: VALUES };
        return new FarList<ResourceResult>(
          (more) => search.resourcesV2(organization, { ...options, ...more }),
          (more) => search.resources(organization, { ...options, ...more }),
        );
      });
      await list.upTo(offset + limit, signal);
      const { items, ended, total } = list;
      return {
        rows: items.slice(offset, offset + limit).map((found) => ({ ...rowOf(organization, found), ...(found.urn && { urn: desk.urns.short(found.urn) }) })),
        total: items.length + (ended ? 0 : PAGE),
        count: Math.max(total ?? 0, items.length),
        facets: facetsOf((list.answer as Partial<ResourceSearchResult> | undefined)?.aggregations ?? {}),
      };
    },
    /** Plain words as a query. */
    "search.parse": async ({ server, organization, words }: { server: number; organization: string; words: string }, { signal }: Context): Promise<string> => {
      const { query } = await desk.server(server).search.parse(organization, { query: words, signal });
      return cut(query);
    },
    /** Everything that is found, as CSV. */
    "search.export": async ({ server, organization, query, sort }: Omit<SearchOf, "round">, { signal }: Context): Promise<Blob> => {
      const text = await desk.server(server).search.exportResources(organization, { ...queryOf(query, sort), signal });
      return new Blob([text], { type: "text/csv" });
    },
  };
}

function queryOf(query: string, sort: string): { query: string; sort?: string[]; asc?: boolean } {
  return { query, ...(sort !== "" && { sort: [sort.replace(/^-/, "")], asc: !sort.startsWith("-") }) };
}

function rowOf(organization: string, { name, type, id, project, stack, modified, created, custom, external, pending, managed, urn, ...found }: ResourceResult): FoundRow {
  const flags = [
    found.protected && "protected",
    custom === false && "component",
    external && "external",
    found.delete && "awaits deletion",
    pending && `pending: ${cut(pending, 40)}`,
    managed && managed !== "managed" && cut(managed, 40),
  ];
  return {
    name: cut(name || (urn?.split("::").at(-1) ?? ""), 300),
    type: cut(type ?? "", 300),
    ...(id && { id: cut(id, 300) }),
    ...(project && stack && { stack: `${organization}/${cut(project, 200)}/${cut(stack, 200)}` }),
    ...(modified && { modified: cut(modified, 40) }),
    ...(created && { created: cut(created, 40) }),
    flags: flags.filter((flag): flag is string => typeof flag === "string"),
  };
}

function facetsOf(aggregations: Readonly<Record<string, Aggregation>>): FoundFacet[] {
  const known = Object.entries(aggregations).filter(([field]) => FACETS.includes(field));
  return known
    .sort(([a], [b]) => FACETS.indexOf(a) - FACETS.indexOf(b))
    .map(([field, { results = [], others = 0 }]) => ({ field, values: results.flatMap(({ name, count = 0 }) => (name ? [{ value: cut(name, 200), count }] : [])), others }))
    .filter(({ values }) => values.length > 0);
}
