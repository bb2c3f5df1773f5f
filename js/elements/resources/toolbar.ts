/** Search, filters with counts, and the switch between tree and table. */
import { html, nothing, type TemplateResult } from "lit";
import type { Result } from "../engine/engine.js";
import type { Query } from "../public.js";
import { facetSelect, searchField, segments } from "../ui/controls.js";
import { icon } from "../ui/icon.js";
import { FILTERS, formOf, isFiltered } from "./model.js";
import { flagWords, providerWords } from "./words.js";

export interface ToolbarUse {
  query: Query;
  facets: Result<"state.facets"> | undefined;
  status: string;
  /** What is counted besides what one may expect. */
  counted: string;
  choose: (patch: Record<string, string | undefined>) => void;
}

export function toolbar({ query, facets, status, counted, choose }: ToolbarUse): TemplateResult {
  const form = formOf(query);
  const filter = (name: (typeof FILTERS)[number], label: string, values: readonly { value: string; count: number }[] = [], words?: (value: string) => string): TemplateResult =>
    facetSelect(
      label,
      withChosen(values, query[name]).map((facet) => (words ? { ...facet, words: words(facet.value) } : facet)),
      query[name] ?? "",
      (value) => choose({ [name]: value }),
    );
  const clear = (): void => choose({ q: undefined, ...Object.fromEntries(FILTERS.map((name) => [name, undefined])) });
  return html`<div class="tools">
    <div class="toolbar">
      ${searchField({ value: query["q"] ?? "", label: "Search names, types and IDs", onInput: (q) => choose({ q }) })}
      ${segments("Show as", [["tree", "Tree"], ["table", "Table"]], form, (view) => choose({ view: view === "table" ? view : undefined }))}
    </div>
    <div class="toolbar filters">
      ${filter("type", "Type", facets?.types)}
      ${filter("package", "Package", facets?.packages)}
      ${filter("provider", "Provider", facets?.providers, providerWords)}
      ${filter("flag", "Flag", facets?.flags, flagWords)}
      ${isFiltered(query) ? html`<button type="button" class="button button-clear" title="Clear the search and the filters" @click=${clear}>${icon("close")}<span class="words">Clear</span></button>` : nothing}
      <span class="status-box"><span class="status">${status}</span>${counted ? html`<span class="counted">${counted}</span>` : nothing}</span>
    </div>
  </div>`;
}

/** What is chosen stays in the list, also where it fits nothing. */
function withChosen(values: readonly { value: string; count: number }[], chosen: string | undefined): readonly { value: string; count: number }[] {
  return !chosen || values.some(({ value }) => value === chosen) ? values : [...values, { value: chosen, count: 0 }];
}
