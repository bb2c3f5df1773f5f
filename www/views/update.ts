/** One update of a stack. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function updateView(app: App, route: RouteOf<"update">): unknown {
  return html`<h1>Update ${route.update}</h1><stackscope-update .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .log=${{ stack: route.stack, update: route.update, preview: route.preview }}></stackscope-update>`;
}
