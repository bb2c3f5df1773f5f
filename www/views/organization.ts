/** Members, teams, webhooks, audit log, usage and search of an organisation. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function organizationView(app: App, route: RouteOf<"organization">): unknown {
  return html`<h1>${route.organization}</h1><p>${route.tab} ${app.session.serverName}</p>`;
}
