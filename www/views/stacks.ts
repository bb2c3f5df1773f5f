/** Every stack of an organisation. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function stacksView(app: App, route: RouteOf<"stacks">): unknown {
  return html`<h1>Stacks of ${route.organization}</h1><stackscope-stacks .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .organization=${route.organization}></stackscope-stacks>`;
}
