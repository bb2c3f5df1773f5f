/** The stacks of an organisation. */
import type { Desk } from "./desk.js";

export function stacksCalls(_desk: Desk) {
  return {};
}
