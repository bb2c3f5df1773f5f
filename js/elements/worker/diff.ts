/** Compares two states, and answers about their difference. */
import type { Desk } from "./desk.js";

export function diffCalls(_desk: Desk) {
  return {};
}
