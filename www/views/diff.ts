/** Two versions of stacks against each other. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function diffView(app: App, route: RouteOf<"diff">): unknown {
  return html`<h1>Differences</h1><stackscope-diff .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .old=${route.old} .new=${route.new}></stackscope-diff>`;
}
