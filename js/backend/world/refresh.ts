/** What a refresh finds: most resources as they were, some changed by hand, now and then one gone. */
import { Random } from "./random.js";
import type { Row } from "./state.js";
import type { Step } from "./step.js";
import { mapValues, type Properties } from "./values.js";

export function refreshSteps(rows: readonly Row[], seed: number, version: number): Step[] {
  const needed = new Set(rows.flatMap((row) => [...(row.dependencies ?? []), ...(row.parent ? [row.parent] : [])]));
  const looked = rows.filter((row) => row.custom && !row.external && !row.delete && !row.type.startsWith("pulumi:"));
  const touched = looked.filter((row) => taggable(row) && new Random(seed, row.urn, version, "drift").chance(0.06));
  const first = looked.find(taggable);
  if (touched.length === 0 && first) touched.push(first);
  const lost = looked
    .filter(
      (row) => !needed.has(row.urn) && !row.protect && !touched.includes(row) && new Random(seed, row.urn, version, "loss").chance(0.01),
    )
    .slice(0, 2);
  return looked.map((row): Step => {
    const found = touched.includes(row) ? "update" : lost.includes(row) ? "delete" : "same";
    const next = found === "update" ? drifted(row) : row;
    return {
      op: "refresh",
      urn: row.urn,
      type: row.type,
      old: row,
      logical: false,
      found,
      takes: 180 + (row.urn.length % 7) * 40,
      waits: [],
      ...(found === "delete" ? {} : { new: next }),
      ...(found === "update" ? { diffs: ["tags"], detailedDiff: { "tags.LastEditedBy": { diffKind: "add", inputDiff: false } } } : {}),
    };
  });
}

function taggable(row: Row): boolean {
  return row.inputs?.["tags"] !== undefined && row.outputs?.["tags"] !== undefined;
}

/** Somebody added a tag in the provider's console. Inputs follow, so that the next update takes it away. */
function drifted(row: Row): Row {
  const add = (tags: unknown) => mapValues({ ...(tags as Properties), LastEditedBy: "console" }, (value) => value);
  return {
    ...row,
    inputs: { ...row.inputs, tags: add(row.inputs?.["tags"]) },
    outputs: {
      ...row.outputs,
      tags: add(row.outputs?.["tags"]),
      ...(row.outputs?.["tagsAll"] === undefined ? {} : { tagsAll: add(row.outputs["tagsAll"]) }),
    },
  };
}
