/** Members, teams, webhooks, audit log, usage and search of an organisation. */
import { html } from "lit";
import type { App } from "../app.js";
import { formatRoute, type OrganizationTab, type RouteOf } from "../route.js";

const TITLES: Readonly<Record<OrganizationTab, string>> = {
  members: "Members",
  teams: "Teams",
  webhooks: "Webhooks",
  audit: "Audit log",
  usage: "Usage",
  search: "Resources",
};

export function organizationView(app: App, route: RouteOf<"organization">): unknown {
  const { organization, tab } = route;
  const home = formatRoute({ view: "stacks", organization, query: {} });
  return html`<header class="view-head"><div>
      <p class="crumbs"><a href=${home}><bdi>${organization}</bdi></a></p>
      <h1>${TITLES[tab]}</h1>
    </div></header>
    ${elementOf(app, route)}`;
}

function elementOf({ session, linkTo, query }: App, { organization, tab }: RouteOf<"organization">): unknown {
  const { server } = session;
  switch (tab) {
    case "members":
      return html`<stackscope-members .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-members>`;
    case "teams":
      return html`<stackscope-teams .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-teams>`;
    case "webhooks":
      return html`<stackscope-webhooks .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-webhooks>`;
    case "audit":
      return html`<stackscope-audit-log .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-audit-log>`;
    case "usage":
      return html`<stackscope-usage .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-usage>`;
    case "search":
      return html`<stackscope-search .server=${server} .linkTo=${linkTo} .query=${query} .organization=${organization}></stackscope-search>`;
  }
}
