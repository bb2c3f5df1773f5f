/** Which resources a filter leaves, and what else could be filtered by. In: the index of a state and a filter. Out: tests and counts. */
import type { Resource, StateIndex } from "./contents-index.js";
import { searchedTexts } from "./contents-index.js";
import type { LongUrns } from "./long-urns.js";

const MOST_FACETS = 400;

/** Every field that is given must fit. */
export interface ListFilter {
  /** Stands in the URN or the id, whatever its case. */
  text?: string;
  type?: string;
  package?: string;
  /** URN. */
  provider?: string;
  flag?: string;
}

export interface Facet {
  value: string;
  count: number;
}

type Field = Exclude<keyof ListFilter, "text">;

const FIELDS: readonly Field[] = ["type", "package", "provider", "flag"];

export function isEmpty(filter: ListFilter): boolean {
  return !Object.values(filter).some(Boolean);
}

/** What a resource has of a field: one value, or several. */
function valuesOf(resource: Resource, field: Field): readonly string[] {
  return field === "flag" ? resource.flags : [resource[field]];
}

/** Tells of a position in the state whether its resource has the text that is searched for. */
export function textTest(index: StateIndex, { text }: ListFilter): (at: number) => boolean {
  if (!text) return () => true;
  const texts = searchedTexts(index);
  const needle = text.toLowerCase();
  return (at) => texts[at]?.includes(needle) ?? false;
}

/** The fields of the filter, apart from its text, that a resource does not fit. */
export function missed(resource: Resource, filter: ListFilter): Field[] {
  return FIELDS.filter((field) => {
    const wanted = filter[field];
    return wanted !== undefined && wanted !== "" && (field === "flag" ? !resource.flags.includes(wanted) : resource[field] !== wanted);
  });
}

/** For each field the values that would leave something, counted with the rest of the filter as it is. */
export function facetsOf(index: StateIndex, filter: ListFilter, urns: LongUrns) {
  const counts: Record<Field, Map<string, number>> = { type: new Map(), package: new Map(), provider: new Map(), flag: new Map() };
  const hasText = textTest(index, filter);
  index.resources.forEach((resource, at) => {
    if (!hasText(at)) return;
    const misses = missed(resource, filter);
    if (misses.length > 1) return;
    for (const field of misses.length === 0 ? FIELDS : misses) {
      for (const value of valuesOf(resource, field)) if (value !== "") counts[field].set(value, (counts[field].get(value) ?? 0) + 1);
    }
  });
  return {
    types: ranked(counts.type),
    packages: ranked(counts.package),
    providers: ranked(counts.provider).map(({ value, count }) => ({ value: urns.short(value), count })),
    flags: ranked(counts.flag),
  };
}

/** Most frequent first, then by value. */
function ranked(counts: ReadonlyMap<string, number>): Facet[] {
  const facets = [...counts].map(([value, count]) => ({ value, count }));
  return facets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_FACETS);
}
