/** The links in the bar: what was opened from files, and the organisation and its views. */
import { html, nothing, type TemplateResult } from "lit";
import type { App } from "./app.js";
import { formatRoute, ORGANIZATION_TABS, type FileTab, type Route } from "./route.js";
import type { Session } from "./session.js";
import { FILE_WORDS, ORGANIZATION_WORDS } from "./words.js";

export function navigation({ route, session }: App): TemplateResult {
  const organization = session.organizationAt("organization" in route ? route.organization : undefined);
  const files = filesThere(session);
  const inFiles = route.view === "files";
  return html`<nav aria-label="Views">
    ${link({ view: "open", query: {} }, "Open", route.view === "open")}
    ${inFiles
      ? files.map((tab) => link({ view: "files", tab, query: {} }, words(tab, session), tab === route.tab))
      : files[0] !== undefined
        ? link({ view: "files", tab: files[0], query: {} }, "Files", false)
        : nothing}
    ${organization === undefined || session.server === undefined ? nothing : html`<span class="nav-line" aria-hidden="true"></span>${ofOrganization(organization, route, inFiles)}`}
  </nav>`;
}

function ofOrganization(organization: string, route: Route, short: boolean): TemplateResult {
  const inStacks = ["stacks", "stack", "update", "diff"].includes(route.view) && !("organization" in route && route.organization !== organization);
  return html`${link({ view: "stacks", organization, query: {} }, "Stacks", inStacks)}
  ${short ? nothing : ORGANIZATION_TABS.map((tab) => link({ view: "organization", organization, tab, query: {} }, ORGANIZATION_WORDS[tab], route.view === "organization" && route.organization === organization && route.tab === tab))}`;
}

/** The views of files that have something to show. */
function filesThere(session: Session): FileTab[] {
  const there: FileTab[] = [];
  if (session.old && session.new) there.push("diff");
  if (session.old) there.push("old");
  if (session.new) there.push("new");
  if (session.log) there.push("update");
  return there;
}

function words(tab: FileTab, { old, new: young }: Session): string {
  const pair = old !== undefined && young !== undefined;
  return (tab === "old" || tab === "new") && !pair ? "State" : FILE_WORDS[tab];
}

function link(route: Route, text: string, current: boolean): TemplateResult {
  return html`<a href=${formatRoute(route)} aria-current=${current ? "page" : nothing}>${text}</a>`;
}
