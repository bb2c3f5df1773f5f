/** Differences in the stack itself rather than in a resource. */
import { html, nothing, type TemplateResult } from "lit";
import { engine } from "../engine/engine.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import type { Comparison } from "../worker/diff.js";
import type { PropertyPage, SectionName } from "../worker/diff-shape.js";
import type { View } from "./choice.js";
import { KINDS } from "./kinds.js";
import "./properties.js";

const TITLES: Readonly<Record<SectionName, string>> = {
  stackOutputs: "Stack outputs",
  pendingOperations: "Pending operations",
  secretsProvider: "Secrets provider",
  manifest: "Manifest",
  metadata: "Metadata",
  other: "Other fields",
};

export function sections(comparison: Comparison, view: View): unknown {
  const { reordered, overview } = comparison;
  const found = Object.entries(comparison.sections) as [SectionName, PropertyPage][];
  if (found.length === 0 && reordered === 0) return nothing;
  // Where no resource changed, this is all there is to see.
  const open = KINDS.every((kind) => overview.summary[kind] === 0);
  return html`<section class="around" aria-labelledby="around">
    <h2 id="around">The stack itself</h2>
    ${found.length > 0 ? html`<div class="sections">${found.map(([name, page]) => section(comparison.id, name, page, open, view))}</div>` : nothing}
    ${reordered > 0 ? html`<p class="hint">${counted(reordered, "resource")} ${reordered === 1 ? "stands" : "stand"} at another place in the file.</p>` : nothing}
  </section>`;
}

function section(diff: number, name: SectionName, page: PropertyPage, open: boolean, view: View): TemplateResult {
  const next = (from: number): Promise<PropertyPage> => engine.call("diff.section", { diff, name, from });
  return html`<details class="section" ?open=${open}>
    <summary>${icon("chevron")}${TITLES[name]}<span class="count">${count(page.total)}</span></summary>
    <div class="section-body"><stackscope-diff-properties .first=${page} .next=${next} .view=${view}></stackscope-diff-properties></div>
  </details>`;
}
