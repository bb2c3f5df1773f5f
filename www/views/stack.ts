/** One stack, tab by tab. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function stackView(app: App, route: RouteOf<"stack">): unknown {
  return html`<h1>${route.stack}</h1><stackscope-stack .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .stack=${route.stack}></stackscope-stack>`;
}
