/** What was opened from files: two states against each other, one state, or an event log. */
import { html, nothing, type TemplateResult } from "lit";
import { tabs } from "../../js/elements/ui/controls.js";
import { bytes } from "../../js/elements/ui/format.js";
import { icon } from "../../js/elements/ui/icon.js";
import { empty } from "../../js/elements/ui/panel.js";
import type { App } from "../app.js";
import { chooseButton } from "../open/choose.js";
import { fileName } from "../open/file-name.js";
import type { IgnoreEvent } from "../../js/elements/public.js";
import type { RouteOf } from "../route.js";
import type { LogFile, StateFile } from "../session.js";

const PARTS = [
  { value: "resources", words: "Resources" },
  { value: "graph", words: "Graph" },
  { value: "integrity", words: "Integrity" },
  { value: "outputs", words: "Outputs" },
] as const;
type Part = (typeof PARTS)[number]["value"];

export function filesView(app: App, route: RouteOf<"files">): TemplateResult {
  const { old, new: young, log } = app.session;
  switch (route.tab) {
    case "diff":
      return old && young ? diff(app, old, young) : (old || young ? gone("A second state is missing", "Drop the other state anywhere on this page.", "Choose a file") : gone("The two states are no longer open", FORGOTTEN));
    case "update":
      return log ? update(app, log) : gone("The event log is no longer open", FORGOTTEN);
    case "old":
    case "new": {
      const file = app.session[route.tab];
      return file ? state(app, route.tab, file) : gone("The state is no longer open", FORGOTTEN);
    }
  }
}

const FORGOTTEN = "Files are held in memory only, and are forgotten when the page is loaded anew. Choose them again, or drop them anywhere on this page.";

function gone(title: string, words: string, label = "Choose the files again"): TemplateResult {
  return html`<h1 class="unseen">Files</h1>${empty("file", title, words, html`${chooseButton({ label, className: "button button-main" })}<a class="button" href="#/">Open</a>`)}`;
}

function diff(app: App, old: StateFile, young: StateFile): TemplateResult {
  const { session, linkTo, query } = app;
  const swap = (event: Event): void => {
    event.preventDefault();
    session.set({ old: young, new: old });
  };
  return html`
    <header class="view-head">
      <h1>Differences</h1>
      <div class="actions">${chooseButton({ label: "Replace old", slot: "old" })}${chooseButton({ label: "Replace new", slot: "new" })}</div>
    </header>
    <stackscope-diff
      .linkTo=${linkTo} .query=${query} .old=${old.source} .new=${young.source} .oldName=${old.name} .newName=${young.name} .ignore=${session.ignore}
      @stackscope-swap=${swap} @stackscope-ignore=${({ detail }: IgnoreEvent) => session.set({ ignore: detail.ignore })}
    ></stackscope-diff>
  `;
}

function update(app: App, log: LogFile): TemplateResult {
  return html`
    <header class="view-head">
      <div><h1>Update</h1><p class="file-pair">${fileChip(log)}</p></div>
      <div class="actions">${chooseButton({ label: "Replace" })}</div>
    </header>
    <stackscope-update .linkTo=${app.linkTo} .query=${app.query} .log=${log.source}></stackscope-update>
  `;
}

function state(app: App, tab: "old" | "new", file: StateFile): TemplateResult {
  const { session, linkTo } = app;
  const part = PARTS.find(({ value }) => value === app.query["part"])?.value ?? "resources";
  const choose = (next: Part): void => app.go({ view: "files", tab, query: next === "resources" ? {} : { part: next } });
  // The element has its choices, the page has the part: a query that an element tells gets the part back.
  const { part: _, ...query } = app.query;
  const keep = (event: Event): void => {
    const { detail } = event as CustomEvent<{ query: Record<string, string>; push: boolean }>;
    event.stopPropagation();
    app.go({ view: "files", tab, query: { ...detail.query, ...(part !== "resources" && { part }) } }, { replace: !detail.push });
  };
  return html`
    <header class="view-head">
      <div>
        <h1>${session.old && session.new ? (tab === "old" ? "Old state" : "New state") : "State"}</h1>
        <p class="file-pair">${fileChip(file)}</p>
      </div>
      <div class="actions">
        ${session.old && session.new ? nothing : chooseButton({ label: "Compare with…", slot: tab === "old" ? "new" : "old" })}${chooseButton({ label: "Replace", slot: tab })}
      </div>
    </header>
    ${tabs("Parts of the state", PARTS, part, choose)}
    <div class="tab-panel" role="tabpanel" aria-label=${PARTS.find(({ value }) => value === part)?.words ?? nothing} @stackscope-query=${keep}>${partOf(part, file, query, linkTo)}</div>
  `;
}

function partOf(part: Part, { source }: StateFile, query: App["query"], linkTo: App["linkTo"]): TemplateResult {
  switch (part) {
    case "resources":
      return html`<stackscope-resources .linkTo=${linkTo} .query=${query} .state=${source}></stackscope-resources>`;
    case "graph":
      return html`<stackscope-graph .linkTo=${linkTo} .query=${query} .state=${source}></stackscope-graph>`;
    case "integrity":
      return html`<stackscope-integrity .linkTo=${linkTo} .query=${query} .state=${source}></stackscope-integrity>`;
    case "outputs":
      return html`<stackscope-outputs .linkTo=${linkTo} .query=${query} .state=${source}></stackscope-outputs>`;
  }
}

function fileChip({ name: called, size }: StateFile | LogFile): TemplateResult {
  return html`<span class="file-chip">${icon("file")}${fileName(called)}${size === undefined ? nothing : html`<span class="muted">${bytes(size)}</span>`}</span>`;
}
