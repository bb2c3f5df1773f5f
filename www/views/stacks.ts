/** Every stack of an organisation. */
import { html } from "lit";
import type { App } from "../app.js";
import type { RouteOf } from "../route.js";

export function stacksView(app: App, route: RouteOf<"stacks">): unknown {
  return html`<header class="view-head"><div>
      <p class="crumbs"><bdi>${route.organization}</bdi></p>
      <h1>Stacks</h1>
    </div></header>
    <stackscope-stacks .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .organization=${route.organization}></stackscope-stacks>`;
}
