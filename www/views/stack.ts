/** One stack, tab by tab. */
import { html, nothing, type TemplateResult } from "lit";
import type { StackVersion } from "../../js/elements/public.js";
import type { App } from "../app.js";
import { formatRoute, STACK_TABS, type RouteOf, type StackTab } from "../route.js";
import { STACK_WORDS } from "../words.js";
import "./stack-gate.js";

export function stackView(app: App, route: RouteOf<"stack">): unknown {
  const { session, linkTo, query } = app;
  const { stack, tab, version } = route;
  const [organization = "", project = "", name = ""] = stack.split("/");
  return html`<header class="view-head">
      <div>
        <p class="crumbs">
          <a href=${formatRoute({ view: "stacks", organization, query: {} })}><bdi>${organization}</bdi></a><span aria-hidden="true">/</span>
          <a href=${formatRoute({ view: "stacks", organization, query: { project } })}><bdi>${project}</bdi></a>
        </p>
        <h1><bdi>${name}</bdi></h1>
      </div>
      <stackscope-versions .server=${session.server} .linkTo=${linkTo} .stack=${stack} .version=${version} .tab=${tab}></stackscope-versions>
    </header>
    <page-stack-gate .server=${session.server} .linkTo=${linkTo} .stack=${stack} .version=${version} .tab=${tab}>
    <nav class="tabs view-tabs" aria-label="Views of the stack">
      ${STACK_TABS.map((one) => html`<a class="tab" href=${formatRoute({ view: "stack", stack, tab: one, ...(version !== undefined && { version }), query: {} })} aria-current=${one === tab ? "page" : nothing}>${STACK_WORDS[one]}</a>`)}
    </nav>
    ${panel(tab, { stack, ...(version !== undefined && { version }) }, { server: session.server, linkTo, query })}
    </page-stack-gate>`;
}

function panel(tab: StackTab, state: StackVersion, { server, linkTo, query }: Pick<App, "linkTo" | "query"> & { server: App["session"]["server"] }): TemplateResult {
  const { stack, version } = state;
  switch (tab) {
    case "overview":
      return html`<stackscope-stack .server=${server} .linkTo=${linkTo} .query=${query} .stack=${stack} .version=${version}></stackscope-stack>`;
    case "resources":
      return html`<stackscope-resources .server=${server} .linkTo=${linkTo} .query=${query} .state=${state}></stackscope-resources>`;
    case "graph":
      return html`<stackscope-graph .server=${server} .linkTo=${linkTo} .query=${query} .state=${state}></stackscope-graph>`;
    case "integrity":
      return html`<stackscope-integrity .server=${server} .linkTo=${linkTo} .query=${query} .state=${state}></stackscope-integrity>`;
    case "updates":
      return html`<stackscope-updates .server=${server} .linkTo=${linkTo} .query=${query} .stack=${stack}></stackscope-updates>`;
  }
}
