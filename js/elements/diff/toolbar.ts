/** What narrows the list of changes, and how it is shown. */
import { html, nothing, type TemplateResult } from "lit";
import type { ChangeFacets } from "../../browser.js";
import { facetSelect, searchField, segments } from "../ui/controls.js";
import { icon } from "../ui/icon.js";
import { isNarrowed, noFilters, type Choice } from "./choice.js";

/** Changes the element's `query`. */
export type Choose = (patch: Record<string, string>, options?: { push?: boolean }) => void;

export function toolbar(choice: Choice, facets: ChangeFacets, status: string, choose: Choose, steps: unknown): TemplateResult {
  const { mode, view, group, text, type, package: packageName } = choice;
  return html`<div class="toolbar-box">
    <div class="toolbar">
      ${searchField({ value: text, label: "Search names, types and paths", onInput: (q) => choose({ q }) })}
      ${facetSelect("Type", facets.types, type, (value) => choose({ type: value }))}
      ${facets.packages.length > 1 ? facetSelect("Package", facets.packages, packageName, (value) => choose({ package: value })) : nothing}
      <span class="toolbar-space"></span>
      ${segments("Show", [["changes", "Each"], ["groups", "Grouped"]], mode, (value) => choose({ mode: value === "groups" ? value : "", group: "" }, { push: true }))}
      <span class="view-choice">${segments("Property changes", [["split", "Split"], ["unified", "Unified"]], view, (value) => choose({ view: value === "unified" ? value : "" }))}</span>
    </div>
    <div class="toolbar toolbar-status">
      <p class="status">${status}</p>
      ${group === undefined || mode === "groups" ? nothing : html`<span class="chip"><span class="chip-text">Same change only</span><button type="button" class="chip-remove" aria-label="Show other changes too" title="Show other changes too" @click=${() => choose({ group: "" })}>${icon("close")}</button></span>`}
      ${isNarrowed(choice) ? html`<button type="button" class="button-link" @click=${() => choose(noFilters())}>Clear filters</button>` : nothing}
      <span class="toolbar-space"></span>
      ${steps}
    </div>
  </div>`;
}
