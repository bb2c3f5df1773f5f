/** Differences in the stack itself rather than in a resource. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { engine } from "../engine/engine.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import type { Comparison } from "../worker/diff.js";
import type { PropertyPage, SectionName } from "../worker/diff-shape.js";
import type { View } from "./choice.js";
import type { Ignore } from "./ignore.js";
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

/** `ignore` leaves a path out, or all of a section. */
export function sections(comparison: Comparison, view: View, ignore: Ignore): unknown {
  const { reordered, overview } = comparison;
  const found = Object.entries(comparison.sections) as [SectionName, PropertyPage][];
  if (found.length === 0 && reordered === 0) return nothing;
  // Where no resource changed, this is all there is to see.
  const open = KINDS.every((kind) => overview.summary[kind] === 0);
  return html`<section class="around" aria-labelledby="around">
    <h2 id="around">The stack itself</h2>
    ${found.length > 0 ? html`<div class="sections">${repeat(found, ([name]) => name, ([name, page]) => section(comparison.id, name, page, { open, view, ignore }))}</div>` : nothing}
    ${reordered > 0 ? html`<p class="hint">${counted(reordered, "resource")} ${reordered === 1 ? "stands" : "stand"} at another place in the file.</p>` : nothing}
  </section>`;
}

/** Stack outputs are those of the stack's own record, which rules know by its type. */
const STACK = { type: "pulumi:pulumi:Stack", urn: undefined };

function section(diff: number, name: SectionName, page: PropertyPage, { open, view, ignore }: { open: boolean; view: View; ignore: Ignore }): TemplateResult {
  const next = (from: number): Promise<PropertyPage> => engine.call("diff.section", { diff, name, from });
  return html`<details class="section" ?open=${open}>
    <summary>${icon("chevron")}${TITLES[name]}<span class="count">${count(page.total)}</span></summary>
    <div class="section-body"><stackscope-diff-properties .first=${page} .next=${next} .view=${view} .ignore=${ignore} .of=${name === "stackOutputs" ? STACK : undefined}></stackscope-diff-properties></div>
  </details>`;
}
