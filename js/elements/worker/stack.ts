/** One stack: overview, history of updates, resource counts. */
import type { Desk } from "./desk.js";

export function stackCalls(_desk: Desk) {
  return {};
}
