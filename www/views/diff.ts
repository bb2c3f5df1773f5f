/** Two versions of stacks against each other. */
import { html, nothing, type TemplateResult } from "lit";
import type { StackVersion } from "../../js/elements/public.js";
import type { App } from "../app.js";
import { formatRoute, type RouteOf } from "../route.js";

export function diffView(app: App, route: RouteOf<"diff">): unknown {
  const { old, new: young } = route;
  const swap = (event: Event): void => {
    event.preventDefault();
    app.go({ ...route, old: young, new: old });
  };
  return html`
    <header class="view-head">
      <div>
        <nav class="crumbs" aria-label="Where this is">${crumb(old)}${old.stack === young.stack ? nothing : html`<span>and</span>${crumb(young)}`}</nav>
        <h1>Differences</h1>
      </div>
    </header>
    <stackscope-diff .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .old=${old} .new=${young} @stackscope-swap=${swap}></stackscope-diff>
  `;
}

function crumb({ stack }: StackVersion): TemplateResult {
  const [organization = "", project = "", name = ""] = stack.split("/");
  return html`<a href=${formatRoute({ view: "stacks", organization, query: {} })}><bdi>${organization}</bdi></a><span aria-hidden="true">/</span>
    <a href=${formatRoute({ view: "stacks", organization, query: { project } })}><bdi>${project}</bdi></a><span aria-hidden="true">/</span>
    <a href=${formatRoute({ view: "stack", stack, tab: "updates", query: {} })}><bdi>${name}</bdi></a>`;
}
