/** Deletes resources, dependents first. */
import { specOf } from "./catalogue/index.js";
import { Random } from "./random.js";
import { isDefaultProvider, type Row } from "./state.js";
import type { Step } from "./step.js";

/** Deletes the rows, dependents first; `replaced` are halves that count nothing. */
export function deletions(
  gone: readonly Row[],
  replaced: readonly Row[],
  options: { seed: number; version: number; preview: boolean },
): Step[] {
  const rows = [
    ...gone.map((row) => ({ row, op: row.external ? "discard" : "delete" })),
    ...replaced.map((row) => ({ row, op: "delete-replaced" })),
  ].reverse();
  const waiting = new Map<string, string[]>();
  for (const { row } of rows) {
    for (const urn of [...(row.dependencies ?? []), ...(row.parent ? [row.parent] : [])]) {
      const list = waiting.get(urn);
      if (list) list.push(row.urn);
      else waiting.set(urn, [row.urn]);
    }
  }
  return rows.map(({ row, op }) => {
    const internal = isDefaultProvider(row);
    const takes = row.custom && !row.external && !row.type.startsWith("pulumi:") ? specOf(row.type).takes : undefined;
    return {
      op,
      urn: row.urn,
      type: row.type,
      old: row,
      logical: op !== "delete-replaced",
      last: true,
      waits: waiting.get(row.urn) ?? [],
      ...(internal ? { internal } : {}),
      takes: options.preview ? 5 : Math.round(duration(new Random(options.seed, row.urn, options.version, "delete"), takes) * 0.5) + 15,
    };
  });
}

/** How long a provider takes, in milliseconds. */
export function duration(random: Random, takes: readonly [number, number] | undefined): number {
  return takes ? random.int(takes[0], takes[1]) : 10;
}
