/** How many resources each kind of change has; a press narrows the list to those kinds. */
import { html, nothing, type TemplateResult } from "lit";
import type { ChangeKind } from "../../browser.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { changesBar, sign } from "../ui/op.js";
import type { Comparison } from "../worker/diff.js";
import { KINDS, labelOf } from "./kinds.js";

export function cards({ overview: { summary }, bookkeeping }: Comparison, chosen: readonly ChangeKind[], set: (kinds: readonly ChangeKind[]) => void): TemplateResult {
  const toggle = (kind: ChangeKind): void => set(KINDS.filter((one) => chosen.includes(one) !== (one === kind)));
  const changed = Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]]));
  // Those that differ in bookkeeping alone are unchanged to the comparison that leaves it out.
  const quiet = bookkeeping.shown ? 0 : bookkeeping.resources;
  const hint = (kind: ChangeKind): string => {
    if (chosen.includes(kind)) return "Don't narrow to this kind";
    return summary[kind] === 0 ? "No resource has this kind of change" : chosen.length > 0 ? `Show ${labelOf(kind).toLowerCase()} as well` : `Show ${labelOf(kind).toLowerCase()} only`;
  };
  return html`<div class="summary">
    <div class="cards" role="group" aria-label="Narrow by kind of change">
      ${KINDS.map(
        (kind) => html`<button type="button" class="card" data-kind=${kind} aria-pressed=${chosen.includes(kind)} title=${hint(kind)} ?disabled=${summary[kind] === 0 && !chosen.includes(kind)} @click=${() => toggle(kind)}>
          <span class="card-label">${sign(kind)}${labelOf(kind)}${icon("filter", "card-filter")}</span><span class="card-count">${count(summary[kind])}</span>
        </button>`,
      )}
      <div class="card card-still" data-kind="same">
        <span class="card-label">Unchanged</span>
        <span class="card-count">${count(summary.same - quiet)}${quiet > 0 ? html`<span class="card-more" title="Provider or times alone"> +${count(quiet)}<span class="unseen"> that differ in provider or times alone</span></span>` : nothing}</span>
      </div>
    </div>
    ${changesBar(changed)}
  </div>`;
}
