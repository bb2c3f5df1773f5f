/** Answers about one state: rows, facets, a resource, outputs, findings. */
import type { Desk } from "./desk.js";

export function contentsCalls(_desk: Desk) {
  return {};
}
