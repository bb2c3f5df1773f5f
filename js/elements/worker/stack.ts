/** One stack: what is known of it, and the history of its updates. */
import type { Desk } from "./desk.js";
import { overviewCalls } from "./stack-overview.js";
import { updatesCalls } from "./stack-updates.js";

export function stackCalls(desk: Desk) {
  return { ...overviewCalls(desk), ...updatesCalls(desk) };
}
