/** Answers about one state: rows, facets, a resource, outputs, findings. */
import type { ResourceFilter } from "../../browser.js";
import { bounded } from "./bounded.js";
import type { Desk } from "./desk.js";

export function contentsCalls(desk: Desk) {
  return {
    "state.resources": ({ state, ...query }: { state: number; offset: number; limit: number; filter: ResourceFilter }) => {
      const { rows, total } = desk.state(state).resources(query);
      return { rows: rows.map(({ urn, ...row }) => ({ ...bounded(row), urn: desk.urns.short(urn) })), total };
    },
  };
}
