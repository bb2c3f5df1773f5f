/** Members, teams, webhooks, audit log and search of an organisation. */
import type { Desk } from "./desk.js";

export function organizationCalls(_desk: Desk) {
  return {};
}
