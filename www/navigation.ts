/** The links in the bar: files and their views, the organisation and its views. */
import { html, nothing, type TemplateResult } from "lit";
import type { App } from "./app.js";
import { formatRoute, ORGANIZATION_TABS, type FileTab, type OrganizationTab, type Route } from "./route.js";

const WORDS: Readonly<Record<OrganizationTab | FileTab, string>> = {
  members: "Members",
  teams: "Teams",
  webhooks: "Webhooks",
  audit: "Audit log",
  usage: "Usage",
  search: "Resources",
  diff: "Differences",
  old: "Old",
  new: "New",
  update: "Update",
};

export function navigation({ route, session }: App): TemplateResult {
  const organization = "organization" in route ? route.organization : session.organization;
  const inFiles = route.view === "files";
  return html`<nav aria-label="Views">
    ${link({ view: "open", query: {} }, "Open", route.view === "open")}
    ${inFiles ? fileLinks(session, route.tab) : nothing}
    ${!inFiles && organization !== undefined
      ? html`${link({ view: "stacks", organization, query: {} }, "Stacks", ["stacks", "stack", "update", "diff"].includes(route.view))}
        ${ORGANIZATION_TABS.map((tab) => link({ view: "organization", organization, tab, query: {} }, WORDS[tab], route.view === "organization" && route.tab === tab))}`
      : nothing}
  </nav>`;
}

function fileLinks(session: App["session"], shown: FileTab): TemplateResult[] {
  const there: FileTab[] = [];
  if (session.old && session.new) there.push("diff");
  if (session.old) there.push("old");
  if (session.new) there.push("new");
  if (session.log) there.push("update");
  const only = there.length === 1 && there[0] !== "update";
  return there.map((tab) => link({ view: "files", tab, query: {} }, only ? "State" : WORDS[tab], tab === shown));
}

function link(route: Route, words: string, current: boolean): TemplateResult {
  return html`<a href=${formatRoute(route)} aria-current=${current ? "page" : nothing}>${words}</a>`;
}
