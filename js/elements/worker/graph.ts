/** Neighbourhoods of the graph of a state, laid out. */
import type { Desk } from "./desk.js";

export function graphCalls(_desk: Desk) {
  return {};
}
