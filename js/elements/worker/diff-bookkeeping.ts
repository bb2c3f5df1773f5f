/**
 * What updates write about themselves: which provider a resource was made with, and when. It changes with every release of a provider and says little
 * about the resource; a comparison leaves it out, by ignore rules of its own so that exports say the same, and counts what it left out.
 */
import type { Checkpoint, DiffOptions, DiffOverview, DiffSummary, StateDiff, Unshown } from "../../browser.js";
import { everyGroup } from "./diff-groups.js";

const PATHS: readonly string[] = ["provider", "created", "modified"];

export interface Bookkeeping {
  /** Resources in which nothing else differs. */
  resources: number;
  /** Properties left out, those of other resources too; 0 where they are shown. */
  properties: number;
  shown: boolean;
}

export interface Compared {
  diff: StateDiff;
  /** Its `ignored` is what the rules that were given left out. */
  overview: DiffOverview;
  bookkeeping: Bookkeeping;
}

export function compare(old: Checkpoint, young: Checkpoint, options: DiffOptions, shown: boolean): Compared {
  const { ignore = [] } = options;
  const diff = old.diff(young, shown ? options : { ...options, ignore: [...ignore, ...PATHS] });
  const overview = diff.overview();
  const { ignored, summary } = overview;
  const nothing: Unshown = { resources: 0, properties: 0 };
  if (shown) return { diff, overview, bookkeeping: { resources: alone(diff), properties: 0, shown } };
  if (ignore.length === 0) return { diff, overview: { ...overview, ignored: nothing }, bookkeeping: { ...ignored, shown } };
  if (ignored.properties === 0) return { diff, overview, bookkeeping: { ...nothing, shown } };
  // What the given rules leave out by themselves is theirs; the rest is bookkeeping.
  const other = old.diff(young, options);
  const given = other.overview();
  other.free();
  const left = { resources: changed(given.summary) - changed(summary), properties: ignored.properties - given.ignored.properties };
  return { diff, overview: { ...overview, ignored: given.ignored }, bookkeeping: { ...left, shown } };
}

/** Resources that differ in bookkeeping alone. */
function alone(diff: StateDiff): number {
  let found = 0;
  for (const { kind, properties, count } of everyGroup(diff)) {
    if (kind === "update" && properties.length > 0 && properties.every(({ path }) => PATHS.includes(path))) found += count;
  }
  return found;
}

function changed({ same, ...kinds }: DiffSummary): number {
  return Object.values(kinds).reduce((sum, count) => sum + count, 0);
}
