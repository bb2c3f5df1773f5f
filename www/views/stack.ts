/** One stack, tab by tab. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function stackView(app: App, route: RouteOf<"stack">): unknown {
  const { session, linkTo, query } = app;
  return html`<h1>${route.stack}</h1>
    <stackscope-resources .server=${session.server} .linkTo=${linkTo} .query=${query} .state=${{ stack: route.stack }}></stackscope-resources>`;
}
