/** One update of a stack. */
import { html, nothing, type TemplateResult } from "lit";
import { name as shownName } from "../../js/elements/ui/text.js";
import type { App } from "../app.js";
import { formatRoute, type RouteOf } from "../route.js";

export function updateView(app: App, route: RouteOf<"update">): TemplateResult {
  const { stack, update, preview } = route;
  const [organization = "", project = "", name = ""] = stack.split("/");
  const isVersion = typeof update === "number";
  const isLatest = update === "latest" && !preview;
  const called = isVersion ? String(update) : `${update.slice(0, 8)}${update.length > 8 ? "…" : ""}`;
  return html`
    <header class="view-head">
      <div>
        <nav class="crumbs" aria-label="Where this is">
          <a href=${formatRoute({ view: "stacks", organization, query: {} })}>${shownName(organization)}</a><span aria-hidden="true">/</span>
          <a href=${formatRoute({ view: "stacks", organization, query: { project } })}>${shownName(project)}</a><span aria-hidden="true">/</span>
          <a href=${formatRoute({ view: "stack", stack, tab: "overview", query: {} })}>${shownName(name)}</a><span aria-hidden="true">/</span>
          <a href=${formatRoute({ view: "stack", stack, tab: "updates", query: {} })}>${preview ? "previews" : "updates"}</a>
        </nav>
        <h1 title=${isVersion || isLatest ? nothing : update}>${isLatest ? "Latest update" : `${preview ? "Preview" : "Update"} ${called}`} of ${shownName(name)}</h1>
      </div>
    </header>
    <stackscope-update .server=${app.session.server} .linkTo=${app.linkTo} .query=${app.query} .log=${{ stack, update, preview }}></stackscope-update>
  `;
}
