/** What was opened from files. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function filesView(app: App, route: RouteOf<"files">): unknown {
  return html`<h1>Files</h1><p>${route.tab} ${app.session.old?.name}</p>`;
}
