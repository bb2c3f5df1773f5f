/** Members, teams, webhooks, audit log and search of an organisation: each family has a file of its own. */
import type { Desk } from "./desk.js";
import { auditCalls } from "./organization-audit.js";
import { memberCalls } from "./organization-members.js";
import { searchCalls } from "./organization-search.js";
import { teamCalls } from "./organization-teams.js";
import { deliveryCalls } from "./organization-deliveries.js";
import { webhookCalls } from "./organization-webhooks.js";

export function organizationCalls(desk: Desk) {
  return {
    ...memberCalls(desk),
    ...teamCalls(desk),
    ...webhookCalls(desk),
    ...deliveryCalls(desk),
    ...auditCalls(desk),
    ...searchCalls(desk),
  };
}
