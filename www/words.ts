/** What views are called. */
import type { FileTab, OrganizationTab, StackTab } from "./route.js";

export const ORGANIZATION_WORDS: Readonly<Record<OrganizationTab, string>> = {
  members: "Members",
  teams: "Teams",
  webhooks: "Webhooks",
  audit: "Audit log",
  usage: "Usage",
  search: "Resources",
};

export const FILE_WORDS: Readonly<Record<FileTab, string>> = { diff: "Differences", old: "Old state", new: "New state", update: "Update" };

export const STACK_WORDS: Readonly<Record<StackTab, string>> = { overview: "Overview", resources: "Resources", graph: "Graph", integrity: "Integrity", updates: "Updates" };
