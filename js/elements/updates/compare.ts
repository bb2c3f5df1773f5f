/** The versions that were chosen to be compared, as `query.compare` holds them: at most two, the older first. */
import type { Query } from "../public.js";

export function chosenVersions({ compare = "" }: Query): number[] {
  return compare
    .split(",")
    .map(Number)
    .filter((version) => Number.isSafeInteger(version) && version > 0)
    .slice(0, 2)
    .sort((a, b) => a - b);
}

/** With `version`, or without it if it was there. A third takes the place of the one that is further away. */
export function withVersion(chosen: readonly number[], version: number): number[] {
  if (chosen.includes(version)) return chosen.filter((other) => other !== version);
  if (chosen.length < 2) return [...chosen, version].sort((a, b) => a - b);
  const [older = 0, newer = 0] = chosen;
  const kept = Math.abs(version - older) < Math.abs(version - newer) ? older : newer;
  return [kept, version].sort((a, b) => a - b);
}
