/** The values of facets with their counts; choosing one puts it into the query, or takes it out. */
import { html, nothing, type TemplateResult } from "lit";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { name, spelled } from "../ui/text.js";
import type { FoundFacet } from "../worker/organization-search.js";
import { hasTerm } from "./search-query.js";

const WORDS: Readonly<Record<string, string>> = { package: "Package", type: "Type", project: "Project", stack: "Stack", protected: "Protected" };

export function facetList(facets: readonly FoundFacet[], query: string, choose: (field: string, value: string) => void): TemplateResult[] {
  return facets.map(
    ({ field, values, others }) => html`<section aria-label=${WORDS[field] ?? field}>
      <h2>${WORDS[field] ?? field}</h2>
      ${values.map(({ value, count: n }) => {
        const chosen = hasTerm(query, field, value);
        return html`<button type="button" class="facet" aria-pressed=${chosen} title=${spelled(value)} @click=${() => choose(field, value)}><span>${chosen ? icon("check") : nothing}${name(words(field, value))}</span><span class="hint">${count(n)}</span></button>`;
      })}
      ${others > 0 ? html`<p class="hint">+${count(others)} in other ${field === "protected" ? "values" : `${field}s`}</p>` : nothing}
    </section>`,
  );
}

/** Of a type the last part says most; the whole stands in the tip. */
function words(field: string, value: string): string {
  if (field === "protected") return value === "true" ? "yes" : "no";
  return field === "type" ? value.replace(/^([^:]+):.*:([^:]+)$/, "$1 $2") : value;
}
