/** What the person chose, as the query has it and as the worker takes it. */
import type { Query } from "../public.js";
import type { ListFilter } from "../worker/contents-filter.js";
import type { Folds, ListSpec, RecordKey, ResourceLine } from "../worker/contents-rows.js";

// More resources than these begin folded.
const SMALL = 60;

export const FILTERS = ["type", "package", "provider", "flag"] as const;
export type FilterName = (typeof FILTERS)[number];

export const SORTS = ["name", "type", "id"] as const;
export type Sort = (typeof SORTS)[number];

export function formOf({ view }: Query): "tree" | "table" {
  return view === "table" ? "table" : "tree";
}

export function filterOf(query: Query): ListFilter {
  const filter: ListFilter = {};
  if (query["q"]) filter.text = query["q"];
  for (const name of FILTERS) if (query[name]) filter[name] = query[name];
  return filter;
}

export function isFiltered(query: Query): boolean {
  return Object.keys(filterOf(query)).length > 0;
}

/** Which record is selected. */
export function selectedOf({ urn, delete: deleted, id }: Query): RecordKey | undefined {
  return urn ? { urn, ...(deleted === "1" && { delete: true }), ...(id && { id }) } : undefined;
}

/** How the query says that a record is selected, or that none is. */
export function selectionQuery(key: RecordKey | undefined): Record<string, string | undefined> {
  return { urn: key?.urn, delete: key?.delete ? "1" : undefined, id: key?.id };
}

/** What tells a row's record from those that share its URN. */
export function keyOf({ urn, repeated, flags, id }: ResourceLine): RecordKey {
  if (!repeated) return { urn };
  return { urn, ...(flags.includes("delete") && { delete: true }), ...(id && { id }) };
}

export function isSelected(row: ResourceLine, key: RecordKey | undefined): boolean {
  if (key?.urn !== row.urn) return false;
  return !row.repeated || (row.flags.includes("delete") === Boolean(key.delete) && (key.id === undefined || key.id === row.id));
}

/** How far the tree is unfolded before anyone touches it. What a search found is always in view. */
export function openFirst(query: Query, resources: number): Folds["open"] {
  if (query["fold"] === "all" || query["fold"] === "none") return query["fold"];
  return isFiltered(query) || resources <= SMALL ? "all" : "top";
}

export function specOf(query: Query, folds: Folds): ListSpec {
  const filter = filterOf(query);
  return formOf(query) === "tree" ? { form: "tree", filter, folds } : { form: "table", filter, sort: query["sort"] ?? "" };
}

/** The next sort when a column's head is used: up, down, none. */
export function nextSort(now: string | undefined, column: Sort): string | undefined {
  if (now === column) return `-${column}`;
  return now === `-${column}` ? undefined : column;
}

/** Positions that were in the list go out of it, others come in. */
export function turned(list: readonly number[], positions: readonly number[]): number[] {
  const set = new Set(list);
  for (const at of positions) if (!set.delete(at)) set.add(at);
  return [...set];
}
